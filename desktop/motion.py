"""Less motion for who is disturbed by it: no flashing, no blinking cursor, no fading menus.

Kept as properties of the application, as Qt keeps its own effects, so that a message needs no settings at hand. Qt 6.11
tells the contrast that the desktop asks for, but not whether it asks for less motion: so it is a choice of ours.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

SETTING = "motion"
ALL, LESS = "all", "less"
_STILL, _BLINK = "still", "blink_ms"
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
    """Move as usual (ALL) or as little as possible (LESS), from now on."""
    app = cast("QApplication", QApplication.instance())
    less = choice == LESS
    if less == still():
        return
    if less:
        app.setProperty(_BLINK, app.cursorFlashTime())
    app.setProperty(_STILL, less)
    app.setCursorFlashTime(0 if less else int(app.property(_BLINK)))
    if less:
        for effect in _EFFECTS:
            app.setEffectEnabled(effect, False)
