"""What the user does with items by the handful: pin, move, forget several at once; and bringing older values back.

A part of LearningMachine between the acts on single items and the upkeep. Each is one act, which undo takes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from engine.acts import Acts
from engine.clock import now
from engine.database.items import Change
from engine.errors import InvalidInput, NotFound
from engine.events import Changed
from engine.item import Item, Revision, State
from engine.reconcile import ENTITIES, supersede

MOVABLE = ("user_memory", "learned_knowledge", "decision_log")
"""Stores that any sentence fits into; a profile field, an entity's fact or a chat's plan needs more than a sentence."""


class Shelf(Acts):
    """The acts of a machine on several items, and on their older values."""

    def pin(self, ids: Sequence[str], pinned: bool = True) -> Changed:
        """Pin items, or let them go; pinned ones are listed first. Kept in `item.data["pinned"]`, so it survives export."""
        with self.db.transaction():
            turned = [i for i in self._several(ids) if bool(i.data.get("pinned")) is not pinned]
            if not turned:
                raise InvalidInput("All of that is pinned already." if pinned else "None of that is pinned.")
            changes: list[Change] = [(i, replace(i, data={**_unpinned(i), **_pin(pinned)})) for i in turned]
            return self._keeper.commit("pin" if pinned else "unpin", changes)

    def forget_all(self, ids: Sequence[str]) -> Changed:
        """Forget several items as one act; those that are forgotten already are passed over."""
        with self.db.transaction():
            moment = now()
            shown = [i for i in self._several(ids) if i.state is not State.FORGOTTEN]
            if not shown:
                raise InvalidInput("All of that is forgotten already.")
            return self._keeper.commit("forget", [(i, _forgotten(i, moment)) for i in shown])

    def move(self, ids: Sequence[str], store: str) -> Changed:
        """Put items into another store, shaped as that store shapes a sentence; what is known of their source stays."""
        if store not in MOVABLE:
            raise InvalidInput(f"Nothing can be moved into {store!r}. Choose one of {', '.join(MOVABLE)}.")
        with self.db.transaction():
            changes: list[Change] = [(i, self._shaped(i, store)) for i in self._several(ids) if i.store != store]
            if not changes:
                raise InvalidInput("All of that is there already.")
            return self._keeper.commit("move", changes)

    def restore(self, ids: str | Sequence[str], revision: int = 0) -> Changed:
        """Bring items back as they were last in force, or one item as it was after `revision` (an id of its history).

        What has taken their place since is superseded by them. Raises NotFound, and InvalidInput for what was merged away.
        """
        with self.db.transaction():
            items = self._several([ids] if isinstance(ids, str) else ids)
            moment = now()
            changes: dict[str, Change] = {}
            for item in items:
                back = self._back(item, revision, moment)
                if back.state is item.state and (back.text, back.data) == (item.text, item.data):
                    continue
                changes[item.id] = (item, back)
                changes |= {i.id: (i, supersede(i, back, moment)) for i in self._after(item, back)}
            if not changes:
                raise InvalidInput("This is how it is now. Nothing was changed.")
            return self._keeper.commit("restore", list(changes.values()))

    def story(self, item_id: str) -> list[Revision]:
        """All revisions of an item and of those it has replaced, oldest first."""
        item = self.db.items.get(item_id)
        ended = self.db.items.find(state=State.SUPERSEDED, user_id=item.user_id)
        ids = [item_id]
        while more := [i.id for i in ended if i.superseded_by in ids and i.id not in ids]:
            ids += more
        return sorted((r for one in ids for r in self.db.items.history(one)), key=lambda r: r.id)

    def touched(self, act: int) -> list[Item]:
        """The items that an act wrote, as they are now."""
        return self.db.items.find(ids=self.db.items.targets(act))

    def _several(self, ids: Sequence[str]) -> list[Item]:
        found = {item.id: item for item in self.db.items.find(ids=ids)}
        gone = [item_id for item_id in ids if item_id not in found]
        if gone or not found:
            raise NotFound(f"There is no item {gone[0]!r} (any more)." if gone else "Choose something first.")
        return [found[item_id] for item_id in dict.fromkeys(ids)]

    def _shaped(self, item: Item, store: str) -> Item:
        told = self.stores[ENTITIES].render([item])[0].removeprefix("- ") if item.store == ENTITIES else item.text
        new = self._pupil.written_item(store, told, item.user_id, "", {})
        data = {**new.data, **_pin(bool(item.data.get("pinned")))}
        return replace(
            new,
            id=item.id,
            data=data,
            state=item.state,
            namespace=item.namespace,
            agent_id=item.agent_id,
            source=item.source,
            quote=item.quote,
            origin=item.origin,
            confidence=item.confidence,
            valid_from=item.valid_from,
            valid_to=item.valid_to,
            created_at=item.created_at,
            last_used_at=item.last_used_at,
            uses=item.uses,
        )

    def _back(self, item: Item, revision: int, moment: datetime) -> Item:
        if item.kind == "entity" and item.state is State.SUPERSEDED:
            raise InvalidInput(f"{item.subject} was merged with another. Take the two apart on that page.")
        versions = [r for r in self.db.items.history(item.id) if r.after is not None]
        chosen = [r.after for r in versions if (r.id == revision if revision else _in_force(r))]
        if revision and not chosen:
            raise NotFound("That older value is not there (any more).")
        older = chosen[-1] if chosen and chosen[-1] is not None else item
        return replace(
            older,
            state=State.ACTIVE,
            data={**_unpinned(older), **_pin(bool(item.data.get("pinned")))},
            valid_to=older.valid_to if older.state is State.ACTIVE else None,
            superseded_by="",
            replaces="",
            updated_at=moment,
            last_used_at=item.last_used_at,
            uses=item.uses,
        )

    def _after(self, item: Item, back: Item) -> list[Item]:
        """What has taken the place of an item: what fills its slot now, and what superseded it."""
        held = self._keeper.in_its_place(back)
        by = self.db.items.find(ids=[item.superseded_by], state=State.ACTIVE) if item.superseded_by else []
        return list({i.id: i for i in (*held, *by) if i.kind != "entity"}.values())


def _in_force(revision: Revision) -> bool:
    return revision.after is not None and revision.after.state is State.ACTIVE


def _forgotten(item: Item, moment: datetime) -> Item:
    ended = item.valid_to or (moment if item.state is State.ACTIVE else None)
    return replace(item, state=State.FORGOTTEN, updated_at=moment, valid_to=ended)


def _unpinned(item: Item) -> dict[str, object]:
    return {name: value for name, value in item.data.items() if name != "pinned"}


def _pin(pinned: bool) -> dict[str, bool]:
    return {"pinned": True} if pinned else {}
