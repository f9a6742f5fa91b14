"""The keeper: every act on items, each one transaction, each undoable. All that writes items goes through here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from engine.clock import now
from engine.database import Database
from engine.database.index import digest, vector_text
from engine.database.items import Change
from engine.errors import InvalidInput
from engine.events import Changed
from engine.item import Item, Origin, Source, State, Turn
from engine.language.text import terms
from engine.reconcile import Outcome, in_slot, reconcile, supersede, was_rejected
from engine.stores import Store
from models.protocols import Embedder


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a batch of new items: active ones, proposals, repeats of what was known, and the act (0 when none)."""

    learned: tuple[Item, ...] = ()
    proposed: tuple[Item, ...] = ()
    repeated: tuple[Item, ...] = ()
    act: int = 0


class Keeper:
    """Writes items of one database and keeps their index."""

    def __init__(self, database: Database, embedder: Embedder | None, stores: Mapping[str, Store]) -> None:
        self._database = database
        self._embedder = embedder
        self._stores = stores

    def keep(self, offered: Sequence[tuple[Item, bool]], *, action: str, by: str) -> Kept:
        """Reconcile new items with what is known and write them as one act. offered: (item, whether it corrects something).

        An item whose state is PROPOSED becomes a proposal. What the user rejected before is not offered again.
        """
        with self._database.transaction():
            changes: list[Change] = []
            learned, proposed, repeated = [], [], []
            for item, correction in offered:
                outcome = self._reconcile(item, changes, correction)
                if outcome is None:
                    continue
                if outcome.new is None:
                    repeated.append(self._count_again(outcome.same))
                elif outcome.new.state is State.PROPOSED:
                    replaces = outcome.replaced[0].id if outcome.replaced else ""
                    proposed.append(replace(outcome.new, replaces=replaces))
                    changes.append((None, proposed[-1]))
                else:
                    learned.append(outcome.new)
                    changes += self._replacing(outcome.new, outcome.replaced)
            if not changes:
                return Kept(repeated=tuple(repeated))
            changed = self._database.items.record(action, changes, by=by)
            self.index(changed.items)
        return Kept(tuple(learned), tuple(proposed), tuple(repeated), changed.act)

    def accept(self, item_id: str, by: str = "user") -> Changed:
        """A proposal becomes active and replaces what it names or what fills its slot."""
        with self._database.transaction():
            item = self._database.items.get(item_id)
            if item.state is not State.PROPOSED:
                raise InvalidInput(f"Only a proposal can be accepted; this item is {item.state}.")
            moment = now()
            active = replace(item, state=State.ACTIVE, updated_at=moment, replaces="")
            held = [old for old in self._current(item) if self._gives_way(old, item)]
            changes: list[Change] = [(item, active)]
            changes += [(old, supersede(old, active, moment)) for old in held]
            return self._record("accept", changes, by)

    def edit(self, item_id: str, text: str | None, data: Mapping[str, Any], by: str = "user") -> Changed:
        """Change the wording or the values of an item; the version before stays in its history."""
        with self._database.transaction():
            item = self._database.items.get(item_id)
            edited = self._edited(item, text, data)
            if not edited.text.strip():
                raise InvalidInput("The text is empty. Write something, or forget the item instead.")
            return self._record("edit", [(item, replace(edited, origin=Origin.WRITTEN, updated_at=now()))], by)

    def _edited(self, item: Item, text: str | None, data: Mapping[str, Any]) -> Item:
        values = {**item.data, **data}
        if item.store == "user_profile":
            value = str(data.get("value", text if text is not None else item.data.get("value", ""))).strip()
            label = item.text.split(":", 1)[0]
            value = value.removeprefix(f"{label}:").strip()
            return replace(item, text=f"{label}: {value}" if value else "", data={**values, "value": value})
        new_text = item.text if text is None else text.strip()
        if text is not None and "lines" in values:
            values["lines"] = new_text.splitlines()
        if text is not None and "decision" in values and "decision" not in data:
            values |= {"decision": new_text, "reasoning": ""}
        return replace(item, text=new_text, data=values)

    def set_state(self, item_id: str, state: State, action: str, by: str = "user") -> Changed:
        """Reject, forget or restore."""
        with self._database.transaction():
            item = self._database.items.get(item_id)
            if item.state is state:
                raise InvalidInput(f"This item is {state} already.")
            ended = item.valid_to or (now() if state is State.FORGOTTEN and item.state is State.ACTIVE else None)
            after = replace(item, state=state, updated_at=now(), valid_to=None if state is State.ACTIVE else ended)
            return self._record(action, [(item, after)], by)

    def commit(self, action: str, changes: Sequence[Change], *, deleted_chats: Sequence[str] = ()) -> Changed:
        """Write changes that were worked out elsewhere as one act of the user's. Call within the transaction of the reading."""
        changed = self._database.items.record(action, changes, by="user", deleted_chats=deleted_chats)
        self.index(changed.items)
        return changed

    def undo(self, act: int | None = None, by: str = "user") -> Changed | None:
        """Take back an act, the last one by default."""
        with self._database.transaction():
            changed = self._database.items.undo(act, by=by)
            if changed is not None:
                self.index(changed.items)
            return changed

    def index(self, items: Sequence[Item]) -> None:
        """Index items as they are now; unchanged ones cost nothing."""
        known = self._database.index.digests("item") if items else {}
        fresh = [item for item in items if known.get(item.id) != digest(indexed(item))]
        self._add("item", [(item.id, item.user_id, indexed(item), {"self": item.text}) for item in fresh])

    def index_turn(self, turn: Turn, before: str = "") -> None:
        """Index one turn: its words with date and speaker; vectors of itself and of the turn before with it."""
        stamp = f"{turn.created_at:%d %B %Y}"
        text = f"{stamp} {turn.name or turn.role}: {turn.text}"
        parts = {"self": f"{turn.name}: {turn.text}" if turn.name else turn.text}
        if before:
            parts["pair"] = f"{before[:400]} {turn.text}"
        self._add("turn", [(turn.id, turn.user_id, text, parts)])

    def _add(self, kind: str, documents: Sequence[tuple[str, str, str, Mapping[str, str]]]) -> None:
        """Documents: (owner, user, text, part -> text of that vector)."""
        embedder = self._embedder
        texts = [text for *_, parts in documents for text in parts.values()]
        vectors = embedder.embed([text[:2000] for text in texts]) if embedder is not None and texts else None
        row = 0
        for owner, user_id, text, parts in documents:
            held = {}
            for part in parts:
                if vectors is not None:
                    held[part] = vector_text(vectors, row)
                    row += 1
            self._database.index.add(
                owner, kind, user_id, text, terms(text[:20_000]), held, embedder.name if embedder else ""
            )

    def _reconcile(self, item: Item, changes: Sequence[Change], correction: bool) -> Outcome | None:
        """None when the user said no to this before."""
        gone = {before.id for before, _ in changes if before is not None}
        current = [i for i in self._current(item) if i.id not in gone] + [
            after
            for _, after in changes
            if after is not None and after.state in (State.ACTIVE, State.PROPOSED) and after.user_id == item.user_id
        ]
        rejected = self._database.items.find(store=item.store, state=State.REJECTED, user_id=item.user_id)
        similar = self._similar(item) if correction or rejected else {}
        if item.confidence < 1.0 and was_rejected(item, rejected, lambda old: similar.get(old.id, 0.0)):
            return None
        active = [i for i in current if i.state is State.ACTIVE]
        waiting = [i for i in current if i.state is State.PROPOSED and not self._stores[item.store].slots]
        return reconcile(item, self._stores[item.store], active + waiting, similar, correction=correction)

    def _current(self, item: Item) -> list[Item]:
        """What the same owner has now: active items and waiting proposals."""
        found = [
            self._database.items.find(state=state, user_id=item.user_id) for state in (State.ACTIVE, State.PROPOSED)
        ]
        return [i for group in found for i in group if i.store in self._stores]

    def _similar(self, item: Item) -> Mapping[str, float]:
        if self._embedder is None:
            return {}
        vector = vector_text(self._embedder.embed([item.text]))
        matches = self._database.index.search(item.user_id, [], vector, self._embedder.name, kind="item")
        return {match.owner: match.cosines.get("self", 0.0) for match in matches}

    def _replacing(self, new: Item, replaced: Sequence[Item]) -> list[Change]:
        moment = new.created_at or now()
        ended: list[Change] = [(old, supersede(old, new, moment)) for old in replaced]
        return [(None, new), *ended]

    def _gives_way(self, old: Item, new: Item) -> bool:
        slot = self._stores[new.store].slots and old.store == new.store and in_slot(old, new)
        return old.state is State.ACTIVE and old.id != new.id and (slot or old.id == new.replaces)

    def _count_again(self, item: Item | None) -> Item:
        """What was said again is confirmed: one more use, a later date; no row and no revision."""
        assert item is not None
        self._database.items.touch([item.id])
        return item

    def _record(self, action: str, changes: Sequence[Change], by: str) -> Changed:
        changed = self._database.items.record(action, changes, by=by)
        self.index(changed.items)
        return changed


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


def indexed(item: Item) -> str:
    """The text by which an item is found: its values, never the names of its fields."""
    values = " ".join(str(value) for value in item.data.values() if isinstance(value, str) and value not in item.text)
    return " ".join(
        part for part in (item.subject if item.subject != "user" else "", item.text, values, item.quote) if part
    )
