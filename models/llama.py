"""The chat model of llama.cpp, as the rest of Keepwise sees it: a `ChatModel` whose work is done in a child process.

The child is started at the first call and again after a crash. Everything that can be said about a model without
loading it (missing, no GGUF, cut short, size) is known from the file's head, at once and in plain words.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from models.child import Answer, Answers, Child
from models.errors import ContextOverflow, ModelError
from models.gguf import read_header
from models.protocols import Done, Message, Piece, Prefill, Text, Timings, Tool, ToolCall
from models.toolcalls import AnswerParser, AnswerPiece

DEFAULT_CONTEXT = 8192


class LlamaChat:
    """A `ChatModel` over one GGUF file. Thread-safe: one stream at a time, `count` and `interrupt` beside it.

    context: tokens of prompt and answer together, at most what the model was trained for (default: up to 8,192).
    threads: compute threads (default: physical cores, less one for the window when there are more than two).
    Raises ModelError when the file is no model or is not whole.
    """

    def __init__(self, path: Path, *, name: str, context: int | None = None, threads: int | None = None) -> None:
        header = read_header(path)
        trained = header.context or DEFAULT_CONTEXT
        self._path = path
        self._name = name
        self._parameters = header.parameters
        self._context = min(context or DEFAULT_CONTEXT, trained)
        self._threads = threads or default_threads()
        self._one_stream = threading.Lock()
        self._starting = threading.Lock()
        self._child: Child | None = None
        self._turn = _Turn(over=True)
        self._closed = False

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

    @property
    def process_id(self) -> int | None:
        """The child's process id, or None while it does not run."""
        child = self._child
        return child.pid if child and child.alive else None

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
        """See `ChatModel.stream`."""
        with self._one_stream:
            turn = self._turn = _Turn()
            child = self._running()
            request = {
                "messages": [dict(message) for message in messages],
                "tools": [asdict(tool) for tool in tools],
                "schema": schema,
                "max_tokens": max_tokens,
                "temperature": temperature,
                "lane": lane,
            }
            parser = AnswerParser([tool.name for tool in tools], plain=schema is not None)
            try:
                with child.request("stream", **request) as (number, answers):
                    turn.sent(child, number)
                    yield from _pieces(turn, answers, parser)
            finally:
                turn.end()  # a generator closed early; without effect on one that has ended

    def count(self, text: str) -> int:
        """Number of tokens of `text`; also while a stream runs."""
        child = self._running()
        with child.request("count", text=text) as (_, answers):
            answer = child.read(answers)
            _raise_if_failed(answer)
            return int(answer["count"])

    def interrupt(self) -> None:
        """End the stream that runs now, from any thread."""
        self._turn.interrupt()

    def close(self) -> None:
        """End the child process. Idempotent; a later call raises ModelError."""
        with self._starting:
            self._closed = True
            child, self._child = self._child, None
        if child is not None:
            child.close()

    def _running(self) -> Child:
        with self._starting:
            if self._closed:
                raise ModelError(f"The model {self._name} has been closed.")
            if self._child is not None and not self._child.alive:
                self._child.close()
                self._child = None
            if self._child is None:
                self._child = self._start()
            return self._child

    def _start(self) -> Child:
        child = Child()
        try:
            load = {"path": str(self._path), "context": self._context, "threads": self._threads}
            with child.request("load", **load) as (_, answers):
                _raise_if_failed(child.read(answers), f"{self._path.name} could not be loaded: ")
        except BaseException:
            child.close()
            raise
        return child


class _Turn:
    """One stream, from the call on: it may be interrupted while the child is still loading. Thread-safe."""

    def __init__(self, *, over: bool = False) -> None:
        self._lock = threading.Lock()
        self._over = over
        self._child: Child | None = None
        self._number = 0
        self.interrupted = False

    def sent(self, child: Child, number: int) -> None:
        """The request has gone to `child`; an interrupt that came before follows it."""
        with self._lock:
            self._child, self._number = child, number
            if self.interrupted:
                child.send("interrupt", number)

    def interrupt(self) -> None:
        """Somebody wants this stream to end."""
        with self._lock:
            if not self._over:
                self.interrupted = True
                self.stop()

    def stop(self) -> None:
        """Tell the child to stop computing."""
        if self._child is not None:
            self._child.send("interrupt", self._number)

    def end(self) -> None:
        """Nobody listens any more."""
        with self._lock:
            self._over = True
            self.stop()

    def read(self, answers: Answers) -> Answer:
        """The next answer of the child."""
        assert self._child is not None, "an answer is read after the request has been sent"
        return self._child.read(answers)


def _pieces(turn: _Turn, answers: Answers, parser: AnswerParser) -> Iterator[Piece]:
    called = False
    while True:
        answer = turn.read(answers)
        _raise_if_failed(answer)
        if "prefill" in answer:
            yield Prefill(*answer["prefill"])
            continue
        if "thinking" in answer:
            parser.begin_thought()
            continue
        done = answer.get("done")
        for piece in _found(turn, parser, answer):
            if called and isinstance(piece, Text):
                turn.stop()  # what follows a call is an invented result
                continue
            called = called or isinstance(piece, ToolCall)
            yield piece
        if done is not None:
            reason = "tool" if called and not turn.interrupted else done["reason"]
            yield Done(reason, Timings(**{key: value for key, value in done.items() if key != "reason"}))
            return


def _found(turn: _Turn, parser: AnswerParser, answer: Answer) -> list[AnswerPiece]:
    """What an answer of the child adds. Half a call at the end of an interrupted stream is dropped."""
    if "done" not in answer:
        return parser.feed(answer["text"])
    found = parser.finish(ended_by_itself=answer["done"]["reason"] == "stop")
    return [piece for piece in found if not (turn.interrupted and isinstance(piece, ToolCall))]


def default_threads() -> int:
    """Physical cores (computing on both halves of one core is slower) that this process may use, less one for the window when
    there are more than two."""
    import psutil

    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else cores
    cores = min(cores, allowed)
    return cores - 1 if cores > 2 else cores


def _raise_if_failed(answer: Answer, before: str = "") -> None:
    if "error" in answer:
        raise ModelError(f"{before}{answer['error']['message']}.")
    if "overflow" in answer:
        needed, limit = answer["overflow"]["needed"], answer["overflow"]["limit"]
        raise ContextOverflow(
            f"This needs {needed:,} tokens, and the model holds {limit:,}. Begin a new chat or send less.",
            needed=needed,
            limit=limit,
        )
