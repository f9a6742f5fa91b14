"""The text blocks of a message: exactly as tall as what they hold. Code is in `desktop.chat.code`."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QDesktopServices,
    QGuiApplication,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextBrowser, QTextEdit, QWidget

from desktop.chat.cutting import only_words
from desktop.chat.markdown import prose_html, prose_style
from desktop.theme import colours, look, scaled
from desktop.tongue import tr
from desktop.widgets import IconButton

_SAFE_SCHEMES = ("http", "https", "mailto")
_SPACES = re.compile(" +")


class FlatText(QTextBrowser):
    """Read-only rich text without frame or vertical bar, as tall as its document; the wheel scrolls the transcript.

    Nothing is ever fetched: pictures in an answer are not loaded, and a link only opens in the browser after its address
    was shown. Its height for a width is known at once, so that a transcript can be laid out before it is painted.
    """

    grown = Signal()
    """Its height may be another now."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.document().setIndentWidth(scaled(26))
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
        if not self._measuring and self._heights:
            self._heights.clear()
            self.grown.emit()
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

    _source, _look = "", ("", 0)  # of the class: made with a parent, it hears of its style before __init__ is over

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Answer"), parent)

    def show_markdown(self, source: str) -> None:
        """Render `source`."""
        self._source = source
        self._look = look()
        style = prose_style(colours(), self._look[1] / 100)
        if self.document().defaultStyleSheet() != style:
            self.document().setDefaultStyleSheet(style)
        self.document().setIndentWidth(scaled(26))
        self.setHtml(prose_html(source))
        self._trim()

    def grow(self, source: str) -> None:
        """Show what `source` is now: plain words at the end of a line are only added (0.1 ms), else all is rendered again."""
        shown = self._source.rstrip(" ")
        more = source.rstrip(" ")[len(shown) :]
        end = QTextCursor(self.document().lastBlock())
        if not (source.startswith(shown) and only_words(shown, more) and end.block().text().endswith(shown[-8:])):
            self.show_markdown(source)
            return
        self._source = source
        end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        end.insertText(_SPACES.sub(" ", more))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._source and self._look != look():
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
