"""The field that a message of the user's turns into while it is changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from desktop.chat.composer import Editor
from desktop.tongue import tr
from desktop.widgets import button, column, label, row


class QuestionEditor(QFrame):
    """Says `sent(text)` or `cancelled()`. Enter sends, Escape leaves it as it was."""

    sent = Signal(str)
    cancelled = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setProperty("role", "rewrite")
        layout = column(self, margins=(14, 12, 12, 12), gap=10)
        self.field = Editor()
        self.field.setAccessibleName(tr("Changed message"))
        self.field.setPlainText(text)
        self.field.send.connect(self.send)
        layout.addWidget(self.field)
        line = row()
        line.addWidget(label(tr("The chat goes on from here; the old version stays."), "caption", wrap=True), 1)
        line.addWidget(button(tr("Cancel"), self.cancelled.emit, name=tr("Cancel the change")))
        line.addWidget(button(tr("Send"), self.send, role="primary", name=tr("Send the changed message")))
        layout.addLayout(line)

    def focus(self) -> None:
        """Put the keyboard into the field, at the end of the text."""
        self.show()  # a widget put into a shown layout can take the keyboard only once it is visible
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def send(self) -> None:
        """Say what was written, if that is anything."""
        text = self.field.toPlainText().strip()
        if text:
            self.sent.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
