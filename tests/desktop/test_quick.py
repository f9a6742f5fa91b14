"""Quick ask: one line over everything, the answer below, on the engine of the main window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop import quick as quick_module
from desktop.chat.message import QuestionView
from desktop.presence import Presence
from desktop.quick import QuickAsk
from engine import Item
from models.errors import ModelCrashed
from tests.desktop.world import World

pytestmark = pytest.mark.qt_log_ignore("does not support")
"""What the offscreen platform says to every window that stays above others."""

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def presence(world: World) -> Presence:
    return world.window.presence


@pytest.fixture
def quick(world: World, presence: Presence) -> QuickAsk:
    """The quick ask, opened by its key in the window."""
    world.press(Qt.Key.Key_J, world.window, CONTROL)
    assert presence.quick.isVisible()
    return presence.quick


def ask(world: World, quick: QuickAsk, text: str, *answers: str) -> None:
    world.answers += answers
    begin(world, quick, text)
    world.until(lambda: quick.answer is not None and quick.answer.finished)
    world.idle()


def begin(world: World, quick: QuickAsk, text: str) -> None:
    editor = quick.conversation.composer.editor
    quick.conversation.composer.set_text(text)
    world.press(Qt.Key.Key_Return, editor)
    world.until(lambda: bool(quick.conversation.chat_id) and quick.answer is not None)


def chats(world: World) -> list[str]:
    return [chat.title for chat in world.database.chats("me")]


def test_enter_asks_in_a_chat_of_its_own_and_the_answer_stands_below(world: World, quick: QuickAsk) -> None:
    world.say("About boats", "The rudder steers.")
    before = quick.height()
    ask(world, quick, "How high is Everest?", "8,849 metres.\n\nMeasured *again* in 2020.\n\n" * 3)
    assert quick.answer is not None
    assert quick.answer.markdown.startswith("8,849 metres.")
    assert quick.height() > before
    assert sorted(chats(world)) == ["About boats", "Quick ask: How high is Everest"]
    assert world.questions() == ["About boats"]
    assert quick.conversation.composer.text() == ""


def test_what_is_said_there_is_learned_as_usual(world: World, quick: QuickAsk) -> None:
    ask(world, quick, "Remember that I prefer short answers.", "Gladly.")
    world.until(lambda: [item.quote for item in world.learning.items("user_memory", user_id="me")] != [])
    assert quick.answer is not None
    world.until(lambda: quick.answer is not None and bool(quick.answer.chips.chips))


def test_a_question_soon_after_belongs_to_the_same_chat_and_a_later_one_does_not(world: World, quick: QuickAsk) -> None:
    ask(world, quick, "How high is Everest?", "8,849 metres.")
    world.press(Qt.Key.Key_Escape, quick)
    assert not quick.isVisible()
    quick.come()
    ask(world, quick, "And in feet?", "29,032 feet.")
    assert len(chats(world)) == 1
    quick._asked -= quick_module.SOON_S + 1
    quick.leave()
    quick.come()
    assert quick.conversation.transcript.isHidden()
    ask(world, quick, "How deep is the sea?", "Up to 11 kilometres.")
    assert len(chats(world)) == 2


def test_escape_closes_and_stops_and_keeps_what_was_said(world: World, quick: QuickAsk) -> None:
    world.answers.append(world.held("It is ", "noon."))
    begin(world, quick, "What time is it?")
    world.until(lambda: quick.answer is not None and "It is" in quick.answer.markdown)
    world.press(Qt.Key.Key_Escape, quick.conversation.composer.editor)
    assert not quick.isVisible()
    world.gate.set()
    world.until(lambda: world.window.bridge.state != "answering")
    turns = world.database.turns(quick.conversation.chat_id)
    assert (turns[-1].state, turns[-1].text.strip()) == ("stopped", "It is")


def test_escape_does_not_stop_the_answer_of_another_chat(world: World, quick: QuickAsk) -> None:
    world.answers.append(world.held("Once ", "upon a time."))
    world.send("Tell a story")
    world.until(lambda: "Once" in world.answer().markdown)
    world.press(Qt.Key.Key_Escape, quick)
    world.gate.set()
    world.until(lambda: world.answer().finished)
    assert world.answer().markdown == "Once upon a time."


def test_while_another_chat_is_answered_a_question_waits_and_is_asked_then(world: World, quick: QuickAsk) -> None:
    world.answers += [world.held("Once ", "upon a time."), "8,849 metres."]
    world.send("Tell a story")
    world.until(lambda: "Once" in world.answer().markdown)
    composer = quick.conversation.composer
    composer.set_text("How high is Everest?")
    world.press(Qt.Key.Key_Return, composer.editor)
    assert composer.text() == "How high is Everest?"
    assert composer.hint.full() == "It is asked as soon as the other answer is there"
    world.gate.set()
    world.until(lambda: quick.answer is not None and quick.answer.finished)
    assert world.answer().markdown == "Once upon a time."
    assert quick.answer is not None
    assert quick.answer.markdown == "8,849 metres."


def test_control_enter_goes_on_in_the_main_window(world: World, quick: QuickAsk) -> None:
    ask(world, quick, "How high is Everest?", "8,849 metres.")
    quick.conversation.composer.set_text("And in feet?")
    world.press(Qt.Key.Key_Return, quick.conversation.composer.editor, CONTROL)
    world.until(lambda: world.questions() == ["How high is Everest?"])
    assert not quick.isVisible()
    assert world.composer.text() == "And in feet?"
    assert world.database.turns(world.conversation.chat_id)[-1].text == "8,849 metres."


def test_the_answer_is_copied_by_its_key(world: World, quick: QuickAsk) -> None:
    ask(world, quick, "How high is Everest?", "**8,849** metres.")
    world.press(Qt.Key.Key_C, quick.conversation.composer.editor, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text() == "**8,849** metres."


def test_what_goes_wrong_is_told_there_and_not_in_the_main_window(world: World, quick: QuickAsk) -> None:
    world.model.error = ModelCrashed("The process that runs the model ended.")
    begin(world, quick, "How high is Everest?")
    world.until(quick.conversation.banner.isVisible)
    assert "ended" in quick.conversation.banner.message.text()
    assert world.conversation.banner.isHidden()


def test_without_a_model_it_says_so_and_takes_no_question(world_without_model: World) -> None:
    world = world_without_model
    world.window.presence.ask("Anyone?")
    composer = world.window.presence.quick.conversation.composer
    assert not composer.editor.isEnabled()
    assert composer.editor.placeholderText() == "There is no language model yet"
    assert world.database.chats("me") == []


def test_a_locked_window_shows_no_quick_ask(world: World, presence: Presence) -> None:
    world.window.rooms.lock.set_up(lambda words: words == "sealed", 0)
    world.window.rooms.lock.shut()
    presence.ask()
    assert not presence.quick.isVisible()


def test_what_was_typed_and_not_asked_is_there_after_a_restart(world: World, quick: QuickAsk) -> None:
    quick.conversation.composer.set_text("How high is")
    quick.leave()
    world.desk()
    other = QuickAsk(world.window.bridge)
    world.bot.addWidget(other)
    world.until(lambda: other.conversation.composer.text() == "How high is")


def test_a_deleted_chat_is_shown_no_more(world: World, quick: QuickAsk) -> None:
    ask(world, quick, "How high is Everest?", "8,849 metres.")
    chat = world.database.chats("me")[0]
    world.chats.acts.delete(chat)
    world.until(lambda: quick.conversation.chat_id == "")
    assert quick.conversation.transcript.isHidden()


def test_a_suggestion_below_the_answer_is_reviewed_in_the_main_window(world: World, quick: QuickAsk) -> None:
    item: Item = world.propose()
    world.window.hide()
    quick.conversation.review_wanted.emit(item)
    assert world.window.isVisible()
    world.until(lambda: world.memory.inbox.is_open)


def test_an_answer_can_be_given_again_there(world: World, quick: QuickAsk) -> None:
    ask(world, quick, "How high is Everest?", "8,849 metres.")
    assert quick.answer is not None
    world.answers.append("Nearly nine kilometres.")
    quick.conversation.transcript.hub.again.emit(quick.answer.turn_id)
    world.until(lambda: quick.answer is not None and quick.answer.markdown == "Nearly nine kilometres.")
    world.idle()
    assert len([v for v in quick.conversation.transcript.views if isinstance(v, QuestionView)]) == 1
