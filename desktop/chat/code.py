"""Code in an answer: with its language and a Copy button, plain while it is written, highlighted when it is complete."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.chat.blocks import FlatText, confirm
from desktop.chat.markdown import code_html
from desktop.theme import colours, look, scaled
from desktop.tongue import tr
from desktop.widgets import IconButton, column, label, row


class CodeText(FlatText):
    """The code itself: lines are not wrapped, long ones scroll sideways."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Code"), parent)
        self.setProperty("role", "code")
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """The letters of code, in the size of the others."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(scaled(95) / 10)
        if self.document().defaultFont() != font:
            self.document().setDefaultFont(font)

    def extra_height(self, width: int) -> int:
        wide = self.document().idealWidth() > width
        return self.horizontalScrollBar().sizeHint().height() + 4 if wide else 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned, along = event.angleDelta(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        sideways = turned.x() if abs(turned.x()) > abs(turned.y()) else turned.y() if along else 0
        if not sideways:
            event.ignore()
            return
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - sideways // 2)

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data


class CodeBlock(QFrame):
    """A code fence: plain while it is written, highlighted once when it closes."""

    grown = Signal()
    """Its height may be another now."""
    code, _open, _look = "", True, ("", 0)  # of the class: it hears of its style before __init__ is over

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "codeblock")
        self.code, self._language, self._open = "", "", True
        layout = column(self, margins=(12, 4, 6, 10), gap=2)
        head = row()
        self._name = label("", "caption")
        self._copy = IconButton("copy", tr("Copy code"))
        self._copy.clicked.connect(self.copy)
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._copy)
        layout.addLayout(head)
        self.text = CodeText(self)
        self.text.grown.connect(self.grown)
        layout.addWidget(self.text)

    def show_code(self, code: str, language: str, *, open_: bool) -> None:
        """Show `code`; while the fence is open it is appended to, unhighlighted."""
        grown = open_ and self._open and code.startswith(self.code) and self.code != ""
        if grown:
            cursor = QTextCursor(self.text.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(code[len(self.code) :])
        elif open_:
            self.text.setPlainText(code)
        else:
            self.text.setHtml(code_html(code, language, colours()))
        self.code, self._language, self._open, self._look = code, language, open_, look()
        self._name.setText(language or "text")

    def copy(self) -> None:
        """Put the code on the clipboard."""
        QGuiApplication.clipboard().setText(self.code)
        confirm(self._copy, "copy", tr("Copy code"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.code and not self._open and self._look != look():
            self.show_code(self.code, self._language, open_=False)
