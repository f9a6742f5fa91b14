"""The talk thread: runs answers and learning, one at a time, and emits what they yield."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from PySide6.QtCore import QObject, Signal

from desktop.review.said import Said
from engine.errors import KeepwiseError
from engine.events import Asked, Event, Failed
from engine.stop import Stop

log = logging.getLogger(__name__)

Word: TypeAlias = queue.SimpleQueue[Said | None]
"""Where the human's word on one question arrives; None: the human went on without one."""


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """One generator of events to run. `chat_id` is empty for learning that belongs to no answer.

    events: makes the generator, which ends when the stop that it is given is set. answered: what to call when the
    generator asked and the human answered, with what was said.
    """

    chat_id: str
    events: Callable[[Stop], Iterator[Event]]
    answered: Callable[[Said], object] = lambda said: None
    stop: Stop = field(default_factory=Stop)


class Talk(QObject):
    """One worker thread with a queue of jobs."""

    happened = Signal(object, object)
    """(Job, Event)."""
    ended = Signal(object)
    """Job."""

    def __init__(self) -> None:
        super().__init__()
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._unfinished: list[Job] = []
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._asked: tuple[Job, Word] | None = None
        self._thread = threading.Thread(target=self._serve, name="keepwise-talk", daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        with self._lock:
            return bool(self._unfinished)

    def do(self, job: Job) -> None:
        """Run `job` after those before it."""
        with self._lock:
            self._unfinished.append(job)
        self._jobs.put(job)

    def end(self, job: Job) -> None:
        """End this job and no other, also before it has begun; what it asks needs no word any more."""
        job.stop.set()
        asked = self._asked
        if asked is not None and asked[0] is job:
            asked[1].put(None)

    def end_all(self) -> None:
        """End what runs and what waits."""
        with self._lock:
            jobs = list(self._unfinished)
        for job in jobs:
            self.end(job)

    def answer(self, said: Said) -> None:
        """Let the job go on that waits for the human's word; without one, do nothing."""
        asked = self._asked
        if asked is not None:
            asked[1].put(said)

    def close(self) -> None:
        """End the job that runs, drop those that wait, and end the thread."""
        self._closing.set()
        self.end_all()
        self._jobs.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            if not self._closing.is_set():
                self._run(job)
            with self._lock:
                self._unfinished.remove(job)
            self.ended.emit(job)

    def _run(self, job: Job) -> None:
        try:
            with closing(cast("Any", job.events(job.stop))) as events:
                for event in events:
                    self._emit(job, event)
                    if self._closing.is_set():
                        return
        except KeepwiseError as error:
            self.happened.emit(job, Failed(error))
        except Exception as error:  # shown in the window; a defect must not end the thread
            log.exception("a turn failed")
            self.happened.emit(job, Failed(KeepwiseError(f"{type(error).__name__}: {error}")))

    def _emit(self, job: Job, event: Event) -> None:
        if not isinstance(event, Asked):
            self.happened.emit(job, event)
            return
        word: Word = queue.SimpleQueue()
        self._asked = job, word
        self.happened.emit(job, event)
        said = None if job.stop.is_set() else word.get()  # `end` sets the stop first, so one of both sees the other
        self._asked = None
        if said is not None:
            job.answered(said)
