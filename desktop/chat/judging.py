"""A thumb up or down at an answer; a reason against it becomes a suggestion for next time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop.chat.hub import Hub
from desktop.tongue import tr
from desktop.widgets import IconButton, button, label, row


class Thumbs(QWidget):
    """Two thumbs. `reason` is the field that a thumb down opens; the answer places it below its footer."""

    def __init__(self, turn_id: str, hub: Hub) -> None:
        super().__init__()
        self.turn_id, self._hub = turn_id, hub
        self.judged: bool | None = None
        self.up = IconButton("thumb-up", tr("Good answer"))
        self.down = IconButton("thumb-down", tr("Bad answer"))
        layout = row(self, gap=0)
        layout.addWidget(self.up)
        layout.addWidget(self.down)
        self.up.clicked.connect(lambda: self.judge(True))
        self.down.clicked.connect(lambda: self.judge(False))
        self.reason = _Reason(self._explain)
        self.reason.hide()

    def show_judgement(self, good: bool | None, reason: str = "") -> None:
        """What was said of the answer; None when nothing was."""
        self.judged = good
        self.up.set_icon("thumb-up", "accent" if good is True else "muted")
        self.down.set_icon("thumb-down", "danger" if good is False else "muted")
        self.up.set_label(tr("Good answer (your judgement)") if good is True else tr("Good answer"))
        said = tr("Bad answer (your judgement: {reason})") if reason else tr("Bad answer (your judgement)")
        self.down.set_label(said.format(reason=reason) if good is False else tr("Bad answer"))
        self.reason.field.setText(reason)

    def judge(self, good: bool) -> None:
        """Say it; a thumb down asks what was wrong."""
        asking = self.reason.isVisible()
        if self.judged is not good:
            self.show_judgement(good)
            self._hub.judge.emit(self.turn_id, good, "")
        self.reason.setVisible(not good and not asking)
        if self.reason.isVisible():
            self.reason.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self, reason: str) -> None:
        self.reason.hide()
        if reason:
            self.show_judgement(False, reason)
            self._hub.judge.emit(self.turn_id, False, reason)


class _Reason(QFrame):
    """One line: what was wrong."""

    def __init__(self, then: object) -> None:
        super().__init__()
        assert callable(then)
        self._then = then
        self.setProperty("role", "used")
        layout = row(self, margins=(14, 8, 8, 8), gap=8)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("What was wrong with the answer"))
        self.field.setPlaceholderText(tr("What should be different next time?"))
        self.field.returnPressed.connect(self._done)
        layout.addWidget(label(tr("What was wrong?")))
        layout.addWidget(self.field, 1)
        layout.addWidget(button(tr("Send"), self._done, role="primary", name=tr("Send the reason")))
        shut = IconButton("close", tr("Close without a reason"))
        shut.clicked.connect(self.hide)
        layout.addWidget(shut)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _done(self) -> None:
        self._then(" ".join(self.field.text().split()))
