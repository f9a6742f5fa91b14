"""Small pieces that every pane is built from: icon buttons, text buttons, labels that wrap, elide or badge."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon
from desktop.mirror import runs_right_to_left, start
from desktop.theme import colours, look, scaled
from desktop.words import breakable

L = TypeVar("L", bound=QLayout)


class IconButton(QToolButton):
    """A button that is only a drawing. `label` is its accessible name and its tooltip.

    A quiet one is painted only while its `host` is pointed at or the button has the keyboard, so that a list of
    messages or cards stays calm; it keeps its place and stays reachable by Tab.
    """

    _look = ("", 0)

    def __init__(self, name: str, label: str, *, tone: str = "muted", host: QWidget | None = None) -> None:
        super().__init__()
        self._name, self._tone, self._host = name, tone, host
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("role", "icon")
        self.set_label(label)
        self._draw()

    def set_label(self, label: str) -> None:
        """Change what the button says it does."""
        self.setToolTip(label)
        self.setAccessibleName(label)

    def set_icon(self, name: str, tone: str | None = None) -> None:
        """Show another drawing, optionally in the colour of another palette entry."""
        self._name, self._tone = name, tone or self._tone
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._look != look():
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._host is None or self._host.underMouse() or self.hasFocus():
            super().paintEvent(event)

    def _draw(self) -> None:
        self._look = look()
        self.setIconSize(QSize(scaled(18), scaled(18)))
        self.setIcon(icon(self._name, getattr(colours(), self._tone)))


class SearchField(QLineEdit):
    """A line to search by, with a glass in front and a cross to clear it."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self._glass = self.addAction(icon("search", colours().muted), QLineEdit.ActionPosition.LeadingPosition)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setClearButtonEnabled(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._glass.setIcon(icon("search", colours().muted))


class Page(QWidget):
    """What a scroll area scrolls, exactly as tall as its layout needs at its width.

    The layout's own least size assumes that every wrapped label is as narrow as it may get, which made a page up to a
    third taller than what stands on it.
    """

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return super().minimumSizeHint()
        return QSize(layout.minimumSize().width(), layout.heightForWidth(self.width()))


class IconLabel(QLabel):
    """A drawing that is not a button."""

    _look = ("", 0)

    def __init__(self, name: str, *, tone: str = "muted", size: int = 18) -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size
        self._draw()

    def set_icon(self, name: str, tone: str) -> None:
        """Show another drawing."""
        self._name, self._tone = name, tone
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._look != look():
            self._draw()

    def _draw(self) -> None:
        self._look = look()
        size = scaled(self._size)
        self.setFixedSize(size, size)
        self.setPixmap(icon(self._name, getattr(colours(), self._tone)).pixmap(size, size))


class ElidedLabel(QLabel):
    """One line of plain text that ends in "…" where the room ends; the whole text is its accessible name."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self._full = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAlignment(start() | Qt.AlignmentFlag.AlignVCenter)
        if role:
            self.setProperty("role", role)
        self.set_full(text)

    def set_full(self, text: str) -> None:
        """The text before it is cut."""
        self._full = " ".join(text.split())
        self.setAccessibleName(self._full)
        self._elide()

    def full(self) -> str:
        """The text before it is cut."""
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._elide()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._full) + 4, metrics.height() + 2)

    def _elide(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(self.width(), 8)))


class ElidedButton(QPushButton):
    """A button whose words end in "…" where the room ends; then the whole text is its tooltip."""

    def __init__(self, text: str, then: Callable[[], object], *, role: str = "plain", name: str = "") -> None:
        super().__init__(text)
        self._full = text
        self.setProperty("role", role)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: then())

    def full(self) -> str:
        """The text before it is cut."""
        return self._full

    def sizeHint(self) -> QSize:
        shown, around = self.fontMetrics().horizontalAdvance(self.text()), super().sizeHint()
        return QSize(around.width() - shown + self.fontMetrics().horizontalAdvance(self._full) + 2, around.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(80), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMaximumWidth(self.sizeHint().width())
        metrics = self.fontMetrics()
        room = self.width() - (self.sizeHint().width() - metrics.horizontalAdvance(self._full))
        self.setText(metrics.elidedText(self._full, Qt.TextElideMode.ElideRight, room + 2))
        self.setToolTip("" if self.text() == self._full else self._full)


def label(text: str = "", role: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """A label of plain text (never read as HTML: much of it was written by a model)."""
    result = QLabel(breakable(text) if wrap else text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    if wrap:
        result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if role:
        result.setProperty("role", role)
        result.setProperty("upright", runs_right_to_left(text))
    if selectable:
        result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result


def button(text: str, then: Callable[[], object], *, role: str = "plain", name: str = "") -> QPushButton:
    """A button with words. `role` is one that the style sheet knows; `name` a fuller accessible name."""
    result = QPushButton(text)
    result.setProperty("role", role)
    result.setAccessibleName(name or text)
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    result.setAutoDefault(False)
    result.clicked.connect(lambda _checked=False: then())
    return result


def frame(role: str) -> QFrame:
    """A box that the style sheet draws."""
    result = QFrame()
    result.setProperty("role", role)
    return result


def column(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0
) -> QVBoxLayout:
    """A vertical layout with its margins (left, top, right, bottom) and gap in pixels."""
    return _laid(QVBoxLayout(parent) if parent else QVBoxLayout(), margins, gap)


def row(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QHBoxLayout:
    """A horizontal layout with its margins and gap in pixels."""
    return _laid(QHBoxLayout(parent) if parent else QHBoxLayout(), margins, gap)


def _laid(layout: L, margins: tuple[int, int, int, int], gap: int) -> L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    return layout


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the style sheet selects on, and draw the widget anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets that stand directly in a layout, in order."""
    entries = (layout.itemAt(place) for place in range(layout.count()))
    return [widget for entry in entries if entry is not None and (widget := entry.widget()) is not None]


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and delete it."""
    while (entry := layout.takeAt(0)) is not None:
        if (inner := entry.widget()) is not None:
            inner.hide()
            inner.deleteLater()
        elif (nested := entry.layout()) is not None:
            clear(nested)
