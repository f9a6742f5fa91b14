"""The transcript: it follows only when asked to, holds long chats by the page, and finds the source of an item."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.chat.answer import AnswerView
from desktop.chat.blocks import Prose
from desktop.chat.hub import Hub
from desktop.chat.message import Shown
from desktop.chat.transcript import Transcript
from desktop.words import now
from engine.item import Turn
from tests.desktop.world import World

LONG = "\n\n".join(f"Paragraph {n} of a long answer that fills the window." for n in range(40))


def turns(count: int) -> list[Shown]:
    return [
        Shown(Turn(f"t{n}", "c", "me", n, "assistant" if n % 2 else "user", f"message {n}", now()))
        for n in range(count)
    ]


@pytest.fixture
def transcript(qtbot: QtBot) -> Transcript:
    made = Transcript()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_follows_the_answer_while_one_is_at_the_end(world: World) -> None:
    world.say("Long", LONG)
    bar = world.transcript.verticalScrollBar()
    world.until(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())


def test_scrolled_up_it_never_moves_by_itself_and_offers_to_jump_to_the_end(world: World) -> None:
    world.say("Long", LONG)
    world.answers.append(world.held(LONG, "\n\n".join(["more"] * 30)))
    world.send("Longer")
    world.until(lambda: world.answer().markdown == LONG)
    bar = world.transcript.verticalScrollBar()
    world.until(lambda: bar.value() == bar.maximum())
    bar.setValue(40)
    before = bar.maximum()
    world.gate.set()
    world.until(lambda: world.answer().finished and bar.maximum() > before)
    assert bar.value() == 40
    assert world.transcript.jump.isVisible()
    world.transcript.jump.click()
    assert bar.value() == bar.maximum()
    assert world.transcript.following


def test_a_turn_that_is_not_shown_yet_is_made_scrolled_to_and_lit_up(transcript: Transcript, qtbot: QtBot) -> None:
    transcript.open(turns(200))
    assert transcript.show_turn("t8", "message 8")
    view = next(view for view in transcript.views if view.turn_id == "t8")
    assert view.flashing
    qtbot.waitUntil(lambda: 0 <= view.mapTo(transcript, view.rect().topLeft()).y() < 100)
    assert view.texts()[0].extraSelections()[0].cursor.selectedText() == "message 8"


def test_a_turn_of_another_chat_is_not_found(transcript: Transcript) -> None:
    transcript.open(turns(4))
    assert not transcript.show_turn("elsewhere")


def test_where_from_opens_the_chat_lights_up_the_turn_and_marks_the_quote(world: World) -> None:
    world.say("Remember that I prefer short answers.")
    item = world.learning.items("user_memory", user_id="me")[0]
    world.conversation.new_chat()
    world.until(lambda: len(world.memory.sections["user_memory"].cards) == 1)
    world.memory.sections["user_memory"].cards[0].toggle_source()
    world.until(lambda: len(world.transcript.views) == 2 and world.transcript.views[0].flashing)
    marked = world.transcript.views[0].texts()[0].extraSelections()
    assert marked[0].cursor.selectedText() == item.quote


def test_the_source_in_a_deleted_chat_is_said_to_be_gone(world: World) -> None:
    world.say("Remember that I prefer short answers.")
    item = world.learning.items("user_memory", user_id="me")[0]
    chat = world.chats.chat(world.conversation.chat_id)
    assert chat is not None
    world.chats.acts.delete(chat)
    world.until(lambda: world.conversation.chat_id == "")
    world.window.show_source(item)
    world.until(lambda: "not there any more" in world.window.toast.words.full())


def test_a_streaming_answer_renders_only_its_last_block_again(transcript: Transcript) -> None:
    answer = AnswerView("a", Hub())
    answer.append("Before.\n\n```python\nx = 1\n```\n\nAfter")
    blocks = answer.texts()
    answer.append(" more")
    assert answer.texts()[0] is blocks[0]
    assert answer.texts()[-1].toPlainText() == "After more"
    answer.deleteLater()


GROWS = """Some words of an answer, with **strong** ones and `code`, that go on  for a while.

1. A first point of the list that is long enough
2. a second, with a [link](https://example.org) in it

> A quotation that is long enough to be added to. It costs $5 or more & so on.

| a | b |
|---|---|
| one | two more words |

The last line of it: 3 words, and (more) *words* at the end_of_it.
"""


@pytest.mark.parametrize("size", [1, 3, 17])
def test_text_that_was_added_word_by_word_looks_as_if_it_had_come_at_once(qtbot: QtBot, size: int) -> None:
    growing, whole = Prose(), Prose()
    for view in (growing, whole):
        qtbot.addWidget(view)
    for at in range(0, len(GROWS), size):
        growing.grow(GROWS[: at + size])
        whole.show_markdown(GROWS[: at + size])
        assert growing.toPlainText().rstrip() == whole.toPlainText().rstrip()
    assert growing.toHtml() == whole.toHtml()


def test_the_page_is_no_taller_than_what_stands_on_it(world: World, tmp_path: Path) -> None:
    answer = world.say("Remember that I prefer short answers.")
    page = world.transcript.widget()
    assert page is not None
    bottom = answer.mapTo(page, answer.rect().bottomLeft()).y()
    assert page.height() <= max(world.transcript.viewport().height(), bottom + 40)
