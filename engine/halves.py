"""Notes that say two things: when one of them is over, the other is kept, in the words in which it was said. Pure.

"I drink tea in the morning and coffee in the evening" and then "no coffee any more": without this the tea would go too.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from engine.item import Item, State
from engine.language.names import fold
from engine.language.text import terms

STORES = ("user_memory", "entity_memory")
SPOKEN_OF, UNTOUCHED = 0.5, 0.34
"""Share of a half's terms in the sentence that ends something: from the first on it is that half, up to the second it is not.
Both halves may share their verb with it, one term in three; two sentences have one each, and then nothing may be shared."""
_JOINT = re.compile(r",?\s+(?:and|but|while|und|aber|et|mais|y|pero|e)\s+")
_APART = re.compile(r";\s+")
_SELF = re.compile(r"(?i)^(?:i|we|he|she|they|ich|wir|je|nous|yo|eu|io)\b(?:['’]\w+)?")


def other_half(old: Item, over: str, at: datetime) -> Item | None:
    """What is left of an item in force when the sentence `over` ends one of the two things that it says; None for nothing."""
    if old.store not in STORES or old.key or old.kind not in ("memory", "fact") or old.state is not State.ACTIVE:
        return None
    text = _left(old.text, old.subject, set(terms(over)))
    if not text:
        return None
    return replace(old, id=uuid4().hex[:12], text=text, created_at=at, updated_at=at, superseded_by="", replaces="")


def _left(text: str, subject: str, over: set[str]) -> str:
    apart = _APART.search(text) is not None
    halves = [half.strip() for half in (_APART if apart else _JOINT).split(text.strip().rstrip("."))]
    if len(halves) != 2:
        return ""
    shares = [_share(half, subject, over) for half in halves]
    untouched = 0.0 if apart else UNTOUCHED
    if shares[0] <= untouched and shares[1] >= SPOKEN_OF:
        return f"{halves[0]}."
    if shares[1] <= untouched and shares[0] >= SPOKEN_OF:
        return f"{halves[1][0].upper()}{halves[1][1:]}." if apart else f"{_who(halves[0], subject)} … {halves[1]}."
    return ""


def _share(half: str, subject: str, over: set[str]) -> float:
    """Share of what a half says, but for the name it is said of, that is spoken of. One that says too little shares half."""
    own = set(terms(half)) - set(terms(subject))
    return len(own & over) / len(own) if len(own) > 1 else 0.4


def _who(half: str, subject: str) -> str:
    """The words of whom the first half speaks, for the second lacks them: "I", "My sister Ana"."""
    me = _SELF.match(half)
    if me is not None:
        return me[0]
    words, name = half.split(), fold(subject).split()
    last = max(
        (place for place, word in enumerate(words[:5]) if name and fold(word.strip(",'’s")) == name[-1]), default=-1
    )
    return " ".join(words[: last + 1]) or words[0]
