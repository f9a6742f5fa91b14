"""The arrows between versions of a message or an answer: "2 of 3"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.chat.hub import Hub
from desktop.widgets import IconButton, label, row


class VersionArrows(QWidget):
    """Hidden while there is one version only."""

    def __init__(self, hub: Hub, what: str) -> None:
        super().__init__()
        self._hub, self._ids, self._here = hub, (), 0
        self.back = IconButton("chevron-left", f"Earlier version of the {what}")
        self.on = IconButton("chevron-right", f"Later version of the {what}")
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
        self.place.setText(f"{self._here + 1} of {len(self._ids)}")
        self.place.setAccessibleName(f"Version {self.place.text()}")
        self.back.setEnabled(self._here > 0)
        self.on.setEnabled(self._here + 1 < len(self._ids))

    def step(self, by: int) -> None:
        """Ask for the version before or after."""
        place = self._here + by
        if 0 <= place < len(self._ids):
            self._hub.choose.emit(self._ids[place])
