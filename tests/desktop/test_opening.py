"""Before the window: unlocking, and going back to a backup of a memory file that cannot be read."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.opening.damaged import DamagedPage
from desktop.opening.door import Door, opens_by_hand
from desktop.opening.unlock import UnlockPage
from engine import Database, KeepwiseError
from engine.database.backups import dated
from engine.errors import DatabaseBusy, DatabaseNewer

WORDS = "copper lantern walnut"
PATIENCE = 60_000
"""Milliseconds at most: making the key of a passphrase takes long on a machine that has much else to do."""
MakeDoor = Callable[[], Door]
PROGRAM = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop.app import application
from desktop.cli.app import run
from desktop.opening.door import Door
from desktop.window import MainWindow

app, done = application(), []

def look():
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in shown:
        if isinstance(window, Door) and "typed" not in done:
            done.append("typed")
            QTest.keyClicks(window.centralWidget().field, sys.argv[2])
            QTest.keyClick(window.centralWidget().field, Qt.Key.Key_Return)
        elif isinstance(window, MainWindow) and window.chats.listing.chats:
            print("doors", sum(isinstance(other, Door) for other in shown))
            print("chats", [chat.title for chat in window.chats.listing.chats])
            window.close()

timer = QTimer(app)
timer.timeout.connect(look)
timer.start(50)
raise SystemExit(run(["--db", sys.argv[1]]))
"""
"""The program as it is, and somebody who types the passphrase and closes the window."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "memory.duckdb"


@pytest.fixture
def door(qtbot: QtBot, file: Path) -> Iterator[MakeDoor]:
    """Makes the door for what opening the file says."""
    made: list[Door] = []

    def make() -> Door:
        with pytest.raises(KeepwiseError) as problem:
            Database(file)
        made.append(Door(file, problem.value))
        qtbot.addWidget(made[0])
        made[0].show()
        return made[0]

    yield make
    for one in made:
        one.close()
        if one.database is not None:
            one.database.close()


def prepared(file: Path, passphrase: str | None = None, backup: bool = False) -> None:
    with Database(file, passphrase=passphrase) as db:
        db.create_chat("me", "Tea", "c1")
        if backup:
            db.copy(dated(file, datetime(2026, 3, 5, 12, 0)))
            db.copy(dated(file, datetime(2026, 3, 6, 12, 0)))


def page_of(door: Door, kind: type[UnlockPage | DamagedPage]) -> bool:
    return isinstance(door.centralWidget(), kind)


def test_a_wrong_passphrase_is_said_there_and_the_right_one_opens(qtbot: QtBot, file: Path, door: MakeDoor) -> None:
    prepared(file, WORDS)
    shown = door()
    page = shown.centralWidget()
    assert isinstance(page, UnlockPage)
    qtbot.keyClicks(page.field, "wrong words")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.said.text() != "", timeout=PATIENCE)
    assert page.field.text() == ""
    qtbot.keyClicks(page.field, WORDS)
    with qtbot.waitSignal(shown.left, timeout=PATIENCE):
        page.unlock.click()
    assert shown.database is not None
    assert [chat.title for chat in shown.database.chats("me")] == ["Tea"]


def test_the_program_asks_for_the_passphrase_and_goes_on_with_the_window(
    file: Path, python: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(file, WORDS)
    monkeypatch.setenv("KEEPWISE_MODELS", str(tmp_path / "models"))  # none is here: that is another matter
    done = subprocess.run(
        [python, "-c", PROGRAM, str(file), WORDS],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE / 500,
    )
    assert (done.returncode, done.stdout) == (0, "doors 0\nchats ['Tea']\n"), done.stderr


def test_escape_leaves_and_nothing_is_opened(qtbot: QtBot, file: Path, door: MakeDoor) -> None:
    prepared(file, WORDS)
    shown = door()
    with qtbot.waitSignal(shown.left, timeout=PATIENCE):
        qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.database is None
    assert shown.problem is None


def damage(file: Path) -> bytes:
    with file.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\xff" * 9000)
    return file.read_bytes()


@pytest.mark.parametrize("passphrase", [None, WORDS])
def test_a_damaged_file_is_replaced_by_the_newest_backup_and_kept_aside(
    qtbot: QtBot, file: Path, door: MakeDoor, passphrase: str | None
) -> None:
    prepared(file, passphrase, backup=True)
    ruined = damage(file)
    shown = Door(file, damage_of(file, passphrase))
    qtbot.addWidget(shown)
    page = shown.centralWidget()
    assert isinstance(page, DamagedPage)
    assert [made.accessibleName()[-24:-14] for made in page.backups] == ["2026-03-06", "2026-03-05"]
    page.backups[0].click()
    if passphrase:
        qtbot.waitUntil(lambda: page_of(shown, UnlockPage), timeout=PATIENCE)
        unlock = shown.centralWidget()
        assert isinstance(unlock, UnlockPage)
        unlock.field.setText(passphrase)
        unlock.unlock.click()
    qtbot.waitUntil(lambda: shown.database is not None, timeout=PATIENCE)
    assert shown.database is not None
    assert [chat.title for chat in shown.database.chats("me")] == ["Tea"]
    shown.database.close()
    (kept,) = file.parent.glob("memory.damaged-*.duckdb")
    assert kept.read_bytes() == ruined


def damage_of(file: Path, passphrase: str | None) -> KeepwiseError:
    with pytest.raises(KeepwiseError) as problem:
        Database(file, passphrase=passphrase)
    return problem.value


def test_without_a_backup_one_can_begin_anew_and_the_damaged_file_is_kept(
    qtbot: QtBot, file: Path, door: MakeDoor
) -> None:
    prepared(file)
    ruined = damage(file)
    shown = door()
    page = shown.centralWidget()
    assert isinstance(page, DamagedPage)
    assert page.backups == []
    with qtbot.waitSignal(shown.left, timeout=PATIENCE):
        page.empty.click()
    assert shown.database is not None
    assert shown.database.chats("me") == []
    assert [path.read_bytes() for path in file.parent.glob("memory.damaged-*.duckdb")] == [ruined]


def test_a_backup_that_is_damaged_too_is_told_and_another_can_be_chosen(
    qtbot: QtBot, file: Path, door: MakeDoor
) -> None:
    prepared(file, backup=True)
    damage(file)
    newest = max((file.parent / "backups").glob("*.duckdb"))
    damage(newest)
    shown = door()
    first = shown.centralWidget()
    assert isinstance(first, DamagedPage)
    first.backups[0].click()
    qtbot.waitUntil(lambda: shown.centralWidget() is not first, timeout=PATIENCE)
    second = shown.centralWidget()
    assert isinstance(second, DamagedPage)
    with qtbot.waitSignal(shown.left, timeout=PATIENCE):
        second.backups[1].click()
    assert shown.database is not None


def test_a_file_in_use_and_one_of_a_newer_keepwise_are_no_matter_of_the_door() -> None:
    assert not opens_by_hand(DatabaseBusy("in use"))
    assert not opens_by_hand(DatabaseNewer("newer"))


def test_every_button_has_a_name(qtbot: QtBot, file: Path, door: MakeDoor) -> None:
    prepared(file, backup=True)
    damage(file)
    assert [one for one in door().findChildren(QPushButton) if not one.accessibleName()] == []
