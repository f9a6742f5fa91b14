"""Several things chosen at once, and the bar with what can be done with all of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QToolButton

from desktop.tongue import tr, tr_n
from desktop.widgets import IconButton, button, column, label, row
from desktop.words import store_words
from engine.shelf import MOVABLE


class SelectionBar(QFrame):
    """Keeps the ids of what is chosen while it is shown, and says what is to be done with them."""

    changed = Signal()
    forget_wanted = Signal(object)
    pin_wanted = Signal(object)
    move_wanted = Signal(object, str)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "selection")
        self._ids: dict[str, None] = {}
        self.active = False
        layout = column(self, margins=(12, 6, 6, 8), gap=4)
        top = row(gap=6)
        self.words = label("", "strong")
        top.addWidget(self.words, 1)
        self.everything = button(
            tr("Select all"), self.all_wanted.emit, role="link", name=tr("Select all that is listed")
        )
        top.addWidget(self.everything)
        shut = IconButton("close", tr("End selecting"))
        shut.clicked.connect(self.end)
        top.addWidget(shut)
        layout.addLayout(top)
        line = row(gap=6)
        self.forget = button(
            tr("Forget"), lambda: self.forget_wanted.emit(self.ids), name=tr("Forget what is selected")
        )
        self.pin = button(tr("Pin"), lambda: self.pin_wanted.emit(self.ids), name=tr("Pin what is selected"))
        self.move_button = QToolButton()
        self.move_button.setText(tr("Move to…"))
        self.move_button.setAccessibleName(tr("Move what is selected to"))
        self.move_button.setProperty("role", "mode")
        self.move_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.move_button)
        for store in MOVABLE:
            action = menu.addAction(store_words(store).title)
            action.triggered.connect(lambda _=False, store=store: self.move_wanted.emit(self.ids, store))
        self.move_button.setMenu(menu)
        for part in (self.forget, self.pin, self.move_button):
            line.addWidget(part)
        line.addStretch(1)
        layout.addLayout(line)
        self.hide()

    @property
    def ids(self) -> tuple[str, ...]:
        """The items that are chosen, in the order of choosing."""
        return tuple(self._ids)

    def begin(self) -> None:
        """Show the bar; from now on a click or Space chooses."""
        self.active = True
        self._show()

    def end(self) -> None:
        """Choose nothing any more."""
        self.active = False
        self._ids = {}
        self._show()

    def toggle(self, ids: Iterable[str]) -> None:
        """Choose these, or let them go when all of them are chosen."""
        given = list(ids)
        if all(one in self._ids for one in given):
            for one in given:
                self._ids.pop(one, None)
        else:
            self._ids |= dict.fromkeys(given)
        self.active = True
        self._show()

    def take(self, ids: Iterable[str]) -> None:
        """Choose exactly these."""
        self._ids = dict.fromkeys(ids)
        self.active = True
        self._show()

    def keep(self, there: set[str]) -> None:
        """Let go what is not there any more."""
        left = {one: None for one in self._ids if one in there}
        if left != self._ids:
            self._ids = left
            self._show()

    def _show(self) -> None:
        self.words.setText(
            tr_n("{n} items selected", "{n} item selected", len(self._ids))
            if self._ids
            else tr("Choose with a click or Space")
        )
        for part in (self.forget, self.pin, self.move_button):
            part.setEnabled(bool(self._ids))
        self.setVisible(self.active)
        self.changed.emit()
