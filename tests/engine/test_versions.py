"""Versions: editing a message, answering again, going on after a stop; what is sent and what is learned in each branch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from engine import Agent, Database, LearningMachine
from engine.errors import InvalidInput
from engine.events import Event, Finished, Learned, Retracted, Started
from engine.item import State, Turn
from engine.versions import branch, parents, versions
from models import Embedder, Message, Tool
from models.fake import FakeChat
from models.protocols import Done, Text
from tests.engine.conftest import ALL, answer_or_write, talk
from tests.engine.test_turn import sent

LISBON = "I live in Lisbon."
PORTO = "I live in Porto."


def said(db: Database, chat: str = "s1") -> list[str]:
    """What is shown of a chat."""
    return [turn.text for turn in db.turns(chat)]


def home(machine: LearningMachine) -> list[str]:
    """The values that the profile holds for home."""
    return [str(item.data["value"]) for item in machine.items("user_profile") if item.key == "home"]


def instead(agent: Agent, old: Turn, message: str) -> list[Event]:
    """Change a message."""
    return list(agent.run(message, "u1", old.chat_id, instead_of=old.id))


def test_a_changed_message_goes_on_from_its_place_and_the_old_continuation_stays(agent: Agent, db: Database) -> None:
    for message in ("One", "Two", "Three"):
        talk(agent, message)
    two = db.turns("s1")[2]
    instead(agent, two, "Deux")
    assert said(db) == ["One", "Sure.", "Deux", "Sure."]
    assert len(db.turns("s1", versions=True)) == 8
    talk(agent, "Trois")
    assert said(db) == ["One", "Sure.", "Deux", "Sure.", "Trois", "Sure."]
    agent.learning.versions.choose(two.id)
    assert said(db) == ["One", "Sure.", "Two", "Sure.", "Three", "Sure."]
    talk(agent, "Four")
    assert said(db)[-3:] == ["Sure.", "Four", "Sure."]
    agent.learning.versions.choose(next(t.id for t in db.turns("s1", versions=True) if t.text == "Deux"))
    assert said(db)[2::2] == ["Deux", "Trois"]


def test_each_shown_turn_knows_its_other_versions(agent: Agent, db: Database) -> None:
    talk(agent, "One")
    first = db.turns("s1")[0]
    instead(agent, first, "Uno")
    instead(agent, db.turns("s1")[0], "Un")
    turns = db.turns("s1", versions=True)
    shown = db.turns("s1")[0]
    assert versions(turns) == {shown.id: tuple(t.id for t in turns if t.role == "user")}


def test_the_model_is_sent_only_the_branch_that_is_shown(agent: Agent, db: Database, writer: FakeChat) -> None:
    talk(agent, "The password hint is a blue heron")
    talk(agent, "Two")
    instead(agent, db.turns("s1")[0], "Hello")
    talk(agent, "And now?")
    assert "heron" not in str(sent(writer)[-1])
    assert [m["content"] for m in sent(writer)[-1][1:]] == ["Hello", "Sure.", "And now?"]


def test_the_prompt_stays_a_prefix_within_each_branch(agent: Agent, db: Database, writer: FakeChat) -> None:
    """B5."""
    for message in ("My name is Alex.", "I moved to Lisbon last year.", "ok thanks"):
        talk(agent, message)
    first = db.turns("s1")[2]
    instead(agent, first, "I moved to Porto last year.")
    talk(agent, "haha")
    turned = sent(writer)[-2:]
    agent.learning.versions.choose(first.id)
    talk(agent, "nice")
    back = [*sent(writer)[1:3], sent(writer)[-1]]
    for calls in (turned, back):
        for earlier, later in pairwise(calls):
            assert later[: len(earlier)] == earlier


def test_what_only_the_replaced_message_taught_is_taken_back_and_undo_brings_it_back(
    agent: Agent, machine: LearningMachine, db: Database
) -> None:
    talk(agent, LISBON)
    lisbon = machine.items(user_id="u1")[0]
    events = instead(agent, db.turns("s1")[0], "What is the capital of Norway?")
    retracted = next(event for event in events if isinstance(event, Retracted))
    assert lisbon.id in [item.id for item in retracted.items]
    assert machine.item(lisbon.id).state is State.FORGOTTEN
    machine.undo(retracted.act)
    assert machine.item(lisbon.id).state is State.ACTIVE


def test_what_it_had_replaced_is_current_again(agent: Agent, machine: LearningMachine, db: Database) -> None:
    machine.write("user_profile", "Lisbon", "u1", key="home")
    talk(agent, PORTO)
    assert home(machine) == ["Porto"]
    instead(agent, db.turns("s1")[0], "Tell me about rivers.")
    assert home(machine) == ["Lisbon"]


def test_the_version_that_is_chosen_again_brings_back_what_it_taught(
    agent: Agent, machine: LearningMachine, db: Database
) -> None:
    talk(agent, LISBON)
    old = db.turns("s1")[0]
    instead(agent, old, PORTO)
    new = db.turns("s1")[0]
    assert home(machine) == ["Porto"]
    machine.versions.choose(old.id)
    assert home(machine) == ["Lisbon"]
    machine.versions.choose(new.id)
    assert home(machine) == ["Porto"]
    machine.undo()
    assert home(machine) == ["Lisbon"]


def test_what_the_new_message_says_as_well_stays_and_rests_on_it(
    agent: Agent, machine: LearningMachine, db: Database
) -> None:
    talk(agent, f"{LISBON} What is the wether like?")
    before = machine.items("user_profile")
    instead(agent, db.turns("s1")[0], f"{LISBON} What is the weather like?")
    after = machine.items("user_profile")
    assert [item.id for item in after] == [item.id for item in before]
    assert after[0].source.turn_id == db.turns("s1")[0].id


def test_what_was_said_elsewhere_too_or_put_right_by_hand_stays(
    agent: Agent, machine: LearningMachine, db: Database
) -> None:
    talk(agent, "Remember that I never drink tea after noon. Remember that I sing in a choir.", "s1")
    talk(agent, "As I said, remember that I never drink tea after noon.", "s2")
    choir = next(item for item in machine.items(user_id="u1") if "choir" in item.text)
    machine.edit(choir.id, text="Sings alto in a choir")
    instead(agent, db.turns("s1")[0], "What is the capital of Norway?")
    texts = [item.text for item in machine.items("user_memory", user_id="u1")]
    assert "Sings alto in a choir" in texts
    assert any("tea after noon" in text for text in texts)


def test_a_replaced_message_is_neither_learned_later_nor_quoted_nor_found(
    agent: Agent, machine: LearningMachine, db: Database
) -> None:
    machine.paused = True
    talk(agent, "My locker is number 4711 in the east hall.")
    instead(agent, db.turns("s1")[0], "Good morning")
    machine.paused = False
    assert [event for event in agent.learn_pending("u1") if isinstance(event, Learned)] == []
    assert machine.search("locker number east hall", user_id="u1") == [] or all(
        "4711" not in hit.text for hit in machine.search("locker number east hall", user_id="u1")
    )
    assert "4711" not in machine.build_context("Which locker is mine in the east hall?", "u1", "s9").text


def test_another_answer_is_a_version_beside_the_old_one_and_nothing_is_learned_twice(
    agent: Agent, machine: LearningMachine, db: Database, writer: FakeChat
) -> None:
    """C3."""
    talk(agent, "Remember that I never drink tea after noon.")
    question, old = db.turns("s1")
    items = machine.items(user_id="u1")
    events = list(agent.regenerate(old.id))
    started = next(event for event in events if isinstance(event, Started))
    assert started.user_turn == question.id
    assert not any(isinstance(event, Learned) for event in events)
    assert [item.id for item in machine.items(user_id="u1")] == [item.id for item in items]
    new = db.turns("s1")[1]
    assert new.id == started.answer_turn != old.id
    assert new.data["learned"] == old.data["learned"] if "learned" in old.data else new.data["learned"]
    assert versions(db.turns("s1", versions=True))[new.id] == (old.id, new.id)
    assert sent(writer)[-1] == sent(writer)[-2]
    assert [call for call in writer.calls if call.lane == "chat"][-1].temperature > 0


def test_after_another_answer_the_prompt_goes_on_from_it(agent: Agent, db: Database, writer: FakeChat) -> None:
    """B5."""
    talk(agent, "My name is Alex.")
    talk(agent, "Tell me a story")
    list(agent.regenerate(db.turns("s1")[-1].id))
    talk(agent, "Another one")
    again, after = sent(writer)[-2:]
    assert after[: len(again)] == again


def test_an_answer_made_anew_after_a_correction_is_given_the_correction(
    agent: Agent, machine: LearningMachine, db: Database, writer: FakeChat
) -> None:
    machine.write("user_profile", "Alec", "u1", key="name")
    talk(agent, "Who am I?")
    old = db.turns("s1")[-1]
    machine.edit(machine.items("user_profile")[0].id, value="Alex")
    list(agent.regenerate(old.id))
    first, second = sent(writer)[-2:]
    assert "Alex" in str(second)
    machine.versions.choose(old.id)
    talk(agent, "Thanks")
    assert sent(writer)[-1][: len(first)] == first


def test_a_stopped_answer_goes_on_in_the_same_turn_and_the_prompt_stays_a_prefix(
    db: Database, embedder: Embedder
) -> None:
    """B5."""
    script: list[Any] = [[Text("The first half"), Done("interrupted")], "and the second half.", "Fine."]

    def say(messages: Sequence[Message], tools: Sequence[Tool], schema: Mapping[str, Any] | None) -> Any:
        return answer_or_write(messages, tools, schema) if schema else script.pop(0)

    model = FakeChat(say)
    agent = Agent(model, LearningMachine(db, model=model, embedder=embedder, **ALL))
    talk(agent, "Tell me everything")
    stopped = db.turns("s1")[-1]
    assert stopped.state == "stopped"
    events = list(agent.resume(stopped.id))
    assert any(isinstance(event, Finished) and not event.stopped for event in events)
    assert said(db)[-1] == "The first half and the second half."
    assert db.turns("s1")[-1].state == "complete"
    talk(agent, "Thanks")
    resumed, after = sent(model)[-2:]
    assert after[: len(resumed)] == resumed
    assert [m["content"] for m in after[len(resumed) :]] == ["and the second half.", "Thanks"]


def test_only_the_last_answer_goes_on_and_only_answers_are_made_anew(agent: Agent, db: Database) -> None:
    talk(agent, "One")
    talk(agent, "Two")
    turns = db.turns("s1")
    with pytest.raises(InvalidInput):
        list(agent.resume(turns[1].id))
    with pytest.raises(InvalidInput):
        list(agent.regenerate(turns[0].id))
    assert said(db) == ["One", "Sure.", "Two", "Sure."]


def test_a_message_of_another_chat_is_not_replaced(agent: Agent, db: Database) -> None:
    talk(agent, "One", "s1")
    with pytest.raises(InvalidInput):
        list(agent.run("Two", "u1", "s2", instead_of=db.turns("s1")[0].id))
    assert said(db) == ["One", "Sure."]


def test_all_versions_travel_with_a_full_export(agent: Agent, db: Database, tmp_path: Path, embedder: Embedder) -> None:
    talk(agent, "One ✓ Ærø 0.1")
    instead(agent, db.turns("s1")[0], "Uno")
    whole = db.turns("s1", versions=True)
    agent.learning.export(tmp_path / "all.json", "u1", history=True)
    with Database(tmp_path / "other.duckdb") as other:
        LearningMachine(other, embedder=embedder, **ALL).import_(tmp_path / "all.json", "u1")
        assert [t.text for t in other.turns("s1")] == ["Uno", "Sure."]
        assert [(t.id, t.text, dict(t.data)) for t in other.turns("s1", versions=True)] == [
            (t.id, t.text, dict(t.data)) for t in whole
        ]


def test_hiding_a_turn_changes_nothing_else_of_it(agent: Agent, db: Database) -> None:
    talk(agent, 'Ærø — "quoted" \\ back 😀')
    db.conversation.update_turn(db.turns("s1")[0].id, data={"score": 0.30000000000000004, "none": [1, 2.5e-9]})
    before = {turn.id: dict(turn.data) for turn in db.turns("s1")}
    ids = list(before)
    db.conversation.mark_hidden(ids, True)
    assert db.turns("s1") == []
    db.conversation.mark_hidden(ids, False)
    assert {turn.id: dict(turn.data) for turn in db.turns("s1")} == before


def test_a_chat_without_versions_is_one_line(agent: Agent, db: Database) -> None:
    for message in ("One", "Two"):
        talk(agent, message)
    turns = db.turns("s1", versions=True)
    assert all("after" not in turn.data for turn in turns)
    assert branch(turns, turns[0].id) == [turn.id for turn in turns]
    assert list(parents(turns).values()) == ["", *(turn.id for turn in turns[:-1])]


def test_older_messages_that_no_longer_fit_are_counted(db: Database, embedder: Embedder) -> None:
    model = FakeChat(answer_or_write, context=400)
    agent = Agent(model, LearningMachine(db, model=model, embedder=embedder, **ALL))
    counts = []
    for number in range(8):
        events = talk(agent, f"Message {number} " + "word " * 40)
        counts += [event.left_out for event in events if isinstance(event, Finished)]
    assert counts[0] == 0
    assert counts[-1] > 0
    assert counts == sorted(counts)
