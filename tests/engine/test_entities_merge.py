"""Merging entities and parting them again, and that identity does not depend on chance: on the real file and by property."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import Database, LearningMachine
from engine.entities.attach import attach, settled
from engine.entities.book import Entities
from engine.entities.graph import Graph, fold
from engine.errors import InvalidInput, NotFound
from engine.item import Item, Origin, State
from engine.keeper import new_item
from tests.engine.conftest import ALL


@pytest.fixture
def machine(db: Database) -> LearningMachine:
    return LearningMachine(db, **ALL)


@pytest.fixture
def entities(machine: LearningMachine) -> Entities:
    return machine.entities("u1")


def said(entities: Entities, name: str) -> set[str]:
    return {item.text for item in entities.get(name).known if item.kind != "entity"}


def two(entities: Entities) -> None:
    """Liz and Elizabeth Moss, each with a fact, an edge and a row."""
    entities.describe("Elizabeth Moss", type="person")
    entities.remember("Elizabeth Moss", "paints")
    entities.describe("Liz", "a friend", aliases=["Lizzy"])
    entities.remember("Liz", "runs")
    entities.link("Liz", "knows", "Ben")
    entities.link("Ben", "admires", "Liz")


def test_merging_moves_facts_edges_and_names_and_undo_brings_all_back(
    machine: LearningMachine, entities: Entities
) -> None:
    two(entities)
    before = {item.id: item for item in machine.items(state=None)}
    entities.merge("Elizabeth Moss", "Liz")
    assert [entity.name for entity in entities.all()] == ["Elizabeth Moss", "Ben"]
    one = entities.get("lizzy")
    assert (one.name, one.description, set(one.aliases)) == ("Elizabeth Moss", "a friend", {"Liz", "Lizzy"})
    assert said(entities, "Liz") == {"paints", "runs", "Liz knows Ben", "Ben admires Liz"}
    assert {edge.other for edge in entities.page("Ben").relationships} == {"Elizabeth Moss"}
    machine.undo()
    assert {item.id: item for item in machine.items(state=None)} == before


def test_parting_gives_each_its_own_and_leaves_what_came_since(entities: Entities) -> None:
    two(entities)
    entities.merge("Elizabeth Moss", "Liz")
    entities.remember("Liz", "sings")
    entities.unmerge("Elizabeth Moss", "Liz")
    assert said(entities, "Liz") == {"runs", "Liz knows Ben", "Ben admires Liz"}
    assert said(entities, "Elizabeth Moss") == {"paints", "sings"}
    assert entities.get("Elizabeth Moss").description == ""
    assert entities.get("Lizzy").description == "a friend"
    with pytest.raises(NotFound, match="not merged"):
        entities.unmerge("Elizabeth Moss", "Liz")


def test_parting_is_one_act_that_undo_takes_back(machine: LearningMachine, entities: Entities) -> None:
    two(entities)
    entities.merge("Elizabeth Moss", "Liz")
    merged = said(entities, "Liz")
    entities.unmerge("Elizabeth Moss", "Liz")
    machine.undo()
    assert said(entities, "Elizabeth Moss") == merged


def test_nested_merges_part_in_any_order(entities: Entities) -> None:
    for name in ("Ana", "Bea", "Cleo"):
        entities.remember(name, f"fact of {name}")
    entities.merge("Bea", "Ana")
    entities.merge("Cleo", "Bea")
    assert said(entities, "Ana") == {"fact of Ana", "fact of Bea", "fact of Cleo"}
    entities.unmerge("Cleo", "Bea")
    assert said(entities, "Ana") == {"fact of Ana", "fact of Bea"}
    entities.unmerge("Bea", "Ana")
    assert [said(entities, name) for name in ("Ana", "Bea", "Cleo")] == [
        {"fact of Ana"},
        {"fact of Bea"},
        {"fact of Cleo"},
    ]


def test_an_edge_between_the_two_is_not_told_of_the_one_and_comes_back(entities: Entities) -> None:
    entities.link("Liz", "is", "Elizabeth Moss")
    entities.merge("Elizabeth Moss", "Liz")
    assert entities.page("Liz").relationships == ()
    entities.unmerge("Elizabeth Moss", "Liz")
    assert [edge.other for edge in entities.page("Liz").relationships] == ["Elizabeth Moss"]


def test_one_is_not_merged_with_itself(entities: Entities) -> None:
    entities.remember("Sarah Chen", "paints")
    with pytest.raises(InvalidInput, match="one already"):
        entities.merge("Sarah Chen", "sarah chen")


@pytest.mark.parametrize(("main", "other"), [("Ana", "Bea"), ("Bea", "Ana")])
def test_either_way_of_merging_gives_the_same_page(entities: Entities, main: str, other: str) -> None:
    entities.remember("person/Ana", "paints")
    entities.remember("Bea", "runs")
    entities.link("Bea", "knows", "Cleo")
    entities.merge(main, other)
    for name in ("Ana", "Bea"):
        assert said(entities, name) == {"paints", "runs", "Bea knows Cleo"}
        assert entities.get(name).type == "person"


NAMES = st.one_of(
    st.sampled_from(
        ["C", "C++", "C#", "c", "c++", "c#", "Müller", "Möller", "Muñoz", "MUNOZ", "李 Ming", "Ming", "AC/DC"]
    ),
    st.text(alphabet="abCé李Ж+#/- ", min_size=1, max_size=6).filter(
        lambda name: bool(fold(name)) and name.strip() == name
    ),
)


def told(*names: str) -> Graph:
    """The graph after one fact of each name, as the keeper makes it."""
    items: dict[str, Item] = {}
    for name in names:
        item = new_item("entity_memory", "fact", "x", user_id="u", subject=name, origin=Origin.WRITTEN)
        placed, places = attach(item, Graph(items.values()))
        items |= {after.id: after for _, after in settled(places, None)[0] if after is not None}
        items[placed.id] = placed
    return Graph(items.values())


@given(NAMES, NAMES)
def test_whether_two_spellings_are_one_does_not_depend_on_their_order(one: str, other: str) -> None:
    """A4."""
    assert len(list(told(one, other))) == len(list(told(other, one))) == (1 if fold(one) == fold(other) else 2)


@given(st.permutations(["C", "C++", "C#", "c", "c++", "c#"]))
def test_c_and_its_children_never_merge(names: list[str]) -> None:
    """A4."""
    graph = told(*names)
    assert sorted(fold(entity.name) for entity in graph) == ["c", "c#", "c++"]
    assert all(item.state is State.ACTIVE for entity in graph for item in entity.items)


@given(st.lists(NAMES, min_size=1, max_size=6))
def test_every_name_that_was_told_is_found_again(names: list[str]) -> None:
    """A1, A4."""
    graph = told(*names)
    for name in names:
        assert [entity for entity in graph.candidates(name) if fold(entity.name) == fold(name)]
    assert sum(len(entity.items) for entity in graph) == len(names)
