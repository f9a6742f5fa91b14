"""One conversation on a terminal: a turn in a thread, its events as lines, and the commands that begin with a slash."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial, singledispatchmethod

from desktop.cli.ink import Ink, harmless
from desktop.cli.output import error_line, note
from desktop.compose import App
from desktop.home import log_defect
from engine import KeepwiseError, LearningMode
from engine.events import (
    Event,
    Failed,
    Finished,
    Learned,
    Learning,
    Postponed,
    Prefill,
    Proposed,
    Recalled,
    Text,
    Thinking,
    ToolUsed,
)
from engine.item import Item

HELP = """/undo        take the last change of memory back
/accept ID   remember what was suggested
/reject ID   do not, and do not suggest it again
/quit        leave"""


class Turn:
    """Something the agent does, in a thread of its own; its events come out of `events`."""

    def __init__(self, work: Callable[[], Iterator[Event]]) -> None:
        self._queue: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, args=(work,), name="keepwise-turn", daemon=True)
        self._followers: list[threading.Thread] = []
        self._thread.start()

    def events(self) -> Iterator[Event]:
        """The events as they come, up to the end of the turn; a second call goes on where the first one stopped."""
        while (event := self._queue.get()) is not None:
            yield event

    def follow(self, show: Conversation) -> None:
        """Show the events that are still to come from a thread, while the next message is typed."""

        def rest() -> None:
            for event in self.events():
                show.event(event)

        follower = threading.Thread(target=rest, name="keepwise-learning", daemon=True)
        self._followers.append(follower)
        follower.start()

    def join(self) -> None:
        """Wait for the threads."""
        for thread in (self._thread, *self._followers):
            thread.join()

    def _run(self, work: Callable[[], Iterator[Event]]) -> None:
        try:
            for event in work():
                self._queue.put(event)
        except KeepwiseError as error:
            self._queue.put(Failed(error))
        except Exception as error:  # noqa: BLE001  # a defect must reach the one who waits
            log_defect(error)
            self._queue.put(Failed(KeepwiseError(f"{type(error).__name__}: {error}", title="Unexpected error")))
        finally:
            self._queue.put(None)


class Conversation:
    """Says messages and shows what comes back. Raises the reason when there is no model to talk to."""

    def __init__(self, app: App, session_id: str) -> None:
        _, self._agent = app.need_model()
        for problem in app.problems:
            note(error_line(problem))
        self.session_id = session_id
        self.over = False
        self._app = app
        self._turn: Turn | None = None
        self._ink = Ink(sys.stdout.isatty())
        self._thinking = False
        self._failed = False

    @property
    def model_name(self) -> str:
        """The model that speaks."""
        return self._app.model_name

    def say(self, message: str, *, wait: bool) -> bool:
        """Send one message and show the answer; with `wait` its learning too, else that goes on in a thread.

        Returns whether there was an answer. Ctrl+C ends the answer or the learning; a second one raises.
        """
        self.leave()
        self._failed = False
        wait = wait or LearningMode.HITL in self._app.learning.modes.values()
        turn = self._turn = Turn(partial(self._agent.run, message, self._app.settings.user_id, self.session_id))
        try:
            self._show(turn, whole=wait)
        except KeyboardInterrupt:
            self._agent.interrupt()
            self._show(turn, whole=wait)
        if not wait:
            turn.follow(self)
        return not self._failed

    def finish(self) -> None:
        """Let the learning end, and learn what was put off before; Ctrl+C leaves it for another time."""
        try:
            if self._turn is not None:
                self._turn.join()
            turn = self._turn = Turn(partial(self._agent.learn_pending, self._app.settings.user_id))
            for event in turn.events():
                if isinstance(event, Learning):
                    note("Learning what was put off; Ctrl+C leaves it for another time.")
                self.event(event)
        except KeyboardInterrupt:
            self.leave()

    def leave(self) -> None:
        """End what still runs: learning that was cut short is done another time."""
        if self._turn is not None:
            self._agent.interrupt()
            self._turn.join()
            self._turn = None

    def command(self, line: str) -> bool:
        """Carry out one of the slash commands; an unknown one lists them. Returns whether it could be done."""
        name, _, item_id = line[1:].partition(" ")
        learning = self._app.learning
        try:
            if name in ("quit", "exit"):
                self.over = True
            elif name == "undo":
                change = learning.undo()
                note(f"Undone: {change.action}" if change else "There is nothing to undo.")
            elif name in ("accept", "reject") and item_id:
                changed = (learning.accept if name == "accept" else learning.reject)(item_id.strip())
                note(" ".join(["Remembered." if name == "accept" else "Rejected.", *changed.notices]))
            else:
                note(HELP)
        except KeepwiseError as error:
            note(error_line(error))
            return False
        return True

    def _show(self, turn: Turn, *, whole: bool) -> None:
        for event in turn.events():
            self.event(event)
            if isinstance(event, Finished | Failed) and not whole:
                return

    @singledispatchmethod
    def event(self, event: Event) -> None:
        """Show one event; those that a terminal has no use for are passed over."""

    @event.register
    def _(self, event: Recalled) -> None:
        if event.items:
            note("Recalled: " + "; ".join(item.text for item in event.items))

    @event.register
    def _(self, event: Prefill) -> None:
        if sys.stderr.isatty() and event.total > 200:
            left = "" if event.done >= event.total else f"reading {100 * event.done // event.total} %"
            sys.stderr.write(f"\r\x1b[K{left}")
            sys.stderr.flush()

    @event.register
    def _(self, event: Thinking) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[Kthinking, {event.pieces} words")
            sys.stderr.flush()
            self._thinking = True

    @event.register
    def _(self, event: Text) -> None:
        if self._thinking:
            sys.stderr.write("\r\x1b[K")
            self._thinking = False
        say(self._ink.write(event.text), end="")

    @event.register
    def _(self, event: ToolUsed) -> None:
        note(f"{event.name}: {event.result}")

    @event.register
    def _(self, event: Finished) -> None:
        say(self._ink.end() + (" (stopped)" if event.stopped else ""))

    @event.register
    def _(self, event: Failed) -> None:
        self._failed = True
        say(self._ink.end())
        sys.stderr.write(error_line(event.error) + "\n")

    @event.register
    def _(self, event: Learned) -> None:
        for item in event.items:
            say(f"Remembered: {harmless(item.text)}")
        for notice in event.notices:
            note(harmless(notice))

    @event.register
    def _(self, event: Proposed) -> None:
        modes = self._app.learning.modes
        for item in event.items:
            if modes.get(item.store) == LearningMode.HITL and sys.stdin.isatty():
                self.command(f"/{'accept' if ask(item) else 'reject'} {item.id}")
            else:
                say(f"Suggested: {harmless(item.text)}  (/accept {item.id} or /reject {item.id})")

    @event.register
    def _(self, event: Postponed) -> None:
        note(f"Not learned yet: {event.reason}")


def say(text: str, end: str = "\n") -> None:
    """Print a stretch of the conversation at once."""
    sys.stdout.write(text + end)
    sys.stdout.flush()


def ask(item: Item) -> bool:
    """Ask the human on a terminal whether this may be kept."""
    return input(f'Remember "{harmless(item.text)}"? [y/N] ').strip().lower() in ("y", "yes")
