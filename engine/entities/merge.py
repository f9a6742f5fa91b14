"""Merging two entities into one, taking them apart again, and giving one another name. Pure: the changes of one act.

Each item that moves remembers where it came from, as a stack: so merges can be nested, and parted later, after other acts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from engine.database.items import Change
from engine.entities.attach import with_data
from engine.entities.graph import Entity, fold
from engine.item import Item, State

Name = list[str]
"""Name and type, as they stand in the data of a moved item."""


def merged(main: Entity, other: Entity, row: Item, at: datetime) -> list[Change]:
    """`other` becomes a part of `main`: its items move, its names become aliases, its own row ends.

    row: the row of `main`, a new one when it has none.
    """
    filled = {
        key: other.data[key] for key in ("description", "properties") if not row.data.get(key) and other.data.get(key)
    }
    part = {"name": other.name, "type": other.type, "aliases": list(other.aliases), "filled": filled}
    kind = main.type or other.type
    after = with_data(row, **filled, type=kind, merged=[*row.data.get("merged", ()), part])
    changes: list[Change] = [(main.row, replace(after, updated_at=at))]
    if other.row is not None:
        ended = replace(other.row, state=State.SUPERSEDED, superseded_by=row.id, valid_to=at, updated_at=at)
        changes.append((other.row, ended))
    latest = {item.id: item for item in (*main.items, *main.incoming, *other.items, *other.incoming)}
    before = dict(latest)
    for end, items in (("", main.items), ("other_", main.incoming)):
        if kind != main.type:
            latest |= {item.id: with_data(latest[item.id], **{f"{end}type": kind}) for item in items}
    for end, items in (("", other.items), ("other_", other.incoming)):
        latest |= {item.id: _moved(latest[item.id], end, main.name, kind) for item in items}
    return changes + [(before[key], item) for key, item in latest.items() if item is not before[key]]


def parted(main: Entity, other: str, at: datetime, ended: Item | None) -> list[Change]:
    """The inverse, whatever happened since: `other` gets back its items, names and row (`ended`). Empty when it is no part."""
    parts = list(main.data.get("merged", ()))
    part = next((p for p in reversed(parts) if fold(str(p["name"])) == fold(other)), None)
    if part is None or main.row is None:
        return []
    was: Name = [part["name"], part["type"]]
    left = {key: "" for key, value in part["filled"].items() if main.data.get(key) == value}
    row = with_data(main.row, **left, merged=[p for p in parts if p is not part])
    changes: list[Change] = [(main.row, replace(row, updated_at=at))]
    if ended is not None:
        changes.append((ended, replace(ended, state=State.ACTIVE, superseded_by="", valid_to=None, updated_at=at)))
    for item in {item.id: item for item in (*main.items, *main.incoming)}.values():
        back = _moved_back(_moved_back(item, "", was), "other_", was)
        if back is not item:
            changes.append((item, back))
    return changes


def renamed(entity: Entity, name: str, row: Item, at: datetime) -> list[Change]:
    """The entity under another name; the old one becomes an alias. row: its own, a new one when it has none."""
    aliases = [alias for alias in (*entity.data.get("aliases", ()), entity.name) if alias != name]
    after = replace(with_data(replace(row, subject=name), aliases=aliases), updated_at=at)
    latest = {item.id: replace(item, subject=name) for item in entity.items}
    for edge in entity.incoming:
        moved = latest.get(edge.id, edge)
        latest[edge.id] = replace(moved, data={**moved.data, "other": name})
    before = {item.id: item for item in (*entity.items, *entity.incoming)}
    return [(entity.row, after), *((before[key], item) for key, item in latest.items())]


def _moved(item: Item, end: str, name: str, kind: str) -> Item:
    """One end ("" for the subject, "other_" for the target of an edge) under another name; the old one goes on the stack."""
    old: Name = [str(item.data.get("other", "")) if end else item.subject, str(item.data.get(f"{end}type") or "")]
    return _named(item, end, name, kind, [*item.data.get(f"{end}was", ()), old])


def _moved_back(item: Item, end: str, was: Name) -> Item:
    stack: list[Any] = list(item.data.get(f"{end}was", ()))
    place = next((n for n, name in enumerate(stack) if _is(name, was)), None)
    return item if place is None else _named(item, end, stack[place][0], stack[place][1], stack[:place])


def _is(one: Name, other: Name) -> bool:
    return fold(one[0]) == fold(other[0]) and (one[1] == other[1] or not one[1] or not other[1])


def _named(item: Item, end: str, name: str, kind: str, stack: list[Any]) -> Item:
    data = {**item.data, f"{end}type": kind, f"{end}was": stack}
    if end:
        return replace(item, data={**data, "other": name})
    return replace(item, subject=name, data=data)
