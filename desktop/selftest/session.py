"""One window under test: with a scripted model, on a memory file of its own, and with a camera."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias, cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import application
from desktop.chat.answer import AnswerView
from desktop.compose import Settings, put_together
from desktop.theme import colours
from desktop.window import MainWindow
from engine import Database
from models.fake import Answer, FakeChat, FakeEmbedder
from models.protocols import Done, Message, Piece, Text, Timings, Tool

Check = tuple[str, bool, str]
"""What was tried, whether it went well, and what was seen."""
Step: TypeAlias = "tuple[str, Callable[[Session], str]]"
"""A name, and what does it: it returns what went wrong, or nothing."""
PATIENCE_MS = 20_000
THEMES = ("light", "dark")
PERCENTS = (100, 200)
WIDE, NARROW = (1240, 800), (760, 640)
"""Pixels of the window."""
ANSWER = """Use a **Counter**; it takes any list of words:

```python
from collections import Counter

def words(text: str) -> Counter[str]:
    \"\"\"How often each word occurs.\"\"\"
    return Counter(text.lower().split())

print(words("to be or not to be").most_common(2))  # the two most frequent
```

| word | count |
|---|---|
| to | 2 |
| be | 2 |

1. `split()` cuts at any white space.
2. `most_common(n)` gives the *n* most frequent.
"""


@dataclass(slots=True)
class Script:
    """What the scripted model says; `gate` holds its answers before their end."""

    gate: threading.Event = field(default_factory=threading.Event)

    def __call__(self, messages: Sequence[Message], tools: Sequence[Tool], schema: Mapping[str, Any] | None) -> Answer:
        if schema is not None:
            return "{}"
        if "remember about" in str(messages[-1]["content"]):
            return "You prefer **short answers**, live in Lisbon, and run along the river on Tuesday mornings."
        return cast("Sequence[Piece]", self._pieces(ANSWER))

    def _pieces(self, answer: str) -> Iterator[Piece]:
        half = answer.index("| word")
        yield Text(answer[:half])
        self.gate.wait(PATIENCE_MS / 1000)
        yield Text(answer[half:])
        yield Done("stop", Timings(412, 300, 154, 0.4, 5.4, 1566))


class Session:
    """One window. `newcomer`: it opens for the first time, on a computer that has no language model."""

    def __init__(
        self, folder: Path, pictures: Path | None, *, newcomer: bool = False, percents: Sequence[int] = PERCENTS
    ) -> None:
        self.app = application()
        self.folder = folder
        self.script = Script()
        self.model = FakeChat(self.script, name="scripted", parameters=135_000_000)
        self.database = Database(folder / "memory.duckdb")
        parts = put_together(Settings(home=folder), self.database, None if newcomer else self.model, FakeEmbedder())
        self.learning = parts.learning
        self.window = MainWindow(
            parts.agent,
            parts.learning,
            self.database,
            model_name="" if newcomer else "scripted",
            parts=parts if newcomer else None,
        )
        self._pictures, self._percents = pictures, percents

    @property
    def answer(self) -> AnswerView | None:
        """The last answer of the chat."""
        return self.window.conversation.transcript.last_answer()

    def until(self, condition: Callable[[], bool]) -> bool:
        """Let the window live until `condition` holds; whether it did in twenty seconds."""
        loop, poll, limit = QEventLoop(), QTimer(), QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        poll.timeout.connect(lambda: loop.quit() if condition() else None)
        poll.start(10)
        limit.start(PATIENCE_MS)
        loop.exec()
        poll.stop()
        return condition()

    def desk(self) -> bool:
        """Until everything handed to the desk so far has come back."""
        done: list[bool] = []
        self.window.bridge.run(lambda: True, done.append)
        return self.until(lambda: bool(done))

    def settle(self, milliseconds: int = 60) -> None:
        """Let what was asked for be laid out and drawn."""
        waited: list[bool] = []
        QTimer.singleShot(milliseconds, lambda: waited.append(True))
        self.until(lambda: bool(waited))

    def picture(
        self,
        name: str,
        widget: QWidget | None = None,
        *,
        sidebar: bool = False,
        narrow: bool = False,
        before: Callable[[], object] | None = None,
    ) -> None:
        """Save the window (or a `widget` beside it) as NAME-THEME-PERCENT.png in both themes and sizes of its letters.

        sidebar: what was learned is to be seen, also where it takes the place of the chats; narrow: also save a narrow
        window; before(): bring what is meant into sight again, because other letters move it.
        """
        if self._pictures is None:
            return
        for percent in self._percents:
            self._take(name, percent, widget, sidebar=sidebar, before=before)
        if narrow:
            self.window.resize(*NARROW)
            self._take(f"{name}-narrow", 100, widget, sidebar=sidebar, before=before)
            self.window.resize(*WIDE)
        self.window.theme.scale(100)
        self.settle()

    def _take(
        self, name: str, percent: int, widget: QWidget | None, *, sidebar: bool, before: Callable[[], object] | None
    ) -> None:
        assert self._pictures is not None, "whoever takes pictures has a folder for them"
        in_force = colours().name  # first, and the other one stays: each change costs a second or more
        for theme in sorted(THEMES, key=lambda name: name != in_force):
            self.window.theme.show_as(theme, percent)
            self.window.panes.take_turns(sidebar)
            self.settle()
            if before is not None:
                before()
                self.settle()
            (widget or self.window).grab().save(str(self._pictures / f"{name}-{theme}-{percent}.png"))

    def press(self, key: Qt.Key, on: QWidget) -> None:
        """Press a key."""
        QApplication.sendEvent(on, QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))

    def close(self) -> None:
        """Close window and file."""
        self.script.gate.set()
        self.window.theme.show_as("light", 100)
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()
        self.database.close()
