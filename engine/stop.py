"""How a job is ended from outside: each has a Stop of its own, so ending one never reaches the one that follows it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import Any

from models.protocols import ChatModel, Message, Piece


class Stop:
    """Ends the job that it was handed to, from any thread, also before that has begun. Not to be used for another job.

    A model speaks one stream at a time and is told to end "what runs now". So it is told only while a stream of this job
    is open: otherwise what is interrupted may be the answer that came after.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wanted = False
        self._model: ChatModel | None = None

    def set(self) -> None:
        """End the job, the answer or the learning, within 300 ms."""
        with self._lock:
            self._wanted = True
            if self._model is not None:
                self._model.interrupt()

    def is_set(self) -> bool:
        """Whether the job is to end."""
        return self._wanted

    def stream(self, model: ChatModel, messages: Sequence[Message], **limits: Any) -> Iterator[Piece]:
        """What `model.stream` yields for this job, ended by `set`."""
        with self._lock:
            self._model = model
        try:
            for piece in model.stream(messages, **limits):
                if self._wanted:
                    model.interrupt()  # the wish came after this stream was open here and before the model had begun it
                yield piece
        finally:
            with self._lock:
                self._model = None
