"""The banner of the past: which day is shown, what was known then or what was true then, and the way back to today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QFrame

from desktop.sidebar.filters import Choice
from desktop.tongue import locale, tr
from desktop.widgets import IconButton, column, label, row
from desktop.words import calendar_day


class PastBar(QFrame):
    """Says `wanted(date, known)` when another day, or the other meaning, is to be shown; `ended` leads back to today."""

    wanted = Signal(object, bool)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "past")
        layout = column(self, margins=(12, 8, 8, 10), gap=6)
        top = row(gap=6)
        self.words = label("", "strong", wrap=True)
        top.addWidget(self.words, 1)
        shut = IconButton("close", tr("Back to today"), tone="warning")
        shut.clicked.connect(self.end)
        top.addWidget(shut)
        layout.addLayout(top)
        line = row(gap=6)
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(tr("d MMM yyyy"))
        self.day.setLocale(locale())
        self.day.setAccessibleName(tr("Day to look back to"))
        self.kind = Choice(tr("What is shown"), {tr("What was known"): True, tr("What was true"): False})
        self.day.lineEdit().setAccessibleName(tr("Day to look back to"))
        line.addWidget(self.day)
        line.addWidget(self.kind)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(label(tr("Read only. Nothing can be changed in the past."), "hint", wrap=True))
        self.day.dateChanged.connect(lambda _: self._ask())
        self.kind.chosen.connect(self._ask)
        self.hide()

    @property
    def at(self) -> date:
        """The day that is shown."""
        chosen = self.day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def begin(self, today: date) -> None:
        """Open at yesterday, and ask for that."""
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.show()
        self.day.setDate(self.day.maximumDate().addDays(-1))
        self._ask()
        self.day.setFocus()

    def end(self) -> None:
        """Back to today."""
        if not self.isHidden():
            self.hide()
            self.ended.emit()

    def _ask(self) -> None:
        then, known = self.at, self.kind.value
        words = tr("Showing what was known on {day}") if known else tr("Showing what was true on {day}")
        self.words.setText(words.format(day=calendar_day(then)))
        if not self.isHidden():
            self.wanted.emit(then, known)
