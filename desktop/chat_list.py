"""The list of chats as Qt wants it: a model of plain chats, a delegate that draws a row, and the view."""

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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.theme import colours, icon
from desktop.words import relative
from engine.item import Chat

ChatRole = Qt.ItemDataRole.UserRole
UNTITLED = "New chat"
Index = QModelIndex | QPersistentModelIndex


class ChatModel(QAbstractListModel):
    """A plain list of chats as rows; renaming in place is said by `renamed(chat, title)`."""

    renamed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._chats: list[Chat] = []

    @property
    def chats(self) -> list[Chat]:
        """The chats, in the order of the rows."""
        return list(self._chats)

    def show_chats(self, chats: Sequence[Chat]) -> None:
        """Show these chats instead."""
        self.beginResetModel()
        self._chats = list(chats)
        self.endResetModel()

    def row_of(self, chat_id: str) -> int:
        """Row of a chat, -1 when it is not shown."""
        return next((i for i, chat in enumerate(self._chats) if chat.id == chat_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._chats)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        chat = self._chats[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return chat.title or UNTITLED
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{chat.title or UNTITLED}, {relative(chat.updated_at)}"
        return chat if role == ChatRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        own = super().flags(index)
        return own | Qt.ItemFlag.ItemIsEditable if index.isValid() else own

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        title = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not title:
            return False
        chat = self._chats[index.row()]
        if title != chat.title:
            self.renamed.emit(chat, title)
        return True


class ChatDelegate(QStyledItemDelegate):
    """Draws title and date; the row that is pointed at shows "⋯" for its menu."""

    menu_wanted = Signal(object, object)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(option.font)
        return QSize(120, metrics.height() * 2 + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, chat = colours(), index.data(ChatRole)
        state, area, font = option.state, QRect(option.rect), QFont(option.font)
        chosen, pointed = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = area.adjusted(0, 1, 0, -1)
        if chosen or pointed:
            painter.setBrush(QColor(palette.accent_soft if chosen else palette.hover))
            painter.drawRoundedRect(box, 8, 8)
        inner = box.adjusted(12, 7, -12, -7)
        if pointed or chosen:
            icon("more", palette.muted).paint(painter, self._dots(area))
            inner.setRight(self._dots(area).left() - 4)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(palette.text))
        title = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, title)
        font.setPointSizeF(font.pointSizeF() - 1)
        painter.setFont(font)
        painter.setPen(QColor(palette.muted))
        when = ("Pinned · " if chat.pinned else "") + relative(chat.updated_at)
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, when)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        pressed = event if isinstance(event, QMouseEvent) else None
        if pressed is None or event.type() != QEvent.Type.MouseButtonRelease:
            return super().editorEvent(event, model, option, index)
        if not self._dots(option.rect).contains(pressed.position().toPoint()):
            return super().editorEvent(event, model, option, index)
        self.menu_wanted.emit(index.data(ChatRole), pressed.globalPosition().toPoint())
        return True

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName("Chat title")
        return editor

    @staticmethod
    def _dots(area: QRect) -> QRect:
        return QRect(area.right() - 30, area.center().y() - 10, 20, 20)


class ChatView(QListView):
    """The list; Delete deletes, F2 renames."""

    delete_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Chats")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.delete_wanted.emit(index.data(ChatRole))
        else:
            super().keyPressEvent(event)
