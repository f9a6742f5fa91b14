"""The two thin lines of the window: the header with the state of learning, and the status line with the model's."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QSizePolicy

from desktop.theme import colours
from desktop.widgets import ElidedLabel, IconButton, button, label, restyle, row
from models.protocols import Timings


class Header(QFrame):
    """Title of the chat, whether Keepwise learns, and what can be shown or hidden. Always visible."""

    learning_toggled = Signal()
    theme_toggled = Signal()
    sidebar_toggled = Signal()
    menu_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "header")
        layout = row(self, margins=(24, 8, 12, 8), gap=4)
        self.title = ElidedLabel("New chat", "title")
        self.more = IconButton("more", "Chat menu: rename, pin, delete")
        self.more.clicked.connect(self.menu_wanted)
        self.learning: QPushButton = button("", self.learning_toggled.emit, role="state")
        self.theme = IconButton("moon", "Dark theme")
        self.theme.clicked.connect(self.theme_toggled)
        self.sidebar = IconButton("sidebar", "Show or hide what was learned (Ctrl+B)")
        self.sidebar.clicked.connect(self.sidebar_toggled)
        layout.addWidget(self.title, 1)
        layout.addWidget(self.more)
        layout.addSpacing(8)
        layout.addWidget(self.learning)
        layout.addSpacing(4)
        layout.addWidget(self.theme)
        layout.addWidget(self.sidebar)
        self.show_paused(False)
        self.show_theme()

    def show_paused(self, paused: bool) -> None:
        """Whether learning is paused."""
        self.learning.setText("Learning paused" if paused else "Learning on")
        act = "Resume learning" if paused else "Pause learning"
        self.learning.setToolTip(act)
        self.learning.setAccessibleName(f"{self.learning.text()}. {act}")
        restyle(self.learning, "paused", paused)

    def show_theme(self) -> None:
        """Offer the theme that is not in force."""
        dark = colours().name == "dark"
        self.theme.set_icon("sun" if dark else "moon")
        self.theme.set_label("Light theme" if dark else "Dark theme")


class StatusLine(QFrame):
    """Model, speed, how full its context is, and what learning does."""

    def __init__(self, model_name: str, limit: int) -> None:
        super().__init__()
        self.setProperty("role", "status")
        self._limit = limit
        layout = row(self, margins=(16, 4, 16, 5), gap=16)
        self.model = ElidedLabel(model_name or "No model", "caption")
        self.model.setFixedWidth(min(self.model.sizeHint().width(), 200))
        self.model.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.speed = label("", "caption")
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setFixedSize(72, 6)
        self.meter.setRange(0, max(limit, 1))
        self.context = label("", "caption")
        self.learning = ElidedLabel("", "caption")
        self.learning.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for part in (self.model, self.speed, self.meter, self.context):
            layout.addWidget(part)
        layout.addWidget(self.learning, 1)
        self.show_context(0)

    def show_timings(self, timings: Timings) -> None:
        """Speed of the last answer; nothing when none was generated."""
        speed = timings.tokens_per_second
        self.speed.setText(f"{speed:.1f} tokens/s" if speed else "")
        self.speed.setVisible(bool(speed) and not self._narrow)

    def show_context(self, used: int) -> None:
        """How many tokens of the model's context the conversation fills."""
        known = self._limit > 0 and used > 0
        self.meter.setVisible(known)
        self.context.setVisible(known and not self._narrow)
        self.meter.setValue(min(used, self._limit))
        self.context.setText(f"{used:,} of {self._limit:,} tokens")
        self.meter.setAccessibleName(f"Context used: {self.context.text()}")
        self.meter.setToolTip("How much of what the model can read at once this chat fills")
        restyle(self.meter, "full", self._limit > 0 and used > self._limit * 0.85)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.speed.setVisible(bool(self.speed.text()) and not self._narrow)
        self.context.setVisible(self.meter.isVisibleTo(self) and not self._narrow)

    @property
    def _narrow(self) -> bool:
        return self.width() < 600

    def show_learning(self, words: str) -> None:
        """What learning does, or that it waits."""
        self.learning.set_full(words)
