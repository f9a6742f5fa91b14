"""How each store behaves: its mode and its settings. `True` means the default config of a store, `None` or `False` off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LearningMode(StrEnum):
    """ALWAYS: extracted after each response and saved at once. AGENTIC: the agent decides, through tools.
    PROPOSE: saved only when the human accepts. HITL: the turn pauses and asks the human before each write."""

    ALWAYS = "always"
    AGENTIC = "agentic"
    PROPOSE = "propose"
    HITL = "hitl"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreConfig:
    """What every store's config shares.

    instructions: what to capture, in plain words; replaces the default guidance to the extractor.
    additional_instructions: added to it.
    enable_agent_tools: offer this store's tools to the agent although its mode is not AGENTIC.
    """

    mode: LearningMode = LearningMode.ALWAYS
    instructions: str = ""
    additional_instructions: str = ""
    enable_agent_tools: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UserProfileConfig(StoreConfig):
    """Who the user is: one value a field. `schema` is a dataclass whose fields are added to the built-in ones."""

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
