"""Long chats: few widgets, a place that is never lost, and the way through all of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop.chat.answer import AnswerView
from desktop.chat.find import FindBar
from desktop.chat.message import QuestionView, Shown
from desktop.chat.transcript import Transcript
from desktop.live import Live
from desktop.words import now
from engine.item import Turn
from tests.desktop.world import World

LONG = "\n\n".join(f"Paragraph {n} of a long answer that fills the window." for n in range(30))
BOUND = 60
"""Most widgets of messages at a time, in a window of this size."""


def turns(count: int, text: str = "message {n}") -> list[Shown]:
    return [
        Shown(Turn(f"t{n}", "c", "me", n, "assistant" if n % 2 else "user", text.replace("{n}", str(n)), now()))
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


def top_of(transcript: Transcript, turn_id: str) -> int:
    """Where the message begins, in pixels below the upper edge."""
    place = transcript.place_of(turn_id)
    assert place is not None
    view = transcript.made[place]
    return view.y() - transcript.verticalScrollBar().value()


def test_two_thousand_messages_are_a_few_widgets_at_the_end(transcript: Transcript) -> None:
    transcript.open(turns(2000))
    assert len(transcript.shown) == 2000
    assert 0 < len(transcript.views) < BOUND
    assert transcript.views[-1].turn_id == "t1999"
    bar = transcript.verticalScrollBar()
    assert bar.value() == bar.maximum()


def test_scrolling_through_the_whole_chat_keeps_few_widgets_and_shows_every_message(
    transcript: Transcript, qtbot: QtBot
) -> None:
    transcript.open(turns(300))
    bar, seen, most = transcript.verticalScrollBar(), set[str](), 0
    while True:
        seen |= {transcript.made[place].turn_id for place in transcript.in_sight()}
        most = max(most, len(transcript.views))
        if bar.value() == 0:
            break
        bar.setValue(bar.value() - 250)
    assert seen == {f"t{n}" for n in range(300)}
    assert most < BOUND


def test_messages_stand_below_each_other_without_overlap(transcript: Transcript) -> None:
    transcript.open(turns(40, LONG))
    transcript.go(7)
    views = transcript.views
    for upper, lower in pairwise(views):
        assert upper.y() + upper.height() < lower.y()
        assert upper.height() == upper.height_for(upper.width())


def test_what_one_reads_stays_where_it_is_when_the_window_is_resized(transcript: Transcript, qtbot: QtBot) -> None:
    transcript.open(turns(200, LONG))
    transcript.go(100)
    before = top_of(transcript, "t100")
    for width in (500, 900, 420, 700):
        transcript.resize(width, 400)
        assert abs(top_of(transcript, "t100") - before) <= 2


def test_what_one_reads_stays_where_it_is_while_an_answer_comes_and_ends(transcript: Transcript, qtbot: QtBot) -> None:
    transcript.open(turns(50, LONG))
    answer = transcript.begin(Live("c", "And now?"))
    transcript.go(20)
    before = top_of(transcript, "t20")
    for _ in range(20):
        answer.append("More words of an answer.\n\n")
        transcript.grew()
        qtbot.wait(1)
        assert top_of(transcript, "t20") == before
    answer.finish("complete", ())
    transcript.place()
    assert top_of(transcript, "t20") == before
    assert "New text below" in transcript.jump.accessibleName()
    transcript.jump.click()
    assert transcript.following
    assert "New text" not in transcript.jump.accessibleName()


def test_what_holds_a_selection_is_not_dropped_when_it_is_far_away(transcript: Transcript) -> None:
    transcript.open(turns(400))
    view = transcript.views[-2]
    view.texts()[0].selectAll()
    transcript.go(0)
    assert view in transcript.views
    assert len(transcript.views) < BOUND


def test_the_arrow_keys_go_from_message_to_message(world: World) -> None:
    for n in range(4):
        world.say(f"Question {n}")
    world.transcript.setFocus()
    world.press(Qt.Key.Key_End, world.transcript)
    last = world.answer()
    assert last.hasFocus()
    world.press(Qt.Key.Key_Up, last)
    view = world.transcript.views[-2]
    assert isinstance(view, QuestionView)
    assert view.hasFocus()
    assert "Question 3" in view.accessibleName()
    world.press(Qt.Key.Key_Home, view)
    assert world.transcript.views[0].hasFocus()
    assert "Question 0" in world.transcript.views[0].accessibleName()


def test_tab_goes_through_messages_in_the_order_in_which_they_are_read(world: World) -> None:
    for n in range(2):
        world.say(f"Question {n}")
    world.transcript.setFocus()
    heights = []
    while world.transcript.focusNextPrevChild(True):
        held = QApplication.focusWidget()
        assert held is not None
        if not world.transcript.isAncestorOf(held):
            break
        heights.append(
            held.mapTo(world.transcript, held.rect().center()).y() + world.transcript.verticalScrollBar().value()
        )
    assert len(heights) > 4
    assert all(later >= earlier - 24 for earlier, later in pairwise(heights))


def test_a_screen_reader_reads_the_words_of_each_message(world: World) -> None:
    answer = world.say("Read this", "Some **bold** words")
    said = QAccessible.queryAccessibleInterface(answer)
    assert said.text(QAccessible.Text.Name) == "Keepwise: Some bold words"
    text = QAccessible.queryAccessibleInterface(answer.findChildren(QTextBrowser)[0])
    words = text.textInterface()
    assert words.text(0, words.characterCount()).strip() == "Some bold words"


def test_find_counts_all_places_also_those_that_are_no_widgets_and_goes_there(
    transcript: Transcript, qtbot: QtBot
) -> None:
    bar = FindBar(transcript)
    bar.setParent(transcript)
    shown = turns(400, "an ordinary message")
    for place in (3, 200):
        turn = Turn(f"t{place}", "c", "me", place, "assistant", "A **heron** and another *Heron* stood there.", now())
        shown[place] = Shown(turn)
    transcript.open(shown)
    bar.open()
    bar.field.setText("heron")
    bar.search()
    assert bar.count.text() == "4 of 4"
    view = transcript.made[200]
    assert 0 <= top_of(transcript, "t200") < 400
    assert len(view.texts()[0].extraSelections()) == 3  # both places, and the current one above
    bar.step(1)
    assert bar.count.text() == "1 of 4"
    assert 0 <= top_of(transcript, "t3") < 400
    bar.step(-1)
    assert bar.count.text() == "4 of 4"
    bar.field.setText("no such word")
    bar.search()
    assert bar.count.text() == "Nothing found"
    bar.close_bar()
    assert all(not text.extraSelections() for v in transcript.views for text in v.texts())


def test_ctrl_f_finds_in_the_chat_and_escape_gives_the_keyboard_back(world: World) -> None:
    world.say("Where is the heron?", "By the river.")
    world.bot.keyClick(world.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = world.conversation.find_bar
    assert bar.isVisible()
    world.bot.keyClicks(bar.field, "river")
    world.press(Qt.Key.Key_Return, bar.field)
    assert bar.count.text() == "1 of 1"
    world.press(Qt.Key.Key_Escape, bar.field)
    assert not bar.isVisible()


def test_while_it_streams_only_the_paragraph_that_grows_is_rendered(transcript: Transcript) -> None:
    answer = transcript.begin(Live("c", "Tell me"))
    answer.append("First paragraph.\n\nSecond para")
    first = answer.texts()[0]
    revision = first.document().revision()
    answer.append("graph that grows")
    assert first.document().revision() == revision
    assert [text.toPlainText() for text in answer.texts()] == ["First paragraph.", "Second paragraph that grows"]
    answer.finish("complete", ())
    assert [text.toPlainText() for text in answer.texts()] == ["First paragraph.\nSecond paragraph that grows"]


def test_the_notice_stands_where_the_model_begins_to_read(transcript: Transcript) -> None:
    transcript.open(turns(20), left_out=12)
    transcript.go(12)
    words = [w for w in transcript.made[12].findChildren(QLabel) if "no longer sent" in w.text()]
    assert "12 messages" in words[0].text()
    transcript.show_left_out(14)
    assert "no longer" not in str([w.text() for w in transcript.made[12].findChildren(QLabel) if w.isVisible()])


def test_an_answer_is_not_dropped_while_it_is_written(transcript: Transcript) -> None:
    transcript.open(turns(300, LONG))
    answer = transcript.begin(Live("c", "And?"))
    transcript.go(0)
    assert answer in transcript.views
    assert isinstance(transcript.last_answer(), AnswerView)
