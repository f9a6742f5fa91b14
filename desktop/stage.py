"""The window that is shown, and another one in its place when the language changes.

Each text is looked up where a widget is made, so a window speaks the language it was made in. The parts below it stay
open: the new window goes on with the same model and memory file, in the same chat and on the same page.
"""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.compose import App
from desktop.portal import Portal
from desktop.presence import has_tray
from desktop.tongue import SYSTEM, language, speak, spoken, tr
from desktop.window import MainWindow

SETTING = "language"


class Stage(QObject):
    """Shows a window on composed parts in the language of the settings. `window` is the one that is open."""

    exchanged = Signal()
    """Another memory file is open in the window now."""
    ended = Signal()
    """The window was closed, and none takes its place."""

    def __init__(self, parts: App, *, user_id: str = "me", portal: Portal | None = None) -> None:
        super().__init__()
        self._parts, self._user_id, self._portal = parts, user_id, portal
        self._app = cast("QApplication", QApplication.instance())
        self._choice = str(parts.database.setting(SETTING, SYSTEM))
        speak(self._app, self._choice)
        self.window = self._made()

    def _made(self) -> MainWindow:
        parts = self._parts
        window = MainWindow(
            parts.agent,
            parts.learning,
            parts.database,
            user_id=self._user_id,
            model_name=parts.model_name,
            parts=parts,
            tray=has_tray(),
            portal=self._portal,
        )
        window.rooms.preferences.changed.connect(self._changed)
        window.rooms.preferences.exchanged.connect(self.exchanged)
        window.closed.connect(self.ended)
        return window

    def _changed(self, name: str, value: object) -> None:
        if name == SETTING and spoken(str(value)) != language():
            QTimer.singleShot(0, partial(self._turn_to, str(value)))

    def _turn_to(self, choice: str) -> None:
        """Make the window anew once nothing runs; not while something would be lost by that."""
        window = self.window
        if window.rooms.librarian.errands.names() or window.bridge.aside is not None:
            window.toast.show_words(tr("The language changes at the next start: something is still going on here"))
        else:
            window.bridge.when_quiet(partial(QTimer.singleShot, 0, partial(self.renew, choice)))

    def renew(self, choice: str) -> None:
        """Close the window and open one in another language in its place."""
        old, before = self.window, self._choice
        place, page = old.saveGeometry(), old.rooms.pages.current
        chat, locked = old.conversation.chat_id, old.rooms.lock.locked
        shown = old.isVisible()
        old.closed.disconnect(self.ended)
        old.presence.quit()
        self._choice = choice
        speak(self._app, choice)
        self.window = self._made()
        self.window.restoreGeometry(place)
        self.window.setVisible(shown)
        old.deleteLater()
        if locked:
            self.window.rooms.lock.shut()
        if chat:
            self.window.conversation.open(chat, partial(self._arrive, page, before))
        else:
            self._arrive(page, before)

    def _arrive(self, page: str, before: str) -> None:
        """Show the page that was shown, and offer the way back to the language before."""
        window = self.window
        if page == "settings":
            window.rooms.settings.refresh()
        window.rooms.pages.show(page)
        words = tr("Language changed")
        window.toast.show_step(words, tr("Undo"), lambda: window.rooms.preferences.put(SETTING, before, words))
