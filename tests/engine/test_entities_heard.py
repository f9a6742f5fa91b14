"""Entities as they are heard of in conversation: facts land on whom they are about, by any of their names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import Database, LearningMachine, LearningMode
from engine.entities.attach import slot_of
from engine.entities.book import Entities
from engine.errors import InvalidInput
from engine.item import Item, Origin, State
from engine.keeper import new_item
from engine.stores import EntityMemory
from engine.stores.entity_memory import role_of
from models import Embedder
from models.fake import FakeChat
from tests.engine.conftest import ALL


@pytest.fixture
def machine(db: Database) -> LearningMachine:
    return LearningMachine(db, **ALL)


@pytest.fixture
def entities(machine: LearningMachine) -> Entities:
    return machine.entities("u1")


def heard(machine: LearningMachine, *offers: tuple[str, str, str], state: State = State.ACTIVE) -> list[Item]:
    """What learning does with (name, type, text) drafts of one exchange; returns what was written."""
    store = EntityMemory()
    items = []
    for name, kind, text in offers:
        draft = store.draft(name, kind, "fact", text, text)
        item = new_item(store.name, draft.kind, draft.text, user_id="u1", subject=draft.subject, data=dict(draft.data))
        items.append((replace(item, origin=Origin.SAID, state=state, confidence=0.9), ""))
    kept = machine._keeper.keep(items, action="learn", by="learning")
    return [*kept.learned, *kept.proposed]


def test_what_is_heard_lands_on_the_entity_whatever_it_is_called(machine: LearningMachine, entities: Entities) -> None:
    """A1."""
    entities.describe("Sarah Chen", type="person", aliases=["Sally"])
    heard(machine, ("sarah chen", "person", "sarah chen likes tea"))
    heard(machine, ("Sally", "", "Sally plays the cello"), ("Sarah", "person", "Sarah moved to Porto"))
    assert {item.text for item in entities.page("Sarah Chen").facts} == {
        "sarah chen likes tea",
        "Sally plays the cello",
        "Sarah moved to Porto",
    }
    assert len(entities.all()) == 1


def test_several_facts_on_a_new_entity_in_one_act_make_one_entity_and_one_undo(
    machine: LearningMachine, entities: Entities
) -> None:
    """A19."""
    written = heard(
        machine, ("Ana", "person", "Ana likes tea"), ("ana", "person", "ana runs"), ("Ana", "person", "Ana likes tea")
    )
    assert len(written) == 2
    assert [entity.name for entity in entities.all()] == ["Ana"]
    assert [item.kind for item in machine.items("entity_memory")] == ["fact", "fact"]
    machine.undo()
    assert entities.all() == []


def test_a_guess_of_a_related_type_makes_no_second_entity(machine: LearningMachine, entities: Entities) -> None:
    """A2."""
    heard(machine, ("Acme", "company", "Acme makes anvils"))
    heard(machine, ("Acme", "organisation", "Acme moved to Porto"))
    heard(machine, ("Acme", "thing", "Acme pays well"))
    heard(machine, ("Acme", "place", "Acme is a village"))
    assert {entity.qualified: len(entity.items) for entity in entities.all()} == {"company/Acme": 3, "place/Acme": 1}


def test_what_is_heard_of_a_name_that_two_bear_goes_to_neither(machine: LearningMachine, entities: Entities) -> None:
    """A2."""
    entities.remember("project/Harbor", "ships in May")
    entities.remember("company/Harbor", "sells boats")
    heard(machine, ("Harbor", "", "Harbor is late"))
    heard(machine, ("Harbor", "", "Harbor is red"))
    assert {entity.qualified: len(entity.items) for entity in entities.all()} == {
        "project/Harbor": 1,
        "company/Harbor": 1,
        "thing/Harbor": 2,
    }
    entities.merge("project/Harbor", "thing/Harbor")
    assert len(entities.page("project/Harbor").facts) == 3


def test_my_sister_is_ana_once_that_was_said(machine: LearningMachine, entities: Entities) -> None:
    heard(machine, ("Ana", "person", "My sister Ana lives in Lisbon"))
    heard(machine, ("sister", "", "My sister is vegan"))
    assert len(entities.page("Ana").facts) == 2
    assert [i.text for i in machine.build_context("What can I cook for my sister?", "u1", "s").items] != []
    heard(machine, ("Bea", "person", "Bea is my sister"))
    heard(machine, ("sister", "", "My sister plays chess"))
    assert {entity.name: len(entity.items) for entity in entities.all()} == {"Ana": 2, "Bea": 1, "sister": 1}


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("My sister Ana lives in Lisbon", "sister"),
        ("my older sister, Ana, is here", "sister"),
        ("Our dog is called Ana", "dog"),
        ("Ana is my boss", "boss"),
        ("Ana, my neighbour, sold it", "neighbour"),
        ("My sister met Ana", ""),
        ("Ana likes my sister", ""),
        ("My sister Anabel", ""),
    ],
)
def test_a_role_is_read_only_where_it_names_the_entity(sentence: str, role: str) -> None:
    assert role_of("Ana", sentence) == role


def test_a_proposal_changes_no_entity_until_it_is_accepted(machine: LearningMachine, entities: Entities) -> None:
    """B1."""
    entities.remember("Harbor", "database: MySQL")
    entities.archive("Harbor")
    offered = heard(machine, ("harbor", "project", "database: Postgres"), state=State.PROPOSED)
    assert entities.get("Harbor").archived
    assert [item.text for item in entities.get("Harbor").items] == ["database: MySQL"]
    machine.accept(offered[0].id)
    assert names(entities) == ["project/Harbor"]
    assert [item.text for item in entities.page("Harbor").facts] == ["database: Postgres"]
    machine.undo()
    assert entities.get("Harbor").archived
    assert [item.text for item in entities.page("Harbor").facts] == ["database: MySQL"]


def names(entities: Entities) -> list[str]:
    return [entity.qualified for entity in entities.all()]


def test_a_relationship_that_is_heard_is_an_edge_and_one_to_itself_a_fact(
    machine: LearningMachine, entities: Entities
) -> None:
    """A6."""
    store = EntityMemory()
    for text in ("Ana works at Acme", "Ana works at Acme", "Ana, who is kind, met Bea"):
        draft = store.draft("Ana", "person", "relationship", text, text)
        item = new_item(store.name, draft.kind, draft.text, user_id="u1", subject="Ana", data=dict(draft.data))
        machine._keeper.keep([(item, "")], action="learn", by="learning")
    edges = [(edge.relation, edge.other) for edge in entities.page("Ana").relationships]
    assert edges == [("related to", "Bea"), ("works at", "Acme")]
    data = {"other": "ana", "relation": "knows", "type": "person"}
    item = new_item(store.name, "relationship", "Ana knows ana", user_id="u1", subject="Ana", data=data)
    kept = machine._keeper.keep([(item, "")], action="learn", by="learning")
    assert kept.learned[0].kind == "fact"


def test_a_dated_event_happened_on_its_day(machine: LearningMachine, entities: Entities) -> None:
    store = EntityMemory()
    draft = store.draft("Otieno", "person", "event", "Otieno sold his boat on Sunday (2025-03-02)")
    item = new_item(store.name, draft.kind, draft.text, user_id="u1", subject=draft.subject, data=dict(draft.data))
    machine._keeper.keep([(item, "")], action="learn", by="learning")
    event = entities.page("Otieno").events[0]
    assert event.valid_from is not None
    assert f"{event.valid_from:%Y-%m-%d}" == event.data["date"] == "2025-03-02"
    assert machine.db.query("SELECT CAST(date AS VARCHAR), type FROM entity_memory") == [("2025-03-02", "person")]


def test_in_a_conversation_a_fact_lands_on_the_entity_that_is_known(
    db: Database, writer: FakeChat, embedder: Embedder
) -> None:
    """A1."""
    machine = LearningMachine(db, model=writer, embedder=embedder, **ALL)
    entities = machine.entities("u1")
    entities.describe("Sarah Chen", "a colleague", type="person")
    said = "My colleague Sarah got promoted last week."
    machine.process([{"role": "user", "content": said}, {"role": "assistant", "content": "Nice."}], "u1", "s1")
    assert [item.quote for item in entities.get("Sarah Chen").items] == [said]
    assert "Sarah Chen (person): a colleague" in machine.build_context("How is Sarah?", "u1", "s2").text


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("database: MySQL", ("database", "MySQL")),
        ("Harbor's database: MySQL", ("database", "MySQL")),
        ("The Harbor Database: MySQL 8", ("database", "MySQL 8")),
        ("meets at 10:30", ("", "")),
        ("note: be kind", ("", "")),
        ("Harbor: ships in May", ("", "")),
        ("see https://example.org", ("", "")),
        ("what Ana said to me yesterday: hello", ("", "")),
    ],
)
def test_a_slot_is_what_stands_before_a_colon(text: str, slot: tuple[str, str]) -> None:
    """A7."""
    assert slot_of(text, "Harbor") == slot


def test_a_mode_that_asks_leaves_hand_written_facts_alone(machine: LearningMachine, entities: Entities) -> None:
    machine.set_mode("entity_memory", LearningMode.PROPOSE)
    assert entities.remember("Ana", "likes tea").learned
    with pytest.raises(InvalidInput, match="empty"):
        entities.remember("  ", "likes tea")
