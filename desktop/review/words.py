"""The words of a review: how sure Keepwise is, why it asks, what would happen, what was done. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.review.deck import Verdict
from desktop.words import MODES, store_words
from engine import LearningMode
from engine.consent import CERTAIN
from engine.item import Item, Origin

FIELDS = {"children": "children", "identity": "your identity", "money": "money", "health": "health"}

KINDS = {
    "fact": "Fact",
    "event": "Event",
    "relationship": "Relationship",
    "decision": "Decision",
    "insight": "Insight",
}
"""Kinds worth naming beside their store; a memory or a field says no more than its store does."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a card tells beyond its item. similar: what is known already; matter: the sensitive category, or "".

    old: what it would replace; room: whether both can be kept; mode: how its store learns.
    """

    similar: tuple[Item, ...] = ()
    matter: str = ""
    old: Item | None = None
    room: bool = False
    mode: LearningMode | None = LearningMode.ALWAYS


def matter_words(matter: str) -> str:
    """A sensitive category as it is read in a sentence: "health", "your identity"."""
    return FIELDS.get(matter, matter)


def reasons(item: Item, details: Details) -> list[str]:
    """Why one is asked instead of it being saved at once: a sentence for each reason, the weightiest first."""
    store = store_words(item.store).title
    found: list[str] = []
    if details.matter:
        found.append(f"It touches {matter_words(details.matter)}: that is saved only when you say so.")
    if item.origin is Origin.IMPORTED:
        found.append("It comes from an import.")
    elif item.origin is Origin.AGENT:
        found.append("The assistant noted it itself, in its own words.")
    if details.old is not None:
        found.append("It corrects something that is known already.")
    if item.confidence < CERTAIN:
        found.append("Keepwise is not sure enough to save it by itself.")
    if details.mode in (LearningMode.PROPOSE, LearningMode.HITL):
        found.append(f"You chose “{MODES[details.mode][0]}” for {store}.")
    return found or ["It was set aside for you to decide."]


def kind_words(item: Item) -> str:
    """Store and kind of an item: "Entities · Fact"."""
    return " · ".join(part for part in (store_words(item.store).title, KINDS.get(item.kind, "")) if part)


def done_words(verdict: Verdict, text: str, matter: str = "") -> str:
    """What a toast says after an answer."""
    if verdict is Verdict.NEVER:
        return f"Never suggested again: {'anything about ' + matter_words(matter) if matter else text}"
    words = {Verdict.REJECT: "Rejected", Verdict.BESIDE: "Kept both"}.get(verdict, "Saved")
    return f"{words}: {text}"


def spoken(item: Item, place: tuple[int, int], why: Sequence[str]) -> str:
    """A card as a screen reader says it."""
    number, count = place
    return f"Suggestion {number} of {count}. {kind_words(item)}. {item.text} {' '.join(why)}"
