"""`keepwise bench ui`: what the window costs: opening a long chat, and showing an answer while it streams.

It runs where the window runs, also without a display. The share of a core says more than milliseconds do.
"""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from desktop.window import MainWindow

MESSAGES = 2000
LENGTH = 20_000
"""Characters of the answer that is streamed."""
SECONDS = 40.0
"""How long it streams: 125 tokens a second, some four times as fast as a model of 1.5 billion weights writes on two cores."""
TICK_MS = 5
"""The event loop is asked so often whether it is free."""
PARAGRAPH = (
    "A paragraph of an answer with **strong words**, `a name`, and a [link](https://example.org), long enough to fill "
    "a few lines of the window as answers usually do, so that wrapping them is measured too.\n\n"
)
CODE = "```python\ndef count(words: list[str]) -> int:\n    return len(words)  # how many\n```\n\n"
LIST = "1. first of all\n2. then the *second*\n3. and a third\n\n"


@dataclass(frozen=True, slots=True)
class Report:
    """Times in milliseconds, memory in megabytes.

    opening: from asking for the chat to its first paint, with reading it; blocked: the longest time in which the window
    did nothing else meanwhile. share: of one core, of the thread of the window. latency: of the event loop while streaming.
    longest_block: in which it answered nothing; longest_work: what it computed itself in such a time, which does not grow
    when other processes have the core.
    """

    messages: int
    widgets: int
    opening_ms: float
    opening_blocked_ms: float
    memory_mb: float
    characters: int
    updates: int
    share: float
    longest_block_ms: float
    longest_work_ms: float
    latency_p50_ms: float
    latency_p99_ms: float


def measure(messages: int = MESSAGES, seconds: float = SECONDS) -> Report:
    """Open a window on a chat of so many messages in a memory file of its own, and stream an answer into it."""
    begin()
    with tempfile.TemporaryDirectory() as folder:
        return _measured(Path(folder), messages, seconds)


def begin() -> None:
    """Make the application, without a display where there is none."""
    from desktop.app import application
    from desktop.cli.place import has_display

    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()


def _measured(folder: Path, messages: int, seconds: float) -> Report:
    from desktop.compose import Settings, put_together
    from desktop.window import MainWindow
    from engine import Database

    with Database(folder / "bench.duckdb") as database:
        learning = put_together(Settings(home=folder), database, None, None).learning
        _fill(database, messages)
        window = MainWindow(None, learning, database)
        window.show()
        spin(2.0)
        try:
            return _report(window, messages, seconds)
        finally:
            window.close()
            window.deleteLater()
            spin(0.1)


def _fill(database: object, messages: int) -> None:
    from desktop.words import now
    from engine import Database
    from engine.item import Turn

    assert isinstance(database, Database)
    database.create_chat("me", "Long", "long")
    texts = (
        "How do I count the words of a text, number {n}?",
        (PARAGRAPH + LIST) * 2 + "Number {n}.",
        PARAGRAPH + CODE,
    )
    turns = [
        Turn(f"t{n}", "long", "me", n + 1, "assistant" if n % 2 else "user", texts[(1 + n // 2 % 2) * (n % 2)].replace(
            "{n}", str(n)), now(), learned=True) for n in range(messages)
    ]  # fmt: skip
    database.archive.add_turns(turns)


def _report(window: MainWindow, messages: int, seconds: float) -> Report:
    from desktop.warming import settle

    settle()
    process, transcript = psutil.Process(), window.conversation.transcript
    before, watch = process.memory_info().rss, Watch()
    started = time.perf_counter()
    window.conversation.open("long")
    while not transcript.views:
        spin(0.002)  # without a pause it would take the interpreter from the thread that reads: 130 ms instead of 45
    transcript.viewport().repaint()
    opening = time.perf_counter() - started
    blocked, widgets = max(watch.gaps()), len(transcript.views)
    spin(1.0)
    memory = process.memory_info().rss - before
    share, watched, updates = _stream(window, seconds)
    latencies = watched.gaps()
    latencies.sort()
    return Report(
        messages,
        widgets,
        1000 * opening,
        blocked,
        memory / 2**20,
        LENGTH,
        updates,
        share,
        latencies[-1],
        watched.longest_work(),
        latencies[len(latencies) // 2],
        latencies[int(len(latencies) * 0.99)],
    )


def _stream(window: MainWindow, seconds: float) -> tuple[float, Watch, int]:
    """Share of a core, the watch that ran meanwhile, number of updates.

    The share is the time that the window's thread computed over the time that it was to take: on a busy computer it takes
    longer, and a share of that would flatter.
    """
    from desktop.frames import Frames
    from desktop.live import Live

    text = ((PARAGRAPH + LIST + PARAGRAPH + CODE) * (LENGTH // 300))[:LENGTH]
    answer = window.conversation.transcript.begin(Live("long", "Tell me everything"))
    window.conversation.transcript.to_end()
    spin(0.5)
    frames, written, updates = Frames(), 0, 0
    watch, cpu, started = Watch(), time.thread_time(), time.perf_counter()
    while written < len(text):
        spin(max(frames.due_ms(), 1) / 1000)
        arrived = int(len(text) * min((time.perf_counter() - started) / seconds, 1.0))
        frames.begin()
        answer.append(text[written:arrived])
        written, updates = arrived, updates + 1
    share = (time.thread_time() - cpu) / seconds
    took = time.perf_counter() - started
    answer.finish("complete", ())
    spin(0.3)
    watch.gaps()
    return max(share - idle(took) * took / seconds, 0.0), watch, updates


def idle(seconds: float) -> float:
    """The share that the measuring itself takes."""
    watch, cpu, started = Watch(), time.thread_time(), time.perf_counter()
    while time.perf_counter() - started < min(seconds, 2.0):
        spin(0.05)
    watch.gaps()
    return (time.thread_time() - cpu) / (time.perf_counter() - started)


class Watch:
    """Asks the event loop every few milliseconds whether it is free, and notes how late it answers."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._late: list[float] = []
        self._work: list[float] = [0.0]
        self._last, self._cpu = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def gaps(self) -> list[float]:
        """How late each answer came, in milliseconds; ends the watch."""
        self._timer.stop()
        return self._late or [0.0]

    def _tick(self) -> None:
        now = time.perf_counter()
        self._late.append(max(1000 * (now - self._last) - TICK_MS, 0.0))
        self._work.append(1000 * (time.thread_time() - self._cpu))
        self._last, self._cpu = now, time.thread_time()

    def longest_work(self) -> float:
        """The most that the window's thread computed between two answers, in milliseconds."""
        return max(self._work)


def spin(seconds: float) -> None:
    """Let the window live for a while."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    loop, timer = QEventLoop(), QTimer()
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(loop.quit)
    timer.start(int(1000 * seconds))
    loop.exec()


def lines(report: Report) -> list[tuple[str, str]]:
    """The report as rows for people."""
    return [
        (
            f"opening {report.messages:,} messages",
            f"{report.opening_ms:.0f} ms ({report.opening_blocked_ms:.0f} at once)",
        ),
        ("widgets made of them", f"{report.widgets}"),
        ("memory added", f"{report.memory_mb:.0f} MB"),
        (f"streaming {report.characters:,} characters in {report.updates} updates", f"{report.share:.1%} of a core"),
        (
            "longest block of the window",
            f"{report.longest_block_ms:.0f} ms ({report.longest_work_ms:.0f} ms of its own work)",
        ),
        ("event loop, late by", f"{report.latency_p50_ms:.1f} ms p50, {report.latency_p99_ms:.1f} ms p99"),
    ]
