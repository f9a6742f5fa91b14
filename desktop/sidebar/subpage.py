"""A page that opens over the list of what was learned: a way back, a title, and what scrolls below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.mirror import back_key
from desktop.tongue import tr
from desktop.widgets import ElidedLabel, IconButton, Page, column, row


class SubPage(QFrame):
    """Says `closed` when the user goes back: by the arrow, Escape, or Alt+Left. `content` is the column to fill."""

    closed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        outer = column(self)
        line = row(margins=(10, 12, 12, 8), gap=6)
        self.back = IconButton("chevron-left", tr("Back to everything learned"))
        self.back.clicked.connect(self.closed.emit)
        line.addWidget(self.back)
        self.title = ElidedLabel(title, "title")
        line.addWidget(self.title, 1)
        self.head = line
        outer.addLayout(line)
        self.fixed = column(margins=(16, 0, 16, 0), gap=8)
        outer.addLayout(self.fixed)
        self.area = scroll = QScrollArea()
        scroll.setAccessibleName(title)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = Page("panelpage")
        holder = column(page, margins=(16, 10, 16, 16), gap=10)
        inner = QWidget()
        self.content = column(inner, gap=10)
        holder.addWidget(inner)
        holder.addStretch(1)
        scroll.setWidget(page)
        outer.addWidget(scroll, 1)

    def focus(self) -> None:
        """Take the keyboard."""
        self.show()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = event.key() == back_key() and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Escape or back:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
