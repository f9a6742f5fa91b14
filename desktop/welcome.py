"""What stands in an empty chat: what Keepwise is and how to begin, or what to do when there is no model yet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.assets import asset
from desktop.icons import icon
from desktop.theme import colours
from desktop.tongue import tr, tr_later
from desktop.widgets import ElidedButton, button, column, label, row

STARTERS = (
    tr_later("My name is Alex, and I prefer concise answers."),
    tr_later("What do you remember about me?"),
    tr_later("Help me plan the week."),
)


def welcome(start: Callable[[str], object]) -> QWidget:
    """For a new chat: `start(text)` puts an opening into the field."""
    page, layout = _page(tr("What shall we work on?"))
    layout.addWidget(
        _centred(
            tr(
                "Keepwise runs on this computer and learns as you talk. Everything it learns is listed on the "
                "right: with its source, yours to change or undo."
            )
        )
    )
    layout.addSpacing(8)
    for text in map(tr, STARTERS):
        name = tr("Begin with: {text}").format(text=text)
        pressed = ElidedButton(text, partial(start, text), role="starter", name=name)
        line = row()
        line.addStretch(1)
        line.addWidget(pressed, 100)
        line.addStretch(1)
        layout.addLayout(line)
    return page


def temporary_welcome() -> QWidget:
    """For a temporary chat."""
    page, layout = _page(tr("A temporary chat"), "temporary")
    for words in (
        tr("Keepwise knows what it has learned about you, but stores and learns nothing here."),
        tr("It ends when you open another chat or close the window. Until then you can keep it."),
    ):
        layout.addWidget(_centred(words))
    return page


def no_model(choose: Callable[[], object]) -> QWidget:
    """For a computer without a language model: `choose()` opens the models."""
    page, layout = _page(tr("A language model is still missing"))
    layout.addWidget(
        _centred(
            tr(
                "Keepwise talks with a model that runs on this computer, and there is none yet. It is fetched once; "
                "after that Keepwise needs no internet."
            )
        )
    )
    layout.addSpacing(8)
    layout.addWidget(button(tr("Choose a model"), choose, role="primary"), 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addSpacing(8)
    layout.addWidget(
        _centred(
            tr(
                "Until then your chats and everything that was learned can be read, searched, changed and "
                "added to. Nothing is lost."
            )
        )
    )
    return page


def _page(title: str, drawn: str = "keepwise") -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    layout = column(page, margins=(0, 72, 0, 24), gap=8)
    drawing = QLabel()
    own = QIcon(str(asset("icons", "keepwise.svg"))) if drawn == "keepwise" else icon(drawn, colours().muted)
    drawing.setPixmap(own.pixmap(56, 56))
    drawing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout.addWidget(drawing)
    layout.addSpacing(8)
    head = label(title, "hero", wrap=True)
    head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout.addWidget(head)
    return page, layout


def _centred(text: str) -> QLabel:
    result = label(text, "lead", wrap=True)
    result.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return result
