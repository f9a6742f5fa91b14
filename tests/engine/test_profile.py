"""The user profile reads what a writer says only as far as the sentence bears it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from engine import LearningMachine
from engine.stores import Chosen, UserProfile


def read(quote: str, *rows: tuple[str, str]) -> dict[str, Any]:
    """The fields that the store takes from a writer's rows about one sentence."""
    chosen = Chosen("user_profile", quote, quote, datetime(2026, 5, 4, 9))
    entry = [{"field": field, "value": value} for field, value in rows]
    return {draft.key: draft.data["value"] for draft in UserProfile().read(entry, chosen)}


def test_a_value_is_spelled_as_the_user_spelled_it() -> None:
    assert read("we run a bakery over in Poznań", ("home", "Poznan")) == {"home": "Poznań"}


@pytest.mark.parametrize(
    ("field", "value"), [("name", "I"), ("name", "more like nine"), ("role", "astronaut"), ("home", "null")]
)
def test_what_cannot_be_the_field_is_dropped(field: str, value: str) -> None:
    assert read("more like nine of us, and I drive the van", (field, value)) == {}


def test_the_first_value_of_a_field_holds() -> None:
    said = "head gardener at a castle school"
    assert read(said, ("role", "head gardener"), ("role", "castle school")) == {"role": "head gardener"}


def test_a_value_that_one_field_has_is_no_other_fields_value() -> None:
    assert read("I live in Whitby.", ("name", "Whitby"), ("home", "Whitby")) == {"home": "Whitby"}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Whitby is where we settled.", None),
        ("I am called Tamsin at work", "Tamsin"),
        ("Ich bin Tamsin Okell", "Tamsin Okell"),
    ],
)
def test_a_name_is_taken_only_where_somebody_is_named(said: str, name: str | None) -> None:
    assert read(said, ("name", name or "Whitby")).get("name") == name


@pytest.mark.parametrize(
    "greeting", ["Hello, I'm Peter.", "Hi, this is Peter.", "Good morning! I'm Peter", "Hola, soy Peter."]
)
def test_a_greeting_does_not_hide_a_name(machine: LearningMachine, greeting: str) -> None:
    said = [{"role": "user", "content": greeting}, {"role": "assistant", "content": "Hello!"}]
    assert [item.data["value"] for item in machine.process(said, "u1", "s1") if item.store == "user_profile"] == [
        "Peter"
    ]


@pytest.mark.parametrize("greeting", ["Good morning.", "Hello there!", "Hi", "Hey Keepwise, good evening."])
def test_a_mere_greeting_teaches_nothing(machine: LearningMachine, greeting: str) -> None:
    said = [{"role": "user", "content": greeting}, {"role": "assistant", "content": "Hello!"}]
    assert machine.process(said, "u1", "s1") == []
