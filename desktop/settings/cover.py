"""What stands before the window while the memory file is rebuilt and nothing may read it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QMainWindow, QProgressBar

from desktop.tongue import tr
from desktop.widgets import IconLabel, column, label

_TICK_MS = 100
_TELL_MS = 1000
"""Work that is done sooner needs no bar."""


class Cover(QFrame):
    """Covers one window as long as there is something to say. progress: gives per cent."""

    def __init__(self, window: QMainWindow, progress: Callable[[], int]) -> None:
        super().__init__(window)
        self.setProperty("role", "middle")
        self.setAccessibleName(tr("Keepwise is at work on the memory file"))
        self._window, self._progress = window, progress
        layout = column(self, gap=12)
        layout.addStretch(1)
        layout.addWidget(IconLabel("lock", size=32), 0, Qt.AlignmentFlag.AlignHCenter)
        self.words = label("", "hero")
        layout.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(320, 6)
        self.bar.setAccessibleName(tr("Progress"))
        layout.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        calm = tr("Nothing is lost when the computer stops now: the old file stays until the new one is whole.")
        layout.addWidget(label(calm, "caption"), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show_progress)
        self._waited = 0
        self._asleep: list[QShortcut] = []
        window.installEventFilter(self)
        self.hide()

    def say(self, words: str) -> None:
        """Cover the window with these words, or uncover it for ""."""
        if words and self.isHidden():
            self._asleep = [one for one in self._window.findChildren(QShortcut) if one.isEnabled()]
        for shortcut in self._asleep:
            shortcut.setEnabled(not words)
        self.words.setText(words)
        self.bar.hide()
        self._waited = 0
        self.setGeometry(self._window.rect())
        self.setVisible(bool(words))
        self.raise_()
        if words:
            self.setFocus()
            self._tick.start()
        else:
            self._tick.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        if event.type() == QEvent.Type.Close and not self.isHidden():
            event.ignore()  # some seconds; closing would wait for them anyway, without a picture
            return True
        return False

    def _show_progress(self) -> None:
        self._waited += _TICK_MS
        self.bar.setVisible(self._waited >= _TELL_MS)
        self.bar.setValue(self._progress())
