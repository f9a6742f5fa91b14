"""The settings' section for safe-keeping: encryption, automatic backups, and the backups there are with a way back to each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.settings.encryption_form import EncryptionForm, secret
from desktop.settings.preferences import BACKUP_EVERY, Preferences
from desktop.settings.rows import Choice, Section, Words
from desktop.settings.safekeeping import place_of
from desktop.settings.safety import Safety
from desktop.tongue import locale, tr, tr_later, tr_n
from desktop.widgets import button, clear, column, label, restyle, row
from desktop.words import full_date
from engine import Database
from engine.database.backups import backups, copies, taken_at

SHOWN = 5
"""Backups in the list before "Show all"."""

Add = Callable[[Section, str, str, str, Choice | Words, str], None]


class SafetySection(Section):
    """Placed by the settings page. `add` adds a row for a stored setting, as that page does."""

    def __init__(self, database: Database, safety: Safety, preferences: Preferences, add: Add) -> None:
        super().__init__(tr("Safe-keeping"))
        self._database, self._safety = database, safety
        self._all = False
        self.encryption = EncryptionForm(database.is_passphrase)
        self.encryption.wanted.connect(safety.protect)
        self.encrypted = self.add(tr("Encryption"), "", self.encryption, wide=True)
        periods = (("daily", tr("Every day")), ("weekly", tr("Every week")), ("off", tr("Off")))
        every = Choice(tr("Automatic backups"), periods)
        about = tr(
            "A copy of all memories and chats while you do nothing, and before importing and erasing everything."
        )
        add(self, BACKUP_EVERY, tr("Automatic backups"), about, every, tr("Automatic backups changed"))
        kept = Choice(tr("Backups to keep"), [(count, str(count)) for count in (1, 3, 5, 10, 20, 50)])
        about = tr("How many copies stay. The oldest are dropped.")
        add(self, "backups_kept", tr("Backups to keep"), about, kept, tr("Number of backups changed"))
        self.back_up = button(tr("Back up now"), safety.back_up)
        self.last = self.add(tr("Backups"), "", self.back_up)
        self.list = QWidget()
        self._lines = column(self.list, gap=4)
        self.add(tr("Go back to a backup"), tr(_RESTORE), self.list, wide=True)
        self.go_back: list[QPushButton] = []
        self._locked()
        preferences.backed_up.connect(self.refresh)
        safety.locked.connect(self._ask)

    def refresh(self) -> None:
        """Show how the file is written and which backups there are."""
        file = place_of(self._database)
        found, held = backups(file), copies(file)
        self.encryption.show_state(encrypted=self._database.encrypted, backups=len(held))
        self.encrypted.about.setText(tr(_ENCRYPTED) if self._database.encrypted else tr(_PLAIN))
        self.last.about.setText(_last(found))
        self.locked.hide()
        self._list(held)

    def _list(self, held: list[Path]) -> None:
        clear(self._lines)
        self.go_back = []
        for path in held if self._all else held[:SHOWN]:
            self._lines.addWidget(self._line(path))
        if len(held) > SHOWN and not self._all:
            more = button(tr_n("Show all {n}", "Show all {n}", len(held)), self._show_all, role="quiet")
            self._lines.addWidget(more)
        if not held:
            self._lines.addWidget(label(tr("No backup yet."), "caption"))

    def _line(self, path: Path) -> QWidget:
        box = QWidget()
        line = row(box, gap=12)
        line.addWidget(named(path), 1)
        line.addWidget(label(size(path), "caption"))
        made = button(
            tr("Restore"), partial(self._safety.restore, path), name=tr("Restore {name}").format(name=path.name)
        )
        line.addWidget(made)
        self.go_back.append(made)
        return box

    def _show_all(self) -> None:
        self._all = True
        self.refresh()

    def _locked(self) -> None:
        """What is shown when a backup is under an earlier passphrase."""
        self.locked = QWidget()
        layout = column(self.locked, margins=(16, 0, 12, 0), gap=8)
        self.asked = label("", "caption", wrap=True)
        restyle(self.asked, "bad", True)
        layout.addWidget(self.asked)
        line = row(gap=8)
        self.earlier = secret(tr("Passphrase of that backup"))
        self.earlier.returnPressed.connect(self._unlock)
        line.addWidget(self.earlier)
        line.addWidget(button(tr("Restore"), self._unlock, name=tr("Restore with this passphrase")))
        layout.addLayout(line)
        self.locked.hide()
        self.add_widget(self.locked)
        self._wanted = Path()

    def _ask(self, backup: Path) -> None:
        again = self._wanted == backup and not self.locked.isHidden()
        self._wanted = backup
        told = tr("That passphrase does not open it.") if again else tr("This backup is under an earlier passphrase.")
        self.asked.setText(told)
        self.locked.show()
        self.earlier.setFocus()

    def _unlock(self) -> None:
        passphrase = self.earlier.text()
        self.earlier.clear()
        if passphrase:
            self._safety.restore(self._wanted, passphrase=passphrase)


def named(path: Path) -> QLabel:
    """When a copy was made, and why if that is something special."""
    at = taken_at(path)
    told = full_date(at.astimezone(UTC).replace(tzinfo=None)) if at else path.name
    special = path.stem.startswith("before-restore")
    return label(tr("{when}, before a restore").format(when=told) if special else told)


def size(path: Path) -> str:
    """How large a file is."""
    return locale().formattedDataSize(path.stat().st_size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _last(found: list[Path]) -> str:
    at = taken_at(found[0]) if found else None
    return tr("Last backup: {when}.").format(when=ago(at, datetime.now())) if at else tr("No backup yet.")


def ago(at: datetime, moment: datetime) -> str:
    """How long ago something was, roughly."""
    minutes = max(int((moment - at).total_seconds() // 60), 0)
    if minutes < 1:
        return tr("just now")
    if minutes < 60:
        return tr_n("{n} minutes ago", "{n} minute ago", minutes)
    if minutes < 60 * 24:
        return tr_n("{n} hours ago", "{n} hour ago", minutes // 60)
    return tr_n("{n} days ago", "{n} day ago", minutes // (60 * 24))


_PLAIN = tr_later(
    "The memory file is plain: whoever can read your files can read it. With a passphrase it is encrypted, with its backups, "
    "and Keepwise asks for it at each start."
)
_ENCRYPTED = tr_later("The memory file is encrypted (AES-256). Keepwise asks for the passphrase at each start.")
_RESTORE = tr_later("Everything is as it was then. What is there now is copied first, so this can be undone.")
