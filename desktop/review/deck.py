"""The deck: suggestions in a fixed order, the answer to each, and the way back. Pure; the inbox shows it.

The order is frozen while the deck is open: what comes in waits until the end, so that no card changes under the hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.tongue import tr_n
from desktop.words import listed
from engine.item import Item, State


class Verdict(StrEnum):
    """What can be said of a suggestion. BESIDE: accept it and keep the old one too; NEVER: reject all like it."""

    ACCEPT = "accepted"
    EDIT = "edited"
    BESIDE = "kept beside the old one"
    REJECT = "rejected"
    NEVER = "never suggested again"
    LATER = "left for later"


@dataclass(slots=True)
class Answer:
    """One answer. `act` is what undo takes back; 0 until it is committed, and for LATER."""

    item: Item
    verdict: Verdict
    act: int = 0


@dataclass(slots=True)
class Deck:
    """The answers belong to the first cards of the queue; the card after them is the current one."""

    queue: list[Item] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    @property
    def current(self) -> Item | None:
        """The suggestion that is asked about; None at the end."""
        return self.queue[len(self.answers)] if len(self.answers) < len(self.queue) else None

    @property
    def place(self) -> tuple[int, int]:
        """Which card this is, from 1, and how many there are."""
        return len(self.answers) + 1, len(self.queue)

    @property
    def left(self) -> list[Item]:
        """What was left for later."""
        return [answer.item for answer in self.answers if answer.verdict is Verdict.LATER]

    def answer(self, verdict: Verdict) -> Answer:
        """Answer the current card; the next one comes."""
        item = self.current
        assert item is not None
        self.answers.append(Answer(item, verdict))
        return self.answers[-1]

    def back(self) -> Answer | None:
        """Take the last answer out: its card is the current one again. None at the first card."""
        return self.answers.pop() if self.answers else None

    def ask_again(self, item: Item) -> None:
        """The answer to this did not hold, or was taken back elsewhere: it comes once more, at the end."""
        if any(answer.item.id == item.id for answer in self.answers):
            self._remove(item.id)
            self.queue.append(item)

    def drop(self, item_id: str) -> None:
        """A card that waits was settled elsewhere."""
        if any(item.id == item_id for item in self.queue[len(self.answers) :]):
            self._remove(item_id)

    def bring(self, item: Item) -> None:
        """Ask about this one now; one that was answered already stays answered."""
        if all(answer.item.id != item.id for answer in self.answers):
            self._remove(item.id)
            self.queue.insert(len(self.answers), item)

    def renew(self, item: Item) -> None:
        """Show a card that waits as its item is now."""
        self.queue = [item if old.id == item.id else old for old in self.queue]

    def more(self, waiting: Iterable[Item]) -> list[Item]:
        """Those of the waiting suggestions that are not in the deck."""
        known = {item.id for item in self.queue}
        return [item for item in waiting if item.id not in known]

    def follow(self, changed: Sequence[Item], own: Iterable[str]) -> None:
        """Keep up with what was written elsewhere; `own`: items that the deck itself is writing just now."""
        for item in changed:
            if item.id in set(own):
                continue
            if item.state is not State.PROPOSED:
                self.drop(item.id)
            elif any(a.item.id == item.id and a.verdict is not Verdict.LATER for a in self.answers):
                self.ask_again(item)
            else:
                self.renew(item)

    def _remove(self, item_id: str) -> None:
        self.answers = [answer for answer in self.answers if answer.item.id != item_id]
        self.queue = [item for item in self.queue if item.id != item_id]


_COUNTED: dict[Verdict, Callable[[int], str]] = {
    Verdict.ACCEPT: lambda n: tr_n("{n} accepted", "{n} accepted", n),
    Verdict.EDIT: lambda n: tr_n("{n} edited", "{n} edited", n),
    Verdict.BESIDE: lambda n: tr_n("{n} kept beside the old one", "{n} kept beside the old one", n),
    Verdict.REJECT: lambda n: tr_n("{n} rejected", "{n} rejected", n),
    Verdict.NEVER: lambda n: tr_n("{n} never suggested again", "{n} never suggested again", n),
    Verdict.LATER: lambda n: tr_n("{n} left for later", "{n} left for later", n),
}


def summary(answers: Sequence[Answer]) -> str:
    """What was said in all: "7 accepted, 1 edited, 3 rejected"."""
    counts = {verdict: sum(answer.verdict is verdict for answer in answers) for verdict in Verdict}
    return listed(_COUNTED[verdict](count) for verdict, count in counts.items() if count)
