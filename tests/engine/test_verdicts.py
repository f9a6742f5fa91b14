"""The human's word on proposals: many in one act, for good, beside what is known; and what helps to find that word."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from engine import Agent, LearningMachine, LearningMode
from engine.errors import AccessRefused, InvalidInput
from engine.item import Item, Origin, State
from engine.keeper import new_item
from tests.engine.conftest import talk


def propose(machine: LearningMachine, *texts: str, store: str = "user_memory", **fields: Any) -> list[str]:
    """Proposals; returns their ids."""
    common: dict[str, Any] = {"kind": "memory", "user_id": "u1", "state": State.PROPOSED, "confidence": 0.7}
    items = [new_item(store, text=text, **(common | fields)) for text in texts]
    machine.db.items.record("propose", [(None, item) for item in items], by="test")
    return [item.id for item in items]


def active(machine: LearningMachine, store: str | None = None) -> list[str]:
    return sorted(item.text for item in machine.items(store))


def states(machine: LearningMachine, ids: list[str]) -> set[State]:
    return {machine.item(item_id).state for item_id in ids}


def test_many_proposals_are_accepted_as_one_act_that_one_undo_takes_back(machine: LearningMachine) -> None:
    ids = propose(machine, "Likes tea.", "Runs on Tuesdays.", "Plays the bassoon.")
    changed = machine.accept_all(ids)
    assert states(machine, ids) == {State.ACTIVE}
    assert {item.id for item in changed.items} == set(ids)
    machine.undo(changed.act)
    assert states(machine, ids) == {State.PROPOSED}


def test_of_two_accepted_values_of_one_slot_the_later_one_holds_and_undo_restores_the_first(
    machine: LearningMachine,
) -> None:
    home = machine.write("user_profile", "Lisbon", "u1", key="home").items[0]
    slot: dict[str, Any] = {"store": "user_profile", "subject": "user", "key": "home"}
    ids = propose(machine, "Home: Porto", data={"value": "Porto"}, **slot)
    ids += propose(machine, "Home: Braga", data={"value": "Braga"}, **slot)
    changed = machine.accept_all(ids)
    assert active(machine) == ["Home: Braga"]
    assert machine.item(ids[0]).superseded_by == ids[1]
    machine.undo(changed.act)
    assert active(machine) == ["Home: Lisbon"]
    assert machine.item(home.id).state is State.ACTIVE
    assert states(machine, ids) == {State.PROPOSED}


def test_facts_accepted_together_belong_to_one_entity(machine: LearningMachine) -> None:
    ids = propose(machine, "Leads Harbor.", store="entity_memory", subject="Sarah Chen", kind="fact")
    ids += propose(machine, "Lives in Porto.", store="entity_memory", subject="sarah chen", kind="fact")
    machine.accept_all(ids)
    assert {item.subject for item in machine.items("entity_memory")} == {"Sarah Chen"}


def test_when_one_is_no_proposal_none_is_accepted_or_rejected(machine: LearningMachine) -> None:
    waiting, settled = propose(machine, "Likes tea.", "Runs on Tuesdays.")
    machine.accept(settled)
    for act in (machine.accept_all, machine.reject_all):
        with pytest.raises(InvalidInput):
            act([waiting, settled])
    assert machine.item(waiting).state is State.PROPOSED
    assert machine.item(settled).state is State.ACTIVE


def test_many_proposals_are_rejected_as_one_act_that_one_undo_takes_back(machine: LearningMachine) -> None:
    ids = propose(machine, "Likes tea.", "Runs on Tuesdays.")
    changed = machine.reject_all(ids)
    assert states(machine, ids) == {State.REJECTED}
    machine.undo(changed.act)
    assert states(machine, ids) == {State.PROPOSED}


def test_the_word_of_another_user_is_refused(machine: LearningMachine) -> None:
    ids = propose(machine, "Likes tea.")
    with pytest.raises(AccessRefused):
        machine.accept_all(ids, user_id="u2")
    with pytest.raises(AccessRefused):
        machine.reject(ids[0], never=True, user_id="u2")
    with pytest.raises(AccessRefused):
        machine.reject_all(ids, user_id="u2")
    assert states(machine, ids) == {State.PROPOSED}


def test_several_acts_are_taken_back_together_or_not_at_all(machine: LearningMachine) -> None:
    one, two = propose(machine, "Likes tea.", "Runs on Tuesdays.")
    acts = [machine.accept(one).act, machine.reject(two).act]
    machine.edit(one, "Likes green tea.")
    with pytest.raises(InvalidInput):
        machine.undo_all(acts)
    assert machine.item(two).state is State.REJECTED
    machine.undo()
    undone = machine.undo_all(acts)
    assert undone is not None
    assert {item.state for item in undone.items} == states(machine, [one, two]) == {State.PROPOSED}


def test_accepting_in_other_words_is_one_act(machine: LearningMachine) -> None:
    (item_id,) = propose(machine, "Likes tea.")
    changed = machine.accept(item_id, "Likes green tea.")
    item = machine.item(item_id)
    assert (item.text, item.origin, item.state) == ("Likes green tea.", Origin.WRITTEN, State.ACTIVE)
    machine.undo(changed.act)
    assert (machine.item(item_id).text, machine.item(item_id).state) == ("Likes tea.", State.PROPOSED)


def test_an_update_of_a_set_is_kept_beside_the_old_one(machine: LearningMachine) -> None:
    old = machine.write("user_memory", "Runs on Tuesdays.", "u1").items[0]
    one, two = propose(machine, "Runs on Wednesdays.", "Runs on Thursdays.", replaces=old.id)
    machine.accept(one, beside=True)
    assert active(machine) == ["Runs on Tuesdays.", "Runs on Wednesdays."]
    machine.accept(two)
    assert active(machine) == ["Runs on Thursdays.", "Runs on Wednesdays."]


def test_a_slot_has_no_room_for_two_values(machine: LearningMachine) -> None:
    home = machine.write("user_profile", "Lisbon", "u1", key="home").items[0]
    (item_id,) = propose(
        machine,
        "Home: Porto",
        store="user_profile",
        subject="user",
        key="home",
        replaces=home.id,
        data={"value": "Porto"},
    )
    with pytest.raises(InvalidInput, match="room for one value"):
        machine.accept(item_id, beside=True)
    assert active(machine) == ["Home: Lisbon"]


def offered(machine: LearningMachine, text: str, store: str = "user_memory", **fields: Any) -> tuple[Item, ...]:
    """What becomes of something that learning would propose."""
    common: dict[str, Any] = {"user_id": "u1", "state": State.PROPOSED, "confidence": 0.7}
    item = new_item(store, "memory", text, **(common | fields))
    return machine._keeper.keep([(item, "")], action="learn", by="learning").proposed


def test_never_suggest_keeps_a_sensitive_category_away_until_it_is_taken_back(machine: LearningMachine) -> None:
    (item_id,) = propose(machine, "Has asthma.")
    machine.reject(item_id, never=True)
    assert offered(machine, "Takes insulin for diabetes.", "learned_knowledge") == ()
    assert len(offered(machine, "Likes tea.")) == 1
    assert [item.id for item in machine.never_suggested("u1")] == [item_id]
    machine.suggest_again(item_id)
    assert machine.never_suggested("u1") == []
    assert len(offered(machine, "Takes insulin for diabetes.", "learned_knowledge")) == 1


def test_never_suggest_keeps_every_value_of_a_field_away(machine: LearningMachine) -> None:
    slot: dict[str, Any] = {"store": "user_profile", "subject": "user", "key": "home"}
    (item_id,) = propose(machine, "Home: Porto", data={"value": "Porto"}, **slot)
    machine.reject(item_id, never=True)
    assert offered(machine, "Home: Braga", data={"value": "Braga"}, **slot) == ()
    machine.undo()
    assert len(offered(machine, "Home: Braga", data={"value": "Braga"}, **slot)) == 1


def test_never_suggest_keeps_fuller_words_away_but_not_another_statement(machine: LearningMachine) -> None:
    (item_id,) = propose(machine, "Likes tea.")
    machine.reject(item_id, never=True)
    assert offered(machine, "Likes strong black tea each morning.") == ()
    assert len(offered(machine, "Does not like tea.")) == 1
    assert len(offered(machine, "Likes coffee.")) == 1


def test_what_is_asked_to_be_remembered_is_saved_although_it_is_never_suggested(
    machine: LearningMachine, agent: Agent
) -> None:
    (item_id,) = propose(machine, "Likes tea.")
    machine.reject(item_id, never=True)
    talk(agent, "Remember that I like tea.")
    assert len(machine.items("user_memory")) == 1


def test_similar_items_are_those_of_the_same_store_that_speak_of_the_same(machine: LearningMachine) -> None:
    near = machine.write("user_memory", "Drinks green tea every morning.", "u1").items[0]
    machine.write("user_memory", "Owns a sailing boat.", "u1")
    machine.write("learned_knowledge", "Green tea is best at 70 degrees.", "u1")
    (item_id,) = propose(machine, "Drinks tea in the morning.")
    assert [item.id for item in machine.similar(item_id)] == [near.id]
    machine.db.items.record("test", [(None, replace(machine.item(item_id), id="r", replaces=near.id))], by="test")
    assert machine.similar("r") == []


def test_an_allowed_category_is_saved_without_asking_until_it_is_asked_again(
    machine: LearningMachine, agent: Agent
) -> None:
    machine.set_mode("user_memory", LearningMode.ALWAYS)
    talk(agent, "I have asthma and use an inhaler.")
    waiting = machine.items(state="proposed")
    assert [machine.sensitive_matter(item) for item in waiting] == ["health"]
    machine.allow("health")
    assert machine.sensitive_matter(waiting[0]) == ""
    machine.allow("health", allowed=False)
    assert len(machine.allowed) == 0
    assert machine.sensitive_matter(waiting[0]) == "health"


def test_a_dismissed_suggestion_of_tidying_up_can_be_made_again(machine: LearningMachine) -> None:
    assert machine.curate("u1").suggestions == ()
    machine.accept_all(propose(machine, "Drinks tea.", "Drinks  tea"))
    (suggestion,) = machine.curate("u1").suggestions
    machine.dismiss(suggestion, "u1")
    assert machine.suggestions("u1") == []
    machine.undismiss(suggestion, "u1")
    assert machine.suggestions("u1") == [suggestion]
