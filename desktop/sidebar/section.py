"""One store in the sidebar: its name, how many items it holds, how it learns, and its cards.

Cards are widgets, so there are few of them: twelve a section, and more as one scrolls or walks on. A card that is not
needed any more takes the next item: so a key in the search field costs some 15 ms with 2,000 items.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.memory import Memory
from desktop.sidebar.card import Card
from desktop.sidebar.editor import ItemEditor
from desktop.sidebar.entity_tile import EntityTile
from desktop.sidebar.heading import Heading
from desktop.sidebar.tile import Tile
from desktop.tongue import number, tr
from desktop.widgets import button, column, label, row, widgets_in
from desktop.words import store_words
from engine import LearningMode
from engine.entities.graph import Entity
from engine.item import Item

PAGE = 12
Thing: TypeAlias = Item | Entity


@dataclass(frozen=True, slots=True)
class View:
    """What the sections show beside their things. narrow: some are left out; readonly: a day of the past is shown."""

    memory: Memory = field(default_factory=Memory)
    narrow: bool = False
    readonly: bool = False
    selected: frozenset[str] = frozenset()


class Section(QWidget):
    """A heading that opens and closes, and the tiles below it."""

    mode_chosen = Signal(str, object)
    added = Signal(str, str, object)
    toggled = Signal(str, bool)

    def __init__(self, store: str, connect: Callable[[Tile], None]) -> None:
        super().__init__()
        self.store, self._connect = store, connect
        self._tiles: dict[str, Tile] = {}
        self._things: Sequence[Thing] = ()
        self._view = View()
        self._limit = PAGE
        self._form: ItemEditor | None = None
        self.opened = True
        layout = column(self, gap=6)
        self.heading = Heading(store)
        self.heading.opened.connect(lambda: self.set_open(not self.opened))
        self.heading.add_wanted.connect(self.add)
        self.heading.mode_chosen.connect(lambda mode: self.mode_chosen.emit(store, mode))
        self.mode, self.add_button = self.heading.mode, self.heading.add_button
        layout.addWidget(self.heading)
        self._body = QWidget()
        layout.addWidget(self._body)
        inner = column(self._body, gap=6)
        self._form_place = column()
        self._column = column(gap=2 if store == "user_profile" else 6)
        self.empty = QWidget()
        nothing = row(self.empty, margins=(34, 0, 12, 0), gap=12)
        self.nothing = label("", "empty", wrap=True)
        self.first = button(
            tr("Add"), self.add, role="inline", name=tr("Add the first {one}").format(one=store_words(store).one)
        )
        nothing.addWidget(self.nothing, 1)
        nothing.addWidget(self.first, 0, Qt.AlignmentFlag.AlignTop)
        self.more = button(tr("Show more"), self.grow, role="quiet")
        inner.addLayout(self._form_place)
        inner.addWidget(self.empty)
        inner.addLayout(self._column)
        inner.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()

    @property
    def tiles(self) -> list[Tile]:
        """The tiles that are there as widgets, in order."""
        return [tile for tile in widgets_in(self._column) if isinstance(tile, Tile)]

    @property
    def cards(self) -> list[Card]:
        """The tiles that are cards of single items."""
        return [tile for tile in self.tiles if isinstance(tile, Card)]

    @property
    def form(self) -> ItemEditor | None:
        """The form of Add, while it is open."""
        return self._form

    @property
    def has_more(self) -> bool:
        """Whether there are things that have no tile yet."""
        return len(self._things) > self._limit

    def show_mode(self, mode: LearningMode | None) -> None:
        """Show how the store learns."""
        self.heading.show_mode(mode)

    def show_things(self, things: Sequence[Thing], view: View) -> None:
        """Show these; tiles that stay keep what is being done with them."""
        if view.narrow != self._view.narrow or view.readonly != self._view.readonly:
            self._limit = PAGE
        self._things, self._view = things, view
        words = store_words(self.store)
        self.heading.show_count(len(things), readonly=view.readonly)
        known = tr("Nothing here was known then.") if view.readonly else tr("Nothing here matches.")
        self.nothing.setText(known if view.narrow or view.readonly else words.empty)
        self.first.setVisible(not view.narrow and not view.readonly)
        self.empty.setVisible(not things and self._form is None)
        shown = things[: self._limit]
        place = self._focused()
        spare = self._spare({_id(thing) for thing in shown})
        for at, thing in enumerate(shown):
            self._place(at, thing, spare)
        for tile in spare:
            self._column.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._keep_focus(place)
        self.more.setText(tr("Show more ({left} left)").format(left=number(len(things) - len(shown))))
        self.more.setAccessibleName(f"{self.more.text()}: {words.title}")
        self.more.setVisible(self.has_more)

    def grow(self) -> None:
        """Show the next page as well."""
        self._limit += PAGE
        self.show_things(self._things, self._view)

    def set_open(self, opened: bool) -> None:
        """Open or close the section."""
        self.opened = opened
        self._body.setVisible(opened)
        self.heading.show_open(opened)
        self.toggled.emit(self.store, opened)

    def add(self) -> None:
        """Open the form for a new item."""
        if self._form is not None or self._view.readonly:
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
            self.empty.setVisible(not self._things)
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _spare(self, wanted: set[str]) -> list[Tile]:
        """The tiles that nothing needs any more; those being worked on go last, so that they are rather deleted."""
        gone = [self._tiles.pop(key) for key in self._tiles.keys() - wanted]
        return sorted(gone, key=lambda tile: tile.busy, reverse=True)

    def _place(self, place: int, thing: Thing, spare: list[Tile]) -> None:
        key = _id(thing)
        tile = self._tiles.get(key)
        if tile is None:
            fitting = next((t for t in spare if not t.busy and isinstance(t, Card) is isinstance(thing, Item)), None)
            if fitting is not None:
                spare.remove(fitting)
            tile = fitting or self._made(thing)
            self._tiles[key] = tile
        if not tile.busy:
            self._fill(tile, thing)
        tile.set_selected(bool(tile.ids) and self._view.selected.issuperset(tile.ids))
        if self._column.indexOf(tile) != place:
            self._column.removeWidget(tile)
            self._column.insertWidget(place, tile)

    def _made(self, thing: Thing) -> Tile:
        tile: Tile = Card(thing) if isinstance(thing, Item) else EntityTile(thing)
        self._connect(tile)
        return tile

    def _fill(self, tile: Tile, thing: Thing) -> None:
        view = self._view
        if isinstance(tile, EntityTile) and isinstance(thing, Entity):
            tile.show_entity(thing, readonly=view.readonly)
        elif isinstance(tile, Card) and isinstance(thing, Item):
            due = thing.id in view.memory.due and thing.store == "decision_log"
            fresh = tile.item != thing or tile.readonly != view.readonly or tile.due != due
            if fresh:
                title = view.memory.chats.get(thing.source.chat_id, "")
                tile.show_item(thing, title, due=due, readonly=view.readonly)

    def _focused(self) -> int:
        """Place of the tile that has the keyboard, -1 when none has."""
        holder = QApplication.focusWidget()
        tiles = self.tiles
        return next((n for n, t in enumerate(tiles) if holder is t or (holder and t.isAncestorOf(holder))), -1)

    def _keep_focus(self, place: int) -> None:
        """Where the tile with the keyboard went, the next one takes it; one tile of the section is reached by Tab."""
        tiles = self.tiles
        if place >= 0 and self._focused() < 0:
            (tiles[min(place, len(tiles) - 1)] if tiles else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
        if tiles and not any(tile.focusPolicy() == Qt.FocusPolicy.StrongFocus for tile in tiles):
            tiles[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def walk_to(self, tile: Tile) -> None:
        """Tab comes back to the tile that had the keyboard last."""
        for other in self.tiles:
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is tile else Qt.FocusPolicy.ClickFocus)


def _id(thing: Thing) -> str:
    return thing.id if isinstance(thing, Item) else thing.qualified
