"""What the sidebar lists, and in which order: words, meaning, store, origin, and the sorting. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from desktop.sidebar.shapes import field_label, type_label
from desktop.tongue import tr_later
from engine.entities.graph import Entity
from engine.item import Item, Origin


class Order(Enum):
    """How the list is sorted, as it is called in the menu."""

    NEWEST = tr_later("Newest first")
    MOST_USED = tr_later("Most used first")
    NEVER_USED = tr_later("Never used first")
    NAME = tr_later("A to Z")


@dataclass(frozen=True, slots=True)
class Sift:
    """What is asked for. meant: ids that a search found near in meaning to the words; store "" and origin None: any."""

    words: str = ""
    meant: frozenset[str] = frozenset()
    order: Order = Order.NEWEST
    store: str = ""
    origin: Origin | None = None

    @property
    def narrow(self) -> bool:
        """Whether some items may be left out."""
        return bool(self.words or self.store or self.origin)

    def items(self, items: Iterable[Item]) -> list[Item]:
        """The items that fit, in order, pinned ones first."""
        fitting = [item for item in items if self.fits(item)]
        return sorted(sorted(fitting, key=_KEYS[self.order]), key=lambda item: not item.data.get("pinned"))

    def fits(self, item: Item) -> bool:
        """Whether an item is asked for."""
        if self.store and item.store != self.store:
            return False
        if self.origin is not None and item.origin is not self.origin:
            return False
        return not self.words or item.id in self.meant or all(word in haystack(item) for word in self._terms)

    def entities(self, entities: Iterable[Entity]) -> list[Entity]:
        """The entities that fit by name, type or something that is said of them; pinned ones first."""
        fitting = [entity for entity in entities if self._speaks_of(entity)]
        if self.order is Order.NAME:
            fitting.sort(key=lambda entity: entity.name.casefold())
        elif self.order is not Order.NEWEST:
            most = self.order is Order.MOST_USED
            fitting.sort(key=lambda entity: sum(item.uses for item in entity.known), reverse=most)
        return sorted(fitting, key=lambda entity: not pinned(entity))

    @property
    def _terms(self) -> Sequence[str]:
        return self.words.casefold().split()

    def _speaks_of(self, entity: Entity) -> bool:
        if self.store not in ("", "entity_memory"):
            return False
        if self.origin is not None and not any(item.origin is self.origin for item in entity.known):
            return False
        if not self.words:
            return True
        told = (entity.name, entity.type, type_label(entity.type), *entity.aliases, entity.description)
        names = " ".join(told).casefold()
        return all(word in names for word in self._terms) or any(self.fits(item) for item in entity.known)


def pinned(entity: Entity) -> bool:
    """Whether an entity is pinned: all that speaks of it is."""
    return bool(entity.known) and all(item.data.get("pinned") for item in entity.known)


def haystack(item: Item) -> str:
    """Everything of an item that its card says, for a search by words."""
    tags = " ".join(map(str, item.data.get("tags") or ()))
    key = f"{item.key.replace('_', ' ')} {field_label(item.key)}"
    return f"{item.text} {item.subject} {key} {item.data.get('title', '')} {tags}".casefold()


def _newest(item: Item) -> Any:
    return -((item.updated_at or item.created_at or datetime(1970, 1, 1)) - datetime(1970, 1, 1)).total_seconds()


_KEYS: dict[Order, Callable[[Item], Any]] = {
    Order.NEWEST: _newest,
    Order.MOST_USED: lambda item: (-item.uses, _newest(item)),
    Order.NEVER_USED: lambda item: (item.uses > 0, _newest(item)),
    Order.NAME: lambda item: item.text.casefold(),
}
