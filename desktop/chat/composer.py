"""The field to write in: it grows with the text, sends by Enter, and its button is Stop while an answer comes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from desktop.theme import scaled
from desktop.tongue import tr, tr_later
from desktop.widgets import ElidedLabel, IconButton, column, frame, restyle, row

LINES = 8
WIDEST = 760
HINT = tr_later("Enter to send · Shift+Enter for a new line")


def is_file(data: QMimeData) -> bool:
    """Whether files of this computer, or an image without words, are pasted or dropped."""
    return any(url.isLocalFile() for url in data.urls()) or (data.hasImage() and not data.hasText())


class Editor(QPlainTextEdit):
    """Plain text of one to eight lines; more scroll inside."""

    send = Signal()
    up = Signal()
    """Up was pressed while nothing is written."""
    focused = Signal(bool)
    files_pasted = Signal(object)
    """What was pasted or dropped that is a file or an image: `QMimeData`."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Message"))
        self.setPlaceholderText(tr("Write a message"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.send.emit()
            return
        if event.key() == Qt.Key.Key_Up and not self.toPlainText():
            self.up.emit()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not is_file(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if is_file(source):
            self.files_pasted.emit(source)
        else:
            self.insertPlainText(source.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _fit(self) -> None:
        # A QPlainTextEdit measures its document in lines, not in pixels.
        lines = min(max(round(self.document().size().height()), 1), LINES)
        height = lines * self.fontMetrics().lineSpacing() + 4
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)


class Composer(QWidget):
    """Editor and button. It decides nothing: it says `send(text)` or `stop()`."""

    send = Signal(str)
    stop = Signal()
    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._answering = False
        self._ready = True
        outer = column(self, margins=(24, 0, 24, 12), gap=6)
        self._box = frame("composer")
        inside = column(self._box)
        self.tray = column(margins=(12, 0, 8, 0), gap=6)
        inner = row(margins=(8, 8, 8, 8), gap=8)
        inside.addLayout(self.tray)
        inside.addLayout(inner)
        self.attach = IconButton("clip", tr("Attach files"))
        self.editor = Editor()
        self.editor.send.connect(self._send)
        self.editor.textChanged.connect(self._changed)
        self.editor.focused.connect(lambda on: restyle(self._box, "focused", on))
        self.action = IconButton("send", tr("Send"), tone="on_accent")
        self.action.setProperty("role", "send")
        self.action.clicked.connect(self._press)
        inner.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignBottom)
        inner.addWidget(self.editor, 1, Qt.AlignmentFlag.AlignVCenter)
        inner.addWidget(self.action, 0, Qt.AlignmentFlag.AlignBottom)
        self.hint = ElidedLabel(tr(HINT), "hint")
        outer.addWidget(self._box)
        outer.addWidget(self.hint)
        self._outer = outer
        self._fit()
        self._changed()

    def text(self) -> str:
        """What is written."""
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a draft into the field, the cursor at its end."""
        self.editor.setPlainText(text)
        cursor = self.editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.editor.setTextCursor(cursor)

    def set_answering(self, answering: bool, hint: str = "") -> None:
        """While an answer comes the button is Stop; what is typed stays."""
        self._answering = answering
        self.action.set_label(tr("Stop (Esc)") if answering else tr("Send (Enter)"))
        self.hint.set_full(hint or tr(HINT))
        self._changed()

    def set_ready(self, ready: bool, placeholder: str) -> None:
        """Without a model nothing can be sent; the field says so."""
        self._ready = ready
        self.editor.setPlaceholderText(placeholder)
        self.editor.setEnabled(ready)
        self.attach.setEnabled(ready)
        self._changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        spare = max(24, (self.width() - scaled(WIDEST)) // 2)
        self._outer.setContentsMargins(spare, 0, spare, 12)
        for pressed in (self.attach, self.action):
            pressed.setFixedSize(scaled(36), scaled(36))

    def _press(self) -> None:
        if self._answering:
            self.stop.emit()
        else:
            self._send()

    def _send(self) -> None:
        text = self.text().strip()
        if text and self._ready and not self._answering:
            self.send.emit(text)

    def _changed(self) -> None:
        able = self._answering or (self._ready and bool(self.text().strip()))
        self.action.setEnabled(able)
        self.action.set_icon("stop" if self._answering else "send", "on_accent" if able else "muted")
        self.edited.emit(self.text())
