"""The tray, closing into it and quitting; and a second start of the program, with two real processes."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from desktop.instance import Instance, Order, address, hand_over
from desktop.presence import STAY
from desktop.tray import tray_icon
from engine import Database
from tests.desktop.world import World

pytestmark = pytest.mark.qt_log_ignore("does not support", "systemTrayWindowChanged")
"""What the offscreen platform says to windows that stay above others, and to icons in a tray that it has not."""

PROGRAM = """
import sys
from pathlib import Path
from desktop.cli.app import run
from desktop.compose import put_together
from engine import Database
from models.fake import FakeChat, FakeEmbedder

def answer(messages, tools, schema):
    if schema is not None:
        return "{}"
    Path(sys.argv[2]).write_text(messages[-1]["content"])
    return "It is noon."

def compose(settings):
    model = FakeChat(answer, name="scripted", parameters=135_000_000)
    return put_together(settings, Database(settings.database_path), model, FakeEmbedder())

raise SystemExit(run(["--db", sys.argv[1]], compose))
"""
PATIENCE_S = 90


@pytest.fixture
def tray_world(qtbot: QtBot, tmp_path: Path) -> Iterator[World]:
    """A window on a desktop that has a tray."""
    made = World(qtbot, tmp_path, tray=True)
    qtbot.addWidget(made.window)
    yield made
    made.window.presence.quit()
    made.close()


def picture(icon: QIcon) -> bytes:
    image = icon.pixmap(32, 32).toImage()
    return bytes(image.constBits())


def test_the_menu_of_the_tray_does_what_it_says(tray_world: World) -> None:
    world, window = tray_world, tray_world.window
    tray = window.presence.tray
    assert tray is not None
    shown = [action.text() for action in tray.menu.actions() if action.text()]
    assert shown == ["Open Keepwise", "Quick ask", "New chat", "Temporary chat", "Pause learning", "Quit"]
    world.say("About boats", "The rudder steers.")
    window.hide()
    tray.menu.entries["quick_ask"].trigger()
    assert window.presence.quick.isVisible()
    assert not window.isVisible()
    tray.menu.entries["new_chat"].trigger()
    assert window.isVisible()
    assert world.conversation.chat_id == ""
    tray.menu.entries["temporary_chat"].trigger()
    world.until(lambda: window.temporary.here)


def test_the_icon_and_the_menu_show_that_learning_is_paused(tray_world: World) -> None:
    world, tray = tray_world, tray_world.window.presence.tray
    assert tray is not None
    before = picture(tray.icon.icon())
    tray.menu.entries["learning"].trigger()
    world.until(lambda: tray.menu.entries["learning"].text() == "Resume learning")
    assert world.learning.paused
    assert tray.icon.toolTip() == "Keepwise: learning is paused"
    assert picture(tray.icon.icon()) != before
    tray.menu.entries["learning"].trigger()
    world.until(lambda: not world.learning.paused and tray.menu.entries["learning"].text() == "Pause learning")
    assert picture(tray.icon.icon()) == before


def test_the_mark_of_a_pause_is_seen_in_the_smallest_icon() -> None:
    one, other = (tray_icon(paused).pixmap(16, 16).toImage() for paused in (True, False))
    changed = [(x, y) for x in range(16) for y in range(16) if one.pixel(x, y) != other.pixel(x, y)]
    assert len(changed) > 40


def test_closing_ends_the_program_unless_one_wants_it_in_the_tray(tray_world: World) -> None:
    world, window = tray_world, tray_world.window
    ended: list[bool] = []
    window.closed.connect(lambda: ended.append(True))
    field = window.rooms.settings.around.tray
    assert field is not None
    field.picked.emit(True)
    world.desk()
    assert world.database.setting(STAY) is True
    window.close()
    assert not window.isVisible()
    assert not ended
    world.window.presence.come()
    assert window.isVisible()
    tray = window.presence.tray
    assert tray is not None
    tray.menu.entries["quit"].trigger()
    assert ended == [True]
    assert not window.isVisible()
    assert not tray.icon.isVisible()


def test_quitting_saves_what_was_said_and_ends_every_thread(tray_world: World) -> None:
    world, window = tray_world, tray_world.window
    world.answers.append(world.held("Once ", "upon a time."))
    window.presence.ask("Tell a story")
    quick = window.presence.quick
    world.until(lambda: quick.answer is not None and "Once" in quick.answer.markdown)
    window.presence.quit()
    turns = world.database.turns(quick.conversation.chat_id)
    assert (turns[-1].state, turns[-1].text.strip()) == ("stopped", "Once")


def test_where_there_is_no_tray_nothing_about_it_is_offered_and_closing_ends(world: World) -> None:
    assert world.window.presence.tray is None
    assert world.window.rooms.settings.around.tray is None
    world.database.set_setting(STAY, True)
    ended: list[bool] = []
    world.window.closed.connect(lambda: ended.append(True))
    world.window.close()
    assert ended == [True]


def test_the_settings_say_how_a_key_of_the_desktop_opens_the_quick_ask(world: World) -> None:
    around = world.window.rooms.settings.around
    assert "keyboard settings" in around.quick.about.text()
    assert "ask" in around.quick.about.text()


def test_an_order_reaches_the_program_that_runs_and_nonsense_does_not(qtbot: QtBot, tmp_path: Path) -> None:
    where = address(tmp_path / "memory.duckdb", "me")
    taken: list[Order] = []
    instance = Instance()
    instance.wanted.connect(taken.append)
    assert instance.listen(where)
    for line in (b"[]\n", b"{\n", b'{"ask": 1}\n', b"\xff\n"):
        assert told(qtbot, where, line) == b""
    assert told(qtbot, where, b'{"ask": true, "question": "Why?", "token": ""}\n') == b"taken\n"
    assert taken == [Order(ask=True, question="Why?")]
    instance.close()
    assert not hand_over(where, Order())


def test_a_second_start_hands_over_to_the_window_that_is_open(tmp_path: Path) -> None:
    memory, asked = tmp_path / "memory.duckdb", tmp_path / "asked"
    first = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(memory), str(asked)], stderr=subprocess.PIPE, text=True
    )
    try:
        wait_for(Path(address(memory, "me")), first)
        assert second("--db", str(memory)) == (0, "")
        assert second("ask", "--db", str(memory), "What time is it?") == (0, "")
        wait_for(asked, first)
        code, told = second("memory", "list", "--db", str(memory))
        assert code == 1
        assert told.count("\n") == 1
        first.send_signal(signal.SIGINT)
        assert first.wait(PATIENCE_S) == 0
    finally:
        first.kill()
        first.communicate()
    with Database(memory) as database:
        chat = database.chats("me")[0]
        assert chat.title == "Quick ask: What time is it"
        assert next((turn.role, turn.text) for turn in database.turns(chat.id)) == ("user", "What time is it?")
        assert asked.read_text().endswith("What time is it?")
    assert not Path(address(memory, "me")).exists()


def told(bot: QtBot, where: str, line: bytes) -> bytes:
    """What the program that listens there answers to a line, until it hangs up."""
    answered: list[bytes] = []
    with socket.socket(socket.AF_UNIX) as sender:
        sender.connect(where)
        sender.sendall(line)
        sender.setblocking(False)

        def ended() -> bool:
            with suppress(BlockingIOError):
                answered.append(sender.recv(64))
            return bool(answered) and answered[-1] == b""

        bot.waitUntil(ended)
    return b"".join(answered)


def second(*arguments: str) -> tuple[int, str]:
    """Start the program again; its exit code and what it said."""
    program = [sys.executable, "-m", "desktop.main", *arguments]
    done = subprocess.run(program, check=False, capture_output=True, text=True, timeout=PATIENCE_S)
    return done.returncode, done.stdout + done.stderr


def wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not path.exists() and process.poll() is None and time.monotonic() < end:
        time.sleep(0.05)
    assert path.exists()
