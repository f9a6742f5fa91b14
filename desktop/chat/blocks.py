"""The blocks of a message: text exactly as tall as what it holds, and code with its language and a Copy button."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QColor,
    QCursor,
    QDesktopServices,
    QFontDatabase,
    QGuiApplication,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextBrowser, QTextEdit

from desktop.chat.markdown import code_html, prose_html, prose_style
from desktop.theme import colours
from desktop.tongue import tr
from desktop.widgets import IconButton, column, label, row

_SAFE_SCHEMES = ("http", "https", "mailto")


class FlatText(QTextBrowser):
    """Read-only rich text without frame or vertical bar, as tall as its document; the wheel scrolls the transcript.

    Nothing is ever fetched: pictures in an answer are not loaded, and a link only opens in the browser after its address
    was shown. Its height for a width is known at once, so that a transcript can be laid out before it is painted.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._measuring = False
        self._heights: dict[int, int] = {}
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        self.document().documentLayout().documentSizeChanged.connect(self._grown)
        self.anchorClicked.connect(self._ask)
        self.highlighted.connect(lambda link: self.setToolTip(address(link) if link.isValid() else ""))

    def extra_height(self, width: int) -> int:
        """Pixels below the text that are not text, at this width."""
        return 0

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            if len(self._heights) > 3:
                self._heights.clear()
            self._heights[width] = self._measured(width)
        return self._heights[width]

    def _measured(self, width: int) -> int:
        """Layouts also ask for the height at a width that they only consider: the text keeps the one that it has."""
        document, has = self.document(), self.document().textWidth()
        other = self.lineWrapMode() != QTextEdit.LineWrapMode.NoWrap and has != width
        self._measuring = True
        if other:
            document.setTextWidth(width)
        height = max(math.ceil(document.size().height()), self.fontMetrics().height())
        if other:
            document.setTextWidth(has)
        self._measuring = False
        return height + self.extra_height(width)

    def _grown(self) -> None:
        if not self._measuring:
            self._heights.clear()
            self.updateGeometry()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.fontMetrics().height())

    def mark(self, quote: str) -> bool:
        """Mark the exact words `quote`; whether they are here. An empty quote takes the mark away."""
        found = self.document().find(quote) if quote else QTextCursor()
        self.setExtraSelections([] if found.isNull() else [_marked(found, colours().mark, colours().text)])
        return not found.isNull()

    def places(self, words: str) -> list[QTextCursor]:
        """Each place where the words stand, whatever their case."""
        found, cursor = [], QTextCursor(self.document())
        while words and not (cursor := self.document().find(words, cursor)).isNull():
            found.append(QTextCursor(cursor))
        return found

    def mark_places(self, places: Sequence[QTextCursor], current: QTextCursor | None = None) -> None:
        """Mark these places, one of them as the current one; none takes the marks away."""
        shades = [_marked(place, colours().mark, colours().text) for place in places]
        if current is not None:
            shades.append(_marked(current, colours().accent, colours().on_accent))
        self.setExtraSelections(shades)

    def link_menu(self, link: QUrl) -> QMenu:
        """What is asked before a link leaves this computer: its whole address, to open or to copy."""
        menu = QMenu(self)
        where = menu.addAction(address(link))
        where.setEnabled(False)
        menu.addSeparator()
        if link.scheme() in _SAFE_SCHEMES:
            menu.addAction(tr("Open in the browser"), lambda: QDesktopServices.openUrl(link))
        menu.addAction(tr("Copy the address"), lambda: QGuiApplication.clipboard().setText(link.toString()))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _ask(self, link: QUrl) -> None:
        self.link_menu(link).popup(QCursor.pos())


class Prose(FlatText):
    """A stretch of an answer, from Markdown."""

    def __init__(self) -> None:
        super().__init__(tr("Answer"))
        self._source = ""

    def show_markdown(self, source: str) -> None:
        """Render `source`."""
        self._source = source
        style = prose_style(colours())
        if self.document().defaultStyleSheet() != style:
            self.document().setDefaultStyleSheet(style)
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


def address(link: QUrl) -> str:
    """A link as it would be opened: foreign letters in the name of a host are spelt out, so that none passes for another."""
    return bytes(link.toEncoded().data()).decode("ascii", "replace")


def _marked(cursor: QTextCursor, paper: str, ink: str) -> QTextEdit.ExtraSelection:
    shade = QTextCharFormat()
    shade.setBackground(QColor(paper))
    shade.setForeground(QColor(ink))
    selection = QTextEdit.ExtraSelection()
    selection.format, selection.cursor = shade, cursor
    return selection


class CodeText(FlatText):
    """The code itself: lines are not wrapped, long ones scroll sideways."""

    def __init__(self) -> None:
        super().__init__(tr("Code"))
        self.setProperty("role", "code")
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.document().setDefaultFont(self.font())

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

    def __init__(self) -> None:
        super().__init__()
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
        confirm(self._copy, "copy", tr("Copy code"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.code and not self._open:
            self.show_code(self.code, self._language, open_=False)


def confirm(pressed: IconButton, name: str, words: str) -> None:
    """Show a tick on a Copy button for a moment."""
    pressed.set_icon("check", "accent")
    pressed.set_label(tr("Copied"))

    def back() -> None:
        pressed.set_icon(name, "muted")
        pressed.set_label(words)

    timer = QTimer(pressed)
    timer.setSingleShot(True)
    timer.timeout.connect(back)
    timer.timeout.connect(timer.deleteLater)
    timer.start(1500)
