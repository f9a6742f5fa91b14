"""Reviewing: the deck, the question in the chat, and the list of all suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt

from desktop.selftest.session import Session, Step
from desktop.words import now
from engine import LearningMode
from engine.item import Item, Origin, State

ASKED = "I play the bassoon on Sundays. My sister Ana lives in Porto."


def reviews(session: Session) -> str:
    """The deck: an update, a sensitive matter, the form, the end."""
    inbox, memory = session.window.memory.inbox, session.window.memory
    session.database.items.record("propose", [(None, item) for item in _further(session)], by="self-test")
    if not session.until(lambda: len(memory.memory.proposals) >= 5):
        return "the suggestions did not come"
    order = sorted(
        memory.memory.proposals, key=lambda item: ("Home" not in item.text, "asthma" in item.text, item.text)
    )
    for item in reversed(order):
        inbox.open(item)

    def top() -> None:
        memory.area.verticalScrollBar().setValue(0)

    for name, key in (
        ("inbox-replaces", Qt.Key.Key_A),
        ("inbox", Qt.Key.Key_R),
        ("inbox-imported", Qt.Key.Key_Down),
        ("inbox-keep-both", Qt.Key.Key_B),
    ):
        if not _is_asked(session):
            return f"no card for {name}"
        session.picture(name, sidebar=True, narrow=name == "inbox-replaces", before=top)
        session.press(key, inbox)
    if not _is_asked(session):
        return "no card for inbox-sensitive"
    session.picture("inbox-sensitive", sidebar=True, before=top)
    session.press(Qt.Key.Key_E, inbox)
    session.picture("inbox-editing", sidebar=True, before=top)
    inbox.close_form()
    session.press(Qt.Key.Key_N, inbox)
    session.picture("inbox-end", sidebar=True, before=top)
    inbox.close_review()
    return _became(session, order, [State.ACTIVE, State.REJECTED, State.PROPOSED, State.ACTIVE, State.REJECTED])


def _is_asked(session: Session) -> bool:
    """Whether the deck asks about a card now, all that belongs to it read."""
    inbox = session.window.memory.inbox
    return session.until(lambda: inbox.current is not None and inbox.reviewer.is_known(inbox.current))


def _became(session: Session, items: Sequence[Item], wanted: Sequence[State]) -> str:
    """ "" once the items are in the wanted states, else what became of them."""

    def states() -> list[State]:
        return [session.learning.item(item.id).state for item in items]

    done = session.until(lambda: states() == wanted)
    return "" if done else f"the answers became {[state.value for state in states()]}"


def _further(session: Session) -> list[Item]:
    """Beside those of the self-test: an update of a set, a sensitive one, an imported one."""
    runs = next(item for item in session.learning.items("user_memory") if "river" in item.text)
    first = next(item for item in session.learning.items(state="proposed") if item.quote)
    plain = replace(first, store="user_memory", kind="memory", subject="user", data={}, key="", replaces="")
    new = [
        replace(plain, text="Has asthma and uses an inhaler before a run.", quote="the harbor report", confidence=0.68),
        replace(plain, text="Runs along the river on Thursday mornings.", replaces=runs.id, confidence=0.94),
        replace(plain, text="Prefers the quiet end of a train.", origin=Origin.IMPORTED, quote="", confidence=0.5),
    ]
    return [replace(item, id=uuid4().hex, created_at=now(), updated_at=now()) for item in new]


def asks(session: Session) -> str:
    """The question in the chat, answered by a tick and a key."""
    window, learning = session.window, session.learning
    before = learning.modes
    for store in before:
        learning.set_mode(store, LearningMode.HITL)
    window.conversation.send(ASKED)
    transcript = window.conversation.transcript
    if not session.until(lambda: (view := transcript.last_answer()) is not None and view.question is not None):
        return "nothing was asked"
    view = transcript.last_answer()
    question = view.question if view is not None else None
    if question is None:
        return "the question went away"
    question.focus()
    session.picture("question", narrow=True, before=transcript.to_end)
    question.choices[-1].tick.click()
    items = [choice.item for choice in question.choices]
    question.save.click()
    problem = _became(session, items, [State.ACTIVE] * (len(items) - 1) + [State.REJECTED])
    for store, mode in before.items():
        learning.set_mode(store, mode)
    return problem


def lists(session: Session) -> str:
    """The list of all suggestions: ticked, answered in one act, and empty."""
    place, page, learning = session.window.review, session.window.review.page, session.learning
    one = next(item for item in learning.items("user_memory") if "Thursday" in item.text)
    twin = replace(one, id=uuid4().hex, text=one.text.rstrip("."))
    waiting = [
        replace(one, id=uuid4().hex, text=text, state=State.PROPOSED, confidence=0.55 + n / 50, created_at=now())
        for n, text in enumerate(
            ("Prefers tea to coffee.", "Reads before going to sleep.", "Collects old maps of rivers.")
        )
    ]
    session.database.items.record("propose", [(None, item) for item in (twin, *waiting)], by="self-test")
    place.open()
    if not session.until(lambda: len(page.model.entries) >= 5):
        return f"the list holds {[entry.title for entry in page.model.entries]}"
    page.model.tick_all(True)
    session.picture("review-all", narrow=True)
    page.reject_chosen()
    if not session.until(lambda: all(learning.item(item.id).state is State.REJECTED for item in waiting)):
        return "the suggestions that were ticked were not rejected"
    session.picture("review-rules")
    page.leave_chosen()
    page.view.selectAll()
    session.picture("review-empty")
    place.close()
    return ""


STEPS: tuple[Step, ...] = (("inbox", reviews), ("question in the chat", asks), ("all suggestions", lists))
