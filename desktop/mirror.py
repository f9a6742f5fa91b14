"""What is drawn by hand follows the direction of the window: where a line starts, and rectangles seen from the other side.

Layouts mirror themselves. A text keeps its own direction wherever it stands; only the side that it starts at is the
window's.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle


def is_mirrored() -> bool:
    """Whether the window is laid out from right to left."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def start() -> Qt.AlignmentFlag:
    """The side where lines start, whatever the direction of the text."""
    side = Qt.AlignmentFlag.AlignRight if is_mirrored() else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def end() -> Qt.AlignmentFlag:
    """The side opposite to the start."""
    side = Qt.AlignmentFlag.AlignLeft if is_mirrored() else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignAbsolute


def seen(rect: QRect, area: QRect) -> QRect:
    """Where a rectangle that was reckoned from the left of `area` stands in this window."""
    return QStyle.visualRect(QGuiApplication.layoutDirection(), area, rect)


def back_key() -> Qt.Key:
    """The arrow key that leads back: to the side where lines start."""
    return Qt.Key.Key_Right if is_mirrored() else Qt.Key.Key_Left


def runs_right_to_left(text: str) -> bool:
    """Whether a text is read from right to left: by its first letter that has a direction."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def apart(text: str) -> str:
    """`text` kept together in its own direction within a line of another one, as the name of a key."""
    return f"\u2068{text}\u2069" if is_mirrored() else text
