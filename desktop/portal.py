"""What the desktop tells and does for programs by its portal on the session bus: less motion, and a key of the whole desktop.

Interfaces Settings and GlobalShortcuts of the XDG Desktop Portal. A key of the whole desktop is the desktop's to give: it
asks the user, remembers the answer and may choose other keys. Without a bus, a portal or one of its interfaces that part is
not offered. All messages are handled in one thread; the window hears of them by signals.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import queue
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from jeepney import DBusAddress, DBusErrorResponse, HeaderFields, MatchRule, Message, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.common import RouterClosed
from jeepney.io.threading import DBusRouter, Proxy, open_dbus_router
from jeepney.wrappers import unwrap_msg
from PySide6.QtCore import QObject, Qt, Signal

log = logging.getLogger(__name__)

BUS, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SETTINGS, SHORTCUTS = "org.freedesktop.portal.Settings", "org.freedesktop.portal.GlobalShortcuts"
QUICK_ASK = "quick-ask"
TRIGGER = "CTRL+ALT+space"
"""What we would like; written as the XDG shortcuts specification does."""
_APPEARANCE, _GNOME = "org.freedesktop.appearance", "org.gnome.desktop.interface"
_SECONDS = 5.0
_TROUBLE = (OSError, KeyError, RuntimeError, ValueError, DBusErrorResponse, RouterClosed)

_Act: TypeAlias = Callable[[], None]
_Answered: TypeAlias = Callable[[int, dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class State:
    """less_motion: None where the desktop does not tell. offers_key: whether it gives keys of the whole desktop. key: the one
    that it gave, as it writes it ("" when it does not tell which); None when there is none."""

    less_motion: bool | None = None
    offers_key: bool = False
    key: str | None = None


class Portal(QObject):
    """The window's side. Quiet until `start`; `state` holds what is known so far."""

    changed = Signal()
    """`state` is another one."""
    pressed = Signal(str)
    """The key was pressed; with the desktop's permission to come to the front, "" without."""
    refused = Signal()
    """The desktop, or the user when it asked, gave no key."""
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State()
        self._line = _Line(self._told.emit, self.pressed.emit, self.refused.emit)
        self._thread = threading.Thread(target=self._line.serve, name="keepwise-portal", daemon=True)
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Ask the desktop, where there are portals; `changed` follows."""
        if sys.platform == "linux":
            self._thread.start()

    def bind(self, words: str) -> None:
        """Ask for a key that does what `words` say; `changed` or `refused` follows, after the user's answer."""
        self._line.do(lambda: self._line.bind(words))

    def unbind(self) -> None:
        """Give the key back."""
        self._line.do(self._line.unbind)

    def close(self) -> None:
        """End the thread."""
        self._line.do(None)
        if self._thread.is_alive():
            self._thread.join(_SECONDS)

    def _take(self, state: State) -> None:
        self.state = state
        self.changed.emit()


class _Line:
    """The bus's side: everything but `do` happens in the thread of `serve`."""

    def __init__(self, tell: Callable[[State], None], pressed: Callable[[str], None], refused: _Act) -> None:
        self._tell, self._pressed, self._refused = tell, pressed, refused
        self._inbox: queue.Queue[Message | _Act | None] = queue.Queue()
        self._waiting: dict[str, _Answered] = {}
        self._told: dict[str, dict[str, Any]] = {}
        self._tokens = (f"keepwise{number}" for number in itertools.count())
        self._session = ""
        self._state = State()
        self._router: DBusRouter | None = None

    def do(self, act: _Act | None) -> None:
        """Do something in the thread of `serve`; None ends it."""
        self._inbox.put(act)

    def serve(self) -> None:
        """Talk to the portal until `do(None)`, or until there is none (any more)."""
        try:
            with open_dbus_router() as router:
                self._router = router
                self._listen(router)
        except _TROUBLE as error:
            log.info("no portal of the desktop: %r", error)

    def _listen(self, router: DBusRouter) -> None:
        bus = Proxy(message_bus, router, timeout=_SECONDS)
        with contextlib.suppress(DBusErrorResponse):  # one that runs without a file that tells how it is started
            bus.StartServiceByName(BUS)
        (owner,) = bus.GetNameOwner(BUS)
        rule = MatchRule(type="signal", sender=owner)  # a signal from anybody else is not the desktop's
        bus.AddMatch(rule)
        with router.filter(rule, queue=self._inbox):
            self._begin()
            while (one := self._inbox.get()) is not None:
                try:
                    one() if callable(one) else self._hear(one)
                except _TROUBLE as error:
                    log.warning("the desktop's portal: %r", error)
                    self._give_up()

    def _begin(self) -> None:
        try:  # which program asks; portals before 1.19 find out by themselves
            self._call("org.freedesktop.host.portal.Registry", "Register", "sa{sv}", "keepwise", {})
        except DBusErrorResponse as error:
            log.debug("not registered: %r", error)
        try:
            (self._told,) = self._call(SETTINGS, "ReadAll", "as", [_APPEARANCE, _GNOME])
        except DBusErrorResponse as error:
            log.debug("no settings: %r", error)
        try:
            self._call("org.freedesktop.DBus.Properties", "Get", "ss", SHORTCUTS, "version")
            offers = True
        except DBusErrorResponse:
            offers = False
        self._put(replace(self._state, less_motion=self._less_motion(), offers_key=offers))

    def bind(self, words: str) -> None:
        """Open a session and ask for the key in it."""

        def created(results: dict[str, Any]) -> None:
            self._session = str(results["session_handle"][1])
            key = (QUICK_ASK, {"description": ("s", words), "preferred_trigger": ("s", TRIGGER)})
            options = {"handle_token": ("s", next(self._tokens))}
            self._ask("BindShortcuts", "oa(sa{sv})sa{sv}", bound, self._session, [key], "", options)

        def bound(results: dict[str, Any]) -> None:
            self._show_key(results["shortcuts"][1])

        if self._state.offers_key and not self._session:
            options = {name: ("s", next(self._tokens)) for name in ("handle_token", "session_handle_token")}
            self._ask("CreateSession", "a{sv}", created, options)

    def unbind(self) -> None:
        """Close the session, and its key with it."""
        session, self._session = self._session, ""
        self._put(replace(self._state, key=None))
        if session:
            with contextlib.suppress(*_TROUBLE):  # the desktop may have closed it
                self._call("org.freedesktop.portal.Session", "Close", "", path=session)

    def _ask(self, method: str, signature: str, then: Callable[[dict[str, Any]], None], *body: Any) -> None:
        """A request, which the user may have to answer: then `then(results)`, or `refused`."""

        def answered(code: int, results: dict[str, Any]) -> None:
            if code == 0:
                then(results)
            else:
                self._give_up()

        (handle,) = self._call(SHORTCUTS, method, signature, *body)
        self._waiting[handle] = answered

    def _give_up(self) -> None:
        self._refused()
        self.unbind()

    def _hear(self, signal: Message) -> None:
        fields, body = signal.header.fields, signal.body
        name = fields.get(HeaderFields.member)
        if name == "Response":
            answered = self._waiting.pop(fields.get(HeaderFields.path), None)
            if answered is not None:
                answered(*body)
        elif name == "SettingChanged":
            namespace, key, value = body
            self._told.setdefault(namespace, {})[key] = value
            self._put(replace(self._state, less_motion=self._less_motion()))
        elif name == "Activated" and body[:2] == (self._session, QUICK_ASK):
            self._pressed(str(body[3].get("activation_token", ("s", ""))[1]))
        elif name == "ShortcutsChanged" and body[0] == self._session:
            self._show_key(body[1])

    def _show_key(self, shortcuts: list[tuple[str, dict[str, Any]]]) -> None:
        found = next((told for name, told in shortcuts if name == QUICK_ASK), None)
        if found is None:
            self._give_up()
        else:
            self._put(replace(self._state, key=str(found.get("trigger_description", ("s", ""))[1])))

    def _less_motion(self) -> bool | None:
        """Told since portal 1.21; desktops of GNOME's kind told before whether there are animations at all."""
        asked = self._told.get(_APPEARANCE, {}).get("reduced-motion")
        animated = self._told.get(_GNOME, {}).get("enable-animations")
        if asked is not None:
            return bool(asked[1])
        return None if animated is None else not animated[1]

    def _put(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self._tell(state)

    def _call(self, interface: str, method: str, signature: str, *body: Any, path: str = PATH) -> Any:
        """One call, answered at once. Raises DBusErrorResponse."""
        assert self._router is not None
        address = DBusAddress(path, bus_name=BUS, interface=interface)
        message = new_method_call(address, method, signature or None, body)
        return unwrap_msg(self._router.send_and_get_reply(message, timeout=_SECONDS))
