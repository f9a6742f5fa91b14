"""The sheet of keys, over the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollArea, QWidget

from desktop.keys import ACTIONS, IN_PLACE, Keys
from desktop.mirror import apart, end
from desktop.theme import scaled
from desktop.tongue import tr, tr_later
from desktop.widgets import IconButton, Page, clear, column, label, row


def named(keys: str) -> str:
    """Keys as they are called in the language of the window."""
    for name in (tr_later("Ctrl"), tr_later("Shift"), tr_later("Enter")):
        keys = keys.replace(name, tr(name))
    return keys


class ShortcutSheet(QFrame):
    """A panel in the middle of the window: what keys do anywhere, and where the keyboard stands. Any Escape closes it."""

    def __init__(self, parent: QWidget, keys: Keys) -> None:
        super().__init__(parent)
        self._around, self._keys = parent, keys
        self.setProperty("role", "sheet")
        self.setAccessibleName(tr("Keyboard shortcuts"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = column(self, margins=(24, 16, 24, 24), gap=12)
        head = row()
        head.addWidget(label(tr("Keyboard"), "title"))
        head.addStretch(1)
        shut = IconButton("close", tr("Close the keyboard sheet"))
        shut.clicked.connect(self.hide)
        head.addWidget(shut)
        layout.addLayout(head)
        page = Page("sheet")
        self._columns = row(page, margins=(0, 0, 16, 0), gap=40)  # the bar of the area stands over its last 10 pixels
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Keyboard shortcuts"))
        self.area.setWidget(page)
        self._page = page
        layout.addWidget(self.area)
        self.hide()

    @property
    def entries(self) -> list[tuple[str, str]]:
        """(words, keys) of all that is shown; an action without keys is left out."""
        anywhere = [(action.title, self._keys.shown(action.name)) for action in ACTIONS]
        return [
            *((words, keys) for words, keys in anywhere if keys),
            *((tr(words), tr(keys)) for words, keys in IN_PLACE),
        ]

    def toggle(self) -> None:
        """Show or hide the sheet."""
        if self.isVisible():
            self.hide()
            return
        self._fill()
        self.show()
        self.place()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Stand in the middle of the window, no larger than it."""
        area = self._around.rect()
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight)
        if self._page.sizeHint().width() + scaled(16) + 48 > area.width() - 16:
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)
        wanted = self._page.sizeHint()
        wide = min(wanted.width() + scaled(16) + 48, area.width() - 16)
        self.resize(wide, min(wanted.height() + scaled(40) + 56, area.height() - 16))
        self.move((area.width() - self.width()) // 2, (area.height() - self.height()) // 2)

    def _fill(self) -> None:
        clear(self._columns)
        entries = self.entries
        own = len(entries) - len(IN_PLACE)
        for part in (entries[:own], entries[own:]):
            self._columns.addWidget(_table(part), 0, Qt.AlignmentFlag.AlignTop)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            QTimer.singleShot(0, self.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


def _table(entries: Iterable[tuple[str, str]]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(7)
    for place, (meaning, keys) in enumerate(entries):
        grid.addWidget(label(meaning), place, 0)
        grid.addWidget(label(" · ".join(map(apart, named(keys).split(" · "))), "key"), place, 1, end())
    return box
