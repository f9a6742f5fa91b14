"""One window for one memory file: a second start hands over to the program that runs already, and ends.

What is handed over is one line of JSON over a local socket that only this user can open: whether to show the window or the
quick ask, a question if there is one, and the desktop's permission to come to the front.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""Where a desktop (Wayland, X11) puts the permission to come to the front for what the user has just started."""
LONGEST = 64 * 1024
"""Bytes of an order; what sends more is not a second start of this program."""
_CONNECT_MS, _REPLY_MS = 500, 5000
_PAUSE_S = 0.2
_TAKEN = b"taken\n"


@dataclass(frozen=True, slots=True)
class Order:
    """What a second start wants: the window, or with `ask` the quick ask, with a question to be asked there at once."""

    ask: bool = False
    question: str = ""
    token: str = ""


def order(*, ask: bool = False, question: str = "") -> Order:
    """An order with the permission that this process was started with."""
    return Order(ask, question, next((os.environ[name] for name in TOKENS if os.environ.get(name)), ""))


def address(memory: Path, user_id: str) -> str:
    """Where the program listens that has this memory file open for this user: a path, on Windows the name of a pipe."""
    name = "keepwise-" + hashlib.sha256(f"{memory.resolve()}\n{user_id}".encode()).hexdigest()[:16]
    if sys.platform == "win32":
        return name
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    own = runtime if runtime.is_absolute() and runtime.is_dir() else Path(platformdirs.user_cache_dir("keepwise"))
    return str(own / name)


def hand_over(where: str, wanted: Order, *, patience: float = 0.0) -> bool:
    """Let the program that listens there do it; whether one did. patience: seconds to wait for one that is still starting."""
    end = time.monotonic() + patience
    while not _sent(where, wanted):
        if time.monotonic() >= end:
            return False
        time.sleep(_PAUSE_S)
    return True


def _sent(where: str, wanted: Order) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(_CONNECT_MS):
        return False
    socket.write(json.dumps(asdict(wanted)).encode() + b"\n")
    socket.waitForBytesWritten(_CONNECT_MS)
    while not socket.canReadLine() and socket.waitForReadyRead(_REPLY_MS):
        pass
    return bytes(socket.readLine().data()) == _TAKEN


class Instance(QObject):
    """Listens for second starts. Says `wanted(Order)`."""

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)

    def listen(self, where: str) -> bool:
        """Listen there from now on; whether that is possible. Only for who has the memory file open: what another program
        left behind there when it was killed is cleared away."""
        if self._server.fullServerName() == where:
            return True
        self.close()
        if sys.platform != "win32":
            Path(where).parent.mkdir(parents=True, exist_ok=True)
        QLocalServer.removeServer(where)
        return self._server.listen(where)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _connected(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.readyRead.connect(lambda: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            wanted = _order(bytes(socket.readLine().data()))
            if wanted is not None:
                socket.write(_TAKEN)
                socket.flush()
                self.wanted.emit(wanted)
            socket.disconnectFromServer()
        elif socket.bytesAvailable() > LONGEST:
            socket.abort()


def _order(line: bytes) -> Order | None:
    """What a line orders, or None for one that is no order."""
    try:
        plain = json.loads(line[:LONGEST])
        return Order(bool(plain["ask"]), str(plain["question"]), str(plain["token"]))
    except (ValueError, KeyError, TypeError):
        return None


def take_token(token: str) -> None:
    """Let Qt use the permission for the next window that comes to the front (it takes it out of the environment again)."""
    if token:
        os.environ[TOKENS[0]] = token
