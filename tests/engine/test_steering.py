"""AGENTIC with a small model: which calls a message asks for, what they may hold, and what the model sees of them later."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from engine import Agent, Database, LearningMachine, LearningMode
from engine.events import Finished, ToolUsed
from engine.item import State
from engine.steering import Speech
from models import Embedder, Message, Tool
from models.fake import FakeChat
from tests.engine.conftest import ALL, talk

SMALL = 1_500_000_000


class Filler:
    """A small model that fills what the grammar asks for: the first call offered, each argument with `words`."""

    def __init__(self, words: str, reply: str = "Noted.") -> None:
        self.words, self.reply = words, reply
        self.offered: list[set[str]] = []
        self.choices: list[str] = []

    def __call__(self, messages: Sequence[Message], tools: Sequence[Tool], schema: Mapping[str, Any] | None) -> str:
        if schema is None:
            return self.reply
        if schema.get("type") == "string":
            return json.dumps(self.reply)
        if "anyOf" not in schema:
            return json.dumps({number: {} for number in schema["properties"]})
        self.offered.append({one["properties"]["name"]["const"] for one in schema["anyOf"]})
        first = schema["anyOf"][0]["properties"]
        arguments = first["arguments"]["properties"]
        self.choices += [text for kind in arguments.values() for text in kind.get("enum", ())]
        filled = {name: kind["enum"][0] if "enum" in kind else self.words for name, kind in arguments.items()}
        return json.dumps({"name": first["name"]["const"], "arguments": filled})


@pytest.fixture
def filler() -> Filler:
    return Filler("something else entirely")


@pytest.fixture
def agentic(db: Database, embedder: Embedder, filler: Filler) -> Agent:
    """An agent with a small model; all six stores left to it."""
    model = FakeChat(filler, parameters=SMALL)
    learning = LearningMachine(db, model=model, embedder=embedder, **ALL)
    for store in ALL:
        learning.set_mode(store, LearningMode.AGENTIC)
    return Agent(model=model, learning=learning)


def used(agent: Agent, message: str) -> list[ToolUsed]:
    return [event for event in talk(agent, message) if isinstance(event, ToolUsed)]


def texts(agent: Agent, store: str) -> list[str]:
    return [item.text for item in agent.learning.items(store)]


def test_a_small_model_is_made_to_note_what_the_user_tells_it(agentic: Agent, filler: Filler) -> None:
    calls = used(agentic, "I drink my tea without milk, always have.")
    assert [call.name for call in calls] == ["add_memory"]
    assert filler.offered == [{"add_memory"}]


def test_words_that_the_user_did_not_say_give_way_to_the_users_own(agentic: Agent) -> None:
    used(agentic, "I drink my tea without milk.")
    assert texts(agentic, "user_memory") == ["I drink my tea without milk"]


def test_small_talk_and_questions_ask_for_no_call(agentic: Agent, filler: Filler) -> None:
    for message in ("Good morning!", "What is the capital of Peru?", "Write a poem about the sea."):
        assert used(agentic, message) == []
    assert filler.offered == []


def test_looking_up_forgetting_and_outcomes_are_seen_from_the_words(agentic: Agent, filler: Filler) -> None:
    learning = agentic.learning
    learning.write("user_memory", "Drinks tea without milk", user_id="u1")
    learning.write("decision_log", "We buy the van", user_id="u1")
    used(agentic, "Look up what you noted about the van.")
    used(agentic, "The van turned out well. Record that outcome.")
    used(agentic, "Please forget what you noted about my tea.")
    assert [name for name in filler.offered[0] if not name.startswith("search_")] == []
    assert filler.offered[1] == {"record_outcome"}
    assert learning.items("decision_log")[0].data["outcome"]
    assert learning.items("user_memory", state=State.FORGOTTEN)[0].text == "Drinks tea without milk"


def test_a_change_replaces_a_note_that_is_chosen_from_those_there_are(agentic: Agent, filler: Filler) -> None:
    agentic.learning.write("user_memory", "Drinks tea without milk", user_id="u1")
    used(agentic, "I drink my tea with lemon now. Please update your note.")
    assert filler.choices == ["Drinks tea without milk"]
    assert texts(agentic, "user_memory") == ["I drink my tea with lemon now"]
    assert agentic.learning.items("user_memory", state=State.SUPERSEDED)[0].text == "Drinks tea without milk"


def test_after_the_calls_the_model_can_only_answer_in_words(agentic: Agent, filler: Filler) -> None:
    filler.reply = 'Noted: "no milk".\nAnything else?'
    (finished,) = [e for e in talk(agentic, "I drink my tea without milk.") if isinstance(e, Finished)]
    assert finished.text == filler.reply


def test_calls_and_their_results_are_sent_again_as_history(agentic: Agent) -> None:
    """B5."""
    talk(agentic, "I drink my tea without milk.")
    talk(agentic, "Good morning!")
    model = agentic.model
    assert isinstance(model, FakeChat)
    chats = [call.messages for call in model.calls if call.lane == "chat"]
    assert [message["role"] for message in chats[-1]] == ["system", "user", "assistant", "tool", "assistant", "user"]
    assert chats[-1][: len(chats[-2])] == chats[-2]
    assert chats[-1][2]["tool_calls"][0]["name"] == "add_memory"


def test_a_large_model_is_left_to_decide_by_itself(db: Database, embedder: Embedder, filler: Filler) -> None:
    model = FakeChat(filler, parameters=8_000_000_000)
    learning = LearningMachine(db, model=model, embedder=embedder, user_memory=True)
    learning.set_mode("user_memory", LearningMode.AGENTIC)
    assert used(Agent(model=model, learning=learning), "I drink my tea without milk.") == []
    assert filler.offered == []


def test_what_the_user_asks_to_be_noted_is_not_asked_about_again(agentic: Agent) -> None:
    """A25."""
    used(agentic, "Please note that I am allergic to penicillin.")
    assert texts(agentic, "user_memory") == ["I am allergic to penicillin"]
    assert agentic.learning.items(state="proposed") == []


def test_a_call_that_was_cut_off_is_counted_and_nothing_is_lost(db: Database, embedder: Embedder) -> None:
    """B16."""
    model = FakeChat(lambda m, t, s: '{"name": "add_mem' if s and "anyOf" in s else '"Sure."', parameters=SMALL)
    learning = LearningMachine(db, model=model, embedder=embedder, user_memory=True)
    learning.set_mode("user_memory", LearningMode.AGENTIC)
    events = talk(Agent(model=model, learning=learning), "I drink my tea without milk.")
    assert [event.failed for event in events if isinstance(event, ToolUsed)] == [True]
    assert db.turns("s1")[1].data["malformed"] == 1


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_a_quoted_answer_reads_the_same_however_it_was_cut(size: int) -> None:
    text = 'He said "no".\nTab\there \\ slash'
    raw = json.dumps(text)
    speech = Speech()
    assert "".join(speech.feed(raw[at : at + size]) for at in range(0, len(raw), size)) == text
