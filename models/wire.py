"""One HTTP request to a model server that any thread may end: connecting, the answer's status, and its event stream.

The standard library does the talking, with two additions: connecting gives way to `end()` (a computer that is switched off
would hold it for minutes), and `end()` shuts the socket down under the thread that reads. Redirects are not followed and
proxies of the environment are not used: a request goes to the address that the person typed, and nowhere else.
"""

from __future__ import annotations

import http.client
import json
import os
import select
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from models.errors import ModelError

CONNECT_SECONDS = 10.0
_LOOK_SECONDS = 0.05
_LONGEST_LINE = 1 << 22
_LONGEST_COMPLAINT = 1 << 16

FOREIGN = (OSError, http.client.HTTPException, ValueError)
"""What the libraries below raise when a connection fails or says what is no HTTP."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server as typed: `address` ends with the version of its API (".../v1"); `key` is sent as a bearer token."""

    address: str
    key: str = ""

    @property
    def host(self) -> str:
        """The computer and port it stands on, for people."""
        return urlsplit(self.address).netloc


def server_at(typed: str, key: str = "") -> Server:
    """The server at a typed address: "192.168.1.5:11434" is http://192.168.1.5:11434/v1. Raises ModelError."""
    text = typed.strip()
    parts = urlsplit(text if "://" in text else f"http://{text}")
    try:
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or " " in text or parts.query or parts.fragment:
        raise ModelError(
            f"{typed.strip() or 'Nothing'} is no address of a server. Write it like http://192.168.1.5:11434.",
            title="That is no address",
        )
    if parts.username is not None:
        raise ModelError("Write the address without a name and password; a key has its own field.")
    return Server(f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/') or '/v1'}", key.strip())


class Call:
    """One request. `patience`: seconds without a byte after which the server counts as gone."""

    def __init__(self, server: Server, patience: float) -> None:
        self._server = server
        self._patience = patience
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._connection: http.client.HTTPConnection | None = None
        self._response: http.client.HTTPResponse | None = None
        self.ended = False

    def send(self, path: str, body: Mapping[str, Any] | None = None) -> int:
        """Send a GET, or a POST of `body` as JSON, to a path below the server's address ("//x": below its root).

        Gives the status of the answer. Raises one of FOREIGN.
        """
        self.close()
        parts = urlsplit(self._server.address)
        connection = self._connection = self._connect(parts.scheme == "https", parts.hostname or "", parts.port)
        headers = {"Accept": "text/event-stream, application/json", "User-Agent": "keepwise"}
        if self._server.key:
            headers["Authorization"] = f"Bearer {self._server.key}"
        data = None if body is None else json.dumps(body).encode()
        if data is not None:
            headers["Content-Type"] = "application/json"
        where = path[1:] if path.startswith("//") else parts.path + path
        connection.request("GET" if data is None else "POST", where, data, headers)
        self._response = connection.getresponse()
        return self._response.status

    def text(self) -> str:
        """The body of a short answer, such as a complaint."""
        assert self._response is not None, "an answer is read after a request was sent"
        return self._response.read(_LONGEST_COMPLAINT).decode("utf-8", "replace")

    def json(self) -> Any:
        """The whole body as JSON. Raises one of FOREIGN."""
        assert self._response is not None, "an answer is read after a request was sent"
        return json.loads(self._response.read())

    def events(self) -> Iterator[str]:
        """The data of each server-sent event as it comes; the whole body at once where the server does not stream."""
        response = self._response
        assert response is not None, "an answer is read after a request was sent"
        if not (response.getheader("Content-Type") or "").startswith("text/event-stream"):
            yield response.read().decode("utf-8", "replace")
            return
        data: list[str] = []
        while line := response.readline(_LONGEST_LINE):
            text = line.decode("utf-8", "replace").rstrip("\r\n")
            if text.startswith("data:"):
                data.append(text[5:].removeprefix(" "))
            elif not text and data:
                yield "\n".join(data)
                data = []
        if data:
            yield "\n".join(data)

    def end(self) -> None:
        """Close the connection from any thread; the one that reads sees its end at once."""
        with self._lock:
            self.ended = True
            if self._socket is not None:
                try:
                    # Not SSLSocket's own shutdown, which takes the object apart under the reading thread.
                    socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
                except OSError:
                    return  # closed already

    def close(self) -> None:
        """Give the connection back, from the thread that reads. Idempotent."""
        with self._lock:
            taken, self._socket = self._socket, None
        if self._response is not None:
            self._response.close()
        if self._connection is not None:
            self._connection.close()
        elif taken is not None:
            taken.close()
        self._response = self._connection = None

    def _connect(self, secure: bool, host: str, port: int | None) -> http.client.HTTPConnection:
        number = port or (443 if secure else 80)
        failure: OSError = OSError("the name leads nowhere")
        for family, kind, protocol, _, target in socket.getaddrinfo(host, number, type=socket.SOCK_STREAM):
            found = socket.socket(family, kind, protocol)
            try:
                self._reach(found, target)
                self._take(found)
                return self._spoken(found, secure, host, number)
            except OSError as error:
                found.close()
                failure = error
                if self.ended:
                    break
        raise failure

    def _reach(self, found: socket.socket, target: Any) -> None:
        """Connect, looking now and then whether anybody still wants it."""
        found.setblocking(False)
        code = found.connect_ex(target)
        deadline = time.monotonic() + min(CONNECT_SECONDS, self._patience)
        while code and not self.ended:
            _, ready, broken = select.select([], [found], [found], _LOOK_SECONDS)
            if ready or broken:
                break
            if time.monotonic() > deadline:
                raise TimeoutError("it does not answer")
        code = found.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, os.strerror(code))
        found.settimeout(self._patience)

    def _take(self, found: socket.socket) -> None:
        with self._lock:
            if self.ended:
                raise OSError("ended")
            self._socket = found

    def _spoken(self, found: socket.socket, secure: bool, host: str, port: int) -> http.client.HTTPConnection:
        connection = http.client.HTTPConnection(host, port)  # given its socket, it does not connect by itself
        if secure:
            found = ssl.create_default_context().wrap_socket(found, server_hostname=host)
            self._take(found)
        connection.sock = found
        return connection
