"""A window as it opens for the first time, and the hands to use it with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.chat.answer import AnswerView
from desktop.compose import App, Settings, put_together
from desktop.library.first import FirstRun
from desktop.window import MainWindow
from engine import Database
from models import open_embedder
from models.fake import FakeEmbedder

HUB_MODEL = "qwen3-4b"


class Newcomer:
    """A window as it opens for the first time, on a computer without any model."""

    def __init__(self, bot: QtBot, folder: Path, *, real_embedder: bool = False) -> None:
        self.bot = bot
        self.database = Database(folder / "memory.duckdb")
        embedder = open_embedder() if real_embedder else FakeEmbedder()
        self.app: App = put_together(Settings(home=folder), self.database, None, embedder)
        self.window = MainWindow(None, self.app.learning, self.database, parts=self.app)
        self.first: FirstRun = self.window.rooms.first
        self.window.show()
        bot.addWidget(self.window)
        self.until(lambda: len(self.first.choices) > 3)

    def until(self, condition: Callable[[], bool], seconds: int = 10) -> None:
        self.bot.waitUntil(condition, timeout=seconds * 1000)

    def choose(self, name: str) -> None:
        self.first.onward.click()
        self.first.choices[name].click()
        self.first.meanwhile.setChecked(False)
        self.first.begin.click()

    def say(self, text: str) -> AnswerView:
        """Send a message, and wait for the whole answer and what is learned from it."""
        transcript = self.window.conversation.transcript
        before = transcript.last_answer()
        self.window.conversation.send(text)
        self.until(lambda: (view := transcript.last_answer()) is not before and view is not None and view.finished, 240)
        self.until(lambda: not self.window.bridge.busy, 120)
        answer = transcript.last_answer()
        assert answer is not None
        return answer

    def close(self) -> None:
        """Close window, model and file."""
        self.window.close()
        self.app.close()
