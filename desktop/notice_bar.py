"""A calm bar above the conversation for what is no error: a better model is ready, or answers come from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame

from desktop.notices import Step
from desktop.review.announce import announce
from desktop.tongue import tr
from desktop.widgets import IconButton, button, clear, label, row


class NoticeBar(QFrame):
    """One notice at a time, with buttons; a button and the cross close it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        layout = row(self, margins=(16, 8, 8, 8), gap=8)
        self.words = label("", wrap=True)
        layout.addWidget(self.words, 1)
        self._steps = row(gap=6)
        layout.addLayout(self._steps)
        shut = IconButton("close", tr("Dismiss the notice"))
        shut.clicked.connect(self.hide)
        layout.addWidget(shut)
        self.hide()

    def show_notice(self, words: str, steps: Sequence[Step] = ()) -> None:
        """Show words with their next steps."""
        self.words.setText(words)
        self.setAccessibleName(words)
        clear(self._steps)
        for name, act in steps:
            self._steps.addWidget(button(name, partial(self._take, act)))
        self.show()
        announce(self, words, again=True)

    def _take(self, act: Callable[[], object]) -> None:
        self.hide()
        act()
