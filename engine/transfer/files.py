"""What a file to import is: found out from its content, never from its name. Foreign errors are wrapped here, once."""

from __future__ import annotations

import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import IO, Any

from engine.errors import InvalidInput
from engine.transfer.agno import agno_tables
from engine.transfer.mem0 import is_mem0
from engine.transfer.stream import pieces

FORMAT = "keepwise-memory"
"""The value of "format" in Keepwise's own export."""


class Format(StrEnum):
    """Whose file it is."""

    KEEPWISE = "keepwise"
    CHATGPT = "chatgpt"
    CLAUDE = "claude"
    MEM0 = "mem0"
    AGNO = "agno"


CONVERSATIONS = "conversations*.json"
"""The files of a ChatGPT or Claude export that hold conversations; large ones come in numbered parts."""

MEMORIES = "memories*.json"
"""What Claude remembers of a person, in its own words; in newer exports a folder of that name."""

_ADVICE = (
    "Choose an export of Keepwise, a data export of ChatGPT or Claude (the .zip or its conversations.json), "
    "mem0's history.db, or an SQLite database of Agno."
)
_DAMAGE = (
    OSError,
    ValueError,
    EOFError,
    RecursionError,
    NotImplementedError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
    sqlite3.Error,
)
"""What reading a damaged file raises; RuntimeError is zipfile's word for a missing password."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that can be imported. members: the parts of a zip or folder that count; none for a plain file. size: bytes.

    memories: the parts of a zip or folder of Claude's that tell what it remembers.
    """

    path: Path
    format: Format
    members: tuple[str, ...] = ()
    size: int = 0
    memories: tuple[str, ...] = ()


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """What goes wrong with reading becomes one InvalidInput that says what to do."""
    try:
        yield
    except FileNotFoundError as error:
        raise InvalidInput(f"There is no {path}. Check the name of the file.") from error
    except OSError as error:
        if error.strerror:
            raise InvalidInput(f"Could not read {path}: {error.strerror}. Nothing was imported.") from error
        raise InvalidInput(_damaged(path, error)) from error
    except _DAMAGE as error:
        raise InvalidInput(_damaged(path, error)) from error


def recognise(path: Path) -> File:
    """Find out what the file is. Raises InvalidInput for what is unknown, damaged or not there."""
    path = path.expanduser()
    with reading(path):
        if path.is_dir():
            return _bundle(path, [found.relative_to(path).as_posix() for found in path.glob("**/*.json")])
        with path.open("rb") as file:
            head = file.read(64)
        if not head.strip():
            raise InvalidInput(f"{path} is empty. {_ADVICE}")
        if head.startswith(b"SQLite format 3\0"):
            return _database(path)
        if head[8:12] == b"DUCK":
            raise InvalidInput(f"{path} is a memory file, not an export. Open it as it is, with --db.")
        if head.startswith((b"PK\3\4", b"PK\5\6")):
            with zipfile.ZipFile(path) as archive:
                return _bundle(path, archive.namelist())
        if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
            plain = File(path, Format.KEEPWISE, (), path.stat().st_size)
            return File(path, _format_of(plain), (), plain.size)
    raise InvalidInput(f"{path} is no file that Keepwise can read. {_ADVICE}")


def contents(file: File, heard: Callable[[int], None] = lambda done: None) -> Generator[tuple[str, Any], None, None]:
    """The pieces (see `stream.pieces`) of all parts of a JSON file, zip or folder. heard: bytes read of `file.size`.

    Raises InvalidInput when the file turns out to be damaged.
    """
    with reading(file.path), closing(_parts(file)) as parts:
        done = 0
        for binary, size in parts:
            yield from pieces(binary, lambda count, before=done: heard(before + count))  # type: ignore[misc]
            done += size


def _parts(file: File) -> Generator[tuple[IO[bytes], int], None, None]:
    """Each part, open, with its size in bytes."""
    if not file.members:
        with file.path.open("rb") as binary:
            yield binary, file.size
    elif file.path.is_dir():
        for name in file.members:
            with (file.path / name).open("rb") as binary:
                yield binary, (file.path / name).stat().st_size
    else:
        with zipfile.ZipFile(file.path) as archive:
            for name in file.members:
                with archive.open(name) as binary:
                    yield binary, archive.getinfo(name).file_size


def remembered(file: File) -> Iterator[tuple[str, Any]]:
    """The pieces of what Claude remembers; nothing where the export holds none of it."""
    if file.memories:
        yield from contents(replace(file, members=file.memories))


def _counts(name: str, pattern: str) -> bool:
    return fnmatch(PurePosixPath(name).name, pattern) and not name.startswith("__MACOSX")


def _bundle(path: Path, names: Sequence[str]) -> File:
    members = tuple(sorted(name for name in names if _counts(name, CONVERSATIONS)))
    memories = tuple(sorted(n for n in names if _counts(n, MEMORIES) or PurePosixPath(n).match("memories/*.json")))
    if not members:
        raise InvalidInput(f"{path} holds no conversations.json. {_ADVICE}")
    bundle = File(path, Format.CHATGPT, members)
    with closing(_parts(bundle)) as parts:
        size = sum(size for _, size in parts)
    found = _format_of(bundle)
    return File(path, found, members, size, memories if found is Format.CLAUDE else ())


def _format_of(file: File) -> Format:
    """The format of a JSON file, from the first piece that tells."""
    with closing(contents(file)) as found:
        for key, value in found:
            if key == "format" and value == FORMAT:
                return Format.KEEPWISE
            told = {key} if key in ("mapping", "chat_messages") else set(value) if isinstance(value, dict) else set()
            if "mapping" in told:
                return Format.CHATGPT
            if "chat_messages" in told:
                return Format.CLAUDE
    raise InvalidInput(f"{file.path} is JSON, but nothing in it is an export that Keepwise knows. {_ADVICE}")


def _database(path: Path) -> File:
    with opened(path) as database:
        if is_mem0(database):
            return File(path, Format.MEM0)
        if any(agno_tables(database)):
            return File(path, Format.AGNO)
    raise InvalidInput(f"{path} is an SQLite database, but neither of mem0 nor of Agno. {_ADVICE}")


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """An SQLite file, read-only. Raises InvalidInput when it is damaged."""
    with reading(path):
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            yield database
        finally:
            database.close()


def _damaged(path: Path, error: Exception) -> str:
    if "password" in str(error) or "encrypted" in str(error):
        return f"{path} is locked with a password. Unpack it first, then choose its conversations.json."
    said = str(error).strip().splitlines()[0][:120] if str(error).strip() else type(error).__name__
    return f"{path} is damaged or incomplete ({said}). Nothing was imported: fetch or export it again."
