"""What the tiles ask for, done: walking by keyboard, selecting, the menu, the acts, and the pages that open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMenu

from desktop.sidebar.bin import BinPage
from desktop.sidebar.card import Card
from desktop.sidebar.entity_page import EntityPage
from desktop.sidebar.entity_tile import EntityTile
from desktop.sidebar.section import Section
from desktop.sidebar.sift import pinned
from desktop.sidebar.tile import Tile
from desktop.tongue import tr, tr_n
from desktop.words import store_words
from engine.entities.graph import Entity
from engine.item import Item
from engine.shelf import MOVABLE

if TYPE_CHECKING:
    from desktop.sidebar.panel import MemoryPanel


class Asking(QObject):
    """Serves the tiles of one panel. Every act goes through `panel.acts`."""

    def __init__(self, panel: MemoryPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._from: Tile | None = None
        self._looks: Mapping[str, Callable[[Tile], object]] = {
            **{step: partial(self._walk, what=step) for step in ("up", "down", "first", "last")},
            "focus": self._reached,
            "menu": lambda tile: self.menu(tile).popup(tile.menu_place()),
            "source": lambda tile: tile.toggle_source() if isinstance(tile, Card) else None,
            "history": lambda tile: tile.toggle_history() if isinstance(tile, Card) else None,
            "open": self._open,
            "click": self._click,
        }
        self._changes: Mapping[str, Callable[[Tile], object]] = {
            "select": lambda tile: panel.selection.toggle(tile.ids),
            "edit": self._edit,
            "forget": self._forget,
            "pin": lambda tile: panel.acts.pin(tile.ids, not is_pinned(tile)),
        }
        panel.filters.bin_wanted.connect(self.open_bin)

    def listen_to(self, tile: Tile) -> None:
        """Listen to a tile."""
        tile.asked.connect(self.do)
        if isinstance(tile, Card):
            acts = self._panel.acts
            tile.edited.connect(acts.edit)
            tile.forgotten.connect(lambda item: acts.forget([item.id], item.text))
            tile.jumped.connect(self._panel.jumped)
            tile.history_wanted.connect(lambda item, card=tile: acts.story(item, card.show_history))
            tile.restored.connect(lambda item_id, revision: acts.restore([item_id], revision))
            tile.outcome_told.connect(acts.tell_outcome)

    def do(self, what: str, tile: Tile) -> None:
        """Do what a tile asks for."""
        if what in self._looks:
            self._looks[what](tile)
        elif what in self._changes and not self._panel.readonly:
            self._changes[what](tile)

    def menu(self, tile: Tile) -> QMenu:
        """Everything that can be done with a tile."""
        menu = QMenu(tile)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entity = isinstance(tile, EntityTile)
        entries = [(tr("Open page\tEnter") if entity else tr("Details\tEnter"), "open")]
        if isinstance(tile, Card):
            entries += [(tr("Where from?"), "source"), (tr("History"), "history")]
        if not self._panel.readonly:
            entries += [(tr("Edit\tE"), "edit")] if not entity else []
            pin = tr("Let go") if is_pinned(tile) else tr("Pin")
            entries += [(f"{pin}\tP", "pin"), (tr("Select\tSpace"), "select"), (tr("Forget\tDel"), "forget")]
        for words, what in entries:
            menu.addAction(words).triggered.connect(lambda _=False, what=what: self.do(what, tile))
        copied = menu.addAction(tr("Copy"))
        copied.triggered.connect(lambda _: QApplication.clipboard().setText(_text(tile)))
        if isinstance(tile, Card) and not self._panel.readonly:
            moving = menu.addMenu(tr("Move to"))
            for store in (store for store in MOVABLE if store != tile.item.store):
                move = moving.addAction(store_words(store).title)
                move.triggered.connect(lambda _=False, store=store: self._panel.acts.move(tile.ids, store))
        return menu

    def open_entity(self, entity: Entity) -> None:
        """Open the page of an entity."""
        self._panel.open_page(EntityPage(self._panel, entity, self.open_entity))

    def open_bin(self) -> None:
        """Open the bin."""
        self._panel.open_page(BinPage(self._panel))

    def back(self) -> None:
        """The keyboard goes back to the tile that a page was opened from."""
        tile, self._from = self._from, None
        there = tile is not None and any(tile in section.tiles for section in self._panel.sections.values())
        (tile if tile is not None and there else self._panel.filter).setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, tile: Tile) -> None:
        if self._panel.selection.active and not self._panel.readonly:
            self._panel.selection.toggle(tile.ids)
        elif isinstance(tile, EntityTile):
            self._from = tile
            self.open_entity(tile.entity)
        elif isinstance(tile, Card):
            tile.toggle_source(jump=False)

    def _click(self, tile: Tile) -> None:
        if isinstance(tile, EntityTile) or self._panel.selection.active:
            self._open(tile)

    def _forget(self, tile: Tile) -> None:
        if isinstance(tile, Card):
            tile.forgotten.emit(tile.item)
        else:
            self._panel.acts.forget(tile.ids, name_of(tile))

    def _edit(self, tile: Tile) -> None:
        if isinstance(tile, Card):
            tile.edit()
        else:
            self._open(tile)

    def _reached(self, tile: Tile) -> None:
        section = self._section(tile)
        if section is not None:
            section.walk_to(tile)

    def _section(self, tile: Tile) -> Section | None:
        return next((s for s in self._panel.sections.values() if s.isAncestorOf(tile)), None)

    def _walk(self, tile: Tile, what: str) -> None:
        section = self._section(tile)
        if what == "down" and section is not None and section.has_more and section.tiles[-1] is tile:
            section.grow()
        shown = [s for s in self._panel.sections.values() if s.opened and not s.isHidden()]
        tiles = [one for s in shown for one in s.tiles]
        place = tiles.index(tile) if tile in tiles else 0
        wanted = {"up": place - 1, "down": place + 1, "first": 0, "last": len(tiles) - 1}[what]
        if wanted < 0:
            self._panel.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        elif wanted < len(tiles):
            tiles[
                wanted
            ].show()  # one that was made just now becomes visible, and able to take the keyboard, only later
            tiles[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
            self._panel.area.ensureWidgetVisible(tiles[wanted], 0, 40)


def is_pinned(tile: Tile) -> bool:
    """Whether what a tile stands for is pinned."""
    if isinstance(tile, EntityTile):
        return pinned(tile.entity)
    return isinstance(tile, Card) and bool(tile.item.data.get("pinned"))


def name_of(tile: Tile) -> str:
    """What a toast calls it."""
    if isinstance(tile, EntityTile):
        return tr_n("{name} ({n} things)", "{name} ({n} thing)", len(tile.ids), name=tile.entity.name)
    return tile.item.text if isinstance(tile, Card) else ""


def _text(tile: Tile) -> str:
    thing: Item | None = tile.item if isinstance(tile, Card) else None
    if thing is not None:
        return thing.text
    return "\n".join(item.text for item in tile.entity.known) if isinstance(tile, EntityTile) else ""
