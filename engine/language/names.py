"""The identity of names: when two spellings are one name, and whether a text speaks of it. Pure.

Spelling is forgiven (case, accents of Latin letters, hyphens, dots), identity is not: C, C++ and C# are three names,
"Müller" and "Möller" two people, and a name in another script is never dropped to what is Latin in it.
"""

from __future__ import annotations

import re
import unicodedata

from engine.language.name_words import proper_names

__all__ = ["canonical_type", "fold", "mentions", "proper_names", "split_type"]

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ħ": "h"})
_DROPPED = re.compile(r"['’‘ʼ`´\"“”„«»]")
_SEPARATORS = re.compile(r"[^\w+#/&]|_")
_POSSESSIVE = re.compile(r"['’]s\b", re.I)
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_COMMON_WORDS = frozenset("will may mark hope bill art drew chase grant miles it us go".split())
_TYPES = {
    word: kind
    for kind, words in {
        "person": "person people persons human individual",
        "organisation": "organisation organisations organization organizations org institution",
        "company": "company companies firm business employer",
        "team": "team teams",
        "group": "group groups band",
        "project": "project projects",
        "place": "place places location locations city country",
        "product": "product products",
        "tool": "tool tools software app library",
        "pet": "pet pets animal animals",
        "event": "event events",
        "concept": "concept concepts topic topics",
        "document": "document documents file book",
        "thing": "thing things object objects item entity",
    }.items()
    for word in words.split()
}


def fold(name: str) -> str:
    """The key under which spellings of one name meet: case, Latin accents, hyphens, dots and quotes do not count.

    Other scripts keep every mark; "+", "#" and "/" belong to the name. A name of punctuation alone stays as it is.
    """
    for _ in range(4):  # full-width and dotted letters need a second pass
        folded = _fold_once(name)
        if folded == name:
            break
        name = folded
    return name


def mentions(text: str, name: str) -> bool:
    """Whether `text` speaks of `name` as whole words, whatever the case and accents; a possessive counts.

    A name that is also a common word ("Will", "Mark") must be written with a capital letter.
    """
    key = fold(name)
    if not key:
        return False
    if key in _COMMON_WORDS and not re.search(rf"(?<!\w){re.escape(name[:1].upper() + name[1:])}(?!\w)", text):
        return False
    pattern = _whole(key)
    return bool(pattern.search(fold(text)) or pattern.search(fold(_POSSESSIVE.sub(" ", text))))


def split_type(name: str) -> tuple[str, str]:
    """ "project/Harbor" is ("project", "Harbor"); without a known type before the slash ("", name as given)."""
    kind, slash, rest = name.partition("/")
    canonical = _TYPES.get(kind.strip().casefold(), "")
    return (canonical, rest.strip()) if slash and canonical and rest.strip() else ("", name)


def canonical_type(kind: str) -> str:
    """One word for each entity type: "people" is "person"; an unknown type only loses its case."""
    plain = " ".join(kind.casefold().split())
    return _TYPES.get(plain, plain)


def _fold_once(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    plain = _without_accents(unicodedata.normalize("NFKC", plain)).translate(_LETTERS)
    worded = _SEPARATORS.sub(" ", _DROPPED.sub("", plain)).replace("&", " and ")
    return " ".join(worded.split()) or " ".join(plain.split())


def _without_accents(text: str) -> str:
    kept, latin = [], False
    for char in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(char):
            latin = unicodedata.name(char, "").startswith("LATIN")
        elif latin:
            continue
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def _whole(key: str) -> re.Pattern[str]:
    """The key as whole words. Scripts without spaces have no word edges; "AC/DC" is one name, "Ann/Bob" two."""
    before = "" if _UNSPACED.match(key[0]) else r"(?<![\w+#])(?<!\b\w/)(?<!\b\w\w/)"
    after = "" if _UNSPACED.match(key[-1]) else r"(?![\w+#])(?!/\w{1,2}\b)"
    return re.compile(before + re.escape(key) + after)
