"""A user's message in the pieces that learning judges, each marked with what it is.

Only what is "said" can be learned from. Everything else in a message is a question, work to be done now, or not the
user's own word: quoted, pasted, code, fiction, supposition. What holds for a piece is decided over the whole message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.language.fiction import fictional
from engine.language.kinds import (
    Kind,
    denies,
    disclaims,
    is_hypothetical,
    is_question,
    is_request,
    returns_to_life,
    supposes,
)
from engine.language.private import kept_out, off_record, secrets, sensitive
from engine.language.sentences import Span, clauses, sentences, stands_alone
from engine.language.zones import zones

__all__ = ["Kind", "Segment", "kept_out", "off_record", "secrets", "segment", "sensitive"]

_IF = re.compile(r"(?i)\W*(?:and |but |so )?(?:if|what if|would|say)\b")
_REACH = (
    300  # characters of the sentence around a clause that are read: a text without full stops must not cost its square
)


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of a message: message[start:end] == text, without blanks at its edges."""

    text: str
    start: int
    end: int
    kind: Kind


def segment(message: str, *, acting: bool = False) -> list[Segment]:
    """The pieces of a message in order; none overlaps, together they hold every character but blanks. Never raises.

    acting: the user plays a role when it begins (`still_acting`).
    """
    foreign: list[tuple[Span, Kind]] = []
    own: list[tuple[Span, Span]] = []  # each clause with its sentence
    position = 0
    for start, end, kind in zones(message):
        own += _pieces(message, position, start)
        foreign += [(span, kind) for span in _stripped(message, start, end)]
        position = end
    own += _pieces(message, position, len(message))
    marked = [*foreign, *zip([clause for clause, _ in own], _kinds(message, own, acting=acting), strict=True)]
    return [Segment(message[low:high], low, high, kind) for (low, high), kind in sorted(marked)]


def _pieces(message: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    for low, high in sentences(message, start, end):
        yield from ((clause, (low, high)) for clause in clauses(message, low, high))


def _kinds(message: str, own: Sequence[tuple[Span, Span]], *, acting: bool) -> list[Kind]:
    """Fiction before supposition before question before request; a supposition holds until its paragraph ends."""
    spans = [clause for clause, _ in own]
    texts = [message[low:high] for low, high in spans]
    wholes = [message[max(low, a - _REACH) : min(high, b + _REACH)] for (a, b), (low, high) in own]
    invented = fictional(texts, wholes, acting=acting)
    kinds: list[Kind] = []
    supposing = False
    for n, text in enumerate(texts):
        new_paragraph = n > 0 and "\n" in message[spans[n - 1][1] : spans[n][0]].replace("\n", "", 1)
        supposing = supposing and not new_paragraph and not returns_to_life(text)
        kind = _kind(text, invented=invented[n], supposing=supposing)
        supposing = (supposing or supposes(text)) and kind != "fiction"
        if kind == "said" and n and _goes_on(message, spans[n - 1], spans[n]):
            kind = kinds[-1]
        if kind == "said" and n and disclaims(text) and (kinds[-1] == "hypothetical" or _IF.match(texts[n - 1])):
            kind = "hypothetical"
        if denies(text) and kinds:
            kinds[-1] = "hypothetical"
        kinds.append(kind)
    return kinds


def _goes_on(message: str, before: Span, span: Span) -> bool:
    """Whether a quotation only interrupts a sentence: "how do you say "..." in Italian"."""
    gap = message[before[1] : span[0]]
    broken = bool(gap.strip()) and "\n" not in gap and message[before[1] - 1] not in ".!?:"
    return broken and not stands_alone(message[span[0] : span[1]])


def _kind(text: str, *, invented: bool, supposing: bool) -> Kind:
    if invented:
        return "fiction"
    if is_hypothetical(text):
        return "hypothetical"
    if is_question(text):
        return "question"
    if is_request(text):
        return "request"
    return "hypothetical" if supposing else "said"


def _stripped(message: str, start: int, end: int) -> Iterator[Span]:
    piece = message[start:end]
    if piece.strip():
        low = start + len(piece) - len(piece.lstrip())
        yield low, low + len(piece.strip())
