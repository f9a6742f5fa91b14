"""Where reviewing stands in the window: the list takes the place of the chat, and its toasts stand over it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.memory import set_mode
from desktop.review.page import ReviewPage
from desktop.review.said import Said
from desktop.tongue import tr
from desktop.words import store_words
from engine import LearningMode

if TYPE_CHECKING:
    from desktop.window import MainWindow
    from engine.item import Item


class ReviewPlace(QObject):
    """Opens and closes the list in one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.page = ReviewPage(window.bridge)
        middle = cast("QWidget", window.conversation.parentWidget())
        layout = cast("QVBoxLayout", middle.layout())
        layout.insertWidget(layout.indexOf(window.conversation) + 1, self.page, 1)
        inbox = window.memory.inbox
        inbox.all_wanted.connect(self.open)
        inbox.reviewer.offered.connect(self._offer)
        self.page.offered.connect(lambda words, back: self._offer(words, back.work, back.act))
        self.page.closed.connect(self.close)
        self.page.one_wanted.connect(self._show_one)
        window.memory.jumped.connect(lambda _: self.close())
        window.memory.loaded.connect(lambda _: self.page.reload() if self.page.isVisible() else None)
        window.conversation.opened.connect(lambda _: self.close())
        window.conversation.transcript.hub.allow.connect(self._said)
        window.keys.bind("review_all", window, self.open)

    def open(self) -> None:
        """Show the list in place of the chat."""
        self._window.memory.inbox.close_review()
        self._window.conversation.hide()
        self._window.toast.stand_over(self.page.body)
        self.page.open()

    def close(self) -> None:
        """Show the chat again."""
        if self.page.isHidden():
            return
        self.page.hide()
        self._window.conversation.show()
        self._window.toast.stand_over(self._window.conversation.transcript)
        self._window.conversation.focus()

    def _offer(self, words: str, undo: Callable[[], object], act: int = 0) -> None:
        """Show what was done, and a button that has it taken back at the desk. act: what to forget where that is refused."""
        window = self._window

        def refused(error: Exception) -> None:
            window.bridge.undo_refused.emit(act or None, error)

        window.toast.show_step(
            words, tr("Undo"), lambda: window.bridge.run(undo, lambda _: window.memory.reload(), refused)
        )

    def answer_question(self) -> bool:
        """Give the keyboard to the question that the chat asks; whether there is one."""
        answer = self._window.conversation.transcript.last_answer()
        question = answer.question if answer is not None else None
        if question is not None:
            self.close()
            question.focus()
        return question is not None

    def _said(self, said: Said) -> None:
        """Tell that a store need not ask any more, and offer to take that back."""
        learning, database = self._window.bridge.learning, self._window.bridge.database
        self._window.conversation.focus()
        for store in said.always:
            words = tr("{title}: saved without asking from now on").format(title=store_words(store).title)
            self._offer(words, partial(set_mode, learning, database, store, LearningMode.HITL))

    def _show_one(self, item: Item) -> None:
        self._window.show_sidebar()
        self._window.memory.inbox.open(item)


def install(window: MainWindow) -> ReviewPlace:
    """Give a window its list of all suggestions."""
    return ReviewPlace(window)
