"""Files as chips: in the field while they are read and wait to be sent, and on the message that they went with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QWidget

from desktop.tongue import decimal, number, tr, tr_n
from desktop.widgets import ElidedLabel, IconButton, IconLabel, clear, column, row
from engine.attachments import Attachment

if TYPE_CHECKING:
    from desktop.chat.message import QuestionView

WIDEST, REFUSAL = 420, 720
"""Pixels of a chip, and of one that has to say why a file cannot be read."""


class FileChip(QFrame):
    """One file: its name, and below it its size and how much of it is read. The button at its end is the caller's."""

    def __init__(self, name: str, detail: str, drawing: str, act: str) -> None:
        super().__init__()
        self.setProperty("role", "file")
        self.setMaximumWidth(WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = row(self, margins=(10, 6, 6, 6), gap=10)
        self.drawing = IconLabel("file")
        layout.addWidget(self.drawing)
        words = column()
        self.name = ElidedLabel(name, "filename")
        self.name.setToolTip(name)
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.name.setMinimumWidth(96)
        self.detail = ElidedLabel(detail, "caption")
        self.detail.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words.addWidget(self.name)
        words.addWidget(self.detail)
        layout.addLayout(words, 1)
        self.button = IconButton(drawing, act)
        layout.addWidget(self.button)
        self.setAccessibleName(tr("File {name}, {detail}").format(name=name, detail=detail))

    def show_detail(self, detail: str, tone: str = "muted") -> None:
        """What is to be said of the file now."""
        self.detail.set_full(detail)
        self.detail.setToolTip(detail)
        self.setMaximumWidth(WIDEST if tone == "muted" else REFUSAL)
        self.drawing.set_icon("alert" if tone == "danger" else "file", tone)
        self.setAccessibleName(tr("File {name}, {detail}").format(name=self.name.full(), detail=detail))


class FileRow(QWidget):
    """The files of one message, one below the other; not there when there are none."""

    def __init__(self, question: QuestionView) -> None:
        super().__init__()
        self._question = question
        self._layout = column(self, gap=6)
        self.chips: list[FileChip] = []
        self.hide()

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Show these files."""
        clear(self._layout)
        self.chips = [self._chip(file) for file in files]
        for chip in self.chips:
            self._layout.addWidget(chip)
        self.setVisible(bool(files))

    def _chip(self, file: Attachment) -> FileChip:
        chip = FileChip(file.name, detail_of(file), "more", tr("What to do with {name}").format(name=file.name))
        chip.button.clicked.connect(
            lambda: self.menu_of(file).popup(chip.button.mapToGlobal(chip.button.rect().bottomLeft()))
        )
        return chip

    def menu_of(self, file: Attachment) -> QMenu:
        """What can be done with a file that was sent."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        learn = menu.addAction(tr("Learn from this file"))
        learn.triggered.connect(lambda: self._question.hub.learn_from.emit(self._question.turn_id, file.name))
        return menu


def detail_of(file: Attachment) -> str:
    """Size, pages and what was left out: "1.2 MB · first 12 of 40 pages"."""
    pages = tr_n("{n} pages", "{n} page", file.pages) if file.pages and not file.notice else ""
    return " · ".join(part for part in (size_of(file.size), pages, file.notice) if part)


def size_of(size: int) -> str:
    """A size as people read it: "640 bytes", "12 KB", "1.2 MB"."""
    if size < 1000:
        return tr_n("{n} bytes", "{n} byte", size)
    if size < 1_000_000:
        return tr("{size} KB").format(size=number(round(size / 1000)))
    return tr("{size} MB").format(size=decimal(size / 1e6))
