""" "What do you know about X?" and "forget X", typed in the chat: the items themselves, to tick."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from desktop.sidebar.matches import MatchesPage
from engine.item import State
from tests.desktop.world import World, child


def page(world: World) -> MatchesPage:
    shown = world.memory.page
    assert isinstance(shown, MatchesPage)
    return shown


def ask(world: World, text: str) -> MatchesPage:
    world.say(text)
    world.until(lambda: isinstance(world.memory.page, MatchesPage))
    world.until(lambda: all(not box.isHidden() for box in page(world).boxes))
    return page(world)


def test_forget_x_lists_the_matches_and_forgets_what_is_ticked_in_one_act(world: World) -> None:
    """C11."""
    one = world.write("Anton plays the cello.")
    two = world.write("Anton lives in Graz.")
    other = world.write("Likes tea.")
    shown = ask(world, "Forget Anton")
    assert shown.title.full() == "Forget Anton?"
    assert shown.forget.text() == "Forget 2 items"
    assert {world.state(item) for item in (one, two, other)} == {State.ACTIVE}
    child(shown, QCheckBox, "Anton lives").setChecked(False)
    assert shown.forget.text() == "Forget 1 item"
    shown.forget.click()
    world.until(lambda: world.state(one) is State.FORGOTTEN)
    assert (world.state(two), world.state(other)) == (State.ACTIVE, State.ACTIVE)
    world.until(lambda: [box.accessibleName() for box in shown.boxes] == [two.text])
    world.window.toast.button.click()
    world.until(lambda: world.state(one) is State.ACTIVE)


def test_what_do_you_know_about_x_lists_the_items_with_nothing_ticked(world: World) -> None:
    """C11."""
    item = world.write("Anton plays the cello.")
    shown = ask(world, "What do you know about Anton?")
    assert shown.title.full() == "What I know about Anton"
    assert [box.accessibleName() for box in shown.boxes] == [item.text]
    assert not shown.forget.isEnabled()
    shown.everything.click()
    assert shown.forget.text() == "Forget 1 item"
    assert world.state(item) is State.ACTIVE


def test_the_page_does_not_take_the_keyboard_from_the_chat(world: World) -> None:
    world.write("Anton plays the cello.")
    ask(world, "What do you know about Anton?")
    assert world.composer.editor.hasFocus()


def test_a_hidden_sidebar_comes_forward_with_the_matches(world: World) -> None:
    world.write("Anton plays the cello.")
    world.window.toggle_sidebar()
    ask(world, "Forget Anton")
    assert world.memory.isVisible()


def test_to_forget_what_is_not_known_says_so(world: World) -> None:
    shown = ask(world, "Forget Anton")
    assert shown.hint.text() == "Nothing is known of it."
    assert shown.forget.isHidden()


def test_an_ordinary_message_opens_nothing(world: World) -> None:
    world.write("Anton plays the cello.")
    world.say("Anton called today.")
    world.desk()
    assert world.memory.page is None


def test_searching_by_its_key_leads_back_to_the_list(world: World) -> None:
    world.write("Anton plays the cello.")
    ask(world, "Forget Anton")
    world.press(
        Qt.Key.Key_F,
        world.composer.editor,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert world.memory.page is None
    assert world.memory.filter.hasFocus()
