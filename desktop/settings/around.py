"""The section of what is around the window: the quick ask with a key of the desktop, and staying in the tray."""

from __future__ import annotations

import shlex
import shutil
import sys

from PySide6.QtGui import QGuiApplication

from desktop.keys import Keys
from desktop.presence import STAY
from desktop.settings.preferences import Preferences
from desktop.settings.rows import Choice, Section
from desktop.tongue import tr
from desktop.widgets import button


class AroundSection(Section):
    """tray: whether this desktop has one; without it nothing about it is offered."""

    def __init__(self, keys: Keys, preferences: Preferences, *, tray: bool) -> None:
        super().__init__(tr("Around the window"))
        self._keys, self._preferences = keys, preferences
        self.copied = button(tr("Copy the command"), self._copy)
        self.quick = self.add(tr("Quick ask"), "", self.copied)
        self.tray: Choice | None = None
        if tray:
            about = tr("Closing the window leaves Keepwise in the tray. Quit in its menu ends it.")
            self.tray = Choice(tr("Stay in the tray"), ((False, tr("Off")), (True, tr("On"))))
            self.tray.picked.connect(self._stay)
            self.add(tr("Stay in the tray"), about, self.tray)
        keys.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now."""
        about = tr(
            "One line to ask in, over everything: by {keys} in the window. Keepwise cannot take a key of the whole desktop "
            "for itself; give one to this command in the keyboard settings of your desktop: {command}"
        )
        self.quick.tell(
            about.format(keys=self._keys.shown("quick_ask") or tr("a key of your choice"), command=command())
        )
        if self.tray is not None:
            self.tray.show_value(bool(self._preferences.get(STAY)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(command())

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
