"""`keepwise bench ui --model NAME`: how late the window answers while a real model writes into it, as in daily use."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.bench_ui import Watch, begin, idle, spin

if TYPE_CHECKING:
    from desktop.compose import App
    from desktop.window import MainWindow

QUESTION = "Explain in about three hundred words, with one list and one code example, how to count words in Python."
PATIENCE = 600.0
"""Seconds that an answer may take."""


@dataclass(frozen=True, slots=True)
class LiveReport:
    """Times in milliseconds. share: of one core, of the window's thread, from sending to the end of the answer, without
    what the measuring itself takes."""

    model: str
    characters: int
    tokens_per_second: float
    seconds: float
    share: float
    latency_p50_ms: float
    latency_p99_ms: float
    longest_block_ms: float
    longest_work_ms: float


def measure(open_parts: Callable[..., App], model: str) -> LiveReport:
    """Have the model answer one question in a window on a memory file of its own. Raises the reason when it does not."""
    from desktop.window import MainWindow

    begin()
    with tempfile.TemporaryDirectory() as folder, open_parts(home=Path(folder), model=model) as app:
        app.need_model()
        window = MainWindow(app.agent, app.learning, app.database, model_name=app.model_name, parts=app)
        window.show()
        spin(1.5)
        while window.bridge.busy:  # it reads ahead, as it does while a person writes the first message
            spin(0.1)
        try:
            return _answered(window, app.model_name)
        finally:
            window.close()
            window.deleteLater()
            spin(0.1)


def _answered(window: MainWindow, model: str) -> LiveReport:
    from engine.events import Event, Failed, Finished

    ended: list[Finished | Failed] = []

    def hear(_: str, event: Event) -> None:
        if isinstance(event, Finished | Failed):
            ended.append(event)

    window.bridge.happened.connect(hear)
    watch, cpu, started = Watch(), time.thread_time(), time.perf_counter()
    window.conversation.send(QUESTION)
    while not ended and time.perf_counter() - started < PATIENCE:
        spin(0.05)
    seconds, worked = time.perf_counter() - started, time.thread_time() - cpu
    last = ended[0] if ended else None
    if isinstance(last, Failed):
        raise last.error
    if last is None:
        raise TimeoutError(f"There is no answer after {PATIENCE:.0f} seconds.")
    late = sorted(watch.gaps())
    worked = max(worked - idle(seconds) * seconds, 0.0)
    return LiveReport(
        model,
        len(last.text),
        last.timings.tokens_per_second,
        seconds,
        worked / seconds,
        late[len(late) // 2],
        late[int(len(late) * 0.99)],
        late[-1],
        watch.longest_work(),
    )


def lines(report: LiveReport) -> list[tuple[str, str]]:
    """The report as rows for people."""
    return [
        ("model", f"{report.model}, {report.tokens_per_second:.1f} tokens/s"),
        ("answer", f"{report.characters:,} characters in {report.seconds:.1f} s"),
        ("the window's thread", f"{report.share:.1%} of a core"),
        ("event loop, late by", f"{report.latency_p50_ms:.1f} ms p50, {report.latency_p99_ms:.1f} ms p99"),
        (
            "longest block of the window",
            f"{report.longest_block_ms:.0f} ms ({report.longest_work_ms:.0f} ms of its own work)",
        ),
    ]
