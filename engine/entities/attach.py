"""Putting what was said on the right entity, before it is compared with what is known of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any
from uuid import uuid4

from engine.database.items import Change
from engine.entities.graph import STORE, UNCLEAR, Entity, Graph, fold, kind_of
from engine.item import Item, Origin, State
from engine.language.names import canonical_type, split_type

_SLOT = re.compile(r"^\s*(?P<key>[^\W\d_][\w /&'’.+#-]{0,40}?)\s*:\s+(?P<value>\S.*?)\s*$", re.S)
_NO_KEY = frozenset("note ps update fyi reminder warning important also remember quote todo correction example".split())
_ISO = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name belongs: the entity's own name and type ("" when unknown), and the entity, when there is one already."""

    name: str
    type: str
    entity: Entity | None = None


def place(graph: Graph, name: str, kind: str = "", *, guess: bool = False) -> Place:
    """Where `name` belongs. A bare name that two entities bear goes to neither: it is unclear."""
    qualified, bare = split_type(name)
    kind = canonical_type(kind) or qualified
    found = graph.candidates(bare, kind, guess=guess)
    if len(found) == 1:
        return Place(found[0].name, found[0].type or kind, found[0])
    unclear = [e for e in found if fold(e.name) == fold(bare)]
    if unclear:
        return Place(unclear[0].name, UNCLEAR, next((e for e in unclear if e.type == UNCLEAR), None))
    return Place(bare, kind)


def attach(item: Item, graph: Graph) -> tuple[Item, tuple[Place, ...]]:
    """The item under the name and type of the entity it is about, and the entities it touches.

    A new spelling stays with the item as `data["as"]`: it is an alias as long as the item lives. A fact that says
    "key: value" gets its slot, an event its date, an edge the entity it points at.
    """
    if item.kind == "entity":
        return item, ()
    guess = item.origin is not Origin.WRITTEN
    heard = str(item.data.get("as") or split_type(item.subject)[1])
    at = place(graph, item.subject, kind_of(item), guess=guess)
    data = {name: value for name, value in item.data.items() if name not in ("as", "type")}
    data |= {"type": at.type} if at.type else {}
    data |= {"as": heard} if at.entity is not None and _is_new_spelling(heard, at.entity) else {}
    placed = replace(item, subject=at.name, data=data)
    if item.kind != "relationship":
        return shaped(placed), (at,)
    other = place(graph, str(data.get("other") or ""), str(data.get("other_type") or ""), guess=guess)
    return shaped(_pointed(placed, at, other)), (at, other)


def among(item: Item, around: Iterable[Item]) -> tuple[Item, tuple[Place, ...]]:
    """The same among what is known, for an item of any store: one of no entity stays as it is."""
    if item.store != STORE:
        return item, ()
    return attach(item, Graph(i for i in around if i.state is State.ACTIVE))


def shaped(item: Item) -> Item:
    """The item with what its text alone tells: the slot of a fact, the date of an event."""
    if item.kind == "fact":
        key, value = slot_of(item.text, item.subject)
        return replace(item, key=key, data={**item.data, "value": value}) if key else item
    day = _date(str(item.data.get("date") or "") or item.text) if item.kind == "event" else None
    if day is None:
        return item
    return replace(item, valid_from=datetime.combine(day, time()), data={**item.data, "date": day.isoformat()})


def slot_of(text: str, name: str = "") -> tuple[str, str]:
    """Key and value of "database: MySQL" ("Harbor's database: MySQL" says the same of Harbor); empty without them."""
    found = _SLOT.match(text)
    if not found:
        return "", ""
    own = set(fold(name).split())
    words = [word for word in fold(re.sub(r"['’]s\b", "", found["key"])).split() if word not in own | {"the"}]
    key = " ".join(words)
    return (key, found["value"]) if 0 < len(words) <= 4 and key not in _NO_KEY else ("", "")


def settled(places: Sequence[Place], at: datetime | None) -> tuple[list[Change], list[str]]:
    """What new items change on their entities: a placeholder gets its type, an archived one is revived (with a notice)."""
    before: dict[str, Item] = {}
    after: dict[str, Item] = {}

    def put(item: Item, **data: Any) -> None:
        before.setdefault(item.id, item)
        after[item.id] = with_data(after.get(item.id, item), **data)

    notices = []
    for entity, kind in ((p.entity, p.type) for p in places if p.entity is not None):
        if kind and not entity.type:
            for item in (*entity.items, *((entity.row,) if entity.row else ())):
                put(item, type=kind)
            for edge in entity.incoming:
                put(edge, other_type=kind)
        if entity.archived and entity.row is not None:
            put(entity.row, archived=False)
            after[entity.row.id] = replace(after[entity.row.id], updated_at=at)
            notices.append(f"{entity.name} was archived; it is back.")
    return [(before[key], after[key]) for key in before], notices


def retyped(entity: Entity, kind: str) -> list[Change]:
    """The changes that give an entity another type: on its items, its row, and the edges that point at it."""
    changes: dict[str, Change] = {item.id: (item, with_data(item, type=kind)) for item in entity.items}
    if entity.row is not None:
        changes[entity.row.id] = (entity.row, with_data(entity.row, type=kind))
    for edge in entity.incoming:
        latest = changes[edge.id][1] if edge.id in changes else edge
        changes[edge.id] = (edge, with_data(latest or edge, other_type=kind))
    return list(changes.values())


def new_row(entity: Entity, user_id: str, namespace: str, at: datetime, **data: Any) -> Item:
    """A first row for an entity, with values beyond its type."""
    values = {"type": entity.type, "description": "", "aliases": [], **data}
    return Item(
        id=uuid4().hex[:12],
        store=STORE,
        kind="entity",
        text=row_text(entity.name, values),
        subject=entity.name,
        data=values,
        user_id=user_id,
        namespace=namespace,
        origin=Origin.WRITTEN,
        valid_from=at,
        created_at=at,
        updated_at=at,
    )


def with_data(item: Item, **data: Any) -> Item:
    """The item with other values; the text of an entity's row follows them."""
    values = {**item.data, **data}
    return replace(item, data=values, text=row_text(item.subject, values) if item.kind == "entity" else item.text)


def reworded(item: Item, text: str | None, data: Mapping[str, Any]) -> Item:
    """An edited item: what was told by its text is read again; the text of an entity's row is its description."""
    if item.kind == "entity":
        heading = row_text(item.subject, {**item.data, "description": "", "properties": {}})
        described = {} if text is None else {"description": text.removeprefix(heading).lstrip(": ").strip()}
        return with_data(item, **described, **data)
    new = item.text if text is None else text.strip()
    told = {name: value for name, value in item.data.items() if text is None or name not in ("value", "date")}
    return shaped(replace(item, text=new, key="" if text is not None else item.key, data={**told, **data}))


def row_text(name: str, data: Mapping[str, Any]) -> str:
    """How an entity reads in one line: "Sarah Chen (person, also Sally): designs bridges; city: Porto"."""
    aliases = ", ".join(map(str, data.get("aliases") or ()))
    inside = ", ".join(part for part in (data.get("type"), f"also {aliases}" if aliases else "") if part)
    properties = [f"{key}: {value}" for key, value in dict(data.get("properties") or {}).items()]
    about = "; ".join(part for part in (str(data.get("description") or ""), *properties) if part)
    return f"{name}{f' ({inside})' if inside else ''}{f': {about}' if about else ''}"


def _pointed(item: Item, at: Place, other: Place) -> Item:
    """An edge with the entity it points at; what points at itself is only a fact."""
    data = {name: value for name, value in item.data.items() if name not in ("other", "other_type")}
    if not other.name or (fold(other.name), other.type) == (fold(at.name), at.type):
        return replace(item, kind="fact", data={name: value for name, value in data.items() if name != "relation"})
    return replace(item, data={**data, "other": other.name, **({"other_type": other.type} if other.type else {})})


def _is_new_spelling(heard: str, entity: Entity) -> bool:
    known = (entity.name, *entity.aliases)
    return heard not in known and fold(heard) in map(fold, known)


def _date(text: str) -> date | None:
    found = _ISO.search(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3] or 1)) if found else None
    except ValueError:
        return None
