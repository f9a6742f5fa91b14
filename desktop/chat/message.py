"""One message of the transcript: what a question and an answer have in common, and the question with its bubble."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLineEdit, QMenu, QPlainTextEdit, QWidget

from desktop.chat.blocks import FlatText, confirm
from desktop.chat.editing import QuestionEditor
from desktop.chat.files import FileRow
from desktop.chat.hub import Hub
from desktop.chat.versions import VersionArrows
from desktop.motion import still
from desktop.tongue import tr, tr_n
from desktop.widgets import IconButton, column, frame, label, restyle, row
from desktop.words import full_date
from engine.attachments import attached
from engine.item import Item, Turn

BUBBLE_SHARE = 0.78
FLASH_MS = 1800
Action = tuple[str, Callable[[], object]]
"""Words of a menu, and what they do."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A turn with what hangs on it, ready to be shown: items, and the ids of all its versions when there are several."""

    turn: Turn
    items: tuple[Item, ...] = field(default=())
    versions: tuple[str, ...] = field(default=())


class MessageView(QWidget):
    """What a question and an answer have in common: the id of a turn, a menu, and a flash when one jumps to it."""

    INSET = 10
    """Pixels by which the box that lights up is wider than the text on its left."""

    def __init__(self, turn_id: str, hub: Hub) -> None:
        super().__init__()
        self.turn_id = turn_id
        self.hub = hub
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._outer = column(self, gap=8)
        self._box = frame("message")
        self._divider: QFrame | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLASH_MS)
        self._timer.timeout.connect(lambda: restyle(self._box, "flash", False))

    @property
    def flashing(self) -> bool:
        """Whether the message is lit up because one jumped to it."""
        return bool(self._box.property("flash"))

    def texts(self) -> list[FlatText]:
        """The text blocks, in order."""
        return self.findChildren(FlatText)

    def flash(self, quote: str = "") -> None:
        """Light up for a moment, and mark the exact words that something rests on; with less motion, be held instead."""
        for text in self.texts():
            text.mark(quote)
        if still():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        restyle(self._box, "flash", True)
        self._timer.start()

    def height_for(self, width: int) -> int:
        """How tall it is at this width, in pixels."""
        return self._outer.heightForWidth(width) if self._outer.hasHeightForWidth() else self._outer.sizeHint().height()

    def held(self) -> bool:
        """Whether it must stay although it is far away: it has the keyboard or selected text."""
        focused = QApplication.focusWidget()
        selected = any(text.textCursor().hasSelection() for text in self.texts())
        return selected or (focused is not None and (focused is self or self.isAncestorOf(focused)))

    def stops(self) -> list[QWidget]:
        """What Tab goes to in it, in order."""
        able = [w for kind in (QAbstractButton, QLineEdit, QPlainTextEdit) for w in self.findChildren(kind)]
        stops = [w for w in able if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return sorted(stops, key=lambda w: (w.mapTo(self, w.rect().center()).y() // 24, w.mapTo(self, w.pos()).x()))

    def actions_here(self) -> list[Action]:
        """What can be done with the message, for its menu."""
        return []

    def menu(self) -> QMenu:
        """All acts on the message; with selected text, copying that comes first."""
        menu = QMenu(self)
        for text in self.texts():
            if text.textCursor().hasSelection():
                menu.addAction(tr("Copy selected text"), text.copy)
                menu.addSeparator()
        for words, act in self.actions_here():
            menu.addAction(words, act)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def show_divider(self, left_out: int) -> None:
        """Say above the message that so many before it are no longer sent to the model; 0 says nothing."""
        if self._divider is not None:
            self._divider.hide()
            self._divider.deleteLater()
            self._divider = None
        if left_out:
            self._divider = frame("divider")
            line = row(self._divider, margins=(0, 6, 0, 6))
            words = tr_n(
                "Older messages are no longer sent to the model ({n} messages)",
                "Older messages are no longer sent to the model ({n} message)",
                left_out,
            )
            text = label(words, "caption", wrap=True)
            text.setToolTip(tr("The model's context is full. What was learned from them is still recalled."))
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.addWidget(text)
            self._outer.insertWidget(0, self._divider)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu().popup(self.mapToGlobal(self.rect().topLeft()) if by_key else event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        restyle(self._box, "held", event.reason() != Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        restyle(self._box, "held", False)


class QuestionView(MessageView):
    """What the user wrote, in a bubble on the right; it turns into a field when it is changed."""

    def __init__(self, turn_id: str, text: str, hub: Hub, when: str = "") -> None:
        super().__init__(turn_id, hub)
        self.text = text
        self._ideal = 0
        self._editor: QuestionEditor | None = None
        self._line = QWidget()
        line = row(self._line, gap=4)
        self._edit = IconButton("edit", tr("Edit message"), host=self)
        self._edit.clicked.connect(self.edit)
        self._copy = IconButton("copy", tr("Copy message"), host=self)
        self._copy.clicked.connect(self.copy)
        restyle(self._box, "role", "bubble")
        inner = column(self._box, margins=(16, 10, 16, 10), gap=8)
        self.files = FileRow(self)
        inner.addWidget(self.files)
        self.body = FlatText(tr("Your message"))
        self.body.setPlainText(text)
        self.body.setToolTip(when)
        inner.addWidget(self.body)
        line.addStretch(1)
        line.addWidget(self._edit)
        line.addWidget(self._copy)
        line.addWidget(self._box)
        self._outer.addWidget(self._line)
        self.arrows = VersionArrows(hub, "message")
        self._outer.addWidget(self.arrows, 0, Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(tr("You: {text}").format(text=text))
        self.setAccessibleDescription(when)

    @property
    def editor(self) -> QuestionEditor | None:
        """The field, while the message is changed."""
        return self._editor

    def copy(self) -> None:
        """Put the message on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)
        confirm(self._copy, "copy", tr("Copy message"))

    def edit(self) -> None:
        """Turn into a field; sending it lets the chat go on from here."""
        if self._editor is None and self.turn_id:
            self._editor = QuestionEditor(self.text)
            self._editor.sent.connect(self._send)
            self._editor.cancelled.connect(self.stop_editing)
            self._line.hide()
            self._outer.insertWidget(self._outer.indexOf(self._line), self._editor)
            self._editor.focus()

    def stop_editing(self) -> None:
        """Turn back into a bubble."""
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self._line.show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def height_for(self, width: int) -> int:
        if not self._ideal:
            probe = QTextDocument()
            probe.setDefaultFont(self.body.font())
            probe.setDocumentMargin(0)
            probe.setPlainText(self.text)
            self._ideal = math.ceil(probe.idealWidth()) + 2
        wanted = max(24, min(self._ideal, int(width * BUBBLE_SHARE) - 32))
        if self.body.maximumWidth() != wanted:
            self.body.setFixedWidth(wanted)
        return super().height_for(width)

    def held(self) -> bool:
        return self._editor is not None or super().held()

    def actions_here(self) -> list[Action]:
        changing: list[Action] = [(tr("Edit message"), self.edit)] if self.turn_id else []
        return [(tr("Copy message"), self.copy), *changing, *other_versions(self.arrows)]

    def show_versions(self, ids: Sequence[str]) -> None:
        """Offer the other versions of the message."""
        self.arrows.show_versions(ids, self.turn_id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._ideal = 0

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._line.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._line.update()

    def _send(self, text: str) -> None:
        self.stop_editing()
        if text != self.text:
            self.hub.edit.emit(self.turn_id, text)


def other_versions(arrows: VersionArrows) -> list[Action]:
    """Menu entries for the arrows that lead somewhere."""
    steps = ((arrows.back, -1, tr("Earlier version")), (arrows.on, 1, tr("Later version")))
    there = [] if arrows.isHidden() else [(by, words) for pressed, by, words in steps if pressed.isEnabled()]
    return [(words, partial(arrows.step, by)) for by, words in there]


def question_of(shown: Shown, hub: Hub) -> QuestionView:
    """The widget of a message as it is kept in the database."""
    view = QuestionView(shown.turn.id, shown.turn.text, hub, full_date(shown.turn.created_at))
    view.show_versions(shown.versions)
    view.files.show_files(attached(shown.turn.data))
    return view
