"""Less motion for who is disturbed by it: no flashing, no blinking cursor, no fading menus.

Kept as properties of the application, as Qt keeps its own effects, so that a message needs no settings at hand. What the
desktop asks for comes from its portal (`desktop.portal`): Qt 6.11 tells the contrast that it asks for, but not this.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

SETTING = "motion"
SYSTEM, ALL, LESS = "system", "all", "less"
_STILL, _BLINK, _CHOICE, _DESKTOP = "still", "blink_ms", "motion", "desktop_still"
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


def still() -> bool:
    """Whether nothing shall flash, blink or fade."""
    app = QApplication.instance()
    return app is not None and bool(app.property(_STILL))


def choose(choice: str) -> None:
    """Move as usual (ALL), as little as possible (LESS), or as the desktop asks (SYSTEM), from now on."""
    _app().setProperty(_CHOICE, choice)
    _apply()


def follow(less: bool | None) -> None:
    """The desktop asks for less motion, or not; None: it does not tell."""
    _app().setProperty(_DESKTOP, bool(less))
    _apply()


def _apply() -> None:
    app = _app()
    choice = app.property(_CHOICE)
    less = choice == LESS or (choice == SYSTEM and bool(app.property(_DESKTOP)))
    if less == still():
        return
    if less:
        app.setProperty(_BLINK, app.cursorFlashTime())
    app.setProperty(_STILL, less)
    app.setCursorFlashTime(0 if less else int(app.property(_BLINK)))
    if less:
        for effect in _EFFECTS:
            app.setEffectEnabled(effect, False)


def _app() -> QApplication:
    return cast("QApplication", QApplication.instance())
