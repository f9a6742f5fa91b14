"""Mode HITL in the window: the turn asks below its answer, and the human's word decides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.review.question import QuestionCard
from desktop.words import store_words
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


SEVERAL = "I prefer short answers. I play the bassoon on Sundays. My sister Ana lives in Porto."


def card(world: World) -> QuestionCard:
    """The question about several items, with the keyboard on its first tick, come to by Ctrl+I."""
    for store in world.learning.modes:
        world.learning.set_mode(store, LearningMode.HITL)
    world.send(SEVERAL)
    world.until(lambda: world.answer().question is not None)
    question = world.answer().question
    assert question is not None
    assert len(question.choices) == 3
    assert world.composer.editor.hasFocus()
    world.press(Qt.Key.Key_I, world.composer.editor, Qt.KeyboardModifier.ControlModifier)
    assert question.choices[0].tick.hasFocus()
    return question


def press(world: World, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    world.press(key, focused, modifier)


def found(world: World) -> dict[str, State]:
    return {item.text: item.state for item in world.learning.items(state=None)}


def test_each_item_has_its_own_tick_and_what_is_not_ticked_is_rejected(world: World) -> None:
    question = card(world)
    texts = [choice.item.text for choice in question.choices]
    press(world, Qt.Key.Key_Space)
    assert question.save.text() == "Save 2 (A)"
    press(world, Qt.Key.Key_A)
    world.idle()
    assert found(world) == dict(zip(texts, [State.REJECTED, State.ACTIVE, State.ACTIVE], strict=True))
    assert world.composer.editor.hasFocus()


def test_an_item_is_edited_before_it_is_saved(world: World) -> None:
    question = card(world)
    first = question.choices[0].item
    press(world, Qt.Key.Key_E)
    editor = question.choices[0].editor
    assert editor is not None
    editor.field.setPlainText("Prefers long answers.")
    press(world, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert question.choices[0].tick.hasFocus()
    press(world, Qt.Key.Key_Return)
    world.idle()
    item = world.learning.item(first.id)
    assert (item.state, "long answers" in item.text) == (State.ACTIVE, True)
    assert set(found(world).values()) == {State.ACTIVE}


def test_one_key_rejects_all(world: World) -> None:
    card(world)
    press(world, Qt.Key.Key_R)
    world.idle()
    assert set(found(world).values()) == {State.REJECTED}


def test_enter_on_a_button_presses_that_button(world: World) -> None:
    question = card(world)
    question.refuse.setFocus()
    press(world, Qt.Key.Key_Return)
    world.idle()
    assert set(found(world).values()) == {State.REJECTED}


def test_always_allow_saves_and_is_kept_for_the_next_start_with_an_undo(world: World) -> None:
    question = card(world)
    store = question.choices[0].item.store
    title = store_words(store).title
    child(question, QPushButton, f"Save what is ticked, and save to {title} without asking").click()
    world.idle()
    assert set(found(world).values()) == {State.ACTIVE}
    assert world.learning.modes[store] is LearningMode.ALWAYS
    assert world.database.setting("modes")[store] == "always"
    assert world.window.toast.words.full() == f"{title}: saved without asking from now on"
    world.window.toast.button.click()
    world.until(lambda: world.database.setting("modes")[store] == "hitl")
    assert world.learning.modes[store] is LearningMode.HITL


def test_the_question_is_named_and_read_out(world: World) -> None:
    question = card(world)
    assert question.accessibleName() == "May I remember these?"
    assert all(choice.item.text in question.accessibleDescription() for choice in question.choices)
    assert question.choices[0].tick.accessibleName().startswith("Remember: ")
