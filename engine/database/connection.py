"""The only door to DuckDB: one connection, one lock, one transaction at a time, foreign errors wrapped once.

One connection under one re-entrant lock serves all threads: the longest query here takes some 10 ms, and a single
writer is what makes "read, compare, write" of reconciliation safe (DuckDB would otherwise fail the second writer of a row).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt

from engine.database.backups import dated
from engine.database.memory_file import MemoryFile
from engine.database.migrations import MIGRATIONS
from engine.database.opening import wrapped
from engine.database.salts import Passphrase
from engine.errors import DatabaseError, DatabaseNewer
from engine.events import Changed

Row = tuple[Any, ...]


class Connection:
    """A DuckDB file with its lock, its transactions, and the listeners that hear of each commit."""

    def __init__(self, path: str | Path, passphrase: str | None = None) -> None:
        self._lock = threading.RLock()
        self._depth, self._owner = 0, 0
        self.failures = 0
        """Transactions that were rolled back so far."""
        self._pending: list[Changed] = []
        self._listeners: list[Callable[[Changed], None]] = []
        self.file = MemoryFile(str(path), None if passphrase is None else Passphrase(passphrase))
        try:
            self.migrate()
        except BaseException:
            self.close()
            raise

    @property
    def path(self) -> str:
        """Where the file is."""
        return self.file.path

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of one statement."""
        with self._lock, wrapped("read or write"):
            return self.file.duck.execute(sql, list(parameters)).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row of one statement, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """One statement without a result."""
        self.rows(sql, parameters)

    def floats(self, sql: str, parameters: Sequence[Any] = ()) -> npt.NDArray[np.float32]:
        """The one column of floats of a statement; a million take 8 ms."""
        with self._lock, wrapped("read"):
            columns = self.file.duck.execute(sql, list(parameters)).fetchnumpy()
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
                self._owner = threading.get_ident()
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
        with self._undisturbed("tidied up"), wrapped("tidy up"):
            self.file.rebuild()

    def rekey(self, passphrase: str | None) -> None:
        """Rebuild the file under another passphrase, or as plain text for None. Nobody else reads or writes meanwhile.

        A crash leaves a whole file that opens with the old or the new one. Raises DatabaseError; then it is as it was.
        """
        with self._undisturbed("encrypted"), wrapped("encrypt"):
            self.file.rekey(passphrase)

    def copy(self, target: Path) -> None:
        """Write a whole copy of what is committed; half a copy never bears the name. Others read and write meanwhile.

        Raises DatabaseError, also when the file is closed before it was done.
        """
        self._refuse_within("copied")
        file = self.file
        with file.uncopied(), wrapped("copy"):
            with self._lock:
                copier = file.duck.cursor()
            file.copy(target, copier)

    def exchange(self, path: Path) -> None:
        """Go on with the file at `path`, under the same passphrase, in place of the open one, which stays as it is.

        A file that is no memory file is refused, and the old one is open again; listeners stay. Raises DatabaseError.
        """
        with self._undisturbed("exchanged"):
            before, self.file = self.file, self.file.other(str(path))
            before.close()
            try:
                self.migrate()
            except BaseException:
                self.file.close()
                before.open()
                self.file = before
                raise

    def close(self) -> None:
        """Close the file; a copy that is being made is given up. Idempotent."""
        self.file.give_up_copying()
        with self.file.uncopied(), self._lock:
            self.file.close()

    @contextmanager
    def _undisturbed(self, done: str) -> Iterator[None]:
        """Nobody else copies, reads or writes within; refused in the middle of a transaction."""
        self._refuse_within(done)
        with self.file.uncopied(), self._lock:
            yield

    def _refuse_within(self, done: str) -> None:
        if self._depth and self._owner == threading.get_ident():
            raise DatabaseError(f"The memory file cannot be {done} in the middle of a change.")

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
        with suppress(duckdb.TransactionException, DatabaseError):
            self.file.duck.execute("ROLLBACK")

    def migrate(self, scripts: Sequence[str] = MIGRATIONS) -> None:
        """Bring the schema up to date, after a backup of the file as it was. Raises DatabaseNewer."""
        self.run("CREATE TABLE IF NOT EXISTS keepwise (version INTEGER NOT NULL)")
        found = self.row("SELECT max(version) FROM keepwise")
        version = int(found[0]) if found and found[0] is not None else 0
        if version > len(scripts):
            raise DatabaseNewer(
                f"{self.path} was written by a newer Keepwise (format {version}, this one knows {len(scripts)}). "
                "Update Keepwise; the file was not changed."
            )
        if 0 < version < len(scripts) and self.file.place is not None:
            self.copy(dated(self.file.place, datetime.now()))
        for number, script in enumerate(scripts[version:], version + 1):
            with self.transaction():
                self.run(script)
                self.run("INSERT INTO keepwise VALUES (?)", [number])
