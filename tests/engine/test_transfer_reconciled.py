"""What is imported is compared with what is known as what is said is: names, slots, repeats; and accepting carries it out."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from engine import Database, LearningMachine
from engine.item import Item, State
from engine.transfer import Report
from models import Embedder
from tests.engine.conftest import ALL
from tests.engine.samples.databases import AGNO, MOMENT
from tests.engine.test_transfer_foreign import claude_file


def agno(path: Path, *contents: dict[str, Any], kind: str = "entity_memory") -> Path:
    """An Agno database with these entities (or others of `kind`) of Ana's."""
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(AGNO.format(learnings="agno_learnings"))
        for number, content in enumerate(contents):
            key, entity = f"row{number}", content.get("entity_id")
            values = (key, kind, "user", "ana", None, None, None, None, entity, content.get("entity_type"))
            row = (*values, json.dumps(content), "null", MOMENT, MOMENT)
            database.execute(f"INSERT INTO agno_learnings VALUES ({', '.join('?' * 14)})", row)
    return path


def entity(name: str, *facts: str, kind: str = "person", **more: Any) -> dict[str, Any]:
    """An entity as Agno keeps it."""
    told = [{"id": f"f{number}", "content": text} for number, text in enumerate(facts)]
    return {"entity_id": name.lower().replace(" ", "_"), "entity_type": kind, "name": name, "facts": told, **more}


def imported(machine: LearningMachine, path: Path) -> tuple[Report, list[Item]]:
    """The report and the proposals; a dry run must have told exactly the same."""
    told = machine.import_(path, "ana", dry_run=True)
    done = machine.import_(path, "ana")
    assert (told.kinds, told.reasons) == (done.kinds, done.reasons)
    said = [[(i.id, i.subject, i.key, i.text, i.replaces) for i in report.items] for report in (told, done)]
    assert said[0] == said[1]
    return done, list(done.items)


def test_a_fact_about_an_entity_known_by_another_name_goes_to_that_entity(
    machine: LearningMachine, tmp_path: Path
) -> None:
    """C14."""
    machine.entities("ana").remember("Sarah Chen", "Designs bridges", "person")
    machine.entities("ana").describe("Sarah Chen", aliases=["Sally"])
    _, (offer,) = imported(machine, agno(tmp_path / "a.db", entity("Sally", "Lives in Porto")))
    assert (offer.subject, offer.data["type"]) == ("Sarah Chen", "person")
    machine.accept(offer.id)
    page = machine.entities("ana").get("Sarah Chen")
    assert {item.text for item in page.items} == {"Designs bridges", "Lives in Porto"}


def test_another_spelling_stays_with_the_fact_and_becomes_an_alias(machine: LearningMachine, tmp_path: Path) -> None:
    machine.entities("ana").remember("José Núñez", "Designs bridges", "person")
    _, (offer,) = imported(machine, agno(tmp_path / "a.db", entity("Jose Nunez", "Lives in Porto")))
    assert (offer.subject, offer.data["as"]) == ("José Núñez", "Jose Nunez")


def test_a_fact_whose_slot_is_filled_names_what_it_would_replace_and_does_when_accepted(
    machine: LearningMachine, tmp_path: Path
) -> None:
    """C14, B14."""
    held = machine.entities("ana").remember("Harbor", "database: MySQL", "project").learned[0]
    _, (offer,) = imported(machine, agno(tmp_path / "a.db", entity("Harbor", "Database: PostgreSQL", kind="project")))
    assert (offer.key, offer.data["value"], offer.replaces) == ("database", "PostgreSQL", held.id)
    assert machine.item(held.id).state is State.ACTIVE
    machine.accept(offer.id)
    assert [i.text for i in machine.items("entity_memory")] == ["Database: PostgreSQL"]
    old = machine.item(held.id)
    assert (old.state, old.superseded_by) == (State.SUPERSEDED, offer.id)
    machine.undo()
    assert [i.text for i in machine.items("entity_memory")] == ["database: MySQL"]


def test_the_value_that_is_held_already_is_known(machine: LearningMachine, tmp_path: Path) -> None:
    machine.entities("ana").remember("Harbor", "database: MySQL", "project")
    report, offers = imported(
        machine, agno(tmp_path / "a.db", entity("Harbor", "Harbor's database: MySQL", kind="project"))
    )
    assert offers == []
    assert report.kinds["entity_memory"].known == 1


def test_of_two_values_of_one_slot_in_the_file_the_later_is_offered(machine: LearningMachine, tmp_path: Path) -> None:
    facts = entity("Harbor", "database: MySQL", "database: PostgreSQL", kind="project")
    for number, fact in enumerate(facts["facts"]):
        fact["created_at"] = f"2025-05-0{number + 1}T10:00:00Z"
    report, offers = imported(machine, agno(tmp_path / "a.db", facts))
    assert [item.data["value"] for item in offers] == ["PostgreSQL"]
    assert report.reasons == {"it is an older value of the same field": 1}


def test_an_entitys_own_row_is_joined_with_the_one_that_is_here(machine: LearningMachine, tmp_path: Path) -> None:
    machine.entities("ana").remember("Harbor", "Opened in May", "project")
    book = machine.entities("ana")
    book.describe("Harbor", "A boat yard")
    book.describe("Harbor", aliases=["the yard"])
    more = entity(
        "Harbor", kind="project", description="Something else", aliases=["the dock"], properties={"slips": "14"}
    )
    _, (offer,) = imported(machine, agno(tmp_path / "a.db", more))
    machine.accept(offer.id)
    (row,) = (item for item in machine.items("entity_memory") if item.kind == "entity")
    assert row.data["description"] == "A boat yard"
    assert row.data["aliases"] == ["the yard", "the dock"]
    assert row.data["properties"] == {"slips": "14"}
    _, again = imported(machine, agno(tmp_path / "b.db", {**more, "extra": 1}))
    assert again == []


def test_a_relationship_points_at_the_entity_that_is_known(machine: LearningMachine, tmp_path: Path) -> None:
    machine.entities("ana").remember("Harbor Yard", "Opened in May", "company")
    machine.entities("ana").describe("Harbor Yard", aliases=["Harbor"])
    edge = {"id": "r", "entity_id": "harbor", "relation": "works_at", "direction": "outgoing"}
    _, (offer,) = imported(machine, agno(tmp_path / "a.db", entity("Ivo Marin", relationships=[edge])))
    assert offer.data["other"] == "Harbor Yard"


def test_a_correction_said_elsewhere_names_the_memory_it_would_retire(machine: LearningMachine, tmp_path: Path) -> None:
    kept = machine.write("user_memory", "Works at the mill", "ana").items[0]
    machine.db.items.record("test", [(kept, _since(kept, 2020))], by="test")
    path = claude_file(tmp_path / "c.json", "Actually I no longer work at the mill, I work at the bakery now.")
    _, offers = imported(machine, path)
    assert kept.id in {offer.replaces for offer in offers}


def _since(item: Item, year: int) -> Item:
    from dataclasses import replace
    from datetime import datetime

    return replace(item, valid_from=datetime(year, 1, 1))


def test_a_backup_finds_its_entities_under_the_names_they_have_here(
    machine: LearningMachine, tmp_path: Path, embedder: Embedder
) -> None:
    """C14."""
    machine.entities("ana").remember("Sally", "Lives in Porto", "person")
    machine.export(tmp_path / "out.json")
    with Database(tmp_path / "other.duckdb") as db:
        other = LearningMachine(db, embedder=embedder, **ALL)
        other.entities("ana").remember("Sarah Chen", "Designs bridges", "person")
        other.entities("ana").describe("Sarah Chen", aliases=["Sally"])
        other.import_(tmp_path / "out.json")
        assert {i.subject for i in other.items("entity_memory")} == {"Sarah Chen"}


def test_a_backup_never_makes_two_values_of_an_entitys_slot(
    machine: LearningMachine, tmp_path: Path, embedder: Embedder
) -> None:
    machine.entities("ana").remember("Harbor", "database: MySQL", "project")
    machine.export(tmp_path / "out.json")
    with Database(tmp_path / "other.duckdb") as db:
        other = LearningMachine(db, embedder=embedder, **ALL)
        held = other.entities("ana").remember("Harbor", "database: PostgreSQL", "project").learned[0]
        other.import_(tmp_path / "out.json")
        (offer,) = other.items(state="proposed")
        assert (offer.text, offer.replaces) == ("database: MySQL", held.id)


@pytest.mark.parametrize("wording", ["Keeps bees behind the house.", "keeps bees behind the house"])
def test_what_is_known_is_recognised_as_a_repeat(machine: LearningMachine, tmp_path: Path, wording: str) -> None:
    machine.write("user_memory", "Keeps bees behind the house", "ana")
    memories = {"user_id": "ana", "memories": [{"id": "m", "content": wording}]}
    report, offers = imported(machine, agno(tmp_path / "a.db", memories, kind="user_memory"))
    assert (offers, report.kinds["user_memory"].known) == ([], 1)


def test_a_goal_and_a_summary_in_the_same_words_are_two_things(machine: LearningMachine, tmp_path: Path) -> None:
    context = {"session_id": "s1", "summary": "Build a hive", "goal": "Build a hive"}
    _, offers = imported(machine, agno(tmp_path / "a.db", context, kind="session_context"))
    assert {offer.key for offer in offers} == {"summary", "goal"}
