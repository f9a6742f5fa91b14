"""Quiet notices: the banner for an error with its next step, and the toast that offers to take the last act back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from desktop.review.announce import announce
from desktop.tongue import tr
from desktop.widgets import ElidedLabel, IconButton, IconLabel, button, clear, column, label, row, widgets_in

TOAST_MS = 8000
Step = tuple[str, Callable[[], object]]


class Banner(QFrame):
    """An error in the flow of the window, never a dialog: what happened, what to do, and the buttons to do it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        layout = row(self, margins=(16, 12, 10, 12), gap=12)
        layout.addWidget(IconLabel("alert", tone="danger", size=20), 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        self.title = label("", "strong", wrap=True)
        self.message = label("", wrap=True, selectable=True)
        words.addWidget(self.title)
        words.addWidget(self.message)
        layout.addLayout(words, 1)
        self._steps = row(gap=6)
        layout.addLayout(self._steps)
        shut = IconButton("close", tr("Dismiss"))
        shut.clicked.connect(self.hide)
        layout.addWidget(shut, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_error(self, title: str, message: str, steps: Sequence[Step] = ()) -> None:
        """Show an error with its next steps, each a word and what it does; a step also closes the banner."""
        self.title.setText(title)
        self.message.setText(message)
        self.setAccessibleName(f"{title}. {message}")
        clear(self._steps)
        for words, act in steps:
            self._steps.addWidget(button(words, partial(self._take, act)))
        self.show()
        announce(self, f"{title}. {message}", again=True)

    def _take(self, act: Callable[[], object]) -> None:
        self.hide()
        act()


class Toast(QFrame):
    """One line at the bottom for eight seconds, with Undo. The pointer or the keyboard on it holds it."""

    undo = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self._around = parent
        self._act: int | None = None
        self._step: Callable[[], object] | None = None
        layout = row(self, margins=(16, 8, 8, 8), gap=12)
        self.words = ElidedLabel("", "toast")
        self.button = button(tr("Undo"), self._undo, role="toast")
        self._offers = row(gap=4)
        shut = IconButton("close", tr("Dismiss"), tone="on_toast")
        shut.clicked.connect(self.hide)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.button)
        layout.addLayout(self._offers)
        layout.addWidget(shut)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self._expire)
        parent.installEventFilter(self)
        self.hide()

    def show_words(self, words: str, act: int | None = None) -> None:
        """Show `words`; with an act, offer to take exactly that one back."""
        self._offer(words, tr("Undo") if act is not None else "", act, None)

    def show_step(self, words: str, name: str, step: Callable[[], object]) -> None:
        """Show `words`, and a button `name` that does `step`."""
        self._offer(words, name, None, step)

    def _offer(self, words: str, name: str, act: int | None, step: Callable[[], object] | None) -> None:
        self._act, self._step = act, step
        clear(self._offers)
        self.words.set_full(words)
        self.words.setToolTip(words)
        self.button.setText(name)
        self.button.setVisible(bool(name))
        self.button.setAccessibleName(f"{name}: {words}")
        self.setAccessibleName(words)
        self.show()
        self._place()
        self.raise_()
        announce(self, f"{words}. {name}" if name else words, again=True)
        self._timer.start(TOAST_MS if name else TOAST_MS // 2)

    def stand_over(self, parent: QWidget) -> None:
        """Stand at the bottom of another widget from now on."""
        shown = not self.isHidden()
        self._around.removeEventFilter(self)
        self._around = parent
        parent.installEventFilter(self)
        self.setParent(parent)
        self.setVisible(shown)
        self._place()

    def show_offers(self, words: str, act: int | None, offers: Sequence[Step]) -> None:
        """Show `words` with further buttons, each a word and what it does; one that was pressed ends the toast."""
        self.show_words(words, act)
        for name, step in offers:
            self._offers.addWidget(button(name, partial(self._take, step), role="toast", name=f"{name}: {words}"))
        self._place()
        if offers:
            self._timer.start(TOAST_MS)

    @property
    def offered(self) -> list[QWidget]:
        """The further buttons."""
        return widgets_in(self._offers)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        area = self._around.rect()
        further = sum(offer.sizeHint().width() + 8 for offer in self.offered)
        own = self.button.sizeHint().width() + 90 if self.button.text() else 76
        wanted = self.words.sizeHint().width() + own + further
        self.resize(min(wanted, area.width() - 48, 720), self.sizeHint().height())
        self.move((area.width() - self.width()) // 2, area.height() - self.height() - 12)

    def _expire(self) -> None:
        if self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self._around):
            self._timer.start()
        else:
            self.hide()

    def _take(self, step: Callable[[], object]) -> None:
        self.hide()
        step()

    def _undo(self) -> None:
        self.hide()
        if self._step is not None:
            self._step()
        else:
            self.undo.emit(self._act)
