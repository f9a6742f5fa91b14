"""Which way a date points: the words around "on Friday" tell past from future, and habit from event."""

from __future__ import annotations

import re
from functools import cache

from engine.language.date_words import ENGLISH, Language

_REACH = 300  # characters on either side that are read at most: a text without full stops must not cost its square
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)|[\n;]")
_CLAUSE_END = re.compile(r",|\s(?:but|because|while|although|and|so|aber|weil|und|mais|parce|pero|porque)\s| - ", re.I)
_SINCE = re.compile(r"\b(?:since|seit|depuis|desde)\s+(?:the\s+|le\s+|el\s+|dem\s+)?$", re.I)
_AHEAD = re.compile(
    r"(?:\b(?:until|till|til|by|for|to|before|starting|bis|zum|jusqu'\w+|hasta|para|pour)\s+(?:the\s+|le\s+|el\s+|zum\s+)?"
    r"|\b(?:days?|weeks?|fortnight|months?)\s+(?:from|on)\s+)$",
    re.I,
)
_HABIT = re.compile(
    r"\b(?:usually|always|normally|typically|generally|often|regularly|sometimes|mostly|whenever|weekly|every|each|"
    r"immer|meistens|normalerweise|toujours|souvent|d'habitude|siempre|normalmente|suelo)\b",
    re.I,
)
_BORN = re.compile(
    r"\b(?:born|every year|each year|annually|geboren|nací|nació)\b|\bnée?\b|\b(?:birth|b-?|name\s?)day is\b", re.I
)


def direction(text: str, start: int, end: int, language: Language = ENGLISH) -> int:
    """-1 when the expression text[start:end] lies in the past, else +1 (also when nothing tells).

    The nearest preposition decides ("since", "until"), then the verb nearest before it in its clause, then the nearest
    after it, then the same in the whole sentence: "I was told the exam is on Friday" points ahead.
    """
    before = text[max(0, start - 40) : start]
    if _SINCE.search(before):
        return -1
    if _AHEAD.search(before):
        return 1
    low, high = _sentence(text, start, end)
    clause = _bounds(_CLAUSE_END, text, start, end, low, high)
    return (
        _nearest_verb(text, start, end, clause, language) or _nearest_verb(text, start, end, (low, high), language) or 1
    )


def follows_past_verb(text: str, start: int, language: Language) -> bool:
    """Whether the nearest verb before `start` is in the past: "read it in three days" is a duration, not a date."""
    low, _ = _sentence(text, start, start)
    clause = _bounds(_CLAUSE_END, text, start, start, low, start)
    return _nearest_verb(text, start, start, (clause[0], start), language) < 0


def is_habit(text: str, start: int, end: int) -> bool:
    """Whether the sentence around text[start:end] tells of something that happens again and again."""
    low, high = _sentence(text, start, end)
    return bool(_HABIT.search(text, low, high))


def is_birth(text: str, start: int, end: int) -> bool:
    """Whether the sentence tells of a birth or a yearly day, whose missing year cannot be guessed."""
    low, high = _sentence(text, start, end)
    return bool(_BORN.search(text, low, high))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    return _bounds(_SENTENCE_END, text, start, end, max(0, start - _REACH), min(len(text), end + _REACH))


def _bounds(mark: re.Pattern[str], text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    for match in mark.finditer(text, low, start):
        low = match.end()
    following = mark.search(text, end, high)
    return low, following.start() if following else high


def _nearest_verb(text: str, start: int, end: int, span: tuple[int, int], language: Language) -> int:
    before = list(_verbs(language).finditer(text, span[0], start))
    nearest = before[-1] if before else _verbs(language).search(text, end, span[1])
    if nearest is None:
        return 0
    return -1 if nearest.group("past") else 1


@cache
def _verbs(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)(?:(?:{language.present})|(?P<past>{language.past}))|'(?:m|re|ll|d))(?!\w)", re.I)
