"""What the sidebar shows, read in one go at the desk, and how the window's choices of modes are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from engine import Database, LearningMachine, LearningMode
from engine.config import mode_of
from engine.entities.graph import Entity, Graph
from engine.errors import NotFound
from engine.item import Item


@dataclass(frozen=True, slots=True)
class Memory:
    """All that is known and all that waits, newest first, with what the cards need to explain it.

    replaced: the items that proposals would supersede, by id; chats: titles by chat id; modes: of each store; entities: the
    latest touched first, archived ones last; due: ids of what is to be looked back at; forgotten: number of items in the bin.
    """

    items: tuple[Item, ...] = ()
    proposals: tuple[Item, ...] = ()
    replaced: Mapping[str, Item] = field(default_factory=dict)
    chats: Mapping[str, str] = field(default_factory=dict)
    modes: Mapping[str, LearningMode | None] = field(default_factory=dict)
    paused: bool = False
    entities: tuple[Entity, ...] = ()
    due: frozenset[str] = frozenset()
    forgotten: int = 0


def read_memory(learning: LearningMachine, database: Database, user_id: str) -> Memory:
    """Read everything that the sidebar shows."""
    proposals = tuple(learning.items(state="proposed", user_id=user_id))
    items = tuple(learning.items(state="active", user_id=user_id))
    return Memory(
        items=items,
        proposals=proposals,
        replaced={
            item.replaces: old for item in proposals if (old := item_or_none(learning, item.replaces)) is not None
        },
        chats={chat.id: chat.title for chat in database.chats(user_id)},
        modes=dict(learning.modes),
        paused=learning.paused,
        entities=entities_of(items),
        due=frozenset(item.id for item in learning.due(user_id)),
        forgotten=len(learning.items(state="forgotten", user_id=user_id)),
    )


def read_past(learning: LearningMachine, user_id: str, at: date, *, known: bool) -> tuple[Item, ...]:
    """What was known on that day (`known`), or what was true on it as far as is known today; the newest first."""
    items = learning.as_of(at, user_id) if known else learning.true_at(at, user_id)
    return tuple(sorted(items, key=lambda item: (item.created_at is not None, item.created_at), reverse=True))


def entities_of(items: tuple[Item, ...]) -> tuple[Entity, ...]:
    """The named entities that items speak of: the latest touched first, archived ones last."""
    named = [entity for entity in Graph(items) if entity.name.strip()]
    latest = sorted(named, key=lambda entity: entity.touched, reverse=True)
    return tuple(sorted(latest, key=lambda entity: entity.archived))


def item_or_none(learning: LearningMachine, item_id: str) -> Item | None:
    """The item, or None when there is no such id (any more)."""
    if not item_id:
        return None
    try:
        return learning.item(item_id)
    except NotFound:
        return None


def set_mode(learning: LearningMachine, database: Database, store: str, mode: LearningMode | None) -> None:
    """Choose how a store learns, and keep the choice for the next start (setting "modes": store -> mode or null)."""
    learning.set_mode(store, mode)
    kept = dict(database.setting("modes", {}))
    database.set_setting("modes", {**kept, store: None if mode is None else mode.value})


def restore_modes(learning: LearningMachine, database: Database) -> None:
    """Choose again what was chosen in the window; a store that is gone is passed over."""
    for store, mode in dict(database.setting("modes", {})).items():
        if store in learning.modes:
            learning.set_mode(store, None if mode is None else mode_of(mode))
