"""user_profile: who the user is, one current value a field."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from typing import Any

from engine.item import Item
from engine.language.names import proper_names
from engine.language.text import overlap
from engine.stores.base import Chosen, Draft, Store, closed, said, text_field

FIELDS: Mapping[str, str] = {
    "name": "full name",
    "preferred_name": "what the user wants to be called",
    "pronouns": "pronouns",
    "home": "town or country where the user lives",
    "origin": "where the user comes from",
    "role": "job or occupation",
    "employer": "company or place of work",
    "language": "native or preferred language",
    "timezone": "time zone",
    "age": "age in years",
    "birthday": "date of birth",
}

LONGEST_VALUE = 8
"""Words of a value at most; what is longer is a sentence, and no field."""
_PRONOUN = re.compile(r"(?i)\b(?:i|me|my|you|your|it|we|us|our)\b")
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "preferred_name",
            r"(?i:\b(?:call me|i go by|everyone (?:calls me|says)|known as|just call me))\s+(?P<v>[^\W\d_][\w'’-]+)",
        ),
        (
            "name",
            r"(?i:\b(?:my (?:full )?name(?:'s|’s| is)|name's|i am called))\s+(?P<v>[^\W\d_][\w'’-]*(?:\s+(?:(?:van|von|de|da|del|der|bin|al)\s+)*[A-ZÀ-Þ][\w'’-]+){0,3})",
        ),
        (
            "name",
            r"(?:\b[Ii](?:'m|’m| am)|\b[Tt]his is)\s+(?P<v>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){0,2})(?=\s*(?:[,.!]|by the way|and\b|here\b|$))",
        ),
        ("name", r"^(?P<v>[A-ZÀ-Þ][\w'’-]+)\s+here\b"),
        ("pronouns", r"(?i:\b(?P<v>(?:she|he|they)/(?:her|him|them)(?:/\w+)?))\b"),
        (
            "age",
            r"(?i:\b(?:i'm|i’m|i am|im)\s+(?P<v>\d{1,3})(?:\s+years? old)?\b(?!\s*(?:%|km|miles|minutes|weeks|months)))",
        ),
        (
            "home",
            r"(?i:\b(?:i live|i'm based|i am based|based|i've moved|i moved|we live|we moved)\s+(?:in|to|near)\s+)(?P<v>[A-ZÀ-Þ][\w'’-]+(?:[ ,]+[A-ZÀ-Þ][\w'’-]+){0,2})",
        ),
        (
            "origin",
            r"(?i:\b(?:i'm|i am|i come|originally)\s+(?:originally\s+)?from\s+)(?P<v>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){0,2})",
        ),
        (
            "role",
            r"(?i:\b(?:i work as|i'm working as|my job is)\s+(?:an?\s+)?(?P<v>[\w' -]{3,40}?))(?=\s*(?:[,.;!]|\bat\b|\bin\b|\bfor\b|\band\b|$))",
        ),
        ("timezone", r"\b(?P<v>(?:UTC|GMT|CET|CEST|EST|PST)(?:\s?[+-]\d{1,2})?)\b"),
    )
)


class UserProfile(Store):
    """One value a field; a new value supersedes the old one. Custom fields come from a dataclass."""

    name = "user_profile"
    title = "User profile"
    letter = "P"
    slots = True
    pinned = True
    otherwise = "user_memory"
    columns = {"key": "VARCHAR", "value": "VARCHAR", "text": "VARCHAR", "quote": "VARCHAR"}
    captures = "who the user is: name, what they are called, home, job, language, age"

    def __init__(self, schema: type | None = None) -> None:
        own = {f.name: str(f.metadata.get("description", "")) for f in dataclasses.fields(schema)} if schema else {}
        self.fields = {**FIELDS, **own}

    def schema(self) -> Mapping[str, Any]:
        entry = closed({"field": {"type": "string", "enum": list(self.fields)}, "value": text_field(60)})
        return {"type": "array", "items": entry, "minItems": 1, "maxItems": 3}

    def read(self, entry: Mapping[str, Any] | Sequence[Any], chosen: Chosen) -> list[Draft]:
        rows = entry if isinstance(entry, (list, tuple)) else [entry]
        drafts = {draft.key: draft for draft in self.plain(chosen)}
        for row in rows:
            field, value = (said(row, "field"), said(row, "value")) if isinstance(row, Mapping) else ("", "")
            draft = self.draft(field, value) if _sound(field, value, chosen.quote) else None
            if draft is not None:
                drafts.setdefault(draft.key, draft)
        return list(drafts.values())

    def plain(self, chosen: Chosen) -> list[Draft]:
        drafts: dict[str, Draft] = {}
        for name, pattern in _PATTERNS:
            found = pattern.search(chosen.quote)
            draft = self.draft(name, found["v"].strip()) if found else None
            if draft is not None:
                drafts.setdefault(name, draft)
        return list(drafts.values())

    def draft(self, field: str, value: str) -> Draft | None:
        """One field with its value; None for an unknown field or an empty value (which wipes nothing)."""
        if field not in self.fields or not value:
            return None
        return Draft("field", f"{label(field)}: {value}", subject="user", key=field, data={"value": value})

    def render(self, items: Sequence[Item]) -> list[str]:
        return [f"- {label(item.key)}: {item.data.get('value', item.text)}" for item in items]


def _sound(field: str, value: str, quote: str) -> bool:
    """Whether a worded value can be the field's: all of it from the sentence, no pronoun, and for a name, a name."""
    if overlap(value, quote) < 1.0 or len(value.split()) > LONGEST_VALUE or _PRONOUN.search(value):
        return False
    return field not in ("name", "preferred_name") or value in proper_names(quote) or value.istitle()


def label(field: str) -> str:
    """A field's name as people read it: "preferred_name" is "Preferred name"."""
    return field.replace("_", " ").capitalize()
