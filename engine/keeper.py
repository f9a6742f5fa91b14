"""The keeper: every act on items, each one transaction, each undoable. All that writes items goes through here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from engine.clock import now
from engine.database import Database
from engine.database.items import Change
from engine.editing import edited
from engine.entities.attach import settled
from engine.errors import InvalidInput
from engine.events import Changed
from engine.halves import other_half
from engine.indexing import Indexer
from engine.item import Item, Source, State, Turn
from engine.reconcile import (
    Judge,
    supersede,
)
from engine.scene import Scene
from engine.stores import Store
from engine.weighing import Weighing
from models.protocols import Embedder


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a batch of new items: active ones, proposals, repeats of what was known, and the act (0 when none).

    notices: what else happened that a person should be told, one sentence each: an archived entity that is back.
    """

    learned: tuple[Item, ...] = ()
    proposed: tuple[Item, ...] = ()
    repeated: tuple[Item, ...] = ()
    act: int = 0
    notices: tuple[str, ...] = ()


class Keeper:
    """Writes items of one database and keeps their index. judge: see `engine.reconcile.Judge`; by default a rule."""

    def __init__(
        self, database: Database, embedder: Embedder | None, stores: Mapping[str, Store], judge: Judge | None = None
    ) -> None:
        self._database = database
        self._stores = stores
        self.indexer = Indexer(database, embedder)
        self._weighing = Weighing(database, stores, self.indexer, judge)

    def keep(self, offered: Sequence[tuple[Item, str]], *, action: str, by: str, outdated: Sequence[Item] = ()) -> Kept:
        """Reconcile new items with what is known and write them as one act. offered: (item, the words of its message that
        correct something, or ""). outdated: what their message ends besides; the nearest of the new items replaces each.

        An item whose state is PROPOSED becomes a proposal. What the user rejected before is not offered again.
        """
        with self._database.transaction():
            changes: list[Change] = []
            learned, repeated, notices = [], [], []
            for offer, correction in offered:
                item, places = self._weighing.placed(offer, changes)
                prepared, told = settled(places, item.created_at) if item.state is State.ACTIVE else ([], [])
                outcome = self._weighing.reconciled(item, [*changes, *prepared], correction)
                if outcome is None:
                    continue
                if outcome.new is None:
                    repeated.append(self._count_again(outcome.same))
                elif outcome.new.state is State.PROPOSED:
                    replaces = outcome.replaced[0].id if outcome.replaced else ""
                    changes.append((None, replace(outcome.new, replaces=replaces)))
                else:
                    kept = self._halves(outcome.new, outcome.replaced, correction)
                    learned += [outcome.new, *kept]
                    notices += told
                    changes += [*prepared, *self._replacing(outcome.new, outcome.replaced)]
                    changes += [(None, half) for half in kept]
            over = self._outdate(outdated, changes)
            learned += [after for before, after in over if before is None and after is not None]
            notices += [no_longer(before) for before, _ in over if before is not None]
            changes += over
            if not changes:
                return Kept(repeated=tuple(repeated))
            changed = self._database.items.record(action, changes, by=by)
            self.index(changed.items)
        proposed = tuple(i for b, i in changes if b is None and i is not None and i.state is State.PROPOSED)
        return Kept(tuple(learned), proposed, tuple(repeated), changed.act, tuple(notices))

    def accept(
        self,
        item_ids: Sequence[str],
        *,
        beside: bool = False,
        edit: Callable[[Item], Item] = lambda item: item,
        by: str = "user",
    ) -> Changed:
        """Proposals become active, as one act; each replaces what it names or what fills its slot.

        beside: what it names stays beside it. edit: what is made of each before.
        """
        with self._database.transaction():
            found = {item.id: item for item in self._database.items.find(ids=item_ids)}
            scene = Scene(i for s in (State.ACTIVE, State.PROPOSED) for i in self._database.items.find(state=s))
            for item_id in dict.fromkeys(item_ids):
                offer = found.get(item_id) or self._database.items.get(item_id)
                if offer.state is not State.PROPOSED:
                    raise InvalidInput(f"Only a proposal can be accepted; this item is {offer.state}.")
                scene.take(self._weighing.accepted(offer, edit(offer), scene, beside=beside))
            return replace(self._record("accept", scene.changes, by), notices=tuple(scene.notices))

    def edit(self, item_id: str, text: str | None, data: Mapping[str, Any], by: str = "user") -> Changed:
        """Change the wording or the values of an item; the version before stays in its history."""
        with self._database.transaction():
            item = self._database.items.get(item_id)
            return self._record("edit", [(item, edited(item, text, data, now()))], by)

    def set_state(self, item_id: str, state: State, action: str, by: str = "user") -> Changed:
        """Reject, forget or restore."""
        with self._database.transaction():
            item = self._database.items.get(item_id)
            if item.state is state:
                raise InvalidInput(f"This item is {state} already.")
            ended = item.valid_to or (now() if state is State.FORGOTTEN and item.state is State.ACTIVE else None)
            after = replace(item, state=state, updated_at=now(), valid_to=None if state is State.ACTIVE else ended)
            return self._record(action, [(item, after)], by)

    def commit(
        self, action: str, changes: Sequence[Change], *, deleted_chats: Sequence[str] = (), by: str = "user"
    ) -> Changed:
        """Write changes that were worked out elsewhere as one act. Call within the transaction of the reading."""
        changed = self._database.items.record(action, changes, by=by, deleted_chats=deleted_chats)
        self.index(changed.items)
        return changed

    def undo(self, act: int | None = None, by: str = "user") -> Changed | None:
        """Take back an act, the last one by default."""
        with self._database.transaction():
            changed = self._database.items.undo(act, by=by)
            if changed is not None:
                self._refuse_two_values(changed.items)
                self.index(changed.items)
            return changed

    def _refuse_two_values(self, items: Sequence[Item]) -> None:
        """What comes back by undo must not stand beside a newer value of its slot. Raises InvalidInput; nothing is undone."""
        for item in items:
            if item.state is State.ACTIVE and item.store in self._stores:
                held = self._weighing.in_its_place(item)
                if held:
                    raise InvalidInput(f"“{held[0].text}” has taken its place since. Undo or forget that first.")

    def near(self, text: str, user_id: str) -> tuple[list[Item], Mapping[str, float]]:
        """The user's active items near a text, and their cosines by id."""
        return self._weighing.near(text, user_id)

    def in_its_place(self, item: Item) -> list[Item]:
        """The active items that hold the slot of an item which is to be in force."""
        return self._weighing.in_its_place(item)

    def index(self, items: Sequence[Item]) -> None:
        """Index items as they are now; unchanged ones cost nothing."""
        self.indexer.items(items)

    def index_turn(self, turn: Turn, before: str = "") -> None:
        """Make a turn findable; `before`: the turn before it."""
        self.indexer.turns([(turn, before)])

    def _replacing(self, new: Item, replaced: Sequence[Item]) -> list[Change]:
        moment = new.created_at or now()
        true_since = new.valid_from or moment
        ended: list[Change] = [
            (old, replace(supersede(old, new, moment), valid_to=max(true_since, old.valid_from or true_since)))
            for old in replaced
        ]
        return [(None, new), *ended]

    def _outdate(self, outdated: Sequence[Item], changes: list[Change]) -> list[Change]:
        """What ends besides: each note under the nearest new item; where only proposals are new, the nearest names it, and a
        note that is itself only proposed gives way at once."""
        touched = {before.id for before, _ in changes if before is not None}
        found = self._database.items.find(ids=[item.id for item in outdated]) if outdated else []
        new = [after for before, after in changes if before is None and after is not None and after.kind != "entity"]
        fresh = [item for item in new if item.store != "session_context"]
        active = [item for item in fresh if item.state is State.ACTIVE]
        ended: list[Change] = []
        for old in found:
            if old.id in touched or old.state not in (State.ACTIVE, State.PROPOSED) or not fresh:
                continue
            by = max(active or fresh, key=lambda item: self.indexer.near(item).get(old.id, 0.0))
            if by.state is State.ACTIVE or old.state is State.PROPOSED:
                ended += self._replacing(by, [old])[1:]
                ended += [(None, half) for half in self._halves(by, [old], by.quote)]
            elif not by.replaces:
                place = changes.index((None, by))
                fresh[fresh.index(by)] = named = replace(by, replaces=old.id)
                changes[place] = (None, named)
        return ended

    def _halves(self, new: Item, replaced: Sequence[Item], correction: str) -> list[Item]:
        """What is left of notes that say two things, one of which the new item ends."""
        over, moment = f"{new.quote} {new.text} {correction}", new.created_at or now()
        return [half for old in replaced if (half := other_half(old, over, moment)) is not None]

    def _count_again(self, item: Item | None) -> Item:
        """What was said again is confirmed: one more use, a later date; no row and no revision."""
        assert item is not None
        self._database.items.touch([item.id])
        return item

    def _record(self, action: str, changes: Sequence[Change], by: str) -> Changed:
        changed = self._database.items.record(action, changes, by=by)
        self.index(changed.items)
        return changed


def no_longer(item: Item) -> str:
    """What a person is told when a note ends that they did not name."""
    return f"No longer kept: {item.text}"


def new_item(store: str, kind: str, text: str, *, user_id: str, at: datetime | None = None, **fields: Any) -> Item:
    """A new item with an id of its own, created now; `at` is when it became true."""
    moment = now()
    fields.setdefault("source", Source())
    return Item(
        id=uuid4().hex[:12],
        store=store,
        kind=kind,
        text=text,
        user_id=user_id,
        valid_from=at or moment,
        created_at=moment,
        updated_at=moment,
        **fields,
    )
