"""What is unknown, cut off or spoilt gives one clear error, and nothing is changed."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from engine import Agent, Database, LearningMachine
from engine.errors import InvalidInput
from engine.transfer.stream import CHUNK, pieces
from tests.engine.conftest import talk
from tests.engine.samples.databases import agno, mem0

SAMPLES = Path(__file__).parent / "samples"

UNKNOWN: dict[str, bytes] = {
    "nothing": b"",
    "spaces": b"  \n",
    "prose": b"Dear Sir, I remember you well.",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "other json": b'{"hello": [1, 2, 3]}',
    "an empty list": b"[]",
    "a list of numbers": b"[1, 2]",
    "a half database": b"SQLite format 3\0" + bytes(200),
    "no json": b"{nonsense}",
    "latin-1": '[{"mapping": "Zürich"}]'.encode("latin-1"),
    "deep": b'[{"mapping": ' + b"[" * 200_000,
    "a zip that is none": b"PK\3\4" + bytes(60),
}


def refused(machine: LearningMachine, path: Path) -> str:
    """The one error of an import that changed nothing."""
    with pytest.raises(InvalidInput) as caught:
        machine.import_(path, "ana")
    assert machine.items(state=None) == []
    assert machine.db.chats("ana") == []
    assert machine.db.query("SELECT count(*) FROM turns") == [(0,)]
    message = str(caught.value)
    assert str(path) in message or path.name in message
    return message


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_no_export_is_refused_with_what_to_do(machine: LearningMachine, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(UNKNOWN[name])
    message = refused(machine, tmp_path / "file")
    assert "Choose an export" in message or "export it again" in message


def test_a_file_that_is_not_there_is_told_by_name(machine: LearningMachine, tmp_path: Path) -> None:
    assert "Check the name" in refused(machine, tmp_path / "nothing.json")


def test_a_zip_without_conversations_and_an_unknown_database_say_what_to_choose(
    machine: LearningMachine, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("shared_conversations.json", "[]")
    assert "conversations.json" in refused(machine, tmp_path / "photos.zip")
    assert "conversations.json" in refused(machine, tmp_path)


def test_a_memory_file_is_not_an_export(machine: LearningMachine, tmp_path: Path) -> None:
    with Database(tmp_path / "another.duckdb"):
        pass
    assert "--db" in refused(machine, tmp_path / "another.duckdb")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("name", ["chatgpt.json", "claude.json"])
def test_a_cut_off_export_changes_nothing(machine: LearningMachine, tmp_path: Path, name: str, share: float) -> None:
    whole = (SAMPLES / name).read_bytes().rstrip()
    (tmp_path / name).write_bytes(whole[: int(len(whole) * share) - 1])
    refused(machine, tmp_path / name)


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_cut_off_or_spoilt_zip_changes_nothing(machine: LearningMachine, tmp_path: Path, share: float) -> None:
    with zipfile.ZipFile(tmp_path / "whole.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(SAMPLES / "chatgpt.json", "conversations.json")
    whole = (tmp_path / "whole.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: int(len(whole) * share)])
    refused(machine, tmp_path / "cut.zip")
    spoilt = bytearray(whole)
    spoilt[len(whole) // 2] ^= 0xFF
    (tmp_path / "spoilt.zip").write_bytes(bytes(spoilt))
    refused(machine, tmp_path / "spoilt.zip")


@pytest.mark.parametrize("make", [mem0, agno])
def test_a_cut_off_database_changes_nothing(
    machine: LearningMachine, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    whole = make(tmp_path / "whole.db").read_bytes()
    (tmp_path / "cut.db").write_bytes(whole[:4096])
    refused(machine, tmp_path / "cut.db")


def test_a_cut_off_backup_changes_nothing(machine: LearningMachine, agent: Agent, tmp_path: Path) -> None:
    talk(agent, "I keep bees behind the house.", user="other")
    machine.export(tmp_path / "all.json", history=True)
    whole = (tmp_path / "all.json").read_bytes().rstrip()
    before = machine.items(state=None)
    for share in (0.3, 0.6, 0.99):
        (tmp_path / "cut.json").write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(InvalidInput, match="again"):
            machine.import_(tmp_path / "cut.json")
    assert machine.items(state=None) == before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text", None),
        ("state", "asleep"),
        ("id", "two words"),
        ("user_id", ""),
        ("created_at", None),
        ("data", []),
        ("uses", "many"),
        ("confidence", "high"),
        ("valid_from", "yesterday"),
        ("colour", "red"),
    ],
)
def test_one_spoilt_item_refuses_the_whole_backup(
    machine: LearningMachine, tmp_path: Path, key: str, value: object
) -> None:
    machine.write("user_memory", "Keeps bees", "u1")
    machine.write("user_memory", "Likes tea", "u1")
    machine.export(tmp_path / "out.json")
    document = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    document["items"][0][key] = value
    (tmp_path / "out.json").write_text(json.dumps(document), encoding="utf-8")
    for item in machine.items():
        machine.db.items.record("test", [(item, None)], by="test")
    refused(machine, tmp_path / "out.json")


def test_a_backup_of_a_newer_keepwise_asks_for_an_update(machine: LearningMachine, tmp_path: Path) -> None:
    (tmp_path / "new.json").write_text('{"format": "keepwise-memory", "version": 99, "items": []}', encoding="utf-8")
    with pytest.raises(InvalidInput, match="Update Keepwise"):
        machine.import_(tmp_path / "new.json")


def test_characters_that_no_database_keeps_are_left_out(machine: LearningMachine, tmp_path: Path) -> None:
    text = (SAMPLES / "claude.json").read_text(encoding="utf-8").replace("I sing tenor", "I sing\\u0000 tenor \\ud83d")
    (tmp_path / "claude.json").write_text(text, encoding="utf-8")
    machine.import_(tmp_path / "claude.json", "ana")
    (chat,) = machine.db.chats("ana")
    assert machine.db.turns(chat.id)[0].text.startswith("I sing tenor  in a choir")


def test_odd_conversations_are_read_as_far_as_they_make_sense(machine: LearningMachine, tmp_path: Path) -> None:
    said = {"author": {"role": "user"}, "content": {"parts": ["I keep bees behind the house.", 7, None]}}
    odd = [
        {
            "mapping": {"a": {"parent": "b", "message": said}, "b": {"parent": "a", "message": None}},
            "current_node": "a",
        },
        {"mapping": {"a": {"parent": None, "message": said}}, "current_node": "gone", "create_time": "soon"},
        {"mapping": None, "title": 3},
        {"mapping": {"a": "no node"}, "current_node": ["a"]},
        "no conversation",
    ]
    (tmp_path / "odd.json").write_text(json.dumps(odd), encoding="utf-8")
    report = machine.import_(tmp_path / "odd.json", "ana")
    assert (report.kinds["chat"].found, report.kinds["chat"].new) == (4, 2)


def test_large_arrays_are_read_piece_by_piece_whatever_falls_on_the_border_of_a_chunk() -> None:
    elements = [{"n": n, "text": 'å\\"]}' * (n % 50)} for n in range(3000)] + [12345, "x" * (2 * CHUNK), 6789]
    document = json.dumps(elements, ensure_ascii=False).encode()
    assert len(document) > 3 * CHUNK
    read: list[int] = []
    assert [value for _, value in pieces(io.BytesIO(document), read.append)] == elements
    assert read[0] < len(document) == read[-1]


def test_members_of_an_object_come_one_by_one() -> None:
    document = b'{"a": 1, "list": [1, {"b": []}], "none": [], "z": {"list": [2]}} '
    assert list(pieces(io.BytesIO(document))) == [("a", 1), ("list", 1), ("list", {"b": []}), ("z", {"list": [2]})]


@pytest.mark.parametrize("text", ["[1 2]", "[1,]x", '{"a" 1}', "[1", '{"a": [1}', "[1] [2]", "12"])
def test_what_is_no_json_is_no_json(text: str) -> None:
    with pytest.raises(ValueError):
        list(pieces(io.BytesIO(text.encode())))
