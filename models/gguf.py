"""The head of a GGUF file, read without any runtime: is this a model, is it whole, and how large is it?

llama.cpp answers a truncated file with a page of log and some damaged files with a crash, so the file is looked at
first. Only the head is read (some megabytes, most of it the vocabulary); the weights are not touched.
"""

from __future__ import annotations

import math
import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import ModelError

MAGIC = b"GGUF"
_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9
_KEPT_ITEMS = 64
"""Longer arrays (the vocabulary) are stepped over."""

_BLOCKS = {
    **{0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34), 9: (32, 36)},
    **{10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210), 15: (256, 292)},
    **{16: (256, 66), 17: (256, 74), 18: (256, 98), 19: (256, 50), 20: (32, 18), 21: (256, 110), 22: (256, 82)},
    **{23: (256, 136), 24: (1, 1), 25: (1, 2), 26: (1, 4), 27: (1, 8), 28: (1, 8), 29: (256, 56), 30: (1, 2)},
}
"""Tensor type: weights a block, bytes a block. An unknown (newer) type counts as nothing, so it is never refused."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the head says: `parameters` weights, trained for `context` tokens; `metadata` without its long arrays."""

    architecture: str
    parameters: int
    context: int
    metadata: dict[str, Any]


def read_header(path: Path) -> Header:
    """Read the head of `path`. Raises ModelError when it is no GGUF file, or ends before its weights do."""
    try:
        with path.open("rb") as file:
            if file.read(4) != MAGIC:
                raise ModelError(f"{path.name} is not a model file in GGUF format.")
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
                return _Reader(view, path.name).header()
    except (struct.error, UnicodeDecodeError, MemoryError, IndexError) as error:
        raise ModelError(f"{path.name} is damaged: its head cannot be read. Fetch it again.") from error
    except OSError as error:
        raise ModelError(f"{path.name} cannot be read: {error.strerror or error}.") from error


class _Reader:
    """Walks over the head of one file; `at` is the offset in bytes."""

    def __init__(self, view: mmap.mmap, name: str) -> None:
        self.view = view
        self.name = name
        self.at = 4

    def header(self) -> Header:
        version, tensors, pairs = self._take("<IQQ")
        if version not in (2, 3):
            raise ModelError(f"{self.name} has GGUF version {version}; versions 2 and 3 can be read.")
        metadata = dict(self._pair() for _ in range(pairs))
        parameters, ends = 0, [0]
        for _ in range(tensors):
            weights, end = self._tensor()
            parameters += weights
            ends.append(end)
        self._require_whole(int(metadata.get("general.alignment", 32)), max(ends))
        architecture = str(metadata.get("general.architecture", ""))
        context = int(metadata.get(f"{architecture}.context_length", 0))
        return Header(architecture, parameters, context, metadata)

    def _require_whole(self, alignment: int, last: int) -> None:
        needed = -(-self.at // alignment) * alignment + last
        if len(self.view) < needed:
            raise ModelError(
                f"{self.name} is not complete: it has {len(self.view):,} of at least {needed:,} bytes. Fetch it again."
            )

    def _take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self.view, self.at)
        self.at += struct.calcsize(layout)
        return values

    def _text(self) -> str:
        (length,) = self._take("<Q")
        if self.at + length > len(self.view):
            raise IndexError("a text reaches beyond the end of the file")
        self.at += length
        return self.view[self.at - length : self.at].decode("utf-8", "replace")

    def _pair(self) -> tuple[str, Any]:
        key = self._text()
        (kind,) = self._take("<I")
        return key, self._value(kind)

    def _value(self, kind: int) -> Any:
        if kind == _STRING:
            return self._text()
        if kind == _ARRAY:
            return self._array()
        if kind not in _SCALARS:
            raise IndexError(f"unknown kind of value {kind}")
        return self._take("<" + _SCALARS[kind])[0]

    def _array(self) -> list[Any]:
        kind, length = self._take("<IQ")
        if length <= _KEPT_ITEMS or kind == _ARRAY:
            return [self._value(kind) for _ in range(length)]
        if kind == _STRING:
            self._skip_texts(length)
        else:
            self.at += struct.calcsize("<" + _SCALARS.get(kind, "B")) * length
        return []

    def _skip_texts(self, count: int) -> None:
        view, at, size, unpack = self.view, self.at, len(self.view), struct.Struct("<Q").unpack_from
        for _ in range(count):
            at += 8 + unpack(view, at)[0]
            if at > size:
                raise IndexError("a list of texts reaches beyond the end of the file")
        self.at = at

    def _tensor(self) -> tuple[int, int]:
        """Weights of the next tensor, and where its data end relative to the start of all data."""
        self._text()
        (dimensions,) = self._take("<I")
        shape = self._take(f"<{dimensions}Q")
        kind, offset = self._take("<IQ")
        weights = math.prod(shape)
        per_block, size = _BLOCKS.get(kind, (1, 0))
        return weights, offset + weights // per_block * size
