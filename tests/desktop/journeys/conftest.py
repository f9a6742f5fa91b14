"""What the journeys share: a window that learns from plain sentences, and the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.world import World

Open = Callable[[], World]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Opens the application on one memory file, again and again; the one before is closed then."""
    worlds: list[World] = []

    def open_() -> World:
        if worlds:
            worlds[-1].close()
        worlds.append(World(qtbot, tmp_path, hearing=True))
        qtbot.addWidget(worlds[-1].window)
        return worlds[-1]

    yield open_
    worlds[-1].close()


@pytest.fixture
def journey(opened: Open) -> World:
    """A window on an empty memory file, with the real embedder and a scripted model."""
    return opened()


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., None]:
    """Presses keys wherever the keyboard is."""

    def pressed(*keys: Qt.Key, ctrl: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            held = QApplication.focusWidget()
            assert held is not None
            qtbot.keyClick(held, key, modifier)

    return pressed
