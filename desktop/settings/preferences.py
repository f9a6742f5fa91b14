"""What the settings do: each change is stored and applied at once, and said with a way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop import motion
from desktop.bridge import Bridge
from desktop.library.errands import Ticket
from desktop.library.librarian import Librarian
from desktop.library.shelf import Pace
from desktop.memory import set_mode
from desktop.settings import safekeeping
from desktop.theme import Theme
from desktop.tongue import tr, tr_n
from desktop.words import store_words, within
from engine.config import LearningMode
from engine.consent import ALLOWED
from engine.database.backups import copies, drop
from engine.transfer import Report

T = TypeVar("T")
BACKUP_EVERY = "backup_every"
"""Setting: "daily", "weekly" or "off"."""
DEFAULTS: Mapping[str, Any] = {
    "instructions": "",
    "theme": "system",
    "font_percent": 100,
    "language": "system",
    ALLOWED: [],
    "context": 0,
    "threads": 0,
    "temperature": 0.0,
    "backups_kept": 5,
    BACKUP_EVERY: "daily",
    "lock": {},
    "keys": {},
    "tray": False,
    "desktop_key": False,
    "motion": motion.SYSTEM,
}
_REOPENS = ("context", "threads")
WHO = "preferred_name"


class Preferences(QObject):
    """Stores and applies settings. Nothing here needs a restart."""

    said = Signal(str, object)
    """(words, what takes it back or None), for a toast."""
    changed = Signal(str, object)
    """(name, value) once stored."""
    failed = Signal(object)
    backed_up = Signal()
    """There is another backup, or one less."""
    imported = Signal(object)
    """Report of an import that is done."""
    exchanged = Signal()
    """Another memory file is open now: everything shown is to be read again."""

    def __init__(self, bridge: Bridge, librarian: Librarian, theme: Theme) -> None:
        super().__init__()
        self._bridge, self._librarian, self._theme = bridge, librarian, theme
        self.home = librarian.app.settings.home

    def get(self, name: str) -> Any:
        """A setting, or its default."""
        return self._bridge.database.setting(name, DEFAULTS.get(name))

    def put(self, name: str, value: Any, words: str) -> None:
        """Change a setting."""
        before = self.get(name)
        if before == value:
            return

        def stored(_: object) -> None:
            self._apply(name, value)
            self.changed.emit(name, value)
            back = tr("As before: {words}").format(words=within(words))
            self.said.emit(words, lambda: self.put(name, before, back))

        self._bridge.run(lambda: self._bridge.database.set_setting(name, value), stored, self.failed.emit)

    def put_mode(self, store: str, mode: LearningMode | None, words: str) -> None:
        """Change how a store learns."""
        learning, database = self._bridge.learning, self._bridge.database
        before = learning.modes[store]

        def stored(_: object) -> None:
            self.changed.emit(f"mode {store}", mode)
            back = tr("{title}: as before").format(title=store_words(store).title)
            self.said.emit(words, lambda: self.put_mode(store, before, back))

        self._bridge.run(lambda: set_mode(learning, database, store, mode), stored, self.failed.emit)

    def put_name(self, name: str) -> None:
        """Tell the assistant what to call the user: a field of the profile, undone like any other."""
        learning, user = self._bridge.learning, self._bridge.user_id
        self._bridge.act(
            tr("You are called {name}").format(name=name),
            lambda: learning.write("user_profile", name, user_id=user, key=WHO),
        )

    def name(self) -> str:
        """What the user is called, as the profile has it."""
        fields = {i.key: i for i in self._bridge.learning.items(store="user_profile", user_id=self._bridge.user_id)}
        found = fields.get(WHO) or fields.get("name")
        return "" if found is None else str(found.data.get("value", found.text))

    def restore_look(self) -> None:
        """Apply what was stored at the last start."""
        percent = int(self.get("font_percent"))
        if percent != 100:
            self._theme.scale(percent)
        motion.choose(str(self.get("motion")))

    def _apply(self, name: str, value: Any) -> None:
        if name == "theme":
            self._theme.choose(str(value))
        elif name == "font_percent":
            self._theme.scale(int(value))
        elif name == "motion":
            motion.choose(str(value))
        elif name == "temperature" and self._bridge.agent is not None:
            self._bridge.agent.temperature = float(value)
        elif name in _REOPENS and self._librarian.current:
            self._librarian.use(self._librarian.current)

    def modes(self) -> Mapping[str, LearningMode | None]:
        """How each store learns."""
        return self._bridge.learning.modes

    def soon(self, then: Callable[[], object]) -> None:
        """Call `then` after what was handed to the desk so far."""
        self._bridge.run(lambda: None, lambda _: then())

    # The memory file

    def saved_first(self, work: Callable[[], T]) -> Callable[[], T]:
        """`work` after a backup, unless backups are off: for what changes much at once."""
        keep, database, every = int(self.get("backups_kept")), self._bridge.database, self.get(BACKUP_EVERY)

        def both() -> T:
            if every != "off":
                safekeeping.back_up(database, keep, datetime.now())
            return work()

        return both

    def move_home(self, target: Path, moved: Callable[[Path, Path], object]) -> None:
        """Copy the data to another folder and use them there; then `moved(old, new)`, to ask about the old ones."""
        old, database = self.home, self._bridge.database

        def done(_: object) -> None:
            self.home = target
            self.exchanged.emit()
            moved(old, target)

        self._quietly(lambda: safekeeping.move_home(database, old, target), done)

    def move_back(self, old: Path, new: Path) -> None:
        """Use the old folder again."""

        def done(_: object) -> None:
            self.home = old
            self.exchanged.emit()
            self.said.emit(tr("The data lie in {old} again").format(old=old), None)

        self._quietly(lambda: safekeeping.move_back(self._bridge.database, old, new), done)

    def drop_old(self, old: Path) -> None:
        """Delete the data that were moved away, once that was confirmed; models that lie there stay."""

        self._bridge.run(
            lambda: safekeeping.drop_data(old, backups_too=True),
            lambda _: self.said.emit(tr("The old data in {old} are deleted").format(old=old), None),
            self.failed.emit,
        )

    def export_to(self, path: Path) -> None:
        """Write what was learned to a JSON or Markdown file."""
        learning, user = self._bridge.learning, self._bridge.user_id
        self._bridge.run(
            lambda: learning.export(path, user),
            lambda count: self.said.emit(
                tr_n("{n} memories written to {name}", "{n} memory written to {name}", count, name=path.name), None
            ),
            self.failed.emit,
        )

    def import_from(self, path: Path) -> None:
        """Read a file beside all else, for that may take a minute; one toast takes all of it back."""
        learning, user, librarian = self._bridge.learning, self._bridge.user_id, self._librarian

        def work(ticket: Ticket) -> Report:
            told = lambda done, total, _: None if ticket.cancelled.is_set() else ticket.tell(done, total)  # noqa: E731
            return self.saved_first(
                lambda: learning.import_(path, user, progress=told, stopped=ticket.cancelled.is_set)
            )()

        def over(then: Callable[[Any], object], result: object) -> None:
            librarian.paces.pop("import", None)
            then(result)

        librarian.paces["import"] = Pace()
        librarian.errands.start("import", work, partial(over, self.imported.emit), partial(over, self.failed.emit))

    def forget_everything(self, *, backups_too: bool = False) -> None:
        """Erase every memory and chat of the user, and all backups or after one more. Cannot be undone."""
        learning, user = self._bridge.learning, self._bridge.user_id
        file = safekeeping.place_of(self._bridge.database)

        def all_of_it() -> None:
            learning.erase_user(user)
            for copy in copies(file):
                drop(copy)

        def done(_: object) -> None:
            self.exchanged.emit()
            self.backed_up.emit()
            self.said.emit(tr("Everything is forgotten"), None)

        self._quietly(all_of_it if backups_too else self.saved_first(lambda: learning.erase_user(user)), done)

    def _quietly(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """At the desk, once nothing is answered or learned."""
        self._bridge.when_quiet(lambda: self._bridge.run(work, then, self.failed.emit))
