"""A window for each test, closed after it; nothing of it may stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.desktop.world import World
from tests.models.conftest import hub, store  # noqa: F401


@pytest.fixture(autouse=True)
def _nothing_of_the_last_window(request: pytest.FixtureRequest) -> Iterator[None]:
    """Widgets that were told to go are gone before the next window: it would style each of them again (0.5 s a test)."""
    yield
    if "qtbot" in request.fixturenames:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path) -> Iterator[World]:
    """A window on an empty memory file, with a scripted model."""
    made = World(qtbot, tmp_path)
    qtbot.addWidget(made.window)
    yield made
    made.close()


@pytest.fixture
def world_without_model(qtbot: QtBot, tmp_path: Path) -> Iterator[World]:
    """A window on a computer that has no language model."""
    made = World(qtbot, tmp_path, with_model=False)
    qtbot.addWidget(made.window)
    yield made
    made.close()
