"""What is foreign becomes proposals: nothing that another assistant kept is ever active before the user says so.

Conversations go through the same decision as what is said here, sentence by sentence; but without a model call for each, which
would take ten seconds for every exchange of years: the user's own sentences stand as the wording.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from engine.clock import now, to_local
from engine.decide import Exchange, decide
from engine.head import Head
from engine.item import Item, Origin, Source, State, Turn
from engine.keeper import new_item
from engine.stores import Store
from engine.transfer.foreign import Note, stable_id
from engine.transfer.here import Here, says, slot_of
from engine.transfer.report import Tally
from engine.wording import write
from models.protocols import Embedder

READ = 8000
"""Characters of a message that are considered; what is longer was pasted, and what is pasted is not learned."""

Offer: TypeAlias = tuple[Item, str]
"""A proposal, and whether its sentence corrects something."""


@dataclass(frozen=True, slots=True)
class Decider:
    """Decides on imported turns as on those of today. stores: those that are on, but for the context of one conversation."""

    head: Head
    embedder: Embedder
    stores: Mapping[str, Store]
    namespaces: Mapping[str, str]

    def proposals(self, turns: Sequence[Turn], place: int) -> list[Offer]:
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
            proposal = _proposal(item, stable_id(turn.id, item.store, item.key, item.text))
            found.append((proposal, sentence.correcting))
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


def sift(candidates: Sequence[Offer], known: set[str], here: Here, tally: Tally) -> list[Item]:
    """Those of the proposals that are worth asking about, under the names that entities have here, each naming what it
    would replace: not known here, not rejected or forgotten before, and of several values of one slot the last one said.

    known: the ids of those that are here already.
    """
    refused = here.refused([item for item, _ in candidates])
    placed = [(here.placed(item), correction) for item, correction in candidates]
    filling = [item for item, _ in placed if here.slotted(item)]
    last = {slot_of(item): says(item) for item in sorted(filling, key=lambda i: i.valid_from or now())}
    fresh = []
    for item, correction in placed:
        state = here.state(item)
        if item.id in known or state in (State.ACTIVE, State.PROPOSED, State.SUPERSEDED):
            tally.known(item.store)
        elif state is State.FORGOTTEN:
            tally.skip(item.store, "you forgot it here")
        elif state is State.REJECTED or item.id in refused:
            tally.skip(item.store, "you rejected it before")
        elif last.get(slot_of(item), says(item)) != says(item):
            tally.skip(item.store, "it is an older value of the same field")
        elif (new := here.reconciled(item, correction)) is None:
            tally.known(item.store)
        else:
            fresh.append(new)
            here.add(item)
            tally.new(item.store)
    return fresh
