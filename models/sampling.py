"""How the next token is chosen: the C sampler chain of llama.cpp, with a grammar in front when the answer has a schema.

A grammar over the whole vocabulary is dear (150,000 tokens are matched against it), so it is asked about the model's
own choice first; only when that is refused is it asked about the best few, and about all only when none of those may
stand.
"""

from __future__ import annotations

import ctypes
import os
from typing import Any

import numpy as np
import numpy.typing as npt

from models.vocabulary import Vocabulary

TOP_K = 40
TOP_P = 0.95
MIN_P = 0.05
NEAR = 256
"""Candidates that are tried against a grammar before the whole vocabulary is."""

_CANDIDATE = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])


class Sampler:
    """Chooses tokens for one answer. temperature 0 is greedy; `grammar` is GBNF text with a `root` rule, or empty."""

    def __init__(
        self, vocabulary: Vocabulary, *, temperature: float, grammar: str = "", seed: int | None = None
    ) -> None:
        self._c = vocabulary.library
        self._size = vocabulary.size
        self._greedy = temperature <= 0
        self._chain = self._build_chain(temperature, seed)
        self._grammar = self._build_grammar(vocabulary, grammar)

    def next(self, context: Any) -> int:
        """The next token after the last decoded position of `context`."""
        if self._grammar is None:
            return int(self._c.llama_sampler_sample(self._chain, context, -1))
        logits = np.ctypeslib.as_array(self._c.llama_get_logits_ith(context, -1), shape=(self._size,))
        token = self._choose(logits)
        self._c.llama_sampler_accept(self._grammar, token)
        self._c.llama_sampler_accept(self._chain, token)
        return token

    def close(self) -> None:
        """Free the C side. Idempotent."""
        for sampler in (self._chain, self._grammar):
            if sampler is not None:
                self._c.llama_sampler_free(sampler)
        self._chain = self._grammar = None

    def _choose(self, logits: npt.NDArray[np.float32]) -> int:
        first = int(logits.argmax()) if self._greedy else self._pick(_candidates(logits, None))
        if self._allowed(logits, np.array([first])).size:
            return first
        near = np.argpartition(logits, -NEAR)[-NEAR:] if self._size > NEAR else None
        allowed = self._allowed(logits, near)
        if not allowed.size:
            allowed = self._allowed(logits, None)
        return self._pick(allowed)

    def _allowed(self, logits: npt.NDArray[np.float32], ids: npt.NDArray[np.intp] | None) -> npt.NDArray[Any]:
        candidates = _candidates(logits, ids)
        self._apply(self._grammar, candidates)
        allowed: npt.NDArray[Any] = candidates[np.isfinite(candidates["logit"])]
        return allowed

    def _pick(self, candidates: npt.NDArray[Any]) -> int:
        if self._greedy:
            return int(candidates["id"][candidates["logit"].argmax()])
        array = self._apply(self._chain, candidates)
        return int(array.data[array.selected].id)

    def _apply(self, sampler: Any, candidates: npt.NDArray[Any]) -> Any:
        data = ctypes.cast(candidates.ctypes.data, self._c.llama_token_data_p)
        array = self._c.llama_token_data_array(data, len(candidates), -1, False)
        self._c.llama_sampler_apply(sampler, ctypes.byref(array))
        return array

    def _build_chain(self, temperature: float, seed: int | None) -> Any:
        c = self._c
        chain = c.llama_sampler_chain_init(c.llama_sampler_chain_default_params())
        steps = [c.llama_sampler_init_greedy()]
        if not self._greedy:
            chance = seed if seed is not None else int.from_bytes(os.urandom(4), "little")
            steps = [
                c.llama_sampler_init_top_k(TOP_K),
                c.llama_sampler_init_top_p(TOP_P, 1),
                c.llama_sampler_init_min_p(MIN_P, 1),
                c.llama_sampler_init_temp(temperature),
                c.llama_sampler_init_dist(chance),
            ]
        for step in steps:
            c.llama_sampler_chain_add(chain, step)
        return chain

    def _build_grammar(self, vocabulary: Vocabulary, grammar: str) -> Any:
        if not grammar:
            return None
        sampler = self._c.llama_sampler_init_grammar(vocabulary.handle, grammar.encode(), b"root")
        if not sampler:
            raise ValueError("the schema gave a grammar that cannot be read")
        return sampler


def _candidates(logits: npt.NDArray[np.float32], ids: npt.NDArray[np.intp] | None) -> npt.NDArray[Any]:
    count = len(logits) if ids is None else len(ids)
    candidates = np.zeros(count, dtype=_CANDIDATE)
    candidates["id"] = np.arange(count) if ids is None else ids
    candidates["logit"] = logits if ids is None else logits[ids]
    return candidates
