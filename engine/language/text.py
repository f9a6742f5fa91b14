"""Words: how text is cut into search terms, compared, and shortened. Pure functions."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

import snowballstemmer

_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0a81-\u0acd"
    "\u0b82-\u0bcd\u0c00-\u0c4d\u0c81-\u0ccd\u0d00-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
"""Vowel signs and other marks that belong to a word of their script, which Python does not count as letters."""
_WORD = re.compile(rf"(?:[^\W_][{_MARKS}]*)+(?:[+#]+)?(?:['’](?:[^\W_][{_MARKS}]*)+)?")
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+"
)
"""Runs of scripts that put no blanks between words, or (Korean) let a word change its end."""
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)'(?=\w{2})")
"""What French and Italian put before a vowel: "l'amico" is found by "amico"."""
_SCRIPTS = {"CYRILLIC": "russian", "ARABIC": "arabic", "DEVANAGARI": "hindi", "GREEK": "greek", "TAMIL": "tamil"}
_STOP = frozenset(
    "a about all also am an and any are as at be because been but by can could did do does doing done for from get "
    "had has have he her here him his how i if in into is it its just let like me my no not of oh ok on or our out she so "
    "some than that the their them then there these they this those to too um up us very was we were what when where "
    "which who why will with would yeah yes you your i'm i've i'd i'll it's that's don't im ive".split()
)
_DENIED = frozenset("not no don't dont".split())
"""Stop words that a search can do without and a statement cannot."""


@lru_cache(maxsize=len(_SCRIPTS) + 1)
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(language)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word's stem (Snowball, by its script; English for Latin letters), without accents and case."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))
    plain = _ELIDED.sub("", plain.replace("’", "'").removesuffix("'s"))
    script = unicodedata.name(word[:1], "").partition(" ")[0] if not word.isascii() else ""
    return str(_stemmer(_SCRIPTS.get(script, "english")).stemWord(plain))


def words(text: str) -> list[str]:
    """The words as written, in order; "C++", "C#" and "don't" are one word each."""
    return _WORD.findall(text)


def terms(text: str) -> list[str]:
    """Search terms: stems of the words that carry meaning, in order, with repeats; of scripts without blanks, each two
    neighbouring letters."""
    return [
        term
        for word in words(text)
        if word.casefold().replace("’", "'") not in _STOP
        for term in ([stem(word)] if word.isascii() else _pieces(word))
    ]


def _pieces(word: str) -> list[str]:
    """A word's stem, or its pairs of letters, and the stems of what stands between such runs."""
    found = []
    for run in re.split(f"({_UNSPACED.pattern})", unicodedata.normalize("NFKC", word)):
        if _UNSPACED.fullmatch(run):
            found += [run[at : at + 2] for at in range(max(1, len(run) - 1))]
        elif run:
            found.append(stem(run))
    return found


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
