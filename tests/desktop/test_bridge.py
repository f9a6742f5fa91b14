"""The threads behind the window: learning gives way, errors come through, nothing stays when it closes."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from engine.events import Learned, Postponed, Started, Text
from models.protocols import Text as Piece
from tests.desktop.world import World


def test_closing_while_an_answer_comes_ends_every_thread_and_timer_and_keeps_the_text(
    qtbot: QtBot, tmp_path: Path
) -> None:
    before = set(threading.enumerate())
    world = World(qtbot, tmp_path)
    world.answers.append(world.held("Kept ", "never"))
    world.send("Go")
    world.until(lambda: world.answer().markdown != "")
    chat = world.conversation.chat_id
    world.window.close()
    assert [t.name for t in set(threading.enumerate()) - before if t.name.startswith("keepwise")] == []
    assert [timer for timer in world.window.bridge.findChildren(QTimer) if timer.isActive()] == []
    assert world.database.turns(chat)[-1].text.strip() == "Kept"
    world.database.close()
    world.window.deleteLater()


def test_no_part_of_the_window_becomes_a_window_of_its_own(world: World) -> None:
    world.propose("One.")
    world.propose("Two.")
    world.memory.inbox.open()
    world.say("Remember that I prefer short answers.")
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not world.window] == []
    assert QApplication.activeWindow() is world.window


def test_text_is_gathered_into_few_updates(world: World) -> None:
    shown: list[object] = []
    world.window.bridge.happened.connect(lambda _, event: shown.append(event) if isinstance(event, Text) else None)
    world.say("Go", [Piece(f"{n} ") for n in range(500)])
    assert world.answer().markdown.split() == [str(n) for n in range(500)]
    assert len(shown) < 250


def test_learning_paused_learns_nothing_and_says_so(world: World) -> None:
    world.window.header.learning.click()
    world.until(lambda: world.window.header.learning.text() == "Learning paused")
    world.until(lambda: world.window.status.learning.full() == "Learning paused")
    answer = world.say("Remember that I prefer short answers.")
    assert answer.chips.chips == []
    world.window.header.learning.click()
    world.until(lambda: world.window.header.learning.text() == "Learning on")


def test_what_was_left_over_is_learned_when_the_window_is_idle(world: World) -> None:
    world.window.bridge.pause_learning(True, lambda _: None)
    world.desk()
    world.say("Remember that I prefer short answers.")
    world.window.bridge.pause_learning(False, lambda _: None)
    world.until(lambda: [item.text for item in world.learning.items(user_id="me")] == ["I prefer short answers."])
    world.until(lambda: len(world.answer().chips.chips) == 1)


def test_sending_interrupts_learning_so_that_the_reply_is_not_delayed(qtbot: QtBot, tmp_path: Path) -> None:
    world = World(qtbot, tmp_path, parameters=1_500_000_000)
    qtbot.addWidget(world.window)
    told: list[object] = []
    world.window.bridge.happened.connect(lambda _, event: told.append(type(event)))
    world.notes.append(world.held(" ", "{}"))
    world.send("Remember that I prefer short answers.")
    world.until(lambda: world.window.bridge.state == "learning" and not world.gate.is_set())
    world.until(lambda: world.window.status.learning.full() == "Learning from your message…")
    world.send("Next question")
    world.gate.set()
    world.until(lambda: world.questions()[-1] == "Next question" and world.answer().finished)
    assert told.index(Postponed) < len(told) - 1 - told[::-1].index(Started)
    assert Learned not in told[: told.index(Postponed)]
    world.until(lambda: [item.text for item in world.learning.items(user_id="me")] == ["I prefer short answers."])
    world.close()


def test_desk_work_comes_back_in_order_in_the_gui_thread(qtbot: QtBot) -> None:
    desk, back = Desk(), list[object]()
    for number in range(5):
        desk.run(partial(int, number), lambda n: back.append((n, threading.current_thread())), back.append)
    qtbot.waitUntil(lambda: len(back) == 5)
    assert back == [(n, threading.main_thread()) for n in range(5)]
    desk.close()


def test_desk_work_that_fails_comes_back_as_an_error(qtbot: QtBot) -> None:
    desk, errors = Desk(), list[Exception]()
    desk.run(lambda: 1 / 0, None, errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], ZeroDivisionError)
    desk.close()


def test_work_handed_in_before_closing_is_done(qtbot: QtBot) -> None:
    desk, done, errors = Desk(), list[int](), list[Exception]()
    for number in range(20):
        desk.run(partial(done.append, number), None, errors.append)
    desk.close()
    assert (done, errors) == (list(range(20)), [])
