"""Acts on one item, on behalf of a user: only its owner's are carried out. Without a user they are the file owner's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from engine import LearningMachine
from engine.errors import AccessRefused
from engine.item import Item, State

Act = Callable[[LearningMachine, Item, dict[str, Any]], object]

ACTS: dict[str, Act] = {
    "item": lambda m, item, of: m.item(item.id, **of),
    "edit": lambda m, item, of: m.edit(item.id, "likes black tea", **of),
    "forget": lambda m, item, of: m.forget(item.id, **of),
    "history": lambda m, item, of: m.history(item.id, **of),
    "erase": lambda m, item, of: m.erase(item.id, **of),
    "erase several": lambda m, item, of: m.erase([item.id], **of),
    "accept": lambda m, item, of: m.accept(waiting(m, item).id, **of),
    "reject": lambda m, item, of: m.reject(waiting(m, item).id, **of),
    "outcome": lambda m, item, of: m.record_outcome(decision(m, item).id, "it held", **of),
    "delete chat": lambda m, item, of: m.delete_chat(m.db.create_chat(item.user_id, "Tea", "c1").id, **of),
}


def waiting(machine: LearningMachine, item: Item) -> Item:
    """A proposal of the same user."""
    offer = replace(item, id=f"{item.id}p", text="likes juice", state=State.PROPOSED)
    machine._keeper.keep([(offer, "")], action="learn", by="learning")
    return offer


def decision(machine: LearningMachine, item: Item) -> Item:
    return machine.write("decision_log", "Take the ferry", item.user_id).items[0]


@pytest.mark.parametrize("name", ACTS)
def test_an_act_on_what_belongs_to_another_is_refused_and_changes_nothing(machine: LearningMachine, name: str) -> None:
    """A18, A26, B10, B11."""
    item = machine.write("user_memory", "likes tea", "u1").items[0]
    with pytest.raises(AccessRefused, match="belongs to another user"):
        ACTS[name](machine, item, {"user_id": "u2"})
    assert machine.item(item.id) == item
    assert machine.items("user_memory", state="forgotten") == []
    assert machine.items("user_memory", state="rejected") == []
    assert machine.items("user_memory") == [item]
    assert all(not found.data.get("outcome") for found in machine.items("decision_log"))
    assert [revision.action for revision in machine.history(item.id)] == ["write"]
    assert (machine.db.chat("c1") is not None) == (name == "delete chat")


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("of", [{}, {"user_id": "u1"}], ids=["nobody named", "its owner"])
def test_its_owner_and_the_owner_of_the_file_do_as_they_like(
    machine: LearningMachine, name: str, of: dict[str, Any]
) -> None:
    """A18."""
    ACTS[name](machine, machine.write("user_memory", "likes tea", "u1").items[0], of)


def test_an_id_in_digits_is_the_same_owner(machine: LearningMachine) -> None:
    """A18."""
    item = machine.write("user_memory", "likes tea", "123").items[0]
    assert machine.item(item.id, user_id=123) == item


def test_a_blank_user_is_refused_not_taken_for_the_owner_of_the_file(machine: LearningMachine) -> None:
    """A18."""
    item = machine.write("user_memory", "likes tea", "u1").items[0]
    with pytest.raises(AccessRefused, match="Whose memory"):
        machine.forget(item.id, user_id=" ")


def test_of_several_the_one_that_is_not_theirs_keeps_all(machine: LearningMachine) -> None:
    """B10."""
    mine = machine.write("user_memory", "likes tea", "u2").items[0]
    theirs = machine.write("user_memory", "x" * 20_000, "u1").items[0]
    with pytest.raises(AccessRefused):
        machine.erase([mine.id, theirs.id], user_id="u2")
    assert {item.id for item in machine.items()} == {mine.id, theirs.id}


def test_the_history_of_what_was_undone_is_still_its_owners(machine: LearningMachine) -> None:
    """A18."""
    item = machine.write("user_memory", "likes tea", "u1").items[0]
    machine.undo()
    assert len(machine.history(item.id, user_id="u1")) == 2
    with pytest.raises(AccessRefused):
        machine.history(item.id, user_id="u2")
