"""A seventh store is one file: this one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from engine import Database, LearningMachine, LearningMode
from engine.stores import Chosen, Draft, Store
from models import Embedder
from models.fake import FakeChat
from tests.engine.conftest import ALL, answer_or_write


class Recipes(Store):
    """Recipes the user told of."""

    name = "recipes"
    title = "Recipes"
    letter = "R"
    columns: ClassVar[Mapping[str, str]] = {"text": "VARCHAR", "dish": "VARCHAR"}
    captures = "recipes of the user"

    def claims(self, sentence: str) -> float:
        return 1.0 if "recipe" in sentence.lower() else 0.0

    def schema(self) -> Mapping[str, Any]:
        return {
            "type": "object",
            "properties": {"recipe": {"type": "string", "minLength": 1, "maxLength": 200}},
            "required": ["recipe"],
            "additionalProperties": False,
        }

    def read(self, entry: Mapping[str, Any], chosen: Chosen) -> list[Draft]:
        return [Draft("recipe", str(entry["recipe"]), data={"dish": "soup"})] if entry.get("recipe") else []

    def plain(self, chosen: Chosen) -> list[Draft]:
        return [Draft("recipe", chosen.text, data={"dish": "soup"})]


def test_a_seventh_store_learns_is_listed_found_and_seen_as_a_view(db: Database, embedder: Embedder) -> None:
    model = FakeChat(answer_or_write)
    machine = LearningMachine(db, model=model, embedder=embedder, **ALL, stores=[(Recipes(), LearningMode.ALWAYS)])
    said = "The recipe of my onion soup takes three litres of broth."
    machine.process([{"role": "user", "content": said}, {"role": "assistant", "content": "Yum."}], "u1", "s1")
    found = machine.items("recipes")
    assert [item.quote for item in found] == [said]
    assert machine.search("onion soup", user_id="u1")[0].id in {item.id for item in machine.items()}
    assert machine.db.query("SELECT dish FROM recipes") == [("soup",)]
    machine.set_mode("recipes", LearningMode.PROPOSE)
    machine.forget(found[0].id)
    machine.undo()
    assert machine.items("recipes") == found
