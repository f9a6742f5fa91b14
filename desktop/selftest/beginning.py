"""The first steps of a conversation: the window opens, answers, learns, and tells what an answer was given."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from desktop.selftest.session import ANSWER, Session, Step
from desktop.words import now
from engine import Item
from engine.item import Source, State, Turn

MESSAGE = "Remember that I prefer short answers. How do I count words in Python? The harbor report of our team is due on Friday."
WRITTEN: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("user_profile", "Lisbon", {"key": "home"}),
    ("user_memory", "Runs along the river on Tuesday mornings.", {}),
    ("decision_log", "Use one file for everything, because it is easy to copy.", {}),
    ("learned_knowledge", "Count words with a Counter instead of a loop.", {}),
)
"""(store, text, data) of what the user wrote into the sidebar."""


def opens(session: Session) -> str:
    """The empty window."""
    session.window.show()
    session.settle(150)
    session.picture("empty", narrow=True)
    return "" if session.window.isVisible() else "the window is not shown"


def answers(session: Session) -> str:
    """A message is sent and answered; what is learned from it appears below the answer."""
    window = session.window
    window.conversation.composer.set_text(MESSAGE)
    window.conversation.composer.action.click()
    if not session.until(lambda: (view := session.answer) is not None and "Counter" in view.markdown):
        return "no text arrived"
    session.picture("busy", narrow=True)
    session.script.gate.set()
    if not session.until(lambda: (view := session.answer) is not None and view.finished and bool(view.chips.chips)):
        return "the answer did not end with a chip"
    view = session.answer
    return "" if view is not None and view.markdown.strip() == ANSWER.strip() else "the answer is not complete"


def shows(session: Session) -> str:
    """What is written by hand or suggested appears in the sidebar."""
    question = session.database.turns(session.window.conversation.chat_id)[0]
    for store, text, data in WRITTEN:
        session.learning.write(store, text, user_id="me", **data)
    home = next(item for item in session.learning.items("user_profile", user_id="me") if item.key == "home")
    session.database.items.record("propose", [(None, p) for p in _proposals(question, home)], by="self-test")
    memory = session.window.memory
    if not session.until(lambda: len(memory.memory.proposals) >= 2 and len(memory.memory.items) >= 5):
        return f"the sidebar holds {len(memory.memory.items)} items and {len(memory.memory.proposals)} proposals"
    session.picture("conversation", narrow=True)
    return ""


def explains(session: Session) -> str:
    """What an answer was given is listed below it."""
    transcript = session.window.conversation.transcript
    session.window.conversation.send("What do you remember about me?")
    if not session.until(lambda: (view := session.answer) is not None and view.finished):
        return "no second answer"
    view = session.answer
    if view is None or not view.used:
        return "nothing was recalled for it"
    view.chips.toggle_used()
    session.picture("used", before=transcript.to_end)
    return ""


def _proposals(question: Turn, home: Item) -> list[Item]:
    common: dict[str, Any] = {"state": State.PROPOSED, "user_id": "me", "created_at": now(), "updated_at": now()}
    source = Source(question.chat_id, question.id)
    quote = "The harbor report of our team is due on Friday"
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


STEPS: tuple[Step, ...] = (
    ("opening", opens),
    ("sending and streaming", answers),
    ("sidebar", shows),
    ("what was used", explains),
)
