"""What the user asks for in a message: one bundle of signals that all messages share. The conversation carries it out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Hub(QObject):
    """Messages speak through it; they neither know the engine nor each other."""

    undo = Signal(object)
    """Item: take back what its chip says."""
    review = Signal(object)
    """Item: show the proposal in the inbox."""
    manage = Signal(str)
    """Item id: show it in the list beside the chat."""
    correct = Signal(str, str, object)
    """(item id, text, data): change an item."""
    forget = Signal(str, str)
    """(item id, text)."""
    fetch = Signal(str, object)
    """(item id, `then(Item | None)`): the item as it is now."""
    relevant = Signal(str, str, bool)
    """(answer's turn, item id, whether it mattered there)."""
    source = Signal(str)
    """Turn id: go to the message that was quoted."""
    allow = Signal(object)
    """`Said`: the human's word on what the turn asks."""
    judge = Signal(str, bool, str)
    """(answer's turn, good, reason)."""
    again = Signal(str)
    """Answer's turn: another answer."""
    resume = Signal(str)
    """Answer's turn: go on where it was stopped."""
    edit = Signal(str, str)
    """(question's turn, new text)."""
    learn_from = Signal(str, str)
    """(question's turn, file name): propose what an attached file says."""
    choose = Signal(str)
    """Turn: show this version."""
