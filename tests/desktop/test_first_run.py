"""The first run: promises, a choice with verdicts, fetching with pause and failure, a small model first, and the first answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.compose import App, Settings, put_together
from desktop.library.first import FirstRun
from desktop.rooms import WELCOMED
from desktop.window import MainWindow
from engine import Database
from models import open_embedder
from models.catalogue import Entry, ModelFile, folder_of, is_installed
from models.errors import DownloadError
from models.fake import FakeEmbedder
from models.fetch import OnProgress, Progress, fetch
from models.own import import_file
from tests.models.conftest import tiny_file  # noqa: F401
from tests.models.toys import Hub

HUB_MODEL = "qwen3-4b"


class Newcomer:
    """A window as it opens for the first time, on a computer without any model."""

    def __init__(self, bot: QtBot, folder: Path, *, real_embedder: bool = False) -> None:
        self.bot = bot
        self.database = Database(folder / "memory.duckdb")
        embedder = open_embedder() if real_embedder else FakeEmbedder()
        self.app: App = put_together(Settings(home=folder), self.database, None, embedder)
        self.window = MainWindow(None, self.app.learning, self.database, parts=self.app)
        self.first: FirstRun = self.window.rooms.first
        self.window.show()
        bot.addWidget(self.window)
        self.until(lambda: len(self.first.choices) > 3)

    def until(self, condition: Callable[[], bool], seconds: int = 10) -> None:
        self.bot.waitUntil(condition, timeout=seconds * 1000)

    def choose(self, name: str) -> None:
        self.first.onward.click()
        self.first.choices[name].click()
        self.first.meanwhile.setChecked(False)
        self.first.begin.click()


@pytest.fixture
def newcomer(qtbot: QtBot, tmp_path: Path, store: Path) -> Iterator[Newcomer]:
    made = Newcomer(qtbot, tmp_path)
    yield made
    made.window.close()
    made.app.close()


def test_the_choice_tells_what_fits_and_recommends_one(newcomer: Newcomer) -> None:
    assert newcomer.first.isVisible()
    newcomer.first.onward.click()
    chosen = [name for name, choice in newcomer.first.choices.items() if choice.isChecked()]
    assert len(chosen) == 1
    assert "recommended" in newcomer.first.choices[chosen[0]].text()
    assert "free" in newcomer.first.machine.text()
    assert newcomer.first.begin.text().startswith("Download")


def test_skipping_leads_to_the_memories_and_it_is_not_shown_again(newcomer: Newcomer) -> None:
    newcomer.first.skip.click()
    newcomer.until(lambda: newcomer.database.setting(WELCOMED, False))
    assert newcomer.window.conversation.isVisible()
    again = MainWindow(None, newcomer.app.learning, newcomer.database, parts=newcomer.app)
    newcomer.bot.addWidget(again)
    assert again.rooms.pages.current == ""
    again.close()


def test_without_a_network_it_says_so_and_what_to_do(newcomer: Newcomer) -> None:
    def fetching(name: str, progress: OnProgress) -> object:
        raise DownloadError("The hub could not be read: no route to host.")

    newcomer.app.fetching = fetching
    newcomer.choose("small")
    newcomer.until(lambda: "no route to host" in newcomer.first.pace.text())
    assert "Check that this computer is online" in newcomer.first.pace.text()
    assert newcomer.first.again.isVisible()
    assert newcomer.first.later.isVisible()


def test_fetching_shows_how_far_it_is_and_pauses(newcomer: Newcomer) -> None:
    seen = threading.Event()

    def fetching(name: str, progress: OnProgress) -> object:
        while True:  # ended by the exception that cancels
            progress(Progress(name, 100_000_000, 491_400_064, "download"))
            seen.wait(0.02)

    newcomer.app.fetching = fetching
    newcomer.choose("small")
    newcomer.until(lambda: "100 MB of 491 MB" in newcomer.first.pace.text())
    newcomer.first.hold.click()
    newcomer.until(lambda: not newcomer.window.rooms.librarian.errands.names())
    assert newcomer.first.doing.text() == "Paused"
    assert newcomer.first.again.text() == "Go on"


def test_a_small_model_is_fetched_before_the_better_one(newcomer: Newcomer) -> None:
    asked: list[str] = []

    def fetching(name: str, progress: OnProgress) -> object:
        asked.append(name)
        raise DownloadError("not today")

    newcomer.app.fetching = fetching
    newcomer.first.onward.click()
    newcomer.first.choices[HUB_MODEL].click()
    assert "491 MB" in newcomer.first.meanwhile.text()
    newcomer.first.begin.click()
    newcomer.until(newcomer.first.again.isVisible)
    assert asked == ["embedder"]
    assert "0.5B" in newcomer.window.rooms.librarian.title("small")
    assert newcomer.window.rooms.librarian.problems.keys() == {"small"}


@pytest.mark.model
def test_from_the_first_start_to_the_first_answer_and_on_to_another_model(
    qtbot: QtBot,
    tmp_path: Path,
    tiny_file: Path,  # noqa: F811
    hub: Hub,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A model is fetched and checked, starts, tells its speed and answers; then another takes over in the same chat."""
    embedder = folder_of("embedder")
    monkeypatch.setenv("KEEPWISE_MODELS", str(tmp_path / "models"))
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "embedder").symlink_to(embedder)
    hub.data = tiny_file.read_bytes()
    file = ModelFile("model.gguf", None, None, len(hub.data), (hub.source,))
    entry = Entry(HUB_MODEL, "Tiny", "chat", "Apache-2.0", 135_000_000, 8192, 1, "", (file,))
    newcomer = Newcomer(qtbot, tmp_path, real_embedder=True)

    def fetching(name: str, progress: OnProgress) -> object:
        return fetch(name, model=entry, endpoint=hub.address, progress=progress)

    newcomer.app.fetching = fetching
    try:
        newcomer.choose(HUB_MODEL)
        newcomer.until(newcomer.first.talk.isVisible, 120)
        assert is_installed(HUB_MODEL)
        newcomer.until(lambda: "a second" in newcomer.first.pace.text(), 60)
        newcomer.first.talk.click()
        say(newcomer, "Hello, who are you?")
        linked = import_file(tiny_file, link=True)
        newcomer.window.rooms.librarian.use(linked.name)
        newcomer.until(lambda: newcomer.window.rooms.librarian.current == linked.name, 120)
        say(newcomer, "And now?")
        chat = newcomer.window.conversation.chat_id
        assert [turn.role for turn in newcomer.database.turns(chat)] == ["user", "assistant"] * 2
        assert newcomer.database.setting("model") == linked.name
    finally:
        newcomer.window.close()
        newcomer.app.close()


def say(newcomer: Newcomer, text: str) -> None:
    conversation = newcomer.window.conversation
    before = len(conversation.transcript.views)
    conversation.send(text)
    newcomer.until(lambda: len(conversation.transcript.views) > before)

    def speaking() -> bool:
        answer = conversation.transcript.last_answer()
        return answer is not None and bool(answer.markdown)

    newcomer.until(speaking, 240)
    newcomer.window.bridge.stop()
    newcomer.until(lambda: not newcomer.window.bridge.busy, 120)
