"""The user's new name takes the place of the one that is known, and nobody else's does."""

from __future__ import annotations

import pytest

from engine import LearningMachine
from tests.engine.test_updates import hear


def called(machine: LearningMachine) -> set[str]:
    items = machine.items(store="user_profile", user_id="u1")
    return {str(item.data.get("value")) for item in items if item.key in ("name", "preferred_name")}


@pytest.mark.parametrize(
    ("before", "now", "name"),
    [
        (
            "Call me Gwen, everyone here does.",
            "please drop the Gwen. it's Winnie from now on. what is a fjord?",
            "Winnie",
        ),
        ("My name is Tobias.", "It's Tova now, not Tobias. Any tips for a passport photo?", "Tova"),
        ("call me Rusty", "Nobody left alive calls me Rusty, so enough. Hildegard will do nicely.", "Hildegard"),
    ],
)
def test_a_new_name_takes_the_place_of_the_known_one(
    machine: LearningMachine, before: str, now: str, name: str
) -> None:
    hear(machine, before, now)
    assert called(machine) == {name}
    machine.undo()
    assert called(machine) != {name}


@pytest.mark.parametrize(
    "now",
    [
        "My boss isn't Lou, it's Kim.",
        "It's Tuesday now, not Friday.",
        "The cat is called Gwen, not Maud.",
        "It's Oslo, not Gwenton.",
    ],
)
def test_other_names_and_words_change_nothing(machine: LearningMachine, now: str) -> None:
    hear(machine, "Call me Gwen, everyone here does.", now)
    assert called(machine) == {"Gwen"}
