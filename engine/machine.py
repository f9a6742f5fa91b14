"""`LearningMachine`: the six stores on one database. It starts no threads; all that it knows is in the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from engine.acts import user_of
from engine.agency import Agency
from engine.clock import to_utc
from engine.config import (
    DecisionLogConfig,
    EntityMemoryConfig,
    LearnedKnowledgeConfig,
    LearningMode,
    SessionContextConfig,
    StoreConfig,
    UserMemoryConfig,
    UserProfileConfig,
    config_of,
    mode_of,
    plain_config,
)
from engine.database import Database
from engine.decide import Exchange
from engine.entities.book import Entities
from engine.errors import AccessRefused, InvalidInput
from engine.events import Asked, Event, Learned, Proposed, Recalled
from engine.evidence import exchange_of, record
from engine.file_learning import offered_by_file
from engine.head import Head
from engine.item import Hit, Item, Turn
from engine.keeper import Keeper
from engine.pupil import Pupil
from engine.recall import Recall
from engine.reconcile import Judge
from engine.scope import namespace_of
from engine.stop import Stop
from engine.stores import (
    DecisionLog,
    EntityMemory,
    LearnedKnowledge,
    SessionContext,
    Store,
    UserMemory,
    UserProfile,
)
from models.protocols import ChatModel, Embedder

REPAIRED = 500
"""Turns that are indexed at a start at most, when an earlier end left them out: some seconds of work."""

Choice = bool | StoreConfig | None
CONFIGS: Mapping[str, type[StoreConfig]] = {
    "user_profile": UserProfileConfig,
    "user_memory": UserMemoryConfig,
    "session_context": SessionContextConfig,
    "entity_memory": EntityMemoryConfig,
    "learned_knowledge": LearnedKnowledgeConfig,
    "decision_log": DecisionLogConfig,
}


class LearningMachine(Agency):
    """Learns from conversations, brings to mind what matters, and lets the user see and change all of it.

    db: an open Database. model: a ChatModel; without one, recording, recall and search work and learning waits. embedder: an
    Embedder; without one, search goes by words alone, and learning waits.
    The six stores: True for the default config, a config, None or False for off. `stores`: further stores with their mode.
    judge: decides which facts about an entity a new one makes outdated (see `engine.reconcile`); by default a rule does.
    """

    def __init__(
        self,
        db: Database,
        model: ChatModel | None = None,
        embedder: Embedder | None = None,
        *,
        user_profile: bool | UserProfileConfig | None = None,
        user_memory: bool | UserMemoryConfig | None = None,
        session_context: bool | SessionContextConfig | None = None,
        entity_memory: bool | EntityMemoryConfig | None = None,
        learned_knowledge: bool | LearnedKnowledgeConfig | None = None,
        decision_log: bool | DecisionLogConfig | None = None,
        stores: Sequence[tuple[Store, LearningMode]] = (),
        judge: Judge | None = None,
    ) -> None:
        self.db = db
        self.model = model
        profile = _config(user_profile, UserProfileConfig())
        session = _config(session_context, SessionContextConfig())
        self._configs: dict[str, StoreConfig | None] = {
            "user_profile": profile,
            "user_memory": _config(user_memory, UserMemoryConfig()),
            "session_context": session,
            "entity_memory": _config(entity_memory, EntityMemoryConfig()),
            "learned_knowledge": _config(learned_knowledge, LearnedKnowledgeConfig()),
            "decision_log": _config(decision_log, DecisionLogConfig()),
            **{store.name: StoreConfig(mode=mode) for store, mode in stores},
        }
        built: list[Store] = [
            UserProfile(profile.schema if isinstance(profile, UserProfileConfig) else None),
            UserMemory(),
            SessionContext(session.enable_planning if isinstance(session, SessionContextConfig) else True),
            EntityMemory(),
            LearnedKnowledge(),
            DecisionLog(),
            *(store for store, _ in stores),
        ]
        self.stores: dict[str, Store] = {store.name: store for store in built}
        for store in built:
            db.define_view(store.name, store.columns)
        self._judge = judge
        self.take_embedder(embedder)

    def take_embedder(self, embedder: Embedder | None) -> None:
        """Search and learn with this embedder from now on (it came later than the machine); what lacks vectors gets them."""
        self.embedder = embedder
        self._keeper = Keeper(self.db, embedder, self.stores, self._judge)
        self._pupil = Pupil(self.db, self._keeper, self.stores, self._configs, Head.load(), embedder)
        self._recall = Recall(self.db, embedder, self.on, lambda: self.shared)
        self._keeper.index(self.db.items.find())
        self._keeper.indexer.missing(REPAIRED)

    def build_context(
        self,
        message: str,
        user_id: str = "",
        session_id: str = "",
        *,
        shown: Sequence[str] = (),
        count: Callable[[str], int] | None = None,
        unsent: int = 0,
    ) -> Recalled:
        """What is brought to mind for `message`: `.text` for the model (empty when nothing is relevant), `.items` with reasons.

        shown: ids that the model sees already. count: counts tokens; by default about four characters each. unsent: position
        up to which the model no longer sees the turns of this session.
        """
        user = user_of(user_id)
        recalled = self._recall.recall(
            message,
            user,
            session_id,
            shown=shown,
            skip_turns=self._unsure,
            unsent=unsent,
            count=count or (lambda text: len(text) // 4 + 1),
        )
        self.db.items.touch([entry.id for entry in recalled.items])
        return recalled

    def process(
        self,
        messages: Sequence[Mapping[str, Any]],
        user_id: str = "",
        session_id: str = "",
        at: datetime | None = None,
        learn: bool = True,
    ) -> list[Item]:
        """Record the last exchange of `messages` and learn from it. Returns what was written, active or proposed.

        messages: `{"role", "content"}`, optionally "id" (kept as the turn's `ref`) and "name" (of the speaker).
        at: time of the message, naive for the user's own time zone. learn: False records the turns as evidence only.
        """
        exchange = record(
            self.db, self._keeper, messages, user_of(user_id), session_id or "default", to_utc(at), learned=not learn
        )
        if not learn or exchange is None:
            return []
        events = list(self.learn(exchange))
        return [item for event in events if isinstance(event, (Learned, Proposed, Asked)) for item in event.items]

    def remember_turn(self, turn: Turn, before: str = "") -> None:
        """Make a recorded turn findable; `before` is the turn before it."""
        self._keeper.index_turn(turn, before)

    def learn_turn(self, turns: Sequence[Turn], user_turn: Turn, stop: Stop | None = None) -> Iterator[Event]:
        """Learn from the exchange that a recorded user turn opens."""
        yield from self.learn(exchange_of(turns, user_turn), stop)

    def learn(self, exchange: Exchange, stop: Stop | None = None) -> Iterator[Event]:
        """Learn from one recorded exchange: Learning, then Learned and Proposed, or Postponed; nothing for trivial turns."""
        if self.keeps_nothing:
            yield from self._pupil.refuse(exchange, self.keeps_nothing)
        else:
            yield from self._pupil.learn(exchange, self.model, stop or Stop())

    def learn_from_file(self, turn_id: str, name: str) -> list[Item]:
        """Propose what a file that was attached to a message says of the user; only because the user asks for it.

        Raises NotFound, and InvalidInput when no such file hangs on that message.
        """
        turn = self.db.conversation.turn(turn_id)
        return offered_by_file(turn, name, self.on(), self.embedder, self._keeper)

    def warm(self, stop: Stop | None = None) -> None:
        """Load what recall and learning need, and let the model read ahead what learning always begins with, so that the
        first message is answered and learned from sooner."""
        if self.model is not None and not self.keeps_nothing:
            self._pupil.warm(self.model, stop or Stop())

    def learn_pending(self, user_id: str, stop: Stop | None = None) -> Iterator[Event]:
        """Learn exchanges that were left "not yet learned": after a crash, an interruption, or while there was no model."""
        if not self.keeps_nothing and self.model is not None:
            yield from self._pupil.learn_pending(user_of(user_id), self.model, stop or Stop())

    def search(self, query: str, limit: int = 10, user_id: str = "", at: datetime | None = None) -> list[Hit]:
        """Items and past turns by recall's own ranking, best first, without its gate and budget.

        at: only what was recorded up to then. Raises DatabaseError when the search itself failed.
        """
        return self._recall.search(query, user_of(user_id), limit, to_utc(at) if at else None)

    def entities(self, user_id: str = "", namespace: str = "") -> Entities:
        """The people, places, projects and things that a user sees, to read and to act on.

        namespace: "user" (private) or the one that the config of entity_memory names, which is the default.
        """
        own = namespace_of(self._configs["entity_memory"])
        if namespace not in ("", "user", own):
            raise AccessRefused(f"This machine has no access to the namespace {namespace!r}.")
        return Entities(self.db, self._keeper, user_of(user_id), namespace or own)

    def save(self) -> dict[str, Any]:
        """Modes, settings and schemas of all stores as plain data, for `load`. What was learned is in the database."""
        return {"version": 1, "stores": {name: plain_config(config) for name, config in self._configs.items()}}

    @classmethod
    def load(
        cls,
        data: Mapping[str, Any],
        db: Database,
        model: ChatModel | None = None,
        embedder: Embedder | None = None,
        stores: Sequence[Store] = (),
    ) -> LearningMachine:
        """A machine with the settings that `save` gave. stores: the further stores; those not named in `data` ask first.

        A mode that is not known asks, too; a store that is not handed in is passed over (its items stay in the file).
        """
        saved = dict(data.get("stores") or {})
        configs = {name: config_of(kind, saved.get(name)) for name, kind in CONFIGS.items()}
        further = [(store, mode_of((saved.get(store.name) or {}).get("mode"))) for store in stores]
        machine = cls(db, model, embedder, **cast("dict[str, Any]", configs), stores=further)
        for store in stores:
            if store.name in saved:
                machine.configure(store.name, config_of(StoreConfig, saved[store.name]))
        return machine

    def configure(self, store: str, config: StoreConfig | None) -> None:
        """Change a store's settings, from the next exchange on; None turns it off. Its schema and planning stay."""
        if store not in self._configs:
            raise InvalidInput(f"There is no store {store!r}. Stores: {', '.join(self._configs)}.")
        self._configs[store] = config

    def on(self) -> dict[str, Store]:
        """The stores that are not off: only these are learned into and recalled from."""
        return {name: store for name, store in self.stores.items() if self._configs[name] is not None}

    @property
    def configs(self) -> Mapping[str, StoreConfig | None]:
        """The settings of each store; None when it is off."""
        return dict(self._configs)

    @property
    def modes(self) -> dict[str, LearningMode | None]:
        """The mode of each store; None when it is off."""
        return {name: config.mode if config else None for name, config in self._configs.items()}

    def set_mode(self, store: str, mode: LearningMode | str | None) -> None:
        """Change how a store learns, from the next exchange on. Raises InvalidInput for an unknown store or mode."""
        if store not in self._configs:
            raise InvalidInput(f"There is no store {store!r}. Stores: {', '.join(self._configs)}.")
        if mode is not None and mode not in tuple(LearningMode):
            raise InvalidInput(f"There is no mode {mode!r}. Modes: {', '.join(LearningMode)}.")
        old = self._configs[store] or StoreConfig()
        self._configs[store] = None if mode is None else replace(old, mode=LearningMode(mode))

    @property
    def paused(self) -> bool:
        """Whether learning is paused; recall goes on."""
        return bool(self.db.setting("learning_paused", False))

    @paused.setter
    def paused(self, value: bool) -> None:
        self.db.set_setting("learning_paused", bool(value))


def _config(choice: Choice, default: StoreConfig) -> StoreConfig | None:
    return default if choice is True else choice or None
