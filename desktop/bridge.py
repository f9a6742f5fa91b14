"""The one place where widgets meet the engine, and the owner of every thread.

| thread | runs                                                                       | talks back by            |
|--------|----------------------------------------------------------------------------|--------------------------|
| GUI    | widgets, and nothing that takes longer than a few milliseconds             |                          |
| talk   | answers and learning, one at a time (`desktop.talk`)                       | signals, queued          |
| desk   | quick database work: lists, accept, edit, undo (`desktop.desk`)            | callbacks, in GUI thread |

Text is gathered for 40 ms before it is shown (25 updates a second: rendering one costs 2 to 4 ms). Learning gives way:
sending interrupts it first, and exchanges left over are learned once the window was idle for a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.desk import Desk
from desktop.review.said import Said, decide
from desktop.talk import Job, Talk
from engine import Agent, Database, LearningMachine
from engine.events import (
    Asked,
    Event,
    Failed,
    Finished,
    Learning,
    Postponed,
    Prefill,
    Recalled,
    RecalledItem,
    Started,
    Text,
)

T = TypeVar("T")

FRAME_MS = 40
IDLE_MS = 1000


@dataclass(frozen=True, slots=True)
class Live:
    """The answer that is being written, as far as it came: what a transcript needs to take it up in the middle."""

    chat_id: str
    message: str
    user_turn: str = ""
    answer_turn: str = ""
    text: str = ""
    recalled: tuple[RecalledItem, ...] = ()
    prefill: Prefill | None = None
    asked: Asked | None = field(default=None)
    again: bool = False
    """Whether the message stands in the chat already: another answer to it, or one that goes on."""


class Bridge(QObject):
    """Runs the engine for the window. Every signal arrives in the GUI thread."""

    happened = Signal(str, object)
    """(chat id, Event): the events of a turn, with stretches of text gathered."""
    changed = Signal(object)
    """`Changed`, after each commit, whoever wrote."""
    activity = Signal(str)
    """"idle", "answering" or "learning"."""
    acted = Signal(str, object)
    """(words, `Changed`): something the user did is committed; the words are for a toast."""
    undone = Signal(object)
    """`Changed` of what was taken back, or None when there was nothing."""
    undo_refused = Signal(object, object)
    """(act or None, error): what was done since does not let it be taken back."""
    failed = Signal(object)
    """An exception of desk work that nobody else handles."""
    _committed = Signal(object)

    def __init__(
        self, agent: Agent | None, learning: LearningMachine, database: Database, *, user_id: str = "me"
    ) -> None:
        super().__init__()
        self.agent, self.learning, self.database, self.user_id = agent, learning, database, user_id
        self.live: Live | None = None
        self.state = "idle"
        self._gathered = ""
        self._left_over = True
        self._gave_way = False
        self._stop_wanted = False
        self._closed = False
        self._desk = Desk()
        self._talk = Talk()
        self._talk.happened.connect(self._arrived)
        self._talk.ended.connect(self._ended)
        self._frame = self._timer(FRAME_MS, self._flush)
        self._cold = True
        self._idle = self._timer(IDLE_MS, self._learn_left_over)
        self._committed.connect(self.changed)
        self._unsubscribe: Callable[[], None] = database.subscribe(self._committed.emit)
        self._idle.start()

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    # Desk work

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do `work` at the desk; `then(result)` or `failed(error)` follow in the GUI thread, in order.

        Without `failed` an error goes out by the signal of that name: none is ever swallowed.
        """
        self._desk.run(work, then, failed or self.failed.emit)

    def act(self, words: str, work: Callable[[], object]) -> None:
        """Do one undoable write at the desk; `acted` follows."""
        self.run(work, lambda changed: self.acted.emit(words, changed))

    def undo(self, act: int | None = None) -> None:
        """Take back that act, or else the last one; `undone` follows."""
        self.run(lambda: self.learning.undo(act), self.undone.emit, lambda error: self.undo_refused.emit(act, error))

    # The conversation

    @property
    def busy(self) -> bool:
        """Whether an answer or learning runs or waits to."""
        return self._talk.busy

    @property
    def can_send(self) -> bool:
        """Whether a message would be answered at once."""
        return self.agent is not None and self.state != "answering"

    def send(self, chat_id: str, message: str, instead_of: str = "") -> None:
        """Answer `message` in that chat, in the place of an earlier one if `instead_of` names its turn."""
        if self.agent is not None:
            events = partial(self.agent.run, message, self.user_id, chat_id, instead_of=instead_of)
            self._talk_of(Live(chat_id, message), events)

    def answer_again(self, chat_id: str, message: str, turn_id: str) -> None:
        """Another answer in the place of the one of that turn; `message`: what it answers."""
        if self.agent is not None:
            self._talk_of(Live(chat_id, message, again=True), partial(self.agent.regenerate, turn_id))

    def resume(self, chat_id: str, message: str, turn_id: str, text: str) -> None:
        """Let a stopped answer go on; `text`: as far as it came."""
        if self.agent is not None:
            live = Live(chat_id, message, answer_turn=turn_id, text=text, again=True)
            self._talk_of(live, partial(self.agent.resume, turn_id))

    def _talk_of(self, live: Live, events: Callable[[], Iterator[Event]]) -> None:
        """Run a turn. Learning that runs is interrupted first; it is taken up later."""
        agent = self.agent
        if agent is None or not self.can_send:
            return
        self._give_way()
        self._idle.stop()
        self._stop_wanted = False
        self.live = live
        self._set_state("answering")
        self._talk.do(Job(live.chat_id, events, partial(decide, agent, self.learning, self.database)))

    def stop(self) -> None:
        """End the answer that is being written; what was said so far is kept."""
        if self.agent is not None and self.state == "answering":
            self._stop_wanted = True
            self._talk.answer(None)
            self.agent.interrupt()

    def answer(self, said: Said) -> None:
        """The human's word on `Asked`."""
        self._talk.answer(said)

    def restart_model(self, then: Callable[[], object]) -> None:
        """Start the model again by having it read a short prompt; `then()` when it did. Errors come as `Failed`."""
        model = self.learning.model
        if model is None:
            return
        prompt = [{"role": "user", "content": "Hello"}]
        self._desk.run(lambda: list(model.stream(prompt, max_tokens=0)), lambda _: then(), self.failed.emit)

    def pause_learning(self, paused: bool, then: Callable[[bool], object]) -> None:
        """Pause or resume learning."""

        def work() -> bool:
            self.learning.paused = paused
            return self.learning.paused

        if paused and self.state == "learning":
            self._give_way()
        self.run(work, then)
        self._idle.start()

    def close(self) -> None:
        """End both threads: the answer that runs is stopped and saved, desk work that was asked for is done."""
        if self._closed:
            return
        self._closed = True
        self._frame.stop()
        self._idle.stop()
        self._unsubscribe()
        self._talk.close(self.agent.interrupt if self.agent is not None else lambda: None)
        self._desk.close()

    # Events

    def _arrived(self, chat_id: str, event: Event) -> None:
        if self._closed:
            return
        if isinstance(event, Text):
            self._gathered += event.text
            if not self._frame.isActive():
                self._frame.start()
            return
        self._flush()
        self._follow(event)
        self.happened.emit(chat_id, event)

    def _flush(self) -> None:
        if self._gathered and self.live is not None:
            text, self._gathered = self._gathered, ""
            self.live = replace(self.live, text=self.live.text + text)
            self.happened.emit(self.live.chat_id, Text(text))

    def _follow(self, event: Event) -> None:
        """Keep `live` and `state` in step with what the engine says."""
        if self.live is not None:
            self.live = _moved(self.live, event)
        if isinstance(event, Started) and self._stop_wanted and self.agent is not None:
            self.agent.interrupt()  # asked for before the turn had begun, which forgets earlier interruptions
        if isinstance(event, Finished | Failed):
            self.live = None
            self._set_state("idle")
        elif isinstance(event, Learning):
            self._set_state("learning")
        elif isinstance(event, Postponed) and self.state == "learning":
            self._set_state("idle")

    def _ended(self, chat_id: str) -> None:
        self._flush()
        if self._talk.busy:
            return
        self.live = None
        self._left_over = self._gave_way or bool(chat_id)
        self._gave_way = False
        self._set_state("idle")
        if not self._closed:
            self._idle.start()

    def _give_way(self) -> None:
        if self._talk.busy and self.agent is not None:
            self._gave_way = True
            self._talk.answer(None)
            self.agent.interrupt()

    def _learn_left_over(self) -> None:
        if self._talk.busy or not (self._left_over or self._cold) or self.agent is None or self._closed:
            return
        self._talk.do(Job("", self._pending))

    def _pending(self) -> Iterator[Event]:
        if self.agent is not None and not self.learning.paused:
            if self._cold:
                self._cold = False
                yield from self.agent.warm()
            yield from self.agent.learn_pending(self.user_id)

    def _set_state(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.activity.emit(state)


def _moved(live: Live, event: Event) -> Live:
    """`live` after one more event."""
    if isinstance(event, Started):
        return replace(live, user_turn=event.user_turn, answer_turn=event.answer_turn)
    if isinstance(event, Recalled):
        return replace(live, recalled=event.items)
    if isinstance(event, Prefill):
        return replace(live, prefill=event)
    if isinstance(event, Asked):
        return replace(live, asked=event)
    return live
