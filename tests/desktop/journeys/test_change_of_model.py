"""Another model takes over in the middle of a chat, without a restart: it gets the history and what is known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.compose import SERVER
from models.catalogue import folder_of
from tests.desktop.journeys.conftest import Open
from tests.desktop.test_models_page import choose_server
from tests.models.servers import Double, served, words


@pytest.fixture(autouse=True)
def models_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No chat model is here; what learning needs is."""
    embedder = folder_of("embedder")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "embedder").symlink_to(embedder)
    monkeypatch.setenv("KEEPWISE_MODELS", str(tmp_path / "models"))


@pytest.fixture
def double() -> Iterator[Double]:
    with served() as made:
        yield made


def test_another_model_goes_on_with_the_chat_the_memory_and_the_learning(opened: Open, double: Double) -> None:
    world = opened()
    world.say("My name is Alex.", "Hello Alex.")
    chat = world.conversation.chat_id
    world.window.rooms.show_models()
    choose_server(world, world.window.rooms.models, double)
    assert world.database.setting("model") == SERVER
    world.window.rooms.pages.back()
    assert world.conversation.chat_id == chat
    assert "toy-3b" in world.window.status.model.text()

    double.answers += [words("I do: Alex."), words("{}")]
    answer = world.say("I take the tram to work every morning. Do you remember my name?")
    assert answer.markdown == "I do: Alex."
    sent = [str(message["content"]) for message in double.asked[1]["messages"]]
    assert [part for part in sent if "My name is Alex." in part]
    assert [part for part in sent if "Hello Alex." in part]
    assert [turn.role for turn in world.turns()] == ["user", "assistant"] * 2
    world.until(lambda: "I take the tram to work every morning." in world.cards("user_memory"))
