"""Mode HITL in the window: the turn asks below its answer, and the human's word decides."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from engine import LearningMode
from engine.item import State
from tests.desktop.world import World, child

SAID = "I prefer short answers."


def asked(world: World) -> None:
    """Say something that the user memory asks about, and wait for the question."""
    world.learning.set_mode("user_memory", LearningMode.HITL)
    world.send(SAID)
    world.until(lambda: bool(world.learning.items("user_memory", state="proposed")))
    world.until(lambda: any("asked" in b.accessibleName() for b in world.answer().findChildren(QPushButton)))


@pytest.mark.parametrize(("name", "state"), [("Save what is asked", State.ACTIVE), ("Do not save", State.REJECTED)])
def test_the_answer_to_the_question_decides(world: World, name: str, state: State) -> None:
    asked(world)
    child(world.answer(), QPushButton, name).click()
    world.idle()
    assert [item.state for item in world.learning.items("user_memory", state=None)] == [state]


def test_who_goes_on_without_an_answer_finds_it_among_the_suggestions(world: World) -> None:
    asked(world)
    world.say("How are you?")
    assert [item.state for item in world.learning.items("user_memory", state=None)] == [State.PROPOSED]
    assert [item.quote for item in world.memory.memory.proposals] == [SAID]


def test_closing_the_window_while_it_asks_loses_nothing(world: World) -> None:
    asked(world)
    world.window.close()
    assert [item.state for item in world.learning.items("user_memory", state=None)] == [State.PROPOSED]
