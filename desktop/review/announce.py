"""Saying something to a screen reader without moving the keyboard."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, again: bool = False) -> None:
    """Have `words` read out when nothing else is being said; they also describe the widget to whoever asks later.

    again: also when they are what was said last.
    """
    if widget.accessibleDescription() == words and not again:
        return
    widget.setAccessibleDescription(words)
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
