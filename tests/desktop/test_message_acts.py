"""What one does with a message: change it, answer again, go on, judge, correct what was used, take back what was learned."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from desktop.chat.blocks import address
from desktop.chat.code import CodeText
from desktop.chat.message import QuestionView
from engine.item import State
from models.errors import ModelCrashed
from models.protocols import Done, Text, Timings
from tests.desktop.world import World, child


def question(world: World, place: int = -1) -> QuestionView:
    """One of the user's messages that are shown."""
    return [view for view in world.transcript.views if isinstance(view, QuestionView)][place]


def change(world: World, view: QuestionView, text: str, answer: str = "Changed answer.") -> None:
    """Change a message and wait for its answer."""
    world.answers.append(answer)
    view.edit()
    assert view.editor is not None
    view.editor.field.setPlainText(text)
    world.press(Qt.Key.Key_Return, view.editor.field)
    world.until(lambda: world.questions()[-1] == text and world.answer().finished)
    world.idle()


def test_a_changed_message_goes_on_from_there_and_the_arrows_lead_back(world: World) -> None:
    world.say("One", "First.")
    world.say("Two", "Second.")
    change(world, question(world, 0), "Uno", "Primo.")
    assert world.questions() == ["Uno"]
    assert [turn.text for turn in world.turns()] == ["Uno", "Primo."]
    arrows = question(world).arrows
    world.until(lambda: arrows.place.text() == "2 of 2")
    assert arrows.isVisible()
    arrows.back.click()
    world.until(lambda: world.questions() == ["One", "Two"])
    assert question(world, 0).arrows.place.text() == "1 of 2"
    assert world.answer().markdown == "Second."


def test_escape_leaves_a_message_as_it_was(world: World) -> None:
    world.say("One", "First.")
    view = question(world)
    view.edit()
    assert view.editor is not None
    view.editor.field.setPlainText("Something else")
    world.press(Qt.Key.Key_Escape, view.editor.field)
    assert view.editor is None
    assert [turn.text for turn in world.turns()] == ["One", "First."]


def test_up_in_the_empty_field_changes_the_last_message(world: World) -> None:
    world.say("One", "First.")
    world.say("Two", "Second.")
    world.press(Qt.Key.Key_Up, world.composer.editor)
    view = question(world)
    assert view.editor is not None
    assert view.editor.field.toPlainText() == "Two"
    assert view.editor.field.hasFocus()


def test_up_moves_in_the_field_when_something_is_written_there(world: World) -> None:
    world.say("One", "First.")
    world.type("draft")
    world.press(Qt.Key.Key_Up, world.composer.editor)
    assert question(world).editor is None


def test_what_the_old_message_taught_is_taken_back_with_an_undo(world: World) -> None:
    world.say("Remember that I never drink tea after noon.")
    change(world, question(world), "What time is it?")
    assert world.learning.items("user_memory", user_id="me") == []
    world.until(lambda: "Taken back with the old message" in world.window.toast.words.full())
    world.window.toast.button.click()
    world.until(lambda: len(world.learning.items("user_memory", user_id="me")) == 1)


def test_an_answer_made_anew_stands_beside_the_old_one(world: World) -> None:
    world.say("Tell me", "First answer.")
    old = world.answer().turn_id
    world.answers.append("Second answer.")
    world.answer().chips.again.click()
    world.until(lambda: world.answer().finished and world.answer().markdown == "Second answer.")
    world.until(lambda: world.answer().chips.arrows.place.text() == "2 of 2")
    assert world.questions() == ["Tell me"]
    world.answer().chips.arrows.back.click()
    world.until(lambda: world.answer().turn_id == old)
    assert world.answer().markdown == "First answer."


def test_a_stopped_answer_goes_on(world: World) -> None:
    world.answers.append(world.held("Kept words", "never said"))
    world.send("Tell me")
    world.until(lambda: world.answer().markdown != "")
    world.press(Qt.Key.Key_Escape, world.composer.editor)
    world.until(lambda: world.answer().finished)
    world.idle()
    world.gate.set()
    assert world.answer().chips.resume.isVisible()
    world.answers.append("and the rest.")
    world.answer().chips.resume.click()
    world.until(lambda: world.answer().finished and "rest" in world.answer().markdown)
    assert world.answer().markdown == "Kept words and the rest."
    assert world.turns()[-1].text == "Kept words and the rest."
    assert world.answer().chips.resume.isHidden()


def test_an_answer_that_failed_before_its_first_word_is_tried_again_in_its_place(world: World) -> None:
    world.model.error = ModelCrashed("The process ended.")
    world.send("Hello")
    world.until(lambda: world.answer().finished)
    assert world.answer().chips.resume.text() == "Try again"
    world.idle()
    world.model.error = None
    world.answers.append("Here I am.")
    world.answer().chips.resume.click()
    world.until(lambda: world.answer().finished and world.answer().markdown == "Here I am.")
    assert [turn.text for turn in world.turns()] == ["Hello", "Here I am."]
    assert not world.conversation.banner.isVisible()


def test_a_thumb_down_with_a_reason_becomes_a_suggestion_and_is_there_again(world: World) -> None:
    """C15."""
    answer = world.say("Explain it", "A very long explanation.")
    answer.chips.thumbs.down.click()
    assert answer.chips.thumbs.reason.field.hasFocus()
    world.bot.keyClicks(answer.chips.thumbs.reason.field, "be shorter")
    world.press(Qt.Key.Key_Return, answer.chips.thumbs.reason.field)
    world.until(lambda: any("be shorter" in item.text for item in world.memory.memory.proposals))
    chat = world.conversation.chat_id
    world.conversation.new_chat()
    world.conversation.open(chat)
    world.until(lambda: len(world.transcript.views) == 2)
    assert world.answer().chips.thumbs.judged is False
    assert "be shorter" in world.answer().chips.thumbs.down.accessibleName()


def test_a_used_memory_is_corrected_forgotten_or_marked_not_relevant_from_where_it_was_used(world: World) -> None:
    item = world.write("Prefers green tea to coffee.")
    world.write("Sings in a choir on Mondays.")
    answer = world.say("What do you remember about me?")
    answer.chips.used_button.click()
    assert answer.chips.used is not None
    rows = {row.used.id: row for row in answer.chips.used.rows}
    row = rows[item.id]
    row.correct()
    world.until(lambda: row.editor is not None)
    assert row.editor is not None
    row.editor.field.setPlainText("Prefers white tea.")
    row.editor.save()
    world.until(lambda: world.learning.item(item.id).text == "Prefers white tea.")
    world.until(lambda: "white tea" in row.since.text())
    assert "green tea" in row.words.text()
    other = next(r for r in rows.values() if "choir" in r.used.text)
    other.matter.click()
    world.desk()
    assert world.turns()[-1].data["not_relevant"] == [other.used.id]
    child(other, QPushButton, "Forget").click()
    world.until(lambda: world.learning.item(other.used.id).state is State.FORGOTTEN)
    world.until(lambda: other.since.text() == "Forgotten since")


def test_what_was_marked_not_relevant_is_still_marked_when_the_chat_is_opened_again(world: World) -> None:
    world.write("Prefers green tea to coffee.")
    answer = world.say("What do you remember about me?")
    answer.chips.used_button.click()
    assert answer.chips.used is not None
    row = answer.chips.used.rows[0]
    row.matter.click()
    world.desk()
    chat = world.conversation.chat_id
    world.conversation.new_chat()
    world.conversation.open(chat)
    world.until(lambda: len(world.transcript.views) == 2)
    world.answer().chips.used_button.click()
    used = world.answer().chips.used
    assert used is not None
    assert not used.rows[0].relevant


def test_an_item_is_shown_in_the_list_from_its_chip_and_edited_there_or_here(world: World) -> None:
    answer = world.say("Remember that I prefer short answers.")
    chip = answer.chips.chips[0]
    world.until(lambda: bool(world.memory.sections["user_memory"].cards))
    chip.manage.click()
    card = world.memory.sections["user_memory"].cards[0]
    world.until(lambda: bool(card.property("lit")))
    chip.edit()
    assert chip.editor is not None
    chip.editor.field.setPlainText("I prefer long answers.")
    chip.editor.save()
    world.until(lambda: chip.words.text() == "Remembered: I prefer long answers.")


def test_when_an_undo_comes_too_late_forgetting_is_offered(world: World) -> None:
    answer = world.say("I moved.")
    first = world.write("Lisbon", "user_profile", key="home")
    porto = replace(
        first, id="porto", text="Home: Porto", data={"value": "Porto"}, source=world.source(world.turns()[0])
    )
    gone = replace(first, state=State.SUPERSEDED, superseded_by=porto.id)
    world.database.items.record("learn", [(None, porto), (first, gone)], by="learning")
    world.learning.edit("porto", value="Porto Alegre")
    world.transcript.show_item(porto, answer)
    answer.chips.chips[-1].act.click()
    world.until(world.conversation.banner.isVisible)
    child(world.conversation.banner, QPushButton, "Forget it").click()
    world.until(lambda: world.learning.item("porto").state is State.FORGOTTEN)


def test_everything_is_in_the_menu_of_a_message_too(world: World) -> None:
    answer = world.say("Menu", "An *answer*.")
    menu = answer.menu()
    words = [action.text() for action in menu.actions()]
    assert {"Copy as Markdown", "Copy as text", "Good answer", "Bad answer…", "Answer again"} <= set(words)
    menu.deleteLater()
    answer.copy_text()
    assert QGuiApplication.clipboard().text() == "An answer."
    assert {"Copy message", "Edit message"} <= {words for words, _ in question(world).actions_here()}


def test_a_link_opens_only_after_its_address_was_shown(world: World) -> None:
    answer = world.say("Link", "[my bank](https://bänk.example/login?x=1)")
    menu = answer.texts()[0].link_menu(QUrl("https://bänk.example/login?x=1"))
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["https://xn--bnk-qla.example/login?x=1", "Open in the browser", "Copy the address"]
    assert address(QUrl("https://a.example/b")) == "https://a.example/b"
    unsafe = answer.texts()[0].link_menu(QUrl("file:///etc/passwd"))
    assert "Open in the browser" not in [action.text() for action in unsafe.actions()]


def test_long_lines_of_code_scroll_and_right_to_left_text_starts_at_the_right(world: World) -> None:
    answer = world.say("Both", f"```python\nx = {'1 + ' * 200}1\n```\n\nשלום עולם")
    code = answer.findChild(CodeText)
    assert code is not None
    world.until(lambda: code.horizontalScrollBar().maximum() > 0)
    block = answer.texts()[-1].document().firstBlock()
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft


def test_the_speed_is_below_an_answer_also_when_the_chat_is_opened_again(world: World) -> None:
    timings = Timings(prompt_tokens=80, generated_tokens=60, generate_seconds=2.0)
    answer = world.say("Speed", [Text("Some words"), Done("stop", timings)])
    assert answer.chips.speed.text() == "60 tokens · 30.0 tokens/s"
    chat = world.conversation.chat_id
    world.conversation.new_chat()
    world.conversation.open(chat)
    world.until(lambda: len(world.transcript.views) == 2)
    assert world.answer().chips.speed.text() == "60 tokens · 30.0 tokens/s"


def test_where_from_reaches_a_message_whose_place_another_version_took(world: World) -> None:
    world.say("One", "First.")
    world.say("Remember that I never drink tea after noon.")
    item = world.learning.items("user_memory", user_id="me")[0]
    change(world, question(world, 0), "Uno")
    assert world.learning.item(item.id).state is State.ACTIVE
    world.window.show_source(item)
    world.until(lambda: world.questions() == ["One", "Remember that I never drink tea after noon."])
    world.until(lambda: question(world).flashing)
