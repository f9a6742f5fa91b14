"""What is private stays with its user; what is shared is seen wherever a machine names its namespace, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine import Database, LearningMachine
from engine.config import EntityMemoryConfig, LearnedKnowledgeConfig
from engine.errors import AccessRefused, InvalidInput
from engine.scope import keys_of
from models import Embedder

LESSON = "Always run the migration twice on the staging cluster"
SECRET = "Hides the spare key under the blue flower pot"


def team(db: Database, embedder: Embedder, namespace: str = "team") -> LearningMachine:
    """A machine whose lessons and entities are shared in `namespace`; memories are private."""
    return LearningMachine(
        db,
        embedder=embedder,
        user_memory=True,
        learned_knowledge=LearnedKnowledgeConfig(namespace=namespace, enable_agent_tools=True),
        entity_memory=EntityMemoryConfig(namespace=namespace, enable_agent_tools=True),
    )


@pytest.fixture
def shared(db: Database, embedder: Embedder) -> LearningMachine:
    """Ana shared a lesson and a fact, and noted something private."""
    machine = team(db, embedder)
    machine.write("learned_knowledge", LESSON, "ana", title="Migrations")
    machine.entities("ana").remember("Harbor", "its database is MySQL", type="project")
    machine.write("user_memory", SECRET, "ana")
    return machine


def recalled(machine: LearningMachine, message: str, user: str) -> list[str]:
    return [entry.text for entry in machine.build_context(message, user, "s").items]


def found(machine: LearningMachine, query: str, user: str) -> list[str]:
    return [hit.text for hit in machine.search(query, user_id=user)]


def test_what_is_shared_is_recalled_and_found_by_another_user(shared: LearningMachine) -> None:
    """A18."""
    assert any(LESSON in text for text in recalled(shared, "How often do I run the migration on staging?", "ben"))
    assert any("MySQL" in text for text in recalled(shared, "What does Harbor use?", "ben"))
    assert LESSON in found(shared, "run the migration on the staging cluster", "ben")


def test_what_is_private_never_reaches_another_user_of_the_same_namespace(shared: LearningMachine) -> None:
    """A18, B11."""
    query = "Where is the spare key, under the blue flower pot?"
    assert SECRET in found(shared, query, "ana")
    assert SECRET not in found(shared, query, "ben")
    assert recalled(shared, query, "ben") == []
    assert [item.text for item in shared.seen("ben", "user_memory")] == []
    assert shared.matches("What do you know about the spare key?", "ben") == []


@pytest.mark.parametrize("namespace", ["user", "global", "Team", ""])
def test_a_machine_that_does_not_name_the_namespace_never_sees_what_is_in_it(
    shared: LearningMachine, db: Database, embedder: Embedder, namespace: str
) -> None:
    """A18."""
    other = team(db, embedder, namespace)
    for user in ("ana", "ben"):
        assert LESSON not in found(other, LESSON, user)
        assert not any(LESSON in text for text in recalled(other, LESSON, user))
        assert not any("MySQL" in text for text in recalled(other, "What does Harbor use?", user))
        assert other.seen(user, "learned_knowledge") == []


def test_a_store_that_is_off_shows_nothing_of_its_namespace(shared: LearningMachine) -> None:
    shared.configure("learned_knowledge", None)
    assert LESSON not in found(shared, LESSON, "ben")
    assert recalled(shared, LESSON, "ben") == []


def test_the_name_of_a_namespace_opens_only_its_own_store(db: Database, embedder: Embedder) -> None:
    machine = LearningMachine(
        db,
        embedder=embedder,
        learned_knowledge=LearnedKnowledgeConfig(namespace="team"),
        entity_memory=EntityMemoryConfig(namespace="people"),
    )
    machine.write("learned_knowledge", LESSON, "ana")
    machine.configure("learned_knowledge", LearnedKnowledgeConfig(namespace="people"))
    assert LESSON not in found(machine, LESSON, "ben")


def test_tools_read_and_correct_what_is_shared_and_nothing_private(shared: LearningMachine) -> None:
    tools = {tool.__name__: tool for tool in shared.get_tools("ben", "s")}
    assert LESSON in tools["search_learnings"]("migration")
    assert "MySQL" in tools["search_entities"]("Harbor")
    tools["update_learning"]("Migrations", "Run the migration once, on staging")
    assert [item.text for item in shared.seen("ana", "learned_knowledge")] == ["Run the migration once, on staging"]
    assert "spare key" not in " ".join(tool("spare key") for name, tool in tools.items() if name.startswith("search"))


def test_the_same_shared_lesson_is_known_already_whoever_writes_it(shared: LearningMachine) -> None:
    with pytest.raises(InvalidInput, match="known already"):
        shared.write("learned_knowledge", LESSON, "ben")


def test_another_users_private_memory_is_no_duplicate_of_mine(shared: LearningMachine) -> None:
    """B11."""
    shared.write("user_memory", SECRET, "ben")
    assert SECRET in found(shared, SECRET, "ben")


def test_the_export_of_a_user_holds_what_is_their_own_only(shared: LearningMachine, tmp_path: Path) -> None:
    """A18, B11."""
    shared.write("user_memory", "Paints tin soldiers", "ben")
    shared.export(tmp_path / "ben.json", "ben")
    text = (tmp_path / "ben.json").read_text(encoding="utf-8")
    assert [item["text"] for item in json.loads(text)["items"]] == ["Paints tin soldiers"]
    assert "ana" not in text


def test_what_is_shared_is_gone_for_all_once_it_is_forgotten(shared: LearningMachine) -> None:
    shared.forget(shared.seen("ben", "learned_knowledge")[0].id)
    assert LESSON not in found(shared, LESSON, "ana")
    shared.undo()
    assert LESSON in found(shared, LESSON, "ben")


def test_without_a_user_what_is_shared_is_refused_too(shared: LearningMachine) -> None:
    """A18."""
    for user in ("", "  ", "\x1f"):
        with pytest.raises(AccessRefused):
            shared.search(LESSON, user_id=user)
        with pytest.raises(AccessRefused):
            shared.build_context(LESSON, user)
        with pytest.raises(AccessRefused):
            shared.seen(user)


def test_no_user_can_be_named_like_a_namespace(shared: LearningMachine, db: Database, embedder: Embedder) -> None:
    """A18."""
    shared_key = keys_of("x", {"learned_knowledge": "team"})[1]
    private = LearningMachine(db, embedder=embedder, learned_knowledge=True)
    assert LESSON not in found(private, LESSON, shared_key)
