"""The composer: what is sent to the model for one message, so that the prompt's prefix stays byte-identical in a chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from engine import prompt
from engine.attachments import with_files
from engine.events import Cost, Recalled, RecalledItem
from engine.item import State, Turn
from engine.language.commands import command_in
from engine.language.explicit import asked_to_remember
from engine.language.text import overlap
from engine.machine import LearningMachine
from engine.tools import Function, Toolbox, tool_of
from models.errors import ContextOverflow
from models.protocols import ChatModel, Message

ANSWER = 1024
"""Most tokens of an answer; at least that much of the context is kept free for it, or a quarter of a small one."""
INSTRUCTIONS = "instructions"
"""Setting: the user's own instructions to the assistant; they enter the system message of chats that begin from then on."""
HELD = 0.34
"""Share of a personal question's terms that the notes must hold for the answer to be sought in them."""
FORGET = (
    "- (Nothing has been removed by this message. The user removes notes in the list beside the chat; say so, and do not "
    "claim that something was forgotten.)"
)


class Composer:
    """Composes prompts for one model from one machine."""

    def __init__(self, model: ChatModel, learning: LearningMachine) -> None:
        self.model = model
        self.learning = learning
        self._database = learning.db
        self._sizes: dict[str, int] = {}

    def compose(
        self,
        message: str,
        asked: str,
        user_turn: Turn,
        before: Sequence[Turn],
        box: Toolbox,
        functions: Mapping[str, Function],
        noted: str = "",
    ) -> tuple[Recalled, list[Message]]:
        """What is sent: the chat's own system message, its history as it was sent, the message with what was recalled.

        message: what the user wrote; asked: the same as it is sent, with what else the model is to do.
        The system message is made when the chat begins, and again when its tools have changed since (a mode was changed).
        noted: the turn that keeps what was sent, when that is not the message's own. What was learned from this message
        before, for an answer that is made anew, is left out: it stands there.
        """
        earlier = [turn for turn in before if turn.role == "user" and "shown" in turn.data]
        active = self._database.items.find(state=State.ACTIVE, user_id=user_turn.user_id)
        own = [item.id for item in active if item.source.turn_id == user_turn.id]
        active = [item for item in active if item.id not in own]
        lines = prompt.pinned(active, self.learning.on())
        names = list(functions)
        frozen = next(
            (t.data for t in reversed(earlier) if "system" in t.data and t.data.get("tools", []) == names), None
        )
        wishes = str(self._database.setting(INSTRUCTIONS, ""))
        whole = "\n\n".join(part for part in (prompt.system(lines, wishes), box.guidance()) if part)
        system = whole if frozen is None else str(frozen["system"])
        shown = lines if frozen is None else dict(earlier[-1].data["shown"])
        removes = any(name.startswith(("delete_", "forget_")) for name in functions)
        recalled = self._recalled(message, user_turn, shown, lines, own, removes)
        sent = prompt.with_memory(with_files(asked, user_turn.data), recalled.text)
        given = system + "".join(str(tool_of(f)) for f in functions.values())
        start = self._start(before, given, sent)
        data: dict[str, Any] = {"sent": sent, "start": start, "shown": lines}
        first = {"system": system, "tools": names} if frozen is None else {}
        self._database.conversation.update_turn(noted or user_turn.id, data={**data, **first})
        kept = prompt.history([turn for turn in before if turn.position > start])
        spent = self._cost(given, recalled.text, [t for t in before if t.position > start], asked)
        return replace(recalled, cost=spent), [
            {"role": "system", "content": system},
            *kept,
            {"role": "user", "content": sent},
        ]

    def _cost(self, system: str, recalled: str, history: Sequence[Turn], message: str) -> Cost:
        told = self._size(recalled) if recalled else 0
        spoken = sum(self._size(prompt.spoken(turn)) for turn in history)
        return Cost(self._size(system), told, spoken, self._size(message), self.reserve)

    def resume(self, user_turn: Turn, before: Sequence[Turn], answer: Turn) -> list[Message]:
        """What is sent for an answer to go on after a stop, up to its message. Empty when that is not known (any more)."""
        turns = prompt.as_sent([*before, user_turn, answer])[:-1]
        systems = [str(turn.data["system"]) for turn in turns if turn.role == "user" and "system" in turn.data]
        if not systems or "sent" not in turns[-1].data:
            return []
        start = int(turns[-1].data["start"])
        kept = prompt.history([turn for turn in turns if turn.position > start])
        return [{"role": "system", "content": systems[-1]}, *kept]

    def _recalled(
        self,
        message: str,
        user_turn: Turn,
        told: Mapping[str, str],
        lines: Mapping[str, str],
        own: Sequence[str],
        removes: bool,
    ) -> Recalled:
        """What is relevant to the message, and what changed in what is always given since the chat was told."""
        found = self.learning.build_context(
            message, user_turn.user_id, user_turn.chat_id, shown=[*lines, *own], count=self.model.count
        )
        always = [
            RecalledItem(key, "always", line.removeprefix("- "), 1.0, self.model.count(line), "always given")
            for key, line in lines.items()
        ]
        block = [*prompt.changes(told, lines), *(f"- {entry.text}" for entry in found.items)]
        if prompt.asks_for_all(message) and (lines or block):
            block = [*lines.values(), *(line for line in block if line not in lines.values()), prompt.ALL]
        elif not found.items and prompt.asks_of_the_user(message) and not self._held(message, lines):
            block.append(prompt.UNKNOWN)
        if self.learning.keeps_nothing and asked_to_remember(message):
            block.append(f"- ({self.learning.keeps_nothing} Say so, and do not claim to remember it.)")
        command = command_in(message)
        if command is not None and command.kind == "forget" and not removes:
            block.append(FORGET)
        return Recalled(prompt.fence(block) if block else "", (*always, *found.items))

    def _held(self, message: str, lines: Mapping[str, str]) -> bool:
        """Whether the notes that are always given may answer a personal question."""
        return overlap(message, " ".join(lines.values())) >= HELD

    def _start(self, before: Sequence[Turn], system: str, sent: str) -> int:
        """Position after which the history is sent; it moves rarely, because each move costs a cold prefill."""
        fixed = self._size(system) + self.model.count(sent) + 64
        budget = self.model.context - self.reserve
        if fixed > budget:
            raise ContextOverflow(
                f"This message needs {fixed:,} tokens, and the model reads at most {budget:,} at once. "
                "It is saved; send it in parts, or choose a model with a larger context.",
                needed=fixed,
                limit=budget,
            )
        start = max((int(turn.data.get("start", 0)) for turn in before if turn.role == "user"), default=0)
        rest = [turn for turn in before if turn.position > start]
        dropped = prompt.window(rest, fixed, budget, self._size)
        return rest[dropped - 1].position if dropped else start

    def _size(self, text: str) -> int:
        """Tokens of a turn, counted once."""
        if text not in self._sizes:
            self._sizes[text] = self.model.count(text)
        return self._sizes[text]

    @property
    def reserve(self) -> int:
        """Tokens that are kept free for the answer."""
        return min(ANSWER, self.model.context // 4)
