"""Copies of the memory file: dated backups, going back to one of them, encrypting all of them, moving the data elsewhere.

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
from engine.database.backups import BEFORE_RESTORE, FOLDER, copies, dated, drop, drop_oldest, sweep
from engine.errors import DatabaseError, InvalidInput

BACKUPS_DUE = "backups_due"
"""The setting that says what is still to be done with backups that are not encrypted: "encrypt" or "drop"."""
PARTS = ("memory.duckdb", "memory.duckdb.wal", "memory.duckdb.key")
"""The files that are the memory of a data folder."""
_COST = 1 << 14
"""Of scrypt: 40 ms and 16 MB a try."""


def back_up(database: Database, keep: int, at: datetime) -> Path:
    """Copy the memory file into a dated backup and drop the oldest beyond `keep`. Raises DatabaseError."""
    file = place_of(database)
    sweep(file)
    target = dated(file, at)
    database.copy(target)
    drop_oldest(file, keep)
    return target


def restore(database: Database, backup: Path, at: datetime, passphrase: str = "") -> Path:
    """Go back to a backup; gives the copy of what was there before, to go back to in turn. While nothing runs.

    passphrase: of the backup, when it is under an earlier one. The memory file is replaced in one step: a crash leaves the
    one or the other, whole. Raises DatabaseError, WrongPassphrase, OSError.
    """
    main = place_of(database)
    before = dated(main, at, BEFORE_RESTORE)
    database.copy(before)
    database.exchange(before)
    try:
        database.adopt(backup, main, passphrase)
    except BaseException:
        database.exchange(main)
        drop(before)
        raise
    database.exchange(main)
    return before


def protect(database: Database, passphrase: str | None, before: str, backups_too: str) -> list[str]:
    """Encrypt the memory file, change its passphrase, or (None) make it plain; then its backups. While nothing runs.

    before: the passphrase until now. backups_too: "encrypt" or "drop". Returns the names of the backups that could not be
    read and stay as they are. Raises DatabaseError, OSError.
    """
    database.set_setting(BACKUPS_DUE, backups_too)
    if passphrase is None:
        database.decrypt()
    else:
        database.encrypt(passphrase)
    return finish_protecting(database, before)


def finish_protecting(database: Database, before: str = "") -> list[str]:
    """Do with the backups what is still to be done, also after a crash. Returns those that stay as they are."""
    file, due, left = place_of(database), str(database.setting(BACKUPS_DUE, "")), []
    sweep(file)
    if due == "drop" and not database.encrypted:  # a crash came before the file was encrypted: nothing is to be dropped
        due = ""
    for copy in copies(file) if due else ():
        try:
            if due == "drop":
                drop(copy)
            else:
                database.adopt(copy, copy, before)
        except (DatabaseError, OSError):
            left.append(copy.name)
    database.set_setting(BACKUPS_DUE, "")
    return left


def move_home(database: Database, home: Path, target: Path) -> None:
    """Copy the data to another folder and use them there; the old folder stays as it is. While nothing runs.

    Raises InvalidInput when the folder is fixed or holds a memory file already, DatabaseError, OSError.
    """
    if os.environ.get("KEEPWISE_HOME") or place_of(database).parent.resolve() != home.resolve():
        raise InvalidInput(tr("The data folder was named when Keepwise was started. Name another one there."))
    fresh = target.expanduser().resolve() / PARTS[0]
    if fresh.exists():
        raise InvalidInput(
            tr("There is a memory file in {target} already. Choose an empty folder.").format(target=target)
        )
    database.copy(fresh)
    if (home / FOLDER).is_dir():
        sweep(home / PARTS[0])
        shutil.copytree(home / FOLDER, fresh.parent / FOLDER, dirs_exist_ok=True)
    database.exchange(fresh)
    pointer = home_pointer()
    pointer.parent.mkdir(parents=True, exist_ok=True)
    beside = pointer.with_name(pointer.name + ".new")
    beside.write_text(str(fresh.parent), encoding="utf-8")
    beside.replace(pointer)


def move_back(database: Database, home: Path, target: Path) -> None:
    """Use the old folder again, as it was left, and drop the copy in the new one. Raises DatabaseError, OSError."""
    database.exchange(home / PARTS[0])
    home_pointer().unlink(missing_ok=True)
    drop_data(target, backups_too=False)


def drop_data(home: Path, *, backups_too: bool) -> None:
    """Delete the memory file of a folder that is not in use any more; models that lie there stay. Raises OSError."""
    for name in PARTS:
        (home / name).unlink(missing_ok=True)
    if backups_too:
        shutil.rmtree(home / FOLDER, ignore_errors=True)


def place_of(database: Database) -> Path:
    """Where the memory file is."""
    return Path(database.path).expanduser()


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
