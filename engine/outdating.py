"""Outdating: how likely a message makes a note outdated, said outright, in passing or by a new value. No model call.

The head's "corrects something" finds what says so; most changes are told in passing ("register with a doctor in Aveiro, weve
been here since may" ends Braga). A logistic regression over what note and message share and how the note stands among the
others, trained by tests/evals/train_outdating.py on tests/evals/changes; the weights are outdating.npz beside this file.

On unseen themes of that corpus, whose notes are near misses on purpose, AUROC is .76; a 1.5B model asked of each note
whether it still holds has .58. The multilingual embedder, products of the vectors, n-grams, trees and a hidden layer gave .00
to .02 more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from engine.decide import LEAST, as_judged
from engine.head import Head, Verdict
from engine.language.alike import DAYS, negated
from engine.language.names import fold, proper_names
from engine.language.segments import segment
from engine.language.text import numbers, terms, words
from engine.reconcile import ADDS, ended_terms
from models.protocols import Embedder

Matrix = npt.NDArray[np.float32]

LEAST_ALIKE = 0.3
"""Least cosine of a note that shares no word with the message: below it hardly ever ends."""

_ONCE = re.compile(
    r"(?i)\b(?:tonight|just (?:this|for)|this once|for (?:once|now)|temporarily|(?:today|this) only|this time"
    r"|for a (?:week|while|bit|day)|until)\b"
)
_MAYBE = re.compile(
    r"(?i)\b(?:if|might|may|maybe|perhaps|thinking (?:of|about)|would|could|considering|wonder|whether|tempted|dream)\b"
)
_CHANGED = re.compile(
    r"(?i)\b(?:again|back (?:on|to|at)|any ?more|no longer|now|instead|since|after all|actually|turns out|finally|new|ex"
    r"|former|gone|over|off|done|wrong|sorry|typo|mistake|meant|forget|scrap|cancel\w*|moved|changed|sold|left|quit|gave"
    r"|stopp\w*|died|broke\w*|split|lost|retir\w*|fired|married|not)\b"
)
_FIELD = re.compile(r"^[A-Z][\w ]{2,20}: ")
_DAY_NAMES = frozenset(day.removesuffix("s") for day in DAYS)


@dataclass(frozen=True, slots=True)
class Note:
    """What is noted, and whether it comes from what the user said last before the message."""

    text: str
    told: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A message: its own pieces as they are judged, what the head thinks of each, and whether any of them states something."""

    message: str
    pieces: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    states: bool = True


def said_by(message: str, before: str, head: Head, embedder: Embedder, *, acting: bool = False) -> Said:
    """A message as it is judged; `before`: the assistant's line before it; `acting`: the user plays a role."""
    own = [piece for piece in segment(message, acting=acting) if piece.kind in LEAST]
    pieces = [as_judged(piece.text) for piece in own]
    states = any(piece.kind == "said" for piece in own)
    return Said(message, tuple(pieces), tuple(head.judge(pieces, message, before, embedder)), states)


@dataclass(frozen=True, slots=True)
class _Marks:
    numbers: frozenset[str]
    days: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Marks:
        days = {word.casefold().removesuffix("s") for word in words(text)} & _DAY_NAMES
        return cls(frozenset(numbers(text)), frozenset(days), frozenset(map(fold, proper_names(text))))


def features(note: Note, said: Said, whole: float, alike: Sequence[float]) -> dict[str, float]:
    """What note and message share. whole, alike: the cosine of the note to the message and to each of its pieces."""
    near = max(range(len(said.pieces)), key=lambda place: alike[place])
    piece, corrections = said.pieces[near], [verdict.correction for verdict in said.verdicts]
    nothing = [verdict.letters["N"] for verdict in said.verdicts]
    mine, theirs, close = set(terms(note.text)), set(terms(said.message)), set(terms(piece))
    own, other = _Marks.of(note.text), _Marks.of(said.message)
    share = len(mine & close) / max(1, len(mine))
    changed, told = bool(_CHANGED.search(piece)), float(note.told)
    found = {
        "alike": whole,
        "alike_piece": alike[near],
        "correction": corrections[near],
        "correction_most": max(corrections),
        "correction_mean": sum(corrections) / len(corrections),
        "nothing": nothing[near],
        "nothing_least": min(nothing),
        "told": told,
        "told_corrected": told * max(corrections),
        "shared": len(mine & theirs) / max(1, len(mine)),
        "shared_piece": share,
        "named_over": len(ended_terms(said.message) & mine) / max(1, len(mine)),
        "name": bool(own.names & other.names),
        "other_name": bool(own.names) and not own.names & other.names,
        "other_number": bool(own.numbers) and bool(other.numbers - own.numbers),
        "other_day": bool(own.days) and bool(other.days - own.days),
        "number": bool(own.numbers & other.numbers),
        "day": bool(own.days & other.days),
        "once": bool(_ONCE.search(piece)),
        "maybe": bool(_MAYBE.search(piece)),
        "changed": changed,
        "changed_somewhere": bool(_CHANGED.search(said.message)),
        "adds": bool(ADDS.search(said.message)),
        "asks": "?" in piece,
        "negated": negated(piece),
        "note_negated": negated(note.text),
        "one_negated": negated(piece) != negated(note.text),
        "field": bool(_FIELD.match(note.text)),
        "note_length": len(words(note.text)) / 20,
        "message_length": len(words(said.message)) / 40,
        "pieces": min(len(said.pieces), 6) / 6,
        "place": near / len(said.pieces),
        "alike_correction": alike[near] * corrections[near],
        "alike_nothing": alike[near] * nothing[near],
        "alike_changed": alike[near] * changed,
        "shared_correction": share * corrections[near],
    }
    return {name: float(value) for name, value in found.items()}


class Outdating:
    """Weights of the features, applied as they are; immutable after loading."""

    def __init__(self, weights: Mapping[str, float], bias: float) -> None:
        self._weights = weights
        self._bias = bias

    @classmethod
    def load(cls) -> Outdating:
        """The weights that ship with Keepwise."""
        with files("engine").joinpath("outdating.npz").open("rb") as file, np.load(file) as stored:
            named = {str(name): float(value) for name, value in zip(stored["names"], stored["values"], strict=True)}
        return cls(named, named.pop("bias"))

    def judge(self, notes: Sequence[Note], said: Said, embedder: Embedder) -> list[float]:
        """Of each note the probability that the message makes it outdated, 0.0 to 1.0; 0.0 for one that is about something
        else, and when nothing of the message is the user's own."""
        if not notes or not said.pieces:
            return [0.0] * len(notes)
        return [self._chance(row) for row in rows(notes, said, embedder)]

    def _chance(self, row: Mapping[str, float]) -> float:
        if max(row["alike"], row["alike_piece"]) < LEAST_ALIKE and not row["shared"]:
            return 0.0
        score = self._bias + sum(self._weights[name] * value for name, value in row.items())
        return float(1 / (1 + np.exp(-score)))


def rows(notes: Sequence[Note], said: Said, embedder: Embedder) -> list[dict[str, float]]:
    """The features of each note, in order."""
    vectors: Matrix = embedder.embed([said.message, *said.pieces, *(note.text for note in notes)])
    count = 1 + len(said.pieces)
    cosines = vectors[count:] @ vectors[:count].T
    found = [
        features(note, said, float(row[0]), [float(one) for one in row[1:]])
        for note, row in zip(notes, cosines, strict=True)
    ]
    told = [row["alike"] for row in found if row["told"]]
    return [{**row, **_among(row, found, told)} for row in found]


def _among(row: Mapping[str, float], found: Sequence[Mapping[str, float]], told: Sequence[float]) -> dict[str, float]:
    """How a note stands among all that are judged; told: the cosines of those from the message before."""
    most = max(one["alike"] for one in found)
    return {
        "nearest": float(row["alike"] == most),
        "nearest_piece": float(row["alike_piece"] == max(one["alike_piece"] for one in found)),
        "nearest_told": float(bool(row["told"]) and row["alike"] == max(told)),
        "told_only": float(bool(row["told"]) and len(told) == 1),
        "behind": most - row["alike"],
    }
