"""Shapes that data exports have: branches, hidden and tool messages, unknown fields, what Claude remembers, and damage."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from engine import LearningMachine
from engine.transfer.conversations import conversations
from engine.transfer.files import Format
from engine.transfer.foreign import Left

AT = 1714550400.25


def node(key: str, parent: str | None, message: dict[str, Any] | None) -> dict[str, Any]:
    return {"id": key, "parent": parent, "children": [], "message": message}


def said(role: str, content: Any, **more: Any) -> dict[str, Any]:
    """A message as ChatGPT keeps it; the newest exports leave metadata, recipient and time out of many."""
    return {"author": {"role": role, "name": None}, "content": content, "weight": 1.0, **more}


def words(*parts: Any) -> dict[str, Any]:
    return {"content_type": "text", "parts": list(parts)}


HIDDEN: dict[str, dict[str, Any]] = {
    "a system message": said("system", words("Secret orders about walnuts.")),
    "a tool's answer": said("tool", words("A page about walnuts."), metadata=None),
    "custom instructions": said(
        "user",
        {"content_type": "user_editable_context", "user_profile": "Loves walnuts.", "user_instructions": "Be short."},
    ),
    "code": said("assistant", {"content_type": "code", "language": "python", "text": "walnuts()"}),
    "what a program printed": said("tool", {"content_type": "execution_output", "text": "walnuts"}),
    "thoughts": said("assistant", {"content_type": "thoughts", "thoughts": [{"content": "walnuts"}]}),
    "a recap": said("assistant", {"content_type": "reasoning_recap", "content": "Thought about walnuts"}),
    "browsing": said("tool", {"content_type": "tether_quote", "text": "walnuts"}),
    "a call": said("assistant", words("walnuts"), recipient="bio"),
    "a type that is not known": said("assistant", {"content_type": "hologram", "parts": ["walnuts"]}),
    "no content": said("user", None),
    "nothing": said("user", words("")),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_nobody_said_is_no_turn(machine: LearningMachine, tmp_path: Path, name: str) -> None:
    """A22."""
    mapping = {
        "root": node("root", None, None),
        "one": node("one", "root", said("user", words("I keep bees behind the house."), create_time=AT)),
        "odd": node("odd", "one", HIDDEN[name]),
        "two": node("two", "odd", said("assistant", words("Lovely."), create_time=None)),
    }
    chat = {"title": None, "create_time": AT, "mapping": mapping, "current_node": "two", "gizmo_id": "g-1", "voice": {}}
    (tmp_path / "c.json").write_text(json.dumps([chat]), encoding="utf-8")
    machine.import_(tmp_path / "c.json", "ana")
    (kept,) = machine.db.chats("ana")
    assert kept.title == "I keep bees behind the house."
    assert [turn.text for turn in machine.db.turns(kept.id)] == ["I keep bees behind the house.", "Lovely."]


def test_pictures_and_voice_leave_only_their_words(machine: LearningMachine, tmp_path: Path) -> None:
    parts = [
        {"content_type": "image_asset_pointer", "asset_pointer": "sediment://file_1", "width": 3},
        {"content_type": "audio_transcription", "text": "I am allergic to sesame.", "direction": "in"},
        {"content_type": "real_time_user_audio_video_asset_pointer", "frames_asset_pointers": []},
    ]
    mapping = {"m": node("m", None, said("user", {"content_type": "multimodal_text", "parts": parts}, create_time=AT))}
    (tmp_path / "c.json").write_text(json.dumps([{"id": "x", "mapping": mapping}]), encoding="utf-8")
    machine.import_(tmp_path / "c.json", "ana")
    (kept,) = machine.db.chats("ana")
    assert [turn.text for turn in machine.db.turns(kept.id)] == ["I am allergic to sesame."]


def claude(*rows: tuple[str, str, str, str], **more: Any) -> dict[str, Any]:
    """A conversation of Claude's from (uuid, parent, sender, text)."""
    messages: list[dict[str, Any]] = [
        {"uuid": key, "parent_message_uuid": parent, "sender": sender, "text": text, "content": [], "files": None}
        for key, parent, sender, text in rows
    ]
    return {"uuid": "c", "name": "", "created_at": "2025-05-01T08:00:00Z", "chat_messages": messages, **more}


BRANCHED = (
    ("1", "00000000-0000-4000-8000-000000000000", "human", "I keep bees."),
    ("2", "1", "assistant", "An answer that was thrown away."),
    ("3", "1", "assistant", "How many hives?"),
    ("4", "3", "human", "Nine."),
)


@pytest.mark.parametrize("leaf", ["", "4", "gone"])
def test_of_claudes_branches_the_one_that_stands_is_kept(machine: LearningMachine, tmp_path: Path, leaf: str) -> None:
    chat = claude(*BRANCHED, current_leaf_message_uuid=leaf)
    (tmp_path / "c.json").write_text(json.dumps([chat]), encoding="utf-8")
    machine.import_(tmp_path / "c.json", "ana")
    (kept,) = machine.db.chats("ana")
    assert [turn.text for turn in machine.db.turns(kept.id)] == ["I keep bees.", "How many hives?", "Nine."]


@pytest.mark.parametrize("name", ["memories.json", "memories/account.json"])
def test_what_claude_remembers_is_offered_sentence_by_sentence(
    machine: LearningMachine, tmp_path: Path, name: str
) -> None:
    """C14."""
    prose = "**Work context**\n\nAna restores church organs. She works from Ghent.\n\n- Prefers short answers."
    memory = {"conversations_memory": prose, "project_memories": {"p": "About a hive."}, "account_uuid": "a"}
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("conversations.json", json.dumps([claude(("1", "", "human", "Hello there."))]))
        archive.writestr("projects.json", json.dumps([{"uuid": "p", "docs": [{"content": "I collect stamps."}]}]))
        archive.writestr("users.json", json.dumps([{"full_name": "Ana"}]))
        archive.writestr(name, json.dumps([memory] if name == "memories.json" else memory))
    report = machine.import_(tmp_path / "export.zip", "ana")
    offered = {item.text for item in machine.items("user_memory", state="proposed")}
    assert offered == {"Ana restores church organs.", "She works from Ghent.", "Prefers short answers."}
    assert report.reasons == {"it belongs to a project there": 1}
    assert machine.import_(tmp_path / "export.zip", "ana").changed is None


class Broken(dict[str, Any]):
    """A conversation that cannot be read."""

    def get(self, key: str, default: Any = None) -> Any:
        raise ValueError(key)


def test_a_damaged_conversation_is_left_and_the_others_are_read() -> None:
    whole = claude(("1", "", "human", "I keep bees."))
    found = list(conversations(Format.CLAUDE, [("", whole), ("", Broken()), ("", whole)]))
    assert [isinstance(one, Left) for one in found] == [False, True, False]
