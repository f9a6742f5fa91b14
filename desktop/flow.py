"""Widgets in a line that goes on below where the room ends: buttons beside each other in letters of any size."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """Lays out from left to right, or from right to left, and then line by line. gap: pixels between two, and two lines."""

    def __init__(self, *, gap: int = 6, between_lines: int = 4) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._between = gap, between_lines
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((area.bottom() + 1 for _, area in self._areas(width)), default=0)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in shown) + self._gap * max(len(shown) - 1, 0)
        return QSize(wide, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in shown), default=0), max((s.height() for s in shown), default=0))

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for item, place in self._areas(area.width()):
            left = area.width() - place.right() - 1 if mirrored else place.left()
            item.setGeometry(QRect(area.topLeft() + QPoint(left, place.top()), place.size()))

    def _areas(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Each thing that is shown, and where it stands in a layout of that width; those of a line share their middle."""
        line: list[tuple[QLayoutItem, QRect]] = []
        left = top = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), 100_000))
            if line and left + size.width() > width:
                yield from _centred(line)
                top += max(area.height() for _, area in line) + self._between
                line, left = [], 0
            line.append((item, QRect(QPoint(left, top), size)))
            left += size.width() + self._gap
        yield from _centred(line)


def _centred(line: list[tuple[QLayoutItem, QRect]]) -> Iterator[tuple[QLayoutItem, QRect]]:
    tall = max((area.height() for _, area in line), default=0)
    for item, area in line:
        yield item, area.translated(0, (tall - area.height()) // 2)
