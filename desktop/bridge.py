"""The one place where widgets meet the engine, and the owner of every thread.

| thread | runs                                                                       | talks back by            |
|--------|----------------------------------------------------------------------------|--------------------------|
| GUI    | widgets, and nothing that takes longer than a few milliseconds             |                          |
| talk   | answers and learning, one at a time (`desktop.talk`)                       | signals, queued          |
| desk   | quick database work: lists, accept, edit, undo (`desktop.desk`)            | callbacks, in GUI thread |

Text is gathered for 66 ms before it is shown: 15 updates a second, more do not look smoother. Learning gives way:
sending interrupts it first, and exchanges left over are learned once the window was idle for a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.aside import Aside
from desktop.desk import Desk
from desktop.frames import SHORTEST_MS, Frames
from desktop.live import Live, moved
from desktop.review.said import Said, decide
from desktop.talk import Job, Talk
from engine import Agent, Database, LearningMachine
from engine.attachments import Attachment
from engine.events import Asked, Event, Failed, Finished, Learning, Postponed, Text
from engine.stop import Stop

T = TypeVar("T")
IDLE_MS = 1000


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
        self.aside: Aside | None = None
        self.live: Live | None = None
        self.state = "idle"
        self._gathered = ""
        self._left_over, self._cold = True, True
        self._gave_way = self._closed = False
        self._answering: Job | None = None
        self._quiet: list[Callable[[], object]] = []
        self._desk = Desk()
        self._talk = Talk()
        self._talk.happened.connect(self._arrived)
        self._talk.ended.connect(self._ended)
        self._frames, self._frame = Frames(), self._timer(SHORTEST_MS, self._flush)
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
        """Do `work` at the desk; `then(result)` or `failed(error)` (else the signal) follow in the GUI thread, in order."""
        self._desk.run(work, then, failed or self.failed.emit)

    def act(self, words: str, work: Callable[[], object]) -> None:
        """Do one undoable write at the desk; `acted` follows."""
        self.run(work, partial(self.acted.emit, words))

    def undo(self, act: int | None = None) -> None:
        """Take back that act, or else the last one; `undone` follows."""
        self.run(lambda: self.learning.undo(act), self.undone.emit, lambda error: self.undo_refused.emit(act, error))

    @property
    def busy(self) -> bool:
        """Whether an answer or learning runs or waits to."""
        return self._talk.busy

    @property
    def can_send(self) -> bool:
        """Whether a message would be answered at once."""
        return self.agent is not None and self.state != "answering"

    def agent_of(self, chat_id: str) -> Agent | None:
        """Who answers in that chat: in a temporary one its own agent."""
        return self.aside.agent if self.aside is not None and self.aside.chat_id == chat_id else self.agent

    def database_of(self, chat_id: str) -> Database:
        """Where that chat is: a temporary one is in no file."""
        return self.aside.learning.db if self.aside is not None and self.aside.chat_id == chat_id else self.database

    def learning_of(self, chat_id: str) -> LearningMachine:
        """What judges and keeps versions of that chat's messages: a temporary one leaves no trace in the file."""
        return self.aside.learning if self.aside is not None and self.aside.chat_id == chat_id else self.learning

    def send(self, chat_id: str, message: str, files: tuple[Attachment, ...] = (), instead_of: str = "") -> None:
        """Answer `message` in that chat, in the place of an earlier one if `instead_of` names its turn."""
        agent = self.agent_of(chat_id)
        if agent is not None:
            events = partial(agent.run, message, self.user_id, chat_id, attachments=files, instead_of=instead_of)
            self._talk_of(agent, Live(chat_id, message, files=files), events)

    def answer_again(self, chat_id: str, message: str, turn_id: str) -> None:
        """Another answer in the place of the one of that turn; `message`: what it answers."""
        agent = self.agent_of(chat_id)
        if agent is not None:
            self._talk_of(agent, Live(chat_id, message, again=True), partial(agent.regenerate, turn_id))

    def resume(self, chat_id: str, message: str, turn_id: str, text: str) -> None:
        """Let a stopped answer go on; `text`: as far as it came."""
        agent = self.agent_of(chat_id)
        if agent is not None:
            live = Live(chat_id, message, answer_turn=turn_id, text=text, again=True)
            self._talk_of(agent, live, partial(agent.resume, turn_id))

    def _talk_of(self, agent: Agent, live: Live, events: Callable[..., Iterator[Event]]) -> None:
        """Run a turn, `events(stop=...)`. Learning that runs is interrupted first; it is taken up later."""
        if not self.can_send:
            return
        self._give_way()
        self._idle.stop()
        self.live = live
        self._set_state("answering")
        said = partial(decide, agent, self.learning, self.database)
        self._answering = Job(live.chat_id, lambda stop: events(stop=stop), said)
        self._talk.do(self._answering)

    def stop(self) -> None:
        """End the answer that is being written; what was said so far is kept."""
        if self._answering is not None and self.state == "answering":
            self._talk.end(self._answering)

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

    def when_quiet(self, then: Callable[[], object]) -> None:
        """End what runs (what was said is kept, learning is taken up later), then call `then()` while nothing runs."""
        self._quiet.append(then)
        self.stop()
        self._give_way()
        self._now_quiet()

    def _now_quiet(self) -> None:
        while self._quiet and not self._talk.busy:
            self._quiet.pop(0)()

    def pause_learning(self, paused: bool, then: Callable[[bool], object]) -> None:
        """Pause or resume learning."""

        def work() -> bool:
            self.learning.paused = paused
            return self.learning.paused

        if paused and self.state == "learning":
            self._give_way()
        self.run(work, then)
        self._idle.start()

    def learn_soon(self) -> None:
        """There is something to learn that no answer came before: a chat that is kept after all."""
        self._left_over = self._gave_way = True  # the second outlives the end of a job that runs just now
        self._idle.start()

    def after_talk(self, work: Callable[[], object]) -> None:
        """Do `work` in the talk thread, when what is answered or learned there has ended."""

        def events(_: Stop) -> Iterator[Event]:
            work()
            yield from ()

        self._talk.do(Job("", events))

    def close(self) -> None:
        """End both threads: the answer that runs is stopped and saved, desk work that was asked for is done."""
        if self._closed:
            return
        self._closed = True
        self._frame.stop()
        self._idle.stop()
        self._unsubscribe()
        self._talk.close()
        self._desk.close()
        if self.aside is not None:
            self.aside.learning.close()

    def _arrived(self, job: Job, event: Event) -> None:
        if self._closed:
            return
        if self._answering not in (None, job):
            self._arrived_late(job, event)
        elif isinstance(event, Text):
            self._gathered += event.text
            if not self._frame.isActive():
                self._frame.start(self._frames.due_ms())
        else:
            self._flush()
            self._follow(event)
            self.happened.emit(job.chat_id, event)

    def _arrived_late(self, job: Job, event: Event) -> None:
        """Something of a job that gave way to the answer which is under way: it says nothing of that one."""
        if isinstance(event, Failed):
            self.failed.emit(event.error)
        elif not isinstance(event, Asked | Learning):  # nobody waits for the word any more
            self.happened.emit(job.chat_id, event)

    def _flush(self) -> None:
        if self._gathered and self.live is not None:
            self._frames.begin()
            text, self._gathered = self._gathered, ""
            self.live = replace(self.live, text=self.live.text + text)
            self.happened.emit(self.live.chat_id, Text(text))

    def _follow(self, event: Event) -> None:
        """Keep `live` and `state` in step with what the engine says."""
        if self.live is not None:
            self.live = moved(self.live, event)
        if isinstance(event, Finished | Failed):
            self.live = None
            self._set_state("idle")
        elif isinstance(event, Learning):
            self._set_state("learning")
        elif isinstance(event, Postponed) and self.state == "learning":
            self._set_state("idle")

    def _ended(self, job: Job) -> None:
        self._flush()
        self._answering = None if job is self._answering else self._answering
        if self._talk.busy:
            return
        self.live = None
        self._left_over = self._gave_way or bool(job.chat_id)
        self._gave_way = False
        self._set_state("idle")
        if not self._closed:
            self._now_quiet()
            self._idle.start()

    def _give_way(self) -> None:
        if self._talk.busy:
            self._gave_way = True
            self._talk.end_all()

    def _learn_left_over(self) -> None:
        if self._talk.busy or not (self._left_over or self._cold) or self.agent is None or self._closed:
            return
        self._talk.do(Job("", self._pending))

    def _pending(self, stop: Stop) -> Iterator[Event]:
        if self.agent is not None and not self.learning.paused:
            if self._cold:
                self._cold = False
                yield from self.agent.warm(stop=stop)
                self._cold = stop.is_set()
            yield from self.agent.learn_pending(self.user_id, stop=stop)

    def _set_state(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.activity.emit(state)
