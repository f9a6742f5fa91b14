"""`LearningMachine`: the six stores on one database, what they recall and what they learn. The engine's composition root.

It starts no threads and holds no state beside its settings: everything it knows is in the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from engine import transfer
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
)
from engine.database import Database
from engine.errors import AccessRefused, InvalidInput
from engine.events import Changed, Event, Learned, Proposed, Recalled
from engine.head import Head
from engine.item import Hit, Item, Origin, Revision, State, Turn
from engine.keeper import Keeper
from engine.learn import Exchange
from engine.pupil import Pupil
from engine.recall import Recall
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

Choice = bool | StoreConfig | None


class LearningMachine:
    """Learns from conversations, brings to mind what matters, and lets the user see and change all of it.

    db: an open Database. model: a ChatModel; without one, recording, recall and search work and learning waits.
    embedder: an Embedder; without one, search goes by words alone and learning waits.
    The six stores: True for the default config, a config, None or False for off. `stores`: further stores with their mode.
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
    ) -> None:
        self.db = db
        self.model = model
        self.embedder = embedder
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
        self._keeper = Keeper(db, embedder, self.stores)
        self._pupil = Pupil(db, self._keeper, self.stores, self._configs, Head.load(), embedder)
        self._recall = Recall(db, embedder, self.stores)
        self._keeper.index(db.items.find())

    # -- the life of a turn

    def build_context(
        self,
        message: str,
        user_id: str = "",
        session_id: str = "",
        *,
        shown: Sequence[str] = (),
        count: Callable[[str], int] | None = None,
    ) -> Recalled:
        """What is brought to mind for `message`: `.text` for the model (empty when nothing is relevant), `.items` with reasons.

        shown: ids that the model sees already. count: counts tokens; by default about four characters each.
        """
        user = _user(user_id)
        recalled = self._recall.recall(
            message,
            user,
            session_id,
            shown=shown,
            skip_turns=self._unsure,
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
        exchange = self._pupil.record(messages, _user(user_id), session_id or "default", to_utc(at), learned=not learn)
        if not learn or exchange is None:
            return []
        events = list(self.learn(exchange))
        return [item for event in events if isinstance(event, (Learned, Proposed)) for item in event.items]

    def remember_turn(self, turn: Turn, before: str = "") -> None:
        """Make a recorded turn findable; `before` is the turn before it."""
        self._keeper.index_turn(turn, before)

    def learn_turn(
        self, turns: Sequence[Turn], user_turn: Turn, stopped: Callable[[], bool] = lambda: False
    ) -> Iterator[Event]:
        """Learn from the exchange that a recorded user turn opens."""
        yield from self.learn(self._pupil.exchange(turns, user_turn), stopped)

    def learn(self, exchange: Exchange, stopped: Callable[[], bool] = lambda: False) -> Iterator[Event]:
        """Learn from one recorded exchange: Learning, then Learned and Proposed, or Postponed; nothing for trivial turns."""
        if not self.paused:
            yield from self._pupil.learn(exchange, self.model, stopped)

    def learn_pending(self, user_id: str, stopped: Callable[[], bool] = lambda: False) -> Iterator[Event]:
        """Learn exchanges that were left "not yet learned": after a crash, an interruption, or while there was no model."""
        if not self.paused and self.model is not None:
            yield from self._pupil.learn_pending(_user(user_id), self.model, stopped)

    def search(self, query: str, limit: int = 10, user_id: str = "", at: datetime | None = None) -> list[Hit]:
        """Items and past turns by recall's own ranking, best first, without its gate and budget.

        at: only what was recorded up to then. Raises DatabaseError when the search itself failed.
        """
        return self._recall.search(query, _user(user_id), limit, to_utc(at) if at else None)

    def get_tools(self, user_id: str = "", session_id: str = "") -> list[Callable[..., str]]:
        """Plain functions for the agent, of the stores in AGENTIC mode or with agent tools on."""
        return []

    # -- what the user sees and does

    def items(
        self,
        store: str | None = None,
        state: str | None = "active",
        user_id: str | None = None,
        session_id: str | None = None,
    ) -> list[Item]:
        """Items that match all that is given, the newest first. state None: whatever their state."""
        if store is not None and store not in self.stores:
            raise InvalidInput(f"There is no store {store!r}. Stores: {', '.join(self.stores)}.")
        return self.db.items.find(store=store, state=state, user_id=user_id, session_id=session_id)

    def item(self, item_id: str) -> Item:
        """One item, whatever its state. Raises NotFound."""
        return self.db.items.get(item_id)

    def write(self, store: str, text: str, user_id: str = "", session_id: str = "", **data: Any) -> Changed:
        """An item written by hand; it replaces what fills the same slot. For the profile, `key` names the field."""
        if store not in self.stores:
            raise InvalidInput(f"There is no store {store!r}. Stores: {', '.join(self.stores)}.")
        if not text.strip():
            raise InvalidInput("The text is empty. Write something first.")
        item = self._pupil.written_item(store, text.strip(), _user(user_id), session_id, data)
        kept = self._keeper.keep([(replace(item, origin=Origin.WRITTEN), False)], action="write", by="user")
        if not kept.act:
            raise InvalidInput("That is known already.")
        return Changed(kept.act, "write", kept.learned)

    def accept(self, item_id: str) -> Changed:
        """Make a proposal active."""
        return self._keeper.accept(item_id)

    def edit(self, item_id: str, text: str | None = None, **data: Any) -> Changed:
        """Change an item's wording, or values of its data; a profile field by `value` or `text`."""
        return self._keeper.edit(item_id, text, data)

    def reject(self, item_id: str) -> Changed:
        """Say no to a proposal; it is not offered again, in these or other words."""
        return self._keeper.set_state(item_id, State.REJECTED, "reject")

    def forget(self, item_id: str) -> Changed:
        """Take an item out of everything that is recalled, searched and exported; undo brings it back."""
        return self._keeper.set_state(item_id, State.FORGOTTEN, "forget")

    def undo(self, act: int | None = None) -> Changed | None:
        """Take back the last act not yet taken back, or the one given. None when there is nothing to undo."""
        return self._keeper.undo(act)

    def history(self, item_id: str) -> list[Revision]:
        """All revisions of an item, oldest first."""
        return self.db.items.history(item_id)

    def as_of(self, time: datetime, user_id: str | None = None) -> list[Item]:
        """What was active at `time` (naive: the user's own time zone), as it was recorded then."""
        return self.db.items.known_at(to_utc(time), user_id)

    def export(self, path: str | Path, user_id: str | None = None) -> int:
        """Write the active items, chats and turns to a JSON file (or Markdown, by its ending). Returns the number of items."""
        return transfer.export(self.db, Path(path), user_id)

    def import_(self, path: str | Path, user_id: str | None = None) -> Changed | None:
        """Read what `export` wrote, as one act; what is here already is left alone. None when there was nothing new."""
        changed = transfer.import_(self.db, Path(path), user_id, set(self.stores))
        self._keeper.index(changed.items if changed else ())
        return changed

    # -- settings

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

    def _unsure(self, turn: Turn) -> bool:
        """Turns that recall must not quote: not learned from yet, or the source of something not (or no longer) active."""
        if not turn.learned:
            return True
        return any(item.source.turn_id == turn.id for item in self.db.items.find(user_id=turn.user_id))


def _config(choice: Choice, default: StoreConfig) -> StoreConfig | None:
    if choice is None or choice is False:
        return None
    return default if choice is True else choice


def _user(user_id: str | int | None) -> str:
    """The user as text (123 and "123" are one user). Raises AccessRefused without one: everything here is private."""
    user = str(user_id).strip() if user_id is not None else ""
    if not user:
        raise AccessRefused("Whose memory? Pass user_id: without a user nothing private is read or written.")
    return user
