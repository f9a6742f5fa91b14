"""Copies of the memory file: dated backups, going back to one of them, and moving the data to another folder.

All work on the open file: it is copied live and exchanged under the window, so nothing needs a restart.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import shutil
from datetime import datetime
from pathlib import Path

from desktop.home import home_pointer
from desktop.tongue import tr
from engine import Database
from engine.errors import InvalidInput

FOLDER = "backups"
_COST = 1 << 14
"""Of scrypt: 40 ms and 16 MB a try."""


def backups(home: Path) -> list[Path]:
    """The backups in a data folder, newest first."""
    return sorted((home / FOLDER).glob("memory-*.duckdb"), key=lambda path: path.stem, reverse=True)


def back_up(database: Database, home: Path, keep: int, at: datetime) -> Path:
    """Copy the memory file into a dated backup and drop the oldest beyond `keep`. Raises DatabaseError."""
    target = _dated(home, "memory", at)
    database.copy(target)
    for old in backups(home)[max(keep, 1) :]:
        old.unlink(missing_ok=True)
    return target


def restore(database: Database, backup: Path, home: Path, at: datetime) -> Path:
    """Go back to a backup; gives the copy of what was there before, to go back to in turn. While nothing runs.

    The memory file is replaced in one step: a crash leaves the one or the other, whole. Raises DatabaseError, OSError.
    """
    main = Path(database.path).expanduser()
    before = _dated(home, "before-restore", at)
    database.copy(before)
    database.exchange(before)
    fresh = main.with_name(main.name + ".restored")
    try:
        shutil.copyfile(backup, fresh)
        main.with_name(main.name + ".wal").unlink(missing_ok=True)
        fresh.replace(main)
    finally:
        fresh.unlink(missing_ok=True)
        database.exchange(main)
    return before


def move_home(database: Database, home: Path, target: Path) -> None:
    """Copy the data to another folder and use them there; the old folder stays as it is. While nothing runs.

    Raises InvalidInput when the folder is fixed or holds a memory file already, DatabaseError, OSError.
    """
    if os.environ.get("KEEPWISE_HOME") or Path(database.path).expanduser().parent.resolve() != home.resolve():
        raise InvalidInput(tr("The data folder was named when Keepwise was started. Name another one there."))
    fresh = target.expanduser().resolve() / "memory.duckdb"
    if fresh.exists():
        raise InvalidInput(
            tr("There is a memory file in {target} already. Choose an empty folder.").format(target=target)
        )
    database.copy(fresh)
    for path in backups(home):
        (fresh.parent / FOLDER).mkdir(exist_ok=True)
        shutil.copy2(path, fresh.parent / FOLDER / path.name)
    database.exchange(fresh)
    pointer = home_pointer()
    pointer.parent.mkdir(parents=True, exist_ok=True)
    beside = pointer.with_name(pointer.name + ".new")
    beside.write_text(str(fresh.parent), encoding="utf-8")
    beside.replace(pointer)


def move_back(database: Database, home: Path, target: Path) -> None:
    """Use the old folder again, as it was left, and drop the copy in the new one. Raises DatabaseError, OSError."""
    database.exchange(home / "memory.duckdb")
    home_pointer().unlink(missing_ok=True)
    (target / "memory.duckdb").unlink(missing_ok=True)


def sealed(passphrase: str) -> str:
    """What is kept of a passphrase: a salt and its scrypt hash, in hexadecimal digits."""
    salt = os.urandom(16)
    return f"{salt.hex()}:{_hash(passphrase, salt).hex()}"


def opens(passphrase: str, seal: str) -> bool:
    """Whether it is the passphrase that was sealed."""
    salt, _, kept = seal.partition(":")
    return hmac.compare_digest(_hash(passphrase, bytes.fromhex(salt)).hex(), kept)


def _hash(passphrase: str, salt: bytes) -> bytes:
    return hashlib.scrypt(passphrase.encode(), salt=salt, n=_COST, r=8, p=1)


def _dated(home: Path, name: str, at: datetime) -> Path:
    """A name of this moment that is not taken."""
    stem = f"{name}-{at:%Y-%m-%d-%H%M%S}"
    folder = home / FOLDER
    names = (stem, *(f"{stem}-{number}" for number in range(2, 100)))
    return next(folder / f"{one}.duckdb" for one in names if not (folder / f"{one}.duckdb").exists())
