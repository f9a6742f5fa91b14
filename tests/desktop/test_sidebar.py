"""What was learned: seeing, changing, forgetting, adding, and answering suggestions by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from engine import LearningMode
from engine.item import Item, State
from tests.desktop.world import World

ACCEPT = (Qt.Key.Key_A, Qt.Key.Key_Right)
REJECT = (Qt.Key.Key_R, Qt.Key.Key_Left)


def texts(world: World, store: str = "user_memory") -> list[str]:
    return [card.item.text for card in world.memory.sections[store].cards]


def said(widget: object) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())  # type: ignore[attr-defined]


def test_an_item_is_edited_in_its_card_and_saved_by_ctrl_enter(world: World) -> None:
    item = world.write("Likes tea.")
    card = world.memory.sections["user_memory"].cards[0]
    card.edit()
    assert card.editor is not None
    assert card.editor.field.hasFocus()
    card.editor.field.setPlainText("Likes green tea.")
    world.press(Qt.Key.Key_Return, card.editor.field, Qt.KeyboardModifier.ControlModifier)
    world.until(lambda: texts(world) == ["Likes green tea."])
    assert world.learning.item(item.id).text == "Likes green tea."
    assert not card.editing


def test_escape_leaves_the_form_and_changes_nothing(world: World) -> None:
    item = world.write("Likes tea.")
    card = world.memory.sections["user_memory"].cards[0]
    card.edit()
    assert card.editor is not None
    card.editor.field.setPlainText("Other")
    world.press(Qt.Key.Key_Escape, card.editor.field)
    assert not card.editing
    assert world.learning.item(item.id).text == "Likes tea."


def test_of_a_profile_field_the_value_is_edited(world: World) -> None:
    item = world.write("Lisbon", "user_profile", key="home")
    card = world.memory.sections["user_profile"].cards[0]
    assert card.words.text() == "Lisbon"
    card.edit()
    assert card.editor is not None
    card.editor.field.setPlainText("Porto")
    card.editor.save()
    world.until(lambda: world.learning.item(item.id).data["value"] == "Porto")
    assert world.learning.item(item.id).text == "Home: Porto"


def test_forgetting_asks_nothing_and_the_toast_takes_it_back(world: World) -> None:
    item = world.write("Likes tea.")
    world.memory.sections["user_memory"].cards[0].forgotten.emit(item)
    world.until(lambda: texts(world) == [])
    assert world.window.toast.words.full() == "Forgotten: Likes tea."
    world.window.toast.button.click()
    world.until(lambda: texts(world) == ["Likes tea."])


def test_the_toast_takes_back_its_own_act_although_another_followed(world: World) -> None:
    item = world.write("Likes tea.")
    world.memory.sections["user_memory"].cards[0].forgotten.emit(item)
    world.until(world.window.toast.isVisible)
    world.write("Runs on Tuesdays.")
    world.window.toast.button.click()
    world.until(lambda: sorted(texts(world)) == ["Likes tea.", "Runs on Tuesdays."])


def test_ctrl_z_takes_back_the_last_act_outside_of_text_fields_only(world: World) -> None:
    world.write("Likes tea.")
    world.composer.editor.setFocus()
    world.press(Qt.Key.Key_Z, world.composer.editor, Qt.KeyboardModifier.ControlModifier)
    world.desk()
    assert texts(world) == ["Likes tea."]
    world.memory.inbox.setFocus()
    world.chats.new_button.setFocus()
    world.press(Qt.Key.Key_Z, world.chats.new_button, Qt.KeyboardModifier.ControlModifier)
    world.until(lambda: texts(world) == [])


def test_an_item_is_added_by_hand_from_the_empty_state(world: World) -> None:
    section = world.memory.sections["entity_memory"]
    assert section.first.isVisible()
    section.first.click()
    assert section.form is not None
    assert section.form.subject is not None
    section.form.subject.setText("Sarah Chen")
    section.form.field.setPlainText("Leads project Harbor.")
    section.form.save()
    world.until(lambda: [tile.accessibleName()[:11] for tile in section.tiles] == ["Sarah Chen."])
    item = world.learning.items("entity_memory", user_id="me")[0]
    assert (item.subject, item.origin) == ("Sarah Chen", "written")


def test_a_profile_field_is_added_by_hand(world: World) -> None:
    section = world.memory.sections["user_profile"]
    section.add_button.click()
    assert section.form is not None
    assert section.form.subject is not None
    section.form.subject.setText("Home")
    section.form.field.setPlainText("Lisbon")
    section.form.save()
    world.until(lambda: texts(world, "user_profile") == ["Home: Lisbon"])


def test_the_filter_hides_what_does_not_match_and_counts_what_does(world: World) -> None:
    world.write("Likes tea.")
    world.write("Runs on Tuesdays.")
    world.memory.filter.setText("TEA")
    assert texts(world) == ["Likes tea."]
    assert world.memory.total.text() == "1 of 2"
    assert world.memory.sections["decision_log"].isHidden()


def test_a_store_s_mode_is_chosen_explained_and_kept(world: World) -> None:
    section = world.memory.sections["user_memory"]
    section.mode_chosen.emit("user_memory", LearningMode.PROPOSE)
    world.until(lambda: world.learning.modes["user_memory"] is LearningMode.PROPOSE)
    world.desk()
    assert section.mode.text() == "Ask me first"
    assert "saved only when you accept" in section.mode.toolTip()
    assert world.database.setting("modes") == {"user_memory": "propose"}


def test_where_from_is_honest_about_what_was_written_by_hand(world: World) -> None:
    world.write("Likes tea.")
    card = world.memory.sections["user_memory"].cards[0]
    card.toggle_source()
    assert "You wrote this here by hand" in said(card)
    assert "Show in" not in said(card)


def test_the_history_of_an_item_shows_old_and_new(world: World) -> None:
    item = world.write("Likes tea.")
    world.learning.edit(item.id, text="Likes green tea.")
    world.until(lambda: texts(world) == ["Likes green tea."])
    card = world.memory.sections["user_memory"].cards[0]
    card.toggle_history()
    world.until(lambda: "Likes" in said(card) and "green</b>" in said(card))


def test_the_context_of_another_chat_is_not_shown(world: World) -> None:
    world.say("Hello")
    chat = world.conversation.chat_id
    world.learning.write("session_context", "Plan a trip", user_id="me", session_id=chat, key="goal", subject="session")
    world.until(lambda: texts(world, "session_context") == ["Plan a trip"])
    world.conversation.new_chat()
    assert texts(world, "session_context") == []


def test_suggestions_are_a_quiet_count_until_one_opens_them(world: World) -> None:
    world.propose()
    inbox = world.memory.inbox
    assert inbox.title.text() == "1 suggestion"
    assert not inbox.is_open
    inbox.toggle.click()
    assert inbox.is_open
    assert inbox.hasFocus()


@pytest.mark.parametrize("key", ACCEPT)
def test_a_key_accepts_a_suggestion(world: World, key: Qt.Key) -> None:
    item = world.propose()
    world.memory.inbox.open()
    world.press(key, world.memory.inbox)
    world.until(lambda: world.state(item) is State.ACTIVE)
    world.until(lambda: texts(world, "entity_memory") == [item.text])
    assert world.memory.inbox.isHidden()


@pytest.mark.parametrize("key", REJECT)
def test_a_key_rejects_a_suggestion_and_undo_brings_it_back(world: World, key: Qt.Key) -> None:
    item = world.propose()
    world.memory.inbox.open()
    world.press(key, world.memory.inbox)
    world.until(lambda: world.state(item) is State.REJECTED)
    world.until(world.window.toast.isVisible)
    world.window.toast.button.click()
    world.until(lambda: world.state(item) is State.PROPOSED and world.memory.inbox.current is not None)


def test_e_edits_a_suggestion_before_it_is_saved(world: World) -> None:
    item = world.propose()
    inbox = world.memory.inbox
    inbox.open()
    world.press(Qt.Key.Key_E, inbox)
    assert inbox.editor is not None
    inbox.editor.field.setPlainText("Due on Monday.")
    world.press(Qt.Key.Key_Return, inbox.editor.field, Qt.KeyboardModifier.ControlModifier)
    world.until(lambda: world.state(item) is State.ACTIVE)
    assert world.learning.item(item.id).text == "Due on Monday."


def test_down_decides_later(world: World) -> None:
    one, two = world.propose("One."), world.propose("Two.")
    inbox = world.memory.inbox
    inbox.open(one)
    world.press(Qt.Key.Key_Down, inbox)
    assert inbox.current is not None
    assert inbox.current.id == two.id
    assert {world.state(one), world.state(two)} == {State.PROPOSED}


def test_a_suggestion_shows_its_quote_its_source_and_what_it_would_replace(world: World) -> None:
    world.say("I moved to Porto last week.")
    home = world.write("Lisbon", "user_profile", key="home")
    source = world.source(world.turns()[0])
    item = world.propose(
        "Home: Porto", "user_profile", key="home", subject="user", data={"value": "Porto"},
        replaces=home.id, quote="I moved to Porto", source=source,
    )  # fmt: skip
    world.memory.inbox.open(item)
    world.until(lambda: "“I moved to Porto”" in said(world.memory.inbox))
    words = said(world.memory.inbox)
    assert "<s" in words
    assert "Lisbon" in words
    world.memory.inbox.jumped.emit(item)
    world.until(lambda: world.transcript.views[0].flashing)


def test_review_below_an_answer_opens_that_suggestion(world: World) -> None:
    world.propose("Another.")
    item: Item = world.propose("This one.")
    world.conversation.review_wanted.emit(item)
    assert world.memory.inbox.current is not None
    assert world.memory.inbox.current.id == item.id


def test_a_new_suggestion_does_not_move_the_one_that_is_read(world: World) -> None:
    first = world.propose("First.")
    world.memory.inbox.open()
    world.propose("Second.")
    assert world.memory.inbox.current is not None
    assert world.memory.inbox.current.id == first.id
    assert world.memory.inbox.title.text() == "2 suggestions"


def test_a_failed_act_is_shown_and_not_swallowed(world: World) -> None:
    item = world.write("Likes tea.")
    world.learning.forget(item.id)
    world.memory.sections["user_memory"].cards[0].forgotten.emit(item)
    world.until(world.conversation.banner.isVisible)
    assert "forgotten already" in world.conversation.banner.message.text()


def test_a_suggestion_that_could_not_be_saved_waits_again(world: World) -> None:
    item = world.propose()
    world.memory.inbox.open()
    world.memory.inbox.edit()
    assert world.memory.inbox.editor is not None
    world.learning.reject(item.id)
    world.learning.undo()
    world.memory.inbox.editor.saved.emit("   ", {})
    world.until(world.conversation.banner.isVisible)
    world.until(lambda: world.memory.inbox.current is not None)
    assert world.state(item) is State.PROPOSED
