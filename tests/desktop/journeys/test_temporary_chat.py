"""A temporary chat: it knows what is known, leaves nothing behind, and can be kept after all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from tests.desktop.journeys.conftest import Open
from tests.desktop.test_temporary import begin, bytes_in
from tests.desktop.world import World


def test_a_temporary_chat_uses_what_is_known_and_leaves_nothing(opened: Open, tmp_path: Path) -> None:
    world = opened()
    world.say("My name is Alex.")
    begin(world)
    assert world.window.temporary.bar.isVisible()
    answer = world.say("What do you remember about me? My sister Quenilda keeps kumquats.", "A plumbago, I think.")
    assert "Name: Alex" in world.prompt()
    assert answer.chips.chips == []
    world.conversation.new_chat()
    assert world.window.temporary.bar.isHidden()
    world.until(lambda: any(getattr(b, "text", str)() == "Keep it" for b in world.window.toast.offered))
    world.idle()
    assert [chat.title for chat in world.database.chats("me")] == ["My name is Alex"]
    world.close()
    kept = bytes_in(tmp_path)
    assert [word for word in (b"Quenilda", b"kumquat", b"plumbago") if word in kept] == []


def test_a_temporary_chat_that_is_kept_is_an_ordinary_one_and_is_learned_from(
    journey: World, press: Callable[..., None]
) -> None:
    world = journey
    chat = begin(world)
    world.say("My sister Ana lives in Porto.", "Noted, for the length of this chat.")
    world.window.temporary.bar.keep.click()
    world.until(lambda: [one.id for one in world.database.chats("me")] == [chat])
    world.until(world.window.temporary.bar.isHidden)
    world.until(lambda: [i.text for i in world.learning.items(user_id="me")] == ["My sister Ana lives in Porto."])
    world.until(lambda: len(world.answer().chips.chips) == 1)
    assert world.questions() == ["My sister Ana lives in Porto."]
    world.conversation.focus()
    press(Qt.Key.Key_N, ctrl=True)
    world.say("Where does my sister Ana live?")
    assert "Ana lives in Porto" in world.prompt()
