"""A temporary chat: it knows what is known and leaves nothing behind, unless the user decides to keep it.

`Temporary` is a LearningMachine on a copy, in no file, of the user's active items. An Agent on it answers as usual; the
memory file is neither read nor written meanwhile, not even its counters of use. All that was said ends with `close`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from engine.acts import user_of
from engine.config import LearningMode, StoreConfig
from engine.consent import TEMPORARY
from engine.erasing import Eraser
from engine.errors import AccessRefused, InvalidInput
from engine.events import Changed
from engine.item import Chat, Turn
from engine.machine import CONFIGS, LearningMachine
from engine.said_back import judged


class Temporary(LearningMachine):
    """What `learning` knows of one user at this moment, with its settings, model and embedder, for chats that are not kept.

        aside = Temporary(learning, "me")
        agent = Agent(model=aside.model, learning=aside)
        for event in agent.run("Hello", "me", "aside"): ...
        aside.keep("aside")     # only if the user wants to: now it is an ordinary chat
        aside.close()           # else nothing of it is left

    Nothing is learned; to "remember that ..." the answer is Postponed with the reason. Acts on items are refused
    (InvalidInput): they belong to the machine it was made of, where the items have the same ids. The agent gets no tools of
    the memory, because they would write; what is known is recalled. Making it takes 0.5 s for 2,000 items.
    """

    def __init__(self, learning: LearningMachine, user_id: str | int) -> None:
        self._kept_in = learning
        self.user_id = user_of(user_id)
        configs = learning.configs
        super().__init__(
            learning.db.excerpt(self.user_id, TEMPORARY),
            learning.model,
            learning.embedder,
            **cast("dict[str, Any]", {name: configs[name] for name in CONFIGS}),
            stores=[(store, LearningMode.PROPOSE) for name, store in learning.stores.items() if name not in CONFIGS],
        )
        for name, config in configs.items():
            self.configure(name, _without_tools(config) if config else None)

    @property
    def keeps_nothing(self) -> str:
        """Always: the chat is temporary."""
        return TEMPORARY

    def keep(self, chat_id: str, title: str = "") -> Changed:
        """Make an ordinary chat of it, with what was said, still to be learned from (`learn_pending`). Undo takes it out again.

        title: in place of the chat's own. Raises NotFound, and InvalidInput while an answer is being written or when it was
        kept already.
        """
        chat, turns = self.db.conversation.existing_chat(chat_id), self.db.turns(chat_id, versions=True)
        if chat.user_id != self.user_id:
            raise AccessRefused("This chat belongs to another user; only its owner can keep it.")
        if any(turn.state == "streaming" for turn in turns):
            raise InvalidInput("The answer is still being written. Keep the chat when it is finished.")
        changed = self._written(replace(chat, title=title or chat.title), turns)
        shown = self.db.turns(chat_id)
        for before, turn in zip([None, *shown], shown, strict=False):
            if turn.role == "user":
                self._kept_in.remember_turn(turn, f"{before.role}: {before.text}" if before else "")
        return changed

    def _written(self, chat: Chat, turns: list[Turn]) -> Changed:
        database = self._kept_in.db
        with database.transaction():
            if database.chat(chat.id) is not None:
                raise InvalidInput("This chat is kept already. Go on with it there.")
            known = database.archive.turn_ids([turn.id for turn in turns])
            fresh = [turn for turn in turns if turn.id not in known]
            database.archive.add_chat(chat)
            database.archive.add_turns(fresh)
            changed = database.items.record("keep chat", [], by="user", chats=[chat.id])
            database.archive.belongs(changed.act, [], {chat.id: (True, [turn.id for turn in fresh])})
        return changed

    def close(self) -> None:
        """End it: what was said and not kept is gone. Idempotent."""
        self.db.close()

    def feedback(self, turn_id: str, good: bool, reason: str = "") -> Changed | None:
        """Note a thumb at an answer, for the case that the chat is kept. No lesson is drawn from it."""
        return judged(self.db, self._keeper, turn_id, good, reason, lessons=False)

    def _eraser(self) -> Eraser:
        raise InvalidInput(TEMPORARY)


def _without_tools(config: StoreConfig) -> StoreConfig:
    mode = LearningMode.ALWAYS if config.mode is LearningMode.AGENTIC else config.mode
    return replace(config, mode=mode, enable_agent_tools=False)
