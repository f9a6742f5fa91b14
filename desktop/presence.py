"""What Keepwise has around its main window: the quick ask, the icon in the tray, and orders of a second start.

Without a tray the window ends the program when it is closed, and nothing is offered that needs one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from desktop import motion
from desktop.instance import Order, take_token
from desktop.portal import Portal
from desktop.quick import QuickAsk
from desktop.reveal import reveal
from desktop.tongue import tr
from desktop.tray import Tray
from engine.events import Changed

if TYPE_CHECKING:
    from desktop.memory import Memory
    from desktop.window import MainWindow

STAY = "tray"
"""Setting: closing the window leaves the program in the tray."""
DESKTOP_KEY = "desktop_key"
"""Setting: the quick ask has a key of the whole desktop, where the desktop gives one."""
TOLD = "tray_told"
"""Setting: it was said where the window went when it was closed the first time."""


class Presence(QObject):
    """Belongs to one window. `tray` is None where the desktop has none."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._bridge = window, window.bridge
        self._ending = self._ended = False
        self.quick = QuickAsk(window.bridge)
        self.tray = Tray(self._acts(), self) if window.has_tray else None
        window.keys.bind("quick_ask", window, self.ask)
        window.keys.bind("quit", window, self.quit)
        self._connect()
        if window.portal is not None:
            self._connect_portal(window.portal)

    def _acts(self) -> dict[str, Callable[[], object]]:
        window = self._window
        return {
            "open": self.come,
            "quick_ask": self.ask,
            "new_chat": partial(self._in_window, window.conversation.new_chat),
            "temporary_chat": partial(self._in_window, window.temporary.start),
            "learning": window.toggle_learning,
            "quit": self.quit,
        }

    def _connect(self) -> None:
        window, quick = self._window, self.quick
        quick.open_wanted.connect(self._open)
        quick.conversation.started.connect(lambda _: window.chats.reload())
        window.conversation.events.elsewhere = self._shows
        window.rooms.lock.was_shut.connect(quick.hide)
        quick.conversation.review_wanted.connect(lambda item: self._in_window(partial(window.review_item, item)))
        quick.conversation.item_wanted.connect(lambda item_id: self._in_window(partial(reveal, window, item_id)))
        quick.conversation.source_wanted.connect(
            lambda chat, turn: self._in_window(partial(window.conversation.go_to, chat, turn))
        )
        window.memory.loaded.connect(self._loaded)
        window.bridge.acted.connect(self._acted)
        window.destroyed.connect(quick.deleteLater)  # not sooner: it hears the bridge until that is closed

    def _connect_portal(self, portal: Portal) -> None:
        portal.pressed.connect(self._pressed)
        portal.changed.connect(self._heard)
        portal.refused.connect(self._no_key)
        self._window.rooms.preferences.changed.connect(self._preferred)
        self._heard()

    def _heard(self) -> None:
        portal = self._window.portal
        if portal is not None and not self._ended:
            motion.follow(portal.state.less_motion)
            self._seek_key()

    def _preferred(self, name: str, value: object) -> None:
        portal = self._window.portal
        if name == DESKTOP_KEY and portal is not None:
            portal.unbind() if not value else self._seek_key()

    def _seek_key(self) -> None:
        """Ask the desktop for a key if that is wanted and it gives any; it remembers what the user answered."""
        portal = self._window.portal
        if portal is not None and portal.state.offers_key and self._window.rooms.preferences.get(DESKTOP_KEY):
            portal.bind(tr("Quick ask"))

    def _no_key(self) -> None:
        self._window.rooms.preferences.put(DESKTOP_KEY, False, tr("Your desktop gave no key to the quick ask"))

    def _pressed(self, token: str) -> None:
        if not self._ended:
            self.take(Order(ask=True, token=token))

    @property
    def stays(self) -> bool:
        """Whether closing the window only hides it: the user wants that, and there is an icon to bring it back."""
        app = cast("QGuiApplication", QGuiApplication.instance())
        if self.tray is None or self._ending or app.isSavingSession():
            return False
        return bool(self._bridge.database.setting(STAY, False))

    def come(self) -> None:
        """Bring the main window to the front."""
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.activateWindow()

    def ask(self, question: str = "") -> None:
        """Bring the quick ask to the front; a locked window is to be unlocked first."""
        if self._window.rooms.lock.locked:
            self.come()
        else:
            self.quick.show_remote(self._window.rooms.remote_host)
            self.quick.come(question)

    def take(self, order: Order) -> None:
        """Do what a second start wants."""
        take_token(order.token)
        if order.ask:
            self.ask(order.question)
        else:
            self.come()

    def quit(self) -> None:
        """End the program, whatever closing the window does."""
        self._ending = True
        self._window.close()

    def end(self) -> None:
        """The window was closed for good: nothing of it stays."""
        if not self._ended:
            self._ended = True
            self.quick.leave()
            if self.tray is not None:
                self.tray.hide()

    def hidden(self) -> None:
        """The window was closed into the tray: say so, the first time."""
        database = self._bridge.database
        if self.tray is not None and not database.setting(TOLD, False):
            self.tray.tell(tr("Keepwise goes on here. Quit in this icon's menu ends it."))
            self._bridge.run(lambda: database.set_setting(TOLD, True))

    def exchanged(self) -> None:
        """Another memory file is open now."""
        self.quick.conversation.new_chat()

    def _in_window(self, act: Callable[[], object]) -> None:
        self.come()
        if not self._window.rooms.lock.locked:
            act()

    def _open(self, chat_id: str) -> None:
        """Go on in the main window; what was typed and not asked goes along."""
        window, field = self._window, self.quick.conversation.composer
        text, main = field.text(), window.conversation
        self._in_window(partial(main.open, chat_id) if chat_id else main.new_chat)
        if text.strip() and not main.composer.text().strip():
            main.composer.set_text(text)
            field.set_text("")
        main.focus()

    def _shows(self, chat_id: str) -> bool:
        return self.quick.isVisible() and self.quick.conversation.chat_id == chat_id

    def _loaded(self, memory: Memory) -> None:
        if self.tray is not None:
            self.tray.show_paused(memory.paused)

    def _acted(self, _: str, changed: Changed | None) -> None:
        if changed is not None and self.quick.conversation.chat_id in changed.chats:
            self.quick.conversation.new_chat()


def has_tray() -> bool:
    """Whether this desktop shows icons of programs."""
    return QSystemTrayIcon.isSystemTrayAvailable()
