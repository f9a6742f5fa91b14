"""Entities by hand, on the real file: who is who, edges, slots, forgetting, archiving, pages, search, users."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from engine import Database, EntityMemoryConfig, LearningMachine
from engine.entities.book import Entities
from engine.errors import AccessRefused, InvalidInput, NotFound
from engine.item import Item, State
from tests.engine.conftest import ALL


@pytest.fixture
def machine(db: Database) -> LearningMachine:
    """All six stores, without a model and an embedder: identity needs neither."""
    return LearningMachine(db, **ALL)


@pytest.fixture
def entities(machine: LearningMachine) -> Entities:
    """What u1 sees."""
    return machine.entities("u1")


def names(entities: Entities) -> set[str]:
    return {entity.qualified for entity in entities.all()}


def facts(entities: Entities, name: str) -> list[str]:
    return [item.text for item in entities.page(name).facts]


def everything(machine: LearningMachine) -> list[Item]:
    return machine.items("entity_memory", state=None)


def test_another_spelling_is_the_same_entity_and_becomes_an_alias(entities: Entities) -> None:
    """A1."""
    entities.remember("Sarah Chen", "designs bridges")
    entities.remember("sarah chen", "plays the cello")
    assert facts(entities, "SARAH CHEN") == ["plays the cello", "designs bridges"]
    assert entities.get("Sarah Chen").aliases == ("sarah chen",)
    assert len(entities.all()) == 1


def test_a_first_name_means_the_one_who_bears_it(entities: Entities) -> None:
    """A1."""
    entities.remember("Sarah Chen", "designs bridges")
    entities.remember("Sarah", "plays the cello")
    assert facts(entities, "Sarah") == ["plays the cello", "designs bridges"]
    assert entities.get("Sarah").aliases == ()


def test_a_first_name_that_two_bear_is_refused_with_both_names(entities: Entities) -> None:
    """A4, A2."""
    entities.remember("Anna Müller", "likes tea")
    entities.remember("Anna Möller", "likes coffee")
    with pytest.raises(InvalidInput, match=r"Anna Müller.*Anna Möller"):
        entities.remember("Anna", "likes rain")
    assert [facts(entities, name) for name in ("Anna Müller", "Anna Möller")] == [["likes tea"], ["likes coffee"]]


def test_a_street_has_no_first_name(entities: Entities) -> None:
    entities.remember("Harbor Street", "is closed")
    entities.remember("Harbor", "ships in May")
    assert names(entities) == {"thing/Harbor Street", "thing/Harbor"}


def test_two_words_for_a_type_are_one_and_two_types_are_two_entities(
    machine: LearningMachine, entities: Entities
) -> None:
    """A2."""
    entities.remember("Ana", "likes tea", type="person")
    entities.remember("Ana", "runs", type="people")
    entities.remember("project/Harbor", "ships in May")
    entities.remember("company/Harbor", "sells boats")
    assert names(entities) == {"person/Ana", "project/Harbor", "company/Harbor"}
    before = everything(machine)
    acts: Sequence[Callable[[], object]] = (
        lambda: entities.remember("Harbor", "is red"),
        lambda: entities.link("Harbor", "owns", "Ana"),
        lambda: entities.link("Ana", "owns", "Harbor"),
        lambda: entities.describe("Harbor", "a name"),
        lambda: entities.forget("Harbor", "ships"),
        lambda: entities.archive("Harbor"),
        lambda: entities.merge("Ana", "Harbor"),
        lambda: entities.get("Harbor"),
    )
    for act in acts:
        with pytest.raises(InvalidInput, match=r"project/Harbor or company/Harbor"):
            act()
    assert everything(machine) == before
    assert facts(entities, "projects/harbor") == ["ships in May"]


def test_a_slash_in_a_name_is_no_type(entities: Entities) -> None:
    """A3."""
    entities.remember("AC/DC", "played in Lisbon")
    entities.remember("person/Angus", "plays in AC/DC")
    assert names(entities) == {"thing/AC/DC", "person/Angus"}
    assert facts(entities, "ac/dc") == ["played in Lisbon"]


def test_accents_are_forgiven_and_identity_is_not(entities: Entities) -> None:
    """A4."""
    entities.remember("Muñoz", "likes tea")
    assert facts(entities, "Munoz") == ["likes tea"]
    several = ("C", "C++", "C#", "Anna Müller", "Anna Möller", "李 Ming", "Ming")
    for name in several:
        entities.remember(name, f"is {name}")
    assert len(entities.all()) == 1 + len(several)
    assert [facts(entities, name) for name in several] == [[f"is {name}"] for name in several]


def test_what_is_only_linked_to_gets_its_type_when_it_is_told(entities: Entities) -> None:
    """A5."""
    entities.link("Sarah Chen", "works at", "Acme")
    assert entities.get("Acme").type == ""
    entities.describe("Acme", "makes anvils", type="company")
    entities.remember("person/Sarah Chen", "likes tea")
    assert names(entities) == {"company/Acme", "person/Sarah Chen"}
    assert entities.get("Acme").description == "makes anvils"
    assert [edge.other for edge in entities.page("company/Acme").relationships] == ["Sarah Chen"]
    assert [edge.other for edge in entities.page("person/Sarah Chen").relationships] == ["Acme"]


def test_two_placeholders_on_one_edge_are_typed_in_one_act(entities: Entities) -> None:
    """A5."""
    entities.link("Ana", "leads", "Harbor")
    entities.link("person/Ana", "owns", "company/Harbor")
    assert names(entities) == {"person/Ana", "company/Harbor"}
    assert {edge.relation for edge in entities.page("Harbor").relationships} == {"leads", "owns"}


def test_the_same_link_is_one_edge_and_another_relation_a_second(entities: Entities) -> None:
    """A6."""
    assert entities.link("Ana", "works at", "Acme").learned
    assert entities.link("ana", "works_at", "ACME").repeated
    assert entities.link("Ana", "founded", "Acme").learned
    with pytest.raises(InvalidInput, match="itself"):
        entities.link("Ana", "knows", "ana")
    edges = [(edge.relation, edge.other, edge.outgoing) for edge in entities.page("Ana").relationships]
    assert edges == [("founded", "Acme", True), ("works at", "Acme", True)]
    back = [(edge.relation, edge.other, edge.outgoing) for edge in entities.page("Acme").relationships]
    assert back == [("founded", "Ana", False), ("works at", "Ana", False)]


def test_a_link_back_is_another_edge(entities: Entities) -> None:
    """A6."""
    entities.link("Ana", "knows", "Bea")
    assert entities.link("Bea", "knows", "Ana").learned
    assert len(entities.page("Ana").relationships) == 2


def test_a_key_has_one_current_value_and_the_old_one_is_kept(machine: LearningMachine, entities: Entities) -> None:
    """A7."""
    old = entities.remember("Harbor", "database: MySQL").learned[0]
    new = entities.remember("Harbor", "Harbor's database: Postgres").learned[0]
    ended = machine.item(old.id)
    assert (ended.state, ended.superseded_by) == (State.SUPERSEDED, new.id)
    assert ended.valid_to is not None
    page = "\n".join(entities.page("Harbor").lines())
    assert "Postgres" in page
    assert "MySQL" not in page
    machine.undo()
    assert facts(entities, "Harbor") == ["database: MySQL"]


@pytest.mark.parametrize(("one", "other"), [("vegan: yes", "vegan: no"), ("status: on", "status: off")])
def test_a_value_without_meaning_for_search_is_still_another_value(entities: Entities, one: str, other: str) -> None:
    """A7."""
    entities.remember("Harbor", one)
    entities.remember("Harbor", other)
    assert facts(entities, "Harbor") == [other]


def test_the_keys_of_two_entities_do_not_meet(entities: Entities) -> None:
    """A7, A2."""
    entities.remember("Harbor", "database: MySQL")
    entities.remember("project/Harbor", "language: Python")
    entities.remember("company/Harbor", "database: Oracle")
    assert set(facts(entities, "project/Harbor")) == {"database: MySQL", "language: Python"}


def test_a_fact_without_a_key_retires_nothing_by_itself(entities: Entities) -> None:
    """A7."""
    entities.remember("Ana", "likes tea")
    entities.remember("Ana", "likes green tea")
    entities.remember("Ana", "does not like tea")
    assert len(facts(entities, "Ana")) == 3


@pytest.mark.parametrize("answer", [RuntimeError("no idea"), ["nonsense"], None, [0]], ids=str)
def test_a_judge_that_fails_retires_nothing(db: Database, answer: object) -> None:
    """A8."""

    def judge(new: Item, known: Sequence[Item]) -> Sequence[str]:
        if isinstance(answer, Exception):
            raise answer
        return [known[0].id, *answer] if isinstance(answer, list) else answer  # type: ignore[return-value]

    entities = LearningMachine(db, entity_memory=True, judge=judge).entities("u1")
    entities.remember("Ana", "lives in Lisbon")
    assert entities.remember("Ana", "lives in Porto").learned
    assert facts(entities, "Ana") == ["lives in Porto", "lives in Lisbon"]


def test_a_judge_decides_what_is_outdated_among_the_facts_of_the_entity(db: Database) -> None:
    """A8, A9."""
    asked: list[tuple[str, list[str]]] = []

    def judge(new: Item, known: Sequence[Item]) -> Sequence[str]:
        asked.append((new.text, [item.text for item in known]))
        return [item.id for item in known if "lives" in item.text and "lives" in new.text]

    entities = LearningMachine(db, entity_memory=True, judge=judge).entities("u1")
    for name, fact in (("Ana", "lives in Lisbon"), ("Ben", "lives in Rome"), ("Ana", "likes tea")):
        entities.remember(name, fact)
    entities.remember("Ana", "lives in Porto")
    entities.remember("Ana", "lives in Porto")
    assert facts(entities, "Ana") == ["lives in Porto", "likes tea"]
    assert facts(entities, "Ben") == ["lives in Rome"]
    assert asked[-1] == ("lives in Porto", ["likes tea", "lives in Lisbon"])
    assert len(asked) == 2


def test_an_exact_repeat_adds_no_row_and_moves_count_and_date(machine: LearningMachine, entities: Entities) -> None:
    """A9."""
    item = entities.remember("Ana", "likes tea").learned[0]
    for text in ("likes tea", "Likes tea.", "Ana likes tea"):
        kept = entities.remember("ana", text)
        assert (kept.learned, kept.act, [i.id for i in kept.repeated]) == ((), 0, [item.id])
    again = machine.item(item.id)
    assert again.uses == 3
    assert again.last_used_at is not None
    assert len(everything(machine)) == 1


def test_forgetting_by_text_needs_one_match(machine: LearningMachine, entities: Entities) -> None:
    """A10."""
    entities.remember("Ana", "likes green tea")
    entities.remember("Ana", "likes black tea")
    entities.link("Ana", "works at", "Acme")
    before = everything(machine)
    with pytest.raises(InvalidInput, match=r"(?s)several.*black tea.*green tea"):
        entities.forget("Ana", "tea")
    with pytest.raises(NotFound, match=r"(?s)There is.*Acme.*black tea.*green tea"):
        entities.forget("Ana", "skiing")
    with pytest.raises(InvalidInput, match="empty"):
        entities.forget("Ana", " ")
    assert everything(machine) == before
    entities.forget("Ana", "green tea")
    entities.forget("Acme", "works at")
    assert facts(entities, "Ana") == ["likes black tea"]
    machine.undo()
    assert [edge.other for edge in entities.page("Ana").relationships] == ["Acme"]


def test_an_exact_text_is_forgotten_although_a_longer_one_holds_it(entities: Entities) -> None:
    """A10."""
    entities.remember("Ana", "likes tea")
    entities.remember("Ana", "likes tea with milk")
    entities.forget("Ana", "likes tea")
    assert facts(entities, "Ana") == ["likes tea with milk"]


def test_an_archived_entity_is_found_but_not_listed_and_comes_back_with_a_notice(
    machine: LearningMachine, entities: Entities
) -> None:
    """A11."""
    entities.remember("Ana", "likes tea")
    entities.remember("Ben", "likes coffee")
    entities.archive("Ana")
    assert entities.directory() == ["Ben"]
    assert [entity.name for entity in entities.all()] == ["Ben"]
    assert entities.context("What does Ana like?") == ["Ben"]
    assert machine.build_context("What does Ana like? tea?", "u1", "s").items == ()
    assert [found.entity.name for found in entities.search("tea")] == ["Ana"]
    assert entities.remember("Ana", "likes tea").notices == ()
    kept = entities.remember("ana", "plays the cello")
    assert kept.notices == ("Ana was archived; it is back.",)
    assert set(entities.directory()) == {"Ana", "Ben"}
    machine.undo()
    assert entities.directory() == ["Ben"]
    entities.revive("Ana")
    assert set(entities.directory()) == {"Ana", "Ben"}
    with pytest.raises(InvalidInput, match="not archived"):
        entities.revive("Ana")


def test_the_directory_lists_every_live_one_under_a_hundred_newer_archived_ones(
    db: Database, entities: Entities
) -> None:
    """A12."""
    for name in ("Ana", "Ben", "Cleo"):
        entities.remember(name, "likes tea")
    like = entities.describe("Dora", "x").items[0]
    data = {"archived": True, "type": "", "aliases": [], "description": "x"}
    rows = [
        Item(
            f"row{n}",
            like.store,
            "entity",
            f"Old{n}",
            f"Old{n}",
            data=data,
            user_id="u1",
            created_at=like.created_at,
            updated_at=like.updated_at,
        )
        for n in range(100)
    ]
    db.items.record("test", [(None, row) for row in rows], by="test")
    assert set(entities.directory(10)) == {"Ana", "Ben", "Cleo", "Dora"}
    assert entities.directory(3)[-1] == "(3 of 4)"
    assert len(entities.all(archived=True)) == 100


def test_a_page_shows_the_newest_ten_with_dates_and_says_how_many_there_are(entities: Entities) -> None:
    """A13."""
    for number in range(12):
        entities.remember("Ana", f"owns boat number {number}")
    lines = entities.page("Ana").lines()
    assert len(lines) == 12
    assert lines[1].endswith("owns boat number 11")
    assert all(line.startswith("- 20") for line in lines[1:11])
    assert "10 of 12" in lines[11]
    assert not any(line.endswith(("number 0", "number 1")) for line in lines)


def test_events_are_told_by_their_own_date(entities: Entities) -> None:
    """A13."""
    entities.remember("Ana", "moved to Porto", on=date(2024, 5, 1))
    entities.remember("Ana", "was born", on=date(1990, 1, 2))
    page = entities.page("Ana")
    assert [item.text for item in page.events] == ["was born", "moved to Porto"]
    assert page.events[0].valid_from is not None
    assert page.events[0].valid_from.year == 1990
    assert "- 2024-05-01: moved to Porto" in page.lines()


def test_a_message_expands_whom_it_names_and_any_other_gets_the_directory(
    machine: LearningMachine, entities: Entities
) -> None:
    """A14."""
    entities.describe("Alan Turing", type="person", aliases=["Al"])
    entities.remember("Alan Turing", "likes apples")
    assert any("likes apples" in line for line in entities.context("How is Al?"))
    assert any("likes apples" in line for line in entities.context("is alan turing in?"))
    assert entities.context("As always, hello") == ["Alan Turing (person)"]
    assert [i.text for i in machine.build_context("How is Al?", "u1", "s").items] == ["Alan Turing: likes apples"]
    assert machine.build_context("As always, hello", "u1", "s").items == ()


def test_an_expanded_entity_brings_the_edges_that_point_at_it(machine: LearningMachine, entities: Entities) -> None:
    """A14."""
    entities.link("Bea", "manages", "Harbor")
    assert [i.text for i in machine.build_context("News of Harbor?", "u1", "s").items] == ["Bea manages Harbor"]


def test_a_query_that_is_a_name_finds_its_bearer_first(entities: Entities) -> None:
    """A15."""
    entities.remember("Harbor", "ships in May")
    for number in range(5):
        entities.remember(f"Client{number}", "asked about Harbor")
    found = entities.search("harbor")
    assert found[0].entity.name == "Harbor"
    assert len(found) == 6


@pytest.mark.parametrize("query", ["facts", "content", "aliases", "subject", "data", "type", "relation", "user"])
def test_a_search_matches_no_name_of_a_field(entities: Entities, query: str) -> None:
    """A16."""
    entities.describe("Ana", "designs bridges", type="person", aliases=["Annie"], city="Porto")
    entities.link("Ana", "works at", "Acme")
    assert entities.search(query) == []


@pytest.mark.parametrize("query", ["PORTO", "annie", "Bridges", "tea-time", "北京", "acme", "munoz"])
def test_a_search_matches_values_whatever_case_separators_and_script(entities: Entities, query: str) -> None:
    """A16."""
    entities.describe("Ana Muñoz", "designs bridges", type="person", aliases=["Annie"], city="Porto")
    entities.remember("Ana Muñoz", "loves tea time in 北京市")
    entities.link("Ana Muñoz", "works at", "Acme")
    assert "Ana Muñoz" in [found.entity.name for found in entities.search(query)]


def test_a_closed_memory_is_an_error_and_not_nothing(machine: LearningMachine, entities: Entities) -> None:
    """A17."""
    machine.db.close()
    for act in (lambda: entities.search("x"), entities.all, lambda: entities.remember("Ana", "x")):
        with pytest.raises(Exception, match="closed"):
            act()


def test_two_users_never_meet(machine: LearningMachine, entities: Entities) -> None:
    """A18."""
    entities.remember("Sarah Chen", "likes tea")
    other = machine.entities("u2")
    assert (other.all(), other.search("Sarah Chen"), other.search("tea"), other.directory()) == ([], [], [], [])
    assert other.context("Sarah Chen") == []
    for act in (
        lambda: other.get("Sarah Chen"),
        lambda: other.forget("Sarah Chen", "likes tea"),
        lambda: other.archive("Sarah Chen"),
        lambda: other.merge("Sarah Chen", "Ana"),
    ):
        with pytest.raises(NotFound, match="none yet"):
            act()
    other.link("Ben", "knows", "Sarah Chen")
    assert entities.page("Sarah Chen").relationships == ()
    other.remember("Sarah Chen", "likes tea")
    assert len(machine.items("entity_memory", user_id="u1")) == 1


def test_without_a_user_every_private_operation_is_refused_and_a_number_is_a_user(machine: LearningMachine) -> None:
    """A18."""
    with pytest.raises(AccessRefused, match="user"):
        machine.entities("")
    machine.entities(123).remember("Ana", "likes tea")  # type: ignore[arg-type]
    assert facts(machine.entities("123"), "Ana") == ["likes tea"]


def test_a_shared_namespace_is_shared_and_a_private_one_is_not(path: Path) -> None:
    """A18."""
    with Database(path) as db:
        machine = LearningMachine(db, entity_memory=EntityMemoryConfig(namespace="team"))
        machine.entities("u1").remember("Harbor", "database: MySQL")
        machine.entities("u1", "user").remember("Ana", "likes tea")
        machine.entities("u2").remember("harbor", "database: Postgres")
        assert facts(machine.entities("u1"), "Harbor") == ["database: Postgres"]
        assert machine.entities("u2").get("Harbor").aliases == ("harbor",)
        assert machine.entities("u2", "user").all() == []
        assert len(machine.entities("u1").all()) == 1
        for namespace in ("global", "other"):
            with pytest.raises(AccessRefused, match="namespace"):
                machine.entities("u1", namespace)


def test_what_is_left_blank_stays_as_it_is(entities: Entities) -> None:
    """A20."""
    entities.describe("Ana", "designs bridges", type="person", aliases=["Annie"], city="Porto")
    entities.describe("Ana", aliases=["Nan"], city=" ", pet="Rex")
    ana = entities.get("Nan")
    assert (ana.description, ana.type, ana.aliases) == ("designs bridges", "person", ("Annie", "Nan"))
    assert ana.data["properties"] == {"city": "Porto", "pet": "Rex"}


def test_an_alias_that_is_anothers_name_is_refused(entities: Entities) -> None:
    entities.remember("Robert", "likes tea")
    entities.remember("Bob", "likes coffee")
    with pytest.raises(InvalidInput, match="thing/Bob"):
        entities.describe("Robert", aliases=["Bob"])
    entities.describe("Robert", aliases=["Robbie"])
    entities.remember("Robbie", "runs")
    assert facts(entities, "Robert") == ["runs", "likes tea"]


def test_a_qualified_name_with_another_type_is_given_that_type(entities: Entities) -> None:
    entities.remember("project/Harbor", "ships in May")
    entities.describe("project/Harbor", type="company")
    assert names(entities) == {"company/Harbor"}
    entities.remember("project/Harbor", "is late")
    with pytest.raises(InvalidInput, match="Merge"):
        entities.describe("project/Harbor", type="company")


def test_an_edited_row_and_an_edited_fact_keep_their_shape(machine: LearningMachine, entities: Entities) -> None:
    row = entities.describe("Ana", "designs bridges", type="person").items[0]
    machine.edit(row.id, "Ana (person): builds bridges")
    assert entities.get("Ana").description == "builds bridges"
    fact = entities.remember("Harbor", "database: MySQL").learned[0]
    machine.edit(fact.id, "database: Oracle")
    entities.remember("Harbor", "database: Postgres")
    assert facts(entities, "Harbor") == ["database: Postgres"]
    assert machine.history(fact.id)[-2].after is not None
