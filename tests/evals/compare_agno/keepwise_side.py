"""The conversation through Keepwise: `Agent.run` with all six stores on, the model in its child process."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine import Agent, Database, LearningMachine
from engine.events import Finished
from models import ChatModel, Done, Message, Piece, Tool, open_chat, open_embedder
from tests.evals.compare_agno.talk import MESSAGES, Turn, summary


class Metered:
    """A `ChatModel` that passes everything on and counts what it cost."""

    def __init__(self, model: ChatModel) -> None:
        self._model = model
        self.calls = self.prompt = self.read = self.made = 0

    @property
    def name(self) -> str:
        """That of the model behind."""
        return self._model.name

    @property
    def context(self) -> int:
        """That of the model behind."""
        return self._model.context

    @property
    def parameters(self) -> int:
        """That of the model behind."""
        return self._model.parameters

    def stream(
        self,
        messages: Sequence[Message],
        *,
        tools: Sequence[Tool] = (),
        schema: Mapping[str, Any] | None = None,
        max_tokens: int = 1024,
        temperature: float = 0.0,
        lane: str = "chat",
    ) -> Iterator[Piece]:
        """See `ChatModel.stream`."""
        options: dict[str, Any] = {"max_tokens": max_tokens, "temperature": temperature, "lane": lane}
        for piece in self._model.stream(messages, tools=tools, schema=schema, **options):
            if isinstance(piece, Done):
                cost = piece.timings
                self.calls += 1
                self.prompt += cost.prompt_tokens
                self.read += cost.prompt_tokens - cost.cached_tokens
                self.made += cost.generated_tokens
            yield piece

    def count(self, text: str) -> int:
        """Number of tokens."""
        return self._model.count(text)

    def interrupt(self) -> None:
        """End the stream that runs now."""
        self._model.interrupt()

    def close(self) -> None:
        """End the model."""
        self._model.close()

    def taken(self) -> dict[str, int]:
        """The counts since the last time."""
        counts = {"calls": self.calls, "prompt": self.prompt, "read": self.read, "made": self.made}
        self.calls = self.prompt = self.read = self.made = 0
        return counts


def held(name: str, threads: int) -> dict[str, Any]:
    """Hold the conversation and give what came of it."""
    model = Metered(open_chat(name, threads=threads))
    try:
        with tempfile.TemporaryDirectory() as folder, Database(Path(folder) / "memory.duckdb") as db:
            learning = LearningMachine(
                db,
                model=model,
                embedder=open_embedder(),
                user_profile=True,
                user_memory=True,
                session_context=True,
                entity_memory=True,
                learned_knowledge=True,
                decision_log=True,
            )
            agent = Agent(model=model, learning=learning)
            turns = [_turn(agent, model, message) for message in MESSAGES]
            items = [item for item in learning.items(user_id="tamsin") if item.store != "session_context"]
            waiting = [item.text for item in learning.items(state="proposed", user_id="tamsin")]
            stored = [f"{item.subject} {item.text}" if item.store == "entity_memory" else item.text for item in items]
    finally:
        model.close()
    return {
        "summary": summary(turns, stored, waiting),
        "stored": stored,
        "proposed": waiting,
        "turns": [asdict(turn) for turn in turns],
    }


def _turn(agent: Agent, model: Metered, message: str) -> Turn:
    began = time.monotonic()
    answer, answered = "", 0.0
    for event in agent.run(message, user_id="tamsin", session_id="one"):
        if isinstance(event, Finished):
            answer, answered = event.text, time.monotonic() - began
    took = time.monotonic() - began
    print(f"keepwise {took:6.1f} s  {message[:40]}", file=sys.stderr)
    return Turn(answer, answered, took, **model.taken())
