"""Not relevant: a recalled item that did not matter ranks lower for like messages, and only there."""

from __future__ import annotations

import pytest

from engine import Agent, Database, LearningMachine
from engine.errors import InvalidInput, NotFound
from tests.engine.conftest import talk

GARDEN = "Grows tomatoes and basil on the south balcony."
QUESTION = "What could I cook with basil and tomatoes tonight?"


def recalled(machine: LearningMachine, message: str) -> dict[str, float]:
    return {entry.id: entry.score for entry in machine.build_context(message, "u1", "s9").items}


def test_what_was_not_relevant_ranks_lower_for_like_messages_and_not_for_others(
    agent: Agent, machine: LearningMachine, db: Database
) -> None:
    item = machine.write("user_memory", GARDEN, "u1").items[0]
    talk(agent, QUESTION)
    answer = db.turns("s1")[-1]
    other = "Which tomatoes grow on my south balcony?"
    before, unlike = recalled(machine, QUESTION), recalled(machine, other)
    assert item.id in before
    machine.relevant(answer.id, item.id, False)
    assert recalled(machine, QUESTION).get(item.id, 0.0) < before[item.id]
    assert recalled(machine, "What shall I cook with tomatoes and basil tonight?").get(item.id, 0.0) < before[item.id]
    assert db.conversation.turn(answer.id).data["not_relevant"] == [item.id]
    machine.relevant(answer.id, item.id, True)
    assert recalled(machine, QUESTION) == before
    assert recalled(machine, other) == unlike
    assert db.conversation.turn(answer.id).data["not_relevant"] == []


def test_the_item_itself_is_not_changed(agent: Agent, machine: LearningMachine, db: Database) -> None:
    item = machine.write("user_memory", GARDEN, "u1").items[0]
    talk(agent, QUESTION)
    machine.relevant(db.turns("s1")[-1].id, item.id, False)
    assert machine.item(item.id).text == GARDEN
    assert [entry.id for entry in machine.items(user_id="u1")] == [item.id]
    assert machine.search("basil", user_id="u1")[0].id == item.id


def test_it_is_private_to_the_user_and_goes_with_the_item(agent: Agent, machine: LearningMachine, db: Database) -> None:
    item = machine.write("user_memory", GARDEN, "u1").items[0]
    talk(agent, QUESTION)
    machine.relevant(db.turns("s1")[-1].id, item.id, False)
    assert db.setting("not_relevant:u2", {}) == {}
    machine.erase(item.id)
    assert item.id not in str(db.setting("not_relevant:u1", {}))


def test_only_an_answer_can_be_judged_so(agent: Agent, machine: LearningMachine, db: Database) -> None:
    talk(agent, QUESTION)
    with pytest.raises(InvalidInput):
        machine.relevant(db.turns("s1")[0].id, "x", False)
    with pytest.raises(NotFound):
        machine.relevant("no such turn", "x", False)
