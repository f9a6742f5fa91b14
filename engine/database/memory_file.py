"""The open memory file as a whole: opened, closed, copied while it is used, rebuilt, encrypted, exchanged for another.

Copying reads one snapshot through a connection of its own, so others read and write meanwhile; only what closes or replaces
the file waits for it. Whoever calls the rest sees to it that nobody else uses the file (see `Connection`).
"""

from __future__ import annotations

import shutil
import threading
from contextlib import AbstractContextManager
from pathlib import Path

import duckdb

from engine.database.compaction import beside, clear, copy_to, flush_names, swap
from engine.database.opening import ATTACHED, IN_MEMORY, load_cipher, open_file, open_to_read, wrapped
from engine.database.salts import Passphrase, Salt, fresh_salt, keep_salts
from engine.errors import DatabaseError, DatabaseUnreadable


class MemoryFile:
    """One file, open unless `close` was called."""

    def __init__(self, path: str, passphrase: Passphrase | None) -> None:
        self.path = path
        self._passphrase = passphrase
        self._salt: Salt | None = None
        self._duck: duckdb.DuckDBPyConnection | None = None
        self._copying = threading.RLock()
        self._copier: duckdb.DuckDBPyConnection | None = None
        self._given_up = False
        self._name = ""
        """What DuckDB calls the open file."""
        self.open()

    @property
    def duck(self) -> duckdb.DuckDBPyConnection:
        """What statements go to. Raises DatabaseError when the file is closed."""
        if self._duck is None:
            raise DatabaseError("The memory file is closed. Open it again.")
        return self._duck

    @property
    def place(self) -> Path | None:
        """Where the file is; None for a memory that is in no file."""
        return None if self.path == IN_MEMORY else Path(self.path).expanduser()

    @property
    def encrypted(self) -> bool:
        """Whether what is written is encrypted."""
        return self._salt is not None

    def is_passphrase(self, text: str) -> bool:
        """Whether this is the passphrase of the file."""
        return self._passphrase is not None and self._passphrase.is_same(text)

    def uncopied(self) -> AbstractContextManager[object]:
        """No copy is made within."""
        return self._copying

    def open(self) -> None:
        """Open it (again). Half a rebuilt file that a killed process left is removed."""
        self._duck, self._salt = open_file(self.path, self._passphrase)
        self._name = name_of(self._duck)
        if self.place is not None:
            clear(beside(self.place))

    def close(self) -> None:
        """Close the file. Idempotent."""
        if self._duck is not None:
            self._duck.close()
            self._duck = None

    def give_up_copying(self) -> None:
        """End the copy that is being made, if any, and make no more: the file is going to be closed."""
        self._given_up = True
        copier = self._copier
        if copier is not None:
            copier.interrupt()

    def rebuild(self) -> None:
        """Copy all live rows into a new file that takes this one's place. A crash leaves the one or the other, whole."""
        self._rebuild(self._passphrase, self._salt)

    def rekey(self, passphrase: str | None) -> None:
        """Rebuild the file under another passphrase, or as plain text for None. While it runs, both open it."""
        place, before = self.place, self._salt
        if place is None:
            raise DatabaseError("A memory that is in no file cannot be encrypted.")
        new = None if passphrase is None else Passphrase(passphrase)
        salt = fresh_salt() if new else None
        if new:
            load_cipher(self.duck)
        keep_salts(place, [one for one in (before, salt) if one])
        try:
            self._rebuild(new, salt)
        finally:
            keep_salts(place, [self._salt] if self._salt else [])
        shutil.rmtree(f"{place}.tmp", ignore_errors=True)  # what a killed process may have moved out of memory

    def copied(self) -> tuple[int, int]:
        """How far a rebuilding is, in bytes: of the new file, and of the old one, which is not smaller by much."""
        if self.place is None:
            return 0, 0
        return _size(beside(self.place)), _size(self.place)

    def copy(self, target: Path, copier: duckdb.DuckDBPyConnection) -> None:
        """Write a copy of what is committed, as encrypted as this file, by way of a second connection, which is closed."""
        self._copier = copier
        try:
            if self._given_up:
                raise DatabaseError("The memory file is being closed. It was not copied.")
            target.parent.mkdir(parents=True, exist_ok=True)
            copy_to(copier, self._name, beside(target), self._key())
            self._put(target)
        finally:
            self._copier = None
            copier.close()

    def adopt(self, source: Path, target: Path, passphrase: str) -> None:
        """Write another memory file, plain or under this or the same passphrase, to `target`, as encrypted as this one."""
        known = [one for one in (self._passphrase, Passphrase(passphrase) if passphrase else None) if one]
        duck, name = open_to_read(source, known)
        try:
            with wrapped("read or copy"):
                if not is_ours(duck):
                    raise DatabaseUnreadable(f"{source} is not a Keepwise memory file. Choose another one.")
                if self.encrypted:
                    load_cipher(duck)
                copy_to(duck, name, beside(target), self._key())
        finally:
            duck.close()
        with wrapped("copy"):
            self._put(target)

    def other(self, path: str) -> MemoryFile:
        """Another memory file, opened under the same passphrase. Raises DatabaseUnreadable for what is none."""
        made = MemoryFile(path, self._passphrase)
        if not is_ours(made.duck):
            made.close()
            raise DatabaseUnreadable(f"{path} is not a Keepwise memory file. Choose another one.")
        return made

    def _key(self) -> str:
        return self._passphrase.key(self._salt) if self._passphrase and self._salt else ""

    def _put(self, target: Path) -> None:
        """Give a copy that is whole its name, its key file first; the log of a file that was there is not replayed into it."""
        target.with_name(target.name + ".wal").unlink(missing_ok=True)
        keep_salts(target, [self._salt] if self._salt else [])
        beside(target).replace(target)
        flush_names(target.parent)

    def _rebuild(self, passphrase: Passphrase | None, salt: Salt | None) -> None:
        if self.place is None:
            return
        key = passphrase.key(salt) if passphrase and salt else ""
        copy_to(self.duck, self._name, beside(self.place), key)
        self.close()
        try:
            swap(self.place)
            self._passphrase, self._salt = passphrase, salt
        finally:
            self.open()


def name_of(duck: duckdb.DuckDBPyConnection) -> str:
    """What DuckDB calls the open file."""
    found = duck.execute("SELECT current_database()").fetchone()
    return str(found[0]) if found else ATTACHED


def is_ours(duck: duckdb.DuckDBPyConnection) -> bool:
    """Whether what is open is a memory file."""
    return bool(duck.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'keepwise'").fetchall())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
