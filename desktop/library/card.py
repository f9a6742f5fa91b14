"""One model in the list: what it is, how it fits, and what can be done with it now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from desktop.flow import Flow
from desktop.library.shelf import Entry, Pace, size, verdict_words
from desktop.tongue import tr
from desktop.widgets import button, column, label, restyle
from desktop.words import breakable


class ModelCard(QFrame):
    """Says what was pressed by `asked(act, name)`: "use", "download", "pause", "discard", "delete" or "measure"."""

    asked = Signal(str, str)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.entry = entry
        self._main_act = self._other_act = ""
        layout = column(self, margins=(16, 12, 12, 12), gap=4)
        head = Flow(gap=8)
        self.title = label(entry.title, "strong")
        self.badge = label("", "count")
        head.addWidget(self.title)
        head.addWidget(self.badge)
        layout.addLayout(head)
        self.about = label(entry.about, wrap=True)
        layout.addWidget(self.about)
        self.fit = label("", "fit", wrap=True)
        layout.addWidget(self.fit)
        self.facts = label("", "caption", wrap=True)
        layout.addWidget(self.facts)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setRange(0, 1000)
        layout.addSpacing(2)
        layout.addWidget(self.bar)
        self.progress = label("", "caption", wrap=True)
        layout.addWidget(self.progress)
        self.bar.hide()
        acts = Flow(gap=8)
        self.main = button("", lambda: self.asked.emit(self._main_act, self.entry.name))
        self.other = button("", lambda: self.asked.emit(self._other_act, self.entry.name), role="quiet")
        acts.addWidget(self.main)
        acts.addWidget(self.other)
        layout.addSpacing(2)
        layout.addLayout(acts)
        self.main.setAccessibleName(entry.title)
        self.other.setAccessibleName(entry.title)

    def show_entry(self, entry: Entry, *, state: str, recommended: bool, problem: str = "") -> None:
        """Show a model. `state`: "current", "starting", "fetching" or "" for none of these."""
        self.entry = entry
        self.setAccessibleName(tr("Model {title}").format(title=entry.title))
        self.title.setText(entry.title)
        self.about.setText(breakable(tr(entry.about)))
        badge = {"current": tr("In use"), "starting": tr("Starting…")}.get(
            state, tr("Recommended here") if recommended else ""
        )
        self.badge.setText(badge)
        self.badge.setVisible(bool(badge))
        words, numbers = verdict_words(entry.fit) if entry.fit is not None and entry.bytes else ("", "")
        self.fit.setText(f"{words} · {numbers}" if words else "")
        self.fit.setVisible(bool(words))
        restyle(self.fit, "verdict", entry.fit.verdict if words and entry.fit is not None else "")
        facts = [size(entry.bytes) if entry.bytes else "", entry.licence, entry.path]
        self.facts.setText(breakable(" · ".join(fact for fact in facts if fact)))
        self.facts.setVisible(bool(self.facts.text()))
        fetching = state == "fetching"
        self.bar.setVisible(fetching or (entry.partial > 0 and not entry.here))
        self.bar.setAccessibleName(tr("Download of {title}").format(title=entry.title))
        if not fetching:
            self.bar.setValue(1000 * entry.partial // max(entry.bytes, 1))
            self.progress.setText(
                problem or (tr("Paused at {size}").format(size=size(entry.partial)) if entry.partial else "")
            )
        elif not self.progress.text() or self._main_act != "pause":
            self.progress.setText(tr("Connecting…"))
        restyle(self.progress, "bad", bool(problem) and not fetching)
        self.progress.setVisible(bool(self.progress.text()))
        self._offer(state)

    def show_pace(self, pace: Pace) -> None:
        """How far the download is."""
        self.bar.setValue(1000 * pace.done // max(pace.total, 1))
        whole = pace.done >= pace.total
        self.progress.setText(tr("Checking every byte…") if whole else pace.words())
        self.progress.show()

    def _offer(self, state: str) -> None:
        """The words of both buttons."""
        entry = self.entry
        if state == "current":
            offer = ("", "", "measure", tr("Test its speed"))
        elif state == "starting":
            offer = ("", "", "", "")
        elif state == "fetching":
            offer = ("pause", tr("Pause"), "", "")
        elif entry.here:
            offer = (
                "use",
                tr("Use this model"),
                "delete",
                tr("Remove") if entry.source != "catalogue" else tr("Delete"),
            )
        elif entry.source == "own":
            offer = ("", "", "delete", tr("Remove"))
        elif entry.partial:
            offer = ("download", tr("Resume"), "discard", tr("Give up"))
        else:
            offer = ("download", tr("Download {size}").format(size=size(entry.bytes)), "", "")
        self._main_act, main, self._other_act, other = offer
        for pressed, words in ((self.main, main), (self.other, other)):
            pressed.setText(words)
            named = words or tr("Nothing to do")
            pressed.setAccessibleName(f"{named}: {entry.title}")
            pressed.setVisible(bool(words))
        self.main.setCursor(Qt.CursorShape.PointingHandCursor)
