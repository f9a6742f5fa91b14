"""The human's word on what a turn asked (mode HITL): given from any thread, carried out by the turn when it goes on.

Nothing here waits: the items were written as proposals before the question, and without a word they stay that.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.config import LearningMode
from engine.errors import InvalidInput
from engine.events import Event, Learned, Proposed
from engine.item import Item, State
from engine.machine import LearningMachine
from engine.tools import Noted

VERDICTS = ("accept", "edit", "reject", "always")


@dataclass(frozen=True, slots=True)
class Word:
    """What the human said of one item."""

    verdict: str
    text: str | None = None


class Answers:
    """Collects words and carries them out."""

    def __init__(self, acts: LearningMachine) -> None:
        self._acts = acts
        self._lock = threading.Lock()
        self._open: set[str] = set()
        self._given: dict[str, Word] = {}

    def give(self, item_id: str, verdict: str, text: str | None = None) -> None:
        """Note the word on an item that is asked for now; carry it out at once for any other proposal.

        Raises InvalidInput for an unknown verdict, for an edit without a text, or when the item is no proposal.
        """
        if verdict not in VERDICTS:
            raise InvalidInput(f"There is no verdict {verdict!r}. Verdicts: {', '.join(VERDICTS)}.")
        if verdict == "edit" and not (text or "").strip():
            raise InvalidInput("The text is empty. Write something, or reject the item instead.")
        with self._lock:
            if item_id in self._open:
                self._given[item_id] = Word(verdict, text)
                return
        self._carry_out(item_id, Word(verdict, text))

    def open(self, items: Sequence[Item]) -> None:
        """These are asked for from now on, until `settle`."""
        with self._lock:
            self._open |= {item.id for item in items}

    def settle(self, items: Sequence[Item]) -> list[Noted]:
        """Carry out the words on these items. Returns each as it is now, with the act that saved it (0 when none did)."""
        ids = {item.id for item in items}
        with self._lock:
            words = {item_id: self._given.pop(item_id) for item_id in ids & self._given.keys()}
            self._open -= ids
        done = {item_id: self._carry_out(item_id, word) for item_id, word in words.items() if self._waits(item_id)}
        return [Noted(self._acts.item(item.id), *done.get(item.id, (0, ()))) for item in items]

    def _waits(self, item_id: str) -> bool:
        """Whether it was not settled elsewhere meanwhile, in the inbox for instance."""
        return self._acts.item(item_id).state is State.PROPOSED

    def _carry_out(self, item_id: str, word: Word) -> tuple[int, tuple[str, ...]]:
        """The act that saved the item (0 when none did) and what else happened by it."""
        if word.verdict == "reject":
            self._acts.reject(item_id)
            return 0, ()
        saved = self._acts.accept(item_id, word.text if word.verdict == "edit" else None)
        if word.verdict == "always":
            self._acts.set_mode(self._acts.item(item_id).store, LearningMode.ALWAYS)
        return saved.act, saved.notices


def told(settled: Sequence[Noted]) -> Iterator[Event]:
    """The events of what was settled: each item that is saved now, then those that still wait."""
    for noted in settled:
        if noted.item.state is State.ACTIVE:
            yield Learned((noted.item,), noted.act, noted.notices)
    waiting = tuple(noted.item for noted in settled if noted.item.state is State.PROPOSED)
    if waiting:
        yield Proposed(waiting)
