"""Engine tests: a real DuckDB file, the real embedder; the model is scripted where its wit is not the point."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from engine import Agent, Database, LearningMachine
from engine.events import Event
from models import Embedder, Message, Tool, open_embedder
from models.fake import FakeChat

ALL: dict[str, Any] = {
    "user_profile": True,
    "user_memory": True,
    "session_context": True,
    "entity_memory": True,
    "learned_knowledge": True,
    "decision_log": True,
}

Machine = Callable[..., LearningMachine]


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The real one: 23 MB, 2 ms a text."""
    return open_embedder()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the memory file of a test is."""
    return tmp_path / "memory.duckdb"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    """A new memory file."""
    with Database(path) as database:
        yield database


@pytest.fixture
def writer() -> FakeChat:
    """Answers "Sure." in a conversation; when it learns, it repeats each sentence as its note."""
    return FakeChat(answer_or_write)


@pytest.fixture
def machine(db: Database, writer: FakeChat, embedder: Embedder) -> LearningMachine:
    """All six stores on ALWAYS."""
    return LearningMachine(db, model=writer, embedder=embedder, **ALL)


@pytest.fixture
def agent(machine: LearningMachine, writer: FakeChat) -> Agent:
    """An agent on that machine."""
    return Agent(model=writer, learning=machine)


def answer_or_write(messages: Sequence[Message], tools: Sequence[Tool], schema: Mapping[str, Any] | None) -> str:
    """A scripted model: a plain answer, or for a schema the JSON that a faithful writer would give."""
    if schema is None or "properties" not in schema:
        return "Sure."
    sentences = dict(re.findall(r"^(\d+)\. \[[^\]]+\] (.*)$", str(messages[-1]["content"]), re.MULTILINE))
    entries = {number: filled(entry, sentences[number]) for number, entry in schema["properties"].items()}
    return json.dumps(entries)


def filled(entry: Mapping[str, Any], sentence: str) -> Any:
    """A value that fits the schema and says the sentence."""
    if "enum" in entry:
        return entry["enum"][0]
    if entry["type"] == "array":
        return [filled(entry["items"], sentence)]
    if entry["type"] == "object":
        return {name: filled(value, sentence) for name, value in entry["properties"].items()}
    return (re.findall(r"[A-Z]\w+", sentence[1:]) or [sentence])[0] if entry["maxLength"] <= 60 else sentence


def talk(agent: Agent, message: str, session: str = "s1", user: str = "u1") -> list[Event]:
    """All events of one turn."""
    return list(agent.run(message, user, session))
