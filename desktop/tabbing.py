"""Where Tab leads: through the panes of the window as they are read, whatever was made first.

Qt goes in the order in which widgets were made, and most of these are made while one works: cards, messages, forms.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.chat.roll import Roll
from desktop.theme import scaled

LINE = 14
"""Pixels by which the middles of two widgets may differ that stand in one line."""


def step(window: QWidget, panes: Iterable[QWidget], forward: bool) -> bool:
    """Give the keyboard to the next (or last) thing one can use; whether there is one."""
    order = [widget for pane in panes for widget in in_reading_order(window, pane)]
    order += [widget for widget in _usable(window) if not any(one.isAncestorOf(widget) for one in panes)]
    if not order:
        return False
    held = QApplication.focusWidget()
    around = [place for place, one in enumerate(order) if held is not None and (one is held or one.isAncestorOf(held))]
    exact = (place for place in around if order[place] is held)  # what stands around it may hold the keyboard too
    at = next(exact, next(iter(around), -1 if forward else 0))
    target = order[(at + (1 if forward else -1)) % len(order)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    if isinstance(target, Roll) and not forward:
        target = target.stops()[-1]
    target.setFocus(reason)
    _bring_into_sight(target)
    return True


def in_reading_order(window: QWidget, pane: QWidget) -> list[QWidget]:
    """What Tab stops at in a pane: line by line. A transcript counts as one: it leads through its messages by itself."""
    places = sorted(((_middle(window, widget), widget) for widget in _usable(pane)), key=lambda one: one[0].y())
    lines: list[list[tuple[QPoint, QWidget]]] = []
    for place, widget in places:
        if lines and place.y() - lines[-1][0][0].y() <= scaled(LINE):
            lines[-1].append((place, widget))
        else:
            lines.append([(place, widget)])
    sign = -1 if window.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
    return [widget for line in lines for _, widget in sorted(line, key=lambda one: sign * one[0].x())]


def _usable(pane: QWidget) -> list[QWidget]:
    """In a pane, also the things that stand over a transcript and belong to it are left to it."""
    every = [pane, *pane.findChildren(QWidget)]
    able = [w for w in every if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()]
    rolls = pane.findChildren(Roll)
    return [
        w for w in able if w.focusProxy() is None and not any(roll is not w and roll.isAncestorOf(w) for roll in rolls)
    ]


def _middle(window: QWidget, widget: QWidget) -> QPoint:
    return widget.mapTo(window, QPoint(0, min(widget.height(), scaled(36)) // 2))


def _bring_into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and not isinstance(above, Roll):
            above.ensureWidgetVisible(widget, 0, 24)
        above = above.parentWidget()
