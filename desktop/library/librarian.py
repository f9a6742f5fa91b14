"""What can be done with models, for every widget that offers it: fetch, take in, delete, move, measure, and switch to one.

It owns the errands and the composed parts' model. Nothing here draws; the widgets hear of it by signals.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.bridge import Bridge
from desktop.compose import MODEL_SETTING, SERVER, SERVER_SETTING, App
from desktop.library.errands import CancelledError, Errands, Ticket
from desktop.library.shelf import Entry, Pace, read_shelf, size
from desktop.tongue import tr
from engine.events import Event, Failed, Finished
from engine.stop import Stop
from models.catalogue import is_installed
from models.errors import ModelCrashed
from models.fetch import OnProgress, Progress
from models.fit import this_machine
from models.own import bring_back, empty_aside, import_file, move_models, set_aside
from models.protocols import ChatModel, Done

SPEEDS = "speeds"
"""Setting: tokens a second by model, as measured on this computer."""
TEST_SECONDS = 5.0
UNDO_MS = 10_000
"""How long a deleted model can be brought back; then its bytes are freed."""
EMBEDDER = "embedder"
_ENOUGH = 24
"""Tokens of an answer from which on its speed is worth keeping."""
_PROMPT = ({"role": "user", "content": "Tell a long story about a lighthouse keeper and the sea."},)


class Librarian(QObject):
    """One for a window. `current` is the name, path or SERVER of the model that speaks, "" without one."""

    shelved = Signal(object)
    """The list of `Entry`, read anew."""
    moved = Signal(str, object)
    """(name, Pace) of what is fetched or copied."""
    said = Signal(str, object)
    """(words, what takes it back or None), for a toast."""
    failed = Signal(str, object)
    """(name of the model or errand, exception)."""
    gave_way = Signal(str, str)
    """(name, name): a new model died in its first answer, and the one before speaks again."""
    fetched = Signal(str)
    switched = Signal(str)
    measured = Signal(str, float)

    def __init__(self, app: App, bridge: Bridge) -> None:
        super().__init__()
        self.app, self._bridge = app, bridge
        self.errands = Errands()
        self.current = self._name_of_current()
        self.shelf: list[Entry] = []
        self.paces: dict[str, Pace] = {}
        self.problems: dict[str, str] = {}
        self.starting = ""
        self._before = ""
        self._fresh = False
        self._measuring = Stop()
        self._waiting: ChatModel | None = None
        self._purge = QTimer(self)
        self._purge.setSingleShot(True)
        self._purge.setInterval(UNDO_MS)
        self._purge.timeout.connect(lambda: bridge.run(empty_aside))
        self.errands.moved.connect(self._moved)
        self.errands.changed.connect(self.reload)
        bridge.happened.connect(self._happened)
        bridge.activity.connect(lambda state: self._measuring.set() if state == "answering" else None)

    def reload(self) -> None:
        """Look at what is here and at this computer's memory again."""
        database = self.app.database

        def work() -> list[Entry]:
            return read_shelf(this_machine(), database.setting(SPEEDS, {}), database.setting(SERVER_SETTING, {}))

        self._bridge.run(work, self._shelve)

    def entry(self, name: str) -> Entry | None:
        """A model by its name."""
        return next((one for one in self.shelf if one.name == name), None)

    def title(self, name: str) -> str:
        """What a model is called."""
        one = self.entry(name)
        return one.title if one is not None else name

    # Fetching

    def download(self, name: str) -> None:
        """Fetch a model, and before it what recall and learning need, going on where it was left."""
        self.problems.pop(name, None)
        self.paces[name] = Pace()

        def work(ticket: Ticket) -> None:
            if not is_installed(EMBEDDER):
                self.app.fetching(EMBEDDER, _told(ticket))
            self.app.fetching(name, _told(ticket))

        self.errands.start(name, work, lambda _: self._arrived(name), lambda error: self._stopped(name, error))

    def pause(self, name: str) -> None:
        """Stop fetching; what has come is kept, and `download` goes on from there."""
        self.errands.cancel(name)

    def discard(self, name: str) -> None:
        """Give a half-fetched model up."""
        self._bridge.run(lambda: set_aside(name), lambda _: self._deleted(name, tr("Download given up")))

    # Files

    def take_in(self, path: Path, *, link: bool) -> None:
        """Import a GGUF file, copied or linked; `said` follows, or `failed` with the reason."""
        self.paces[path.name] = Pace()
        self.errands.start(
            path.name,
            lambda ticket: import_file(path, link=link, tell=ticket.tell),
            lambda made: self.said.emit(
                tr("{name} is in the list now").format(name=made.name), lambda: self.delete(made.name)
            ),
            lambda error: self._stopped(path.name, error),
        )

    def delete(self, name: str) -> None:
        """Delete a model; for ten seconds it can be brought back."""
        one = self.entry(name)
        freed = f" · {size(one.bytes)}" if one is not None and one.bytes else ""
        words = tr("Deleted {title}{freed}").format(title=self.title(name), freed=freed)
        self._bridge.run(lambda: set_aside(name), lambda kept: self._deleted(name, words, kept))

    def move(self, target: Path) -> None:
        """Move all models to another folder."""
        self.paces["move"] = Pace()
        self.errands.start(
            "move",
            lambda ticket: move_models(target, ticket.tell),
            lambda _: self.said.emit(tr("The models lie in {target} now").format(target=target), None),
            lambda error: self._stopped("move", error),
        )

    # Speaking

    def use(self, name: str) -> None:
        """Speak with another model from now on. The one before speaks until the new one has said its first word."""
        if self.starting:
            return
        self.starting = name
        self.problems.pop(name, None)
        self.errands.start(
            "switch",
            lambda _: self.app.open_model(name),
            lambda model: self._opened(name, model),
            lambda error: self._not_opened(name, error),
        )

    def forget_server(self) -> None:
        """Take the server out of the list."""
        database = self.app.database
        kept = database.setting(SERVER_SETTING, {})

        def put(value: object) -> None:
            self._bridge.run(lambda: database.set_setting(SERVER_SETTING, value), lambda _: self.reload())

        put({})
        self.said.emit(tr("The server is no longer in the list"), lambda: put(kept))

    def measure(self) -> None:
        """Let the model that speaks write for five seconds, or until somebody wants an answer; `measured` follows."""
        model, name = self.app.model, self.current
        if model is None or self._bridge.busy:
            return

        stop = self._measuring = Stop()

        def work(ticket: Ticket) -> float:
            end, timings = time.monotonic() + TEST_SECONDS, None
            for piece in stop.stream(model, _PROMPT, max_tokens=400, lane="test"):
                if time.monotonic() > end or ticket.cancelled.is_set():
                    stop.set()
                if isinstance(piece, Done):
                    timings = piece.timings
            return timings.tokens_per_second if timings is not None else 0.0

        self.errands.start(
            "speed", work, lambda speed: self._measured(name, speed), lambda e: self.failed.emit(name, e)
        )

    def close(self) -> None:
        """End the errands; what was fetched so far is kept, what was deleted is gone."""
        self._purge.stop()
        self.errands.close()
        if self._waiting is not None:
            self._waiting.close()
        empty_aside()

    # What follows

    def _name_of_current(self) -> str:
        if self.app.model is None:
            return ""
        return str(self.app.settings.model or self.app.database.setting(MODEL_SETTING, "") or self.app.model_name)

    def _shelve(self, shelf: list[Entry]) -> None:
        self.shelf = shelf
        self.shelved.emit(shelf)

    def _moved(self, name: str, done: int, total: int) -> None:
        if name in self.paces:
            self.paces[name].move(time.monotonic(), done, total)
            self.moved.emit(name, self.paces[name])

    def _arrived(self, name: str) -> None:
        self.paces.pop(name, None)
        self._bridge.run(self.app.find_embedder)
        self.fetched.emit(name)

    def _stopped(self, name: str, error: Exception) -> None:
        self.paces.pop(name, None)
        if not isinstance(error, CancelledError):
            self.problems[name] = str(error)
            self.failed.emit(name, error)

    def _deleted(self, name: str, words: str, kept: Path | None = None) -> None:
        self.problems.pop(name, None)
        self._purge.start()
        back = None if kept is None else (lambda: self._bridge.run(lambda: bring_back(kept), lambda _: self.reload()))
        self.said.emit(words, back)
        self.reload()

    def _not_opened(self, name: str, error: Exception) -> None:
        self.starting = ""
        self.problems[name] = str(error)
        self.failed.emit(name, error)

    def _opened(self, name: str, model: ChatModel) -> None:
        self._waiting = model
        self._bridge.when_quiet(lambda: self._adopt(name, model))

    def _adopt(self, name: str, model: ChatModel) -> None:
        self._waiting, self.starting = None, ""
        self._before, self.current = self.current, name
        before = self.app.adopt(model)
        self._bridge.agent = self.app.agent
        self._fresh = bool(self._before)
        self._bridge.run(lambda: self.app.database.set_setting(MODEL_SETTING, name))
        if before is not None:
            self.errands.start("end", lambda _: before.close(), lambda _: None, lambda e: self.failed.emit(name, e))
        self.switched.emit(name)

    def _measured(self, name: str, speed: float) -> None:
        if speed > 0 and name != SERVER:
            database = self.app.database
            self._bridge.run(
                lambda: database.set_setting(SPEEDS, {**database.setting(SPEEDS, {}), name: round(speed, 1)}),
                lambda _: self.reload(),
            )
        self.measured.emit(name, speed)

    def _happened(self, _: str, event: Event) -> None:
        if isinstance(event, Finished):
            self._fresh = False
            if event.timings.generated_tokens >= _ENOUGH and self.current:
                self._measured(self.current, event.timings.tokens_per_second)
        elif isinstance(event, Failed) and isinstance(event.error, ModelCrashed) and self._fresh and self._before:
            self._fresh = False
            self.problems[self.current] = str(event.error)
            self.gave_way.emit(self.current, self._before)
            self.use(self._before)


def _told(ticket: Ticket) -> OnProgress:
    def tell(step: Progress) -> None:
        ticket.tell(step.done_bytes, step.total_bytes)

    return tell
