"""The human's word on a question of the chat, on its way from the card to the turn that waits."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.memory import set_mode
from engine import Agent, Database, LearningMachine, LearningMode


@dataclass(frozen=True, slots=True)
class Said:
    """words: (item id, verdict of `Agent.answer`, new text or None) of each item; always: stores that need not ask again."""

    words: tuple[tuple[str, str, str | None], ...]
    always: tuple[str, ...] = ()


def decide(agent: Agent, learning: LearningMachine, database: Database, said: Said) -> None:
    """Tell the agent, in the thread of its turn; what need not be asked again is kept for the next start too."""
    for item_id, verdict, text in said.words:
        agent.answer(item_id, verdict, text)
    for store in said.always:
        set_mode(learning, database, store, LearningMode.ALWAYS)
