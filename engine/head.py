"""The trained head: for each sentence of a message, how likely it is worth learning, and for which store. No model call.

Input of one sentence: its MiniLM embedding, that of the whole message, that of the assistant's line before, the cues of the
sentence and of the message, and its word n-grams (hashed): the embedding knows the topic, the n-grams the intent. A softmax over
the stores' letters and "N" (nothing), and a logistic output for "this corrects or ends something". Trained by
tests/evals/train_head.py on tests/evals/corpus, which prints its cross-validation; the weights are head.npz beside this file.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from engine.language.cues import cues
from models.protocols import Embedder

Matrix = npt.NDArray[np.float32]

LETTERS = "NPMEKDS"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the head thinks of one sentence: a probability for each letter (they sum to 1), and for being a correction."""

    letters: Mapping[str, float]
    correction: float


BUCKETS = 8192
"""Hash buckets of the n-grams: with some 30,000 different ones most of those that matter stand alone."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’]\w+)?|\d+|[?!:;,.]")


def grams(sentence: str) -> list[int]:
    """The buckets of the sentence's word 1- to 3-grams; names and numbers count as such, not as what they are."""
    tokens = ["^", *(_token(word, place) for place, word in enumerate(_TOKEN.findall(sentence))), "$"]
    pairs = pairwise(tokens)
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    found = {*tokens, *(" ".join(pair) for pair in pairs), *(" ".join(triple) for triple in triples)}
    return sorted({zlib.crc32(gram.encode()) % BUCKETS for gram in found})


def weight_of(count: int) -> float:
    """The value of each of `count` n-grams: long sentences weigh more, but less than in proportion."""
    return 0.5 / count**0.25 if count else 0.0


def _token(word: str, place: int) -> str:
    if word.isdigit():
        return "<number>"
    named = place > 0 and word[0].isupper() and word.lower().split("'")[0].split("’")[0] != "i"
    return "<name>" if named else word.lower()


def features(sentences: Sequence[str], message: str, before: str, embedder: Embedder) -> Matrix:
    """Shape (sentences, features) float32, without the n-grams."""
    vectors = embedder.embed([*sentences, message[:2000], before[:500] or "-"])
    own, whole, previous = vectors[:-2], vectors[-2], vectors[-1]
    shared = np.array([*cues(message), 1.0 if before else 0.0, min(len(sentences), 8) / 8], dtype=np.float32)
    rows = []
    for place, (sentence, vector) in enumerate(zip(sentences, own, strict=True)):
        place_of = np.array([place == 0, place == len(sentences) - 1], dtype=np.float32)
        mine = np.array(cues(sentence), dtype=np.float32)
        rows.append(np.concatenate([vector * 4, whole * 2, previous, mine, shared * 0.5, place_of]))
    return np.stack(rows).astype(np.float32)


class Head:
    """Weights of shape (features, outputs), applied as they are; immutable after loading."""

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
        rows = features(sentences, message, before, embedder)
        letters = _softmax(self._scores("letters", rows, sentences))
        correction = 1 / (1 + np.exp(-self._scores("correction", rows, sentences)))
        return [
            Verdict({letter: float(p) for letter, p in zip(LETTERS, row, strict=True)}, float(change))
            for row, change in zip(letters, correction.ravel(), strict=True)
        ]

    def _scores(self, output: str, rows: Matrix, sentences: Sequence[str]) -> Matrix:
        worded = self._weights[f"{output}_grams"]
        found = [grams(sentence) for sentence in sentences]
        told = np.stack([worded[buckets].sum(axis=0) * weight_of(len(buckets)) for buckets in found])
        return np.asarray(rows @ self._weights[output] + told + self._weights[f"{output}_bias"], dtype=np.float32)


def _softmax(scores: Matrix) -> Matrix:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)
