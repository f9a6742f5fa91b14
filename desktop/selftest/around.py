"""States around the window for the self-test: the quick ask with an answer and with an error, the keys, the menu of the tray."""

from __future__ import annotations

from desktop.presence import Presence
from desktop.selftest.session import Session, Step
from desktop.tray import WORDS, TrayMenu
from models.errors import ModelCrashed

QUESTION = "What do you remember about me?"


def asks_quickly(session: Session) -> str:
    """The quick ask: empty, with an answer, and with what went wrong."""
    presence = session.window.presence
    quick = presence.quick
    presence.ask()
    session.settle()
    session.picture("quick-empty", quick)
    quick.come(QUESTION)
    if not session.until(lambda: quick.answer is not None and quick.answer.finished):
        return "the quick ask was not answered"
    session.until(lambda: not session.window.bridge.busy)
    session.settle()
    session.picture("quick", quick)
    if not any("Quick ask" in chat.title for chat in session.window.bridge.database.chats("me")):
        return "the quick ask has no chat of its own"
    return _fails(session, presence)


def _fails(session: Session, presence: Presence) -> str:
    session.model.error = ModelCrashed("The process that runs the model ended. The next message starts it again.")
    presence.quick.come("Are you there?")
    shown = session.until(presence.quick.conversation.banner.isVisible)
    session.model.error = None
    session.settle()
    session.picture("quick-error", presence.quick)
    presence.quick.leave()
    return "" if shown else "the quick ask does not say what went wrong"


def shows_keys(session: Session) -> str:
    """The keys in the settings, with a refusal."""
    window = session.window
    window.rooms.show_settings()
    settings = window.rooms.settings
    field = settings.keys.fields["sidebar"]
    field.edit.setKeySequence(window.keys.of("new_chat"))
    field.edit.editingFinished.emit()
    session.settle()
    settings.area.verticalScrollBar().setValue(settings.keys.y())
    session.settle()
    session.picture("keys-changed")
    told = settings.keys.said["sidebar"].about.text()
    window.rooms.pages.back()
    return "" if "taken" in told else "keys that are taken were not refused"


def shows_tray_menu(session: Session) -> str:
    """The menu of the icon in the tray, also where there is no tray."""
    window = session.window
    menu = TrayMenu(dict.fromkeys(WORDS, window.presence.come))
    menu.popup(window.pos())
    session.settle()
    session.picture("tray", menu)
    menu.hide()
    menu.deleteLater()
    return "" if len(menu.entries) == len(WORDS) else "the menu of the tray is not complete"


STEPS: tuple[Step, ...] = (
    ("quick ask", asks_quickly),
    ("keys", shows_keys),
    ("menu of the tray", shows_tray_menu),
)
