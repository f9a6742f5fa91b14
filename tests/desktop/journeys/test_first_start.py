"""The first start on a computer without a model: one talks soon, and what is fetched is checked before it is used."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.catalogue import Entry, ModelFile, entry, folder_of, is_installed
from models.fetch import OnProgress, Progress, fetch
from tests.desktop.newcomer import HUB_MODEL, Newcomer
from tests.desktop.world import button_of
from tests.models.toys import Hub


@pytest.mark.model
@pytest.mark.timeout(600)
def test_one_talks_with_a_small_model_while_a_better_one_comes(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = {name: folder_of(name) for name in ("embedder", "small")}
    assert is_installed("small"), "Fetch it with: keepwise models pull small"
    monkeypatch.setenv("KEEPWISE_MODELS", str(tmp_path / "models"))
    (tmp_path / "models").mkdir()
    arrives = threading.Event()

    def fetching(name: str, progress: OnProgress) -> object:
        if name in here:
            folder_of(name).symlink_to(here[name])
            return None
        while not arrives.wait(0.05):  # the larger one is still on its way, and that can be cancelled
            progress(Progress(name, 1_000_000_000, 2_500_000_000, "download"))
        file = entry(name).files[0]
        folder_of(name).mkdir()
        with (folder_of(name) / file.name).open("wb") as made:
            made.truncate(file.size or 1)  # as long as it will be; it is not started here
        return None

    newcomer = Newcomer(qtbot, tmp_path)
    newcomer.app.fetching = fetching
    window = newcomer.window
    try:
        newcomer.first.onward.click()
        newcomer.first.choices[HUB_MODEL].click()
        assert newcomer.first.meanwhile.isChecked()
        newcomer.first.begin.click()
        newcomer.until(lambda: window.rooms.librarian.current == "small" and not window.rooms.librarian.starting, 240)
        newcomer.until(lambda: "asked when it is here" in newcomer.first.pace.text(), 120)
        newcomer.first.talk.click()
        assert len(newcomer.say("My name is Alex. Say hello.").markdown) > 0
        newcomer.until(lambda: "40" in window.status.work.full())

        arrives.set()
        newcomer.until(window.rooms.notice.isVisible)
        assert "is here now" in window.rooms.notice.words.text()
        assert button_of(window.rooms.notice, "Switch to it").isVisible()
        assert window.rooms.librarian.current == "small"
    finally:
        arrives.set()
        newcomer.close()


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
