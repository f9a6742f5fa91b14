"""SQLite files with the columns of mem0 (2.2.1) and Agno (3.1.10), as those versions make them, and rows of our own."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

MEM0 = """
CREATE TABLE history (id TEXT PRIMARY KEY, memory_id TEXT, old_memory TEXT, new_memory TEXT, event TEXT,
    created_at DATETIME, updated_at DATETIME, is_deleted INTEGER, actor_id TEXT, role TEXT);
CREATE TABLE messages (id TEXT PRIMARY KEY, session_scope TEXT, role TEXT, content TEXT, name TEXT, created_at DATETIME);
"""
AGNO = """
CREATE TABLE {learnings} (learning_id VARCHAR NOT NULL, learning_type VARCHAR NOT NULL, namespace VARCHAR, user_id VARCHAR,
    agent_id VARCHAR, team_id VARCHAR, workflow_id VARCHAR, session_id VARCHAR, entity_id VARCHAR, entity_type VARCHAR,
    content JSON NOT NULL, metadata JSON, created_at BIGINT NOT NULL, updated_at BIGINT, PRIMARY KEY (learning_id));
CREATE TABLE agno_memories (memory_id VARCHAR NOT NULL, memory JSON NOT NULL, input VARCHAR, agent_id VARCHAR,
    team_id VARCHAR, user_id VARCHAR, topics JSON, feedback VARCHAR, created_at BIGINT NOT NULL, updated_at BIGINT,
    PRIMARY KEY (memory_id));
CREATE TABLE agno_schema_versions (table_name VARCHAR NOT NULL, version VARCHAR NOT NULL, created_at VARCHAR NOT NULL,
    updated_at VARCHAR, PRIMARY KEY (table_name));
"""
MOMENT = 1746352800
"""4 May 2025, 10:00 UTC."""


def mem0(path: Path) -> Path:
    """One memory that was changed, one that was deleted, one as it was added, and two messages."""
    early, late = "2025-05-01T08:00:00+00:00", "2025-05-02T09:30:00+02:00"
    history: list[tuple[Any, ...]] = [
        ("h1", "m1", None, "Lives in Ghent", "ADD", early, None, 0, None, None),
        ("h2", "m2", None, "Likes chess", "ADD", early, None, 0, None, None),
        ("h3", "m3", None, "Keeps two tortoises", "ADD", early, None, 0, None, None),
        ("h4", "m1", "Lives in Ghent", "Lives in Bruges", "UPDATE", early, late, 0, None, "user"),
        ("h5", "m2", "Likes chess", None, "DELETE", early, late, 1, None, None),
    ]
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(MEM0)
        database.executemany(f"INSERT INTO history VALUES ({', '.join('?' * 10)})", history)
        for number, (role, text) in enumerate((("user", "I moved to Bruges"), ("assistant", "Lovely"))):
            row = (str(number), "user_id=ana", role, text, None, early)
            database.execute("INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?)", row)
    return path


def agno(path: Path, learnings: str = "agno_learnings") -> Path:
    """Something in each store of Ana's, one memory of Ivo's, and one of the older memories."""
    rows = [
        _row("user_profile_ana", "user_profile", {"user_id": "ana", "name": "Ana Petrova", "preferred_name": None}),
        _row(
            "memories_ana", "user_memory", {"user_id": "ana", "memories": [_entry("a", "Keeps bees behind the house.")]}
        ),
        _row(
            "memories_ivo", "user_memory", {"user_id": "ivo", "memories": [_entry("b", "Sails at night.")]}, user="ivo"
        ),
        _row(
            "session_context_s1",
            "session_context",
            {"session_id": "s1", "goal": "Build a hive", "plan": ["Buy wood", "Saw"]},
        ),
        _row("dec_1", "decision_log", _DECISION),
        _row("entity_user_project_harbor", "entity_memory", _HARBOR, entity="harbor"),
        _row("entity_user_unknown_ivo_marin", "entity_memory", _IVO, entity="ivo_marin"),
        _row("entity_user_person_old", "entity_memory", _ARCHIVED, entity="old_friend"),
        _row(
            "know_1",
            "learned_knowledge",
            {"title": "Oil hinges", "learning": "Oil the hinge before winter.", "tags": ["home"]},
        ),
    ]
    memory = (
        "m1",
        '"Is allergic to walnuts"',
        "I can't eat walnuts",
        None,
        None,
        "ana",
        '["health"]',
        None,
        MOMENT,
        None,
    )
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(AGNO.format(learnings=learnings))
        database.executemany(f"INSERT INTO {learnings} VALUES ({', '.join('?' * 14)})", rows)
        database.execute(f"INSERT INTO agno_memories VALUES ({', '.join('?' * 10)})", memory)
    return path


def _row(key: str, kind: str, content: dict[str, Any], user: str = "ana", entity: str | None = None) -> tuple[Any, ...]:
    session = content.get("session_id")
    namespace = "user" if entity else None
    kept = (namespace, user, None, None, None, session, entity, content.get("entity_type"))
    return (key, kind, *kept, json.dumps(content), "null", MOMENT, MOMENT)


def _entry(key: str, content: str, **more: Any) -> dict[str, Any]:
    return {
        "id": key,
        "content": content,
        "created_at": "2025-05-04T10:00:00.5Z",
        "updated_at": "2025-05-04T10:00:00.5Z",
        **more,
    }


_DECISION = {
    "id": "dec_1",
    "decision": "Use cedar for the hive",
    "reasoning": "It lasts without paint",
    "alternatives": ["pine"],
    "confidence": 0.8,
    "outcome": "Held up",
    "user_id": "ana",
    "created_at": "2025-05-04T10:00:00Z",
}
_HARBOR = {
    "entity_id": "harbor",
    "entity_type": "project",
    "name": "Harbor",
    "description": "A small boat yard",
    "properties": {"slips": "14"},
    "aliases": ["the yard"],
    "facts": [
        _entry("f1", "Runs on MySQL", superseded_at="2025-06-01T10:00:00Z", superseded_by="forgotten"),
        _entry("f2", "Employs nine people"),
    ],
    "events": [_entry("e1", "Opened its second hall", date="2024-05-01")],
    "relationships": [{"id": "r1", "entity_id": "ivo_marin", "relation": "works_at", "direction": "incoming"}],
}
_IVO = {
    "entity_id": "ivo_marin",
    "entity_type": "unknown",
    "name": "Ivo Marin",
    "relationships": [
        {"id": "r2", "entity_id": "harbor", "relation": "works_at", "direction": "outgoing", "entity_type": "project"}
    ],
}
_ARCHIVED = {
    "entity_id": "old_friend",
    "entity_type": "person",
    "name": "Old Friend",
    "archived_at": "2025-05-05T10:00:00Z",
}
