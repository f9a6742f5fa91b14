"""What an answer did to the memory, in the open: one chip for each item it saved or suggests, and what it was given.

A chip shows the exact text, never only "memory updated", and its act is one click away.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.widgets import IconButton, IconLabel, button, clear, column, label, restyle, row
from desktop.words import plural, store_words
from engine.events import RecalledItem
from engine.item import Item, State

_LOOKS: dict[State, tuple[str, str, str, str]] = {
    State.ACTIVE: ("learned", "check", "accent_text", "Remembered: "),
    State.PROPOSED: ("suggested", "inbox", "warning", "Suggested: "),
    State.SUPERSEDED: ("gone", "history", "muted", "Replaced since: "),
    State.REJECTED: ("gone", "close", "muted", "Not kept: "),
    State.FORGOTTEN: ("gone", "undo", "muted", "Forgotten: "),
}


_PLACES = {"turns": "Earlier message", "turn": "Earlier message", "always": "Always given"}
"""What a model is given that is in no store."""


class Chip(QFrame):
    """One item below the answer that it came from."""

    undo = Signal(object)
    review = Signal(object)

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item
        layout = row(self, margins=(10, 4, 6, 4), gap=8)
        self._drawing = IconLabel("check", size=16)
        self.words = label("", "chip", wrap=True, selectable=True)
        self.act = button("Undo", self._pressed, role="link")
        layout.addWidget(self._drawing)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.act)
        self.show_item(item)

    def show_item(self, item: Item) -> None:
        """Show the item as it is now."""
        self.item = item
        look, drawing, tone, words = _LOOKS[item.state]
        self._drawing.set_icon(drawing, tone)
        self.words.setText(words + item.text)
        self.act.setText("Review" if item.state is State.PROPOSED else "Undo")
        self.act.setAccessibleName(f"{self.act.text()}: {item.text}")
        self.act.setVisible(item.state in (State.ACTIVE, State.PROPOSED))
        self.setProperty("role", "chip")
        restyle(self, "look", look)

    def _pressed(self) -> None:
        (self.review if self.item.state is State.PROPOSED else self.undo).emit(self.item)


class UsedMemories(QFrame):
    """What was given to the model with one message: exactly that, with score, cost and reason of each item."""

    def __init__(self, used: Sequence[RecalledItem]) -> None:
        super().__init__()
        self.used = tuple(used)
        self.setProperty("role", "used")
        layout = column(self, margins=(14, 10, 14, 12), gap=10)
        tokens = sum(item.tokens for item in used)
        layout.addWidget(label(f"Sent with your message: {plural(tokens, 'token')} of memory", "caption"))
        for item in self.used:
            layout.addLayout(_used_row(item))


def _used_row(item: RecalledItem) -> QVBoxLayout:
    layout = column(gap=2)
    layout.addWidget(label(item.text, wrap=True, selectable=True))
    store = _PLACES.get(item.store) or store_words(item.store).title
    always = item.store == "always"
    details = [store, *([] if always else [f"score {item.score:.2f}"]), plural(item.tokens, "token")]
    layout.addWidget(
        label(" · ".join(details) + (f" · {item.why}" if item.why and not always else ""), "caption", wrap=True)
    )
    return layout


class ChipRow(QWidget):
    """Everything below one answer: "Used N memories", the chips, and "Stopped"."""

    undo = Signal(object)
    review = Signal(object)
    copy = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._used: UsedMemories | None = None
        self._chips: dict[str, Chip] = {}
        layout = column(self, gap=6)
        line = row(gap=4)
        self.copy_button = IconButton("copy", "Copy answer")
        self.copy_button.setProperty("role", "flush")
        self.copy_button.clicked.connect(self.copy)
        self.used_button = button("", self.toggle_used, role="quiet", name="Used memories")
        self.used_button.hide()
        self.note = label("", "caption")
        line.addWidget(self.copy_button)
        line.addWidget(self.used_button)
        line.addWidget(self.note)
        line.addStretch(1)
        layout.addLayout(line)
        self._details = column(gap=6)
        layout.addLayout(self._details)
        self._column = column(gap=6)
        layout.addLayout(self._column)

    @property
    def chips(self) -> list[Chip]:
        """The chips, oldest first."""
        return list(self._chips.values())

    def show_used(self, used: Sequence[RecalledItem]) -> None:
        """Offer what the model was given; nothing when that was nothing."""
        clear(self._details)
        self._used = UsedMemories(used) if used else None
        self.used_button.setVisible(self._used is not None)
        if self._used is not None:
            self.used_button.setText(f"Used {plural(len(used), 'memory', 'memories')}")
            self.used_button.setAccessibleName(self.used_button.text())
            self._details.addWidget(self._used)
            self._used.hide()

    def toggle_used(self) -> None:
        """Open or close what the model was given."""
        if self._used is not None:
            self._used.setVisible(self._used.isHidden())

    def show_item(self, item: Item) -> None:
        """Add a chip for the item, or bring the one that is there up to date."""
        if item.id in self._chips:
            self._chips[item.id].show_item(item)
            return
        if item.state in (State.ACTIVE, State.PROPOSED):
            chip = Chip(item)
            chip.undo.connect(self.undo)
            chip.review.connect(self.review)
            self._chips[item.id] = chip
            self._column.addWidget(chip)

    def show_note(self, text: str) -> None:
        """A word on the answer, such as "Stopped"."""
        self.note.setText(text)
