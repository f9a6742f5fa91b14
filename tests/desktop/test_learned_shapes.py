"""Each store in its shape: what its cards say, the forms of Add and Edit, decisions and how they turned out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.sidebar.card import Card
from desktop.sidebar.details import OutcomeForm
from desktop.sidebar.editor import ItemEditor
from desktop.words import origin_words
from engine import LearningMode
from engine.item import Item, Origin
from tests.desktop.world import World


def first(world: World, store: str) -> Card:
    return world.memory.sections[store].cards[0]


def form(world: World, store: str) -> ItemEditor:
    world.memory.sections[store].add_button.click()
    made = world.memory.sections[store].form
    assert made is not None
    return made


def put(made: ItemEditor, name: str, text: str) -> None:
    line = made.line(name)
    assert isinstance(line, QLineEdit)
    line.setText(text)


def stored(world: World, store: str) -> Item:
    world.until(lambda: bool(world.learning.items(store, user_id="me")))
    return world.learning.items(store, user_id="me")[0]


def test_a_profile_is_fields_with_values_edited_in_place_by_enter(world: World) -> None:
    item = world.write("Lisbon", "user_profile", key="home")
    card = first(world, "user_profile")
    assert (card.head.full(), card.words.text()) == ("Home", "Lisbon")
    world.bot.mouseDClick(card, Qt.MouseButton.LeftButton)
    assert card.editor is not None
    card.editor.field.setPlainText("Porto")
    world.press(Qt.Key.Key_Return, card.editor.field)
    world.until(lambda: world.learning.item(item.id).data["value"] == "Porto")


def test_the_field_of_a_profile_is_offered_as_one_types(world: World) -> None:
    line = form(world, "user_profile").line("key")
    assert isinstance(line, QLineEdit)
    completer = line.completer()
    completer.setCompletionPrefix("hom")
    assert completer.currentCompletion() == "Home"


def test_the_session_shows_goal_plan_and_progress_in_this_order(world: World) -> None:
    world.say("Hello")
    for key, text in (("progress", "asked Ben"), ("plan", "book the train\nfind a hotel"), ("goal", "A trip")):
        made = form(world, "session_context")
        part = made.line("key")
        assert isinstance(part, QComboBox)
        part.setCurrentText(key.capitalize())
        made.field.setPlainText(text)
        made.save()
        world.until(lambda key=key: any(i.key == key for i in world.memory.memory.items))  # type: ignore[misc]
    cards = world.memory.sections["session_context"].cards
    assert [card.head.full() for card in cards] == ["Goal", "Plan", "Progress"]
    assert cards[1].words.text() == "• book the train\n• find a hotel"


def test_knowledge_has_a_title_and_tags_that_can_be_changed(world: World) -> None:
    made = form(world, "learned_knowledge")
    put(made, "title", "Counting")
    put(made, "tags", "python, #text")
    made.field.setPlainText("Use a Counter.")
    made.save()
    assert stored(world, "learned_knowledge").data["tags"] == ["python", "text"]
    world.until(lambda: bool(world.memory.sections["learned_knowledge"].cards))
    card = first(world, "learned_knowledge")
    assert (card.title.text(), card.head.full(), card.words.text()) == ("Counting", "#python #text", "Use a Counter.")
    card.edit()
    assert card.editor is not None
    put(card.editor, "tags", "python")
    card.editor.save()
    world.until(lambda: card.head.full() == "#python")
    world.memory.filter.setText("counting")
    assert len(world.memory.sections["learned_knowledge"].cards) == 1


def test_a_decision_is_written_with_its_reasons_and_a_day_to_look_back(world: World) -> None:
    made = form(world, "decision_log")
    made.field.setPlainText("Use one file.")
    put(made, "reasoning", "it is easy to copy")
    put(made, "review_on", "soon")
    made.save()
    assert made.problem.text() == "Write the day as 2027-01-31."
    put(made, "review_on", "2026-01-31")
    made.save()
    item = stored(world, "decision_log")
    assert item.text == "Use one file. Reason: it is easy to copy"
    assert item.data["review_on"] == "2026-01-31"
    world.until(lambda: bool(world.memory.sections["decision_log"].cards))
    card = first(world, "decision_log")
    assert card.words.text() == "Use one file."
    assert card.reasons.text() == "Because it is easy to copy"
    assert card.head.full().startswith("Decided on ")


def test_a_decision_that_is_due_asks_how_it_turned_out(world: World) -> None:
    """C16."""
    item = world.write("Use one file.", "decision_log", review_on="2026-01-31")
    world.until(lambda: item.id in world.memory.memory.due)
    card = first(world, "decision_log")
    world.until(card.ask.isVisible)
    card.ask.click()
    told = card.findChild(OutcomeForm)
    assert told is not None
    assert told.field.hasFocus()
    told.field.setText("It was copied twice")
    told.save("well")
    world.until(lambda: card.outcome.text() == "Turned out: It was copied twice (well)")
    assert card.ask.isHidden()
    world.window.toast.button.click()
    world.until(lambda: not world.learning.item(item.id).data.get("outcome"))


def test_a_decision_that_is_not_due_asks_nothing(world: World) -> None:
    world.write("Use one file.", "decision_log")
    assert first(world, "decision_log").ask.isHidden()


def test_an_entity_is_added_with_its_type(world: World) -> None:
    made = form(world, "entity_memory")
    put(made, "subject", "Bruno")
    put(made, "type", "Pet")
    made.field.setPlainText("is a beagle")
    made.save()
    item = stored(world, "entity_memory")
    assert (item.subject, item.data["type"], item.text) == ("Bruno", "pet", "is a beagle")


def test_a_form_says_what_is_missing_and_keeps_what_was_written(world: World) -> None:
    made = form(world, "entity_memory")
    made.save()
    assert made.problem.text() == "Write something first."
    made.field.setPlainText("is a beagle")
    made.save()
    assert made.problem.text() == "“Who or what” is empty."
    assert made.field.toPlainText() == "is a beagle"


@pytest.mark.parametrize("store", ["user_profile", "user_memory", "session_context", "entity_memory", "decision_log"])
def test_an_empty_store_says_what_will_come_and_lets_one_add(world: World, store: str) -> None:
    section = world.memory.sections[store]
    assert "come" in section.nothing.text()
    section.first.click()
    assert section.form is not None
    world.press(Qt.Key.Key_Escape, section.form)
    assert section.form is None
    assert section.empty.isVisible()


def test_each_mode_is_explained_in_one_line(world: World) -> None:
    actions = world.memory.sections["user_memory"].mode.menu().actions()
    assert [action.text().split("  –  ")[0] for action in actions] == [
        "Save by itself", "Ask me first", "Ask in the chat", "Assistant decides", "Off",
    ]  # fmt: skip
    actions[-1].trigger()
    world.until(lambda: world.learning.modes["user_memory"] is None)
    assert world.memory.sections["user_memory"].mode.accessibleName().endswith("Off. Nothing new is learned here.")
    actions[0].trigger()
    world.until(lambda: world.learning.modes["user_memory"] is LearningMode.ALWAYS)


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (Origin.SAID, "You said this"),
        (Origin.WRITTEN, "You wrote this"),
        (Origin.AGENT, "Noted by the assistant"),
        (Origin.INFERRED, "Concluded from what you said"),
        (Origin.IMPORTED, "Imported"),
    ],
)
def test_the_origin_is_told_honestly(origin: Origin, words: str) -> None:
    assert origin_words(Item("1", "user_memory", "memory", "Likes tea.", origin=origin)) == words


def test_an_import_names_the_application_when_the_item_does() -> None:
    item = Item("1", "user_memory", "memory", "Tea", origin=Origin.IMPORTED, data={"imported_from": "ChatGPT"})
    assert origin_words(item) == "Imported from ChatGPT"
