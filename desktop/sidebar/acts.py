"""What the sidebar does: each act is one piece of desk work with the words of its toast, undone by one undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from desktop.bridge import Bridge
from desktop.memory import read_past, set_mode
from desktop.tongue import tr, tr_n
from desktop.words import store_words
from engine import LearningMode
from engine.entities.book import Entities
from engine.entities.graph import Entity
from engine.erasing import Erased
from engine.events import Changed
from engine.item import Item, Revision
from engine.keeper import Kept


class SidebarActs:
    """The acts of the user on what was learned. Errors go out by `bridge.failed`; none is swallowed."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def edit(self, item: Item, text: str, data: dict[str, object]) -> None:
        """Change an item."""
        self._bridge.act(tr("Changed"), lambda: self._bridge.learning.edit(item.id, text=text, **data))

    def write(self, store: str, text: str, data: dict[str, object], session: str) -> None:
        """Add an item by hand."""
        learning, user = self._bridge.learning, self._bridge.user_id
        session = session if store == "session_context" else ""
        self._bridge.act(tr("Added"), lambda: learning.write(store, text, user_id=user, session_id=session, **data))

    def forget(self, ids: Sequence[str], words: str) -> None:
        """Forget items as one act. words: what they are, for the toast."""
        self._bridge.act(tr("Forgotten: {words}").format(words=words), lambda: self._bridge.learning.forget_all(ids))

    def pin(self, ids: Sequence[str], pinned: bool) -> None:
        """Pin items, or let them go."""
        self._bridge.act(
            tr("Pinned") if pinned else tr("No longer pinned"), lambda: self._bridge.learning.pin(ids, pinned)
        )

    def move(self, ids: Sequence[str], store: str) -> None:
        """Put items into another store."""
        title = store_words(store).title
        self._bridge.act(
            tr_n("{n} items moved to {title}", "{n} item moved to {title}", len(ids), title=title),
            lambda: self._bridge.learning.move(ids, store),
        )

    def restore(self, ids: Sequence[str], revision: int = 0) -> None:
        """Bring items, or an older value of one, back."""

        def work() -> Changed:
            return self._bridge.learning.restore(list(ids) if not revision else ids[0], revision)

        self._bridge.act(tr("Restored"), work)

    def tell_outcome(self, item: Item, outcome: str, quality: str) -> None:
        """Note how a decision turned out."""
        user = self._bridge.user_id
        self._bridge.act(
            tr("Noted how it turned out"), lambda: self._bridge.learning.record_outcome(item.id, outcome, quality, user)
        )

    def on_entity(self, words: str, act: Callable[[Entities], Changed]) -> None:
        """Something that the book of entities does."""
        self._bridge.act(words, lambda: act(self._bridge.learning.entities(self._bridge.user_id)))

    def keep(self, name: str, act: Callable[[Entities], Kept]) -> None:
        """A fact, event or link of an entity; what is known already is said."""

        def work() -> Changed | None:
            kept = act(self._bridge.learning.entities(self._bridge.user_id))
            return Changed(kept.act, "write", kept.learned) if kept.act else None

        def then(changed: Changed | None) -> None:
            words = tr("Added to {name}").format(name=name) if changed is not None else tr("That is known already")
            self._bridge.acted.emit(words, changed)

        self._bridge.run(work, then)

    def past_of(self, entity: Entity, then: Callable[[list[Item]], object]) -> None:
        """What no longer holds of an entity."""
        self._bridge.run(lambda: self._bridge.learning.entities(self._bridge.user_id).past(entity.qualified), then)

    def story(self, item: Item, then: Callable[[list[Revision]], object]) -> None:
        """The history of an item with those it replaced."""
        self._bridge.run(lambda: self._bridge.learning.story(item.id), then)

    def search(self, words: str, then: Callable[[frozenset[str]], object]) -> None:
        """Ids of the items near in meaning to `words`."""
        learning, user = self._bridge.learning, self._bridge.user_id

        def work() -> frozenset[str]:
            hits = learning.search(words, limit=MEANT, user_id=user)
            return frozenset(hit.id for hit in hits if hit.kind == "item" and hit.score >= NEAR)

        self._bridge.run(work, then)

    def past(self, at: date, known: bool, then: Callable[[tuple[Item, ...]], object]) -> None:
        """What was known (or true) on a day."""
        learning, user = self._bridge.learning, self._bridge.user_id
        self._bridge.run(lambda: read_past(learning, user, at, known=known), then)

    def bin(self, then: Callable[[list[Item]], object]) -> None:
        """What was forgotten, the latest first."""
        learning, user = self._bridge.learning, self._bridge.user_id
        self._bridge.run(lambda: learning.items(state="forgotten", user_id=user), then)

    def erase(self, ids: Sequence[str], then: Callable[[Erased], object]) -> None:
        """Forget for good. Cannot be undone: ask first."""
        self._bridge.run(lambda: self._bridge.learning.erase(list(ids)), then)

    def set_mode(self, store: str, mode: LearningMode | None, then: Callable[[], object]) -> None:
        """Choose how a store learns."""
        bridge = self._bridge
        bridge.run(lambda: set_mode(bridge.learning, bridge.database, store, mode), lambda _: then())


MEANT = 60
"""Hits of a search in meaning that are looked at; more than a person reads."""
NEAR = 0.42
"""Least score of a hit that counts as near in meaning; recall's own gate."""
