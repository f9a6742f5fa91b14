"""What is there at each point of an act that changes many items: each sees what those before it did. Pure.

Read once: looking 500 proposals up in the file one by one would take seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.database.items import Change
from engine.entities.graph import together
from engine.item import Item, State


class Scene:
    """Active items and waiting proposals, and the changes so far: one for each item, however often it changed.

    notices: what else happened that a person should be told.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = {item.id: item for item in items}
        self._changes: dict[str, Change] = {}
        self.notices: list[str] = []

    def around(self, item: Item) -> list[Item]:
        """What is seen by those who see the item."""
        return [other for other in self._items.values() if together(other, item)]

    def take(self, changes: Sequence[Change]) -> None:
        """These changes follow those so far."""
        for before, after in changes:
            one = after or before
            if one is None:
                continue
            first = self._changes[one.id][0] if one.id in self._changes else before
            self._changes[one.id] = (first, after)
            self._items.pop(one.id, None)
            if after is not None and after.state in (State.ACTIVE, State.PROPOSED):
                self._items[one.id] = after

    @property
    def changes(self) -> list[Change]:
        """What to write, each item once."""
        return list(self._changes.values())
