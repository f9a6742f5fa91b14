"""What a chat model and an embedder are to the rest of Keepwise: two protocols and the values that cross them.

A chat model is one class that yields. The caller reads pieces until `Done`; closing the generator, or calling
`interrupt()` from any thread, ends it early. Nothing here imports a runtime, so `engine` may import this module freely.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias, runtime_checkable

import numpy as np
import numpy.typing as npt

Vectors: TypeAlias = npt.NDArray[np.float32]
"""Shape (texts, dimensions), float32, each row of length 1 (so a dot product is the cosine)."""

Message: TypeAlias = Mapping[str, Any]
"""`{"role": "system" | "user" | "assistant" | "tool", "content": str}`; an assistant message may hold
`"tool_calls": [{"id", "name", "arguments": dict}]`, a tool message `"name"` and `"tool_call_id"`."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool as the model sees it: its name, what it does, and its parameters as a JSON schema object."""

    name: str
    description: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Prefill:
    """Progress of reading the prompt: `done` of `total` tokens (only those that were not already warm)."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of the answer, to be appended as it comes."""

    text: str


@dataclass(frozen=True, slots=True)
class Thought:
    """A stretch of a thinking model's reasoning: never part of the answer, never learned from."""

    text: str


@dataclass(frozen=True, slots=True)
class ToolCall:
    """The model asks for a tool, in whatever spelling; `malformed` holds the raw text when it could not be read."""

    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    id: str = ""
    malformed: str = ""


@dataclass(frozen=True, slots=True)
class Timings:
    """What one call cost. Tokens are counts, times are seconds."""

    prompt_tokens: int = 0
    cached_tokens: int = 0
    generated_tokens: int = 0
    prefill_seconds: float = 0.0
    generate_seconds: float = 0.0
    context_used: int = 0

    @property
    def tokens_per_second(self) -> float:
        """Speed of generation, in tokens a second; 0.0 when nothing was generated."""
        return self.generated_tokens / self.generate_seconds if self.generate_seconds > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Done:
    """The last piece of every stream. `reason` is "stop", "length", "tool" or "interrupted"."""

    reason: str
    timings: Timings = field(default_factory=Timings)


Piece: TypeAlias = Prefill | Text | Thought | ToolCall | Done


@runtime_checkable
class ChatModel(Protocol):
    """A language model that holds a conversation. One stream at a time; calls from other threads wait their turn."""

    @property
    def name(self) -> str: ...

    @property
    def context(self) -> int:
        """Tokens that prompt and answer may hold together."""
        ...

    @property
    def parameters(self) -> int:
        """Number of weights; below a billion a model chooses better than it writes."""
        ...

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
        """Yield the answer piece by piece, ending with `Done`.

        schema: a JSON schema (object) that the whole answer is forced into by a grammar.
        max_tokens: the most tokens to generate; 0 only reads the prompt, to keep it warm.
        lane: each lane keeps its own warm prefix ("chat" for the conversation, "learn" for learning).
        Raises ContextOverflow, ModelMissing, ModelCrashed, ModelError.
        """
        ...

    def count(self, text: str) -> int:
        """Number of tokens of `text`, without any template around it."""
        ...

    def interrupt(self) -> None:
        """End the stream that runs now, from any thread, within 300 ms, in prefill too. Without one, do nothing."""
        ...

    def close(self) -> None:
        """End the model and give back its memory. Idempotent."""
        ...


@runtime_checkable
class Embedder(Protocol):
    """Turns texts into vectors of length 1."""

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row a text, in order; shape (len(texts), dimensions). For search; kept beside what was embedded."""
        ...

    def sense(self, texts: Sequence[str]) -> Vectors:
        """What each text means, in any language, for the head that decides what is learned; never kept.

        Shape (len(texts), n); n is 0 where the model for that cannot run.
        """
        ...
