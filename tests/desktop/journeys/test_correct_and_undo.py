"""Something was understood wrongly or has changed: corrected by words, by chip and in the list, and each step taken back."""

from __future__ import annotations

from engine.item import State
from tests.desktop.world import World, button_of


def asked(world: World) -> str:
    world.conversation.new_chat()
    world.say("What do you remember about me?")
    return world.prompt()


def test_what_cannot_be_taken_back_in_this_order_can_be_forgotten(journey: World) -> None:
    world = journey
    answer = world.say("My name is Alex.")
    chip = answer.chips.chips[0]
    world.learning.edit(chip.item.id, value="Alexandra")
    chip.act.click()
    world.until(world.conversation.banner.isVisible)
    assert "changed since" in world.conversation.banner.message.text()
    button_of(world.conversation.banner, "Forget it").click()
    world.until(lambda: world.state(chip.item) is State.FORGOTTEN)
    assert "Alex" not in asked(world)
