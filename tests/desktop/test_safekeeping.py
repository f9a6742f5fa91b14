"""Safe-keeping in the window: backups by themselves and on demand, going back to one, encrypting everything."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.settings.safekeeping import BACKUPS_DUE, back_up, finish_protecting
from desktop.settings.safety_section import SafetySection, ago
from desktop.settings.strength import hint
from engine import Database
from engine.database.backups import backups, copies, is_due
from engine.database.opening import is_encrypted
from tests.desktop.world import World

WORDS = "copper lantern walnut"
OTHER = "tuesday harbour flute"


@pytest.fixture(autouse=True)
def own_store(store: Path) -> Path:
    """An empty folder of models, before any window looks at it."""
    return store


@pytest.fixture
def section(world: World) -> SafetySection:
    """The section, in the settings that are shown by their button. Making keys takes long on a busy machine."""
    world.patience = 60_000
    world.bot.mouseClick(world.window.header.settings, Qt.MouseButton.LeftButton)
    page = world.window.rooms.settings
    world.until(page.isVisible)
    return page.safety


def file_of(world: World) -> Path:
    return Path(world.database.path)


def undo(world: World) -> None:
    world.until(world.window.toast.button.isVisible)
    world.window.toast.button.click()
    world.desk()


def encrypt(world: World, section: SafetySection, passphrase: str = WORDS) -> None:
    form = section.encryption
    form.on.click()
    form.first.setText(passphrase)
    form.second.setText(passphrase)
    form.send.click()
    world.until(lambda: world.database.encrypted and world.window.rooms.cover.isHidden())


def plain_files(folder: Path, text: str) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]


def test_a_backup_brings_back_what_was_there_and_its_undo_what_came_since(world: World, section: SafetySection) -> None:
    world.write("Likes tea.")
    section.back_up.click()
    world.until(lambda: len(section.go_back) == 1)
    world.write("Likes milk.")
    section.go_back[0].click()
    world.until(lambda: [item.text for item in world.learning.items(user_id="me")] == ["Likes tea."])
    world.until(lambda: len(world.memory.sections["user_memory"].cards) == 1)
    undo(world)
    world.until(lambda: len(world.learning.items(user_id="me")) == 2)


def test_only_so_many_backups_stay(world: World) -> None:
    made = [back_up(world.database, 2, datetime.now()) for _ in range(3)]
    assert len(backups(file_of(world))) == 2
    assert not made[0].exists()


def test_a_backup_is_made_by_itself_once_a_day_while_nothing_runs(world: World) -> None:
    safety, file = world.window.rooms.safety, file_of(world)
    world.idle()
    safety.look()
    world.until(lambda: len(backups(file)) == 1)
    world.until(lambda: not world.window.rooms.librarian.errands.running("backup"))
    world.desk()
    safety.look()
    assert not world.window.rooms.librarian.errands.running("backup")


def test_no_backup_is_begun_while_an_answer_is_written_or_when_they_are_off(world: World) -> None:
    safety, file = world.window.rooms.safety, file_of(world)
    world.answers.append(world.held("Half", " an answer."))
    world.send("Hello")
    world.until(lambda: not world.gate.is_set())
    safety.look()
    assert not world.window.rooms.librarian.errands.running("backup")
    world.gate.set()
    world.idle()
    world.database.set_setting("backup_every", "off")
    safety.look()
    assert not world.window.rooms.librarian.errands.running("backup")
    assert backups(file) == []


def test_a_backup_is_due_by_the_day_or_the_week(world: World) -> None:
    file, evening = file_of(world), datetime(2026, 3, 5, 23, 50)
    assert is_due(file, timedelta(days=1), evening)
    back_up(world.database, 5, evening)
    assert not is_due(file, timedelta(days=1), evening + timedelta(minutes=5))
    assert is_due(file, timedelta(days=1), evening + timedelta(minutes=20))
    assert not is_due(file, timedelta(days=7), evening + timedelta(days=6))
    assert is_due(file, timedelta(days=7), evening + timedelta(days=7))


def test_an_import_and_erasing_everything_are_preceded_by_a_backup(world: World, tmp_path: Path) -> None:
    preferences, file = world.window.rooms.preferences, file_of(world)
    world.write("Likes tea.")
    world.learning.export(tmp_path / "out.json", "me")
    preferences.import_from(tmp_path / "out.json")
    world.until(lambda: len(backups(file)) == 1)
    world.desk()
    preferences.forget_everything()
    world.until(lambda: world.learning.items(user_id="me") == [])
    assert len(backups(file)) == 2


def test_erasing_everything_with_its_backups_leaves_nothing(world: World) -> None:
    preferences, file = world.window.rooms.preferences, file_of(world)
    world.write("Plays the oboe.")
    back_up(world.database, 5, datetime.now())
    preferences.forget_everything(backups_too=True)
    world.until(lambda: copies(file) == [])
    world.desk()
    assert world.learning.items(user_id="me") == []
    world.window.close()
    world.database.close()
    assert plain_files(file.parent, "oboe") == []


def test_encrypting_leaves_no_plain_byte_in_any_file_and_the_window_goes_on(
    world: World, section: SafetySection
) -> None:
    world.write("Plays the oboe.")
    back_up(world.database, 5, datetime.now())
    section.refresh()
    assert plain_files(file_of(world).parent, "oboe") != []
    encrypt(world, section)
    assert plain_files(file_of(world).parent, "oboe") == []
    assert [is_encrypted(path) for path in backups(file_of(world))] == [True]
    world.write("Likes tea.")
    section.go_back[0].click()
    world.until(lambda: [item.text for item in world.learning.items(user_id="me")] == ["Plays the oboe."])
    assert world.database.encrypted
    assert plain_files(file_of(world).parent, "oboe") == []


def test_older_backups_are_deleted_instead_when_that_is_chosen(world: World, section: SafetySection) -> None:
    back_up(world.database, 5, datetime.now())
    section.refresh()
    section.encryption.on.click()
    section.encryption.copies.show_value("drop")
    section.encryption.first.setText(WORDS)
    section.encryption.second.setText(WORDS)
    section.encryption.send.click()
    world.until(lambda: world.database.encrypted and world.window.rooms.cover.isHidden())
    assert copies(file_of(world)) == []


def test_nothing_is_encrypted_under_a_short_passphrase_or_two_that_differ(world: World, section: SafetySection) -> None:
    form = section.encryption
    form.on.click()
    for first, second, told in (("short", "short", "at least 8"), (WORDS, OTHER, "not the same")):
        form.first.setText(first)
        form.second.setText(second)
        form.send.click()
        assert told in form.said.text()
    world.desk()
    assert not world.database.encrypted


def test_a_change_of_the_passphrase_and_turning_it_off_ask_for_the_one_until_now(
    world: World, section: SafetySection
) -> None:
    encrypt(world, section)
    back_up(world.database, 5, datetime.now())
    form = section.encryption
    form.change.click()
    form.old.setText("wrong")
    form.first.setText(OTHER)
    form.second.setText(OTHER)
    form.send.click()
    assert "not the passphrase" in form.said.text()
    form.old.setText(WORDS)
    form.send.click()
    world.until(lambda: world.database.is_passphrase(OTHER) and world.window.rooms.cover.isHidden())
    with Database(backups(file_of(world))[0], passphrase=OTHER) as backup:
        assert backup.encrypted
    form.off.click()
    form.old.setText(OTHER)
    form.send.click()
    world.until(lambda: not world.database.encrypted and world.window.rooms.cover.isHidden())
    assert [is_encrypted(path) for path in backups(file_of(world))] == [False]


def test_a_backup_under_an_earlier_passphrase_asks_for_it(world: World, section: SafetySection, tmp_path: Path) -> None:
    world.write("Likes tea.")
    world.database.encrypt(WORDS)
    kept = back_up(world.database, 5, datetime.now())
    world.database.encrypt(OTHER)
    world.write("Likes milk.")
    section.refresh()
    section.go_back[0].click()
    world.until(section.locked.isVisible)
    section.earlier.setText(WORDS)
    world.press(Qt.Key.Key_Return, section.earlier)
    world.until(lambda: [item.text for item in world.learning.items(user_id="me")] == ["Likes tea."])
    assert world.database.is_passphrase(OTHER)
    assert kept.is_file()


def test_the_screen_lock_takes_the_passphrase_of_the_encrypted_file(world: World, section: SafetySection) -> None:
    lock, page = world.window.rooms.lock, world.window.rooms.settings
    lock.shut()
    assert not lock.locked
    encrypt(world, section)
    assert page.lock.old.isHidden()
    lock.shut()
    assert lock.locked
    lock.curtain.field.setText("wrong")
    lock.curtain.unlock.click()
    assert lock.locked
    lock.curtain.field.setText(WORDS)
    lock.curtain.unlock.click()
    assert not lock.locked


def test_what_a_crash_kept_from_being_done_with_the_backups_is_done_later(world: World) -> None:
    world.write("Plays the oboe.")
    back_up(world.database, 5, datetime.now())
    world.database.set_setting(BACKUPS_DUE, "drop")
    assert finish_protecting(world.database) == []
    assert len(copies(file_of(world))) == 1
    world.database.set_setting(BACKUPS_DUE, "encrypt")
    world.database.encrypt(WORDS)
    world.window.rooms.safety.look()
    world.until(lambda: plain_files(file_of(world).parent, "oboe") == [])


def test_hints_are_plain_words() -> None:
    assert "Too short" in hint("tea")
    assert "Weak" in hint("aaaaaaaaaaaa")
    assert "Weak" in hint("12345678")
    assert "Weak" in hint("P4ssw0rd!")
    assert "Weak" in hint("copper lantern")
    assert "Fair" in hint(WORDS)
    assert hint(f"{WORDS} tuesday") == "Strong."


def test_how_long_ago_is_said_roughly() -> None:
    at = datetime(2026, 3, 5, 12, 0)
    told = [ago(at, at + timedelta(minutes=minutes)) for minutes in (0, 1, 59, 60, 1500)]
    assert told == ["just now", "1 minute ago", "59 minutes ago", "1 hour ago", "1 day ago"]
