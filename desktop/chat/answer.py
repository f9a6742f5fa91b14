"""What the assistant said: blocks of prose and code that grow while it speaks, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from PySide6.QtCore import QEvent
from PySide6.QtGui import QEnterEvent, QGuiApplication, QTextDocumentFragment

from desktop.chat.blocks import FlatText, Prose, confirm
from desktop.chat.code import CodeBlock
from desktop.chat.cutting import Cutter, Segment, segments
from desktop.chat.footer import ChipRow
from desktop.chat.hub import Hub
from desktop.chat.markdown import plain, prose_html
from desktop.chat.message import Action, MessageView, Shown, other_versions
from desktop.chat.stack import Stack
from desktop.review.question import QuestionCard
from desktop.tongue import tr
from desktop.widgets import column, label
from desktop.words import full_date
from engine.events import Asked, RecalledItem
from engine.item import Item, Turn
from models.protocols import Timings


class AnswerView(MessageView):
    """An answer while it comes and afterwards. `last`: whether the chat ends with it."""

    def __init__(self, turn_id: str, hub: Hub) -> None:
        super().__init__(turn_id, hub)
        self.markdown = ""
        self.used: tuple[RecalledItem, ...] = ()
        self.finished = False
        self.last = True
        self.state = "streaming"
        self._segments: list[Segment] = []
        self._cutter: Cutter | None = None
        self._question: QuestionCard | None = None
        self._outer.addWidget(self._box)
        inner = column(self._box, margins=(self.INSET - 1, 6, 0, 6), gap=8)
        self.waiting = label("", "waiting")
        self._blocks = Stack()
        self._asking = column()
        self.chips = ChipRow(turn_id, hub, self.copy, self)
        for part in (self.waiting, self.chips):
            part.hide()
        inner.addWidget(self._blocks)
        inner.addLayout(self._asking)
        inner.addWidget(self.waiting)
        inner.addWidget(self.chips)
        self.setAccessibleName(tr("Keepwise is answering"))

    def append(self, text: str) -> None:
        """Let the answer grow: only the paragraph that grows is rendered again."""
        if self._cutter is None:
            self._cutter, text = Cutter(), self.markdown + text
        wanted = self._cutter.append(text)
        self.markdown = self._cutter.text
        self._render(wanted)

    def show_markdown(self, markdown: str) -> None:
        """Show the answer as far as it came."""
        self.markdown, self._cutter = markdown, None
        self._render(segments(markdown))

    def show_waiting(self, words: str) -> None:
        """What happens before the first word, e.g. "Reading… 40 %"; nothing once there is text."""
        self.waiting.setText(words)
        self.waiting.setVisible(bool(words) and (not self.markdown or not self.finished))

    def take_up(self) -> None:
        """A stopped answer goes on."""
        self.finished = False
        self.chips.hide()
        self.show_waiting(tr("Going on…"))

    def finish(self, state: str, used: Sequence[RecalledItem], irrelevant: Sequence[str] = ()) -> None:
        """The answer is complete ("complete", "stopped" or "failed"): show what belongs below it."""
        self.finished, self.state, self.used = True, state, tuple(used)
        self.waiting.hide()
        self.ask(None)
        self._render(segments(self.markdown))
        self._blocks.drop_spare()
        self.chips.show_used(used, irrelevant)
        self.chips.show_end(state, last=self.last, empty=not self.markdown.strip())
        self.chips.show()
        self.setAccessibleName(f"Keepwise: {plain(self.markdown)}")

    def show_last(self, last: bool) -> None:
        """Whether the chat ends here; only there an answer can go on."""
        if last is not self.last:
            self.last = last
            if self.finished:
                self.chips.show_end(self.state, last=last, empty=not self.markdown.strip())

    def ask(self, asked: Asked | None) -> None:
        """Show the question whether these items may be saved, or take it away."""
        if self._question is not None:
            self._question.hide()
            self._question.deleteLater()
            self._question = None
        if asked is not None and asked.items:
            self.waiting.hide()
            self._question = QuestionCard(asked.items)
            self._question.answered.connect(self.hub.allow)
            self._asking.addWidget(self._question)

    @property
    def question(self) -> QuestionCard | None:
        """What is asked below the answer, while it is."""
        return self._question

    def copy(self) -> None:
        """Put the answer on the clipboard, as Markdown."""
        QGuiApplication.clipboard().setText(self.markdown)
        confirm(self.chips.copy_button, "copy", tr("Copy answer"))

    def copy_text(self) -> None:
        """Put the answer on the clipboard without its marks."""
        parts = [s.text if s.code else _text(s.text) for s in segments(self.markdown)]
        QGuiApplication.clipboard().setText("\n\n".join(parts))

    def texts(self) -> list[FlatText]:
        return self._blocks.texts()

    def held(self) -> bool:
        return not self.finished or super().held()

    def actions_here(self) -> list[Action]:
        if not self.finished:
            return []
        hub, turn, chips = self.hub, self.turn_id, self.chips
        acts: list[Action] = []
        if self.markdown.strip():
            acts += [(tr("Copy as Markdown"), self.copy), (tr("Copy as text"), self.copy_text)]
            acts += [
                (tr("Good answer"), lambda: chips.thumbs.judge(True)),
                (tr("Bad answer…"), lambda: chips.thumbs.judge(False)),
            ]
        acts.append((tr("Answer again"), lambda: hub.again.emit(turn)))
        if not chips.resume.isHidden():
            acts.append((chips.resume.text(), lambda: hub.resume.emit(turn)))
        if self.used:
            acts.append((tr("Show used memories"), chips.toggle_used))
        return [*acts, *other_versions(chips.arrows)]

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.chips.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.chips.update()

    def _render(self, wanted: list[Segment]) -> None:
        for place, segment in enumerate(wanted):
            if place >= len(self._segments) or self._segments[place] != segment:
                self._show(place, segment)
        while len(self._blocks) > len(wanted):
            self._drop_last()
        self._segments = wanted
        if self.markdown:
            self.waiting.hide()

    def _show(self, place: int, segment: Segment) -> None:
        kind = CodeBlock if segment.code else Prose
        while len(self._blocks) > place and not isinstance(self._blocks[place], kind):
            self._drop_last()
        if place == len(self._blocks):
            self._blocks.append(kind)
        shown = self._blocks[place]
        if isinstance(shown, CodeBlock):
            shown.show_code(segment.text, segment.language, open_=segment.open)
        elif self.finished:
            shown.show_markdown(segment.text)
        else:
            shown.grow(segment.text)

    def _drop_last(self) -> None:
        self._blocks.drop_last()
        self._segments = self._segments[: len(self._blocks)]


def answer_of(shown: Shown, hub: Hub, items: Sequence[Item], *, last: bool) -> AnswerView:
    """The widget of an answer as it is kept in the database. items: those that have a chip below it, as they are now."""
    turn = shown.turn
    view = AnswerView(turn.id, hub)
    view.last = last
    view.show_markdown(turn.text)
    view.finish(turn.state, recalled_in(turn), turn.data.get("not_relevant", ()))
    view.setAccessibleDescription(full_date(turn.created_at))
    said = turn.data.get("feedback")
    if said:
        view.chips.thumbs.show_judgement(bool(said.get("good")), str(said.get("reason", "")))
    view.chips.show_timings(timings_in(turn))
    view.chips.show_turn(turn.id, shown.versions)
    for item in items:
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


def timings_in(turn: Turn) -> Timings:
    """What an answer cost, from its own record."""
    kept = turn.data.get("timings") or {}
    return Timings(**{one.name: kept[one.name] for one in fields(Timings) if one.name in kept})


def _text(markdown: str) -> str:
    return QTextDocumentFragment.fromHtml(prose_html(markdown)).toPlainText()
