"""What a store is: its fields, its question to the writer, how it reads the reply, and how it renders for the prompt.

A store is pure. It never meets the database, the model, Qt or a thread, and no other store. To add one, write a file like
its neighbours and hand an instance to the machine.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from engine.item import Item


@dataclass(frozen=True, slots=True)
class Chosen:
    """One sentence of the user that was found worth learning, for one store.

    text: the sentence with its relative dates made absolute; quote: the exact words; said_at: the user's wall clock.
    correction: it ends or replaces something, in the words of `correcting`; explicit: the user asked for it to be remembered.
    about: whom its first word, a pronoun, stands for; "" without. value: (field, value) of the profile, where it is known.
    """

    store: str
    text: str
    quote: str
    said_at: datetime
    confidence: float = 1.0
    correction: bool = False
    explicit: bool = False
    correcting: str = ""
    about: str = ""
    value: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a store made of a sentence, before it meets what is already known."""

    kind: str
    text: str
    subject: str = ""
    key: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    valid_from: datetime | None = None


class Store(ABC):
    """Base of the six stores, and of a seventh.

    name: of the store, its view and its config; title: for people; letter: its label in the head's training corpus.
    scope: "user", "session" or "namespace": whose items are seen together.
    slots: one current value a slot (subject and key): a new value supersedes the old one.
    pinned: always in the prompt; otherwise recalled when relevant.
    columns: of the view: name -> SQL type.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    letter: ClassVar[str]
    scope: ClassVar[str] = "user"
    slots: ClassVar[bool] = False
    pinned: ClassVar[bool] = False
    columns: ClassVar[Mapping[str, str]] = {}
    captures: ClassVar[str] = ""
    """One line: what belongs here, for the writer's prompt and for people."""
    joins: ClassVar[bool] = False
    """Whether neighbouring sentences belong to one item: a decision and its reasons."""
    otherwise: ClassVar[str] = ""
    """The store that takes what cannot be read into this one."""

    def claims(self, sentence: str) -> float:
        """How likely (0 to 1) a sentence belongs here, for a store that the trained head does not know."""
        return 0.0

    @abstractmethod
    def schema(self) -> Mapping[str, Any]:
        """JSON schema of what the writer returns for one sentence."""

    @abstractmethod
    def read(self, entry: Mapping[str, Any], chosen: Chosen) -> list[Draft]:
        """Drafts from the writer's entry for one sentence; empty when it holds nothing usable."""

    @abstractmethod
    def plain(self, chosen: Chosen) -> list[Draft]:
        """Drafts without a writer: from the user's own sentence."""

    def render(self, items: Sequence[Item]) -> list[str]:
        """One line an item, as the model reads them."""
        return [f"- {item.text}" for item in items]

    def merge(self, old: Item, draft: Draft) -> Draft:
        """What the slot holds when `draft` meets `old`; by default the new value."""
        return draft


def text_field(limit: int, description: str = "") -> dict[str, Any]:
    """JSON schema of a non-empty text of at most `limit` characters."""
    return {
        "type": "string",
        "minLength": 1,
        "maxLength": limit,
        **({"description": description} if description else {}),
    }


def closed(properties: Mapping[str, Any], optional: Sequence[str] = ()) -> dict[str, Any]:
    """JSON schema of an object with exactly these properties."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": False}


def said(entry: Mapping[str, Any], name: str) -> str:
    """The entry's text under `name`, stripped; "" when it is missing, null or no text."""
    value = entry.get(name)
    return value.strip() if isinstance(value, str) and value.strip().lower() not in _NOTHING else ""


_NOTHING = frozenset({"", "null", "none", "n/a", "unknown", "not specified", "not mentioned", "unspecified"})
