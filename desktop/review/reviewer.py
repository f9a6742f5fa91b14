"""Whoever answers the deck: hands each answer to the desk, keeps what undo needs, and follows what happens elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.bridge import Bridge
from desktop.memory import Memory
from desktop.review.deck import Answer, Deck, Verdict
from desktop.review.desk import carry_out, read_details
from desktop.review.words import Details, done_words, matter_words
from desktop.tongue import tr
from engine.events import Changed
from engine.item import Item


class Reviewer(QObject):
    """Owns the deck. `moved`: another card is current; `counted`: only numbers changed; `detailed(item)`: its details came."""

    moved = Signal()
    counted = Signal()
    detailed = Signal(object)
    offered = Signal(str, object)
    """(words, what takes it back): something that is no act was done; the words are for a toast."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.memory = Memory()
        self.deck = Deck()
        self.is_open = False
        self._details: dict[str, Details] = {}
        self._writing: Counter[str] = Counter()
        bridge.changed.connect(self._changed)

    @property
    def more(self) -> list[Item]:
        """What came in since the deck was opened, or was left out of it."""
        return self.deck.more(self.memory.proposals)

    def show_memory(self, memory: Memory) -> None:
        """Know what waits. An open deck stays as it is: what is new waits for its end."""
        self.memory = memory
        self.counted.emit()
        self._read(self.deck.current)

    def open(self, first: Item | None = None) -> None:
        """Begin with what waits now, `first` before the others; an open deck goes on, with `first` as its card."""
        if not self.is_open or (self.deck.current is None and first is not None):
            self.deck = Deck(list(self.memory.proposals))
            self._details.clear()
        self.is_open = True
        if first is not None:
            self.deck.bring(first)
        self._move()

    def go_on(self) -> None:
        """From the end of the deck: what was left for later, and what came in meanwhile."""
        self.deck = Deck([*self.deck.left, *self.more])
        self._move()

    def close(self) -> None:
        """Put the deck away; what was not answered waits."""
        self.is_open = False
        self.deck = Deck()
        self.counted.emit()

    # Answers

    def say(self, verdict: Verdict, text: str | None = None, data: dict[str, object] | None = None) -> None:
        """Answer the current card; the next one comes at once, the writing follows at the desk."""
        item = self.deck.current
        if item is None or (verdict is Verdict.BESIDE and not self.details(item).room):
            return
        matter = self.details(item).matter
        answer = self.deck.answer(verdict)
        if verdict is not Verdict.LATER:
            words = done_words(verdict, text or item.text, matter)
            self._write(answer, partial(carry_out, self._bridge.learning, item, verdict, text, data), words)
        self._move()

    def back(self) -> None:
        """Take the last answer back and show its card again."""
        answer = self.deck.back()
        if answer is None:
            return
        if answer.verdict is not Verdict.LATER:
            learning, item = self._bridge.learning, answer.item
            # the desk works in order: by then the answer is written, and `act` says as what
            work = lambda: learning.undo(answer.act) if answer.act else None  # noqa: E731
            self._own([item], work, lambda _: None, partial(self._stands, answer))
        self._move()

    def _stands(self, answer: Answer, error: Exception) -> None:
        """An answer could not be taken back, for something newer rests on it: its card goes, and what can be done is said."""
        self.deck.drop(answer.item.id)
        self._bridge.undo_refused.emit(answer.act, error)
        self._move()

    def undo_all(self) -> None:
        """Take every answer of this deck back, and begin again."""
        learning, before = self._bridge.learning, list(self.deck.answers)
        answers = [answer for answer in before if answer.verdict is not Verdict.LATER]
        self.deck.answers.clear()

        def refused(error: Exception) -> None:
            self.deck.answers = before
            self._bridge.undo_refused.emit(None, error)
            self._move()

        items = [answer.item for answer in answers]
        # which acts is known at the desk only, where by then all answers are written
        work = lambda: learning.undo_all([answer.act for answer in answers if answer.act])  # noqa: E731
        self._own(items, work, self._bridge.undone.emit, refused)
        self._move()

    def allow(self, matter: str) -> None:
        """Save what touches this sensitive matter without asking from now on."""
        learning = self._bridge.learning
        words = tr("From now on {matter} is saved without asking").format(matter=matter_words(matter))
        self._bridge.run(lambda: learning.allow(matter), lambda _: self._allowed(words, matter))

    def _allowed(self, words: str, matter: str) -> None:
        learning = self._bridge.learning
        self._details.clear()
        self._move()
        take_back: Callable[[], object] = lambda: learning.allow(matter, allowed=False)  # noqa: E731
        self.offered.emit(words, take_back)

    def _write(self, answer: Answer, work: Callable[[], Changed], words: str) -> None:
        def written() -> Changed:
            changed = work()
            answer.act = changed.act
            return changed

        def failed(error: Exception) -> None:
            self.deck.ask_again(answer.item)
            self._failed(error)

        self._own([answer.item], written, lambda changed: self._bridge.acted.emit(words, changed), failed)

    def _own(
        self,
        items: Sequence[Item],
        work: Callable[[], Changed | None],
        then: Callable[[Changed | None], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do `work`; what it tells of these items is no news to the deck."""
        ids = [item.id for item in items]
        self._writing.update(ids)

        def done(changed: Changed | None) -> None:
            self._writing.subtract(ids)
            then(changed)

        def not_done(error: Exception) -> None:
            self._writing.subtract(ids)
            (failed or self._failed)(error)

        self._bridge.run(work, done, not_done)

    def _failed(self, error: Exception) -> None:
        self._bridge.failed.emit(error)
        self._move()

    # What a card tells

    def details(self, item: Item) -> Details:
        """What is known beyond the item; the replaced one at once, the rest after `detailed`."""
        known = self._details.get(item.id)
        return known or Details(old=self.memory.replaced.get(item.replaces), mode=self.memory.modes.get(item.store))

    def is_known(self, item: Item) -> bool:
        """Whether the details of an item were read."""
        return item.id in self._details

    def _move(self) -> None:
        self.moved.emit()
        item = self.deck.current
        if item is not None and item.id not in self._details:
            self._read(item)

    def _read(self, item: Item | None) -> None:
        if item is not None and self.is_open:
            learning = self._bridge.learning
            self._bridge.run(lambda: read_details(learning, item), partial(self._take, item))

    def _take(self, item: Item, details: Details) -> None:
        known, self._details[item.id] = self._details.get(item.id), details
        if self.deck.current == item and details != known:
            self.detailed.emit(item)

    def _changed(self, changed: Changed) -> None:
        if self.is_open:
            before = self.deck.current
            self.deck.follow(changed.items, self._busy())
            if self.deck.current != before:
                self._details.pop(before.id if before is not None else "", None)
                self._move()
            self.counted.emit()

    def _busy(self) -> Iterable[str]:
        return [item_id for item_id, works in self._writing.items() if works]
