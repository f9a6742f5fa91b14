"""The memory file as a whole, for taking it along and bringing it back: many rows at once, and the log with its own times.

Rows come as one JSON document per statement: DuckDB reads 5,000 turns from it in 0.09 s, against 3 ms for each single insert.
An import is one act. What it brings beside items is noted with it, so that undo (`take_back`) takes that too: a line of the
log that came along carries minus the act in `undoes`, and the chats' revisions name the turns that were added.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.database.connection import Connection, Row
from engine.database.index import Index
from engine.database.rows import (
    CHAT_COLUMNS,
    TURN_COLUMNS,
    chat_of,
    item_from_json,
    item_to_json,
)
from engine.item import Chat, Item, Turn

HIDDEN = "importing:"
"""Settings that begin so list the chats that an import has brought and not yet made visible."""
ROWS = 1000
"""Rows a statement, so that its JSON keeps to some megabytes."""
_VECTOR = "FLOAT[384]"
_ACTIVE = {
    "items": "SELECT i.* FROM items i WHERE id IN (FROM mine)",
    "documents": "SELECT d.* FROM documents d WHERE owner IN (FROM mine)",
    "postings": "SELECT p.* FROM postings p WHERE owner IN (FROM mine)",
    "vectors": "SELECT v.* REPLACE (vector::VARCHAR AS vector) FROM vectors v WHERE owner IN (FROM mine)",
}
"""The rows of a user's active items by table; a vector goes as its text, which is half as long as a list of numbers in JSON."""

CHAT = "chat:"
"""Targets of revisions that begin so are chats: `before` and `after` say whether it was deleted."""

_TURN_TYPES = json.dumps(
    [
        {
            **dict.fromkeys(("id", "chat_id", "user_id", "role", "text", "state", "name", "ref"), "VARCHAR"),
            "position": "INTEGER",
            "created_at": "TIMESTAMP",
            "learned": "BOOLEAN",
            "data": "JSON",
        }
    ]
)
_ACT_TYPES = json.dumps([{"id": "BIGINT", "at": "TIMESTAMP", **dict.fromkeys(("by", "action", "why"), "VARCHAR")}])
_REVISION = ("act", "target", "before", "after")
_REVISION_TYPES = json.dumps([dict.fromkeys(_REVISION, "VARCHAR") | {"act": "BIGINT"}])
_LISTED = "(SELECT unnest(string_split(?, ' ')))"


@dataclass(frozen=True, slots=True)
class Logged:
    """One act of the log with what it did to items: (target, before, after) each. `id` only groups them."""

    id: int
    at: datetime
    by: str
    action: str
    why: str
    revisions: tuple[tuple[str, Item | None, Item | None], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is here of a chat. gone: the user deleted it; taken_back: an import brought it, and that import was undone."""

    user_id: str
    gone: bool
    taken_back: bool


class Archive:
    """Reads and writes chats, turns and the log in bulk. Writing is part of a transaction that the caller opens."""

    def __init__(self, connection: Connection, index: Index) -> None:
        self._connection = connection
        self._index = index

    def chats(self, user_id: str | None) -> list[Chat]:
        """All chats that are not deleted, archived ones too, of one user or of all; the oldest first."""
        rows = self._connection.rows(
            f"SELECT {CHAT_COLUMNS}, (SELECT count(*) FROM turns t WHERE t.chat_id = c.id AND t.role IN ('user', 'assistant')) "
            "FROM chats c WHERE NOT deleted AND (?::VARCHAR IS NULL OR user_id = ?) ORDER BY created_at, id",
            [user_id, user_id],
        )
        return [chat_of(row) for row in rows]

    def log(self, user_id: str | None) -> list[Logged]:
        """The acts that touched the items of one user (or of all), oldest first."""
        rows = self._connection.rows(
            "SELECT a.id, a.happened_at, a.actor, a.action, a.why, r.target, r.before, r.after FROM revisions r "
            "JOIN acts a ON a.id = r.act JOIN items i ON i.id = r.target WHERE ?::VARCHAR IS NULL OR i.user_id = ? "
            "ORDER BY r.id",
            [user_id, user_id],
        )
        acts: dict[int, Logged] = {}
        for number, at, by, action, why, target, before, after in rows:
            one = (str(target), item_from_json(before), item_from_json(after))
            earlier = acts[number].revisions if number in acts else ()
            acts[number] = Logged(int(number), at, by, action, why, (*earlier, one))
        return list(acts.values())

    def kept(self, chat_ids: Sequence[str]) -> dict[str, Kept]:
        """What is here of the chats with these ids."""
        rows = self._connection.rows(
            "SELECT c.id, c.user_id, c.deleted, (SELECT arg_max(a.action = 'undo' AND a.why = 'import', r.id) "
            f"FROM revisions r JOIN acts a ON a.id = r.act WHERE r.target = '{CHAT}' || c.id) "
            "FROM chats c WHERE c.id IN (SELECT unnest(string_split(?, ' ')))",
            [" ".join(chat_ids)],
        )
        return {row[0]: Kept(row[1], bool(row[2]), bool(row[2] and row[3])) for row in rows}

    def turn_ids(self, ids: Sequence[str]) -> set[str]:
        """Those of these turns that are here."""
        rows = self._connection.rows(
            "SELECT id FROM turns WHERE id IN (SELECT unnest(string_split(?, ' ')))", [" ".join(ids)]
        )
        return {row[0] for row in rows}

    def before(self, turn_ids: Sequence[str]) -> dict[str, str]:
        """Who spoke before each of these turns, and what; "" where a turn is the first."""
        rows = self._connection.rows(
            "SELECT id, before FROM (SELECT id, lag(coalesce(nullif(name, ''), role) || ': ' || text) OVER (PARTITION BY chat_id "
            f"ORDER BY position) AS before FROM turns WHERE chat_id IN (SELECT chat_id FROM turns WHERE id IN {_LISTED})) "
            f"WHERE id IN {_LISTED}",
            [" ".join(turn_ids)] * 2,
        )
        return {row[0]: row[1] or "" for row in rows}

    def last_position(self, chat_id: str) -> int:
        """Where the chat ends; 0 for one without turns."""
        row = self._connection.row("SELECT coalesce(max(position), 0) FROM turns WHERE chat_id = ?", [chat_id])
        return int(row[0]) if row else 0

    def hide(self, chats: Sequence[Chat], turns: Sequence[Turn], name: str) -> None:
        """Add chats, in place of those that an undone import left behind, and turns; nobody sees them before `show(name)`."""
        for chat in chats:
            self.add_chat(chat, deleted=True)
        self.add_turns(turns)
        hidden = [*self._hidden(name), *(chat.id for chat in chats)]
        self._connection.run("INSERT OR REPLACE INTO settings VALUES (?, ?)", [HIDDEN + name, json.dumps(hidden)])

    def show(self, name: str) -> None:
        """Make visible what was hidden under this name."""
        self._connection.run(f"UPDATE chats SET deleted = false WHERE id IN {_LISTED}", [" ".join(self._hidden(name))])
        self._connection.run("DELETE FROM settings WHERE name = ?", [HIDDEN + name])

    def sweep(self, name: str = "") -> None:
        """Remove what was hidden under this name (by default under any) and never shown: an import that did not end."""
        with self._connection.transaction():
            for (setting,) in self._connection.rows(
                "SELECT name FROM settings WHERE starts_with(name, ?)", [HIDDEN + name]
            ):
                listed = " ".join(self._hidden(setting.removeprefix(HIDDEN)))
                turns = self._connection.rows(
                    f"DELETE FROM turns WHERE chat_id IN (SELECT id FROM chats WHERE deleted AND id IN {_LISTED}) RETURNING id",
                    [listed],
                )
                self._index.remove([row[0] for row in turns])
                self._connection.run(
                    f"DELETE FROM chats WHERE deleted AND id IN {_LISTED} AND ? || id NOT IN (SELECT target FROM revisions)",
                    [listed, CHAT],
                )
                self._connection.run("DELETE FROM settings WHERE name = ?", [setting])

    def _hidden(self, name: str) -> list[str]:
        row = self._connection.row("SELECT value FROM settings WHERE name = ?", [HIDDEN + name])
        return list(json.loads(row[0])) if row else []

    def add_chat(self, chat: Chat, *, deleted: bool = False) -> None:
        """Add a chat, in place of one that was taken back."""
        row = [chat.id, chat.user_id, chat.title, chat.created_at, chat.updated_at, chat.pinned, chat.archived, deleted]
        self._connection.run("INSERT OR REPLACE INTO chats VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def add_turns(self, turns: Sequence[Turn]) -> None:
        """Add turns as they are, at their positions."""
        columns = ", ".join(f"t.{column.strip()}" for column in TURN_COLUMNS.split(","))
        for start in range(0, len(turns), ROWS):
            plain = [plain_turn(turn) for turn in turns[start : start + ROWS]]
            self._connection.run(
                f"INSERT INTO turns ({TURN_COLUMNS}) SELECT {columns} FROM (SELECT unnest(from_json(?::JSON, ?)) AS t)",
                [json.dumps(plain, ensure_ascii=False), _TURN_TYPES],
            )

    def add_log(self, acts: Sequence[Logged]) -> list[int]:
        """Add lines of a log that was kept elsewhere, with their own times. Returns their numbers here."""
        rows = self._connection.rows("SELECT nextval('act_order') FROM range(?)", [len(acts)])
        numbers = sorted(int(row[0]) for row in rows)
        lines = [
            {"id": number, "at": act.at.isoformat(), "by": act.by, "action": act.action, "why": act.why}
            for number, act in zip(numbers, acts, strict=True)
        ]
        self._connection.run(
            "INSERT INTO acts SELECT t.id, t.at, t.by, t.action, t.why, -1 FROM (SELECT unnest(from_json(?::JSON, ?)) AS t)",
            [json.dumps(lines, ensure_ascii=False), _ACT_TYPES],
        )
        noted = [
            (number, target, item_to_json(before), item_to_json(after))
            for number, act in zip(numbers, acts, strict=True)
            for target, before, after in act.revisions
        ]
        add_revisions(self._connection, noted)
        return numbers

    def belongs(self, act: int, log: Sequence[int], chats: Mapping[str, tuple[bool, Sequence[str]]]) -> None:
        """Note what an import brought beside items. chats: id -> (whether the chat itself is new, ids of the turns added)."""
        if log:
            self._connection.run("UPDATE acts SET undoes = ? WHERE id BETWEEN ? AND ?", [-act, log[0], log[-1]])
        noted = [
            (act, CHAT + chat_id, json.dumps(new), json.dumps({"turns": list(turns)}))
            for chat_id, (new, turns) in chats.items()
        ]
        add_revisions(self._connection, noted)

    def rows_of(self, user_id: str) -> dict[str, str]:
        """A user's active items and their index, each table as one JSON document: for `add_rows` of another memory."""
        return {table: str(found[0]) for table in _ACTIVE if (found := self._rows_of(table, user_id)) and found[0]}

    def add_rows(self, rows: Mapping[str, str]) -> None:
        """Add what `rows_of` gave."""
        with self._connection.transaction():
            for table, plain in rows.items():
                columns = self._connection.rows(
                    "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index",
                    [table],
                )
                types = {name: "VARCHAR" if kind == _VECTOR else kind for name, kind in columns}
                values = ", ".join(f"t.{name}::{kind}" for name, kind in columns)
                self._connection.run(
                    f"INSERT INTO {table} SELECT {values} FROM (SELECT unnest(from_json(?::JSON, ?)) AS t)",
                    [plain, json.dumps([types])],
                )
            self._index.held.clear()

    def _rows_of(self, table: str, user_id: str) -> Row | None:
        return self._connection.row(
            "WITH mine AS (SELECT id FROM items WHERE user_id = ? AND state = 'active') "
            f"SELECT to_json(list(t)) FROM ({_ACTIVE[table]}) t",
            [user_id],
        )


def add_revisions(connection: Connection, rows: Sequence[tuple[int, str, str | None, str | None]]) -> None:
    """Append lines to the log: (act, target, before, after) each, before and after as JSON."""
    for start in range(0, len(rows), ROWS):
        named = [dict(zip(_REVISION, row, strict=True)) for row in rows[start : start + ROWS]]
        connection.run(
            "INSERT INTO revisions SELECT nextval('revision_order'), t.act, t.target, t.before::JSON, t.after::JSON "
            "FROM (SELECT unnest(from_json(?::JSON, ?)) AS t)",
            [json.dumps(named, ensure_ascii=False), _REVISION_TYPES],
        )


def take_back(connection: Connection, index: Index, act: int) -> None:
    """Remove what the act brought beside items (see `Archive.belongs`): turns with their index, and lines of the log."""
    rows = connection.rows(
        f"SELECT after FROM revisions WHERE act = ? AND starts_with(target, '{CHAT}') AND json_type(after) = 'OBJECT'",
        [act],
    )
    turns = [turn for row in rows for turn in json.loads(row[0])["turns"]]
    if turns:
        index.remove(turns)
        connection.run("DELETE FROM turns WHERE id IN (SELECT unnest(string_split(?, ' ')))", [" ".join(turns)])
    connection.run("DELETE FROM revisions WHERE act IN (SELECT id FROM acts WHERE undoes = ?)", [-act])
    connection.run("DELETE FROM acts WHERE undoes = ?", [-act])


def plain_turn(turn: Turn) -> dict[str, Any]:
    """A turn as plain values, its time in ISO 8601."""
    plain = {column.strip(): getattr(turn, column.strip()) for column in TURN_COLUMNS.split(",")}
    return plain | {
        "created_at": turn.created_at.isoformat(),
        "data": json.loads(json.dumps(dict(turn.data), default=str)),
    }
