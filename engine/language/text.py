"""Words: how text is cut into search terms, compared, and shortened. Pure functions."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:[+#]+)?(?:['’][^\W_]+)?")
_STOP = frozenset(
    "a about all also am an and any are as at be because been but by can could did do does doing done for from get "
    "had has have he her here him his how i if in into is it its just let like me my no not of oh ok on or our out she so "
    "some than that the their them then there these they this those to too um up us very was we were what when where "
    "which who why will with would yeah yes you your i'm i've i'd i'll it's that's don't im ive".split()
)
_DENIED = frozenset("not no don't dont".split())
"""Stop words that a search can do without and a statement cannot."""


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word's stem (Snowball, English), without accents and case."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))
    plain = plain.replace("’", "'").removesuffix("'s")
    return str(_stemmer().stemWord(plain))


def words(text: str) -> list[str]:
    """The words as written, in order; "C++", "C#" and "don't" are one word each."""
    return _WORD.findall(text)


def terms(text: str) -> list[str]:
    """Search terms: stems of the words that carry meaning, in order, with repeats."""
    return [stem(word) for word in words(text) if word.casefold().replace("’", "'") not in _STOP]


def same_text(one: str, other: str) -> bool:
    """Whether two texts are the same but for case, punctuation, accents and word forms."""
    return terms(one) == terms(other) and [stem(w) for w in words(one)] == [stem(w) for w in words(other)]


def overlap(one: str, other: str) -> float:
    """Share of the terms of `one` that `other` holds too (0 to 1; 1 when `one` has none)."""
    mine, theirs = set(terms(one)), set(terms(other))
    return len(mine & theirs) / len(mine) if mine else 1.0


def numbers(text: str) -> set[str]:
    """The numbers in a text, as digits ("1,800" is 1800)."""
    return {found.replace(",", "").strip(".") for found in re.findall(r"\d[\d.,]*", text)}


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word, with an ellipsis that shows the cut."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    return flat[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def normalise(text: str) -> str:
    """One key for texts that say the same in the same words: the sorted set of stems, and whether they deny it."""
    denied = {"not"} if _DENIED & {word.casefold().replace("’", "'") for word in words(text)} else set()
    return " ".join(sorted(set(terms(text)) | denied)) or " ".join(stem(w) for w in words(text))
