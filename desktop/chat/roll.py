"""A column of messages of which only those in sight exist as widgets, and whose place on the screen is never lost.

Two thousand messages as widgets take seconds and hundreds of megabytes, so the heights of those out of sight are guessed.
What keeps the text still is the anchor, the message at the upper edge and how far one is into it, unless one is at the end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from desktop.chat.message import MessageView
from desktop.chat.tabbed import Tabbed
from desktop.theme import scaled

WIDTH = 760
GAP, ABOVE, BELOW = 16, 16, 24
NEAR_END = 24
AHEAD, FAR = 0.6, 2.5
"""Heights of the window beyond its edges to which widgets are made ahead, and from which on they are dropped."""


class _Page(QWidget):
    """What moves under the window. It has no layout: the roll places its children."""

    def __init__(self, asked: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._asked = asked

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._asked()
        return super().event(event)


class Roll(QScrollArea):
    """Shows `count` messages that `make(place)` makes and whose heights `guess(place, width)` guesses, in pixels."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page = _Page(self.place)
        self.setWidget(self._page)
        self._heights: list[int] = []
        self._edges: list[int] | None = None
        self._made: dict[int, MessageView] = {}
        self._anchor, self._into = 0, 0
        self._follow = True
        self._placing = False
        self._lone: QWidget | None = None
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(0)
        self._ahead.timeout.connect(self._make_ahead)
        bar = self.verticalScrollBar()
        bar.setSingleStep(40)
        bar.valueChanged.connect(self._scrolled)

    def make(self, place: int) -> MessageView:
        """A widget of the message at this place."""
        raise NotImplementedError

    def guess(self, place: int, width: int) -> int:
        """About how tall it will be."""
        raise NotImplementedError

    # What is there

    @property
    def made(self) -> dict[int, MessageView]:
        """The messages that are there as widgets, by place, in order."""
        return dict(sorted(self._made.items()))

    @property
    def following(self) -> bool:
        """Whether the end is kept in sight."""
        return self._follow

    def reset(self, count: int, *, kept: int = 0) -> None:
        """There are so many messages now; all but the first `kept` are others than before."""
        for place in [place for place in self._made if place >= kept]:
            self._drop(place)
        width = self._width()
        self._heights = [*self._heights[:kept], *(self.guess(place, width) for place in range(kept, count))]
        self._edges = None

    def add(self, view: MessageView) -> None:
        """Append a message that is there as a widget."""
        self._heights.append(0)
        self._edges = None
        self._adopt(len(self._heights) - 1, view)
        self.place()

    def view(self, place: int) -> MessageView:
        """The widget at a place, made now if it is not there."""
        if place not in self._made:
            self._adopt(place, self.make(place))
        return self._made[place]

    def show_lone(self, widget: QWidget | None) -> None:
        """Show one widget in place of messages, or take it away."""
        if self._lone is not None:
            self._lone.hide()
            self._lone.deleteLater()
        self._lone = widget
        if widget is not None:
            widget.setParent(self._page)
            widget.show()
        self.place()

    # Where one is

    def to_end(self) -> None:
        """Go to the end and stay there."""
        self._follow = True
        self.place()

    def go(self, place: int, into: int = -48) -> None:
        """Let the message at `place` begin at the upper edge; `into`: pixels of it that are above it."""
        self._follow, self._anchor, self._into = False, place, into
        self.place()

    def reveal(self, widget: QWidget) -> None:
        """Bring a widget of a message into sight, if it is not."""
        top = widget.mapTo(self._page, widget.rect().topLeft()).y()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or widget.height() > height - 2 * GAP:
            bar.setValue(top - GAP)
        elif top + widget.height() > bar.value() + height:
            bar.setValue(top + widget.height() - height + GAP)

    def in_sight(self) -> range:
        """The places of the messages that can be seen."""
        return self._between(self._tops(), self.verticalScrollBar().value(), self.viewport().height())

    # Placing

    def place(self) -> None:
        """Lay everything out again around the anchor."""
        if self._placing:
            return
        self._placing = True
        try:
            for _ in range(6):  # a guess that was wrong brings others into sight
                if not self._bring():
                    break
            self._arrange()
        finally:
            self._placing = False
        self._ahead.start()
        self.moved.emit()

    def _bring(self) -> bool:
        """Make what is in sight and measure what is there; whether anything came out otherwise than thought."""
        tops = self._tops()
        width, wrong = self._width(), False
        for place in self._between(tops, self._value(tops), self.viewport().height()):
            if place not in self._made:
                self._adopt(place, self.make(place))
                wrong = True
        for place, view in self._made.items():
            height = view.height_for(width)
            if height != self._heights[place]:
                self._heights[place], wrong = height, True
                self._move_edges(place)
        return wrong

    def _arrange(self) -> None:
        tops, width = self._tops(), self._width()
        left = max((self.width() - scaled(WIDTH)) // 2, 24) - MessageView.INSET
        for place, view in self._made.items():
            view.setGeometry(left, tops[place], width, self._heights[place])
        if self._lone is not None:
            tall = self._lone.heightForWidth(width)  # its hint takes each wrapped text for as narrow as it may get
            self._lone.setGeometry(left, ABOVE, width, tall if tall >= 0 else self._lone.sizeHint().height())
        bottom = self._lone.geometry().bottom() if self._lone is not None and not self._heights else tops[-1] - GAP
        self._page.resize(self.viewport().width(), max(bottom + BELOW, self.viewport().height()))
        bar = self.verticalScrollBar()
        bar.setValue(self._value(tops))
        self._drop_far(tops, bar.value())

    def _value(self, tops: Sequence[int]) -> int:
        """Where the scroll bar belongs."""
        end = max(tops[-1] - GAP + BELOW - self.viewport().height(), 0)
        if self._follow or not self._heights:
            return end
        return min(max(tops[min(self._anchor, len(self._heights) - 1)] + self._into, 0), end)

    def _tops(self) -> list[int]:
        """The upper edge of each message, and of what would come after the last."""
        if self._edges is None:
            self._edges = list(accumulate((height + GAP for height in self._heights), initial=ABOVE))
        return self._edges

    def _move_edges(self, place: int) -> None:
        """The message at `place` has another height: only what is below it moves, and mostly that is nothing."""
        if self._edges is not None:
            self._edges[place:] = accumulate((h + GAP for h in self._heights[place:]), initial=self._edges[place])

    def _between(self, tops: Sequence[int], value: int, height: int) -> range:
        first = max(bisect_right(tops, value) - 1, 0)
        return range(first, min(bisect_right(tops, value + height), len(self._heights)))

    def _width(self) -> int:
        return max(min(self.width() - 48, scaled(WIDTH)), 120) + MessageView.INSET

    def _adopt(self, place: int, view: MessageView) -> None:
        view.setParent(self._page)
        self._made[place] = view
        view.show()

    def _make_ahead(self) -> None:
        """One more message beyond the edges, when there is time."""
        tops, bar, height = self._tops(), self.verticalScrollBar(), self.viewport().height()
        reach = int(height * AHEAD)
        wanted = self._between(tops, max(bar.value() - reach, 0), height + 2 * reach)
        missing = [place for place in wanted if place not in self._made]
        if missing and self.isVisible():
            seen = self.in_sight()
            nearest = min(missing, key=lambda place: min(abs(place - seen.start), abs(place - seen.stop)))
            self._adopt(nearest, self.make(nearest))
            self.place()

    def _drop_far(self, tops: Sequence[int], value: int) -> None:
        """Let go of what is far away, but for what holds the keyboard, selected text or an answer that is being written."""
        reach = int(self.viewport().height() * FAR)
        near = self._between(tops, max(value - reach, 0), self.viewport().height() + 2 * reach)
        for place in [place for place, view in self._made.items() if place not in near and not view.held()]:
            self._drop(place)

    def _drop(self, place: int) -> None:
        view = self._made.pop(place)
        view.hide()
        view.setParent(None)
        view.deleteLater()

    # What happens to it

    def _scrolled(self, value: int) -> None:
        if self._placing:
            return
        tops = self._tops()
        self._follow = value >= self.verticalScrollBar().maximum() - NEAR_END
        self._anchor = max(min(bisect_right(tops, value), len(self._heights)) - 1, 0)
        self._into = value - tops[self._anchor]
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure_again()
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._heights:
            self._measure_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()

    def _measure_again(self) -> None:
        """At another width every guess is another; the anchor keeps its share of its message."""
        width = self._width()
        before = self._heights[self._anchor] if self._anchor < len(self._heights) else 0
        self._heights = [self.guess(place, width) for place in range(len(self._heights))]
        for place, view in self._made.items():
            self._heights[place] = view.height_for(width)
        self._edges = None
        if before and 0 < self._into < before:
            self._into = self._into * self._heights[self._anchor] // before

    def stops(self) -> list[QWidget]:
        """What Tab goes to: the roll itself, its messages as they are read and not as they were made, what stands over it."""
        over = [one for one in self.findChildren(QWidget) if not self._page.isAncestorOf(one)]
        lone = self._lone.findChildren(QWidget) if self._lone is not None else []
        able = [one for one in (*lone, *over) if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()]
        return [self, *(stop for view in self.made.values() for stop in view.stops()), *able]

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops, held = self.stops(), QApplication.focusWidget()
        following = (stops.index(held) if held in stops else 0) + (1 if forward else -1)
        window = self.window()
        if not 0 <= following < len(stops):
            return isinstance(window, Tabbed) and window.tab(forward)
        stops[following].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if following and self._page.isAncestorOf(stops[following]):
            self.reveal(stops[following])
        return True
