"""The desk thread: quick database work, one piece after another, its results brought back to the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

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
        """Do `work`; then call `then(result)` or `failed(error)` in the GUI thread.

        What is a method of a widget that is gone by then is not called: nobody looks at it any more.
        """
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
            self._ready.emit(partial(failed, error))
            return
        if then is not None:
            self._ready.emit(partial(then, result))

    def _deliver(self, callback: partial[Any]) -> None:
        owner = getattr(callback.func, "__self__", None)
        if not self._closed and (not isinstance(owner, QObject) or isValid(owner)):
            callback()
