"""The page for a memory file that cannot be read: what is wrong, and the backups to go back to, the newest first."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QScrollArea, QWidget

from desktop.settings.safety_section import named, size
from desktop.tongue import tr
from desktop.widgets import IconLabel, Page, button, column, label, row
from desktop.words import breakable
from engine.database.backups import copies, folder_of, taken_at


class DamagedPage(QFrame):
    """Says `wanted(backup)`, or `wanted(None)` to begin with an empty memory."""

    wanted = Signal(object)

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self.setProperty("role", "middle")
        self.setAccessibleName(tr("The memory file is damaged"))
        layout = column(self, margins=(40, 32, 40, 24), gap=12)
        head = row(gap=12)
        head.addWidget(IconLabel("alert", tone="warning", size=28))
        head.addWidget(label(tr("Your memory file cannot be read"), "hero"))
        head.addStretch(1)
        layout.addLayout(head)
        self.why = label("", wrap=True)
        layout.addWidget(self.why)
        layout.addWidget(
            label(tr("Whatever you choose, the damaged file is kept beside the new one."), "caption", wrap=True)
        )
        self.backups: list[QPushButton] = []
        layout.addWidget(self._list(), 1)
        line = row(gap=8)
        self.other = button(tr("Choose another backup…"), self._choose)
        self.empty = button(tr("Begin with an empty memory"), lambda: self.wanted.emit(None), role="quiet")
        line.addWidget(self.other)
        line.addWidget(self.empty)
        line.addStretch(1)
        line.addWidget(label(tr("Esc quits"), "caption"))
        layout.addLayout(line)

    def tell(self, words: str) -> None:
        """Say what is wrong."""
        self.why.setText(breakable(words, 60))

    def _list(self) -> QWidget:
        page = Page("page")
        lines = column(page, margins=(0, 4, 8, 4), gap=8)
        found = sorted(copies(self._file), key=lambda path: str(taken_at(path)), reverse=True)
        lines.addWidget(label(tr("Go back to a backup") if found else tr("There is no backup beside it."), "section"))
        for path in found:
            lines.addWidget(self._line(path, first=not self.backups))
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _line(self, path: Path, *, first: bool) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        line = row(card, margins=(16, 8, 12, 8), gap=12)
        line.addWidget(named(path), 1)
        line.addWidget(label(size(path), "caption"))
        name = tr("Restore {name}").format(name=path.name)
        made = button(tr("Restore"), partial(self.wanted.emit, path), role="primary" if first else "plain", name=name)
        line.addWidget(made)
        self.backups.append(made)
        return card

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a backup"), str(folder_of(self._file)), "DuckDB (*.duckdb)"
        )
        if path:
            self.wanted.emit(Path(path))
