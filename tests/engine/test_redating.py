"""A changed day keeps the month of the note that it changes."""

from __future__ import annotations

from datetime import datetime

import pytest

from engine import LearningMachine
from engine.keeper import new_item
from engine.redating import redated

OLD = new_item("user_memory", "memory", "The recital is on 14 November (2026-11-14) in Quarry Hall", user_id="u1")


def later(quote: str, text: str) -> str:
    new = new_item("user_memory", "memory", text, user_id="u1", quote=quote)
    return redated(new, [OLD]).text


@pytest.mark.parametrize(
    ("quote", "text", "whole"),
    [
        (
            "they moved it to the 21st",
            "they moved it to the 21st (2026-10-21)",
            "they moved it to the 21st (2026-11-21)",
        ),
        ("they moved it to the 12th", "Moved to 2026-12-12", "Moved to 2026-11-12"),
        ("moved to 3rd of December", "moved to 3rd of December (2026-12-03)", "moved to 3rd of December (2026-12-03)"),
        ("it is next month, the 4th", "it is the 4th (2026-12-04)", "it is the 4th (2026-12-04)"),
        (
            "they moved it to the 31st",
            "they moved it to the 31st (2026-12-31)",
            "they moved it to the 31st (2026-12-31)",
        ),
    ],
)
def test_only_a_day_without_a_month_takes_that_of_the_old_note(quote: str, text: str, whole: str) -> None:
    assert later(quote, text) == whole


def test_a_postponed_appointment_is_noted_in_its_own_month(machine: LearningMachine) -> None:
    said = ["My knee operation is on 12 December at St Vincent.", "They moved my knee operation to the 19th."]
    for message in said:
        turn = [{"role": "user", "content": message}, {"role": "assistant", "content": "Noted."}]
        machine.process(turn, "u1", "s1", at=datetime(2026, 10, 5, 9))
    texts = [item.text for state in ("active", "proposed") for item in machine.items(state=state, user_id="u1")]
    assert any("2026-12-19" in text for text in texts)
    assert not any("2026-12-12" in text for text in texts)
