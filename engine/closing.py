"""Closing: the notes that a message ends: by a sentence that says only that, or because they no longer fit what it says.

Ends nothing of a store that asks the user first; there the proposal of the new value names the old one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from engine.clock import now
from engine.config import LearningMode
from engine.consent import CERTAIN
from engine.database import Database
from engine.decide import Exchange
from engine.endings import ended_by, ending
from engine.events import Event, Learned
from engine.halves import other_half
from engine.head import Head
from engine.item import Item, State
from engine.keeper import Keeper, no_longer
from engine.language.commands import command_in
from engine.language.segments import off_record, segment
from engine.outdating import Note, Outdating, said_by
from engine.reconcile import ENDABLE, last_told
from engine.scope import PRIVATE
from engine.stores import Chosen
from models.protocols import Embedder

AT_ONCE = (LearningMode.ALWAYS, LearningMode.AGENTIC)
JUST_TOLD = 0.3
"""Least probability at which a note of the message before ends. In 118 exchanges of others with an earlier message 76 of the 96
notes end that are due (by the rules of reconcile alone 64 of 95), and 11 that are not on their lists (7), tasks and goals
mostly."""
LONG_TOLD = 0.45
"""Least probability of any other note: there are many of them."""
SILENT = 0.5
"""Least probability when nothing new is learned in its place."""
LOOKED_AT = 12
"""Notes that are judged at most besides those of the message before: the nearest."""


class Closing:
    """Finds and ends, for one machine. mode: the mode of a store, None when it is off."""

    def __init__(
        self, database: Database, keeper: Keeper, head: Head, mode: Callable[[str], LearningMode | None]
    ) -> None:
        self._database = database
        self._keeper = keeper
        self._head = head
        self._mode = mode
        self._outdating = Outdating.load()

    def said_over(self, exchange: Exchange, chosen: Sequence[Chosen]) -> tuple[tuple[Chosen, ...], list[Item]]:
        """What is to be learned without what only ends something, and what that ends."""
        left, over = list(chosen), list[Item]()
        if _unheard(exchange):
            return tuple(left), over
        for piece in segment(exchange.user):
            one = ending(piece.text) if piece.kind in ("said", "request") else None
            if one is None:
                continue
            known, cosines = self._keeper.near(piece.text, exchange.user_id)
            found = ended_by(one, known, cosines, exchange.session_id)
            if all(self._mode(item.store) in AT_ONCE for item in found) and (found or one.bare):
                left = [c for c in left if c.quote != piece.text or c.explicit]
                over += [item for item in found if item not in over]
        return tuple(left), over

    def outdated(self, exchange: Exchange, embedder: Embedder, *, silent: bool) -> list[Item]:
        """The notes that no longer fit what the message says, the likeliest first. silent: nothing new is learned of it."""
        current = [] if _unheard(exchange) else self._current(exchange)
        if not current:
            return []
        said = said_by(exchange.user, exchange.before, self._head, embedder, acting=exchange.acting)
        if not said.pieces or (silent and not said.states):
            return []  # "when should the hinge be oiled?" asks for a note
        near = self._keeper.indexer.similar(exchange.user, [exchange.user_id])
        known = [item for item in current if item.id in near]
        last = last_told(exchange.session_id, exchange.turn_id, known)
        told = [item for item in known if item.source.turn_id == last]
        rest = sorted((i for i in known if i not in told), key=lambda item: -near[item.id])[:LOOKED_AT]
        notes = [Note(item.text, item in told) for item in (*told, *rest)]
        chances = self._outdating.judge(notes, said, embedder)
        least = [max(SILENT * silent, JUST_TOLD if note.told else LONG_TOLD) for note in notes]
        found = [
            (chance, item)
            for chance, lowest, item in zip(chances, least, (*told, *rest), strict=True)
            if chance >= lowest
        ]
        return [item for _, item in sorted(found, key=lambda one: -one[0])]

    def made_sure(self, chosen: tuple[Chosen, ...], outdated: Sequence[Item], embedder: Embedder) -> tuple[Chosen, ...]:
        """What is to be learned; what takes the place of a note is certain to be worth one: else the old one would stand
        until the new one is accepted."""
        if not (chosen and outdated):
            return chosen
        vectors = embedder.embed([*(one.text for one in chosen), *(item.text for item in outdated)])
        nearest = (vectors[len(chosen) :] @ vectors[: len(chosen)].T).argmax(axis=1)
        return tuple(
            replace(one, confidence=max(one.confidence, CERTAIN)) if place in nearest else one
            for place, one in enumerate(chosen)
        )

    def end(self, items: Sequence[Item], said: str) -> Event:
        """Forget what the message `said` ended, as one act; halves that still hold are kept."""
        moment = now()
        halves = tuple(half for item in items if (half := other_half(item, said, moment)) is not None)
        over = [replace(i, state=State.FORGOTTEN, updated_at=moment, valid_to=i.valid_to or moment) for i in items]
        with self._database.transaction():
            ended = list(zip(items, over, strict=True))
            changed = self._keeper.commit("end", [*ended, *((None, half) for half in halves)], by="learning")
        return Learned(halves, changed.act, tuple(map(no_longer, items)))

    def _current(self, exchange: Exchange) -> list[Item]:
        """The user's notes and waiting proposals that a message may end."""
        items = self._database.items
        found = [i for s in (State.ACTIVE, State.PROPOSED) for i in items.find(state=s, user_id=exchange.user_id)]
        return [
            item
            for item in found
            if item.store in ENDABLE
            and item.kind != "entity"
            and not item.key  # a field ends by its next value, or by words that name what is over
            and item.namespace == PRIVATE
            and item.source.turn_id != exchange.turn_id
            and self._mode(item.store) in AT_ONCE
        ]


def _unheard(exchange: Exchange) -> bool:
    """Whether nothing of a message is learned: a command, or what stays between us."""
    return command_in(exchange.user) is not None or off_record(exchange.user)
