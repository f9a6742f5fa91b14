"""The desk thread: quick database work, one piece after another, its results brought back to the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Desk(QObject):
    """One worker thread. Work is done in the order in which it was handed in, also when the window closes."""

    _ready = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._closed = False
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="keepwise-desk")
        self._ready.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] | None,
        failed: Callable[[Exception], object],
    ) -> None:
        """Do `work`; then call `then(result)` or `failed(error)` in the GUI thread."""
        if not self._closed:
            self._pool.submit(self._do, work, then, failed)

    def close(self) -> None:
        """Finish what was handed in and end the thread; no callback comes any more."""
        self._closed = True
        self._pool.shutdown(wait=True)

    def _do(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] | None,
        failed: Callable[[Exception], object],
    ) -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001  # handed to `failed`, which shows it
            problem = error
            self._ready.emit(lambda: failed(problem))
            return
        if then is not None:
            self._ready.emit(lambda: then(result))

    def _deliver(self, callback: Callable[[], object]) -> None:
        if not self._closed:
            callback()
