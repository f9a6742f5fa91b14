"""Older values: the history and its Restore, what was known on a day, the bin, and undo that comes too late."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from desktop.sidebar.bin import BinPage
from desktop.sidebar.card import Card
from desktop.sidebar.details import Marked
from desktop.sidebar.story import entries
from desktop.words import now
from engine.item import Item, State
from tests.desktop.world import World, child


def texts(world: World, store: str = "user_memory") -> list[str]:
    return [card.item.text for card in world.memory.sections[store].cards]


def card(world: World, item: Item) -> Card:
    return next(card for card in world.memory.sections[item.store].cards if card.item.id == item.id)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def opened_history(world: World, item: Item) -> Card:
    shown = card(world, item)
    shown.toggle_history()
    world.until(lambda: shown.opened and " by " in said(shown))
    return shown


def test_an_older_wording_is_restored_from_the_card(world: World) -> None:
    item = world.write("Likes tea.")
    world.learning.edit(item.id, text="Likes coffee.")
    world.until(lambda: texts(world) == ["Likes coffee."])
    shown = opened_history(world, item)
    assert shown.findChildren(Marked)[0].accessibleName() == "Before: Likes tea.. After: Likes coffee."
    child(shown, QPushButton, "Restore: Likes tea.").click()
    world.until(lambda: texts(world) == ["Likes tea."])
    assert world.window.toast.words.full() == "Restored"


def test_the_history_of_a_value_tells_who_replaced_what_and_why(world: World) -> None:
    lisbon = world.write("Lisbon", "user_profile", key="home")
    porto = world.write("Porto", "user_profile", key="home")
    told = entries(world.learning.story(porto.id), world.learning.item(porto.id))
    assert [(e.did, e.by, e.before, e.after) for e in told] == [
        ("Written", "by you", "Home: Lisbon", "Home: Porto"),
        ("Written", "by you", "", "Home: Lisbon"),
    ]
    shown = opened_history(world, porto)
    child(shown, QPushButton, "Restore: Home: Lisbon").click()
    world.until(lambda: texts(world, "user_profile") == ["Home: Lisbon"])
    assert world.state(lisbon) is State.ACTIVE


def past_item(days_ago: int, text: str) -> Item:
    at = now() - timedelta(days=days_ago)
    return Item(
        id=uuid4().hex, store="user_memory", kind="memory", text=text, user_id="me", created_at=at, updated_at=at, valid_from=at
    )  # fmt: skip


def test_what_was_true_on_a_day_is_shown_with_a_banner_and_cannot_be_changed(world: World) -> None:
    world.database.items.record("write", [(None, past_item(40, "Lived by the sea."))], by="user")
    world.write("Likes tea.")
    day = QDate.currentDate().addDays(-10)
    panel = world.memory
    panel.past.begin(datetime.now().astimezone().date())
    panel.past.day.setDate(day)
    panel.past.kind.choose(False)
    world.until(lambda: panel.readonly and texts(world) == ["Lived by the sea."])
    assert panel.past.words.text() == f"Showing what was true on {day.day()} {day.toPython():%B %Y}"
    shown = panel.sections["user_memory"].cards[0]
    shown.setFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_E, Qt.Key.Key_P, Qt.Key.Key_Space):
        world.press(key, shown)
    world.desk()
    assert not shown.editing
    assert panel.selection.ids == ()
    assert not panel.sections["user_memory"].add_button.isVisible()
    assert len(world.learning.items(user_id="me")) == 2
    world.press(Qt.Key.Key_Escape, shown)
    assert not panel.readonly
    assert len(texts(world)) == 2


def test_what_was_known_on_a_day_before_all_is_nothing_and_says_so(world: World) -> None:
    world.write("Likes tea.")
    world.memory.filters.past_wanted.emit()
    world.until(lambda: world.memory.readonly)
    assert texts(world) == []
    assert world.memory.sections["user_memory"].nothing.text() == "Nothing here was known then."
    assert world.memory.sections["user_memory"].first.isHidden()


def bin_page(world: World) -> BinPage:
    world.memory.filters.bin.trigger()
    page = world.memory.page
    assert isinstance(page, BinPage)
    world.desk()
    return page


def tick(world: World, page: QWidget, name: str) -> None:
    world.until(lambda: name in said(page))
    child(page, QCheckBox, name).setChecked(True)


def test_what_was_forgotten_is_restored_from_the_bin(world: World) -> None:
    item = world.write("Likes tea.")
    world.learning.forget(item.id)
    world.until(lambda: world.memory.filters.bin.text() == "Bin (1)")
    page = bin_page(world)
    assert not page.restore.isEnabled()
    tick(world, page, "Likes tea.")
    page.restore.click()
    world.until(lambda: texts(world) == ["Likes tea."] and page.items == [])
    world.until(lambda: "The bin is empty." in said(page))
    page.back.click()
    assert world.memory.page is None


def test_forgetting_for_good_asks_once_and_leaves_nothing(world: World) -> None:
    item, other = world.write("Likes tea."), world.write("Runs.")
    world.learning.forget_all([item.id, other.id])
    world.until(lambda: world.memory.memory.forgotten == 2)
    page = bin_page(world)
    tick(world, page, "Likes tea.")
    page.erase.click()
    assert page.question.isVisible()
    assert page.question.words.text() == "Forget 1 item for good?"
    assert "cannot be undone" in page.question.why.text()
    assert page.question.no.hasFocus()
    page.question.no.click()
    world.desk()
    assert world.state(item) is State.FORGOTTEN
    page.erase.click()
    page.question.yes.click()
    world.until(lambda: [left.id for left in page.items] == [other.id])
    assert world.learning.items(state=None, user_id="me") == [world.learning.item(other.id)]


def test_the_bin_is_emptied_after_one_question(world: World) -> None:
    for text in ("One thing.", "Two things."):
        world.learning.forget(world.write(text).id)
    world.until(lambda: world.memory.memory.forgotten == 2)
    page = bin_page(world)
    page.empty.click()
    page.question.yes.click()
    world.until(lambda: world.memory.memory.forgotten == 0 and not page.items)
    assert page.empty.isHidden()


def test_an_undo_that_comes_too_late_says_why_and_offers_to_forget(world: World) -> None:
    changed = world.learning.write("user_memory", "Likes tea.", user_id="me")
    item = changed.items[0]
    world.learning.edit(item.id, text="Likes coffee.")
    world.window.bridge.undo(changed.act)
    toast = world.window.toast
    world.until(lambda: toast.isVisible() and toast.button.text() == "Forget it")
    assert toast.words.full() == "This was changed since (edit)"
    toast.button.click()
    world.until(lambda: world.state(item) is State.FORGOTTEN)


def test_an_undo_of_forgetting_that_comes_too_late_offers_to_restore(world: World) -> None:
    item = world.write("Lisbon", "user_profile", key="home")
    forgotten = world.learning.forget(item.id)
    world.learning.write("user_profile", "Porto", user_id="me", key="home")
    world.window.bridge.undo(forgotten.act)
    toast = world.window.toast
    world.until(lambda: toast.isVisible() and toast.button.text() == "Restore")
    toast.button.click()
    world.until(lambda: world.state(item) is State.ACTIVE)
    world.until(lambda: texts(world, "user_profile") == ["Home: Lisbon"])


def test_after_a_refused_undo_the_next_toast_offers_undo_again(world: World) -> None:
    item = world.write("Likes tea.")
    world.window.toast.show_step("No", "Restore", lambda: None)
    card(world, item).forgotten.emit(item)
    world.until(lambda: world.window.toast.button.text() == "Undo")
    world.window.toast.button.click()
    world.until(lambda: world.state(item) is State.ACTIVE)
