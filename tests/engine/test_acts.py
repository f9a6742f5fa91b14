"""Accept, edit, reject, forget, undo, history: every act on items, on the real file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine import Database, LearningMachine, LearningMode
from engine.errors import AccessRefused, InvalidInput, NotFound
from engine.events import Changed
from engine.item import Origin, State


def propose(machine: LearningMachine, text: str = "Please remember that I drink tea without milk.") -> str:
    """A proposal in user_memory; returns its id."""
    machine.set_mode("user_memory", LearningMode.PROPOSE)
    changed = machine.write("user_memory", text, "u1")
    item = changed.items[0]
    machine.db.items.record("test", [(item, replace(item, state=State.PROPOSED))], by="test")
    return item.id


def test_a_profile_field_is_one_slot_and_the_old_value_stays_in_the_history(machine: LearningMachine) -> None:
    old = machine.write("user_profile", "Alex", "u1", key="name").items[0]
    new = machine.write("user_profile", "Alexandra", "u1", key="name").items[0]
    assert [item.text for item in machine.items("user_profile")] == ["Name: Alexandra"]
    ended = machine.item(old.id)
    assert (ended.state, ended.superseded_by) == (State.SUPERSEDED, new.id)
    assert ended.valid_to is not None


def test_undo_goes_several_steps_back_and_survives_a_restart(machine: LearningMachine, path: Path) -> None:
    item = machine.write("user_memory", "Likes tea", "u1").items[0]
    machine.edit(item.id, "Likes green tea")
    machine.forget(item.id)
    machine.db.close()
    with Database(path) as db:
        again = LearningMachine(db, user_memory=True)
        again.undo()
        assert [i.text for i in again.items()] == ["Likes green tea"]
        again.undo()
        assert [i.text for i in again.items()] == ["Likes tea"]
        again.undo()
        assert again.items(state=None) == []
        assert again.undo() is None


def test_an_edited_item_says_that_it_was_written_and_keeps_its_quote(machine: LearningMachine) -> None:
    item = machine.write("user_memory", "Likes tea", "u1").items[0]
    machine.edit(item.id, "Likes coffee")
    edited = machine.item(item.id)
    assert (edited.text, edited.origin) == ("Likes coffee", Origin.WRITTEN)
    assert [revision.action for revision in machine.history(item.id)] == ["write", "edit"]


def test_an_edited_item_is_found_by_its_new_words_only(machine: LearningMachine) -> None:
    item = machine.write("user_memory", "Plays the bassoon", "u1").items[0]
    machine.edit(item.id, "Plays the trombone")
    assert machine.search("trombone", user_id="u1")[0].id == item.id
    assert all("words" not in hit.why for hit in machine.search("bassoon", user_id="u1"))


def test_an_empty_edit_is_refused_and_changes_nothing(machine: LearningMachine) -> None:
    item = machine.write("user_memory", "Likes tea", "u1").items[0]
    with pytest.raises(InvalidInput, match="empty"):
        machine.edit(item.id, "  ")
    assert machine.item(item.id) == item


def test_a_proposal_is_in_no_context_no_search_and_no_export_until_accepted(
    machine: LearningMachine, tmp_path: Path
) -> None:
    """B1."""
    item_id = propose(machine)
    assert machine.items() == []
    assert machine.search("tea milk", user_id="u1") == []
    assert machine.build_context("How do I drink my tea?", "u1", "s9").text == ""
    assert machine.export(tmp_path / "out.json") == 0
    machine.accept(item_id)
    assert [item.id for item in machine.items()] == [item_id]
    assert machine.search("tea milk", user_id="u1")[0].id == item_id


def test_only_a_proposal_can_be_accepted(machine: LearningMachine) -> None:
    item = machine.write("user_memory", "Likes tea", "u1").items[0]
    with pytest.raises(InvalidInput, match="Only a proposal"):
        machine.accept(item.id)


def test_a_rejected_proposal_leaves_the_inbox_and_undo_brings_it_back(machine: LearningMachine) -> None:
    item_id = propose(machine)
    machine.reject(item_id)
    assert machine.items(state="proposed") == []
    machine.undo()
    assert [item.id for item in machine.items(state="proposed")] == [item_id]


def test_an_unknown_id_is_told_by_name(machine: LearningMachine) -> None:
    with pytest.raises(NotFound, match="nonsense"):
        machine.forget("nonsense")


def test_without_a_user_nothing_private_is_read_or_written(machine: LearningMachine) -> None:
    """A18."""
    for act in (
        lambda: machine.write("user_memory", "x", ""),
        lambda: machine.search("x"),
        lambda: machine.build_context("x"),
        lambda: machine.process([{"role": "user", "content": "x"}]),
    ):
        with pytest.raises(AccessRefused, match="user"):
            act()


def test_one_user_never_sees_what_another_said(machine: LearningMachine) -> None:
    """A18, B11."""
    machine.write("user_memory", "Collects porcelain owls", "u1")
    assert machine.items(user_id="u2") == []
    assert machine.search("porcelain owls", user_id="u2") == []
    assert machine.build_context("porcelain owls", "u2", "s").items == ()


def test_a_deleted_chat_comes_back_with_undo(machine: LearningMachine) -> None:
    chat = machine.db.create_chat("u1", "Tea")
    machine.db.delete_chat(chat.id)
    assert machine.db.chats("u1") == []
    machine.undo()
    assert [c.title for c in machine.db.chats("u1")] == ["Tea"]


def test_each_write_is_announced_after_its_commit(machine: LearningMachine) -> None:
    heard: list[Changed] = []
    end = machine.db.subscribe(heard.append)
    item = machine.write("user_memory", "Likes tea", "u1").items[0]
    machine.forget(item.id)
    end()
    machine.undo()
    assert [change.action for change in heard] == ["write", "forget"]


def test_an_export_comes_back_exactly_in_an_empty_database(machine: LearningMachine, tmp_path: Path) -> None:
    """C14."""
    machine.write("user_profile", "Alex", "u1", key="name")
    machine.write("decision_log", "Take the ferry", "u1")
    assert machine.export(tmp_path / "out.json") == 2
    with Database(tmp_path / "other.duckdb") as db:
        other = LearningMachine(db, user_profile=True)
        other.import_(tmp_path / "out.json")
        assert set(map(repr, other.items())) == set(map(repr, machine.items()))
        other.undo()
        assert other.items() == []


def test_what_was_known_then_is_told_as_of_then(machine: LearningMachine) -> None:
    """C2."""
    item = machine.write("user_memory", "Likes tea", "u1").items[0]
    moment = machine.history(item.id)[-1].at
    machine.edit(item.id, "Likes coffee")
    assert [i.text for i in machine.db.items.known_at(moment)] == ["Likes tea"]
    assert [i.text for i in machine.items()] == ["Likes coffee"]
