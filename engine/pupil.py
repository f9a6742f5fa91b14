"""The pupil: records exchanges as evidence and learns from them, once each, whenever there is time.

An exchange is marked learned in the same transaction that writes its items. So a model that dies in between leaves it
"not yet learned", and learning the same exchange twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from engine.clock import now, to_local
from engine.config import LearningMode, StoreConfig
from engine.database import Database
from engine.decide import Exchange, decide
from engine.errors import InvalidInput, KeepwiseError
from engine.events import Event, Learned, Learning, Postponed, Proposed
from engine.head import Head
from engine.item import Item, Origin, Source, State, Turn
from engine.keeper import Keeper, Kept, new_item
from engine.language.segments import sensitive
from engine.stores import Chosen, Draft, Store
from engine.wording import Interrupted, Written, write
from models.protocols import ChatModel, Embedder

CERTAIN = 0.6
"""Confidence below which a statement is proposed instead of saved, whatever the mode."""


class Pupil:
    """Learns for one machine."""

    def __init__(
        self,
        database: Database,
        keeper: Keeper,
        stores: Mapping[str, Store],
        configs: Mapping[str, StoreConfig | None],
        head: Head,
        embedder: Embedder | None,
    ) -> None:
        self._database = database
        self._keeper = keeper
        self._stores = stores
        self._configs = configs
        self._head = head
        self._embedder = embedder

    def record(
        self, messages: Sequence[Mapping[str, Any]], user_id: str, session_id: str, at: datetime, *, learned: bool
    ) -> Exchange | None:
        """Keep the last exchange of `messages` as turns, unless the chat ends with them already. None without a user turn."""
        spoken = [m for m in messages if m.get("role") in ("user", "assistant") and str(m.get("content") or "").strip()]
        start = max((n for n, m in enumerate(spoken) if m["role"] == "user"), default=None)
        if start is None:
            return None
        last, conversation = spoken[start:], self._database.conversation
        with self._database.transaction():
            if conversation.chat(session_id) is None:
                conversation.create_chat(user_id, "", session_id, at)
            elif conversation.existing_chat(session_id).user_id != user_id:
                raise InvalidInput(f"The session {session_id!r} belongs to another user. Choose another session id.")
            turns = conversation.turns(session_id)
            known = [(t.role, t.text) for t in turns[-len(last) :]] == [(m["role"], m["content"]) for m in last]
            if not known:
                for m in last:
                    self._add(m, session_id, at, learned, turns)
                turns = conversation.turns(session_id)
        return self.exchange(turns, next(t for t in reversed(turns) if t.role == "user"))

    def _add(self, m: Mapping[str, Any], session_id: str, at: datetime, learned: bool, before: Sequence[Turn]) -> None:
        turn = self._database.conversation.add_turn(
            session_id,
            str(m["role"]),
            str(m["content"]),
            at=at,
            learned=learned,
            name=str(m.get("name") or ""),
            ref=str(m.get("id") or ""),
        )
        if turn.role == "user":
            self._keeper.index_turn(turn, f"{before[-1].name}: {before[-1].text}" if before else "")

    def exchange(self, turns: Sequence[Turn], user_turn: Turn) -> Exchange:
        """The exchange that `user_turn` opens, from the turns of its chat."""
        earlier = [t for t in turns if t.position < user_turn.position and t.role == "assistant"]
        later = [t for t in turns if t.position > user_turn.position]
        answer = later[0] if later and later[0].role == "assistant" else None
        return Exchange(
            user_id=user_turn.user_id,
            session_id=user_turn.chat_id,
            turn_id=user_turn.id,
            answer_id=answer.id if answer else "",
            ref=user_turn.ref,
            user=user_turn.text,
            assistant=answer.text if answer else "",
            before=earlier[-1].text if earlier else "",
            said_at=to_local(user_turn.created_at),
        )

    def learn(self, exchange: Exchange, model: ChatModel | None, stopped: Callable[[], bool]) -> Iterator[Event]:
        """Learn from one exchange. Nothing is learned twice."""
        turn = self._database.conversation.turn(exchange.turn_id)
        if turn.learned or self._embedder is None or model is None:
            return
        on = self._extracting()
        chosen = decide(exchange, self._head, self._embedder, on)
        if not chosen:
            self._database.conversation.mark_learned(exchange.turn_id)
            return
        yield Learning(len(chosen))
        if stopped():
            yield Postponed("Learning waits until you are done.")
            return
        try:
            guidance = {name: _guidance(self._configs[name]) for name in on}
            written = write(model, on, chosen, exchange, guidance)
        except Interrupted:
            yield Postponed("Learning waits until you are done.")
            return
        except KeepwiseError as error:
            yield Postponed(error.message)
            return
        yield from self._saved(exchange, written)

    def learn_pending(self, user_id: str, model: ChatModel, stopped: Callable[[], bool]) -> Iterator[Event]:
        """Learn what was left, the oldest first, until stopped or until the model fails."""
        for turn in self._database.conversation.unlearned(user_id):
            if stopped():
                return
            for event in self.learn(self.exchange(self._database.turns(turn.chat_id), turn), model, stopped):
                yield event
                if isinstance(event, Postponed):
                    return

    def written_item(self, store: str, text: str, user_id: str, session_id: str, data: Mapping[str, Any]) -> Item:
        """An item from a text that was written by hand, shaped as its store shapes what is said."""
        values = dict(data)
        key, subject = str(values.pop("key", "")), str(values.pop("subject", ""))
        drafts = self._stores[store].plain(Chosen(store, text, text, to_local(now())))
        draft = drafts[0] if drafts and not key else None
        if store == "user_profile" and draft is None:
            field, value = (key or "name"), text
            draft = Draft("field", f"{field.replace('_', ' ').capitalize()}: {value}", "user", field, {"value": value})
        if draft is None:
            draft = Draft(
                "fact" if store == "entity_memory" else "memory", text, subject or text.split(maxsplit=1)[0], key
            )
        return new_item(
            store,
            draft.kind,
            draft.text,
            user_id=user_id,
            session_id=session_id if self._stores[store].scope == "session" else "",
            subject=subject or draft.subject,
            key=key or draft.key,
            data={**draft.data, **values},
        )

    def _extracting(self) -> dict[str, Store]:
        """The stores that learn after each response: on, and not left to the agent."""
        return {
            name: store
            for name, store in self._stores.items()
            if (config := self._configs[name]) is not None and config.mode is not LearningMode.AGENTIC
        }

    def _saved(self, exchange: Exchange, written: Written) -> Iterator[Event]:
        offered = [(self._item(exchange, chosen, draft), chosen.correction) for chosen, draft in written.drafts]
        with self._database.transaction():
            kept = self._keeper.keep(offered, action="learn", by="learning")
            self._database.conversation.mark_learned(exchange.turn_id)
            self._attach(exchange, kept)
        if kept.learned:
            yield Learned(kept.learned, kept.act)
        if kept.proposed:
            yield Proposed(kept.proposed)

    def _attach(self, exchange: Exchange, kept: Kept) -> None:
        """The answer's turn tells what was learned with it, so that its chips can be drawn again."""
        if exchange.answer_id and (kept.learned or kept.proposed):
            data = {"learned": [i.id for i in kept.learned], "proposed": [i.id for i in kept.proposed], "act": kept.act}
            self._database.conversation.update_turn(exchange.answer_id, data=data)

    def _item(self, exchange: Exchange, chosen: Chosen, draft: Draft) -> Item:
        config = self._configs[chosen.store]
        item = new_item(
            chosen.store,
            draft.kind,
            draft.text,
            user_id=exchange.user_id,
            session_id=exchange.session_id if self._stores[chosen.store].scope == "session" else "",
            namespace=getattr(config, "namespace", "user"),
            subject=draft.subject,
            key=draft.key,
            data=dict(draft.data),
            source=Source(exchange.session_id, exchange.turn_id, exchange.ref),
            quote=chosen.quote,
            origin=Origin.SAID,
            confidence=chosen.confidence,
        )
        return replace(item, state=State.ACTIVE if self._saves(chosen, draft) else State.PROPOSED)

    def _saves(self, chosen: Chosen, draft: Draft) -> bool:
        """Whether it is saved at once: what the user asked to remember, or ALWAYS, when certain and not sensitive."""
        config = self._configs[chosen.store]
        if chosen.explicit:
            return True
        if config is None or config.mode is not LearningMode.ALWAYS:
            return False
        return chosen.confidence >= CERTAIN and not sensitive(f"{chosen.quote} {draft.text}")


def _guidance(config: StoreConfig | None) -> str:
    return " ".join(part for part in (config.instructions, config.additional_instructions) if part) if config else ""
