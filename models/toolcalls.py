"""Finds the tool calls in what a model says, as it comes: raw text in; `Text`, `ToolCall` and `Thought` out.

Models spell a call in many ways, and small ones in others than their template teaches: tags, fences, or a bare JSON
object in the middle of a sentence. A call is never shown as raw JSON, and what is no call is shown as soon as that is
certain. Every decision rests on the text alone and stays true however it goes on, so the way it was cut into pieces
changes nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.callformats import CODE_FENCES, JSON_FENCES, Json, call_of, calls_in, code_call, scan_json
from models.protocols import Text, Thought, ToolCall
from models.thoughts import CLOSES, END, opening

AnswerPiece = Text | Thought | ToolCall

_TAGS = {
    "<tool_call>": "</tool_call>",
    "<|tool_call|>": "<|/tool_call|>",
    "<|tool_call_start|>": "<|tool_call_end|>",
    "<|tool_call>": "<tool_call|>",
}
_TO_THE_END = ("<|python_tag|>", "[TOOL_CALLS]")
_FENCE = "```"
_START = re.compile("|".join([r"[{\[]", *map(re.escape, (*_TAGS, _TO_THE_END[0], _FENCE))]))
_SPLITTABLE = (*_TAGS, _TO_THE_END[0], _FENCE)
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class _Found:
    """Calls that end at offset `end`; no calls and `end` past the start mean plain text up to there."""

    calls: tuple[ToolCall, ...]
    end: int


class AnswerParser:
    """Parses one answer. `names`: the tools that may be called (none: no calls are looked for); `plain`: text only."""

    def __init__(self, names: Sequence[str], *, plain: bool = False) -> None:
        self._names = frozenset(names)
        self._plain = plain
        self._held = ""
        self._state = "text" if plain else "start"
        self._closes = CLOSES
        self._channels = False
        self._tool = ""
        self._trim = False
        self._final = False
        self._ended_by_itself = True
        self._calls = 0

    def begin_thought(self) -> None:
        """The prompt has opened a thought already: the answer begins inside it."""
        self._state = "text" if self._plain else "thought"

    def feed(self, text: str) -> list[AnswerPiece]:
        """What is certain after `text` has been added."""
        self._held += text
        return self._parse() if text else []

    def finish(self, *, ended_by_itself: bool = True) -> list[AnswerPiece]:
        """The rest, at the end of the answer. A call that misses its last brackets is completed only when the model
        `ended_by_itself`: in an answer that was cut, its arguments may be cut too."""
        self._final, self._ended_by_itself = True, ended_by_itself
        return self._parse()

    def _parse(self) -> list[AnswerPiece]:
        pieces: list[AnswerPiece] = []
        steps = {"start": self._begin, "thought": self._think, "call": self._addressed, "text": self._speak}
        state = ""
        while state != self._state:  # each step goes as far as it can, and may hand over to another
            state = self._state
            steps[state](pieces)
        return pieces

    def _begin(self, pieces: list[AnswerPiece]) -> None:
        """What stands before the answer: thoughts, and the headers of messages."""
        found = opening(self._held, final=self._final)
        while found is not None and found.length and not found.closes and not found.tool:
            self._pass(found.length, found.channels)
            if found.channels:
                break
            found = opening(self._held, final=self._final)
        if found is None:
            return
        if found.closes or found.tool:
            self._pass(found.length, found.channels)
        self._closes, self._tool = found.closes, found.tool
        self._state = "thought" if found.closes else "call" if found.tool else "text"

    def _pass(self, length: int, channels: bool) -> None:
        self._held = self._held[length:]
        self._trim = True
        self._channels = self._channels or channels

    def _think(self, pieces: list[AnswerPiece]) -> None:
        ends = [(self._held.find(close), close) for close in self._closes if close in self._held]
        if ends:
            at, close = min(ends)
            thought, self._held = self._held[:at], self._held[at + len(close) :]
            self._state, self._trim = "start", True
        else:
            keep = 0 if self._final else _partial(self._held, self._closes)
            thought, self._held = self._held[: len(self._held) - keep], self._held[len(self._held) - keep :]
        if thought:
            pieces.append(Thought(thought))

    def _addressed(self, pieces: list[AnswerPiece]) -> None:
        """A message to a tool: its arguments, up to the end of the message."""
        end = self._held.find(END)
        if end < 0 and not self._final:
            return
        raw = self._held if end < 0 else self._held[:end]
        self._held = "" if end < 0 else self._held[end + len(END) :]
        if self._tool in self._names:
            written = json.dumps({"name": self._tool})[:-1] + f', "arguments": {raw.strip() or "{}"}}}'
            self._call(pieces, call_of(written, self._names))
        self._state = "start"

    def _speak(self, pieces: list[AnswerPiece]) -> None:
        """The answer itself; in channels, up to the end of its message."""
        end = self._held.find(END) if self._channels else -1
        if end < 0:
            return self._read(pieces)
        rest, self._held = self._held[end + len(END) :], self._held[:end]
        final, self._final = self._final, True
        self._read(pieces)
        self._final, self._held, self._state = final, rest, "start"
        return None

    def _read(self, pieces: list[AnswerPiece]) -> None:
        text = self._held
        at = 0
        while at < len(text):
            start = _START.search(text, at) if self._names and not self._plain else None
            if start is None:
                marks = (*(_SPLITTABLE if self._names else ()), *([END] if self._channels else ()))
                keep = 0 if self._final or self._plain or not marks else _partial(text[at:], marks)
                self._emit(pieces, text[at : len(text) - keep])
                at = len(text) - keep
                break
            self._emit(pieces, text[at : start.start()])
            at = start.start()
            found = self._attempt(text, at)
            if found is None:
                break
            self._accept(pieces, text, at, found)
            at = found.end
        self._held = text[at:]

    def _accept(self, pieces: list[AnswerPiece], text: str, at: int, found: _Found) -> None:
        if not found.calls:
            self._emit(pieces, text[at : found.end])
        for call in found.calls:
            self._call(pieces, call)

    def _call(self, pieces: list[AnswerPiece], call: ToolCall) -> None:
        self._calls += 1
        pieces.append(replace(call, id=call.id or f"call{self._calls}"))
        self._trim = True

    def _emit(self, pieces: list[AnswerPiece], text: str) -> None:
        if self._trim:
            text = text.lstrip()
        if text:
            self._trim = False
            pieces.append(Text(text))

    def _attempt(self, text: str, at: int) -> _Found | None:
        """A call that begins at `at`, plain text instead (no calls), or None while more is needed to tell."""
        for tag, close in _TAGS.items():
            if text.startswith(tag, at):
                return self._tagged(text, at + len(tag), tag, close)
        for mark in _TO_THE_END:
            if text.startswith(mark, at):
                return _Found(self._named(text[at + len(mark) :]), len(text)) if self._final else None
            if not self._final and mark.startswith(text[at:]):
                return None
        if text.startswith(_FENCE, at):
            return self._fenced(text, at)
        return self._bare(text, at)

    def _tagged(self, text: str, at: int, tag: str, tag_end: str) -> _Found | None:
        """Up to the closing tag, or to the next opening one when the model forgot to close."""
        close, again = text.find(tag_end, at), text.find(tag, at)
        if again >= 0 and (close < 0 or again < close):
            return _Found(self._named(text[at:again]), again)
        if close >= 0:
            return _Found(self._named(text[at:close]), close + len(tag_end))
        return _Found(self._named(text[at:]), len(text)) if self._final else None

    def _named(self, raw: str) -> tuple[ToolCall, ...]:
        """Calls in a stretch that the model has marked as calls: what cannot be read is malformed, not text."""
        calls = calls_in(raw, self._names, mend=self._final and self._ended_by_itself)
        return calls or (ToolCall("", malformed=raw.strip()),)

    def _fenced(self, text: str, at: int) -> _Found | None:
        opening = _Found((), at + len(_FENCE))
        line_end = text.find("\n", at)
        info = text[at + len(_FENCE) : line_end if line_end >= 0 else len(text)].strip()
        if line_end < 0:
            hopeful = any(name.startswith(info) for name in (*JSON_FENCES, *CODE_FENCES))
            return None if hopeful and not self._final else opening
        body = _skip_space(text, line_end)
        if info in CODE_FENCES:
            return self._code_fence(text, body, opening)
        if info not in JSON_FENCES:
            return opening
        if body == len(text) and not self._final:
            return None
        found = self._bare(text, body) if text[body : body + 1] in ("{", "[") else opening
        if found is None:
            return None
        return self._closed_fence(text, found, opening) if found.calls else opening

    def _closed_fence(self, text: str, found: _Found, opening: _Found) -> _Found | None:
        end = _skip_space(text, found.end)
        if text.startswith(_FENCE, end):
            return _Found(found.calls, end + len(_FENCE))
        if end == len(text) and self._final:
            return _Found(found.calls, end)
        return None if _FENCE.startswith(text[end:]) and not self._final else opening

    def _code_fence(self, text: str, at: int, opening: _Found) -> _Found | None:
        close = text.find(_FENCE, at)
        code = text[at : close if close >= 0 else len(text)]
        starts = [prefix + name + "(" for name in self._names for prefix in ("", "print(")]
        if not any(code.startswith(start) or (close < 0 and start.startswith(code)) for start in starts):
            return opening
        if close < 0 and not self._final:
            return None
        call = code_call(code, self._names) or ToolCall("", malformed=code.strip())
        return _Found((call,), close + len(_FENCE) if close >= 0 else len(text))

    def _bare(self, text: str, at: int) -> _Found | None:
        """A JSON object that is a call, or a list of nothing but such objects."""
        if text[at] == "[":
            return self._list(text, at)
        state, end = scan_json(text, at, self._names)
        if state is Json.CALL:
            return _Found((call_of(text[at:end], self._names),), end)
        if state is Json.OPEN and not self._final:
            return None
        if state is Json.OPEN and (calls := calls_in(text[at:], self._names, mend=self._ended_by_itself)):
            return _Found(calls, len(text))
        return _Found((), at + 1)

    def _list(self, text: str, at: int) -> _Found | None:
        other = _Found((), at + 1)
        calls: list[ToolCall] = []
        place = _skip_space(text, at + 1)
        while place < len(text) and text[place] == "{":
            state, end = scan_json(text, place, self._names)
            if state is Json.OTHER:
                return other
            if state is Json.OPEN:
                return other if self._final else None
            calls.append(call_of(text[place:end], self._names))
            place = _skip_space(text, end)
            if text[place : place + 1] == "]":
                return _Found(tuple(calls), place + 1)
            if text[place : place + 1] == ",":
                place = _skip_space(text, place + 1)
        return None if place == len(text) and not self._final else other


def _skip_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _partial(text: str, marks: Sequence[str]) -> int:
    """Length of the longest end of `text` with which one of `marks` may begin."""
    longest = max(len(mark) for mark in marks) - 1
    sizes = range(min(longest, len(text)), 0, -1)
    return next((size for size in sizes if any(mark.startswith(text[-size:]) for mark in marks)), 0)
