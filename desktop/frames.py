"""How often an answer that grows is drawn: fifteen times a second, and less often where drawing is dear.

The model and the window share the cores: on two of them each per cent that drawing takes slows the answer down.
"""

from __future__ import annotations

import time

SHARE = 0.04
"""Of one core, for drawing what grows. At 15 a second it took 10 % on two slow cores: 7 ms for each line of an answer."""
SHORTEST_MS, LONGEST_MS = 66, 250


class Frames:
    """Tells when the next drawing may begin. Asked and told by the thread of the window, whose computing it counts."""

    def __init__(self) -> None:
        self._began = self._cpu = self._cost = 0.0

    def begin(self) -> None:
        """A drawing begins. What the thread computed since the one before, painting too, is what that one cost."""
        cpu = time.thread_time()
        self._cost = min(cpu - self._cpu, LONGEST_MS / 1000) if self._began else 0.0
        self._began, self._cpu = time.perf_counter(), cpu

    def due_ms(self) -> int:
        """Milliseconds until the next one."""
        cost = max(self._cost, time.thread_time() - self._cpu)
        pace = min(max(1000 * cost / SHARE, SHORTEST_MS), LONGEST_MS)
        return max(round(pace - 1000 * (time.perf_counter() - self._began)), 0)
