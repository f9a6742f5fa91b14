"""From a message to the list beside it: the card of one item, opened, scrolled to and given the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.motion import still
from desktop.tongue import tr
from desktop.widgets import IconButton, restyle

if TYPE_CHECKING:
    from desktop.window import MainWindow

LIT_MS = 1800


def reveal(window: MainWindow, item_id: str) -> None:
    """Show the card of an item. One that is no longer in the list is said to be gone."""
    window.show_sidebar()
    memory = window.memory
    memory.filter.clear()
    card = next((c for section in memory.sections.values() for c in section.cards if c.item.id == item_id), None)
    if card is None:
        window.toast.show_words(tr("That is not in the list any more"))
        return
    for area in memory.findChildren(QScrollArea):
        if area.isAncestorOf(card):
            area.ensureWidgetVisible(card, 0, 80)
    if not still():
        _light(card)
    card.findChildren(IconButton)[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _light(card: QWidget) -> None:
    restyle(card, "lit", True)
    timer = QTimer(card)
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: restyle(card, "lit", False))
    timer.timeout.connect(timer.deleteLater)
    timer.start(LIT_MS)
