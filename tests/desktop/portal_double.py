"""A desktop's portal on a bus of its own: the real protocol, answered as a test wants it."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Mapping
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.threading import DBusRouter, Proxy, ReceiveStopped, open_dbus_connection

from desktop.portal import BUS, PATH, QUICK_ASK, SETTINGS, SHORTCUTS

_REQUEST, _SESSION = "org.freedesktop.portal.Request", "/org/freedesktop/portal/desktop/session/double/one"


class PortalDouble:
    """settings: namespace -> key -> (signature, value). offers: whether it gives keys; trigger: the key that it gives, None
    when the user refuses. `asked` lists the methods that were called, `wanted` the shortcuts."""

    def __init__(
        self,
        address: str,
        settings: Mapping[str, Mapping[str, tuple[str, Any]]] | None = None,
        *,
        offers: bool = True,
        trigger: str | None = "Ctrl+Alt+Space",
    ) -> None:
        self.settings, self.offers, self.trigger = settings or {}, offers, trigger
        self.asked: list[str] = []
        self.wanted: list[Any] = []
        self._numbers = itertools.count()
        self._connection = open_dbus_connection(address)
        with DBusRouter(self._connection) as router:
            Proxy(message_bus, router).RequestName(BUS)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        """The desktop has no portal any more."""
        if self._thread.is_alive():
            self._connection.interrupt()
            self._thread.join()
            self._connection.close()

    def change(self, namespace: str, key: str, signature: str, value: object) -> None:
        """A setting of the desktop changes."""
        self._say(PATH, SETTINGS, "SettingChanged", "ssv", namespace, key, (signature, value))

    def press(self, token: str = "") -> None:
        """The user presses the key."""
        options = {"activation_token": ("s", token)} if token else {}
        self._say(PATH, SHORTCUTS, "Activated", "osta{sv}", _SESSION, QUICK_ASK, 1, options)

    def turn_to(self, trigger: str) -> None:
        """The user gives another key to it, in the settings of the desktop."""
        self._say(PATH, SHORTCUTS, "ShortcutsChanged", "oa(sa{sv})", _SESSION, self._shortcuts(trigger))

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
            except ReceiveStopped:
                return
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _answer(self, call: Message) -> None:
        name = call.header.fields[HeaderFields.member]
        self.asked.append(name)
        if name == "ReadAll":
            self._reply(call, "a{sa{sv}}", self.settings)
        elif name == "Get" and self.offers:
            self._reply(call, "v", ("u", 2))
        elif name == "CreateSession":
            self._request(call, 0, {"session_handle": ("s", _SESSION)})
        elif name == "BindShortcuts":
            self.wanted += call.body[1]
            given = {} if self.trigger is None else {"shortcuts": ("a(sa{sv})", self._shortcuts(self.trigger))}
            self._request(call, 1 if self.trigger is None else 0, given)
        elif name == "Close":
            self._reply(call, "")
        else:
            self._connection.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))

    def _request(self, call: Message, code: int, results: Mapping[str, Any]) -> None:
        handle = f"/org/freedesktop/portal/desktop/request/double/{next(self._numbers)}"
        self._reply(call, "o", handle)
        self._say(handle, _REQUEST, "Response", "ua{sv}", code, results)

    def _reply(self, call: Message, signature: str, *body: object) -> None:
        self._connection.send(new_method_return(call, signature or None, body))

    def _say(self, path: str, interface: str, name: str, signature: str, *body: object) -> None:
        self._connection.send(new_signal(DBusAddress(path, interface=interface), name, signature, body))

    @staticmethod
    def _shortcuts(trigger: str) -> list[tuple[str, dict[str, tuple[str, str]]]]:
        return [(QUICK_ASK, {"description": ("s", "Quick ask"), "trigger_description": ("s", trigger)})]
