"""One message of the transcript as widgets: the user's bubble, and the assistant's answer with what follows from it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QWidget

from desktop.chat.blocks import CodeBlock, FlatText, Prose, confirm
from desktop.chat.chips import ChipRow
from desktop.chat.markdown import Segment, segments
from desktop.widgets import IconButton, button, column, frame, label, restyle, row
from desktop.words import full_date, plural
from engine.events import Asked, RecalledItem
from engine.item import Item, Turn

BUBBLE_SHARE = 0.78
FLASH_MS = 1800


@dataclass(frozen=True, slots=True)
class Shown:
    """A turn with the items that hang on it, ready to be shown."""

    turn: Turn
    items: tuple[Item, ...] = field(default=())


class MessageView(QWidget):
    """What a question and an answer have in common: the id of a turn, and a flash when one jumps to it."""

    INSET = 10
    """Pixels by which the box that lights up is wider than the text on its left."""

    def __init__(self, turn_id: str) -> None:
        super().__init__()
        self.turn_id = turn_id
        self._box = frame("message")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLASH_MS)
        self._timer.timeout.connect(lambda: restyle(self._box, "flash", False))

    @property
    def flashing(self) -> bool:
        """Whether the message is lit up because one jumped to it."""
        return bool(self._box.property("flash"))

    def texts(self) -> list[FlatText]:
        """The text blocks, in order."""
        return self.findChildren(FlatText)

    def flash(self, quote: str = "") -> None:
        """Light up for a moment, and mark the exact words that something rests on."""
        restyle(self._box, "flash", True)
        for text in self.texts():
            text.mark(quote)
        self._timer.start()


class QuestionView(MessageView):
    """What the user wrote, in a bubble on the right."""

    def __init__(self, turn_id: str, text: str, when: str = "") -> None:
        super().__init__(turn_id)
        self.text = text
        line = row(self, gap=4)
        self._copy = IconButton("copy", "Copy message", host=self)
        self._copy.clicked.connect(self.copy)
        restyle(self._box, "role", "bubble")
        inner = column(self._box, margins=(16, 10, 16, 10))
        self.body = FlatText("Your message")
        self.body.setPlainText(text)
        self.body.setToolTip(when)
        inner.addWidget(self.body)
        line.addStretch(1)
        line.addWidget(self._copy)
        line.addWidget(self._box)

    def copy(self) -> None:
        """Put the message on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)
        confirm(self._copy, "copy", "Copy message")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        probe = QTextDocument()
        probe.setDefaultFont(self.body.font())
        probe.setDocumentMargin(0)
        probe.setPlainText(self.text)
        room = int(self.width() * BUBBLE_SHARE) - 32
        self.body.setFixedWidth(max(24, min(math.ceil(probe.idealWidth()) + 2, room)))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._copy.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._copy.update()


class AnswerView(MessageView):
    """What the assistant said: blocks of prose and code that grow while it speaks, and the chips below."""

    undo = Signal(object)
    review = Signal(object)
    allow = Signal(object)

    def __init__(self, turn_id: str) -> None:
        super().__init__(turn_id)
        self.markdown = ""
        self.used: tuple[RecalledItem, ...] = ()
        self.finished = False
        self._segments: list[Segment] = []
        self._blocks: list[Prose | CodeBlock] = []
        self._question: QFrame | None = None
        outer = column(self)
        outer.addWidget(self._box)
        inner = column(self._box, margins=(self.INSET - 1, 6, 0, 6), gap=8)
        self.waiting = label("", "waiting")
        self._body = column(gap=10)
        self.chips = ChipRow()
        self.chips.copy.connect(self.copy)
        self.chips.undo.connect(self.undo)
        self.chips.review.connect(self.review)
        for part in (self.waiting, self.chips):
            part.hide()
        inner.addLayout(self._body)
        inner.addWidget(self.waiting)
        inner.addWidget(self.chips)

    def append(self, text: str) -> None:
        """Let the answer grow: only its last block is rendered again."""
        self.show_markdown(self.markdown + text)

    def show_markdown(self, markdown: str) -> None:
        """Show the answer as far as it came."""
        self.markdown = markdown
        wanted = segments(markdown)
        for place, segment in enumerate(wanted):
            if place < len(self._segments) and self._segments[place] == segment:
                continue
            self._show(place, segment)
        while len(self._blocks) > len(wanted):
            self._drop_last()
        self._segments = wanted
        if markdown:
            self.waiting.hide()

    def show_waiting(self, words: str) -> None:
        """What happens before the first word, e.g. "Reading… 40 %"; nothing once there is text."""
        self.waiting.setText(words)
        self.waiting.setVisible(bool(words) and not self.markdown)

    def finish(self, state: str, used: Sequence[RecalledItem]) -> None:
        """The answer is complete ("complete", "stopped" or "failed"): show what belongs below it."""
        self.finished = True
        self.waiting.hide()
        self.ask(None)
        self.chips.show_used(used)
        self.chips.show_note({"stopped": "Stopped", "failed": "Incomplete", "streaming": "Incomplete"}.get(state, ""))
        self.chips.copy_button.setVisible(bool(self.markdown))
        self.chips.show()

    def ask(self, asked: Asked | None) -> None:
        """Show the question whether these items may be saved, or take it away."""
        if self._question is not None:
            self._question.deleteLater()
            self._question = None
        if asked is None or not asked.items:
            return
        self.waiting.hide()
        self._question = self._asking(asked)
        self._body.addWidget(self._question)

    def copy(self) -> None:
        """Put the answer on the clipboard, as Markdown."""
        QGuiApplication.clipboard().setText(self.markdown)
        confirm(self.chips.copy_button, "copy", "Copy answer")

    def _show(self, place: int, segment: Segment) -> None:
        kind = CodeBlock if segment.code else Prose
        while len(self._blocks) > place and not isinstance(self._blocks[place], kind):
            self._drop_last()
        if place == len(self._blocks):
            block = kind()
            self._blocks.append(block)
            self._body.insertWidget(place, block)
        shown = self._blocks[place]
        if isinstance(shown, CodeBlock):
            shown.show_code(segment.text, segment.language, open_=segment.open)
        else:
            shown.show_markdown(segment.text)

    def _drop_last(self) -> None:
        block = self._blocks.pop()
        self._body.removeWidget(block)
        block.hide()
        block.deleteLater()

    def _asking(self, asked: Asked) -> QFrame:
        box = frame("question")
        layout = column(box, margins=(16, 12, 16, 12), gap=8)
        layout.addWidget(label(f"May I remember {plural(len(asked.items), 'this', 'these')[2:]}?", "strong"))
        for item in asked.items:
            layout.addWidget(label(item.text, wrap=True, selectable=True))
        line = row()
        ids = tuple(item.id for item in asked.items)
        line.addWidget(button("Save", lambda: self.allow.emit(ids), role="primary", name="Save what is asked"))
        line.addWidget(button("Do not save", lambda: self.allow.emit(()), name="Do not save what is asked"))
        line.addStretch(1)
        layout.addLayout(line)
        return box


def view_of(shown: Shown) -> MessageView:
    """The widget of a turn as it is kept in the database."""
    turn = shown.turn
    if turn.role == "user":
        return QuestionView(turn.id, turn.text, full_date(turn.created_at))
    view = AnswerView(turn.id)
    view.show_markdown(turn.text)
    view.finish(turn.state, recalled_in(turn))
    for item in shown.items:
        view.chips.show_item(item)
    return view


def recalled_in(turn: Turn) -> tuple[RecalledItem, ...]:
    """What an answer was given, from its own record."""
    return tuple(
        RecalledItem(
            str(entry.get("id", "")),
            str(entry.get("store", "")),
            str(entry.get("text", "")),
            float(entry.get("score", 0.0)),
            int(entry.get("tokens", 0)),
            str(entry.get("why", "")),
        )
        for entry in turn.data.get("recalled", ())
    )
