"""When two wordings cannot be one statement, however alike they look: a negation, a number or a name differs. Pure.

Search terms drop "not" and "like", so "I like tea" and "I don't like tea" have the same terms; MiniLM puts "Loves cats" and
"Hates cats" at cosine .76. What must not be mixed up is therefore compared by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from engine.language.names import fold, proper_names
from engine.language.text import numbers, words

_NEGATION = re.compile(
    r"(?i)\b(?:not|no|never|none|without|nobody|nothing|neither|nor|cannot|unable|stopped|quit|avoids?|dislikes?|hates?"
    r"|no longer|gave up|refuses?)\b|n['’]t\b"
)
_COUNTED = {
    word: str(n)
    for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
    if n != 1
}
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december weekdays weekends morning afternoon evening night".split()
)

_SLIPPED = 7
"""Letters of a name from which on one wrong letter is a slip."""


def negated(text: str) -> bool:
    """Whether a text denies something."""
    return bool(_NEGATION.search(text))


def differ(one: str, other: str, *, adding: bool = False) -> bool:
    """Whether a negation, a number, a day or a name makes two statements of them.

    adding: numbers, days and names that only `other` has are no difference: it may say more.
    """
    if negated(one) != negated(other):
        return True
    mine, theirs = _marks(one), _marks(other)
    if adding:
        return not set(mine) <= set(theirs)
    return mine != theirs


def _marks(text: str) -> list[str]:
    """Numbers and days (sorted), then the names in their order: "Ana outlived Ben" is not "Ben outlived Ana"."""
    plain = [word.casefold() for word in words(text)]
    counted = sorted(numbers(text) | {_COUNTED[word] for word in plain if word in _COUNTED})
    times = sorted({word.removesuffix("s") for word in plain} & {day.removesuffix("s") for day in DAYS})
    return [*counted, *times, *(fold(name) for name in proper_names(text))]


def slip_of(written: str, known: Iterable[str]) -> str:
    """The known name that a name of seven letters or more is a slip of: one letter too many, missing, wrong, or two swapped.

    "" when there is none or several, or when it is known as written. Shorter names differ by a letter rightly: Maria, Mario.
    """
    key = fold(written)
    names = {fold(name): name for name in known}
    if key in names or len(key) < _SLIPPED:
        return ""
    found = {name for other, name in names.items() if len(other) >= _SLIPPED and _one_apart(key, other)}
    return found.pop() if len(found) == 1 else ""


def _one_apart(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]
