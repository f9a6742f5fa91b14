"""The index of the users who searched last, held in memory: exact cosines, and BM25 as the tables would give it.

Measured (two cores, DuckDB 1.5): over 740 parts of documents BM25 takes 16 ms as a query, nearly all of it planning and
starting; over 20,000 it takes 39 ms and 1.8 ms here. 10,000 vectors are compared in 0.4 ms, as a query in 9.8 ms. What is
added to the index is taken over at the next search; what is taken out of it is wiped here at once, so nothing erased stays;
after a transaction that failed nothing is held. All within the connection's one lock.
"""

from __future__ import annotations

import collections
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from engine.database.connection import Connection
from models.protocols import Vectors

BOUND = 40_000
"""Most documents' parts that are held, 61 MB of vectors; of a user with more than that none are."""
K1, B = 1.2, 0.75
"""BM25's usual saturation and length normalisation (Robertson and Zaragoza 2009)."""
WIDTH = 384

Found: TypeAlias = tuple[str, str, str, str, float]
"""Owner, part, kind, speaker, and cosine or BM25."""
_Floats: TypeAlias = npt.NDArray[np.float32]
_KINDS, _PARTS = ("item", "turn"), ("self", "pair")
_GONE = -1
"""Kind of a row whose document is no longer in the index."""
_NOWHERE: tuple[array[int], array[float]] = (array("i"), array("f"))


class Entry(NamedTuple):
    """One part of a document: `terms` with their number; `vector` of shape (384,), None without."""

    owner: str
    part: str
    kind: str
    speaker: str
    terms: Mapping[str, int]
    vector: Vectors | None


@dataclass(slots=True)
class _Documents:
    """What is held of one user: a row for each part of a document. `vectors` has shape (n, 384); `vectored`, shape (n,), tells
    which rows have one."""

    about: list[tuple[str, str, str, str]] = field(default_factory=list)
    rows: dict[str, list[int]] = field(default_factory=dict)
    kinds: array[int] = field(default_factory=lambda: array("b"))
    parts: array[int] = field(default_factory=lambda: array("b"))
    lengths: array[float] = field(default_factory=lambda: array("f"))
    postings: dict[str, tuple[array[int], array[float]]] = field(default_factory=dict)
    vectors: Vectors = field(default_factory=lambda: np.zeros((0, WIDTH), np.float32))
    vectored: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    due: dict[str, list[Entry]] = field(default_factory=dict)
    """By owner what was added to the index since."""

    def wipe(self, owners: Collection[str]) -> None:
        """Hold nothing of these documents: 50 ms among 20,000 rows, where reading all anew takes 400."""
        for owner in owners:
            self.due.pop(owner, None)
        gone = {row for owner in owners for row in self.rows.pop(owner, ())}
        for row in gone:
            self.about[row], self.kinds[row] = ("", "", "", ""), _GONE
            self.vectors[row], self.vectored[row] = 0.0, False
        for term, (where, how_often) in list(self.postings.items()) if gone else ():
            if not gone.isdisjoint(where):
                kept = [(row, count) for row, count in zip(where, how_often, strict=True) if row not in gone]
                del self.postings[term]
                if kept:
                    self.post(term, *zip(*kept, strict=True))

    def size(self) -> int:
        """Rows, with those to come: two of a document at most."""
        return len(self.about) + len(_PARTS) * len(self.due)

    def take(self) -> None:
        """Take over what is due."""
        entries = [entry for parts in self.due.values() for entry in parts]
        self.due = {}
        for entry in entries:
            row = self.put(entry[:4], sum(entry.terms.values()))
            for term, frequency in entry.terms.items():
                self.post(term, [row], [frequency])
        none = np.zeros(WIDTH, np.float32)
        if entries:
            fresh = np.stack([none if entry.vector is None else entry.vector for entry in entries])
            self.vectors = np.concatenate([self.vectors, fresh])
            self.vectored = np.append(self.vectored, [entry.vector is not None for entry in entries])

    def put(self, about: tuple[str, str, str, str], length: int) -> int:
        """A new row, still without vector."""
        row = len(self.about)
        self.about.append(about)
        self.rows.setdefault(about[0], []).append(row)
        self.kinds.append(_KINDS.index(about[2]))
        self.parts.append(_PARTS.index(about[1]))
        self.lengths.append(length)
        return row

    def post(self, term: str, rows: Iterable[int], frequencies: Iterable[float]) -> None:
        """A term stands in these rows so many times."""
        where, how_often = self.postings.setdefault(term, (array("i"), array("f")))
        where.extend(rows)
        how_often.extend(frequencies)

    def of_kind(self, kind: str | None) -> npt.NDArray[np.bool_]:
        """Which rows are of a kind; for None of any."""
        kinds = np.array(self.kinds, np.int8)
        return np.asarray(kinds != _GONE if kind is None else kinds == _KINDS.index(kind))


class Held:
    """Holds and compares the documents of one database, at most `bound` parts of them. Call within the connection's lock."""

    def __init__(self, connection: Connection, bound: int = BOUND) -> None:
        self.bound = bound
        self._connection = connection
        self._held: collections.OrderedDict[tuple[str, str], _Documents] = collections.OrderedDict()
        self._failures = 0

    def added(self, user: str, embedder: str, owner: str, parts: list[Entry]) -> None:
        """This document is new in the index, with vectors of that embedder."""
        for (who, whose), held in list(self._held.items()):
            if who == user:
                held.due[owner] = parts if whose == embedder else [part._replace(vector=None) for part in parts]
                if held.size() > self.bound:
                    self._drop(who, whose)

    def removed(self, owners: Collection[str]) -> None:
        """These documents are no longer in the index, or are about to be written anew."""
        for held in self._held.values():
            held.wipe(owners)

    def clear(self) -> None:
        """Hold nothing: rows were written past the index."""
        self._held.clear()

    def cosines(
        self, user: str, vector: Vectors, embedder: str, kind: str | None, limit: int, also: Collection[str]
    ) -> list[Found] | None:
        """All parts of the `limit` documents of a user nearest to `vector` (shape (384,)), and of the owners in `also`.

        None when the user has more than is held.
        """
        held = self._documents(user, embedder)
        if held is None:
            return None
        # not `@`: the threads of its library go on spinning afterwards, and on two cores doubled the time of the whole search
        found = np.einsum("ij,j->i", held.vectors, vector)
        found[~(held.of_kind(kind) & held.vectored)] = -2.0
        owners = dict.fromkeys(held.about[row][0] for row in _best(found, 2 * limit))
        chosen = dict.fromkeys([*list(owners)[:limit], *also])
        rows = [row for owner in chosen for row in held.rows.get(owner, ()) if found[row] > -2.0]
        return [(*held.about[row], float(found[row])) for row in rows]

    def keywords(
        self, users: Sequence[str], embedder: str, terms: Collection[str], kind: str | None, limit: int
    ) -> list[Found] | None:
        """The `limit` parts of documents that are best by words, over all of these users; None when not all are held."""
        all_held = [held for user in users if (held := self._documents(user, embedder)) is not None]
        if len(all_held) < len(users):
            return None
        about = [one for held in all_held for one in held.about]
        scores = _bm25(all_held, set(terms), np.concatenate([held.of_kind(kind) for held in all_held]))
        return [(*about[row], float(scores[row])) for row in _best(scores, limit) if scores[row] > 0.0]

    def _drop(self, user: str, embedder: str) -> None:
        self._held.pop((user, embedder)).vectors.fill(0.0)

    def _documents(self, user: str, embedder: str) -> _Documents | None:
        if self._failures != self._connection.failures:  # what was read meanwhile may never have been committed
            self.clear()
            self._failures = self._connection.failures
        held = self._held.pop((user, embedder), None) or self._read(user, embedder)
        if held is not None:
            held.take()
            self._held[user, embedder] = held
            while len(self._held) > 1 and sum(one.size() for one in self._held.values()) > self.bound:
                self._drop(*next(iter(self._held)))
        return held

    def _read(self, user: str, embedder: str) -> _Documents | None:
        """What the tables hold of a user; None when it would be too much. 20,000 parts take 0.4 s."""
        source = "FROM documents d LEFT JOIN vectors v ON v.owner = d.owner AND v.part = d.part AND v.embedder = ? "
        source += "WHERE d.user_id = ? ORDER BY d.rowid"
        rows = self._connection.rows(
            f"SELECT d.owner, d.part, d.kind, d.speaker, d.length, v.owner IS NOT NULL {source} LIMIT {self.bound + 1}",
            [embedder, user],
        )
        if len(rows) > self.bound:
            return None
        held = _Documents()
        for *about, length, _ in rows:
            held.put((about[0], about[1], about[2], about[3]), length)
        flat = self._connection.floats(
            f"SELECT unnest(vector) FROM (SELECT v.vector {source}) WHERE vector IS NOT NULL", [embedder, user]
        )
        held.vectored = np.array([row[-1] for row in rows], np.bool_)
        held.vectors = np.zeros((len(rows), WIDTH), np.float32)
        held.vectors[held.vectored] = flat.reshape(-1, WIDTH)
        for term, where, how_often in self._connection.rows(
            "WITH mine AS (SELECT owner, part, row_number() OVER (ORDER BY rowid) - 1 AS place FROM documents "
            "WHERE user_id = ?) "
            "SELECT term, list(place), list(frequency) FROM postings JOIN mine USING (owner, part) GROUP BY term",
            [user],
        ):
            held.post(term, where, how_often)
        return held


def _bm25(all_held: Sequence[_Documents], terms: set[str], within: npt.NDArray[np.bool_]) -> _Floats:
    """BM25 of the rows of all, one after the other, each among its own part of documents; 0 where it is not `within`."""
    parts = np.concatenate([np.array(held.parts, np.int8) for held in all_held])
    lengths = np.concatenate([np.array(held.lengths, np.float32) for held in all_held])
    starts = np.cumsum([0, *(len(held.about) for held in all_held)])
    count = np.bincount(parts[within], minlength=len(_PARTS))
    mean = np.bincount(parts[within], lengths[within], len(_PARTS)) / np.maximum(1, count)
    norm = K1 * (1 - B + B * lengths / np.maximum(1.0, mean)[parts])
    scores = np.zeros(len(parts), np.float32)
    for term in terms:
        hits = [held.postings.get(term, _NOWHERE) for held in all_held]
        rows = np.concatenate(
            [np.array(where, np.int64) + start for (where, _), start in zip(hits, starts, strict=False)]
        )
        frequency = np.concatenate([np.array(how_often, np.float32) for _, how_often in hits])[within[rows]]
        rows = rows[within[rows]]
        known = np.bincount(parts[rows], minlength=len(_PARTS))
        rarity = np.log(1 + (count - known + 0.5) / (known + 0.5))
        scores[rows] += rarity[parts[rows]] * frequency * (K1 + 1) / (frequency + norm[rows])
    return scores


def _best(values: _Floats, count: int) -> Sequence[int]:
    """The rows of the `count` largest values, the largest first."""
    rows = np.argpartition(-values, count)[:count] if len(values) > count else np.arange(len(values))
    ordered: list[int] = rows[np.argsort(-values[rows], kind="stable")].tolist()
    return ordered
