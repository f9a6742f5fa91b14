"""For everyone: each thing one can use has a name and a role, is reached by keyboard in the order one reads, and is said."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from desktop.chat.answer import AnswerView
from desktop.sidebar.entity_page import EntityPage
from tests.desktop.states import STATES
from tests.desktop.world import World

Role = QAccessible.Role
ROLES: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (QCheckBox, {Role.CheckBox}),
    (QRadioButton, {Role.RadioButton}),
    (QToolButton, {Role.Button, Role.ButtonMenu, Role.ButtonDropDown}),
    (QAbstractButton, {Role.Button, Role.ButtonMenu}),
    (QLineEdit, {Role.EditableText}),
    (QPlainTextEdit, {Role.EditableText}),
    (QTextBrowser, {Role.StaticText, Role.EditableText}),
    (QComboBox, {Role.ComboBox}),
    (QAbstractSpinBox, {Role.SpinBox}),
    (QAbstractItemView, {Role.List, Role.Table}),
    (QProgressBar, {Role.ProgressBar}),
)


def interactive(window: QWidget) -> list[QWidget]:
    """What one can use or is told by, among what is there; the parts that Qt makes inside of a field are left out."""
    every = [w for kind, _ in ROLES for w in window.findChildren(kind) if not w.isHidden()]
    focusable = [w for w in window.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [w for w in dict.fromkeys([*every, *focusable]) if not inside_of_a_field(w)]


def inside_of_a_field(widget: QWidget) -> bool:
    return isinstance(widget.parent(), QLineEdit | QAbstractSpinBox | QComboBox) or widget.objectName().startswith(
        "qt_"
    )


@pytest.mark.parametrize("state", STATES)
def test_everything_one_can_use_has_a_name_and_the_right_role(world: World, state: str) -> None:
    STATES[state](world)
    wrong = []
    for widget in interactive(world.window):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name).strip()
        wanted = next((roles for kind, roles in ROLES if isinstance(widget, kind)), None)
        role = interface.role()
        if not name or role == Role.NoRole or (wanted is not None and role not in wanted):
            wrong.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}: {name!r}, {role}")
    assert wrong == []


def test_every_entry_of_a_menu_has_words(world: World) -> None:
    STATES["person"](world)
    page = world.memory.page
    assert isinstance(page, EntityPage)
    menus = [*world.window.findChildren(QMenu), page.menu()]
    entries: list[QAction] = [one for menu in menus for one in menu.actions() if not one.isSeparator()]
    assert entries
    assert [entry for entry in entries if not entry.text().strip()] == []


def walk(world: World, key: Qt.Key) -> list[QWidget]:
    """Where Tab leads from the field to write in, until it is back there."""
    start = world.composer.editor
    start.setFocus()
    stops: list[QWidget] = [start]
    for _ in range(400):
        held = QApplication.focusWidget()
        assert held is not None, f"the keyboard got lost after {stops[-1].accessibleName()}"
        world.press(key, held)
        now = QApplication.focusWidget()
        assert now is not None
        if now is start:
            return stops
        assert now not in stops, f"the keyboard is caught at {now.accessibleName()}"
        stops.append(now)
    raise AssertionError("the keyboard never came back")


def place(world: World, widget: QWidget) -> QPoint:
    return widget.mapTo(world.window, widget.rect().topLeft())


def test_tab_goes_through_the_window_as_one_reads_it_and_back(world: World) -> None:
    world.say("Remember that I prefer short answers.")
    world.write("Likes tea.")
    world.desk()
    there, back = walk(world, Qt.Key.Key_Tab), walk(world, Qt.Key.Key_Backtab)
    assert [w.accessibleName() for w in back[1:]] == [w.accessibleName() for w in reversed(there[1:])]
    for pane in (world.chats, world.memory):
        stops = [w for w in there if pane.isAncestorOf(w)]
        rows = [place(world, w).y() + w.height() // 2 for w in stops]
        assert all(below > above - 24 for above, below in pairwise(rows)), [w.accessibleName() for w in stops]
    assert {type(w).__name__ for w in there} >= {"Editor", "IconButton", "ChatView", "SearchField", "Card"}


def test_every_button_of_the_window_is_reached_by_tab_or_has_its_key(world: World) -> None:
    world.say("Remember that I prefer short answers.")
    reached = set(walk(world, Qt.Key.Key_Tab))
    tiles = {
        button
        for section in world.memory.sections.values()
        for tile in section.tiles
        for button in tile.bar.findChildren(QAbstractButton)
    }
    missed = [
        button.accessibleName()
        for button in world.window.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and button not in reached | tiles and not inside_of_a_field(button)
    ]
    assert missed == []


def test_what_happens_by_itself_is_said(world: World) -> None:
    answer = world.say("Remember that I prefer short answers.", "I will.")
    assert isinstance(answer, AnswerView)
    assert world.transcript.accessibleDescription() == "Keepwise: I will."
    assert answer.chips.accessibleDescription().startswith("Remembered: ")
    world.window.toast.show_words("Forgotten: Likes tea.", 1)
    assert world.window.toast.accessibleDescription() == "Forgotten: Likes tea.. Undo"
    world.conversation.show_error(ValueError("It is not there."))
    assert "It is not there." in world.conversation.banner.accessibleDescription()
