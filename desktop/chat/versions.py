"""The arrows between versions of a message or an answer: "2 of 3"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.chat.hub import Hub
from desktop.tongue import number, tr, tr_later
from desktop.widgets import IconButton, label, row

_NAMES = {
    "answer": (tr_later("Earlier version of the answer"), tr_later("Later version of the answer")),
    "message": (tr_later("Earlier version of the message"), tr_later("Later version of the message")),
}


class VersionArrows(QWidget):
    """Hidden while there is one version only."""

    def __init__(self, hub: Hub, what: str) -> None:
        super().__init__()
        self._hub, self._ids, self._here = hub, (), 0
        earlier, later = _NAMES[what]
        self.back = IconButton("chevron-left", tr(earlier))
        self.on = IconButton("chevron-right", tr(later))
        self.place = label("", "caption")
        layout = row(self, gap=0)
        for part in (self.back, self.place, self.on):
            layout.addWidget(part)
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self.hide()

    _ids: tuple[str, ...]

    def show_versions(self, ids: Sequence[str], here: str) -> None:
        """All versions, the oldest first, and the one that is shown."""
        self._ids = tuple(ids) if here in ids else ()
        self._here = self._ids.index(here) if self._ids else 0
        self.setVisible(len(self._ids) > 1)
        self.place.setText(tr("{here} of {all}").format(here=number(self._here + 1), all=number(len(self._ids))))
        self.place.setAccessibleName(tr("Version {text}").format(text=self.place.text()))
        self.back.setEnabled(self._here > 0)
        self.on.setEnabled(self._here + 1 < len(self._ids))

    def step(self, by: int) -> None:
        """Ask for the version before or after."""
        place = self._here + by
        if 0 <= place < len(self._ids):
            self._hub.choose.emit(self._ids[place])
