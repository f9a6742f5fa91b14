"""Stops: each ends its own job, before it begins, between two streams or in the middle of one, and never another's."""

from __future__ import annotations

import threading

from engine import Agent, Database, LearningMachine
from engine.events import Finished, Learned, Postponed, Text
from engine.stop import Stop
from models import Embedder
from models.fake import FakeChat
from models.protocols import Done, Piece
from tests.engine.conftest import ALL, answer_or_write


def reason(pieces: list[Piece]) -> str:
    return next(piece.reason for piece in pieces if isinstance(piece, Done))


def test_a_stop_that_was_set_before_the_stream_began_ends_it() -> None:
    model, stop = FakeChat(["one two three"]), Stop()
    stop.set()
    assert reason(list(stop.stream(model, []))) == "interrupted"


def test_a_stop_ends_the_stream_in_its_middle() -> None:
    gate = threading.Event()
    model, stop = FakeChat(["one two three"], gate=gate), Stop()
    stream = stop.stream(model, [])
    next(stream)
    stop.set()
    assert reason(list(stream)) == "interrupted"


def test_a_stop_of_a_job_that_is_over_does_not_reach_the_next_one() -> None:
    model, first, second = FakeChat(["one two three"]), Stop(), Stop()
    assert reason(list(first.stream(model, []))) == "stop"
    stream = second.stream(model, [])
    next(stream)
    first.set()
    assert reason(list(stream)) == "stop"


def test_a_late_stop_of_one_turn_leaves_the_next_turn_its_answer_and_its_learning(
    db: Database, embedder: Embedder
) -> None:
    agent = Agent(FakeChat(answer_or_write), LearningMachine(db, FakeChat(answer_or_write), embedder, **ALL))
    first = Stop()
    list(agent.run("Hello.", "u1", "s1", stop=first))
    events = []
    for event in agent.run("Remember that I prefer short answers.", "u1", "s1"):
        first.set()
        events.append(event)
    assert any(isinstance(event, Learned) for event in events)
    assert not any(isinstance(event, Postponed) for event in events)
    assert not any(event.stopped for event in events if isinstance(event, Finished))


def test_a_turn_whose_stop_is_set_already_saves_the_message_and_says_nothing(db: Database, embedder: Embedder) -> None:
    agent = Agent(FakeChat(answer_or_write), LearningMachine(db, FakeChat(answer_or_write), embedder, **ALL))
    stop = Stop()
    stop.set()
    events = list(agent.run("Do not lose this.", "u1", "s1", stop=stop))
    assert not any(isinstance(event, Text) for event in events)
    assert [turn.text for turn in db.turns("s1")] == ["Do not lose this.", ""]
