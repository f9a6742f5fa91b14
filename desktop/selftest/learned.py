"""What was learned: the list of each store, changing and forgetting, the history, a day of the past, the bin."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QDate

from desktop.selftest import people
from desktop.selftest.session import Session, Step
from desktop.words import STORES, now
from engine.item import State

FILLED: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("user_profile", "Alexandra Oliveira", {"key": "name"}),
    ("user_profile", "Alex", {"key": "preferred_name"}),
    ("user_profile", "Maintains the bridges of the harbour authority", {"key": "role"}),
    ("user_memory", "Is allergic to peanuts.", {}),
    ("user_memory", "Wants code with type hints and without comments that only repeat it.", {}),
    ("user_memory", "Takes the night train to Berlin on 4 December 2026.", {}),
    ("learned_knowledge", "Inspect the bearings before the deck, because a stiff bearing cracks it.", {}),
    ("decision_log", "Paint the north bridge in spring, because the paint needs ten dry days.", {}),
)


def fills(session: Session) -> str:
    """Something in each store, written by hand."""
    memory, learning = session.window.memory, session.learning
    chat = session.window.conversation.chat_id
    for store, text, data in FILLED:
        learning.write(store, text, user_id="me", **data)
    for key, text in (("goal", "A report on the harbour"), ("plan", "Collect numbers\nWrite the report")):
        learning.write("session_context", text, user_id="me", session_id=chat, key=key)
    people.fill(session)
    decision = next(item for item in learning.items("decision_log", user_id="me") if "one file" in item.text)
    learning.record_outcome(decision.id, "Copying it took a second.", "good", "me")
    if not session.until(lambda: len(memory.memory.items) >= len(FILLED) + 5):
        return f"the sidebar holds {len(memory.memory.items)} items"
    return ""


def lists(session: Session) -> str:
    """The list of each store, with the others closed."""
    memory = session.window.memory
    session.window.conversation.composer.hint.setFocus()
    for store in STORES:
        for other, section in memory.sections.items():
            section.set_open(other == store)
        bar, section = memory.area.verticalScrollBar(), memory.sections[store]
        session.picture(f"store-{store}", sidebar=True, before=lambda: bar.setValue(section.y() - 8))  # noqa: B023
        if not section.tiles:
            return f"nothing is listed in {store}"
    for section in memory.sections.values():
        section.set_open(True)
    return ""


def changes(session: Session) -> str:
    """A card is edited, its history opened; it is forgotten and comes back."""
    memory, learning, toast = session.window.memory, session.learning, session.window.toast
    card = next(card for card in memory.sections["user_memory"].cards if "river" in card.item.text)
    item_id = card.item.id

    def in_sight() -> None:
        memory.area.ensureWidgetVisible(card, 0, 60)

    card.edit()
    if card.editor is None:
        return "the card is no form"
    card.editor.field.setPlainText("Runs along the river on Wednesdays.")
    session.picture("editing", sidebar=True, before=in_sight)
    card.editor.save()
    if not session.until(lambda: learning.item(item_id).text.endswith("Wednesdays.") and card.item.text.endswith("s.")):
        return "the edit was not saved"
    session.settle(200)  # the list is read again, which closes what is open in a card
    card.toggle_history()
    session.desk()
    session.picture("history", sidebar=True, narrow=True, before=in_sight)
    card.toggle_history()
    card.forgotten.emit(card.item)
    if not session.until(lambda: toast.isVisible() and "Forgotten" in toast.words.full()):
        return "no toast after forgetting"
    session.picture("forgotten", sidebar=True)
    toast.button.click()
    if not session.until(lambda: learning.item(item_id).state is State.ACTIVE):
        return "undo did not bring it back"
    return ""


def looks_back(session: Session) -> str:
    """What was known on a day, which can only be read."""
    memory = session.window.memory
    item = session.learning.items("user_memory", user_id="me")[0]
    at = now() - timedelta(days=40)
    old = replace(item, id=f"{item.id}-old", text="Lives by the sea.", created_at=at, updated_at=at, valid_from=at)
    session.database.items.record("write", [(None, old)], by="self-test")
    memory.past.begin(datetime.now().astimezone().date())
    memory.past.day.setDate(QDate.currentDate().addDays(-10))
    memory.past.kind.choose(False)
    if not session.until(lambda: memory.readonly and any("sea" in item.text for item in memory.items)):
        return f"of that day {len(memory.items)} items are shown"
    session.picture("past", sidebar=True, before=lambda: memory.area.verticalScrollBar().setValue(0))
    memory.past.end()
    return "" if session.until(lambda: not memory.readonly) else "today did not come back"


def empties(session: Session) -> str:
    """The bin, with the question before what cannot be undone."""
    memory, learning = session.window.memory, session.learning
    for word in ("sea", "bearings", "north bridge"):
        learning.forget(next(item.id for item in learning.items(user_id="me") if word in item.text))
    session.window.toast.hide()
    memory.asking.open_bin()
    page = memory.page
    if page is None or not session.desk():
        return "the bin did not open"
    session.picture("bin", sidebar=True, narrow=True)
    memory.asking.open_bin()
    again = memory.page
    session.desk()
    if again is None:
        return "the bin did not open again"
    getattr(again, "empty").click()  # noqa: B009
    session.picture("bin-question", sidebar=True)
    memory.close_page()
    return "" if memory.page is None else "the bin did not close"


STEPS: tuple[Step, ...] = (
    ("writing by hand", fills),
    ("the stores", lists),
    ("editing, forgetting, undo", changes),
    ("a day of the past", looks_back),
    ("the bin", empties),
)
