"""user_profile: who the user is, one current value a field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from engine.item import Item
from engine.language.names import fold, proper_names
from engine.language.text import overlap, same_text, words
from engine.schema import fields_of
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
_NAME = r"(?P<v>[^\W\d_][\w'’-]*(?:\s+(?:(?:van|von|de|da|del|der|bin|al|zu)\s+)*[A-ZÀ-Þ][\w'’-]+){0,3})"
_CALLED = 0.75
"""How likely a sentence in which somebody says their name is one of the profile: more than that of any store in doubt."""
_NAMING = re.compile(
    r"(?i)\bnam|\bcall|\bknown as\b|\bgo by\b|\bi ?['’]?m\b|\bi am\b|\bthis is\b|\bhere\b|\bnenn|\bhei(?:ß|ss)|\bich bin\b|\bllam"
    r"|\bsoy\b|\bappel|\bje suis\b|\bnom\b|\bchiam|\bsono\b|\bcham|\bsou\b|\bheet\b|\bik ben\b|\bnaam\b|\bnazyw|\bimi|\bjestem\b"
    r"|叫|名|我是|私|नाम|मैं"
)
"""What a sentence must hold for a writer to find a name in it: a 1.5B model took the name "Whitby" out of "I live in Whitby"."""
_NOBODY = re.compile(r"(?i)(?:she|he|it|they|we|you|that|this|there|what|who)\b")
"""No name: "She's here!" """
_PRONOUN = re.compile(r"(?i)\b(?:i|me|my|you|your|it|we|us|our)\b")
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "preferred_name",
            r"(?i:\b(?:call me|i go by|everyone (?:calls me|says)|known as|just call me))\s+(?P<v>[^\W\d_][\w'’-]+)",
        ),
        (
            "preferred_name",
            r"(?i:\b(?:nenn(?:t|en sie)? mich|ll[áa]mame|appelle[sz]?[- ]moi|chiamami|me chame de|me chama de|noem me|m[óo]w mi)\s+)"
            + _NAME,
        ),
        ("preferred_name", r"叫我(?P<v>[^\W\d_]{1,8}?)(?=[吧就好,,。!!]|$)"),
        ("name", r"(?:我叫|我的名字是|我是叫)(?P<v>[^\W\d_]{1,8}?)(?=[,,。!!是在]|$)"),
        ("name", r"(?:私は|私の名前は)(?P<v>[^\W\d_]{1,10}?)(?=(?:と申します|といいます|と言います))"),
        ("name", r"मेरा नाम\s+(?P<v>\S+(?:\s+\S+)?)\s+है"),
        (
            "name",
            r"(?i:\b(?:ich hei(?:ß|ss)e|mein name ist|me llamo|mi nombre es|je m['’]appelle|mon nom est|mi chiamo|il mio nome è"
            r"|meu nome [ée]|(?:eu )?me chamo|ik heet|mijn naam is|nazywam si[ęe]|mam na imię|mera naam)\s+)" + _NAME,
        ),
        ("name", r"^\W*" + _NAME + r"\s+(?i:ist mein name|est mon nom|es mi nombre|è il mio nome|é (?:o )?meu nome)\b"),
        (
            "name",
            r"(?i:\b(?:my (?:full )?name(?:'s|’s| is)|name's|i am called))\s+(?P<v>[^\W\d_][\w'’-]*(?:\s+(?:(?:van|von|de|da|del|der|bin|al)\s+)*[A-ZÀ-Þ][\w'’-]+){0,3})",
        ),
        (
            "name",
            r"(?:\b[Ii](?:'m|’m| am)|\b[Tt]his is)\s+(?P<v>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){0,2})(?=\s*(?:[,.!]|by the way|and\b|here\b|$))",
        ),
        (
            "name",
            r"(?i:\b(?:soy|sono|eu sou|sou (?:o|a)))\s+(?P<v>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){0,2})(?=\s*(?:[,.!]|\by\b|\be\b|$))",
        ),
        (
            "name",
            r"^(?i:(?:hi|hello|hey)\b[^.!?]{0,20}\bthis is)\s+(?P<v>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){0,2})\W*$",
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

_SURELY = [
    pattern for name, pattern in _PATTERNS if name in ("name", "preferred_name") and "[Tt]his is" not in pattern.pattern
]
"""The patterns of a name that can hardly mean anything else ("I'm Polish" is no name)."""


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
        self.own = {field.name: field for field in fields_of(schema)}
        self.fields = {**FIELDS, **{field.name: field.description for field in self.own.values()}}

    def claims(self, sentence: str) -> float:
        """A sentence in which somebody says their own name belongs here, and one that fills a field of the user's own schema,
        which the trained head does not know."""
        if any(self._own_value(name, sentence) for name in self.own):
            return 1.0
        return _CALLED if any(pattern.search(sentence) for pattern in _SURELY) else 0.0

    def schema(self) -> Mapping[str, Any]:
        entry = closed({"field": {"type": "string", "enum": list(self.fields)}, "value": text_field(60)})
        return {"type": "array", "items": entry, "minItems": 1, "maxItems": 3}

    def read(self, entry: Mapping[str, Any] | Sequence[Any], chosen: Chosen) -> list[Draft]:
        rows = entry if isinstance(entry, (list, tuple)) else [entry]
        drafts = {draft.key: draft for draft in self.plain(chosen)}
        taken = {fold(str(draft.data["value"])): key for key, draft in drafts.items()}
        for row in rows:
            field, worded = (said(row, "field"), said(row, "value")) if isinstance(row, Mapping) else ("", "")
            value = _respelled(worded, chosen.quote)
            draft = self.draft(field, value) if _sound(field, value, chosen.quote) else None
            if draft is not None and taken.setdefault(fold(value), field) == field:
                drafts[draft.key] = self._both(drafts.get(draft.key), draft)
        return list(drafts.values())

    def plain(self, chosen: Chosen) -> list[Draft]:
        known = self.draft(*chosen.value) if chosen.value else None
        if known is not None:
            return [known]
        drafts: dict[str, Draft] = {}
        for name, pattern in _PATTERNS:
            found = pattern.search(chosen.quote)
            if found is None or (name == "name" and _NOBODY.match(found["v"])):
                continue
            draft = self.draft(name, found["v"].strip())
            if draft is not None:
                drafts.setdefault(name, draft)
        for name in self.own:
            draft = self.draft(name, self._own_value(name, chosen.quote))
            if draft is not None:
                drafts[name] = draft
        return list(drafts.values())

    def draft(self, field: str, value: str | Sequence[str]) -> Draft | None:
        """One field with its value, or values of a list field; None for an unknown field or an empty value (which wipes
        nothing)."""
        text = value if isinstance(value, str) else ", ".join(value)
        if field not in self.fields or said({"value": text}, "value") == "":
            return None
        kept: str | list[str] = text.strip()
        if self._many(field):
            kept = _values(text)
            text = ", ".join(kept)
        return Draft("field", f"{label(field)}: {text.strip()}", subject="user", key=field, data={"value": kept})

    def merge(self, old: Item, draft: Draft) -> Draft:
        """The new value; a list field grows."""
        before = old.data.get("value")
        if not self._many(draft.key):
            return draft
        known = [str(value) for value in before] if isinstance(before, list) else _values(str(before or ""))
        fresh = [value for value in draft.data["value"] if not any(same_text(value, one) for one in known)]
        return self.draft(draft.key, [*known, *fresh]) or draft

    def render(self, items: Sequence[Item]) -> list[str]:
        return [f"- {label(item.key)}: {_shown(item)}" for item in items]

    def _many(self, field: str) -> bool:
        return field in self.own and self.own[field].many

    def _both(self, first: Draft | None, second: Draft) -> Draft:
        """Two drafts of one field: the first holds, of a list field both."""
        if first is None or not self._many(first.key):
            return first or second
        values = {fold(value): value for value in (*first.data["value"], *second.data["value"])}
        return self.draft(first.key, list(values.values())) or first

    def _own_value(self, name: str, sentence: str) -> str:
        """What "my <field> is <value>" says of a field of the user's own schema; "" when it says nothing."""
        worded = re.escape(name.replace("_", " ").rstrip("s"))
        found = re.search(
            rf"(?i)\bmy {worded}s?(?: (?:is|are)|:|'s| =)\s+(?:called |named )?(?P<v>[^.;!?\n]{{1,80}})", sentence
        )
        return found["v"].strip(" ,") if found and not sentence.rstrip().endswith("?") else ""


def _respelled(value: str, quote: str) -> str:
    """The value in the sentence's own spelling: a model writes "Gdansk" for "Gdańsk"."""
    own = {fold(word): word for word in words(quote)}
    return " ".join(own.get(fold(word), word) for word in value.split())


def _sound(field: str, value: str, quote: str) -> bool:
    """Whether a worded value can be the field's: all of it from the sentence, no pronoun, and for a name, a name."""
    if overlap(value, quote) < 1.0 or len(value.split()) > LONGEST_VALUE or _PRONOUN.search(value):
        return False
    if field not in ("name", "preferred_name"):
        return True
    return bool(_NAMING.search(quote)) and (value in proper_names(quote) or value.istitle())


def _values(text: str) -> list[str]:
    """The values that a text lists: "chess, climbing and jazz" are three."""
    return [part.strip() for part in re.split(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+", text) if part.strip()]


def _shown(item: Item) -> str:
    value = item.data.get("value", item.text)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def label(field: str) -> str:
    """A field's name as people read it: "preferred_name" is "Preferred name"."""
    return field.replace("_", " ").capitalize()
