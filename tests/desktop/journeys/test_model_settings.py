"""What is set of the model holds at once: it starts again in its own process, and the chat goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.catalogue import folder_of
from models.llama import LlamaChat
from models.own import import_file
from tests.desktop.world import World
from tests.models.conftest import tiny_file  # noqa: F401


@pytest.mark.model
@pytest.mark.timeout(600)
def test_another_context_and_number_of_threads_start_the_model_again_in_the_same_chat(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tiny_file: Path,  # noqa: F811
) -> None:
    embedder = folder_of("embedder")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "embedder").symlink_to(embedder)
    monkeypatch.setenv("KEEPWISE_MODELS", str(tmp_path / "models"))
    world = World(qtbot, tmp_path)
    qtbot.addWidget(world.window)
    world.patience = 120_000
    rooms = world.window.rooms
    name = import_file(tiny_file, link=True).name
    try:
        rooms.librarian.use(name)
        world.until(lambda: rooms.librarian.current == name and not rooms.librarian.starting)
        world.say("Hello")
        chat, first = world.conversation.chat_id, rooms.app.model
        assert isinstance(first, LlamaChat)

        rooms.settings.fields["context"].picked.emit(4096)
        world.until(lambda: rooms.app.model is not first and not rooms.librarian.starting)
        second = rooms.app.model
        assert isinstance(second, LlamaChat)
        assert second.context == 4096
        assert first.process_id is None
        world.until(lambda: "4,096" in world.window.status.context.text())
        rooms.settings.fields["threads"].picked.emit(1)
        world.until(lambda: rooms.app.model is not second and not rooms.librarian.starting)
        third = rooms.app.model
        assert isinstance(third, LlamaChat)
        assert third._threads == 1

        assert world.conversation.chat_id == chat
        world.say("And again")
        assert len(world.turns()) == 4
    finally:
        world.close()
        if rooms.app.model is not None:
            rooms.app.model.close()
