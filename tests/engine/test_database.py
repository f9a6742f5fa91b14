"""The memory file: what is refused, what survives, what the curious see in it."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

import pytest

from engine import Database, LearningMachine
from engine.errors import DatabaseBusy, DatabaseError, DatabaseUnreadable

SIX = ("user_profile", "user_memory", "session_context", "entity_memory", "learned_knowledge", "decision_log")


def test_a_file_that_is_something_else_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear diary")
    with pytest.raises(DatabaseUnreadable, match="not a Keepwise memory file"):
        Database(path)
    assert path.read_text() == "Dear diary"


def test_a_second_process_is_told_that_the_file_is_in_use(db: Database, python: str, project: Path) -> None:
    script = (
        "from engine import Database, KeepwiseError\n"
        f"try:\n    Database({db.path!r})\nexcept KeepwiseError as e:\n    print(e.title)"
    )
    found = subprocess.run([python, "-c", script], cwd=project, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == DatabaseBusy.title


def test_what_was_said_before_a_kill_is_there_afterwards(path: Path, python: str, project: Path) -> None:
    script = (
        "import os, signal\nfrom engine import Database\n"
        f"db = Database({str(path)!r})\nchat = db.create_chat('u1', 'Tea', 'c1')\n"
        "db.conversation.add_turn('c1', 'user', 'I drink tea')\n"
        "db.conversation.add_turn('c1', 'assistant', 'Half an ans', state='streaming')\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([python, "-c", script], cwd=project, check=False)
    with Database(path) as db:
        turns = db.turns("c1")
    assert [(turn.text, turn.state) for turn in turns] == [("I drink tea", "complete"), ("Half an ans", "stopped")]


def test_a_newer_format_is_refused_and_not_touched(path: Path) -> None:
    with Database(path) as db:
        db._connection.run("INSERT INTO keepwise VALUES (999)")
    with pytest.raises(DatabaseUnreadable, match="newer Keepwise"):
        Database(path)


def fail_halfway(db: Database) -> None:
    """A transaction whose second write fails."""
    with db.transaction():
        db.create_chat("u1", "Tea", "c1")
        db._connection.run("INSERT INTO nowhere VALUES (1)")


def test_a_failed_write_is_raised_and_leaves_nothing(db: Database) -> None:
    """B8."""
    with pytest.raises(DatabaseError):
        fail_halfway(db)
    assert db.chats("u1") == []
    db.create_chat("u1", "Tea", "c1")
    assert len(db.chats("u1")) == 1


def test_a_closed_file_says_so(path: Path) -> None:
    """A17."""
    db = Database(path)
    db.close()
    db.close()
    with pytest.raises(DatabaseError, match="closed"):
        db.chats("u1")


def test_eight_threads_write_for_one_user_and_nothing_is_lost(machine: LearningMachine) -> None:
    """B7."""

    def write(thread: int) -> None:
        for n in range(10):
            machine.write("user_memory", f"Owns book {thread * 10 + n}", "u1")

    threads = [threading.Thread(target=write, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(machine.items("user_memory", user_id="u1")) == 80
    assert machine.db.check() == []


@pytest.mark.parametrize("store", SIX)
def test_each_store_is_a_view_with_typed_columns_and_its_vector(machine: LearningMachine, store: str) -> None:
    machine.write(store, "Harbour: we chose the ferry since it is cheaper", "u1", "s1")
    columns = dict(machine.db.query(f"SELECT column_name, column_type FROM (DESCRIBE {store})"))
    assert columns["vector"] == "FLOAT[384]"
    assert columns["confidence"] == "DOUBLE"
    rows = machine.db.query(f"SELECT state, array_length(vector) FROM {store}")
    assert rows == [("active", 384)]


def test_settings_are_any_json_and_stay(path: Path) -> None:
    with Database(path) as db:
        db.set_setting("window", {"width": 900})
    with Database(path) as db:
        assert db.setting("window") == {"width": 900}
        assert db.setting("unknown", 7) == 7
