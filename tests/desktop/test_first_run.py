"""The first run: promises, a choice with verdicts, fetching with pause and failure, a small model first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.rooms import WELCOMED
from desktop.window import MainWindow
from models.errors import DownloadError
from models.fetch import OnProgress, Progress
from tests.desktop.newcomer import HUB_MODEL, Newcomer


@pytest.fixture
def newcomer(qtbot: QtBot, tmp_path: Path, store: Path) -> Iterator[Newcomer]:
    made = Newcomer(qtbot, tmp_path)
    yield made
    made.window.close()
    made.app.close()


def test_the_choice_tells_what_fits_and_recommends_one(newcomer: Newcomer) -> None:
    assert newcomer.first.isVisible()
    newcomer.first.onward.click()
    chosen = [name for name, choice in newcomer.first.choices.items() if choice.isChecked()]
    assert len(chosen) == 1
    facts = [label.text() for label in newcomer.first.findChildren(QLabel) if label.isVisible()]
    assert sum(text.startswith("Recommended") for text in facts) == 1
    assert "free" in newcomer.first.machine.text()
    assert newcomer.first.begin.text().startswith("Download")


def test_skipping_leads_to_the_memories_and_it_is_not_shown_again(newcomer: Newcomer) -> None:
    newcomer.first.skip.click()
    newcomer.until(lambda: newcomer.database.setting(WELCOMED, False))
    assert newcomer.window.conversation.isVisible()
    again = MainWindow(None, newcomer.app.learning, newcomer.database, parts=newcomer.app)
    newcomer.bot.addWidget(again)
    assert again.rooms.pages.current == ""
    again.close()


def test_without_a_network_it_says_so_and_what_to_do(newcomer: Newcomer) -> None:
    def fetching(name: str, progress: OnProgress) -> object:
        raise DownloadError("The hub could not be read: no route to host.")

    newcomer.app.fetching = fetching
    newcomer.choose("small")
    newcomer.until(lambda: "no route to host" in newcomer.first.pace.text())
    assert "Check that this computer is online" in newcomer.first.pace.text()
    assert newcomer.first.again.isVisible()
    assert newcomer.first.later.isVisible()


def test_fetching_shows_how_far_it_is_and_pauses(newcomer: Newcomer) -> None:
    seen = threading.Event()

    def fetching(name: str, progress: OnProgress) -> object:
        while True:  # ended by the exception that cancels
            progress(Progress(name, 100_000_000, 491_400_064, "download"))
            seen.wait(0.02)

    newcomer.app.fetching = fetching
    newcomer.choose("small")
    newcomer.until(lambda: "100 MB of 491 MB" in newcomer.first.pace.text())
    newcomer.first.hold.click()
    newcomer.until(lambda: not newcomer.window.rooms.librarian.errands.names())
    assert newcomer.first.doing.text() == "Paused"
    assert newcomer.first.again.text() == "Go on"


def test_a_small_model_is_fetched_before_the_better_one(newcomer: Newcomer) -> None:
    asked: list[str] = []

    def fetching(name: str, progress: OnProgress) -> object:
        asked.append(name)
        raise DownloadError("not today")

    newcomer.app.fetching = fetching
    newcomer.first.onward.click()
    newcomer.first.choices[HUB_MODEL].click()
    assert "491 MB" in newcomer.first.meanwhile.text()
    newcomer.first.begin.click()
    newcomer.until(newcomer.first.again.isVisible)
    assert asked == ["embedder"]
    assert "0.5B" in newcomer.window.rooms.librarian.title("small")
    assert newcomer.window.rooms.librarian.problems.keys() == {"small"}
