"""The list of chats: opening, renaming, deleting, finding."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.chat_list import ChatModel, ChatRole
from desktop.words import now
from engine.item import Chat
from tests.desktop.world import World


def titles(world: World) -> list[str]:
    return [chat.title for chat in world.chats.model.chats]


def test_the_model_of_the_list_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = ChatModel()
    model.show_chats([Chat(str(n), "me", f"Chat {n}", now(), now()) for n in range(3)])
    qtmodeltester.check(model)


def test_a_first_message_makes_a_chat_named_after_it(world: World) -> None:
    world.say("Plan a trip to the mountains with my two dogs and a very old tent")
    world.until(lambda: titles(world) == ["Plan a trip to the mountains with my two dogs…"])
    assert world.window.header.title.full() == titles(world)[0]


def test_a_chat_is_renamed_in_its_row(world: World) -> None:
    world.say("Hello")
    world.until(lambda: titles(world) == ["Hello"])
    world.chats.model.setData(world.chats.model.index(0), "  My  chat ")
    world.until(lambda: titles(world) == ["My chat"])
    assert world.window.header.title.full() == "My chat"


def test_a_deleted_chat_leaves_the_list_and_the_toast_brings_it_back(world: World) -> None:
    world.say("Hello")
    chat_id = world.conversation.chat_id
    world.until(lambda: titles(world) == ["Hello"])
    world.chats.view.setCurrentIndex(world.chats.model.index(0))
    world.press(Qt.Key.Key_Delete, world.chats.view)
    world.until(lambda: titles(world) == [])
    assert world.conversation.chat_id == ""
    assert world.window.toast.words.full() == "Deleted “Hello”"
    world.window.toast.button.click()
    world.until(lambda: titles(world) == ["Hello"])
    world.conversation.open(chat_id)
    world.until(lambda: world.questions() == ["Hello"])


def test_search_finds_titles_and_what_was_said(world: World) -> None:
    world.say("About boats", "The rudder steers.")
    world.conversation.new_chat()
    world.say("About bread", "The yeast rises.")
    world.until(lambda: len(titles(world)) == 2)
    world.chats.search.setText("bread")
    assert titles(world) == ["About bread"]
    world.chats.search.setText("rudder")
    world.until(lambda: titles(world) == ["About boats"])
    world.chats.search.setText("zebra")
    assert world.chats.empty.text() == "No chat matches."


def test_a_pinned_chat_comes_first(world: World) -> None:
    world.say("Older")
    world.conversation.new_chat()
    world.say("Newer")
    world.until(lambda: titles(world) == ["Newer", "Older"])
    chat = world.chats.model.index(1).data(ChatRole)
    menu = world.chats.menu_of(chat)
    next(action for action in menu.actions() if action.text() == "Pin").trigger()
    world.until(lambda: titles(world) == ["Older", "Newer"])
