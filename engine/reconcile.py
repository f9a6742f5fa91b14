"""Reconciling: what a new item means for what is already known: new, the same again, or a new value of an old one.

By slot and subject, not by cosine: at .88 a cosine threshold dropped 334 of 3,000 writes, of which 2 were repeats.
Similarity only nominates; a correction cue in the user's own sentence is what retires an old item of a set.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from engine.item import Item, State
from engine.language.names import fold
from engine.language.text import normalise, terms
from engine.stores import Draft, Store

Similar = Mapping[str, float]
"""Cosine to each current item, by id."""

NOMINATED = 0.45
"""Least cosine at which a correction may retire an item that shares a word with it."""
OBVIOUS = 0.68
"""Least cosine at which it may without sharing one."""
REPEATED = 0.86
"""Least cosine to a rejected item at which a new one counts as the same offer again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to write: the new item (None when it is known already) and the items that it replaces or that it repeats."""

    new: Item | None
    replaced: tuple[Item, ...] = ()
    same: Item | None = None


def reconcile(new: Item, store: Store, current: Sequence[Item], similar: Similar, *, correction: bool) -> Outcome:
    """Compare `new` with the current items of the same owner (active, of every store)."""
    if store.slots:
        return _slot(new, store, [i for i in current if i.store == new.store and in_slot(i, new)])
    for item in current:
        if item.store == new.store and _same(item, new):
            return Outcome(None, same=item)
    return Outcome(new, tuple(_outdated(new, current, similar)) if correction else ())


def _slot(new: Item, store: Store, held: Sequence[Item]) -> Outcome:
    if not held:
        return Outcome(new)
    old = held[0]
    merged = store.merge(old, Draft(new.kind, new.text, new.subject, new.key, new.data, new.valid_from))
    if normalise(merged.text) == normalise(old.text):
        return Outcome(None, same=old)
    return Outcome(replace(new, text=merged.text, data=dict(merged.data)), tuple(held))


def in_slot(one: Item, other: Item) -> bool:
    """Whether two items fill the same slot."""
    return one.key == other.key and fold(one.subject) == fold(other.subject) and one.session_id == other.session_id


def _same(one: Item, other: Item) -> bool:
    return fold(one.subject) == fold(other.subject) and normalise(one.text) == normalise(other.text)


def _outdated(new: Item, current: Sequence[Item], similar: Similar) -> list[Item]:
    """The items that a correction retires: near in meaning and about the same subject. Decisions are never retired."""
    mine = set(terms(new.text)) | set(terms(new.quote))
    found = [
        item
        for item in current
        if item.store in ("user_memory", "entity_memory", "user_profile", "learned_knowledge")
        and item.source.turn_id != new.source.turn_id
        and (
            similar.get(item.id, 0.0) >= OBVIOUS
            or (similar.get(item.id, 0.0) >= NOMINATED and mine & set(terms(item.text)))
        )
    ]
    return sorted(found, key=lambda item: -similar.get(item.id, 0.0))[:2]


def supersede(old: Item, by: Item, at: datetime) -> Item:
    """The old item, ended by the new one at `at` and pointing at it."""
    return replace(old, state=State.SUPERSEDED, valid_to=at, superseded_by=by.id, updated_at=at)


def was_rejected(new: Item, rejected: Sequence[Item], cosine: Callable[[Item], float]) -> bool:
    """Whether the user already said no to this, in these or other words."""
    return any(
        item.store == new.store and (normalise(item.text) == normalise(new.text) or cosine(item) >= REPEATED)
        for item in rejected
    )
