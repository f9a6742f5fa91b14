"""Letters of twice their size: nothing is cut off, nothing scrolls sideways, and the panes make room."""

from __future__ import annotations

import re
from typing import TypeAlias, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton, QScrollArea, QToolButton, QWidget

from desktop.chat.blocks import FlatText
from desktop.widgets import ElidedButton, ElidedLabel
from tests.desktop.states import STATES
from tests.desktop.world import World

Worded: TypeAlias = QLabel | QAbstractButton | QComboBox


def width_of_words(widget: Worded) -> int:
    """Pixels that its longest line needs; of a label that wraps, its longest word."""
    text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
    if isinstance(widget, QLabel) and widget.textFormat() == Qt.TextFormat.RichText:
        text = re.sub("<[^>]+>", "", text)
    wraps = isinstance(widget, QLabel) and widget.wordWrap()
    parts = re.split(r"[\s\u200b/-]", text) if wraps else text.split("\n")
    return max((widget.fontMetrics().horizontalAdvance(part) for part in parts), default=0)


def cut_off(window: QWidget) -> list[str]:
    """What is narrower, or lower, than its words: but for labels that end in "…" and say the rest in another way."""
    wrong = []
    for kind in (QLabel, QPushButton, QToolButton, QComboBox):
        for widget in cast("list[Worded]", window.findChildren(kind)):
            if not widget.isVisible() or isinstance(widget, ElidedLabel | ElidedButton) or says_the_rest(widget):
                continue
            needed, line = width_of_words(widget), widget.fontMetrics().height()
            if needed and (widget.width() < needed or widget.height() < line):
                words = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
                wrong.append(f"{words!r}: {widget.width()}x{widget.height()} for {needed}x{line}")
            right = widget.mapTo(window, widget.rect().topRight()).x()
            if needed and right > window.width():
                wrong.append(f"{widget.accessibleName() or widget.objectName()} ends at {right}")
    return wrong


def says_the_rest(widget: QWidget) -> bool:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return "…" in text and bool(widget.toolTip()) and widget.toolTip() != text


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off_in_letters_of_twice_the_size(world: World, state: str) -> None:
    STATES[state](world)
    world.window.theme.scale(200)
    if state in ("sidebar", "person", "past_and_bin", "deck"):
        world.window.panes.take_turns(True)
    world.desk()
    world.bot.wait(50)
    assert cut_off(world.window) == []
    sideways = [
        area.accessibleName()
        for area in world.window.findChildren(QScrollArea)
        if area.isVisible() and (inner := area.widget()) is not None and inner.width() > area.viewport().width()
    ]
    assert sideways == []
    world.window.theme.scale(100)


def test_the_texts_of_a_chat_grow_with_the_letters(world: World) -> None:
    answer = world.say("Hello", "Some words.\n\n```\nx = 1\n```\n\n# A heading")
    before = [text.document().size().height() for text in answer.texts()]
    world.window.theme.scale(200)
    world.bot.wait(50)
    after = [text.document().size().height() for text in answer.texts()]
    assert all(later > 1.6 * earlier for earlier, later in zip(before, after, strict=True))
    assert isinstance(answer.texts()[0], FlatText)
    world.window.theme.scale(100)


def test_larger_letters_leave_room_for_two_panes_only(world: World) -> None:
    assert world.chats.isVisible()
    assert world.memory.isVisible()
    world.window.theme.scale(200)
    assert world.chats.isVisible() is not world.memory.isVisible()
    world.window.theme.scale(100)
    assert world.chats.isVisible()
    assert world.memory.isVisible()
