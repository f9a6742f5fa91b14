"""The talk thread: each job is ended by its own stop, and the human's word reaches the question it was meant for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.review.said import Said
from desktop.talk import Job, Talk
from engine.events import Asked, Event, Learning, Postponed
from engine.stop import Stop
from tests.desktop.world import World


@pytest.fixture
def talk() -> Iterator[Talk]:
    made = Talk()
    yield made
    made.close()


def waiting(begun: threading.Event) -> Job:
    """A job that runs until it is told to end."""

    def events(stop: Stop) -> Iterator[Event]:
        begun.set()
        yield Learning(1)
        while not stop.is_set():
            begun.wait(0.01)

    return Job("", events)


def asking(said: list[str], name: str) -> Job:
    """A job that asks once, and notes the word that it got."""

    def events(_: Stop) -> Iterator[Event]:
        yield Asked(())
        said.append(f"{name} over")

    return Job(name, events, lambda word: said.append(f"{name} {word.words[0][1]}"))


def test_ending_all_jobs_ends_those_that_wait_as_well(qtbot: QtBot, talk: Talk) -> None:
    begun, never = threading.Event(), threading.Event()
    talk.do(waiting(begun))
    talk.do(waiting(never))
    qtbot.waitUntil(begun.is_set)
    talk.end_all()
    qtbot.waitUntil(lambda: not talk.busy)


def test_ending_a_job_that_is_over_does_not_end_the_one_that_runs(qtbot: QtBot, talk: Talk) -> None:
    begun, second = threading.Event(), threading.Event()
    over, runs = waiting(begun), waiting(second)
    talk.do(over)
    qtbot.waitUntil(begun.is_set)
    talk.end(over)
    talk.do(runs)
    qtbot.waitUntil(second.is_set)
    talk.end(over)
    assert not runs.stop.is_set()
    assert talk.busy


def test_what_ends_a_question_twice_does_not_answer_the_next_question(qtbot: QtBot, talk: Talk) -> None:
    said: list[str] = []
    asked: list[Job] = []
    talk.happened.connect(lambda job, event: asked.append(job))
    first, second = asking(said, "first"), asking(said, "second")
    talk.do(first)
    qtbot.waitUntil(lambda: asked == [first])
    talk.end(first)
    talk.end_all()
    qtbot.waitUntil(lambda: said == ["first over"])
    talk.do(second)
    qtbot.waitUntil(lambda: asked == [first, second])
    assert said == ["first over"]
    talk.answer(Said((("id", "accept", None),)))
    qtbot.waitUntil(lambda: said == ["first over", "second accept", "second over"])


def test_a_job_that_is_to_end_asks_and_does_not_wait(qtbot: QtBot, talk: Talk) -> None:
    said: list[str] = []
    job = asking(said, "late")
    talk.end(job)
    talk.do(job)
    qtbot.waitUntil(lambda: said == ["late over"])


def test_what_arrives_late_of_the_learning_before_does_not_move_the_answer_that_is_under_way(
    qtbot: QtBot, tmp_path: Path
) -> None:
    world = World(qtbot, tmp_path, parameters=1_500_000_000)
    qtbot.addWidget(world.window)
    bridge = world.window.bridge
    states: list[str] = []
    world.notes.append(world.held(" ", "{}"))
    world.send("Remember that I prefer short answers.")
    world.until(lambda: bridge.state == "learning" and not world.gate.is_set())
    bridge.activity.connect(states.append)
    world.send("Next question")
    world.gate.set()
    world.until(lambda: world.questions()[-1] == "Next question" and world.answer().finished)
    assert states[: states.index("idle")] == ["answering"]
    world.idle()
    world.close()


def test_a_stop_at_once_ends_the_answer_before_its_first_word(world: World) -> None:
    world.send("Go")
    world.window.bridge.stop()
    world.until(lambda: world.answer().finished)
    world.idle()
    assert [turn.state for turn in world.turns()][-1] in ("stopped", "complete")
    told: list[object] = []
    world.window.bridge.happened.connect(lambda _, event: told.append(type(event)))
    world.say("Remember that I prefer short answers.")
    assert Postponed not in told
    assert [item.text for item in world.learning.items(user_id="me")] == ["I prefer short answers."]
