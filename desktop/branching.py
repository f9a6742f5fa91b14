"""Changing what was said: another wording of a message, another answer, one that goes on, and the way between versions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.bridge import Bridge
from desktop.chat.message import QuestionView
from desktop.tongue import tr, tr_later
from engine.attachments import Attachment, attached
from engine.events import Changed

if TYPE_CHECKING:
    from desktop.conversation import Conversation

BUSY = tr_later("Wait for the answer, or stop it with Esc")
FOLLOWS = tr_later("What was learned follows the message that is shown")


class Branching:
    """Serves the pane of one conversation. While an answer comes nothing changes, and the pane says what to do."""

    def __init__(self, pane: Conversation, bridge: Bridge) -> None:
        self._pane, self._bridge = pane, bridge
        self._transcript = pane.transcript
        hub = pane.transcript.hub
        hub.edit.connect(self.edit)
        hub.again.connect(self.answer_again)
        hub.resume.connect(self.resume)
        hub.choose.connect(self.choose)

    def edit(self, turn_id: str, text: str) -> None:
        """Send another wording of a message; the chat goes on from there."""
        if self._free():
            self._bridge.send(self._pane.chat_id, text, self._files(turn_id), turn_id)
            self._pane.focus()
            self._transcript.cut(turn_id)
            self._pane.begin(self._pane.chat_id)

    def answer_again(self, turn_id: str) -> None:
        """Another answer in the place of one."""
        if self._free() and (message := self._asked(turn_id)):
            self._bridge.answer_again(self._pane.chat_id, message, turn_id)
            self._pane.focus()
            self._transcript.cut(turn_id)
            self._pane.begin(self._pane.chat_id)

    def resume(self, turn_id: str) -> None:
        """Let the last answer go on where it was stopped."""
        answer = self._transcript.last_answer()
        if answer is not None and answer.turn_id == turn_id and self._free():
            self._bridge.resume(self._pane.chat_id, self._asked(turn_id), turn_id, answer.markdown)
            answer.take_up()
            self._pane.events.answer = answer
            self._transcript.to_end()

    def choose(self, turn_id: str, then: Callable[[], object] | None = None) -> None:
        """Show another version; `then()` follows when it is there."""

        def chosen(changed: Changed | None) -> None:
            self._pane.read(then, keep=True)
            if changed is not None:
                self._bridge.acted.emit(tr(FOLLOWS), changed)

        if self._free():
            learning = self._bridge.learning_of(self._pane.chat_id)
            self._bridge.run(lambda: learning.versions.choose(turn_id), chosen)

    def show_hidden(self, turn_id: str, quote: str, gone: Callable[[], object]) -> None:
        """Show the version that holds a message and go there; or call `gone()`."""
        chat_id, database = self._pane.chat_id, self._bridge.database_of(self._pane.chat_id)

        def reach(there: bool) -> None:
            if there and self._bridge.can_send:
                self.choose(turn_id, lambda: self._transcript.show_turn(turn_id, quote))
            else:
                gone()

        self._bridge.run(lambda: any(t.id == turn_id for t in database.turns(chat_id, versions=True)), reach)

    def edit_last(self) -> None:
        """Turn the last message into a field."""
        shown = self._transcript.shown
        place = next((n for n in range(len(shown) - 1, -1, -1) if shown[n].turn.role == "user"), None)
        if place is None or not self._free():
            return
        view = self._transcript.view(place)
        self._transcript.place()
        if isinstance(view, QuestionView):
            view.edit()
            self._transcript.reveal(view)

    def _free(self) -> bool:
        if not self._bridge.can_send:
            self._pane.composer.hint.set_full(tr(BUSY))
            return False
        self._pane.banner.hide()
        return True

    def _files(self, turn_id: str) -> tuple[Attachment, ...]:
        """The files of a message: they go along with its other wording."""
        place = self._transcript.place_of(turn_id)
        return tuple(attached(self._transcript.shown[place].turn.data)) if place is not None else ()

    def _asked(self, turn_id: str) -> str:
        place = self._transcript.place_of(turn_id)
        return self._transcript.shown[place - 1].turn.text if place else ""
