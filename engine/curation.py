"""Curation: what could go or be put together, as suggestions. It proposes and never destroys.

Each suggestion is carried out by one act that undo takes back. What is rarely used loses rank here, never data. Wordings
count as one only when nothing that matters differs: a negation, a number and a name each make another statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from engine.database.items import Change
from engine.errors import InvalidInput
from engine.item import Item, State
from engine.language.alike import differ
from engine.language.names import fold
from engine.language.text import numbers, stem, terms, words
from engine.looking_back import DECISIONS, passed
from engine.prompt import is_standing
from engine.reconcile import supersede
from models.protocols import Vectors

NEAR = 0.75
"""Least cosine of two wordings of one statement, of which one holds all words of the other. Measured with MiniLM on
22 pairs: rewordings .58 to .95, other statements up to .88 ("Works on Mondays", "... Tuesdays"), so words must agree too."""
KIN = 0.6
"""Least cosine of a statement and a fuller one that says all it says."""
HALF_LIFE = timedelta(days=90)
"""After this long without use a use counts half: what was needed each week last year ranks below what is needed now."""

FORGET = ("old", "unused", "surplus", "stale")
"""Kinds that are carried out by forgetting; "duplicate" and "merge" by superseding all but one."""
KEPT = ("user_profile", DECISIONS)
"""Never pruned: who the user is does not age, and decisions are a log."""
_EMPTY = frozenset(terms("has have likes enjoys going goes really very currently always usually able quite every each"))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that could be done. kind: "old", "unused", "surplus", "stale", "duplicate" or "merge".

    items: ids of what it is about. keep: of a duplicate or merge, the one of them that stays.
    """

    kind: str
    items: tuple[str, ...]
    reason: str
    keep: str = ""

    @property
    def key(self) -> str:
        """What makes it this suggestion, whenever it is made: its kind and its items."""
        return " ".join((self.kind, *sorted(self.items)))

    def plain(self) -> dict[str, Any]:
        """Its values as JSON keeps them; it holds no text of an item."""
        return {"kind": self.kind, "items": list(self.items), "reason": self.reason, "keep": self.keep}

    @classmethod
    def read(cls, plain: Mapping[str, Any]) -> Suggestion:
        """The inverse of `plain`."""
        return cls(plain["kind"], tuple(plain["items"]), plain["reason"], plain["keep"])


@dataclass(frozen=True, slots=True)
class Report:
    """What curation looked at (number of active items) and what it suggests; nothing was changed."""

    looked_at: int
    suggestions: tuple[Suggestion, ...] = ()

    def count(self, kind: str) -> int:
        """Number of suggestions of a kind."""
        return sum(suggestion.kind == kind for suggestion in self.suggestions)


@dataclass(frozen=True, slots=True)
class Limits:
    """What may go: items older than, unused for, and beyond the `keep` strongest of each store. None: no such limit."""

    older_than: timedelta | None = None
    unused_for: timedelta | None = None
    keep: int | None = None


def span(given: timedelta | float) -> timedelta:
    """A span of time; a number counts days. Raises InvalidInput below zero."""
    found = given if isinstance(given, timedelta) else timedelta(days=given)
    if found < timedelta(0):
        raise InvalidInput("A span of time cannot be negative. Give a number of days.")
    return found


def curate(items: Sequence[Item], ids: Sequence[str], vectors: Vectors, limits: Limits, at: datetime) -> Report:
    """Suggestions for one user's active items at `at` (naive UTC); each item is in one suggestion at most.

    ids, vectors: the rows of the items' vectors, shape (len(ids), dimensions) and of length 1.
    """
    taken: set[str] = set()
    suggestions = []
    for suggestion in (*_pairs(items, ids, vectors), *_stale(items, at), *_prunable(items, limits, at)):
        if not taken & set(suggestion.items):
            taken.update(suggestion.items)
            suggestions.append(suggestion)
    return Report(len(items), tuple(suggestions))


def changes(suggestion: Suggestion, items: Sequence[Item], at: datetime) -> list[Change]:
    """What carries a suggestion out. Raises InvalidInput when an item of it is no longer as it was."""
    if any(item.state is not State.ACTIVE for item in items) or {i.id for i in items} != set(suggestion.items):
        raise InvalidInput("These items have changed since. Look for suggestions again.")
    if suggestion.kind in FORGET:
        ended = [replace(i, state=State.FORGOTTEN, updated_at=at, valid_to=i.valid_to or at) for i in items]
        return list(zip(items, ended, strict=True))
    kept = next((item for item in items if item.id == suggestion.keep), None)
    if kept is None:
        raise InvalidInput("This suggestion does not name an item that stays. Look for suggestions again.")
    used = max((item.last_used_at for item in items if item.last_used_at), default=None)
    whole = replace(kept, uses=sum(item.uses for item in items), last_used_at=used, updated_at=at)
    return [(kept, whole), *((item, supersede(item, whole, at)) for item in items if item.id != kept.id)]


def strength(item: Item, at: datetime) -> float:
    """How much an item is worth keeping, by how often and how lately it was used: 0 and up."""
    last = item.last_used_at or item.created_at or at
    return float((1 + item.uses) * 0.5 ** (max(at - last, timedelta(0)) / HALF_LIFE))


def _pairs(items: Sequence[Item], ids: Sequence[str], vectors: Vectors) -> Iterator[Suggestion]:
    """The same statement twice in the same words, then in other words, and a statement beside a fuller one."""
    sets = {i.id: i for i in items if i.store not in KEPT and i.store != "session_context"}
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in sets.values():
        groups.setdefault((*_subject(item), " ".join(stem(word) for word in words(item.text))), []).append(item)
    for group in groups.values():
        if len(group) > 1:
            yield _one_of("duplicate", group, "They say the same in the same words.")
    content = {key: frozenset(terms(item.text)) - _EMPTY for key, item in sets.items()}
    for cosine, a, b in _near(ids, vectors, content):
        one, other = sorted((sets[a], sets[b]), key=lambda item: len(content[item.id]))
        if _subject(one) != _subject(other):
            continue
        if cosine >= NEAR and len(content[a] ^ content[b]) <= 1 and not differ(one.text, other.text):
            yield _one_of("duplicate", (one, other), "They say the same in other words.")
        elif numbers(one.text) in (set(), numbers(other.text)) and not differ(one.text, other.text, adding=True):
            yield _one_of("merge", (one, other), "One says all that the other says, and more.")


def _near(ids: Sequence[str], vectors: Vectors, content: Mapping[str, frozenset[str]]) -> list[tuple[float, str, str]]:
    """Pairs near in meaning of which one holds all words of the other, the nearest first; two words apart are two statements.

    In blocks of 1,000 rows, so that 10,000 items take 40 MB.
    """
    rows = [row for row, owner in enumerate(ids) if content.get(owner)]
    kept = vectors[rows] if rows else vectors[:0]
    found = []
    for start in range(0, len(rows), 1000):
        cosines = kept[start : start + 1000] @ kept.T
        for a, b in zip(*(side.tolist() for side in np.nonzero(cosines >= KIN)), strict=True):
            one, other = ids[rows[start + a]], ids[rows[b]]
            if start + a < b and (content[one] <= content[other] or content[other] <= content[one]):
                found.append((float(cosines[a, b]), one, other))
    return sorted(found, reverse=True)


def _subject(item: Item) -> tuple[str, ...]:
    return (item.store, item.namespace, item.session_id, fold(item.subject))


def _one_of(kind: str, items: Sequence[Item], reason: str) -> Suggestion:
    """A suggestion to keep one of the items: the fullest, then the most used, then the newest."""
    kept = max(items, key=lambda i: (len(set(terms(i.text))), i.uses, i.created_at or datetime.min, i.id))
    return Suggestion(kind, tuple(item.id for item in items), reason, kept.id)


def _stale(items: Sequence[Item], at: datetime) -> Iterator[Suggestion]:
    for item in items:
        day = passed(item, at)
        if day is not None:
            yield Suggestion("stale", (item.id,), f"Its date has passed: {day.isoformat()}.")


def _prunable(items: Sequence[Item], limits: Limits, at: datetime) -> Iterator[Suggestion]:
    """What the limits leave out; never the profile, decisions, or standing wishes, which each answer uses."""
    weak = sorted((i for i in items if i.store not in KEPT and not is_standing(i)), key=lambda i: strength(i, at))
    tests: tuple[tuple[str, timedelta | None, Callable[[Item], datetime | None], str], ...] = (
        ("old", limits.older_than, lambda item: item.created_at, "Recorded {} days ago."),
        ("unused", limits.unused_for, lambda item: item.last_used_at or item.created_at, "Not used for {} days."),
    )
    for kind, limit, since, reason in tests:
        for item in weak:
            moment = since(item)
            if limit is not None and moment is not None and at - moment > limit:
                yield Suggestion(kind, (item.id,), reason.format((at - moment).days))
    if limits.keep is not None:
        yield from _surplus(weak, limits.keep)


def _surplus(weakest_first: Sequence[Item], keep: int) -> Iterator[Suggestion]:
    stores: Mapping[str, list[Item]] = {item.store: [] for item in weakest_first}
    for item in weakest_first:
        stores[item.store].append(item)
    for group in stores.values():
        for item in group[: max(0, len(group) - keep)]:
            yield Suggestion("surplus", (item.id,), f"More than {keep} of its kind, and others are used more.")
