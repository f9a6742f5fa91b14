"""Chats of another assistant come in through the settings, wait as suggestions, are accepted at once and taken back whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from engine.item import Origin, State
from tests.desktop.world import World

SAID = (
    "My name is Ottilie Brandt and I take the tram to work every morning.",
    "I prefer green tea to coffee.",
    "My sister Ana lives in Porto.",
)


def export(folder: Path) -> Path:
    """A file in the shape of ChatGPT's export."""
    chats = [_chat(number, text) for number, text in enumerate(SAID)]
    path = folder / "conversations.json"
    path.write_text(json.dumps(chats), encoding="utf-8")
    return path


def _chat(number: int, text: str) -> dict[str, Any]:
    said = [("user", text), ("assistant", "I see.")]
    mapping: dict[str, Any] = {"root": {"id": "root", "message": None, "parent": None, "children": []}}
    for place, (role, words) in enumerate(said):
        mapping[f"n{place}"] = {
            "id": f"n{place}",
            "parent": f"n{place - 1}" if place else "root",
            "children": [],
            "message": {
                "id": f"{number}-{place}",
                "author": {"role": role},
                "create_time": 1714550400.0 + place,
                "content": {"content_type": "text", "parts": [words]},
                "recipient": "all",
            },
        }
    return {"title": f"Chat {number}", "conversation_id": f"c{number}", "current_node": "n1", "mapping": mapping}


def test_an_import_is_reviewed_as_a_list_accepted_at_once_and_taken_back(
    journey: World, press: Callable[..., None], tmp_path: Path
) -> None:
    world, path = journey, export(tmp_path)
    world.say("Hello", "Hello.")
    world.window.rooms.show_settings()
    world.window.rooms.preferences.import_from(path)
    world.until(lambda: len(world.memory.memory.proposals) >= 3)
    act = world.window.toast
    world.until(lambda: "new" in act.words.full())
    waiting = list(world.memory.memory.proposals)
    assert {item.origin for item in waiting} == {Origin.IMPORTED}
    assert world.learning.items(user_id="me") == []
    assert len(world.database.chats("me")) == 4

    review = next(one for one in world.window.toast.offered if isinstance(one, QPushButton) and one.text() == "Review")
    review.click()
    page = world.window.review.page
    world.until(lambda: page.isVisible() and len(page.model.entries) == len(waiting))
    press(Qt.Key.Key_A, ctrl=True)
    assert len(page.model.chosen) == len(waiting)
    press(Qt.Key.Key_A)
    world.until(lambda: {world.state(item) for item in waiting} == {State.ACTIVE})
    world.until(lambda: "Name: Ottilie Brandt" in world.cards("user_profile"))
    press(Qt.Key.Key_Escape)
    world.say("What do you remember about me?")
    assert "Ottilie Brandt" in world.prompt()
    assert "green tea" in world.prompt()

    world.window.bridge.undo()
    world.until(lambda: {world.state(item) for item in waiting} == {State.PROPOSED})
    world.window.bridge.undo()
    world.until(lambda: world.learning.items(None, None, "me") == [])
    world.until(lambda: len(world.database.chats("me")) == 1)
    world.window.rooms.preferences.import_from(path)
    world.until(lambda: len(world.memory.memory.proposals) == len(waiting))
    world.until(lambda: not world.window.rooms.librarian.errands.names())
