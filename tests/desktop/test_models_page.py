"""The models page: verdicts, downloads by the real fetcher, files of one's own, a server, and changing the model."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.compose import SERVER
from desktop.library.card import ModelCard
from desktop.library.page import ModelsPage
from desktop.library.shelf import Pace, time_left
from engine.events import Cost
from models.catalogue import Entry, ModelFile, folder_of, models_folder
from models.errors import DownloadError
from models.fetch import OnProgress, Progress, fetch
from models.own import import_file
from tests.desktop.test_files import drop, urls
from tests.desktop.world import World
from tests.models.servers import Double, served, words
from tests.models.toys import Hub, gguf

DATA = bytes(range(256)) * 400
HUB_MODEL = "qwen3-4b"


@pytest.fixture(autouse=True)
def own_store(store: Path) -> Path:
    """An empty folder of models, before any window looks at it."""
    return store


@pytest.fixture
def double() -> Iterator[Double]:
    with served() as made:
        yield made


@pytest.fixture
def page(world: World) -> ModelsPage:
    """The models page, shown by the name in the status line."""
    world.bot.mouseClick(world.window.status.model, Qt.MouseButton.LeftButton)
    made = world.window.rooms.models
    world.until(lambda: made.isVisible() and len(made.cards) > 3)
    return made


def from_hub(hub: Hub, data: bytes) -> Entry:
    """The model of the hub, as the catalogue would name it, with these bytes."""
    hub.data = data
    return Entry(HUB_MODEL, "Toy", "chat", "MIT", 1, 8, 1, "", (ModelFile("model.gguf", None, None, 9, (hub.source,)),))


def shows(world: World, card: ModelCard, words_of_it: str) -> None:
    world.until(lambda: words_of_it in card.progress.text())


def test_each_model_tells_size_licence_and_whether_it_fits(page: ModelsPage) -> None:
    card = page.cards["starter"]
    assert "1.1 GB · Apache-2.0" in card.facts.text()
    assert "needs 2.0 GB of memory" in card.fit.text()
    assert "of memory" in page.machine.text()
    assert card.main.text() == "Download 1.1 GB"


def test_escape_leads_back_to_the_conversation(world: World, page: ModelsPage) -> None:
    world.press(Qt.Key.Key_Escape, page)
    assert page.isHidden()
    assert world.conversation.isVisible()


def test_a_download_goes_through_the_real_fetcher_and_is_offered_for_use(
    world: World, page: ModelsPage, hub: Hub
) -> None:
    model, app = from_hub(hub, DATA), world.window.rooms.app

    def fetching(name: str, progress: OnProgress) -> object:
        return name == HUB_MODEL and fetch(name, model=model, endpoint=hub.address, progress=progress)

    app.fetching = fetching
    card = page.cards[HUB_MODEL]
    card.main.click()
    world.until(lambda: card.main.text() == "Use this model")
    assert (folder_of(HUB_MODEL) / "model.gguf").read_bytes() == DATA


def test_a_download_is_paused_and_goes_on_where_it_was(world: World, page: ModelsPage, hub: Hub) -> None:
    model, go_on = from_hub(hub, DATA), threading.Event()

    def fetching(name: str, progress: OnProgress) -> object:
        if name == HUB_MODEL and not go_on.is_set():
            part = folder_of(name) / "model.gguf.part"
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(DATA[:1000])
            while True:  # ended by the exception that cancels
                progress(Progress(name, 1000, len(DATA), "download"))
                go_on.wait(0.01)
        return name == HUB_MODEL and fetch(name, model=model, endpoint=hub.address, progress=progress)

    world.window.rooms.app.fetching = fetching
    card = page.cards[HUB_MODEL]
    card.main.click()
    world.until(lambda: card.main.text() == "Pause" and world.window.status.work.full() != "")
    card.main.click()
    world.until(lambda: card.main.text() == "Resume")
    assert "Paused" in card.progress.text()
    go_on.set()
    card.main.click()
    world.until(lambda: card.main.text() == "Use this model")


def test_a_download_that_fails_says_why_beside_the_model(world: World, page: ModelsPage) -> None:
    def fetching(name: str, progress: OnProgress) -> object:
        raise DownloadError("someone/toy could not be read: no route to host.")

    world.window.rooms.app.fetching = fetching
    page.cards["tiny"].main.click()
    shows(world, page.cards["tiny"], "no route to host")
    assert page.cards["tiny"].main.text().startswith("Download")


def test_a_file_is_taken_in_by_copying_and_its_undo_takes_it_out(
    world: World, page: ModelsPage, tmp_path: Path
) -> None:
    page.offer_file(gguf(tmp_path / "mine.gguf"))
    page.copy_button.click()
    world.until(lambda: "mine" in page.cards)
    assert (folder_of("own") / "mine.gguf").is_file()
    world.window.toast.button.click()
    world.until(lambda: "mine" not in page.cards)


def test_a_model_file_that_is_dropped_anywhere_is_offered_taken_in_and_deleted_with_its_size(
    world: World, tmp_path: Path
) -> None:
    page = world.window.rooms.models
    assert drop(world, urls(gguf(tmp_path / "mine.gguf", weights=1_000_000)))
    world.until(page.offer.isVisible)
    assert "Add mine.gguf (4 MB)?" in page.offered_words.text().replace("\u200b", "")
    page.copy_button.click()
    world.until(lambda: "mine" in page.cards)
    page.cards["mine"].other.click()
    world.until(lambda: "mine" not in page.cards)
    assert world.window.toast.words.full() == "Deleted mine · 4 MB"


def test_a_file_that_is_no_model_is_refused_in_a_line(world: World, page: ModelsPage, tmp_path: Path) -> None:
    (tmp_path / "song.gguf").write_bytes(b"la la la")
    page.offer_file(tmp_path / "song.gguf")
    page.link_button.click()
    world.until(lambda: "not a model file" in page.moving.text())


def test_a_deleted_model_comes_back_by_the_toast(world: World, page: ModelsPage, tmp_path: Path) -> None:
    import_file(gguf(tmp_path / "mine.gguf"), link=True)
    world.window.rooms.librarian.reload()
    world.until(lambda: "mine" in page.cards)
    page.cards["mine"].other.click()
    world.until(lambda: "mine" not in page.cards)
    world.window.toast.button.click()
    world.until(lambda: "mine" in page.cards)


def test_a_model_that_does_not_run_leaves_the_old_one_speaking(world: World, page: ModelsPage, tmp_path: Path) -> None:
    import_file(gguf(tmp_path / "empty.gguf"), link=True)
    world.window.rooms.librarian.reload()
    world.until(lambda: "empty" in page.cards)
    world.patience = 60_000
    page.cards["empty"].main.click()
    shows(world, page.cards["empty"], "could not be loaded")
    world.window.rooms.pages.back()
    assert world.say("Hello", "Still here.").markdown == "Still here."


def choose_server(world: World, page: ModelsPage, double: Double) -> None:
    double.answers.append(words("Hi"))  # the word by which a model proves that it can speak
    page.server.address.setText(double.address)
    page.server.look.click()
    world.until(lambda: not page.server.use.isHidden())
    page.server.use.click()
    world.until(lambda: world.window.rooms.librarian.current == SERVER)


def test_a_server_answers_in_the_same_chat_and_is_marked_as_leaving_this_computer(
    world: World, page: ModelsPage, double: Double
) -> None:
    world.window.rooms.pages.back()
    world.say("Hello", "From here.")
    world.window.rooms.show_models()
    assert world.window.header.remote.isHidden()
    choose_server(world, page, double)
    assert world.window.header.remote.isVisible()
    assert double.server.host in world.window.header.remote.accessibleName()
    assert double.address in world.window.rooms.notice.words.text().replace("\u200b", "")
    world.window.rooms.pages.back()
    double.answers.append(words("From the server."))
    assert world.say("And now?").markdown == "From the server."
    sent = [message["content"] for message in double.asked[-1]["messages"]]
    assert "Hello" in sent[1]
    assert "From here." in sent[2]
    assert world.model.closed
    assert "toy-3b" in world.window.status.model.text()


def test_changing_the_model_ends_the_answer_that_runs_and_keeps_what_was_said(
    world: World, page: ModelsPage, double: Double
) -> None:
    world.window.rooms.pages.back()
    world.answers.append(world.held("First half ", "second half"))
    world.send("Tell me")
    world.until(lambda: "First" in world.answer().markdown)
    choose_server(world, page, double)
    world.until(lambda: world.answer().finished)
    assert world.turns()[-1].text.startswith("First half")
    assert world.turns()[-1].state == "stopped"


def test_the_models_move_to_another_folder_and_are_used_there(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KEEPWISE_MODELS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    name = import_file(gguf(tmp_path / "toy.gguf"), link=False).name
    old, target = models_folder(), tmp_path / "elsewhere"
    target.mkdir()
    rooms = world.window.rooms
    rooms.show_models()
    world.until(lambda: name in rooms.models.cards)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    rooms.models.move_button.click()
    world.until(lambda: world.window.toast.words.full() == f"The models lie in {target} now")
    assert models_folder() == target
    assert not [path for path in old.rglob("*") if path.is_file() and path.suffix == ".gguf"]
    # A list that was read while the folder changed may be shown for a moment; the one read after the move has it.
    world.until(lambda: name in rooms.models.cards and str(target) in rooms.models.folder.text().replace("\u200b", ""))


def test_the_test_of_the_speed_gives_way_to_a_message(world: World) -> None:
    librarian = world.window.rooms.librarian
    world.gate.clear()  # the model goes on writing for as long as it is let
    librarian.measure()
    world.until(lambda: bool(world.model.calls) and world.model.calls[-1].lane == "test")
    world.send("Hello")
    world.until(lambda: not librarian.errands.running("speed"))
    world.gate.set()
    world.until(lambda: world.answer().finished)
    assert world.answer().markdown == "I see."


def test_an_address_that_leads_nowhere_is_told_in_the_form(world: World, page: ModelsPage) -> None:
    page.server.address.setText("127.0.0.1:1")
    page.server.look.click()
    world.until(lambda: "connection refused" in page.server.said.text())
    assert page.server.use.isHidden()


def test_the_meter_tells_what_a_prompt_is_made_of(world: World) -> None:
    world.window.status.show_cost(Cost(800, 120, 3000, 14, 1024))
    tip = world.window.status.meter.toolTip()
    assert "Recalled for the message: 120 tokens" in tip
    assert "Earlier messages: 3,000 tokens" in tip


def test_speed_and_rest_of_a_download_in_words() -> None:
    pace = Pace()
    pace.move(0.0, 0, 100_000_000)
    pace.move(2.0, 20_000_000, 100_000_000)
    assert pace.words() == "20 MB of 100 MB · 10.0 MB/s · about 10 s left"
    assert [time_left(seconds) for seconds in (70, 600, 7200)] == [
        "about 1 min left",
        "about 10 min left",
        "about 2 h left",
    ]
