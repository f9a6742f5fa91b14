"""The status line tells how many messages wait to be learned from; acts on folders and archive are taken back in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop import motion
from tests.desktop.test_chats import act, take, titles
from tests.desktop.world import World

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_messages_that_wait_to_be_learned_from_are_counted(world: World) -> None:
    status = world.window.status.learning
    world.window.toggle_learning()
    world.until(lambda: status.full() == "Learning paused")
    world.say("My sister Ana lives in Porto.")
    world.until(lambda: status.full() == "Learning paused; 1 message waits")
    world.say("I prefer tea.")
    world.until(lambda: status.full() == "Learning paused; 2 messages wait")
    world.window.toggle_learning()
    world.until(lambda: world.window.learning.waiting == 0)
    world.until(lambda: "wait" not in status.full())


def test_an_archived_chat_comes_back_by_control_z_after_the_toast_is_gone(world: World) -> None:
    world.say("About boats", "The rudder steers.")
    act(world, "About boats", "Archive")
    world.until(lambda: titles(world) == [])
    world.window.toast.hide()
    world.chats.setFocus()
    world.press(Qt.Key.Key_Z, world.window, CONTROL)
    world.until(lambda: titles(world) == ["About boats"])
    assert "Taken back" in world.window.toast.words.full()


def test_undoing_goes_back_through_chats_and_memories_in_the_order_in_which_they_were_changed(world: World) -> None:
    world.say("About boats", "The rudder steers.")
    folder = world.database.folders.create("me", "Travel")
    world.chats.reload()
    world.desk()
    item = world.write("Likes tea.")
    chat = world.database.chats("me")[0]
    world.chats.acts.move(chat.id, folder.id)
    world.until(lambda: world.database.folders.of("me")[0].chats == (chat.id,))
    world.window.bridge.act("Forgotten", lambda: world.learning.forget(item.id))
    world.until(lambda: world.state(item) == "forgotten")
    world.chats.acts.archive(chat, True)
    world.until(lambda: bool(world.database.chats("me", archived=True)))
    world.desk()
    steps: list[Callable[[], bool]] = [
        lambda: not world.database.chats("me", archived=True),
        lambda: world.state(item) == "active",
        lambda: world.database.folders.of("me")[0].chats == (),
    ]
    for condition in steps:
        assert not condition()
        world.press(Qt.Key.Key_Z, world.window, CONTROL)
        world.until(condition)
        world.desk()


def test_the_toast_and_control_z_take_a_step_back_only_once(world: World) -> None:
    world.say("About boats", "The rudder steers.")
    act(world, "About boats", "Archive")
    world.until(lambda: titles(world) == [])
    take(world, "Undo")
    world.until(lambda: titles(world) == ["About boats"])
    chat = world.database.chats("me")[0]
    world.database.conversation.archive_chat(chat.id, archived=True)
    world.press(Qt.Key.Key_Z, world.window, CONTROL)
    world.until(lambda: world.window.toast.words.full() == "Nothing to undo")
    assert world.database.chats("me", archived=True) != []


@pytest.fixture
def less_motion(world: World) -> World:
    """A window in which nothing flashes, blinks or fades."""
    world.window.rooms.settings.fields[motion.SETTING].picked.emit(motion.LESS)
    world.desk()
    return world


def test_with_less_motion_a_message_that_is_gone_to_is_held_and_does_not_flash(less_motion: World) -> None:
    world = less_motion
    world.say("About boats", "The rudder steers.")
    view = world.transcript.views[0]
    world.conversation.show_turn(view.turn_id, "boats")
    assert not view.flashing
    assert view.hasFocus()


def test_the_toast_brings_motion_back(less_motion: World) -> None:
    world = less_motion
    assert motion.still()
    world.window.toast.button.click()
    world.desk()
    assert not motion.still()
    world.say("About boats", "The rudder steers.")
    view = world.transcript.views[0]
    world.conversation.show_turn(view.turn_id, "boats")
    assert view.flashing
