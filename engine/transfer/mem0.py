"""mem0's local history: an SQLite file with a line for each memory that was added, changed or deleted.

Seen with mem0ai 2.2.1: table `history` (id, memory_id, old_memory, new_memory, event, created_at, updated_at, is_deleted,
actor_id, role) and table `messages` (the last ten messages of a scope). Whose a memory is stands only in its vector store.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from engine.stores import Draft
from engine.transfer.foreign import Left, Note, moment

NOTE = "mem0's history does not say whose a memory is: all of them are offered to one user."


def is_mem0(database: sqlite3.Connection) -> bool:
    """Whether it is mem0's history."""
    columns = {row[1] for row in database.execute("PRAGMA table_info(history)")}
    return {"memory_id", "old_memory", "new_memory", "event", "is_deleted"} <= columns


def read_mem0(database: sqlite3.Connection) -> Iterator[Note | Left]:
    """The memories as they stand: the last line of each, in the order in which they were written."""
    rows = database.execute(
        "SELECT memory_id, new_memory, event, is_deleted, created_at, updated_at FROM history WHERE rowid IN "
        "(SELECT max(rowid) FROM history GROUP BY memory_id) ORDER BY rowid"
    )
    for memory_id, memory, event, deleted, created_at, updated_at in rows:
        if deleted or event == "DELETE":
            yield Left("user_memory", "it was deleted in mem0")
        elif not isinstance(memory, str) or not memory.strip():
            yield Left("user_memory", "it has no text")
        else:
            draft = Draft("memory", memory.strip(), subject="user")
            yield Note(str(memory_id), "user_memory", draft, moment(updated_at) or moment(created_at))
    tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "messages" in tables:
        for _ in database.execute("SELECT 1 FROM messages"):
            yield Left("turn", "mem0 keeps no conversations, only the last messages of each")
