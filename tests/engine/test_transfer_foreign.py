"""What other assistants kept: chats become evidence, memories become proposals, and nothing is active unasked."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from engine import Database, LearningMachine
from engine.errors import AccessRefused, LearningUnavailable
from engine.item import Item, Origin, State
from tests.engine.conftest import ALL
from tests.engine.samples.databases import agno, mem0

SAMPLES = Path(__file__).parent / "samples"
CHATGPT = SAMPLES / "chatgpt.json"
CLAUDE = SAMPLES / "claude.json"


def proposals(machine: LearningMachine, user: str = "ana") -> list[Item]:
    return machine.items(state="proposed", user_id=user)


def texts(machine: LearningMachine, store: str, user: str = "ana") -> set[str]:
    return {item.text for item in proposals(machine, user) if item.store == store}


def claude_file(path: Path, *messages: str, ref: str = "x") -> Path:
    """A Claude export with one conversation of these messages, each answered."""
    rows: list[dict[str, Any]] = []
    for number, text in enumerate(messages):
        at = f"2025-03-0{number + 1}T08:00:00Z"
        for sender, said in (("human", text), ("assistant", "Certainly.")):
            rows.append({"uuid": f"{sender}{number}", "text": said, "sender": sender, "created_at": at})
    one = {"uuid": ref, "name": "Tea", "created_at": "2025-03-01T08:00:00Z", "updated_at": "2025-03-09T08:00:00Z"}
    path.write_text(json.dumps([{**one, "chat_messages": rows}]), encoding="utf-8")
    return path


def test_a_chatgpt_export_becomes_chats_with_the_branch_that_was_kept(machine: LearningMachine) -> None:
    """C14."""
    machine.import_(CHATGPT, "ana")
    chats = {chat.title: chat for chat in machine.db.chats("ana")}
    assert set(chats) == {"Bread on Sundays", "What flower is in this picture?"}
    bread = chats["Bread on Sundays"]
    assert bread.created_at == datetime(2024, 5, 1, 8, 0, 0, 250000)
    turns = machine.db.turns(bread.id)
    assert [(turn.role, turn.ref) for turn in turns] == [("user", "n1"), ("assistant", "n5")]
    assert turns[0].created_at == datetime(2024, 5, 1, 8, 0, 1, 500000)
    assert turns[1].text == "Feed it once a week and keep it cold ."


def test_what_was_said_elsewhere_waits_as_a_proposal_that_rests_on_its_words(machine: LearningMachine) -> None:
    """C14, C1."""
    report = machine.import_(CHATGPT, "ana")
    found = proposals(machine)
    assert machine.items(user_id="ana") == []
    assert {item.origin for item in found} == {Origin.IMPORTED}
    assert any("sesame" in item.text for item in found)
    assert any(item.text == "Name: Ottilie Brandt" for item in found)
    for item in found:
        turn = machine.db.conversation.turn(item.source.turn_id)
        assert (turn.chat_id, turn.ref, turn.role) == (item.source.chat_id, "n1", "user")
        assert item.quote in turn.text
    assert report.kinds["chat"].found == 3
    assert report.reasons == {"nothing was said in it": 1}


def test_tools_attachments_and_answers_are_not_learned_from(machine: LearningMachine) -> None:
    """A22, C4, C6."""
    machine.import_(CHATGPT, "ana")
    machine.import_(CLAUDE, "ana")
    said = " ".join(f"{item.text} {item.quote}" for item in proposals(machine))
    assert "choir" in said
    for never in ("page", "typewriter", "Feed it", "scales"):
        assert never not in said


def test_a_claude_export_becomes_chats_with_their_texts(machine: LearningMachine) -> None:
    """C14."""
    report = machine.import_(CLAUDE, "ana")
    (chat,) = machine.db.chats("ana")
    assert (report.format, chat.title, chat.created_at) == (
        "claude",
        "Choir rehearsal plan",
        datetime(2025, 2, 3, 18, 30),
    )
    assert [turn.text for turn in machine.db.turns(chat.id)] == [
        "I sing tenor in a choir that meets every Tuesday. Can you plan a rehearsal?",
        "Here is a plan.\n\nStart with scales.",
    ]
    assert any("choir" in item.text for item in proposals(machine))


def test_a_zip_is_read_as_it_was_downloaded_in_several_parts_too(machine: LearningMachine, tmp_path: Path) -> None:
    """C14."""
    first, *rest = json.loads(CHATGPT.read_text(encoding="utf-8"))
    with zipfile.ZipFile(tmp_path / "export.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("chat.html", "<html></html>")
        archive.writestr("user.json", "{}")
        archive.writestr("export/conversations-000.json", json.dumps([first]))
        archive.writestr("export/conversations-001.json", json.dumps(rest))
    report = machine.import_(tmp_path / "export.zip", "ana")
    assert (report.format, report.kinds["chat"].new) == ("chatgpt", 2)


def test_an_unpacked_folder_and_a_single_conversation_are_read_too(machine: LearningMachine, tmp_path: Path) -> None:
    (tmp_path / "unpacked").mkdir()
    (tmp_path / "unpacked" / "conversations.json").write_bytes(CLAUDE.read_bytes())
    assert machine.import_(tmp_path / "unpacked", "ana").kinds["chat"].new == 1
    first = json.loads(CHATGPT.read_text(encoding="utf-8"))[0]
    (tmp_path / "one.json").write_text(json.dumps(first), encoding="utf-8")
    assert machine.import_(tmp_path / "one.json", "ana").kinds["chat"].new == 1


@pytest.mark.parametrize("name", ["chatgpt", "claude", "mem0", "agno"])
def test_importing_twice_changes_nothing_and_undo_takes_it_back(
    machine: LearningMachine, tmp_path: Path, name: str
) -> None:
    """C14, B14, B15."""
    made = {"chatgpt": CHATGPT, "claude": CLAUDE, "mem0": mem0(tmp_path / "m.db"), "agno": agno(tmp_path / "a.db")}
    first = machine.import_(made[name], "ana")
    before = machine.items(state=None)
    again = machine.import_(made[name], "ana")
    assert (again.changed, again.total.new, again.items) == (None, 0, ())
    assert all(again.kinds[kind].known == first.kinds[kind].new for kind in again.kinds)
    assert machine.items(state=None) == before
    machine.undo()
    assert (machine.items(state=None), machine.db.chats("ana")) == ([], [])
    assert machine.search("sesame choir bees Bruges", user_id="ana") == []
    redone = machine.import_(made[name], "ana")
    assert redone.kinds == first.kinds
    assert {item.id for item in redone.items} == {item.id for item in first.items}


@pytest.mark.parametrize("name", ["chatgpt", "mem0"])
def test_a_dry_run_says_the_same_and_writes_nothing(machine: LearningMachine, tmp_path: Path, name: str) -> None:
    path = CHATGPT if name == "chatgpt" else mem0(tmp_path / "history.db")
    told = machine.import_(path, "ana", dry_run=True)
    assert (machine.items(state=None), machine.db.chats("ana"), machine.undo()) == ([], [], None)
    done = machine.import_(path, "ana")
    assert (told.kinds, told.reasons) == (done.kinds, done.reasons)
    assert [item.id for item in told.items] == [item.id for item in done.items]


def test_a_conversation_that_went_on_brings_only_what_is_new(machine: LearningMachine, tmp_path: Path) -> None:
    path = tmp_path / "claude.json"
    machine.import_(claude_file(path, "I keep bees behind the house."), "ana")
    report = machine.import_(claude_file(path, "I keep bees behind the house.", "I am allergic to sesame."), "ana")
    (chat,) = machine.db.chats("ana")
    assert [turn.position for turn in machine.db.turns(chat.id)] == [1, 2, 3, 4]
    assert (report.kinds["chat"].known, report.kinds["turn"].new, len(report.items)) == (1, 2, 1)
    machine.undo()
    assert [turn.position for turn in machine.db.turns(chat.id)] == [1, 2]
    assert [c.id for c in machine.db.chats("ana")] == [chat.id]


def test_what_was_rejected_is_not_offered_again_by_another_import(machine: LearningMachine, tmp_path: Path) -> None:
    """B1."""
    machine.import_(claude_file(tmp_path / "a.json", "I am allergic to sesame.", ref="a"), "ana")
    (offered,) = proposals(machine)
    machine.reject(offered.id)
    report = machine.import_(claude_file(tmp_path / "b.json", "I'm allergic to sesame.", ref="b"), "ana")
    assert proposals(machine) == []
    assert report.reasons == {"you rejected it before": 1}


def test_what_is_known_is_not_asked_again(machine: LearningMachine, tmp_path: Path) -> None:
    machine.write("user_memory", "Lives in Bruges", "ana")
    forgotten = machine.write("user_memory", "Keeps two tortoises", "ana").items[0]
    machine.forget(forgotten.id)
    report = machine.import_(mem0(tmp_path / "history.db"), "ana")
    assert proposals(machine) == []
    assert (report.kinds["user_memory"].known, report.reasons["you forgot it here"]) == (1, 1)


def test_of_several_values_of_a_field_the_last_one_is_offered_in_place_of_what_is_here(
    machine: LearningMachine, tmp_path: Path
) -> None:
    held = machine.write("user_profile", "Otti", "ana", key="name").items[0]
    path = claude_file(tmp_path / "a.json", "My name is Ottilie Brandt.", "My name is Ottilie Weiss.")
    report = machine.import_(path, "ana")
    offered = [item for item in proposals(machine) if item.store == "user_profile"]
    assert [(item.text, item.replaces) for item in offered] == [("Name: Ottilie Weiss", held.id)]
    assert report.reasons["it is an older value of the same field"] == 1
    machine.accept(offered[0].id)
    assert machine.item(held.id).state is State.SUPERSEDED


def test_an_accepted_proposal_is_recalled_and_still_says_that_it_was_imported(machine: LearningMachine) -> None:
    """C1."""
    machine.import_(CHATGPT, "ana")
    item = next(item for item in proposals(machine) if "sesame" in item.text)
    assert machine.build_context("Is sesame fine for me?", "ana", "now").text == ""
    machine.accept(item.id)
    assert "sesame" in machine.build_context("Is sesame fine for me?", "ana", "now").text
    assert machine.item(item.id).origin is Origin.IMPORTED


def test_imported_chats_are_not_learned_from_again_later(machine: LearningMachine) -> None:
    machine.import_(CHATGPT, "ana")
    assert list(machine.learn_pending("ana")) == []


def test_mem0_offers_each_memory_as_it_stands(machine: LearningMachine, tmp_path: Path) -> None:
    """C14."""
    report = machine.import_(mem0(tmp_path / "history.db"), "ana")
    assert texts(machine, "user_memory") == {"Lives in Bruges", "Keeps two tortoises"}
    moved = next(item for item in proposals(machine) if "Bruges" in item.text)
    assert (moved.source.ref, moved.valid_from) == ("m1", datetime(2025, 5, 2, 7, 30))
    assert report.reasons["it was deleted in mem0"] == 1
    assert report.notes


def test_agno_offers_what_is_in_each_of_its_stores(machine: LearningMachine, tmp_path: Path) -> None:
    """C14."""
    report = machine.import_(agno(tmp_path / "agno.db"), "ana")
    assert texts(machine, "user_profile") == {"Name: Ana Petrova"}
    assert texts(machine, "user_memory") == {"Keeps bees behind the house.", "Is allergic to walnuts"}
    assert texts(machine, "session_context") == {"Build a hive", "Buy wood\nSaw"}
    assert texts(machine, "decision_log") == {"Use cedar for the hive. Reason: It lasts without paint"}
    assert texts(machine, "learned_knowledge") == {"Oil the hinge before winter."}
    entities = {(item.kind, item.subject, item.text) for item in proposals(machine) if item.store == "entity_memory"}
    assert ("fact", "Harbor", "Employs nine people") in entities
    assert ("event", "Harbor", "Opened its second hall (2024-05-01)") in entities
    assert ("relationship", "Ivo Marin", "Ivo Marin works at Harbor") in entities
    assert report.reasons == {
        "it belongs to another user": 1,
        "it was archived in Agno": 1,
        "it was superseded in Agno": 1,
    }
    assert machine.items() == []


def test_agno_keeps_the_details_of_a_decision_and_of_an_entity(machine: LearningMachine, tmp_path: Path) -> None:
    machine.import_(agno(tmp_path / "agno.db"), "ana")
    decision = next(item for item in proposals(machine) if item.store == "decision_log")
    assert (decision.data["outcome"], decision.data["alternatives"]) == ("Held up", ["pine"])
    assert decision.valid_from == datetime(2025, 5, 4, 10)
    about = next(item for item in proposals(machine) if item.kind == "entity")
    assert (about.subject, about.data["aliases"], about.data["properties"]) == ("Harbor", ["the yard"], {"slips": "14"})


def test_agno_without_a_user_keeps_each_memory_with_its_owner(machine: LearningMachine, tmp_path: Path) -> None:
    """A18."""
    machine.import_(agno(tmp_path / "agno.db"))
    assert texts(machine, "user_memory", "ivo") == {"Sails at night."}
    assert "Sails at night." not in texts(machine, "user_memory", "ana")


def test_agno_tables_of_another_name_are_known_by_their_columns(machine: LearningMachine, tmp_path: Path) -> None:
    assert machine.import_(agno(tmp_path / "app.db", learnings="my_learnings"), "ana").format == "agno"
    assert texts(machine, "user_profile") == {"Name: Ana Petrova"}


def test_a_store_that_is_off_is_not_filled(db: Database, tmp_path: Path) -> None:
    machine = LearningMachine(db, user_memory=True)
    report = machine.import_(agno(tmp_path / "agno.db"), "ana")
    assert {item.store for item in proposals(machine)} == {"user_memory"}
    assert report.reasons["this store is off"] > 0


@pytest.mark.parametrize("name", ["chatgpt", "mem0"])
def test_a_file_that_names_nobody_needs_a_user(machine: LearningMachine, tmp_path: Path, name: str) -> None:
    """A18."""
    with pytest.raises(AccessRefused, match="user_id"):
        machine.import_(CHATGPT if name == "chatgpt" else mem0(tmp_path / "history.db"))
    assert machine.items(state=None) == []


def test_conversations_wait_for_the_embedder_and_memories_do_not(db: Database, tmp_path: Path) -> None:
    machine = LearningMachine(db, **ALL)
    with pytest.raises(LearningUnavailable, match="embedder"):
        machine.import_(CHATGPT, "ana")
    assert machine.db.chats("ana") == []
    assert machine.import_(mem0(tmp_path / "history.db"), "ana").total.new == 2


def test_a_foreign_database_is_left_as_it_was(machine: LearningMachine, tmp_path: Path) -> None:
    path = mem0(tmp_path / "history.db")
    before = path.read_bytes()
    machine.import_(path, "ana")
    assert path.read_bytes() == before
    assert {p.name for p in tmp_path.iterdir() if p.name.startswith("history")} == {"history.db"}
