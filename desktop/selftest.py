"""The window's own test: opens it on a temporary memory file with a scripted model, uses it, and takes its picture.

It runs where the window runs, also in a frozen bundle and without a display (QT_QPA_PLATFORM=offscreen).
"""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop import selftest_chat
from desktop.app import application
from desktop.compose import Settings, put_together
from desktop.review.states import STEPS as REVIEW
from desktop.window import MainWindow
from desktop.words import now
from engine import Database, Item
from engine.item import Source, State, Turn
from models.errors import ModelCrashed
from models.fake import Answer, FakeChat, FakeEmbedder
from models.protocols import Done, Message, Piece, Text, Timings, Tool

Check = tuple[str, bool, str]
PATIENCE_MS = 10_000
MESSAGE = "Remember that I prefer short answers. How do I count words in Python? The harbor report is due on Friday."
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
class _Script:
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


class _Session:
    """One window under test."""

    def __init__(self, folder: Path, pictures: Path | None) -> None:
        self.app = application()
        self.pictures = pictures
        self.script = _Script()
        self.model = FakeChat(self.script, name="scripted", parameters=135_000_000)
        self.database = Database(folder / "memory.duckdb")
        parts = put_together(Settings(home=folder), self.database, self.model, FakeEmbedder())
        self.learning = parts.learning
        self.window = MainWindow(parts.agent, parts.learning, self.database, model_name="scripted")

    def until(self, condition: Callable[[], bool]) -> bool:
        """Let the window live until `condition` holds; whether it did in ten seconds."""
        loop, poll, limit = QEventLoop(), QTimer(), QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        poll.timeout.connect(lambda: loop.quit() if condition() else None)
        poll.start(10)
        limit.start(PATIENCE_MS)
        loop.exec()
        poll.stop()
        return condition()

    def settle(self) -> None:
        """Let what was asked for be drawn."""
        waited: list[bool] = []
        QTimer.singleShot(150, lambda: waited.append(True))
        self.until(lambda: bool(waited))

    def picture(self, name: str) -> None:
        """Save the window in both themes."""
        if self.pictures is None:
            return
        for theme in ("light", "dark"):
            self.window.theme.choose(theme)
            self.settle()
            self.window.grab().save(str(self.pictures / f"{name}-{theme}.png"))

    def press(self, key: Qt.Key) -> None:
        """Press a key in the inbox."""
        inbox = self.window.memory.inbox
        QApplication.sendEvent(inbox, QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))

    def close(self) -> None:
        """Close window and file."""
        self.window.close()
        self.window.deleteLater()
        self.settle()
        self.database.close()


def run(screenshots: Path | None = None) -> list[Check]:
    """(name, whether it went well, what was seen) of each check, in order; the first failure ends the run.

    screenshots: a folder for pictures of the window in its states, light and dark.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if screenshots is not None:
        screenshots.mkdir(parents=True, exist_ok=True)
    before = set(threading.enumerate())
    results: list[Check] = []
    with tempfile.TemporaryDirectory() as folder:
        session = _Session(Path(folder), screenshots)
        try:
            for name, check in _STEPS:
                seen = check(session)
                results.append((name, not seen, seen or "ok"))
                if seen:
                    break
        finally:
            session.script.gate.set()
            session.close()
    left = [t.name for t in threading.enumerate() if t not in before and t.name.startswith("keepwise")]
    results.append(("closing", not left, f"threads left: {left}" if left else "ok"))
    return results


def _opens(session: _Session) -> str:
    session.window.show()
    session.settle()
    session.picture("empty")
    return "" if session.window.isVisible() else "the window is not shown"


def _answers(session: _Session) -> str:
    window = session.window
    window.conversation.composer.set_text(MESSAGE)
    window.conversation.composer.action.click()
    answer = window.conversation.transcript.last_answer
    if not session.until(lambda: (view := answer()) is not None and "Counter" in view.markdown):
        return "no text arrived"
    session.picture("busy")
    session.script.gate.set()
    if not session.until(lambda: (view := answer()) is not None and view.finished and bool(view.chips.chips)):
        return "the answer did not end with a chip"
    view = answer()
    return "" if view is not None and view.markdown.strip() == ANSWER.strip() else "the answer is not complete"


def _shows(session: _Session) -> str:
    question = session.database.turns(session.window.conversation.chat_id)[0]
    for store, text, data in (
        ("user_profile", "Lisbon", {"key": "home"}),
        ("user_memory", "Runs along the river on Tuesday mornings.", {}),
        ("decision_log", "Use one file for everything, because it is easy to copy.", {}),
        ("learned_knowledge", "Count words with a Counter instead of a loop.", {}),
    ):
        session.learning.write(store, text, user_id="me", **data)
    home = next(item for item in session.learning.items("user_profile", user_id="me") if item.key == "home")
    session.database.items.record("propose", [(None, p) for p in _proposals(question, home)], by="self-test")
    memory = session.window.memory
    if not session.until(lambda: len(memory.memory.proposals) >= 2 and len(memory.memory.items) >= 5):
        return f"the sidebar holds {len(memory.memory.items)} items and {len(memory.memory.proposals)} proposals"
    session.settle()
    session.picture("conversation")
    return ""


def _explains(session: _Session) -> str:
    transcript = session.window.conversation.transcript
    session.window.conversation.send("What do you remember about me?")
    if not session.until(lambda: (view := transcript.last_answer()) is not None and view.finished):
        return "no second answer"
    view = transcript.last_answer()
    if view is None or not view.used:
        return "nothing was recalled for it"
    view.chips.toggle_used()
    session.settle()
    transcript.to_end()
    session.picture("used")
    return ""


def _proposals(question: Turn, home: Item) -> list[Item]:
    common: dict[str, Any] = {"state": State.PROPOSED, "user_id": "me", "created_at": now(), "updated_at": now()}
    source = Source(question.chat_id, question.id)
    quote = "The harbor report is due on Friday"
    return [
        Item(
            id=uuid4().hex, store="entity_memory", kind="fact", text="Due on Friday 27 November 2026.",
            subject="Harbor report", source=source, quote=quote, confidence=0.83, **common,
        ),
        Item(
            id=uuid4().hex, store="user_profile", kind="field", text="Home: Porto", subject="user", key="home",
            data={"value": "Porto"}, replaces=home.id, source=source, quote="harbor", confidence=0.71, **common,
        ),
    ]  # fmt: skip


def _changes(session: _Session) -> str:
    section, learning = session.window.memory.sections["user_memory"], session.learning
    card = section.cards[0]
    card.edit()
    if card.editor is None:
        return "the card is no form"
    card.editor.field.setPlainText("Runs along the river on Wednesdays.")
    session.picture("editing")
    card.editor.save()
    if not session.until(lambda: "Wednesdays" in learning.item(card.item.id).text):
        return "the edit was not saved"
    item_id = card.item.id
    session.until(lambda: "Wednesdays" in card.item.text)
    card.forgotten.emit(card.item)
    if not session.until(lambda: session.window.toast.isVisible() and "Forgotten" in session.window.toast.words.full()):
        return "no toast after forgetting"
    session.picture("forgotten")
    session.window.toast.button.click()
    if not session.until(lambda: learning.item(item_id).state is State.ACTIVE):
        return "undo did not bring it back"
    return ""


def _reports(session: _Session) -> str:
    session.until(lambda: session.window.bridge.state == "idle")
    session.model.error = ModelCrashed("The process that runs the model ended. The next message starts it again.")
    session.window.conversation.send("Are you there?")
    if not session.until(session.window.conversation.banner.isVisible):
        return "no banner"
    session.settle()
    session.picture("error")
    return ""


_STEPS: tuple[tuple[str, Callable[[_Session], str]], ...] = (
    ("opening", _opens),
    ("sending and streaming", _answers),
    ("sidebar", _shows),
    ("what was used", _explains),
    *REVIEW,
    ("editing, forgetting, undo", _changes),
    *selftest_chat.STEPS,
    ("failure of the model", _reports),
)
