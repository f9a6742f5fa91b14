"""What erasing needs of the tables: the rows where something can have left a trace, and their removal.

The one place where revisions are deleted or rewritten; everything else only appends to them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from engine.database.archive import CHAT
from engine.database.connection import Connection
from engine.database.index import Index
from engine.database.rows import (
    ITEM_COLUMNS,
    TURN_COLUMNS,
    item_from_json,
    item_of,
    item_to_json,
    turn_of,
    values_of,
)
from engine.events import Changed
from engine.item import Item, Turn

_LISTED = "(SELECT unnest(string_split(?, ' ')))"


class Erasure:
    """Deletes and rewrites rows for good. Call within a transaction."""

    def __init__(self, connection: Connection, index: Index) -> None:
        self._connection = connection
        self._index = index

    def versions(self, user_id: str) -> list[Item]:
        """Every version of every item that a user has or had: the rows, and what the log holds of them."""
        rows = self._connection.rows(f"SELECT {ITEM_COLUMNS} FROM items WHERE user_id = ?", [user_id])
        logged = self._connection.rows(
            "SELECT before, after FROM revisions WHERE coalesce(after, before)->>'$.user_id' = ?", [user_id]
        )
        kept = [item for row in logged for text in row if (item := item_from_json(text)) is not None]
        return [*(item_of(row) for row in rows), *kept]

    def turns(self, user_id: str) -> list[Turn]:
        """All turns of a user in order, chat by chat; those of deleted chats too."""
        rows = self._connection.rows(
            f"SELECT {TURN_COLUMNS} FROM turns WHERE user_id = ? ORDER BY chat_id, position", [user_id]
        )
        return [turn_of(row) for row in rows]

    def titles(self, user_id: str) -> dict[str, str]:
        """The title of each chat of a user; of deleted ones too."""
        return dict(self._connection.rows("SELECT id, title FROM chats WHERE user_id = ?", [user_id]))

    def indexed(self, kind: str) -> set[str]:
        """The ids of what is indexed of a kind."""
        return {row[0] for row in self._connection.rows("SELECT owner FROM documents WHERE kind = ?", [kind])}

    def delete_items(self, ids: Sequence[str]) -> None:
        """Take items out of the table, the log, the index, and what points at them."""
        listed = " ".join(ids)
        self._connection.run(f"DELETE FROM items WHERE id IN {_LISTED}", [listed])
        self._connection.run(f"DELETE FROM revisions WHERE target IN {_LISTED}", [listed])
        self._index.remove(ids)
        for column in ("superseded_by", "replaces"):
            self._connection.run(f"UPDATE items SET {column} = '' WHERE {column} IN {_LISTED}", [listed])
        self._drop_empty_acts()

    def delete_chats(self, ids: Sequence[str]) -> None:
        """Take chats with all their turns out of the tables, the log and the index."""
        listed = " ".join(ids)
        turns = self._connection.rows(f"SELECT id FROM turns WHERE chat_id IN {_LISTED}", [listed])
        self._index.remove([row[0] for row in turns])
        self._connection.run(f"DELETE FROM turns WHERE chat_id IN {_LISTED}", [listed])
        self._connection.run(f"DELETE FROM chats WHERE id IN {_LISTED}", [listed])
        self._connection.run(
            f"DELETE FROM revisions WHERE target IN {_LISTED}", [" ".join(CHAT + chat_id for chat_id in ids)]
        )
        self._drop_empty_acts()

    def deleted_chats(self, before: datetime, user_id: str | None) -> list[str]:
        """The chats that were deleted before a time (naive UTC)."""
        rows = self._connection.rows(
            "SELECT c.id FROM chats c JOIN revisions r ON r.target = ? || c.id JOIN acts a ON a.id = r.act "
            "WHERE c.deleted AND (?::VARCHAR IS NULL OR c.user_id = ?) GROUP BY c.id HAVING max(a.happened_at) < ?",
            [CHAT, user_id, user_id, before],
        )
        return [row[0] for row in rows]

    def rewrite_turn(self, turn: Turn) -> None:
        """Put a turn's text and data in the place of what is stored."""
        data = json.dumps(dict(turn.data), ensure_ascii=False, default=str)
        self._connection.run("UPDATE turns SET text = ?, data = ? WHERE id = ?", [turn.text, data, turn.id])

    def retitle(self, chat_id: str, title: str) -> None:
        """Give a chat another title."""
        self._connection.run("UPDATE chats SET title = ? WHERE id = ?", [title, chat_id])

    def rewrite_items(self, clean: Callable[[Item], Item], ids: Sequence[str]) -> list[Item]:
        """Put `clean(item)` in the place of each version of these items. Returns the items as they are now."""
        listed, now = " ".join(ids), []
        for row in self._connection.rows(f"SELECT {ITEM_COLUMNS} FROM items WHERE id IN {_LISTED}", [listed]):
            now.append(clean(item_of(row)))
            marks = ", ".join("?" * (ITEM_COLUMNS.count(",") + 1))
            self._connection.run(f"INSERT OR REPLACE INTO items ({ITEM_COLUMNS}) VALUES ({marks})", values_of(now[-1]))
        for number, *texts in self._connection.rows(
            f"SELECT id, before, after FROM revisions WHERE target IN {_LISTED}", [listed]
        ):
            cleaned = [item_to_json(clean(item)) if (item := item_from_json(text)) else None for text in texts]
            self._connection.run("UPDATE revisions SET before = ?, after = ? WHERE id = ?", [*cleaned, number])
        return now

    def rewrite_reasons(self, clean: Callable[[str], str]) -> None:
        """Put `clean(reason)` in the place of the reason of each act."""
        for number, why in self._connection.rows("SELECT id, why FROM acts WHERE why <> ''"):
            if (cleaned := clean(why)) != why:
                self._connection.run("UPDATE acts SET why = ? WHERE id = ?", [cleaned, number])

    def rewrite_settings(self, clean: Callable[[Any], Any]) -> None:
        """Put `clean(value)` in the place of each setting's value."""
        for name, text in self._connection.rows("SELECT name, value FROM settings"):
            value = json.loads(text)
            if (cleaned := clean(value)) != value:
                new = json.dumps(cleaned, ensure_ascii=False)
                self._connection.run("UPDATE settings SET value = ? WHERE name = ?", [new, name])

    def forget_settings(self, user_id: str) -> None:
        """Take out the settings that are a user's own: those whose name ends in ":" and the user."""
        self._connection.run("DELETE FROM settings WHERE ends_with(name, ?)", [f":{user_id}"])

    def unindex(self, owners: Sequence[str]) -> None:
        """Take documents out of the index."""
        self._index.remove(owners)

    def announce(self, chats: Sequence[str]) -> None:
        """Tell listeners, after the commit, that something is gone. Act 0: nothing that undo could take back."""
        self._connection.announce(Changed(0, "erase", chats=tuple(chats)))

    def _drop_empty_acts(self) -> None:
        """Acts of which nothing is left would make undo take back nothing."""
        self._connection.run("DELETE FROM acts WHERE id NOT IN (SELECT act FROM revisions)")
