"""How the rows of the left pane are drawn. Rows of one list are equally tall, so that 2,000 of them need no measuring."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.chat_list import RowRole
from desktop.chat_rows import Row, Snippet
from desktop.icons import icon
from desktop.mirror import end, runs_right_to_left, seen, start
from desktop.theme import Palette, colours, scaled
from desktop.tongue import number, tr

Index = QModelIndex | QPersistentModelIndex
INDENT = 18
"""Pixels by which what is in a folder stands further right."""


class ChatDelegate(QStyledItemDelegate):
    """Draws titles, and below them what was found; the row that is pointed at shows "⋯" for its menu."""

    menu_wanted = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.two_lines = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 2 if self.two_lines else 1
        return QSize(120, QFontMetrics(option.font).height() * lines + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, palette = index.data(RowRole), colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if row.chat is None and row.folder is None:
            self._heading(painter, option, row, palette)
        else:
            self._row(painter, option, row, palette)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, palette: Palette) -> None:
        font = _smaller(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(palette.muted))
        area = QRect(option.rect)
        bottom = start() | Qt.AlignmentFlag.AlignBottom
        painter.drawText(seen(area.adjusted(12, 0, -8, -5), area), bottom, row.heading)

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, palette: Palette) -> None:
        state, box = option.state, QRect(option.rect).adjusted(0, 1, 0, -1)
        chosen, pointed = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or pointed:
            painter.setPen(QColor(palette.accent) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent_soft if chosen else palette.hover))
            painter.drawRoundedRect(seen(box.adjusted(0, 0, -1, 0), box), 8, 8)
        inner = box.adjusted(12 + (scaled(INDENT) if row.inside else 0), 6, -10, -6)
        if pointed or chosen:
            icon("more", palette.muted).paint(painter, self._dots(option.rect))
            inner.setRight(box.right() - scaled(20) - 14)
        elif row.chat is not None and row.chat.pinned:
            pin, middle = scaled(13), box.center().y()
            place = QRect(box.right() - pin - 9, middle - pin // 2, pin, pin)
            icon("pin", palette.muted).paint(painter, seen(place, box))
            inner.setRight(box.right() - pin - 15)
        if row.folder is not None:
            inner = self._folder(painter, option, row, inner, palette)
        self._words(painter, option, row, inner, palette)

    def _folder(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, inner: QRect, palette: Palette
    ) -> QRect:
        """The arrow, the drawing and the number of chats; returns the room that is left for the name."""
        area = QRect(option.rect)
        closed = row.folder is not None and row.folder.closed
        middle, arrow, size = inner.center().y(), scaled(14), scaled(16)
        icon("chevron-right" if closed else "chevron-down", palette.muted).paint(
            painter, seen(QRect(inner.left() - 5, middle - arrow // 2, arrow, arrow), area)
        )
        drawing = QRect(inner.left() + arrow - 2, middle - size // 2, size, size)
        icon("folder", palette.muted).paint(painter, seen(drawing, area))
        count = number(len(row.folder.chats)) if row.folder is not None else ""
        painter.setFont(_smaller(option.font))
        painter.setPen(QColor(palette.muted))
        painter.drawText(seen(inner, area), end() | Qt.AlignmentFlag.AlignVCenter, count)
        return inner.adjusted(arrow + size + 4, 0, -QFontMetrics(painter.font()).horizontalAdvance(count) - 8, 0)

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, inner: QRect, palette: Palette) -> None:
        font, metrics, area = QFont(option.font), QFontMetrics(option.font), QRect(option.rect)
        side = start() | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(QColor(palette.text))
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, inner.width())
        first = QRect(inner.left(), inner.top(), inner.width(), metrics.height()) if self.two_lines else inner
        painter.drawText(seen(first, area), side, title)
        if not self.two_lines:
            return
        second = QRect(inner.left(), inner.bottom() - metrics.height() + 1, inner.width(), metrics.height())
        small = _smaller(font)
        painter.setFont(small)
        painter.setPen(QColor(palette.muted))
        small_metrics = QFontMetrics(small)
        under = small_metrics.elidedText(row.under, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(seen(second, area), side, under)
        if row.snippet is not None:
            second.setLeft(second.left() + small_metrics.horizontalAdvance(row.under))
            _draw_snippet(painter, small, seen(second, area), row.snippet, palette)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        pressed = event if isinstance(event, QMouseEvent) else None
        row = index.data(RowRole)
        if pressed is None or event.type() != QEvent.Type.MouseButtonRelease or not (row.chat or row.folder):
            return super().editorEvent(event, model, option, index)
        if not self._dots(option.rect).contains(pressed.position().toPoint()):
            return super().editorEvent(event, model, option, index)
        self.menu_wanted.emit(row, pressed.globalPosition().toPoint())
        return True

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(tr("Folder name") if index.data(RowRole).folder is not None else tr("Chat title"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(QRect(option.rect).adjusted(2, 2, -2, -2))

    def on_dots(self, area: QRect, at: object) -> bool:
        """Whether a place in a row is its menu button."""
        return self._dots(area).contains(at)  # type: ignore[call-overload, no-any-return]

    @staticmethod
    def _dots(area: QRect) -> QRect:
        size = scaled(20)
        return seen(QRect(area.right() - size - 10, area.center().y() - size // 2, size, size), area)


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


def _draw_snippet(painter: QPainter, font: QFont, area: QRect, snippet: Snippet, palette: Palette) -> None:
    """The words around a hit, the hit itself strong; what has no room is cut at the end of the line."""
    strong = QFont(font)
    strong.setWeight(QFont.Weight.Bold)
    left, backwards = area.left(), runs_right_to_left(snippet.text)
    side = Qt.AlignmentFlag.AlignRight if backwards else Qt.AlignmentFlag.AlignLeft
    for words, drawn, colour in (
        (snippet.before, font, palette.muted),
        (snippet.hit, strong, palette.text),
        (snippet.after, font, palette.muted),
    ):
        metrics = QFontMetrics(drawn)
        room = area.right() - left
        if room < metrics.averageCharWidth() * 2 or not words:
            continue
        painter.setFont(drawn)
        painter.setPen(QColor(colour))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        rest = QRect(left, area.top(), room, area.height())
        if backwards:
            rest.moveLeft(area.left())
        painter.drawText(rest, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
        left += metrics.horizontalAdvance(words)
