"""Step one of learning: decide, sentence by sentence and without the model, what is worth learning and where it belongs.

Measured with a 1.5B model: asked to list what is worth remembering it returns nothing (recall .15); with the empty list
forbidden, on exchanges that hold something, precision .82 and recall .69. So the decision is a trained head's (5 ms), the
model only words it (engine/wording.py). A chosen sentence is its own evidence: its quote is exact by construction.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from engine.head import Head, Verdict
from engine.language.dates import annotate
from engine.language.segments import Segment, off_record, secrets, segment
from engine.language.text import words
from engine.stores import Chosen, Store
from models.protocols import Embedder

LEAST = {"said": 0.45, "question": 0.7, "request": 0.7}
"""Least probability that a sentence is worth learning, by its kind; quoted, pasted, fictional, hypothetical text and code
never are. On unseen themes .4 gives precision .84 and recall .95, .5 .87 and .91; below CERTAIN it is only proposed."""
MOST = 6
"""Sentences a message that are learned at most: at 40 tokens each a call stays under ten seconds on two cores."""
LONGEST = 40
"""Words of an item at most; longer sentences are cut at a clause."""

_REMEMBER = re.compile(
    r"(?i)^(?:(?:and|also|oh|ok|so|hey|please|pls|btw|by the way)[,: ]+)*(?:please |pls |can you |could you )?"
    r"(?:remember(?: this| that)?|note(?: this| that)?|make a note(?: that)?|keep in mind(?: that)?"
    r"|don'?t forget(?: that)?)\b[:, ]*(?:that )?"
)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is learned from: the user's message, the reply, and the reply before it. `said_at` is the user's wall clock."""

    user_id: str
    session_id: str
    turn_id: str
    answer_id: str
    ref: str
    user: str
    assistant: str
    before: str
    said_at: datetime


def decide(exchange: Exchange, head: Head, embedder: Embedder, stores: Mapping[str, Store]) -> list[Chosen]:
    """The sentences worth learning, each for one store; none for trivial, fictional, quoted or pasted text."""
    if off_record(exchange.user):
        return []
    pieces = [piece for piece in segment(exchange.user) if piece.kind in LEAST and not secrets(piece.text)]
    if not pieces:
        return []
    verdicts = head.judge([piece.text for piece in pieces], exchange.user, exchange.before, embedder)
    found = [
        chosen
        for piece, verdict in zip(pieces, verdicts, strict=True)
        for chosen in _choose(piece, verdict, stores, exchange.said_at)
    ]
    joined = _joined(found, exchange.user, stores)
    return sorted(joined, key=lambda c: -c.confidence)[:MOST] if len(joined) > MOST else joined


def _joined(found: Sequence[Chosen], message: str, stores: Mapping[str, Store]) -> list[Chosen]:
    """Neighbouring sentences of a store that joins become one: what was decided, and why, is one item."""
    joined: list[Chosen] = []
    for chosen in found:
        last = next((c for c in reversed(joined) if c.store == chosen.store), None)
        whole = _span(message, last.quote, chosen.quote) if last and stores[chosen.store].joins else ""
        if last is None or not whole or len(whole.split()) > LONGEST:
            joined.append(chosen)
            continue
        joined[joined.index(last)] = replace(
            last,
            text=f"{last.text} {chosen.text}",
            quote=whole,
            confidence=max(last.confidence, chosen.confidence),
            correction=last.correction or chosen.correction,
            explicit=last.explicit or chosen.explicit,
        )
    return joined


def _span(message: str, first: str, second: str) -> str:
    """The message from the beginning of one quote to the end of the next, when nothing else stands between them."""
    start = message.find(first)
    end = message.find(second, start + len(first))
    between = message[start + len(first) : end] if 0 <= start < end else "-"
    return "" if between.strip() else message[start : end + len(second)]


def _choose(piece: Segment, verdict: Verdict, stores: Mapping[str, Store], said_at: datetime) -> list[Chosen]:
    """The sentence for its likeliest store, or nothing. An explicit "remember ..." is carried out; it is not judged again."""
    asked = _REMEMBER.match(piece.text)
    told = piece.text[asked.end() :].strip() if asked else ""
    explicit = len(words(told)) >= 2 and not told.endswith("?")
    likely = {name: max(verdict.letters.get(s.letter, 0.0), s.claims(piece.text)) for name, s in stores.items()}
    worth = max(1 - verdict.letters["N"], *likely.values()) if likely else 0.0
    if not likely or (worth < LEAST[piece.kind] and not explicit):
        return []
    text = annotate(told if explicit else piece.text, said_at)
    chosen = Chosen(
        store=max(likely, key=lambda name: likely[name]),
        text=text,
        quote=piece.text,
        said_at=said_at,
        confidence=1.0 if explicit else round(worth, 3),
        correction=verdict.correction >= 0.5,
        explicit=explicit,
    )
    return [chosen]
