"""engine: what learns. The learning machine, its six stores and the agent, on one DuckDB file. No Qt, no threads."""

from engine.agent import Agent
from engine.config import (
    DecisionLogConfig,
    EntityMemoryConfig,
    LearnedKnowledgeConfig,
    LearningMode,
    SessionContextConfig,
    UserMemoryConfig,
    UserProfileConfig,
)
from engine.database import Database
from engine.errors import KeepwiseError
from engine.item import Item
from engine.machine import LearningMachine
from engine.temporary import Temporary

__all__ = [
    "Agent",
    "Database",
    "DecisionLogConfig",
    "EntityMemoryConfig",
    "Item",
    "KeepwiseError",
    "LearnedKnowledgeConfig",
    "LearningMachine",
    "LearningMode",
    "SessionContextConfig",
    "Temporary",
    "UserMemoryConfig",
    "UserProfileConfig",
]
