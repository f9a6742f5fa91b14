"""`Database`: the memory file. Opens it, hands out its parts, keeps settings and the views for whoever looks inside."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from engine.database.archive import Archive
from engine.database.connection import Connection
from engine.database.conversation import Conversation
from engine.database.erasure import Erasure
from engine.database.folders import Folders
from engine.database.index import Index
from engine.database.items import Items
from engine.database.opening import IN_MEMORY
from engine.errors import DatabaseUnreadable
from engine.events import Changed
from engine.item import Chat, Turn

COMPACTION_DUE = "compaction_due"
"""The setting that says that something was erased and its bytes may still be in the file."""


class Database:
    """One DuckDB file with everything that Keepwise remembers. Safe to use from several threads; one process at a time.

    path: a file, made when it is not there, or ":memory:" for a memory that is in no file and ends when it is closed.
    passphrase: of an encrypted file; a new one is made encrypted.
    Raises DatabaseBusy when another process has it open, DatabaseUnreadable when it is something else or damaged,
    PassphraseNeeded and WrongPassphrase when it is encrypted; the file was not changed then.
    """

    def __init__(self, path: str | Path, passphrase: str | None = None) -> None:
        self._connection = Connection(path, passphrase)
        try:
            self._begin()
        except BaseException:
            self._connection.close()
            raise

    def _begin(self) -> None:
        self.index = Index(self._connection)
        self.items = Items(self._connection, self.index)
        self.conversation = Conversation(self._connection)
        self.folders = Folders(self._connection)
        self.archive = Archive(self._connection, self.index)
        self.erasure = Erasure(self._connection, self.index)
        self.conversation.close_interrupted()
        self.archive.sweep()
        if self.setting(COMPACTION_DUE, False):
            self.compact()

    @property
    def path(self) -> str:
        """Where the file is."""
        return self._connection.path

    def close(self) -> None:
        """Close the file; everything acknowledged is on disk. Idempotent."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing: everything read and written within happens at one moment."""
        return self._connection.transaction()

    def compact(self) -> None:
        """Rebuild the file from its live rows, so that nothing erased is left in it; a crash leaves the old or the new one.

        What was erased asks for it by the setting COMPACTION_DUE, so that a crash in between makes up for it at the next start.
        """
        self._connection.compact()
        self._connection.run("DELETE FROM settings WHERE name = ?", [COMPACTION_DUE])

    def excerpt(self, user_id: str, refusal: str) -> Database:
        """A memory of its own, in no file, with the user's active items and their index; acts on it are refused in these
        words. Measured: 0.5 s for 2,000 items."""
        aside = Database(IN_MEMORY)
        try:
            aside.archive.add_rows(self.archive.rows_of(user_id))
        except BaseException:
            aside.close()
            raise
        aside.items.refusal = refusal
        return aside

    @property
    def encrypted(self) -> bool:
        """Whether the file is encrypted."""
        return self._connection.file.encrypted

    def is_passphrase(self, text: str) -> bool:
        """Whether this is the passphrase of the file; never for a plain one."""
        return self._connection.file.is_passphrase(text)

    def encrypt(self, passphrase: str) -> None:
        """Encrypt the file, or change its passphrase: it is rebuilt, so that no plain byte is left in it. Backups stay.

        A crash leaves a whole file, under the old passphrase (or plain) or under the new one. Raises DatabaseError.
        """
        self._connection.rekey(passphrase)

    def decrypt(self) -> None:
        """Make the file plain again. Raises DatabaseError."""
        self._connection.rekey(None)

    def rebuilt(self) -> tuple[int, int]:
        """How far encrypting or compacting is: bytes done and about how many there will be. From any thread."""
        return self._connection.file.copied()

    def copy(self, target: Path) -> None:
        """Write a whole copy of the memory file, such as a backup, while it is in use. Raises DatabaseError."""
        self._connection.copy(target)

    def adopt(self, source: Path, target: Path, passphrase: str = "") -> None:
        """Write another memory file to `target` (which may be the same), as encrypted as this one.

        passphrase: of the other one, when it may be under another than this one. Raises DatabaseError, WrongPassphrase.
        """
        self._connection.file.adopt(source, target, passphrase)

    def exchange(self, path: Path) -> None:
        """Go on with another memory file; the one before stays as it is. Raises DatabaseError, with the old one still open."""
        self._connection.exchange(path)
        self._connection.announce_all(Changed(0, "exchange"))

    def subscribe(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Call `listener` with each committed change, in the writing thread. The result ends the subscription."""
        return self._connection.subscribe(listener)

    def chats(self, user_id: str, archived: bool = False) -> list[Chat]:
        """The user's chats, pinned first, then the latest used."""
        return self.conversation.chats(user_id, archived=archived)

    def chat(self, chat_id: str) -> Chat | None:
        """The chat, or None."""
        return self.conversation.chat(chat_id)

    def create_chat(self, user_id: str, title: str = "", chat_id: str | None = None) -> Chat:
        """A new chat (or the one that has this id)."""
        return self.conversation.create_chat(user_id, title, chat_id or "")

    def rename_chat(self, chat_id: str, title: str) -> None:
        """Give the chat a title."""
        self.conversation.rename_chat(chat_id, title)

    def pin_chat(self, chat_id: str, pinned: bool) -> None:
        """Keep the chat on top of the list, or no longer."""
        self.conversation.pin_chat(chat_id, pinned)

    def delete_chat(self, chat_id: str) -> Changed:
        """Take the chat out of every list; `undo` brings it back."""
        self.conversation.existing_chat(chat_id)
        return self.items.record_chat("delete chat", chat_id, deleted=True, by="user")

    def turns(self, chat_id: str, *, versions: bool = False) -> list[Turn]:
        """The turns of a chat, in order. versions: also those in whose place another version is shown."""
        return self.conversation.turns(chat_id, versions=versions)

    def setting(self, name: str, default: Any = None) -> Any:
        """A stored setting (any JSON value)."""
        row = self._connection.row("SELECT value FROM settings WHERE name = ?", [name])
        return default if row is None else json.loads(row[0])

    def set_setting(self, name: str, value: Any) -> None:
        """Store a setting (any JSON value)."""
        self._connection.run("INSERT OR REPLACE INTO settings VALUES (?, ?)", [name, json.dumps(value)])

    def define_view(self, name: str, columns: Mapping[str, str]) -> None:
        """(Re)make the view of one store for whoever opens the file in DuckDB: typed columns from the items' data.

        columns: name -> SQL type; a column that is no column of `items` is read from the item's data.
        """
        own = {"subject", "key", "text", "kind", "quote", "namespace", "session_id", "agent_id"}
        chosen = [
            column if column in own else f"try_cast(i.data->>'$.{column}' AS {sql_type}) AS {column}"
            for column, sql_type in columns.items()
        ]
        self._connection.run(
            f"CREATE OR REPLACE VIEW {name} AS SELECT i.id, i.user_id, i.state, {', '.join(chosen)}, i.origin, i.confidence, "
            "i.valid_from, i.valid_to, i.created_at, i.updated_at, i.chat_id, i.turn_id, v.vector "
            f"FROM items i LEFT JOIN vectors v ON v.owner = i.id WHERE i.store = '{name}'"
        )

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of a reading statement, for the curious; the views are named after the stores."""
        return self._connection.rows(sql)

    def check(self) -> list[str]:
        """Read everything once and name what does not fit together; empty when all is well."""
        problems = [
            f"item {row[0]} is not in the log"
            for row in self._connection.rows("SELECT id FROM items WHERE id NOT IN (SELECT target FROM revisions)")
        ]
        problems += [
            f"turn {row[0]} belongs to no chat"
            for row in self._connection.rows("SELECT id FROM turns WHERE chat_id NOT IN (SELECT id FROM chats)")
        ]
        if self._connection.row("SELECT count(*), count(vector) FROM vectors") is None:
            raise DatabaseUnreadable(f"{self.path} has no readable vectors.")
        return problems
