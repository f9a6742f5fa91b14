"""All suggestions as a list: ticks, filters, bulk acts with one undo, tidying up, rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from desktop.review.page import ReviewPage
from desktop.words import now
from engine.item import Item, Origin, State
from tests.desktop.test_look import nameless
from tests.desktop.world import World

CTRL = Qt.KeyboardModifier.ControlModifier


def proposals(world: World, count: int, store: str = "user_memory", origin: Origin = Origin.SAID) -> list[Item]:
    """That many proposals, written in one act."""
    at = now()
    common: dict[str, Any] = {"kind": "memory", "user_id": "me", "created_at": at, "updated_at": at, "origin": origin}
    items = [
        Item(id=uuid4().hex, store=store, text=f"{store} {n}.", state=State.PROPOSED, **common) for n in range(count)
    ]
    world.database.items.record("propose", [(None, item) for item in items], by="test")
    world.until(lambda: {i.id for i in items} <= {p.id for p in world.memory.memory.proposals})
    return items


def opened(world: World) -> ReviewPage:
    """The list, open, with what it holds."""
    world.memory.inbox.all.click()
    page = world.window.review.page
    world.until(lambda: bool(page.model.entries))
    return page


def titles(page: ReviewPage) -> list[str]:
    return [entry.title for entry in page.model.entries]


def states(world: World, items: list[Item]) -> list[State]:
    return [world.state(item) for item in items]


def test_the_list_takes_the_place_of_the_chat_and_escape_brings_the_chat_back(world: World) -> None:
    proposals(world, 1)
    page = opened(world)
    assert page.view.hasFocus()
    assert not world.conversation.isVisible()
    world.press(Qt.Key.Key_Escape, page.view)
    assert page.isHidden()
    assert world.composer.editor.hasFocus()


@pytest.mark.parametrize(("key", "state"), [(Qt.Key.Key_A, State.ACTIVE), (Qt.Key.Key_R, State.REJECTED)])
def test_all_are_answered_by_two_keys_and_taken_back_by_one_undo(world: World, key: Qt.Key, state: State) -> None:
    items = proposals(world, 12)
    page = opened(world)
    world.press(Qt.Key.Key_A, page.view, CTRL)
    assert page.count.text() == "12 ticked"
    world.press(key, page.view)
    world.until(lambda: states(world, items) == [state] * 12)
    assert len({world.learning.history(item.id)[-1].act for item in items}) == 1
    toast = world.window.toast
    world.until(toast.isVisible)
    assert toast.words.full().startswith("12 suggestions")
    toast.button.click()
    world.until(lambda: states(world, items) == [State.PROPOSED] * 12)
    world.until(lambda: len(page.model.entries) == 12)


def test_when_one_was_changed_since_the_undo_of_all_says_so_and_offers_to_forget_all(world: World) -> None:
    items = proposals(world, 3)
    page, toast = opened(world), world.window.toast
    world.press(Qt.Key.Key_A, page.view, CTRL)
    world.press(Qt.Key.Key_A, page.view)
    world.until(lambda: states(world, items) == [State.ACTIVE] * 3)
    world.until(toast.isVisible)
    world.learning.edit(items[1].id, text="Otherwise.")
    toast.button.click()
    world.until(lambda: toast.button.text() == "Forget all of it")
    assert states(world, items) == [State.ACTIVE] * 3
    toast.button.click()
    world.until(lambda: states(world, items) == [State.FORGOTTEN] * 3)


def test_space_ticks_rows_and_only_these_are_answered(world: World) -> None:
    items = proposals(world, 3)
    page = opened(world)
    order = titles(page)
    world.press(Qt.Key.Key_Space, page.view)
    world.press(Qt.Key.Key_Down, page.view)
    world.press(Qt.Key.Key_Down, page.view)
    world.press(Qt.Key.Key_Space, page.view)
    world.press(Qt.Key.Key_A, page.view)
    world.until(lambda: titles(page) == [order[1]])
    assert {i.text for i in items if world.state(i) is State.ACTIVE} == {order[0], order[2]}


def test_without_a_tick_the_row_of_the_keyboard_is_answered_and_the_next_one_follows(world: World) -> None:
    proposals(world, 3)
    page = opened(world)
    order = titles(page)
    world.press(Qt.Key.Key_R, page.view)
    world.until(lambda: titles(page) == order[1:])
    world.press(Qt.Key.Key_R, page.view)
    world.until(lambda: titles(page) == order[2:])


def test_later_puts_rows_out_of_sight_until_the_list_is_opened_again(world: World) -> None:
    items = proposals(world, 2)
    page = opened(world)
    world.press(Qt.Key.Key_A, page.view, CTRL)
    world.press(Qt.Key.Key_L, page.view)
    assert titles(page) == []
    assert page.empty.text() == "Nothing else waits here."
    assert page.bulk.isHidden()
    assert states(world, items) == [State.PROPOSED] * 2
    world.press(Qt.Key.Key_Escape, page)
    assert len(opened(world).model.entries) == 2


def test_the_list_is_filtered_by_store_and_by_origin_and_all_means_what_is_shown(world: World) -> None:
    memories, facts = proposals(world, 2), proposals(world, 2, "learned_knowledge", Origin.IMPORTED)
    page = opened(world)
    page.stores.setCurrentText("Knowledge")
    assert titles(page) == [item.text for item in facts] or sorted(titles(page)) == sorted(i.text for i in facts)
    page.all.click()
    world.press(Qt.Key.Key_R, page.view)
    world.until(lambda: states(world, [*memories, *facts]) == [State.PROPOSED] * 2 + [State.REJECTED] * 2)
    page.stores.setCurrentIndex(0)
    world.until(lambda: len(page.model.entries) == 2)
    assert page.origins.findText("Imported") < 0


def test_the_filter_by_origin_shows_what_was_imported(world: World) -> None:
    proposals(world, 2)
    imported = proposals(world, 1, "learned_knowledge", Origin.IMPORTED)
    page = opened(world)
    page.origins.setCurrentText("Imported")
    assert titles(page) == [imported[0].text]


def test_enter_shows_a_row_as_a_card(world: World) -> None:
    proposals(world, 3)
    page = opened(world)
    world.press(Qt.Key.Key_Down, page.view)
    world.press(Qt.Key.Key_Return, page.view)
    current = world.memory.inbox.current
    assert current is not None
    assert current.text == titles(page)[1]
    assert world.memory.inbox.hasFocus()


def test_tidying_up_says_what_would_happen_and_is_applied_and_taken_back(world: World) -> None:
    one = world.write("Drinks tea in the morning.")
    twin = replace(one, id="twin", text="Drinks tea in the morning")
    world.database.items.record("test", [(None, twin)], by="test")
    world.window.review.open()
    page = world.window.review.page
    world.until(lambda: any(title.startswith("Keep “Drinks tea") for title in titles(page)))
    (entry,) = page.model.entries
    assert entry.detail == "They say the same in the same words."
    world.press(Qt.Key.Key_A, page.view)
    world.until(lambda: titles(page) == [])
    assert sum("tea" in item.text for item in world.learning.items("user_memory")) == 1
    world.until(world.window.toast.isVisible)
    assert world.window.toast.words.full() == "1 thing tidied up"
    world.window.toast.button.click()
    world.until(lambda: len(page.model.entries) == 1)
    world.press(Qt.Key.Key_R, page.view)
    world.until(lambda: titles(page) == [])
    world.until(lambda: world.window.toast.words.full() == "1 thing left as it is")
    world.window.toast.button.click()
    world.until(lambda: len(page.model.entries) == 1)


def test_rules_are_listed_and_lifted(world: World) -> None:
    item = world.propose("Has asthma.", "user_memory", kind="memory")
    world.learning.reject(item.id, never=True)
    world.learning.allow("money")
    world.window.review.open()
    page = world.window.review.page
    world.until(lambda: titles(page) == ["Never suggest anything about health", "Save money without asking"])
    assert page.reject.text() == "Take back (R)"
    assert page.accept.isHidden()
    for left in (1, 0):
        world.press(Qt.Key.Key_R, page.view)
        world.until(lambda left=left: len(page.model.entries) == left)  # type: ignore[misc]
    assert (world.learning.never_suggested("me"), world.learning.allowed) == ([], ())
    world.until(lambda: world.window.toast.words.full() == "1 rule taken back")
    world.window.toast.button.click()
    world.until(lambda: titles(page) == ["Save money without asking"])


def test_selecting_all_leaves_the_rules_alone(world: World) -> None:
    world.learning.allow("money")
    proposals(world, 2)
    page = opened(world)
    page.all.click()
    assert len(page.model.chosen) == 2


def test_an_act_that_fails_is_told_in_the_list_and_nothing_is_half_done(world: World) -> None:
    items = proposals(world, 2)
    page = opened(world)
    page.all.click()
    world.learning.reject(items[0].id)
    page.accept_chosen()
    world.until(page.banner.isVisible)
    assert world.state(items[1]) is State.PROPOSED


def test_going_to_a_source_or_another_chat_closes_the_list(world: World) -> None:
    world.say("Hello")
    proposals(world, 1)
    page = opened(world)
    world.conversation.new_chat()
    assert page.isHidden()
    assert world.conversation.isVisible()


def test_five_hundred_rows_are_a_model_and_not_widgets(world: World) -> None:
    proposals(world, 500)
    page = opened(world)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    widgets = len(page.findChildren(QWidget))
    assert len(page.model.entries) == 500
    page.all.click()
    page.view.scrollToBottom()
    QApplication.processEvents()
    assert page.count.text() == "500 ticked"
    assert len(page.findChildren(QWidget)) <= widgets + 5


def test_everything_in_the_list_has_a_name_for_screen_readers(world: World) -> None:
    proposals(world, 2)
    page = opened(world)
    assert nameless(page) == []
    index = page.view.currentIndex()
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Not ticked. user_memory")
    world.press(Qt.Key.Key_Space, page.view)
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Ticked. ")
