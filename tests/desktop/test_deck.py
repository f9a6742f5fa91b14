"""Suggestions one at a time: a quiet count, a deck answered by keyboard, a way back, an end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QWidget

from desktop.review.deck import Verdict
from engine.item import Item, State
from tests.desktop.world import World, child

ACCEPT = (Qt.Key.Key_A, Qt.Key.Key_Right)
REJECT = (Qt.Key.Key_R, Qt.Key.Key_Left)
CTRL = Qt.KeyboardModifier.ControlModifier


def said(widget: QWidget) -> str:
    return " ".join(part.text() for part in widget.findChildren(QLabel) if part.isVisibleTo(widget))


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(world: World, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    world.press(key, focused(), modifier)


def current(world: World) -> str:
    item = world.memory.inbox.current
    return item.text if item is not None else ""


def ready(world: World) -> None:
    """Until the card that is shown tells all it can."""
    inbox = world.memory.inbox
    world.until(lambda: inbox.current is not None and inbox.reviewer.is_known(inbox.current))


def test_suggestions_are_a_quiet_count_until_one_opens_them(world: World) -> None:
    world.propose()
    inbox = world.memory.inbox
    assert inbox.title.text() == "1 suggestion"
    assert not inbox.is_open
    assert inbox.card.isHidden() or not inbox.card.isVisible()
    inbox.toggle.click()
    assert inbox.is_open
    assert inbox.hasFocus()


@pytest.mark.parametrize("key", ACCEPT)
def test_a_key_accepts_a_suggestion(world: World, key: Qt.Key) -> None:
    item = world.propose()
    world.memory.inbox.open()
    press(world, key)
    world.until(lambda: world.state(item) is State.ACTIVE)
    world.until(lambda: [card.item.text for card in world.memory.sections["entity_memory"].cards] == [item.text])
    assert said(world.memory.inbox.end) == "All reviewed 1 accepted."
    press(world, Qt.Key.Key_Escape)
    assert world.memory.inbox.isHidden()


@pytest.mark.parametrize("key", REJECT)
def test_a_key_rejects_a_suggestion_and_the_toast_brings_it_back(world: World, key: Qt.Key) -> None:
    item = world.propose()
    world.memory.inbox.open()
    press(world, key)
    world.until(lambda: world.state(item) is State.REJECTED)
    world.until(world.window.toast.isVisible)
    world.window.toast.button.click()
    world.until(lambda: world.state(item) is State.PROPOSED and current(world) == item.text)


def test_twenty_suggestions_are_reviewed_by_keyboard_alone(world: World) -> None:
    items = {f"Statement {n}.": world.propose(f"Statement {n}.", "user_memory", kind="memory") for n in range(20)}
    world.press(Qt.Key.Key_I, world.composer.editor, CTRL)
    inbox = world.memory.inbox
    order = [item.text for item in inbox.reviewer.deck.queue]
    assert sorted(order) == sorted(items)
    keys = [Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_N, Qt.Key.Key_E] * 4
    wanted: dict[str, State] = {}
    for number, (text, key) in enumerate(zip(order, keys, strict=True)):
        assert inbox.title.text() == f"{number + 1} of 20"
        assert current(world) == text
        if number == 10:  # a slip of the hand, taken back
            press(world, Qt.Key.Key_Left)
            press(world, Qt.Key.Key_Z, CTRL)
            assert current(world) == text
        press(world, key)
        if key is Qt.Key.Key_E:
            world.bot.keyClicks(focused(), " Truly")
            press(world, Qt.Key.Key_Return, CTRL)
        never = (Qt.Key.Key_Left, Qt.Key.Key_N)
        wanted[text] = State.REJECTED if key in never else State.ACTIVE
        wanted[text] = State.PROPOSED if key is Qt.Key.Key_Down else wanted[text]
    assert inbox.end.said.text() == ("4 accepted, 4 edited, 4 rejected, 4 never suggested again, 4 left for later.")
    world.desk()
    assert {text: world.state(item) for text, item in items.items()} == wanted
    assert sum(item.text.endswith(" Truly") for item in world.learning.items("user_memory")) == 4
    assert len(world.learning.never_suggested("me")) == 4
    press(world, Qt.Key.Key_Escape)
    world.until(lambda: inbox.title.text() == "4 suggestions")


def test_undo_all_at_the_end_takes_every_answer_back(world: World) -> None:
    items = [world.propose(text) for text in ("One.", "Two.", "Three.")]
    inbox = world.memory.inbox
    inbox.open()
    for key in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_N):
        press(world, key)
    inbox.end.undo.setFocus()
    press(world, Qt.Key.Key_Space)
    world.until(lambda: {world.state(item) for item in items} == {State.PROPOSED})
    assert inbox.title.text() == "1 of 3"
    world.desk()
    assert current(world) == "Three."
    press(world, Qt.Key.Key_A)
    world.desk()
    assert world.state(items[2]) is State.ACTIVE


def test_an_answer_that_something_newer_rests_on_stands_and_can_be_forgotten(world: World) -> None:
    item, other = world.propose("One."), world.propose("Two.")
    inbox, toast = world.memory.inbox, world.window.toast
    inbox.open(item)
    press(world, Qt.Key.Key_A)
    world.until(lambda: world.state(item) is State.ACTIVE)
    world.learning.edit(item.id, text="One and a half.")
    press(world, Qt.Key.Key_Z, CTRL)
    world.until(lambda: toast.isVisible() and toast.button.text() == "Forget it")
    assert "changed since" in toast.words.full()
    assert current(world) == other.text
    assert world.state(item) is State.ACTIVE
    toast.button.click()
    world.until(lambda: world.state(item) is State.FORGOTTEN)


def test_when_not_all_answers_can_be_taken_back_none_is_and_the_end_stays(world: World) -> None:
    items = [world.propose(text) for text in ("One.", "Two.")]
    inbox, toast = world.memory.inbox, world.window.toast
    inbox.open()
    press(world, Qt.Key.Key_A)
    press(world, Qt.Key.Key_A)
    world.until(lambda: {world.state(item) for item in items} == {State.ACTIVE})
    world.learning.edit(items[0].id, text="One and a half.")
    inbox.end.undo.click()
    world.until(lambda: "changed since" in toast.words.full())
    assert {world.state(item) for item in items} == {State.ACTIVE}
    assert said(inbox.end) == "All reviewed 2 accepted."


def test_what_is_left_for_later_can_be_reviewed_at_the_end(world: World) -> None:
    one, two = world.propose("One."), world.propose("Two.")
    inbox = world.memory.inbox
    inbox.open(one)
    press(world, Qt.Key.Key_Down)
    assert current(world) == "Two."
    press(world, Qt.Key.Key_A)
    world.desk()
    assert (world.state(one), world.state(two)) == (State.PROPOSED, State.ACTIVE)
    world.until(lambda: inbox.end.more.text() == "Review 1 left")
    inbox.end.more.click()
    assert current(world) == "One."


def test_the_queue_is_frozen_while_it_is_open_and_tells_what_came_in(world: World) -> None:
    world.propose("First.")
    inbox = world.memory.inbox
    inbox.open()
    ready(world)
    world.propose("Second.")
    world.propose("Third.")
    assert (inbox.title.text(), current(world)) == ("1 of 1", "First.")
    assert inbox.more.text() == "2 more came in and wait until the end."
    assert inbox.more.accessibleDescription() == "2 more"
    press(world, Qt.Key.Key_A)
    assert inbox.end.more.text() == "Review 2 more"
    inbox.end.more.click()
    assert inbox.title.text() == "1 of 2"


def test_a_card_that_is_settled_elsewhere_leaves_the_deck(world: World) -> None:
    one, two = world.propose("One."), world.propose("Two.")
    inbox = world.memory.inbox
    inbox.open(one)
    world.learning.reject(one.id)
    world.until(lambda: current(world) == "Two.")
    assert inbox.title.text() == "1 of 1"
    assert world.state(two) is State.PROPOSED


def test_the_keys_mean_the_same_while_a_button_has_the_keyboard(world: World) -> None:
    one, two = world.propose("One."), world.propose("Two.")
    inbox = world.memory.inbox
    inbox.open(one)
    inbox.bar.buttons[Verdict.REJECT].setFocus()
    press(world, Qt.Key.Key_Right)
    assert inbox.bar.buttons[Verdict.REJECT].hasFocus()
    press(world, Qt.Key.Key_Space)
    world.desk()
    assert (world.state(one), world.state(two)) == (State.ACTIVE, State.REJECTED)
    assert inbox.hasFocus()


def test_tab_reaches_every_answer(world: World) -> None:
    world.propose()
    inbox = world.memory.inbox
    inbox.open()
    ready(world)
    reached = set()
    for _ in range(14):
        press(world, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert {b for b in inbox.bar.buttons.values() if not b.isHidden()} <= reached


def test_escape_in_the_form_changes_nothing(world: World) -> None:
    item = world.propose()
    inbox = world.memory.inbox
    inbox.open()
    press(world, Qt.Key.Key_E)
    world.bot.keyClicks(focused(), "nonsense")
    press(world, Qt.Key.Key_Escape)
    assert inbox.is_open
    assert inbox.hasFocus()
    assert world.learning.item(item.id) == item


def test_review_below_an_answer_opens_that_suggestion(world: World) -> None:
    world.propose("Another.")
    item: Item = world.propose("This one.")
    world.propose("A third.")
    world.conversation.review_wanted.emit(item)
    assert current(world) == "This one."


def test_a_suggestion_that_could_not_be_saved_waits_again(world: World) -> None:
    item = world.propose()
    world.memory.inbox.open()
    world.memory.inbox.edit()
    assert world.memory.inbox.editor is not None
    world.memory.inbox.editor.saved.emit("   ", {})
    world.until(world.conversation.banner.isVisible)
    world.until(lambda: current(world) == item.text)
    assert world.state(item) is State.PROPOSED


def test_the_source_opens_in_the_chat_and_lights_up(world: World) -> None:
    world.say("I moved to Porto last week.")
    item = world.propose("Home: Porto", source=world.source(world.turns()[0]), quote="I moved to Porto")
    world.conversation.new_chat()
    world.memory.inbox.open(item)
    child(world.memory.inbox.card, QPushButton, "Open source").click()
    world.until(lambda: bool(world.transcript.views) and world.transcript.views[0].flashing)


def test_a_card_tells_what_is_known_already_and_how_sure_it_is(world: World) -> None:
    world.write("Drinks green tea in the morning.")
    world.propose("Drinks tea in the morning.", "user_memory", kind="memory", confidence=0.83)
    inbox = world.memory.inbox
    inbox.open()
    world.until(lambda: "– Drinks green tea in the morning." in said(inbox.card))
    assert "Fairly sure (83%)" in said(inbox.card)
    assert [meter.value() for meter in inbox.card.findChildren(QProgressBar)][-1] == 83


def test_a_screen_reader_hears_each_card(world: World) -> None:
    first = world.propose("Has a cat.", "user_memory", kind="memory", confidence=0.4)
    world.propose("Has a dog.", "user_memory", kind="memory")
    inbox = world.memory.inbox
    inbox.open(first)
    world.until(lambda: inbox.accessibleDescription().startswith("Suggestion 1 of 2. Memories. Has a cat. "))
    assert "not sure enough" in inbox.accessibleDescription()
    assert inbox.bar.buttons[Verdict.ACCEPT].accessibleName() == "Accept (Right): Has a cat."
    press(world, Qt.Key.Key_Right)
    world.until(lambda: inbox.accessibleDescription().startswith("Suggestion 2 of 2. Memories. Has a dog."))
    press(world, Qt.Key.Key_Right)
    assert inbox.accessibleDescription() == "All reviewed. 2 accepted."


def test_every_answer_fits_into_the_narrowest_sidebar(world: World) -> None:
    old = world.write("Runs on Tuesdays.")
    item = world.propose("Runs on Thursdays.", "user_memory", kind="memory", replaces=old.id)
    inbox = world.memory.inbox
    inbox.open(item)
    world.window.resize(world.window.minimumSize())
    world.window.show_sidebar()
    world.window.panes.setSizes([0, 420, 300])
    world.until(lambda: inbox.reviewer.is_known(item) and inbox.bar.buttons[Verdict.BESIDE].isVisible())
    panel = world.memory.rect()
    for pressed in inbox.bar.buttons.values():
        assert pressed.mapTo(world.memory, pressed.rect().topRight()).x() < panel.width() - 12, pressed.text()
