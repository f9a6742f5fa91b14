"""People and things: the page of one, with what it is linked to."""

from __future__ import annotations

from datetime import date

from desktop.selftest.session import Session, Step
from desktop.sidebar.entity_page import EntityPage


def fill(session: Session) -> None:
    """Facts, an event, a value that was another before, and links."""
    book = session.learning.entities("me")
    book.describe("Sarah Chen", "designs bridges", "person", ["Sally"])
    for fact in ("city: Lisbon", "city: Porto", "prefers to be written to in the morning"):
        book.remember("Sarah Chen", fact)
    book.remember("Sarah Chen", "opened the north bridge", on=date(2026, 3, 12))
    for relation, other in (("leads", "Harbor"), ("knows", "Zofia"), ("works at", "Harbour authority")):
        book.link("Sarah Chen", relation, other)
    book.link("Ben", "manages", "Sarah Chen")


def knows(session: Session) -> str:
    """The page of a person, and the drawing of what she is linked to."""
    memory = session.window.memory
    if not session.until(lambda: any(e.name == "Sarah Chen" for e in memory.memory.entities)):
        return "she is not listed"
    session.desk()
    memory.asking.open_entity(next(e for e in memory.memory.entities if e.name == "Sarah Chen"))
    page = memory.page
    if not isinstance(page, EntityPage) or not session.desk():
        return "her page did not open"
    session.picture("entity", sidebar=True, narrow=True)
    bar = page.area.verticalScrollBar()
    session.picture("entity-links", sidebar=True, before=lambda: bar.setValue(bar.maximum()))
    drawn = len(page.graph.nodes)
    memory.close_page()
    return "" if drawn == 4 else f"{drawn} links are drawn"


STEPS: tuple[Step, ...] = (("people and things", knows),)
