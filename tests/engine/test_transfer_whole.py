"""An import is whole or not there at all: killed, cancelled or failing, and nobody waits for it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from engine import Database, LearningMachine
from engine.errors import DatabaseError
from models import Embedder
from models.protocols import Vectors
from tests.engine.conftest import ALL

TURNS = 80
"""More than one batch of what is staged."""
KILLED = """
import os, signal, sys
from pathlib import Path
from engine import Database, LearningMachine
from models import open_embedder

def deadly(done, total, what):
    staged = db.query("SELECT count(*) FROM turns")[0][0]
    if what == sys.argv[3] and done > 0.5 * total and (what == "reading" or staged):
        os.kill(os.getpid(), signal.SIGKILL)

with Database(sys.argv[1]) as db:
    machine = LearningMachine(db, embedder=open_embedder(), user_memory=True)
    machine.import_(Path(sys.argv[2]), "ana", progress=deadly)
"""


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A data export with one message of the user and one answer a conversation."""
    found = []
    for number in range(TURNS):
        at = "2025-03-01T08:00:00Z"
        said = f"Please translate menu number {number} about pelicans." if number else "I am allergic to sesame."
        rows = [
            {"uuid": f"u{number}", "sender": "human", "text": said, "created_at": at},
            {"uuid": f"a{number}", "sender": "assistant", "text": "Certainly.", "created_at": at},
        ]
        found.append({"uuid": f"c{number}", "name": f"Menu {number}", "created_at": at, "chat_messages": rows})
    (tmp_path / "claude.json").write_text(json.dumps(found), encoding="utf-8")
    return tmp_path / "claude.json"


def rows(db: Database, table: str) -> int:
    return int(db.query(f"SELECT count(*) FROM {table}")[0][0])


def nothing_is_left(machine: LearningMachine) -> bool:
    tables = ("items", "chats", "turns", "documents", "postings", "vectors", "settings", "revisions")
    return not any(rows(machine.db, table) for table in tables)


def all_is_found(machine: LearningMachine) -> bool:
    indexed = {row[0] for row in machine.db.query("SELECT owner FROM vectors WHERE part = 'self'")}
    spoken = {row[0] for row in machine.db.query("SELECT id FROM turns WHERE role = 'user'")}
    return indexed == spoken | {item.id for item in machine.items(state=None)}


@pytest.mark.parametrize("when", ["reading", "writing", "indexing"])
def test_an_import_that_is_killed_leaves_nothing_and_works_again(
    path: Path, export: Path, embedder: Embedder, when: str
) -> None:
    """Killed when half is read, when the first batch is staged, and before the last transaction."""
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(export), when], env=dict(os.environ), check=False
    )
    assert ended.returncode == -signal.SIGKILL
    with Database(path) as db:
        machine = LearningMachine(db, embedder=embedder, **ALL)
        assert nothing_is_left(machine)
        assert machine.import_(export, "ana").kinds["chat"].new == TURNS
        assert all_is_found(machine)
        assert len(machine.db.chats("ana")) == TURNS


class Failing:
    """An embedder that stops working after so many texts."""

    def __init__(self, real: Embedder, texts: int) -> None:
        self.name, self.dimensions = real.name, real.dimensions
        self._real, self._left = real, texts

    def embed(self, texts: object) -> object:
        self._left -= len(list(texts))  # type: ignore[call-overload]
        if self._left < 0:
            raise DatabaseError("It fell over.")
        return self._real.embed(texts)  # type: ignore[arg-type]

    def sense(self, texts: Sequence[str]) -> Vectors:
        return self._real.sense(texts)


@pytest.mark.parametrize("texts", [100, 250])
def test_an_import_that_fails_leaves_nothing(db: Database, export: Path, embedder: Embedder, texts: int) -> None:
    machine = LearningMachine(db, embedder=Failing(embedder, texts), **ALL)  # type: ignore[arg-type]
    with pytest.raises(DatabaseError, match="fell over"):
        machine.import_(export, "ana")
    assert nothing_is_left(machine)


@pytest.fixture
def told() -> list[tuple[int, int, str]]:
    """What was told of the progress."""
    return []


@pytest.mark.parametrize("when", ["reading", "writing", "indexing"])
def test_a_cancelled_import_leaves_nothing(
    machine: LearningMachine, export: Path, told: list[tuple[int, int, str]], when: str
) -> None:
    report = machine.import_(
        export,
        "ana",
        progress=lambda done, total, what: told.append((done, total, what)),
        stopped=lambda: any(what == when and (done > 0.9 * total or what == "indexing") for done, total, what in told),
    )
    assert (report.stopped, report.changed, report.items) == (True, None, ())
    assert nothing_is_left(machine)
    assert machine.undo() is None


def test_progress_goes_on_conversation_by_conversation_and_never_back(
    machine: LearningMachine, export: Path, told: list[tuple[int, int, str]]
) -> None:
    machine.import_(export, "ana", progress=lambda done, total, what: told.append((done, total, what)))
    for what in ("reading", "writing"):
        steps = [done for done, _, named in told if named == what]
        assert steps == sorted(steps)
        assert len(set(steps)) >= TURNS
        assert steps[-1] == export.stat().st_size


def test_what_is_staged_is_in_no_list_and_no_search(machine: LearningMachine, export: Path) -> None:
    seen: list[tuple[int, int]] = []

    def look(done: int, total: int, what: str) -> None:
        hits = machine.search("pelicans menu", user_id="ana")
        seen.append((len(machine.db.chats("ana")), len(hits)))

    machine.import_(export, "ana", progress=look)
    assert set(seen) == {(0, 0)}
    assert len(machine.search("pelicans menu", user_id="ana")) == 10


def test_turns_that_an_ended_process_left_unindexed_are_found_after_the_next_start(
    db: Database, embedder: Embedder
) -> None:
    db.create_chat("ana", "Fjords", "c1")
    db.conversation.add_turn("c1", "user", "Which fjord freezes first?")
    db.conversation.add_turn("c1", "assistant", "None of them.")
    machine = LearningMachine(db, embedder=embedder, **ALL)
    assert [hit.text for hit in machine.search("fjord freezes", user_id="ana")] == ["Which fjord freezes first?"]
    assert all_is_found(machine)


def test_what_was_indexed_by_words_alone_gets_its_vectors_when_the_embedder_is_there(
    db: Database, embedder: Embedder
) -> None:
    without = LearningMachine(db, **ALL)
    without.write("user_memory", "Keeps bees", "ana")
    without.process([{"role": "user", "content": "Which fjord freezes first?"}], "ana", "c1", learn=False)
    assert rows(db, "vectors") == 0
    assert all_is_found(LearningMachine(db, embedder=embedder, **ALL))


def test_the_same_conversation_in_two_parts_of_an_export_comes_once(
    machine: LearningMachine, export: Path, tmp_path: Path
) -> None:
    found = json.loads(export.read_text(encoding="utf-8"))
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "conversations-000.json").write_text(json.dumps(found[:3]), encoding="utf-8")
    (tmp_path / "parts" / "conversations-001.json").write_text(json.dumps(found[2:4]), encoding="utf-8")
    told = machine.import_(tmp_path / "parts", "ana", dry_run=True)
    done = machine.import_(tmp_path / "parts", "ana")
    assert told.kinds == done.kinds
    assert (done.kinds["chat"].new, done.kinds["chat"].known, done.kinds["turn"].new) == (4, 1, 8)
