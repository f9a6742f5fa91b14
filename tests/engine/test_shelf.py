"""Several items at once, and older values: pin, move, forget, restore, on the real file."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import Database, LearningMachine
from engine.errors import InvalidInput, NotFound
from engine.item import Item, State
from tests.engine.conftest import ALL


@pytest.fixture
def machine(db: Database) -> LearningMachine:
    return LearningMachine(db, **ALL)


def write(machine: LearningMachine, text: str, store: str = "user_memory", **data: str) -> Item:
    return machine.write(store, text, user_id="u1", **data).items[0]


def texts(machine: LearningMachine, store: str | None = None, state: str = "active") -> set[str]:
    return {item.text for item in machine.items(store, state)}


def test_pinning_several_is_one_act_that_undo_takes_back(machine: LearningMachine) -> None:
    one, two = write(machine, "Likes tea."), write(machine, "Runs on Tuesdays.")
    changed = machine.pin([one.id, two.id])
    assert all(machine.item(i).data["pinned"] for i in (one.id, two.id))
    assert machine.item(one.id).updated_at == one.updated_at
    machine.undo(changed.act)
    assert not any(machine.item(i).data.get("pinned") for i in (one.id, two.id))


def test_what_is_pinned_stays_pinned_by_an_edit_and_comes_along_with_an_export(
    machine: LearningMachine, tmp_path: Path
) -> None:
    item = write(machine, "Likes tea.")
    machine.pin([item.id])
    machine.edit(item.id, text="Likes green tea.")
    machine.export(tmp_path / "all.json")
    with Database(tmp_path / "other.duckdb") as other:
        there = LearningMachine(other, **ALL)
        there.import_(tmp_path / "all.json")
        assert [i.data.get("pinned") for i in there.items()] == [True]


def test_unpinning_leaves_no_trace_in_the_data(machine: LearningMachine) -> None:
    item = write(machine, "Likes tea.")
    machine.pin([item.id])
    machine.pin([item.id], False)
    assert machine.item(item.id) == item


def test_pinning_what_is_pinned_already_is_refused(machine: LearningMachine) -> None:
    item = write(machine, "Likes tea.")
    machine.pin([item.id])
    with pytest.raises(InvalidInput, match="pinned already"):
        machine.pin([item.id])


def test_forgetting_several_is_one_act_with_one_undo(machine: LearningMachine) -> None:
    ids = [write(machine, text).id for text in ("One thing.", "Two things.", "Three things.")]
    changed = machine.forget_all(ids)
    assert texts(machine) == set()
    machine.undo(changed.act)
    assert len(texts(machine)) == 3


def test_forgetting_several_of_which_one_is_gone_changes_nothing(machine: LearningMachine) -> None:
    item = write(machine, "Likes tea.")
    with pytest.raises(NotFound):
        machine.forget_all([item.id, "nobody"])
    assert texts(machine) == {"Likes tea."}


def test_an_item_moves_into_another_store_in_that_store_s_shape(machine: LearningMachine) -> None:
    item = write(machine, "Rebase before a review.")
    changed = machine.move([item.id], "learned_knowledge")
    moved = machine.item(item.id)
    assert (moved.store, moved.kind, moved.data["title"]) == (
        "learned_knowledge", "insight", "Rebase before a review.",
    )  # fmt: skip
    assert (moved.origin, moved.created_at) == (item.origin, item.created_at)
    assert [hit.id for hit in machine.search("rebase", user_id="u1")] == [item.id]
    machine.undo(changed.act)
    assert machine.item(item.id) == item


def test_an_entity_s_fact_that_moves_still_says_whom_it_is_about(machine: LearningMachine) -> None:
    item = write(machine, "leads the harbour project", "entity_memory", subject="Ana")
    machine.move([item.id], "user_memory")
    assert "Ana" in machine.item(item.id).text


def test_nothing_is_moved_into_a_store_that_needs_more_than_a_sentence(machine: LearningMachine) -> None:
    item = write(machine, "Likes tea.")
    with pytest.raises(InvalidInput, match="user_profile"):
        machine.move([item.id], "user_profile")


def test_a_forgotten_item_comes_back_as_it_was(machine: LearningMachine) -> None:
    item = write(machine, "Likes tea.")
    machine.forget(item.id)
    machine.restore(item.id)
    back = machine.item(item.id)
    assert (back.state, back.text, back.valid_to, back.origin) == (State.ACTIVE, item.text, None, item.origin)


def test_a_restored_value_takes_its_slot_back_from_the_one_that_followed(machine: LearningMachine) -> None:
    lisbon = write(machine, "Lisbon", "user_profile", key="home")
    porto = write(machine, "Porto", "user_profile", key="home")
    changed = machine.restore(lisbon.id)
    assert texts(machine) == {"Home: Lisbon"}
    assert machine.item(porto.id).superseded_by == lisbon.id
    machine.undo(changed.act)
    assert texts(machine) == {"Home: Porto"}


def test_an_older_wording_is_restored_from_the_history(machine: LearningMachine) -> None:
    item = write(machine, "Likes tea.")
    machine.pin([item.id])
    machine.edit(item.id, text="Likes coffee.")
    first = machine.history(item.id)[0]
    machine.restore(item.id, first.id)
    back = machine.item(item.id)
    assert back.text == "Likes tea."
    assert back.data["pinned"]
    assert len(machine.history(item.id)) == 4


def test_restoring_what_is_in_force_is_refused(machine: LearningMachine) -> None:
    item = write(machine, "Likes tea.")
    with pytest.raises(InvalidInput, match="how it is now"):
        machine.restore(item.id)


def test_several_come_back_as_one_act(machine: LearningMachine) -> None:
    ids = [write(machine, text).id for text in ("One thing.", "Two things.")]
    machine.forget_all(ids)
    changed = machine.restore(ids)
    assert len(texts(machine)) == 2
    machine.undo(changed.act)
    assert texts(machine) == set()


def test_the_story_of_a_value_includes_those_it_replaced(machine: LearningMachine) -> None:
    write(machine, "Lisbon", "user_profile", key="home")
    write(machine, "Porto", "user_profile", key="home")
    faro = write(machine, "Faro", "user_profile", key="home")
    story = machine.story(faro.id)
    made = [r.after.text for r in story if r.before is None and r.after is not None]
    assert made == ["Home: Lisbon", "Home: Porto", "Home: Faro"]


def test_what_an_act_wrote_is_told_as_it_is_now(machine: LearningMachine) -> None:
    changed = machine.write("user_memory", "Likes tea.", user_id="u1")
    machine.forget(changed.items[0].id)
    assert [i.state for i in machine.touched(changed.act)] == [State.FORGOTTEN]


def test_a_renamed_entity_keeps_its_facts_edges_and_old_name(machine: LearningMachine) -> None:
    book = machine.entities("u1")
    book.describe("Liz", type="person")
    book.remember("Liz", "runs")
    book.link("Ben", "admires", "Liz")
    changed = book.rename("Liz", "Elizabeth Moss")
    one = book.get("Liz")
    assert (one.name, one.aliases) == ("Elizabeth Moss", ("Liz",))
    assert {i.text for i in one.items} == {"runs"}
    assert [edge.other for edge in book.page("Ben").relationships] == ["Elizabeth Moss"]
    machine.undo(changed.act)
    assert book.get("Liz").name == "Liz"


def test_an_entity_is_not_given_another_one_s_name(machine: LearningMachine) -> None:
    book = machine.entities("u1")
    book.describe("Liz", type="person")
    book.describe("Ben", type="person")
    with pytest.raises(InvalidInput, match="Merge the two"):
        book.rename("Liz", "Ben")


def test_what_no_longer_holds_of_an_entity_is_its_past(machine: LearningMachine) -> None:
    book = machine.entities("u1")
    book.remember("Harbor", "database: MySQL", type="project")
    book.remember("Harbor", "database: Postgres", type="project")
    assert [i.text for i in book.past("Harbor")] == ["database: MySQL"]
    assert [i.text for i in book.page("Harbor").facts] == ["database: Postgres"]


def test_a_row_that_was_merged_away_is_not_restored_alone(machine: LearningMachine) -> None:
    book = machine.entities("u1")
    book.describe("Liz", type="person")
    book.describe("Elizabeth", type="person")
    row = book.get("Liz").row
    assert row is not None
    book.merge("Elizabeth", "Liz")
    with pytest.raises(InvalidInput, match="merged"):
        machine.restore(row.id)
