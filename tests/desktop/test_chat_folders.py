"""Folders and search in the left pane, and how its rows are arranged."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from desktop.chat_list import RowRole
from desktop.chat_rows import Listing, Row, by_day, rows_of, snippet_of
from desktop.words import now
from engine.database.folders import Folder
from engine.item import Chat, Found
from tests.desktop.test_chats import act, row_of, take, titles
from tests.desktop.world import World


def rows(world: World) -> list[str]:
    return [("  " if row.inside else "") + row.title for row in world.chats.model.rows]


def index(world: World, title: str) -> QModelIndex:
    return world.chats.model.index(world.chats.model.rows.index(row_of(world, title)))


def drop(world: World, chat: str, on: QModelIndex) -> None:
    data = world.chats.model.mimeData([index(world, chat)])
    world.chats.model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, on)


def two_chats(world: World) -> None:
    world.say("About boats", "The rudder steers the boat.")
    world.conversation.new_chat()
    world.say("About bread", "The yeast rises.")
    world.until(lambda: titles(world) == ["About bread", "About boats"])


def test_chats_stand_below_the_days_they_were_used_last() -> None:
    noon = datetime(2026, 3, 20, 12)
    chats = [Chat(str(n), "me", f"{n} days", noon, noon - timedelta(days=n)) for n in (0, 1, 2, 7, 8, 400)]
    assert [row.title for row in by_day(chats, noon)] == [
        "Today", "0 days", "Yesterday", "1 days", "Previous 7 days", "2 days", "7 days", "Older", "8 days", "400 days",
    ]  # fmt: skip


def test_a_closed_folder_shows_only_its_name_and_a_pinned_chat_stands_once() -> None:
    chats = [Chat(n, "me", n, now(), now(), pinned=n == "pinned") for n in ("pinned", "inside", "free")]
    folder = Folder("f", "Travel", True, ("pinned", "inside", "deleted since"))
    shown = rows_of(Listing(chats, (), [folder]))
    assert [row.title for row in shown] == ["Pinned", "pinned", "Folders", "Travel", "Today", "free"]
    assert shown[3].spoken == "Folder Travel, 2 chats, closed"


def test_a_chat_goes_into_a_new_folder_whose_name_is_typed_at_once(world: World) -> None:
    two_chats(world)
    act(world, "About boats", "Move to", "New folder…")
    world.until(lambda: world.chats.view.state() == world.chats.view.State.EditingState)
    editor = QGuiApplication.focusObject()
    assert editor is not None
    world.bot.keyClicks(editor, "Travel")
    world.bot.keyClick(editor, Qt.Key.Key_Return)
    world.until(lambda: rows(world) == ["Folders", "Travel", "  About boats", "Today", "About bread"])


def test_a_chat_is_dragged_into_a_folder_and_out_again_and_the_toast_takes_it_back(world: World) -> None:
    two_chats(world)
    world.database.folders.create("me", "Travel")
    world.chats.reload()
    world.until(lambda: "Travel" in rows(world))
    drop(world, "About boats", index(world, "Travel"))
    inside = ["Folders", "Travel", "  About boats", "Today", "About bread"]
    world.until(lambda: rows(world) == inside)
    drop(world, "About bread", index(world, "About boats"))
    world.until(lambda: rows(world) == ["Folders", "Travel", "  About bread", "  About boats"])
    take(world, "Undo")
    world.until(lambda: rows(world) == inside)
    drop(world, "About boats", index(world, "About bread"))
    world.until(lambda: rows(world) == ["Folders", "Travel", "Today", "About bread", "About boats"])


def test_a_deleted_folder_leaves_its_chats_and_comes_back_with_them(world: World) -> None:
    two_chats(world)
    folder = world.database.folders.create("me", "Travel")
    world.chats.reload()
    world.until(lambda: "Travel" in rows(world))
    act(world, "About boats", "Move to", "Travel")
    world.until(lambda: "  About boats" in rows(world))
    world.chats.view.setCurrentIndex(index(world, "Travel"))
    world.press(Qt.Key.Key_Delete, world.chats.view)
    world.until(lambda: rows(world) == ["Today", "About bread", "About boats"])
    take(world, "Undo")
    world.until(lambda: "  About boats" in rows(world))
    assert [kept.id for kept in world.database.folders.of("me")] == [folder.id]


def test_a_folder_is_closed_and_opened_by_click_and_by_key(world: World) -> None:
    two_chats(world)
    folder = world.database.folders.create("me", "Travel")
    world.database.folders.move("me", next(c.id for c in world.chats.listing.chats), folder.id)
    world.chats.reload()
    world.until(lambda: "  About bread" in rows(world))
    world.chats.view.clicked.emit(index(world, "Travel"))
    world.until(lambda: rows(world) == ["Folders", "Travel", "Today", "About boats"])
    world.chats.view.setCurrentIndex(index(world, "Travel"))
    world.press(Qt.Key.Key_Right, world.chats.view)
    world.until(lambda: "  About bread" in rows(world))


def test_search_finds_titles_and_what_was_said(world: World) -> None:
    two_chats(world)
    world.chats.search.setText("bread")
    assert titles(world) == ["About bread"]
    world.chats.search.setText("rudder")
    world.until(lambda: titles(world) == ["About boats"])
    world.chats.search.setText("zebra")
    assert world.chats.empty.text() == "No chat matches."


def test_a_hit_shows_its_words_and_leads_to_the_message(world: World) -> None:
    two_chats(world)
    world.chats.search.setText("RUDDER")
    world.until(lambda: titles(world) == ["About boats"])
    row = row_of(world, "About boats")
    assert row.snippet is not None
    assert (row.snippet.before, row.snippet.hit, row.snippet.after) == ("The ", "rudder", " steers the boat.")
    world.chats.view.clicked.emit(index(world, "About boats"))
    world.until(lambda: world.questions() == ["About boats"])
    world.until(lambda: world.answer().flashing)
    assert world.chats.model.index(0).data(RowRole).snippet is not None


def test_a_search_finds_archived_chats_too_and_says_so(world: World) -> None:
    two_chats(world)
    act(world, "About boats", "Archive")
    world.until(lambda: titles(world) == ["About bread"])
    world.chats.search.setText("boats")
    world.until(lambda: titles(world) == ["About boats"])
    assert row_of(world, "About boats").under.startswith("Archived")


def test_a_snippet_begins_near_the_hit_at_a_word() -> None:
    text = "A long beginning that nobody wants to read before the café appears. " + "And more. " * 30
    snippet = snippet_of(Found("c", "t", text, 1), ["cafe"])
    assert snippet.before == "…before the "
    assert snippet.hit == "café"
    assert snippet.after.startswith(" appears.")
    assert snippet.after.endswith("…")


def test_two_thousand_chats_are_rows_of_one_height(world: World) -> None:
    chats = [Chat(str(n), "me", f"Chat {n}", now(), now() - timedelta(hours=n)) for n in range(2000)]
    world.chats.model.show_rows([Row(heading="Today"), *(Row(chat) for chat in chats)])
    view = world.chats.view
    heights = {view.visualRect(world.chats.model.index(place)).height() for place in (0, 1, 1000, 2000)}
    assert len(heights) == 1
