"""The table of items and its append-only log: every write is one act, in one transaction, that can be undone.

An act is a set of (before, after) pairs. Undoing an act writes the pairs the other way round as a new act; so undo is
itself in the log, works across restarts and several steps deep.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from engine.clock import now
from engine.database.archive import CHAT, ROWS, add_revisions, take_back
from engine.database.connection import Connection, Row
from engine.database.index import Index
from engine.database.rows import ITEM_COLUMNS, item_from_json, item_of, item_to_json, values_of
from engine.errors import InvalidInput, NotFound
from engine.events import Changed
from engine.item import Item, Revision, State
from engine.scope import PRIVATE

Change: TypeAlias = tuple[Item | None, Item | None]
"""(before, after): (None, item) creates, (item, other) changes; nothing is ever deleted by a change."""

_SLOT = (
    "CASE WHEN coalesce(after, before)->>'$.key' <> '' THEN concat_ws('/', coalesce(after, before)->>'$.user_id', "
    "coalesce(after, before)->>'$.store', coalesce(after, before)->>'$.session_id', coalesce(after, before)->>'$.key', "
    "lower(coalesce(after, before)->>'$.subject')) END"
)
"""The slot that the item of a revision fills; NULL when it fills none."""
_ITEM_TYPES = json.dumps(
    [
        dict.fromkeys((column.strip() for column in ITEM_COLUMNS.split(",")), "VARCHAR")
        | dict.fromkeys(("valid_from", "valid_to", "created_at", "updated_at", "last_used_at"), "TIMESTAMP")
        | {"confidence": "DOUBLE", "uses": "INTEGER"}
    ]
)


class Items:
    """Reads and writes items; the one class that does. refusal: while it is set, acts are refused in these words."""

    def __init__(self, connection: Connection, index: Index) -> None:
        self._connection = connection
        self._index = index
        self.refusal = ""

    def get(self, item_id: str) -> Item:
        """The item. Raises NotFound."""
        row = self._connection.row(f"SELECT {ITEM_COLUMNS} FROM items WHERE id = ?", [item_id])
        if row is None:
            raise NotFound(f"There is no item {item_id!r} (any more).")
        return item_of(row)

    def find(
        self,
        *,
        store: str | None = None,
        state: str | None = None,
        user_id: str | None = None,
        session_id: str | None = None,
        ids: Sequence[str] | None = None,
    ) -> list[Item]:
        """Items that match all that is given, the newest first. user_id: whose they are, private or shared."""
        where: list[str] = ["true"]
        values: list[str] = []
        for column, value in (("store", store), ("state", state), ("user_id", user_id), ("session_id", session_id)):
            if value is not None:
                where.append(f"{column} = ?")
                values.append(str(value))
        if ids is not None:
            where.append("id IN (SELECT unnest(string_split(?, ' ')))")
            values.append(" ".join(ids))
        return self._where(" AND ".join(where), values)

    def seen(self, user_id: str, shared: Mapping[str, str], ids: Sequence[str] | None = None) -> list[Item]:
        """The active items that a user sees, the newest first: private ones of their own, and of each store those of its
        shared namespace (`engine.scope`). ids: only these."""
        where = " OR ".join(["user_id = ? AND namespace = ?", *("store = ? AND namespace = ?" for _ in shared)])
        values = [str(State.ACTIVE), user_id, PRIVATE, *(value for pair in shared.items() for value in pair)]
        only = "" if ids is None else " AND id IN (SELECT unnest(string_split(?, ' ')))"
        return self._where(f"state = ? AND ({where}){only}", values if ids is None else [*values, " ".join(ids)])

    def _where(self, condition: str, values: Sequence[str]) -> list[Item]:
        sql = f"SELECT {ITEM_COLUMNS} FROM items WHERE {condition} ORDER BY created_at DESC, id"
        return [item_of(row) for row in self._connection.rows(sql, values)]

    def known_at(self, at: datetime, user_id: str | None = None) -> list[Item]:
        """What was active at the time `at` (naive UTC) as recorded then: the last revision of each item up to `at`."""
        rows = self._connection.rows(
            "SELECT arg_max_null(after, r.id) FROM revisions r JOIN acts a ON a.id = r.act "
            f"WHERE a.happened_at <= ? AND NOT starts_with(target, '{CHAT}') GROUP BY target ORDER BY max(r.id) DESC",
            [at],
        )
        items = [item for row in rows if (item := item_from_json(row[0])) and item.state is State.ACTIVE]
        return [item for item in items if user_id is None or item.user_id == user_id]

    def record(
        self,
        action: str,
        changes: Sequence[Change],
        *,
        by: str,
        why: str = "",
        undoes: int = 0,
        deleted_chats: Sequence[str] = (),
        chats: Sequence[str] = (),
    ) -> Changed:
        """Write all changes, and the deletion of chats, as one act. Returns what changed; listeners hear after the commit.

        chats: others that the caller changes in the same transaction, to be told of with it.
        """
        with self._connection.transaction():
            act = self._open_act(action, by, why, undoes)
            for chat_id in deleted_chats:
                self._set_chat(act, chat_id, deleted=True)
            self._put({_target(before, after): after for before, after in changes})
            add_revisions(
                self._connection, [(act, _target(b, a), item_to_json(b), item_to_json(a)) for b, a in changes]
            )
            items = tuple(after for _, after in changes if after is not None)
            change = Changed(act, action, items, (*deleted_chats, *chats))
            self._connection.announce(change)
        return change

    def record_chat(self, action: str, chat_id: str, *, deleted: bool, by: str) -> Changed:
        """Mark a chat deleted or not, as one act that can be undone."""
        with self._connection.transaction():
            act = self._open_act(action, by, "", 0)
            self._set_chat(act, chat_id, deleted=deleted)
            change = Changed(act, action, chats=(chat_id,))
            self._connection.announce(change)
        return change

    def undo(self, act: int | None = None, *, by: str) -> Changed | None:
        """Take back `act`, or else the last one not yet taken back. None when there is nothing to undo."""
        with self._connection.transaction():
            found = self._undoable(act)
            if found is None:
                return None
            number, action = found
            self._refuse_out_of_order(number)
            rows = self._connection.rows(
                "SELECT target, before, after FROM revisions WHERE act = ? ORDER BY id DESC", [number]
            )
            undo = self._open_act("undo", by, action, number)
            items = tuple(self._revert(undo, rows))
            chats = tuple(row[0].removeprefix(CHAT) for row in rows if row[0].startswith(CHAT))
            take_back(self._connection, self._index, number)
            change = Changed(undo, "undo", items, chats)
            self._connection.announce(change)
        return change

    def history(self, item_id: str) -> list[Revision]:
        """All revisions of an item, oldest first."""
        rows = self._connection.rows(
            "SELECT r.id, r.act, r.target, a.happened_at, a.actor, a.action, r.before, r.after "
            "FROM revisions r JOIN acts a ON a.id = r.act WHERE r.target = ? ORDER BY r.id",
            [item_id],
        )
        return [Revision(*(*row[:6], item_from_json(row[6]), item_from_json(row[7]))) for row in rows]

    def targets(self, act: int) -> list[str]:
        """Ids of the items that an act wrote."""
        sql = f"SELECT DISTINCT target FROM revisions WHERE act = ? AND NOT starts_with(target, '{CHAT}')"
        return [str(row[0]) for row in self._connection.rows(sql, [act])]

    def touch(self, ids: Sequence[str]) -> None:
        """Count a use of each item. A use is no act: it changes nothing that was learned."""
        self._connection.run(
            "UPDATE items SET uses = uses + 1, last_used_at = ? WHERE id IN (SELECT unnest(string_split(?, ' ')))",
            [now(), " ".join(ids)],
        )

    def _put(self, items: Mapping[str, Item | None]) -> None:
        """Let each item be as given, by its id; None: it is no more. One statement of each kind, however many there are:
        500 one by one lock the database for five seconds."""
        self._delete([item_id for item_id, item in items.items() if item is None])
        self._write([item for item in items.values() if item is not None])

    def _delete(self, ids: Sequence[str]) -> None:
        if ids:
            self._connection.run("DELETE FROM items WHERE id IN (SELECT unnest(string_split(?, ' ')))", [" ".join(ids)])

    def _write(self, items: Sequence[Item]) -> None:
        columns = [column.strip() for column in ITEM_COLUMNS.split(",")]
        for start in range(0, len(items), ROWS):
            rows = [dict(zip(columns, values_of(item), strict=True)) for item in items[start : start + ROWS]]
            self._connection.run(
                f"INSERT OR REPLACE INTO items ({ITEM_COLUMNS}) SELECT {', '.join(f't.{c}' for c in columns)} "
                "FROM (SELECT unnest(from_json(?::JSON, ?)) AS t)",
                [json.dumps(rows, ensure_ascii=False, default=datetime.isoformat), _ITEM_TYPES],
            )

    def _open_act(self, action: str, by: str, why: str, undoes: int) -> int:
        if self.refusal:
            raise InvalidInput(self.refusal)
        row = self._connection.row("SELECT nextval('act_order')")
        act = int(row[0]) if row else 0
        self._connection.run("INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?)", [act, now(), by, action, why, undoes])
        return act

    def _undoable(self, act: int | None) -> tuple[int, str] | None:
        """The act to take back: never an undo itself, never one already taken back."""
        row = self._connection.row(
            "SELECT id, action FROM acts WHERE undoes = 0 AND (?::BIGINT IS NULL OR id = ?) "
            "AND id NOT IN (SELECT undoes FROM acts) ORDER BY id DESC LIMIT 1",
            [act, act],
        )
        return (int(row[0]), str(row[1])) if row else None

    def _refuse_out_of_order(self, act: int) -> None:
        """Each item, and each slot, is a stack: only the last change to it is taken back, or two values would come to stand
        side by side. Raises InvalidInput when something was changed since."""
        later = self._connection.row(
            f"WITH mine AS (SELECT target, {_SLOT} AS slot FROM revisions WHERE act = ?) "
            "SELECT a.action FROM acts a JOIN revisions r ON r.act = a.id WHERE a.id > ? AND a.undoes = 0 "
            "AND a.id NOT IN (SELECT undoes FROM acts) "
            f"AND (r.target IN (SELECT target FROM mine) OR {_SLOT} IN (SELECT slot FROM mine WHERE slot IS NOT NULL)) "
            "ORDER BY a.id DESC LIMIT 1",
            [act, act],
        )
        if later is not None:
            raise InvalidInput(f"This was changed since ({later[0]}). Undo that first, or forget the item instead.")

    def _revert(self, act: int, rows: Sequence[Row]) -> list[Item]:
        """Put everything back as it was before; what was new goes."""
        items = [row for row in rows if not row[0].startswith(CHAT)]
        for target, before, _ in rows:
            if target.startswith(CHAT):
                self._set_chat(act, target.removeprefix(CHAT), deleted=before == "true")
        back = {target: item_from_json(before) for target, before, _ in items}  # the first change of an item comes last
        self._put(back)
        add_revisions(self._connection, [(act, target, after, before) for target, before, after in items])
        return [item for item in back.values() if item is not None]

    def _set_chat(self, act: int, chat_id: str, *, deleted: bool) -> None:
        self._connection.run("UPDATE chats SET deleted = ? WHERE id = ?", [deleted, chat_id])
        add_revisions(self._connection, [(act, CHAT + chat_id, str(not deleted).lower(), str(deleted).lower())])


def _target(before: Item | None, after: Item | None) -> str:
    item = after or before
    if item is None:
        raise ValueError("a change without an item")
    return item.id
