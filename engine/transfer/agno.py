"""An SQLite database of Agno: its learnings (all six stores) and its older table of user memories.

Seen with agno 3.1.10: `agno_learnings` (learning_id, learning_type, namespace, user_id, agent_id, session_id, entity_id,
entity_type, content, created_at, ...; content is JSON, times are seconds) and `agno_memories` (memory_id, memory, input, topics,
user_id, ...). An application may name the tables otherwise, so they are known by their columns.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeAlias

from engine.entities.attach import row_text
from engine.language.names import canonical_type
from engine.stores import DecisionLog, Draft
from engine.stores.user_profile import label
from engine.transfer.foreign import Left, Note, moment, text_of, texts_of

LEARNINGS = {"learning_id", "learning_type", "content", "user_id", "session_id", "entity_id", "created_at"}
MEMORIES = {"memory_id", "memory", "input", "topics", "user_id", "created_at"}

Row: TypeAlias = Mapping[str, Any]
Found: TypeAlias = Iterator[tuple[str, str, Draft, datetime | None] | Left]
"""(ref, store, draft, when) for each thing in a row."""

_INTERNAL = ("user_id", "agent_id", "team_id", "created_at", "updated_at")


def agno_tables(database: sqlite3.Connection) -> tuple[list[str], list[str]]:
    """The tables of learnings and those of memories, known by their columns."""
    names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    columns = {n: {row[1] for row in database.execute("SELECT * FROM pragma_table_info(?)", [n])} for n in names}
    return [n for n in names if columns[n] >= LEARNINGS], [n for n in names if columns[n] >= MEMORIES]


def read_agno(database: sqlite3.Connection) -> Iterator[Note | Left]:
    """Everything that was learned, as notes; what was superseded, archived or cannot be read is left."""
    learnings, memories = agno_tables(database)
    names = {key: name for table in learnings for key, name in _names(database, table)}
    for table in learnings:
        for row in _rows(database, table):
            yield from _learning(row, names)
    for table in memories:
        for row in _rows(database, table):
            yield _memory(row)


def _rows(database: sqlite3.Connection, table: str) -> Iterator[Row]:
    cursor = database.execute(f'SELECT * FROM "{table.replace(chr(34), chr(34) * 2)}" ORDER BY created_at')  # noqa: S608
    columns = [column[0] for column in cursor.description]
    for values in cursor:
        yield dict(zip(columns, values, strict=True))


def _names(database: sqlite3.Connection, table: str) -> Iterator[tuple[str, str]]:
    """The names of the entities by their ids there."""
    for row in _rows(database, table):
        if row["learning_type"] == "entity_memory" and isinstance(content := _json(row["content"]), dict):
            yield str(row["entity_id"]), text_of(content, "name")


def _learning(row: Row, names: Mapping[str, str]) -> Iterator[Note | Left]:
    kind = str(row["learning_type"])
    content = _json(row["content"])
    reader = _READERS.get(kind)
    if reader is None or not isinstance(content, dict):
        yield Left(kind, "its content cannot be read" if reader else "Keepwise has no such store")
        return
    at = moment(row.get("updated_at")) or moment(row["created_at"])
    for found in reader(content, names):
        if isinstance(found, Left):
            yield found
            continue
        ref, store, draft, when = found
        yield Note(
            ref=f"{row['learning_id']}/{ref}",
            store=store,
            draft=draft,
            at=when or at,
            owner=str(row["user_id"] or text_of(content, "user_id")),
            session_id=str(row["session_id"] or "") if store == "session_context" else "",
            agent_id=str(row.get("agent_id") or ""),
        )


def _memory(row: Row) -> Note | Left:
    memory = _json(row["memory"])
    text = text_of(memory, "memory") if isinstance(memory, dict) else memory.strip() if isinstance(memory, str) else ""
    if not text:
        return Left("user_memory", "it has no text")
    topics = texts_of(_json(row["topics"]))
    draft = Draft("memory", text, subject="user", data={"topics": topics} if topics else {})
    said = row["input"].strip() if isinstance(row["input"], str) else ""
    at = moment(row.get("updated_at")) or moment(row["created_at"])
    return Note(str(row["memory_id"]), "user_memory", draft, at, str(row["user_id"] or ""), quote=said)


def _profile(content: Mapping[str, Any], names: Mapping[str, str]) -> Found:
    for field, value in content.items():
        values = texts_of(value) if isinstance(value, str | list) else [str(value)] if value is not None else []
        if field not in _INTERNAL and values:
            one = ", ".join(values)
            yield field, "user_profile", Draft("field", f"{label(field)}: {one}", "user", field, {"value": one}), None


def _memories(content: Mapping[str, Any], names: Mapping[str, str]) -> Found:
    for entry in _entries(content, "memories"):
        if text := text_of(entry, "content"):
            yield text_of(entry, "id") or text, "user_memory", Draft("memory", text, subject="user"), _when(entry)
        else:
            yield Left("user_memory", "it has no text")


def _session(content: Mapping[str, Any], names: Mapping[str, str]) -> Found:
    for key in ("summary", "goal", "plan", "progress"):
        if lines := texts_of(content.get(key)):
            draft = Draft("slot", "\n".join(lines), subject="session", key=key, data={"lines": lines})
            yield key, "session_context", draft, None


def _entity(content: Mapping[str, Any], names: Mapping[str, str]) -> Found:
    if content.get("archived_at"):
        yield Left("entity_memory", "it was archived in Agno")
        return
    kind = _type(content.get("entity_type"))
    name = text_of(content, "name") or text_of(content, "entity_id").replace("_", " ")
    yield from _about(content, name, kind)
    for what, ref, text, when, more in (*_facts(content), *_events(content), *_edges(content, name, names)):
        if text:
            yield ref or text, "entity_memory", Draft(what, text, name, data={**kind, **more}), when
        else:
            yield Left("entity_memory", ref)


def _about(content: Mapping[str, Any], name: str, kind: Mapping[str, str]) -> Found:
    """The entity's own row: what no fact holds."""
    properties = content.get("properties")
    own = {
        "description": text_of(content, "description"),
        "aliases": texts_of(content.get("aliases")),
        "properties": properties if isinstance(properties, dict) else {},
    }
    if any(own.values()):
        data = {**kind, **own}
        yield "entity", "entity_memory", Draft("entity", row_text(name, data), name, data=data), None


def _type(value: Any) -> dict[str, str]:
    """The type as data; an entity that was only ever linked to has none."""
    return {"type": canonical_type(value)} if isinstance(value, str) and value not in ("", "unknown") else {}


_Fact: TypeAlias = tuple[str, str, str, datetime | None, Mapping[str, str]]
"""(kind, ref, text, when, more data); without a text, `ref` says why it is left."""


def _facts(content: Mapping[str, Any]) -> Iterator[_Fact]:
    for entry in _entries(content, "facts"):
        if entry.get("superseded_at"):
            yield "fact", "it was superseded in Agno", "", None, {}
        elif text := text_of(entry, "content"):
            yield "fact", text_of(entry, "id"), text, _when(entry), {}


def _events(content: Mapping[str, Any]) -> Iterator[_Fact]:
    for entry in _entries(content, "events"):
        if text := text_of(entry, "content"):
            day = text_of(entry, "date")
            dated = text if not day or day in text else f"{text} ({day})"
            yield "event", text_of(entry, "id"), dated, moment(day) or _when(entry), {"date": day} if day else {}


def _edges(content: Mapping[str, Any], name: str, names: Mapping[str, str]) -> Iterator[_Fact]:
    for entry in _entries(content, "relationships"):
        if entry.get("direction") != "incoming":  # an edge stands at both of its ends
            relation = text_of(entry, "relation").replace("_", " ")
            other = names.get(text_of(entry, "entity_id")) or text_of(entry, "entity_id").replace("_", " ")
            far = {f"other_{key}": value for key, value in _type(entry.get("entity_type")).items()}
            more = {"relation": relation, "other": other, **far}
            yield "relationship", text_of(entry, "id"), f"{name} {relation} {other}", _when(entry), more


def _decision(content: Mapping[str, Any], names: Mapping[str, str]) -> Found:
    decision = text_of(content, "decision")
    if not decision:
        yield Left("decision_log", "it has no text")
        return
    draft = DecisionLog().draft(decision, text_of(content, "reasoning"))
    also = ("decision_type", "context", "alternatives", "confidence", "outcome", "outcome_quality", "tags")
    data = {**draft.data, **{name: content[name] for name in also if content.get(name)}}
    yield "", "decision_log", Draft(draft.kind, draft.text, draft.subject, draft.key, data), _when(content)


def _knowledge(content: Mapping[str, Any], names: Mapping[str, str]) -> Found:
    learning = text_of(content, "learning")
    if not learning:
        yield Left("learned_knowledge", "it has no text")
        return
    data = {name: content[name] for name in ("title", "context", "tags") if content.get(name)}
    yield "", "learned_knowledge", Draft("insight", learning, data=data), _when(content)


_READERS: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, str]], Found]] = {
    "user_profile": _profile,
    "user_memory": _memories,
    "memories": _memories,
    "session_context": _session,
    "entity_memory": _entity,
    "decision_log": _decision,
    "learned_knowledge": _knowledge,
}


def _entries(content: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = content.get(name)
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _when(entry: Mapping[str, Any]) -> datetime | None:
    return moment(entry.get("updated_at")) or moment(entry.get("created_at"))


def _json(value: Any) -> Any:
    """A JSON column's value; a text that is no JSON counts as itself."""
    try:
        return json.loads(value) if isinstance(value, str | bytes) else value
    except ValueError:
        return value
