"""Reconciling: what a new item means for what is already known: new, the same again, or a new value of an old one.

By slot and subject, not by cosine: at .88 a cosine threshold dropped 334 of 3,000 writes, of which 2 were repeats.
Similarity only nominates; a correction cue in the user's own sentence is what retires an old item of a set.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from engine.item import Item, State
from engine.language.alike import differ
from engine.language.names import fold, mentions
from engine.language.segments import sensitive
from engine.language.text import normalise, stem, terms, words
from engine.language.wishes import about
from engine.stores import Draft, Store

ENTITIES = "entity_memory"
ENDABLE = ("user_memory", ENTITIES, "user_profile", "learned_knowledge")
"""Stores whose items a message may end by what it says; decisions give way by reversal.py, slots of a chat by a next value."""

Similar = Mapping[str, float]
"""Cosine to each current item, by id."""

Judge = Callable[[Item, Sequence[Item]], Sequence[str]]
"""Given a new item about an entity and the live facts about it: the ids of those that the new one makes outdated. It is
called within the transaction of the write, so it must be quick; when it fails, nothing is retired."""

NOMINATED = 0.45
"""Least cosine at which a correction may retire an item that shares a word with it."""
NAMED = 0.2
"""Least cosine at which it may when the sentence says by name that it is over: "no longer at the mill", "not by bus"."""
_ENDING = re.compile(
    r"(?i)\b(?:not|no longer|forget|dropp?(?:ed|ing)?|scrap(?:ped)?|gave up|given up|stopp(?:ed|ing)|quit|left|instead of|"
    r"rather than|bin|ditch(?:ed)?|cancel(?:l?ed)?|out of|away from|enough (?:with|of)|no more|done with|sold"
    r"|got rid of|gave away|"
    r"(?:split|broke) up with|back (?:about|on)|dejado|ya no|nicht mehr|arrêté|smesso|parado|gestopt met)\s+"
    r"(?:being |the |my |our |an? |any |el |la |les? |de |das |die |den |o |il )*(?P<over>[\w:'’-]+(?:\s+[\w:'’-]+){0,2})"
)
ADDS = re.compile(r"(?i)\b(?:also|still|too|as well|another|besides|on top of)\b")
"""Words of what is added to something that goes on: "I've also started at a nursery, still on the trams"."""
_LIGHT = frozenset(
    terms("go goes going do doing have having get getting take taking make making use using want need like")
)
"""Words that name nothing: "no longer go swimming" ends no yoga that one goes to."""
OBVIOUS = 0.68
"""Least cosine at which it may without sharing one."""
JUST_TOLD = 0.3
"""Least cosine at which it may when the item was told in the message before, and nothing else is nearer."""
REPEATED = 0.86
"""Least cosine to a rejected item at which a new one counts as the same offer again."""

NEVER = "never"
"""Mark in the data of a rejected item: nothing like it is offered again, unless the user asks for it to be remembered."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to write: the new item (None when it is known already) and the items that it replaces or that it repeats."""

    new: Item | None
    replaced: tuple[Item, ...] = ()
    same: Item | None = None


def reconcile(new: Item, store: Store, current: Sequence[Item], similar: Similar, *, correction: str) -> Outcome:
    """Compare `new` with the current items of the same owner (active, of every store).

    correction: the sentences of its message that correct or end something; "" when none does.
    """
    mine = [item for item in current if item.store == new.store]
    over = tuple(outdated(new, current, similar, correction)) if correction else ()
    over += tuple(item for item in _wished_otherwise(new, mine) if item not in over)
    if store.slots:
        outcome = _slot(new, store, [item for item in mine if in_slot(item, new)])
        return replace(outcome, replaced=(*outcome.replaced, *over)) if outcome.new else outcome
    for item in mine:
        if _same(item, new):
            return Outcome(None, same=item)
    if fills_slot(new, store):
        return Outcome(new, tuple(item for item in mine if in_slot(item, new)))
    return Outcome(new, over)


def _slot(new: Item, store: Store, held: Sequence[Item]) -> Outcome:
    if not held:
        return Outcome(new)
    old = held[0]
    merged = store.merge(old, Draft(new.kind, new.text, new.subject, new.key, new.data, new.valid_from))
    if normalise(merged.text) == normalise(old.text):
        return Outcome(None, same=old)
    return Outcome(replace(new, text=merged.text, data=dict(merged.data)), tuple(held))


def fills_slot(item: Item, store: Store) -> bool:
    """Whether there is one current value of what the item says: in a store of slots, and in any store when it has a key."""
    return store.slots or bool(item.key)


def in_slot(one: Item, other: Item) -> bool:
    """Whether two items fill the same slot."""
    return one.key == other.key and same_subject(one, other) and one.session_id == other.session_id


def takes_place(new: Item, old: Item, store: Store) -> bool:
    """Whether there is room for one of them only: both fill one slot of the new one's store."""
    return fills_slot(new, store) and old.store == new.store and in_slot(old, new)


def same_subject(one: Item, other: Item) -> bool:
    """Whether two items are about the same: the same name and, of entities, the same type."""
    kinds = [item.data.get("type") or "" for item in (one, other) if item.store == ENTITIES]
    return fold(one.subject) == fold(other.subject) and len(set(kinds)) < 2


def judged(new: Item, current: Sequence[Item], judge: Judge) -> tuple[Item, ...]:
    """What a judge retires of the facts about the same entity; nothing when it fails or names what does not exist."""
    live = {i.id: i for i in current if i.store == new.store and i.kind == "fact" and same_subject(i, new)}
    if not live:
        return ()
    try:
        named = dict.fromkeys(judge(new, list(live.values())))
    except Exception:  # noqa: BLE001 - a judge is foreign code; what it cannot judge stays as it is
        return ()
    return tuple(live[key] for key in named) if all(key in live for key in named) else ()


def _same(one: Item, other: Item) -> bool:
    """Whether they say the same of the same thing, in the same words; a negation, a number or a name makes a difference."""
    if one.kind == "entity" or one.key != other.key or not same_subject(one, other) or _edge(one) != _edge(other):
        return False
    if _edge(one):
        return True
    mine, theirs = _bare(one), _bare(other)
    if one.key:  # "on" and "off" carry no meaning for search, and all of it as a value
        return [stem(word) for word in words(mine)] == [stem(word) for word in words(theirs)]
    dates = {item.data.get("date") for item in (one, other)} - {None}
    return len(dates) < 2 and normalise(mine) == normalise(theirs) and not differ(mine, theirs)


def _edge(item: Item) -> tuple[str, str, str] | None:
    """Relation and target of a relationship that names both."""
    if item.kind != "relationship" or not item.data.get("relation"):
        return None
    relation, other, kind = (str(item.data.get(name) or "") for name in ("relation", "other", "other_type"))
    return fold(relation), fold(other), kind


def _bare(item: Item) -> str:
    """What is said, without the name it is said of: "Ana likes tea" says of Ana that she likes tea."""
    if item.store != ENTITIES:
        return item.text
    own = set(fold(item.subject).split())
    return " ".join(word for word in item.text.split() if fold(word.removesuffix("'s").strip(".,")) not in own)


def outdated(new: Item, current: Sequence[Item], similar: Similar, correction: str) -> list[Item]:
    """The items that a correction retires: near in meaning and about the same subject. Decisions are never retired.

    What was learned from the user's message before may be less near, one item of it: what one corrects is mostly what one
    has just said, and then one does not name it again ("its friday now").
    """
    mine, over = set(terms(new.text)) | set(terms(new.quote)), ended_terms(f"{new.quote} {correction}")
    able = [item for item in current if _may_end(new, item, correction)]
    found = [
        item
        for item in able
        if similar.get(item.id, 0.0) >= OBVIOUS
        or (similar.get(item.id, 0.0) >= NOMINATED and mine & set(terms(item.text)))
        or (similar.get(item.id, 0.0) >= NAMED and over & set(terms(item.text)))
    ]
    if not found and not ADDS.search(f"{new.quote} {correction}"):
        last = last_told(new.source.chat_id, new.source.turn_id, current)
        told = [item for item in able if item.source.turn_id == last and not item.key]
        found = [item for item in told if similar.get(item.id, 0.0) >= JUST_TOLD]
        return sorted(found, key=lambda item: -similar.get(item.id, 0.0))[:1]
    return sorted(found, key=lambda item: -similar.get(item.id, 0.0))[:2]


def _may_end(new: Item, item: Item, correction: str) -> bool:
    return (
        item.store in ENDABLE
        and item.kind != "entity"
        and (item.store != new.store or not new.key)
        and (not item.key or new.store != ENTITIES or _named_over(item, f"{new.quote} {correction}"))
        and (item.store != new.store or item.store != ENTITIES or _concerns(new, item, correction))
        and item.source.turn_id != new.source.turn_id
    )


def _named_over(item: Item, said: str) -> bool:
    """Whether the sentences say of the very value of a field that it is over: a fact about others ends none otherwise."""
    return bool(ended_terms(said) & set(terms(str(item.data.get("value") or item.text))))


def last_told(chat_id: str, turn_id: str, current: Sequence[Item]) -> str:
    """The turn of a chat from which something was learned last before `turn_id`; "" without."""
    here = [item for item in current if item.source.chat_id == chat_id and item.source.turn_id != turn_id]
    last = max(here, key=lambda item: str(item.created_at), default=None)
    return last.source.turn_id if last is not None and chat_id else ""


def ended_terms(said: str) -> set[str]:
    """Terms that the sentences say are over: what follows "no longer", "not", "gave up", "instead of"."""
    return {term for found in _ENDING.finditer(said) for term in terms(found["over"])} - _LIGHT


def _wished_otherwise(new: Item, mine: Sequence[Item]) -> list[Item]:
    """The standing wishes about the same side of the answers as this one: the later one holds."""
    wish = about(new.quote or new.text) if new.store == "user_memory" and not new.key else frozenset()
    return [
        item
        for item in (mine if wish else ())
        if item.source.turn_id != new.source.turn_id and wish & about(item.quote or item.text)
    ]


def _concerns(new: Item, old: Item, correction: str) -> bool:
    """Whether a statement about one entity may outdate one about another: only when either of them names the other, or the
    sentences that correct do ("scrap the Camino, we're cycling in Wales instead")."""
    return (
        same_subject(new, old)
        or mentions(f"{new.quote} {new.text} {correction}", old.subject)
        or mentions(f"{old.quote} {old.text}", new.subject)
    )


def supersede(old: Item, by: Item, at: datetime) -> Item:
    """The old item, ended by the new one at `at` and pointing at it."""
    return replace(old, state=State.SUPERSEDED, valid_to=at, superseded_by=by.id, updated_at=at)


def was_rejected(new: Item, rejected: Sequence[Item], cosine: Callable[[Item], float]) -> bool:
    """Whether the user already said no to this, in these or other words, or never wants to be offered anything like it."""
    return any(never_offered(new, item) or _offered_again(new, item, cosine) for item in rejected)


def never_offered(new: Item, never: Item) -> bool:
    """Whether "never suggest this" about one item keeps another away: all of its sensitive category, any value of its slot,
    else what says at least the same."""
    if not never.data.get(NEVER):
        return False
    category = sensitive(f"{never.quote} {never.text}")
    if category or never.store != new.store:
        return bool(category) and sensitive(f"{new.quote} {new.text}") == category
    if never.key:
        return in_slot(new, never)
    return set(terms(never.text)) <= set(terms(new.text)) and not differ(never.text, new.text, adding=True)


def _offered_again(new: Item, old: Item, cosine: Callable[[Item], float]) -> bool:
    if new.store != old.store or new.key != old.key:
        return False
    return normalise(old.text) == normalise(new.text) or (_reworded(new, old) and cosine(old) >= REPEATED)


def _reworded(new: Item, old: Item) -> bool:
    """Whether other words may say the same: "Age: 34" and "Age: 35" are near, and two answers."""
    return not new.key and not differ(old.text, new.text)
