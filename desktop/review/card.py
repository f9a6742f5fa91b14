"""One suggestion as it is read: what would be saved, from which words, how sure, why it is asked, what is known already."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.review.words import Details, kind_words, matter_words, reasons
from desktop.sidebar.card import about, sentence
from desktop.sidebar.difference import difference
from desktop.theme import colours
from desktop.tongue import number, tr
from desktop.widgets import button, clear, column, frame, label, row
from desktop.words import begun, full_date, provenance, quoted, sureness
from engine.item import Item


class SuggestionCard(QWidget):
    """Shows one suggestion; it asks nothing of the engine. `jumped(item)`: show its source; `allowed(matter)`."""

    jumped = Signal(object)
    allowed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = column(self, gap=6)
        self._chat = ""

    def show_item(self, item: Item, details: Details, chat: str) -> None:
        """Show a suggestion. chat: title of the chat that it comes from."""
        clear(self._column)
        self._chat = chat
        head = " · ".join(part for part in (kind_words(item), about(item)) if part)
        self._column.addWidget(label(head, "overline", wrap=True))
        self._add_words(item, details.old)
        if item.quote or item.source.turn_id:
            self._column.addWidget(self._source(item))
        if item.confidence < 1:
            self._column.addLayout(_confidence(item))
        self._column.addLayout(self._why(item, details))
        if details.similar:
            self._column.addLayout(_known(details.similar))
        self._column.addWidget(label(provenance(item), "caption", wrap=True))

    def _add_words(self, item: Item, old: Item | None) -> None:
        if old is None:
            self._column.addWidget(label(sentence(item), "proposal", wrap=True, selectable=True))
            return
        for caption, words, role, plain in _replacement(old, item):
            self._column.addWidget(label(caption, "caption"))
            line = label("", role, wrap=True)
            line.setTextFormat(Qt.TextFormat.RichText)
            line.setText(words)
            line.setAccessibleName(f"{caption}: {plain}")
            self._column.addWidget(line)

    def _source(self, item: Item) -> QWidget:
        box = frame("quote")
        layout = column(box, margins=(10, 6, 8, 6), gap=4)
        if item.quote:
            layout.addWidget(label(quoted(item.quote), "quoted", wrap=True, selectable=True))
        if item.source.turn_id:
            name = tr("Open source in {chat}").format(chat=self._chat) if self._chat else tr("Open source")
            line = row()
            line.addWidget(button(tr("Open source"), lambda: self.jumped.emit(item), role="inline", name=name))
            line.addStretch(1)
            layout.addLayout(line)
        return box

    def _why(self, item: Item, details: Details) -> QVBoxLayout:
        layout = column(gap=2)
        layout.addWidget(label(tr("Why you are asked"), "fine"))
        layout.addWidget(label(" ".join(reasons(item, details)), "caption", wrap=True))
        if details.matter:
            words = tr("Always allow {matter}").format(matter=matter_words(details.matter))
            line = row()
            line.addWidget(button(words, lambda: self.allowed.emit(details.matter), role="inline"))
            line.addStretch(1)
            layout.addLayout(line)
        return layout


def _confidence(item: Item) -> QHBoxLayout:
    line = row(gap=8)
    meter = QProgressBar()
    meter.setTextVisible(False)
    meter.setFixedSize(56, 6)
    meter.setRange(0, 100)
    meter.setValue(round(100 * item.confidence))
    share = tr("{part}%").format(part=number(round(100 * item.confidence)))
    words = f"{begun(sureness(item))} ({share})"
    meter.setAccessibleName(tr("Confidence: {words}").format(words=words))
    line.addWidget(meter)
    line.addWidget(label(words, "caption"))
    line.addStretch(1)
    return line


def _known(similar: tuple[Item, ...]) -> QVBoxLayout:
    layout = column(gap=2)
    layout.addWidget(label(tr("Known already"), "fine"))
    for item in similar:
        layout.addWidget(label(f"– {sentence(item)}", "caption", wrap=True, selectable=True))
    return layout


def _replacement(old: Item, new: Item) -> Iterator[tuple[str, str, str, str]]:
    """Of the old one and the new one: caption with its date, marked words as HTML, role, plain words."""
    before, after = difference(sentence(old), sentence(new), colours())
    yield tr("Now, since {date}").format(date=full_date(old.created_at)), before, "", sentence(old)
    yield tr("Becomes, as of {date}").format(date=full_date(new.created_at)), after, "proposal", sentence(new)
