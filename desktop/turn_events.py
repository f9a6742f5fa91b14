"""How the events of a turn reach the transcript."""

from __future__ import annotations

from collections.abc import Callable

from desktop.below import said
from desktop.bridge import Bridge
from desktop.chat.answer import AnswerView
from desktop.chat.chips import said_of
from desktop.chat.transcript import Transcript
from desktop.review.announce import announce
from desktop.tongue import number, tr, tr_n
from engine.events import (
    Asked,
    Changed,
    Event,
    Failed,
    Finished,
    Learned,
    Prefill,
    Proposed,
    Recalled,
    Retracted,
    Started,
    Text,
    Thinking,
    ToolUsed,
)
from engine.item import Item


class TurnEvents:
    """Feeds one transcript. `answer` is the view of the answer that is being written in the chat that is shown.

    failed(chat id, event, whether it was the answer that failed) and ended() say what the pane has to do. whole: whether it
    also tells of what is in no pane; elsewhere: whether another window shows a chat, and tells of it.
    """

    def __init__(
        self,
        bridge: Bridge,
        transcript: Transcript,
        shown_chat: Callable[[], str],
        failed: Callable[[str, Failed, bool], object],
        ended: Callable[[], object],
        *,
        whole: bool = True,
    ) -> None:
        self._bridge, self._transcript, self._shown_chat = bridge, transcript, shown_chat
        self._failed, self._ended, self._whole = failed, ended, whole
        self.elsewhere: Callable[[str], bool] = lambda _: False
        self.answer: AnswerView | None = None
        bridge.happened.connect(self._event)

    def _event(self, chat_id: str, event: Event) -> None:
        here = bool(chat_id) and chat_id == self._shown_chat()
        if isinstance(event, Failed):
            if here or (self._whole and not self.elsewhere(chat_id)):
                self._fail(chat_id, event, self.answer if here else None)
        elif isinstance(event, Learned | Proposed):
            self._show_items(here, event.items)
            if isinstance(event, Learned) and event.notices and self._whole:
                ended = None if event.items else Changed(event.act, "end")
                self._bridge.acted.emit(" ".join(map(said, event.notices)), ended)
        elif isinstance(event, Retracted) and self._whole:
            words = tr_n(
                "Taken back with the old message: {n} memories",
                "Taken back with the old message: {n} memory",
                len(event.items),
            )
            self._bridge.acted.emit(words, Changed(event.act, "change message", event.items))
        elif here and self.answer is not None:
            self._progress(self.answer, event)

    def _progress(self, answer: AnswerView, event: Event) -> None:
        if isinstance(event, Text):
            answer.append(event.text)
            self._transcript.grew()
        elif isinstance(event, Prefill):
            answer.show_waiting(tr("Reading… {part} %").format(part=number(100 * event.done // max(event.total, 1))))
        elif isinstance(event, Thinking):
            answer.show_waiting(tr_n("Thinking… {n} words", "Thinking… {n} word", event.pieces))
        elif isinstance(event, Started):
            self._transcript.name_turns(event.user_turn, event.answer_turn)
        elif isinstance(event, Recalled):
            answer.used = event.items
        elif isinstance(event, ToolUsed):
            answer.show_waiting(tr("Using {tool}…").format(tool=event.name.replace("_", " ")))
        elif isinstance(event, Asked):
            answer.ask(event)
        elif isinstance(event, Finished):
            self._finish(answer, event)

    def _finish(self, answer: AnswerView, event: Finished) -> None:
        if event.text != answer.markdown:
            answer.show_markdown(event.text)
        answer.finish("stopped" if event.stopped else "complete", answer.used)
        answer.chips.show_timings(event.timings)
        self._transcript.show_left_out(event.left_out)
        announce(self._transcript, answer.accessibleName(), again=True)
        self._ended()

    def _show_items(self, here: bool, items: tuple[Item, ...]) -> None:
        for item in items:
            answer = self._transcript.answer_of(item)
            if answer is None and here:
                answer = self._transcript.last_answer()
            if answer is not None:
                self._transcript.show_item(item, answer)
                announce(answer.chips, f"{said_of(item)}{item.text}")

    def _fail(self, chat_id: str, event: Failed, answer: AnswerView | None) -> None:
        unfinished = answer is not None and not answer.finished  # afterwards it is learning that failed
        if answer is not None and unfinished:
            if event.text and event.text != answer.markdown:
                answer.show_markdown(event.text)
            answer.finish("failed", answer.used)
            self._ended()
        self._failed(chat_id, event, unfinished)
