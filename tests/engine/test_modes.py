"""The four modes on every store: what is written when, and what it is worth before and after the human's word."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from engine import Agent, Database, LearningMachine, LearningMode
from engine.consent import ALLOWED, PAUSED
from engine.errors import InvalidInput
from engine.events import Asked, Event, Learned, Postponed, Proposed, Recalled
from engine.item import Item, Origin, State
from engine.pupil import REFUSED
from models import Embedder, Message, Tool, ToolCall
from models.fake import FakeChat
from tests.engine.conftest import ALL, answer_or_write, talk
from tests.engine.test_seventh_store import Recipes

CASES: Mapping[str, tuple[str, str, str]] = {
    "user_profile": ("My name is Alex.", "What is my name?", "update_profile"),
    "user_memory": ("I drink my tea without milk.", "How do I drink my tea?", "add_memory"),
    "session_context": ("Today I want to finish the kitchen list.", "What do I want to finish today?", "set_goal"),
    "entity_memory": ("My sister Wanjiru works at Siemens.", "Where does my sister Wanjiru work?", "remember_about"),
    "learned_knowledge": (
        "Lesson learned: oil the hinge before winter or it seizes.",
        "When should the hinge be oiled?",
        "save_learning",
    ),
    "decision_log": (
        "We decided to take the ferry because the tunnel costs twice as much.",
        "Why did we decide to take the ferry?",
        "log_decision",
    ),
    "recipes": (
        "The recipe of my onion soup takes three litres of broth.",
        "What does the recipe of my onion soup take?",
        "add_recipes",
    ),
}
ARGUMENTS: Mapping[str, Mapping[str, str]] = {
    "update_profile": {"field": "name", "value": "Alex"},
    "add_memory": {"text": "Drinks tea without milk"},
    "set_goal": {"goal": "Finish the kitchen list today"},
    "remember_about": {"name": "Wanjiru", "fact": "Wanjiru works at Siemens"},
    "save_learning": {"title": "Hinges", "learning": "Oil the hinge before winter or it seizes"},
    "log_decision": {"decision": "Take the ferry", "reasoning": "The tunnel costs twice as much"},
    "add_recipes": {"text": "Onion soup recipe takes three litres of broth"},
}
STORES = tuple(CASES)
MODES = tuple(LearningMode)


def script(messages: Sequence[Message], tools: Sequence[Tool], schema: Mapping[str, Any] | None) -> Any:
    """Writes when it learns; calls the one writing tool when there are tools, and then answers."""
    if schema is not None:
        return answer_or_write(messages, tools, schema)
    name = next((tool.name for tool in tools if tool.name in ARGUMENTS), "")
    if not name or messages[-1]["role"] == "tool" or "?" in str(messages[-1]["content"]):
        return "Sure."
    return [ToolCall(name, ARGUMENTS[name], "1")]


def machine_of(db: Database, embedder: Embedder, store: str, mode: LearningMode) -> tuple[LearningMachine, Agent]:
    """A machine with that store alone."""
    model = FakeChat(script)
    on: dict[str, Any] = {name: name == store for name in ALL}
    seventh = [(Recipes(), mode)] if store == "recipes" else []
    machine = LearningMachine(db, model=model, embedder=embedder, **on, stores=seventh)
    if store != "recipes":
        machine.set_mode(store, mode)
    return machine, Agent(model=model, learning=machine)


def known(machine: LearningMachine, agent: Agent, item: Item, question: str, tmp_path: Path) -> list[bool]:
    """Whether an item is given to the model in the next turn, found by a search, listed, and exported."""
    recalled = next(event for event in talk(agent, question) if isinstance(event, Recalled))
    machine.export(tmp_path / "out.json", user_id="u1")
    return [
        item.id in {entry.id for entry in recalled.items},
        item.id in {hit.id for hit in machine.search(question, user_id="u1")},
        item.id in {one.id for one in machine.items(user_id="u1")},
        f'"id": "{item.id}"' in (tmp_path / "out.json").read_text(encoding="utf-8"),
    ]


def of(events: Sequence[Event], kind: type[Any]) -> list[Item]:
    """The items of the events of a kind."""
    return [item for event in events if isinstance(event, kind) for item in event.items]


@pytest.mark.parametrize("store", STORES)
@pytest.mark.parametrize("mode", MODES)
def test_each_mode_holds_on_each_store(
    store: str, mode: LearningMode, db: Database, embedder: Embedder, tmp_path: Path
) -> None:
    """B1, A23."""
    said, question, tool = CASES[store]
    machine, agent = machine_of(db, embedder, store, mode)
    names = [function.__name__ for function in machine.get_tools("u1", "s1")]
    assert (tool in names) is (mode is LearningMode.AGENTIC)
    events = talk(agent, said)
    written = [item for item in machine.items(store, state=None, user_id="u1") if item.state is not State.SUPERSEDED]
    assert len(written) == 1
    item = written[0]
    assert item.source.turn_id == db.turns("s1")[0].id
    assert item.quote == said
    if mode in (LearningMode.ALWAYS, LearningMode.AGENTIC):
        assert of(events, Learned) == [item]
        assert item.state is State.ACTIVE
        assert item.origin is (Origin.AGENT if mode is LearningMode.AGENTIC else Origin.SAID)
        assert known(machine, agent, item, question, tmp_path) == [True] * 4
        return
    assert bool(of(events, Asked)) is (mode is LearningMode.HITL)
    assert of(events, Proposed) == [item]
    assert item.state is State.PROPOSED
    assert known(machine, agent, item, question, tmp_path) == [False] * 4
    machine.accept(item.id)
    assert known(machine, agent, machine.item(item.id), question, tmp_path) == [True] * 4


def asking(machine: LearningMachine, agent: Agent, message: str, word: Callable[[Item], None]) -> list[Event]:
    """One turn in which each item that is asked for gets a word before the turn goes on."""
    events: list[Event] = []
    for event in agent.run(message, "u1", "s1"):
        events.append(event)
        if isinstance(event, Asked):
            assert all(machine.item(item.id).state is State.PROPOSED for item in event.items)
            for item in event.items:
                word(item)
    return events


TEA = CASES["user_memory"][0]


def test_a_turn_that_asks_saves_what_the_human_accepts(db: Database, embedder: Embedder) -> None:
    machine, agent = machine_of(db, embedder, "user_memory", LearningMode.HITL)
    events = asking(machine, agent, TEA, lambda item: agent.answer(item.id, "accept"))
    assert [item.state for item in of(events, Learned)] == [State.ACTIVE]
    assert of(events, Proposed) == []
    act = next(event.act for event in events if isinstance(event, Learned))
    machine.undo(act)
    assert [item.state for item in machine.items(state=None)] == [State.PROPOSED]


def test_a_turn_that_asks_takes_an_edit_and_a_no(db: Database, embedder: Embedder) -> None:
    machine, agent = machine_of(db, embedder, "user_memory", LearningMode.HITL)
    events = asking(machine, agent, TEA, lambda item: agent.answer(item.id, "edit", "Drinks tea black"))
    assert [item.text for item in of(events, Learned)] == ["Drinks tea black"]
    events = asking(machine, agent, "I cycle to work every day.", lambda item: agent.answer(item.id, "reject"))
    assert of(events, Learned) == of(events, Proposed) == []
    assert len(machine.items(state="rejected")) == 1


def test_always_accepts_and_asks_no_more(db: Database, embedder: Embedder) -> None:
    machine, agent = machine_of(db, embedder, "user_memory", LearningMode.HITL)
    asking(machine, agent, TEA, lambda item: agent.answer(item.id, "always"))
    assert machine.modes["user_memory"] is LearningMode.ALWAYS
    assert of(talk(agent, "I cycle to work every day."), Asked) == []
    assert len(machine.items("user_memory")) == 2


def test_a_word_from_another_thread_is_taken_when_the_turn_goes_on(db: Database, embedder: Embedder) -> None:
    machine, agent = machine_of(db, embedder, "user_memory", LearningMode.HITL)

    def elsewhere(item: Item) -> None:
        thread = threading.Thread(target=agent.answer, args=(item.id, "accept"))
        thread.start()
        thread.join()
        assert machine.item(item.id).state is State.PROPOSED

    assert len(of(asking(machine, agent, TEA, elsewhere), Learned)) == 1


def test_a_late_word_and_one_on_an_old_proposal_are_carried_out_at_once(db: Database, embedder: Embedder) -> None:
    machine, agent = machine_of(db, embedder, "user_memory", LearningMode.HITL)
    item = of(talk(agent, TEA), Proposed)[0]
    agent.answer(item.id, "accept")
    assert machine.item(item.id).state is State.ACTIVE
    with pytest.raises(InvalidInput, match="verdict"):
        agent.answer(item.id, "perhaps")
    with pytest.raises(InvalidInput, match="empty"):
        agent.answer(item.id, "edit", " ")


def test_a_turn_closed_at_the_question_leaves_the_proposal(db: Database, embedder: Embedder) -> None:
    machine, agent = machine_of(db, embedder, "user_memory", LearningMode.HITL)
    turn = agent.run(TEA, "u1", "s1")
    assert any(isinstance(event, Asked) for event in iter(lambda: next(turn), None) if isinstance(event, Asked))
    turn.close()
    assert len(machine.items(state="proposed")) == 1
    assert list(agent.learn_pending("u1")) == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("parameters", [135_000_000, 1_500_000_000])
def test_remember_this_is_carried_out_in_every_mode_with_every_model(
    mode: LearningMode, parameters: int, db: Database, embedder: Embedder
) -> None:
    """A25."""
    model = FakeChat(answer_or_write, parameters=parameters)
    machine = LearningMachine(db, model=model, embedder=embedder, **ALL)
    for store in ALL:
        machine.set_mode(store, mode)
    talk(Agent(model, machine), "Remember this: the spare key is under the blue pot.")
    (item,) = machine.items(user_id="u1")
    assert "spare key is under the blue pot" in item.text
    assert item.quote == "Remember this: the spare key is under the blue pot."


@pytest.mark.parametrize("store", sorted(ALL))
def test_remember_this_finds_a_place_whatever_store_is_on(store: str, db: Database, embedder: Embedder) -> None:
    """A25."""
    machine, agent = machine_of(db, embedder, store, LearningMode.PROPOSE)
    events = talk(agent, "Please remember that the blue pot hides a spare key.")
    told = any(isinstance(event, Postponed) for event in events)  # when it fills no field of that store's
    assert [item.store for item in machine.items()] == ([] if told else [store])
    assert told is (store == "user_profile")


def test_remember_is_no_command_in_a_story_a_quotation_or_a_question(agent: Agent, machine: LearningMachine) -> None:
    """A25, C6."""
    for message in (
        'She wrote "remember that I owe you ten pounds".',
        "Do you remember my name?",
        "Write a story in which a pirate says: remember this: the gold is in the cave.",
        "I don't remember that.",
    ):
        talk(agent, message)
    assert machine.items(state=None) == []


def test_what_was_suggested_before_is_saved_when_the_user_asks_for_it(db: Database, embedder: Embedder) -> None:
    """A25, B1."""
    machine, agent = machine_of(db, embedder, "user_memory", LearningMode.PROPOSE)
    talk(agent, TEA)
    talk(agent, f"Remember this: {TEA}")
    assert [item.state for item in machine.items(state=None) if item.state is not State.SUPERSEDED] == [State.ACTIVE]


def test_paused_learning_says_that_it_does_not_remember_and_does_it_later(
    agent: Agent, machine: LearningMachine
) -> None:
    """C9."""
    machine.paused = True
    events = talk(agent, "Remember this: the spare key is under the blue pot.")
    assert [event.reason for event in events if isinstance(event, Postponed)] == [PAUSED]
    assert not any(isinstance(event, Postponed) for event in talk(agent, "I drink tea."))
    assert machine.items(state=None) == []
    machine.paused = False
    assert any(isinstance(event, Learned) for event in agent.learn_pending("u1"))


def test_a_password_is_not_kept_even_when_asked_and_the_turn_says_so(agent: Agent, machine: LearningMachine) -> None:
    events = talk(agent, "Remember this: my password is hunter2secret.")
    assert REFUSED in [event.reason for event in events if isinstance(event, Postponed)]
    assert machine.items(state=None) == []


def test_a_rejected_proposal_is_not_offered_again_in_other_words_unless_the_user_insists(
    db: Database, embedder: Embedder
) -> None:
    """B1."""
    machine, agent = machine_of(db, embedder, "user_memory", LearningMode.PROPOSE)
    machine.reject(of(talk(agent, TEA), Proposed)[0].id)
    assert of(talk(agent, "I take my tea without any milk."), Proposed) == []
    assert len(of(talk(agent, "I drink my coffee with sugar."), Proposed)) == 1
    assert len(of(talk(agent, "Remember that I take my tea without any milk."), Learned)) == 1


def test_another_number_is_another_answer_though_the_first_was_rejected(db: Database, embedder: Embedder) -> None:
    """B1."""
    machine, agent = machine_of(db, embedder, "user_profile", LearningMode.PROPOSE)
    machine.reject(of(talk(agent, "I'm 34 years old."), Proposed)[0].id)
    assert [item.text for item in of(talk(agent, "Sorry, I'm 35 years old."), Proposed)] == ["Age: 35"]


def test_two_accepted_steps_of_progress_both_stay(db: Database, embedder: Embedder) -> None:
    """A28."""
    machine, agent = machine_of(db, embedder, "session_context", LearningMode.PROPOSE)
    first = of(talk(agent, "The kitchen list is finished, that step is done."), Proposed)
    second = of(talk(agent, "The bathroom list is finished too, that step is done."), Proposed)
    for item in (*first, *second):
        machine.accept(item.id)
    (held,) = machine.items("session_context")
    assert "kitchen" in held.text
    assert "bathroom" in held.text


def exchange(machine: LearningMachine, before: str, message: str) -> list[Item]:
    """What is learned from `message` after the assistant said `before`."""
    machine.process([{"role": "user", "content": "Hello"}, {"role": "assistant", "content": before}], "u1", "s1")
    return machine.process(
        [{"role": "user", "content": message}, {"role": "assistant", "content": "Good."}], "u1", "s1"
    )


def test_what_only_the_assistant_said_is_no_fact(machine: LearningMachine) -> None:
    """C4."""
    assert exchange(machine, "You live in Lisbon and work as a nurse.", "Tell me a joke.") == []
    assert exchange(machine, "Shall I write it in Python?", "Yes, exactly.") == []
    assert machine.items(state=None) == []


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("So you live in Lisbon and work as a nurse?", "Yes, exactly."),
        ("Got it: you live in Lisbon.", "That's right!"),
        ("Do you live in Lisbon?", "yes"),
    ],
)
def test_a_yes_makes_what_the_assistant_said_of_the_user_a_fact(
    machine: LearningMachine, before: str, message: str
) -> None:
    """C4."""
    items = exchange(machine, before, message)
    assert any("Lisbon" in item.text for item in items)
    item = next(item for item in items if "Lisbon" in item.text)
    assert (item.quote, item.data["confirmed"], item.origin) == (message, before, Origin.INFERRED)
    assert item.quote in machine.db.conversation.turn(item.source.turn_id).text


def test_only_what_the_user_and_the_assistant_say_is_learned_from(machine: LearningMachine, writer: FakeChat) -> None:
    """A22."""
    machine.process(
        [
            {"role": "system", "content": "My name is System."},
            {"role": "developer", "content": "I live in Tokyo."},
            {"role": "user", "content": "My name is Alex."},
            {
                "role": "assistant",
                "content": "",
                "tool_calls": [{"id": "1", "name": "find", "arguments": {"q": "Oslo"}}],
            },
            {"role": "tool", "name": "find", "content": "I live in Oslo and my dog is called Rex."},
            {"role": "assistant", "content": "Hello Alex."},
        ],
        "u1",
        "s1",
    )
    assert [item.text for item in machine.items(state=None)] == ["Name: Alex"]
    asked = str(writer.calls[-1].messages[-1]["content"])
    assert not any(word in asked for word in ("System", "Tokyo", "Oslo", "Rex"))


def test_what_is_known_of_something_and_what_to_forget_come_as_the_items_themselves(machine: LearningMachine) -> None:
    """C11."""
    rex = machine.write("entity_memory", "Rex is allergic to chicken", "u1", subject="Rex").items[0]
    tea = machine.write("user_memory", "Drinks tea without milk", "u1").items[0]
    machine.write("user_memory", "Rex belongs to somebody else", "u2")
    assert machine.matches("What do you know about Rex?", "u1") == [rex]
    assert machine.matches("Please forget everything about Rex.", "u1") == [rex]
    assert machine.matches("Forget that I drink tea without milk", "u1")[0] == tea
    assert {item.id for item in machine.matches("What do you know about me?", "u1")} == {rex.id, tea.id}
    assert machine.matches("Rex is a good dog", "u1") == []
    assert machine.matches("Don't forget the tea", "u1") == []
    assert machine.matches("Forget the tea without milk, it should be with milk from now on.", "u1") == []


def test_a_command_to_forget_is_not_learned_and_the_model_is_told_that_nothing_is_gone(
    agent: Agent, machine: LearningMachine, writer: FakeChat
) -> None:
    """C11."""
    talk(agent, "Forget everything about Rex.")
    assert machine.items(state=None) == []
    assert "Nothing has been removed" in str(writer.calls[-1].messages[-1]["content"])


def test_a_thumb_down_with_a_reason_proposes_a_lesson(agent: Agent, machine: LearningMachine, db: Database) -> None:
    """C15."""
    talk(agent, "What is a good name for a boat?")
    answer = db.turns("s1")[-1]
    assert machine.feedback(answer.id, good=True) is None
    assert machine.feedback(answer.id, good=False) is None
    changed = machine.feedback(answer.id, good=False, reason="give three names, not one")
    assert changed is not None
    (item,) = machine.items(state="proposed")
    assert (item.store, item.text) == ("learned_knowledge", "Next time: give three names, not one")
    assert item.source.turn_id == answer.id
    assert db.conversation.turn(answer.id).data["feedback"] == {"good": False, "reason": "give three names, not one"}
    machine.reject(item.id)
    assert machine.feedback(answer.id, good=False, reason="give three names, not one") is None
    with pytest.raises(InvalidInput, match="answer"):
        machine.feedback(db.turns("s1")[0].id, good=False, reason="no")


def test_a_sensitive_matter_waits_whatever_the_mode_unless_its_category_is_allowed(machine: LearningMachine) -> None:
    """C10."""
    said = [{"role": "user", "content": "I was diagnosed with asthma as a child."}]
    assert [item.state for item in machine.process(said, "u1", "s1")] == [State.PROPOSED]
    machine.db.set_setting(ALLOWED, ["health"])
    said = [{"role": "user", "content": "I take insulin before each meal."}]
    assert [item.state for item in machine.process(said, "u1", "s1")] == [State.ACTIVE]
