"""Small stand-ins that the tests of this floor share: a model of a few bytes, an index of wheels, a hub of one file."""

from __future__ import annotations

import hashlib
import struct
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from models import Piece, Text
from models.catalogue import Entry, HubSource, IndexSource, ModelFile, Package, Source


def said(pieces: Iterable[Piece]) -> str:
    """The text of an answer."""
    return "".join(piece.text for piece in pieces if isinstance(piece, Text))


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def one_file_model(data: bytes, *sources: Source, expected: str | None = None, size: int | None = None) -> Entry:
    """An entry of one file that should hold `data`."""
    file = ModelFile("model.gguf", size or len(data), expected or sha256(data), 0, sources)
    return Entry("toy", "Toy", "chat", "Apache-2.0", 1, 8, 1, "", (file,))


@dataclass
class Index:
    """A folder of wheels that pip takes for an index."""

    folder: Path
    arguments: list[str] = field(default_factory=list)

    def source(self, *parts: bytes) -> IndexSource:
        """Wheels that carry these parts of a file, in order."""
        return IndexSource(tuple(self._wheel(number, data) for number, data in enumerate(parts, 1)))

    def withdraw(self, number: int) -> None:
        """Take the wheel of one part away again."""
        (self.folder / f"toy_part{number}-1.0-py3-none-any.whl").unlink()

    def _wheel(self, number: int, data: bytes) -> Package:
        info = f"toy_part{number}-1.0.dist-info"
        member = f"toy_part{number}/data.bin"
        with zipfile.ZipFile(self.folder / f"toy_part{number}-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr(member, data)
            wheel.writestr(f"toy_part{number}/__init__.py", "raise SystemExit('imported')")
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: toy-part{number}\nVersion: 1.0\n")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")
        return Package(f"toy-part{number}==1.0", member)


@dataclass
class Hub:
    """A model hub of one file on this machine: `cut` ends the next answer after so many bytes."""

    address: str = ""
    data: bytes = b""
    stated: str = ""
    cut: int | None = None
    ranges: list[str | None] = field(default_factory=list)

    @property
    def source(self) -> HubSource:
        return HubSource("someone/toy", "toy.gguf", "main")


def _text(value: str) -> bytes:
    return struct.pack("<Q", len(value)) + value.encode()


def gguf(path: Path, architecture: str = "llama", weights: int = 32) -> Path:
    """A whole GGUF file with one tensor of 32-bit weights."""
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, 1)
    head += _text("general.architecture") + struct.pack("<I", 8) + _text(architecture)
    head += _text("token_embd.weight") + struct.pack("<I", 1) + struct.pack("<Q", weights) + struct.pack("<IQ", 0, 0)
    head += b"\0" * (-len(head) % 32)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head + b"\0" * 4 * weights)
    return path
