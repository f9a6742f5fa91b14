"""What opens inside of a card: where it comes from, its history with older values to restore, and the outcome's form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout

from desktop.sidebar.difference import difference
from desktop.sidebar.story import Entry
from desktop.theme import colours
from desktop.widgets import button, column, frame, label, row
from desktop.words import day, full_date, provenance, sureness, usage
from engine.item import Item

SHOWN = 20
"""Lines of a history that are shown at first: more is rare, and each is a widget of its own."""


def source_box(item: Item, chat_title: str, jump: Callable[[], object]) -> QFrame:
    """The quote, one honest sentence on where it comes from, how often it was used, how long it holds."""
    box, layout = _box(4)
    if item.quote:
        layout.addWidget(label(f"“{item.quote}”", "quoted", wrap=True, selectable=True))
    layout.addWidget(label(provenance(item), "caption", wrap=True))
    for words in (_holds(item), _used(item)):
        if words:
            layout.addWidget(label(words, "caption", wrap=True))
    if item.source.turn_id:
        title = f"Show in “{chat_title}”" if chat_title else "Show in chat"
        line = row()
        line.addWidget(button(_short(title), jump, role="inline", name=title))
        line.addStretch(1)
        layout.addLayout(line)
    return box


def history_box(entries: Sequence[Entry], restore: Callable[[Entry], object], *, readonly: bool) -> QFrame:
    """Who did what, when and why, with the words that changed marked, and Restore for older values."""
    box, layout = _box(8)
    for entry in entries[:SHOWN]:
        line = row(gap=8)
        line.addWidget(label(f"{entry.did} {entry.by} · {full_date(entry.at)}", "caption", wrap=True), 1)
        if entry.restorable and not readonly:
            words = f"Restore: {entry.after}"
            line.addWidget(
                button("Restore", lambda entry=entry: restore(entry), role="inline", name=words),  # type: ignore[misc]
                0,
                Qt.AlignmentFlag.AlignTop,
            )
        layout.addLayout(line)
        if entry.before and entry.after and entry.before != entry.after:
            layout.addWidget(Marked(entry.before, entry.after))
        elif entry.after and not entry.before:
            layout.addWidget(label(entry.after, wrap=True, selectable=True))
        if entry.why:
            layout.addWidget(label(entry.why, "quoted", wrap=True))
    if len(entries) > SHOWN:
        layout.addWidget(label(f"and {len(entries) - SHOWN} older lines", "caption"))
    return box


class Marked(QLabel):
    """Old and new on two lines, the words that differ marked in the colours of the theme."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__()
        self._old, self._new = old, new
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAccessibleName(f"Before: {old}. After: {new}")
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        before, after = difference(self._old, self._new, colours())
        self.setText(f"{before}<br>{after}")


class OutcomeForm(QFrame):
    """How a decision turned out: a line, and three words for how good that is. Calls `save(outcome, quality)`."""

    def __init__(self, save: Callable[[str, str], object], cancel: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "quote")
        self._save, self._cancel = save, cancel
        layout = column(self, margins=(10, 8, 8, 8), gap=8)
        self.field = QLineEdit()
        self.field.setAccessibleName("How it turned out")
        self.field.setPlaceholderText("How did it turn out?")
        self.field.returnPressed.connect(lambda: self.save(""))
        layout.addWidget(self.field)
        line = row(gap=6)
        for words in ("Well", "So-so", "Badly"):
            pressed = button(words, lambda words=words: self.save(words.lower()), name=f"It turned out {words.lower()}")  # type: ignore[misc]
            line.addWidget(pressed)
        line.addStretch(1)
        layout.addLayout(line)

    def save(self, quality: str) -> None:
        """Save what is written; the word alone when nothing is."""
        told = self.field.text().strip() or quality.capitalize()
        if told:
            self._save(told, quality)
        else:
            self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)


def _box(gap: int) -> tuple[QFrame, QVBoxLayout]:
    box = frame("quote")
    return box, column(box, margins=(10, 6, 8, 6), gap=gap)


def _holds(item: Item) -> str:
    since = f"since {day(item.valid_from)}" if item.valid_from else ""
    until = f"until {day(item.valid_to)}" if item.valid_to else ""
    words = " ".join(part for part in (since, until) if part)
    return f"True {words}." if words else ""


def _used(item: Item) -> str:
    parts = [part for part in (usage(item), sureness(item)) if part]
    return f"{', '.join(parts).capitalize()}."


def _short(text: str, limit: int = 34) -> str:
    return text if len(text) <= limit else text[: limit - 2].rstrip() + "…”"
