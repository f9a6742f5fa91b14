"""Suggestions that would replace something, or touch a sensitive matter; and why each one is asked."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.review.deck import Verdict
from desktop.review.words import Details, reasons
from engine import LearningMode
from engine.item import Item, Origin, State
from tests.desktop.test_deck import press, ready, said
from tests.desktop.world import World, child


def update(world: World) -> tuple[Item, Item]:
    """An item of a set and a suggestion that would replace it, opened in the inbox."""
    old = world.write("Runs on Tuesdays.")
    new = world.propose("Runs on Thursdays.", "user_memory", kind="memory", replaces=old.id)
    world.memory.inbox.open(new)
    ready(world)
    return old, new


def test_an_update_shows_old_and_new_with_marks_and_both_dates(world: World) -> None:
    update(world)
    card = world.memory.inbox.card
    world.until(lambda: "Now, since" in said(card))
    words = said(card)
    assert "Becomes, as of" in words
    names = [part.accessibleName() for part in card.findChildren(QLabel)]
    assert any(name.startswith("Now, since") and name.endswith("Runs on Tuesdays.") for name in names)
    assert "Runs on <s" in words
    assert world.memory.inbox.bar.buttons[Verdict.ACCEPT].text() == "Replace →"


@pytest.mark.parametrize(
    ("key", "states"),
    [
        (Qt.Key.Key_Right, (State.SUPERSEDED, State.ACTIVE)),
        (Qt.Key.Key_B, (State.ACTIVE, State.ACTIVE)),
        (Qt.Key.Key_Left, (State.ACTIVE, State.REJECTED)),
    ],
)
def test_an_update_is_replaced_kept_beside_or_rejected(world: World, key: Qt.Key, states: tuple[State, State]) -> None:
    old, new = update(world)
    press(world, key)
    world.desk()
    assert (world.state(old), world.state(new)) == states


def test_a_slot_offers_no_keep_both(world: World) -> None:
    home = world.write("Lisbon", "user_profile", key="home")
    common: dict[str, Any] = {"key": "home", "subject": "user", "data": {"value": "Porto"}, "replaces": home.id}
    new = world.propose("Home: Porto", "user_profile", kind="field", **common)
    inbox = world.memory.inbox
    inbox.open(new)
    ready(world)
    assert inbox.bar.buttons[Verdict.BESIDE].isHidden()
    press(world, Qt.Key.Key_B)
    world.desk()
    assert world.state(new) is State.PROPOSED
    press(world, Qt.Key.Key_Right)
    world.desk()
    assert (world.state(home), world.state(new)) == (State.SUPERSEDED, State.ACTIVE)


def test_a_sensitive_matter_is_named_and_can_be_allowed_with_an_undo(world: World) -> None:
    item = world.propose("Has asthma and uses an inhaler.", "user_memory", kind="memory")
    inbox = world.memory.inbox
    inbox.open(item)
    world.until(lambda: "It touches health" in said(inbox.card))
    child(inbox.card, QPushButton, "Always allow health").click()
    world.until(lambda: world.learning.allowed == ("health",))
    world.until(lambda: "It touches health" not in said(inbox.card))
    world.until(lambda: "From now on health" in world.window.toast.words.full())
    world.window.toast.button.click()
    world.until(lambda: not world.learning.allowed)
    world.until(lambda: "It touches health" in said(inbox.card))


def test_never_suggest_says_what_will_stay_away(world: World) -> None:
    item = world.propose("Has asthma and uses an inhaler.", "user_memory", kind="memory")
    world.memory.inbox.open(item)
    ready(world)
    press(world, Qt.Key.Key_N)
    world.until(lambda: world.window.toast.words.full() == "Never suggested again: anything about health")
    assert [one.id for one in world.learning.never_suggested("me")] == [item.id]
    world.window.toast.button.click()
    world.until(lambda: world.state(item) is State.PROPOSED)
    assert world.learning.never_suggested("me") == []


def item(**fields: Any) -> Item:
    return Item("i", "user_memory", "memory", "Likes tea.", **fields)


@pytest.mark.parametrize(
    ("asked", "details", "words"),
    [
        (item(), Details(matter="identity"), "It touches your identity: that is saved only when you say so."),
        (item(origin=Origin.IMPORTED), Details(), "It comes from an import."),
        (item(origin=Origin.AGENT), Details(), "The assistant noted it itself, in its own words."),
        (item(), Details(old=item()), "It corrects something that is known already."),
        (item(confidence=0.5), Details(), "Keepwise is not sure enough to save it by itself."),
        (item(), Details(mode=LearningMode.PROPOSE), "You chose “Ask me first” for Memories."),
        (item(), Details(mode=LearningMode.HITL), "You chose “Ask in the chat” for Memories."),
        (item(), Details(), "It was set aside for you to decide."),
    ],
)
def test_a_card_says_why_it_is_asked(asked: Item, details: Details, words: str) -> None:
    assert reasons(asked, details) == [words]


def test_several_reasons_are_all_said_the_weightiest_first() -> None:
    found = reasons(item(confidence=0.5), Details(matter="money", mode=LearningMode.PROPOSE))
    assert [reason.split()[1] for reason in found] == ["touches", "is", "chose"]
