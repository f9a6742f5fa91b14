"""The left pane: the chats by day and in folders, with a search over titles and contents, and the archive."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame

from desktop.bridge import Bridge
from desktop.chat_acts import ChatActs
from desktop.chat_list import ChatModel, ChatView, RowRole
from desktop.chat_paint import ChatDelegate
from desktop.chat_rows import Listing, Row, Search, archived_rows, found_rows, rows_of
from desktop.keys import Keys
from desktop.tongue import tr, tr_n
from desktop.widgets import IconButton, SearchField, button, column, label, row
from engine.item import Chat


class ChatPane(QFrame):
    """Chats, search, folders, archive and New chat. Says `opened(chat)`, `found(chat, turn id, words)`, `new_wanted()`."""

    opened = Signal(object)
    found = Signal(object, str, str)
    new_wanted = Signal()
    temporary_wanted = Signal()
    loaded = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._bridge = bridge
        self.listing = Listing()
        self._current = ""
        self._edit_next = ""
        self._in_archive = False
        self._search = Search()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._timer.timeout.connect(self._search_contents)
        self.acts = ChatActs(self, bridge)
        self._build()
        bridge.changed.connect(lambda changed: self.reload() if changed.chats else None)

    def _build(self) -> None:
        layout = column(self, margins=(12, 14, 12, 8), gap=10)
        head = row(gap=2)
        head.addWidget(label("Keepwise", "brand"))
        head.addStretch(1)
        folder, self.temporary = IconButton("folder-plus", tr("New folder")), IconButton("temporary", "")
        folder.clicked.connect(lambda _=False: self.acts.new_folder())
        self.temporary.clicked.connect(lambda _=False: self.temporary_wanted.emit())
        head.addWidget(folder)
        head.addWidget(self.temporary)
        layout.addLayout(head)
        self.new_button = button(tr("New chat"), self.new_wanted.emit, role="primary")
        layout.addWidget(self.new_button)
        self.search = SearchField(tr("Search chats"), tr("Search chats"))
        self.search.textChanged.connect(self._searched)
        layout.addWidget(self.search)
        self._build_list()
        layout.addWidget(self.view, 1)
        self.empty = label("", "empty", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.empty, 1)
        self.archive = button("", self.toggle_archive, role="quiet")
        layout.addWidget(self.archive, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_list(self) -> None:
        self.model = ChatModel()
        self.model.renamed.connect(self.acts.rename)
        self.model.folder_renamed.connect(self.acts.rename_folder)
        self.model.moved.connect(self.acts.move)
        self.view = ChatView()
        self.view.setModel(self.model)
        self.delegate = ChatDelegate(self.view)
        self.delegate.menu_wanted.connect(lambda row, at: self.acts.menu_of(row).popup(at))
        self.view.setItemDelegate(self.delegate)
        self.view.clicked.connect(self._chosen)
        self.view.activated.connect(self._chosen)
        self.view.delete_wanted.connect(self.acts.delete_row)
        self.view.fold_wanted.connect(self.acts.fold)
        self.view.customContextMenuRequested.connect(self._context_menu)

    def show_keys(self, keys: Keys) -> None:
        """Name the keys that do the same as the buttons."""
        new = keys.hint(tr("New chat"), "new_chat")
        self.new_button.setToolTip(new)
        self.new_button.setAccessibleName(new)
        self.temporary.set_label(keys.hint(tr("Temporary chat: nothing is kept or learned"), "temporary_chat"))
        self.search.setPlaceholderText(keys.hint(tr("Search chats"), "search_chats"))

    # What is shown

    def reload(self) -> None:
        """Read the chats again."""
        database, user = self._bridge.database, self._bridge.user_id

        def work() -> Listing:
            return Listing(database.chats(user), database.chats(user, archived=True), database.folders.of(user))

        self._bridge.run(work, self._take)

    def select(self, chat_id: str) -> None:
        """Mark the chat that is open; "" for one that is not saved yet."""
        self._current = chat_id
        place = self.model.row_of(chat_id)
        if place < 0:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        elif self.view.currentIndex().row() != place:
            self.view.setCurrentIndex(self.model.index(place))

    def chat(self, chat_id: str) -> Chat | None:
        """A chat that is known here."""
        return next((c for c in (*self.listing.chats, *self.listing.archived) if c.id == chat_id), None)

    def edit(self, chat_or_folder_id: str) -> None:
        """Edit the title in its row, as soon as it is there."""
        place = self.model.row_of(chat_or_folder_id)
        if place >= 0:
            self.view.setCurrentIndex(self.model.index(place))
            self.view.edit(self.model.index(place))
        else:
            self._edit_next = chat_or_folder_id

    def show_menu(self, chat: Chat, at: QPoint) -> None:
        """What can be done with a chat."""
        self.acts.menu_of(Row(chat)).popup(at)

    def toggle_archive(self) -> None:
        """Show the chats that were put away, or the others again."""
        self._in_archive = not self._in_archive
        self._show()

    def _chosen(self, index: QModelIndex) -> None:
        chosen = index.data(RowRole)
        if chosen.folder is not None:
            self.acts.fold(chosen.folder, not chosen.folder.closed)
        elif chosen.chat is not None and chosen.snippet is not None:
            self.found.emit(chosen.chat, chosen.snippet.turn_id, chosen.snippet.hit)
        elif chosen.chat is not None:
            self.opened.emit(chosen.chat)

    def _context_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        chosen = index.data(RowRole) if index.isValid() else None
        if isinstance(chosen, Row) and (chosen.chat or chosen.folder):
            self.acts.menu_of(chosen).popup(self.view.viewport().mapToGlobal(at))

    def _take(self, listing: Listing) -> None:
        self.listing = listing
        self._show()
        self.loaded.emit(list(listing.chats))
        if self._edit_next and self.model.row_of(self._edit_next) >= 0:
            wanted, self._edit_next = self._edit_next, ""
            self.edit(wanted)

    def _searched(self) -> None:
        words = self.search.text().strip()
        hits = self._search.hits if words == self._search.words else {}
        self._search = Search(words, hits)
        self._show()
        self._timer.start()

    def _search_contents(self) -> None:
        """Look for the words in the messages too, at the desk."""
        words, bridge = self._search.words, self._bridge
        if len(words) < 2:
            return

        def work() -> Search:
            found = bridge.database.conversation.find(bridge.user_id, words)
            return Search(words, {one.chat_id: one for one in found})

        bridge.run(work, self._take_found)

    def _take_found(self, search: Search) -> None:
        if search.words == self._search.words:
            self._search = search
            self._show()

    def _show(self) -> None:
        searching = bool(self._search.words)
        archived = len(self.listing.archived)
        self._in_archive = self._in_archive and archived > 0
        if searching:
            rows = found_rows(self.listing, self._search)
        else:
            rows = archived_rows(self.listing) if self._in_archive else rows_of(self.listing)
        if self.delegate.two_lines != searching:
            self.delegate.two_lines = searching
            self.model.show_rows([])
        self.model.show_rows(rows)
        self.select(self._current)
        self.empty.setText(
            tr("No chat matches.") if searching else tr("Your chats will appear here. They stay on this computer.")
        )
        self.empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        self.archive.setText(
            tr("Back to the chats") if self._in_archive else tr("Archived ({archived})").format(archived=archived)
        )
        name = (
            tr("Back to the chats")
            if self._in_archive
            else tr_n("Show {n} archived chats", "Show {n} archived chat", archived)
        )
        self.archive.setAccessibleName(name)
        self.archive.setVisible(archived > 0 and not searching)
