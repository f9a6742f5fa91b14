"""The inbox: a quiet card with a count, and behind it one suggestion at a time, answered by a key or a click.

It never opens by itself and is never a dialog. What is answered and how lives in `desktop.review.reviewer`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from desktop.bridge import Bridge
from desktop.memory import Memory
from desktop.review.announce import announce
from desktop.review.bar import KEYS, AnswerBar, End
from desktop.review.card import SuggestionCard
from desktop.review.deck import Verdict
from desktop.review.reviewer import Reviewer
from desktop.review.words import reasons, spoken
from desktop.sidebar.editor import ItemEditor
from desktop.tongue import number, tr, tr_n
from desktop.widgets import IconLabel, button, column, label, row
from engine.item import Item

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Inbox(QFrame):
    """Shows a Reviewer. `jumped(item)`: its source is wanted; `all_wanted()`: the list of all suggestions."""

    jumped = Signal(object)
    all_wanted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.reviewer = Reviewer(bridge)
        self.editor: ItemEditor | None = None
        self.setProperty("role", "inbox")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Suggestions"))
        self._build()
        self.reviewer.moved.connect(self._show)
        self.reviewer.counted.connect(self._count)
        self.reviewer.detailed.connect(lambda _: self._show_card())
        self.hide()

    def _build(self) -> None:
        layout = column(self, margins=(14, 10, 10, 10), gap=8)
        line = row(gap=4)
        line.addWidget(IconLabel("inbox", tone="warning"))
        line.addSpacing(4)
        self.title = label("", "strong")
        line.addWidget(self.title, 1)
        self.all = button(
            tr("Review all"), self.all_wanted.emit, role="link", name=tr("Review all suggestions as a list")
        )
        self.toggle = button(tr("Review"), self.toggle_open, role="link", name=tr("Review suggestions"))
        line.addWidget(self.all)
        line.addWidget(self.toggle)
        layout.addLayout(line)
        self._body = QWidget()
        self._body.hide()
        layout.addWidget(self._body)
        inner = column(self._body, gap=8)
        self.card = SuggestionCard()
        self.card.jumped.connect(self.jumped)
        self.card.allowed.connect(self.reviewer.allow)
        self._form = column()
        inner.addWidget(self.card)
        inner.addLayout(self._form)
        self.bar = AnswerBar(self)
        self.bar.said.connect(self.say)
        self.bar.back_wanted.connect(self.reviewer.back)
        inner.addWidget(self.bar)
        self.end = End()
        self.end.finished.connect(self.close_review)
        self.end.more_wanted.connect(self._go_on)
        self.end.undo_wanted.connect(self._begin_again)
        inner.addWidget(self.end)
        self.more = label("", "caption", wrap=True)
        inner.addWidget(self.more)

    # What others ask of it

    @property
    def current(self) -> Item | None:
        """The suggestion that is asked about."""
        return self.reviewer.deck.current

    @property
    def is_open(self) -> bool:
        """Whether suggestions are shown, not only counted."""
        return self.reviewer.is_open

    def show_memory(self, memory: Memory) -> None:
        """Take what waits; an open deck keeps its order."""
        self.reviewer.show_memory(memory)

    def open(self, item: Item | None = None) -> None:
        """Show the suggestions, `item` first, and take the keyboard."""
        if item is None and not self.reviewer.memory.proposals and not self.is_open:
            return
        self.close_form()
        self._body.show()
        self.reviewer.open(item)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_review(self) -> None:
        """Back to the count."""
        self.close_form()
        self._body.hide()
        self.reviewer.close()

    def toggle_open(self) -> None:
        """Show the suggestions, or only their count."""
        if self.is_open:
            self.close_review()
        else:
            self.open()

    def say(self, verdict: Verdict) -> None:
        """Answer the card that is shown; to edit it first opens a form."""
        if verdict is Verdict.EDIT:
            self.edit()
        elif self.editor is None:
            self.reviewer.say(verdict)

    def edit(self) -> None:
        """Change the words before saving."""
        item = self.current
        if item is None or self.editor is not None:
            return
        self.editor = ItemEditor(item.store, item)
        self.editor.saved.connect(self._save_edited)
        self.editor.cancelled.connect(self._end_edit)
        self._form.addWidget(self.editor)
        self.bar.hide()
        self.editor.focus()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key means the same when a button of the deck has the keyboard: Qt would move to the next button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take_key(event):
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._goes_back(event):
            event.accept()  # the window's own Ctrl+Z would take back whatever was last
            return True
        return super().event(event)

    def _goes_back(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) and self.is_open and bool(self.reviewer.deck.answers)

    def _take_key(self, event: QKeyEvent) -> bool:
        if not self.is_open or self.editor is not None:
            return False
        if self._goes_back(event):
            self.reviewer.back()
            return True
        if event.modifiers() & _COMMANDS:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close_review()
            return True
        verdict = KEYS.get(Qt.Key(event.key()))
        if verdict is None or self.current is None:
            return False
        self.say(verdict)
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_card()  # the words that differ carry the colours of the theme

    # What is shown

    def _save_edited(self, text: str, data: dict[str, object]) -> None:
        self.close_form()
        self.reviewer.say(Verdict.EDIT, text, data)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_edit(self) -> None:
        self.close_form()
        self._show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Leave the form without saving."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self.bar.setVisible(self.current is not None)

    def _go_on(self) -> None:
        self.reviewer.go_on()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_again(self) -> None:
        self.reviewer.undo_all()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self._count()
        if not self.is_open:
            return
        ended, focused = self.current is None, QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self.card.setVisible(not ended)
        self.bar.setVisible(not ended and self.editor is None)
        self.end.setVisible(ended)
        if ended:
            announce(self, self.end.show_answers(self.reviewer.deck.answers))
        else:
            self._show_card()
        if inside and focused is not None and not focused.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # what had the keyboard is gone

    def _show_card(self) -> None:
        item, reviewer = self.current, self.reviewer
        if item is None or not self.is_open:
            return
        details, deck = reviewer.details(item), reviewer.deck
        self.card.show_item(item, details, reviewer.memory.chats.get(item.source.chat_id, ""))
        self.bar.show_for(item, details, first=not deck.answers)
        if reviewer.is_known(item):
            announce(self, spoken(item, deck.place, reasons(item, details)))

    def _count(self) -> None:
        reviewer, is_open = self.reviewer, self.is_open
        waiting, more = len(reviewer.memory.proposals), len(reviewer.more)
        asking = is_open and self.current is not None
        self.toggle.setText(tr("Close") if is_open else tr("Review"))
        self.toggle.setAccessibleName(tr("Close suggestions") if is_open else tr("Review suggestions"))
        self.setVisible(is_open or bool(waiting))
        here, count = reviewer.deck.place
        self.title.setText(
            tr("{here} of {all}").format(here=number(here), all=number(count))
            if asking
            else tr_n("{n} suggestions", "{n} suggestion", waiting)
        )
        self.more.setText(tr("{more} more came in and wait until the end.").format(more=number(more)))
        self.more.setVisible(asking and bool(more))
        self.end.show_more(len(reviewer.deck.left), more)
        if asking and more:
            announce(self.more, tr("{more} more").format(more=number(more)))
