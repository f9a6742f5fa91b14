"""Forget by words in the chat: tick, undo, forget again, and erase for good, down to the bytes of the closed file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox

from desktop.sidebar.bin import BinPage
from desktop.sidebar.matches import MatchesPage
from engine.item import State
from tests.desktop.world import World, child


def matches(world: World) -> MatchesPage:
    world.say("Forget Quenilda")
    world.until(lambda: isinstance(world.memory.page, MatchesPage))
    page = world.memory.page
    assert isinstance(page, MatchesPage)
    world.until(lambda: len(page.boxes) == 1)
    return page


def test_what_is_forgotten_comes_back_by_undo_and_leaves_no_byte_when_it_is_erased(
    journey: World, tmp_path: Path
) -> None:
    world = journey
    answer = world.say("My sister Quenilda lives in Porto.", "How nice for her.")
    item = answer.chips.chips[0].item
    world.say("I take the tram to work every morning.")

    page = matches(world)
    assert page.title.full() == "Forget Quenilda?"
    assert page.forget.text() == "Forget 1 item"
    assert world.state(item) is State.ACTIVE  # nothing happens behind one's back
    page.forget.click()
    world.until(lambda: world.state(item) is State.FORGOTTEN)
    world.conversation.new_chat()
    world.say("What do you know about my sister?")
    assert "Porto" not in world.prompt()

    world.until(lambda: world.window.toast.button.text() == "Undo")
    world.window.toast.button.click()
    world.until(lambda: world.state(item) is State.ACTIVE)
    world.say("What do you know about Quenilda?")
    assert "Porto" in world.prompt()

    matches(world).forget.click()
    world.until(lambda: world.memory.memory.forgotten == 1)
    world.memory.filters.bin.trigger()
    bin_ = world.memory.page
    assert isinstance(bin_, BinPage)
    world.until(lambda: len(bin_.items) == 1)
    child(bin_, QCheckBox, item.text).setChecked(True)
    bin_.erase.click()
    assert "cannot be undone" in bin_.question.why.text()
    bin_.question.yes.click()
    world.until(lambda: not bin_.items and "for good" in bin_.hint.text())
    world.close()
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"lives in Porto" not in kept
    assert b"tram to work" in kept
