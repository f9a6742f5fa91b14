"""One item as a card: the sentence, what it is about, where it comes from, and what one can do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.sidebar.editor import ItemEditor, field_label
from desktop.widgets import ElidedLabel, IconButton, button, clear, column, frame, label, row
from desktop.words import ORIGINS, full_date, plural, provenance, relative
from engine.item import Item, Revision


class Card(QFrame):
    """Shows an item and asks for acts on it; it does none itself."""

    edited = Signal(object, str, object)
    forgotten = Signal(object)
    jumped = Signal(object)
    history_wanted = Signal(object)

    def __init__(self, item: Item, chat_title: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.item, self._chat_title = item, chat_title
        self._editor: ItemEditor | None = None
        self._outer = column(self)
        self._face = QWidget()
        self._outer.addWidget(self._face)
        layout = column(self._face, margins=(12, 10, 8, 6), gap=2)
        self.head = ElidedLabel("", "overline")
        self.words = label("", wrap=True, selectable=True)
        layout.addWidget(self.head)
        layout.addWidget(self.words)
        line = row(gap=0)
        self.caption = ElidedLabel("", "caption")
        line.addWidget(self.caption, 1)
        for name, title, act in (
            ("edit", "Edit", self.edit),
            ("source", "Where from?", self.toggle_source),
            ("history", "History", self.toggle_history),
            ("trash", "Forget", lambda: self.forgotten.emit(self.item)),
        ):
            pressed = IconButton(name, title, host=self)
            pressed.clicked.connect(act)
            pressed.setObjectName(name)
            line.addWidget(pressed)
        layout.addLayout(line)
        self._edit = self._face.findChildren(IconButton)[0]
        self._details = column(gap=6)
        layout.addLayout(self._details)
        self._detail = ""
        self.show_item(item, chat_title)

    @property
    def editing(self) -> bool:
        """Whether the card is a form just now."""
        return self._editor is not None

    @property
    def editor(self) -> ItemEditor | None:
        """The form, while there is one."""
        return self._editor

    def show_item(self, item: Item, chat_title: str) -> None:
        """Show the item as it is now."""
        self.item, self._chat_title = item, chat_title
        head = about(item)
        self.head.set_full(head)
        self.head.setVisible(bool(head))
        self.words.setText(sentence(item))
        self.words.setAccessibleName(item.text)
        self.caption.set_full(" · ".join(part for part in _caption(item) if part))
        self.caption.setToolTip(f"{full_date(item.created_at)}. Used {plural(item.uses, 'time')}.")
        for pressed in self._face.findChildren(IconButton):
            pressed.setAccessibleName(f"{pressed.toolTip()}: {item.text}")
        self._show_detail("")

    def edit(self) -> None:
        """Turn into a form."""
        if self._editor is not None:
            return
        self._editor = ItemEditor(self.item.store, self.item)
        self._editor.saved.connect(self._save)
        self._editor.cancelled.connect(self.stop_editing)
        self._face.hide()
        self._outer.addWidget(self._editor)
        self._editor.focus()

    def stop_editing(self) -> None:
        """Turn back into a card."""
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self._face.show()
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_source(self) -> None:
        """Show where the item comes from and go there, or close that again."""
        if self._show_detail("source" if self._detail != "source" else ""):
            return
        box = frame("quote")
        layout = column(box, margins=(10, 6, 8, 6), gap=4)
        if self.item.quote:
            layout.addWidget(label(f"“{self.item.quote}”", "quoted", wrap=True, selectable=True))
        layout.addWidget(label(provenance(self.item), "caption", wrap=True))
        if self.item.source.turn_id:
            title = f"Show in “{self._chat_title}”" if self._chat_title else "Show in chat"
            line = row()
            line.addWidget(button(_short(title), lambda: self.jumped.emit(self.item), role="inline", name=title))
            line.addStretch(1)
            layout.addLayout(line)
            self.jumped.emit(self.item)
        self._details.addWidget(box)

    def toggle_history(self) -> None:
        """Ask for the item's revisions, or close them again."""
        if not self._show_detail("history" if self._detail != "history" else ""):
            self.history_wanted.emit(self.item)

    def show_history(self, revisions: Sequence[Revision]) -> None:
        """Show who did what to the item, newest first."""
        if self._detail != "history":
            return
        clear(self._details)
        box = frame("quote")
        layout = column(box, margins=(10, 6, 8, 6), gap=6)
        for revision in reversed(revisions):
            head = f"{full_date(revision.at)} · {revision.action} · by {revision.by}"
            layout.addWidget(label(head, "caption", wrap=True))
            before = revision.before.text if revision.before is not None else ""
            after = revision.after.text if revision.after is not None else ""
            if before and after and before != after:
                layout.addWidget(label(f"{before} → {after}", wrap=True))
        self._details.addWidget(box)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _show_detail(self, kind: str) -> bool:
        """Open another detail (or none); whether that leaves nothing to fill."""
        clear(self._details)
        self._detail = kind
        return not kind

    def _save(self, text: str, data: object) -> None:
        self.stop_editing()
        self.edited.emit(self.item, text, data)


def sentence(item: Item) -> str:
    """What a card says: the value of a profile field, else the item's text."""
    return str(item.data.get("value", item.text)) if item.store == "user_profile" else item.text


def about(item: Item) -> str:
    """What an item is about: its field, or its entity; nothing where that is the user or the chat anyway."""
    if item.key:
        return field_label(item.key)
    return "" if item.subject in ("user", "session") else item.subject


def _caption(item: Item) -> list[str]:
    sure = f"{item.confidence:.0%} sure" if item.confidence < 1 else ""
    return [relative(item.updated_at or item.created_at), ORIGINS[item.origin], sure]


def _short(text: str, limit: int = 34) -> str:
    return text if len(text) <= limit else text[: limit - 2].rstrip() + "…”"
