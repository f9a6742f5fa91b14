"""The left pane: the chats, newest first, with a search over titles and contents."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu

from desktop.bridge import Bridge
from desktop.chat_list import UNTITLED, ChatDelegate, ChatModel, ChatRole, ChatView
from desktop.theme import colours, icon
from desktop.widgets import SearchField, button, column, label, row
from engine.item import Chat


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
