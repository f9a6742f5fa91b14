"""When two wordings cannot be one statement, however alike they look: a negation, a number or a name differs. Pure.

Search terms drop "not" and "like", so "I like tea" and "I don't like tea" have the same terms; MiniLM puts "Loves cats" and
"Hates cats" at cosine .76. What must not be mixed up is therefore compared by itself.
"""

from __future__ import annotations

import re

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
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december weekdays weekends morning afternoon evening night".split()
)


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
    times = sorted({word.removesuffix("s") for word in plain} & {day.removesuffix("s") for day in _DAYS})
    return [*counted, *times, *(fold(name) for name in proper_names(text))]
