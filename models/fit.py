"""Which model fits this computer: memory as it is measured, and speed from what was measured or, before that, a careful guess.

A verdict never claims more than is known: memory that other programs hold can be had back by closing them, so only a model
that needs more than the whole computer has is too large.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["fits", "tight", "slow", "large"]

WORDS_A_TOKEN = 0.75
"""English words that a token of a small model makes on average."""
_SLOW_TOKENS = 6.0
"""Tokens a second below which an answer comes slower than most people read (about 4.5 words)."""
_SYSTEM_BYTES = 1_000_000_000
"""What the system and the window keep for themselves."""
_BYTES_A_CORE = 7_000_000_000
_MOST_BYTES = 28_000_000_000
"""Bytes of weights read a second, before anything was measured: 14 GB on two server cores, and memory limits the rest."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What this computer has: memory in bytes, `free` of it without swapping, physical cores."""

    total: int
    free: int
    cores: int


@dataclass(frozen=True, slots=True)
class Fit:
    """How a model fits; memory in bytes. `tokens_per_second` is `measured`, or estimated from another model, or guessed."""

    verdict: Verdict
    tokens_per_second: float
    measured: bool
    needed: int
    free: int
    total: int


def this_machine() -> Machine:
    """Measure this computer."""
    import psutil

    memory = psutil.virtual_memory()
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    return Machine(int(memory.total), int(memory.available), int(cores))


def fit(needed: int, file_bytes: int, machine: Machine, speed: float = 0.0, bandwidth: float = 0.0) -> Fit:
    """How a model that needs `needed` bytes of memory and whose file has `file_bytes` fits `machine`.

    speed: tokens a second of this very model, when that was measured; bandwidth: bytes of weights a second that another
    model reached here. Generation reads every weight once a token, so one follows from the other.
    """
    reach = bandwidth or min(machine.cores * _BYTES_A_CORE, _MOST_BYTES)
    tokens = speed or reach / max(file_bytes, 1)
    verdict: Verdict = "fits"
    if needed > machine.total - _SYSTEM_BYTES:
        verdict = "large"
    elif needed > machine.free:
        verdict = "tight"
    elif tokens < _SLOW_TOKENS:
        verdict = "slow"
    return Fit(verdict, tokens, speed > 0, needed, machine.free, machine.total)


def memory_for(file_bytes: int, context: int = 8192) -> int:
    """Memory that a model file takes to run: its weights, its cache (28 kB a token at 1.5 billion weights), and 300 MB."""
    return int(file_bytes * (1 + context * 28_672 / 1_117_320_768)) + 300_000_000
