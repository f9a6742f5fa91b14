"""The three panes of the window side by side; where there is room for two only, the outer ones take turns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.theme import Theme, scaled

THREE = 900
"""Pixels of width below which only two panes stand side by side, with letters of their usual size."""
PANES = ((190, 236, 0), (380, 650, 1), (300, 354, 0))
"""Of the chats, the conversation and what was learned: least width, usual width, how they share what is left."""
WIDEST_LEAST = (260, 380, 320)
"""The least widths with large letters: each outer pane still fits beside the conversation in the smallest window."""


class Panes(QSplitter):
    """Chats, conversation, and what was learned."""

    def __init__(self, chats: QWidget, middle: QWidget, learned: QWidget, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._chats, self._learned = chats, learned
        self._beside, self._alone = True, False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._panes = (chats, middle, learned)
        for place, pane in enumerate(self._panes):
            self.addWidget(pane)
            self.setStretchFactor(place, PANES[place][2])
        self._size()
        theme.scaled.connect(self._size)

    def panes(self) -> list[QWidget]:
        """The panes, in order."""
        return list(self._panes)

    @property
    def narrow(self) -> bool:
        """Whether there is room for two panes only."""
        return self.width() < scaled(THREE)

    def toggle(self) -> None:
        """Show or hide what was learned. In a narrow window it takes the place of the chats."""
        if self.narrow:
            self._alone = not self._alone
        else:
            self._beside = not self._beside
        self._fit()

    def take_turns(self, learned: bool) -> None:
        """Where only two panes have room: show what was learned beside the conversation, or else the chats."""
        self._alone = learned
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _size(self) -> None:
        for pane, (least, _, _), most in zip(self._panes, PANES, WIDEST_LEAST, strict=True):
            pane.setMinimumWidth(min(scaled(least), most))
        share = 1 + (scaled(100) - 100) / 170  # large letters must not take all from the conversation
        self.setSizes([round(usual * share) for _, usual, _ in PANES])
        self._fit()

    def _fit(self) -> None:
        beside = self._alone if self.narrow else self._beside
        self._learned.setVisible(beside)
        self._chats.setVisible(not (self.narrow and beside))
