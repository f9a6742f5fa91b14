"""Markdown of an answer cut into segments that are rendered one by one. Pure.

A growing answer only ever changes its last segment, so while it streams only that one is looked at and rendered again: an
update costs the same at the beginning of an answer of 20 KB and at its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

PROSE_LIMIT = 1500
"""Characters after which prose is continued in another segment, at the next blank line where that is safe."""

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$")
_CONTINUES = re.compile(r"^(\s|[-*+>|]|\d+[.)])")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an answer: prose (Markdown), or the inside of a code fence. An `open` fence has not ended yet.

    start: where its first line begins in the text that was cut.
    """

    text: str
    code: bool = False
    language: str = ""
    open: bool = False
    start: int = field(default=0, compare=False)


def segments(text: str) -> list[Segment]:
    """Cut Markdown at code fences, and long prose between blocks. Appending to `text` changes the last segment only."""
    scan = _Scan()
    for line in text.split("\n"):
        scan.take(line)
    return scan.end()


def growing(text: str) -> list[Segment]:
    """The segments of an answer that still grows: its last prose in two, so that only the paragraph that grows is rendered
    again. When the answer is complete, `segments` puts them together."""
    return _parted(segments(text))


class Cutter:
    """`growing`, a piece of the text at a time: what stands before the last segment is not looked at again."""

    def __init__(self) -> None:
        self.text = ""
        self._settled: list[Segment] = []
        self._begin = 0

    def append(self, more: str) -> list[Segment]:
        """The segments of all that was appended so far."""
        self.text += more
        rest = self.text[self._begin :]
        found = segments(rest)
        if (
            len(found) > 1 and "\n" in rest[found[-1].start :]
        ):  # half a first line may yet turn out to go on with a list
            self._settled += found[:-1]
            self._begin += found[-1].start
            found = found[-1:]
        return [*self._settled, *_parted(found)]


def _parted(found: list[Segment]) -> list[Segment]:
    if not found or found[-1].code:
        return found
    lines = found[-1].text.split("\n")
    cuts = (
        n
        for n in range(len(lines) - 1, 0, -1)
        if not lines[n - 1].strip() and lines[n] and not _CONTINUES.match(lines[n])
    )
    cut = next(cuts, 0)
    if not cut:
        return found
    head, tail = "\n".join(lines[:cut]).strip("\n"), "\n".join(lines[cut:])
    return [*found[:-1], replace(found[-1], text=head), Segment(tail)]


def only_words(shown: str, more: str) -> bool:
    """Whether `more`, appended to `shown`, is nothing but more words of its last line, which change no mark before them."""
    line = shown[shown.rfind("\n") + 1 :]
    begun = len(line) >= _BEGUN and not line.startswith("    ") and "|" not in line
    return begun and line[-1] not in _MARKS and more.isprintable() and _MARKS.isdisjoint(more)


_MARKS = frozenset("\\`*_[]()<>!|~$&;#")
_BEGUN = 12
"""Characters from which on a line is no list, heading or rule that has only just begun."""


class _Scan:
    """Goes through the lines of a text."""

    def __init__(self) -> None:
        self._found: list[Segment] = []
        self._prose: list[str] = []
        self._size = 0
        self._code: list[str] | None = None
        self._fence, self._language, self._indent = "", "", 0
        self._at = self._start = 0

    def take(self, line: str) -> None:
        """The next line."""
        opening = _FENCE.match(line) if self._code is None else None
        if self._code is not None:
            self._take_code(self._code, line)
        elif opening is not None:
            self._end_prose()
            self._fence, self._language = opening.group(1), opening.group(2)
            self._indent, self._code = len(line) - len(line.lstrip(" ")), []
        else:
            self._take_prose(line)
        self._at += len(line) + 1

    def end(self) -> list[Segment]:
        """All segments."""
        if self._code is not None:
            self._found.append(Segment("\n".join(self._code), True, self._language, True, self._start))
        self._end_prose()
        return self._found

    def _take_code(self, code: list[str], line: str) -> None:
        if _closes(line, self._fence):
            self._found.append(Segment("\n".join(code), True, self._language, start=self._start))
            self._code, self._start = None, self._at + len(line) + 1
        else:
            code.append(_unindent(line, self._indent))

    def _take_prose(self, line: str) -> None:
        prose = self._prose
        if self._size > PROSE_LIMIT and prose and not prose[-1].strip() and line and not _CONTINUES.match(line):
            self._end_prose()
        prose.append(line)
        self._size += len(line) + 1

    def _end_prose(self) -> None:
        if any(line.strip() for line in self._prose):
            self._found.append(Segment("\n".join(self._prose).strip("\n"), start=self._start))
        self._prose.clear()
        self._size, self._start = 0, self._at


def _closes(line: str, fence: str) -> bool:
    bare = line.strip()
    return len(bare) >= len(fence) and bare == fence[0] * len(bare) and not line.startswith("    ")


def _unindent(line: str, indent: int) -> str:
    return line[indent:] if line[:indent].strip() == "" else line.lstrip(" ")
