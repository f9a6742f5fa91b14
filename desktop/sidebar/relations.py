"""The relationships of an entity as a small drawing: itself in the middle, and around it what it is linked to, as buttons.

The nodes are real buttons, so Tab, Enter and screen readers reach them; only the lines between are painted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from math import cos, pi, sin

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.theme import colours, scaled
from desktop.tongue import tr
from desktop.widgets import button
from engine.entities.page import Edge

DRAWN = 8
"""Nodes around the middle at most: more would overlap at the width of the sidebar. The list below has all."""
HEIGHT = 276
_NODE = 104


class RelationGraph(QWidget):
    """Draws `edges` around `name`; a click or Enter on a node calls `open(name)`."""

    def __init__(self, name: str, edges: Sequence[Edge], open_other: Callable[[str], object]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Drawing of what {name} is linked to").format(name=name))
        self._edges = _by_other(edges)[:DRAWN]
        self._size()
        self.middle = self._node(name, name, lambda: None, "middle")
        self.nodes = [
            self._node(edge.other, _spoken(edge, name), partial(open_other, edge.other), "node") for edge in self._edges
        ]
        self.middle.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()
            for node in self.findChildren(QPushButton):
                self._cut(node)
            self._put_all()

    def _size(self) -> None:
        self.setFixedHeight(scaled(HEIGHT if len(self._edges) > 2 else 160))

    def _cut(self, node: QPushButton) -> None:
        """The whole name is its tooltip."""
        metrics, room = node.fontMetrics(), scaled(_NODE) - 20
        node.setText(metrics.elidedText(node.toolTip(), Qt.TextElideMode.ElideRight, room))

    def _node(self, text: str, name: str, act: Callable[[], object], role: str) -> QPushButton:
        made = button(text, act, role=role, name=name)
        made.setParent(self)
        made.setToolTip(text)
        self._cut(made)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_all()

    def _put_all(self) -> None:
        self._put(self.middle, self._centre())
        for node, place in zip(self.nodes, self._places(), strict=True):
            self._put(node, place)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.8)
        painter.setFont(font)
        for edge, place in zip(self._edges, self._places(), strict=True):
            painter.setPen(QPen(QColor(palette.strong), 1.4))
            painter.drawLine(self._centre(), place)
            self._say(painter, edge, place)
        painter.end()

    def _say(self, painter: QPainter, edge: Edge, place: QPoint) -> None:
        palette, centre = colours(), self._centre()
        metrics = painter.fontMetrics()
        arrow = f"{edge.relation} →" if edge.outgoing else f"← {edge.relation}"
        if place.x() < centre.x() - 8:
            arrow = f"← {edge.relation}" if edge.outgoing else f"{edge.relation} →"
        words = metrics.elidedText(arrow, Qt.TextElideMode.ElideRight, scaled(92))
        box = metrics.boundingRect(words).adjusted(-4, -1, 4, 1)
        level = abs(place.y() - centre.y()) < self.middle.height()
        middle = QPointF(centre) + (QPointF(place) - QPointF(centre)) * (0.5 if level else 0.58)
        box.moveCenter(middle.toPoint())
        if level:  # between two nodes side by side there is no room: above them
            box.moveBottom(centre.y() - self.middle.height() // 2 - 2)
        painter.fillRect(box, QColor(palette.panel))
        painter.setPen(QColor(palette.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _centre(self) -> QPoint:
        return QPoint(self.width() // 2, self.height() // 2)

    def _places(self) -> list[QPoint]:
        """Where the nodes stand: on an ellipse, the first at the top."""
        wide, high, count = (
            self.width() / 2 - scaled(_NODE) / 2 - 2,
            self.height() / 2 - scaled(18),
            max(len(self._edges), 1),
        )
        angles = [2 * pi * number / count - pi / 2 for number in range(len(self._edges))]
        return [self._centre() + QPoint(round(wide * cos(a)), round(high * sin(a))) for a in angles]

    def _put(self, node: QPushButton, centre: QPoint) -> None:
        size = node.sizeHint()
        node.resize(min(size.width(), scaled(_NODE)), size.height())
        node.move(centre.x() - node.width() // 2, centre.y() - node.height() // 2)


def read_edges(edges: Sequence[Edge], name: str) -> list[tuple[str, Edge]]:
    """Each relationship as a sentence, for the list below the drawing."""
    return [(_read(edge, name), edge) for edge in edges]


def _read(edge: Edge, name: str) -> str:
    one, other = (name, edge.other) if edge.outgoing else (edge.other, name)
    return f"{one} {edge.relation} {other}"


def _spoken(edge: Edge, name: str) -> str:
    return tr("{sentence}. Open {other}").format(sentence=_read(edge, name), other=edge.other)


def _by_other(edges: Sequence[Edge]) -> list[Edge]:
    """One edge for each other end, in order."""
    return list({edge.other.casefold(): edge for edge in reversed(edges)}.values())[::-1]
