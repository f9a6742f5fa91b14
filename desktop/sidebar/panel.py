"""The sidebar "What I've learned": a filter, the inbox, and the six stores with their cards."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from desktop.bridge import Bridge
from desktop.memory import Memory, read_memory, set_mode
from desktop.sidebar.card import Card
from desktop.sidebar.inbox import Inbox
from desktop.sidebar.section import Section
from desktop.widgets import Page, SearchField, column, label, row
from desktop.words import STORES, plural
from engine import LearningMode
from engine.events import Changed
from engine.item import Item

_RELOAD_MS = 30


class MemoryPanel(QFrame):
    """Reads everything again after each change (a few milliseconds at the desk) and keeps the cards that stayed."""

    jumped = Signal(object)
    loaded = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._bridge = bridge
        self._chat_id = ""
        self.memory = Memory()
        self.sections: dict[str, Section] = {}
        self._reload = QTimer(self)
        self._reload.setSingleShot(True)
        self._reload.setInterval(_RELOAD_MS)
        self._reload.timeout.connect(self.reload)
        self._build()
        bridge.changed.connect(self._changed)
        bridge.failed.connect(lambda _: self._failed())

    def _build(self) -> None:
        outer = column(self)
        head = column(margins=(16, 14, 16, 10), gap=10)
        line = row()
        line.addWidget(label("What I’ve learned", "title"))
        line.addStretch(1)
        self.total = label("", "caption")
        line.addWidget(self.total)
        head.addLayout(line)
        self.filter = SearchField("Filter what was learned", "Filter (Ctrl+F)")
        self.filter.textChanged.connect(lambda _: self._show())
        head.addWidget(self.filter)
        outer.addLayout(head)
        scroll = QScrollArea()
        scroll.setAccessibleName("Everything learned")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(scroll, 1)
        page = Page("panelpage")
        self._page = column(page, margins=(12, 2, 12, 16), gap=14)
        self.inbox = Inbox()
        self.inbox.accepted.connect(self._accept)
        self.inbox.rejected.connect(self._reject)
        self.inbox.edited.connect(self._edit_proposal)
        self.inbox.jumped.connect(self.jumped)
        self._page.addWidget(self.inbox)
        for store in STORES:
            self._section(store)
        self._page.addStretch(1)
        scroll.setWidget(page)

    def _section(self, store: str) -> Section:
        section = Section(store, self._connect)
        section.mode_chosen.connect(self._choose_mode)
        section.added.connect(self._write)
        self.sections[store] = section
        self._page.insertWidget(len(self.sections), section)
        return section

    def set_chat(self, chat_id: str) -> None:
        """Show the session context of that chat."""
        self._chat_id = chat_id
        self._show()

    def reload(self) -> None:
        """Read everything again."""
        bridge = self._bridge
        bridge.run(lambda: read_memory(bridge.learning, bridge.database, bridge.user_id), self._take)

    def section_of(self, item: Item) -> Section:
        """The section that the item belongs to."""
        return self.sections[item.store]

    def _changed(self, changed: Changed) -> None:
        self.inbox.ask_again(changed.items)
        self._reload.start()

    def _failed(self) -> None:
        self.inbox.ask_again(self.memory.proposals)
        self._reload.start()

    def _take(self, memory: Memory) -> None:
        self.memory = memory
        for store in memory.modes:
            if store not in self.sections:
                self._section(store)
        for store, section in self.sections.items():
            section.show_mode(memory.modes.get(store))
        self.inbox.show_memory(memory)
        self._show()
        self.loaded.emit(memory)

    def _show(self) -> None:
        wanted = self.filter.text().strip().casefold()
        here = [item for item in self.memory.items if not item.session_id or item.session_id == self._chat_id]
        shown = [item for item in here if wanted in _haystack(item)]
        for store, section in self.sections.items():
            items = [item for item in shown if item.store == store]
            section.show_items(items, self.memory.chats, bool(wanted))
            section.setVisible(bool(items) or not wanted)
        self.total.setText(f"{len(shown):,} of {len(here):,}" if wanted else plural(len(here), "item"))

    def _connect(self, card: Card) -> None:
        card.edited.connect(self._edit)
        card.forgotten.connect(self._forget)
        card.jumped.connect(self.jumped)
        card.history_wanted.connect(lambda item, card=card: self._history(card, item))

    # Acts: each is one piece of desk work, told to the window by the bridge

    def _accept(self, item: Item) -> None:
        self._bridge.act(f"Saved: {item.text}", lambda: self._bridge.learning.accept(item.id))

    def _reject(self, item: Item) -> None:
        self._bridge.act(f"Rejected: {item.text}", lambda: self._bridge.learning.reject(item.id))

    def _edit_proposal(self, item: Item, text: str, data: dict[str, object]) -> None:
        def work() -> object:
            self._bridge.learning.edit(item.id, text=text, **data)
            return self._bridge.learning.accept(item.id)

        self._bridge.act(f"Saved: {text}", work)

    def _edit(self, item: Item, text: str, data: dict[str, object]) -> None:
        self._bridge.act("Changed", lambda: self._bridge.learning.edit(item.id, text=text, **data))

    def _forget(self, item: Item) -> None:
        self._bridge.act(f"Forgotten: {item.text}", lambda: self._bridge.learning.forget(item.id))

    def _write(self, store: str, text: str, data: dict[str, object]) -> None:
        learning, user = self._bridge.learning, self._bridge.user_id
        session = self._chat_id if store == "session_context" else ""
        self._bridge.act("Added", lambda: learning.write(store, text, user_id=user, session_id=session, **data))

    def _choose_mode(self, store: str, mode: LearningMode | None) -> None:
        bridge = self._bridge
        bridge.run(lambda: set_mode(bridge.learning, bridge.database, store, mode), lambda _: self.reload())
        self.sections[store].show_mode(mode)

    def _history(self, card: Card, item: Item) -> None:
        self._bridge.run(lambda: self._bridge.learning.history(item.id), card.show_history)


def _haystack(item: Item) -> str:
    return f"{item.text} {item.subject} {item.key.replace('_', ' ')}".casefold()
