"""The blocks of a message: text exactly as tall as what it holds, and code with its language and a Copy button."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFontDatabase,
    QGuiApplication,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit

from desktop.chat.markdown import code_html, prose_html, prose_style
from desktop.theme import colours
from desktop.widgets import IconButton, column, label, row

_SAFE_SCHEMES = ("http", "https", "mailto")


class FlatText(QTextBrowser):
    """Read-only rich text without frame or vertical bar, as tall as its document; the wheel scrolls the transcript.

    Nothing is ever fetched: pictures in an answer are not loaded, links open in the browser when clicked.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(26)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.fit())
        self.anchorClicked.connect(self._open)

    def extra_height(self) -> int:
        """Pixels below the text that are not text."""
        return 0

    def fit(self) -> None:
        """Take the height that the document needs at this width."""
        height = max(math.ceil(self.document().size().height()), self.fontMetrics().height()) + self.extra_height()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def mark(self, quote: str) -> bool:
        """Mark the exact words `quote`; whether they are here. An empty quote takes the mark away."""
        self.setExtraSelections([])
        found = self.document().find(quote) if quote else QTextCursor()
        if found.isNull():
            return False
        shade = QTextCharFormat()
        shade.setBackground(QColor(colours().mark))
        shade.setForeground(QColor(colours().text))
        selection = QTextEdit.ExtraSelection()
        selection.format, selection.cursor = shade, found
        self.setExtraSelections([selection])
        return True

    def _open(self, link: QUrl) -> None:
        if link.scheme() in _SAFE_SCHEMES:
            QDesktopServices.openUrl(link)


class Prose(FlatText):
    """A stretch of an answer, from Markdown."""

    def __init__(self) -> None:
        super().__init__("Answer")
        self._source = ""

    def show_markdown(self, source: str) -> None:
        """Render `source`."""
        self._source = source
        self.document().setDefaultStyleSheet(prose_style(colours()))
        self.setHtml(prose_html(source))
        self._trim()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._source:
            self.show_markdown(self._source)

    def _trim(self) -> None:
        """Take away the space below the last paragraph: the gap to what follows belongs to the layout."""
        cursor = QTextCursor(self.document().lastBlock())
        shape = cursor.blockFormat()
        shape.setBottomMargin(0)
        cursor.setBlockFormat(shape)


class CodeText(FlatText):
    """The code itself: lines are not wrapped, long ones scroll sideways."""

    def __init__(self) -> None:
        super().__init__("Code")
        self.setProperty("role", "code")
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.document().setDefaultFont(self.font())

    def extra_height(self) -> int:
        wide = self.document().size().width() > self.viewport().width()
        return self.horizontalScrollBar().sizeHint().height() + 4 if wide else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data


class CodeBlock(QFrame):
    """A code fence: plain while it is written, highlighted once when it closes."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "codeblock")
        self.code, self._language, self._open = "", "", True
        layout = column(self, margins=(12, 4, 6, 10), gap=2)
        head = row()
        self._name = label("", "caption")
        self._copy = IconButton("copy", "Copy code")
        self._copy.clicked.connect(self.copy)
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._copy)
        layout.addLayout(head)
        self.text = CodeText()
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
        self.code, self._language, self._open = code, language, open_
        self._name.setText(language or "text")

    def copy(self) -> None:
        """Put the code on the clipboard."""
        QGuiApplication.clipboard().setText(self.code)
        confirm(self._copy, "copy", "Copy code")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.code and not self._open:
            self.show_code(self.code, self._language, open_=False)


def confirm(pressed: IconButton, name: str, words: str) -> None:
    """Show a tick on a Copy button for a moment."""
    pressed.set_icon("check", "accent")
    pressed.set_label("Copied")

    def back() -> None:
        pressed.set_icon(name, "muted")
        pressed.set_label(words)

    timer = QTimer(pressed)
    timer.setSingleShot(True)
    timer.timeout.connect(back)
    timer.timeout.connect(timer.deleteLater)
    timer.start(1500)
