"""A new name for the user in place of the one that is known: "it's Samira now, not Sam", "drop the Gus, I go by Dino". Pure.

Only where the message says of the known name that it is over, and one other name stands where a name is given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.decide import Exchange
from engine.item import Item
from engine.language.names import fold, mentions, proper_names
from engine.language.segments import segment
from engine.stores import Chosen, UserProfile

_OVER = (
    r"(?:not|no longer|no more|never|nobody\b[^.!?\n]{0,30}|no one\b[^.!?\n]{0,30}|drop(?:ped)?|stop\b[^.!?\n]{0,20}|forget"
    r"|instead of|rather than|n['’]t\b[^.!?\n]{0,20})\s+(?:the |my |me |as |being |called )*"
)
_GIVEN = (
    r"(?i:\b(?:it['’]?s|its|i['’]?m|i am|call me|use|prefer|go(?:ing)? by|went back to|(?:make|write|let) (?:it|that)(?: be)?"
    r"|name is|name['’]s|known as|am|just))\s+{name}\b"
    r"|\b{name}\b(?i:,?\s+(?:will do|is fine|is better|from (?:now|here) on|now\b|please|pls|instead|does nicely|works))"
)


def renamed(chosen: Sequence[Chosen], exchange: Exchange, known: Sequence[Item]) -> tuple[Chosen, ...]:
    """What was chosen, with the new name as a value of the profile in place of the sentence that gives it.

    known: the items of the profile in force.
    """
    old = {key: str(i.data.get("value") or "") for key in ("name", "preferred_name") for i in known if i.key == key}
    names = [part for value in old.values() for part in (value, *value.split()) if part]
    sentence, name = _given(exchange.user, names)
    if not name:
        return tuple(chosen)
    only = [key for key, value in old.items() if len(value.split()) == 1]
    field = only[-1] if only else "preferred_name"
    value = Chosen(
        UserProfile.name,
        sentence,
        sentence,
        exchange.said_at,
        correction=True,
        correcting=exchange.user,
        value=(field, name),
    )
    lasting = [one for one in chosen if one.store != UserProfile.name or one.quote == sentence or not _ends(one, names)]
    rest = [
        one if one.quote != sentence else replace(one, store=UserProfile.name, value=value.value, confidence=1.0)
        for one in lasting
    ]
    return tuple(rest) if any(one.value for one in rest) else (*rest, value)


def _given(message: str, names: Sequence[str]) -> tuple[str, str]:
    """The sentence that gives a new name, and the name; ("", "") when none or several do, or no known one is over."""
    if not any(re.search(rf"(?i:\b|(?<=n)){_over(name)}", message) for name in names):
        return "", ""
    own = [piece.text for piece in segment(message) if piece.kind in ("said", "question", "request")]
    mine = {fold(name) for name in names}
    found = {
        (text, name)
        for text in own
        for name in _named(text)
        if fold(name) not in mine and re.search(_GIVEN.format(name=re.escape(name)), text)
    }
    return found.pop() if len(found) == 1 else ("", "")


def _ends(one: Chosen, names: Sequence[str]) -> bool:
    return any(mentions(one.quote, name) for name in names)


def _over(name: str) -> str:
    return rf"(?i:{_OVER}){re.escape(name)}\b"


def _named(text: str) -> list[str]:
    """Names in a sentence, and its first word where that is one by its capital."""
    first = re.match(r"\W*([A-ZÀ-Þ][\w'’-]+)\s+(?:will do|is fine|does|works|please|from)\b", text)
    return [
        *proper_names(text),
        *([first[1]] if first and not mentions(" ".join(proper_names(text)), first[1]) else []),
    ]
