"""How each store behaves: its mode and its settings. `True` means the default config of a store, `None` or `False` off."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from engine.schema import plain_of, schema_of


class LearningMode(StrEnum):
    """ALWAYS: extracted after each response and saved at once. AGENTIC: the agent decides, through tools.
    PROPOSE: saved only when the human accepts. HITL: the turn pauses and asks the human before each write."""

    ALWAYS = "always"
    AGENTIC = "agentic"
    PROPOSE = "propose"
    HITL = "hitl"


def mode_of(value: object) -> LearningMode:
    """The mode of that name; PROPOSE for a name that is not known: in doubt the human is asked, nothing is saved silently."""
    try:
        return LearningMode(str(value).strip().lower())
    except ValueError:
        return LearningMode.PROPOSE


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreConfig:
    """What every store's config shares.

    instructions: what to capture, in plain words; replaces the default guidance to the extractor.
    additional_instructions: added to it.
    enable_agent_tools: offer this store's tools to the agent although its mode is not AGENTIC; the mode's rule still holds.
    enable_add, enable_update, enable_delete, enable_search: which of them the agent is offered.
    limit: most items that one search of the agent lists.
    """

    mode: LearningMode = LearningMode.ALWAYS
    instructions: str = ""
    additional_instructions: str = ""
    enable_agent_tools: bool = False
    enable_add: bool = True
    enable_update: bool = True
    enable_delete: bool = True
    enable_search: bool = True
    limit: int = 10

    def __post_init__(self) -> None:
        object.__setattr__(self, "mode", mode_of(self.mode))

    @property
    def has_tools(self) -> bool:
        """Whether the agent writes here."""
        return self.enable_agent_tools or self.mode is LearningMode.AGENTIC

    def guidance(self, captures: str) -> str:
        """What the extractor is told to capture; `captures` is the store's own line."""
        return " ".join(part for part in (self.instructions or f"{captures}.", self.additional_instructions) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class UserProfileConfig(StoreConfig):
    """Who the user is: one value a field. `schema` is a dataclass whose fields are added to the built-in ones; its list
    fields hold several values, and a field's metadata "description" tells the extractor what belongs there."""

    schema: type | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UserMemoryConfig(StoreConfig):
    """What was observed of the user: preferences, habits, plans, family, possessions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionContextConfig(StoreConfig):
    """What this conversation is about: a summary; with `enable_planning` also its goal, plan and progress."""

    enable_planning: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMemoryConfig(StoreConfig):
    """People, places, projects and things: facts, events and relationships. `namespace` "user" is private to each user."""

    namespace: str = "user"


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedKnowledgeConfig(StoreConfig):
    """Reusable insights, searched by meaning. `namespace` "user" is private, "global" shared, any other name a group's."""

    namespace: str = "user"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLogConfig(StoreConfig):
    """Decisions with their reasons; the outcome is added later."""


C = TypeVar("C", bound=StoreConfig)


def plain_config(config: StoreConfig | None) -> dict[str, Any] | None:
    """A config as plain data (JSON), for `config_of`; None for a store that is off."""
    if config is None:
        return None
    values = {field.name: getattr(config, field.name) for field in dataclasses.fields(config)}
    return {
        **values,
        "mode": config.mode.value,
        **({"schema": plain_of(values["schema"])} if "schema" in values else {}),
    }


def config_of(kind: type[C], plain: Mapping[str, Any] | None) -> C | None:
    """The config of that kind from plain data. An unknown mode asks; settings that are not known are passed over."""
    if plain is None:
        return None
    names = {field.name for field in dataclasses.fields(kind)}
    values = {name: value for name, value in plain.items() if name in names}
    if "schema" in values:
        values["schema"] = schema_of(values["schema"])
    return kind(**{"mode": LearningMode.PROPOSE, **values})
