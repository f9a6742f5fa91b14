"""user_memory: one observation of the user an item: preferences, habits, plans, health, family, possessions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.stores.base import Chosen, Draft, Store, closed, said, text_field


class UserMemory(Store):
    """A set of statements about the user, each resting on the user's own words."""

    name = "user_memory"
    title = "Memories"
    letter = "M"
    columns = {"text": "VARCHAR", "quote": "VARCHAR"}
    captures = "lasting things about the user: preferences, habits, plans, health, skills, possessions, how to answer"

    def schema(self) -> Mapping[str, Any]:
        return closed({"memory": text_field(160)})

    def read(self, entry: Mapping[str, Any], chosen: Chosen) -> list[Draft]:
        memory = said(entry, "memory")
        return [Draft("memory", memory, subject="user")] if memory else []

    def plain(self, chosen: Chosen) -> list[Draft]:
        return [Draft("memory", chosen.text, subject="user")]
