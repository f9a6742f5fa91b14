"""The list of what was learned: searching, sorting, filtering, choosing several, pinning, and all of it by keyboard."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from desktop.sidebar.card import Card
from desktop.sidebar.section import PAGE
from desktop.sidebar.sift import Order, Sift
from desktop.sidebar.tile import Tile
from desktop.words import now
from engine.item import Item, Origin, State
from tests.desktop.world import World


def texts(world: World, store: str = "user_memory") -> list[str]:
    return [card.item.text for card in world.memory.sections[store].cards]


def card(world: World, item: Item) -> Card:
    return next(card for card in world.memory.sections[item.store].cards if card.item.id == item.id)


def entry(menu_actions: list[QAction], words: str) -> QAction:
    return next(action for action in menu_actions if action.text().startswith(words))


def many(world: World, count: int) -> list[Item]:
    """Memories "Note 0" and so on, written in one act; the last is the newest."""
    items = [
        Item(
            id=uuid4().hex, store="user_memory", kind="memory", text=f"Note {n}", user_id="me",
            created_at=now() + timedelta(seconds=n), updated_at=now() + timedelta(seconds=n),
        )
        for n in range(count)
    ]  # fmt: skip
    world.database.items.record("write", [(None, item) for item in items], by="user")
    world.until(lambda: len(world.memory.memory.items) == count)
    return items


def test_searching_narrows_as_one_types(world: World) -> None:
    world.write("Likes tea.")
    world.write("Runs on Tuesdays.")
    world.bot.keyClicks(world.memory.filter, "tue")
    assert texts(world) == ["Runs on Tuesdays."]


def test_what_is_near_in_meaning_is_found_as_well(world: World) -> None:
    near = world.write("The river path is good for running on Tuesdays.")
    world.write("Allergic to hazelnuts.")
    world.memory.filter.setText("river path please")
    world.until(lambda: texts(world) == [near.text])


def test_meaning_found_for_words_that_changed_since_is_not_shown(world: World) -> None:
    item = world.write("Likes tea.")
    world.memory.filter.setText("violin")
    world.memory.filters.show_meant("viola", frozenset({item.id}))
    assert texts(world) == []


@pytest.mark.parametrize(
    ("order", "first"),
    [(Order.NEWEST, "Cello"), (Order.MOST_USED, "Bread"), (Order.NEVER_USED, "Cello"), (Order.NAME, "Apples")],
)
def test_each_order_puts_the_right_one_first(world: World, order: Order, first: str) -> None:
    apples, bread = world.write("Apples"), world.write("Bread")
    world.write("Cello")
    for item in (apples, bread, bread):
        world.database.items.touch([item.id])
    world.memory.reload()
    world.until(lambda: any(item.uses == 2 for item in world.memory.memory.items))
    world.memory.filters.order.choose(order)
    assert texts(world)[0] == first


def test_filters_by_kind_and_origin_leave_only_those(world: World) -> None:
    world.write("Likes tea.")
    world.write("Rebase first.", "learned_knowledge")
    filters = world.memory.filters
    filters.store.choose("learned_knowledge")
    assert texts(world) == []
    assert texts(world, "learned_knowledge") == ["Rebase first."]
    assert world.memory.total.text() == "1 of 2"
    filters.origin.choose(Origin.IMPORTED)
    assert texts(world, "learned_knowledge") == []
    filters.store.choose("")
    filters.origin.choose(Origin.WRITTEN)
    assert texts(world) == ["Likes tea."]


def test_words_meaning_store_and_origin_compose() -> None:
    items = [
        Item("1", "user_memory", "memory", "Likes tea"),
        Item("2", "user_memory", "memory", "Runs", origin=Origin.WRITTEN, data={"pinned": True}),
        Item("3", "learned_knowledge", "insight", "Tea needs time"),
    ]
    assert [i.id for i in Sift("tea").items(items)] == ["1", "3"]
    assert [i.id for i in Sift("tea", frozenset({"2"})).items(items)] == ["2", "1", "3"]
    assert [i.id for i in Sift("tea", store="user_memory").items(items)] == ["1"]
    assert [i.id for i in Sift(origin=Origin.WRITTEN).items(items)] == ["2"]


def test_pinned_ones_come_first_and_undo_lets_them_go(world: World) -> None:
    old = world.write("Likes tea.")
    world.write("Runs on Tuesdays.")
    world.press(Qt.Key.Key_P, card(world, old))
    world.until(lambda: texts(world)[0] == "Likes tea.")
    assert card(world, old).pin.isVisible()
    world.until(world.window.toast.isVisible)
    world.window.toast.button.click()
    world.until(lambda: texts(world)[0] == "Runs on Tuesdays.")


def test_several_are_forgotten_at_once_with_one_undo(world: World) -> None:
    one, two = world.write("One thing."), world.write("Two things.")
    world.write("Stays.")
    for item in (one, two):
        world.press(Qt.Key.Key_Space, card(world, item))
    assert world.memory.selection.words.text() == "2 items selected"
    assert card(world, one).selected
    world.memory.selection.forget.click()
    world.until(lambda: texts(world) == ["Stays."])
    assert world.memory.selection.isHidden()
    world.until(lambda: world.window.toast.words.full() == "Forgotten: 2 items")
    world.window.toast.button.click()
    world.until(lambda: len(texts(world)) == 3)


def test_all_that_is_listed_can_be_selected_also_what_has_no_card_yet(world: World) -> None:
    many(world, PAGE + 5)
    world.memory.selection.begin()
    world.memory.selection.everything.click()
    assert len(world.memory.selection.ids) == PAGE + 5
    world.memory.selection.pin.click()
    world.until(lambda: all(item.data.get("pinned") for item in world.memory.memory.items))


def test_several_move_into_another_store(world: World) -> None:
    item = world.write("Rebase before a review.")
    world.memory.selection.toggle([item.id])
    entry(world.memory.selection.move_button.menu().actions(), "Knowledge").trigger()
    world.until(lambda: texts(world, "learned_knowledge") == ["Rebase before a review."])
    assert texts(world) == []


def test_while_selecting_a_click_selects_and_lets_go(world: World) -> None:
    item = world.write("Likes tea.")
    world.memory.selection.begin()
    world.bot.mouseClick(card(world, item), Qt.MouseButton.LeftButton)
    assert list(world.memory.selection.ids) == [item.id]
    world.bot.mouseClick(card(world, item), Qt.MouseButton.LeftButton)
    assert list(world.memory.selection.ids) == []
    world.press(Qt.Key.Key_Escape, card(world, item))
    assert world.memory.selection.isHidden()


def test_what_is_gone_is_not_selected_any_more(world: World) -> None:
    item = world.write("Likes tea.")
    world.memory.selection.toggle([item.id])
    world.learning.forget(item.id)
    world.until(lambda: world.memory.selection.ids == ())


def test_arrows_walk_over_cards_of_all_sections_and_back_to_the_search(world: World) -> None:
    lisbon = world.write("Lisbon", "user_profile", key="home")
    tea = world.write("Likes tea.")
    first = card(world, lisbon)
    first.setFocus()
    world.press(Qt.Key.Key_Down, first)
    assert card(world, tea).hasFocus()
    world.press(Qt.Key.Key_Up, card(world, tea))
    assert first.hasFocus()
    world.press(Qt.Key.Key_Up, first)
    assert world.memory.filter.hasFocus()


def test_walking_on_makes_the_next_cards(world: World) -> None:
    many(world, PAGE + 5)
    section = world.memory.sections["user_memory"]
    assert len(section.cards) == PAGE
    section.cards[-1].setFocus()
    world.press(Qt.Key.Key_Down, section.cards[-1])
    assert len(section.cards) == PAGE + 5
    assert section.cards[PAGE].hasFocus()


def test_the_keys_of_a_card_open_edit_and_forget_it(world: World) -> None:
    item = world.write("Likes tea.")
    shown = card(world, item)
    shown.setFocus()
    world.press(Qt.Key.Key_Return, shown)
    assert shown.opened
    world.press(Qt.Key.Key_E, shown)
    assert shown.editor is not None
    world.press(Qt.Key.Key_Escape, shown.editor.field)
    world.until(shown.hasFocus)
    world.press(Qt.Key.Key_Delete, shown)
    world.until(lambda: world.state(item) is State.FORGOTTEN)


def test_after_forgetting_by_key_the_next_card_has_the_keyboard(world: World) -> None:
    world.write("One thing.")
    two = world.write("Two things.")
    card(world, two).setFocus()
    world.press(Qt.Key.Key_Delete, card(world, two))
    world.until(lambda: texts(world) == ["One thing."])
    assert world.memory.sections["user_memory"].cards[0].hasFocus()


def test_the_menu_key_offers_everything_a_card_can_do(world: World) -> None:
    item = world.write("Likes tea.")
    menu = world.memory.asking.menu(card(world, item))
    words = [action.text().split("\t")[0] for action in menu.actions()]
    assert words == [
        "Details", "Where from?", "History", "Edit", "Pin", "Select", "Forget", "Copy", "Move to",
    ]  # fmt: skip
    entry(menu.actions(), "Copy").trigger()
    assert QApplication.clipboard().text() == "Likes tea."
    menu.deleteLater()


def test_one_tab_stop_a_section_and_a_name_that_says_it_all(world: World) -> None:
    for text in ("One thing.", "Two things.", "Three things."):
        world.write(text)
    tiles: list[Tile] = world.memory.sections["user_memory"].tiles
    assert sum(bool(tile.focusPolicy() & Qt.FocusPolicy.TabFocus) for tile in tiles) == 1
    assert tiles[0].accessibleName().startswith("Three things. You wrote this")
    assert "not used yet" in tiles[0].accessibleName().lower()


def test_a_card_says_how_often_and_when_it_was_used_and_how_sure_it_is(world: World) -> None:
    item = world.propose("Likes tea.", "user_memory", confidence=0.72, origin=Origin.INFERRED)
    world.learning.accept(item.id)
    for _ in range(3):
        world.database.items.touch([item.id])
    world.memory.reload()
    world.until(lambda: any(known.uses == 3 for known in world.memory.memory.items))
    caption = card(world, item).caption.full()
    assert caption == "Concluded from what you said · just now · fairly sure · used 3 times, last just now"


def test_two_thousand_items_are_listed_with_few_cards_and_searched(world: World) -> None:
    many(world, 2000)
    section = world.memory.sections["user_memory"]
    assert len(section.tiles) == PAGE
    assert section.more.text() == f"Show more ({2000 - PAGE:,} left)"
    world.memory.filter.setText("note 1234")
    assert texts(world) == ["Note 1234"]


def test_learning_is_paused_from_the_menu_too(world: World) -> None:
    world.memory.filters.pause.trigger()
    world.until(lambda: world.memory.memory.paused)
    assert world.memory.filters.pause.text() == "Go on learning"
