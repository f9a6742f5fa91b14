"""The sidebar "What I've learned": its head, the inbox, the six stores with their cards, and the pages that open over them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.bridge import Bridge
from desktop.memory import Memory, entities_of, read_memory
from desktop.sidebar.acts import SidebarActs
from desktop.sidebar.asking import Asking
from desktop.sidebar.filters import Filters
from desktop.sidebar.inbox import Inbox
from desktop.sidebar.past import PastBar
from desktop.sidebar.section import Section, Thing, View
from desktop.sidebar.selection import SelectionBar
from desktop.sidebar.subpage import SubPage
from desktop.tongue import number, tr, tr_n
from desktop.widgets import Page, column, label, row
from desktop.words import STORES, local, now
from engine import LearningMode
from engine.item import Item

_RELOAD_MS = 30
_PARTS = ("summary", "goal", "plan", "progress")
_NEAR_END = 300
"""Pixels from the end at which the next cards are made."""


class MemoryPanel(QFrame):
    """Reads everything again after each change (2,000 items: 0.12 s at the desk) and keeps the cards that stayed."""

    jumped = Signal(object)
    loaded = Signal(object)
    pause_wanted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._bridge = bridge
        self._chat_id = ""
        self._past: tuple[Item, ...] | None = None
        self.memory = Memory()
        self.acts = SidebarActs(bridge)
        self.sections: dict[str, Section] = {}
        self._reload = QTimer(self)
        self._reload.setSingleShot(True)
        self._reload.setInterval(_RELOAD_MS)
        self._reload.timeout.connect(self.reload)
        self._build()
        self.asking = Asking(self)
        for store in STORES:
            self._section(store)
        bridge.changed.connect(lambda _: self._reload.start())
        bridge.failed.connect(lambda _: self._reload.start())

    def _build(self) -> None:
        self.stack = QStackedWidget()
        column(self).addWidget(self.stack)
        listing = QWidget()
        self.stack.addWidget(listing)
        outer = column(listing)
        self.filters = Filters()
        self.filter = self.filters.search
        self.selection = SelectionBar()
        self.past = PastBar()
        self.total = label("", "caption")
        outer.addLayout(self._head(self.total))
        self.area = QScrollArea()
        self.area.setAccessibleName(tr("Everything learned"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        outer.addWidget(self.area, 1)
        page = Page("panelpage")
        self._page = column(page, margins=(12, 2, 12, 16), gap=14)
        self.inbox = Inbox(self._bridge)
        self.inbox.jumped.connect(self.jumped)
        self._page.addWidget(self.inbox)
        self._page.addStretch(1)
        self.area.setWidget(page)
        self._listen()

    def _head(self, total: QLabel) -> QVBoxLayout:
        head = column(margins=(16, 14, 16, 10), gap=8)
        line = row()
        line.addWidget(label(tr("What I’ve learned"), "title"))
        line.addStretch(1)
        line.addWidget(total)
        head.addLayout(line)
        for part in (self.filters, self.past, self.selection):
            head.addWidget(part)
        return head

    def _listen(self) -> None:
        filters, selection, past = self.filters, self.selection, self.past
        filters.changed.connect(self.show_list)
        filters.meaning_wanted.connect(
            lambda words: self.acts.search(words, lambda ids: filters.show_meant(words, ids))
        )
        filters.select_wanted.connect(selection.begin)
        filters.past_wanted.connect(lambda: past.begin(local(now()).date()))
        filters.pause_wanted.connect(self.pause_wanted)
        selection.changed.connect(self.show_list)
        selection.all_wanted.connect(lambda: selection.take(one for thing in self.listed() for one in _ids(thing)))
        selection.forget_wanted.connect(lambda ids: self.acts.forget(ids, tr_n("{n} items", "{n} item", len(ids))))
        selection.pin_wanted.connect(lambda ids: self.acts.pin(ids, True))
        selection.move_wanted.connect(self.acts.move)
        for done in (selection.forget_wanted, selection.pin_wanted, selection.move_wanted):
            done.connect(selection.end)
        past.wanted.connect(lambda at, known: self.acts.past(at, known, self._show_past))
        past.ended.connect(lambda: self._show_past(None))

    def _section(self, store: str) -> Section:
        section = Section(store, self.asking.listen_to)
        section.mode_chosen.connect(self._choose_mode)
        section.added.connect(lambda store, text, data: self.acts.write(store, text, data, self._chat_id))
        section.toggled.connect(lambda *_: self.show_list())
        self.sections[store] = section
        self._page.insertWidget(len(self.sections), section)
        return section

    def set_chat(self, chat_id: str) -> None:
        """Show the session context of that chat."""
        self._chat_id = chat_id
        self.show_list()

    def reload(self) -> None:
        """Read everything again."""
        bridge = self._bridge
        bridge.run(lambda: read_memory(bridge.learning, bridge.database, bridge.user_id), self._take)

    def section_of(self, item: Item) -> Section:
        """The section that the item belongs to."""
        return self.sections[item.store]

    @property
    def readonly(self) -> bool:
        """Whether a day of the past is shown."""
        return self._past is not None

    @property
    def items(self) -> tuple[Item, ...]:
        """What is known, or was on the day that is shown."""
        return self.memory.items if self._past is None else self._past

    def open_page(self, page: SubPage, *, take_keyboard: bool = True) -> None:
        """Show a page over the list; it goes when it says `closed`, or when another one is opened."""
        self._drop_page()
        page.closed.connect(self.close_page)
        self.stack.setCurrentIndex(self.stack.addWidget(page))
        if take_keyboard:
            page.focus()

    def close_page(self) -> None:
        """Back to the list, with the keyboard where it was before."""
        if self.page is not None:
            self._drop_page()
            self.asking.back()

    def _drop_page(self) -> None:
        page = self.page
        if page is not None:
            self.stack.setCurrentIndex(0)
            self.stack.removeWidget(page)
            page.hide()
            page.deleteLater()

    @property
    def page(self) -> SubPage | None:
        """The page that is open over the list."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, SubPage) else None

    def listed(self) -> list[Thing]:
        """All things that are listed, in order, whether or not they have a widget yet."""
        return [thing for store in self.sections for thing in self._things(store)]

    def _show_past(self, items: tuple[Item, ...] | None) -> None:
        self._past = items if not self.past.isHidden() else None
        self.inbox.show_memory(self.memory)
        self.show_list()

    def _take(self, memory: Memory) -> None:
        self.memory = memory
        for store in memory.modes:
            if store not in self.sections:
                self._section(store)
        for store, section in self.sections.items():
            section.show_mode(memory.modes.get(store))
        self.inbox.show_memory(memory)
        self.filters.show_state(memory.forgotten, paused=memory.paused)
        self.selection.keep({item.id for item in memory.items})
        self.show_list()
        self.loaded.emit(memory)

    def show_list(self) -> None:
        """Show what the head asks for."""
        sift = self.filters.sift
        view = View(self.memory, sift.narrow, self.readonly, frozenset(self.selection.ids))
        shown = 0
        for store, section in self.sections.items():
            things = self._things(store)
            shown += len(things)
            section.show_things(things, view)
            section.setVisible(bool(things) or not sift.narrow)
        if self.readonly:
            self.inbox.hide()
        everything = sum(len(self._here(store)) for store in self.sections)
        self.total.setText(
            tr("{here} of {all}").format(here=number(shown), all=number(everything))
            if sift.narrow
            else tr_n("{n} items", "{n} item", everything)
        )

    def _here(self, store: str) -> list[Thing]:
        """What a store lists without any filter: entities for those that have a name."""
        items = [i for i in self.items if i.store == store and (not i.session_id or i.session_id == self._chat_id)]
        if store != "entity_memory":
            return list(items)
        entities = self.memory.entities if self._past is None else entities_of(self._past)
        return [*entities, *(item for item in items if not item.subject.strip())]

    def _things(self, store: str) -> list[Thing]:
        sift, here = self.filters.sift, self._here(store)
        items = sift.items(thing for thing in here if isinstance(thing, Item))
        if store == "session_context":
            items.sort(key=lambda item: _PARTS.index(item.key) if item.key in _PARTS else len(_PARTS))
        return [*sift.entities(thing for thing in here if not isinstance(thing, Item)), *items]

    def _choose_mode(self, store: str, mode: LearningMode | None) -> None:
        self.acts.set_mode(store, mode, self.reload)
        self.sections[store].show_mode(mode)

    def _scrolled(self, value: int) -> None:
        bar = self.area.verticalScrollBar()
        last = next((s for s in reversed(self.sections.values()) if not s.isHidden()), None)
        if value > 0 and value >= bar.maximum() - _NEAR_END and last is not None and last.has_more and last.opened:
            last.grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.selection.active or self.readonly):
            self.selection.end()
            self.past.end()
        else:
            super().keyPressEvent(event)


def _ids(thing: Thing) -> tuple[str, ...]:
    return (thing.id,) if isinstance(thing, Item) else tuple(item.id for item in thing.known)
