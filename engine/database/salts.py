"""The key of an encrypted memory file: a passphrase, and the small file beside the memory file that turns it into a key.

DuckDB encrypts with AES-256 in GCM but makes nothing slow of a passphrase, so scrypt does it here. `memory.duckdb.key`
holds the salt and the costs, which are no secret, but without them the passphrase opens nothing: so each backup carries
them too, and any that lies nearby is tried. While a passphrase is changed, the file names the salts of both.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.database.backups import FOLDER
from engine.database.compaction import flush, flush_names
from engine.errors import InvalidInput

SUFFIX = ".key"
_ABOUT = "Needed, together with the passphrase, to open the memory file of this name. No secret. Keep it with the file."
_MOST = 1 << 28
"""Bytes that scrypt may take; a file that asks for more is not ours."""


@dataclass(frozen=True, slots=True)
class Salt:
    """What makes a key of a passphrase: a random value in hexadecimal digits and the costs of scrypt (32 MB, 0.2 s)."""

    salt: str
    n: int = 1 << 15
    r: int = 8
    p: int = 3


class Passphrase:
    """A passphrase and the keys that it has given so far. Raises InvalidInput for an empty one."""

    def __init__(self, text: str) -> None:
        if not text:
            raise InvalidInput("The passphrase is empty.")
        self._text = text
        self._keys: dict[Salt, str] = {}

    def is_same(self, text: str) -> bool:
        """Whether it reads so."""
        return hmac.compare_digest(self._text.encode(), text.encode())

    def key(self, salt: Salt) -> str:
        """The key (256 bits, base64). Raises InvalidInput for costs that no Keepwise has written."""
        if salt not in self._keys:
            self._keys[salt] = base64.b64encode(_scrypt(self._text, salt)).decode()
        return self._keys[salt]


def _scrypt(text: str, salt: Salt) -> bytes:
    try:
        value = bytes.fromhex(salt.salt)
        return hashlib.scrypt(text.encode(), salt=value, n=salt.n, r=salt.r, p=salt.p, maxmem=_MOST, dklen=32)
    except (ValueError, TypeError, OverflowError) as error:
        raise InvalidInput("The key file beside the memory file is damaged. Take the one beside a backup.") from error


def fresh_salt() -> Salt:
    """A new one."""
    return Salt(os.urandom(16).hex())


def key_file(file: Path) -> Path:
    """Where the salts of a memory file are."""
    return file.with_name(file.name + SUFFIX)


def salts_of(file: Path) -> list[Salt]:
    """Those that the key file of a memory file names."""
    return list(_read(key_file(file)))


def salts_near(file: Path) -> list[Salt]:
    """Its own first, then those of its neighbours and of the backups: a key file may have been left behind or lost."""
    folders = (file.parent, file.parent / FOLDER, *((file.parent.parent,) if file.parent.name == FOLDER else ()))
    near = (one for folder in folders for path in sorted(folder.glob(f"*{SUFFIX}")) for one in _read(path))
    return list(dict.fromkeys((*salts_of(file), *near)))


def keep_salts(file: Path, salts: Sequence[Salt]) -> None:
    """Write the key file in one step, or remove it when there are none. Raises OSError."""
    target = key_file(file)
    if not salts:
        target.unlink(missing_ok=True)
        return
    fresh = target.with_name(target.name + ".new")
    fresh.write_text(
        json.dumps({"about": _ABOUT, "scrypt": [asdict(one) for one in salts]}, indent=2), encoding="utf-8"
    )
    flush(fresh)
    fresh.replace(target)
    flush_names(target.parent)


def _read(path: Path) -> Iterator[Salt]:
    """What a key file names; nothing when it is none."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))["scrypt"]
        yield from [Salt(str(one["salt"]), int(one["n"]), int(one["r"]), int(one["p"])) for one in told]
    except (OSError, ValueError, TypeError, KeyError):
        return
