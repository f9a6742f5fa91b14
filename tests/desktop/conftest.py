"""A window for each test, closed after it; nothing of it may stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.world import World
from tests.models.conftest import hub, store  # noqa: F401


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
