"""What stands below a suggestion: the answers as buttons that show their keys; and, after the last one, what was said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.review.deck import Answer, Verdict, summary
from desktop.review.words import Details
from desktop.tongue import number, tr, tr_later
from desktop.widgets import button, column, label, row
from engine.item import Item

KEYS = {
    Qt.Key.Key_A: Verdict.ACCEPT,
    Qt.Key.Key_Right: Verdict.ACCEPT,
    Qt.Key.Key_R: Verdict.REJECT,
    Qt.Key.Key_Left: Verdict.REJECT,
    Qt.Key.Key_Down: Verdict.LATER,
    Qt.Key.Key_N: Verdict.NEVER,
    Qt.Key.Key_B: Verdict.BESIDE,
    Qt.Key.Key_E: Verdict.EDIT,
}
LINES = (
    (
        (Verdict.ACCEPT, tr_later("Accept"), "→", "Right", "primary"),
        (Verdict.REJECT, tr_later("Reject"), "←", "Left", "danger"),
    ),
    ((Verdict.BESIDE, tr_later("Keep both"), "(B)", "B", "plain"),),
    (
        (Verdict.EDIT, tr_later("Edit"), "(E)", "E", "quiet"),
        (Verdict.LATER, tr_later("Later"), "↓", "Down", "quiet"),
        (Verdict.NEVER, tr_later("Never"), "(N)", "N", "quiet"),
    ),
)
"""Lines of (verdict, words, key as it is shown, key as it is read out, role); each fits into the narrowest sidebar."""
TIPS = {
    Verdict.BESIDE: tr_later("Save the new one and keep the old one too"),
    Verdict.LATER: tr_later("Decide later"),
    Verdict.NEVER: tr_later("Never suggest anything like this"),
}


class AnswerBar(QWidget):
    """The same buttons for every card, so that the keyboard stays where it is. `said(verdict)`, `back_wanted()`."""

    said = Signal(object)
    back_wanted = Signal()

    def __init__(self, keys: QObject) -> None:
        """keys: filters the keys that the buttons get."""
        super().__init__()
        self.buttons: dict[Verdict, QPushButton] = {}
        outer = column(self, gap=6)
        for entries in LINES:
            line = row(gap=0 if entries is LINES[-1] else 6)
            for verdict, words, _, _, role in entries:
                self.buttons[verdict] = button(tr(words), partial(self.said.emit, verdict), role=role)
                self.buttons[verdict].setToolTip(tr(TIPS.get(verdict, "")))
                line.addWidget(self.buttons[verdict])
            line.addStretch(1)
            outer.addLayout(line)
        self.back = button(
            tr("Back (Ctrl+Z)"), self.back_wanted.emit, role="quiet", name=tr("Back to the last one (Ctrl+Z)")
        )
        outer.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for pressed in (*self.buttons.values(), self.back):
            pressed.installEventFilter(keys)

    def show_for(self, item: Item, details: Details, *, first: bool) -> None:
        """Offer what can be said of this suggestion. first: there is no way back."""
        for entries in LINES:
            for verdict, words, key, name, _ in entries:
                shown = tr("Replace") if verdict is Verdict.ACCEPT and details.old is not None else tr(words)
                self.buttons[verdict].setText(f"{shown} {key}")
                self.buttons[verdict].setAccessibleName(f"{shown} ({name}): {item.text}")
        self.buttons[Verdict.BESIDE].setVisible(details.room)
        self.back.setVisible(not first)


class End(QWidget):
    """What was said of all cards, and how to go on from there."""

    finished = Signal()
    more_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, gap=8)
        self.head = label("", "strong")
        self.said = label("", wrap=True)
        layout.addWidget(self.head)
        layout.addWidget(self.said)
        line = row(gap=6)
        self.done = button(tr("Done"), self.finished.emit, role="primary", name=tr("Done: close suggestions"))
        self.more = button(tr("Review the others"), self.more_wanted.emit)
        self.undo = button(
            tr("Undo all"), self.undo_wanted.emit, role="quiet", name=tr("Undo all answers of this review")
        )
        for part in (self.done, self.more, self.undo):
            line.addWidget(part)
        line.addStretch(1)
        layout.addLayout(line)

    def show_answers(self, answers: Sequence[Answer]) -> str:
        """Show what was said; returns it in a sentence."""
        self.head.setText(tr("All reviewed") if answers else tr("Nothing waits for you"))
        self.said.setText(f"{summary(answers)}." if answers else "")
        self.said.setVisible(bool(answers))
        self.undo.setVisible(any(answer.verdict is not Verdict.LATER for answer in answers))
        return f"{self.head.text()}. {self.said.text()}"

    def show_more(self, left: int, new: int) -> None:
        """How many wait again: left for later, and come in meanwhile."""
        self.more.setVisible(bool(left + new))
        self.more.setText(
            tr("Review {new} more").format(new=number(new))
            if new and not left
            else tr("Review {left} left").format(left=number(left + new))
        )
        self.more.setAccessibleName(self.more.text())
