"""The main window: three panes, header, status line, shortcuts; it places the parts and passes signals between them."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.bridge import Bridge
from desktop.chat.message import Shown
from desktop.chat_rows import title_shown
from desktop.chats import ChatPane
from desktop.compose import App
from desktop.conversation import Conversation
from desktop.files import Files
from desktop.keys import SETTING as KEYS
from desktop.keys import Keys
from desktop.learning_line import LearningLine
from desktop.memory import Memory
from desktop.notices import Toast
from desktop.panes import Panes
from desktop.portal import Portal
from desktop.presence import Presence
from desktop.reveal import reveal
from desktop.review import place as review_place
from desktop.rooms import Rooms
from desktop.sheet import ShortcutSheet
from desktop.shortcuts import bind_keys
from desktop.sidebar.matches import Matches
from desktop.sidebar.panel import MemoryPanel
from desktop.sidebar.refusal import Refusal
from desktop.status import Header, StatusLine
from desktop.tabbing import step
from desktop.temporary import TemporaryChats
from desktop.theme import Theme
from desktop.tongue import tr
from desktop.warming import WARM_MS, warm_up
from desktop.widgets import column
from engine import Agent, Database, LearningMachine
from engine.events import Changed, Event, Finished
from engine.item import Chat, Item


class MainWindow(QMainWindow):
    """Takes composed parts; `agent` is None where there is no language model. `closed` follows a clean shutdown."""

    closed = Signal()
    model_dropped = Signal(object)  # the Path of a model file (GGUF) that was dropped onto the window

    def __init__(
        self,
        agent: Agent | None,
        learning: LearningMachine,
        database: Database,
        *,
        user_id: str = "me",
        model_name: str = "",
        parts: App | None = None,
        tray: bool = False,
        portal: Portal | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Keepwise")
        self.resize(1240, 800)
        self.setMinimumSize(720, 480)
        self.has_tray, self.portal = tray, portal
        app = cast("QApplication", QApplication.instance())
        self.theme = Theme(app, str(database.setting("theme", "system")), self)
        self.bridge = Bridge(agent, learning, database, user_id=user_id)
        model = learning.model if agent is not None else None
        self.keys = Keys(dict(database.setting(KEYS, {})), self)
        self._build(model_name or (model.name if model is not None else ""), model.context if model is not None else 0)
        self._connect()
        bind_keys(self)
        self.review = review_place.install(self)
        self.learning = LearningLine(self)
        self.temporary = TemporaryChats(self)
        self.files = Files(self)
        self.rooms = Rooms(self, parts)
        self.presence = Presence(self)
        self.chats.reload()
        self.memory.reload()
        self.conversation.drafts.load(self.conversation.show_draft)
        self.conversation.focus()
        QTimer.singleShot(WARM_MS, self, partial(warm_up, self.conversation.transcript.hub))

    def _build(self, model_name: str, context: int) -> None:
        self.header = Header()
        self.chats = ChatPane(self.bridge)
        self.conversation = Conversation(self.bridge)
        self.memory = MemoryPanel(self.bridge)
        self.status = StatusLine(model_name, context)
        middle = QWidget()
        inner = column(middle)
        inner.addWidget(self.header)
        inner.addWidget(self.conversation, 1)
        inner.addWidget(self.status)
        self.panes = Panes(self.chats, middle, self.memory, self.theme)
        self.setCentralWidget(self.panes)
        self.toast = Toast(self.conversation.transcript)
        self.sheet = ShortcutSheet(self, self.keys)
        self.matches = Matches(self.bridge, self.memory, self.show_sidebar)
        self.refusal = Refusal(self.bridge, self.memory.acts, self.toast)

    def _connect(self) -> None:
        self.chats.opened.connect(lambda chat: self.conversation.open(chat.id))
        self.chats.found.connect(self.conversation.open_at)
        self.chats.acts.told.connect(self.toast.show_offers)
        self.chats.new_wanted.connect(self.conversation.new_chat)
        self.chats.loaded.connect(lambda _: self._show_title())
        self.conversation.opened.connect(self._opened)
        self.conversation.loaded.connect(self._show_cost)
        self.conversation.started.connect(self._started)
        self.conversation.review_wanted.connect(self.review_item)
        self.conversation.item_wanted.connect(partial(reveal, self))
        self.memory.jumped.connect(self.show_source)
        self.memory.pause_wanted.connect(self.toggle_learning)
        self.memory.loaded.connect(self._show_memory)
        self.header.learning_toggled.connect(self.toggle_learning)
        self.header.theme_toggled.connect(self.toggle_theme)
        self.header.sidebar_toggled.connect(self.toggle_sidebar)
        self.header.menu_wanted.connect(self._chat_menu)
        self.toast.undo.connect(self._undo_toast)
        self.bridge.failed.connect(self.conversation.show_error)
        self.bridge.acted.connect(self._acted)
        self.bridge.undone.connect(self._undone)
        self.bridge.happened.connect(self._event)
        self.theme.changed.connect(lambda _: self.header.show_theme())

    # Acts of the window

    def toggle_sidebar(self) -> None:
        """Show or hide what was learned."""
        self.panes.toggle()

    def show_sidebar(self) -> None:
        """Show what was learned."""
        if self.memory.isHidden():
            self.toggle_sidebar()

    def show_source(self, item: Item) -> None:
        """Go to the message that an item rests on, light it up and mark the quote."""
        source, gone = item.source, tr("That message is not there any more")

        def reach() -> None:
            self.conversation.show_turn(source.turn_id, item.quote, lambda: self.toast.show_words(gone))

        def go(chat: Chat | None) -> None:
            if chat is None:
                self.toast.show_words(tr("{gone}: its chat was deleted").format(gone=gone))
            else:
                self.conversation.open(chat.id, reach)

        self.bridge.run(lambda: self.bridge.database.chat(source.chat_id), go)

    def review_item(self, item: Item | None) -> None:
        """Go through the suggestions, from this one on; what the chat asks comes first."""
        if item is None and self.review.answer_question():
            return
        self.show_sidebar()
        self.memory.close_page()
        self.memory.inbox.open(item)

    def search_chats(self) -> None:
        """Put the keyboard into the search over the chats."""
        if self.chats.isHidden():
            self.toggle_sidebar()
        self.chats.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def search_memory(self) -> None:
        """Put the keyboard into the search over what was learned."""
        self.show_sidebar()
        self.memory.close_page()
        self.memory.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.memory.filter.selectAll()

    def toggle_learning(self) -> None:
        """Pause learning, or go on."""
        self.bridge.pause_learning(not self.memory.memory.paused, lambda _: self.memory.reload())

    def toggle_theme(self) -> None:
        """From light to dark or back."""
        self.theme.toggle()
        choice = self.theme.choice
        self.bridge.run(lambda: self.bridge.database.set_setting("theme", choice))

    def _chat_menu(self) -> None:
        chat = self.chats.chat(self.conversation.chat_id)
        if chat is not None:
            self.chats.show_menu(chat, self.header.more.mapToGlobal(self.header.more.rect().bottomLeft()))

    # What the parts say

    def _opened(self, chat_id: str) -> None:
        self.chats.select(chat_id)
        self.memory.set_chat(chat_id)
        self.status.show_context(0)
        self._show_title()

    def _started(self, chat: Chat) -> None:
        self._opened(chat.id)
        self.header.title.set_full(chat.title)
        self.chats.reload()

    def _show_title(self) -> None:
        chat_id = self.conversation.chat_id
        chat = self.chats.chat(chat_id)
        self.header.more.setVisible(chat is not None)
        if chat is not None or not chat_id:
            self.header.title.set_full(title_shown(chat))
        self.chats.select(chat_id)

    def _show_cost(self, shown: list[Shown]) -> None:
        used = (int(entry.turn.data.get("context") or 0) for entry in reversed(shown) if entry.turn.role == "assistant")
        self.status.show_context(next(used, 0))

    def _event(self, chat_id: str, event: Event) -> None:
        if isinstance(event, Finished):
            self.status.show_timings(event.timings)
            if chat_id == self.conversation.chat_id:
                self.status.show_context(event.timings.context_used)
            self.chats.reload()

    def _show_memory(self, memory: Memory) -> None:
        self.header.show_paused(memory.paused)

    def _acted(self, words: str, changed: Changed | None) -> None:
        told = " ".join([words, *changed.notices]) if changed is not None else words
        self.toast.show_words(told, changed.act if changed is not None else None)
        if changed is not None and self.conversation.chat_id in changed.chats:
            self.conversation.new_chat()

    def _undo_toast(self, act: int) -> None:
        self.bridge.undo(act)
        self.conversation.focus()

    def _undone(self, changed: Changed | None) -> None:
        if changed is None:
            self.toast.show_words(tr("Nothing to undo"))
            return
        what = changed.items[0].text if changed.items else ""
        self.toast.show_words(tr("Taken back: {what}").format(what=what) if what else tr("Taken back"))

    def tab(self, forward: bool) -> bool:
        """Give the keyboard to what comes next (or before) as one reads."""
        return step(self, self.panes.panes(), forward)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.tab(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.bridge.state == "answering":
            self.bridge.stop()
        else:
            self.conversation.banner.hide()
            self.conversation.focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.conversation.drafts.save()
        if self.presence.stays:
            event.ignore()
            self.hide()
            self.presence.hidden()
            return
        self.presence.end()
        self.bridge.close()
        super().closeEvent(event)
        self.closed.emit()
