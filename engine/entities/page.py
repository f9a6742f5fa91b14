"""An entity as it is read: its page, the lines of a prompt, the directory, and the search by name and words. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from engine.clock import to_local
from engine.entities.attach import row_text
from engine.entities.graph import Entity, Graph, fold
from engine.item import Item
from engine.language.names import mentions
from engine.language.text import terms

SHOWN = 10
"""Facts, events and edges of an entity that a prompt gets, each; the rest is counted."""
LISTED = 40
"""Names that the directory lists; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship as one of its ends sees it. outgoing: from this entity to `other`."""

    relation: str
    other: str
    outgoing: bool
    item: Item


@dataclass(frozen=True, slots=True)
class Page:
    """All that is known of an entity: facts newest first, events as they happened, relationships of both directions."""

    entity: Entity
    facts: tuple[Item, ...] = ()
    events: tuple[Item, ...] = ()
    relationships: tuple[Edge, ...] = ()

    def lines(self, limit: int = SHOWN) -> list[str]:
        """One heading and one line an item, at most `limit` of each kind; what is left out is counted ("10 of 12")."""
        return [
            heading(self.entity),
            *_some("facts", [f"- {_day(item)}: {item.text}" for item in self.facts], limit),
            *_some("events", [f"- {_day(item)}: {item.text}" for item in reversed(self.events)], limit),
            *_some("relationships", [f"- {_day(e.item)}: {e.item.text}" for e in self.relationships], limit),
        ]


@dataclass(frozen=True, slots=True)
class Found:
    """One result of a search: an entity, those of its items that hold the words, and its score (3 for its very name)."""

    entity: Entity
    items: tuple[Item, ...]
    score: float


def page(entity: Entity) -> Page:
    """The page of an entity. An edge that a merge bent back to itself, and a second one that says the same, are left out."""
    edges: dict[tuple[str, str, bool], Edge] = {}
    for item in (*entity.items, *entity.incoming):
        if item.kind == "relationship":
            outgoing = item in entity.items
            other = str(item.data.get("other", "")) if outgoing else item.subject
            edge = Edge(str(item.data.get("relation", "")), other, outgoing, item)
            if not (item in entity.items and item in entity.incoming):
                edges.setdefault((fold(edge.relation), fold(other), outgoing), edge)
    events = sorted((i for i in entity.items if i.kind == "event"), key=lambda i: i.valid_from or datetime.min)
    facts = (i for i in entity.items if i.kind not in ("event", "relationship"))
    return Page(entity, tuple(facts), tuple(events), tuple(edges.values()))


def heading(entity: Entity) -> str:
    """The entity in one line: name, type, other names, description, and whether it is archived."""
    line = row_text(entity.name, {**entity.data, "type": entity.type, "aliases": entity.aliases})
    return f"{line} [archived]" if entity.archived else line


def directory(graph: Graph, limit: int = LISTED) -> list[str]:
    """The live entities by name and type, the latest touched first, at most `limit`; what is left out is counted."""
    live = sorted((e for e in graph if not e.archived), key=lambda e: e.touched, reverse=True)
    names = [f"{e.name} ({e.type})" if e.type else e.name for e in live[:limit]]
    return names + ([f"({limit} of {len(live)})"] if len(live) > limit else [])


def search(graph: Graph, query: str, limit: int) -> list[Found]:
    """Entities whose names or values hold the words of `query`, best first: the name itself, in the name, in what is said."""
    key, wanted = fold(query), set(terms(query))
    if not key:
        return []
    found = [result for entity in graph if (result := _match(entity, query, key, wanted)) is not None]
    return sorted(found, key=lambda f: (f.score, f.entity.touched), reverse=True)[:limit]


def _match(entity: Entity, query: str, key: str, wanted: set[str]) -> Found | None:
    names = (entity.name, *entity.aliases)
    about = " ".join((entity.description, *map(str, dict(entity.data.get("properties") or {}).values())))
    items = tuple(i for i in (*entity.items, *entity.incoming) if _holds(i.text, query, wanted) >= 1)
    if key in map(fold, names):
        score = 3.0
    elif any(mentions(name, query) for name in names):
        score = 2.0
    else:
        whole = " ".join((*names, entity.type, about, *(i.text for i in entity.items)))
        score = 1.0 if items else 0.9 * _holds(whole, query, wanted)
    return Found(entity, items, score) if score >= 0.5 else None


def _holds(text: str, query: str, wanted: set[str]) -> float:
    """Share of the query that a text holds: 1 for the phrase or all of its terms."""
    if mentions(text, query):
        return 1.0
    return len(wanted & set(terms(text))) / len(wanted) if wanted else 0.0


def _some(what: str, lines: Sequence[str], limit: int) -> list[str]:
    more = [f"- ({limit} of {len(lines)} {what}, the newest)"] if len(lines) > limit else []
    return [*lines[:limit], *more]


def _day(item: Item) -> str:
    if item.kind == "event" and item.data.get("date"):
        return str(item.data["date"])
    moment = item.valid_from or item.created_at
    return f"{to_local(moment):%Y-%m-%d}" if moment else "undated"
