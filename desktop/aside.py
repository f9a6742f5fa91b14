"""A temporary chat as the bridge needs it: what it is called, its memory in no file, and the agent that talks there."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from engine import Agent, LearningMachine, Temporary
from models.protocols import ChatModel


@dataclass(frozen=True, slots=True)
class Aside:
    """The temporary chat that is open. Closing `learning` ends it without a trace."""

    chat_id: str
    learning: Temporary
    agent: Agent


def make_aside(learning: LearningMachine, model: ChatModel, user_id: str) -> Aside:
    """A new one. Takes 0.5 s when 2,000 items are known: for the desk."""
    apart = Temporary(learning, user_id)
    return Aside(uuid4().hex[:12], apart, Agent(model=model, learning=apart))
