"""What can be taken back although it is in no log of acts: archiving, folders. In order with the acts that are in one.

The steps of one run of the program; what was learned, and deleted chats, are in the memory file's own log and can be taken
back after a restart too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.bridge import Bridge
from engine.events import Changed


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Something that was done, and what takes it back. after: how many logged acts were done before it."""

    back: Callable[[], object]
    after: int


class Steps:
    """A stack of steps beside the log: the newest of both goes first."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._done: list[Step] = []
        self._acts = 0
        bridge.acted.connect(self._acted)
        bridge.undone.connect(self._undone)

    def add(self, back: Callable[[], object]) -> Callable[[], object]:
        """Note a step; returns what takes exactly this one back, once."""
        step = Step(back, self._acts)
        self._done.append(step)
        return lambda: self._take(step)

    def undo(self) -> None:
        """Take back what was done last, a step or a logged act."""
        if self._done and self._done[-1].after >= self._acts:
            self._take(self._done[-1])
        else:
            self._bridge.undo()

    def _take(self, step: Step) -> None:
        if step in self._done:
            self._done.remove(step)
            step.back()

    def _acted(self, _: str, changed: Changed | None) -> None:
        self._acts += changed is not None and changed.act > 0

    def _undone(self, changed: Changed | None) -> None:
        self._acts = max(self._acts - 1, 0) if changed is not None else 0
