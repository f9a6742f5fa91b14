"""The building blocks of the settings: a row with words and a control, sections of rows, and the controls themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QPlainTextEdit, QWidget

from desktop.widgets import column, label, restyle, row


class Choice(QComboBox):
    """A list of (value, words) to choose one of; says `picked(value)` when the person did. The wheel scrolls the page."""

    picked = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._values: list[Any] = []
        self.offer(options)
        self.activated.connect(lambda place: self.picked.emit(self._values[place]))

    def offer(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer these instead."""
        self.clear()
        self._values = [value for value, _ in options]
        self.addItems([words for _, words in options])

    def value(self) -> Any:
        """What is chosen; None when there is nothing to choose."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def show_value(self, value: object) -> None:
        """Show what is chosen, without saying so."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Words(QPlainTextEdit):
    """Some lines of text; says `picked(text)` when the keyboard leaves them changed."""

    picked = Signal(object)

    def __init__(self, name: str, example: str, lines: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._fit()
        self._shown = ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._lines * self.fontMetrics().lineSpacing() + 22)

    def show_value(self, value: object) -> None:
        """Show a text, without saying so."""
        self._shown = str(value)
        if self.toPlainText() != self._shown:
            self.setPlainText(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        text = self.toPlainText().strip()
        if text != self._shown:
            self._shown = text
            self.picked.emit(text)


class SettingRow(QFrame):
    """A name, what it does in one sentence, and a control beside it (or below, for a wide one)."""

    def __init__(self, name: str, about: str, control: QWidget | None = None, *, wide: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.words = f"{name} {about}".casefold()
        layout = column(self, margins=(16, 10, 12, 10), gap=8)
        line = row(gap=16)
        text = column(gap=2)
        text.addWidget(label(name, "strong", wrap=True))
        self.about = label(about, "caption", wrap=True)
        text.addWidget(self.about)
        if not about:
            self.about.hide()
        line.addLayout(text, 1)
        layout.addLayout(line)
        if control is not None and wide:
            layout.addWidget(control)
        elif control is not None:
            line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def tell(self, words: str) -> None:
        """Say another sentence below the name; "" for none."""
        self.about.setText(words)
        self.about.setVisible(bool(words))
        restyle(self.about, "bad", False)


class Section(QWidget):
    """A heading and its rows; hides itself when a search leaves none of them."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title.casefold()
        self._layout = column(self, margins=(0, 8, 0, 0), gap=6)
        self._layout.addWidget(label(title, "section"))
        self.rows: list[SettingRow] = []

    def add(self, name: str, about: str, control: QWidget | None = None, *, wide: bool = False) -> SettingRow:
        """Add a row."""
        made = SettingRow(name, about, control, wide=wide)
        self.rows.append(made)
        self._layout.addWidget(made)
        return made

    def add_widget(self, widget: QWidget) -> None:
        """Add something below the rows that is not searched for."""
        self._layout.addWidget(widget)

    def search(self, words: str) -> bool:
        """Show the rows that hold all the words; whether there are any."""
        wanted = words.casefold().split()
        found = False
        for one in self.rows:
            fits = all(word in f"{self._title} {one.words}" for word in wanted)
            one.setVisible(fits)
            found = found or fits
        self.setVisible(found)
        return found


def buttons(*parts: QWidget) -> QWidget:
    """Some buttons side by side, as one control."""
    box = QWidget()
    line = row(box, gap=8)
    for part in parts:
        line.addWidget(part)
    return box
