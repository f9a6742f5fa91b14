"""The first run, in three steps: what stays on this computer, which model fits it, and how fast it turned out to be.

Skipping it is always possible: without a model memories can be read, searched and written.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QProgressBar,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.below import message_of
from desktop.library.librarian import Librarian
from desktop.library.shelf import Entry, Pace, recommended, size, speed_words, verdict_words
from desktop.pages import MiddlePage
from desktop.tongue import tr, tr_later
from desktop.widgets import button, column, label, restyle, row
from desktop.words import breakable

QUICK = "small"
"""The model to begin with while a better one is fetched."""
HIDDEN = ("tiny",)
PROMISES = (
    (
        tr_later("It stays here"),
        tr_later("The model, your chats and everything learned from them lie on this computer. Nothing is sent."),
    ),
    (
        tr_later("It learns, and shows it"),
        tr_later("What it learned from your words stands on the right, each with the sentence it rests on."),
    ),
    (
        tr_later("You decide"),
        tr_later("Everything can be changed, forgotten or taken back, and learning can be paused at any time."),
    ),
)


class FirstRun(MiddlePage):
    """`finished(start)` when it is over; `start` tells whether somebody can be talked to."""

    finished = Signal(bool)
    own_wanted = Signal()

    def __init__(self, librarian: Librarian) -> None:
        super().__init__(tr("Welcome to Keepwise"), closable=False)
        self._librarian = librarian
        self._wanted, self._at_work = "", ""
        self.choices: dict[str, QRadioButton] = {}
        self._group, self._lines = QButtonGroup(self), dict[str, QFrame]()
        self.steps = [self._promises(), self._choice(), self._arrival()]
        for step in self.steps:
            self.body.addWidget(step)
        self.skip = button(tr("Skip: look around without a model"), lambda: self.finished.emit(False), role="quiet")
        self.body.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        librarian.shelved.connect(self._shelved)
        librarian.moved.connect(self._moved)
        librarian.failed.connect(self._failed)
        librarian.fetched.connect(self._fetched)
        librarian.switched.connect(self._speaks)
        librarian.measured.connect(self._measured)
        self.go(0)

    def go(self, number: int) -> None:
        """Show one of the three steps."""
        for place, step in enumerate(self.steps):
            step.setVisible(place == number)
        self.skip.setVisible(number < 2)

    def _promises(self) -> QWidget:
        page, layout = _step()
        for head, words in PROMISES:
            layout.addWidget(label(tr(head), "section"))
            layout.addWidget(label(tr(words), "lead", wrap=True))
            layout.addSpacing(6)
        line = row()
        self.onward = button(tr("Choose a model"), lambda: self.go(1), role="primary")
        line.addWidget(self.onward)
        line.addStretch(1)
        layout.addLayout(line)
        return page

    def _choice(self) -> QWidget:
        page, layout = _step()
        self.machine = label("", "lead", wrap=True)
        layout.addWidget(self.machine)
        self._list = column(gap=6)
        layout.addLayout(self._list)
        self.meanwhile = QCheckBox(tr("Begin with a small model while this one comes"))
        self.meanwhile.setChecked(True)
        self.meanwhile.setAccessibleName(tr("Begin with a small model while this one comes"))
        layout.addWidget(self.meanwhile)
        line = row(gap=8)
        self.begin = button(tr("Download"), self._begin, role="primary", name=tr("Fetch or use the chosen model"))
        self.own = button(tr("Use a file of my own…"), self.own_wanted.emit, role="link")
        line.addWidget(self.begin)
        line.addWidget(self.own)
        line.addStretch(1)
        layout.addLayout(line)
        return page

    def _arrival(self) -> QWidget:
        page, layout = _step()
        self.doing = label("", "section", wrap=True)
        layout.addWidget(self.doing)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName("How much of the model is here")
        self.bar.setRange(0, 1000)
        layout.addWidget(self.bar)
        self.pace = label("", "caption", wrap=True)
        layout.addWidget(self.pace)
        line = row(gap=8)
        self.talk = button(tr("Start chatting"), lambda: self.finished.emit(True), role="primary")
        self.again = button(tr("Try again"), self._resume, role="primary")
        self.hold = button(tr("Pause"), self._pause)
        self.later = button(tr("Look around meanwhile"), lambda: self.finished.emit(False), role="quiet")
        for part in (self.talk, self.again, self.hold, self.later):
            line.addWidget(part)
        line.addStretch(1)
        layout.addLayout(line)
        return page

    # The choice

    def _shelved(self, shelf: list[Entry]) -> None:
        offered = [one for one in shelf if one.source != "server" and one.name not in HIDDEN]
        best = recommended(shelf)
        for entry in sorted(offered, key=lambda one: (one.name != best, not one.here)):
            if entry.name not in self.choices:
                self._add(entry)
            words, numbers = verdict_words(entry.fit) if entry.fit is not None else ("", "")
            mark = tr("Recommended · ") if entry.name == best else ""
            here = tr("is here already") if entry.here else tr("{size} to download").format(size=size(entry.bytes))
            self.choices[entry.name].setText(entry.title)
            facts = self._lines[entry.name].findChildren(type(self.machine))
            facts[0].setText(breakable(f"{mark}{words} · {here} · {numbers}"))
            restyle(facts[0], "verdict", entry.fit.verdict if entry.fit is not None else "")
        if self._group.checkedButton() is None and best in self.choices:
            self.choices[best].setChecked(True)
        found = next((one.fit for one in shelf if one.fit is not None), None)
        if found is not None:
            self.machine.setText(
                tr(
                    "A model is a file that talks. This computer has {total} of memory, {free} of it free now; "
                    "that decides which one runs well."
                ).format(total=size(found.total), free=size(found.free))
            )
        self._chosen()

    def _add(self, entry: Entry) -> None:
        line = QFrame()
        line.setProperty("role", "card")
        layout = column(line, margins=(12, 8, 12, 10), gap=2)
        choice = QRadioButton(entry.title)
        choice.setAccessibleName(tr("Choose {title}").format(title=entry.title))
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        choice.toggled.connect(self._chosen)
        self._group.addButton(choice)
        layout.addWidget(choice)
        layout.addWidget(label("", "fit", wrap=True))
        layout.addWidget(
            label(
                tr("{about} Licence: {licence}.").format(about=tr(entry.about), licence=entry.licence)
                if entry.licence
                else tr(entry.about),
                "caption",
                wrap=True,
            )
        )
        self.choices[entry.name], self._lines[entry.name] = choice, line
        self._list.addWidget(line)

    def _chosen(self) -> None:
        name = next((name for name, choice in self.choices.items() if choice.isChecked()), "")
        entry, quick = self._librarian.entry(name), self._librarian.entry(QUICK)
        if entry is None:
            self.begin.setEnabled(False)
            return
        self.begin.setEnabled(True)
        self.begin.setText(tr("Use this model") if entry.here else tr("Download {size}").format(size=size(entry.bytes)))
        worth = quick is not None and name != QUICK and not entry.here and not quick.here
        self.meanwhile.setVisible(worth)
        if quick is not None:
            self.meanwhile.setText(
                tr("Begin with a small model ({size}) while this one comes").format(size=size(quick.bytes))
            )

    def _begin(self) -> None:
        self._wanted = next(name for name, choice in self.choices.items() if choice.isChecked())
        entry = self._librarian.entry(self._wanted)
        first = self._wanted
        if entry is not None and not entry.here and not self.meanwhile.isHidden() and self.meanwhile.isChecked():
            first = QUICK
        self.go(2)
        if entry is not None and entry.here:
            self._start(first)
        else:
            self._fetch(first)

    # The arrival

    def _fetch(self, name: str) -> None:
        self._at_work = name
        self._show(tr("Fetching {title}").format(title=self._librarian.title(name)), tr("Connecting…"), hold=True)
        self._librarian.download(name)

    def _start(self, name: str) -> None:
        self._at_work = name
        self._show(
            tr("Starting {title}").format(title=self._librarian.title(name)),
            tr("It reads its file; that takes some seconds."),
        )
        self._librarian.use(name)

    def _show(
        self, doing: str, words: str, *, hold: bool = False, again: bool = False, talk: bool = False, bar: bool = True
    ) -> None:
        self.doing.setText(breakable(doing))
        self.pace.setText(breakable(words))
        for part, shown in ((self.hold, hold), (self.again, again), (self.talk, talk), (self.later, not talk)):
            part.setVisible(shown)
        self.bar.setVisible(bar and not talk)
        if talk:
            self.talk.setFocus()

    def _moved(self, name: str, pace: Pace) -> None:
        if name == self._at_work:
            self.bar.setValue(1000 * pace.done // max(pace.total, 1))
            self.pace.setText(tr("Checking every byte…") if pace.done >= pace.total else pace.words())

    def _pause(self) -> None:
        self._librarian.pause(self._at_work)
        self._show(tr("Paused"), tr("What has come is kept."), again=True)
        self.again.setText(tr("Go on"))

    def _resume(self) -> None:
        self.again.setText(tr("Try again"))
        entry = self._librarian.entry(self._at_work)
        if entry is not None and entry.here:
            self._start(self._at_work)
        else:
            self._fetch(self._at_work)

    def _failed(self, name: str, error: Exception) -> None:
        if name == self._at_work and not self.steps[2].isHidden():
            self._show(
                tr("That did not work"),
                tr(
                    "{error} Check that this computer is online, then try again: what has come is kept. "
                    "Keepwise can be used without a model meanwhile; nothing is lost."
                ).format(error=message_of(error)),
                again=True,
            )
        elif name == self._wanted and not self.steps[2].isHidden():
            self.pace.setText(self._meanwhile())

    def _meanwhile(self) -> str:
        """What becomes of the better model while a small one speaks."""
        title, problem = self._librarian.title(self._wanted), self._librarian.problems.get(self._wanted, "")
        if problem:
            words = tr("{name} did not come: {why} What has come is kept, and it goes on under Models.")
            return words.format(name=title, why=problem)
        return tr("{title} comes meanwhile, and you are asked when it is here.").format(title=title)

    def _fetched(self, name: str) -> None:
        if name == self._at_work and not self._librarian.current:
            self._start(name)

    def _speaks(self, name: str) -> None:
        if name == self._at_work:
            self._show(
                tr("{title} is ready").format(title=self._librarian.title(name)),
                tr("Measuring its speed for five seconds…"),
                talk=True,
            )
            if self._wanted and self._wanted != name:
                self._librarian.download(self._wanted)
            self._librarian.measure()

    def _measured(self, name: str, speed: float) -> None:
        if name == self._at_work and speed > 0:
            better = self._meanwhile() if self._wanted != name else ""
            writes = tr("It writes {how} on this computer.").format(how=speed_words(speed))
            self.pace.setText(f"{writes} {better}".rstrip())


def _step() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    return page, column(page, margins=(0, 8, 0, 8), gap=8)
