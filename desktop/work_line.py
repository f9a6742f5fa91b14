"""What the status line says of long work beside the conversation: a download, a move, an import, a model that starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.library.librarian import Librarian
from desktop.library.shelf import Pace
from desktop.tongue import number, tr, tr_later

if TYPE_CHECKING:
    from desktop.window import MainWindow

IMPORT = "import"
_WORDS = {"move": tr_later("Moving the models"), IMPORT: tr_later("Reading the import")}


class WorkLine(QObject):
    """Keeps that part of one status line up to date. An import can be stopped from it; a download is paused on its card."""

    def __init__(self, window: MainWindow, librarian: Librarian) -> None:
        super().__init__(window)
        self._status, self._librarian = window.status, librarian
        librarian.moved.connect(self._moved)
        librarian.errands.changed.connect(self._worked)
        window.status.work_stopped.connect(lambda: librarian.errands.cancel(IMPORT))

    def _moved(self, name: str, pace: Pace) -> None:
        part = tr("{part} %").format(part=number(100 * pace.done // max(pace.total, 1)))
        if name in _WORDS:
            what = tr(_WORDS[name])
        else:
            what = tr("Fetching {title}").format(title=self._librarian.title(name))
        self._show(f"{part} · {what}")

    def _worked(self) -> None:
        if self._librarian.starting:
            self._show(tr("Starting {title}…").format(title=self._librarian.title(self._librarian.starting)))
        elif not self._librarian.paces:
            self._show("")
        elif self._librarian.errands.running(IMPORT):
            self._show(tr(_WORDS[IMPORT]))

    def _show(self, words: str) -> None:
        self._status.show_work(words, stops=self._librarian.errands.running(IMPORT))
