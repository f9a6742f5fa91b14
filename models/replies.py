"""What a model server says, read piece by piece: text, thoughts, tool calls in its own spelling or in prose, and the cost."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.errors import ModelError
from models.protocols import Done, Piece, Text, Thought, Timings, ToolCall
from models.toolcalls import AnswerParser, AnswerPiece

_REASONS = {"length": "length", "tool_calls": "tool", "function_call": "tool"}
_TEXT = "content"
_THOUGHTS = ("reasoning_content", "reasoning")


@dataclass(slots=True)
class _Spoken:
    """A tool call while its pieces come."""

    name: str = ""
    id: str = ""
    arguments: str = ""


class Reply:
    """One answer while it comes. `names`: the tools that may be called.

    shape: "" for a free answer; "object" for one that is to be a JSON object, given as one piece without what stands around
    it; "string" for a free answer that is given as a JSON string, as a schema of that type demands.
    prompt: tokens that were sent, for a server that does not count them.
    began: something of it has come; whole: the server has said how it ended; over: nothing more is wanted.
    """

    def __init__(self, names: Sequence[str], *, shape: str = "", prompt: int = 0) -> None:
        self._prompt = prompt
        self._parser = AnswerParser([] if shape else names, plain=shape == "object")
        self._shape = shape
        self._json = ""
        self._quoted = False
        self._calls: dict[int, _Spoken] = {}
        self._called = False
        self._reason = ""
        self._usage: Mapping[str, Any] = {}
        self._measured: Mapping[str, Any] = {}
        self._pieces = 0
        self._started = time.monotonic()
        self._first = 0.0
        self.over = False

    @property
    def began(self) -> bool:
        """Whether something of it has come."""
        return self._pieces > 0

    @property
    def whole(self) -> bool:
        """Whether the server has said how it ended."""
        return bool(self._reason)

    def read(self, data: str) -> Iterator[Piece]:
        """What one event adds. Raises ModelError when the server reports a failure in it."""
        if data.strip() == "[DONE]":
            self._reason = self._reason or "stop"
            self.over = True
            return
        event = json.loads(data)
        if not isinstance(event, dict):
            raise ValueError("an event is a JSON object")  # noqa: TRY004  one kind of error for what is no reply
        if event.get("error"):
            inner = event["error"]
            raise ModelError(f"The server failed: {inner.get('message') if isinstance(inner, dict) else inner}")
        self._usage = event.get("usage") or self._usage
        self._measured = event.get("timings") or self._measured
        for choice in event.get("choices") or ():
            yield from self._choice(choice)

    def finish(self, reason: str = "") -> Iterator[Piece]:
        """The rest of the answer and `Done`. Half a call at the end of an interrupted answer is dropped."""
        interrupted = reason == "interrupted"
        if self._json:
            yield Text(self._json if interrupted else _object_in(self._json))
        for piece in self._parser.finish(ended_by_itself=self._reason == "stop"):
            if not (isinstance(piece, ToolCall) and interrupted):
                yield from self._wanted([piece])
        if self._quoted and not interrupted:
            yield Text('"')
        if not interrupted and not self._shape:
            for number, spoken in sorted(self._calls.items()):
                self._called = True
                yield _call(spoken, number)
        ended = reason or ("tool" if self._called else _REASONS.get(self._reason, "stop"))
        yield Done("stop" if ended == "tool" and not self._called else ended, self._timings())

    def _choice(self, choice: Mapping[str, Any]) -> Iterator[Piece]:
        delta = choice.get("delta") or choice.get("message") or {}
        for key in _THOUGHTS:
            if delta.get(key):
                self._count()
                yield Thought(str(delta[key]))
        if delta.get(_TEXT):
            self._count()
            if self._shape == "object":
                self._json += str(delta[_TEXT])
            else:
                yield from self._wanted(self._parser.feed(str(delta[_TEXT])))
        for place, part in enumerate(delta.get("tool_calls") or ()):
            self._count()
            self._gather(int(part.get("index", place)), part)
        self._reason = choice.get("finish_reason") or self._reason

    def _wanted(self, pieces: Sequence[AnswerPiece]) -> Iterator[Piece]:
        """What follows a call in the same breath is an invented result: it is left out, and the answer is over."""
        for piece in pieces:
            if self._called and isinstance(piece, Text):
                self.over = self.over or bool(piece.text.strip())
                continue
            self._called = self._called or isinstance(piece, ToolCall)
            yield self._quote(piece) if self._shape and isinstance(piece, Text) else piece

    def _quote(self, piece: Text) -> Text:
        opening, self._quoted = "" if self._quoted else '"', True
        return Text(opening + json.dumps(piece.text, ensure_ascii=False)[1:-1])

    def _gather(self, number: int, part: Mapping[str, Any]) -> None:
        spoken = self._calls.setdefault(number, _Spoken())
        function = part.get("function") or {}
        spoken.id = str(part.get("id") or spoken.id)
        spoken.name += str(function.get("name") or "")
        arguments = function.get("arguments") or ""
        spoken.arguments += arguments if isinstance(arguments, str) else json.dumps(arguments)

    def _count(self) -> None:
        self._pieces += 1
        self._first = self._first or time.monotonic()

    def _timings(self) -> Timings:
        """As the server measured it, else by the clock here: each piece one token, which most servers hold to."""
        now, measured = time.monotonic(), self._measured
        prompt = int(self._usage.get("prompt_tokens") or measured.get("prompt_n") or self._prompt)
        made = int(self._usage.get("completion_tokens") or measured.get("predicted_n") or self._pieces)
        return Timings(
            prompt_tokens=prompt,
            cached_tokens=int((self._usage.get("prompt_tokens_details") or {}).get("cached_tokens") or 0),
            generated_tokens=made,
            prefill_seconds=float(measured.get("prompt_ms") or 0) / 1000 or (self._first or now) - self._started,
            generate_seconds=float(measured.get("predicted_ms") or 0) / 1000 or now - (self._first or now),
            context_used=prompt + made,
        )


def _call(spoken: _Spoken, number: int) -> ToolCall:
    try:
        arguments = json.loads(spoken.arguments or "{}")
    except ValueError:
        arguments = None
    if not isinstance(arguments, dict):
        return ToolCall(spoken.name, id=spoken.id, malformed=f"{spoken.name}({spoken.arguments})")
    return ToolCall(spoken.name, arguments, id=spoken.id or f"call_{number}")


def _object_in(text: str) -> str:
    """The JSON object in an answer that may have a fence or a word around it."""
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else text
