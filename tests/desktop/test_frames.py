"""How often an answer that grows is drawn, and what is made ready before it."""

from __future__ import annotations

import pytest
from pygments.lexers import PythonLexer  # type: ignore[import-untyped]
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.chat.answer import AnswerView
from desktop.chat.message import QuestionView
from desktop.frames import Frames
from desktop.warming import warm_up
from tests.desktop.world import World


class Clock:
    """Time that goes on only when it is told to. cpu: what the thread has computed of it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.wall, self.cpu = 100.0, 10.0
        monkeypatch.setattr("desktop.frames.time.perf_counter", lambda: self.wall)
        monkeypatch.setattr("desktop.frames.time.thread_time", lambda: self.cpu)

    def pass_by(self, wall_ms: float, cpu_ms: float = 0.0) -> None:
        self.wall += wall_ms / 1000
        self.cpu += cpu_ms / 1000


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.mark.parametrize(("cost_ms", "pace_ms"), [(1.0, 66), (4.0, 100), (8.0, 200), (40.0, 250)])
def test_drawing_takes_its_share_of_a_core_within_bounds(clock: Clock, cost_ms: float, pace_ms: int) -> None:
    told = Frames()
    told.begin()
    for _ in range(3):
        clock.pass_by(pace_ms, cost_ms)
        told.begin()
    assert told.due_ms() == pace_ms


def test_what_a_drawing_costs_counts_before_the_next_one_begins(clock: Clock) -> None:
    told = Frames()
    told.begin()
    clock.pass_by(30, 6.0)
    assert told.due_ms() == 150 - 30


def test_the_first_words_after_a_pause_are_drawn_at_once(clock: Clock) -> None:
    told = Frames()
    assert told.due_ms() == 0
    told.begin()
    clock.pass_by(60_000, 500.0)
    assert told.due_ms() == 0


def test_what_is_made_to_be_ready_is_not_seen_and_does_not_stay(world: World) -> None:
    before = world.window.findChildren(QWidget)
    warm_up(world.transcript.hub)
    assert world.window.findChildren(QWidget) == before
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert [part for part in QApplication.allWidgets() if isinstance(part, AnswerView | QuestionView)] == []
    world.until(lambda: "_tokens" in PythonLexer.__dict__)
