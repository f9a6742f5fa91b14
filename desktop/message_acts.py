"""What the user does with a message, carried out: taking back, correcting, judging, answering again, other versions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.bridge import Bridge
from desktop.chat.hub import Hub
from desktop.memory import item_or_none
from desktop.notices import Step
from desktop.tongue import tr
from engine.errors import InvalidInput, KeepwiseError
from engine.events import Changed
from engine.item import Item

Refused = Callable[[Exception, list[Step]], object]


class MessageActs(QObject):
    """Acts on items and answers. What goes on with the conversation itself is told by signals."""

    source_wanted = Signal(str, str)
    """(chat id, turn id): go to that message."""

    def __init__(self, bridge: Bridge, hub: Hub, shown_chat: Callable[[], str], refused: Refused) -> None:
        super().__init__()
        self._bridge, self._shown_chat, self._refused = bridge, shown_chat, refused
        hub.undo.connect(self.take_back)
        hub.forget.connect(self._forget)
        hub.correct.connect(self._correct)
        hub.fetch.connect(self._fetch)
        hub.relevant.connect(self._relevant)
        hub.judge.connect(self._judge)
        hub.source.connect(self._find_source)

    def take_back(self, item: Item) -> None:
        """Undo what one chip says: its whole act when that wrote nothing else, so that what it replaced returns.

        Where something newer rests on it that is refused; then forgetting is offered instead.
        """
        learning, user = self._bridge.learning, self._bridge.user_id

        def work() -> Changed | None:
            act = learning.history(item.id)[0].act
            together = [other for other in learning.items(user_id=user) if other.source == item.source]
            alone = not any(learning.history(other.id)[0].act == act for other in together if other.id != item.id)
            return learning.undo(act) if alone else learning.forget(item.id)

        words = tr("Forgotten: {text}").format(text=item.text)
        self._bridge.run(work, lambda changed: self._bridge.acted.emit(words, changed), lambda e: self._refuse(e, item))

    def _refuse(self, error: Exception, item: Item) -> None:
        offer: list[Step] = [(tr("Forget it"), lambda: self._forget(item.id, item.text))]
        self._refused(error, offer if isinstance(error, InvalidInput) else [])

    def _forget(self, item_id: str, text: str) -> None:
        self._bridge.act(tr("Forgotten: {text}").format(text=text), lambda: self._bridge.learning.forget(item_id))

    def _correct(self, item_id: str, text: str, data: dict[str, object]) -> None:
        self._bridge.act(tr("Changed"), lambda: self._bridge.learning.edit(item_id, text=text, **data))

    def _fetch(self, item_id: str, then: Callable[[Item | None], object]) -> None:
        self._bridge.run(lambda: item_or_none(self._bridge.learning, item_id), then)

    def _relevant(self, turn_id: str, item_id: str, relevant: bool) -> None:
        learning = self._bridge.learning_of(self._shown_chat())
        self._bridge.run(lambda: learning.relevant(turn_id, item_id, relevant))

    def _judge(self, turn_id: str, good: bool, reason: str) -> None:
        def told(changed: Changed | None) -> None:
            if changed is not None and changed.items:
                self._bridge.acted.emit(tr("Suggested for next time; it waits in the inbox"), changed)

        learning = self._bridge.learning_of(self._shown_chat())
        self._bridge.run(lambda: learning.feedback(turn_id, good, reason), told)

    def _find_source(self, turn_id: str) -> None:
        database = self._bridge.database

        def chat() -> str:
            return database.conversation.turn(turn_id).chat_id

        self._bridge.run(chat, lambda chat_id: self.source_wanted.emit(chat_id, turn_id), self._gone)

    def _gone(self, error: Exception) -> None:
        message = tr("That message is not there any more.")
        self._refused(InvalidInput(message) if isinstance(error, KeepwiseError) else error, [])
