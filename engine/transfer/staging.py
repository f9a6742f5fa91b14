"""Brings chats in where nobody sees them, a few at a time, until one short transaction makes all of them visible at once.

An import of years takes minutes, nearly all of it to embed. Staged chats are marked as deleted, so no list, search or export
shows them, and noted in a setting; whoever uses the memory meanwhile waits for one batch at most. What an ended process
left behind is swept away when the file is opened again (`Archive.sweep`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import uuid4

from engine.database import Database
from engine.database.index import Document
from engine.indexing import BATCH, Indexer, Said
from engine.item import Chat, Turn


@dataclass(slots=True)
class Staging:
    """The chats and turns of one import on their way in. append: new turns of a chat that is here go to its end."""

    database: Database
    indexer: Indexer
    append: bool
    _name: str = field(default_factory=lambda: uuid4().hex)
    _chats: dict[str, Chat] = field(default_factory=dict)
    _turns: list[Turn] = field(default_factory=list)
    _said: list[Said] = field(default_factory=list)
    _staged: set[str] = field(default_factory=set)
    _late: dict[str, list[Turn]] = field(default_factory=dict)
    _late_said: list[Said] = field(default_factory=list)
    _late_documents: list[Document] = field(default_factory=list)

    def put(self, chat: Chat, turns: Sequence[Turn], said: Sequence[Said], *, new: bool) -> None:
        """Take in a new chat, or turns of one. said: those of the turns that are to be found, with what was said before."""
        if not new and chat.id not in self._staged and chat.id not in self._chats:
            self._late.setdefault(chat.id, []).extend(turns)
            self._late_said += said
            return
        self._chats.setdefault(chat.id, chat)
        self._turns += turns
        self._said += said
        if len(self._said) >= BATCH:
            self._flush()

    def prepare(self) -> None:
        """Write what still waits and compute what `reveal` needs, before the transaction."""
        self._flush()
        self._late_documents = self.indexer.of_turns(self._late_said)

    def reveal(self) -> None:
        """Make everything visible: part of the transaction of the import."""
        archive = self.database.archive
        for chat_id, turns in self._late.items():
            last = archive.last_position(chat_id) if self.append else 0
            archive.add_turns([replace(t, position=last + n) if last else t for n, t in enumerate(turns, 1)])
        self.indexer.add(self._late_documents)
        archive.show(self._name)

    def discard(self) -> None:
        """Take everything out again; nothing was ever seen of it."""
        self.database.archive.sweep(self._name)

    def _flush(self) -> None:
        chats = [chat for chat in self._chats.values() if chat.id not in self._staged]
        if not (chats or self._turns):
            return
        documents = self.indexer.of_turns(self._said)
        self._staged |= set(self._chats)
        with self.database.transaction():
            self.database.archive.hide(chats, self._turns, self._name)
            self.indexer.add(documents)
        self._chats, self._turns, self._said = {}, [], []
