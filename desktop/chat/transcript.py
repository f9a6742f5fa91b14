"""The transcript: messages as widgets in one column; a long chat holds only its last ones until one asks for more.

It follows the answer only while one is at the end; scrolled up, it never moves by itself. Two thousand messages as
widgets would take seconds and hundreds of megabytes, so a page is 40.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.bridge import Live
from desktop.chat.message import AnswerView, MessageView, QuestionView, Shown, view_of
from desktop.widgets import IconButton, Page, button, clear, column, widgets_in
from engine.item import Item

PAGE = 40
WIDTH = 760
NEAR_END = 24


class Transcript(QScrollArea):
    """Shows one chat. It knows turns and items, not the engine."""

    undo = Signal(object)
    review = Signal(object)
    allow = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Conversation")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: list[Shown] = []
        self._first = 0
        self._views: dict[str, MessageView] = {}
        self._follow = True
        self._from_end: int | None = None
        self._target: QWidget | None = None
        self._build()
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._range_changed)
        bar.valueChanged.connect(self._value_changed)
        bar.actionTriggered.connect(lambda _: self._let_go())

    def _build(self) -> None:
        holder = Page("page")
        outer = column(holder, margins=(24, 16, 24, 24))
        self._inner = QWidget()
        self._inner.setMaximumWidth(WIDTH + MessageView.INSET)
        self._column = column(self._inner, gap=16)
        self.earlier = button("Show earlier messages", self.show_earlier, role="quiet")
        self.earlier.hide()
        self._column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        self._messages: QVBoxLayout = column(gap=16)
        self._column.addLayout(self._messages)
        self._column.addStretch(1)
        self._empty: QWidget | None = None
        outer.addWidget(self._inner)
        self._outer = outer
        self._page = holder
        self.setWidget(holder)
        self.jump = IconButton("arrow-down", "Jump to the end")
        self.jump.setParent(self)
        self.jump.setProperty("role", "float")
        self.jump.setFixedSize(36, 36)
        self.jump.clicked.connect(self.to_end)
        self.jump.hide()

    # What is shown

    @property
    def views(self) -> list[MessageView]:
        """The messages that are there as widgets, in order."""
        found = widgets_in(self._messages)
        return [view for view in found if isinstance(view, MessageView)]

    @property
    def following(self) -> bool:
        """Whether the transcript moves along with the answer."""
        return self._follow

    def open(self, shown: Sequence[Shown], live: Live | None = None) -> None:
        """Show a chat from its end; `live` is the answer that is being written in it just now."""
        self.clear()
        ids = {live.user_turn, live.answer_turn} if live is not None else set()
        self._shown = [entry for entry in shown if entry.turn.id not in ids]
        self._first = max(0, len(self._shown) - PAGE)
        for entry in self._shown[self._first :]:
            self._add(view_of(entry))
        self.earlier.setVisible(self._first > 0)
        if live is not None:
            self.begin(live)
        self.to_end()

    def clear(self) -> None:
        """Show nothing."""
        clear(self._messages)
        self._views.clear()
        self._shown, self._first, self._target = [], 0, None
        self.earlier.hide()

    def show_empty(self, widget: QWidget | None) -> None:
        """Show `widget` in place of messages (a welcome), or take it away."""
        if self._empty is not None:
            self._column.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
        self._empty = widget
        if widget is not None:
            self._column.insertWidget(0, widget)

    def show_earlier(self) -> None:
        """Make widgets of one more page, and keep what is read in its place."""
        self._extend(max(0, self._first - PAGE))

    def show_turn(self, turn_id: str, quote: str = "") -> bool:
        """Scroll to a turn, light it up and mark the quote in it; whether the turn is in this chat."""
        place = next((i for i, entry in enumerate(self._shown) if entry.turn.id == turn_id), None)
        if place is not None and place < self._first:
            self._extend(max(0, place - 4))
        view = self._views.get(turn_id)
        if view is None:
            return False
        self._follow = False
        self._from_end = None
        self._target = view
        view.flash(quote)
        QTimer.singleShot(0, self, self._reach)
        return True

    # The answer that is being written

    def begin(self, live: Live) -> AnswerView:
        """Show a message that was just sent and the answer to come, as far as it came."""
        self.show_empty(None)
        self._add(QuestionView(live.user_turn, live.message, "Sent just now"))
        answer = AnswerView(live.answer_turn)
        self._add(answer)
        if live.text:
            answer.show_markdown(live.text)
        else:
            answer.show_waiting("Thinking…")
        answer.ask(live.asked)
        return answer

    def name_turns(self, user_turn: str, answer_turn: str) -> None:
        """Give the last question and answer the ids that the engine chose."""
        for view, turn_id in zip(self.views[-2:], (user_turn, answer_turn), strict=True):
            view.turn_id = turn_id
            self._views[turn_id] = view

    def last_answer(self) -> AnswerView | None:
        """The answer at the end."""
        views = self.views
        return views[-1] if views and isinstance(views[-1], AnswerView) else None

    def answer_of(self, item: Item) -> AnswerView | None:
        """The answer below which an item's chip belongs: the one after the turn that the item rests on."""
        views = self.views
        for place, view in enumerate(views):
            if view.turn_id == item.source.turn_id:
                following = [v for v in views[place : place + 2] if isinstance(v, AnswerView)]
                return following[0] if following else None
        return None

    def chip_items(self) -> list[Item]:
        """The items that have a chip here."""
        return [chip.item for view in self.views if isinstance(view, AnswerView) for chip in view.chips.chips]

    def refresh(self, items: Sequence[Item]) -> None:
        """Bring the chips of these items up to date."""
        for view in self.views:
            if isinstance(view, AnswerView):
                known = {chip.item.id for chip in view.chips.chips}
                for item in items:
                    if item.id in known:
                        view.chips.show_item(item)

    # Scrolling

    def to_end(self) -> None:
        """Go to the end and follow from now on."""
        self._let_go()
        self._follow = True
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())
        self._place_jump()

    def _let_go(self) -> None:
        self._target, self._from_end = None, None

    def _extend(self, first: int) -> None:
        bar = self.verticalScrollBar()
        self._from_end = bar.maximum() - bar.value()
        self._follow = False
        for place, entry in enumerate(self._shown[first : self._first]):
            self._add(view_of(entry), place)
        self._first = first
        self.earlier.setVisible(first > 0)

    def _add(self, view: MessageView, place: int = -1) -> None:
        if isinstance(view, AnswerView):
            view.undo.connect(self.undo)
            view.review.connect(self.review)
            view.allow.connect(self.allow)
        self._messages.insertWidget(place, view)
        if view.turn_id:
            self._views[view.turn_id] = view

    def _range_changed(self, _low: int, high: int) -> None:
        bar = self.verticalScrollBar()
        if self._follow:
            bar.setValue(high)
        elif self._target is not None:
            self._reach()
        elif self._from_end is not None:
            bar.setValue(high - self._from_end)
        self._place_jump()

    def _value_changed(self, value: int) -> None:
        if self._target is None and self._from_end is None:
            self._follow = value >= self.verticalScrollBar().maximum() - NEAR_END
        self._place_jump()

    def _reach(self) -> None:
        if self._target is not None:
            top = self._target.mapTo(self._page, self._target.rect().topLeft()).y()
            self.verticalScrollBar().setValue(top - 48)
            self._place_jump()

    def _place_jump(self) -> None:
        bar = self.verticalScrollBar()
        self.jump.setVisible(bar.maximum() - bar.value() > NEAR_END * 4)
        self.jump.move((self.viewport().width() - self.jump.width()) // 2, self.height() - self.jump.height() - 12)
        self.jump.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(24, (self.width() - WIDTH) // 2)
        bar = self.width() - self.viewport().width()
        self._outer.setContentsMargins(spare - MessageView.INSET, 16, max(spare - bar, 4), 24)
        self._place_jump()
