"""The first start on a computer without a model: what is fetched is checked before anything of it is used."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from models.catalogue import Entry, ModelFile, is_installed
from models.fetch import OnProgress, fetch
from tests.desktop.newcomer import Newcomer
from tests.models.conftest import tiny_file  # noqa: F401
from tests.models.toys import Hub


def test_a_file_with_other_bytes_is_refused_and_nothing_of_it_is_used(
    qtbot: QtBot, tmp_path: Path, store: Path, hub: Hub
) -> None:
    hub.data = b"GGUF of somebody else"
    file = ModelFile("model.gguf", len(hub.data), "0" * 64, len(hub.data), (hub.source,))

    def fetching(name: str, progress: OnProgress) -> object:
        if name == "embedder":
            return None  # comes from elsewhere
        entry = Entry(name, "Tiny", "chat", "Apache-2.0", 135_000_000, 8192, 1, "", (file,))
        return fetch(name, model=entry, endpoint=hub.address, progress=progress)

    newcomer = Newcomer(qtbot, tmp_path)
    newcomer.app.fetching = fetching
    try:
        newcomer.choose("small")
        newcomer.until(newcomer.first.again.isVisible, 60)
        assert "expected checksum" in newcomer.first.pace.text()
        assert not is_installed("small")
    finally:
        newcomer.close()
