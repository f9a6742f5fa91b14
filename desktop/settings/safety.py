"""Keeping the memory safe, as the settings do it: backups by themselves and on demand, going back, encrypting."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.bridge import Bridge
from desktop.library.errands import CancelledError, Errands
from desktop.settings import safekeeping
from desktop.settings.preferences import BACKUP_EVERY, Preferences
from desktop.tongue import tr
from engine.database.backups import is_due
from engine.errors import PassphraseNeeded

ENCRYPTION = "encryption"
"""What `Preferences.changed` calls it: no setting of the memory file, but how it is written."""
BACKUP = "backup"
"""The errand that copies the memory file."""
PERIODS = {"daily": timedelta(days=1), "weekly": timedelta(days=7)}
_FIRST_MS = 30_000
_AGAIN_MS = 300_000
"""How long after the start, and how often then, it is looked whether a backup is due."""


class Safety(QObject):
    """Copies and rebuilds the memory file for one window."""

    rebuilding = Signal(str)
    """The memory file is being rebuilt, and nothing may read it until this says "": words for whoever waits."""
    locked = Signal(object)
    """The Path of a backup that is under an earlier passphrase."""

    def __init__(self, bridge: Bridge, errands: Errands, preferences: Preferences) -> None:
        super().__init__()
        self._bridge, self._errands, self._preferences = bridge, errands, preferences
        self._at_work = self._given_up = False
        self.rebuilding.connect(self._note)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.look)
        self._clock.start(_FIRST_MS)

    def close(self) -> None:
        """Look no more."""
        self._clock.stop()

    def progress(self) -> int:
        """How far rebuilding is, in per cent."""
        done, total = self._bridge.database.rebuilt()
        return min(100 * done // max(total, 1), 99)

    def look(self) -> None:
        """Back up when that is due and nothing is answered or learned; else look again later."""
        self._clock.start(_AGAIN_MS)
        if self._bridge.busy or self._at_work or self._given_up:
            return
        self.finish_protecting()
        period = PERIODS.get(str(self._preferences.get(BACKUP_EVERY)))
        if period and is_due(safekeeping.place_of(self._bridge.database), period, datetime.now()):
            self.back_up(silently=True)

    def _note(self, words: str) -> None:
        self._at_work = bool(words)

    def back_up(self, *, silently: bool = False) -> None:
        """Copy the memory file into a dated backup while everything goes on."""
        keep, database = int(self._preferences.get("backups_kept")), self._bridge.database

        def done(path: Path) -> None:
            self._preferences.backed_up.emit()
            if not silently:
                self._preferences.said.emit(tr("Backed up as {name}").format(name=path.name), None)

        self._errands.start(
            BACKUP, lambda _: safekeeping.back_up(database, keep, datetime.now()), done, self._not_backed_up
        )

    def _not_backed_up(self, error: Exception) -> None:
        if not isinstance(error, CancelledError):
            self._given_up = True  # until the next start: a full disk need not be told of every five minutes
            self._preferences.failed.emit(error)

    def restore(self, backup: Path, words: str = "", passphrase: str = "") -> None:
        """Go back to a backup; the toast goes forward again."""
        database = self._bridge.database

        def restored(before: Path) -> None:
            self._preferences.exchanged.emit()
            self._preferences.said.emit(
                words or tr("Restored {name}").format(name=backup.name),
                lambda: self.restore(before, tr("As before the restore")),
            )

        work = partial(safekeeping.restore, database, backup, datetime.now(), passphrase)

        def failed(error: Exception) -> None:
            if isinstance(error, PassphraseNeeded):
                self.locked.emit(backup)
            else:
                self._preferences.failed.emit(error)

        self._bridge.when_quiet(lambda: self._bridge.run(work, restored, failed))

    def protect(self, passphrase: str | None, before: str, backups_too: str) -> None:
        """Encrypt the memory file and its backups, change the passphrase, or make them plain (None)."""
        database = self._bridge.database
        words = tr("Encrypting your memory…") if passphrase is not None else tr("Writing your memory as plain text…")

        def work() -> list[str]:
            lock = {"minutes": dict(database.setting("lock", {})).get("minutes", 0)} if passphrase is not None else {}
            left = safekeeping.protect(database, passphrase, before, backups_too)
            database.set_setting("lock", lock)
            return left

        def done(left: list[str]) -> None:
            self.rebuilding.emit("")
            self._preferences.changed.emit(ENCRYPTION, database.encrypted)
            self._preferences.backed_up.emit()
            told = tr("The memory file is encrypted") if database.encrypted else tr("The memory file is plain again")
            if left:
                told += " " + tr("These backups could not be read and stay as they are: {names}").format(
                    names=", ".join(left)
                )
            self._preferences.said.emit(told, None)

        def failed(error: Exception) -> None:
            self.rebuilding.emit("")
            self._preferences.failed.emit(error)

        def begin() -> None:
            self.rebuilding.emit(words)
            self._bridge.run(work, done, failed)

        self._bridge.when_quiet(begin)

    def finish_protecting(self) -> None:
        """Do what a crash kept from being done with the backups."""
        database = self._bridge.database
        if database.setting(safekeeping.BACKUPS_DUE, ""):
            self._errands.start(
                BACKUP,
                lambda _: safekeeping.finish_protecting(database),
                lambda _: self._preferences.backed_up.emit(),
                self._not_backed_up,
            )
