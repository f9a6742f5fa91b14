"""The promise of the first page in the real window with the real starter model: learn, restart, remember, put right."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.review.deck import Verdict
from desktop.sidebar.card import Card
from engine import LearningMode
from engine.item import State
from models import open_chat
from models.llama import LlamaChat
from tests.desktop.world import World

pytestmark = [pytest.mark.model, pytest.mark.timeout(900)]

INTRODUCTION = "My name is Alex, and I prefer concise responses."
STORES = ("user_profile", "user_memory", "session_context", "entity_memory", "learned_knowledge", "decision_log")


@pytest.fixture(scope="module")
def starter() -> Iterator[LlamaChat]:
    """The model that `make run` fetches."""
    model = open_chat("starter")
    assert isinstance(model, LlamaChat)
    list(model.stream([{"role": "user", "content": "Hi"}], max_tokens=1))  # starts its process
    yield model
    model.close()


def opened(bot: QtBot, folder: Path, model: LlamaChat) -> World:
    """The application as it starts: the window on the memory file of that folder."""
    world = World(bot, folder, real=model)
    bot.addWidget(world.window)
    return world


def card_with(world: World, store: str, text: str) -> Card:
    """The sidebar's card that holds a text."""
    found = [card for card in world.memory.sections[store].cards if text in card.item.text]
    assert found, [card.item.text for card in world.memory.sections[store].cards]
    return found[0]


def words_of(card: Card) -> str:
    """All words that a card shows."""
    shown: list[QLabel | QPushButton] = [*card.findChildren(QLabel), *card.findChildren(QPushButton)]
    return " ".join(widget.text() for widget in shown if not widget.isHidden())


def test_the_window_learns_remembers_after_a_restart_and_can_be_corrected(
    qtbot: QtBot, tmp_path: Path, starter: LlamaChat
) -> None:
    world = opened(qtbot, tmp_path, starter)
    answer = world.say(INTRODUCTION)
    assert any("Remembered: Name: Alex" in chip.words.text() for chip in answer.chips.chips)
    world.close()

    world = opened(qtbot, tmp_path, starter)
    world.conversation.new_chat()
    said = world.say("What do you remember about me?").markdown
    assert "Alex" in said
    assert any(word in said.lower() for word in ("concise", "short", "brief"))

    name, preference = card_with(world, "user_profile", "Alex"), card_with(world, "user_memory", "concise")
    for card, quote in ((name, "My name is Alex"), (preference, "I prefer concise responses")):
        card.toggle_source()
        assert quote in words_of(card)
        assert "Show in" in words_of(card)

    name.edit()
    assert name.editor is not None
    name.editor.field.setPlainText("Alexandra")
    name.editor.save()
    world.until(lambda: "Alexandra" in world.learning.item(name.item.id).text)
    world.conversation.new_chat()
    assert "Alexandra" in world.say("What is my name?").markdown

    world.window.bridge.undo()
    world.until(lambda: world.learning.item(name.item.id).text == "Name: Alex")
    world.conversation.new_chat()
    said = world.say("What is my name?").markdown
    assert "Alex" in said
    assert "Alexandra" not in said
    world.close()


def test_with_ask_me_first_nothing_is_used_until_it_is_accepted(
    qtbot: QtBot, tmp_path: Path, starter: LlamaChat
) -> None:
    world = opened(qtbot, tmp_path, starter)
    for store in STORES:
        world.learning.set_mode(store, LearningMode.PROPOSE)
    answer = world.say(INTRODUCTION)
    assert any("Suggested" in chip.words.text() for chip in answer.chips.chips)
    world.conversation.new_chat()
    assert "Alex" not in world.say("What is my name?").markdown
    proposals = list(world.memory.memory.proposals)
    assert proposals
    for item in proposals:
        world.memory.inbox.open(item)
        world.memory.inbox.say(Verdict.ACCEPT)
        world.until(lambda item=item: world.state(item) is State.ACTIVE)  # type: ignore[misc]
    world.conversation.new_chat()
    assert "Alex" in world.say("What is my name?").markdown
    world.close()


def test_a_killed_model_leaves_the_window_alive_the_text_saved_and_the_next_message_works(
    qtbot: QtBot, tmp_path: Path
) -> None:
    starter = open_chat("starter")
    assert isinstance(starter, LlamaChat)
    world = opened(qtbot, tmp_path, starter)
    world.send("Tell me a long story about a lighthouse keeper, at least ten paragraphs.")
    world.until(lambda: len(world.answer().markdown) > 80)
    assert starter.process_id is not None
    os.kill(starter.process_id, signal.SIGKILL)
    world.until(world.conversation.banner.isVisible)
    assert world.conversation.banner.title.text() == "The model stopped unexpectedly"
    saved = world.turns()[-1]
    assert saved.state == "stopped"
    assert len(saved.text) > 60
    assert world.window.isVisible()
    assert world.say("What is two plus two? Answer with the number only.").markdown.strip().startswith("4")
    world.close()
    starter.close()
