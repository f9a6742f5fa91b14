"""What the window can set: the user's instructions, the temperature, an embedder that comes later, copies of the memory file."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import Agent, Database, LearningMachine
from engine.errors import DatabaseUnreadable
from engine.events import Recalled
from models.fake import FakeChat, FakeEmbedder


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "memory.duckdb")


def test_instructions_reach_new_chats_and_leave_the_prefix_of_old_ones_alone(database: Database) -> None:
    model = FakeChat(["Hello."])
    agent = Agent(model=model, learning=LearningMachine(database, model=model))
    list(agent.run("Hi", session_id="old"))
    database.set_setting("instructions", "Answer like a pirate.")
    list(agent.run("Again", session_id="old"))
    list(agent.run("Hi", session_id="new"))
    first, again, new = (call.messages[0]["content"] for call in model.calls)
    assert first == again
    assert "like a pirate" in new
    database.close()


def test_the_temperature_is_that_of_answers(database: Database) -> None:
    model = FakeChat(["Hello."])
    agent = Agent(model=model, learning=LearningMachine(database, model=model), temperature=0.7)
    list(agent.run("Hi"))
    agent.temperature = 0.2
    list(agent.run("Hi"))
    assert [call.temperature for call in model.calls] == [0.7, 0.2]
    database.close()


def test_a_prompt_tells_what_it_is_made_of(database: Database) -> None:
    model = FakeChat(["Hello there."])
    agent = Agent(model=model, learning=LearningMachine(database, model=model))
    list(agent.run("One two three", session_id="s"))
    (recalled,) = (event for event in agent.run("Four five", session_id="s") if isinstance(event, Recalled))
    cost = recalled.cost
    assert cost is not None
    assert (cost.history, cost.message, cost.room) == (5, 2, 1024)
    assert cost.system > 10
    database.close()


def test_an_embedder_that_comes_later_finds_what_was_there_before(database: Database) -> None:
    learning = LearningMachine(database, user_memory=True)
    item = learning.write("user_memory", "Prefers tea to coffee.", user_id="me").items[0]
    learning.take_embedder(FakeEmbedder())
    ids, vectors = database.index.vectors("me", FakeEmbedder().name)
    assert (ids, len(vectors)) == ([item.id], 1)
    assert [hit.id for hit in learning.search("tea", user_id="me")] == [item.id]
    database.close()


def test_a_copy_made_while_the_file_is_open_holds_everything(database: Database, tmp_path: Path) -> None:
    item = LearningMachine(database, user_memory=True).write("user_memory", "Likes tea.", user_id="me").items[0]
    database.copy(tmp_path / "backups" / "one.duckdb")
    with Database(tmp_path / "backups" / "one.duckdb") as copy:
        assert copy.items.find()[0].id == item.id
    assert [path.name for path in (tmp_path / "backups").iterdir()] == ["one.duckdb"]
    database.close()


def test_another_file_takes_the_place_of_the_open_one_and_listeners_hear_of_it(
    database: Database, tmp_path: Path
) -> None:
    learning = LearningMachine(database, user_memory=True)
    learning.write("user_memory", "Likes tea.", user_id="me")
    database.copy(tmp_path / "copy.duckdb")
    learning.write("user_memory", "Likes milk.", user_id="me")
    heard: list[str] = []
    database.subscribe(lambda changed: heard.append(changed.action))
    database.exchange(tmp_path / "copy.duckdb")
    assert [item.text for item in learning.items(user_id="me")] == ["Likes tea."]
    assert heard == ["exchange"]
    database.exchange(tmp_path / "memory.duckdb")
    assert len(learning.items(user_id="me")) == 2
    database.close()


def test_a_file_that_is_no_memory_file_is_refused_and_the_old_one_stays_open(
    database: Database, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("hello " * 1000)
    with pytest.raises(DatabaseUnreadable):
        database.exchange(tmp_path / "notes.txt")
    database.set_setting("still", "open")
    assert database.setting("still") == "open"
    database.close()
