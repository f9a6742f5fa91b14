"""What is slow only the first time is done soon after the window is shown, while nobody has written anything yet."""

from __future__ import annotations

import gc
import threading

from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]
from PySide6.QtWidgets import QWidget

from desktop.chat.answer import AnswerView
from desktop.chat.hub import Hub
from desktop.chat.message import QuestionView

WARM_MS, SETTLE_MS = 300, 1500
"""Milliseconds after the window is shown."""
LANGUAGES = ("python", "bash", "json", "javascript", "html", "sql")
SAMPLE = "Words\n\n- of a list\n\n```\ncode\n```"


def warm_up(hub: Hub) -> None:
    """Make a message of either kind and drop it: drawn and styled for the first time they take 40 ms, then 20."""
    aside = QWidget()  # never shown, and no part of the window
    answer = AnswerView("", hub)
    answer.show_markdown(SAMPLE)
    for view in (QuestionView("", "", hub, ""), answer):
        view.setParent(aside)
    for part in aside.findChildren(QWidget):
        part.ensurePolished()
    aside.deleteLater()
    threading.Thread(target=_compile_lexers, name="lexers", daemon=True).start()


def settle() -> None:
    """What lives as long as the program is not looked at again by the garbage collector: each look took 50 ms."""
    gc.collect()
    gc.freeze()


def _compile_lexers() -> None:
    """The rules of the languages that are asked about most: the first block of one takes 50 to 150 ms otherwise."""
    for language in LANGUAGES:
        get_lexer_by_name(language)
