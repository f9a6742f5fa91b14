"""What no longer holds gives way to what the user says now; everything else stays. The real head decides."""

from __future__ import annotations

import pytest

from engine import LearningMachine
from engine.item import State


def hear(machine: LearningMachine, *messages: str) -> None:
    """Learn from messages of one chat, one after the other."""
    for message in messages:
        machine.process([{"role": "user", "content": message}, {"role": "assistant", "content": "Noted."}], "u1", "s1")


@pytest.mark.parametrize(
    ("before", "now", "over"),
    [
        (
            "I work at the paper mill in Cork.",
            "I no longer work at the paper mill, I started at the harbour office.",
            "mill",
        ),
        ("I'm vegetarian and I cook every evening.", "I gave up being vegetarian, I eat fish again now.", "vegetarian"),
        (
            "My brother Tariq plays the trumpet.",
            "Tariq stopped playing the trumpet, he plays the drums now.",
            "trumpet",
        ),
    ],
)
def test_what_is_said_to_be_over_is_retired_and_kept_with_its_end(
    machine: LearningMachine, before: str, now: str, over: str
) -> None:
    hear(machine, before)
    old = [item for item in machine.items(user_id="u1") if over in item.text]
    assert old
    hear(machine, now)
    for item in old:
        ended = machine.item(item.id)
        assert ended.state is State.SUPERSEDED
        assert ended.valid_to is not None
        assert machine.item(ended.superseded_by).quote in now


def test_a_correction_leaves_alone_what_it_does_not_speak_of(machine: LearningMachine) -> None:
    hear(machine, "I'm allergic to walnuts.", "My sister Ana lives in Lisbon.", "I play the cello on Sundays.")
    known = {item.id for state in ("active", "proposed") for item in machine.items(state=state, user_id="u1")}
    assert len(known) >= 3
    hear(machine, "I no longer take the bus to work, I bought a bicycle.")
    still = {item.id for state in ("active", "proposed") for item in machine.items(state=state, user_id="u1")}
    assert known <= still
