"""entity_memory: people, places, projects and things: facts (semantic), events (episodic) and relationships (edges).

An entity is a graph of small items that share a subject: one item a fact, an event or an edge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from engine.item import Item
from engine.language.names import mentions, proper_names
from engine.stores.base import Chosen, Draft, Store, closed, said, text_field

TYPES = ("person", "pet", "company", "organisation", "project", "place", "product", "event", "thing")
KINDS = ("fact", "event", "relationship")

_ROLE = re.compile(
    r"(?i)\b(?:my|our)\s+((?:[a-z]+\s+)?(?:wife|husband|partner|girlfriend|boyfriend|son|daughter|mother|mum|mom|father|dad|"
    r"sister|brother|aunt|uncle|cousin|grandmother|grandfather|grandma|grandpa|nan|niece|nephew|friend|boss|manager|colleague|"
    r"neighbour|neighbor|dog|cat|horse|car|bike|boat|house|company|team|club|landlord|teacher|doctor|vet))\b"
)


class EntityMemory(Store):
    """Facts, events and relationships of named things, each a small item under the entity's name."""

    name = "entity_memory"
    title = "People and things"
    letter = "E"
    scope = "namespace"
    otherwise = "user_memory"
    columns = {
        "subject": "VARCHAR",
        "kind": "VARCHAR",
        "type": "VARCHAR",
        "text": "VARCHAR",
        "other": "VARCHAR",
        "quote": "VARCHAR",
        "namespace": "VARCHAR",
    }
    captures = "facts, events and relationships of people, pets, companies, projects, places and products"

    def schema(self) -> Mapping[str, Any]:
        return closed(
            {
                "name": text_field(60),
                "type": {"type": "string", "enum": list(TYPES)},
                "kind": {"type": "string", "enum": list(KINDS)},
                "text": text_field(160),
            }
        )

    def read(self, entry: Mapping[str, Any], chosen: Chosen) -> list[Draft]:
        name, text = said(entry, "name"), said(entry, "text")
        if not name or not text or not mentions(chosen.quote, name):
            return []
        kind = said(entry, "kind") if said(entry, "kind") in KINDS else "fact"
        return [self.draft(name, said(entry, "type") or "thing", kind, text)]

    def plain(self, chosen: Chosen) -> list[Draft]:
        names = proper_names(chosen.quote)
        role = _ROLE.search(chosen.quote)
        name = names[0] if names else role[1].lower() if role else ""
        if not name:
            return []
        return [self.draft(name, "thing", "fact", chosen.text)]

    def draft(self, name: str, entity_type: str, kind: str, text: str) -> Draft:
        """One fact, event or edge; `other` is the second name of a relationship, when the text holds one."""
        others = [other for other in proper_names(text) if not mentions(name, other) and not mentions(other, name)]
        other = others[0] if kind == "relationship" and others else ""
        return Draft(kind, text, subject=name, data={"type": entity_type, **({"other": other} if other else {})})

    def render(self, items: Sequence[Item]) -> list[str]:
        return [
            f"- {item.text}"
            if mentions(item.text, item.subject) or not item.subject
            else f"- {item.subject}: {item.text}"
            for item in items
        ]
