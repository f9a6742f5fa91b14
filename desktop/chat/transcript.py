"""The transcript: one chat as messages, with the answer that is being written at its end.

It follows the answer only while one is at the end; scrolled up, it never moves by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.chat.answer import AnswerView, answer_of
from desktop.chat.hub import Hub
from desktop.chat.message import MessageView, QuestionView, Shown, question_of
from desktop.chat.roll import NEAR_END, Roll
from desktop.live import Live
from desktop.theme import scaled
from desktop.tongue import tr
from desktop.widgets import IconButton
from desktop.words import now
from engine.attachments import KEY, plain
from engine.item import Item, Turn

LINE, CHARACTER = 22, 7.4
"""Pixels of a line and, on average, of a character in it: for the guess how tall a message is."""
FILE = 58
"""Pixels of a file on a message, with the gap below it."""


class Transcript(Roll):
    """Shows one chat. It knows turns and items, not the engine."""

    def __init__(self) -> None:
        self.hub = Hub()
        self._shown: list[Shown] = []
        self._items: dict[str, Item] = {}
        self._left_out = 0
        super().__init__()
        self.setAccessibleName(tr("Conversation"))
        self._fresh = False
        self.jump = IconButton("arrow-down", tr("Jump to the end"))
        self.jump.setParent(self)
        self.jump.setProperty("role", "float")
        self.jump.clicked.connect(self.to_end)
        self.jump.hide()
        self.moved.connect(self._place_jump)

    # What is shown

    @property
    def shown(self) -> list[Shown]:
        """Everything of the chat, whether it is there as a widget or not."""
        return self._shown

    @property
    def views(self) -> list[MessageView]:
        """The messages that are there as widgets, in order."""
        return list(self.made.values())

    def open(self, shown: Sequence[Shown], live: Live | None = None, *, keep: bool = False, left_out: int = 0) -> None:
        """Show a chat from its end; `live` is the answer that is being written in it just now.

        keep: stay where one is, because another version of the same chat is shown.
        """
        follow = self._follow or not keep
        ids = {live.answer_turn, "" if live.again else live.user_turn} if live is not None else set()
        self._fill([entry for entry in shown if entry.turn.id not in ids], left_out)
        self._fresh = False
        if live is not None:
            self.begin(live)
        if follow:
            self.to_end()
        self.place()

    def clear(self) -> None:
        """Show nothing."""
        self._fill([], 0)
        self._follow, self._anchor, self._into = True, 0, 0
        self.place()

    def show_empty(self, widget: QWidget | None) -> None:
        """Show `widget` in place of messages (a welcome), or take it away."""
        self.show_lone(widget)

    def make(self, place: int) -> MessageView:
        shown = self._shown[place]
        last = place == len(self._shown) - 1
        if shown.turn.role == "user":
            view: MessageView = question_of(shown, self.hub)
        else:
            items = [self._items.get(item.id, item) for item in shown.items]
            view = answer_of(shown, self.hub, items, last=last)
        if self._left_out and place == self._left_out:
            view.show_divider(self._left_out)
        return view

    def guess(self, place: int, width: int) -> int:
        turn = self._shown[place].turn
        share = 0.78 if turn.role == "user" else 1.0
        line = scaled(LINE)
        lines = len(turn.text) * CHARACTER * line / LINE / max(width * share, 80) + turn.text.count("\n") * 0.7
        return int(lines * line) + (44 if turn.role == "user" else 64) + FILE * len(turn.data.get(KEY, ()))

    # Finding

    def place_of(self, turn_id: str) -> int | None:
        """Where a turn is in the chat."""
        return next((n for n, entry in enumerate(self._shown) if entry.turn.id == turn_id), None) if turn_id else None

    def show_turn(self, turn_id: str, quote: str = "") -> bool:
        """Scroll to a turn, light it up and mark the quote in it; whether the turn is in this chat."""
        place = self.place_of(turn_id)
        if place is None:
            return False
        self.go(place)
        self.view(place).flash(quote)
        return True

    # The answer that is being written

    def begin(self, live: Live) -> AnswerView:
        """Show a message that was just sent and the answer to come, as far as it came."""
        if self._lone is not None:
            self.show_lone(None)
        if not live.again:
            asked = replace(_turn(live.user_turn, "user", live.message), data=plain(live.files))
            question = QuestionView(live.user_turn, live.message, self.hub, tr("Sent just now"))
            question.files.show_files(live.files)
            self._append(Shown(asked), question)
        answer = AnswerView(live.answer_turn, self.hub)
        self._append(Shown(_turn(live.answer_turn, "assistant", live.text)), answer)
        if live.text:
            answer.show_markdown(live.text)
        else:
            answer.show_waiting(tr("Thinking…"))
        answer.ask(live.asked)
        return answer

    def cut(self, turn_id: str) -> None:
        """Take away a turn and all that follows."""
        place = self.place_of(turn_id)
        if place is not None:
            self._shown = self._shown[:place]
            self.reset(place, kept=place)

    def name_turns(self, user_turn: str, answer_turn: str) -> None:
        """Give the last question and answer the ids that the engine chose."""
        for place, turn_id in zip(range(len(self._shown) - 2, len(self._shown)), (user_turn, answer_turn), strict=True):
            entry = self._shown[place]
            self._shown[place] = replace(entry, turn=replace(entry.turn, id=turn_id))
            view = self.view(place)
            view.turn_id = turn_id
            if isinstance(view, AnswerView):
                view.chips.show_turn(turn_id, entry.versions)

    def update_shown(self, shown: Sequence[Shown], left_out: int) -> None:
        """What is known of the same turns by now: versions, what they cost, what no longer is sent."""
        fresh = {entry.turn.id: entry for entry in shown}
        for place, entry in enumerate(self._shown):
            known = fresh.get(entry.turn.id)
            if known is not None:
                self._shown[place] = known
        for view in self.views:
            known = fresh.get(view.turn_id)
            if known is not None and isinstance(view, QuestionView):
                view.show_versions(known.versions)
            elif known is not None and isinstance(view, AnswerView) and view.finished:
                view.chips.show_turn(view.turn_id, known.versions)
        self.show_left_out(left_out)

    def show_left_out(self, count: int) -> None:
        """The first `count` messages are no longer sent to the model."""
        for place, view in self.made.items():
            if count != self._left_out and place in (count, self._left_out):
                view.show_divider(count if place == count else 0)
        self._left_out = count

    def grew(self) -> None:
        """Something was added at the end: whoever reads further up is told, and not moved."""
        self._fresh = not self._follow
        self._place_jump()

    def last_answer(self) -> AnswerView | None:
        """The answer at the end."""
        view = self._made.get(len(self._shown) - 1)
        return view if isinstance(view, AnswerView) else None

    # Items

    def answer_of(self, item: Item) -> AnswerView | None:
        """The answer below which an item's chip belongs: the one after the turn that the item rests on."""
        place = self.place_of(item.source.turn_id)
        following = [self._made.get(n) for n in (place, place + 1)] if place is not None else []
        return next((view for view in following if isinstance(view, AnswerView)), None)

    def show_item(self, item: Item, answer: AnswerView) -> None:
        """Hang an item below an answer."""
        answer.chips.show_item(item)
        place = self.place_of(answer.turn_id)
        if place is not None and item.id not in {one.id for one in self._shown[place].items}:
            entry = self._shown[place]
            self._shown[place] = replace(entry, items=(*entry.items, item))

    def chip_items(self) -> list[Item]:
        """The items that have a chip in this chat."""
        return [item for entry in self._shown for item in entry.items]

    def refresh(self, items: Sequence[Item]) -> None:
        """Bring everything that shows these items up to date."""
        self._items |= {item.id: item for item in items}
        for view in self._answers():
            for item in items:
                view.chips.refresh(item)

    # Keys and the way to the end

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home and self._shown:
            self.go(0)
            self._hold(0)
        elif event.key() == Qt.Key.Key_End and self._shown:
            self.to_end()
            self._hold(len(self._shown) - 1)
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Give the keyboard to the next message; through one that is taller than the window it scrolls first."""
        held = QApplication.focusWidget()
        at = next((place for place, view in self._made.items() if held is not None and _within(view, held)), None)
        if at is None:
            seen = self.in_sight()
            self._hold(seen[-1] if by < 0 else seen[0]) if seen else None
            return
        view, bar = self._made[at], self.verticalScrollBar()
        top = view.y() - bar.value()
        rest = top + view.height() - self.viewport().height() if by > 0 else -top
        if rest > 0:
            bar.setValue(bar.value() + by * min(rest + 8, int(self.viewport().height() * 0.8)))
        elif 0 <= at + by < len(self._shown):
            self._hold(at + by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_jump()

    def _hold(self, place: int) -> None:
        view = self.view(place)
        self.place()
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(view)

    def _fill(self, shown: list[Shown], left_out: int) -> None:
        self.reset(0)
        self._shown, self._items, self._left_out = shown, {}, left_out
        self.reset(len(shown))

    def _append(self, shown: Shown, view: MessageView) -> None:
        before = self._made.get(len(self._shown) - 1)
        if isinstance(before, AnswerView):
            before.show_last(False)
        self._shown.append(shown)
        self.add(view)

    def _answers(self) -> Iterator[AnswerView]:
        return (view for view in self._made.values() if isinstance(view, AnswerView))

    def _place_jump(self) -> None:
        bar = self.verticalScrollBar()
        below = bar.maximum() - bar.value()
        fresh = self._fresh = self._fresh and below > NEAR_END
        self.jump.setVisible(below > NEAR_END * 4)
        self.jump.set_label(tr("New text below: jump to the end") if fresh else tr("Jump to the end"))
        self.jump.setText(tr("New text below ") if fresh else "")
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.jump.setToolButtonStyle(beside if fresh else alone)
        tall = scaled(36)
        self.jump.setFixedSize(self.jump.sizeHint().width() + 12 if fresh else tall, tall)
        self.jump.move((self.viewport().width() - self.jump.width()) // 2, self.height() - self.jump.height() - 12)


def _within(view: QWidget, widget: QWidget) -> bool:
    return view is widget or view.isAncestorOf(widget)


def _turn(turn_id: str, role: str, text: str) -> Turn:
    return Turn(turn_id, "", "", 0, role, text, now())
