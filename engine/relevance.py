"""What did not matter: the user says of a recalled item that it was not relevant, and it ranks lower for like messages.

A mark is the item and the message it was recalled for. It changes nothing that is known: the same item still comes where it
fits. Marks are kept as a setting, so they are private to the user and go when the item or the user is erased.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.database import Database

NEAR = 0.5
"""Cosine of two messages from which on they count as alike; of the pairs of our own 264 questions .25 % reach it."""


def marks(database: Database, user_id: str) -> dict[str, list[str]]:
    """Item id -> ids of the messages for which it was not relevant."""
    return dict(database.setting(_name(user_id), {}))


def mark(database: Database, user_id: str, item_id: str, turn_id: str, *, relevant: bool) -> None:
    """Note that an item was not relevant for a message, or take that back."""
    with database.transaction():
        kept = marks(database, user_id)
        turns = [turn for turn in kept.get(item_id, ()) if turn != turn_id]
        kept[item_id] = turns if relevant else [*turns, turn_id]
        database.set_setting(_name(user_id), {item: turns for item, turns in kept.items() if turns})


def share(turns: Iterable[str], alike: Mapping[str, float]) -> float:
    """What is left of an item's score, 0.0 to 1.0. alike: cosine of the message at hand to earlier ones, by turn id."""
    nearest = max((alike.get(turn, 0.0) for turn in turns), default=0.0)
    return 1.0 if nearest < NEAR else max(0.0, 1.0 - nearest)


def _name(user_id: str) -> str:
    return f"not_relevant:{user_id}"
