"""The list of chats: opening, renaming, deleting, archiving, exporting."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton
from pytestqt.modeltest import ModelTester

from desktop.chat_list import ChatModel, RowRole
from desktop.chat_rows import Row
from desktop.words import now
from engine.item import Chat, State
from tests.desktop.world import World

DIALOG = pytest.mark.qt_log_ignore("propagateSizeHints")
"""What the offscreen platform says to every dialog."""


def titles(world: World) -> list[str]:
    return [chat.title for chat in world.chats.model.chats]


def row_of(world: World, title: str) -> Row:
    found = next(row for row in world.chats.model.rows if row.title == title)
    assert found.chat is not None or found.folder is not None
    return found


def choose(menu: QMenu, *path: str) -> None:
    """Trigger the entry of a menu, through its submenus."""
    action = next(action for action in menu.actions() if action.text() == path[0])
    if len(path) == 1:
        action.trigger()
        return
    below = action.menu()
    assert isinstance(below, QMenu)
    choose(below, *path[1:])


def act(world: World, title: str, *path: str) -> None:
    choose(world.chats.acts.menu_of(row_of(world, title)), *path)


def offers(world: World) -> list[str]:
    return [offer.text() for offer in world.window.toast.offered if isinstance(offer, QPushButton)]


def take(world: World, words: str) -> None:
    """Press a button of the toast, once it is there."""
    world.until(lambda: words in offers(world))
    next(b for b in world.window.toast.offered if isinstance(b, QPushButton) and b.text() == words).click()


def test_the_model_of_the_list_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = ChatModel()
    model.show_rows([Row(heading="Today"), *(Row(Chat(str(n), "me", f"Chat {n}", now(), now())) for n in range(3))])
    qtmodeltester.check(model)


def test_a_first_message_makes_a_chat_named_after_it(world: World) -> None:
    world.say("Please help me plan a trip to the mountains with my two dogs and a very old tent")
    world.until(lambda: titles(world) == ["Plan a trip to the mountains with my two dogs…"])
    assert world.window.header.title.full() == titles(world)[0]


def test_a_chat_that_begins_with_a_greeting_is_named_after_what_follows(world: World) -> None:
    world.say("Hello!")
    world.until(lambda: titles(world) == ["Hello"])
    world.say("How do I bake sourdough bread?")
    world.until(lambda: titles(world) == ["Bake sourdough bread"])
    world.until(lambda: world.window.header.title.full() == "Bake sourdough bread")


def test_a_title_that_the_user_gave_stays(world: World) -> None:
    world.say("Hello!")
    world.until(lambda: titles(world) == ["Hello"])
    world.chats.model.setData(world.chats.model.index(1), "Mine")
    world.until(lambda: titles(world) == ["Mine"])
    world.say("How do I bake sourdough bread?")
    assert titles(world) == ["Mine"]


def test_a_chat_is_renamed_in_its_row(world: World) -> None:
    world.say("Hello")
    world.until(lambda: titles(world) == ["Hello"])
    act(world, "Hello", "Rename")
    editor = QGuiApplication.focusObject()
    assert editor is not None
    world.bot.keyClicks(editor, "  My  chat ")
    world.bot.keyClick(editor, Qt.Key.Key_Return)
    world.until(lambda: titles(world) == ["My chat"])
    assert world.window.header.title.full() == "My chat"


def test_a_deleted_chat_leaves_the_list_and_the_toast_brings_it_back(world: World) -> None:
    world.say("Hello")
    chat_id = world.conversation.chat_id
    world.until(lambda: titles(world) == ["Hello"])
    world.chats.view.setCurrentIndex(world.chats.model.index(1))
    world.press(Qt.Key.Key_Delete, world.chats.view)
    world.until(lambda: titles(world) == [])
    assert world.conversation.chat_id == ""
    assert world.window.toast.words.full() == "Deleted “Hello”"
    assert offers(world) == []
    world.window.toast.button.click()
    world.until(lambda: titles(world) == ["Hello"])
    world.conversation.open(chat_id)
    world.until(lambda: world.questions() == ["Hello"])


def test_deleting_a_chat_keeps_what_was_learned_there_unless_one_says_otherwise(world: World) -> None:
    """C13."""
    world.say("Remember that I prefer short answers.")
    (item,) = world.learning.items(user_id="me")
    title = "I prefer short answers"
    world.until(lambda: titles(world) == [title])
    act(world, title, "Delete")
    world.until(lambda: titles(world) == [])
    world.until(lambda: offers(world) == ["Also forget 1 thing learned there"])
    assert world.state(item) is State.ACTIVE
    take(world, "Also forget 1 thing learned there")
    world.until(lambda: world.window.toast.words.full() == f"Deleted “{title}” and forgot 1 thing learned there")
    assert world.state(item) is State.FORGOTTEN
    assert titles(world) == []
    world.window.toast.button.click()
    world.until(lambda: titles(world) == [title])
    assert world.state(item) is State.ACTIVE


def test_an_archived_chat_has_a_place_of_its_own_and_comes_back(world: World) -> None:
    world.say("About boats")
    world.until(lambda: titles(world) == ["About boats"])
    assert world.chats.archive.isHidden()
    act(world, "About boats", "Archive")
    world.until(lambda: titles(world) == [])
    assert world.chats.archive.text() == "Archived (1)"
    world.chats.archive.click()
    assert titles(world) == ["About boats"]
    act(world, "About boats", "Restore from archive")
    world.until(world.chats.archive.isHidden)
    assert titles(world) == ["About boats"]
    take(world, "Undo")
    world.until(lambda: titles(world) == [])


def test_a_pinned_chat_comes_first(world: World) -> None:
    world.say("Older")
    world.conversation.new_chat()
    world.say("Newer")
    world.until(lambda: titles(world) == ["Newer", "Older"])
    act(world, "Older", "Pin")
    world.until(lambda: titles(world) == ["Older", "Newer"])
    assert [row.title for row in world.chats.model.rows] == ["Pinned", "Older", "Today", "Newer"]


@DIALOG
def test_a_chat_is_exported_to_a_file(world: World, tmp_path: Path) -> None:
    world.say("About boats", "The **rudder** steers.")
    world.until(lambda: titles(world) == ["About boats"])
    for kind, menu in (("md", "Markdown…"), ("txt", "Plain text…"), ("json", "JSON…")):
        act(world, "About boats", "Export", menu)
        dialog = world.chats.findChildren(QFileDialog)[-1]
        assert Path(dialog.selectedFiles()[0]).name == f"About boats.{kind}"
        target = tmp_path / f"boats.{kind}"
        dialog.fileSelected.emit(str(target))
        dialog.reject()
        world.desk()
        assert world.window.toast.words.full() == f"Exported to {target.name}"
    assert "## You\n\nAbout boats\n\n## Keepwise\n\nThe **rudder** steers." in (tmp_path / "boats.md").read_text(
        "utf-8"
    )
    assert "The **rudder** steers." in (tmp_path / "boats.txt").read_text("utf-8")
    plain = json.loads((tmp_path / "boats.json").read_text("utf-8"))
    assert [(m["role"], m["content"]) for m in plain["messages"]] == [
        ("user", "About boats"),
        ("assistant", "The **rudder** steers."),
    ]


@DIALOG
def test_an_export_that_cannot_be_written_says_so(world: World, tmp_path: Path) -> None:
    world.say("About boats")
    world.until(lambda: titles(world) == ["About boats"])
    act(world, "About boats", "Export", "Markdown…")
    dialog = world.chats.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "boats.md"))
    dialog.reject()
    world.until(world.conversation.banner.isVisible)
    assert world.conversation.banner.title.text() == "The chat was not exported"


def test_a_chat_is_copied_as_markdown(world: World) -> None:
    world.say("About boats", "The rudder steers.")
    world.until(lambda: titles(world) == ["About boats"])
    act(world, "About boats", "Export", "Copy as Markdown")
    world.until(lambda: world.window.toast.words.full() == "Copied as Markdown")
    assert "# About boats" in QGuiApplication.clipboard().text()


def test_the_menu_offers_what_can_be_done(world: World) -> None:
    world.say("About boats")
    world.until(lambda: titles(world) == ["About boats"])
    menu = world.chats.acts.menu_of(row_of(world, "About boats"))
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Rename", "Pin", "Move to", "Export", "Archive", "Delete"]
    assert world.chats.model.index(0).data(RowRole).heading == "Today"
