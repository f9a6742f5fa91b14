"""When an undo is refused because something newer rests on it: why, and what can be done instead."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.bridge import Bridge
from desktop.notices import Toast
from desktop.sidebar.acts import SidebarActs
from desktop.tongue import tr, tr_n
from engine.errors import InvalidInput
from engine.item import Item, State


class Refusal(QObject):
    """Says in the toast why an undo was refused, and offers Forget for what is in force, Restore for what is not.

    Any other error goes the way of all errors, by `bridge.failed`.
    """

    def __init__(self, bridge: Bridge, acts: SidebarActs, toast: Toast) -> None:
        super().__init__(toast)
        self._bridge, self._acts, self._toast = bridge, acts, toast
        bridge.undo_refused.connect(self._refused)

    def _refused(self, act: int | None, error: Exception) -> None:
        if not isinstance(error, InvalidInput):
            self._bridge.failed.emit(error)
        elif act is None:
            self._toast.show_words(str(error))
        else:
            learning = self._bridge.learning
            self._bridge.run(lambda: learning.touched(act), lambda items: self._offer(str(error), items))

    def _offer(self, why: str, items: list[Item]) -> None:
        held = [item for item in items if item.state is State.ACTIVE]
        gone = [item.id for item in items if item.state in (State.FORGOTTEN, State.SUPERSEDED)]
        first = why.split(". ", maxsplit=1)[0].rstrip(".")
        if held:
            words = held[0].text if len(held) == 1 else tr_n("{n} items", "{n} item", len(held))
            self._toast.show_step(
                first,
                tr("Forget it") if len(held) == 1 else tr("Forget all of it"),
                lambda: self._acts.forget([i.id for i in held], words),
            )
        elif gone:
            self._toast.show_step(first, tr("Restore"), lambda: self._acts.restore(gone))
        else:
            self._toast.show_words(why)
