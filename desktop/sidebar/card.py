"""One item as a card: what it says in the shape of its store, where it comes from, and what one can do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.sidebar import shapes
from desktop.sidebar.details import OutcomeForm, history_box, source_box
from desktop.sidebar.editor import ItemEditor
from desktop.sidebar.shapes import about, sentence
from desktop.sidebar.story import Entry, entries
from desktop.sidebar.tile import Tile
from desktop.theme import scaled
from desktop.tongue import tr, tr_later
from desktop.widgets import ElidedLabel, IconLabel, button, clear, column, label, row
from desktop.words import begun, breakable, day, full_date, origin_words, relative, sureness, usage
from engine.item import Item, Revision

__all__ = ["Card", "about", "sentence"]

_BUTTONS = (
    ("edit", tr_later("Edit"), "edit"),
    ("source", tr_later("Where from?"), "source"),
    ("history", tr_later("History"), "history"),
    ("trash", tr_later("Forget"), "forget"),
    ("more", tr_later("More"), "menu"),
)


NAME = 106
"""Pixels of the column with the names of the profile's fields."""


class Card(Tile):
    """Shows an item and asks for acts on it; it does none itself."""

    edited = Signal(object, str, object)
    forgotten = Signal(object)
    jumped = Signal(object)
    history_wanted = Signal(object)
    restored = Signal(str, int)
    outcome_told = Signal(object, str, str)

    def __init__(self, item: Item, chat_title: str = "") -> None:
        self._field = item.store == "user_profile"
        super().__init__("field" if self._field else "card", _BUTTONS)
        self.item, self._chat_title, self.due = item, chat_title, False
        self._editor: ItemEditor | None = None
        self._outer = column(self)
        self._face = QWidget()
        self._outer.addWidget(self._face)
        self._build()
        self._detail = ""
        self.show_item(item, chat_title)

    def _build(self) -> None:
        layout = column(self._face, margins=(12, 5, 8, 5) if self._field else (12, 9, 12, 8), gap=3)
        self.head = ElidedLabel("", "fieldname" if self._field else "overline")
        self.title = label("", "strong", wrap=True)
        self.words = label("", wrap=True)
        self.reasons = label("", "caption", wrap=True)
        self.outcome = label("", "outcome", wrap=True)
        self.ask = button(tr("How did it turn out?"), self.tell_outcome, role="inline")
        self.caption = ElidedLabel("", "caption")
        self.pin = IconLabel("pin", tone="accent", size=14)
        top = row(gap=6)
        if self._field:
            name = self._name = QWidget()
            name.setFixedWidth(scaled(NAME))
            column(name).addWidget(self.head)
            top.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            top.addWidget(self.words, 1)
            top.addWidget(self.pin)
            layout.addLayout(top)
        else:
            top.addWidget(self.pin)
            top.addWidget(self.head, 1)
            top.addStretch(0)
            layout.addLayout(top)
            for part in (self.title, self.words, self.reasons, self.outcome):
                layout.addWidget(part)
            layout.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
            layout.addWidget(self.caption)
        self._details = column(gap=6)
        layout.addLayout(self._details)

    @property
    def editing(self) -> bool:
        """Whether the card is a form just now."""
        return self._editor is not None

    @property
    def editor(self) -> ItemEditor | None:
        """The form, while there is one."""
        return self._editor

    @property
    def busy(self) -> bool:
        """Whether it is being edited, or something in it is open."""
        return self.editing

    @property
    def opened(self) -> bool:
        """Whether something is open in it."""
        return bool(self._detail)

    def show_item(self, item: Item, chat_title: str, *, due: bool = False, readonly: bool = False) -> None:
        """Show the item as it is now. due: it is a decision to be looked back at; readonly: nothing can be changed."""
        self.item, self._chat_title, self.due, self.readonly = item, chat_title, due, readonly
        self.ids = (item.id,)
        tagged = " ".join(f"#{tag}" for tag in shapes.tags(item))
        head = " · ".join(part for part in (about(item), _decided(item), tagged) if part)
        self.head.set_full(head)
        self.head.setVisible(bool(head) or self._field)
        self.pin.setVisible(bool(item.data.get("pinned")))
        self.words.setText(breakable(sentence(item)))
        outcome, reasons, title = shapes.outcome(item), shapes.reasons(item), shapes.title(item)
        if not self._field:
            for part, text in (
                (self.title, title),
                (self.reasons, tr("Because {reasons}").format(reasons=reasons) if reasons else ""),
                (self.outcome, tr("Turned out: {outcome}").format(outcome=outcome) if outcome else ""),
            ):
                part.setText(text)
                part.setVisible(bool(text))
            self.ask.setVisible(due and not outcome and not readonly)
            caption = (origin_words(item), relative(item.updated_at or item.created_at), sureness(item), usage(item))
            self.caption.set_full(" · ".join(part for part in caption if part))
        tip = f"{origin_words(item)}, {full_date(item.created_at)}. {begun(usage(item))}."
        (self.words if self._field else self.caption).setToolTip(tip)
        pinned = tr("Pinned. ") if item.data.get("pinned") else ""
        ask = tr("How did it turn out? ") if due else ""
        self.name_it(f"{pinned}{head + ': ' if head else ''}{sentence(item).rstrip('.')}. {ask}{tip}")
        self._show_detail("")

    def edit(self) -> None:
        """Turn into a form."""
        if self._editor is not None or self.readonly:
            return
        self._editor = ItemEditor(self.item.store, self.item)
        self._editor.saved.connect(self._save)
        self._editor.cancelled.connect(self.stop_editing)
        self._face.hide()
        self.bar.hide()
        self._outer.addWidget(self._editor)
        self._editor.focus()

    def stop_editing(self) -> None:
        """Turn back into a card."""
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self._face.show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_source(self, *, jump: bool = True) -> None:
        """Show where the item comes from (and go there), or close that again."""
        if self._show_detail("source" if self._detail != "source" else ""):
            return
        self._details.addWidget(source_box(self.item, self._chat_title, lambda: self.jumped.emit(self.item)))
        if jump and self.item.source.turn_id:
            self.jumped.emit(self.item)

    def toggle_history(self) -> None:
        """Ask for the item's revisions, or close them again."""
        if not self._show_detail("history" if self._detail != "history" else ""):
            self.history_wanted.emit(self.item)

    def show_history(self, revisions: Sequence[Revision]) -> None:
        """Show who did what to the item and to those it replaced, newest first."""
        if self._detail != "history":
            return
        clear(self._details)
        told = entries(revisions, self.item)
        self._details.addWidget(history_box(told, self._restore, readonly=self.readonly))

    def tell_outcome(self) -> None:
        """Ask how a decision turned out, in the card."""
        if self._show_detail("outcome"):
            return
        form = OutcomeForm(self._tell, lambda: self._show_detail(""))
        self._details.addWidget(form)
        form.show()
        form.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._field:
            self._name.setFixedWidth(scaled(NAME))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit()

    def _bar_middle(self) -> int:
        line = self.head if self._field else self.caption
        return line.mapTo(self, line.rect().center()).y()

    def _restore(self, entry: Entry) -> None:
        self.restored.emit(entry.item_id, entry.revision)

    def _tell(self, outcome: str, quality: str) -> None:
        self._show_detail("")
        self.outcome_told.emit(self.item, outcome, quality)

    def _show_detail(self, kind: str) -> bool:
        """Open another detail (or none); whether that leaves nothing to fill."""
        had = any(inner.hasFocus() for inner in self.findChildren(QWidget))
        clear(self._details)
        self._detail = kind
        if had and not kind:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return not kind

    def _save(self, text: str, data: object) -> None:
        self.stop_editing()
        self.edited.emit(self.item, text, data)


def _decided(item: Item) -> str:
    return tr("Decided on {day}").format(day=day(item.created_at)) if item.store == "decision_log" else ""
