"""What else happened when something was learned is told wherever the learning is told: an archived entity that is back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from engine import Agent, Database, EntityMemoryConfig, LearningMachine, LearningMode
from engine.events import Asked, Event, Learned, Proposed, ToolUsed
from models import Embedder
from models.fake import FakeChat
from tests.engine.conftest import ALL, talk
from tests.engine.test_tools import calling

BACK = "Ana was archived; it is back."
NEWS = "My sister Ana plays the cello on Sundays."


@pytest.fixture
def archived(machine: LearningMachine) -> LearningMachine:
    """A machine that knows an archived Ana."""
    book = machine.entities("u1")
    book.remember("Ana", "lives in Lisbon", "person")
    book.archive("Ana")
    return machine


def notices(events: Sequence[Event]) -> list[str]:
    return [notice for event in events if isinstance(event, Learned) for notice in event.notices]


def test_learning_tells_that_something_archived_is_back(archived: LearningMachine, agent: Agent) -> None:
    """A11."""
    assert notices(talk(agent, NEWS)) == [BACK]
    assert notices(talk(agent, "Ana bought a red bicycle in Porto last week.")) == []
    assert not archived.entities("u1").get("Ana").archived


def test_a_proposal_tells_it_when_it_is_accepted_and_not_before(archived: LearningMachine, agent: Agent) -> None:
    """A11."""
    archived.set_mode("entity_memory", LearningMode.PROPOSE)
    events = talk(agent, NEWS)
    (proposed,) = [item for event in events if isinstance(event, Proposed) for item in event.items]
    assert notices(events) == []
    assert archived.accept(proposed.id).notices == (BACK,)


def test_what_the_human_allows_in_the_turn_tells_it_too(archived: LearningMachine, agent: Agent) -> None:
    """A11."""
    archived.set_mode("entity_memory", LearningMode.HITL)
    seen: list[Event] = []
    for event in agent.run(NEWS, "u1", "s1"):
        seen.append(event)
        if isinstance(event, Asked):
            agent.answer(event.items[0].id, "accept")
    assert notices(seen) == [BACK]


@pytest.mark.parametrize("mode", [LearningMode.AGENTIC, LearningMode.HITL])
def test_a_tool_tells_it_to_the_model_and_to_the_human(db: Database, embedder: Embedder, mode: LearningMode) -> None:
    """A11."""
    model = calling([("remember_about", {"name": "Ana", "fact": "plays the cello"})])
    machine = LearningMachine(db, model=model, embedder=embedder, **ALL)
    machine.entities("u1").remember("Ana", "lives in Lisbon", "person")
    machine.entities("u1").archive("Ana")
    machine.configure("entity_memory", EntityMemoryConfig(mode=mode, enable_agent_tools=True))
    agent = Agent(model=model, learning=machine)
    seen: list[Event] = []
    for event in agent.run("Ana plays the cello.", "u1", "s1"):
        seen.append(event)
        if isinstance(event, Asked):
            agent.answer(event.items[0].id, "accept")
    (used,) = [event for event in seen if isinstance(event, ToolUsed)]
    assert used.result.endswith(BACK)
    assert notices(seen) == [BACK]


def test_a_printed_turn_says_it(
    archived: LearningMachine, writer: FakeChat, capsys: pytest.CaptureFixture[str]
) -> None:
    """A11."""
    Agent(model=writer, learning=archived).print_response(NEWS, "u1", "s1")
    assert BACK in capsys.readouterr().err
