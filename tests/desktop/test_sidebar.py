"""What was learned: seeing, changing, forgetting, adding."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from engine import LearningMode
from tests.desktop.world import World


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


def test_a_failed_act_is_shown_and_not_swallowed(world: World) -> None:
    item = world.write("Likes tea.")
    world.learning.forget(item.id)
    world.memory.sections["user_memory"].cards[0].forgotten.emit(item)
    world.until(world.conversation.banner.isVisible)
    assert "forgotten already" in world.conversation.banner.message.text()
