"""Opening a memory file, plain or encrypted, and what DuckDB's refusals mean.

A plain file is DuckDB's own database; an encrypted one is attached to a DuckDB in memory, the only way to give a key. The
program library that encrypts comes with a package of its own: the one inside DuckDB can only read such files safely.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from engine.database.compaction import attach
from engine.database.salts import Passphrase, Salt, fresh_salt, keep_salts, key_file, salts_near, salts_of
from engine.errors import (
    DatabaseBusy,
    DatabaseError,
    DatabaseUnreadable,
    KeepwiseError,
    PassphraseNeeded,
    WrongPassphrase,
)

IN_MEMORY = ":memory:"
"""The path of a memory that is in no file."""
ATTACHED = "keepwise_file"
"""The name of an encrypted file in its DuckDB; a plain one has the name of the file."""
_EXTENSION = "duckdb_extension_httpfs"
_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
"""DuckDB would otherwise fetch extensions from the network."""
_FLAGS = slice(20, 28)
"""Bytes of a DuckDB file that say in plain text whether the rest is encrypted."""


def open_file(path: str, passphrase: Passphrase | None) -> tuple[duckdb.DuckDBPyConnection, Salt | None]:
    """The open file, and the salt of its key when it is encrypted; a new one is made encrypted when a passphrase is given.

    Raises DatabaseBusy, DatabaseUnreadable, PassphraseNeeded, WrongPassphrase; the file is as it was then.
    """
    _remember_what_is_missing()
    if path == IN_MEMORY:
        # DuckDB would otherwise move what does not fit into memory to a folder on the disk.
        return duckdb.connect(path, config={**_OFFLINE, "temp_directory": ""}), None
    file = Path(path).expanduser()
    file.parent.mkdir(parents=True, exist_ok=True)
    if passphrase is None:
        with _told(path):
            return duckdb.connect(str(file), config=dict(_OFFLINE)), None
    return _unlocked(file, passphrase)


def open_to_read(file: Path, passphrases: list[Passphrase]) -> tuple[duckdb.DuckDBPyConnection, str]:
    """A DuckDB in memory with the file attached for reading, plain or under one of these passphrases, and its name there."""
    keys = [one.key(salt) for one in passphrases for salt in salts_near(file)] if is_encrypted(file) else [""]
    duck = _empty(keys != [""], file)
    try:
        for key in keys:
            if _attached(duck, file, key, only_read=True):
                return duck, ATTACHED
    except BaseException:
        duck.close()
        raise
    duck.close()
    raise _refused(file, has_passphrase=bool(passphrases))


def is_encrypted(file: Path) -> bool:
    """Whether a file that this process does not have open is an encrypted memory file. (On most systems, closing any handle
    of a file ends all locks that the process holds on it.)"""
    try:
        with file.open("rb") as opened:
            head = opened.read(_FLAGS.stop)
    except OSError:
        return False
    return head[8:12] == b"DUCK" and bool(head[_FLAGS][:1] == b"\x01")


def load_cipher(duck: duckdb.DuckDBPyConnection) -> None:
    """Let this DuckDB write encrypted files (20 MB, 0.1 s). Raises DatabaseError when the package for it is not installed."""
    found = importlib.util.find_spec(_EXTENSION)
    folders = list(found.submodule_search_locations or []) if found else []
    names = [
        path for one in folders for path in Path(one).glob(f"extensions/v{duckdb.__version__}/httpfs.duckdb_extension")
    ]
    if not names:
        raise DatabaseError("Encryption needs the package duckdb-extension-httpfs, which is not installed.")
    quoted = str(names[0]).replace("'", "''")
    duck.execute(f"LOAD '{quoted}'")


@contextmanager
def wrapped(doing: str) -> Iterator[None]:
    """Errors of DuckDB and the disk within, as DatabaseError; as DatabaseUnreadable where the file is damaged."""
    try:
        yield
    except (duckdb.Error, OSError) as error:
        kind = DatabaseUnreadable if _is_damage(error) else DatabaseError
        raise kind(f"Could not {doing} the memory file: {_first_line(error)}") from error


def _unlocked(file: Path, passphrase: Passphrase) -> tuple[duckdb.DuckDBPyConnection, Salt | None]:
    """An encrypted file under the key that one of the salts nearby gives."""
    salts = salts_near(file)
    if not file.exists():
        salts = salts_of(file) or [fresh_salt()]
        keep_salts(file, salts)
    duck = _empty(True, file)
    try:
        for salt in salts or [fresh_salt()]:
            if _attached(duck, file, passphrase.key(salt)):
                duck.execute(f"USE {ATTACHED}")
                if salts_of(file) != [salt]:
                    keep_salts(file, [salt])  # it was lost, or a change of the passphrase did not end
                return duck, salt
    except BaseException:
        duck.close()
        raise
    duck.close()
    raise _refused(file, has_passphrase=True)


def _empty(encrypts: bool, file: Path) -> duckdb.DuckDBPyConnection:
    """A DuckDB in memory whose overflow goes encrypted to a folder beside the file, not to the present folder."""
    beside: dict[str, str | bool | int | float | list[str]] = {
        "temp_directory": f"{file}.tmp",
        "temp_file_encryption": True,
    }
    duck = duckdb.connect(IN_MEMORY, config={**_OFFLINE, **(beside if encrypts else {"temp_directory": ""})})
    if encrypts:
        with wrapped("decrypt"):
            load_cipher(duck)
    return duck


def _attached(duck: duckdb.DuckDBPyConnection, file: Path, key: str, *, only_read: bool = False) -> bool:
    """Whether the key opens the file; then it is attached."""
    try:
        with _told(str(file)):
            attach(duck, file, ATTACHED, key, only_read=only_read)
    except WrongPassphrase:
        return False
    return True


def _refused(file: Path, *, has_passphrase: bool) -> KeepwiseError:
    if not has_passphrase:
        return PassphraseNeeded(f"{file} is encrypted. Give its passphrase.")
    if not salts_near(file):
        return DatabaseUnreadable(
            f"{key_file(file)} is missing, and the passphrase opens nothing without it. Copy it back from a backup."
        )
    return WrongPassphrase(f"This passphrase does not open {file}. Nothing was changed.")


@contextmanager
def _told(path: str) -> Iterator[None]:
    """DuckDB's refusals to open a file, as errors that say what to do. Their kinds do not tell them apart, their words do."""
    try:
        yield
    except duckdb.Error as error:
        raise _meaning(path, str(error).lower()) from error


def _meaning(path: str, said: str) -> DatabaseError:
    if "without a key" in said:
        return PassphraseNeeded(f"{path} is encrypted. Give its passphrase.")
    if "wrong encryption key" in said:
        return WrongPassphrase(f"This passphrase does not open {path}. Nothing was changed.")
    if "is not encrypted" in said:
        return DatabaseError(f"{path} is not encrypted. Open it without a passphrase.")
    if "permission denied" in said:
        return DatabaseError(f"{path} may not be read or written. Change its permissions, or choose another file.")
    if "set lock" in said or "handle conflict" in said:
        return DatabaseBusy(f"{path} is open in another Keepwise. Close that one, or choose another file.")
    return DatabaseUnreadable(
        f"{path} is not a Keepwise memory file or is damaged. It was not changed. Choose another file, or restore a backup."
    )


def _is_damage(error: Exception) -> bool:
    said = str(error).lower()
    return "corrupt" in said or "aes tag" in said or isinstance(error, duckdb.SerializationException)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def _remember_what_is_missing() -> None:
    """DuckDB looks for pandas twice for each value that is bound, and Python searches its whole path each time when there is
    none: 0.5 ms a value, a quarter of that for a whole query otherwise. None in this place says that it is not there."""
    if "pandas" not in sys.modules and importlib.util.find_spec("pandas") is None:
        sys.modules["pandas"] = None  # type: ignore[assignment]
