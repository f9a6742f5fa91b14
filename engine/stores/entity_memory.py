"""entity_memory: people, places, projects and things: facts (semantic), events (episodic) and relationships (edges).

An entity is a graph of small items that share a subject: one item a fact, an event or an edge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from engine.item import Item
from engine.language.names import canonical_type, mentions, proper_names
from engine.stores.base import Chosen, Draft, Store, closed, said, text_field

TYPES = ("person", "pet", "company", "organisation", "project", "place", "product", "event", "thing")
KINDS = ("fact", "event", "relationship")

_KIN = (
    r"wife|husband|partner|girlfriend|boyfriend|son|daughter|mother|mum|mom|father|dad|sister|brother|aunt|uncle|cousin"
    r"|grandmother|grandfather|grandma|grandpa|nan|niece|nephew|friend|boss|manager|colleague|neighbour|neighbor|landlord"
    r"|teacher|doctor|vet"
)
_PETS = r"dog|cat|horse|puppy|kitten|rabbit|parrot"
_THINGS = r"car|bike|boat|house|company|team|club"
_ROLE = re.compile(rf"(?i)\b(?:my|our)\s+((?:[a-z]+\s+)?(?:{_KIN}|{_PETS}|{_THINGS}))\b")
_NAMED_ROLE = (
    rf"(?i:\b(?:my|our)\s+(?:[a-z]+\s+)?)(?P<role>(?i:{_KIN}|{_PETS})),?\s+(?i:(?:is\s+)?(?:called\s+|named\s+)?)"
)
_DATED = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_CLAUSE = re.compile(r"[,;:.!?]|\b(?:and|but|because|who|which|that)\b")


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
        "relation": "VARCHAR",
        "other": "VARCHAR",
        "date": "DATE",
        "description": "VARCHAR",
        "aliases": "VARCHAR",
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
        if not name or not text or not mentions(f"{chosen.about} {chosen.quote}", name):
            return []
        kind = said(entry, "kind") if said(entry, "kind") in KINDS else "fact"
        return [self.draft(name, said(entry, "type"), kind, text, f"{chosen.about} {chosen.quote}".strip())]

    def plain(self, chosen: Chosen) -> list[Draft]:
        whole = f"{chosen.about} {chosen.quote}".strip()
        names = proper_names(chosen.about) or ([] if chosen.about else proper_names(chosen.quote))
        role = _ROLE.search(whole)
        name = names[0] if names else role[1].lower() if role else ""
        if not name:
            return []
        kind = "event" if _DATED.search(chosen.text) else "fact"
        return [self.draft(name, "", kind, chosen.text, whole)]

    def draft(self, name: str, entity_type: str, kind: str, text: str, quote: str = "") -> Draft:
        """One fact, event or edge; `other` and `relation` of an edge, when the text holds a second name.

        What the user calls it beside its name is kept as its `role`: "my sister Ana" is found as "my sister" too.
        """
        role = role_of(name, quote)
        typed = canonical_type(entity_type)
        data = {"type": typed if typed != "thing" else _type_of_role(role or name), "role": role}
        if kind == "relationship":
            data |= _edge(name, text)
        return Draft(kind, text, subject=name, data={key: value for key, value in data.items() if value})

    def render(self, items: Sequence[Item]) -> list[str]:
        return [
            f"- {item.text}"
            if mentions(item.text, item.subject) or not item.subject
            else f"- {item.subject}: {item.text}"
            for item in items
        ]


def role_of(name: str, sentence: str) -> str:
    """What "my sister Ana" or "Ana is my sister" calls Ana: "sister"; "" when nothing."""
    spelled = re.escape(name)
    found = re.search(_NAMED_ROLE + rf"{spelled}\b", sentence) or re.search(
        rf"\b{spelled}(?:\s+is|,)\s+(?:my|our)\s+(?:[a-z]+\s+)?(?P<role>{_KIN}|{_PETS})\b", sentence
    )
    return found["role"].lower() if found else ""


def _type_of_role(role: str) -> str:
    """The type that a role tells: a sister is a person, a dog a pet; "" when it tells none."""
    last = role.rpartition(" ")[2].lower()
    return "person" if last in _KIN.split("|") else "pet" if last in _PETS.split("|") else ""


def _edge(name: str, text: str) -> dict[str, str]:
    """The second name in a text and the words that lead to it: "works at" and "Acme" of "Ana works at Acme"."""
    others = [other for other in proper_names(text) if not mentions(name, other) and not mentions(other, name)]
    if not others:
        return {}
    start, end = text.find(name), text.find(others[0])
    between = text[start + len(name) : end].strip() if 0 <= start < end else ""
    plain = between and len(between.split()) <= 5 and not _CLAUSE.search(between)
    return {"other": others[0], "relation": between if plain else "related to"}
