"""The promise of the first page, with the real starter model on a real file: it learns, it remembers, it can be put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import Agent, Database, LearningMachine, LearningMode
from engine.events import Finished
from models import ChatModel, Embedder, open_chat
from tests.engine.conftest import ALL, talk

pytestmark = [pytest.mark.model, pytest.mark.timeout(900)]

INTRODUCTION = "My name is Alex, and I prefer concise responses."
QUESTION = "What do you remember about me?"

TEN = (
    "Hi! I'm Marta Kowalczyk, I run a small flower shop in Gdańsk.",
    "Goal for this chat: a price list for spring bouquets that fits on one page.",
    "Please keep your answers short, I read them on my phone between customers.",
    "My sister Zofia takes over the shop on Saturdays.",
    "What is a good synonym for 'fresh'?",
    "We decided to drop the home delivery, the courier costs more than the margin on a bouquet.",
    "If tulips droop, wrap them in paper and stand them in cold water for two hours, they come up straight again.",
    "Two prices are fixed so far: small bouquet 49, medium 79. The large one is still open.",
    "haha thanks, great",
    "I have an appointment with the tax adviser next Tuesday at 10.",
)


@pytest.fixture(scope="module")
def starter() -> Iterator[ChatModel]:
    """The model that `make run` fetches."""
    model = open_chat("starter")
    list(model.stream([{"role": "user", "content": "Hi"}], max_tokens=1))  # starts its process
    yield model
    model.close()


def machine_on(db: Database, model: ChatModel, embedder: Embedder) -> tuple[LearningMachine, Agent]:
    """A machine with all six stores, and its agent."""
    machine = LearningMachine(db, model=model, embedder=embedder, **ALL)
    return machine, Agent(model=model, learning=machine)


def answer(agent: Agent, message: str, session: str) -> str:
    """What the model says."""
    return next(event.text for event in talk(agent, message, session) if isinstance(event, Finished))


def test_it_remembers_after_a_restart_and_can_be_corrected(path: Path, starter: ChatModel, embedder: Embedder) -> None:
    with Database(path) as db:
        _, agent = machine_on(db, starter, embedder)
        talk(agent, INTRODUCTION, "s1")
    with Database(path) as db:
        machine, agent = machine_on(db, starter, embedder)
        said = answer(agent, QUESTION, "s2")
        assert "Alex" in said
        assert re.search(r"concise|short|brief", said, re.IGNORECASE)
        name = next(item for item in machine.items("user_profile") if item.key == "name")
        assert name.data["value"] == "Alex"
        assert name.quote in INTRODUCTION
        assert db.conversation.turn(name.source.turn_id).text == INTRODUCTION
        assert any("concise" in item.text.lower() for item in machine.items("user_memory"))
        machine.edit(name.id, value="Alexandra")
        assert "Alexandra" in answer(agent, "What is my name?", "s3")
        machine.undo()
        back = answer(agent, "What is my name?", "s4")
        assert "Alex" in back
        assert "Alexandra" not in back


def test_what_is_only_proposed_is_not_used_until_accepted(path: Path, starter: ChatModel, embedder: Embedder) -> None:
    with Database(path) as db:
        machine, agent = machine_on(db, starter, embedder)
        for store in ALL:
            machine.set_mode(store, LearningMode.PROPOSE)
        talk(agent, INTRODUCTION, "s1")
        assert machine.items() == []
        assert "Alex" not in answer(agent, QUESTION, "s2")
        for item in machine.items(state="proposed"):
            machine.accept(item.id)
        assert "Alex" in answer(agent, QUESTION, "s3")


def test_a_conversation_of_ten_exchanges_fills_all_six_stores(
    path: Path, starter: ChatModel, embedder: Embedder
) -> None:
    with Database(path) as db:
        machine, agent = machine_on(db, starter, embedder)
        for message in TEN:
            talk(agent, message, "s1")
        for store in ALL:
            assert machine.items(store), store
            assert db.query(f"SELECT count(*) FROM {store} WHERE state = 'active' AND vector IS NOT NULL")[0][0] >= 1
        assert all(item.quote in " ".join(TEN) for item in machine.items())
