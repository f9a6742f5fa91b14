"""A temporary chat knows what is known, learns nothing, and leaves no byte behind unless it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import Agent, Database, LearningMachine, LearningMode, Temporary
from engine.errors import AccessRefused, InvalidInput, NotFound
from engine.events import Changed, Failed, Finished, Learned, Learning, Postponed, Proposed, Recalled, ToolUsed
from engine.item import State
from models import Embedder
from models.fake import FakeChat
from tests.engine.conftest import ALL, answer_or_write, talk
from tests.engine.test_seventh_store import Recipes
from tests.engine.test_tools import agentic, calling

SAID = ("My sister Quenilda lives in Zwolle.", "I'm allergic to kumquats.", "We decided to take the Xebec ferry.")
SECRETS = (b"Quenilda", b"Zwolle", b"kumquat", b"Xebec", b"Plumbago")


def answering(text: str = "Plumbago it is.") -> FakeChat:
    """Answers so; when it learns, it repeats each sentence as its note."""
    return FakeChat(
        lambda messages, tools, schema: text if schema is None else answer_or_write(messages, tools, schema)
    )


@pytest.fixture
def writer() -> FakeChat:
    return answering()


def bytes_on_disk(path: Path) -> bytes:
    """All files of the folder: the memory file, its log, and whatever else was laid beside it."""
    return b"".join(file.read_bytes() for file in path.parent.rglob("*") if file.is_file())


def aside_of(machine: LearningMachine) -> tuple[Temporary, Agent]:
    aside = Temporary(machine, "u1")
    return aside, Agent(model=machine.model or answering(), learning=aside)


def test_a_temporary_chat_leaves_no_byte_in_the_file(machine: LearningMachine, path: Path) -> None:
    """C8."""
    machine.write("user_memory", "likes tea", "u1")
    acts, turns = (machine.db.query(f"SELECT count(*) FROM {table}") for table in ("acts", "turns"))
    aside, agent = aside_of(machine)
    for message in SAID:
        events = talk(agent, message, "aside")
        assert any(isinstance(event, Finished) for event in events)
        assert not any(isinstance(event, Learning | Learned | Proposed | Failed) for event in events)
    assert list(agent.learn_pending("u1")) == []
    assert [turn.text for turn in aside.db.turns("aside")][::2] == list(SAID)
    assert [machine.db.query(f"SELECT count(*) FROM {table}") for table in ("acts", "turns")] == [acts, turns]
    assert machine.db.chats("u1") == []
    aside.close()
    assert [secret for secret in SECRETS if secret in bytes_on_disk(path)] == []
    machine.db.close()
    assert b"likes tea" in bytes_on_disk(path)
    assert [secret for secret in SECRETS if secret in bytes_on_disk(path)] == []


def test_it_recalls_what_is_known_and_does_not_count_it_as_used(machine: LearningMachine) -> None:
    """C8."""
    known = machine.write("user_memory", "plays the cello in an orchestra", "u1").items[0]
    machine.write("user_memory", "theirs: plays the cello badly", "u2")
    machine.write("user_profile", "Ada", "u1", key="name")
    gone = machine.write("user_memory", "plays the cello on Mondays", "u1").items[0]
    machine.forget(gone.id)
    aside, agent = aside_of(machine)
    (recalled,) = [e for e in talk(agent, "Do I play the cello?", "aside") if isinstance(e, Recalled)]
    assert [item.id for item in recalled.items if item.store == "user_memory"] == [known.id]
    assert "Ada" in str(agent.model.calls[0].messages[0])  # type: ignore[attr-defined]
    aside.close()


def test_what_is_used_in_it_stays_unused_in_the_file(machine: LearningMachine) -> None:
    """C8."""
    known = machine.write("user_memory", "plays the cello in an orchestra", "u1").items[0]
    aside, agent = aside_of(machine)
    talk(agent, "Do I play the cello?", "aside")
    assert aside.item(known.id).uses == 1
    assert machine.item(known.id) == known
    aside.close()


def test_an_explicit_wish_is_told_that_nothing_is_kept_here(machine: LearningMachine) -> None:
    """C8, C9."""
    aside, agent = aside_of(machine)
    events = talk(agent, "Remember that I like kumquats.", "aside")
    (told,) = [event.reason for event in events if isinstance(event, Postponed)]
    assert told == "This chat is temporary: nothing of it is kept. Keep the chat to have it remembered."
    assert told in str(agent.model.calls[0].messages[-1])  # type: ignore[attr-defined]
    assert machine.items() == aside.items() == []
    aside.close()


def test_a_paused_machine_tells_its_model_too(machine: LearningMachine, agent: Agent) -> None:
    """C9."""
    machine.paused = True
    talk(agent, "Remember that I like kumquats.")
    assert "Learning is paused" in str(agent.model.calls[0].messages[-1])  # type: ignore[attr-defined]
    talk(agent, "What goes well with kumquats?")
    assert "Learning is paused" not in str(agent.model.calls[1].messages[-1])  # type: ignore[attr-defined]


def test_the_agent_gets_no_tools_that_would_write(db: Database, embedder: Embedder) -> None:
    """C8."""
    model = calling([("add_memory", {"text": "likes kumquats"})])
    machine = agentic(LearningMachine(db, model=model, embedder=embedder, **ALL))
    aside, agent = aside_of(machine)
    assert aside.get_tools("u1", "aside") == []
    (used,) = [event for event in talk(agent, "I like kumquats.", "aside") if isinstance(event, ToolUsed)]
    assert used.failed
    assert machine.items() == aside.items() == []
    assert set(machine.modes.values()) == {LearningMode.AGENTIC}
    aside.close()


def test_acts_on_it_are_refused_and_change_nothing(machine: LearningMachine) -> None:
    known = machine.write("user_memory", "likes tea", "u1").items[0]
    aside, agent = aside_of(machine)
    talk(agent, "Hello", "aside")
    for act in (
        lambda: aside.write("user_memory", "likes juice", "u1"),
        lambda: aside.edit(known.id, "likes juice"),
        lambda: aside.forget(known.id),
        lambda: aside.erase(known.id),
        lambda: aside.erase_user("u1"),
        lambda: aside.entities("u1").remember("Ana", "likes tea"),
        lambda: aside.delete_chat("aside"),
        lambda: aside.db.delete_chat("aside"),
    ):
        with pytest.raises(InvalidInput, match="temporary"):
            act()
    assert aside.items() == machine.items() == [known]
    assert len(aside.db.turns("aside")) == 2
    aside.close()


def test_kept_it_is_an_ordinary_chat_and_is_learned_later(machine: LearningMachine) -> None:
    """C8."""
    aside, agent = aside_of(machine)
    for message in SAID[:2]:
        talk(agent, message, "aside")
    told: list[Changed] = []
    machine.db.subscribe(told.append)
    changed = aside.keep("aside")
    turns = aside.db.turns("aside")
    aside.close()
    assert changed.chats == ("aside",)
    assert told == [changed]
    (chat,) = machine.db.chats("u1")
    assert (chat.title, chat.turn_count) == (SAID[0].removesuffix("."), 4)
    assert machine.db.turns("aside") == turns
    assert machine.items() == []
    ordinary = Agent(model=answering(), learning=machine)
    learned = [item for event in ordinary.learn_pending("u1") for item in getattr(event, "items", ())]
    assert {item.quote for item in learned} == set(SAID[:2])
    assert {item.source.chat_id for item in learned} == {"aside"}
    assert list(ordinary.learn_pending("u1")) == []
    events = talk(ordinary, "And where does my sister live?", "aside")
    assert any(isinstance(event, Finished) for event in events)
    assert machine.db.check() == []


def test_its_prompt_goes_on_from_the_same_prefix_when_it_is_kept(machine: LearningMachine) -> None:
    """C8, B5."""
    aside, agent = aside_of(machine)
    talk(agent, "Hello", "aside")
    aside.keep("aside")
    ordinary = Agent(model=answering(), learning=machine)
    talk(ordinary, "Hello again", "aside")
    before, after = agent.model.calls[0].messages, ordinary.model.calls[0].messages  # type: ignore[attr-defined]
    assert list(after[: len(before)]) == list(before)
    aside.close()


def test_keeping_is_one_act_that_undo_takes_back_with_every_turn(machine: LearningMachine) -> None:
    """C8, B14."""
    aside, agent = aside_of(machine)
    talk(agent, SAID[0], "aside")
    changed = aside.keep("aside", title="About my sister")
    assert [chat.title for chat in machine.db.chats("u1")] == ["About my sister"]
    with pytest.raises(InvalidInput, match="kept already"):
        aside.keep("aside")
    machine.undo(changed.act)
    assert machine.db.chats("u1") == []
    assert machine.db.turns("aside") == []
    assert machine.search("sister Zwolle", user_id="u1") == []
    aside.keep("aside")
    machine.delete_chat("aside")
    assert machine.db.chats("u1") == []
    aside.keep("aside")
    assert len(machine.db.turns("aside")) == 2
    aside.close()


def test_what_cannot_be_kept_says_why(machine: LearningMachine) -> None:
    aside, agent = aside_of(machine)
    with pytest.raises(NotFound):
        aside.keep("aside")
    turn = agent.run(SAID[0], "u1", "aside")
    next(turn)
    with pytest.raises(InvalidInput, match="still being written"):
        aside.keep("aside")
    turn.close()
    talk(agent, "Hello", "theirs", user="u2")
    with pytest.raises(AccessRefused):
        aside.keep("theirs")
    assert machine.db.query("SELECT count(*) FROM chats") == [(0,)]
    aside.close()


def test_it_has_the_stores_and_settings_of_its_machine(db: Database, embedder: Embedder) -> None:
    stores = [(Recipes(), LearningMode.HITL)]
    machine = LearningMachine(db, model=answering(), embedder=embedder, user_memory=True, stores=stores)
    machine.set_mode("user_memory", LearningMode.PROPOSE)
    aside = Temporary(machine, "u1")
    assert aside.modes == machine.modes
    assert list(aside.on()) == list(machine.on())
    aside.set_mode("user_memory", LearningMode.ALWAYS)
    assert machine.modes["user_memory"] is LearningMode.PROPOSE
    aside.close()
    aside.close()


def test_without_a_user_there_is_none(machine: LearningMachine) -> None:
    """A18."""
    with pytest.raises(AccessRefused):
        Temporary(machine, " ")


def test_a_judgement_of_an_answer_goes_with_a_kept_chat_and_teaches_nothing(machine: LearningMachine) -> None:
    aside, agent = aside_of(machine)
    (finished,) = [event for event in talk(agent, "Hello", "aside") if isinstance(event, Finished)]
    assert aside.feedback(finished.turn_id, good=False, reason="too long") is None
    aside.keep("aside")
    aside.close()
    assert machine.db.conversation.turn(finished.turn_id).data["feedback"] == {"good": False, "reason": "too long"}
    assert machine.items(state=State.PROPOSED) == []


def test_a_kept_chat_keeps_its_other_versions_and_learns_from_what_is_shown(machine: LearningMachine) -> None:
    aside, agent = aside_of(machine)
    talk(agent, SAID[0], "aside")
    old = aside.db.turns("aside")[0]
    list(agent.run(SAID[1], "u1", "aside", instead_of=old.id))
    aside.keep("aside")
    aside.close()
    list(machine.learn_pending("u1"))
    assert machine.db.turns("aside")[0].text == SAID[1]
    assert len(machine.db.turns("aside", versions=True)) == 4
    learned = " ".join(item.text for item in machine.items(None, None))
    assert "kumquats" in learned
    assert "Quenilda" not in learned
    machine.versions.choose(old.id)
    assert machine.db.turns("aside")[0].text == SAID[0]


def test_a_memory_in_no_file_lays_nothing_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Database(":memory:") as one, Database(Path(":memory:")) as other:
        machine = LearningMachine(one, **ALL)
        item = machine.write("user_memory", "likes tea", "u1").items[0]
        machine.erase(item.id)
        one.compact()
        assert machine.items(state=None) == other.items.find() == []
        assert one.query("SELECT current_setting('temp_directory')") == [("",)]
        assert list(tmp_path.rglob("*")) == []
    assert list(tmp_path.rglob("*")) == []
