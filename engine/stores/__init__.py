"""The six stores, one small pure file each."""

from engine.stores.base import Chosen, Draft, Store
from engine.stores.decision_log import DecisionLog
from engine.stores.entity_memory import EntityMemory
from engine.stores.learned_knowledge import LearnedKnowledge
from engine.stores.session_context import SessionContext
from engine.stores.user_memory import UserMemory
from engine.stores.user_profile import UserProfile

__all__ = [
    "Chosen",
    "DecisionLog",
    "Draft",
    "EntityMemory",
    "LearnedKnowledge",
    "SessionContext",
    "Store",
    "UserMemory",
    "UserProfile",
]
