"""The small forms of an entity's page: its name, what it is, a fact or event, a link."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit

from desktop.sidebar.shapes import key_of, type_label
from desktop.tongue import tr
from desktop.widgets import button, column, label, row
from engine.entities.graph import Entity
from engine.stores.entity_memory import TYPES


class Form(QFrame):
    """Lines with Save and Cancel. A subclass says in `told` what is wrong, or tells it and returns ""."""

    ended = Signal()

    def __init__(self, *lines: QLineEdit) -> None:
        super().__init__()
        self.setProperty("role", "editor")
        layout = column(self, margins=(12, 10, 12, 12), gap=8)
        self.first = lines[0]
        for line in lines:
            line.returnPressed.connect(self.save)
            layout.addWidget(line)
        self.problem = label("", "wrong", wrap=True)
        self.problem.hide()
        layout.addWidget(self.problem)
        end = row()
        end.addStretch(1)
        end.addWidget(button(tr("Cancel"), self.ended.emit))
        end.addWidget(button(tr("Save"), self.save, role="primary"))
        layout.addLayout(end)

    def save(self) -> None:
        """Say what was written, or what is missing."""
        wrong = self.told()
        self.problem.setText(wrong)
        self.problem.setVisible(bool(wrong))
        if not wrong:
            self.ended.emit()

    def told(self) -> str:
        """Tell what was written; returns what is wrong with it, or ""."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)


class NameForm(Form):
    """Another name."""

    saved = Signal(str)

    def __init__(self, name: str) -> None:
        self.name = _line(tr("Name"), name, "")
        super().__init__(self.name)

    def told(self) -> str:
        new = self.name.text().strip()
        if not new:
            return tr("Write a name first.")
        self.saved.emit(new)
        return ""


class AboutForm(Form):
    """Description, type and other names; what is left blank stays as it is."""

    saved = Signal(str, str, object)

    def __init__(self, entity: Entity) -> None:
        self.words = _line(tr("Description"), entity.description, tr("Who or what it is, in one line"))
        self.kind = _line(tr("Type"), type_label(entity.type), tr("Person, project, place…"), TYPES)
        self.also = _line(tr("Another name for it"), "", tr("Another name for it"))
        super().__init__(self.words, self.kind, self.also)

    def told(self) -> str:
        also = [name.strip() for name in self.also.text().split(",") if name.strip()]
        kind = key_of(self.kind.text(), TYPES).replace("_", " ")
        self.saved.emit(self.words.text().strip(), kind, also)
        return ""


class FactForm(Form):
    """A fact with an optional date, or the words of a link and its other end. Says `saved(text, date or None | other)`."""

    saved = Signal(str, object)

    def __init__(self, example: str, second: str = "", *, dated: bool = False) -> None:
        self.text = _line(example if not second else tr("How they are linked"), "", example)
        self._dated = dated
        self.second = _line(second or tr("Day"), "", second or tr("Day, if it happened on one: 2027-01-31"))
        super().__init__(self.text, self.second)

    def told(self) -> str:
        text, second = self.text.text().strip(), self.second.text().strip()
        if not text or not (second or self._dated):
            return tr("Write something first.")
        if not self._dated:
            self.saved.emit(text, second)
            return ""
        try:
            self.saved.emit(text, date.fromisoformat(second) if second else None)
        except ValueError:
            return tr("Write the day as 2027-01-31.")
        return ""


def _line(name: str, text: str, example: str, choices: tuple[str, ...] = ()) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setPlaceholderText(example)
    if choices:
        completer = QCompleter([type_label(choice) for choice in choices], made)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setCompleter(completer)
    return made
