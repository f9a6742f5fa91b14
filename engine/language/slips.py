"""Slips of typing that are put right in the same breath, as people do in chats: "im a wielder *welder". Pure."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_STARRED = re.compile(r"(?<![\w*])\*(?=[^\W\d_])([\w'’-]+)(?![\w*])\s*")
_WORD = re.compile(r"[\w'’-]+")
ALIKE = 0.6
"""Least likeness of the word that is meant: "wielder" and "welder" have .92 and "port" and "PORK" .75."""
REACH = 12
"""Words before the star that are looked at."""


def mended(text: str) -> str:
    """The text with each "*word" in place of the word before it that it is most like; without one it stays."""
    while (star := _STARRED.search(text)) is not None:
        word, head = star[1], text[: star.start()]
        before = [(_alike(found[0], word), found.span()) for found in list(_WORD.finditer(head))[-REACH:]]
        likeness, (start, end) = max(before, default=(0.0, (0, 0)))
        if likeness < ALIKE:
            return text
        meant = word.lower() if word.isupper() and len(word) > 1 else word
        text = f"{head[:start]}{meant}{head[end:]}{text[star.end() :]}".rstrip()
    return text


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
