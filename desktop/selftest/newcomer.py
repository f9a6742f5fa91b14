"""What somebody sees who opens Keepwise for the first time, on a computer without a language model."""

from __future__ import annotations

from desktop.selftest.session import Session, Step


def welcomes(session: Session) -> str:
    """The three steps of the first run, as far as they go without fetching anything."""
    window = session.window
    window.show()
    first = window.rooms.first
    if not session.until(lambda: len(first.choices) > 2):
        return "no model is offered"
    session.picture("first-run", narrow=True)
    first.onward.click()
    session.picture("first-run-models", narrow=True)
    first.skip.click()
    return "" if session.until(lambda: not window.rooms.pages.current) else "the first run cannot be skipped"


def finds_nothing_yet(session: Session) -> str:
    """The window without a model, and the empty stores of a new user."""
    window = session.window
    session.settle()
    session.picture("no-model")
    session.picture("new-user", sidebar=True)
    empty = all(not section.tiles for section in window.memory.sections.values())
    window.memory.asking.open_bin()
    session.desk()
    session.picture("new-user-bin", sidebar=True)
    window.memory.close_page()
    return "" if empty else "a new user's memory is not empty"


STEPS: tuple[Step, ...] = (("first run", welcomes), ("a new user", finds_nothing_yet))
