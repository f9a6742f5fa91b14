"""The heading of a store: open and close, its name and count, how it learns, and Add."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.tongue import number, tr, tr_later, tr_n
from desktop.widgets import ElidedLabel, IconButton, IconLabel, label, row
from desktop.words import MODES, STORES, mode_words, store_words
from engine import LearningMode

_SHORT: dict[LearningMode | None, str] = {
    LearningMode.ALWAYS: tr_later("By itself"),
    LearningMode.HITL: tr_later("In the chat"),
    LearningMode.AGENTIC: tr_later("Assistant"),
}
"""Modes on the button, where there is little room; the menu and the screen reader have their whole names."""


class Heading(QWidget):
    """Says what is wanted; the section does it."""

    opened = Signal()
    add_wanted = Signal()
    mode_chosen = Signal(object)

    def __init__(self, store: str) -> None:
        super().__init__()
        self._words = store_words(store)
        line = row(self, gap=2)
        self.chevron = IconButton("chevron-down", tr("Close {title}").format(title=self._words.title))
        self.chevron.clicked.connect(self.opened.emit)
        self.title = ElidedLabel(self._words.title, "section")
        self.count = label("0", "count")
        self.mode = QToolButton()
        self.mode.setProperty("role", "mode")
        self.mode.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.mode.setMenu(self._menu())
        self.add_button = IconButton("plus", tr("Add to {title}").format(title=self._words.title))
        self.add_button.clicked.connect(self.add_wanted.emit)
        line.addWidget(self.chevron)
        line.addWidget(IconLabel(store if store in STORES else "sparkle", tone="accent"))
        line.addSpacing(2)
        line.addWidget(self.title, 1)
        line.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.mode)
        line.addWidget(self.add_button)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._choices: dict[LearningMode | None, QAction] = {}
        for mode in MODES:
            name, meaning = mode_words(mode)
            action = QAction(f"{name}  –  {meaning}", menu, checkable=True)
            action.triggered.connect(lambda _=False, mode=mode: self.mode_chosen.emit(mode))
            group.addAction(action)
            menu.addAction(action)
            self._choices[mode] = action
        return menu

    def show_mode(self, mode: LearningMode | None) -> None:
        """Show how the store learns."""
        name, meaning = mode_words(mode)
        self.mode.setText(tr(_SHORT.get(mode, name)))
        self.mode.setToolTip(meaning)
        self.mode.setAccessibleName(
            tr("How {title} learns: {name}. {meaning}").format(title=self._words.title, name=name, meaning=meaning)
        )
        self._choices[mode].setChecked(True)

    def show_count(self, count: int, *, readonly: bool) -> None:
        """Show how much there is; in the past nothing can be added or chosen."""
        self.count.setText(number(count))
        self.count.setAccessibleName(tr_n("{n} items", "{n} item", count))
        self.mode.setVisible(not readonly)
        self.add_button.setVisible(not readonly)

    def show_open(self, opened: bool) -> None:
        """Show whether what is below is open."""
        self.chevron.set_icon("chevron-down" if opened else "chevron-right")
        words = tr("Close {title}") if opened else tr("Open {title}")
        self.chevron.set_label(words.format(title=self._words.title))
