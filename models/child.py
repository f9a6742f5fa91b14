"""The parent's end of the child process: starting it, talking JSON lines with it, and noticing when it dies.

Two small threads belong to a running child: one sorts its answers to whoever asked, one keeps the tail of its stderr
for error messages (it never reaches the user's terminal). Both end with the child.
"""

from __future__ import annotations

import collections
import contextlib
import itertools
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from models.errors import ModelCrashed, ModelError

Answer = Mapping[str, Any]
Answers = queue.SimpleQueue[Answer | None]
"""What the child says to one request; None when it has died."""

_TAIL_LINES = 40
_END_SECONDS = 5.0


class Child:
    """A running worker process. Thread-safe. Raises ModelCrashed once it has died."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            text=True,
            encoding="utf-8",
            errors="replace",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._lock = threading.Lock()
        self._writing = (
            threading.Lock()
        )  # apart: a write may block until the child reads, and answers must still be sorted
        self._closing = False
        self._ids = itertools.count(1)
        self._open: dict[int, Answers] = {}
        self._dead = False
        self._tail: collections.deque[str] = collections.deque(maxlen=_TAIL_LINES)
        self._threads = [
            threading.Thread(target=self._sort_answers, name="keepwise-model-answers", daemon=True),
            threading.Thread(target=self._keep_tail, name="keepwise-model-log", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still answers."""
        return not self._dead

    @contextlib.contextmanager
    def request(self, op: str, **content: Any) -> Iterator[tuple[int, Answers]]:
        """Send a request; gives its id and the queue of its answers, which is dropped at the end of the block."""
        answers: Answers = queue.SimpleQueue()
        with self._lock:
            number = next(self._ids)
            self._open[number] = answers
            if self._dead:
                answers.put(None)
        try:
            self.send(op, number, **content)
            yield number, answers
        finally:
            with self._lock:
                self._open.pop(number, None)

    def send(self, op: str, number: int, **content: Any) -> None:
        """Write one request line; to a dead child nothing is written (its queues have been told)."""
        line = json.dumps({"op": op, "id": number, **content}) + "\n"
        with self._writing, contextlib.suppress(OSError, ValueError):
            _pipe(self._process.stdin).write(line)
            _pipe(self._process.stdin).flush()

    def read(self, answers: Answers) -> Answer:
        """The next answer of a request, waiting for it. Raises ModelCrashed when the child has died."""
        answer = answers.get()
        if answer is None and self._closing:
            raise ModelError("The model was closed while it was answering.")
        if answer is None:
            raise ModelCrashed(self._last_words())
        return answer

    def close(self) -> None:
        """End the child (it goes when its stdin closes) and both threads. Idempotent."""
        self._closing = True
        with self._writing:
            with contextlib.suppress(OSError):  # it was dead already, with something still unwritten
                _pipe(self._process.stdin).close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join()
        _pipe(self._process.stdout).close()
        _pipe(self._process.stderr).close()

    def _sort_answers(self) -> None:
        for line in _pipe(self._process.stdout):
            answer = json.loads(line)
            with self._lock:
                waiting = self._open.get(answer["id"])
            if waiting is not None:
                waiting.put(answer)
        self._process.wait()
        self._threads[1].join(_END_SECONDS)
        with self._lock:
            self._dead = True
            for waiting in self._open.values():
                waiting.put(None)

    def _keep_tail(self) -> None:
        for line in _pipe(self._process.stderr):
            self._tail.append(line.rstrip())

    def _last_words(self) -> str:
        code = self._process.returncode
        how = f"was ended by {_signal_name(-code)}" if code < 0 else f"ended with code {code}"
        said = next((line for line in reversed(self._tail) if line), "")
        return f"The model's process {how}. It is started again at the next message." + (f" ({said})" if said else "")


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--model-worker"]
    return [sys.executable, "-P", "-m", "models.worker"]  # -P: a folder `models` where the user stands is not ours


def _environment() -> dict[str, str]:
    root = str(Path(__file__).resolve().parent.parent)
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    # Compute threads spin while they wait for one another. A thousand turns, then sleep: beside one busy process on two
    # cores that is 230 tokens a second of reading and 30 of writing, against 40 and 5 with gomp's default; it costs
    # under a tenth of the speed of a machine that is otherwise idle.
    return {"GOMP_SPINCOUNT": "1000", **os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}


def _pipe(stream: IO[str] | None) -> IO[str]:
    assert stream is not None, "all three streams of the child are pipes"
    return stream


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
