"""Find in chat: every place where the words stand, in all messages, also in those that are not there as widgets yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame

from desktop.chat.blocks import FlatText
from desktop.chat.markdown import plain
from desktop.chat.message import MessageView
from desktop.chat.transcript import Transcript
from desktop.tongue import number, tr
from desktop.widgets import IconButton, SearchField, label, row

_WAIT_MS = 120


class FindBar(QFrame):
    """A line above the transcript. Enter goes on to the next place, Shift+Enter back, Escape closes it."""

    closed = Signal()

    def __init__(self, transcript: Transcript) -> None:
        super().__init__()
        self.setProperty("role", "findbar")
        self.setAccessibleName(tr("Find in this chat"))
        self._transcript = transcript
        self._texts: list[str] = []
        self._found: list[tuple[int, int]] = []
        self._at = -1
        self.field = SearchField(tr("Find in this chat"), tr("Find in this chat"))
        self.count = label("", "caption")
        self.back = IconButton("chevron-up", tr("Previous place (Shift+Enter)"))
        self.on = IconButton("chevron-down", tr("Next place (Enter)"))
        shut = IconButton("close", tr("Close the search (Esc)"))
        layout = row(self, margins=(24, 8, 16, 8), gap=4)
        layout.addWidget(self.field, 1)
        layout.addSpacing(4)
        layout.addWidget(self.count)
        for part in (self.back, self.on, shut):
            layout.addWidget(part)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.search)
        self.field.textChanged.connect(lambda _: self._wait.start())
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        shut.clicked.connect(self.close_bar)
        transcript.moved.connect(self._mark_new)
        self.hide()

    @property
    def words(self) -> str:
        """What is looked for; "" while the bar is closed."""
        return self.field.text().strip() if not self.isHidden() else ""

    def open(self) -> None:
        """Show the bar with the keyboard in it, and read the chat anew."""
        self.show()
        self._texts = []
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.search()

    def close_bar(self) -> None:
        """Take the bar and its marks away."""
        if not self.isHidden():
            self._wait.stop()
            self.hide()
            self._mark_all()
            self.closed.emit()

    def forget(self) -> None:
        """Another chat is shown, or this one has changed: what was found holds no longer."""
        self._texts, self._found, self._at = [], [], -1
        if not self.isHidden():
            self.search()

    def search(self) -> None:
        """Look for what is written, and go to the nearest place from the end of what is seen."""
        self._wait.stop()
        words = self.words.casefold()
        if not self._texts:
            turns = [entry.turn for entry in self._transcript.shown]
            self._texts = [(turn.text if turn.role == "user" else plain(turn.text)).casefold() for turn in turns]
        counts = ((place, text.count(words)) for place, text in enumerate(self._texts) if words)
        self._found = [(place, number) for place, count in counts for number in range(count)]
        seen = self._transcript.in_sight()
        before = [n for n, (place, _) in enumerate(self._found) if not seen or place < seen.stop]
        self._at = before[-1] if before else min(len(self._found), 1) - 1
        self._mark_all()
        self._show()

    def step(self, by: int) -> None:
        """Go to the next place or back, around the end."""
        if self._wait.isActive():
            self.search()
        elif self._found:
            self._at = (self._at + by) % len(self._found)
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self.isHidden():
            QTimer.singleShot(0, self, self._show)  # the messages are drawn anew, without their marks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        place = tr("{here} of {all}").format(here=number(self._at + 1), all=number(len(self._found)))
        self.count.setText((place if self._found else tr("Nothing found")) if self.words else "")
        for pressed in (self.back, self.on):
            pressed.setEnabled(len(self._found) > 1)
        if self._found:
            self._go(*self._found[self._at])

    def _go(self, place: int, number: int) -> None:
        view = self._transcript.view(place)
        if not self._in_sight(view):
            self._transcript.go(place)
        self._mark_all()
        places = _places(view, self.words)
        if not places:
            return
        text, cursor = places[min(number, len(places) - 1)]
        text.mark_places([p for t, p in places if t is text], cursor)
        top = text.mapTo(view, QPoint(0, text.cursorRect(cursor).top())).y()
        below = view.y() + top - self._transcript.verticalScrollBar().value()
        height = self._transcript.viewport().height()
        if not 24 <= below <= height - 80:
            self._transcript.go(place, top - height // 3)

    def _in_sight(self, view: MessageView) -> bool:
        made = self._transcript.made
        return any(made.get(place) is view for place in self._transcript.in_sight())

    def _mark_all(self) -> None:
        for view in self._transcript.views:
            self._mark(view)

    def _mark_new(self) -> None:
        if self.words:
            for view in self._transcript.views:
                if view.property("found") != self.words:
                    self._mark(view)

    def _mark(self, view: MessageView) -> None:
        if self.words or view.property("found"):
            for text in view.texts():
                text.mark_places(text.places(self.words))
            view.setProperty("found", self.words)


def _places(view: MessageView, words: str) -> list[tuple[FlatText, QTextCursor]]:
    return [(text, place) for text in view.texts() for place in text.places(words)]
