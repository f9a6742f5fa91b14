"""The inbox: a quiet card with a count, and behind it one suggestion at a time, answered by a key or a click."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.memory import Memory
from desktop.sidebar.card import about, sentence
from desktop.sidebar.difference import difference
from desktop.sidebar.editor import ItemEditor
from desktop.theme import colours
from desktop.widgets import IconButton, IconLabel, button, clear, column, label, row
from desktop.words import full_date, plural, provenance, relative, store_words
from engine.item import Item, State


class Inbox(QFrame):
    """Says what the human decided: `accepted(item)`, `rejected(item)`, `edited(item, text, data)`."""

    accepted = Signal(object)
    rejected = Signal(object)
    edited = Signal(object, str, object)
    jumped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._memory = Memory()
        self._queue: list[Item] = []
        self._settled: set[str] = set()
        self._editor: ItemEditor | None = None
        self._body = QWidget()
        self._body.hide()
        self._column = column(self._body, gap=8)
        self.setProperty("role", "inbox")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Suggestions")
        layout = column(self, margins=(14, 10, 10, 10), gap=8)
        line = row(gap=8)
        line.addWidget(IconLabel("inbox", tone="warning"))
        self.title = label("", "strong")
        line.addWidget(self.title, 1)
        self.toggle = button("Review", self.toggle_open, role="link", name="Review suggestions")
        line.addWidget(self.toggle)
        layout.addLayout(line)
        layout.addWidget(self._body)
        self.hide()

    @property
    def current(self) -> Item | None:
        """The suggestion that is asked about."""
        return self._queue[0] if self._queue else None

    @property
    def editor(self) -> ItemEditor | None:
        """The form, while the suggestion is edited."""
        return self._editor

    @property
    def is_open(self) -> bool:
        """Whether suggestions are shown, not only counted."""
        return not self._body.isHidden()

    def show_memory(self, memory: Memory) -> None:
        """Take what waits: the order of those already here stays, new ones come last."""
        self._memory = memory
        waiting = {item.id: item for item in memory.proposals if item.id not in self._settled}
        self._settled &= {item.id for item in memory.proposals}
        before = self.current
        kept = [waiting.pop(item.id) for item in self._queue if item.id in waiting]
        self._queue = kept + list(waiting.values())
        self._count()
        if self.current != before and self._editor is None:
            self._show()

    def ask_again(self, items: Iterable[Item]) -> None:
        """These wait again although they were answered: an undo, or the answer could not be saved."""
        self._settled -= {item.id for item in items if item.state is State.PROPOSED}

    def open(self, item: Item | None = None) -> None:
        """Show the suggestions, `item` first, and take the keyboard."""
        if item is not None:
            self._queue.sort(key=lambda waiting: waiting.id != item.id)
        self._body.show()
        self.toggle.setText("Close")
        self.toggle.setAccessibleName("Close suggestions")
        self._show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_review(self) -> None:
        """Back to the count."""
        self._body.hide()
        self.toggle.setText("Review")
        self.toggle.setAccessibleName("Review suggestions")

    def toggle_open(self) -> None:
        """Show the suggestions, or only their count."""
        if self.is_open:
            self.close_review()
        else:
            self.open()

    def accept(self) -> None:
        """Save the suggestion."""
        self._settle(self.accepted)

    def reject(self) -> None:
        """Do not save it, and do not suggest it again."""
        self._settle(self.rejected)

    def skip(self) -> None:
        """Decide later: the next one comes."""
        if len(self._queue) > 1:
            self._queue.append(self._queue.pop(0))
            self._show()

    def edit(self) -> None:
        """Change the words before saving."""
        item = self.current
        if item is None or self._editor is not None:
            return
        clear(self._column)
        self._editor = ItemEditor(item.store, item)
        self._editor.saved.connect(self._save_edited)
        self._editor.cancelled.connect(self._end_edit)
        self._column.addWidget(self._editor)
        self._editor.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {
            Qt.Key.Key_A: self.accept,
            Qt.Key.Key_Right: self.accept,
            Qt.Key.Key_R: self.reject,
            Qt.Key.Key_Left: self.reject,
            Qt.Key.Key_E: self.edit,
            Qt.Key.Key_Down: self.skip,
            Qt.Key.Key_Escape: self.close_review,
        }.get(Qt.Key(event.key()))
        if act is None or not self.is_open or self._editor is not None or event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
        else:
            act()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._editor is None:
            self._show()  # the words that differ carry the colours of the theme

    def _settle(self, how: object) -> None:
        item = self.current
        if item is None or self._editor is not None:
            return
        self._settled.add(item.id)
        self._queue.pop(0)
        how.emit(item)  # type: ignore[attr-defined]
        self._count()
        self._show()

    def _save_edited(self, text: str, data: object) -> None:
        item = self.current
        self._editor = None
        if item is not None:
            self._settled.add(item.id)
            self._queue.pop(0)
            self.edited.emit(item, text, data)
        self._count()
        self._show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_edit(self) -> None:
        self._editor = None
        self._show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        self.title.setText(plural(len(self._queue), "suggestion"))
        self.setVisible(bool(self._queue))
        if not self._queue:
            self.close_review()

    def _show(self) -> None:
        clear(self._column)
        item = self.current
        if item is None or not self.is_open:
            return
        self._column.addLayout(self._words(item))
        line = row(gap=6)
        line.addWidget(button("Accept", self.accept, role="primary", name=f"Accept (A): {item.text}"))
        line.addWidget(button("Edit", self.edit, name=f"Edit (E): {item.text}"))
        line.addWidget(button("Reject", self.reject, role="danger", name=f"Reject (R): {item.text}"))
        line.addStretch(1)
        later = IconButton("chevron-down", "Decide later (Down)")
        later.clicked.connect(self.skip)
        line.addWidget(later)
        self._column.addLayout(line)
        later.setVisible(len(self._queue) > 1)
        self._column.addWidget(label("Keys: A accept · E edit · R reject · ↓ later", "hint"))

    def _words(self, item: Item) -> QVBoxLayout:
        layout = column(gap=4)
        head = " · ".join(part for part in (store_words(item.store).title, about(item)) if part)
        layout.addWidget(label(head, "overline", wrap=True))
        old = self._memory.replaced.get(item.replaces)
        if old is None:
            layout.addWidget(label(sentence(item), "proposal", wrap=True, selectable=True))
        else:
            for line in _replacement(old, item):
                layout.addWidget(line)
        if item.quote:
            layout.addWidget(label(f"“{item.quote}”", "quoted", wrap=True, selectable=True))
        sure = f" {item.confidence:.0%} sure." if item.confidence < 1 else ""
        layout.addWidget(label(provenance(item) + sure, "caption", wrap=True))
        if item.source.turn_id:
            chat = self._memory.chats.get(item.source.chat_id, "")
            link = row()
            link.addWidget(
                button("Show in chat", lambda: self.jumped.emit(item), role="inline", name=f"Show in chat {chat}")
            )
            link.addStretch(1)
            layout.addLayout(link)
        return layout


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def _replacement(old: Item, new: Item) -> list[QLabel]:
    before, after = difference(sentence(old), sentence(new), colours())
    lines = [label(f"Now, since {relative(old.created_at)}", "caption"), label(before, wrap=True)]
    lines += [label("Becomes", "caption"), label(after, "proposal", wrap=True)]
    for line, raw in ((lines[1], before), (lines[3], after)):
        line.setTextFormat(Qt.TextFormat.RichText)
        line.setText(raw)
    lines[1].setToolTip(full_date(old.created_at))
    return lines
