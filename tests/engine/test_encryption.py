"""The encrypted memory file: what opens it, what never stands in it, and what a crash in between leaves."""

from __future__ import annotations

import shutil
import subprocess
import threading
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest

from engine import Database, LearningMachine
from engine.database.backups import backups, copies, dated
from engine.database.migrations import MIGRATIONS
from engine.database.opening import is_encrypted
from engine.database.salts import key_file
from engine.errors import (
    DatabaseBusy,
    DatabaseError,
    DatabaseUnreadable,
    InvalidInput,
    PassphraseNeeded,
    WrongPassphrase,
)
from engine.item import Item
from tests.engine.test_erasing import SECRET

WORDS = "open sesame"
OTHER = "close sesame"
NOW = datetime(2026, 1, 2)


def write(db: Database, text: str = f"Sails the {SECRET}") -> Item:
    item = Item(
        id=uuid4().hex, store="user_memory", kind="preference", text=text, user_id="u1", created_at=NOW, updated_at=NOW
    )
    db.items.record("write", [(None, item)], by="user")
    return item


def texts(path: Path, passphrase: str | None = None) -> list[str]:
    with Database(path, passphrase=passphrase) as db:
        return [item.text for item in db.items.find(user_id="u1")]


def files_with(folder: Path, text: str = SECRET) -> list[str]:
    """The files below a folder that hold the bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files != []
    return [path.name for path in files if text.encode() in path.read_bytes()]


@pytest.fixture
def plain(path: Path) -> Path:
    """A plain file with the secret in it."""
    with Database(path) as db:
        write(db)
    assert files_with(path.parent) == [path.name]
    return path


def test_an_encrypted_file_holds_no_plain_byte_while_it_is_open_and_after(path: Path) -> None:
    with Database(path, passphrase=WORDS) as db:
        write(db)
        assert db.encrypted
        assert path.with_name(path.name + ".wal").stat().st_size > 0
        assert files_with(path.parent) == []
    assert files_with(path.parent) == []
    assert texts(path, WORDS) == [f"Sails the {SECRET}"]


def test_a_wrong_passphrase_and_none_are_refused_and_change_nothing(path: Path) -> None:
    with Database(path, passphrase=WORDS) as db:
        write(db)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(WrongPassphrase, match="does not open"):
        Database(path, passphrase=OTHER)
    with pytest.raises(PassphraseNeeded, match="is encrypted"):
        Database(path)
    with pytest.raises(InvalidInput, match="empty"):
        Database(path, passphrase="")
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_a_plain_file_is_not_taken_for_an_encrypted_one(plain: Path) -> None:
    with pytest.raises(DatabaseError, match="is not encrypted"):
        Database(plain, passphrase=WORDS)
    assert texts(plain) == [f"Sails the {SECRET}"]


def test_turning_it_on_leaves_no_plain_byte_and_turning_it_off_needs_no_passphrase_any_more(plain: Path) -> None:
    with Database(plain) as db:
        db.encrypt(WORDS)
        assert db.encrypted
        assert db.is_passphrase(WORDS)
        assert files_with(plain.parent) == []
        write(db, "Plays the oboe")
    assert files_with(plain.parent) == []
    with Database(plain, passphrase=WORDS) as db:
        db.decrypt()
        assert not db.encrypted
    assert len(texts(plain)) == 2
    assert not key_file(plain).exists()


def test_after_a_change_only_the_new_passphrase_opens_it(path: Path) -> None:
    with Database(path, passphrase=WORDS) as db:
        write(db)
        db.encrypt(OTHER)
    with pytest.raises(WrongPassphrase):
        Database(path, passphrase=WORDS)
    assert len(texts(path, OTHER)) == 1


def test_erased_bytes_leave_an_encrypted_file_which_stays_encrypted(path: Path) -> None:
    """B15."""
    with Database(path, passphrase=WORDS) as db:
        machine = LearningMachine(db, user_memory=True)
        machine.erase(write(db).id)
        write(db, "Plays the oboe")
        assert db.encrypted
    assert is_encrypted(path)
    assert texts(path, WORDS) == ["Plays the oboe"]
    with Database(path, passphrase=WORDS) as db:
        db.decrypt()
    assert files_with(path.parent) == []


def test_a_lost_key_file_is_found_again_beside_a_backup(path: Path) -> None:
    with Database(path, passphrase=WORDS) as db:
        write(db)
        db.copy(path.parent / "backups" / "memory-2026-01-01-120000.duckdb")
    key_file(path).unlink()
    assert len(texts(path, WORDS)) == 1
    assert key_file(path).is_file()
    shutil.rmtree(path.parent / "backups")
    key_file(path).unlink()
    with pytest.raises(DatabaseUnreadable, match="Copy it back"):
        Database(path, passphrase=WORDS)


def test_a_damaged_key_file_is_named(path: Path) -> None:
    Database(path, passphrase=WORDS).close()
    key_file(path).write_text('{"scrypt": [{"salt": "00", "n": 3, "r": 8, "p": 1}]}')
    with pytest.raises(InvalidInput, match="key file"):
        Database(path, passphrase=WORDS)


def test_a_copy_carries_its_key_and_another_file_is_taken_on_in_the_same_state(plain: Path, tmp_path: Path) -> None:
    with Database(plain) as db:
        db.copy(tmp_path / "elsewhere" / "plain.duckdb")
        db.encrypt(WORDS)
        db.copy(tmp_path / "there" / "memory.duckdb")
        db.adopt(tmp_path / "elsewhere" / "plain.duckdb", tmp_path / "elsewhere" / "plain.duckdb")
        db.exchange(tmp_path / "there" / "memory.duckdb")
        assert db.encrypted
    assert texts(tmp_path / "there" / "memory.duckdb", WORDS) == [f"Sails the {SECRET}"]
    assert texts(tmp_path / "elsewhere" / "plain.duckdb", WORDS) == [f"Sails the {SECRET}"]
    assert files_with(tmp_path) == []


def test_a_plain_file_is_not_exchanged_for_an_encrypted_one(plain: Path, tmp_path: Path) -> None:
    with Database(tmp_path / "own.duckdb", passphrase=WORDS) as db:
        with pytest.raises(DatabaseError, match="not encrypted"):
            db.exchange(plain)
        assert db.path.endswith("own.duckdb")
        write(db)


def test_what_is_no_memory_file_is_not_adopted(path: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear diary" * 1000)
    with Database(path) as db, pytest.raises(DatabaseUnreadable):
        db.adopt(tmp_path / "letter.txt", tmp_path / "new.duckdb")
    assert not (tmp_path / "new.duckdb").exists()


def run(python: str, project: Path, script: str) -> subprocess.CompletedProcess[str]:
    """A script in another process."""
    return subprocess.run([python, "-c", script], cwd=project, check=False, capture_output=True, text=True)


def test_a_second_process_is_told_that_an_encrypted_file_is_in_use(path: Path, python: str, project: Path) -> None:
    script = (
        "from engine import Database, KeepwiseError\n"
        f"try:\n    Database({str(path)!r}, passphrase={WORDS!r})\nexcept KeepwiseError as e:\n    print(e.title)"
    )
    with Database(path, passphrase=WORDS):
        assert run(python, project, script).stdout.strip() == DatabaseBusy.title
        with pytest.raises(DatabaseBusy):
            Database(path, passphrase=WORDS)


def test_what_was_said_before_a_kill_is_in_the_encrypted_file(path: Path, python: str, project: Path) -> None:
    script = (
        "import os, signal\nfrom engine import Database\n"
        f"db = Database({str(path)!r}, passphrase={WORDS!r})\ndb.create_chat('u1', 'Tea', 'c1')\n"
        f"db.conversation.add_turn('c1', 'user', {SECRET!r})\nos.kill(os.getpid(), signal.SIGKILL)"
    )
    assert run(python, project, script).returncode == -9
    assert files_with(path.parent) == []
    with Database(path, passphrase=WORDS) as db:
        assert [turn.text for turn in db.turns("c1")] == [SECRET]


def killed_when(python: str, project: Path, path: Path, opened: str | None, act: str, seen: str) -> None:
    """Do `act` on `db` in another process, which is killed as soon as the expression `seen` (of `path`) is true."""
    script = f"""
import os, signal, threading
from pathlib import Path
from engine import Database
path = Path({str(path)!r})
db = Database(path, passphrase={opened!r})
began = path.stat().st_ino
def watch():
    while not ({seen}):
        pass
    os.kill(os.getpid(), signal.SIGKILL)
threading.Thread(target=watch, daemon=True).start()
{act}
threading.Event().wait(60)
"""
    done = run(python, project, script)
    assert done.returncode == -9, done.stderr


HALF = "path.with_name(path.name + '.new').exists()"
SWAPPED = "path.stat().st_ino != began"


@pytest.mark.parametrize("seen", [HALF, SWAPPED])
@pytest.mark.parametrize(
    ("before", "act", "after"),
    [(None, f"db.encrypt({WORDS!r})", WORDS), (WORDS, f"db.encrypt({OTHER!r})", OTHER), (WORDS, "db.decrypt()", None)],
)
def test_a_process_killed_while_it_encrypts_leaves_a_whole_file_under_the_old_or_the_new_passphrase(
    path: Path, python: str, project: Path, before: str | None, act: str, after: str | None, seen: str
) -> None:
    with Database(path, passphrase=before) as db:
        write(db)
        db.create_chat("u2", "Long", "long")
        for _ in range(30):
            db.conversation.add_turn("long", "user", "all of the tea " * 3000)
    killed_when(python, project, path, before, act, seen)
    opening = after if is_encrypted(path) == (after is not None) and seen == SWAPPED else before
    assert texts(path, opening) == [f"Sails the {SECRET}"]
    with Database(path, passphrase=opening) as db:
        assert len(db.turns("long")) == 30
        assert db.check() == []
    if opening is not None:
        assert files_with(path.parent) == []
    assert [file.name for file in path.parent.glob("*.new*")] == []


def test_a_process_killed_while_it_backs_up_leaves_no_half_file_under_a_backups_name(
    path: Path, python: str, project: Path
) -> None:
    with Database(path) as db:
        write(db)
        for n in range(30):
            db.create_chat("u2", "all of the tea " * 3000, f"c{n}")
    target = path.parent / "backups" / "memory-2026-01-01-120000.duckdb"
    half = f"Path({str(target)!r} + '.new').exists()"
    killed_when(python, project, path, None, f"db.copy(Path({str(target)!r}))", half)
    for whole in backups(path):
        assert texts(whole) == [f"Sails the {SECRET}"]
    assert len(texts(path)) == 1


def test_others_read_and_write_while_a_copy_is_made(path: Path) -> None:
    with Database(path) as db:
        write(db)
        db.create_chat("u2", "Long", "long")
        copying = threading.Thread(target=db.copy, args=(path.parent / "copy.duckdb",))
        with db.transaction():
            db.create_chat("u2", "Open", "open")
            copying.start()
            db.create_chat("u2", "Open too", "open2")
        copying.join()
        assert len(db.chats("u2")) == 3
    assert len(texts(path.parent / "copy.duckdb")) == 1


@pytest.mark.parametrize("passphrase", [None, WORDS])
def test_a_change_of_the_schema_is_made_after_a_backup_of_the_file_as_it_was(
    path: Path, passphrase: str | None
) -> None:
    with Database(path, passphrase=passphrase) as db:
        write(db)
        db._connection.migrate([*MIGRATIONS, "CREATE TABLE further (a INTEGER)"])
        assert db.query("SELECT * FROM further") == []
    (kept,) = copies(path)
    assert is_encrypted(kept) == (passphrase is not None)
    assert texts(kept, passphrase) == [f"Sails the {SECRET}"]


def test_without_a_change_of_the_schema_no_backup_is_made(path: Path) -> None:
    Database(path).close()
    Database(path).close()
    assert copies(path) == []
    assert dated(path, NOW).name == "memory-2026-01-02-000000.duckdb"
