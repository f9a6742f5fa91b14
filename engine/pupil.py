"""The pupil: learns from recorded exchanges, once each, whenever there is time.

An exchange is marked learned in the same transaction that writes its items. So a model that dies in between leaves it
"not yet learned", and learning the same exchange twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine.by_hand import item_by_hand
from engine.clock import to_utc
from engine.closing import Closing
from engine.config import LearningMode, StoreConfig
from engine.consent import saves_at_once
from engine.database import Database
from engine.decide import Exchange, decide
from engine.endings import ends_a_field
from engine.errors import KeepwiseError
from engine.events import Asked, Event, Learned, Learning, Postponed, Proposed
from engine.evidence import attach, exchange_of
from engine.head import Head
from engine.item import Item, Origin, Source, State
from engine.keeper import Keeper, new_item
from engine.language.commands import command_in
from engine.language.confirmation import confirmed
from engine.language.explicit import asked_to_remember
from engine.language.segments import secrets
from engine.language.text import overlap
from engine.renaming import renamed
from engine.scope import namespace_of
from engine.stop import Stop
from engine.stores import Chosen, Draft, Store, UserProfile
from engine.wording import Interrupted, Written, warm, write
from models.protocols import ChatModel, Embedder

WAITS = "Learning waits until you are done."
REFUSED = (
    "That looks like a password, key or code. Such secrets are not kept; a password manager is the place for them."
)
NO_PLACE = "None of the memories that are on has a place for this."
PROFILE = UserProfile.name
SAME = 0.6
"""Share of terms from which on a sentence counts as noted by the agent's tools already."""
ANYTHING = ("user_memory", "learned_knowledge", "decision_log", "session_context")
"""Stores that take any sentence, in the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is to be learned of an exchange. `confirming`: quotes of the sentences that are the assistant's `sentence`,
    made the user's own by the words `confirmation`."""

    exchange: Exchange
    chosen: tuple[Chosen, ...] = ()
    confirming: frozenset[str] = frozenset()
    confirmation: str = ""
    sentence: str = ""


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
        self._closing = Closing(database, keeper, head, self._mode)

    def learn(self, exchange: Exchange, model: ChatModel | None, stop: Stop) -> Iterator[Event]:
        """Learn from one exchange. Nothing is learned twice."""
        turn = self._database.conversation.turn(exchange.turn_id)
        if turn.learned or self._embedder is None or model is None:
            return
        heard = self._renamed(self._hear(exchange, self._embedder))
        chosen, ended = self._closing.said_over(exchange, heard.chosen)
        heard = replace(heard, chosen=tuple(map(self._no_field, chosen)))
        outdated = self._closing.outdated(exchange, self._embedder, silent=not heard.chosen)
        ended += [item for item in outdated if not heard.chosen and item not in ended]
        if ended:
            yield self._closing.end(ended, exchange.user)
        if any(secrets(asked.text) for asked in asked_to_remember(exchange.user)):
            yield Postponed(REFUSED)
        if not heard.chosen:
            self._database.conversation.mark_learned(exchange.turn_id)
            return
        heard = replace(heard, chosen=self._closing.made_sure(heard.chosen, outdated, self._embedder))
        yield Learning(len(heard.chosen))
        if stop.is_set():
            yield Postponed(WAITS)
            return
        try:
            written = write(model, self._on(), heard.chosen, heard.exchange, self._guidance(), stop)
        except Interrupted:
            yield Postponed(WAITS)
            return
        except KeepwiseError as error:
            yield Postponed(error.message)
            return
        yield from self._saved(heard, written, outdated)

    def refuse(self, exchange: Exchange, reason: str) -> Iterator[Event]:
        """What is said instead of learning while nothing is kept: what was asked to be remembered is not, and waits."""
        if asked_to_remember(exchange.user) and self._on():
            yield Postponed(reason)

    def _renamed(self, heard: Heard) -> Heard:
        """What is to be learned, with the user's new name in place of the sentence that says it."""
        if PROFILE not in self._on():
            return heard
        known = self._database.items.find(store=PROFILE, state=State.ACTIVE, user_id=heard.exchange.user_id)
        return replace(heard, chosen=renamed(heard.chosen, heard.exchange, known))

    def _no_field(self, chosen: Chosen) -> Chosen:
        """That a field of the profile holds no longer is no value for it, but a memory that retires it."""
        ends = chosen.store == PROFILE and ends_a_field(chosen.quote) and "user_memory" in self._on()
        return replace(chosen, store="user_memory", correction=True, correcting=chosen.quote) if ends else chosen

    def _hear(self, exchange: Exchange, embedder: Embedder) -> Heard:
        """The sentences to learn: the user's own, and one of the assistant's that the user confirms."""
        if command_in(exchange.user) is not None:
            return Heard(exchange)
        on, left = self._on(), self._left_to_the_agent()
        yes = confirmed(exchange.user, exchange.before)
        if yes is None:
            return Heard(exchange, tuple(decide(exchange, self._head, embedder, on, left)))
        sentence, own, length = yes
        mine = decide(replace(exchange, user=own, before=""), self._head, embedder, on, left)
        rest = decide(replace(exchange, user=exchange.user[length:]), self._head, embedder, on, left)
        return Heard(
            replace(exchange, user=f"{own} {exchange.user}"),
            (*mine, *rest),
            frozenset(chosen.quote for chosen in mine),
            exchange.user[:length].strip(),
            sentence,
        )

    def for_the_agent(self, exchange: Exchange) -> list[Chosen]:
        """The sentences of a message that are worth noting in the stores that are left to the agent."""
        if self._embedder is None:
            return []
        left = self._left_to_the_agent()
        return [c for c in decide(exchange, self._head, self._embedder, self._on()) if c.store in left]

    def warm(self, model: ChatModel, stop: Stop) -> None:
        """Load the embedders (a second, of the first message otherwise), and have the model read what wordings begin with."""
        if self._embedder is not None:
            self._head.judge(["Hello."], "Hello.", "", self._embedder)
        warm(model, self._on(), self._guidance(), stop)

    def learn_pending(self, user_id: str, model: ChatModel, stop: Stop) -> Iterator[Event]:
        """Learn what was left, the oldest first, until stopped or until the model fails."""
        for turn in self._database.conversation.unlearned(user_id):
            if stop.is_set():
                return
            for event in self.learn(exchange_of(self._database.turns(turn.chat_id), turn), model, stop):
                yield event
                if isinstance(event, Postponed):
                    return

    def written_item(self, store: str, text: str, user_id: str, session_id: str, data: Mapping[str, Any]) -> Item:
        """An item from a text that was written by hand, shaped as its store shapes what is said."""
        place = namespace_of(self._configs[store])
        return item_by_hand(
            self._stores[store], text, user_id=user_id, session_id=session_id, namespace=place, data=data
        )

    def _on(self) -> dict[str, Store]:
        return {name: store for name, store in self._stores.items() if self._configs[name] is not None}

    def _left_to_the_agent(self) -> set[str]:
        """The stores that learn by the agent's tools: from what is said, only what the user asks to be remembered."""
        return {n for n, config in self._configs.items() if config and config.mode is LearningMode.AGENTIC}

    def _guidance(self) -> dict[str, str]:
        lines = {}
        for name, store in self._on().items():
            config = self._configs[name] or StoreConfig()
            own = getattr(store, "own", {}).values() if isinstance(store, UserProfile) else ()
            fields = "; ".join(f"{field.name}: {field.description or field.name}" for field in own)
            lines[name] = config.guidance(store.captures) + (f" Also {fields}." if fields else "")
        return lines

    def _saved(self, heard: Heard, written: Written, outdated: Sequence[Item]) -> Iterator[Event]:
        pairs = [pair for pair in written.drafts if self._wanted(heard.exchange, *pair)]
        pairs += [pair for chosen in heard.chosen for pair in self._elsewhere(chosen, written)]
        offered = [(self._item(heard, chosen, draft), chosen.correcting) for chosen, draft in pairs]
        with self._database.transaction():
            kept = self._keeper.keep(offered, action="learn", by="learning", outdated=outdated)
            self._database.conversation.mark_learned(heard.exchange.turn_id)
            attach(self._database, heard.exchange.answer_id, kept.learned, kept.proposed, kept.act, written.malformed)
        if kept.learned:
            yield Learned(kept.learned, kept.act, kept.notices)
        asked = tuple(item for item in kept.proposed if self._mode(item.store) is LearningMode.HITL)
        proposed = tuple(item for item in kept.proposed if item not in asked)
        if proposed:
            yield Proposed(proposed)
        if asked:
            yield Asked(asked)
        if not (offered or written.drafts) and any(chosen.explicit for chosen in heard.chosen):
            yield Postponed(NO_PLACE)

    def _mode(self, store: str) -> LearningMode | None:
        config = self._configs[store]
        return config.mode if config else None

    def _wanted(self, exchange: Exchange, chosen: Chosen, draft: Draft) -> bool:
        """Not what is left to the agent, nor what its tools noted from this very message already."""
        if chosen.store in self._left_to_the_agent() and not chosen.explicit:
            return False
        noted = self._database.items.find(store=chosen.store, user_id=exchange.user_id)
        return not any(
            item.origin is Origin.AGENT
            and item.source.turn_id == exchange.turn_id
            and item.state in (State.ACTIVE, *(() if chosen.explicit else (State.PROPOSED,)))
            and item.key == draft.key
            and max(overlap(draft.text, item.text), overlap(item.text, draft.text)) >= SAME
            for item in noted
        )

    def _elsewhere(self, chosen: Chosen, written: Written) -> Iterator[tuple[Chosen, Draft]]:
        """A place for what the user asked to be remembered when its own store could not take it."""
        if not chosen.explicit or any(one.quote == chosen.quote for one, _ in written.drafts):
            return
        on = self._on()
        for name in [name for name in (*ANYTHING, *on) if name in on]:
            drafts = on[name].plain(replace(chosen, store=name))
            if drafts:
                yield replace(chosen, store=name), drafts[0]
                return

    def _item(self, heard: Heard, chosen: Chosen, draft: Draft) -> Item:
        exchange, config = heard.exchange, self._configs[chosen.store]
        confirms = chosen.quote in heard.confirming
        item = new_item(
            chosen.store,
            draft.kind,
            draft.text,
            user_id=exchange.user_id,
            at=draft.valid_from or to_utc(exchange.said_at),
            session_id=exchange.session_id if self._stores[chosen.store].scope == "session" else "",
            namespace=namespace_of(config),
            subject=draft.subject,
            key=draft.key,
            data={**draft.data, **({"confirmed": heard.sentence} if confirms else {})},
            source=Source(exchange.session_id, exchange.turn_id, exchange.ref),
            quote=heard.confirmation if confirms else chosen.quote,
            origin=Origin.INFERRED if confirms else Origin.SAID,
            confidence=chosen.confidence,
        )
        text = f"{chosen.quote} {draft.text}"
        saves = chosen.explicit or saves_at_once(self._database, config, text, chosen.confidence)
        return replace(item, state=State.ACTIVE if saves else State.PROPOSED)
