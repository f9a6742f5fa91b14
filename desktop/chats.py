"""The left pane: the chats, newest first, with a search over titles and contents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.bridge import Bridge
from desktop.theme import colours, icon
from desktop.widgets import SearchField, button, column, label, row
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


class ChatPane(QFrame):
    """Chats, search and New chat. Says `opened(chat)`, `new_wanted()` and `deleted(chat)`."""

    opened = Signal(object)
    new_wanted = Signal()
    loaded = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._bridge = bridge
        self._all: list[Chat] = []
        self._current = ""
        self._found: tuple[str, frozenset[str]] = ("", frozenset())
        self._search = QTimer(self)
        self._search.setSingleShot(True)
        self._search.setInterval(150)
        self._search.timeout.connect(self._search_contents)
        self._build()
        bridge.changed.connect(lambda changed: self.reload() if changed.chats else None)

    def _build(self) -> None:
        layout = column(self, margins=(12, 14, 12, 12), gap=10)
        head = row()
        head.addWidget(label("Keepwise", "brand"))
        head.addStretch(1)
        layout.addLayout(head)
        self.new_button = button("New chat", self.new_wanted.emit, role="primary", name="New chat (Ctrl+N)")
        self.new_button.setToolTip("New chat (Ctrl+N)")
        layout.addWidget(self.new_button)
        self.search = SearchField("Search chats", "Search chats (Ctrl+K)")
        self.search.textChanged.connect(self._searched)
        layout.addWidget(self.search)
        self.model = ChatModel()
        self.model.renamed.connect(self._rename)
        self.view = ChatView()
        self.view.setModel(self.model)
        delegate = ChatDelegate(self.view)
        delegate.menu_wanted.connect(self.show_menu)
        self.view.setItemDelegate(delegate)
        self.view.clicked.connect(lambda index: self.opened.emit(index.data(ChatRole)))
        self.view.activated.connect(lambda index: self.opened.emit(index.data(ChatRole)))
        self.view.delete_wanted.connect(self.delete)
        self.view.customContextMenuRequested.connect(self._context_menu)
        layout.addWidget(self.view, 1)
        self.empty = label("", "empty", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.empty, 1)

    def reload(self) -> None:
        """Read the chats again."""
        self._bridge.run(lambda: self._bridge.database.chats(self._bridge.user_id), self._take)

    def select(self, chat_id: str) -> None:
        """Mark the chat that is open; "" for one that is not saved yet."""
        self._current = chat_id
        row_number = self.model.row_of(chat_id)
        if row_number < 0:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        else:
            self.view.setCurrentIndex(self.model.index(row_number))

    def chat(self, chat_id: str) -> Chat | None:
        """A chat that is known here."""
        return next((chat for chat in self._all if chat.id == chat_id), None)

    def delete(self, chat: Chat) -> None:
        """Take the chat out of the list; a toast offers to bring it back."""
        title = chat.title or UNTITLED
        self._bridge.act(f"Deleted “{title}”", lambda: self._bridge.database.delete_chat(chat.id))

    def rename(self, chat: Chat) -> None:
        """Edit the title in its row."""
        place = self.model.row_of(chat.id)
        if place >= 0:
            self.view.edit(self.model.index(place))

    def show_menu(self, chat: Chat, at: QPoint) -> None:
        """What can be done with a chat."""
        menu = self.menu_of(chat)
        menu.popup(at)

    def menu_of(self, chat: Chat) -> QMenu:
        """The menu of one chat."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, drawing, act in (
            ("Rename", "edit", lambda: self.rename(chat)),
            ("Unpin" if chat.pinned else "Pin", "pin", lambda: self._pin(chat)),
            ("Delete", "trash", lambda: self.delete(chat)),
        ):
            action = QAction(icon(drawing, colours().muted), words, menu)
            action.triggered.connect(lambda _=False, act=act: act())
            menu.addAction(action)
        return menu

    def _context_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if index.isValid():
            self.show_menu(index.data(ChatRole), self.view.viewport().mapToGlobal(at))

    def _pin(self, chat: Chat) -> None:
        self._bridge.run(lambda: self._bridge.database.pin_chat(chat.id, not chat.pinned), lambda _: self.reload())

    def _rename(self, chat: Chat, title: str) -> None:
        self._bridge.run(lambda: self._bridge.database.rename_chat(chat.id, title), lambda _: self.reload())

    def _take(self, chats: list[Chat]) -> None:
        self._all = chats
        self._show()
        self.loaded.emit(chats)

    def _searched(self) -> None:
        self._show()
        self._search.start()

    def _search_contents(self) -> None:
        """Look for the words in the messages too, at the desk."""
        words, bridge = self.search.text().strip(), self._bridge
        if len(words) < 2:
            return

        def work() -> tuple[str, frozenset[str]]:
            wanted = words.casefold()
            chats = bridge.database.chats(bridge.user_id)
            return words, frozenset(
                chat.id
                for chat in chats
                if any(wanted in turn.text.casefold() for turn in bridge.database.turns(chat.id))
            )

        bridge.run(work, self._take_found)

    def _take_found(self, found: tuple[str, frozenset[str]]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        words = self.search.text().strip()
        inside = self._found[1] if words == self._found[0] else frozenset()
        shown = [c for c in self._all if words.casefold() in (c.title or UNTITLED).casefold() or c.id in inside]
        self.model.show_chats(shown)
        self.select(self._current)
        self.empty.setText("No chat matches." if words else "Your chats will appear here. They stay on this computer.")
        self.empty.setVisible(not shown)
        self.view.setVisible(bool(shown))
