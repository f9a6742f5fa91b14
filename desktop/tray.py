"""The icon in the desktop's tray: its menu, and a mark on it while learning is paused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop.assets import asset
from desktop.icons import icon
from desktop.theme import LIGHT
from desktop.tongue import tr, tr_later

SIZES = (16, 22, 24, 32, 48, 64)
WORDS = {
    "open": tr_later("Open Keepwise"),
    "quick_ask": tr_later("Quick ask"),
    "new_chat": tr_later("New chat"),
    "temporary_chat": tr_later("Temporary chat"),
    "learning": tr_later("Pause learning"),
    "quit": tr_later("Quit"),
}


class TrayMenu(QMenu):
    """What the icon offers: `acts` by name, of those in `WORDS`; "learning" pauses or goes on."""

    def __init__(self, acts: dict[str, Callable[[], object]]) -> None:
        super().__init__()
        self.entries: dict[str, QAction] = {}
        for name, act in acts.items():
            if name in ("learning", "quit"):
                self.addSeparator()
            self.entries[name] = self.addAction(tr(WORDS[name]))
            self.entries[name].triggered.connect(lambda _=False, act=act: act())

    def show_paused(self, paused: bool) -> None:
        """Offer to go on learning, or to pause."""
        self.entries["learning"].setText(tr("Resume learning") if paused else tr("Pause learning"))


class Tray(QObject):
    """Icon and menu. Shown from the start until `hide`."""

    def __init__(self, acts: dict[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self.menu = TrayMenu(acts)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(lambda why: self._clicked(why, acts["open"]))
        self.show_paused(False)
        self.icon.show()

    def show_paused(self, paused: bool) -> None:
        """Show in the icon, its tooltip and its menu whether learning is paused."""
        self.icon.setIcon(tray_icon(paused))
        self.icon.setToolTip(tr("Keepwise: learning is paused") if paused else "Keepwise")
        self.menu.show_paused(paused)

    def tell(self, words: str) -> None:
        """Say something where the desktop shows messages."""
        self.icon.showMessage("Keepwise", words, self.icon.icon())

    def hide(self) -> None:
        """Take the icon away."""
        self.icon.hide()
        self.menu.deleteLater()

    def _clicked(self, why: QSystemTrayIcon.ActivationReason, act: Callable[[], object]) -> None:
        if why in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            act()


def tray_icon(paused: bool) -> QIcon:
    """Our drawing; paused: with the two bars of a pause in its corner."""
    own = QIcon(str(asset("icons", "keepwise.svg")))
    if not paused:
        return own
    result = QIcon()
    for size in SIZES:
        drawn = QPixmap(size, size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, own.pixmap(size, size))
        corner = QRect(size * 3 // 8, size * 3 // 8, size * 5 // 8, size * 5 // 8)
        painter.setBrush(QColor(LIGHT.surface))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(corner)
        icon("pause", LIGHT.warning).paint(painter, corner.adjusted(1, 1, -1, -1))
        painter.end()
        result.addPixmap(drawn)
    return result
