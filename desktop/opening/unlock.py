"""The unlock page: the passphrase of the memory file, asked for before the window opens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from desktop.settings.encryption_form import secret
from desktop.tongue import tr
from desktop.widgets import IconLabel, button, column, label, restyle
from desktop.words import breakable


class UnlockPage(QFrame):
    """Says `wanted(passphrase)`."""

    wanted = Signal(str)

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.setProperty("role", "middle")
        self.setAccessibleName(tr("Unlock Keepwise"))
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = column(self, margins=(32, 24, 32, 24), gap=12)
        layout.addStretch(2)
        layout.addWidget(IconLabel("lock", size=32), 0, centre)
        layout.addWidget(label(tr("Your memory is encrypted"), "hero"), 0, centre)
        layout.addWidget(label(tr("Type its passphrase to open Keepwise."), "caption"), 0, centre)
        self.field = secret(tr("Passphrase"))
        self.field.setFixedWidth(300)
        self.field.returnPressed.connect(self._send)
        layout.addWidget(self.field, 0, centre)
        self.unlock = button(tr("Unlock"), self._send, role="primary")
        self.unlock.setFixedWidth(300)
        layout.addWidget(self.unlock, 0, centre)
        self.said = label("", "caption")
        restyle(self.said, "bad", True)
        layout.addWidget(self.said, 0, centre)
        layout.addStretch(3)
        where = label(breakable(tr("{file} · Esc quits").format(file=file), 60), "caption", wrap=True)
        where.setAlignment(centre)
        layout.addWidget(where)
        self.setFocusProxy(self.field)

    def refuse(self, words: str) -> None:
        """Say why it did not open, and let it be typed again."""
        self.work(at_work=False)
        self.said.setText(words)
        self.field.clear()
        self.field.setFocus()

    def work(self, *, at_work: bool) -> None:
        """Show that it is being opened, or no longer."""
        self.unlock.setText(tr("Opening…") if at_work else tr("Unlock"))
        self.unlock.setEnabled(not at_work)
        self.field.setReadOnly(at_work)
        self.said.setText("")

    def _send(self) -> None:
        if self.field.text() and self.unlock.isEnabled():
            self.wanted.emit(self.field.text())
