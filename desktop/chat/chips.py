"""What an answer did to the memory, in the open: one chip for each item it saved or suggests.

A chip shows the exact text, never only "memory updated", and its acts are one click away.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.chat.hub import Hub
from desktop.sidebar.editor import ItemEditor
from desktop.theme import scaled
from desktop.tongue import tr, tr_later
from desktop.widgets import IconLabel, button, column, label, restyle, row
from engine.item import Item, State

_LOOKS: dict[State, tuple[str, str, str, str]] = {
    State.ACTIVE: ("learned", "check", "accent_text", tr_later("Remembered: {text}")),
    State.PROPOSED: ("suggested", "inbox", "warning", tr_later("Suggested: {text}")),
    State.SUPERSEDED: ("gone", "history", "muted", tr_later("Replaced since: {text}")),
    State.REJECTED: ("gone", "close", "muted", tr_later("Not kept: {text}")),
    State.FORGOTTEN: ("gone", "undo", "muted", tr_later("Forgotten: {text}")),
}


def said_of(item: Item) -> str:
    """What a chip says of an item before its text."""
    return _LOOKS[item.state][3]


ROOM = 360
"""Pixels of width below which the buttons of a chip stand below its words."""


class Chip(QFrame):
    """One item below the answer that it came from."""

    def __init__(self, item: Item, hub: Hub) -> None:
        super().__init__()
        self.item, self._hub = item, hub
        self._editor: ItemEditor | None = None
        self._outer = column(self)
        layout = self._line = row(margins=(10, 4, 6, 4), gap=2)
        self._drawing = IconLabel("check", size=16)
        self.words = label("", "chip", wrap=True, selectable=True)
        self.act = button(tr("Undo"), self._pressed, role="link")
        self.edit_button = button(tr("Edit"), self.edit, role="link")
        self.manage = button(tr("Manage"), lambda: hub.manage.emit(self.item.id), role="link")
        layout.addWidget(self._drawing)
        layout.addSpacing(6)
        layout.addWidget(self.words, 1)
        acts = row(gap=2)
        for pressed in (self.act, self.edit_button, self.manage):
            acts.addWidget(pressed)
        self._acts = QWidget()
        self._acts.setLayout(acts)
        layout.addWidget(self._acts)
        self._outer.addLayout(layout)
        self._below = column(margins=(scaled(28), 0, 6, 4))
        self._outer.addLayout(self._below)
        self.show_item(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted, other = (self._below, self._line) if self.width() < scaled(ROOM) else (self._line, self._below)
        if wanted.indexOf(self._acts) < 0:
            other.removeWidget(self._acts)
            wanted.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def editor(self) -> ItemEditor | None:
        """The form, while the item is edited here."""
        return self._editor

    def show_item(self, item: Item) -> None:
        """Show the item as it is now."""
        self.item = item
        look, drawing, tone, words = _LOOKS[item.state]
        self._drawing.set_icon(drawing, tone)
        self.words.setText(tr(words).format(text=item.text))
        self.act.setText(tr("Review") if item.state is State.PROPOSED else tr("Undo"))
        for pressed in (self.act, self.edit_button, self.manage):
            pressed.setAccessibleName(f"{pressed.text()}: {item.text}")
        self.act.setVisible(item.state in (State.ACTIVE, State.PROPOSED))
        self.edit_button.setVisible(item.state is State.ACTIVE)
        self.manage.setVisible(item.state is State.ACTIVE)
        self.setProperty("role", "chip")
        restyle(self, "look", look)

    def edit(self) -> None:
        """Open the item in a form below the chip."""
        if self._editor is None:
            self._editor = ItemEditor(self.item.store, self.item)
            self._editor.saved.connect(self._save)
            self._editor.cancelled.connect(self._close)
            self._outer.addWidget(self._editor)
            self._editor.focus()

    def _save(self, text: str, data: object) -> None:
        self._close()
        self._hub.correct.emit(self.item.id, text, data)

    def _close(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self.edit_button.setFocus()

    def _pressed(self) -> None:
        (self._hub.review if self.item.state is State.PROPOSED else self._hub.undo).emit(self.item)
