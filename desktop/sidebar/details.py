"""What opens inside of a card: where it comes from, its history with older values to restore, and the outcome's form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout

from desktop.sidebar.difference import difference
from desktop.sidebar.story import Entry
from desktop.theme import colours
from desktop.tongue import tr, tr_later, tr_n
from desktop.widgets import button, column, frame, label, row
from desktop.words import begun, day, full_date, provenance, quoted, sureness, usage
from engine.item import Item

QUALITIES = (
    (tr_later("Well"), tr_later("It turned out well")),
    (tr_later("So-so"), tr_later("It turned out so-so")),
    (tr_later("Badly"), tr_later("It turned out badly")),
)
"""How good an outcome is (kept in English and lower case), and the names of the buttons that say so."""
SHOWN = 20
"""Lines of a history that are shown at first: more is rare, and each is a widget of its own."""


def source_box(item: Item, chat_title: str, jump: Callable[[], object]) -> QFrame:
    """The quote, one honest sentence on where it comes from, how often it was used, how long it holds."""
    box, layout = _box(4)
    if item.quote:
        layout.addWidget(label(quoted(item.quote), "quoted", wrap=True, selectable=True))
    layout.addWidget(label(provenance(item), "caption", wrap=True))
    for words in (_holds(item), _used(item)):
        if words:
            layout.addWidget(label(words, "caption", wrap=True))
    if item.source.turn_id:
        title = tr("Show in “{chat_title}”").format(chat_title=chat_title) if chat_title else tr("Show in chat")
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
            words = tr("Restore: {after}").format(after=entry.after)
            line.addWidget(
                button(tr("Restore"), lambda entry=entry: restore(entry), role="inline", name=words),  # type: ignore[misc]
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
        layout.addWidget(label(tr_n("and {n} older lines", "and {n} older lines", len(entries) - SHOWN), "caption"))
    return box


class Marked(QLabel):
    """Old and new on two lines, the words that differ marked in the colours of the theme."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__()
        self._old, self._new = old, new
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAccessibleName(tr("Before: {old}. After: {new}").format(old=old, new=new))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
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
        self.field.setAccessibleName(tr("How it turned out"))
        self.field.setPlaceholderText(tr("How did it turn out?"))
        self.field.returnPressed.connect(lambda: self.save(""))
        layout.addWidget(self.field)
        line = row(gap=6)
        for words, name in QUALITIES:
            quality = words.lower()
            line.addWidget(button(tr(words), partial(self.save, quality), name=tr(name)))
        line.addStretch(1)
        layout.addLayout(line)

    def save(self, quality: str) -> None:
        """Save what is written; the word alone when nothing is."""
        told = self.field.text().strip() or tr(quality.capitalize())
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
    since, until = day(item.valid_from), day(item.valid_to)
    if since and until:
        return tr("True since {since} until {until}.").format(since=since, until=until)
    if since:
        return tr("True since {since}.").format(since=since)
    return tr("True until {until}.").format(until=until) if until else ""


def _used(item: Item) -> str:
    parts = [part for part in (usage(item), sureness(item)) if part]
    return f"{begun(', '.join(parts))}."


def _short(text: str, limit: int = 34) -> str:
    return text if len(text) <= limit else text[: limit - 2].rstrip() + "…”"
