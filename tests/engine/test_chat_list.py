"""Chats as a list: folders, the archive, titles, and finding what was said."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import Agent, Database, LearningMachine
from engine.errors import InvalidInput, NotFound
from engine.language.titles import title_of
from tests.engine.conftest import talk


def test_a_chat_is_in_one_folder_or_in_none(db: Database) -> None:
    travel, work = db.folders.create("u1", "  Travel "), db.folders.create("u1", "Work")
    assert [folder.name for folder in db.folders.of("u1")] == ["Travel", "Work"]
    assert db.folders.move("u1", "c1", travel.id) == ""
    assert db.folders.move("u1", "c1", work.id) == travel.id
    assert [folder.chats for folder in db.folders.of("u1")] == [(), ("c1",)]
    assert db.folders.move("u1", "c1", "") == work.id
    assert [folder.chats for folder in db.folders.of("u1")] == [(), ()]
    assert db.folders.of("u2") == []


def test_a_deleted_folder_comes_back_with_its_chats_but_for_those_moved_since(db: Database) -> None:
    travel, work = db.folders.create("u1", "Travel"), db.folders.create("u1", "Work")
    for chat_id in ("c1", "c2"):
        db.folders.move("u1", chat_id, travel.id)
    gone = db.folders.delete("u1", travel.id)
    assert [folder.name for folder in db.folders.of("u1")] == ["Work"]
    db.folders.move("u1", "c2", work.id)
    db.folders.restore("u1", gone)
    assert [folder.chats for folder in db.folders.of("u1")] == [("c1",), ("c2",)]


def test_a_folder_keeps_its_name_and_whether_it_is_closed_across_a_restart(path: Path) -> None:
    with Database(path) as db:
        folder = db.folders.create("u1", "Travel")
        db.folders.rename("u1", folder.id, "Journeys")
        db.folders.fold("u1", folder.id, True)
    with Database(path) as db:
        (kept,) = db.folders.of("u1")
        assert (kept.name, kept.closed) == ("Journeys", True)


def test_folders_refuse_empty_names_and_unknown_ids(db: Database) -> None:
    with pytest.raises(InvalidInput, match="name"):
        db.folders.create("u1", "  ")
    for act in (
        lambda: db.folders.rename("u1", "nothing", "A"),
        lambda: db.folders.move("u1", "c1", "nothing"),
        lambda: db.folders.delete("u1", "nothing"),
    ):
        with pytest.raises(NotFound):
            act()


def test_erasing_a_user_takes_the_folders_too(machine: LearningMachine) -> None:
    machine.db.folders.create("u1", "Quenilda")
    machine.db.folders.create("u2", "Theirs")
    machine.erase_user("u1")
    assert machine.db.folders.of("u1") == []
    assert [folder.name for folder in machine.db.folders.of("u2")] == ["Theirs"]


def test_an_archived_chat_is_out_of_the_list_and_can_be_taken_back(db: Database) -> None:
    chat = db.create_chat("u1", "Boats")
    db.conversation.archive_chat(chat.id, True)
    assert db.chats("u1") == []
    assert [c.id for c in db.chats("u1", archived=True)] == [chat.id]
    db.conversation.archive_chat(chat.id, False)
    assert [c.id for c in db.chats("u1")] == [chat.id]


def test_search_finds_the_first_message_that_holds_all_words_whatever_their_case_and_accents(db: Database) -> None:
    boats, bread = db.create_chat("u1", "Boats"), db.create_chat("u1", "Bread")
    db.conversation.add_turn(boats.id, "user", "Where is the café?")
    first = db.conversation.add_turn(boats.id, "assistant", "The CAFÉ is behind the rudder shop.")
    db.conversation.add_turn(boats.id, "assistant", "Again: the rudder shop beside the cafe.")
    db.conversation.add_turn(bread.id, "user", "Yeast")
    (found,) = db.conversation.find("u1", "rudder cafe")
    assert (found.chat_id, found.turn_id, found.count) == (boats.id, first.id, 2)
    assert [one.count for one in db.conversation.find("u1", "CAFÉ")] == [3]
    assert db.conversation.find("u1", "  ") == db.conversation.find("u2", "cafe") == []
    db.conversation.archive_chat(boats.id, True)
    assert len(db.conversation.find("u1", "cafe")) == 1
    db.delete_chat(boats.id)
    assert db.conversation.find("u1", "cafe") == []


def test_words_are_not_found_in_versions_that_are_not_shown(agent: Agent, machine: LearningMachine) -> None:
    talk(agent, "About the rudder", "s1")
    talk(agent, "And the keel", "s1")
    old = machine.db.turns("s1")[0]
    list(agent.run("About the mast", "u1", "s1", instead_of=old.id))
    assert machine.db.conversation.find("u1", "rudder") == machine.db.conversation.find("u1", "keel") == []
    assert len(machine.db.conversation.find("u1", "mast")) == 1
    machine.versions.choose(old.id)
    (found,) = machine.db.conversation.find("u1", "rudder")
    assert found.turn_id == old.id


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("Hi! Can you please help me write a letter to my landlord?", "Write a letter to my landlord"),
        ("Remember that I prefer short answers. How do I count words in Python?", "Count words in Python"),
        ("What do you remember about me?", "What do you remember about me"),
        ("```python\nprint(1)\n``` Why does this fail on Windows?", "Why does this fail on Windows"),
        (
            "Plan a trip to the mountains with my two dogs and an old tent",
            "Plan a trip to the mountains with my two dogs…",
        ),
        ("Wie backe ich Brot?\nUnd wie lange?", "Wie backe ich Brot"),
        ("https://example.org/page", "https://example.org/page"),
        ("Hello", "Hello"),
        ("?", "?"),
        ("", ""),
    ],
)
def test_a_title_is_what_the_message_is_about(message: str, title: str) -> None:
    assert title_of([message]) == title


def test_a_greeting_gives_way_to_the_first_message_that_is_about_something() -> None:
    assert (
        title_of(["Hello!", "How are you?", "Let's talk about the harbour report."]) == "Talk about the harbour report"
    )


def test_a_title_that_the_user_gave_is_not_replaced(db: Database) -> None:
    chat = db.create_chat("u1", "Hello")
    db.rename_chat(chat.id, "My chat")
    assert not db.conversation.retitle_chat(chat.id, "Hello", "Harbour report")
    assert db.conversation.retitle_chat(chat.id, "My chat", "Harbour report")
    assert db.conversation.existing_chat(chat.id).title == "Harbour report"


def test_the_agent_names_a_chat_after_its_first_message(agent: Agent, machine: LearningMachine) -> None:
    talk(agent, "Can you tell me about the harbour report?", "s1")
    (chat,) = machine.db.chats("u1")
    assert chat.title == "The harbour report"
