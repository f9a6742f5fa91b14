"""The only door to DuckDB: one connection, one lock, one transaction at a time, foreign errors wrapped once.

One connection under one re-entrant lock serves all threads: the longest query here takes some 10 ms, and a single
writer is what makes "read, compare, write" of reconciliation safe (DuckDB would otherwise fail the second writer of a row).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt

from engine.database.compaction import beside, copy_live, copy_to, swap
from engine.database.migrations import MIGRATIONS
from engine.errors import DatabaseBusy, DatabaseError, DatabaseUnreadable
from engine.events import Changed

Row = tuple[Any, ...]

IN_MEMORY = ":memory:"
"""The path of a memory that is in no file."""
_OFFLINE = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
"""DuckDB would otherwise fetch extensions from the network."""
_NO_FILE: dict[str, str | int | float | list[str]] = {**_OFFLINE, "temp_directory": ""}
"""DuckDB would otherwise move what does not fit into memory to a folder on the disk."""


class Connection:
    """A DuckDB file with its lock, its transactions, and the listeners that hear of each commit."""

    def __init__(self, path: str | Path) -> None:
        self.path = str(path)
        self._lock = threading.RLock()
        self._depth = 0
        self.failures = 0
        """Transactions that were rolled back so far."""
        self._pending: list[Changed] = []
        self._listeners: list[Callable[[Changed], None]] = []
        self._duck: duckdb.DuckDBPyConnection | None = _open(self.path)
        try:
            self._migrate()
        except BaseException:
            self.close()
            raise

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of one statement."""
        with self._lock, _wrapped("read or write"):
            return self._open_duck().execute(sql, list(parameters)).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row of one statement, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """One statement without a result."""
        self.rows(sql, parameters)

    def floats(self, sql: str, parameters: Sequence[Any] = ()) -> npt.NDArray[np.float32]:
        """The one column of floats of a statement; a million take 8 ms."""
        with self._lock, _wrapped("read"):
            columns = self._open_duck().execute(sql, list(parameters)).fetchnumpy()
        return np.asarray(next(iter(columns.values())), dtype=np.float32)

    def alone(self) -> AbstractContextManager[object]:
        """Nobody else reads or writes within: for several statements that must see one state."""
        return self._lock

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, and nobody else in between. Nested ones join the outermost; listeners hear after its commit."""
        with self._lock:
            if self._depth == 0:
                self.run("BEGIN")
            self._depth += 1
            try:
                yield
            except BaseException:
                self._depth -= 1
                if self._depth == 0:
                    self._pending.clear()
                    self._roll_back()
                raise
            self._depth -= 1
            if self._depth == 0:
                self._commit()

    def announce(self, change: Changed) -> None:
        """Publish a change once the running transaction is committed."""
        self._pending.append(change)

    def announce_all(self, change: Changed) -> None:
        """Tell the listeners at once of something that is no transaction."""
        for listener in list(self._listeners):
            listener(change)

    def subscribe(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Call `listener` after each commit, in the writing thread. The result ends the subscription."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def compact(self) -> None:
        """Rebuild the file from its live rows, so that nothing deleted is left in it. Nobody else reads or writes meanwhile.

        Raises DatabaseError within a transaction, or when it failed; then the file is as it was.
        """
        with self._lock, _wrapped("tidy up"):
            if self._depth:
                raise DatabaseError("The memory file cannot be tidied up in the middle of a change.")
            if self.path == IN_MEMORY:
                return
            file = Path(self.path).expanduser()
            copy_live(self._open_duck(), file)
            self.close()
            try:
                swap(file)
            finally:
                self._duck = _open(self.path)

    def copy(self, target: Path) -> None:
        """Write a whole copy of the open file; half a copy never bears the name. Raises DatabaseError."""
        with self._lock, _wrapped("copy"):
            if self._depth:
                raise DatabaseError("The memory file cannot be copied in the middle of a change.")
            target.parent.mkdir(parents=True, exist_ok=True)
            copy_to(self._open_duck(), beside(target))
            beside(target).replace(target)

    def exchange(self, path: Path) -> None:
        """Go on with the file at `path` in place of the open one, which stays as it is; listeners stay too.

        A file that is no memory file is refused, and the old one is open again. Raises DatabaseError.
        """
        with self._lock:
            if self._depth:
                raise DatabaseError("The memory file cannot be exchanged in the middle of a change.")
            before = self.path
            fresh = _open(str(path))
            if not fresh.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'keepwise'").fetchall():
                fresh.close()
                raise DatabaseUnreadable(f"{path} is not a Keepwise memory file. Choose another one.")
            self.close()
            self._duck, self.path = fresh, str(path)
            try:
                self._migrate()
            except BaseException:
                self.close()
                self._duck, self.path = _open(before), before
                raise

    def close(self) -> None:
        """Close the file. Idempotent."""
        with self._lock:
            if self._duck is not None:
                self._duck.close()
                self._duck = None

    def _open_duck(self) -> duckdb.DuckDBPyConnection:
        if self._duck is None:
            raise DatabaseError("The memory file is closed. Open it again.")
        return self._duck

    def _commit(self) -> None:
        changes, self._pending = self._pending, []
        try:
            self.run("COMMIT")
        except DatabaseError:
            self._roll_back()
            raise
        for change in changes:
            self.announce_all(change)

    def _roll_back(self) -> None:
        """After a failed statement DuckDB may have ended the transaction by itself; then there is nothing left to do."""
        self.failures += 1
        if self._duck is not None:
            try:
                self._duck.execute("ROLLBACK")
            except duckdb.TransactionException:
                return

    def _migrate(self) -> None:
        self.run("CREATE TABLE IF NOT EXISTS keepwise (version INTEGER NOT NULL)")
        found = self.row("SELECT max(version) FROM keepwise")
        version = int(found[0]) if found and found[0] is not None else 0
        if version > len(MIGRATIONS):
            raise DatabaseUnreadable(
                f"{self.path} was written by a newer Keepwise (format {version}, this one knows {len(MIGRATIONS)}). "
                "Update Keepwise; the file was not changed."
            )
        for number, script in enumerate(MIGRATIONS[version:], version + 1):
            with self.transaction():
                self.run(script)
                self.run("INSERT INTO keepwise VALUES (?)", [number])


def _open(path: str) -> duckdb.DuckDBPyConnection:
    if path == IN_MEMORY:
        return duckdb.connect(path, config=_NO_FILE)
    Path(path).expanduser().parent.mkdir(parents=True, exist_ok=True)
    try:
        return duckdb.connect(str(Path(path).expanduser()), config=dict(_OFFLINE))
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise DatabaseBusy(
                f"{path} is open in another Keepwise. Close that one, or choose another file."
            ) from error
        raise DatabaseUnreadable(
            f"{path} is not a Keepwise memory file or is damaged. It was not changed. Choose another file, or restore a backup."
        ) from error
    except duckdb.Error as error:
        raise DatabaseUnreadable(f"{path} could not be opened: {_first_line(error)}. It was not changed.") from error


@contextmanager
def _wrapped(doing: str) -> Iterator[None]:
    try:
        yield
    except (duckdb.Error, OSError) as error:
        raise DatabaseError(f"Could not {doing} the memory file: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
