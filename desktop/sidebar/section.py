"""One store in the sidebar: its name, how many items it holds, how it learns, and its cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.sidebar.card import Card
from desktop.sidebar.editor import ItemEditor
from desktop.widgets import ElidedLabel, IconButton, IconLabel, button, column, label, row, widgets_in
from desktop.words import MODES, STORES, plural, store_words
from engine import LearningMode
from engine.item import Item

PAGE = 20


class Section(QWidget):
    """A heading that opens and closes, and the cards below it: twenty, and more on demand."""

    mode_chosen = Signal(str, object)
    added = Signal(str, str, object)
    toggled = Signal(str, bool)

    def __init__(self, store: str, connect: Callable[[Card], None]) -> None:
        super().__init__()
        self.store, self._connect = store, connect
        self._cards: dict[str, Card] = {}
        self._items: Sequence[Item] = ()
        self._chats: Mapping[str, str] = {}
        self._limit = PAGE
        self._form: ItemEditor | None = None
        self.opened = True
        layout = column(self, gap=6)
        layout.addLayout(self._heading())
        self._body = QWidget()
        layout.addWidget(self._body)
        inner = column(self._body, gap=6)
        self._form_place = column()
        self._column = column(gap=6)
        self.empty = QWidget()
        nothing = row(self.empty, margins=(34, 0, 12, 0), gap=12)
        self.nothing = label("", "empty", wrap=True)
        self.first = button("Add", self.add, role="inline", name=f"Add the first {store_words(store).one}")
        nothing.addWidget(self.nothing, 1)
        nothing.addWidget(self.first, 0, Qt.AlignmentFlag.AlignTop)
        self.more = button("Show more", self._show_more, role="quiet")
        inner.addLayout(self._form_place)
        inner.addWidget(self.empty)
        inner.addLayout(self._column)
        inner.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()

    def _heading(self) -> QHBoxLayout:
        words = store_words(self.store)
        line = row(gap=4)
        self.chevron = IconButton("chevron-down", f"Close {words.title}")
        self.chevron.clicked.connect(lambda: self.set_open(not self.opened))
        self.title = ElidedLabel(words.title, "section")
        self.count = label("0", "count")
        self.mode = QToolButton()
        self.mode.setProperty("role", "mode")
        self.mode.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.mode.setMenu(self._menu())
        self.add_button = IconButton("plus", f"Add to {words.title}")
        self.add_button.clicked.connect(self.add)
        drawing = self.store if self.store in STORES else "sparkle"
        line.addWidget(self.chevron)
        line.addWidget(IconLabel(drawing, tone="accent"))
        line.addSpacing(2)
        line.addWidget(self.title, 1)
        line.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.mode)
        line.addWidget(self.add_button)
        return line

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._choices: dict[LearningMode | None, QAction] = {}
        for mode, (name, meaning) in MODES.items():
            action = QAction(f"{name}  –  {meaning}", menu, checkable=True)
            action.triggered.connect(lambda _=False, mode=mode: self.mode_chosen.emit(self.store, mode))
            group.addAction(action)
            menu.addAction(action)
            self._choices[mode] = action
        return menu

    @property
    def cards(self) -> list[Card]:
        """The cards that are there as widgets, in order."""
        found = widgets_in(self._column)
        return [card for card in found if isinstance(card, Card)]

    @property
    def form(self) -> ItemEditor | None:
        """The form of Add, while it is open."""
        return self._form

    def show_mode(self, mode: LearningMode | None) -> None:
        """Show how the store learns."""
        name, meaning = MODES[mode]
        title = store_words(self.store).title
        self.mode.setText(name)
        self.mode.setToolTip(meaning)
        self.mode.setAccessibleName(f"How {title} learns: {name}. {meaning}")
        self._choices[mode].setChecked(True)

    def show_items(self, items: Sequence[Item], chats: Mapping[str, str], filtered: bool) -> None:
        """Show these items; cards that stay keep what is being done with them."""
        self._items, self._chats = items, chats
        self.count.setText(f"{len(items):,}")
        self.count.setAccessibleName(plural(len(items), "item"))
        words = store_words(self.store)
        self.nothing.setText("Nothing here matches." if filtered else words.empty)
        self.first.setVisible(not filtered)
        self.empty.setVisible(not items and self._form is None)
        shown = items[: self._limit]
        for gone in self._cards.keys() - {item.id for item in shown}:
            card = self._cards.pop(gone)
            focused = QApplication.focusWidget()
            if focused is not None and card.isAncestorOf(focused):
                self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, item in enumerate(shown):
            self._place(place, item)
        self.more.setText(f"Show {len(items) - len(shown):,} more")
        self.more.setAccessibleName(f"{self.more.text()} of {words.title}")
        self.more.setVisible(len(items) > len(shown))

    def set_open(self, opened: bool) -> None:
        """Open or close the section."""
        self.opened = opened
        self._body.setVisible(opened)
        self.chevron.set_icon("chevron-down" if opened else "chevron-right")
        self.chevron.set_label(f"{'Close' if opened else 'Open'} {store_words(self.store).title}")
        self.toggled.emit(self.store, opened)

    def add(self) -> None:
        """Open the form for a new item."""
        if self._form is not None:
            return
        self.set_open(True)
        self._form = ItemEditor(self.store)
        self._form.saved.connect(self._added)
        self._form.cancelled.connect(self._end_form)
        self._form_place.addWidget(self._form)
        self.empty.hide()
        self._form.focus()

    def _added(self, text: str, data: object) -> None:
        self._end_form()
        self.added.emit(self.store, text, data)

    def _end_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
            self.empty.setVisible(not self._items)

    def _place(self, place: int, item: Item) -> None:
        card = self._cards.get(item.id)
        title = self._chats.get(item.source.chat_id, "")
        if card is None:
            card = Card(item, title)
            self._connect(card)
            self._cards[item.id] = card
            self._column.insertWidget(place, card)
            return
        if card.item != item and not card.editing:
            card.show_item(item, title)
        if self._column.indexOf(card) != place:
            self._column.removeWidget(card)
            self._column.insertWidget(place, card)

    def _show_more(self) -> None:
        self._limit += PAGE
        self.show_items(self._items, self._chats, False)
