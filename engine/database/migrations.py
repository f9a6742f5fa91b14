"""The schema as a list: to change it, append one migration; never edit one that was released.

Vectors and postings live in tables of their own, without foreign keys: in DuckDB 1.5 an update of a row that holds an
array or is referred to is a delete and an insert, which foreign keys refuse. Times are naive UTC.
"""

from __future__ import annotations

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE items (
        id VARCHAR PRIMARY KEY, store VARCHAR NOT NULL, kind VARCHAR NOT NULL,
        subject VARCHAR NOT NULL, key VARCHAR NOT NULL, text VARCHAR NOT NULL, data JSON NOT NULL,
        state VARCHAR NOT NULL, user_id VARCHAR NOT NULL, session_id VARCHAR NOT NULL, namespace VARCHAR NOT NULL,
        agent_id VARCHAR NOT NULL, chat_id VARCHAR NOT NULL, turn_id VARCHAR NOT NULL, ref VARCHAR NOT NULL,
        quote VARCHAR NOT NULL, origin VARCHAR NOT NULL, confidence DOUBLE NOT NULL,
        valid_from TIMESTAMP, valid_to TIMESTAMP, superseded_by VARCHAR NOT NULL, replaces VARCHAR NOT NULL,
        created_at TIMESTAMP NOT NULL, updated_at TIMESTAMP NOT NULL, last_used_at TIMESTAMP, uses INTEGER NOT NULL
    );
    CREATE TABLE acts (
        id BIGINT PRIMARY KEY, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, action VARCHAR NOT NULL,
        why VARCHAR NOT NULL, undoes BIGINT NOT NULL
    );
    CREATE SEQUENCE act_order;
    CREATE TABLE revisions (
        id BIGINT PRIMARY KEY, act BIGINT NOT NULL, target VARCHAR NOT NULL, before JSON, after JSON
    );
    CREATE SEQUENCE revision_order;
    CREATE TABLE chats (
        id VARCHAR PRIMARY KEY, user_id VARCHAR NOT NULL, title VARCHAR NOT NULL, created_at TIMESTAMP NOT NULL,
        updated_at TIMESTAMP NOT NULL, pinned BOOLEAN NOT NULL, archived BOOLEAN NOT NULL, deleted BOOLEAN NOT NULL
    );
    CREATE TABLE turns (
        id VARCHAR PRIMARY KEY, chat_id VARCHAR NOT NULL, user_id VARCHAR NOT NULL, position INTEGER NOT NULL,
        role VARCHAR NOT NULL, text VARCHAR NOT NULL, created_at TIMESTAMP NOT NULL, state VARCHAR NOT NULL,
        learned BOOLEAN NOT NULL, name VARCHAR NOT NULL, ref VARCHAR NOT NULL, data JSON NOT NULL
    );
    CREATE TABLE documents (
        owner VARCHAR NOT NULL, part VARCHAR NOT NULL, kind VARCHAR NOT NULL, user_id VARCHAR NOT NULL,
        speaker VARCHAR NOT NULL, length INTEGER NOT NULL, digest VARCHAR NOT NULL, PRIMARY KEY (owner, part)
    );
    CREATE TABLE postings (term VARCHAR NOT NULL, owner VARCHAR NOT NULL, part VARCHAR NOT NULL, frequency INTEGER NOT NULL);
    CREATE TABLE vectors (owner VARCHAR NOT NULL, part VARCHAR NOT NULL, embedder VARCHAR NOT NULL, vector FLOAT[384]);
    CREATE TABLE settings (name VARCHAR PRIMARY KEY, value JSON NOT NULL);
    """,
)
