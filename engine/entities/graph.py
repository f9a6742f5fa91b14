"""Which items speak of which entity, and which entity a name means. Pure: made from the active items of one namespace.

An entity is no row of its own: it is the items that share a name and a type. A row of kind "entity" is kept beside them only
for what no fact can hold: a description, aliases, properties, that it is archived, what was merged into it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from engine.item import Item
from engine.language import names
from engine.language.names import canonical_type, mentions, split_type

STORE = "entity_memory"
UNCLEAR = "thing"
"""The type of what was heard of a bare name that two entities bear: an entity of its own until somebody says which."""

Key = tuple[str, str]
"""Folded name and type."""

_FAMILIES: Mapping[str, str] = {
    word: family
    for family, members in {
        "being": "person pet",
        "group": "company organisation team group",
        "work": "project product tool document concept",
    }.items()
    for word in members.split()
}
"""Types that a listener confuses; a type that was only guessed does not part two of a family."""
_NO_PERSON = frozenset(
    "street road avenue lane square lake river mount mountain park bridge harbor harbour port bay beach island valley hill "
    "station airport university college school hospital museum church club team band bank hotel cafe restaurant bar "
    "company group labs lab systems software studio project api app server new old north south east west saint san "
    "santa los las el la le the city county inc ltd gmbh".split()
)

fold = lru_cache(maxsize=20_000)(names.fold)


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity as it is known now. `items`: its facts, events and edges, `incoming`: edges that point at it, newest first."""

    name: str
    type: str = ""
    row: Item | None = None
    items: tuple[Item, ...] = ()
    incoming: tuple[Item, ...] = ()

    @property
    def qualified(self) -> str:
        """The name that means this entity and no other: "project/Harbor"."""
        return f"{self.type or UNCLEAR}/{self.name}"

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its other spellings and names: told, heard with a fact, or merged into it."""
        told = [str(alias) for alias in self.data.get("aliases", ())]
        merged = [name for part in self.data.get("merged", ()) for name in (part["name"], *part["aliases"])]
        heard = [item.data["as"] for item in reversed(self.items) if item.data.get("as")]
        return tuple(dict.fromkeys(name for name in (*told, *merged, *heard) if name != self.name))

    @property
    def roles(self) -> tuple[str, ...]:
        """What the user calls it beside its name: "sister" for "my sister Ana"."""
        return tuple(dict.fromkeys(str(item.data["role"]) for item in self.items if item.data.get("role")))

    @property
    def data(self) -> Mapping[str, Any]:
        """What its own row holds."""
        return self.row.data if self.row is not None else {}

    @property
    def archived(self) -> bool:
        """Whether it is out of context and directory."""
        return bool(self.data.get("archived"))

    @property
    def description(self) -> str:
        """One line about it, or ""."""
        return str(self.data.get("description", ""))

    @property
    def known(self) -> tuple[Item, ...]:
        """All items that speak of it: its row, its own items, and the edges that point at it."""
        return (*((self.row,) if self.row is not None else ()), *self.items, *self.incoming)

    @property
    def touched(self) -> datetime:
        """When something was last written of it."""
        return max((item.updated_at or item.created_at or datetime.min for item in self.known), default=datetime.min)


@dataclass(slots=True)
class _Group:
    name: str = ""
    row: Item | None = None
    items: list[Item] = field(default_factory=list)
    incoming: list[Item] = field(default_factory=list)


class Graph:
    """The entities of one namespace."""

    def __init__(self, items: Iterable[Item]) -> None:
        """items: active ones of the store, in any order."""
        ordered = sorted((i for i in items if i.store == STORE), key=lambda i: (i.created_at or datetime.min, i.id))
        self._types: dict[str, str] = {}
        for name, kind in (end for item in ordered for end in ends(item)):
            if kind and kind != UNCLEAR:
                self._types.setdefault(fold(name), kind)
        groups: dict[Key, _Group] = {}
        for item in ordered:
            self._sort_in(item, groups)
        self._entities = {
            key: Entity(group.name, key[1], group.row, tuple(reversed(group.items)), tuple(reversed(group.incoming)))
            for key, group in groups.items()
        }

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._entities.values())

    def entity_of(self, item: Item) -> Entity | None:
        """The entity that an item (of the graph, or one that was attached to it) is about."""
        return self._entities.get(self._key(item.subject, kind_of(item)))

    def candidates(self, name: str, kind: str = "", *, guess: bool = False) -> list[Entity]:
        """The entities that `name` may mean: those called so, else by an alias, else by role, else by first name.

        name may be qualified ("project/Harbor"). kind: its type, when known; with `guess` a related type fits as well.
        """
        qualified, bare = split_type(name)
        kind = canonical_type(kind) or qualified
        key = fold(bare)
        layers: tuple[Callable[[Entity], bool], ...] = (
            lambda e: fold(e.name) == key,
            lambda e: key in map(fold, e.aliases),
            lambda e: key in map(fold, e.roles),
            lambda e: _first_name(e) == key,
        )
        for bears in layers:
            found = [e for e in self if bears(e) and _fits(e.type, kind, guess)]
            if found:
                return [e for e in found if e.type == kind] or found
        return []

    def spoken_of(self, message: str) -> list[Entity]:
        """The live entities that a message names: by name, alias, first name or "my sister"; whole words only."""
        folded = fold(message)
        return [e for e in self if not e.archived and self._is_named(e, message, folded)]

    def hidden(self) -> set[str]:
        """Ids of items that are in no context: those of archived entities, and rows that say nothing."""
        silent = {e.row.id for e in self if e.row is not None and not e.description and not e.data.get("properties")}
        return silent | {item.id for e in self if e.archived for item in (*e.items, *((e.row,) if e.row else ()))}

    def _is_named(self, entity: Entity, message: str, folded: str) -> bool:
        if any(fold(name) in folded and mentions(message, name) for name in (entity.name, *entity.aliases)):
            return True
        if any(re.search(rf"(?i)\b(?:my|our)\s+(?:\w+\s+)?{re.escape(role)}\b", message) for role in entity.roles):
            return True
        first = _first_name(entity)
        return bool(first) and first in folded and mentions(message, first) and len(self.candidates(first)) == 1

    def _key(self, name: str, kind: str) -> Key:
        return (fold(name), kind or self._types.get(fold(name), ""))

    def _sort_in(self, item: Item, groups: dict[Key, _Group]) -> None:
        for place, (name, kind) in enumerate(ends(item)):
            group = groups.setdefault(self._key(name, kind), _Group())
            group.name = group.name or name
            if item.kind == "entity":
                group.name, group.row = name, item
            else:
                (group.incoming if place else group.items).append(item)


def ends(item: Item) -> tuple[tuple[str, str], ...]:
    """Name and type of what an item is about, and of what an edge points at."""
    subject = (item.subject, kind_of(item))
    other = str(item.data.get("other") or "") if item.kind == "relationship" else ""
    return (subject, (other, str(item.data.get("other_type") or ""))) if other else (subject,)


def kind_of(item: Item) -> str:
    """The type of the entity that an item is about, "" when it is not known."""
    return str(item.data.get("type") or "")


def together(one: Item, other: Item) -> bool:
    """Whether two items are seen by the same people: the same namespace, and a private one of the same user."""
    return one.namespace == other.namespace and (one.namespace != "user" or one.user_id == other.user_id)


def _fits(known: str, asked: str, guess: bool) -> bool:
    if not asked or known == asked:
        return True
    if not known:
        return True
    return guess and known in _FAMILIES and _FAMILIES[known] == _FAMILIES.get(asked)


def _first_name(entity: Entity) -> str:
    """The folded first name of what is, or looks like, a person; "" for anything else."""
    parts = fold(entity.name).split()
    if len(parts) < 2 or len(parts[0]) < 2 or entity.type not in ("person", ""):
        return ""
    plain = all(part.isalpha() and part not in _NO_PERSON for part in parts)
    capital = all(word[:1].isupper() for word in (entity.name.split()[0], entity.name.split()[-1]))
    return parts[0] if entity.type or (plain and capital and len(parts) <= 4) else ""
