"""What is brought up for a message, and what is rightly not: whose the matter is counts as much as what it is."""

from __future__ import annotations

import pytest

from engine import LearningMachine
from engine.gate import FEW, GATE, read, relatives, score
from engine.prompt import asks_of_the_user


@pytest.fixture
def known(machine: LearningMachine) -> LearningMachine:
    """A user with a cat, a daughter, a car and a lesson learned."""
    machine.entities("u1").remember("Pixel", "is a grey cat of seven years", "pet")
    machine.entities("u1").remember("Elsa", "is the daughter of the user", "person")
    machine.entities("u1").remember("Elsa", "plays handball in the second team", "person")
    machine.write("user_memory", "Drives a blue Skoda Octavia", "u1")
    machine.write("user_memory", "Is saving for a heat pump", "u1")
    machine.write("learned_knowledge", "Prune the apple tree in late February", "u1")
    return machine


def brought(machine: LearningMachine, message: str) -> list[str]:
    return [entry.text for entry in machine.build_context(message, "u1", "s").items]


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ("How old is my cat?", "seven"),
        ("Which sport does my daughter play?", "handball"),
        ("Which car do I drive?", "Skoda"),
        ("When should I prune the apple tree?", "February"),
        ("How do I prune the apple tree?", "February"),
    ],
)
def test_what_concerns_the_user_is_brought_up(known: LearningMachine, message: str, word: str) -> None:
    assert any(word in text for text in brought(known, message))


@pytest.mark.parametrize(
    "message",
    [
        "How old is my neighbour's cat?",
        "Which car does my brother drive?",
        "Which car does Petra drive?",
        "Which sport does my uncle play?",
        "How does a car engine work?",
        "Why do cats purr?",
        "Thanks, that was helpful.",
        "Write a short poem about autumn leaves.",
    ],
)
def test_what_concerns_somebody_else_or_nobody_is_not(known: LearningMachine, message: str) -> None:
    assert brought(known, message) == []


def test_a_question_of_ones_own_life_brings_the_likeliest_when_nothing_is_sure(machine: LearningMachine) -> None:
    for text in ("I wake up at five every day, no alarm needed.", "I sold the old canoe.", "I can't stand liquorice."):
        machine.write("user_memory", text, "u1")
    assert brought(machine, "When do I get up?") == ["I wake up at five every day, no alarm needed."]
    assert brought(machine, "When do people in Spain get up?") == []


def test_what_comes_on_suspicion_is_little(machine: LearningMachine) -> None:
    for number in range(12):
        machine.write("user_memory", f"I have been to the sea {number} times with my friends.", "u1")
    assert len(brought(machine, "Which mountains did I ever climb?")) <= FEW


@pytest.mark.parametrize(
    ("message", "personal"),
    [
        ("What do I do for a living?", True),
        ("How do I like my eggs?", True),
        ("Where does my aunt live?", True),
        ("What do I do when the oven smokes?", False),
        ("How do I boil an egg?", False),
        ("What should I cook?", False),
        ("Who wrote Emma?", False),
    ],
)
def test_a_question_of_ones_own_life_is_told_from_one_for_advice(message: str, personal: bool) -> None:
    assert asks_of_the_user(message) is personal


def test_a_son_is_a_child_and_a_mother_a_parent() -> None:
    assert relatives("her son and her mum") == {"son", "child", "mother", "parent"}


def test_a_question_for_a_relative_looks_at_all_that_is_known_of_them() -> None:
    question = read("What does my wife eat?", ())
    assert score(question, 0.2, "is vegetarian", lambda: "is the wife of the user") >= GATE
    assert score(question, 0.7, "is vegetarian", str) < GATE


def test_a_name_that_is_known_does_not_count_against_an_item() -> None:
    told = "Harbor uses Postgres"
    message = "Which database does our Harbor use?"
    assert read(message, [told]).names == ()
    assert read(message, ()).names == ("Harbor",)
