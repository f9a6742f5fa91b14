"""What search rests on: an inverted index (BM25) and exact vectors, both ordinary tables of the same file.

Both are derived: `digests` tell what must be indexed again. They are searched in memory (`engine.database.held`), and by the
queries here for a user with very much. An index over vectors is not needed below a million.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.database.connection import Connection, Row
from engine.database.held import K1, B, Entry, Held
from models.protocols import Vectors

_LISTED = "(SELECT unnest(string_split(?, ' ')))"


@dataclass(frozen=True, slots=True)
class Part:
    """One way to find a document: its search terms and its vector as text `[...]` ("" without an embedder)."""

    terms: Sequence[str]
    vector: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed of an item or a turn. text: what its fingerprint is taken of; embedder: whose the vectors are."""

    owner: str
    kind: str
    user_id: str
    parts: Mapping[str, Part]
    text: str
    embedder: str = ""
    speaker: str = ""


_WORDS = json.dumps(
    [
        dict.fromkeys(("owner", "part", "kind", "user_id", "speaker", "digest", "terms"), "VARCHAR")
        | {"length": "INTEGER"}
    ]
)
_VECTORS = json.dumps([dict.fromkeys(("owner", "part", "embedder", "vector"), "VARCHAR")])


@dataclass(frozen=True, slots=True)
class Match:
    """One document with its raw signals by part ("self"; for turns also "pair", with the turn before):
    BM25 (0 and up) and cosine (-1 to 1)."""

    owner: str
    kind: str
    speaker: str
    keywords: Mapping[str, float]
    cosines: Mapping[str, float]


def digest(text: str) -> str:
    """A fingerprint of the indexed text."""
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


class Index:
    """Keywords and vectors of items and turns. `kind` is "item" or "turn"; `owner` its id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.held = Held(connection)

    def add(self, documents: Sequence[Document]) -> None:
        """Index documents, each in place of what was indexed of it before. Three statements, however many there are.

        They travel as one JSON text: 64 vectors go in within 5 ms, against 41 ms one by one and 21 ms for each bound list.
        """
        with self._connection.transaction():
            owners = [document.owner for document in documents]
            if self._connection.row(f"SELECT 1 FROM documents WHERE owner IN {_LISTED}", [" ".join(owners)]):
                self.remove(owners)
            for document in documents:
                self.held.added(document.user_id, document.embedder, document.owner, _entries(document))
            words = json.dumps([row for document in documents for row in _words(document)], ensure_ascii=False)
            self._connection.run(
                "INSERT INTO documents SELECT d.owner, d.part, d.kind, d.user_id, d.speaker, d.length, d.digest "
                "FROM (SELECT unnest(from_json(?::JSON, ?)) AS d)",
                [words, _WORDS],
            )
            self._connection.run(
                "INSERT INTO postings SELECT term, owner, part, count(*) FROM (SELECT d.owner AS owner, d.part AS part, "
                "unnest(string_split(d.terms, ' ')) AS term FROM (SELECT unnest(from_json(?::JSON, ?)) AS d)) "
                "WHERE term <> '' GROUP BY term, owner, part",
                [words, _WORDS],
            )
            vectors = [row for document in documents for row in _vectors(document)]
            if vectors:
                self._connection.run(
                    "INSERT INTO vectors SELECT d.owner, d.part, d.embedder, d.vector::FLOAT[384] "
                    "FROM (SELECT unnest(from_json(?::JSON, ?)) AS d)",
                    [json.dumps(vectors, ensure_ascii=False), _VECTORS],
                )

    def remove(self, owners: Sequence[str]) -> None:
        """Take documents out of the index."""
        ids = " ".join(owners)
        with self._connection.transaction():
            self.held.removed(owners)
            for table in ("documents", "postings", "vectors"):
                self._connection.run(f"DELETE FROM {table} WHERE owner IN {_LISTED}", [ids])

    def digests(self, owners: Sequence[str], embedder: str) -> dict[str, str]:
        """The fingerprint of those of these documents that are indexed whole: without an embedder by their words alone."""
        rows = self._connection.rows(
            f"SELECT d.owner, d.digest FROM documents d WHERE d.part = 'self' AND d.owner IN {_LISTED} AND (? = '' OR EXISTS "
            "(SELECT 1 FROM vectors v WHERE v.owner = d.owner AND v.part = 'self' AND v.embedder = ?))",
            [" ".join(owners), embedder, embedder],
        )
        return {row[0]: row[1] for row in rows}

    def missing_turns(self, embedder: str, mark: str, limit: int) -> list[str]:
        """The ids of at most so many turns of users that are not indexed whole, the latest first; never of deleted chats, nor
        those in whose place another version is shown.

        mark: what stands for erased words; a turn without any other words has nothing to index.
        """
        rows = self._connection.rows(
            "SELECT t.id FROM turns t JOIN chats c ON c.id = t.chat_id "
            "LEFT JOIN documents d ON d.owner = t.id AND d.part = 'self' "
            "LEFT JOIN vectors v ON v.owner = t.id AND v.part = 'self' AND v.embedder = ? "
            "WHERE t.role = 'user' AND NOT c.deleted AND coalesce(t.data->>'$.hidden', 'false') <> 'true' "
            "AND (d.owner IS NULL OR (? <> '' AND v.owner IS NULL)) "
            "AND trim(replace(t.text, ?, ''), E' .\\n') <> '' ORDER BY t.created_at DESC, t.id LIMIT ?",
            [embedder, embedder, mark, limit],
        )
        return [row[0] for row in rows]

    def vectors(self, user_id: str, embedder: str) -> tuple[list[str], Vectors]:
        """The ids of one user's indexed items and their vectors, shape (n, 384)."""
        source = (
            "FROM vectors v JOIN documents d USING (owner, part) "
            "WHERE d.kind = 'item' AND d.user_id = ? AND v.part = 'self' AND v.embedder = ? ORDER BY v.rowid"
        )
        with self._connection.alone():
            rows = self._connection.rows(f"SELECT v.owner {source}", [user_id, embedder])
            flat = self._connection.floats(
                f"SELECT unnest(vector) FROM (SELECT v.vector {source})", [user_id, embedder]
            )
        return [row[0] for row in rows], flat.reshape(-1, 384)

    def search(
        self,
        users: Sequence[str],
        terms: Sequence[str],
        vector: Vectors | None,
        embedder: str,
        *,
        kind: str | None = None,
        limit: int = 200,
    ) -> list[Match]:
        """The `limit` best documents of some users by either signal, each with all of its signals; unordered.

        users: keys of `engine.scope`. vector: of length 1, shape (384,); None to go by words alone.
        """
        with self._connection.alone():
            worded = self._keywords(users, terms, embedder, kind, limit) if terms else []
            also = {row[0] for row in worded}
            near = (
                [] if vector is None else [n for u in users for n in self._near(u, vector, embedder, kind, limit, also)]
            )
        keywords, cosines = _by_owner(worded), _by_owner(near)
        about = {row[0]: (row[2], row[3]) for row in (*worded, *near)}
        return [
            Match(owner, of_kind, speaker, keywords.get(owner, {}), cosines.get(owner, {}))
            for owner, (of_kind, speaker) in about.items()
        ]

    def _keywords(
        self, users: Sequence[str], terms: Sequence[str], embedder: str, kind: str | None, limit: int
    ) -> Sequence[Row]:
        """Owner, part, kind, speaker and BM25 of the best by words; by SQL for a user with very much."""
        held = self.held.keywords(users, embedder, terms, kind, 2 * limit)
        if held is not None:
            return held
        marks = ", ".join("?" * len(users))
        return self._connection.rows(
            f"""
            WITH scope AS (SELECT owner, part, kind, speaker, length FROM documents
                           WHERE user_id IN ({marks}) AND (?::VARCHAR IS NULL OR kind = ?)),
            size AS (SELECT part, count(*) AS n, greatest(avg(length), 1) AS mean FROM scope GROUP BY part),
            hits AS (SELECT p.term, p.owner, p.part, p.frequency AS f, s.kind, s.speaker, s.length FROM postings p
                     JOIN scope s USING (owner, part) WHERE p.term IN (SELECT unnest(string_split(?, ' ')))),
            rare AS (SELECT term, part, count(*) AS df FROM hits GROUP BY term, part)
            SELECT owner, part, any_value(kind), any_value(speaker), sum(ln(1 + (n - df + 0.5) / (df + 0.5))
                   * f * ({K1} + 1) / (f + {K1} * (1 - {B} + {B} * length / mean))) AS score
            FROM hits JOIN rare USING (term, part) JOIN size USING (part)
            GROUP BY owner, part ORDER BY score DESC LIMIT ?
            """,
            [*users, kind, kind, " ".join(terms), 2 * limit],
        )

    def _near(
        self, user: str, vector: Vectors, embedder: str, kind: str | None, limit: int, also: Collection[str]
    ) -> Sequence[Row]:
        """Owner, part, kind, speaker and cosine of the nearest, and of `also`; by SQL for a user with very much."""
        held = self.held.cosines(user, vector, embedder, kind, limit, also)
        if held is not None:
            return held
        return self._connection.rows(
            """
            WITH near AS (SELECT v.owner, v.part, d.kind, d.speaker,
                                 array_inner_product(v.vector, ?::VARCHAR::FLOAT[384]) AS cosine
                          FROM vectors v JOIN documents d USING (owner, part)
                          WHERE d.user_id = ? AND v.embedder = ? AND (?::VARCHAR IS NULL OR d.kind = ?)),
            best AS (SELECT owner FROM near GROUP BY owner ORDER BY max(cosine) DESC LIMIT ?)
            SELECT * FROM near
            WHERE owner IN (SELECT owner FROM best) OR owner IN (SELECT unnest(string_split(?, ' ')))
            """,
            [vector_text(vector[np.newaxis]), user, embedder, kind, kind, limit, " ".join(also)],
        )


def _by_owner(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """(owner, part, ..., value) rows as owner -> part -> value."""
    found: dict[str, dict[str, float]] = {}
    for owner, part, *_, value in rows:
        found.setdefault(owner, {})[part] = float(value)
    return found


def vector_text(vectors: Vectors, row: int = 0) -> str:
    """Row `row` of `vectors` (shape (n, 384)) in the form that `add` and `search` take."""
    return "[" + ",".join(f"{value:.6g}" for value in vectors[row]) + "]"


def _entries(document: Document) -> list[Entry]:
    """A document as it is held in memory, its vectors as the table rounds them."""
    told = (document.kind, document.speaker)
    return [
        Entry(document.owner, name, *told, Counter(part.terms), _vector_of(part.vector))
        for name, part in document.parts.items()
    ]


def _vector_of(text: str) -> Vectors | None:
    return np.array(text[1:-1].split(","), np.float32) if text else None


def _words(document: Document) -> list[dict[str, str | int]]:
    """The rows of a document's parts, with their terms."""
    told = {"owner": document.owner, "kind": document.kind, "user_id": document.user_id, "speaker": document.speaker}
    told |= {"digest": digest(document.text)}
    return [
        {**told, "part": name, "terms": " ".join(part.terms), "length": len(part.terms)}
        for name, part in document.parts.items()
    ]


def _vectors(document: Document) -> list[dict[str, str]]:
    told = {"owner": document.owner, "embedder": document.embedder}
    return [{**told, "part": name, "vector": part.vector} for name, part in document.parts.items() if part.vector]
