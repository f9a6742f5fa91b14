"""What llama.cpp's memory holds, lane by lane, and how a lane goes back to where two prompts part.

A lane is a sequence of its own in one shared memory. Models of attention alone can drop any end of a sequence. Those with a
recurrent state (Mamba, RWKV, hybrids such as LFM2, Falcon-H1, Qwen3-Next) hold one state and cannot: for them the state is
saved where a later prompt will part from this one, and brought back there; without a saved state the prompt is read anew.

Runs in the child process only.
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

LANES = 4
KEPT = 3
"""Saved states a lane: the end of the fixed prefix, that of the last prompt, and one more. Some 20 MB each for a 3B Mamba."""


@dataclass(slots=True)
class Saved:
    """The recurrent state after so many tokens of a lane."""

    tokens: int
    state: ctypes.Array[ctypes.c_uint8]
    used: int


@dataclass(slots=True)
class Lane:
    """What one sequence holds: its tokens in order, when it was last used, and the states to which it can go back."""

    sequence: int
    tokens: list[int] = field(default_factory=list)
    used: int = 0
    saved: list[Saved] = field(default_factory=list)


class Lanes:
    """The lanes of one context. `library` is the module `llama_cpp.llama_cpp`; not thread-safe.

    goes_back: whether any end of a lane can be dropped.
    """

    def __init__(self, library: Any, model: Any, context: Any) -> None:
        self._c = library
        self._context = context
        self._memory = library.llama_get_memory(context)
        self.goes_back = not (library.llama_model_is_recurrent(model) or library.llama_model_is_hybrid(model))
        self._lanes: dict[str, Lane] = {}
        self._clock = itertools.count(1)

    def lane(self, name: str) -> Lane:
        """The lane of that name; when there are too many, it takes the place of the one that waits longest."""
        if name not in self._lanes:
            if len(self._lanes) == LANES:
                oldest = min(self._lanes, key=lambda known: self._lanes[known].used)
                self.clear(self._lanes.pop(oldest))
            taken = {lane.sequence for lane in self._lanes.values()}
            self._lanes[name] = Lane(next(i for i in range(LANES) if i not in taken))
        lane = self._lanes[name]
        lane.used = next(self._clock)
        return lane

    def rewind(self, lane: Lane, prompt: Sequence[int], *, keep_last: bool) -> int:
        """Drop what the lane holds beyond its common start with `prompt`, or more where it cannot stop there.

        Gives the length of that common start. Unless `keep_last`, the prompt's last token is read again, for its logits.
        """
        most = min(len(lane.tokens), len(prompt) if keep_last else len(prompt) - 1)
        common = next((i for i in range(most) if lane.tokens[i] != prompt[i]), max(most, 0))
        if self._c.llama_memory_seq_rm(self._memory, lane.sequence, common, -1):
            del lane.tokens[common:]
            lane.saved = [saved for saved in lane.saved if saved.tokens <= common]
        else:
            self._bring_back(lane, common)
        return common

    def undo(self, lane: Lane) -> None:
        """Drop what a decode that failed has left; a recurrent state may be half overwritten, so an earlier one is taken."""
        if not self.goes_back:
            self._bring_back(lane, len(lane.tokens))
        elif not self._c.llama_memory_seq_rm(self._memory, lane.sequence, len(lane.tokens), -1):
            self.clear(lane)

    def save(self, lane: Lane) -> None:
        """Remember the state here, where the lane could not go back to it otherwise."""
        if self.goes_back or any(saved.tokens == len(lane.tokens) for saved in lane.saved):
            return
        flag = self._c.LLAMA_STATE_SEQ_FLAGS_PARTIAL_ONLY
        size = self._c.llama_state_seq_get_size_ext(self._context, lane.sequence, flag)
        state = (ctypes.c_uint8 * size)()
        if self._c.llama_state_seq_get_data_ext(self._context, state, size, lane.sequence, flag) != size:
            return
        if len(lane.saved) == KEPT:
            lane.saved.remove(min(lane.saved, key=lambda saved: saved.used))
        lane.saved.append(Saved(len(lane.tokens), state, next(self._clock)))

    def evict(self, lane: Lane) -> bool:
        """Give the room of the least recently used other lane to this one; False when there is none left."""
        others = [other for other in self._lanes.values() if other is not lane and other.tokens]
        if not others:
            return False
        self.clear(min(others, key=lambda other: other.used))
        return True

    def _bring_back(self, lane: Lane, most: int) -> None:
        """Go back to the last saved state within `most` tokens, or to nothing."""
        lane.saved = [saved for saved in lane.saved if saved.tokens <= most]
        if not lane.saved:
            return self.clear(lane)
        saved = max(lane.saved, key=lambda one: one.tokens)
        saved.used = next(self._clock)
        flag = self._c.LLAMA_STATE_SEQ_FLAGS_PARTIAL_ONLY
        size = len(saved.state)
        taken = self._c.llama_state_seq_set_data_ext(self._context, saved.state, size, lane.sequence, flag)
        if taken != size or not self._c.llama_memory_seq_rm(self._memory, lane.sequence, saved.tokens, -1):
            return self.clear(lane)
        del lane.tokens[saved.tokens :]
        return None

    def clear(self, lane: Lane) -> None:
        """Empty the lane."""
        self._c.llama_memory_seq_rm(self._memory, lane.sequence, -1, -1)
        lane.tokens.clear()
        lane.saved.clear()
