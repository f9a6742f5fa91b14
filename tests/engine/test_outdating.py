"""Notes that a message ends in passing: by a new value, a hint, a bare correction; and what follows up and ends nothing."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest

from engine import Database, LearningMachine, LearningMode, UserMemoryConfig
from engine.head import Verdict
from engine.item import State
from engine.outdating import Note, Outdating, Said, features, rows
from models.fake import FakeChat
from models.protocols import Embedder
from tests.engine.test_updates import hear


def machine_of(db: Database, embedder: Embedder) -> LearningMachine:
    small = FakeChat(lambda *_: "{}", name="small", parameters=135_000_000)
    return LearningMachine(
        db, model=small, embedder=embedder, user_memory=UserMemoryConfig(mode=LearningMode.ALWAYS), entity_memory=True
    )


def current(machine: LearningMachine) -> str:
    return " | ".join(item.text for item in machine.items(user_id="u1"))


@pytest.mark.parametrize(
    ("told", "message", "over"),
    [
        (
            "I play the oboe in the town band.",
            "the band has me on clarinet these days, my oboe went to a pupil.",
            "I play the oboe",
        ),
        ("My rent is 640 a month.", "since the new lease my rent is 705 a month, how do people save on that?", "640"),
        (
            "My dentist appointment is on the 3rd of May.",
            "they moved my dentist appointment to the 19th of May.",
            "3rd",
        ),
    ],
)
def test_a_note_ends_by_what_is_told_in_passing(
    told: str, message: str, over: str, db: Database, embedder: Embedder
) -> None:
    machine = machine_of(db, embedder)
    hear(machine, told, message)
    assert over not in current(machine)
    ended = [i for i in machine.items(state=None, user_id="u1") if over in i.text and i.state is State.SUPERSEDED]
    assert ended
    assert ended[0].superseded_by


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("I play the oboe in the town band.", "what reeds are good for an oboe?"),
        ("I play the oboe in the town band.", "our band has 40 members and we rehearse on mondays."),
        ("My rent is 640 a month.", "How much is 640 in euros?"),
        ("I keep bees behind the barn.", "Yesterday I cycled to the lake with my cousin Tilda."),
    ],
)
def test_what_follows_up_ends_nothing(told: str, message: str, db: Database, embedder: Embedder) -> None:
    machine = machine_of(db, embedder)
    hear(machine, told)
    before = current(machine)
    hear(machine, message)
    assert before
    assert before in current(machine)


def test_what_ends_in_passing_comes_back_by_undo(db: Database, embedder: Embedder) -> None:
    machine = machine_of(db, embedder)
    hear(machine, "My rent is 640 a month.", "since the new lease my rent is 705 a month, how do people save on that?")
    assert "640" not in current(machine)
    machine.undo()
    assert "640" in current(machine)
    assert "705" not in current(machine)


def test_a_store_that_proposes_ends_nothing_unasked(db: Database, embedder: Embedder) -> None:
    machine = machine_of(db, embedder)
    hear(machine, "My rent is 640 a month.")
    machine.set_mode("user_memory", LearningMode.PROPOSE)
    messages = [
        {"role": "user", "content": "since the new lease my rent is 705 a month, how do people save on that?"},
        {"role": "assistant", "content": "All right."},
    ]
    machine.process(messages, user_id="u1", session_id="t")
    assert "640" in current(machine)
    assert any("705" in item.text for item in machine.items(state="proposed", user_id="u1"))


def test_the_user_can_have_what_was_said_about_something_forgotten(db: Database, embedder: Embedder) -> None:
    machine = machine_of(db, embedder)
    hear(
        machine,
        "I tore the ligament in my left ankle.",
        "please ignore what I wrote about the ankle, that was for a friend.",
    )
    assert "ankle" not in current(machine)


def test_a_note_of_something_else_never_ends(embedder: Embedder) -> None:
    said = Said("we sold the boat last week", ("we sold the boat last week",), (Verdict({"N": 0.1}, 0.9),))
    boat, strange = Outdating.load().judge(
        [Note("We have a boat in the harbour", True), Note("Learns Polish grammar", True)], said, embedder
    )
    assert boat > 0.3
    assert strange == 0.0


def test_without_a_piece_of_the_users_own_nothing_ends(embedder: Embedder) -> None:
    assert Outdating.load().judge([Note("We have a boat", True)], Said("```x```", (), ()), embedder) == [0.0]


def test_the_weights_are_those_of_the_features(embedder: Embedder) -> None:
    said = Said("we sold it", ("we sold it",), (Verdict({"N": 0.1}, 0.9),))
    with files("engine").joinpath("outdating.npz").open("rb") as file, np.load(file) as stored:
        assert set(map(str, stored["names"])) == {*rows([Note("a boat", False)], said, embedder)[0], "bias"}


def test_another_number_and_another_day_are_seen() -> None:
    said = Said("it is at 9 on Friday now", ("it is at 9 on Friday now",), (Verdict({"N": 0.2}, 0.8),))
    found = features(Note("The exam is at 8 on Monday", True), said, 0.5, [0.5])
    assert (found["other_number"], found["other_day"], found["number"], found["told_corrected"]) == (1.0, 1.0, 0.0, 0.8)
