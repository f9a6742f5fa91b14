"""What the engine tells whoever listens: the events of a turn, and the one change notice after each write."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from engine.errors import KeepwiseError
from engine.item import Item
from models.protocols import Prefill, Text, Timings

__all__ = [
    "Asked",
    "Changed",
    "Cost",
    "Event",
    "Failed",
    "Finished",
    "Learned",
    "Learning",
    "Postponed",
    "Prefill",
    "Proposed",
    "Recalled",
    "RecalledItem",
    "Retracted",
    "Started",
    "Text",
    "Thinking",
    "ToolUsed",
]


@dataclass(frozen=True, slots=True)
class RecalledItem:
    """One item (or past turn) as it was given to the model: its score, what it cost in tokens, and why it was chosen."""

    id: str
    store: str
    text: str
    score: float
    tokens: int
    why: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What one prompt is made of, in tokens: system message with the profile and tools, what was recalled, the history that
    is sent, the message, and the room that is kept for the answer."""

    system: int
    recalled: int
    history: int
    message: int
    room: int


@dataclass(frozen=True, slots=True)
class Recalled:
    """What was brought to mind for one message. `text` is exactly what the model is sent; empty when nothing is relevant.

    cost: what the whole prompt is made of, where one was composed.
    """

    text: str = ""
    items: tuple[RecalledItem, ...] = ()
    cost: Cost | None = None


@dataclass(frozen=True, slots=True)
class Started:
    """The user's message is saved; ids of its turn and of the answer that is being written."""

    chat_id: str
    user_turn: str
    answer_turn: str


@dataclass(frozen=True, slots=True)
class Retracted:
    """A message took the place of another: `items` as they are now that only the old one had taught; `act` undoes it."""

    items: tuple[Item, ...]
    act: int


@dataclass(frozen=True, slots=True)
class Thinking:
    """The model reasons before it answers: how many pieces (about tokens) so far. What it thinks is neither shown nor kept."""

    pieces: int


@dataclass(frozen=True, slots=True)
class ToolUsed:
    """A tool ran: with what, and what it answered (or the reason why it failed)."""

    name: str
    arguments: dict[str, Any]
    result: str
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The turn waits for the human: may these items be saved? Answer with `Agent.answer`; unanswered they become proposals."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """The answer is complete and saved; the user can type again. `stopped` when it was ended early; `left_out`: how many
    earlier messages the model was no longer sent, because its context was full."""

    turn_id: str
    text: str
    stopped: bool = False
    timings: Timings = field(default_factory=Timings)
    context: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Learning:
    """Learning from the exchange has begun (only when there is something to learn)."""

    sentences: int


@dataclass(frozen=True, slots=True)
class Learned:
    """Items that are active now because of this exchange; `act` is what `undo` would take back.

    notices: what else happened by it, one sentence each: an archived entity that is back.
    """

    items: tuple[Item, ...]
    act: int
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """Items that wait for the human's word in the inbox."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Postponed:
    """Learning was cut short (the user went on, or the model failed); the exchange stays "not yet learned"."""

    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The turn could not be finished; what was said so far is saved under `turn_id`."""

    error: KeepwiseError
    turn_id: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A write was committed. `act` is its number in the log, `action` its name, `items` their state afterwards.

    notices: as in `Learned`, when a proposal was accepted.
    """

    act: int
    action: str
    items: tuple[Item, ...] = ()
    chats: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


Event: TypeAlias = (
    Started
    | Retracted
    | Recalled
    | Prefill
    | Thinking
    | Text
    | ToolUsed
    | Asked
    | Finished
    | Learning
    | Learned
    | Proposed
    | Postponed
    | Failed
)
