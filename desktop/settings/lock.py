"""The screen lock: hides what the window shows until the passphrase is typed. Encrypting is the memory file's own matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShortcut, QWindow
from PySide6.QtWidgets import QFrame, QLineEdit, QMainWindow

from desktop.tongue import tr
from desktop.widgets import IconLabel, button, column, label, restyle

_SIGNS_OF_LIFE = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel)


class Curtain(QFrame):
    """What stands before the window while it is locked."""

    def __init__(self, window: QMainWindow, opened: Callable[[], object]) -> None:
        super().__init__(window)
        self.setProperty("role", "middle")
        self.setAccessibleName(tr("Keepwise is locked"))
        self._opened = opened
        self.opens: Callable[[str], bool] | None = None
        layout = column(self, gap=12)
        layout.addStretch(1)
        layout.addWidget(IconLabel("lock", size=32), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(label(tr("Keepwise is locked"), "hero"), 0, Qt.AlignmentFlag.AlignHCenter)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("Passphrase"))
        self.field.setPlaceholderText(tr("Passphrase"))
        self.field.setFixedWidth(280)
        self.field.returnPressed.connect(self.try_it)
        layout.addWidget(self.field, 0, Qt.AlignmentFlag.AlignHCenter)
        self.unlock = button(tr("Unlock"), self.try_it, role="primary")
        layout.addWidget(self.unlock, 0, Qt.AlignmentFlag.AlignHCenter)
        self.said = label("", "caption")
        restyle(self.said, "bad", True)
        layout.addWidget(self.said, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.hide()

    def try_it(self) -> None:
        """Open when the passphrase is right."""
        right = self.opens is not None and self.opens(self.field.text())
        self.field.clear()
        self.said.setText("" if right else tr("That is not the passphrase."))
        if right:
            self._opened()


class Lock(QObject):
    """Locks one window by key or after some minutes without a sign of life. Without a passphrase it does nothing."""

    was_shut = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.curtain = Curtain(window, self._open)
        self._minutes = 0
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.shut)
        self._asleep: list[QShortcut] = []
        window.installEventFilter(self)
        cast("QGuiApplication", QGuiApplication.instance()).focusWindowChanged.connect(self._watch)

    @property
    def locked(self) -> bool:
        """Whether the window is hidden behind the curtain."""
        return not self.curtain.isHidden()

    def set_up(self, opens: Callable[[str], bool] | None, minutes: int) -> None:
        """What tells a passphrase (None: there is none), and the minutes after which it locks by itself (0: only by key)."""
        self.curtain.opens, self._minutes = opens, minutes
        self._alive()

    def shut(self) -> None:
        """Lock the window now."""
        central = self._window.centralWidget()
        if not self.curtain.opens or self.locked or central is None:
            return
        self._asleep = [one for one in self._window.findChildren(QShortcut) if one.isEnabled()]
        for shortcut in self._asleep:
            shortcut.setEnabled(False)
        central.hide()
        self.curtain.setGeometry(self._window.rect())
        self.curtain.show()
        self.curtain.raise_()
        self.curtain.field.setFocus()
        self.was_shut.emit()

    def _watch(self, window: QWindow | None) -> None:
        """Hear the keys and the mouse where they enter a window, a dialog's too: a filter on the whole application would be
        asked about each of the 400 events of an update of the transcript, and cost more than the update itself."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
        self._alive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._alive()
        elif event.type() == QEvent.Type.Resize and watched is self._window:
            self.curtain.setGeometry(self._window.rect())
        return False

    def _alive(self) -> None:
        if self._minutes and self.curtain.opens:
            self._idle.start(self._minutes * 60_000)
        else:
            self._idle.stop()

    def _open(self) -> None:
        self.curtain.hide()
        central = self._window.centralWidget()
        if central is not None:
            central.show()
        for shortcut in self._asleep:
            shortcut.setEnabled(True)
        self._asleep = []
        self._alive()
