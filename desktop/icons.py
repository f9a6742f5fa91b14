"""The drawings of assets/icons, in the colours of the palette in force."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from desktop.assets import asset
from desktop.mirror import is_mirrored

DIRECTED = frozenset(("chevron-left", "chevron-right", "sidebar"))
"""Drawings that point to a side of the window."""


def icon(name: str, colour: str) -> QIcon:
    """The drawing assets/icons/<name>.svg in one colour, at 20 pixels and at 40 for large letters, sharp on fine screens too; it
    points along the window."""
    return _icon(name, colour, name in DIRECTED and is_mirrored())


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, flipped: bool) -> QIcon:
    drawing = asset("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    result = QIcon()
    for pixels, ratio in ((20, 1), (40, 1), (40, 2), (80, 2)):
        image = QPixmap(pixels, pixels)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        image.setDevicePixelRatio(ratio)
        if flipped:
            image = image.transformed(QTransform.fromScale(-1, 1))
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            result.addPixmap(image, mode)
    return result
