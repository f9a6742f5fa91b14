"""The trained head: for each sentence of a message, how likely it is worth learning, and for which store. No model call.

Input of one sentence: what it, the whole message and the assistant's line before mean, by two embedders (MiniLM, and a
multilingual one where that can run), the cues of the sentence and of the message, and its n-grams of words and of characters
(hashed): the embedders know the topic, the n-grams the intent. A softmax over the stores' letters and "N" (nothing), a second
one over what the first thinks of the sentence and of those beside it, and a logistic output for "this corrects or ends
something". Trained by tests/evals/train_head.py on tests/evals/corpus, which
prints its cross-validation; the weights are head.npz beside this file, one set with and one without the second embedder.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from engine.language.cues import cues
from models.protocols import Embedder

Matrix = npt.NDArray[np.float32]

LETTERS = "NPMEKDS"
FULL, PLAIN = "full", "plain"
"""The sets of weights: with the multilingual embedder, and for machines where that cannot run."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the head thinks of one sentence: a probability for each letter (they sum to 1), and for being a correction."""

    letters: Mapping[str, float]
    correction: float


BUCKETS = 8192
"""Hash buckets of the n-grams of words, and as many of those of characters: of some 30,000 different ones most of those that
matter stand alone."""

LEAST_CHANCE = 1e-3
"""Probabilities below are alike to the second softmax."""

_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0900-\u097f]")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’]\w+)?|\d+|[?!:;,.]")


def grams(sentence: str) -> tuple[list[int], list[int]]:
    """The buckets of the sentence's word 1- to 3-grams (names and numbers count as such, not as what they are), and of the
    3- to 5-grams of characters within its words, or the 1- to 3-grams where words are not parted by spaces."""
    tokens = ["^", *(_token(word, place) for place, word in enumerate(_TOKEN.findall(sentence))), "$"]
    pairs = pairwise(tokens)
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    worded = {*tokens, *(" ".join(pair) for pair in pairs), *(" ".join(triple) for triple in triples)}
    return _buckets(worded, 0), _buckets(_shapes(sentence), BUCKETS)


def _shapes(sentence: str) -> set[str]:
    found = {
        f"¤{word[at : at + size]}"
        for word in (f"^{word}$" for word in _WORD.findall(sentence.lower()))
        for size in (3, 4, 5)
        for at in range(len(word) - size + 1)
    }
    if _UNSPACED.search(sentence):
        text = "".join(sentence.split())
        found |= {f"§{text[at : at + size]}" for size in (1, 2, 3) for at in range(len(text) - size + 1)}
    return found


def _buckets(found: Iterable[str], offset: int) -> list[int]:
    return sorted({offset + zlib.crc32(gram.encode()) % BUCKETS for gram in found})


def weight_of(count: int) -> float:
    """The value of each of `count` n-grams: long sentences weigh more, but less than in proportion."""
    return 0.5 / count**0.25 if count else 0.0


def _token(word: str, place: int) -> str:
    if word.isdigit():
        return "<number>"
    named = place > 0 and word[0].isupper() and word.lower().split("'")[0].split("’")[0] != "i"
    return "<name>" if named else word.lower()


def features(sentences: Sequence[str], message: str, before: str, vectors: Matrix) -> Matrix:
    """Shape (sentences, features) float32, without the n-grams. vectors: those of `texts_of`, in that order, side by side."""
    own, whole, previous = vectors[:-2], vectors[-2], vectors[-1]
    shared = np.array([*cues(message), 1.0 if before else 0.0, min(len(sentences), 8) / 8], dtype=np.float32)
    rows = []
    for place, (sentence, vector) in enumerate(zip(sentences, own, strict=True)):
        place_of = np.array([place == 0, place == len(sentences) - 1], dtype=np.float32)
        mine = np.array(cues(sentence), dtype=np.float32)
        rows.append(np.concatenate([vector * 4, whole * 2, previous, mine, shared * 0.5, place_of]))
    return np.stack(rows).astype(np.float32)


def texts_of(sentences: Sequence[str], message: str, before: str) -> list[str]:
    """The texts whose meaning counts: the sentences, the message, and the assistant's line before."""
    return [*sentences, message[:2000], before[:500] or "-"]


def centred(vectors: Matrix, centre: Matrix) -> Matrix:
    """Vectors from their common centre, of length 1: those of the multilingual embedder all lie close together."""
    moved = vectors - centre
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def beside(letters: Matrix) -> Matrix:
    """Shape (sentences, 38) float32: what the first softmax thinks (logarithms) of each sentence of a message, of the one before
    and after it, of all others on average and at most, whether there is one before and after, and how many there are.

    A cause tells that the cure behind it is a lesson, and a task that a clause in it is no news: on messages as people write
    them .925 instead of .921 (AUROC over unseen themes)."""
    count = len(letters)
    own, none = np.log(np.maximum(letters, LEAST_CHANCE)), np.zeros((1, letters.shape[1]), np.float32)
    before, after = np.vstack([none, own[:-1]]), np.vstack([own[1:], none])
    mean = most = np.zeros_like(own)
    if count > 1:
        others = [np.delete(letters, place, axis=0) for place in range(count)]
        mean = np.log(np.stack([rest.mean(axis=0) for rest in others]) + LEAST_CHANCE)
        most = np.log(np.stack([rest.max(axis=0) for rest in others]) + LEAST_CHANCE)
    ends = np.array([[n > 0, n < count - 1, np.log1p(count)] for n in range(count)])
    return np.hstack([own, before, after, mean, most, ends]).astype(np.float32)


class Head:
    """Weights by name, applied as they are; immutable after loading. A name begins with the set it belongs to."""

    def __init__(self, weights: Mapping[str, Matrix]) -> None:
        self._weights = weights

    @classmethod
    def load(cls) -> Head:
        """The head that ships with Keepwise."""
        with files("engine").joinpath("head.npz").open("rb") as file, np.load(file) as stored:
            return cls({name: stored[name].astype(np.float32) for name in stored.files})

    def judge(self, sentences: Sequence[str], message: str, before: str, embedder: Embedder) -> list[Verdict]:
        """One verdict a sentence, in order."""
        if not sentences:
            return []
        texts = texts_of(sentences, message, before)
        vectors, sensed, kind = embedder.embed(texts), embedder.sense(texts), PLAIN
        if sensed.shape[1]:
            kind = FULL
            vectors = np.hstack([vectors, centred(sensed, self._weights["centre"])])
        rows = features(sentences, message, before, vectors)
        first = beside(_softmax(self._scores(f"{kind}_letters", rows, sentences)))
        letters = _softmax(first @ self._weights[f"{kind}_beside"] + self._weights[f"{kind}_beside_bias"])
        correction = 1 / (1 + np.exp(-self._scores(f"{kind}_correction", rows, sentences)))
        return [
            Verdict({letter: float(p) for letter, p in zip(LETTERS, row, strict=True)}, float(change))
            for row, change in zip(letters, correction.ravel(), strict=True)
        ]

    def _scores(self, output: str, rows: Matrix, sentences: Sequence[str]) -> Matrix:
        worded = self._weights[f"{output}_grams"]
        told = np.stack(
            [
                sum((worded[part].sum(axis=0) * weight_of(len(part)) for part in grams(sentence)), np.float32(0))
                for sentence in sentences
            ]
        )
        return np.asarray(rows @ self._weights[output] + told + self._weights[f"{output}_bias"], dtype=np.float32)


def _softmax(scores: Matrix) -> Matrix:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)
