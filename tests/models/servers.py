"""A model server of a few lines that speaks the common HTTP interface as scripted: events, refusals, breaks and silence."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from models.wire import Server, server_at

Body = dict[str, Any]


@dataclass
class Double:
    """What the server says next, and what it was asked.

    events: the choices' deltas of the next answers, or a complaint (status, text). refuse: whether a request is refused
    and with what. held: set while an answer may go on. broken: the connection ends without an end. plain: no streaming.
    """

    address: str = ""
    answers: list[list[Body]] = field(default_factory=list)
    asked: list[Body] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    refuse: Callable[[Body], tuple[int, str] | None] = lambda body: None
    models: tuple[int, Any] = (200, {"data": [{"id": "toy-3b"}]})
    tokens: int | None = None
    usage: Body | None = None
    go_on: threading.Event = field(default_factory=threading.Event)
    waiting: threading.Event = field(default_factory=threading.Event)
    hold_after: int | None = None
    break_after: int | None = None
    plain: bool = False
    reason: str = "stop"

    @property
    def server(self) -> Server:
        return server_at(self.address)


class Handler(http.server.BaseHTTPRequestHandler):
    """Speaks for one Double."""

    double: Double

    def do_GET(self) -> None:
        status, body = self.double.models
        self.headers_of(status, "application/json", location="http://127.0.0.1:1/v1" if status == 302 else "")
        self.wfile.write(json.dumps(body).encode())

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/tokenize":
            return self.count()
        self.double.asked.append(body)
        self.double.headers.append(dict(self.headers))
        refused = self.double.refuse(body)
        if refused is not None:
            self.headers_of(refused[0], "application/json")
            self.wfile.write(refused[1].encode())
            return None
        try:
            self.answer(self.double.answers.pop(0))
        except OSError:
            return None  # the reader has left
        return None

    def answer(self, deltas: list[Body]) -> None:
        double = self.double
        if double.plain:
            self.headers_of(200, "application/json")
            choice = {"message": deltas[0], "finish_reason": double.reason}
            self.wfile.write(json.dumps({"choices": [choice]}).encode())
            return
        self.headers_of(200, "text/event-stream")
        for place, delta in enumerate(deltas):
            if place == double.hold_after:
                double.waiting.set()
                double.go_on.wait(10)
            if place == double.break_after:
                return
            self.event({"choices": [{"index": 0, "delta": delta, "finish_reason": None}]})
        self.event({"choices": [{"index": 0, "delta": {}, "finish_reason": double.reason}]})
        if double.usage is not None:
            self.event({"choices": [], "usage": double.usage})
        self.wfile.write(b"data: [DONE]\n\n")

    def event(self, body: Body) -> None:
        self.wfile.write(f": a comment\ndata: {json.dumps(body)}\n\n".encode())
        self.wfile.flush()

    def count(self) -> None:
        self.headers_of(404 if self.double.tokens is None else 200, "application/json")
        self.wfile.write(json.dumps({"tokens": [1] * (self.double.tokens or 0)}).encode())

    def headers_of(self, status: int, kind: str, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if location:
            self.send_header("Location", location)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay quiet."""


@contextmanager
def served() -> Iterator[Double]:
    """A server on this machine for the length of the block."""
    double = Double()

    class Own(Handler):
        pass

    Own.double = double
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Own)
    server.daemon_threads = False
    double.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield double
    finally:
        double.go_on.set()
        server.shutdown()
        thread.join()
        server.server_close()


def words(text: str) -> list[Body]:
    """An answer, word by word."""
    return [{"content": part} for part in text.replace(" ", " \0").split("\0")]
