"""Sending, streaming, stopping, failing: what happens in the middle pane."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.chat.answer import AnswerView
from desktop.chat.code import CodeBlock
from engine.events import Changed, Learned
from engine.item import State
from models import Piece, Text, Thought
from models.errors import ModelCrashed
from models.fake import Answer
from tests.desktop.world import World, button_of, child


def test_enter_sends_and_the_answer_is_shown_and_saved(world: World) -> None:
    world.answers.append("Hello **Alex**.")
    world.type("Hi there")
    world.press(Qt.Key.Key_Return, world.composer.editor)
    world.until(lambda: bool(world.transcript.views) and world.answer().finished)
    assert world.questions() == ["Hi there"]
    assert world.answer().texts()[0].toPlainText() == "Hello Alex."
    assert world.composer.text() == ""
    assert [turn.text for turn in world.turns()] == ["Hi there", "Hello **Alex**."]


def test_shift_enter_breaks_the_line_and_sends_nothing(world: World) -> None:
    world.type("one")
    world.press(Qt.Key.Key_Return, world.composer.editor, Qt.KeyboardModifier.ShiftModifier)
    world.type("two")
    assert world.composer.text() == "one\ntwo"
    assert world.transcript.views == []


def test_an_empty_message_is_not_sent(world: World) -> None:
    world.type("   ")
    world.press(Qt.Key.Key_Return, world.composer.editor)
    world.desk()
    assert world.database.chats("me") == []
    assert not world.composer.action.isEnabled()


def test_the_field_grows_to_eight_lines_and_no_further(world: World) -> None:
    one = world.composer.editor.height()
    world.composer.set_text("\n".join("abcdefgh"))
    eight = world.composer.editor.height()
    world.composer.set_text("\n".join("abcdefghijkl"))
    assert one < eight == world.composer.editor.height()


def test_while_the_model_thinks_the_answer_says_so_and_shows_none_of_it(world: World) -> None:
    def pieces() -> Iterator[Piece]:
        yield Thought("First I wonder ")
        yield Thought("what it means.")
        world.gate.clear()
        yield Thought(" Then I answer.")
        yield Text("Hello.")

    world.answers.append(cast("Answer", pieces()))
    world.send("Hi")
    world.until(lambda: world.answer().waiting.text() == "Thinking… 2 words")
    assert world.answer().markdown == ""
    world.gate.set()
    world.until(lambda: world.answer().finished)
    assert world.answer().markdown == "Hello."
    assert [turn.text for turn in world.turns()] == ["Hi", "Hello."]


def test_text_appears_while_the_model_still_speaks(world: World) -> None:
    world.answers.append(world.held("The first half ", "and the second."))
    world.send("Tell me")
    world.until(lambda: world.answer().markdown == "The first half ")
    assert not world.answer().finished
    world.gate.set()
    world.until(lambda: world.answer().finished)
    assert world.answer().markdown == "The first half and the second."


def test_escape_stops_the_answer_and_keeps_what_was_said(world: World) -> None:
    world.answers.append(world.held("Kept words ", "never said"))
    world.send("Tell me")
    world.until(lambda: world.answer().markdown != "")
    assert world.composer.action.accessibleName() == "Stop (Esc)"
    world.press(Qt.Key.Key_Escape, world.composer.editor)
    world.until(lambda: world.answer().finished)
    assert world.answer().chips.note.text() == "Stopped"
    assert world.turns()[-1].text.strip() == "Kept words"
    assert world.composer.action.accessibleName() == "Send (Enter)"


def test_while_an_answer_comes_what_is_typed_stays_and_is_not_sent(world: World) -> None:
    world.answers.append(world.held("half ", "rest"))
    world.send("First")
    world.until(lambda: world.answer().markdown != "")
    world.type("second")
    world.press(Qt.Key.Key_Return, world.composer.editor)
    assert world.composer.text() == "second"
    assert world.questions() == ["First"]
    world.gate.set()
    world.until(lambda: world.answer().finished)


def test_code_is_a_block_of_its_own_that_can_be_copied(world: World) -> None:
    answer = world.say("Code", "Look:\n\n```python\nprint(1)\n```\n\nDone.")
    block = answer.findChild(CodeBlock)
    assert block is not None
    block.copy()
    assert QGuiApplication.clipboard().text() == "print(1)"


def test_html_in_an_answer_is_shown_as_text(world: World) -> None:
    answer = world.say("Html", "<img src=x onerror=alert(1)> <b>bold</b>")
    assert "<b>bold</b>" in answer.texts()[0].toPlainText()


def test_an_answer_is_copied_as_markdown(world: World) -> None:
    answer = world.say("Hi", "Some **bold** words")
    answer.chips.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Some **bold** words"


def test_what_was_learned_is_a_chip_with_the_exact_text_and_undo_takes_it_back(world: World) -> None:
    answer = world.say("Remember that I prefer short answers.")
    chip = answer.chips.chips[0]
    assert chip.words.text() == "Remembered: I prefer short answers."
    chip.act.click()
    world.until(lambda: chip.item.state is State.FORGOTTEN)
    assert world.learning.items(user_id="me") == []
    assert chip.act.isHidden()


def test_undoing_a_chip_brings_back_what_it_had_replaced(world: World) -> None:
    answer = world.say("Good morning.")
    lisbon = world.write("Lisbon", "user_profile", key="home")
    porto = replace(
        lisbon, id="porto", text="Home: Porto", data={"value": "Porto"}, source=world.source(world.turns()[0])
    )
    gone = replace(lisbon, state=State.SUPERSEDED, superseded_by=porto.id)
    world.database.items.record("learn", [(None, porto), (lisbon, gone)], by="learning")
    world.transcript.show_item(porto, answer)
    answer.chips.chips[0].act.click()
    world.until(lambda: [i.text for i in world.learning.items("user_profile", user_id="me")] == ["Home: Lisbon"])
    world.until(lambda: answer.chips.chips[0].item.state is State.FORGOTTEN)


def test_chips_and_used_memories_are_there_again_when_a_chat_is_opened_again(world: World) -> None:
    world.write("Prefers green tea to coffee.")
    world.say("Remember that I never drink tea after noon.")
    world.say("What do you remember about me?")
    first = world.conversation.chat_id
    world.conversation.new_chat()
    assert world.transcript.views == []
    world.conversation.open(first)
    world.until(lambda: len(world.transcript.views) == 4)
    one, two = (view for view in world.transcript.views if isinstance(view, AnswerView))
    assert [chip.item.text for chip in one.chips.chips] == ["I never drink tea after noon."]
    assert two.chips.used_button.text().startswith("Used ")


def test_used_memories_show_exactly_what_was_sent_with_cost_and_reason(world: World) -> None:
    """C12."""
    world.write("Prefers green tea to coffee.")
    answer = world.say("What do you remember about me?")
    answer.chips.used_button.click()
    shown = " ".join(label.text() for label in answer.chips.findChildren(QLabel))
    sent = world.turns()[-1].data["recalled"]
    assert sent
    assert all(entry["text"] in shown for entry in sent)
    assert "token" in shown


def test_another_chat_can_be_read_while_an_answer_comes_and_nothing_of_it_is_lost(world: World) -> None:
    world.say("In the other chat", "The other answer")
    other = world.conversation.chat_id
    world.conversation.new_chat()
    world.answers.append(world.held("Half ", "whole"))
    world.send("Slow one")
    slow = world.conversation.chat_id
    world.until(lambda: world.answer().markdown == "Half ")
    world.conversation.open(other)
    world.until(lambda: world.questions() == ["In the other chat"])
    assert world.answer().markdown == "The other answer"
    assert "another chat" in world.composer.hint.full()
    world.conversation.open(slow)
    world.until(lambda: world.questions() == ["Slow one"])
    assert world.answer().markdown == "Half "
    world.gate.set()
    world.until(lambda: world.answer().finished)
    assert world.answer().markdown == "Half whole"


def test_an_answer_that_ends_while_another_chat_is_shown_is_complete_afterwards(world: World) -> None:
    world.answers.append(world.held("Half ", "whole"))
    world.send("Slow one")
    slow = world.conversation.chat_id
    world.until(lambda: world.answer().markdown != "")
    world.conversation.new_chat()
    world.gate.set()
    world.idle()
    assert world.transcript.views == []
    world.conversation.open(slow)
    world.until(lambda: len(world.transcript.views) == 2)
    assert world.answer().markdown == "Half whole"


def test_each_chat_keeps_its_own_draft_also_over_a_restart(world: World) -> None:
    world.say("First")
    chat = world.conversation.chat_id
    world.type("for the first")
    world.conversation.new_chat()
    world.type("for a new one")
    world.conversation.open(chat)
    assert world.composer.text() == "for the first"
    world.conversation.drafts.save()
    world.desk()
    assert world.database.setting("drafts") == {chat: "for the first", "": "for a new one"}


def test_a_crash_of_the_model_shows_a_banner_with_next_steps_and_keeps_the_text_so_far(world: World) -> None:
    crash = ModelCrashed("The process ended. The next message starts it again.")
    world.answers.append(world.held("So far so good", "", failing=crash))
    world.send("Go")
    world.until(world.conversation.banner.isVisible)
    banner = world.conversation.banner
    assert banner.title.text() == "The model stopped unexpectedly"
    assert "next message" in banner.message.text()
    assert [b.text() for b in banner.findChildren(QPushButton)] == ["Retry", "Restart model"]
    assert world.answer().markdown == "So far so good"
    assert world.turns()[-1].text == "So far so good"


def test_retry_sends_the_message_again(world: World) -> None:
    world.model.error = ModelCrashed("The process ended.")
    world.send("Once more")
    world.until(world.conversation.banner.isVisible)
    world.model.error = None
    world.answers.append("Here I am.")
    child(world.conversation.banner, QPushButton, "Retry").click()
    world.until(lambda: world.answer().markdown == "Here I am.")
    assert not world.conversation.banner.isVisible()


def test_restart_model_asks_the_model_and_reports_when_it_fails_again(world: World) -> None:
    world.model.error = ModelCrashed("The process ended.")
    world.send("Hello")
    world.until(world.conversation.banner.isVisible)
    child(world.conversation.banner, QPushButton, "Restart").click()
    world.until(world.conversation.banner.isVisible)
    assert world.model.calls[-1].max_tokens == 0


def test_without_a_model_the_window_says_what_to_do_and_memory_still_works(world_without_model: World) -> None:
    world = world_without_model
    button_of(world.transcript, "Choose a model").click()
    assert world.window.rooms.pages.current == "models"
    world.window.rooms.pages.back()
    assert not world.composer.editor.isEnabled()
    item = world.write("Likes tea.")
    world.memory.sections["user_memory"].cards[0].forgotten.emit(item)
    world.until(lambda: world.state(item) is State.FORGOTTEN)


def test_a_notice_of_learning_is_a_quiet_line_without_undo(world: World) -> None:
    """A11."""
    item = world.write("Likes tea.")
    world.window.bridge.happened.emit("", Learned((item,), 1, ("Harbor was archived; it is back.",)))
    assert world.window.toast.words.full() == "Harbor was archived; it is back."
    assert not world.window.toast.button.isVisible()


def test_what_only_ended_can_be_taken_back_from_its_toast(world: World) -> None:
    item = world.write("A trip to Lisbon in May.")
    act = world.learning.forget(item.id).act
    world.window.bridge.happened.emit("", Learned((), act, ("No longer kept: A trip to Lisbon in May.",)))
    world.window.toast.button.click()
    world.until(lambda: world.state(item) is State.ACTIVE)


def test_a_notice_of_what_was_accepted_stands_with_it(world: World) -> None:
    """A11."""
    changed = Changed(1, "accept", notices=("Harbor was archived; it is back.",))
    world.window.bridge.act("Remembered.", lambda: changed)
    world.until(world.window.toast.isVisible)
    assert world.window.toast.words.full() == "Remembered. Harbor was archived; it is back."
