"""`keepwise bench`: what learning and recall cost on this computer, as ratios within one run.

Absolute times say more about the machine than about Keepwise; a ratio taken minutes apart on one machine does not.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.cli import bench_live, bench_ui
from desktop.cli.output import print_json, print_table, progress
from desktop.cli.place import JsonOption, ModelOption, opened

if TYPE_CHECKING:
    from desktop.compose import App
    from engine import Agent

MESSAGES = (
    "Hello, I am Robin and I work as a gardener in Leeds.",
    "What grows well in heavy clay?",
    "I only have weekends for my own garden, and I cannot kneel for long.",
    "Which of these needs the least care?",
)
"""Two exchanges hold something to learn, two hold nothing: learning has to show both costs."""

MEMORIES = 200


@dataclass(frozen=True, slots=True)
class Turn:
    """What one turn took, in seconds: to the first text, to the whole answer, and for learning after it."""

    first: float
    answer: float
    learning: float


@dataclass(frozen=True, slots=True)
class Report:
    """Times in seconds, medians; ratios without a unit.

    first_text_ratio: time to the first text with learning and recall on, over that with them off.
    learning_ratio: learning after the answer, over the answer itself.
    recall_share: recall's part of the time to the first text.
    """

    model: str
    first_text: float
    first_text_without_learning: float
    first_text_ratio: float
    answer: float
    learning: float
    learning_ratio: float
    recall: float
    recall_memories: int
    recall_share: float


def bench(
    context: typer.Context,
    what: Annotated[
        str, typer.Argument(help='"ui": what the window costs, instead; with --model while that model answers.')
    ] = "",
    model: ModelOption = "",
    memories: Annotated[
        int, typer.Option("--memories", min=1, help="How many memories recall has to choose from.")
    ] = MEMORIES,
    as_json: JsonOption = False,
) -> None:
    """Measure time to the first text with and without learning, recall, and what learning costs; or what the window costs."""
    if what not in ("", "ui"):
        raise typer.BadParameter('There is only "ui" to name here.')
    if what == "ui" and model:
        live = bench_live.measure(lambda **choices: opened(context, **choices), model)
        print_json(live) if as_json else print_table(("what", "value"), bench_live.lines(live))
        return
    if what == "ui":
        costs = bench_ui.measure()
        print_json(costs) if as_json else print_table(("what", "value"), bench_ui.lines(costs))
        return
    with tempfile.TemporaryDirectory() as folder, progress("measuring", total=2 * len(MESSAGES) + memories) as advance:
        steps = count(1)

        def step() -> None:
            """One more part is done."""
            advance(next(steps))

        report = measure(lambda **choices: opened(context, **choices), Path(folder), model, memories, step)
    if as_json:
        print_json(report)
        return
    print_table(("what", "value"), lines(report))


def measure(
    open_parts: Callable[..., App], folder: Path, model: str, memories: int, step: Callable[[], None]
) -> Report:
    """Talk twice, with all stores off and then on, each in a memory file of its own; then time recall alone."""
    from desktop.compose import STORES

    with open_parts(database=folder / "off.duckdb", model=model, modes=dict.fromkeys(STORES)) as app:
        without = talk(app, step)
    with open_parts(database=folder / "on.duckdb", model=model) as app:
        turns = talk(app, step)
        recall = recall_time(app, memories, step)
    return summed_up(turns, without, recall, replace(EMPTY, model=app.model_name, recall_memories=memories))


def talk(app: App, step: Callable[[], None]) -> list[Turn]:
    """The messages, one after the other in one conversation. Raises the reason when there is no model."""
    _, agent = app.need_model()
    turns = []
    for message in MESSAGES:
        turns.append(timed(agent, message))
        step()
    return turns


def timed(agent: Agent, message: str) -> Turn:
    """One turn with its learning."""
    from engine.events import Failed, Finished, Text

    start, first, answered = time.perf_counter(), 0.0, 0.0
    for event in agent.run(message, user_id="bench", session_id="bench"):
        now = time.perf_counter() - start
        if isinstance(event, Failed):
            raise event.error
        if isinstance(event, Text) and not first:
            first = now
        if isinstance(event, Finished):
            answered = now
    return Turn(first or answered, answered, time.perf_counter() - start - answered)


def recall_time(app: App, memories: int, step: Callable[[], None]) -> float:
    """Median seconds of recall among so many memories; the first, which loads the vectors, is left out."""
    for number in range(memories):
        wish = ("water", "lime", "shade", "rest")[number % 4]
        text = f"Robin noted on day {number} that bed {number % 17} wants {wish}."
        app.learning.write("user_memory", text, user_id="bench")
        step()
    times = []
    for _ in range(6):
        start = time.perf_counter()
        app.learning.build_context("Which bed wanted lime last week?", user_id="bench", session_id="bench")
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


EMPTY = Report("", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0, 0.0)


def summed_up(turns: Sequence[Turn], without: Sequence[Turn], recall: float, report: Report) -> Report:
    """The report of both conversations."""
    first, plain = (statistics.median(turn.first for turn in some) for some in (turns, without))
    answer, learning = (sum(getattr(turn, part) for turn in turns) for part in ("answer", "learning"))
    return replace(
        report,
        first_text=first,
        first_text_without_learning=plain,
        first_text_ratio=ratio(first, plain),
        answer=answer / len(turns),
        learning=learning / len(turns),
        learning_ratio=ratio(learning, answer),
        recall=recall,
        recall_share=ratio(recall, first),
    )


def ratio(part: float, whole: float) -> float:
    """A quotient that is 0 where there is nothing to compare with."""
    return part / whole if whole > 0 else 0.0


def lines(report: Report) -> list[tuple[str, str]]:
    """The report as rows for people."""
    return [
        ("model", report.model),
        (
            "first text with learning / without",
            f"{report.first_text_ratio:.2f}  ({report.first_text:.2f} s / {report.first_text_without_learning:.2f} s)",
        ),
        ("learning / answer", f"{report.learning_ratio:.2f}  ({report.learning:.2f} s / {report.answer:.2f} s a turn)"),
        (
            f"recall among {report.recall_memories} / first text",
            f"{report.recall_share:.3f}  ({1000 * report.recall:.1f} ms)",
        ),
    ]
