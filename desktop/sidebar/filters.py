"""The head of the sidebar: the search as one types, the order, which store and origin, and the menu of everything else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.keys import Keys
from desktop.sidebar.sift import Order, Sift
from desktop.tongue import number, tr
from desktop.widgets import IconButton, SearchField, column, row
from desktop.words import ORIGINS, STORES, store_words
from engine.item import Origin

T = TypeVar("T")

MEANING_MS = 200
"""Wait after the last key before a search in meaning: one search a word and not one a letter."""


class Choice(QToolButton, Generic[T]):
    """A button that shows one of several choices, and lets one choose another in its menu."""

    chosen = Signal()

    def __init__(self, name: str, choices: Mapping[str, T]) -> None:
        super().__init__()
        self._name, self._choices = name, choices
        self._values = dict(enumerate(choices.values()))
        self._place = 0
        self.setProperty("role", "mode")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._actions: list[QAction] = []
        for place, words in enumerate(choices):
            action = QAction(words, menu, checkable=True)
            action.triggered.connect(lambda _=False, place=place: self._choose(place))
            group.addAction(action)
            menu.addAction(action)
            self._actions.append(action)
        self.setMenu(menu)
        self._choose(0)

    @property
    def value(self) -> T:
        """What is chosen."""
        return self._values[self._place]

    def choose(self, value: T) -> None:
        """Choose as a click would."""
        self._choose(next(place for place, one in self._values.items() if one == value))

    def _choose(self, place: int) -> None:
        self._place = place
        words = list(self._choices)[place]
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")
        self._actions[place].setChecked(True)
        self.chosen.emit()


class Filters(QWidget):
    """Says `changed(sift)` when something else is to be listed, and asks for the other pages."""

    changed = Signal()
    meaning_wanted = Signal(str)
    select_wanted = Signal()
    past_wanted = Signal()
    bin_wanted = Signal()
    pause_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._meant: tuple[str, frozenset[str]] = ("", frozenset())
        layout = column(self, gap=6)
        self.search = SearchField(tr("Search what was learned"), tr("Search, also in meaning"))
        self.search.textChanged.connect(self._typed)
        layout.addWidget(self.search)
        self.order = Choice(tr("Order"), {tr(order.value): order for order in Order})
        stores = {tr("All kinds"): ""} | {store_words(store).title: store for store in STORES}
        self.store = Choice(tr("Kind"), stores)
        origins: dict[str, Origin | None] = {tr(words): key for key, words in ORIGINS.items()}
        self.origin = Choice(tr("Origin"), {tr("Any origin"): None} | origins)
        line = row(gap=0)
        for choice in (self.order, self.store, self.origin):
            choice.chosen.connect(self.changed)
            line.addWidget(choice)
        line.addStretch(1)
        self.more = IconButton("more", tr("Select, look back, bin"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu())
        line.addWidget(self.more)
        layout.addLayout(line)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(MEANING_MS)
        self._wait.timeout.connect(self._ask)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("Select several")).triggered.connect(lambda _: self.select_wanted.emit())
        menu.addAction(tr("What was known on…")).triggered.connect(lambda _: self.past_wanted.emit())
        self.bin = menu.addAction(tr("Bin"))
        self.bin.triggered.connect(lambda _: self.bin_wanted.emit())
        menu.addSeparator()
        self.pause = menu.addAction(tr("Pause learning"))
        self.pause.triggered.connect(lambda _: self.pause_wanted.emit())
        return menu

    def show_keys(self, keys: Keys) -> None:
        """Name the keys that lead into the field."""
        self.search.setPlaceholderText(keys.hint(tr("Search, also in meaning"), "filter"))

    @property
    def sift(self) -> Sift:
        """What is asked for."""
        words = self.search.text().strip()
        meant = self._meant[1] if words and self._meant[0] == words else frozenset()
        return Sift(words, meant, self.order.value, self.store.value, self.origin.value)

    def show_state(self, forgotten: int, *, paused: bool) -> None:
        """Show how many items are in the bin, and whether learning is paused."""
        self.bin.setText(tr("Bin ({forgotten})").format(forgotten=number(forgotten)) if forgotten else tr("Bin"))
        self.pause.setText(
            tr("Go on learning") if paused else tr("Pause learning: nothing new is learned until you go on")
        )

    def show_meant(self, words: str, ids: frozenset[str]) -> None:
        """Also list what is near in meaning to `words`, if these are still asked for."""
        if words == self.search.text().strip():
            self._meant = (words, ids)
            self.changed.emit()

    def _typed(self) -> None:
        self._wait.start()
        self.changed.emit()

    def _ask(self) -> None:
        words = self.search.text().strip()
        if len(words) >= 3:
            self.meaning_wanted.emit(words)
