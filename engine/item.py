"""The one shape of everything that Keepwise has learned, whatever the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """Where an item is in its life. Only ACTIVE items are ever recalled; PROPOSED ones are inert until accepted."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    SUPERSEDED = "superseded"
    REJECTED = "rejected"
    FORGOTTEN = "forgotten"


class Origin(StrEnum):
    """How an item came to be: said by the user, inferred from what was said, made by the agent's tools,
    written by hand in the window, or imported."""

    SAID = "said"
    INFERRED = "inferred"
    AGENT = "agent"
    WRITTEN = "written"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an item comes from: the chat, the turn, and the caller's own reference of that turn. Empty when written by hand."""

    chat_id: str = ""
    turn_id: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing learned: a profile field, a memory, a session slot, a fact, event or relationship, an insight or a decision.

    All times are naive UTC. `valid_from` and `valid_to` say when it was true in the world, `created_at` when it was
    recorded. `key` is the slot it fills ("" when it fills none); `replaces` names the item that a proposal would supersede.
    """

    id: str
    store: str
    kind: str
    text: str
    subject: str = ""
    key: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    state: State = State.ACTIVE
    user_id: str = ""
    session_id: str = ""
    namespace: str = "user"
    agent_id: str = ""
    source: Source = field(default_factory=Source)
    quote: str = ""
    origin: Origin = Origin.SAID
    confidence: float = 1.0
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    superseded_by: str = ""
    replaces: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None
    last_used_at: datetime | None = None
    uses: int = 0


@dataclass(frozen=True, slots=True)
class Chat:
    """One conversation (a session). `turn_count` counts user and assistant turns."""

    id: str
    user_id: str
    title: str
    created_at: datetime
    updated_at: datetime
    pinned: bool = False
    archived: bool = False
    turn_count: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """One message, kept word for word: the evidence that items rest on.

    state: "complete", "streaming" (being written; after a crash: as far as it came) or "stopped".
    learned: whether the exchange that this user turn opens was already learned from.
    data: for an answer, what it was given and what it cost (see `engine.agent`).
    """

    id: str
    chat_id: str
    user_id: str
    position: int
    role: str
    text: str
    created_at: datetime
    state: str = "complete"
    learned: bool = False
    name: str = ""
    ref: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """A chat in which words were found: the first message that holds them, and how many do."""

    chat_id: str
    turn_id: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One result of `LearningMachine.search`: an item or a past turn. `ref` is the caller's own reference of a turn."""

    kind: str
    id: str
    ref: str
    text: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of the append-only log: who did what to an item, when and why, with the item before and after."""

    id: int
    act: int
    item_id: str
    at: datetime
    by: str
    action: str
    before: Item | None
    after: Item | None
