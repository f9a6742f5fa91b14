"""The self-test of the window passes here, and its pictures are what they say."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.selftest import run


def test_the_window_passes_its_own_test_and_takes_pictures(qapp: QApplication, tmp_path: Path) -> None:
    results = run(tmp_path)
    assert [(name, seen) for name, ok, seen in results if not ok] == []
    pictures = {file.stem for file in tmp_path.glob("*.png")}
    for state in ("empty", "busy", "conversation", "inbox", "used", "editing", "forgotten", "error"):
        assert {f"{state}-light", f"{state}-dark"} <= pictures
    light, dark = QImage(str(tmp_path / "empty-light.png")), QImage(str(tmp_path / "empty-dark.png"))
    assert light.pixelColor(600, 600).lightness() > 200 > 60 > dark.pixelColor(600, 600).lightness()
