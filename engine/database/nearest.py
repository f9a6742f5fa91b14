"""Exact cosines from memory: the vectors of the users who searched last, one matrix a user and embedder.

Measured (two cores): 10,000 vectors are read in 30 ms and compared in 0.4 ms; as SQL the same comparison takes 9.8 ms. What is
added to the index is read at the next search. What is taken out of it, or was written by a transaction that failed, drops
the matrices that may hold it, so nothing erased stays here. All within the connection's one lock.
"""

from __future__ import annotations

import collections
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from engine.database.connection import Connection
from models.protocols import Vectors

BOUND = 40_000
"""Most vectors that are held, 61 MB; of a user with more than that none are, and `cosines` gives None."""

Near: TypeAlias = tuple[str, str, str, str, float]
"""Owner, part, kind, speaker, cosine."""


@dataclass(slots=True)
class _Matrix:
    """Vectors, shape (n, 384), with owner, part, kind and speaker of each row; `rows`: an owner's rows; `due`: to be read."""

    vectors: Vectors
    about: list[tuple[str, str, str, str]] = field(default_factory=list)
    rows: dict[str, list[int]] = field(default_factory=dict)
    due: set[str] = field(default_factory=set)


class Nearest:
    """Holds and compares the vectors of one database, at most `bound` of them."""

    def __init__(self, connection: Connection, bound: int = BOUND) -> None:
        self.bound = bound
        self._connection = connection
        self._held: collections.OrderedDict[tuple[str, str], _Matrix] = collections.OrderedDict()
        self._failures = 0

    def added(self, owners: Iterable[str]) -> None:
        """These documents are new in the index."""
        owners = set(owners)
        for matrix in self._held.values():
            matrix.due |= owners

    def removed(self, owners: Iterable[str]) -> None:
        """These documents are no longer in the index, or are about to be written anew."""
        owners = set(owners)
        for key in [key for key, matrix in self._held.items() if not owners.isdisjoint(matrix.rows)]:
            self._held.pop(key).vectors.fill(0.0)

    def clear(self) -> None:
        """Hold nothing: rows were written past the index."""
        self._held.clear()

    def cosines(
        self, user: str, vector: Vectors, embedder: str, kind: str | None, limit: int, also: Collection[str]
    ) -> list[Near] | None:
        """All parts of the `limit` documents of a user nearest to `vector` (shape (384,)), and of the owners in `also`.

        None when the user has more vectors than are held. Call within the connection's lock.
        """
        matrix = self._matrix(user, embedder)
        if matrix is None:
            return None
        # not `@`: the threads of its library go on spinning afterwards, and on two cores doubled the time of the whole search
        found = np.einsum("ij,j->i", matrix.vectors, vector)
        if kind is not None:
            found = np.where([about[2] == kind for about in matrix.about], found, -2.0).astype(np.float32)
        owners = dict.fromkeys(matrix.about[row][0] for row in _best(found, 2 * limit))
        chosen = [*list(owners)[:limit], *(owner for owner in also if owner in matrix.rows)]
        rows = [row for owner in dict.fromkeys(chosen) for row in matrix.rows[owner] if found[row] > -2.0]
        return [(*matrix.about[row], float(found[row])) for row in rows]

    def _matrix(self, user: str, embedder: str) -> _Matrix | None:
        if self._failures != self._connection.failures:  # what was read meanwhile may never have been committed
            self.clear()
            self._failures = self._connection.failures
        matrix = self._held.pop((user, embedder), None)
        if matrix is None:
            matrix = self._read(user, embedder, _Matrix(np.zeros((0, 384), np.float32)), None)
        elif matrix.due:
            matrix = self._read(user, embedder, matrix, matrix.due)
        if matrix is not None:
            self._held[user, embedder] = matrix
            while sum(len(held.about) for held in self._held.values()) > self.bound:
                self._held.popitem(last=False)
        return matrix

    def _read(self, user: str, embedder: str, matrix: _Matrix, only: set[str] | None) -> _Matrix | None:
        """The matrix with what it lacks; None when it would be too large."""
        source = (
            "FROM vectors v JOIN documents d USING (owner, part) WHERE d.user_id = ? AND v.embedder = ?"
            + (" AND v.owner IN (SELECT unnest(string_split(?, ' ')))" if only is not None else "")
            + " ORDER BY v.rowid"
        )
        values = [user, embedder, *([" ".join(only)] if only is not None else [])]
        about = self._connection.rows(
            f"SELECT v.owner, v.part, d.kind, d.speaker {source} LIMIT {self.bound + 1}", values
        )
        if len(matrix.about) + len(about) > self.bound:
            return None
        flat = self._connection.floats(f"SELECT unnest(vector) FROM (SELECT v.vector {source})", values)
        for row, (owner, part, kind, speaker) in enumerate(about, len(matrix.about)):
            matrix.about.append((owner, part, kind, speaker))
            matrix.rows.setdefault(owner, []).append(row)
        matrix.vectors = np.concatenate([matrix.vectors, flat.reshape(-1, 384)])
        matrix.due = set()
        return matrix


def _best(values: npt.NDArray[np.float32], count: int) -> Sequence[int]:
    """The rows of the `count` largest values, the largest first."""
    rows = np.argpartition(-values, count)[:count] if len(values) > count else np.arange(len(values))
    ordered: list[int] = rows[np.argsort(-values[rows], kind="stable")].tolist()
    return ordered
