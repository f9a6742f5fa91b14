"""The question in the chat (mode "Ask in the chat"): may these be remembered? Each with its own tick, all by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QFrame, QVBoxLayout

from desktop.flow import Flow
from desktop.review.announce import announce
from desktop.review.said import Said
from desktop.sidebar.card import about, sentence
from desktop.sidebar.editor import ItemEditor
from desktop.tongue import number, tr, tr_n
from desktop.widgets import IconButton, button, column, label, row
from desktop.words import breakable, store_words
from engine.item import Item


class Choice:
    """One item of the question: its tick, its words, and the form while it is edited. A row, no widget of its own."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.edited: str | None = None
        self.editor: ItemEditor | None = None
        self.tick = QCheckBox()
        self.tick.setChecked(True)
        self.words = label(sentence(item), wrap=True)
        caption = " · ".join(part for part in (store_words(item.store).title, about(item)) if part)
        self.caption = label(caption, "caption")
        self.pencil = IconButton("edit", tr("Edit"))
        self.layout = self._laid()
        self._name()

    def _laid(self) -> QVBoxLayout:
        layout = column(gap=4)
        line = row(gap=8)
        text = column(gap=0)
        text.addWidget(self.words)
        text.addWidget(self.caption)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(text, 1)
        line.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
        return layout

    @property
    def word(self) -> tuple[str, str, str | None]:
        """What is said of the item."""
        if not self.tick.isChecked():
            return self.item.id, "reject", None
        return self.item.id, "accept" if self.edited is None else "edit", self.edited

    def edit(self) -> None:
        """Open the form."""
        if self.editor is None:
            self.editor = ItemEditor(self.item.store, self.item)
            if self.edited is not None:
                self.editor.field.setPlainText(self.edited)
            self.editor.saved.connect(self._take)
            self.editor.cancelled.connect(self.close)
            self.layout.addWidget(self.editor)
            self.editor.focus()

    def close(self) -> None:
        """Close the form."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self.tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, text: str, data: object) -> None:
        self.edited = text
        self.words.setText(breakable(text))
        self.tick.setChecked(True)
        self._name()
        self.close()

    def _name(self) -> None:
        words = self.edited or self.item.text
        self.tick.setAccessibleName(tr("Remember: {words}").format(words=words))
        self.pencil.setAccessibleName(tr("Edit before saving (E): {words}").format(words=words))


class QuestionCard(QFrame):
    """Stands below the answer until it is answered; going on without an answer leaves suggestions. `answered(Said)`."""

    answered = Signal(object)

    def __init__(self, items: Sequence[Item]) -> None:
        super().__init__()
        self.setProperty("role", "question")
        self.choices = [Choice(item) for item in items]
        layout = column(self, margins=(16, 12, 16, 12), gap=10)
        self.head = label(tr_n("May I remember these?", "May I remember this?", len(items)), "strong")
        layout.addWidget(self.head)
        for choice in self.choices:
            choice.pencil.clicked.connect(choice.edit)
            choice.tick.toggled.connect(lambda _: self._count())
            layout.addLayout(choice.layout)
        layout.addLayout(self._answers())
        layout.addLayout(self._always())
        self.setAccessibleName(self.head.text())
        announce(self, " ".join((self.head.text(), *(item.text for item in items), tr("Press Control I to answer."))))
        self._count()

    def _answers(self) -> Flow:
        line = Flow(gap=8)
        self.save = button(tr("Save (A)"), self._save, role="primary", name=tr("Save what is asked (A)"))
        self.refuse = button(tr("Do not save (R)"), self._refuse, name=tr("Do not save what is asked (R)"))
        line.addWidget(self.save)
        line.addWidget(self.refuse)
        line.addWidget(label(tr("Space ticks · E edits"), "hint"))
        return line

    def _always(self) -> Flow:
        line = Flow(gap=16)
        for store in dict.fromkeys(choice.item.store for choice in self.choices):
            title = store_words(store).title
            name = tr("Save what is ticked, and save to {title} without asking from now on").format(title=title)
            pressed = button(
                tr("Always allow {title}").format(title=title).replace("&", "&&"),
                partial(self._save_always, store),
                role="inline",
                name=name,
            )
            pressed.setToolTip(name)
            line.addWidget(pressed)
        return line

    def focus(self) -> None:
        """Take the keyboard."""
        self.choices[0].tick.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _save(self) -> None:
        self.answered.emit(Said(tuple(choice.word for choice in self.choices)))

    def _refuse(self) -> None:
        self.answered.emit(Said(tuple((choice.item.id, "reject", None) for choice in self.choices)))

    def _save_always(self, store: str) -> None:
        words = [choice.word for choice in self.choices]
        mine = {choice.item.id for choice in self.choices if choice.item.store == store}
        always = [(i, "always" if verdict == "accept" and i in mine else verdict, text) for i, verdict, text in words]
        self.answered.emit(Said(tuple(always), (store,)))

    def _count(self) -> None:
        ticked = sum(choice.tick.isChecked() for choice in self.choices)
        many = len(self.choices) > 1
        self.save.setText(tr("Save {ticked} (A)").format(ticked=number(ticked)) if many else tr("Save (A)"))
        self.save.setEnabled(ticked > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = QApplication.focusWidget()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        chosen = next((choice for choice in self.choices if held in (choice.tick, choice.pencil)), None)
        if not plain or any(choice.editor is not None for choice in self.choices):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(held, QAbstractButton):
            (self.save if isinstance(held, QCheckBox) else held).click()
        elif event.key() == Qt.Key.Key_A:
            self.save.click()
        elif event.key() == Qt.Key.Key_R:
            self._refuse()
        elif event.key() == Qt.Key.Key_E and chosen is not None:
            chosen.edit()
        else:
            super().keyPressEvent(event)
