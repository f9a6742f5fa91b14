"""Keepwise's own export: what leaves, that it comes back exactly, whose it becomes, and that undo takes it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from engine import Agent, Database, LearningMachine
from engine.errors import InvalidInput
from engine.events import Changed
from engine.item import Item, Origin, State
from models import Embedder
from tests.engine.conftest import ALL, talk


@pytest.fixture
def empty(tmp_path: Path, embedder: Embedder) -> Iterator[LearningMachine]:
    """A machine on an empty memory file of its own."""
    with Database(tmp_path / "other.duckdb") as db:
        yield LearningMachine(db, embedder=embedder, **ALL)


def by_id(machine: LearningMachine) -> dict[str, Item]:
    return {item.id: item for item in machine.items(state=None)}


def lived(machine: LearningMachine, agent: Agent) -> None:
    """Something in every state, with chats and turns."""
    talk(agent, "My name is Wendelin Ruiz. I keep bees behind the house.")
    talk(agent, "I play the bassoon in an orchestra.", session="s2")
    machine.write("decision_log", "Take the ferry", "u1", reasoning="The tunnel is closed", tags=["travel"])
    machine.write("user_profile", "Wendelin", "u1", key="preferred_name")
    machine.write("user_profile", "Wendel", "u1", key="preferred_name")
    for state in (State.PROPOSED, State.REJECTED):
        item = machine.write("user_memory", f"Is {state} about curling", "u1").items[0]
        machine.db.items.record("test", [(item, replace(item, state=state))], by="test")
    machine.forget(machine.write("user_memory", "Dislikes quince", "u1").items[0].id)
    machine.db.pin_chat("s2", True)
    machine.search("bassoon", user_id="u1")


def test_a_backup_comes_back_exactly_in_an_empty_database(
    machine: LearningMachine, agent: Agent, empty: LearningMachine, tmp_path: Path
) -> None:
    """C14."""
    lived(machine, agent)
    assert machine.export(tmp_path / "all.json", history=True) == len(by_id(machine))
    report = empty.import_(tmp_path / "all.json")
    assert by_id(empty) == by_id(machine)
    assert empty.db.chats("u1") == machine.db.chats("u1")
    for chat in machine.db.chats("u1"):
        assert empty.db.turns(chat.id) == machine.db.turns(chat.id)
    assert report.kinds["chat"].new == 2
    assert report.total.skipped == report.total.known == 0


def test_a_backup_brings_the_history_of_each_item_and_what_was_known_then(
    machine: LearningMachine, empty: LearningMachine, tmp_path: Path
) -> None:
    """C14, C2."""
    item = machine.write("user_memory", "Likes tea", "u1").items[0]
    written = machine.history(item.id)[-1].at
    machine.edit(item.id, "Likes coffee")
    machine.export(tmp_path / "all.json", history=True)
    empty.import_(tmp_path / "all.json")
    told = [(r.at, r.by, r.action, r.before, r.after) for r in machine.history(item.id)]
    again = empty.history(item.id)
    assert [(r.at, r.by, r.action, r.before, r.after) for r in again][:-1] == told
    assert again[-1].action == "import"
    assert [i.text for i in empty.db.items.known_at(written)] == ["Likes tea"]


def test_importing_twice_changes_nothing(
    machine: LearningMachine, agent: Agent, empty: LearningMachine, tmp_path: Path
) -> None:
    """C14."""
    lived(machine, agent)
    machine.export(tmp_path / "all.json", history=True)
    empty.import_(tmp_path / "all.json")
    before, history = by_id(empty), [empty.history(item_id) for item_id in by_id(empty)]
    report = empty.import_(tmp_path / "all.json")
    assert report.changed is None
    assert report.total.known == report.total.found
    assert (by_id(empty), [empty.history(item_id) for item_id in by_id(empty)]) == (before, history)


def test_undo_takes_an_import_back_with_all_it_brought_and_it_can_be_imported_again(
    machine: LearningMachine, agent: Agent, empty: LearningMachine, tmp_path: Path
) -> None:
    """B14."""
    lived(machine, agent)
    own = empty.write("user_memory", "Was here before", "u1").items[0]
    machine.export(tmp_path / "all.json", history=True)
    empty.import_(tmp_path / "all.json")
    undone = empty.undo()
    assert undone is not None
    assert set(by_id(empty)) == {own.id}
    assert empty.db.chats("u1") == []
    assert empty.db.turns("s1") == []
    assert [hit.id for hit in empty.search("bassoon orchestra bees", user_id="u1")] in ([], [own.id])
    assert empty.db.check() == []
    assert {item.id for item in empty.as_of(datetime.now() + timedelta(days=1))} == {own.id}
    empty.import_(tmp_path / "all.json")
    assert {**by_id(empty), own.id: None} == {**by_id(machine), own.id: None}
    assert [chat.id for chat in empty.db.chats("u1")] == [chat.id for chat in machine.db.chats("u1")]
    assert empty.db.turns("s1") == machine.db.turns("s1")


def test_after_undo_of_an_import_the_act_before_it_is_undone_next(
    machine: LearningMachine, empty: LearningMachine, tmp_path: Path
) -> None:
    """B14."""
    machine.edit(machine.write("user_memory", "Likes tea", "u1").items[0].id, "Likes coffee")
    machine.export(tmp_path / "all.json", history=True)
    empty.write("user_memory", "Was here before", "u1")
    empty.import_(tmp_path / "all.json")
    empty.undo()
    empty.undo()
    assert empty.items(state=None) == []
    assert empty.undo() is None


def test_imported_turns_and_items_are_found(
    machine: LearningMachine, agent: Agent, empty: LearningMachine, tmp_path: Path
) -> None:
    lived(machine, agent)
    machine.export(tmp_path / "all.json", history=True)
    empty.import_(tmp_path / "all.json")
    assert {hit.kind for hit in empty.search("bassoon in an orchestra", user_id="u1", limit=3)} == {"item", "turn"}


def test_an_export_without_history_holds_only_what_is_active(
    machine: LearningMachine, agent: Agent, tmp_path: Path
) -> None:
    """B1."""
    lived(machine, agent)
    for name in ("active.json", "active.md"):
        count = machine.export(tmp_path / name)
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert count == len(machine.items())
        assert "curling" not in text
        assert "quince" not in text
        assert "bassoon" in text


def test_a_deleted_chat_does_not_leave_with_a_backup(machine: LearningMachine, agent: Agent, tmp_path: Path) -> None:
    talk(agent, "What rhymes with orange, Balthazar?")
    machine.db.delete_chat("s1")
    machine.export(tmp_path / "all.json", history=True)
    assert "Balthazar" not in (tmp_path / "all.json").read_text(encoding="utf-8")


def test_the_export_of_one_user_holds_nothing_of_another(
    machine: LearningMachine, agent: Agent, tmp_path: Path
) -> None:
    """B11, A18."""
    talk(agent, "I keep bees behind the house.", user="u1", session="a")
    talk(agent, "I collect porcelain owls.", user="u2", session="b")
    for name in ("one.json", "one.md"):
        machine.export(tmp_path / name, "u1", history=True)
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "bees" in text
        assert "porcelain" not in text


def test_without_a_user_everyone_keeps_what_is_theirs(
    machine: LearningMachine, empty: LearningMachine, tmp_path: Path
) -> None:
    """A18."""
    machine.write("user_memory", "Keeps bees", "u1")
    machine.write("user_memory", "Collects owls", "u2")
    machine.export(tmp_path / "out.json")
    empty.import_(tmp_path / "out.json")
    assert [item.text for item in empty.items(user_id="u1")] == ["Keeps bees"]
    assert [item.text for item in empty.items(user_id="u2")] == ["Collects owls"]


def test_with_a_user_only_what_is_theirs_is_taken(
    machine: LearningMachine, empty: LearningMachine, tmp_path: Path
) -> None:
    """A18, B11."""
    machine.write("user_memory", "Keeps bees", "u1")
    machine.write("user_memory", "Collects owls", "u2")
    machine.export(tmp_path / "out.json")
    report = empty.import_(tmp_path / "out.json", "u2")
    assert [(item.user_id, item.text) for item in empty.items()] == [("u2", "Collects owls")]
    assert report.reasons == {"it belongs to another user": 1}


def test_the_export_of_one_other_user_becomes_the_named_users(
    machine: LearningMachine, agent: Agent, empty: LearningMachine, tmp_path: Path
) -> None:
    talk(agent, "I keep bees behind the house.")
    machine.export(tmp_path / "out.json", history=True)
    empty.import_(tmp_path / "out.json", "me")
    assert {item.user_id for item in empty.items(state=None)} == {"me"}
    assert [chat.user_id for chat in empty.db.chats("me")] == ["me"]
    assert {turn.user_id for turn in empty.db.turns("s1")} == {"me"}
    assert empty.db.chats("u1") == []


def test_what_several_others_own_is_not_mixed_up(
    machine: LearningMachine, empty: LearningMachine, tmp_path: Path
) -> None:
    """B11."""
    machine.write("user_memory", "Keeps bees", "u1")
    machine.write("user_memory", "Collects owls", "u2")
    machine.export(tmp_path / "out.json")
    with pytest.raises(InvalidInput, match="u1, u2"):
        empty.import_(tmp_path / "out.json", "u3")
    assert empty.items(state=None) == []


def test_an_imported_value_never_pushes_out_the_one_that_is_here(
    machine: LearningMachine, empty: LearningMachine, tmp_path: Path
) -> None:
    machine.write("user_profile", "Alex", "u1", key="name")
    machine.export(tmp_path / "out.json")
    held = empty.write("user_profile", "Alexandra", "u1", key="name").items[0]
    report = empty.import_(tmp_path / "out.json")
    assert [item.text for item in empty.items("user_profile")] == ["Name: Alexandra"]
    proposed = empty.items(state="proposed")
    assert [(item.text, item.replaces) for item in proposed] == [("Name: Alex", held.id)]
    assert list(report.items) == proposed
    empty.accept(proposed[0].id)
    assert [item.text for item in empty.items("user_profile")] == ["Name: Alex"]


def test_what_is_active_here_in_the_same_words_is_known(
    machine: LearningMachine, empty: LearningMachine, tmp_path: Path
) -> None:
    machine.write("user_memory", "Keeps bees", "u1")
    machine.export(tmp_path / "out.json")
    empty.write("user_memory", "Keeps bees.", "u1")
    report = empty.import_(tmp_path / "out.json")
    assert (report.total.known, len(empty.items())) == (1, 1)


def test_what_was_forgotten_here_does_not_come_back(machine: LearningMachine, tmp_path: Path) -> None:
    item = machine.write("user_memory", "Keeps bees", "u1").items[0]
    machine.export(tmp_path / "out.json")
    machine.forget(item.id)
    assert machine.import_(tmp_path / "out.json").changed is None
    assert machine.item(item.id).state is State.FORGOTTEN


def test_a_chat_that_was_deleted_here_does_not_come_back(
    machine: LearningMachine, agent: Agent, tmp_path: Path
) -> None:
    talk(agent, "I keep bees behind the house.")
    machine.export(tmp_path / "all.json", history=True)
    machine.db.delete_chat("s1")
    report = machine.import_(tmp_path / "all.json")
    assert machine.db.chats("u1") == []
    assert report.reasons == {"you deleted it here": 1}


def test_a_store_that_is_not_here_is_told(machine: LearningMachine, empty: LearningMachine, tmp_path: Path) -> None:
    machine.write("user_memory", "Keeps bees", "u1")
    machine.export(tmp_path / "out.json")
    text = (tmp_path / "out.json").read_text(encoding="utf-8").replace("user_memory", "diary")
    (tmp_path / "out.json").write_text(text, encoding="utf-8")
    assert empty.import_(tmp_path / "out.json").reasons == {"there is no store 'diary' here": 1}


def test_a_dry_run_tells_what_would_happen_and_writes_nothing(
    machine: LearningMachine, agent: Agent, empty: LearningMachine, tmp_path: Path
) -> None:
    lived(machine, agent)
    machine.export(tmp_path / "all.json", history=True)
    told = empty.import_(tmp_path / "all.json", dry_run=True)
    assert (told.dry_run, told.changed) == (True, None)
    assert (empty.items(state=None), empty.db.chats("u1"), empty.undo()) == ([], [], None)
    done = empty.import_(tmp_path / "all.json")
    assert (done.kinds, done.items) == (told.kinds, told.items)


def test_an_import_is_announced_once_with_its_items_and_chats(
    machine: LearningMachine, agent: Agent, empty: LearningMachine, tmp_path: Path
) -> None:
    talk(agent, "I keep bees behind the house.")
    machine.export(tmp_path / "all.json", history=True)
    heard: list[Changed] = []
    empty.db.subscribe(heard.append)
    report = empty.import_(tmp_path / "all.json")
    assert heard == [report.changed]
    assert (heard[0].action, heard[0].chats) == ("import", ("s1",))


def test_a_failed_export_leaves_the_earlier_one_as_it_was(machine: LearningMachine, tmp_path: Path) -> None:
    (tmp_path / "out.json").mkdir()
    with pytest.raises(InvalidInput, match="another place"):
        machine.export(tmp_path / "out.json")
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_the_readable_export_tells_each_item_with_its_words_and_its_outcome(
    machine: LearningMachine, agent: Agent, tmp_path: Path
) -> None:
    """C14."""
    lived(machine, agent)
    decision = machine.items("decision_log")[0]
    machine.edit(decision.id, outcome="Arrived *dry*")
    machine.export(tmp_path / "out.md", "u1", history=True)
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "## Decisions" in text
    assert "Take the ferry" in text
    assert "Outcome: Arrived \\*dry\\*." in text
    assert "you said: “I keep bees behind the house.”" in text
    assert "Waiting for your word" in text
    assert "> I play the bassoon in an orchestra." in text


def test_stored_text_cannot_make_headings_in_the_readable_export(machine: LearningMachine, tmp_path: Path) -> None:
    machine.write("user_memory", "Likes\n# Title\n<script>alert(1)</script>", "u1")
    machine.export(tmp_path / "out.md")
    lines = (tmp_path / "out.md").read_text(encoding="utf-8").splitlines()
    assert "# Title" not in lines
    assert not any("<script>" in line.replace("\\<", "") for line in lines)


def test_progress_is_told_up_to_the_whole_file(
    machine: LearningMachine, empty: LearningMachine, tmp_path: Path
) -> None:
    machine.write("user_memory", "Keeps bees", "u1")
    machine.export(tmp_path / "out.json")
    told: list[tuple[int, int, str]] = []
    empty.import_(tmp_path / "out.json", progress=lambda done, total, what: told.append((done, total, what)))
    size = (tmp_path / "out.json").stat().st_size
    assert {(size, size, "reading"), (size, size, "writing")} <= set(told)


def test_an_export_names_its_format_and_version(machine: LearningMachine, tmp_path: Path) -> None:
    machine.write("user_memory", "Keeps “bees”", "u1")
    machine.export(tmp_path / "out.json")
    document = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (document["format"], document["version"], document["history"]) == ("keepwise-memory", 1, False)
    assert [(item["text"], item["origin"]) for item in document["items"]] == [("Keeps “bees”", Origin.WRITTEN)]
