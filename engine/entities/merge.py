"""Merging two entities into one, and taking them apart again. Pure: the changes of one act.

Each item that moves remembers where it came from, as a stack: so merges can be nested, and parted later, after other acts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from engine.database.items import Change
from engine.entities.attach import new_row, with_data
from engine.entities.graph import Entity, fold
from engine.item import Item, State

Name = list[str]
"""Name and type, as they stand in the data of a moved item."""


def merged(main: Entity, other: Entity, at: datetime) -> list[Change]:
    """`other` becomes a part of `main`: its items move, its names become aliases, its own row ends."""
    row = main.row or new_row(main, _newest(main, other), created_at=at)
    part = {"name": other.name, "type": other.type, "aliases": list(other.aliases)}
    filled = {key: other.data[key] for key in ("description", "properties") if not row.data.get(key) and other.data.get(key)}
    kind = main.type or other.type
    after = with_data(row, **filled, type=kind, merged=[*row.data.get("merged", ()), {**part, "filled": filled}])
    changes: list[Change] = [(main.row, replace(after, updated_at=at))]
    if other.row is not None:
        ended = replace(other.row, state=State.SUPERSEDED, superseded_by=row.id, valid_to=at, updated_at=at)
        changes.append((other.row, ended))
    moved: dict[str, tuple[Item, Item]] = {}
    for item in other.items:
        _put(moved, item, _moved(item, "", main.name, kind))
    for edge in other.incoming:
        latest = moved.get(edge.id, (edge, edge))[1]
        _put(moved, edge, _moved(latest, "other_", main.name, kind))
    return changes + list(moved.values())


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
    moved: dict[str, tuple[Item, Item]] = {}
    for item in (*main.items, *main.incoming):
        latest = moved.get(item.id, (item, item))[1]
        for end in ("", "other_"):
            latest = _moved_back(latest, end, was)
        if latest is not item:
            _put(moved, item, latest)
    return changes + list(moved.values())


def _put(moved: dict[str, tuple[Item, Item]], item: Item, after: Item) -> None:
    moved[item.id] = (moved.get(item.id, (item, item))[0], after)


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


def _newest(main: Entity, other: Entity) -> Item:
    return (*main.items, *main.incoming, *other.items, *other.incoming)[0]
