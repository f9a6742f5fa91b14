"""The words of a review: how sure Keepwise is, why it asks, what would happen, what was done. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.review.deck import Verdict
from desktop.tongue import number, tr, tr_later
from desktop.words import mode_words, store_words
from engine import LearningMode
from engine.consent import CERTAIN
from engine.item import Item, Origin

MATTERS = {
    "health": tr_later("health"),
    "identity": tr_later("your identity"),
    "money": tr_later("money"),
    "children": tr_later("children"),
    "sexuality": tr_later("sexuality"),
    "religion": tr_later("religion"),
    "politics": tr_later("politics"),
}
"""Sensitive categories as they are read in a sentence."""

KINDS = {
    "fact": tr_later("Fact"),
    "event": tr_later("Event"),
    "relationship": tr_later("Relationship"),
    "decision": tr_later("Decision"),
    "insight": tr_later("Insight"),
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
    return tr(MATTERS.get(matter, matter))


def reasons(item: Item, details: Details) -> list[str]:
    """Why one is asked instead of it being saved at once: a sentence for each reason, the weightiest first."""
    store = store_words(item.store).title
    found: list[str] = []
    if details.matter:
        found.append(
            tr("It touches {matter}: that is saved only when you say so.").format(matter=matter_words(details.matter))
        )
    if item.origin is Origin.IMPORTED:
        found.append(tr("It comes from an import."))
    elif item.origin is Origin.AGENT:
        found.append(tr("The assistant noted it itself, in its own words."))
    if details.old is not None:
        found.append(tr("It corrects something that is known already."))
    if item.confidence < CERTAIN:
        found.append(tr("Keepwise is not sure enough to save it by itself."))
    if details.mode in (LearningMode.PROPOSE, LearningMode.HITL):
        found.append(tr("You chose “{mode}” for {store}.").format(mode=mode_words(details.mode)[0], store=store))
    return found or [tr("It was set aside for you to decide.")]


def kind_words(item: Item) -> str:
    """Store and kind of an item: "Entities · Fact"."""
    return " · ".join(part for part in (store_words(item.store).title, tr(KINDS.get(item.kind, ""))) if part)


def done_words(verdict: Verdict, text: str, matter: str = "") -> str:
    """What a toast says after an answer."""
    if verdict is Verdict.NEVER and matter:
        return tr("Never suggested again: anything about {matter}").format(matter=matter_words(matter))
    words = {
        Verdict.NEVER: tr("Never suggested again: {text}"),
        Verdict.REJECT: tr("Rejected: {text}"),
        Verdict.BESIDE: tr("Kept both: {text}"),
    }
    return words.get(verdict, tr("Saved: {text}")).format(text=text)


def spoken(item: Item, place: tuple[int, int], why: Sequence[str]) -> str:
    """A card as a screen reader says it."""
    here, count = place
    head = tr("Suggestion {here} of {all}.").format(here=number(here), all=number(count))
    return f"{head} {kind_words(item)}. {item.text} {' '.join(why)}"
