"""Scripted doubles of the two protocols, shipped with the package: for tests, demonstrations and the self-test.

They keep the contract of the real ones (an answer ends with `Done`, an interrupt ends it, one stream at a time) and
record what they were asked, but compute nothing.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from models.errors import ContextOverflow
from models.protocols import Done, Message, Piece, Prefill, Text, Timings, Tool, ToolCall, Vectors

Answer: TypeAlias = str | Sequence[Piece]
Responder: TypeAlias = Callable[[Sequence[Message], Sequence[Tool], Mapping[str, Any] | None], Answer]
_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\s*\S+\s*")


@dataclass(frozen=True, slots=True)
class Call:
    """What one call of `FakeChat.stream` was given."""

    messages: tuple[Message, ...]
    tools: tuple[Tool, ...]
    schema: Mapping[str, Any] | None
    max_tokens: int
    temperature: float
    lane: str


class FakeChat:
    """A `ChatModel` that says what the script says.

    script: answers in order (a text is said word by word, pieces as they are; beyond the last, the last again), or a
        function of messages, tools and schema that gives one.
    gate: when given, each piece waits until this event is set (or the stream is interrupted): a slow model without
    sleeps. error: raised at each call while it is set; may be changed at any time. calls: what it was asked, in
    order. A call with max_tokens=0 says nothing and uses up no answer.
    """

    def __init__(
        self,
        script: Sequence[Answer] | Responder = ("ok",),
        *,
        name: str = "fake",
        context: int = 8192,
        parameters: int = 4_000_000_000,
        gate: threading.Event | None = None,
        error: Exception | None = None,
    ) -> None:
        self._script = script
        self._name = name
        self._context = context
        self._parameters = parameters
        self._gate = gate
        self._one_stream = threading.Lock()
        self._changed = threading.Condition()
        self._running = False
        self._interrupted = False
        self._told = 0
        self.error = error
        self.closed = False
        self.calls: list[Call] = []

    @property
    def name(self) -> str:
        """What the person calls this model."""
        return self._name

    @property
    def context(self) -> int:
        """Tokens that prompt and answer may hold together."""
        return self._context

    @property
    def parameters(self) -> int:
        """Number of weights."""
        return self._parameters

    def stream(
        self,
        messages: Sequence[Message],
        *,
        tools: Sequence[Tool] = (),
        schema: Mapping[str, Any] | None = None,
        max_tokens: int = 1024,
        temperature: float = 0.0,
        lane: str = "chat",
    ) -> Iterator[Piece]:
        """See `ChatModel.stream`; raises `error`, and ContextOverflow when the words exceed the context."""
        with self._one_stream:
            self.calls.append(Call(tuple(messages), tuple(tools), schema, max_tokens, temperature, lane))
            self._begin()
            try:
                read = self._read(messages)
                yield Prefill(read, read)
                yield from self._speak(messages, tools, schema, max_tokens, read)
            finally:
                self._running = False

    def count(self, text: str) -> int:
        """Number of words."""
        return len(text.split())

    def interrupt(self) -> None:
        """End the stream that runs now."""
        with self._changed:
            self._interrupted = self._running
            self._changed.notify_all()

    def close(self) -> None:
        """Only noted."""
        self.closed = True

    def _begin(self) -> None:
        with self._changed:
            self._running, self._interrupted = True, False

    def _read(self, messages: Sequence[Message]) -> int:
        if self.error is not None:
            raise self.error
        needed = sum(self.count(str(message.get("content") or "")) for message in messages)
        if needed >= self._context:
            raise ContextOverflow("This is too long for the model.", needed=needed, limit=self._context)
        return needed

    def _speak(
        self,
        messages: Sequence[Message],
        tools: Sequence[Tool],
        schema: Mapping[str, Any] | None,
        max_tokens: int,
        read: int,
    ) -> Iterator[Piece]:
        pieces = self._pieces(messages, tools, schema) if max_tokens else []
        said, reason = 0, "stop"
        for piece in pieces:
            if not self._may_go_on():
                reason = "interrupted"
                break
            if isinstance(piece, Done):
                yield piece
                return
            if said >= max_tokens:
                reason = "length"
                break
            said += 1
            reason = "tool" if isinstance(piece, ToolCall) else reason
            yield piece
        yield Done(reason, Timings(prompt_tokens=read, generated_tokens=said, context_used=read + said))

    def _pieces(
        self, messages: Sequence[Message], tools: Sequence[Tool], schema: Mapping[str, Any] | None
    ) -> Sequence[Piece]:
        if callable(self._script):
            answer = self._script(messages, tools, schema)
        else:
            answer = self._script[min(self._told, len(self._script) - 1)]
            self._told += 1
        return [Text(part) for part in _PIECE.findall(answer)] if isinstance(answer, str) else answer

    def _may_go_on(self) -> bool:
        """Wait for the gate; False when interrupted. The gate is polled, as an event cannot wake this condition."""
        with self._changed:
            while self._gate is not None and not self._gate.is_set() and not self._interrupted:
                self._changed.wait(0.005)
            return not self._interrupted


class FakeEmbedder:
    """An `Embedder` of hashed words: deterministic, and texts that share words are near. `calls` records the texts."""

    def __init__(self, dimensions: int = 384, *, name: str = "fake-words") -> None:
        self._dimensions = dimensions
        self._name = name
        self.calls: list[tuple[str, ...]] = []

    @property
    def name(self) -> str:
        """Stored beside every vector."""
        return self._name

    @property
    def dimensions(self) -> int:
        """Length of each vector."""
        return self._dimensions

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions), float32, rows of length 1."""
        self.calls.append(tuple(texts))
        vectors = np.zeros((len(texts), self._dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in _WORD.findall(text.lower()) or ["\x00"]:
                vectors[row, self._place(word)] += 1.0
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors /= np.maximum(lengths, np.float32(1e-12))
        return vectors

    def _place(self, word: str) -> int:
        digest = hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()
        return int.from_bytes(digest, "big") % self._dimensions

    def sense(self, texts: Sequence[str]) -> Vectors:
        """None: the head then goes by `embed`."""
        return np.zeros((len(texts), 0), np.float32)
