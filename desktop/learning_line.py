"""What the status line says of learning: what is learned from just now, how many messages wait, what is suggested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.tongue import tr, tr_n
from engine.events import Event, Finished, Learned, Learning, Postponed, Proposed

if TYPE_CHECKING:
    from desktop.window import MainWindow


class LearningLine(QObject):
    """Keeps one status line up to date. `waiting`: the user's messages that are answered and not learned from yet."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._bridge = window, window.bridge
        self.waiting = 0
        self._said = ""
        self._bridge.happened.connect(self._event)
        self._bridge.activity.connect(lambda _: self.count())
        window.memory.loaded.connect(lambda _: self.count())

    def count(self) -> None:
        """Count again at the desk, then show."""
        database, user = self._bridge.database, self._bridge.user_id
        self._bridge.run(lambda: len(database.conversation.unlearned(user)), self._take)

    def _take(self, waiting: int) -> None:
        self.waiting = waiting
        self.show()

    def show(self) -> None:
        """Say what is known."""
        memory, learning = self._window.memory.memory, self._bridge.state == "learning"
        after = max(self.waiting - 1, 0) if learning else self.waiting
        queue = tr_n("{n} messages wait", "{n} message waits", after) if after else ""
        if memory.paused:
            words = tr("Learning paused")
        elif learning:
            words = tr("Learning") if queue else tr("Learning from your message…")
        elif self._said:
            words = self._said
        elif queue:
            words = tr("Learning later")
        else:
            count = len(memory.proposals)
            words = tr_n("{n} suggestions", "{n} suggestion", count) if count else ""
        self._window.status.show_learning(f"{words}; {queue}" if queue and words else words)

    def _event(self, _: str, event: Event) -> None:
        if isinstance(event, Learning):
            self._said = ""
            self.count()
        elif isinstance(event, Postponed):
            why = tr("Learning later: {reason}").format(reason=event.reason)
            self._tell(why if event.reason else tr("Learning later"))
        elif isinstance(event, Learned):
            self._tell(tr_n("Learned {n} things", "Learned {n} thing", len(event.items)))
        elif isinstance(event, Finished | Proposed):
            self._tell("")

    def _tell(self, words: str) -> None:
        self._said = words
        self.count()
