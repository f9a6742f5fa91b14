"""Putting a backup, or nothing, in the place of a memory file that cannot be read. The file is not open anywhere."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path


def replace_damaged(file: Path, backup: Path | None, at: datetime) -> Path:
    """Put a backup in the place of a damaged file, or (None) leave the place empty; gives where the damaged one is kept.

    A crash in between leaves the damaged file or the backup there, never neither. Raises OSError; then nothing has changed.
    """
    kept = file.with_name(f"{file.stem}.damaged-{at:%Y-%m-%d-%H%M%S}{file.suffix}")
    for ending in ("", ".wal", ".key"):
        part = file.with_name(file.name + ending)
        if part.is_file():
            shutil.copy2(part, kept.with_name(kept.name + ending))
    if backup is not None:
        fresh = file.with_name(file.name + ".restored")
        shutil.copyfile(backup, fresh)
        _confirm(fresh)
        key = backup.with_name(backup.name + ".key")
        if key.is_file():
            shutil.copyfile(key, file.with_name(file.name + ".key"))
        file.with_name(file.name + ".wal").unlink(missing_ok=True)
        fresh.replace(file)
    else:
        file.with_name(file.name + ".wal").unlink(missing_ok=True)
        file.unlink()
    return kept


def _confirm(path: Path) -> None:
    """Have the disk confirm it."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
