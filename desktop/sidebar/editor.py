"""Writing an item by hand: the small form that a card turns into while it is edited, and that Add opens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit

from desktop.widgets import button, column, label, row
from desktop.words import store_words
from engine.item import Item

_SUBJECTS: Mapping[str, tuple[str, str, str]] = {
    "user_profile": ("key", "Field", "Name, home, role, language…"),
    "entity_memory": ("subject", "Who or what", "Sarah Chen, project Harbor…"),
    "session_context": ("key", "Part", "Goal, plan, progress…"),
}
"""Stores whose items have a second field: its name in the item, what it is called, and an example."""


class ItemEditor(QFrame):
    """Text of an item, with its field or subject where the store has one. Says `saved(text, data)` or `cancelled()`."""

    saved = Signal(str, object)
    cancelled = Signal()

    def __init__(self, store: str, item: Item | None = None) -> None:
        super().__init__()
        self.setProperty("role", "editor")
        self._store, self._item = store, item
        layout = column(self, margins=(12, 10, 12, 12), gap=8)
        self.subject: QLineEdit | None = None
        if store in _SUBJECTS and item is None:
            _, title, example = _SUBJECTS[store]
            self.subject = QLineEdit()
            self.subject.setAccessibleName(title)
            self.subject.setPlaceholderText(example)
            layout.addWidget(self.subject)
        elif item is not None and store == "user_profile":
            layout.addWidget(label(field_label(item.key), "caption"))
        self.field = _Field()
        self.field.setAccessibleName("Value" if store == "user_profile" else "Text")
        self.field.setPlaceholderText(store_words(store).example)
        self.field.setPlainText(_editable(item) if item is not None else "")
        self.field.save.connect(self.save)
        self.field.cancel.connect(self.cancelled)
        layout.addWidget(self.field)
        line = row()
        line.addStretch(1)
        line.addWidget(button("Cancel", self.cancelled.emit))
        line.addWidget(button("Save", self.save, role="primary"))
        layout.addLayout(line)

    def focus(self) -> None:
        """Put the keyboard into the first field."""
        self.show()  # a widget put into a shown layout becomes visible, and able to take the keyboard, only later
        first = self.subject if self.subject is not None else self.field
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def save(self) -> None:
        """Say what was written, if that is anything."""
        value = self.field.toPlainText().strip()
        second = self.subject.text().strip() if self.subject is not None else ""
        if not value or (self.subject is not None and not second):
            return
        self.saved.emit(*self._entry(value, second))

    def _entry(self, value: str, second: str) -> tuple[str, dict[str, Any]]:
        if self._store == "user_profile":
            key = self._item.key if self._item is not None else second.lower().replace(" ", "_")
            return value, {"value": value} if self._item is not None else {"key": key}
        if self._store in _SUBJECTS and self._item is None:
            if self._store == "session_context":
                return value, {"subject": "session", "key": second.lower().replace(" ", "_")}
            return value, {"subject": second}
        if self._store == "decision_log":
            return value, {"decision": value}
        return value, {}


class _Field(QPlainTextEdit):
    """Three lines of text. Ctrl+Enter saves, Escape cancels."""

    save = Signal()
    cancel = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.save.emit()
        else:
            super().keyPressEvent(event)


def field_label(key: str) -> str:
    """A field's name as people read it: "preferred_name" is "Preferred name"."""
    return key.replace("_", " ").capitalize()


def _editable(item: Item) -> str:
    return str(item.data.get("value", item.text)) if item.store == "user_profile" else item.text
