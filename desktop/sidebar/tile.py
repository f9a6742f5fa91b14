"""What a card and an entity's row have in common: the keyboard, being selected, and the buttons that appear on demand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame

from desktop.tongue import tr, tr_later
from desktop.widgets import IconButton, restyle, row

KEYS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
    Qt.Key.Key_E: "edit",
    Qt.Key.Key_Delete: "forget",
    Qt.Key.Key_Space: "select",
    Qt.Key.Key_P: "pin",
    Qt.Key.Key_Menu: "menu",
}
HINT = tr_later("Arrow keys move, Enter opens, E edits, Delete forgets, Space selects, P pins, Menu key for more")


class Tile(QFrame):
    """Asks for things by `asked(what, tile)`, where what is one of `KEYS` or of its buttons; it does nothing itself.

    ids: of the items it stands for. buttons: (drawing, words, what) of those that appear while it is pointed at.
    """

    asked = Signal(str, object)

    def __init__(self, role: str, buttons: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleDescription(tr(HINT))
        self.ids: tuple[str, ...] = ()
        self.readonly = False
        self.bar = QFrame(self)
        self.bar.setProperty("role", "bar")
        layout = row(self.bar, margins=(2, 0, 2, 0), gap=4)
        for drawing, words, what in buttons:
            pressed = IconButton(drawing, tr(words))
            pressed.setObjectName(what)
            pressed.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has keys and the menu for each of them
            pressed.clicked.connect(lambda _=False, what=what: self.asked.emit(what, self))
            layout.addWidget(pressed)
        self.bar.hide()

    @property
    def busy(self) -> bool:
        """Whether something is being done with it that must not be lost."""
        return False

    @property
    def selected(self) -> bool:
        """Whether it is one of several that are chosen."""
        return bool(self.property("selected"))

    def set_selected(self, selected: bool) -> None:
        """Show it as chosen or not."""
        restyle(self, "selected", selected)

    def name_it(self, words: str) -> None:
        """What a screen reader says of it; its buttons are named after it."""
        self.setAccessibleName(words)
        for pressed in self.bar.findChildren(IconButton):
            pressed.setAccessibleName(f"{pressed.toolTip()}: {words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        what = KEYS.get(Qt.Key(event.key()))
        free = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if what is None or not free or self.busy:
            super().keyPressEvent(event)
        else:
            self.asked.emit(what, self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit("menu", self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.asked.emit("select", self)
        else:
            super().mousePressEvent(event)
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.button() == Qt.MouseButton.LeftButton and plain and self.rect().contains(event.position().toPoint()):
            self.asked.emit("click", self)

    def menu_place(self) -> QPoint:
        """Where a menu of it opens."""
        return self.mapToGlobal(QPoint(24, min(self.height(), 40)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_bar()
        self.asked.emit("focus", self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_bar()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_bar()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def _show_bar(self) -> None:
        wanted = (self.underMouse() or self.hasFocus()) and not self.readonly and not self.busy
        self.bar.setVisible(wanted)
        if wanted:
            self._place_bar()
            self.bar.raise_()

    def _place_bar(self) -> None:
        self.bar.adjustSize()
        self.bar.move(self.width() - self.bar.width() - 5, self._bar_middle() - self.bar.height() // 2)

    def _bar_middle(self) -> int:
        """Pixels from the top to the middle of the buttons: over what is least missed while they are there."""
        return self.height() // 2
