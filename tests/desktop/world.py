"""A whole window on a real engine with a scripted model, and the hands that tests use it with."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.chat.answer import AnswerView
from desktop.chat.message import QuestionView
from desktop.compose import Settings, put_together
from desktop.portal import Portal
from desktop.window import MainWindow
from desktop.words import now
from engine import Database, Item
from engine.item import Source, State, Turn
from models import ChatModel, open_embedder
from models.fake import Answer, FakeChat, FakeEmbedder
from models.protocols import Message, Piece, Text, Tool

W = TypeVar("W", bound=QWidget)
TINY = 135_000_000
"""Weights of a model that writes no items itself: learning then keeps the user's own words, without a script for it."""


class World:
    """One window, open. `gate` is set; an answer made by `held` clears it and so stops in its middle.

    answers: what the model says next; notes: what it writes next when it is asked to learn. With a `real` model the real
    embedder goes too; with `hearing` it does for the scripted one, so that plain sentences are learned from.
    """

    def __init__(
        self,
        bot: QtBot,
        folder: Path,
        *,
        with_model: bool = True,
        parameters: int = TINY,
        real: ChatModel | None = None,
        tray: bool = False,
        portal: Portal | None = None,
        hearing: bool = False,
    ) -> None:
        self.bot = bot
        self.patience = 120_000 if hearing or real is not None else 60_000
        self.gate = threading.Event()
        self.gate.set()
        self.answers: list[Answer] = []
        self.notes: list[Answer] = []
        self.model = FakeChat(self._answer, name="scripted", parameters=parameters, gate=self.gate)
        self.database = Database(folder / "memory.duckdb")
        model = real or (self.model if with_model else None)
        embedder = open_embedder() if hearing or real is not None else FakeEmbedder()
        parts = put_together(Settings(home=folder), self.database, model, embedder)
        self.learning = parts.learning
        self.window = MainWindow(
            parts.agent, parts.learning, self.database, model_name="scripted", tray=tray, portal=portal
        )
        self.conversation = self.window.conversation
        self.transcript = self.conversation.transcript
        self.composer = self.conversation.composer
        self.memory = self.window.memory
        self.chats = self.window.chats
        self.window.show()
        bot.waitExposed(self.window)
        self.until(lambda: bool(self.memory.memory.modes))

    def _answer(self, messages: Sequence[Message], tools: Sequence[Tool], schema: Mapping[str, Any] | None) -> Answer:
        if schema is not None:
            return self.notes.pop(0) if self.notes else "{}"
        return self.answers.pop(0) if self.answers else "I see."

    def held(self, first: str, rest: str, failing: Exception | None = None) -> Answer:
        """An answer that says `first`, then waits for the gate (or raises), then says `rest`."""

        def pieces() -> Iterator[Piece]:
            yield Text(first)
            if failing is not None:
                raise failing
            self.gate.clear()
            yield Text(rest)

        return cast("Answer", pieces())

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the window live until `condition` holds; fail after a minute (a real model gets two): busy machines are slow."""
        self.bot.waitUntil(condition, timeout=self.patience)

    def idle(self) -> None:
        """Until nothing runs or waits in the talk thread and the desk has delivered."""
        self.until(lambda: not self.window.bridge.busy)
        self.desk()

    def desk(self) -> None:
        """Until everything handed to the desk so far has come back."""
        done: list[bool] = []
        self.window.bridge.run(lambda: True, done.append)
        self.until(lambda: bool(done))

    def type(self, text: str) -> None:
        """Write into the composer by keys."""
        self.composer.editor.setFocus()
        self.bot.keyClicks(self.composer.editor, text)

    def press(self, key: Qt.Key, on: QWidget, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        self.bot.keyClick(on, key, modifier)

    def say(self, text: str, *answers: Answer) -> AnswerView:
        """Send a message and wait for the whole answer and what is learned from it."""
        self.answers += answers
        self.send(text)
        self.until(lambda: self.answer().finished)
        self.idle()
        return self.answer()

    def send(self, text: str) -> None:
        """Send a message, and wait until it stands in the transcript."""
        before = len(self.transcript.views)
        self.composer.set_text(text)
        self.press(Qt.Key.Key_Return, self.composer.editor)
        self.until(lambda: len(self.transcript.views) != before and isinstance(self.transcript.views[-1], AnswerView))

    def answer(self) -> AnswerView:
        """The last answer in the transcript."""
        view = self.transcript.last_answer()
        assert view is not None
        return view

    def questions(self) -> list[str]:
        """The user's messages that are shown."""
        return [view.text for view in self.transcript.views if isinstance(view, QuestionView)]

    def turns(self) -> list[Turn]:
        """The turns of the chat that is shown, from the database."""
        return self.database.turns(self.conversation.chat_id)

    def propose(self, text: str = "Due on Friday.", store: str = "entity_memory", **fields: Any) -> Item:
        """A proposal in the inbox."""
        common: dict[str, Any] = {
            "kind": "fact",
            "user_id": "me",
            "state": State.PROPOSED,
            "created_at": now(),
            "updated_at": now(),
        }
        item = Item(id=uuid4().hex, store=store, text=text, **(common | fields))
        self.database.items.record("propose", [(None, item)], by="test")
        self.until(lambda: any(p.id == item.id for p in self.memory.memory.proposals))
        return item

    def write(self, text: str, store: str = "user_memory", **data: Any) -> Item:
        """An item written by hand, shown in the sidebar."""
        item = self.learning.write(store, text, user_id="me", **data).items[0]
        self.until(lambda: any(known.id == item.id for known in self.memory.memory.items))
        return item

    def source(self, turn: Turn) -> Source:
        """A source that names a turn."""
        return Source(turn.chat_id, turn.id)

    def state(self, item: Item) -> State:
        """The state of an item as the database has it."""
        return self.learning.item(item.id).state

    def prompt(self) -> str:
        """All that the model was sent with the last message."""
        asked = [call for call in self.model.calls if call.lane == "chat" and call.schema is None and call.max_tokens]
        return "\n".join(str(message.get("content")) for message in asked[-1].messages)

    def cards(self, store: str) -> list[str]:
        """What the cards of a store in the sidebar say."""
        return [card.item.text for card in self.memory.sections[store].cards]

    def close(self) -> None:
        """Close window and file."""
        self.gate.set()
        self.window.close()
        self.database.close()


def child(parent: QWidget, kind: type[W], name: str) -> W:
    """The one widget of this kind below `parent` whose accessible name begins with `name`, among those shown."""
    found = [w for w in parent.findChildren(kind) if w.accessibleName().startswith(name) and not w.isHidden()]
    assert len(found) == 1, f"{name}: {[w.accessibleName() for w in parent.findChildren(kind)]}"
    return found[0]


def button_of(parent: QWidget, words: str) -> QPushButton:
    """The one button below `parent` that shows these words."""
    found = [one for one in parent.findChildren(QPushButton) if one.text() == words and not one.isHidden()]
    assert len(found) == 1, f"{words}: {[one.text() for one in parent.findChildren(QPushButton)]}"
    return found[0]
