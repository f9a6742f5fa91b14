"""Writing an item by hand: the small form that a card turns into while it is edited, and that Add opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QFrame, QLineEdit, QPlainTextEdit

from desktop.sidebar import shapes
from desktop.sidebar.shapes import FORMS, Line, field_label
from desktop.tongue import tr
from desktop.widgets import button, column, label, row
from desktop.words import store_words
from engine.item import Item


class ItemEditor(QFrame):
    """Text of an item with the lines that its store has beside it. Says `saved(text, data)` or `cancelled()`.

    `subject` is the first line of a new item, what or whom it is about, where its store has one.
    """

    saved = Signal(str, object)
    cancelled = Signal()

    def __init__(self, store: str, item: Item | None = None) -> None:
        super().__init__()
        self.setProperty("role", "editor")
        self._store, self._item = store, item
        self._lines: dict[str, QLineEdit | QComboBox] = {}
        layout = column(self, margins=(12, 10, 12, 12), gap=8)
        wanted = [line for line in FORMS.get(store, ()) if item is None or not line.once]
        if item is not None and store in ("user_profile", "session_context"):
            layout.addWidget(label(field_label(item.key), "caption"))
        for line in wanted:
            if not line.after:
                layout.addWidget(self._line(line))
        first = next(iter(self._lines.values()), None)
        self.subject = first if isinstance(first, QLineEdit) and item is None else None
        self.field = _Field(1 if store == "user_profile" else 3)
        self.field.setAccessibleName(tr("Value") if store == "user_profile" else tr("Text"))
        self.field.setPlaceholderText(store_words(store).example)
        self.field.setPlainText(shapes.editable(item) if item is not None else "")
        self.field.save.connect(self.save)
        self.field.cancel.connect(self.cancelled)
        layout.addWidget(self.field)
        for line in wanted:
            if line.after:
                layout.addWidget(self._line(line))
        self.problem = label("", "wrong", wrap=True)
        self.problem.hide()
        layout.addWidget(self.problem)
        end = row()
        end.addStretch(1)
        end.addWidget(button(tr("Cancel"), self.cancelled.emit))
        end.addWidget(button(tr("Save"), self.save, role="primary"))
        layout.addLayout(end)

    def _line(self, line: Line) -> QLineEdit | QComboBox:
        made = _choice(line) if line.fixed else _line(line)
        if isinstance(made, QLineEdit):
            made.returnPressed.connect(self.save)
            if self._item is not None:
                made.setText(shapes.values(self._item).get(line.name, ""))
        self._lines[line.name] = made
        return made

    def line(self, name: str) -> QLineEdit | QComboBox:
        """The line of that name, as `shapes.FORMS` has it."""
        return self._lines[name]

    def focus(self) -> None:
        """Put the keyboard into the first field."""
        self.show()  # a widget put into a shown layout becomes visible, and able to take the keyboard, only later
        first = next(iter(self._lines.values()), self.field) if self._item is None else self.field
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def save(self) -> None:
        """Say what was written; what is missing is said in the form."""
        text = self.field.toPlainText().strip()
        lines = {name: _text(made) for name, made in self._lines.items()}
        wrong = shapes.problem(self._store, text, lines)
        self.problem.setText(wrong)
        self.problem.setVisible(bool(wrong))
        if not wrong:
            self.saved.emit(*shapes.entry(self._store, self._item, text, lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class _Field(QPlainTextEdit):
    """Lines of text. Ctrl+Enter saves (Enter too, where there is one line only), Escape cancels."""

    save = Signal()
    cancel = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._single = lines == 1
        self.setTabChangesFocus(True)
        if self._single:
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = lines
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._lines * self.fontMetrics().lineSpacing() + 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.cancel.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (control or self._single):
            self.save.emit()
        else:
            super().keyPressEvent(event)


def _choice(line: Line) -> QComboBox:
    made = QComboBox()
    made.addItems([tr(choice) for choice in line.choices])
    made.setAccessibleName(tr(line.title))
    made.view().setAccessibleName(tr(line.title))
    return made


def _line(line: Line) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(tr(line.title))
    made.setPlaceholderText(tr(line.example))
    if line.choices:
        completer = QCompleter([tr(choice) for choice in line.choices], made)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setCompleter(completer)
    return made


def _text(line: QLineEdit | QComboBox) -> str:
    return (line.currentText() if isinstance(line, QComboBox) else line.text()).strip()
