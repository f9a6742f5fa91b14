"""What is here already, as an import compares with it: by the rules by which what is said is reconciled.

`Keeper.keep` reads the database for each item, which is right for the few of one exchange; here all is read once and found by
slot and by words, so that thousands of proposals are compared in seconds. The rules are those of engine/reconcile.py and
engine/entities/attach.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from engine.database import Database
from engine.entities.attach import attach, place, row_text
from engine.entities.graph import Graph, kind_of, together
from engine.indexing import batches
from engine.item import Item, State
from engine.language.names import fold
from engine.language.text import normalise
from engine.reconcile import ENTITIES, REPEATED, Similar, fills_slot, reconcile
from engine.stores import Store
from models.protocols import Embedder, Vectors

Key: TypeAlias = tuple[str, ...]


@dataclass(slots=True)
class _Known:
    """What those who see one item have: states by what is said, and active items by slot and by what is said."""

    states: dict[Key, State] = field(default_factory=dict)
    slots: defaultdict[Key, list[Item]] = field(default_factory=lambda: defaultdict(list))
    said: defaultdict[Key, list[Item]] = field(default_factory=lambda: defaultdict(list))
    active: list[Item] = field(default_factory=list)
    graph: Graph = field(default_factory=lambda: Graph(()))


class Here:
    """The items of a database, owner by owner."""

    def __init__(self, database: Database, stores: Mapping[str, Store], embedder: Embedder | None) -> None:
        self._database = database
        self._stores = stores
        self._embedder = embedder
        self._known: dict[Key, _Known] = {}
        self._vectors: dict[str, tuple[list[str], Vectors]] = {}

    def state(self, item: Item) -> State | None:
        """The state of what says the same here; None when nothing does."""
        return self._of(item).states.get(says(item))

    def holder(self, item: Item) -> Item | None:
        """The active item in the slot that the item would fill, or the row that an entity has already."""
        if item.kind == "entity":
            entity = self._of(item).graph.entity_of(item)
            return entity.row if entity is not None else None
        found = self._of(item).slots[slot_of(item)] if self.slotted(item) else []
        return found[0] if found else None

    def slotted(self, item: Item) -> bool:
        """Whether there is one current value of what it says."""
        return fills_slot(item, self._stores[item.store])

    def add(self, item: Item) -> None:
        """The item will be here too."""
        self._of(item).states.setdefault(says(item), item.state)

    def placed(self, item: Item) -> Item:
        """What is about an entity under the name and type that it has here, with its slot; anything else as it is."""
        if item.store != ENTITIES:
            return item
        graph = self._of(item).graph
        return self._row(item, graph) if item.kind == "entity" else attach(item, graph)[0]

    def renamed(self, item: Item) -> Item:
        """The item under another name only when the entity is known by another here; else exactly as it is."""
        placed = self.placed(item)
        ends = [(fold(i.subject), fold(str(i.data.get("other") or ""))) for i in (item, placed)]
        if ends[0] == ends[1] and item.kind != "entity":
            return item
        heard = {name: item.data[name] for name in ("as",) if name in item.data}
        return replace(placed, data={**placed.data, **heard})

    def reconciled(self, item: Item, correction: str) -> Item | None:
        """The proposal with the item that it would replace; None when what is known says it already."""
        if item.kind == "entity":
            return item
        current = self._near(item, correction)
        similar = self._similar(item) if correction and current else {}
        outcome = reconcile(item, self._stores[item.store], current, similar, correction=correction)
        if outcome.new is None:
            return None
        return replace(outcome.new, replaces=outcome.replaced[0].id if outcome.replaced else "")

    def refused(self, candidates: Sequence[Item]) -> set[str]:
        """The ids of those that say in other words what the same user rejected before."""
        found: set[str] = set()
        if self._embedder is None:
            return found
        for user in {item.user_id for item in candidates}:
            rejected = self._database.items.find(user_id=user, state=State.REJECTED)
            no = self._embedder.embed([item.text for item in rejected])
            for batch in batches([item for item in candidates if item.user_id == user] if rejected else []):
                alike = self._embedder.embed([item.text for item in batch]) @ no.T
                for item, row in zip(batch, alike, strict=True):
                    stores = {r.store for r, cosine in zip(rejected, row, strict=True) if cosine >= REPEATED}
                    found |= {item.id} if item.store in stores else set()
        return found

    def _near(self, item: Item, correction: str) -> list[Item]:
        """The active items that the rules need to look at: a correction may concern any that is not newer than it."""
        known = self._of(item)
        if correction:
            return [
                i for i in known.active if not (i.valid_from and item.valid_from) or i.valid_from <= item.valid_from
            ]
        return known.slots[slot_of(item)] if self.slotted(item) or item.store == ENTITIES else known.said[says(item)]

    def _similar(self, item: Item) -> Similar:
        if self._embedder is None:
            return {}
        if item.user_id not in self._vectors:
            self._vectors[item.user_id] = self._database.index.vectors(item.user_id, self._embedder.name)
        ids, vectors = self._vectors[item.user_id]
        cosines = vectors @ self._embedder.embed([item.text])[0] if ids else ()
        return dict(zip(ids, map(float, cosines), strict=True))

    def _row(self, item: Item, graph: Graph) -> Item:
        """An entity's own row, joined with the row that it has here, which it would replace; nothing of that is lost."""
        at = place(graph, item.subject, kind_of(item), guess=True)
        if at.entity is None:
            return item
        own: Mapping[str, Any] = at.entity.row.data if at.entity.row else {}
        data = {**item.data, **own, "type": at.type} if at.type else {**item.data, **own}
        data["description"] = own.get("description") or item.data.get("description", "")
        data["aliases"] = list(dict.fromkeys([*(own.get("aliases") or ()), *(item.data.get("aliases") or ())]))
        data["properties"] = {**(item.data.get("properties") or {}), **(own.get("properties") or {})}
        replaces = at.entity.row.id if at.entity.row else ""
        return replace(item, subject=at.name, text=row_text(at.name, data), data=data, replaces=replaces)

    def _of(self, item: Item) -> _Known:
        """What those who see the item have."""
        key = (item.namespace, item.user_id if item.namespace == "user" else "")
        if key not in self._known:
            self._known[key] = self._read(item)
        return self._known[key]

    def _read(self, item: Item) -> _Known:
        known = _Known()
        for one in sorted(self._seen_with(item), key=lambda i: i.state is State.ACTIVE):  # what is active says it last
            known.states[says(one)] = one.state
            if one.state is State.ACTIVE and one.store in self._stores:
                known.active.append(one)
                known.slots[slot_of(one)].append(one)
                known.said[says(one)].append(one)
        known.graph = Graph(known.active)
        return known

    def _seen_with(self, item: Item) -> Iterator[Item]:
        owner = item.user_id if item.namespace == "user" else None
        yield from (one for one in self._database.items.find(user_id=owner) if together(one, item))


def says(item: Item) -> Key:
    """What makes two items say the same of the same thing: a goal and a summary in the same words are two."""
    place = item.kind if item.kind == "entity" else "" if item.store == ENTITIES else item.key
    return item.store, place, fold(item.subject), item.session_id, normalise(item.text)


def slot_of(item: Item) -> Key:
    """The slot that an item fills."""
    return item.user_id, item.namespace, item.store, item.key, fold(item.subject), item.session_id
