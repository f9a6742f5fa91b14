"""The model's process dies in the middle of an answer: nothing that was said is lost, and the next message is answered."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.events import Finished
from models import open_chat
from models.catalogue import folder_of
from models.llama import LlamaChat
from models.own import import_file
from tests.desktop.world import World, button_of
from tests.models.conftest import tiny_file  # noqa: F401

pytestmark = [pytest.mark.model, pytest.mark.timeout(600)]

LONG = "Write a long story about a lighthouse keeper and the sea."


@pytest.fixture
def living(qtbot: QtBot, tmp_path: Path) -> Iterator[World]:
    """A window whose model is the small one of the tests, in its own process."""
    model = open_chat("tiny", context=2048)
    world = World(qtbot, tmp_path, real=model)
    qtbot.addWidget(world.window)
    yield world
    world.close()
    speaks = world.window.rooms.app.model
    if speaks is not None:
        speaks.close()


def kill(world: World) -> None:
    """End the process of the model that speaks, as the system does when memory runs out."""
    model = world.window.rooms.app.model
    assert isinstance(model, LlamaChat)
    assert model.process_id is not None
    os.kill(model.process_id, signal.SIGKILL)


def begun(world: World, text: str) -> None:
    world.send(text)
    world.until(lambda: len(world.answer().markdown) > 40)


def test_a_crash_in_mid_answer_keeps_the_text_and_the_next_message_is_answered(living: World) -> None:
    world = living
    begun(world, LONG)
    kill(world)
    world.until(world.conversation.banner.isVisible)
    assert world.conversation.banner.title.text() == "The model stopped unexpectedly"
    assert world.answer().finished
    kept = world.turns()[-1]
    assert (kept.state, kept.text) == ("stopped", world.answer().markdown)
    assert len(kept.text) > 40
    assert world.turns()[0].text == LONG

    button_of(world.conversation.banner, "Retry").click()
    world.until(lambda: len(world.answer().markdown) > len(kept.text))
    world.window.bridge.stop()
    world.until(lambda: world.answer().finished)
    world.idle()
    assert world.turns()[-1].text.startswith(kept.text)
    assert len(world.turns()) == 2

    begun(world, f"{LONG} Another one.")
    world.window.bridge.stop()
    world.until(lambda: world.answer().finished)
    world.idle()
    assert [turn.role for turn in world.turns()] == ["user", "assistant"] * 2


def test_a_new_model_that_dies_in_its_first_answer_gives_way_to_the_one_before(
    living: World,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tiny_file: Path,  # noqa: F811
) -> None:
    world, librarian = living, living.window.rooms.librarian
    embedder = folder_of("embedder")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "embedder").symlink_to(embedder)
    monkeypatch.setenv("KEEPWISE_MODELS", str(tmp_path / "models"))
    old, new = (import_file(tiny_file, link=True).name for _ in range(2))
    for name in (old, new):
        librarian.use(name)
        world.until(lambda name=name: librarian.current == name and not librarian.starting)  # type: ignore[misc]
        if name == old:
            begun(world, LONG)
            world.window.bridge.stop()
            world.until(lambda: world.answer().finished)
            world.idle()
    begun(world, LONG)
    kill(world)
    world.until(lambda: librarian.current == old and not librarian.starting)
    assert "speaks again" in world.window.rooms.notice.words.text()
    assert world.questions()[-1] == LONG
    assert button_of(world.conversation.banner, "Retry").isVisible()
    answers: list[Finished] = []
    world.window.bridge.happened.connect(lambda _, event: answers.append(event) if isinstance(event, Finished) else 0)
    begun(world, f"{LONG} Another one.")
    world.window.bridge.stop()
    world.until(lambda: len(answers) == 1)
    world.idle()
    assert world.database.setting("model") == old
