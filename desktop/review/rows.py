"""The list of all suggestions as Qt wants it: a model of plain entries under headings, with ticks; and the drawing of a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.icons import icon
from desktop.mirror import seen, start
from desktop.review.entries import Entry, Section
from desktop.theme import colours, scaled
from desktop.tongue import tr

EntryRole = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Row = Entry | Section
BOX = 18
"""Side of a tick box in pixels."""


class EntryModel(QAbstractListModel):
    """Entries under headings. `ticked()`: what is ticked changed."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._ticked: set[str] = set()

    @property
    def entries(self) -> list[Entry]:
        """The entries, without the headings."""
        return [row for row in self._rows if isinstance(row, Entry)]

    @property
    def chosen(self) -> list[Entry]:
        """The entries that are ticked."""
        return [entry for entry in self.entries if entry.key in self._ticked]

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these instead; ticks of those that stay are kept."""
        self.beginResetModel()
        self._rows = []
        for section in Section:
            mine = [entry for entry in entries if entry.section is section]
            self._rows += [section, *mine] if mine else []
        self._ticked &= {entry.key for entry in entries}
        self.endResetModel()
        self.ticked.emit()

    def tick_all(self, on: bool) -> None:
        """Tick all that are shown but the rules, or none."""
        wanted = {entry.key for entry in self.entries if entry.section is not Section.RULES}
        self._ticked = wanted if on else set()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def row_of(self, key: str) -> int:
        """Row of an entry, -1 when it is not shown."""
        return next((n for n, row in enumerate(self._rows) if isinstance(row, Entry) and row.key == key), -1)

    def nearest(self, row: int) -> int:
        """The row nearest to this one that holds an entry, -1 when there is none."""
        places = [n for n, each in enumerate(self._rows) if isinstance(each, Entry)]
        return min(places, key=lambda n: abs(n - row), default=-1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, Section):
            return tr(row) if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.key in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            ticked = tr("Ticked") if row.key in self._ticked else tr("Not ticked")
            return f"{ticked}. {row.title}. {row.detail}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        return row if role == EntryRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Section):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or isinstance(row, Section):
            return False
        self._ticked ^= {row.key}
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True


class EntryDelegate(QStyledItemDelegate):
    """Draws a heading, or the tick, title and detail of an entry. A click beside the text, where it starts, ticks it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(option.font).height()
        return QSize(200, 2 * height + 20 if index.data(EntryRole) is not None else height + 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        entry = index.data(EntryRole)
        if entry is None:
            self._paint_heading(painter, option, str(index.data()))
        else:
            self._paint_entry(painter, option, index, entry)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours().text))
        area = QRect(option.rect).adjusted(12, 0, -12, -6)
        painter.drawText(area, Qt.AlignmentFlag.AlignBottom | start(), words)

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, entry: Entry) -> None:
        palette, state = colours(), option.state
        box = QRect(option.rect).adjusted(0, 1, 0, -1)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        if ticked or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent_soft if ticked else palette.hover))
            painter.drawRoundedRect(box, 8, 8)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        self._paint_tick(painter, self._tick(QRect(option.rect)), ticked)
        inner = seen(box.adjusted(2 * scaled(BOX) + 6, 7, -12, -7), box)
        font = QFont(option.font)
        for words, ink, side in (
            (entry.title, palette.text, Qt.AlignmentFlag.AlignTop),
            (entry.detail, palette.muted, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, side | start(), shown)
            font.setPointSizeF(font.pointSizeF() * 0.9)

    def _paint_tick(self, painter: QPainter, box: QRect, ticked: bool) -> None:
        palette = colours()
        painter.setPen(QPen(QColor(palette.accent if ticked else palette.strong), 1.4))
        painter.setBrush(QColor(palette.accent if ticked else palette.surface))
        painter.drawRoundedRect(box, 5, 5)
        if ticked:
            icon("check", palette.on_accent).paint(painter, box.adjusted(2, 2, -2, -2))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if isinstance(event, QMouseEvent):
            released = event.type() == QEvent.Type.MouseButtonRelease and index.data(EntryRole) is not None
            area = QRect(option.rect)
            side = seen(QRect(area.left(), area.top(), 2 * scaled(BOX) + 5, area.height()), area)
            if not released or not side.contains(event.position().toPoint()):
                return False
            return model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        return super().editorEvent(event, model, option, index)

    @staticmethod
    def _tick(area: QRect) -> QRect:
        size = scaled(BOX)
        return seen(QRect(area.left() + 10, area.center().y() - size // 2, size, size), area)
