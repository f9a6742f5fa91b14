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


@pytest.mark.parametrize(
    ("before", "now", "over"),
    [
        ("please always reply to me in French", "from now on please answer in Polish", "French"),
        (
            "always explain things to me in bullet points please",
            "enough with the bullets. full sentences please, always",
            "bullet",
        ),
        (
            "I'm planning to hike the Kungsleden with my cousin Maud in August.",
            "scrap the Kungsleden. we're renting a houseboat in Friesland instead, Maud has booked it for August",
            "Kungsleden with",
        ),
    ],
)
def test_a_later_wish_and_a_plan_that_was_dropped_by_name_retire_the_earlier(
    machine: LearningMachine, before: str, now: str, over: str
) -> None:
    hear(machine, before)
    old = [i for state in ("active", "proposed") for i in machine.items(state=state, user_id="u1") if over in i.text]
    assert old
    hear(machine, now)
    assert {machine.item(item.id).state for item in old} == {State.SUPERSEDED}


def test_a_new_date_is_kept_with_what_it_is_the_date_of(machine: LearningMachine) -> None:
    hear(machine, "My eye operation is on 4 May at ten, in the Elbe clinic.")
    hear(machine, "they postponed my eye operation. 19 may now, same clinic")
    known = [i.text for state in ("active", "proposed") for i in machine.items(state=state, user_id="u1")]
    assert any("operation" in text and "19 may" in text for text in known)
    assert not any("4 May" in text for text in known)


def test_a_note_names_whom_its_pronoun_stands_for(machine: LearningMachine) -> None:
    hear(machine, "My aunt Rosalind moved to Hull last year. She breeds budgies and she is allergic to penicillin.")
    known = [
        i for state in ("active", "proposed") for i in machine.items(state=state, user_id="u1") if "budgies" in i.text
    ]
    assert known
    assert all("Rosalind" in item.text and item.quote.startswith("She") for item in known)


def test_nothing_is_learned_from_the_answers_in_a_role(machine: LearningMachine) -> None:
    chat = [{"role": "user", "content": "improv! you're a doctor, i'm Boris, a sailor. you start"}]
    chat.append({"role": "assistant", "content": "Welcome, what brings you here?"})
    machine.process(chat, "u1", "s1")
    chat += [{"role": "user", "content": "I live in Murmansk and I'm allergic to penicillin, doctor."}]
    machine.process([*chat, {"role": "assistant", "content": "I see."}], "u1", "s1")
    assert [i for state in ("active", "proposed") for i in machine.items(state=state, user_id="u1")] == []


def test_a_decision_is_taken_back_by_name_in_another_sentence_of_the_message(machine: LearningMachine) -> None:
    hear(machine, "We decided on oak parquet for the hallway because it lasts.")
    (old,) = [i for i in machine.items(user_id="u1") if "parquet" in i.text]
    hear(
        machine,
        "Scrap the parquet. The joiner came by today. We're laying terrazzo in the hallway instead, it was in budget.",
    )
    assert machine.item(old.id).state is State.SUPERSEDED


def test_she_is_here_is_nobodys_name(machine: LearningMachine) -> None:
    hear(machine, "She's here! My niece Imani was born this morning.")
    assert [i for i in machine.items(store="user_profile", user_id="u1") if i.key == "name"] == []


def test_a_correction_that_names_nothing_ends_what_was_told_just_before(machine: LearningMachine) -> None:
    hear(machine, "My cousin Ilse plays the harp.", "I'm a member of a sailing club and we train on Tuesdays.")
    hear(machine, "I left them in spring, I go swimming in the quarry now.")
    texts = " ".join(item.text for item in machine.items(user_id="u1"))
    assert "harp" in texts
    assert "sailing" not in texts


def test_what_is_added_ends_nothing_that_was_told_just_before(machine: LearningMachine) -> None:
    hear(
        machine,
        "I'm a tram driver in Melbourne.",
        "I've also started weekends at my uncle's nursery, still on the trams.",
    )
    assert "tram driver" in " ".join(item.text for item in machine.items(user_id="u1"))
