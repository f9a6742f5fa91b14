"""A decision that is taken back gives way to the new one; decisions that only resemble each other both hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import LearningMachine, LearningMode
from engine.item import Item, State
from tests.engine.test_tools import agentic, tools_of

POSTGRES = "We decided to use Postgres for the booking app."
LENA = "We decided to hire Lena as the designer."


def hear(machine: LearningMachine, *messages: str, session: str = "s1", user: str = "u1") -> None:
    """Learn from messages of one chat, one after the other."""
    for message in messages:
        machine.process(
            [{"role": "user", "content": message}, {"role": "assistant", "content": "Noted."}], user, session
        )


def holding(machine: LearningMachine) -> list[str]:
    """The sentences of the decisions that hold, oldest first."""
    return [item.quote for item in machine.items("decision_log", user_id="u1")][::-1]


def ended(machine: LearningMachine) -> Item:
    (item,) = machine.items("decision_log", state="superseded")
    return item


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (POSTGRES, "Scrap that, we go with SQLite instead."),
        (POSTGRES, "No wait, we're going with SQLite for the booking app."),
        ("We settled on oak for the kitchen floor.", "On second thought we're going with walnut."),
        ("We decided to paint the fence white.", "No wait, we decided on green for the fence."),
        ("We decided to hold the party on Saturday.", "Scrap that. We decided to hold it on Sunday."),
    ],
)
def test_what_is_scrapped_in_the_same_chat_gives_way(machine: LearningMachine, before: str, now: str) -> None:
    hear(machine, before, now)
    assert len(holding(machine)) == 1
    assert holding(machine)[0] in now
    old = ended(machine)
    assert (old.quote, old.valid_to is not None) == (before, True)
    assert machine.item(old.superseded_by).quote in now


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (POSTGRES, "We changed our mind about Postgres, it's SQLite now."),
        (
            "We decided to take the ferry to Sardinia.",
            "We changed our mind about the ferry to Sardinia, we're flying now.",
        ),
        ("We chose Lisbon for the team offsite.", "We decided to hold the team offsite in Porto instead of Lisbon."),
        (
            "We decided to launch the newsletter in May.",
            "We've decided to postpone the launch of the newsletter to September.",
        ),
        (LENA, "We decided against Lena as the designer."),
    ],
)
def test_what_is_named_gives_way_in_a_later_chat_too(machine: LearningMachine, before: str, now: str) -> None:
    hear(machine, "We decided to repaint the garden shed.", before)
    hear(machine, now, session="s2")
    assert holding(machine) == ["We decided to repaint the garden shed.", now]
    assert ended(machine).quote == before


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (POSTGRES, "We decided to use Redis for the cache of the booking app."),
        (POSTGRES, LENA),
        (
            "We settled on oak for the kitchen floor.",
            "We decided on white tiles in the bathroom instead of the grey ones.",
        ),
        ("We decided to sell the car.", "We decided to take the train to Berlin instead of the car."),
        ("I decided to drop chemistry and take biology.", "I decided to learn Spanish this year instead of French."),
        (POSTGRES, "Scrap that, we go with SQLite instead."),
    ],
)
def test_what_is_not_named_in_a_later_chat_holds(machine: LearningMachine, before: str, now: str) -> None:
    hear(machine, before)
    hear(machine, now, session="s2")
    assert machine.items("decision_log", state="superseded") == []
    assert before in holding(machine)


def test_of_two_decisions_the_one_of_the_same_matter_gives_way(machine: LearningMachine) -> None:
    hear(machine, POSTGRES, LENA, "Scrap that, we go with SQLite for the booking app instead.")
    assert ended(machine).quote == POSTGRES


def test_a_bare_that_means_the_last_one(machine: LearningMachine) -> None:
    hear(machine, POSTGRES, LENA, "Scrap that, we go with Tom instead.")
    assert ended(machine).quote == LENA


def test_a_bare_that_long_after_means_something_else(machine: LearningMachine) -> None:
    hear(machine, POSTGRES, *(f"What is {n} times {n}?" for n in range(5)), "Scrap that, we go with Tom instead.")
    assert machine.items("decision_log", state="superseded") == []


def test_a_name_that_two_decisions_share_ends_neither_in_another_chat(machine: LearningMachine) -> None:
    hear(machine, "We decided to use Postgres for the booking app.", "We decided to use Postgres for the billing app.")
    hear(machine, "We changed our mind about Postgres, it's SQLite now.", session="s2")
    assert machine.items("decision_log", state="superseded") == []


def test_a_suggested_reversal_ends_the_old_decision_when_it_is_accepted(machine: LearningMachine) -> None:
    """B1."""
    hear(machine, POSTGRES)
    machine.set_mode("decision_log", LearningMode.PROPOSE)
    hear(machine, "Scrap that, we go with SQLite instead.")
    assert holding(machine) == [POSTGRES]
    (offer,) = machine.items("decision_log", state=State.PROPOSED)
    machine.accept(offer.id)
    assert ended(machine).quote == POSTGRES
    machine.undo()
    assert holding(machine) == [POSTGRES]


def test_undo_brings_the_old_decision_back(machine: LearningMachine) -> None:
    """B14."""
    hear(machine, POSTGRES, "Scrap that, we go with SQLite instead.")
    machine.undo()
    assert holding(machine) == [POSTGRES]


def test_one_users_change_of_mind_leaves_anothers_decision(machine: LearningMachine) -> None:
    """B11."""
    hear(machine, POSTGRES)
    hear(machine, "We changed our mind about Postgres, it's SQLite now.", session="t1", user="u2")
    assert holding(machine) == [POSTGRES]


def test_a_decision_that_the_agent_notes_ends_the_old_one_as_well(machine: LearningMachine) -> None:
    hear(machine, POSTGRES)
    tools = tools_of(agentic(machine))
    machine.process(
        [
            {"role": "user", "content": "Scrap that, we go with SQLite instead."},
            {"role": "assistant", "content": "Ok."},
        ],
        "u1",
        "s1",
        learn=False,
    )
    tools["log_decision"]("Use SQLite")
    assert ended(machine).quote == POSTGRES


def test_the_new_value_is_kept_with_what_it_replaces(machine: LearningMachine) -> None:
    hear(machine, "We decided to take the ferry to Sardinia.")
    hear(machine, "We changed our mind about the ferry to Sardinia, we're flying now.", session="s2")
    (item,) = machine.items("decision_log")
    assert "we're flying now" in item.text


def test_what_was_told_in_the_same_words_as_a_decision_goes_with_it(machine: LearningMachine) -> None:
    hear(machine, "We settled on the village school, the bus stops right there.")
    (decision,) = machine.items("decision_log", user_id="u1")
    told = replace(decision, id="told", store="user_memory", kind="memory", text="The bus stops there", data={})
    other = replace(told, id="other", text="Likes jam", quote="I like jam.")
    machine.db.items.record("learn", [(None, told), (None, other)], by="learning")
    hear(machine, "Scrap that, we decided on the school in town.")
    assert [item.text for item in machine.items("user_memory", user_id="u1")] == ["Likes jam"]


def test_a_sentence_that_only_takes_something_back_is_not_kept(machine: LearningMachine) -> None:
    hear(machine, "For the rye bread the rule is 70 percent water.")
    hear(machine, "Forget the 70 percent for the rye bread. With fresh flour it should be 75 percent water.")
    assert not any(item.text.startswith("Forget") for item in machine.items(state=None, user_id="u1"))
