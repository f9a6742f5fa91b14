"""Decisions that a later one takes back: "scrap that, we go with X instead", "we changed our mind about Y, it's Z now".

Only words that say so retire a decision, never likeness alone: two decisions about one app may both hold. What is named is
looked for among all decisions; "that" points at one of the same chat. In doubt between two, or far away, nothing is retired.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from engine.item import Item, Turn
from engine.language.text import terms

DECISIONS = "decision_log"
CLEAR = 0.6
"""Least cosine at which a sentence that contrasts ("instead of Y"), or that the head takes for a correction, means a decision
with which it shares no more than the one word, or none of those that say what is over."""
LIKELY = 0.3
"""Least cosine at which "that" means a decision other than the last one of the chat."""
AHEAD = 0.15
"""By how much the cosine of one decision must exceed that of another to be preferred."""
NEAR = 6
"""Turns after which a bare "scrap that" no longer means the last decision: three questions with their answers."""
SHORT = 8
"""Words at most of a sentence before the decision that may say that something is over: "Scrap that. We take the tram." """

_OVER = r"(?:\s+(?:the|my|our|an?|that|this|to))*\s+(?P<over>[^,.;:!?–—]{2,60})"
_AGAINST = re.compile(
    r"(?i)\b(?:chang(?:ed|ing) (?:my|our) minds? (?:about|on)|(?:decided|voted|deciding) (?:against|not to)"
    r"|(?:revers|overturn|revok)\w* (?:the |our |my )?decision(?: (?:to|on|about|for))?|back(?:ed|ing)? out of"
    r"|call(?:ed|ing)? off|cancel\w*|drop(?:ped|ping)?|abandon\w*|scrap(?:ped|ping)?|postpon\w*|no longer"
    rf"|(?:won['’]t|will not|not going to)(?: be)?){_OVER}"
)
_CONTRAST = re.compile(
    rf"(?i)\b(?:instead of|rather than|and not|but not|moved? away from|switch(?:ed|ing)? from){_OVER}"
)
_POINTS = re.compile(
    r"(?i)\b(?:(?:scrap|scratch|strike|forget) (?:that|this|it)\b|on second thoughts?|(?:no|oh|actually),? wait"
    r"|never ?mind(?: that)?|chang(?:ed|ing) (?:my|our) minds?\b(?! (?:about|on))|(?:have|['’]ve) reconsidered)"
)
_WEAKLY = re.compile(r"(?i)\b(?:instead(?! of)|after all)\b")
_PLAIN = frozenset(
    terms(
        "decide decided decision decisions go going went use using choose chose chosen settle settled pick picked take took "
        "taking instead rather now actually reason mind minds change changed scrap keep make made do done want need plan ones"
    )
)


def may_reverse(new: Item, correction: str = "") -> bool:
    """Whether a new item may take a decision back at all: another decision, or sentences of its message that say so outright."""
    return new.store == DECISIONS or bool(_AGAINST.search(f"{new.quote} {correction}"))


def reversed_by(
    new: Item, decisions: Sequence[Item], similar: Mapping[str, float], turns: Sequence[Turn], *, correction: str
) -> tuple[Item, ...]:
    """The decision that a new item takes back, if one: at most one.

    decisions: active ones of the same owner. similar: cosine to each, by id. turns: those of the new item's chat, in order.
    correction: the sentences of its message that correct something; "" when none does.
    """
    earlier = [old for old in decisions if old.source.turn_id != new.source.turn_id or not new.source.turn_id]
    said = new.quote or new.text
    found = _named(_over(_AGAINST, f"{said} {correction}"), earlier, new, similar, clearly=False)
    if found is None and new.store == DECISIONS:
        found = _named(_over(_CONTRAST, said), earlier, new, similar, clearly=True)
        found = found or _pointed_at(f"{_before(turns, new)} {said}", new, earlier, similar, turns)
        found = found or (_alike(new, earlier, similar) if correction else None)
    return () if found is None else (found,)


def _over(words: re.Pattern[str], said: str) -> set[str]:
    return {term for found in words.finditer(said) for term in terms(found["over"])} - _PLAIN


def _named(
    over: set[str], earlier: Sequence[Item], new: Item, similar: Mapping[str, float], *, clearly: bool
) -> Item | None:
    """The decision that holds what is said to be over; clearly: and shares something else with the sentence, or is near."""
    fitting = [
        old
        for old in earlier
        if over & _terms(old) and (not clearly or _shared(new, old) - over or similar.get(old.id, 0.0) >= CLEAR)
    ]
    return _one(fitting, {old.id: len(over & _terms(old)) + similar.get(old.id, 0.0) for old in fitting}, new)


def _pointed_at(
    said: str, new: Item, earlier: Sequence[Item], similar: Mapping[str, float], turns: Sequence[Turn]
) -> Item | None:
    """The decision of this chat that "scrap that" means: of the same matter, or else the last one, when it was just taken."""
    here = [old for old in earlier if old.source.chat_id == new.source.chat_id]
    if not here or not (_POINTS.search(said) or _WEAKLY.search(said)):
        return None
    scores = {old.id: similar.get(old.id, 0.0) for old in here}
    sharing = [old for old in here if _shared(new, old)]
    if sharing:
        return _one(sharing, {old.id: len(_shared(new, old)) + scores[old.id] for old in sharing}, new)
    last, best = max(here, key=_made), max(here, key=lambda old: scores[old.id])
    if scores[best.id] >= LIKELY and (best is last or scores[best.id] >= scores[last.id] + AHEAD):
        return best
    return last if _POINTS.search(said) and _just_taken(last, new, turns) else None


def _alike(new: Item, earlier: Sequence[Item], similar: Mapping[str, float]) -> Item | None:
    """What a correction without such words means: near in meaning, and two words of substance in common."""
    near = [old for old in earlier if similar.get(old.id, 0.0) >= CLEAR and len(_shared(new, old)) >= 2]
    return _one(near, {old.id: similar[old.id] for old in near}, new)


def _one(fitting: Sequence[Item], scores: Mapping[str, float], new: Item) -> Item | None:
    """The best by score; between two that are as good the last of this chat, or none."""
    if not fitting:
        return None
    best = max(scores[old.id] for old in fitting)
    close = [old for old in fitting if scores[old.id] > best - AHEAD]
    if len(close) == 1:
        return close[0]
    here = [old for old in close if new.source.chat_id and old.source.chat_id == new.source.chat_id]
    return max(here, key=_made) if here else None


def _terms(item: Item) -> set[str]:
    return set(terms(f"{item.text} {item.quote}"))


def _shared(new: Item, old: Item) -> set[str]:
    return (_terms(new) & _terms(old)) - _PLAIN


def _made(item: Item) -> str:
    return item.created_at.isoformat() if item.created_at else ""


def _just_taken(old: Item, new: Item, turns: Sequence[Turn]) -> bool:
    places = {turn.id: turn.position for turn in turns}
    here, there = places.get(new.source.turn_id), places.get(old.source.turn_id)
    return here is not None and there is not None and 0 < here - there <= NEAR


def _before(turns: Sequence[Turn], new: Item) -> str:
    """The short sentence before the quote in its message; "" when there is none."""
    message = next((turn.text for turn in turns if turn.id == new.source.turn_id), "")
    ahead = message[: max(message.find(new.quote), 0)].strip()
    last = re.split(r"(?<=[.!?])\s+|\n", ahead)[-1]
    return last if len(last.split()) <= SHORT else ""
