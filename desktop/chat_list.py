"""The list of chats as Qt wants it: a model of plain rows, and the view with its keys. `desktop.chat_paint` draws it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from desktop.chat_rows import Row
from desktop.mirror import back_key
from desktop.tongue import tr
from desktop.words import full_date
from engine.database.folders import Folder
from engine.item import Chat

ChatRole = Qt.ItemDataRole.UserRole
RowRole = Qt.ItemDataRole.UserRole + 1
DRAGGED = "application/x-keepwise-chat"
Index = QModelIndex | QPersistentModelIndex
Flag = Qt.ItemFlag


class ChatModel(QAbstractListModel):
    """Rows of chats, folders and headings. Says what the user did to them; it changes nothing by itself."""

    renamed = Signal(object, str)
    """(chat, title): renamed in place."""
    folder_renamed = Signal(object, str)
    moved = Signal(str, str)
    """(chat id, folder id or ""): dropped there."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}

    @property
    def rows(self) -> list[Row]:
        """All rows in order."""
        return list(self._rows)

    @property
    def chats(self) -> list[Chat]:
        """The chats, in the order of the rows."""
        return [row.chat for row in self._rows if row.chat is not None]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead; nothing happens when they are the same."""
        if list(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._places = {self._id(row): place for place, row in enumerate(rows)}
        self.endResetModel()

    def row_of(self, chat_or_folder_id: str) -> int:
        """Row of a chat or a folder, -1 when it is not shown."""
        return self._places.get(chat_or_folder_id, -1) if chat_or_folder_id else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and row.chat is not None:
            return f"{row.title}\n{full_date(row.chat.updated_at)}"
        if role == RowRole:
            return row
        return row.chat if role == ChatRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Flag.NoItemFlags
        row = self._rows[index.row()]
        if row.chat is not None:
            return Flag.ItemIsEnabled | Flag.ItemIsSelectable | Flag.ItemIsEditable | Flag.ItemIsDragEnabled | _DROP
        if row.folder is not None:
            return Flag.ItemIsEnabled | Flag.ItemIsSelectable | Flag.ItemIsEditable | _DROP
        return _DROP

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        title, row = " ".join(str(value).split()), self._rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or not title or (row.chat is None and row.folder is None):
            return False
        if title != row.title:
            (self.renamed if row.chat is not None else self.folder_renamed).emit(row.chat or row.folder, title)
        return True

    # Drag and drop: a chat onto a folder, or onto anything in it; onto a day it leaves its folder.

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        chats = [chat.id for index in indexes if (chat := self._rows[index.row()].chat) is not None]
        data = QMimeData()
        data.setData(DRAGGED, QByteArray("\n".join(chats).encode()))
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return data.hasFormat(DRAGGED) and parent.isValid()

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        folder = self._folder_at(parent.row())
        for chat_id in bytes(data.data(DRAGGED).data()).decode().split():
            self.moved.emit(chat_id, folder.id if folder is not None else "")
        return True

    def _folder_at(self, place: int) -> Folder | None:
        while self._rows[place].inside:
            place -= 1
        return self._rows[place].folder

    @staticmethod
    def _id(row: Row) -> str:
        owner = row.chat or row.folder
        return owner.id if owner is not None else f"heading {row.heading}"


_DROP = Flag.ItemIsDropEnabled


class ChatView(QListView):
    """The list. Delete deletes, F2 renames; Left and Right close and open a folder, the other way round in a mirrored window."""

    delete_wanted = Signal(object)
    fold_wanted = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Chats"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(RowRole)
        folder = row.folder if isinstance(row, Row) else None
        if event.key() == Qt.Key.Key_Delete and isinstance(row, Row):
            self.delete_wanted.emit(row)
        elif folder is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.fold_wanted.emit(folder, event.key() == back_key())
        else:
            super().keyPressEvent(event)
