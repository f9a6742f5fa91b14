"""What is only said to be over is retired, and no "not X" takes its place. The real head decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import Agent, LearningMachine, LearningMode
from engine.events import Learned, Learning
from engine.item import Item, Source, State
from engine.keeper import new_item
from engine.reconcile import outdated
from tests.engine.conftest import talk
from tests.engine.test_reversal import hear

TRIP = "We're planning a trip to Lisbon in May."
OFF = "Forget about the Lisbon trip, it's off."


def known(machine: LearningMachine) -> set[str]:
    """What is active or waits, but for the notes of conversations."""
    states = (State.ACTIVE, State.PROPOSED)
    return {i.text for s in states for i in machine.items(state=s, user_id="u1") if i.store != "session_context"}


@pytest.mark.parametrize(
    "over",
    [
        OFF,
        "Oh, and forget the trip to Lisbon, it's been cancelled.",
        "please forget about our Lisbon trip - it is not happening any more",
        "Forget Lisbon, that's off now.",
    ],
)
def test_a_plan_that_is_off_is_retired_and_nothing_stands_in_its_place(machine: LearningMachine, over: str) -> None:
    hear(machine, TRIP, "I play the cello on Sundays.")
    (trip,) = [item for item in machine.items(user_id="u1") if "Lisbon" in item.text]
    before = known(machine)
    hear(machine, over)
    assert known(machine) == before - {trip.text}
    ended = machine.item(trip.id)
    assert (ended.state, ended.valid_to is not None) == (State.FORGOTTEN, True)
    machine.undo()
    assert known(machine) == before


def test_the_human_is_told_what_is_no_longer_kept(machine: LearningMachine, agent: Agent) -> None:
    talk(agent, TRIP)
    (trip,) = [item for item in machine.items(user_id="u1") if "Lisbon" in item.text]
    events = talk(agent, OFF, "s2")
    (learned,) = [event for event in events if isinstance(event, Learned)]
    assert (learned.items, learned.notices) == ((), (f"No longer kept: {trip.text}",))
    assert not any(isinstance(event, Learning) for event in events)
    machine.undo(learned.act)
    assert machine.item(trip.id).state is State.ACTIVE
    assert list(agent.learn_pending("u1")) == []


@pytest.mark.parametrize(
    "over",
    [
        "You don't have to answer me in French any more.",
        "Stop answering in French.",
        "No need to answer in French any more.",
    ],
)
def test_a_standing_wish_ends_when_the_user_says_so(machine: LearningMachine, over: str) -> None:
    hear(machine, "Always answer me in French.", "Always use metric units.")
    hear(machine, over)
    assert known(machine) == {"Always use metric units."}


def test_what_is_not_known_is_not_kept_as_its_own_end(machine: LearningMachine) -> None:
    hear(machine, OFF)
    assert known(machine) == set()


def test_another_trip_stays(machine: LearningMachine) -> None:
    hear(machine, "We're planning a trip to Porto in June.", OFF)
    assert known(machine) == {item.text for item in machine.items(user_id="u1") if "Porto" in item.text} != set()


def test_another_users_trip_stays(machine: LearningMachine) -> None:
    """B11."""
    hear(machine, TRIP)
    hear(machine, OFF, session="t1", user="u2")
    assert any("Lisbon" in text for text in known(machine))


def test_where_the_human_is_asked_nothing_ends_by_itself(machine: LearningMachine) -> None:
    """B1."""
    hear(machine, TRIP)
    for store in machine.modes:
        machine.set_mode(store, LearningMode.PROPOSE)
    hear(machine, OFF)
    assert any("Lisbon in May" in item.text for item in machine.items(user_id="u1"))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("I play squash on Tuesdays.", "I don't play squash any more."),
        ("My sister Ana works at Siemens.", "Ana doesn't work at Siemens any more."),
        ("I'm a member of the rowing club.", "I quit the rowing club."),
        ("My meeting with Tom is on Friday at 10.", "The meeting with Tom is cancelled."),
    ],
)
def test_what_is_over_but_worth_knowing_takes_the_place_of_what_was(
    machine: LearningMachine, before: str, now: str
) -> None:
    hear(machine, before, now)
    assert known(machine) == {now}


def test_a_field_of_the_profile_that_holds_no_longer_is_emptied(machine: LearningMachine) -> None:
    home = machine.write("user_profile", "Cork", "u1", key="home").items[0]
    hear(machine, "I don't live in Cork any more.")
    assert machine.items("user_profile", user_id="u1") == []
    assert machine.item(home.id).state is State.SUPERSEDED
    assert known(machine) == {"I don't live in Cork any more."}


def test_going_no_longer_somewhere_ends_nothing_else_that_one_goes_to(machine: LearningMachine) -> None:
    hear(machine, "I go to yoga on Fridays.", "I no longer go swimming.")
    assert known(machine) == {"I go to yoga on Fridays.", "I no longer go swimming."}


def test_a_question_or_a_quotation_ends_nothing(machine: LearningMachine) -> None:
    """C5."""
    hear(machine, TRIP)
    before = known(machine)
    hear(machine, 'Translate: "Forget about the Lisbon trip, it\'s off."', "Should I forget about the Lisbon trip?")
    assert known(machine) == before


def test_what_is_said_of_a_place_may_end_what_somebody_was_to_do_there_and_nothing_elsewhere() -> None:
    def heard(turn: str, text: str, subject: str) -> Item:
        made = new_item("entity_memory", "event", text, user_id="u1", subject=subject)
        return replace(made, source=Source("c1", turn))

    there = heard("t1", "Ana starts at the Harbour School in May", "Ana")
    elsewhere = heard("t1", "Ben starts at the mill in May", "Ben")
    news = heard("t2", "The Harbour School takes nobody in May", "Harbour School")
    near = {there.id: 0.6, elsewhere.id: 0.6}
    assert outdated(news, [there, elsewhere], near, "Scrap that, we have to look for another one.") == [there]
