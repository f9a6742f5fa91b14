"""The human's word on what was proposed: one by one, many in one act, for good; and what helps to find that word.

A part of LearningMachine beside the acts on single items. Every act here can be undone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

from engine.acts import Acts, refuse_others, user_of
from engine.clock import now
from engine.consent import ALLOWED, needs_consent
from engine.database.items import Change
from engine.editing import edited
from engine.errors import InvalidInput
from engine.events import Changed
from engine.item import Item, State
from engine.language.segments import sensitive
from engine.language.text import terms
from engine.reconcile import NEVER, NOMINATED, OBVIOUS

User: TypeAlias = str | int | None
"""Who asks, where given: an item of another user is then refused."""


class Verdicts(Acts):
    """The acts of a machine on its proposals."""

    def accept(
        self, item_id: str, text: str | None = None, *, beside: bool = False, user_id: User = None, **data: Any
    ) -> Changed:
        """Make a proposal active; with `text` or values of its data, in these words.

        beside: what it would replace stays beside it. Raises InvalidInput where there is room for one value only.
        """
        self.item(item_id, user_id=user_id)
        rewrite = partial(edited, text=text, data=data, at=now())
        if text is None and not data:
            return self._keeper.accept([item_id], beside=beside)
        return self._keeper.accept([item_id], beside=beside, edit=rewrite)

    def accept_all(self, item_ids: Sequence[str], *, user_id: User = None) -> Changed:
        """Make all these proposals active, as one act. Raises InvalidInput when one is no proposal; then none is."""
        for item_id in item_ids if user_id is not None else ():
            self.item(item_id, user_id=user_id)
        return self._keeper.accept(item_ids)

    def reject(self, item_id: str, *, never: bool = False, user_id: User = None) -> Changed:
        """Say no to a proposal; it is not offered again, in these or other words.

        never: nor is anything like it: of its sensitive category, of its slot, or that says as much and more. What the
        user asks to be remembered is saved nevertheless.
        """
        with self.db.transaction():
            item = self.item(item_id, user_id=user_id)
            if item.state is State.REJECTED:
                raise InvalidInput("This item is rejected already.")
            return self._keeper.commit("never suggest" if never else "reject", [_rejected(item, never=never)])

    def reject_all(self, item_ids: Sequence[str], *, user_id: User = None) -> Changed:
        """Say no to all these proposals, as one act. Raises InvalidInput when one is no proposal; then to none."""
        with self.db.transaction():
            found = {item.id: item for item in self.db.items.find(ids=item_ids)}
            items = [found.get(item_id) or self.item(item_id) for item_id in dict.fromkeys(item_ids)]
            refuse_others(items, user_id)
            if any(item.state is not State.PROPOSED for item in items):
                raise InvalidInput("Only proposals can be rejected; some of these are none any more.")
            return self._keeper.commit("reject", [_rejected(item) for item in items])

    def undo_all(self, acts: Sequence[int]) -> Changed | None:
        """Take back all these acts, the last first, or none of them. None when there is nothing to undo."""
        with self.db.transaction():
            undone = [changed for act in sorted(set(acts), reverse=True) if (changed := self.undo(act)) is not None]
        items = {item.id: item for changed in undone for item in changed.items}
        return replace(undone[-1], items=tuple(items.values())) if undone else None

    def never_suggested(self, user_id: str) -> list[Item]:
        """The rejected items of which nothing like them is offered again, newest first."""
        return [item for item in self.items(None, State.REJECTED, user_of(user_id)) if item.data.get(NEVER)]

    def rule_about(self, item: Item) -> str:
        """The sensitive category that "never suggest this" keeps away as a whole; "" when it is about the item's own words."""
        return sensitive(f"{item.quote} {item.text}")

    def suggest_again(self, item_id: str, *, user_id: User = None) -> Changed:
        """Let things like this rejected item be offered again; the item itself stays rejected."""
        with self.db.transaction():
            item = self.item(item_id, user_id=user_id)
            data = {name: value for name, value in item.data.items() if name != NEVER}
            return self._keeper.commit("suggest again", [(item, replace(item, data=data, updated_at=now()))])

    def similar(self, item_id: str, limit: int = 3) -> list[Item]:
        """The active items of the same store that are nearest in meaning, nearest first; not the one it would replace.

        Near means what lets a correction retire an item: see `engine.reconcile`.
        """
        item = self.db.items.get(item_id)
        mine = set(terms(item.text))
        near = self._keeper.indexer.near(item)
        found = [
            (near.get(other.id, 0.0), other)
            for other in self.items(item.store, user_id=item.user_id)
            if other.id not in (item.id, item.replaces)
            and other.session_id == item.session_id
            and near.get(other.id, 0.0) >= (NOMINATED if mine & set(terms(other.text)) else OBVIOUS)
        ]
        return [other for _, other in sorted(found, key=lambda entry: -entry[0])[:limit]]

    def sensitive_matter(self, item: Item) -> str:
        """The sensitive category because of which an item may not be saved unasked, such as "health"; "" without one."""
        return needs_consent(self.db, f"{item.quote} {item.text}")

    @property
    def allowed(self) -> tuple[str, ...]:
        """The sensitive categories that are saved without asking."""
        return tuple(self.db.setting(ALLOWED, []))

    def allow(self, category: str, allowed: bool = True) -> None:
        """Save what touches this sensitive category without asking from now on, or ask again."""
        others = [name for name in self.allowed if name != category]
        self.db.set_setting(ALLOWED, [*others, category] if allowed else others)


def _rejected(item: Item, *, never: bool = False) -> Change:
    data = {**item.data, NEVER: True} if never else item.data
    return item, replace(item, state=State.REJECTED, data=data, updated_at=now())
