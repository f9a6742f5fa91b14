"""Long work beside the window (fetching, copying, loading): each errand in a thread of its own, with progress and cancelling."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")
TELL_SECONDS = 0.1
END_SECONDS = 3.0
"""How long closing waits for errands: a connection that hangs must not keep the window open. The threads are daemons."""


class CancelledError(Exception):
    """The errand was cancelled; raised in its own thread by `Ticket.tell`."""


class Ticket:
    """What an errand holds of the world: whether it is still wanted, and whom to tell how far it is."""

    def __init__(self, told: Callable[[int, int], object]) -> None:
        self._told = told
        self._last = 0.0
        self.cancelled = threading.Event()

    def tell(self, done: int, total: int) -> None:
        """Say how far it is, in bytes. Raises CancelledError when it is not wanted any more."""
        if self.cancelled.is_set():
            raise CancelledError
        now = time.monotonic()
        if now - self._last >= TELL_SECONDS or done >= total:
            self._last = now
            self._told(done, total)


class Errands(QObject):
    """Runs errands by name, one of each name at a time. Results come back in the GUI thread."""

    moved = Signal(str, object, object)
    """(name, bytes done, bytes in all)."""
    changed = Signal()
    """An errand began or ended."""
    _ready = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._running: dict[str, tuple[threading.Thread, Ticket]] = {}
        self._closed = False
        self._ready.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def running(self, name: str) -> bool:
        """Whether an errand of this name is on its way."""
        return name in self._running

    def names(self) -> list[str]:
        """What is on its way."""
        return list(self._running)

    def start(
        self,
        name: str,
        work: Callable[[Ticket], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do `work(ticket)`; then `then(result)` or `failed(error)`, which is a CancelledError after `cancel`."""
        if self._closed or name in self._running:
            return
        ticket = Ticket(lambda done, total: self.moved.emit(name, done, total))

        def serve() -> None:
            try:
                result = work(ticket)
            except Exception as error:  # noqa: BLE001  # handed to `failed`, which shows it
                problem = error
                self._ready.emit(lambda: self._finish(name, lambda: failed(problem)))
            else:
                self._ready.emit(lambda: self._finish(name, lambda: then(result)))

        thread = threading.Thread(target=serve, name=f"keepwise-errand-{name}", daemon=True)
        self._running[name] = (thread, ticket)
        thread.start()
        self.changed.emit()

    def cancel(self, name: str) -> None:
        """Let an errand end at its next step; `failed` follows."""
        if name in self._running:
            self._running[name][1].cancelled.set()

    def close(self) -> None:
        """Cancel everything and wait a moment for it; no callback comes any more."""
        self._closed = True
        for _, ticket in self._running.values():
            ticket.cancelled.set()
        for thread, _ in self._running.values():
            thread.join(END_SECONDS)

    def _finish(self, name: str, last: Callable[[], object]) -> None:
        self._running.pop(name, None)
        last()
        self.changed.emit()

    def _deliver(self, callback: Callable[[], object]) -> None:
        if not self._closed:
            callback()
