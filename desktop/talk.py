"""The talk thread: runs answers and learning, one at a time, and emits what they yield."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from desktop.review.said import Said
from engine.errors import KeepwiseError
from engine.events import Asked, Event, Failed

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """One generator of events to run. `chat_id` is empty for learning that belongs to no answer.

    answered: what to call when the generator asked and the human answered, with what was said.
    """

    chat_id: str
    events: Callable[[], Iterator[Event]]
    answered: Callable[[Said], object] = lambda said: None


class Talk(QObject):
    """One worker thread with a queue of jobs."""

    happened = Signal(str, object)
    ended = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._waiting = 0
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._answers: queue.SimpleQueue[Said | None] = queue.SimpleQueue()
        self._asking = False
        self._thread = threading.Thread(target=self._serve, name="keepwise-talk", daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        with self._lock:
            return self._waiting > 0

    def do(self, job: Job) -> None:
        """Run `job` after those before it."""
        with self._lock:
            self._waiting += 1
        self._jobs.put(job)

    def answer(self, said: Said | None) -> None:
        """Let a job go on that waits for the human's word; without one, do nothing. None: the human went on without one."""
        if self._asking:
            self._answers.put(said)

    def close(self, interrupt: Callable[[], object]) -> None:
        """End the job that runs by `interrupt`, drop those that wait, and end the thread."""
        self._closing.set()
        self.answer(None)
        if self.busy:
            interrupt()
        self._jobs.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            if not self._closing.is_set():
                self._run(job)
            with self._lock:
                self._waiting -= 1
            self.ended.emit(job.chat_id)

    def _run(self, job: Job) -> None:
        try:
            with closing(cast("Any", job.events())) as events:
                for event in events:
                    self._emit(job, event)
                    if self._closing.is_set():
                        return
        except KeepwiseError as error:
            self.happened.emit(job.chat_id, Failed(error))
        except Exception as error:  # shown in the window; a defect must not end the thread
            log.exception("a turn failed")
            self.happened.emit(job.chat_id, Failed(KeepwiseError(f"{type(error).__name__}: {error}")))

    def _emit(self, job: Job, event: Event) -> None:
        if not isinstance(event, Asked):
            self.happened.emit(job.chat_id, event)
            return
        self._asking = True
        self.happened.emit(job.chat_id, event)
        if not self._closing.is_set():
            said = self._answers.get()
            if said is not None:
                job.answered(said)
        self._asking = False
