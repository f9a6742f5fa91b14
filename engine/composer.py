"""The composer: what is sent to the model for one message, so that the prompt's prefix stays byte-identical in a chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine import prompt, summary
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
MARGIN = 64
"""Tokens kept free for what a chat template adds."""
HELD = 0.34
"""Share of a personal question's terms that the notes must hold for the answer to be sought in them."""
FORGET = (
    "- (Nothing has been removed by this message. The user removes notes in the list beside the chat; say so, and do not "
    "claim that something was forgotten.)"
)


@dataclass(frozen=True, slots=True)
class SoFar:
    """What a chat was sent before. system: its system message, "" where one must be made; shown: the lines it was told;
    start: position up to which it is no longer sent; extract: what is told of that instead."""

    system: str
    shown: Mapping[str, str]
    start: int
    extract: list[str]


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
        The system message is made when the chat begins, and again when its tools have changed since (a mode was changed) or
        when the oldest messages no longer fit: then it tells in extracts what they said.
        noted: the turn that keeps what was sent, when that is not the message's own. What was learned from this message
        before, for an answer that is made anew, is left out: it stands there.
        """
        so_far = _so_far(before, list(functions))
        own, lines = self._always(user_turn)
        removes = any(name.startswith(("delete_", "forget_")) for name in functions)
        told = so_far.shown if so_far.system else lines
        recalled = self._recalled(message, user_turn, told, lines, own, removes, so_far.start)
        sent = prompt.with_memory(with_files(asked, user_turn.data), recalled.text)
        tools = "".join(str(tool_of(f)) for f in functions.values())
        wishes = str(self._database.setting(INSTRUCTIONS, ""))
        fresh = "\n\n".join(part for part in (prompt.system(lines, wishes), box.guidance()) if part)
        fixed = self._size((so_far.system or fresh) + tools) + self.model.count(sent) + MARGIN
        framed = self._cut(so_far, user_turn, before, fixed)
        system = framed.system or _with_extract(fresh, framed.extract)
        data: dict[str, Any] = {"sent": sent, "start": framed.start, "shown": lines}
        first = {} if framed.system else {"system": system, "tools": list(functions), "summary": framed.extract}
        self._database.conversation.update_turn(noted or user_turn.id, data={**data, **first})
        history = [turn for turn in before if turn.position > framed.start]
        return replace(recalled, cost=self._cost(system + tools, recalled.text, history, asked)), [
            {"role": "system", "content": system},
            *prompt.history(history),
            {"role": "user", "content": sent},
        ]

    def _always(self, user_turn: Turn) -> tuple[list[str], dict[str, str]]:
        """Ids of what is not to be recalled because the chat says it itself; and the lines that every message must know."""
        active = self._database.items.find(state=State.ACTIVE, user_id=user_turn.user_id)
        own = [i.id for i in active if i.source.turn_id == user_turn.id or summary.is_summary(i, user_turn.chat_id)]
        return own, prompt.pinned([item for item in active if item.id not in own], self.learning.on())

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
        start: int,
    ) -> Recalled:
        """What is relevant to the message, and what changed in what is always given since the chat was told."""
        found = self.learning.build_context(
            message,
            user_turn.user_id,
            user_turn.chat_id,
            shown=[*lines, *own],
            count=self.model.count,
            unsent=start,
        )
        always = [
            RecalledItem(key, "always", line.removeprefix("- "), 1.0, self.model.count(line), "always given")
            for key, line in lines.items()
        ]
        block = [*prompt.changes(told, lines), *(f"- {entry.text}" for entry in found.items)]
        if prompt.asks_for_all(message) and (lines or block):
            block = [*lines.values(), *(line for line in block if line not in lines.values()), prompt.ALL]
        elif prompt.asks_of_the_user(message) and not self._held(message, lines):
            block.append(prompt.PERHAPS if found.items else prompt.UNKNOWN)
        if self.learning.keeps_nothing and asked_to_remember(message):
            block.append(f"- ({self.learning.keeps_nothing} Say so, and do not claim to remember it.)")
        command = command_in(message)
        if command is not None and command.kind == "forget" and not removes:
            block.append(FORGET)
        return Recalled(prompt.fence(block) if block else "", (*always, *found.items))

    def _held(self, message: str, lines: Mapping[str, str]) -> bool:
        """Whether the notes that are always given may answer a personal question."""
        return overlap(message, " ".join(lines.values())) >= HELD

    def _cut(self, so_far: SoFar, user_turn: Turn, before: Sequence[Turn], fixed: int) -> SoFar:
        """The same when all of the history fits beside `fixed` tokens; else without the oldest turns, which are summarised.

        A cut is rare, because each costs a cold prefill. Raises ContextOverflow.
        """
        budget = self.model.context - self.reserve
        if fixed > budget:
            raise ContextOverflow(
                f"This message needs {fixed:,} tokens, and the model reads at most {budget:,} at once. "
                "It is saved; send it in parts, or choose a model with a larger context.",
                needed=fixed,
                limit=budget,
            )
        history = [turn for turn in before if turn.position > so_far.start]
        dropped = prompt.window(history, fixed, budget, self._size)
        if not dropped:
            return so_far
        kept = sum(self._size(prompt.spoken(turn)) for turn in history[dropped:])
        room = min(summary.TOKENS, budget - fixed - kept)
        lines = so_far.extract
        if room >= summary.LEAST:
            lines = summary.summarise(lines, history[:dropped], self.learning.embedder, self._size, room)
            self.learning.keep_summary(user_turn, lines)
        return replace(so_far, system="", start=history[dropped - 1].position, extract=lines)

    def _size(self, text: str) -> int:
        """Tokens of a turn, counted once."""
        if text not in self._sizes:
            self._sizes[text] = self.model.count(text)
        return self._sizes[text]

    @property
    def reserve(self) -> int:
        """Tokens that are kept free for the answer."""
        return min(ANSWER, self.model.context // 4)


def _so_far(before: Sequence[Turn], tools: Sequence[str]) -> SoFar:
    """What these turns of a chat were sent with, for a message with these tools."""
    earlier = [turn for turn in before if turn.role == "user" and "shown" in turn.data]
    made = [turn.data for turn in reversed(earlier) if "system" in turn.data]
    extract = [*made[0].get("summary", ())] if made else []
    alike = (data for data in made if data.get("tools", []) == list(tools) and [*data.get("summary", ())] == extract)
    frozen = next(alike, None)
    return SoFar(
        "" if frozen is None else str(frozen["system"]),
        {} if frozen is None else dict(earlier[-1].data["shown"]),
        max((int(turn.data.get("start", 0)) for turn in earlier), default=0),
        extract,
    )


def _with_extract(system: str, lines: Sequence[str]) -> str:
    """The system message with what is no longer sent of the chat, in extracts."""
    return f"{system}\n\n{prompt.fence(lines, summary.TITLE)}" if lines else system
