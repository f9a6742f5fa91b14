"""The rooms beside the conversation, and what stands over it: settings, models, the sheet of keys, the lock, errors."""

from __future__ import annotations

from desktop.selftest.session import Session, Step
from models.errors import ModelCrashed


def sets(session: Session) -> str:
    """The settings, from the top and at their end."""
    rooms = session.window.rooms
    rooms.show_settings()
    bar = rooms.settings.area.verticalScrollBar()
    session.picture("settings", narrow=True, before=lambda: bar.setValue(0))
    session.picture("settings-middle", before=lambda: bar.setValue(bar.maximum() // 2))
    session.picture("settings-end", before=lambda: bar.setValue(bar.maximum()))
    return "" if rooms.pages.current == "settings" else "the settings are not shown"


def offers_models(session: Session) -> str:
    """The models, from the top and at their end."""
    rooms = session.window.rooms
    rooms.show_models()
    if not session.until(lambda: len(rooms.models.cards) > 2):
        return "no model is offered"
    bar = rooms.models.area.verticalScrollBar()
    session.picture("models", narrow=True, before=lambda: bar.setValue(0))
    session.picture("models-end", before=lambda: bar.setValue(bar.maximum()))
    rooms.pages.back()
    return "" if not rooms.pages.current else "the models do not close"


def tells_keys(session: Session) -> str:
    """The sheet of keys."""
    sheet = session.window.sheet
    sheet.toggle()
    session.picture("keys", narrow=True, before=sheet.place)
    sheet.toggle()
    return "" if sheet.isHidden() else "the sheet does not close"


def locks(session: Session) -> str:
    """The lock, and the way through it."""
    lock = session.window.rooms.lock
    lock.set_up(lambda words: words == "harbour", 0)
    lock.shut()
    if not lock.curtain.isVisible():
        return "the window is not locked"
    session.picture("locked")
    lock.curtain.field.setText("harbour")
    lock.curtain.try_it()
    lock.set_up(None, 0)
    return "" if lock.curtain.isHidden() else "the passphrase does not open it"


def reports(session: Session) -> str:
    """The model fails: a banner says so."""
    session.until(lambda: session.window.bridge.state == "idle")
    session.model.error = ModelCrashed("The process that runs the model ended. The next message starts it again.")
    session.window.conversation.send("Are you there?")
    if not session.until(session.window.conversation.banner.isVisible):
        return "no banner"
    session.picture("error", narrow=True)
    return ""


STEPS: tuple[Step, ...] = (("settings", sets), ("models", offers_models), ("keys", tells_keys), ("lock", locks))
LAST: tuple[Step, ...] = (("failure of the model", reports),)
