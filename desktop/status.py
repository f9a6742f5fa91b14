"""The two thin lines of the window: the header with the state of learning, and the status line with the model's."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QSizePolicy

from desktop.keys import Keys
from desktop.mirror import end
from desktop.theme import colours, scaled
from desktop.tongue import decimal, number, tr, tr_later
from desktop.widgets import ElidedLabel, IconButton, button, label, restyle, row
from engine.events import Cost
from models.protocols import Timings

METER = tr_later("How much of what the model can read at once this chat fills")


class Header(QFrame):
    """Title of the chat, whether Keepwise learns, and what can be shown or hidden. Always visible."""

    learning_toggled = Signal()
    theme_toggled = Signal()
    sidebar_toggled = Signal()
    menu_wanted = Signal()
    settings_wanted = Signal()
    models_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self._keys: Keys | None = None
        layout = row(self, margins=(24, 8, 12, 8), gap=4)
        self.title = ElidedLabel(tr("New chat"), "title")
        self.more = IconButton("more", tr("Chat menu: rename, pin, delete"))
        self.more.clicked.connect(self.menu_wanted)
        self.learning: QPushButton = button("", self.learning_toggled.emit, role="state")
        self.theme = IconButton("moon", tr("Dark theme"))
        self.theme.clicked.connect(self.theme_toggled)
        self.sidebar = IconButton("sidebar", tr("Show or hide what was learned"))
        self.sidebar.clicked.connect(self.sidebar_toggled)
        self.remote: QPushButton = button("", self.models_wanted.emit, role="state")
        restyle(self.remote, "paused", True)
        self.remote.hide()
        self.settings = IconButton("settings", tr("Settings"))
        self.settings.clicked.connect(self.settings_wanted)
        layout.addWidget(self.title, 1)
        layout.addWidget(self.more)
        layout.addSpacing(8)
        layout.addWidget(self.remote)
        layout.addSpacing(4)
        layout.addWidget(self.learning)
        layout.addSpacing(4)
        layout.addWidget(self.theme)
        layout.addWidget(self.settings)
        layout.addWidget(self.sidebar)
        self.show_paused(False)
        self.show_theme()

    def show_keys(self, keys: Keys) -> None:
        """Name the keys that do the same as the buttons."""
        self._keys = keys
        self.sidebar.set_label(keys.hint(tr("Show or hide what was learned"), "sidebar"))
        self.settings.set_label(keys.hint(tr("Settings"), "settings"))
        self.show_paused(bool(self.learning.property("paused")))
        self.show_theme()

    def show_paused(self, paused: bool) -> None:
        """Whether learning is paused."""
        self.learning.setText(tr("Learning paused") if paused else tr("Learning on"))
        act = tr("Resume learning") if paused else tr("Pause learning")
        self.learning.setToolTip(self._keys.hint(act, "learning") if self._keys else act)
        self.learning.setAccessibleName(f"{self.learning.text()}. {act}")
        restyle(self.learning, "paused", paused)

    def show_remote(self, host: str) -> None:
        """The permanent mark while what is written leaves this computer; `host` is empty when it does not."""
        self.remote.setText(tr("Leaves this computer"))
        words = tr(
            "Answers come from {host}: what you write is sent there. Click to choose a model on this computer"
        ).format(host=host)
        self.remote.setToolTip(words)
        self.remote.setAccessibleName(words)
        self.remote.setVisible(bool(host))

    def show_theme(self) -> None:
        """Offer the theme that is not in force."""
        dark = colours().name == "dark"
        self.theme.set_icon("sun" if dark else "moon")
        words = tr("Light theme") if dark else tr("Dark theme")
        self.theme.set_label(self._keys.hint(words, "theme") if self._keys else words)


class StatusLine(QFrame):
    """Model, speed, how full its context is and with what, downloads, and what learning does."""

    models_wanted = Signal()
    work_stopped = Signal()
    """What is on its way is not wanted any more."""

    def __init__(self, model_name: str, limit: int) -> None:
        super().__init__()
        self.setProperty("role", "status")
        self._limit, self._used = limit, 0
        self._keys: Keys | None = None
        self._words = ""
        layout = row(self, margins=(16, 4, 16, 5), gap=16)
        self.model = button("", self.models_wanted.emit, role="model")
        self.model.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.work = ElidedLabel("", "caption")
        self.speed = label("", "caption")
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setFixedSize(72, 6)
        self.meter.setRange(0, max(limit, 1))
        self.context = label("", "caption")
        self.stop_work = IconButton("close", tr("Stop the import"))
        self.stop_work.clicked.connect(self.work_stopped)
        self.learning = ElidedLabel("", "caption")
        self.learning.setAlignment(end() | Qt.AlignmentFlag.AlignVCenter)
        for part in (self.model, self.speed, self.meter, self.context):
            layout.addWidget(part)
        layout.addWidget(self.work, 1)
        layout.addWidget(self.stop_work)
        layout.addWidget(self.learning, 1)
        self.work.hide()
        self.stop_work.hide()
        self.show_model(model_name, limit)

    def show_model(self, name: str, limit: int) -> None:
        """The model that speaks, "" for none, and the tokens that it holds."""
        self._limit = limit
        self.meter.setRange(0, max(limit, 1))
        self.show_context(self._used)
        words = self._words = name or tr("No model")
        self.model.setText(self.model.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, scaled(190)))
        if self._keys is not None:
            self.show_keys(self._keys)
        self.model.setAccessibleName(tr("Model: {words}. Show the models").format(words=words))

    def show_keys(self, keys: Keys) -> None:
        """Name the keys that do the same as the buttons."""
        self._keys = keys
        about = keys.hint(tr("Click for the models"), "models")
        self.model.setToolTip(f"{self._words}. {about}")

    def show_work(self, words: str, *, stops: bool = False) -> None:
        """What is on its way beside the conversation, such as a download; "" for nothing. stops: an import, with its cross."""
        self.work.set_full(words)
        self.work.setVisible(bool(words))
        self.stop_work.setVisible(bool(words) and stops)

    def show_cost(self, cost: Cost) -> None:
        """What the prompt of the last message was made of, as the meter's tooltip."""
        parts = (
            (tr("Instructions, profile and tools"), cost.system),
            (tr("Recalled for the message"), cost.recalled),
            (tr("Earlier messages"), cost.history),
            (tr("The message"), cost.message),
            (tr("Kept free for the answer"), cost.room),
        )
        self.meter.setToolTip(
            "\n".join(
                [
                    tr(METER),
                    *(tr("{words}: {count} tokens").format(words=words, count=number(count)) for words, count in parts),
                ]
            )
        )
        self.context.setToolTip(self.meter.toolTip())

    def show_timings(self, timings: Timings) -> None:
        """Speed of the last answer; nothing when none was generated."""
        speed = timings.tokens_per_second
        self.speed.setText(tr("{speed} tokens/s").format(speed=decimal(speed)) if speed else "")
        self.speed.setVisible(bool(speed) and not self._narrow)

    def show_context(self, used: int) -> None:
        """How many tokens of the model's context the conversation fills."""
        self._used = used
        known = self._limit > 0 and used > 0
        self.meter.setVisible(known)
        self.context.setVisible(known and not self._narrow)
        self.meter.setValue(min(used, self._limit))
        self.context.setText(tr("{used} of {limit} tokens").format(used=number(used), limit=number(self._limit)))
        self.meter.setAccessibleName(tr("Context used: {text}").format(text=self.context.text()))
        if not used:
            self.meter.setToolTip(tr(METER))
        restyle(self.meter, "full", self._limit > 0 and used > self._limit * 0.85)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.speed.setVisible(bool(self.speed.text()) and not self._narrow)
        self.context.setVisible(self.meter.isVisibleTo(self) and not self._narrow)

    @property
    def _narrow(self) -> bool:
        return self.width() < scaled(600)

    def show_learning(self, words: str) -> None:
        """What learning does, or that it waits; "" for nothing."""
        self.learning.set_full(words)
