"""Something was understood wrongly or has changed: corrected by words, by chip and in the list, and each step taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from engine.item import State
from tests.desktop.world import World, button_of


def asked(world: World) -> str:
    world.conversation.new_chat()
    world.say("What do you remember about me?")
    return world.prompt()


def home(world: World) -> list[str]:
    """Where the user lives, as the engine has it now."""
    found = world.learning.items("user_profile", user_id="me")
    return [str(item.data["value"]) for item in found if "Porto" in item.text or "Lisbon" in item.text]


def test_each_correction_is_taken_back_step_by_step_and_the_answers_follow(
    journey: World, press: Callable[..., None]
) -> None:
    world = journey
    world.say("I live in Lisbon.")
    assert home(world) == ["Lisbon"]
    world.say("I don't live in Lisbon any more, I live in Porto now.")
    assert home(world) == ["Porto"]
    assert "Porto" in asked(world)

    card = world.memory.sections["user_profile"].cards[0]
    card.edit()
    assert card.editor is not None
    card.editor.field.setPlainText("Porto, near the river")
    world.press(Qt.Key.Key_Return, card.editor.field)
    world.until(lambda: home(world) == ["Porto, near the river"])
    assert "near the river" in asked(world)

    world.chats.new_button.setFocus()  # in a field of text Ctrl+Z is that of the field
    press(Qt.Key.Key_Z, ctrl=True)
    world.until(lambda: home(world) == ["Porto"])
    press(Qt.Key.Key_Z, ctrl=True)
    world.until(lambda: home(world) == ["Lisbon"])
    assert "Lisbon" in asked(world)
    assert "Porto" not in asked(world)


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
