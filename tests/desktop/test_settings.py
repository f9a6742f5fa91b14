"""The settings: applied at once, undone by the toast, searchable; backups, the data folder, the lock, forgetting everything."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.home import home_folder, home_pointer
from desktop.settings.page import SettingsPage
from desktop.settings.safekeeping import opens, sealed
from engine import LearningMode
from engine.transfer import Report
from tests.desktop.world import World


@pytest.fixture(autouse=True)
def own_store(store: Path) -> Path:
    """An empty folder of models, before any window looks at it."""
    return store


@pytest.fixture
def page(world: World) -> SettingsPage:
    """The settings, shown by their button."""
    world.bot.mouseClick(world.window.header.settings, Qt.MouseButton.LeftButton)
    made = world.window.rooms.settings
    world.until(made.isVisible)
    return made


def undo(world: World) -> None:
    world.until(world.window.toast.button.isVisible)
    world.window.toast.button.click()
    world.desk()


def test_the_theme_changes_at_once_and_the_toast_takes_it_back(world: World, page: SettingsPage) -> None:
    field = page.fields["theme"]
    field.picked.emit("dark")
    world.until(lambda: world.window.theme.choice == "dark")
    assert world.database.setting("theme") == "dark"
    undo(world)
    world.until(lambda: world.window.theme.choice == "system")


def test_letters_grow_in_the_whole_window(world: World, page: SettingsPage) -> None:
    before = world.composer.editor.fontMetrics().height()
    page.fields["font_percent"].picked.emit(200)
    world.until(lambda: world.composer.editor.fontMetrics().height() > before * 1.6)
    undo(world)
    world.until(lambda: world.composer.editor.fontMetrics().height() == before)


def test_a_mode_is_that_of_the_sidebar_and_the_engine(world: World, page: SettingsPage) -> None:
    page.fields["mode user_memory"].picked.emit(LearningMode.PROPOSE)
    world.until(lambda: world.learning.modes["user_memory"] is LearningMode.PROPOSE)
    world.until(lambda: world.memory.memory.modes["user_memory"] is LearningMode.PROPOSE)
    undo(world)
    world.until(lambda: world.learning.modes["user_memory"] is LearningMode.ALWAYS)


def test_instructions_are_in_the_next_new_chat(world: World, page: SettingsPage) -> None:
    page.fields["instructions"].picked.emit("Answer in rhymes.")
    world.desk()
    world.window.rooms.pages.back()
    world.say("Hello")
    assert "Answer in rhymes." in world.model.calls[-1].messages[0]["content"]


def test_the_temperature_is_that_of_the_next_answer(world: World, page: SettingsPage) -> None:
    page.fields["temperature"].picked.emit(0.8)
    world.desk()
    world.window.rooms.pages.back()
    world.say("Hello")
    assert world.model.calls[-1].temperature == 0.8


def test_an_allowed_matter_is_stored_and_can_be_taken_back(world: World, page: SettingsPage) -> None:
    page.boxes["health"].click()
    world.until(lambda: world.database.setting("sensitive_allowed") == ["health"])
    undo(world)
    world.until(lambda: world.database.setting("sensitive_allowed") == [])
    world.until(lambda: not page.boxes["health"].isChecked())


def test_the_name_is_a_field_of_the_profile(world: World, page: SettingsPage) -> None:
    page.name.setText("Robin")
    page.name.editingFinished.emit()
    world.until(lambda: any(item.text.endswith("Robin") for item in world.learning.items(user_id="me")))
    world.until(lambda: world.window.rooms.preferences.name() == "Robin")
    undo(world)
    world.until(lambda: world.window.rooms.preferences.name() == "")


def test_a_search_leaves_what_matches_and_its_section(world: World, page: SettingsPage) -> None:
    page.search.setText("backups")
    shown = [row.words for section in page.sections for row in section.rows if not row.isHidden()]
    assert shown != []
    assert [words for words in shown if "backups" not in words] == []
    page.search.setText("zebra")
    assert page.nothing.isVisible()


def test_the_data_move_and_the_old_ones_stay_until_that_is_confirmed(
    world: World, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KEEPWISE_HOME")
    world.write("Likes tea.")
    target = tmp_path / "elsewhere"
    page.folder_chosen.emit(target)
    world.until(lambda: "are still there" in world.window.rooms.notice.words.text())
    assert home_folder() == target
    assert (tmp_path / "memory.duckdb").is_file()
    assert [item.text for item in world.learning.items(user_id="me")] == ["Likes tea."]
    world.window.rooms.preferences.drop_old(tmp_path)
    world.desk()
    assert not (tmp_path / "memory.duckdb").exists()
    assert home_pointer().is_file()


def test_the_lock_hides_everything_until_the_passphrase_and_no_key_works_behind_it(
    world: World, page: SettingsPage
) -> None:
    page.lock.first.setText("open sesame")
    page.lock.second.setText("open sesame")
    page.lock.set_button.click()
    world.until(lambda: bool(world.window.rooms.lock.curtain.opens))
    assert "open sesame" not in str(world.database.setting("lock"))
    lock, central = world.window.rooms.lock, world.window.centralWidget()
    assert central is not None
    lock.shut()
    assert lock.curtain.isVisible()
    assert central.isHidden()
    world.press(Qt.Key.Key_B, world.window, Qt.KeyboardModifier.ControlModifier)
    lock.curtain.field.setText("wrong")
    lock.curtain.unlock.click()
    assert lock.locked
    assert lock.curtain.said.text() != ""
    lock.curtain.field.setText("open sesame")
    world.press(Qt.Key.Key_Return, lock.curtain.field)
    assert not lock.locked
    assert central.isVisible()
    assert not world.memory.isHidden()


def test_two_passphrases_that_differ_lock_nothing(world: World, page: SettingsPage) -> None:
    page.lock.first.setText("one two")
    page.lock.second.setText("one three")
    page.lock.set_button.click()
    assert "not the same" in page.lock.said.text()
    assert world.database.setting("lock") is None


def test_a_seal_opens_by_its_passphrase_only() -> None:
    seal = sealed("correct horse")
    assert opens("correct horse", seal)
    assert not opens("Correct horse", seal)
    assert seal != sealed("correct horse")


def test_forgetting_everything_asks_once_and_offers_the_export_first(world: World, page: SettingsPage) -> None:
    world.write("Likes tea.")
    page.forget.click()
    assert page.confirm.isVisible()
    assert len(world.learning.items(user_id="me")) == 1
    page.backups_too.click()
    page.sure.click()
    world.until(lambda: world.learning.items(user_id="me") == [])
    world.until(lambda: not world.memory.sections["user_memory"].cards)


def test_what_is_exported_comes_back_by_importing_it(world: World, page: SettingsPage, tmp_path: Path) -> None:
    item, preferences = world.write("Likes tea."), world.window.rooms.preferences
    preferences.export_to(tmp_path / "out.json")
    world.until((tmp_path / "out.json").is_file)
    world.desk()
    world.learning.erase_user("me")
    preferences.import_from(tmp_path / "out.json")
    world.until(lambda: [one.text for one in world.learning.items(user_id="me")] == [item.text])


def test_settings_have_names_for_those_who_do_not_see_them(page: SettingsPage) -> None:
    fields = [*page.fields.values(), *page.boxes.values(), page.name, page.search]
    assert [field for field in fields if not field.accessibleName()] == []
    assert QApplication.instance() is not None


def test_an_import_can_be_stopped_and_leaves_nothing(
    world: World, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def slow(_path: Path, _user: str, *, progress: Callable[..., None], stopped: Callable[[], bool]) -> Report:
        while not stopped():  # the engine's own stopping: tests/engine/test_transfer_whole.py
            progress(1, 4, "reading")
            begun.set()
            time.sleep(0.02)
        return Report("native", {}, {}, dry_run=False, stopped=True)

    monkeypatch.setattr(world.learning, "import_", slow)
    status = world.window.status
    assert status.stop_work.isHidden()
    world.window.rooms.preferences.import_from(tmp_path / "any.json")
    world.until(lambda: begun.is_set() and "25 %" in status.work.full())
    assert status.stop_work.toolTip() == "Stop the import"
    status.stop_work.click()
    world.until(lambda: world.window.toast.words.full() == "The import was stopped; nothing of it was kept")
    assert status.stop_work.isHidden()
    assert status.work.isHidden()


def test_after_some_minutes_without_a_sign_of_life_the_window_locks_by_itself(world: World, page: SettingsPage) -> None:
    lock = world.window.rooms.lock
    page.lock.first.setText("open sesame")
    page.lock.second.setText("open sesame")
    page.lock.set_button.click()
    world.until(lambda: bool(lock.curtain.opens))
    page.lock.minutes.picked.emit(5)
    world.until(lambda: lock._idle.interval() == 5 * 60_000)
    lock._idle.start(60_000)  # four minutes later
    world.press(Qt.Key.Key_Shift, world.window)
    assert lock._idle.remainingTime() > 4 * 60_000
    lock._idle.start(20)  # five minutes later
    world.until(lambda: lock.locked)
