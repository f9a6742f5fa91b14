"""What is foreign becomes proposals: nothing that another assistant kept is ever active before the user says so.

Conversations go through the same decision as what is said here, sentence by sentence; but without a model call for each, which
would take ten seconds for every exchange of years: the user's own sentences stand as the wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.clock import now, to_local
from engine.database import Database
from engine.decide import Exchange, decide
from engine.head import Head
from engine.item import Item, Origin, Source, State, Turn
from engine.keeper import new_item
from engine.language.names import fold
from engine.language.text import normalise
from engine.reconcile import REPEATED
from engine.stores import Store
from engine.transfer.foreign import Note, stable_id
from engine.transfer.report import Tally
from engine.wording import write
from models.protocols import Embedder

READ = 8000
"""Characters of a message that are considered; what is longer was pasted, and what is pasted is not learned."""
BATCH = 64
"""Texts that are embedded at once; 700 at once took 600 MB."""


@dataclass(frozen=True, slots=True)
class Decider:
    """Decides on imported turns as on those of today. stores: those that are on, but for the context of one conversation."""

    head: Head
    embedder: Embedder
    stores: Mapping[str, Store]
    namespaces: Mapping[str, str]

    def proposals(self, turns: Sequence[Turn], place: int) -> list[Item]:
        """What the user's turn at `place` holds, as proposals that rest on it."""
        turn = turns[place]
        answer = turns[place + 1] if place + 1 < len(turns) and turns[place + 1].role == "assistant" else None
        before = next((t.text for t in reversed(turns[:place]) if t.role == "assistant"), "")
        exchange = Exchange(
            user_id=turn.user_id,
            session_id=turn.chat_id,
            turn_id=turn.id,
            answer_id=answer.id if answer else "",
            ref=turn.ref,
            user=turn.text[:READ],
            assistant=answer.text[:READ] if answer else "",
            before=before[:READ],
            said_at=to_local(turn.created_at),
        )
        chosen = decide(exchange, self.head, self.embedder, self.stores)
        found = []
        for sentence, draft in write(None, self.stores, chosen, exchange, {}).drafts:
            item = new_item(
                sentence.store,
                draft.kind,
                draft.text,
                user_id=turn.user_id,
                at=draft.valid_from or turn.created_at,
                namespace=self.namespaces.get(sentence.store, "user"),
                subject=draft.subject,
                key=draft.key,
                data=dict(draft.data),
                source=Source(turn.chat_id, turn.id, turn.ref),
                quote=sentence.quote,
                confidence=sentence.confidence,
            )
            found.append(_proposal(item, stable_id(turn.id, item.store, item.key, item.text)))
        return found


def noted(note: Note, user_id: str, origin: str) -> Item:
    """A proposal from what another assistant remembered; the same id each time it is imported."""
    draft = note.draft
    item = new_item(
        note.store,
        draft.kind,
        draft.text,
        user_id=user_id,
        at=note.at or now(),
        session_id=note.session_id,
        agent_id=note.agent_id,
        subject=draft.subject,
        key=draft.key,
        data=dict(draft.data),
        source=Source(ref=note.ref),
        quote=note.quote,
    )
    return _proposal(item, stable_id(origin, user_id, note.ref, note.store, draft.key))


def _proposal(item: Item, item_id: str) -> Item:
    return replace(item, id=item_id, state=State.PROPOSED, origin=Origin.IMPORTED)


class Here:
    """What is here already, user by user, as an import compares with it."""

    def __init__(self, database: Database, stores: Mapping[str, Store]) -> None:
        self._database = database
        self._stores = stores
        self._texts: dict[str, dict[tuple[str, ...], State]] = {}
        self._slots: dict[tuple[str, ...], Item] = {}

    def state(self, item: Item) -> State | None:
        """The state of what says the same here; None when nothing does."""
        return self._of(item.user_id).get(_says(item))

    def holder(self, item: Item) -> Item | None:
        """The active item in the slot that the item would fill."""
        self._of(item.user_id)
        return self._slots.get(_slot(item)) if self.slotted(item) else None

    def slotted(self, item: Item) -> bool:
        """Whether its store holds one value a slot."""
        return self._stores[item.store].slots

    def add(self, item: Item) -> None:
        """The item will be here too."""
        self._of(item.user_id).setdefault(_says(item), item.state)

    def _of(self, user_id: str) -> dict[tuple[str, ...], State]:
        if user_id not in self._texts:
            known = self._database.items.find(user_id=user_id)
            self._texts[user_id] = {}
            for item in sorted(known, key=lambda i: i.state is State.ACTIVE):  # what is active says it last
                self._texts[user_id][_says(item)] = item.state
                if item.state is State.ACTIVE:
                    self._slots[_slot(item)] = item
        return self._texts[user_id]


def sift(
    candidates: Sequence[Item], database: Database, here: Here, embedder: Embedder | None, tally: Tally
) -> list[Item]:
    """Those of the proposals that are worth asking about: not known here, not rejected or forgotten before, and of
    several values of one field the last one said."""
    ids = {item.id for item in database.items.find(ids=[item.id for item in candidates])}
    last = {_slot(item): item for item in sorted(candidates, key=lambda i: i.valid_from or now())}
    refused = _refused(candidates, database, embedder)
    fresh = []
    for item in candidates:
        state = here.state(item)
        if item.id in ids or state in (State.ACTIVE, State.PROPOSED, State.SUPERSEDED):
            tally.known(item.store)
        elif state is State.FORGOTTEN:
            tally.skip(item.store, "you forgot it here")
        elif state is State.REJECTED or item.id in refused:
            tally.skip(item.store, "you rejected it before")
        elif here.slotted(item) and _says(last[_slot(item)]) != _says(item):
            tally.skip(item.store, "it is an older value of the same field")
        else:
            holder = here.holder(item)
            fresh.append(replace(item, replaces=holder.id) if holder else item)
            here.add(item)
            tally.new(item.store)
    return fresh


def _refused(candidates: Sequence[Item], database: Database, embedder: Embedder | None) -> set[str]:
    """The ids of those that say in other words what the same user rejected before."""
    found: set[str] = set()
    if embedder is None:
        return found
    for user in {item.user_id for item in candidates}:
        rejected = database.items.find(user_id=user, state=State.REJECTED)
        if not rejected:
            continue
        no = embedder.embed([item.text for item in rejected])
        for batch in batches([item for item in candidates if item.user_id == user]):
            alike = embedder.embed([item.text for item in batch]) @ no.T
            for item, row in zip(batch, alike, strict=True):
                stores = {r.store for r, cosine in zip(rejected, row, strict=True) if cosine >= REPEATED}
                found |= {item.id} if item.store in stores else set()
    return found


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items, BATCH at a time."""
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def _says(item: Item) -> tuple[str, ...]:
    return item.store, fold(item.subject), item.session_id, normalise(item.text)


def _slot(item: Item) -> tuple[str, ...]:
    return item.user_id, item.store, item.key, fold(item.subject), item.session_id
