"""What the agent and the chat ask of a machine: its tools, the commands that a user types, and judgements of answers.

A part of LearningMachine, kept apart from the life of a turn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine import relevance, summary
from engine.acts import user_of
from engine.config import StoreConfig
from engine.consent import PAUSED
from engine.decide import Exchange
from engine.errors import InvalidInput
from engine.events import Changed
from engine.item import Item, State, Turn
from engine.language.commands import command_in
from engine.recall import Recall
from engine.said_back import about, judged
from engine.steering import STEADY, Due, due
from engine.tools import WRITES, Function, Notebook, Reach, Toolbox
from engine.upkeep import Upkeep
from engine.versions import Versions, parents
from models.protocols import ChatModel, Embedder


class Agency(Upkeep):
    """Tools, commands and judgements."""

    embedder: Embedder | None
    _configs: Mapping[str, StoreConfig | None]
    _recall: Recall

    @property
    def keeps_nothing(self) -> str:
        """Why nothing is learned or noted now, for people; "" when it is."""
        return PAUSED if self.db.setting("learning_paused", False) else ""

    def get_tools(self, user_id: str = "", session_id: str = "", agent_id: str = "keepwise") -> list[Function]:
        """Plain functions for the agent, of the stores in AGENTIC mode or with agent tools on. They write into the chat
        `session_id` of that user: each call one act, at most eight a turn, by the rule of the store's mode."""
        return self.toolbox(user_id, session_id, agent_id).functions

    def toolbox(self, user_id: str, session_id: str, agent_id: str = "keepwise", writes: int = WRITES) -> Toolbox:
        """The same with what was written through them, and the guidance for the prompt. writes: most writes a turn."""
        reach = Reach(
            self.db,
            self._keeper,
            self.stores,
            self._configs,
            self.embedder,
            lambda query, store, user: [item for item, _ in self._recall.items(query, user) if item.store == store],
            lambda: self.keeps_nothing,
        )
        return Toolbox(Notebook(reach, user_of(user_id), session_id or "default", agent_id, writes))

    def calls_due(self, exchange: Exchange, box: Toolbox, model: ChatModel) -> list[Due]:
        """The tool calls that a message asks for, for a model too small to see it by itself; else none."""
        if not box.stores or model.parameters >= STEADY or self.keeps_nothing:
            return []

        def find(store: str, message: str) -> list[Item]:
            """Likeliest first; then the rest, since a small store is better shown whole than searched."""
            found = [item for item, _ in self._recall.items(message, exchange.user_id) if store in ("", item.store)]
            rest = box.notebook.active(store) if store else []
            return list({item.id: item for item in [*found, *rest]}.values())

        return due(exchange.user, self._pupil.for_the_agent(exchange), box, find)

    def keep_summary(self, turn: Turn, lines: Sequence[str]) -> None:
        """Keep what the early messages of the turn's chat come to, now that they are no longer sent to the model."""
        if not self.keeps_nothing:
            summary.kept(self._keeper, self._configs["session_context"], turn, lines)

    def matches(self, text: str, user_id: str = "") -> list[Item]:
        """The items that a typed "what do you know about X?" or "forget X" is about, best first; none for other messages."""
        user, command = user_of(user_id), command_in(text)
        if command is None:
            return []
        items = [item for item in self.seen(user) if self._configs.get(item.store) is not None]
        ranked = self._recall.items(command.topic, user) if command.topic else []
        return about(command.topic, items, ((item.id, score) for item, score in ranked))

    def feedback(self, turn_id: str, good: bool, reason: str = "") -> Changed | None:
        """A thumb up or down at an answer; a reason against it is proposed as a lesson for next time. None without one."""
        lessons = self._configs["learned_knowledge"] is not None
        return judged(self.db, self._keeper, turn_id, good, reason, lessons=lessons)

    def relevant(self, turn_id: str, item_id: str, relevant: bool) -> None:
        """Say that an item which was recalled for an answer did not matter there, so that it ranks lower for like messages;
        or take that back. Raises NotFound, and InvalidInput for a turn that is no answer to a message."""
        answer = self.db.conversation.turn(turn_id)
        asked = parents(self.db.turns(answer.chat_id, versions=True)).get(turn_id, "")
        if answer.role != "assistant" or not asked:
            raise InvalidInput(
                "Only what was recalled for an answer can be judged. Choose one of the assistant's messages."
            )
        with self.db.transaction():
            relevance.mark(self.db, answer.user_id, item_id, asked, relevant=relevant)
            kept = [one for one in answer.data.get("not_relevant", ()) if one != item_id]
            self.db.conversation.update_turn(turn_id, data={"not_relevant": kept if relevant else [*kept, item_id]})

    @property
    def versions(self) -> Versions:
        """The branches of chats: other versions of messages and answers."""
        return Versions(self.db, self._keeper, self.stores)

    def _unsure(self, turn: Turn) -> bool:
        """Turns that recall must not quote: not learned from yet, or the source of something not (or no longer) active.

        What was kept for its own conversation only is not known elsewhere, so there its words may be quoted.
        """
        if not turn.learned:
            return True
        rest = [item for item in self.db.items.find(user_id=turn.user_id) if item.source.turn_id == turn.id]
        here = [name for name, store in self.stores.items() if store.scope == "session"]
        return any(item.store not in here or item.state is not State.ACTIVE for item in rest)
