"""The agent: one turn from the user's message to what was learned from it, as a generator of events.

The message is saved before anything else; the answer is flushed every second; learning comes after `Finished`, so it never
delays a reply. A caller that stops consuming, or calls `interrupt`, stops the turn; what was said is kept.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from engine import prompt
from engine.database import Database
from engine.errors import InvalidInput, KeepwiseError
from engine.events import (
    Event,
    Failed,
    Finished,
    Learned,
    Prefill,
    Proposed,
    Recalled,
    RecalledItem,
    Started,
    Text,
    ToolUsed,
)
from engine.item import State, Turn
from engine.language.text import overlap, shorten
from engine.machine import LearningMachine
from engine.tools import Function, call, tool_of
from models.errors import ContextOverflow
from models.protocols import ChatModel, Done, Message, Timings, ToolCall

STEPS = 8
"""Most model calls of one turn: a model that keeps calling tools is stopped."""
ANSWER = 1024
"""Most tokens of an answer; at least that much of the context is kept free for it, or a quarter of a small one."""
HELD = 0.34
"""Share of a personal question's terms that the notes must hold for the answer to be sought in them."""
FLUSH = 1.0
"""Seconds between two saves of a streaming answer."""


@dataclass(slots=True)
class _Answer:
    """The answer while it grows."""

    turn: Turn
    text: str = ""
    timings: Timings = field(default_factory=Timings)
    reason: str = ""
    saved_at: float = field(default_factory=time.monotonic)


class Agent:
    """Holds conversations with a model and lets a LearningMachine recall before and learn after each answer.

    tools: further plain functions that the model may call.
    """

    def __init__(self, model: ChatModel, learning: LearningMachine, tools: Sequence[Function] = ()) -> None:
        self.model = model
        self.learning = learning
        self._tools = tuple(tools)
        self._stop = threading.Event()
        self._sizes: dict[str, int] = {}

    @property
    def _db(self) -> Database:
        return self.learning.db

    def run(self, message: str, user_id: str = "me", session_id: str = "default") -> Generator[Event, None, None]:
        """One turn. Yields Started, Recalled, Prefill, Text and ToolUsed as they come, Finished, then what was learned;
        or Failed, with what was said so far saved. Closing the generator cancels the turn."""
        self._stop.clear()
        if not message.strip():
            yield Failed(InvalidInput("The message is empty. Write something first."))
            return
        user_turn, before = self._enter(message, str(user_id), session_id)
        answer = _Answer(self._db.conversation.add_turn(session_id, "assistant", "", state="streaming"))
        yield Started(session_id, user_turn.id, answer.turn.id)
        try:
            yield from self._answer(message, user_turn, before, answer)
        except KeepwiseError as error:
            self._save(answer, "stopped")
            yield Failed(error, answer.turn.id, answer.text)
            return
        except GeneratorExit:
            self._save(answer, "stopped")
            raise
        yield Finished(answer.turn.id, answer.text, answer.reason == "interrupted", answer.timings, self.model.context)
        if answer.reason != "interrupted":
            yield from self._learn(user_turn)

    def learn_pending(self, user_id: str = "me") -> Iterator[Event]:
        """Learn what was left "not yet learned"; ended by `interrupt`."""
        self._stop.clear()
        yield from self.learning.learn_pending(user_id, self._stop.is_set)

    def interrupt(self) -> None:
        """End what runs now, the answer or the learning, within 300 ms; from any thread."""
        self._stop.set()
        self.model.interrupt()

    def print_response(self, message: str, user_id: str = "me", session_id: str = "default") -> None:
        """Run one turn and print it: the answer as it streams, then what was remembered. Raises what failed."""
        for event in self.run(message, user_id, session_id):
            if isinstance(event, Text):
                print(event.text, end="", flush=True)  # noqa: T201 - that is what it is for
            elif isinstance(event, Finished):
                print()  # noqa: T201
            elif isinstance(event, (Learned, Proposed)):
                word = "Remembered" if isinstance(event, Learned) else "Suggested"
                for item in event.items:
                    print(f"  {word}: {item.text}", file=sys.stderr)  # noqa: T201
            elif isinstance(event, Failed):
                raise event.error

    def _enter(self, message: str, user_id: str, session_id: str) -> tuple[Turn, list[Turn]]:
        """Save the message first. Returns its turn and the turns before it."""
        conversation = self._db.conversation
        with self._db.transaction():
            chat = conversation.chat(session_id) or conversation.create_chat(user_id, shorten(message, 48), session_id)
            if chat.user_id != user_id:
                raise InvalidInput(f"The session {session_id!r} belongs to another user. Choose another session id.")
            if not chat.title:
                conversation.rename_chat(session_id, shorten(message, 48))
            before = conversation.turns(session_id)
            return conversation.add_turn(session_id, "user", message), before

    def _answer(self, message: str, user_turn: Turn, before: Sequence[Turn], answer: _Answer) -> Iterator[Event]:
        recalled, messages = self._prompt(message, user_turn, before)
        answer.turn = self._db.conversation.turn(answer.turn.id)
        self._db.conversation.update_turn(answer.turn.id, data={"recalled": [asdict(item) for item in recalled.items]})
        yield recalled
        functions = {
            f.__name__: f for f in (*self._tools, *self.learning.get_tools(user_turn.user_id, user_turn.chat_id))
        }
        for _ in range(STEPS):
            calls: list[ToolCall] = []
            yield from self._stream(messages, functions, answer, calls)
            if not calls or answer.reason == "interrupted" or self._stop.is_set():
                break
            messages.append(_spoken(answer.text, calls))
            for tool_call in calls:
                used = self._use(functions, tool_call)
                messages.append(
                    {"role": "tool", "name": used.name, "tool_call_id": tool_call.id, "content": used.result}
                )
                yield used
        self._save(answer, "stopped" if answer.reason == "interrupted" else "complete")
        before_pair = f"{before[-1].role}: {before[-1].text}" if before else ""
        self.learning.remember_turn(user_turn, before_pair)

    def _stream(
        self, messages: Sequence[Message], functions: Mapping[str, Function], answer: _Answer, calls: list[ToolCall]
    ) -> Iterator[Event]:
        """One model call: its text is yielded and flushed, its tool calls are collected."""
        if self._stop.is_set():
            answer.reason = "interrupted"
            return
        tools = [tool_of(function) for function in functions.values()]
        for piece in self.model.stream(messages, tools=tools, max_tokens=self._reserve(), lane="chat"):
            if isinstance(piece, Text):
                answer.text += piece.text
                if time.monotonic() - answer.saved_at > FLUSH:
                    self._db.conversation.update_turn(answer.turn.id, text=answer.text)
                    answer.saved_at = time.monotonic()
                yield piece
            elif isinstance(piece, Prefill):
                yield piece
            elif isinstance(piece, ToolCall):
                calls.append(piece)
            elif isinstance(piece, Done):
                answer.timings, answer.reason = piece.timings, piece.reason

    def _use(self, functions: Mapping[str, Function], tool_call: ToolCall) -> ToolUsed:
        if tool_call.malformed:
            return ToolUsed(
                tool_call.name, {}, f"This call could not be read: {tool_call.malformed[:200]}", failed=True
            )
        result, failed = call(functions, tool_call.name, tool_call.arguments)
        return ToolUsed(tool_call.name, dict(tool_call.arguments), result, failed)

    def _prompt(self, message: str, user_turn: Turn, before: Sequence[Turn]) -> tuple[Recalled, list[Message]]:
        """What is sent: the chat's own system message, its history as it was sent, the message with what was recalled."""
        asked = [turn for turn in before if turn.role == "user" and "shown" in turn.data]
        active = self._db.items.find(state=State.ACTIVE, user_id=user_turn.user_id)
        lines = prompt.pinned(active, self.learning.on())
        system = str(asked[0].data["system"]) if asked else prompt.system(lines)
        recalled = self._recalled(message, user_turn, dict(asked[-1].data["shown"]) if asked else lines, lines)
        sent = prompt.with_memory(message, recalled.text)
        start = self._start(before, system, sent)
        data: dict[str, Any] = {"sent": sent, "start": start, "shown": lines}
        self._db.conversation.update_turn(user_turn.id, data=data if asked else {**data, "system": system})
        kept = prompt.history([turn for turn in before if turn.position > start])
        return recalled, [{"role": "system", "content": system}, *kept, {"role": "user", "content": sent}]

    def _recalled(self, message: str, user_turn: Turn, told: Mapping[str, str], lines: Mapping[str, str]) -> Recalled:
        """What is relevant to the message, and what changed in what is always given since the chat was told."""
        found = self.learning.build_context(
            message, user_turn.user_id, user_turn.chat_id, shown=list(lines), count=self.model.count
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
        return Recalled(prompt.fence(block) if block else "", (*always, *found.items))

    def _held(self, message: str, lines: Mapping[str, str]) -> bool:
        """Whether the notes that are always given may answer a personal question."""
        return overlap(message, " ".join(lines.values())) >= HELD

    def _start(self, before: Sequence[Turn], system: str, sent: str) -> int:
        """Position after which the history is sent; it moves rarely, because each move costs a cold prefill."""
        fixed = self.model.count(system) + self.model.count(sent) + 64
        budget = self.model.context - self._reserve()
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

    def _reserve(self) -> int:
        return min(ANSWER, self.model.context // 4)

    def _save(self, answer: _Answer, state: str) -> None:
        data = {"timings": asdict(answer.timings), "context": answer.timings.context_used}
        self._db.conversation.update_turn(answer.turn.id, text=answer.text, state=state, data=data)

    def _learn(self, user_turn: Turn) -> Iterator[Event]:
        turns = self._db.turns(user_turn.chat_id)
        yield from self.learning.learn_turn(turns, user_turn, self._stop.is_set)


def _spoken(text: str, calls: Sequence[ToolCall]) -> Message:
    listed = [{"id": c.id, "name": c.name, "arguments": dict(c.arguments)} for c in calls]
    return {"role": "assistant", "content": text, "tool_calls": listed}
