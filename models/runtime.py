"""One model in one llama.cpp context, with several lanes that each keep their tokens warm.

Runs in the child process only. Chat and learning take turns on the same model; if they shared one sequence, each would
throw away the other's prefix and read its prompt anew (9.5 s for 1,500 tokens of a 1.5B on two cores). So each lane
is a sequence of its own in one shared KV cache, and a call only reads what its lane does not hold already.
"""

from __future__ import annotations

import ctypes
import importlib
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from models.lanes import LANES, Lane, Lanes
from models.sampling import Sampler
from models.vocabulary import Vocabulary

_WARNING, _ERROR = 3, 4  # ggml_log_level as the library sends it; the comment in llama-cpp-python is of old
BATCH = 128
"""Tokens a decode of the prompt: progress is told after each, and 256 or 512 are not faster (measured on the 1.5B)."""


class Interrupted(Exception):
    """The abort flag was raised while the model was computing."""


class Overflow(Exception):
    """The prompt does not fit: `needed` tokens, `limit` at hand."""

    def __init__(self, needed: int, limit: int) -> None:
        super().__init__(f"{needed} tokens do not fit into {limit}")
        self.needed = needed
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Generated:
    """What one call did: counts in tokens, times in seconds; `reason` is "stop", "length" or "interrupted"."""

    reason: str
    prompt_tokens: int
    cached_tokens: int
    generated_tokens: int
    prefill_seconds: float
    generate_seconds: float
    context_used: int


class Runtime:
    """Loads a GGUF file and answers prompts given as tokens. Not thread-safe, save for `stop` and `vocabulary.tokens`.

    `stop` may be set from any thread: llama.cpp looks at it after every node of its graph, so that even a prefill ends
    within some 10 ms. Called into Python, that look costs nothing that can be measured (115 against 111 tokens a
    second).

    Raises ValueError with a plain sentence when the file cannot be loaded.
    """

    def __init__(self, path: str, *, context: int | None, threads: int) -> None:
        self._c: Any = importlib.import_module("llama_cpp.llama_cpp")
        self.stop = False
        self._first_error = ""
        self._log_callback = self._c.llama_log_callback(self._log)
        self._c.llama_log_set(self._log_callback, None)
        self._model = self._load(path)
        self.vocabulary = Vocabulary(self._c, self._c.llama_model_get_vocab(self._model))
        trained = int(self._c.llama_model_n_ctx_train(self._model))
        self.context = min(context or trained, trained) if trained > 0 else context or 4096
        self._context = self._open_context(threads)
        self._abort = self._c.ggml_abort_callback(lambda _: self.stop)
        self._c.llama_set_abort_callback(self._context, self._abort, None)
        self._lanes = Lanes(self._c, self._model, self._context)
        self._batch = self._c.llama_batch_init(BATCH, 0, 1)

    def generate(
        self,
        prompt: Sequence[int],
        sampler: Sampler,
        *,
        lane: str,
        max_tokens: int,
        on_prefill: Callable[[int, int], None],
        on_text: Callable[[str], None],
        steady: int = 0,
    ) -> Generated:
        """Read the new part of `prompt` in `lane`, then generate up to `max_tokens`. Raises Overflow.

        steady: how many tokens of the prompt the next one of this lane will begin with; only asked where lanes cannot go back.
        """
        if len(prompt) + min(max_tokens, 1) > self.context:
            raise Overflow(len(prompt) + min(max_tokens, 1), self.context)
        began = time.perf_counter()
        held = self._lanes.lane(lane)
        common = self._lanes.rewind(held, prompt, keep_last=max_tokens == 0)
        cached = len(held.tokens)
        made, reason = 0, "interrupted"
        try:
            self._read(held, prompt[cached:], on_prefill, {common, steady} if not self.goes_back else set())
            read_at = time.perf_counter()
            room = min(max_tokens, self.context - len(prompt))
            made, reason = self._answer(held, sampler, room, on_text)
        except Interrupted:
            read_at = time.perf_counter()
        ended = time.perf_counter()
        return Generated(
            reason=reason,
            prompt_tokens=len(prompt),
            cached_tokens=cached,
            generated_tokens=made,
            prefill_seconds=read_at - began,
            generate_seconds=ended - read_at,
            context_used=len(held.tokens),
        )

    @property
    def goes_back(self) -> bool:
        """Whether a lane can drop any end of what it holds; not with a recurrent state."""
        return self._lanes.goes_back

    def metadata(self, key: str) -> str:
        """A value of the model file's metadata as text; empty when it has none."""
        size = 1 << 18
        buffer = ctypes.create_string_buffer(size)
        n = self._c.llama_model_meta_val_str(self._model, key.encode(), buffer, size)
        return buffer.value.decode("utf-8", "replace") if n >= 0 else ""

    @property
    def parameters(self) -> int:
        """Number of weights."""
        return int(self._c.llama_model_n_params(self._model))

    def _load(self, path: str) -> Any:
        params = self._c.llama_model_default_params()
        model = self._c.llama_model_load_from_file(path.encode(), params)
        if not model:
            raise ValueError(f"llama.cpp cannot read this model file ({self._first_error})")
        return model

    def _open_context(self, threads: int) -> Any:
        params = self._c.llama_context_default_params()
        params.n_ctx = self.context
        params.n_batch = params.n_ubatch = BATCH
        params.n_seq_max = LANES
        params.kv_unified = True
        params.n_threads = params.n_threads_batch = threads
        params.no_perf = True
        context = self._c.llama_init_from_model(self._model, params)
        if not context:
            raise ValueError(f"there is not enough memory for a context of {self.context} tokens")
        return context

    def _read(self, lane: Lane, new: Sequence[int], on_prefill: Callable[[int, int], None], stops: set[int]) -> None:
        """Read `new`; at `stops` (lengths of the lane) its state is saved."""
        if new:
            on_prefill(0, len(new))
        for start, end in _steps(len(lane.tokens), len(new), stops):
            self._decode(lane, new[start:end])
            on_prefill(end, len(new))
            if len(lane.tokens) in stops:
                self._lanes.save(lane)

    def _answer(self, lane: Lane, sampler: Sampler, room: int, on_text: Callable[[str], None]) -> tuple[int, str]:
        decoder = self.vocabulary.decoder()
        made, reason = 0, "length" if room else "stop"
        try:
            while made < room:
                token = sampler.next(self._context)
                if self.vocabulary.is_end(token):
                    reason = "stop"
                    break
                made += 1
                on_text(decoder.decode(self.vocabulary.piece(token)))
                self._decode(lane, [token])
        except Interrupted:
            reason = "interrupted"
        on_text(decoder.decode(b"", final=True))
        return made, reason

    def _decode(self, lane: Lane, tokens: Sequence[int]) -> None:
        if self.stop:
            raise Interrupted
        self._fill(lane, tokens)
        code = self._c.llama_decode(self._context, self._batch)
        while code == 1 and self._lanes.evict(lane):
            code = self._c.llama_decode(self._context, self._batch)
        if code == 0:
            lane.tokens.extend(tokens)
            return
        needed = len(lane.tokens) + len(tokens)
        self._lanes.undo(lane)
        if code == 2:
            raise Interrupted
        if code == 1:
            raise Overflow(needed, self.context)
        self._lanes.clear(lane)
        raise RuntimeError(f"llama.cpp could not compute (code {code})")

    def _fill(self, lane: Lane, tokens: Sequence[int]) -> None:
        batch, start = self._batch, len(lane.tokens)
        batch.n_tokens = len(tokens)
        for i, token in enumerate(tokens):
            batch.token[i] = token
            batch.pos[i] = start + i
            batch.n_seq_id[i] = 1
            batch.seq_id[i][0] = lane.sequence
            batch.logits[i] = i == len(tokens) - 1

    def _log(self, level: int, text: bytes, _: Any) -> None:
        """Warnings and errors of llama.cpp go to the child's stderr, which the parent keeps the tail of."""
        if level in (_WARNING, _ERROR) and not self.stop:
            line = text.decode("utf-8", "replace")
            if level == _ERROR and not self._first_error:
                self._first_error = line.strip()  # those that follow only say that loading has failed
            sys.stderr.write(line)


def _steps(held: int, new: int, stops: set[int]) -> Iterator[tuple[int, int]]:
    """Where to cut `new` tokens behind `held` ones: after each BATCH, and at the stops."""
    edges = sorted({stop - held for stop in stops if 0 < stop - held < new} | {new})
    start = 0
    for edge in edges:
        while start < edge:
            end = min(start + BATCH, edge)
            yield start, end
            start = end
