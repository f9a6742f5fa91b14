"""Speaking: the model calls and tool calls of one answer, until the model is done or has had enough of them.

What the model called and what it was told is kept with the answer and sent again as history: a small model that sees only
its earlier "Saved: ..." without the call goes on to claim such things without calling anything.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from engine import steering
from engine.answers import Answers
from engine.config import LearningMode
from engine.events import Asked, Event, Prefill, Text, Thinking, ToolUsed
from engine.item import Item, State, Turn
from engine.machine import LearningMachine
from engine.prompt import CONTINUE
from engine.steering import Due
from engine.stop import Stop
from engine.tools import Function, Toolbox, call, calls_in_prose, outcome, summary, tool_of, without_ids
from models.errors import ModelError
from models.protocols import ChatModel, Done, Message, Piece, Thought, Timings, ToolCall

FLUSH = 1.0
"""Seconds between two saves of a streaming answer."""
LIVELY = 0.8
"""Temperature of an answer made anew: at 0 it would be the same answer again."""
STILL_THINKING = (
    "The model was still thinking when the room for its answer was used up. Ask again in fewer words, or choose a model that "
    "answers without thinking first."
)
CALL = 320
"""Most tokens of a call that is due."""


@dataclass(slots=True)
class Answer:
    """The answer while it grows. steps: the calls so far and what they were told, as messages; start: where in `text` the
    present step began; begun: characters that were there already, of an answer that goes on after a stop; left_out: how many
    earlier messages the model is no longer sent."""

    turn: Turn
    text: str = ""
    timings: Timings = field(default_factory=Timings)
    reason: str = ""
    saved_at: float = field(default_factory=time.monotonic)
    box: Toolbox | None = None
    used: list[ToolUsed] = field(default_factory=list)
    malformed: int = 0
    steps: list[Message] = field(default_factory=list)
    start: int = 0
    begun: int = 0
    temperature: float = 0.0
    left_out: int = 0

    @classmethod
    def resumed(cls, turn: Turn) -> Answer:
        """An answer that goes on: what it said and the request to continue come before what it will say."""
        said = str(turn.data.get("last", turn.text))
        request = (
            [{"role": "assistant", "content": said}, {"role": "user", "content": CONTINUE}] if said.strip() else []
        )
        steps = [*turn.data.get("steps", ()), *request]
        return cls(turn, turn.text, steps=steps, start=len(turn.text), begun=len(turn.text))

    def add(self, text: str) -> str:
        """Let it grow. Returns what was added: after a stop with a space before it, where words would run together."""
        if self.begun and len(self.text) == self.begun and text[:1].isalnum() and not self.text[-1:].isspace():
            text = f" {text}"
        self.text += text
        return text

    def kept(self) -> dict[str, Any]:
        """What its turn keeps: what it cost, and how it is sent again as history."""
        data: dict[str, Any] = {"timings": asdict(self.timings), "context": self.timings.context_used}
        if self.steps and (not self.begun or len(self.text) > self.begun):
            data |= {"steps": self.steps, "last": self.text[self.start :].strip() or self.text}
        return data


class Speaking:
    """Speaks answers for one agent. stop: ends this answer; reserve: most tokens of a step."""

    def __init__(self, learning: LearningMachine, model: ChatModel, answers: Answers, stop: Stop, reserve: int) -> None:
        self._learning = learning
        self._model = model
        self._answers = answers
        self._stop = stop
        self._reserve = reserve

    def speak(
        self,
        messages: Sequence[Message],
        functions: Mapping[str, Function],
        answer: Answer,
        due: Sequence[Due],
        most: int,
    ) -> Iterator[Event]:
        """Let the model speak and call tools, in at most `most` calls of the model.

        The calls that are due come first; a model that needed that has no say in further ones, which are noise (a 1.5B model
        notes the same again in another store).
        """
        waiting = list(due)
        for _ in range(most):
            calls: list[ToolCall] = []
            answer.start = len(answer.text)
            sent = [*messages, *answer.steps]
            if waiting:
                yield from self._call(sent, functions, answer, calls, waiting.pop(0))
            else:
                yield from self._stream(sent, functions, answer, calls, steering.SPEECH if due else None)
            if not calls and not due:
                calls, text = calls_in_prose(answer.text[answer.start :], functions)
                answer.text = answer.text[: answer.start] + text
            if not calls or answer.reason == "interrupted" or self._stop.is_set():
                break
            answer.steps.append(_spoken(answer.text[answer.start :], calls))
            for tool_call in calls:
                used = yield from self._use(functions, tool_call, answer)
                told = without_ids(used.result) if due else used.result
                answer.steps.append({"role": "tool", "name": used.name, "tool_call_id": tool_call.id, "content": told})
                yield used
        if not answer.text.strip() and answer.used and answer.reason != "interrupted":
            answer.text = summary(answer.used)
            yield Text(answer.text)

    def _stream(
        self,
        messages: Sequence[Message],
        functions: Mapping[str, Function],
        answer: Answer,
        calls: list[ToolCall],
        schema: Mapping[str, Any] | None = None,
    ) -> Iterator[Event]:
        """One model call: its text is yielded and flushed, its tool calls are collected."""
        if self._stop.is_set():
            answer.reason = "interrupted"
            return
        tools = [tool_of(function) for function in functions.values()]
        gap = bool(answer.text[answer.begun :].strip())
        limits: dict[str, Any] = {"max_tokens": self._reserve, "temperature": answer.temperature}
        speech = steering.Speech() if schema else None
        pieces = self._stop.stream(self._model, messages, tools=tools, schema=schema, lane="chat", **limits)
        for piece in _heard(pieces):
            if isinstance(piece, Text):
                text = speech.feed(piece.text) if speech else piece.text
                if gap and text.strip():
                    text, gap = f"\n\n{text}", False
                text = answer.add(text)
                if time.monotonic() - answer.saved_at > FLUSH:
                    self._learning.db.conversation.update_turn(answer.turn.id, text=answer.text)
                    answer.saved_at = time.monotonic()
                yield Text(text)
            elif isinstance(piece, Prefill | Thinking):
                yield piece
            elif isinstance(piece, ToolCall):
                calls.append(piece)
            elif isinstance(piece, Done):
                answer.timings, answer.reason = piece.timings, piece.reason

    def _call(
        self,
        messages: Sequence[Message],
        functions: Mapping[str, Function],
        answer: Answer,
        calls: list[ToolCall],
        due: Due,
    ) -> Iterator[Event]:
        """One model call that can only be a call of a tool that is due."""
        if self._stop.is_set():
            answer.reason = "interrupted"
            return
        raw = ""
        tools = [tool_of(function) for function in functions.values()]
        for piece in self._stop.stream(
            self._model, messages, tools=tools, schema=due.schema, max_tokens=CALL, lane="chat"
        ):
            if isinstance(piece, Text):
                raw += piece.text
            elif isinstance(piece, Prefill):
                yield piece
            elif isinstance(piece, Done):
                answer.timings, answer.reason = piece.timings, piece.reason
        if answer.reason != "interrupted":
            calls.append(steering.grounded(steering.read(raw, len(answer.steps)), due.words))

    def _use(
        self, functions: Mapping[str, Function], tool_call: ToolCall, answer: Answer
    ) -> Generator[Event, None, ToolUsed]:
        """Run one tool. What it proposed to a store in HITL mode is asked for before the model hears of it."""
        if tool_call.malformed:
            told_model = f"This call could not be read: {tool_call.malformed[:200]}"
            used = ToolUsed(tool_call.name, {}, told_model, failed=True)
            answer.malformed += 1
        else:
            noted = answer.box.notebook.noted if answer.box else []
            known = len(noted)
            result, failed = call(functions, tool_call.name, tool_call.arguments)
            asked = tuple(new.item for new in noted[known:] if self._asks(new.item))
            if asked:
                self._answers.open(asked)
                yield Asked(asked)
                noted[known:] = self._answers.settle(asked)
                result = "\n".join(outcome(new) for new in noted[known:])
            used = ToolUsed(tool_call.name, dict(tool_call.arguments), result, failed)
        answer.used.append(used)
        return used

    def _asks(self, item: Item) -> bool:
        return item.state is State.PROPOSED and self._learning.modes[item.store] is LearningMode.HITL


def _spoken(text: str, calls: Sequence[ToolCall]) -> Message:
    listed = [{"id": c.id, "name": c.name, "arguments": dict(c.arguments)} for c in calls]
    return {"role": "assistant", "content": text, "tool_calls": listed}


def _heard(pieces: Iterator[Piece]) -> Iterator[Piece | Thinking]:
    """What a model says, its thoughts as mere progress. Raises ModelError when its room was used up by thoughts alone."""
    thoughts, answered = 0, False
    for piece in pieces:
        if isinstance(piece, Thought):
            thoughts += 1
            yield Thinking(thoughts)
            continue
        answered = answered or isinstance(piece, Text | ToolCall)
        if isinstance(piece, Done) and piece.reason == "length" and thoughts and not answered:
            raise ModelError(STILL_THINKING)
        yield piece
