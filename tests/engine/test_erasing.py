"""Forgetting for good: no trace in rows, prompts, exports or the bytes of the file; and a crash in the middle loses nothing."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from engine import Agent, Database, LearningMachine
from engine.clock import now
from engine.errors import AccessRefused, DatabaseError, InvalidInput, NotFound
from engine.events import Changed
from engine.item import Item, State
from models import Embedder, Message, Tool
from models.fake import FakeChat
from tests.engine.conftest import ALL, answer_or_write, talk

SECRET = "Quetzalcoatlus"
SAID = f"Remember: my boat is called {SECRET}. I also row on the Thames at weekends."


def parrot(messages: Sequence[Message], tools: Sequence[Tool], schema: Mapping[str, Any] | None) -> str:
    """A model that repeats what it was told, as models do."""
    if schema is not None:
        return answer_or_write(messages, tools, schema)
    whole = " ".join(str(message["content"]) for message in messages)
    return f"What a name, {SECRET}! Rowing keeps you fit." if SECRET in whole else "Sure."


@pytest.fixture
def agent(db: Database, embedder: Embedder) -> Agent:
    """An agent whose answers repeat the secret when they know it."""
    model = FakeChat(parrot)
    return Agent(model, LearningMachine(db, model=model, embedder=embedder, **ALL))


@pytest.fixture
def machine(agent: Agent) -> LearningMachine:
    """Its machine."""
    return agent.learning


def with_secret(machine: LearningMachine) -> list[str]:
    """The ids of the items that hold the secret, whatever their state."""
    return [item.id for item in machine.items(state=None) if SECRET in f"{item.text} {item.quote}"]


def bytes_with(path: Path, word: str = SECRET) -> list[str]:
    """The files in the folder of the memory file that hold a word, in any case."""
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    return [file.name for file in files if word.lower().encode() in file.read_bytes().lower()]


def rows_with(machine: LearningMachine, word: str = SECRET) -> list[str]:
    """The tables of which a row holds a word."""
    tables = [row[0] for row in machine.db.query("SELECT table_name FROM duckdb_tables()")]
    return [
        name for name in tables if any(word.lower() in str(row).lower() for row in machine.db.query(f"FROM {name}"))
    ]


def test_an_erased_item_leaves_no_byte_in_the_closed_file(agent: Agent, machine: LearningMachine, path: Path) -> None:
    """B15."""
    talk(agent, SAID)
    talk(agent, "What do you remember about me?", "s2")
    machine.edit(with_secret(machine)[0], f"Sails the {SECRET}")
    assert {"items", "revisions", "turns", "postings", "chats"} <= set(rows_with(machine))
    erased = machine.erase(with_secret(machine))
    assert rows_with(machine) == []
    assert set(erased.chats) == {"s1", "s2"}
    machine.db.close()
    assert bytes_with(path) == []


def test_what_else_was_said_and_learned_stays(agent: Agent, machine: LearningMachine) -> None:
    """B15."""
    talk(agent, SAID)
    talk(agent, "My sister Ana lives in Lisbon.", "s2")
    kept = {item.id for item in machine.items()} - set(with_secret(machine))
    machine.erase(with_secret(machine))
    assert {item.id for item in machine.items(state=None)} == kept
    texts = [turn.text for turn in machine.db.turns("s1")]
    assert texts == ["[erased] I also row on the Thames at weekends.", "[erased] Rowing keeps you fit."]
    assert machine.db.turns("s2")[0].text == "My sister Ana lives in Lisbon."
    assert machine.db.chats("u1")[-1].title.startswith("I also row")
    assert machine.search("rowing Thames", user_id="u1")[0].text
    assert machine.db.check() == []


def test_the_chat_goes_on_without_what_was_erased(agent: Agent, machine: LearningMachine) -> None:
    """B15."""
    talk(agent, SAID)
    machine.erase(with_secret(machine))
    talk(agent, "And what about Sunday?")
    model = agent.model
    assert isinstance(model, FakeChat)
    assert SECRET not in str(model.calls[-1].messages)
    assert "Thames" in str(model.calls[-1].messages)


def test_older_values_and_waiting_proposals_of_the_same_go_too(machine: LearningMachine) -> None:
    """B15."""
    machine.write("user_profile", SECRET, "u1", key="name")
    newer = machine.write("user_profile", "Alex", "u1", key="name").items[0]
    note = machine.write("user_memory", f"Sails the {SECRET}", "u1").items[0]
    double = replace(note, id="double", state=State.REJECTED)
    machine.db.items.record("test", [(None, double)], by="test")
    machine.erase([newer.id, note.id])
    assert machine.items(state=None) == []
    assert rows_with(machine) == []


def test_an_item_whose_writing_was_undone_leaves_nothing_either(machine: LearningMachine) -> None:
    """B15."""
    machine.write("user_memory", f"Sails the {SECRET}", "u1")
    machine.undo()
    again = machine.write("user_memory", f"Sails the {SECRET}", "u1").items[0]
    machine.erase(again.id)
    assert rows_with(machine) == []


def test_another_item_of_the_same_sentence_loses_the_quote_and_stays(machine: LearningMachine) -> None:
    """B15."""
    one = machine.write("user_memory", f"Sails the {SECRET} each June", "u1").items[0]
    quoted = replace(one, quote=f"I row, and sail the {SECRET} each June")
    other = replace(quoted, id="other", text="Rows")
    machine.db.items.record("test", [(one, quoted), (None, other)], by="test")
    machine.erase(one.id)
    left = machine.items()
    assert [(item.text, item.quote) for item in left] == [("Rows", "")]
    assert rows_with(machine) == []


def test_undo_goes_on_with_what_is_left_and_never_brings_it_back(machine: LearningMachine) -> None:
    """B14, B15."""
    old = machine.write("user_profile", "Alex", "u1", key="name").items[0]
    gone = machine.write("user_memory", f"Sails the {SECRET}", "u1").items[0]
    machine.edit(old.id, value="Sasha")
    machine.edit(gone.id, f"Sold the {SECRET}")
    machine.erase(gone.id)
    assert machine.undo() is not None
    assert [item.text for item in machine.items()] == ["Name: Alex"]
    machine.undo()
    assert machine.items(state=None) == []
    assert machine.undo() is None


def test_a_person_is_erased_with_every_sentence_that_names_them(
    agent: Agent, machine: LearningMachine, path: Path
) -> None:
    """B15."""
    talk(agent, f"My aunt {SECRET} lives in Hull. I like Hull a lot.")
    talk(agent, f"What shall I give {SECRET} for her birthday? She has a cat. I like tea.", "s2")
    talk(agent, "Hello there", "s3")
    machine.db.set_setting("drafts", {"s1": f"Ask {SECRET} about the trip. Buy milk.", "s3": "Buy tea"})
    erased = machine.erase_about(SECRET.lower(), "u1")
    assert rows_with(machine) == []
    assert "s3" not in erased.chats
    assert machine.db.turns("s2")[0].text == "[erased] [erased] I like tea."  # "she" is that person
    assert machine.db.setting("drafts") == {"s1": "[erased] Buy milk.", "s3": "Buy tea"}
    machine.db.close()
    assert bytes_with(path) == []


def test_everything_about_a_user_goes_and_nothing_of_another(
    agent: Agent, machine: LearningMachine, path: Path, tmp_path: Path
) -> None:
    """B15."""
    talk(agent, SAID, "s1", "u1")
    machine.write("user_memory", f"Sails the {SECRET}", "u1")
    machine.undo()
    talk(agent, "My sister Ana lives in Lisbon.", "s2", "u2")
    machine.db.delete_chat("s1")
    machine.curate("u1")
    before = machine.items(user_id="u2", state=None)
    erased = machine.erase_user("u1")
    assert erased.chats == ("s1",)
    assert rows_with(machine) == rows_with(machine, "Thames") == rows_with(machine, "u1") == []
    assert machine.items(state=None) == before
    assert machine.db.turns("s2")[0].text == "My sister Ana lives in Lisbon."
    machine.export(tmp_path / "out.json")
    assert "Thames" not in (tmp_path / "out.json").read_text()
    machine.db.close()
    assert bytes_with(path) == bytes_with(path, "Thames") == []


def test_the_bin_is_emptied_of_what_has_lain_there_long_enough(machine: LearningMachine, path: Path) -> None:
    """B15."""
    texts = (f"Sails the {SECRET}", "Plays the oboe", "Rows on the lake")
    old, fresh, kept = (machine.write("user_memory", text, "u1").items[0] for text in texts)
    machine.forget(old.id)
    machine.forget(fresh.id)
    forgotten = machine.item(old.id)
    aged = replace(forgotten, updated_at=now() - timedelta(days=31))
    machine.db.items.record("test", [(forgotten, aged)], by="test")
    assert machine.empty_bin().items == 1
    assert {item.id for item in machine.items(state=None)} == {fresh.id, kept.id}
    assert machine.empty_bin() == type(machine.empty_bin())()
    machine.db.close()
    assert bytes_with(path) == []


def test_deleted_chats_leave_with_the_bin_and_living_ones_stay(machine: LearningMachine) -> None:
    """B15."""
    for chat_id in ("gone", "here"):
        machine.db.create_chat("u1", f"About {chat_id}", chat_id)
        machine.db.conversation.add_turn(chat_id, "user", f"I am {chat_id}")
    machine.delete_chat("gone")
    assert machine.empty_bin().chats == ()
    assert machine.empty_bin(older_than=0).chats == ("gone",)
    assert machine.db.turns("gone") == []
    assert [chat.id for chat in machine.db.chats("u1")] == ["here"]


def test_nothing_is_erased_when_an_id_is_unknown_or_no_user_is_named(machine: LearningMachine) -> None:
    item = machine.write("user_memory", "Plays the oboe", "u1").items[0]
    with pytest.raises(NotFound, match="nonsense"):
        machine.erase([item.id, "nonsense"])
    with pytest.raises(AccessRefused):
        machine.erase_user(" ")
    with pytest.raises(InvalidInput, match="name"):
        machine.erase_about(" ", "u1")
    assert machine.items() == [item]


def test_listeners_hear_of_it_and_the_same_database_goes_on(machine: LearningMachine) -> None:
    heard: list[Changed] = []
    machine.db.subscribe(heard.append)
    item = machine.write("user_memory", f"Sails the {SECRET}", "u1").items[0]
    machine.erase(item.id)
    machine.write("user_memory", "Plays the oboe", "u1")
    assert [change.action for change in heard] == ["write", "erase", "write"]
    assert [row[0] for row in machine.db.query("SELECT text FROM user_memory")] == ["Plays the oboe"]


def test_erasing_in_the_middle_of_another_change_is_refused_and_changes_nothing(machine: LearningMachine) -> None:
    item = machine.write("user_memory", "Plays the oboe", "u1").items[0]
    with pytest.raises(DatabaseError, match="middle of a change"), machine.db.transaction():
        machine.erase(item.id)
    assert machine.items() == [item]


def test_a_database_in_memory_erases_too(embedder: Embedder) -> None:
    with Database(":memory:") as db:
        machine = LearningMachine(db, embedder=embedder, **ALL)
        machine.erase(machine.write("user_memory", f"Sails the {SECRET}", "u1").items[0].id)
        assert rows_with(machine) == []


def killed(python: str, project: Path, path: Path, where: str) -> None:
    """Erase in another process, which is killed at the place given: after the rows are gone, or while the file is copied."""
    script = f"""
import os, signal, sys, threading
from pathlib import Path
from engine import Database, LearningMachine
path = Path({str(path)!r})
db = Database(path)
machine = LearningMachine(db, user_memory=True)
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
def watch():
    while not path.with_name(path.name + ".new").exists():
        pass
    die()
if {where!r} == "rows":
    db.subscribe(die)
else:
    threading.Thread(target=watch, daemon=True).start()
machine.erase([item.id for item in machine.items(user_id="u1") if {SECRET!r} in item.text])
"""
    done = subprocess.run([python, "-c", script], cwd=project, check=False, capture_output=True, text=True)
    assert done.returncode == -9, done.stderr


@pytest.mark.parametrize("where", ["rows", "copy"])
def test_a_process_killed_while_erasing_leaves_a_whole_file_and_the_next_start_ends_it(
    path: Path, python: str, project: Path, where: str
) -> None:
    """B15."""
    with Database(path) as db:
        machine = LearningMachine(db, user_memory=True)
        first = machine.write("user_memory", f"Sails the {SECRET}", "u1").items[0]
        fillers = [replace(first, id=f"i{n}", text=f"Owns book {n} of the river library") for n in range(50)]
        machine._keeper.commit("test", [(None, item) for item in fillers])
        db.create_chat("u2", "Long", "long")
        columns = "id, chat_id, user_id, position, role, text, created_at, state, learned, name, ref, data"
        db._connection.run(
            f"INSERT INTO turns ({columns}) SELECT 't' || i, 'long', 'u2', i, 'user', repeat(md5(i::VARCHAR), 20), "
            "TIMESTAMP '2026-01-01', 'complete', true, '', '', '{}' FROM range(100000) r(i)"
        )
    killed(python, project, path, where)
    with Database(path) as db:
        assert len(db.items.find(user_id="u1")) == 50
        assert len(db.turns("long")) == 100_000
        assert db.check() == []
        assert db.setting("compaction_due") is None
    assert bytes_with(path) == []
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]


def test_when_the_disk_refuses_the_new_file_nothing_is_lost_and_it_is_told(
    machine: LearningMachine, path: Path
) -> None:
    """B8, B15."""
    item = machine.write("user_memory", f"Sails the {SECRET}", "u1").items[0]
    (path.with_name(path.name + ".new")).mkdir()
    with pytest.raises(DatabaseError):
        machine.erase(item.id)
    assert machine.items() == []
    path.with_name(path.name + ".new").rmdir()
    machine.db.compact()
    machine.write("user_memory", "Plays the oboe", "u1")
    machine.db.close()
    assert bytes_with(path) == []


def learned_in(machine: LearningMachine, chat_id: str) -> list[Item]:
    """The active items that rest on a chat."""
    return [item for item in machine.items() if item.source.chat_id == chat_id]


@pytest.mark.parametrize("with_items", [True, False])
def test_deleting_a_chat_takes_what_was_learned_there_along_when_asked(
    agent: Agent, machine: LearningMachine, with_items: bool
) -> None:
    """C13."""
    talk(agent, "My sister Ana lives in Lisbon. I'm a tram driver.", "s1")
    talk(agent, "I play the oboe in the town band every Thursday.", "s2")
    learned, elsewhere = learned_in(machine, "s1"), learned_in(machine, "s2")
    assert learned
    assert elsewhere
    changed = machine.delete_chat("s1", with_items=with_items)
    assert changed.chats == ("s1",)
    assert [chat.id for chat in machine.db.chats("u1")] == ["s2"]
    assert learned_in(machine, "s1") == ([] if with_items else learned)
    assert learned_in(machine, "s2") == elsewhere
    machine.undo()
    assert {chat.id for chat in machine.db.chats("u1")} == {"s1", "s2"}
    assert {item.id for item in learned_in(machine, "s1")} == {item.id for item in learned}


def test_what_was_said_in_a_deleted_chat_is_not_brought_up_again(machine: LearningMachine) -> None:
    """C13."""
    said = [{"role": "user", "content": "The cellar key hangs behind the blue barrel."}]
    machine.process(said, "u1", "s1", learn=False)
    assert machine.search("cellar key barrel", user_id="u1")
    machine.delete_chat("s1")
    assert machine.search("cellar key barrel", user_id="u1") == []
    assert machine.build_context("Where does the cellar key hang?", "u1", "s2").text == ""


def test_an_export_after_erasing_holds_no_trace(agent: Agent, machine: LearningMachine, tmp_path: Path) -> None:
    """B15."""
    talk(agent, SAID)
    machine.erase(with_secret(machine))
    for name in ("out.json", "out.md"):
        machine.export(tmp_path / name, "u1", history=True)
        assert SECRET.lower() not in (tmp_path / name).read_text().lower()
    assert json.loads((tmp_path / "out.json").read_text())


def test_a_name_that_lives_on_as_an_alias_is_erased_too(machine: LearningMachine, path: Path) -> None:
    """B15."""
    book = machine.entities("u1")
    book.remember("Quillfeather", "Sells clocks")
    book.remember("Moonbeam", "Repairs clocks")
    book.merge("Quillfeather", "Moonbeam")
    machine.erase_about("Moonbeam", "u1")
    machine.db.close()
    assert b"Moonbeam" not in path.read_bytes()


def test_after_erasing_the_model_keeps_nothing_of_it_warm(machine: LearningMachine) -> None:
    """B15."""
    writer = machine.model
    assert isinstance(writer, FakeChat)
    item = machine.write("user_memory", "Keeps a secret diary", "u1").items[0]
    machine.erase(item.id)
    assert {call.lane for call in writer.calls if call.max_tokens == 0} == {"chat", "learn"}
    assert "diary" not in str(writer.calls)
