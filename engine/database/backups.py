"""Dated copies of a memory file, in a folder beside it: their names, which are there, and which are too many."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

FOLDER = "backups"
BEFORE_RESTORE = "before-restore"
"""Copies of what was there before a backup was gone back to."""
_DATE = "%Y-%m-%d-%H%M%S"
_LENGTH = len("2026-01-01-000000")


def folder_of(file: Path) -> Path:
    """Where the backups of a memory file are."""
    return file.parent / FOLDER


def backups(file: Path) -> list[Path]:
    """The backups of a memory file, newest first."""
    return sorted(folder_of(file).glob(f"{file.stem}-*.duckdb"), key=lambda path: path.stem, reverse=True)


def copies(file: Path) -> list[Path]:
    """All that holds memories there: backups, and what was kept before going back to one."""
    return [*backups(file), *sorted(folder_of(file).glob(f"{BEFORE_RESTORE}-*.duckdb"), reverse=True)]


def taken_at(backup: Path) -> datetime | None:
    """When a backup was made, by its name (local time); None for a name of another kind."""
    for start in range(len(backup.stem) - _LENGTH + 1):
        try:
            return datetime.strptime(backup.stem[start : start + _LENGTH], _DATE)
        except ValueError:
            continue
    return None


def is_due(file: Path, every: timedelta, at: datetime) -> bool:
    """Whether the newest backup is from an earlier day than `every` allows."""
    newest = max((made for path in backups(file) if (made := taken_at(path))), default=None)
    return newest is None or at.date() - newest.date() >= every or newest > at + timedelta(days=1)


def dated(file: Path, at: datetime, name: str = "") -> Path:
    """A name for a copy made at this moment that is not taken."""
    stem = f"{name or file.stem}-{at.strftime(_DATE)}"
    names = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
    return next(path for one in names if not (path := folder_of(file) / f"{one}.duckdb").exists())


def drop(backup: Path) -> None:
    """Delete a copy with its key file."""
    for path in (backup, backup.with_name(backup.name + ".key")):
        path.unlink(missing_ok=True)


def drop_oldest(file: Path, keep: int) -> None:
    """Delete the backups beyond `keep`, and of what was kept before going back all but as many."""
    undo = [path for path in copies(file) if path.stem.startswith(BEFORE_RESTORE)]
    for old in (*backups(file)[max(keep, 1) :], *undo[max(keep, 1) :]):
        drop(old)


def sweep(file: Path) -> None:
    """Delete what copies that never ended have left."""
    for half in (*folder_of(file).glob("*.new"), *folder_of(file).glob("*.new.wal")):
        half.unlink(missing_ok=True)
