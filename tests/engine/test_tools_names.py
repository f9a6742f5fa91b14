"""Names that the agent uses in its tools: they reach what they mean, and a new spelling becomes an alias, as when heard."""

from __future__ import annotations

import pytest

from engine import LearningMachine
from engine.entities.book import Entities
from engine.errors import InvalidInput
from engine.item import State
from tests.engine.test_tools import Functions, agentic, tools_of


@pytest.fixture
def tools(machine: LearningMachine) -> Functions:
    """The tools of all six stores in AGENTIC mode, without a conversation."""
    return tools_of(agentic(machine))


@pytest.fixture
def book(machine: LearningMachine) -> Entities:
    return machine.entities("u1")


def names(book: Entities) -> list[str]:
    return [entity.qualified for entity in book.all()]


def test_the_agents_spelling_becomes_an_alias_of_the_one_entity(tools: Functions, book: Entities) -> None:
    """A1."""
    book.remember("Sarah Chen", "designs bridges", "person")
    tools["remember_about"]("sarah chen", "likes tea", "people")
    tools["link_entities"]("SARAH-CHEN", "works for", "Siemens")
    entity = book.get("Sarah Chen")
    assert names(book).count("person/Sarah Chen") == len([name for name in names(book) if "hen" in name]) == 1
    assert entity.aliases == ("sarah chen", "SARAH-CHEN")
    assert {item.text for item in entity.items} == {
        "designs bridges",
        "Sarah Chen likes tea",
        "Sarah Chen works for Siemens",
    }


def test_a_first_name_or_an_alias_reaches_the_entity_and_is_no_new_alias(tools: Functions, book: Entities) -> None:
    """A1."""
    book.describe("Sarah Chen", type="person", aliases=["Sally"])
    tools["remember_about"]("Sarah", "likes tea")
    tools["remember_about"]("Sally", "plays the cello")
    assert names(book) == ["person/Sarah Chen"]
    assert book.get("Sarah Chen").aliases == ("Sally",)


def test_the_spelling_lives_as_long_as_the_fact_it_came_with(
    machine: LearningMachine, tools: Functions, book: Entities
) -> None:
    """A1."""
    book.remember("Sarah Chen", "designs bridges", "person")
    tools["remember_about"]("sarah chen", "likes tea")
    machine.undo()
    assert book.get("Sarah Chen").aliases == ()


def test_a_spelling_that_came_with_a_proposal_is_an_alias_once_it_is_accepted(
    machine: LearningMachine, tools: Functions, book: Entities
) -> None:
    """A1, B1."""
    book.remember("Sarah Chen", "designs bridges", "person")
    tools["remember_about"]("sarah chen", "was diagnosed with asthma")  # sensitive: waits whatever the mode
    (offer,) = machine.items("entity_memory", state=State.PROPOSED)
    assert book.get("Sarah Chen").aliases == ()
    machine.accept(offer.id)
    assert book.get("Sarah Chen").aliases == ("sarah chen",)


def test_people_is_person_and_a_bare_name_of_two_is_refused_with_both(tools: Functions, book: Entities) -> None:
    """A2."""
    tools["remember_about"]("Ana", "likes tea", "person")
    tools["remember_about"]("ana", "plays the cello", "people")
    book.remember("Harbor", "ships in May", "project")
    book.remember("Harbor", "has 40 people", "company")
    refusals = []
    for tool, arguments in (
        ("remember_about", ("harbor", "is late")),
        ("link_entities", ("Ana", "works on", "HARBOR")),
        ("forget_about", ("Harbor", "ships in May")),
    ):
        with pytest.raises(InvalidInput, match="project/Harbor") as refused:
            tools[tool](*arguments)
        refusals.append(str(refused.value))
    assert all("company/Harbor" in refusal for refusal in refusals)
    assert sorted(names(book)) == ["company/Harbor", "person/Ana", "project/Harbor"]
    tools["remember_about"]("project/harbor", "is late")
    assert {item.text for item in book.get("project/Harbor").items} == {"ships in May", "Harbor is late"}
    assert book.get("project/Harbor").aliases == ("harbor",)
    assert book.get("company/Harbor").aliases == ()


def test_what_nobody_has_said_the_kind_of_gives_way_to_what_is_typed(tools: Functions, book: Entities) -> None:
    """A2."""
    book.remember("Harbor", "ships in May", "project")
    book.remember("Harbor", "was mentioned", "thing")
    tools["remember_about"]("harbor", "is late")
    assert {item.text for item in book.get("project/Harbor").items} == {"ships in May", "Harbor is late"}


def test_a_slash_belongs_to_a_name_and_signs_part_names(machine: LearningMachine, book: Entities) -> None:
    """A3, A4."""
    agentic(machine)
    for name in ("AC/DC", "C", "C++", "C#", "Anna Müller", "Anna Möller", "李 Ming", "Ming", "Munoz"):
        tools_of(machine)["remember_about"](name, f"was noted as {name}")
    tools = tools_of(machine)
    tools["remember_about"]("ac/dc", "plays loud")
    tools["remember_about"]("Muñoz", "rides a bicycle")
    assert len(book.all()) == 9
    assert book.get("AC/DC").aliases == ("ac/dc",)
    assert book.get("Munoz").aliases == ("Muñoz",)
    assert len(book.get("Munoz").items) == 2


def test_several_calls_of_one_turn_land_on_one_entity_and_a_repeat_is_one(tools: Functions, book: Entities) -> None:
    """A19."""
    tools["remember_about"]("Sarah Chen", "likes tea", "person")
    tools["remember_about"]("sarah chen", "plays the cello")
    answer = tools["remember_about"]("SARAH CHEN", "likes tea")
    assert answer.startswith("Known already")
    assert len(book.get("Sarah Chen").items) == 2
    assert book.get("Sarah Chen").aliases == ("sarah chen",)
