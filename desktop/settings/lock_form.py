"""Setting up the screen lock: a passphrase twice, the minutes, and turning it off again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.settings.options import lock_minutes
from desktop.settings.rows import Choice
from desktop.settings.safekeeping import opens, sealed
from desktop.tongue import number, tr
from desktop.widgets import button, column, label, restyle, row

SHORTEST = 4


class LockForm(QWidget):
    """Says `wanted(setting, words)` and `now()`. `read` gives the setting as it is: {"seal", "minutes"} or empty."""

    wanted = Signal(object, str)
    now = Signal()

    def __init__(self, read: Callable[[], Mapping[str, Any]]) -> None:
        super().__init__()
        self._read = read
        layout = column(self, gap=8)
        line = row(gap=8)
        self.first, self.second = _secret(tr("New passphrase")), _secret(tr("The same again"))
        self.set_button = button(tr("Turn on"), self._set)
        self.second.returnPressed.connect(self._set)
        for part in (self.first, self.second, self.set_button):
            line.addWidget(part)
        self._off = QWidget()
        self._off.setLayout(line)
        layout.addWidget(self._off)
        self._on = QWidget()
        other = row(self._on, gap=8)
        self.minutes = Choice(tr("When to lock"), lock_minutes())
        self.minutes.picked.connect(self._when)
        self.old = _secret(tr("Passphrase, to turn it off"))
        self.off_button = button(tr("Turn off"), self._end)
        lock_now = button(tr("Lock now"), self.now.emit)
        for one in (self.minutes, lock_now, self.old, self.off_button):
            other.addWidget(one)
        layout.addWidget(self._on)
        self.said = label("", "caption", wrap=True)
        restyle(self.said, "bad", True)
        layout.addWidget(self.said)

    def refresh(self, kept: Mapping[str, Any], *, encrypted: bool) -> None:
        """Show whether there is a passphrase. That of an encrypted memory file is the lock's too: there is no second one."""
        self._on.setVisible(bool(kept.get("seal")) or encrypted)
        self._off.setVisible(not kept.get("seal") and not encrypted)
        self.old.setVisible(not encrypted)
        self.off_button.setVisible(not encrypted)
        self.minutes.show_value(int(kept.get("minutes", 0)))
        self._say("")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _set(self) -> None:
        first, second = self.first.text(), self.second.text()
        if len(first) < SHORTEST:
            self._say(tr("Choose at least {shortest} characters.").format(shortest=number(SHORTEST)))
        elif first != second:
            self._say(tr("The two are not the same."))
        else:
            self.first.clear()
            self.second.clear()
            self.wanted.emit({"seal": sealed(first), "minutes": 5}, tr("The window locks after 5 minutes"))

    def _when(self, minutes: int) -> None:
        self.wanted.emit({**self._read(), "minutes": minutes}, tr("Lock changed"))

    def _end(self) -> None:
        right = opens(self.old.text(), str(self._read().get("seal", "")))
        self.old.clear()
        if right:
            self.wanted.emit({}, tr("The lock is off"))
        else:
            self._say(tr("That is not the passphrase."))


def _secret(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    return field
