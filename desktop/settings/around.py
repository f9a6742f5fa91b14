"""The section of what is around the window: the quick ask with a key of the whole desktop, and staying in the tray."""

from __future__ import annotations

import shlex
import shutil
import sys

from PySide6.QtGui import QGuiApplication

from desktop.keys import Keys
from desktop.portal import Portal, State
from desktop.presence import DESKTOP_KEY, STAY
from desktop.settings.preferences import Preferences
from desktop.settings.rows import Choice, Section, buttons
from desktop.tongue import tr
from desktop.widgets import button


class AroundSection(Section):
    """portal: the desktop's, None where there is none; tray: whether it has one. What is not there is not offered."""

    def __init__(self, keys: Keys, preferences: Preferences, portal: Portal | None, *, tray: bool) -> None:
        super().__init__(tr("Around the window"))
        self._keys, self._preferences, self._portal = keys, preferences, portal
        self.copied = button(tr("Copy the command"), self._copy)
        self.key = Choice(tr("A key of the whole desktop"), ((False, tr("Off")), (True, tr("On"))))
        self.key.picked.connect(self._take_key)
        self.quick = self.add(tr("Quick ask"), "", buttons(self.key, self.copied))
        self.tray: Choice | None = None
        if tray:
            about = tr("Closing the window leaves Keepwise in the tray. Quit in its menu ends it.")
            self.tray = Choice(tr("Stay in the tray"), ((False, tr("Off")), (True, tr("On"))))
            self.tray.picked.connect(self._stay)
            self.add(tr("Stay in the tray"), about, self.tray)
        keys.changed.connect(self.refresh)
        if portal is not None:
            portal.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now."""
        state = self._portal.state if self._portal is not None else State()
        self.key.setVisible(state.offers_key)
        self.key.show_value(bool(self._preferences.get(DESKTOP_KEY)))
        self.copied.setVisible(not state.offers_key)
        if state.key:
            about = tr("One line to ask in, over everything: by {keys} in the window, and everywhere by {key}.")
        elif state.offers_key:
            about = tr(
                "One line to ask in, over everything: by {keys} in the window. Your desktop can give it a key that works "
                "everywhere; it asks you which."
            )
        else:
            about = tr(
                "One line to ask in, over everything: by {keys} in the window. Your desktop gives programs no keys of their "
                "own; give one to this command in its keyboard settings: {command}"
            )
        here = self._keys.shown("quick_ask") or tr("a key of your choice")
        self.quick.tell(about.format(keys=here, key=state.key, command=command()))
        if self.tray is not None:
            self.tray.show_value(bool(self._preferences.get(STAY)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(command())

    def _take_key(self, wanted: object) -> None:
        words = (
            tr("The quick ask has a key of the desktop") if wanted else tr("The quick ask has no key of the desktop")
        )
        self._preferences.put(DESKTOP_KEY, bool(wanted), words)

    def _stay(self, stays: object) -> None:
        words = (
            tr("Closing the window leaves Keepwise in the tray") if stays else tr("Closing the window ends Keepwise")
        )
        self._preferences.put(STAY, bool(stays), words)


def command() -> str:
    """What opens the quick ask from anywhere, as the desktop's settings take it: with a whole path where it needs one."""
    if shutil.which("keepwise"):
        return "keepwise ask"
    program = sys.executable if getattr(sys, "frozen", False) else shutil.which(sys.argv[0]) or sys.argv[0]
    return f"{shlex.quote(program)} ask"
