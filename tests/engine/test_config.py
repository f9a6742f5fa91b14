"""Settings: schemas of the profile, instructions, and a machine that is saved and loaded again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from engine import (
    Agent,
    Database,
    EntityMemoryConfig,
    LearnedKnowledgeConfig,
    LearningMachine,
    LearningMode,
    SessionContextConfig,
    UserMemoryConfig,
    UserProfileConfig,
)
from engine.config import StoreConfig, config_of, mode_of, plain_config
from engine.errors import InvalidInput
from engine.item import State
from models import Embedder, Message, Tool
from models.fake import FakeChat
from tests.engine.conftest import ALL, answer_or_write, talk
from tests.engine.test_seventh_store import Recipes


@dataclass
class Gardener:
    """A profile of a gardener."""

    climate_zone: str = field(default="", metadata={"description": "hardiness zone of the garden"})
    tools: list[str] = field(default_factory=list, metadata={"description": "garden tools that the user owns"})


def gardener(db: Database, embedder: Embedder, model: FakeChat | None = None) -> LearningMachine:
    """A machine whose profile knows gardeners."""
    chat = model or FakeChat(answer_or_write, parameters=135_000_000)
    return LearningMachine(db, model=chat, embedder=embedder, user_profile=UserProfileConfig(schema=Gardener))


def said(machine: LearningMachine, message: str) -> list[str]:
    """What is learned from one message, as text."""
    items = machine.process([{"role": "user", "content": message}, {"role": "assistant", "content": "Ok."}], "u1", "s1")
    return [item.text for item in items]


def test_fields_of_a_custom_schema_are_extracted_shown_edited_and_rendered(db: Database, embedder: Embedder) -> None:
    """A27."""
    machine = gardener(db, embedder)
    assert said(machine, "My climate zone is 8b.") == ["Climate zone: 8b"]
    item = machine.items("user_profile")[0]
    machine.edit(item.id, value="9a")
    assert machine.item(item.id).text == "Climate zone: 9a"
    assert machine.stores["user_profile"].render([machine.item(item.id)]) == ["- Climate zone: 9a"]
    model = FakeChat(answer_or_write)
    talk(Agent(model, machine), "What grows here?", "s2")
    assert "Climate zone: 9a" in str(model.calls[0].messages[0]["content"])
    assert machine.write("user_profile", "7a", "u1", key="climate_zone").items[0].text == "Climate zone: 7a"
    assert db.query("SELECT value FROM user_profile WHERE state = 'active'") == [("7a",)]


def test_a_list_field_grows_and_stays_a_list(db: Database, embedder: Embedder) -> None:
    """B13."""
    machine = gardener(db, embedder)
    said(machine, "My tools are a spade, a rake and a saw.")
    assert machine.items("user_profile")[0].data["value"] == ["a spade", "a rake", "a saw"]
    said(machine, "My tools are a hoe.")
    item = machine.items("user_profile")[0]
    assert item.data["value"] == ["a spade", "a rake", "a saw", "a hoe"]
    machine.edit(item.id, "Tools: a spade, a scythe")
    assert machine.item(item.id).data["value"] == ["a spade", "a scythe"]
    machine.edit(item.id, value=["a fork"])
    assert machine.item(item.id).data["value"] == ["a fork"]
    assert machine.stores["user_profile"].render([machine.item(item.id)]) == ["- Tools: a fork"]
    written = machine.write("user_profile", "a barrow", "u1", key="tools").items[0]
    assert written.data["value"] == ["a fork", "a barrow"]


@pytest.mark.parametrize("nothing", ["", "null", "None", None, "unknown"])
def test_an_extractor_that_answers_nothing_wipes_nothing(nothing: str | None, db: Database, embedder: Embedder) -> None:
    """B13."""

    def script(messages: Sequence[Message], tools: Sequence[Tool], schema: Mapping[str, Any] | None) -> str:
        fields = ("name", "climate_zone", "tools")
        rows = [{"field": name, "value": nothing} for name in fields]
        return "Ok." if schema is None else json.dumps(dict.fromkeys(schema["properties"], rows))

    machine = gardener(db, embedder, FakeChat(script))
    machine.write("user_profile", "Alex", "u1", key="name")
    machine.write("user_profile", "a spade", "u1", key="tools")
    before = machine.items()
    said(machine, "My job and my home are a long story, and I live with my family.")
    kept = {item.key: item.data["value"] for item in machine.items("user_profile")}
    assert (kept["name"], kept["tools"]) == ("Alex", ["a spade"])
    assert all(machine.item(item.id).state is State.ACTIVE for item in before)


def test_the_writer_is_told_what_the_fields_mean(db: Database, embedder: Embedder) -> None:
    """A27."""
    model = FakeChat(answer_or_write)
    said(gardener(db, embedder, model), "My climate zone is 8b.")
    rules = str(model.calls[0].messages[0]["content"])
    assert "climate_zone: hardiness zone of the garden" in rules
    assert model.calls[0].schema is not None
    assert "tools" in str(model.calls[0].schema)


def test_instructions_replace_what_is_captured_and_additional_ones_are_added(db: Database, embedder: Embedder) -> None:
    model = FakeChat(answer_or_write)
    machine = LearningMachine(
        db,
        model=model,
        embedder=embedder,
        user_memory=UserMemoryConfig(instructions="Only what concerns tea."),
        session_context=SessionContextConfig(additional_instructions="In German."),
    )
    said(machine, "I drink my tea without milk.")
    rules = str(model.calls[0].messages[0]["content"])
    assert "[Memories] Only what concerns tea.\n" in rules
    assert f"[This conversation] {machine.stores['session_context'].captures}. In German." in rules


def test_a_schema_that_is_no_dataclass_is_refused(db: Database) -> None:
    with pytest.raises(InvalidInput, match="dataclass"):
        LearningMachine(db, user_profile=UserProfileConfig(schema=int))


def test_a_machine_survives_save_and_load(db: Database, embedder: Embedder) -> None:
    """A24."""
    machine = LearningMachine(
        db,
        embedder=embedder,
        user_profile=UserProfileConfig(schema=Gardener, mode=LearningMode.HITL),
        user_memory=UserMemoryConfig(mode=LearningMode.AGENTIC, enable_delete=False, limit=3),
        session_context=SessionContextConfig(enable_planning=False, additional_instructions="Briefly."),
        entity_memory=EntityMemoryConfig(namespace="sales", mode=LearningMode.PROPOSE),
        learned_knowledge=LearnedKnowledgeConfig(namespace="global"),
        stores=[(Recipes(), LearningMode.PROPOSE)],
    )
    plain = json.loads(json.dumps(machine.save()))
    again = LearningMachine.load(plain, db, embedder=embedder, stores=[Recipes()])
    assert again.save() == machine.save()
    assert again.modes == machine.modes
    assert again.modes["decision_log"] is None
    schema = again.stores["user_profile"].schema()
    assert {"climate_zone", "tools"} <= set(schema["items"]["properties"]["field"]["enum"])
    assert again.write("user_profile", "spade, rake", "u1", key="tools").items[0].data["value"] == ["spade", "rake"]
    assert again.write("learned_knowledge", "Oil hinges", "u1").items[0].store == "learned_knowledge"


def test_an_unknown_mode_asks_and_never_saves_silently(db: Database, embedder: Embedder) -> None:
    """A24."""
    plain = LearningMachine(db, **ALL).save()
    plain["stores"]["user_memory"]["mode"] = "telepathic"
    plain["stores"]["decision_log"].pop("mode")
    plain["stores"]["learned_knowledge"]["colour"] = "blue"
    model = FakeChat(answer_or_write)
    machine = LearningMachine.load(plain, db, model, embedder, stores=[Recipes()])
    assert machine.modes["user_memory"] is LearningMode.PROPOSE
    assert machine.modes["decision_log"] is LearningMode.PROPOSE
    assert machine.modes["recipes"] is LearningMode.PROPOSE
    said(machine, "I drink my tea without milk.")
    assert machine.items() == []
    assert UserMemoryConfig(mode="often").mode is LearningMode.PROPOSE  # type: ignore[arg-type]
    assert mode_of(" Always ") is LearningMode.ALWAYS


def test_a_config_of_plain_data_is_the_config(db: Database) -> None:
    config = StoreConfig(mode=LearningMode.HITL, instructions="x", limit=2)
    assert config_of(StoreConfig, plain_config(config)) == config
    assert plain_config(None) is None
    with pytest.raises(InvalidInput, match="no store"):
        LearningMachine(db).configure("nonsense", None)
