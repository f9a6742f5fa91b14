"""What a review reads and writes: functions that run at the desk, on the engine alone."""

from __future__ import annotations

from typing import Any

from desktop.memory import item_or_none
from desktop.review.deck import Verdict
from desktop.review.words import Details
from engine import LearningMachine
from engine.events import Changed
from engine.item import Item
from engine.reconcile import takes_place


def read_details(learning: LearningMachine, item: Item) -> Details:
    """What a card tells beyond its item."""
    old = item_or_none(learning, item.replaces)
    return Details(
        similar=tuple(learning.similar(item.id)),
        matter=learning.sensitive_matter(item),
        old=old,
        room=old is not None and not takes_place(item, old, learning.stores[item.store]),
        mode=learning.modes.get(item.store),
    )


def carry_out(
    learning: LearningMachine,
    item: Item,
    verdict: Verdict,
    text: str | None = None,
    data: dict[str, Any] | None = None,
) -> Changed:
    """Do what the human said of a suggestion, as one act."""
    if verdict is Verdict.REJECT or verdict is Verdict.NEVER:
        return learning.reject(item.id, never=verdict is Verdict.NEVER)
    return learning.accept(item.id, text, beside=verdict is Verdict.BESIDE, **(data or {}))
