"""Turning the encryption of the memory file on and off, and changing its passphrase."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.settings.rows import Choice
from desktop.settings.strength import SHORTEST, hint
from desktop.tongue import tr, tr_n
from desktop.widgets import button, column, label, restyle, row


class EncryptionForm(QWidget):
    """Says `wanted(new passphrase or None, the one until now, what becomes of the backups)` and `export_wanted()`.

    is_passphrase: whether a text is the passphrase of the memory file.
    """

    wanted = Signal(object, str, str)
    export_wanted = Signal()

    def __init__(self, is_passphrase: Callable[[str], bool]) -> None:
        super().__init__()
        self._is_passphrase = is_passphrase
        self._encrypted, self._backups, self._doing = False, 0, ""
        layout = column(self, gap=8)
        self.on = button(tr("Encrypt the memory file…"), lambda: self._open("on"))
        self.change = button(tr("Change the passphrase…"), lambda: self._open("change"))
        self.off = button(tr("Turn off…"), lambda: self._open("off"), name=tr("Turn the encryption off"))
        starts = row(gap=8)
        for one in (self.on, self.change, self.off):
            starts.addWidget(one)
        starts.addStretch(1)
        layout.addLayout(starts)
        self.form = QWidget()
        inner = column(self.form, gap=8)
        self.warning = label("", "warning", wrap=True)
        inner.addWidget(self.warning)
        self.old = secret(tr("Passphrase until now"))
        self.first, self.second = secret(tr("New passphrase")), secret(tr("The same again"))
        fields = row(gap=8)
        for field in (self.old, self.first, self.second):
            fields.addWidget(field)
            field.returnPressed.connect(self._send)
        inner.addLayout(fields)
        self.hint = label("", "caption", wrap=True)
        self.first.textChanged.connect(lambda text: self.hint.setText(hint(text)))
        inner.addWidget(self.hint)
        self.copies = Choice(tr("What becomes of older backups"), ())
        self.about_copies = label("", "caption", wrap=True)
        inner.addWidget(self.about_copies)
        inner.addWidget(self.copies)
        self.said = label("", "caption", wrap=True)
        restyle(self.said, "bad", True)
        inner.addWidget(self.said)
        inner.addLayout(self._ends())
        layout.addWidget(self.form)
        self.shut()

    def _ends(self) -> QHBoxLayout:
        line = row(gap=8)
        self.export = button(tr("Export first…"), self.export_wanted.emit)
        self.send = button(tr("Encrypt"), self._send, role="primary")
        for one in (self.export, self.send, button(tr("Cancel"), self.shut, role="quiet", name=tr("Change nothing"))):
            line.addWidget(one)
        line.addStretch(1)
        return line

    def show_state(self, *, encrypted: bool, backups: int) -> None:
        """Show what can be done. backups: how many copies hold memories."""
        self._backups = backups
        if encrypted != self._encrypted:  # else what is being typed stays
            self._encrypted = encrypted
            self.shut()

    def shut(self) -> None:
        """Leave the form."""
        for field in (self.old, self.first, self.second):
            field.clear()
        self.form.hide()
        self._say("")
        self.on.setVisible(not self._encrypted)
        self.change.setVisible(self._encrypted)
        self.off.setVisible(self._encrypted)

    def _open(self, doing: str) -> None:
        self._doing = doing
        for one in (self.on, self.change, self.off):
            one.hide()
        self.old.setVisible(doing != "on")
        for part in (self.first, self.second, self.hint):
            part.setVisible(doing != "off")
        self.hint.setText(hint(""))
        self.warning.setText(_warning(doing))
        words = {"on": tr("Encrypt"), "change": tr("Change"), "off": tr("Make it plain")}[doing]
        self.send.setText(words)
        self.send.setAccessibleName(words)
        self._offer_backups(doing)
        self.form.show()
        (self.first if doing == "on" else self.old).setFocus()

    def _offer_backups(self, doing: str) -> None:
        asks = self._backups > 0 and doing == "on"
        self.about_copies.setVisible(self._backups > 0)
        self.copies.setVisible(asks)
        if asks:
            told = tr_n("{n} older backups are plain.", "{n} older backup is plain.", self._backups)
            self.copies.offer((("encrypt", tr("Encrypt them too")), ("drop", tr("Delete them"))))
        else:
            told = tr("Your backups follow.")
        self.about_copies.setText(told)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _problem(self) -> str:
        if self._doing != "on" and not self._is_passphrase(self.old.text()):
            return tr("That is not the passphrase until now.")
        if self._doing != "off" and len(self.first.text()) < SHORTEST:
            return tr("Choose at least {n} characters.").format(n=SHORTEST)
        if self._doing != "off" and self.first.text() != self.second.text():
            return tr("The two are not the same.")
        return ""

    def _send(self) -> None:
        problem = self._problem()
        if problem:
            self._say(problem)
            return
        new, old = None if self._doing == "off" else self.first.text(), self.old.text()
        copies = str(self.copies.value()) if self._doing == "on" and self._backups else "encrypt"
        self.shut()
        self.wanted.emit(new, old, copies)


def secret(name: str) -> QLineEdit:
    """A field that shows dots."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    return field


def _warning(doing: str) -> str:
    if doing == "off":
        return tr("Whoever can read your files can then read your memories and chats.")
    return tr(
        "There is no way back without the passphrase: nobody can restore it, and without it your memories cannot be read, by "
        "you neither. Write it down. An export is plain text; keep it in a safe place."
    )
