"""Weighing: what a new item means beside all that stands now: read from the database, judged by `engine.reconcile`.

The rules are pure and live in reconcile.py, reversal.py and entities/attach.py; here is what they are given to look at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from engine.clock import now
from engine.database import Database
from engine.database.items import Change
from engine.entities.attach import Place, among, settled
from engine.entities.graph import together
from engine.errors import InvalidInput
from engine.halves import other_half
from engine.indexing import Indexer
from engine.item import Item, State
from engine.language.text import normalise
from engine.reconcile import (
    ENTITIES,
    Judge,
    Outcome,
    fills_slot,
    in_slot,
    judged,
    outdated,
    reconcile,
    supersede,
    takes_place,
    was_rejected,
)
from engine.redating import redated
from engine.reversal import DECISIONS, may_reverse, reversed_by
from engine.scene import Scene
from engine.stores import Draft, Store


class Weighing:
    """Weighs new items of one database. Call within the transaction that writes what comes of it."""

    def __init__(
        self, database: Database, stores: Mapping[str, Store], indexer: Indexer, judge: Judge | None = None
    ) -> None:
        self._database = database
        self._stores = stores
        self._judge = judge
        self.indexer = indexer

    def reconciled(self, item: Item, changes: Sequence[Change], correction: str) -> Outcome | None:
        """None when the user said no to this before."""
        current = self.now_beside(item, changes)
        rejected = self._database.items.find(state=State.REJECTED, user_id=item.user_id)
        alike = correction or may_reverse(item, correction) or any(old.store == item.store for old in rejected)
        similar = self.indexer.near(item) if alike else {}
        if item.confidence < 1.0 and was_rejected(item, rejected, lambda old: similar.get(old.id, 0.0)):
            return None
        waiting = [i for i in current if i.state is State.PROPOSED and self._says_same(i, item)]
        if waiting and item.state is State.PROPOSED:
            return Outcome(None, same=waiting[0])
        if item.replaces:
            named = [i for i in current if i.id == item.replaces and i.state is State.ACTIVE]
            return Outcome(replace(item, replaces=""), (*named, *waiting))
        active = [i for i in current if i.state is State.ACTIVE]
        outcome = self._decided(item, active, similar, correction)
        if outcome.new is None:
            return outcome
        if correction and item.state is State.ACTIVE:
            over = outdated(item, current, similar, correction)
            waiting += [old for old in over if old.state is State.PROPOSED and old not in waiting]
        replaced = (*outcome.replaced, *waiting)
        return replace(outcome, new=redated(outcome.new, replaced), replaced=replaced)

    def _decided(self, item: Item, active: Sequence[Item], similar: Mapping[str, float], correction: str) -> Outcome:
        """The rule of `reconcile`; of facts about entities the judge, when there is one."""
        judge = self._judge if item.store == ENTITIES else None
        rule = correction if judge is None else ""
        outcome = reconcile(item, self._stores[item.store], active, similar, correction=rule)
        if outcome.new is not None and may_reverse(item, correction):
            back = self._taken_back(item, active, similar, correction)
            outcome = replace(outcome, replaced=(*outcome.replaced, *back))
        if judge is None or outcome.new is None or outcome.replaced:
            return outcome
        return replace(outcome, replaced=judged(outcome.new, active, judge))

    def _taken_back(
        self, item: Item, active: Sequence[Item], similar: Mapping[str, float], correction: str
    ) -> tuple[Item, ...]:
        decisions = [old for old in active if old.store == DECISIONS]
        turns = self._database.turns(item.source.chat_id) if decisions and item.source.chat_id else []
        back = reversed_by(item, decisions, similar, turns, correction=correction)
        told = [i for i in active for one in back if i is not one and _told_with(i, one)]
        return (*back, *told)

    def placed(self, item: Item, changes: Sequence[Change]) -> tuple[Item, tuple[Place, ...]]:
        """An item of an entity under the entity's own name, and the entities it touches; any other item as it is."""
        return among(item, self.now_beside(item, changes)) if item.store == ENTITIES else (item, ())

    def now_beside(self, item: Item, changes: Sequence[Change]) -> list[Item]:
        """What its owner has at this point of the act: active items and waiting proposals."""
        found = {i.id: i for i in self._current(item)}
        for before, after in changes:
            if before is not None:
                found.pop(before.id, None)
            if after is not None and after.state in (State.ACTIVE, State.PROPOSED) and together(after, item):
                found[after.id] = after
        return list(found.values())

    def _current(self, item: Item) -> list[Item]:
        """What is seen by those who see the item: active items and waiting proposals."""
        owner = item.user_id if item.namespace == "user" else None
        found = [self._database.items.find(state=state, user_id=owner) for state in (State.ACTIVE, State.PROPOSED)]
        return [i for group in found for i in group if i.store in self._stores and together(i, item)]

    def in_its_place(self, item: Item) -> list[Item]:
        """The active items that hold the slot of an item which is to be in force."""
        return [other for other in self._current(item) if self.gives_way(other, item)]

    def gives_way(self, old: Item, new: Item) -> bool:
        """Whether an item in force ends when another comes into force: it holds its slot, or is named by it."""
        slot = takes_place(new, old, self._stores[new.store])
        return old.state is State.ACTIVE and old.id != new.id and (slot or old.id == new.replaces)

    def accepted(self, offer: Item, wanted: Item, scene: Scene, *, beside: bool) -> list[Change]:
        """What makes a proposal active, in the words that are `wanted`. Raises InvalidInput when there is no room `beside`
        the old value."""
        around = self._rivals(wanted, scene)
        item, places = among(wanted, around)
        moment = now()
        prepared, notices = settled(places, moment)
        scene.notices += notices
        known = {i.id: i for i in around} | {after.id: after for _, after in prepared if after is not None}
        held = [old for old in known.values() if self._one_of_two(item) and self.gives_way(old, item)]
        if beside and any(takes_place(item, old, self._stores[item.store]) for old in held):
            raise InvalidInput("There is room for one value only. Replace the old one, or reject the new one.")
        held = [] if beside else held
        active = replace(self.grown(item, held), state=State.ACTIVE, updated_at=moment, replaces="")
        halves = [half for old in held if (half := other_half(old, f"{item.quote} {item.text}", moment)) is not None]
        ended = [(old, supersede(old, active, moment)) for old in held]
        return [(offer, active), *prepared, *ended, *((None, half) for half in halves)]

    def _rivals(self, item: Item, scene: Scene) -> list[Item]:
        """What an accepted proposal can change: nothing, where any number of such items can stand side by side. So 500 of
        them are not each compared with thousands."""
        if item.store != ENTITIES and not self._one_of_two(item):
            return []
        return [other for other in scene.around(item) if other.store in self._stores]

    def _one_of_two(self, item: Item) -> bool:
        """Whether an item in force can make another one end."""
        return bool(item.replaces) or fills_slot(item, self._stores[item.store])

    def grown(self, item: Item, held: Sequence[Item]) -> Item:
        """A proposal of a slot as it is now that others were accepted since it was made: nothing that was added is lost."""
        old = next((i for i in held if i.store == item.store and in_slot(i, item)), None)
        if old is None or not self._stores[item.store].slots:
            return item
        merged = self._stores[item.store].merge(old, Draft(item.kind, item.text, item.subject, item.key, item.data))
        return replace(item, text=merged.text, data=dict(merged.data))

    def _says_same(self, waiting: Item, item: Item) -> bool:
        """Whether a proposal says the same: a second one is not made, and what is saved outright settles it."""
        return (
            waiting.store == item.store and in_slot(waiting, item) and normalise(waiting.text) == normalise(item.text)
        )

    def near(self, text: str, user_id: str) -> tuple[list[Item], Mapping[str, float]]:
        """The user's active items near a text, and their cosines by id."""
        cosines = self.indexer.similar(text, [user_id])
        return self._database.items.find(ids=list(cosines), state=State.ACTIVE, user_id=user_id), cosines


def _told_with(item: Item, decision: Item) -> bool:
    """Whether an item rests on the very words in which a decision was told: "both twins start there in September"."""
    same = bool(item.source.turn_id) and item.source.turn_id == decision.source.turn_id
    return same and bool(item.quote) and (item.quote in decision.quote or decision.quote in item.quote)
