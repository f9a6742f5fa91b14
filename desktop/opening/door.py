"""The door: a small window that opens the memory file when that takes a person, and then makes way for the real window."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.desk import Desk
from desktop.opening.damaged import DamagedPage
from desktop.opening.repair import replace_damaged
from desktop.opening.unlock import UnlockPage
from desktop.theme import Theme
from desktop.tongue import tr
from engine import Database, KeepwiseError
from engine.errors import (
    DatabaseError,
    DatabaseNewer,
    DatabaseUnreadable,
    InvalidInput,
    PassphraseNeeded,
    WrongPassphrase,
)


class Door(QMainWindow):
    """Shows why the memory file did not open and what can be done. `database`: the open one, once `left` was said with it."""

    left = Signal()

    def __init__(self, file: Path, problem: KeepwiseError) -> None:
        super().__init__()
        self.setWindowTitle("Keepwise")
        self.resize(640, 520)
        self.setMinimumSize(480, 400)
        self._file = file
        self._desk = Desk()
        self.database: Database | None = None
        self.problem: KeepwiseError | None = None
        """Why it was left without a database, when that is no choice of the person's."""
        self._theme = Theme(cast("QApplication", QApplication.instance()), "system", self)
        self._refused(problem)

    def _refused(self, problem: Exception) -> None:
        """Show the page for what went wrong."""
        page = self.centralWidget()
        if isinstance(problem, WrongPassphrase) and isinstance(page, UnlockPage):
            page.refuse(tr("That is not the passphrase."))
        elif isinstance(problem, InvalidInput) and isinstance(page, UnlockPage):
            page.refuse(problem.message)
        elif isinstance(problem, PassphraseNeeded):
            unlock = UnlockPage(self._file)
            unlock.wanted.connect(self._try)
            self.setCentralWidget(unlock)
            unlock.setFocus(Qt.FocusReason.OtherFocusReason)
        elif is_damage(problem) and self._file.is_file():
            damaged = DamagedPage(self._file)
            damaged.tell(str(problem))
            damaged.wanted.connect(self._repair)
            self.setCentralWidget(damaged)
        else:
            self.problem = problem if isinstance(problem, KeepwiseError) else DatabaseError(str(problem))
            self.close()

    def _try(self, passphrase: str) -> None:
        page = self.centralWidget()
        if isinstance(page, UnlockPage):
            page.work(at_work=True)
        self._desk.run(lambda: Database(self._file, passphrase=passphrase or None), self._entered, self._refused)

    def _repair(self, backup: Path | None) -> None:
        page = self.centralWidget()
        if not isinstance(page, DamagedPage):
            return
        page.setEnabled(False)

        def failed(error: Exception) -> None:
            page.setEnabled(True)
            page.tell(tr("That did not work: {reason}").format(reason=error))

        self._desk.run(lambda: replace_damaged(self._file, backup, datetime.now()), lambda _: self._try(""), failed)

    def _entered(self, database: Database) -> None:
        self.database = database
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._desk.close()
        super().closeEvent(event)
        self.left.emit()


def is_damage(problem: Exception) -> bool:
    """Whether a backup is the answer to it."""
    return isinstance(problem, DatabaseUnreadable) and not isinstance(problem, DatabaseNewer)


def opens_by_hand(problem: KeepwiseError) -> bool:
    """Whether somebody at the door can do something about it."""
    return isinstance(problem, PassphraseNeeded) or is_damage(problem)
