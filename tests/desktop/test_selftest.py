"""The self-test of the window passes here, and its pictures are what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.selftest import run
from desktop.words import STORES

STATES = (
    "empty", "busy", "conversation", "used", "inbox", "inbox-replaces", "question", "review-all", "entity", "history", "past",
    "bin", "settings", "models", "first-run", "new-user", "chats", "chats-found", "chat-find", "chat-maths", "temporary",
    "files", "error", "keys", "quick", "quick-error", "keys-changed", "tray",
    "editing", "forgotten", *(f"store-{store}" for store in STORES),
)  # fmt: skip
NARROW = ("empty", "conversation", "question", "entity", "settings", "models", "error")


@pytest.mark.timeout(1500)  # half of its pictures took four minutes beside two other processes
@pytest.mark.qt_log_ignore("does not support")  # said by the offscreen platform to windows that stay above others
def test_the_window_passes_its_own_test_and_takes_pictures(qapp: QApplication, tmp_path: Path) -> None:
    results = run(tmp_path, percents=(100,))  # twice the size: test_large_letters looks at each widget
    assert [(name, seen) for name, ok, seen in results if not ok] == []
    pictures = {file.stem for file in tmp_path.glob("*.png")}
    assert {f"{state}-{theme}-100" for state in STATES for theme in ("light", "dark")} <= pictures
    assert {f"{state}-narrow-light-100" for state in NARROW} <= pictures
    light, dark = QImage(str(tmp_path / "empty-light-100.png")), QImage(str(tmp_path / "empty-dark-100.png"))
    assert light.pixelColor(600, 600).lightness() > 200 > 60 > dark.pixelColor(600, 600).lightness()
