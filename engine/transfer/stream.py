"""Reads large JSON piece by piece: the elements of the outermost arrays, one at a time.

A data export of some years of conversations has hundreds of megabytes in one array; what is held here is one element of it.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator
from typing import IO, Any

CHUNK = 1 << 18
"""Bytes read at first; twice as many each time an element is not complete, so that it is parsed a few times only."""
LONGEST = 1 << 28
"""Characters of one element at most; a conversation of a thousand long messages has some four million."""

_SPACE = re.compile(r"[ \t\r\n]*")
_UNFIT = re.compile(r"[\x00\ud800-\udfff]")
"""What no database keeps: NUL, and halves of surrogate pairs."""


def pieces(binary: IO[bytes], heard: Callable[[int], None] = lambda done: None) -> Iterator[tuple[str, Any]]:
    """(key, value) of the outermost object; an array gives each element as (key, element), the outermost one with key "".

    heard: called before each value with how many bytes lie behind it, about, and with all of them at the end.
    Raises ValueError (UnicodeDecodeError among them) for what is no JSON.
    """
    reader = _Reader(binary, heard)
    first = reader.peek()
    if first == "[":
        yield from (("", element) for element in reader.array())
    elif first == "{":
        yield from reader.members()
    else:
        raise ValueError("it holds neither a list nor an object")
    if reader.peek():
        raise ValueError("something follows the end")


class _Reader:
    """A window on the text, from what is being parsed on."""

    def __init__(self, binary: IO[bytes], heard: Callable[[int], None]) -> None:
        self._binary = binary
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._heard = heard
        self._window = ""
        self._at = 0
        self._ended = False
        self._read = 0
        self._decoder = json.JSONDecoder()

    def peek(self) -> str:
        """The next character that is no space; "" at the end."""
        while True:
            found = _SPACE.match(self._window, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._window) or self._ended:
                return self._window[self._at : self._at + 1]
            self._more()

    def array(self) -> Iterator[Any]:
        """The elements of an array, one by one."""
        self._take("[")
        while self.peek() != "]":
            yield self._value()
            if self.peek() != "]":
                self._take(",")
        self._take("]")

    def members(self) -> Iterator[tuple[str, Any]]:
        """The members of an object; those that are arrays element by element."""
        self._take("{")
        while self.peek() != "}":
            key = str(self._value())
            self._take(":")
            if self.peek() == "[":
                yield from ((key, element) for element in self.array())
            else:
                yield key, self._value()
            if self.peek() != "}":
                self._take(",")
        self._take("}")

    def _take(self, expected: str) -> None:
        found = self.peek()
        if found != expected:
            raise ValueError(f"{expected!r} is missing" if found else "it ends too early")
        self._at += 1

    def _value(self) -> Any:
        if not self.peek():
            raise ValueError("it ends too early")
        self._heard(self._read - (len(self._window) - self._at))
        while True:
            try:
                value, end = self._decoder.raw_decode(self._window, self._at)
            except ValueError:
                if self._ended:
                    raise
            else:
                if end < len(self._window) or self._ended:
                    raw, self._at = self._window[self._at : end], end
                    return _fit(value) if "\\u0000" in raw or "\\ud" in raw.lower() else value
            self._more()

    def _more(self) -> None:
        rest = self._window[self._at :]
        if len(rest) > LONGEST:
            raise ValueError("one of its entries is too large")
        chunk = self._binary.read(max(CHUNK, len(rest)))
        self._read += len(chunk)
        self._window, self._at, self._ended = rest + self._decode.decode(chunk, final=not chunk), 0, not chunk
        if self._ended:
            self._heard(self._read)


def _fit(value: Any) -> Any:
    """The value without characters that no database keeps."""
    if isinstance(value, str):
        return _UNFIT.sub("", value)
    if isinstance(value, list):
        return [_fit(one) for one in value]
    if isinstance(value, dict):
        return {_fit(key): _fit(one) for key, one in value.items()}
    return value
