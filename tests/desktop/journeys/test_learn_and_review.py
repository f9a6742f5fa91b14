"""Talk, see what was learned, review the suggestions by keyboard, and find what was accepted in the next prompt."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.chat.answer import AnswerView
from engine import LearningMode
from engine.item import State
from tests.desktop.journeys.conftest import Open
from tests.desktop.world import World

TRAM, TEA, NUTS = "I take the tram to work every morning.", "I prefer green tea to coffee.", "I am allergic to peanuts."


def state_of(world: World, text: str) -> list[State]:
    return [item.state for item in world.learning.items(None, None, "me") if item.text == text]


def reach(world: World, press: Callable[..., None], text: str) -> None:
    """Lay cards aside by the Down key until this one is shown."""
    inbox = world.memory.inbox
    while inbox.current is not None and inbox.current.text != text:
        press(Qt.Key.Key_Down)
    assert inbox.current is not None, text


def test_what_is_said_becomes_chips_suggestions_and_part_of_the_next_prompt(
    opened: Open, press: Callable[..., None]
) -> None:
    world = opened()
    world.memory.sections["user_memory"].mode_chosen.emit("user_memory", LearningMode.PROPOSE)
    world.desk()

    first = world.say("My name is Alex. I take the tram to work every morning.")
    told = [chip.words.text() for chip in first.chips.chips]
    assert sorted(told) == ["Remembered: Name: Alex", f"Suggested: {TRAM}"]
    chat = world.conversation.chat_id
    world.say(f"{TEA} {NUTS}")
    world.until(lambda: world.memory.inbox.title.text() == "3 suggestions")
    assert world.cards("user_profile") == ["Name: Alex"]
    assert world.cards("user_memory") == []
    world.conversation.new_chat()
    world.say("What do you remember about me?")
    assert "Name: Alex" in world.prompt()
    assert not any(text in world.prompt() for text in (TRAM, TEA, NUTS))

    press(Qt.Key.Key_I, ctrl=True)
    reach(world, press, TEA)
    press(Qt.Key.Key_E)
    world.bot.keyClicks(QApplication.focusWidget(), " Truly.")
    press(Qt.Key.Key_Return, ctrl=True)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_I, ctrl=True)
    reach(world, press, NUTS)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_I, ctrl=True)
    reach(world, press, TRAM)
    press(Qt.Key.Key_Right)
    world.desk()
    assert (state_of(world, TRAM), state_of(world, NUTS)) == ([State.ACTIVE], [State.REJECTED])
    assert state_of(world, f"{TEA} Truly.") == [State.ACTIVE]
    world.until(lambda: sorted(world.cards("user_memory")) == sorted([f"{TEA} Truly.", TRAM]))
    world.conversation.open(chat)
    world.until(lambda: len(world.transcript.views) == 4)
    again = world.transcript.views[1]
    assert isinstance(again, AnswerView)
    assert all(chip.words.text().startswith("Remembered: ") for chip in again.chips.chips)

    world = opened()
    world.say("What do you remember about me?")
    assert all(text in world.prompt() for text in ("Name: Alex", TRAM, "Truly"))
    assert "peanuts" not in world.prompt()
    world.say(NUTS)
    assert state_of(world, NUTS) == [State.REJECTED]
