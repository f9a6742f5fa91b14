"""What a transcript asks of its window when Tab has gone through all of its messages."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class Tabbed(Protocol):
    """A window that knows what comes before and after a roll."""

    def tab(self, forward: bool) -> bool:
        """Give the keyboard to it."""
