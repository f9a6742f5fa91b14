"""The summary of a chat: what is still told of its early messages once the context is full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from engine import Agent, Database, LearningMachine, LearningMode
from engine.events import Recalled
from engine.item import Origin, Turn
from engine.summary import TITLE, summarise
from models import Embedder, Message, Tool
from models.fake import FakeChat
from tests.engine.conftest import ALL, answer_or_write, talk

BOAT = "Let us plan how the old ferry Juno gets to the yard in Cuxhaven by Friday, she draws 2.4 metres."
ANSWER = "The Juno needs high water at the lock, which is at 14:10 on Thursday. Ok.\n```python\nprint('never told again')\n```"


def words(text: str) -> int:
    """A word is a token here."""
    return len(text.split())


def said(role: str, text: str, position: int = 1) -> Turn:
    return Turn(f"t{position}", "c", "u1", position, role, text, datetime(2026, 3, 2))


def small(messages: Sequence[Message], tools: Sequence[Tool], schema: Mapping[str, Any] | None) -> str:
    if schema is not None:
        return answer_or_write(messages, tools, schema)
    return "Now we go on." if "And now?" in str(messages[-1]["content"]) else ANSWER


@pytest.fixture
def model() -> FakeChat:
    return FakeChat(small, context=900)


@pytest.fixture
def captain(db: Database, model: FakeChat, embedder: Embedder) -> Agent:
    """An agent whose model holds few messages."""
    return Agent(model, LearningMachine(db, model=model, embedder=embedder, **ALL))


def fill(agent: Agent, count: int = 14) -> None:
    """The talk about the boat, then so much else that it no longer fits."""
    talk(agent, BOAT)
    for number in range(count):
        talk(agent, f"What rhymes with the word number {number}, and how would a poet go on from there in two lines?")


def systems(model: FakeChat) -> list[str]:
    return [str(call.messages[0]["content"]) for call in model.calls if call.lane == "chat"]


def test_a_summary_holds_both_sides_in_their_own_words_and_no_code(embedder: Embedder) -> None:
    """B3."""
    lines = summarise([], [said("user", BOAT), said("assistant", ANSWER, 2)], embedder, words)
    assert lines == [f"The user: {BOAT}", "You: The Juno needs high water at the lock, which is at 14:10 on Thursday."]


def test_a_summary_stays_within_its_room_and_in_the_order_of_the_talk(embedder: Embedder) -> None:
    turns = [said("user", f"In town number {n} I met a man who sells {n * 7} red bicycles.", n) for n in range(40)]
    lines = summarise([], turns, embedder, words, 60)
    assert 0 < sum(map(words, lines)) <= 60
    places = [int(line.split("number ")[1].split()[0]) for line in lines]
    assert places == sorted(places)


def test_a_summary_builds_on_the_one_before_and_holds_nothing_twice(embedder: Embedder) -> None:
    first = summarise([], [said("user", BOAT)], embedder, words)
    again = summarise(first, [said("user", BOAT), said("user", "The tug costs 900 euros an hour.", 2)], embedder, words)
    assert again == [*first, "The user: The tug costs 900 euros an hour."]


def test_without_an_embedder_what_says_most_is_kept() -> None:
    lines = summarise([], [said("user", "Well, hello there everybody."), said("user", BOAT, 2)], None, words, 25)
    assert lines == [f"The user: {BOAT}"]


def test_what_no_longer_fits_is_told_in_extracts_and_kept_as_the_summary_of_the_session(
    captain: Agent, model: FakeChat
) -> None:
    """A28."""
    fill(captain)
    assert TITLE not in systems(model)[0]
    assert "ferry Juno" in systems(model)[-1].partition(TITLE)[2]
    assert all(BOAT not in str(message["content"]) for message in model.calls[-1].messages[1:])
    item = next(i for i in captain.learning.items("session_context", session_id="s1") if i.key == "summary")
    assert "ferry Juno" in item.text
    assert item.origin is Origin.INFERRED
    assert item.source.chat_id == "s1"


def test_the_prompt_stays_a_prefix_between_two_cuts(captain: Agent, model: FakeChat) -> None:
    """B5."""
    fill(captain, 20)
    calls = [list(call.messages) for call in model.calls if call.lane == "chat"]
    breaks = sum(later[: len(earlier)] != earlier for earlier, later in pairwise(calls))
    assert 1 <= breaks < 15
    assert breaks == len(set(systems(model))) - 1


def test_the_summary_in_the_system_message_is_not_recalled_beside_it(captain: Agent) -> None:
    fill(captain)
    events = talk(captain, "What about the ferry Juno and the yard in Cuxhaven?")
    recalled = next(event for event in events if isinstance(event, Recalled))
    assert all(not entry.text.startswith("Summary") for entry in recalled.items)


def test_a_message_that_is_no_longer_sent_is_found_again_by_recall(captain: Agent, machine: LearningMachine) -> None:
    talk(captain, "How much water does the old ferry Juno draw at the yard in Cuxhaven?")
    fill(captain)
    events = talk(captain, "Did I ask you how much water the ferry Juno draws in Cuxhaven?")
    recalled = next(event for event in events if isinstance(event, Recalled))
    assert any("How much water does the old ferry Juno draw" in entry.text for entry in recalled.items)


@pytest.mark.parametrize("mode", [LearningMode.PROPOSE, LearningMode.HITL, None])
def test_no_summary_is_saved_where_saving_needs_a_word(captain: Agent, model: FakeChat, mode: LearningMode) -> None:
    """B1: the extract is part of the chat, what is saved is the user's to decide."""
    captain.learning.set_mode("session_context", mode)
    fill(captain)
    assert "ferry Juno" in systems(model)[-1].partition(TITLE)[2]
    found = [i for state in ("active", "proposed") for i in captain.learning.items("session_context", state=state)]
    assert all(item.key != "summary" for item in found)


def test_erasing_takes_the_extract_out_of_the_prompt_and_of_the_file(captain: Agent, model: FakeChat) -> None:
    """B15."""
    fill(captain)
    captain.learning.erase_about("Juno", "u1")
    path = captain.learning.db.path
    talk(captain, "And now?")
    assert "Juno" not in systems(model)[-1]
    captain.learning.db.close()
    assert b"Juno" not in Path(path).read_bytes()
