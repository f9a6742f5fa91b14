"""Sentences that only end something: "forget about the Lisbon trip, it's off", "you don't have to answer in French any more".

They say nothing that is worth keeping by itself: what they end is retired, and no "not X" is put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.item import Item
from engine.language.text import terms

MOST = 3
"""Items that one sentence ends at most."""
NEAR = 0.4
"""Least cosine of an item that holds all the words of what is said to be over."""
NAMED = 0.2
"""The same, when the sentence says that it is about what the user said."""
WISHES = ("user_memory", "learned_knowledge")
"""Where standing wishes are."""
PLANS = (*WISHES, "decision_log", "entity_memory", "session_context")
ANY = (*PLANS, "user_profile")

_LEAD = r"(?i)^\W*(?:(?:ok|okay|oh|so|and|but|well|actually|please|right|hey|also|now)\b[, ]*)*"
_OFF = (
    r"(?:it|that|they|this)(?:['’]?(?:s|re)| is| are| was| were| has been)? (?:all |now |been )*"
    r"(?:off|cancel\w*|called off|over|dead|history|(?:no longer|not) (?:on|happening|going ahead|needed|relevant)"
    r"|(?:is|are)n['’]t happening|fell through)"
)
_FORGET = re.compile(
    rf"{_LEAD}(?:you can )?forget (?:about )?(?:(?:the|my|our|that|this) )*(?P<over>.+?)\s*[,;:–—-]+\s*"
    rf"(?:because |since |as )?{_OFF}(?: now| any ?more)?\W*$"
)
_UNSAID = re.compile(
    rf"{_LEAD}(?:can you |could you |you can )?(?:forget|ignore|disregard|scratch|delete|strike|erase) "
    r"(?:what|everything|all|anything)(?: that)? (?:i|we)(?:['’]ve| have| had)? (?:ever |just )?(?:said|wrote|written|told you"
    r"|typed|mentioned)(?: earlier| before| just now)? (?:about|of|on) (?:(?:the|my|our|that|this) )*(?P<over>[^,;:.!?–—]+?)\W*"
    r"(?:[,;:–—].*)?$"
)
_WISH = re.compile(
    rf"{_LEAD}(?:you (?:don['’]t|do not|no longer) (?:have|need) to|you needn['’]t|no need to|(?:you can )?stop)\s+"
    r"(?P<over>.+?)(?: any ?(?:more|longer)| now)?\W*$"
)
_NO_LONGER = re.compile(r"(?i)(?:\bno longer|(?:\bnot|n['’]t)\b.{1,60}\bany ?(?:more|longer))\b")


@dataclass(frozen=True, slots=True)
class Ending:
    """A sentence that ends what holds all of `terms`, in one of `stores`. bare: it is worth nothing even if it ends nothing.
    near: the least cosine."""

    terms: frozenset[str]
    stores: tuple[str, ...]
    bare: bool
    near: float


def ending(sentence: str) -> Ending | None:
    """What a sentence ends, when that is all it says."""
    for words, stores, bare, near in (
        (_FORGET, PLANS, True, NEAR),
        (_UNSAID, ANY, True, NAMED),
        (_WISH, WISHES, False, NEAR),
    ):
        found = words.search(sentence)
        over = frozenset(terms(found["over"])) if found else frozenset()
        if over:
            return Ending(over, stores, bare, near)
    return None


def ends_a_field(sentence: str) -> bool:
    """Whether a sentence says of something only that it is no longer so: no value for a field of the profile."""
    return bool(_NO_LONGER.search(sentence))


def ended_by(one: Ending, items: Sequence[Item], similar: Mapping[str, float], session_id: str) -> list[Item]:
    """The items that it ends, the nearest first; slots of a conversation only in their own."""
    fitting = [
        item
        for item in items
        if item.store in one.stores
        and (item.store != "session_context" or item.session_id == session_id)
        and item.kind != "entity"
        and one.terms <= set(terms(f"{item.subject} {item.text} {item.quote}"))
        and similar.get(item.id, 0.0) >= one.near
    ]
    return sorted(fitting, key=lambda item: -similar[item.id])[:MOST]
