"""The keys: one list for the window, the sheet, the tooltips and the settings, and how they are changed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.keys import ACTIONS, SETTING, Keys
from desktop.settings.key_rows import KeyField
from tests.desktop.world import World

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def typed(world: World, name: str, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> KeyField:
    """Press keys in the field of an act, as a person does."""
    rooms = world.window.rooms
    if rooms.pages.current != "settings":
        rooms.show_settings()
    field = rooms.settings.keys.fields[name]
    world.bot.keyClick(field.edit, key, modifiers)
    field.edit.editingFinished.emit()
    world.desk()
    return field


def test_no_two_acts_have_the_same_keys_at_first_and_every_key_of_the_window_is_in_the_list(world: World) -> None:
    first = [action.default for action in ACTIONS if action.default]
    assert len(first) == len(set(first))
    bound = {one.key().toString() for one in world.window.findChildren(QShortcut) if not one.key().isEmpty()}
    assert bound <= set(first)
    assert {action.name for action in ACTIONS} == world.window.keys.bound


def test_new_keys_hold_at_once_in_the_window_its_sheet_its_tooltips_and_after_a_restart(world: World) -> None:
    window = world.window
    typed(world, "sidebar", Qt.Key.Key_D, CONTROL | ALT)
    assert window.header.sidebar.toolTip() == "Show or hide what was learned (Ctrl+Alt+D)"
    assert ("Show or hide what was learned", "Ctrl+Alt+D") in window.sheet.entries
    window.rooms.pages.back()
    assert window.memory.isVisible()
    world.press(Qt.Key.Key_B, window, CONTROL)
    assert window.memory.isVisible()
    world.press(Qt.Key.Key_D, window, CONTROL | ALT)
    assert not window.memory.isVisible()
    assert world.database.setting(SETTING, {}) == {"sidebar": "Ctrl+Alt+D"}
    assert Keys(world.database.setting(SETTING, {})).shown("sidebar") == "Ctrl+Alt+D"


def test_keys_that_are_taken_are_refused_in_one_sentence_and_nothing_changes(world: World) -> None:
    field = typed(world, "models", Qt.Key.Key_K, CONTROL)
    told = world.window.rooms.settings.keys.said["models"].about
    assert told.text() == "Ctrl+K is taken by “Search chats”. Choose others, or change those first."
    assert told.isVisible()
    assert field.edit.keySequence() == QKeySequence("Ctrl+M")
    assert world.window.keys.chosen == {}


@pytest.mark.parametrize("keys", ["A", "Shift+B", "Return", "Esc", "Tab", "Up", "F2", "Ctrl+C", "Ctrl+A"])
def test_keys_that_writing_needs_are_refused(keys: str) -> None:
    assert "needed for" in Keys({}).refusal("models", QKeySequence(keys))


@pytest.mark.parametrize("keys", ["Ctrl+Alt+M", "F7", "Alt+3", "Ctrl+M", ""])
def test_other_keys_are_taken(keys: str) -> None:
    assert Keys({}).refusal("models", QKeySequence(keys)) == ""


def test_an_act_can_be_without_keys(world: World) -> None:
    field = typed(world, "models", Qt.Key.Key_M, CONTROL | ALT)
    line = field.edit.findChild(QLineEdit)
    assert line is not None
    line.clear()
    field.edit.clear()
    field.edit.editingFinished.emit()
    world.desk()
    assert world.window.keys.of("models").isEmpty()
    assert "(" not in world.window.status.model.toolTip()
    assert "Models" not in [words for words, _ in world.window.sheet.entries]


def test_the_toast_takes_changed_keys_back(world: World) -> None:
    typed(world, "models", Qt.Key.Key_Y, CONTROL | ALT)
    toast = world.window.toast
    assert toast.words.full() == "Models: Ctrl+Alt+Y"
    toast.button.click()
    world.desk()
    assert world.window.keys.shown("models") == "Ctrl+M"


def test_one_or_all_go_back_to_the_keys_of_the_beginning(world: World) -> None:
    keys = world.window.rooms.settings.keys
    assert not keys.all_first.isEnabled()
    first = typed(world, "models", Qt.Key.Key_Y, CONTROL | ALT)
    typed(world, "undo", Qt.Key.Key_U, CONTROL | ALT)
    assert first.first.isVisible()
    first.first.click()
    world.desk()
    assert world.window.keys.chosen == {"undo": "Ctrl+Alt+U"}
    keys.all_first.click()
    world.desk()
    assert world.window.keys.chosen == {}
    assert not first.first.isVisible()


def test_first_keys_that_another_act_has_by_now_are_refused_too(world: World) -> None:
    typed(world, "models", Qt.Key.Key_Y, CONTROL | ALT)
    typed(world, "theme", Qt.Key.Key_M, CONTROL)
    world.window.rooms.settings.keys.fields["models"].first.click()
    world.desk()
    assert "is taken by “Light or dark”" in world.window.rooms.settings.keys.said["models"].about.text()
    assert world.window.keys.shown("models") == "Ctrl+Alt+Y"


def test_keys_are_found_by_the_search_of_the_settings(world: World) -> None:
    settings = world.window.rooms.settings
    world.window.rooms.show_settings()
    settings.search.setText("keys lock")
    shown = [one for one in settings.keys.rows if not one.isHidden()]
    assert [one.words.strip() for one in shown] == ["lock the window"]


def test_the_keyboard_leaves_a_field_of_keys_by_tab(world: World) -> None:
    world.window.rooms.show_settings()
    field = world.window.rooms.settings.keys.fields["models"]
    world.window.activateWindow()
    field.edit.setFocus()
    held: QWidget | None = field.edit
    world.bot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert not field.edit.hasFocus()
    assert held is not None
    assert field.edit.keySequence() == QKeySequence("Ctrl+M")
