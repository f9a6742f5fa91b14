"""The gate: whether an item is worth bringing up for a message. Pure; nothing passes by default.

A score of meaning and of words in common, less for what speaks against it: a question on general matters, a name that nobody
here bears, a relative that the item is not about ("my sister's cat" must not bring up the user's own). Tuned on two of four
made-up users with 264 questions of which half concern nothing that is known (`keepwise eval recall --gate`): on the other two
90 of 100 hits are kept, and for 7 of 100 idle questions something is brought up (87 and 29 by one threshold before).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from engine.language.names import fold, proper_names
from engine.language.text import stem, terms, words

GATE = 0.5
"""Least score of an item that is recalled; TURN_GATE of a past turn, which is longer and matches by accident."""
TURN_GATE = 0.6
LIKELY, FEW = 0.3, 2
"""Where the user asks of their own life and nothing passes: the FEW best from LIKELY on are brought up all the same. Of our own
264 questions 4 of 100 more hits are kept so, and for 1 of 100 idle questions more something is brought up."""
WORDS, LONG = 0.3, 6
"""What all of a message's words in common add to the cosine; of a message with more than LONG words, that many count as all."""
KIN, OTHERS = 0.3, 0.4
"""Added when the item is about the relative that the message names ("my sister"), taken off when it is about somebody else."""
GENERAL = 0.25
"""Taken off when nothing in the message is about the user; half of it for a lesson, which is about the world."""
UNKNOWN = 0.3
"""Taken off when the message names somebody or something that is not known."""

_RELATIVES = {
    word: one
    for one, spellings in {
        "mother": "mother mothers mum mom mama",
        "father": "father fathers dad papa",
        "parent": "parent parents",
        "brother": "brother brothers",
        "sister": "sister sisters",
        "sibling": "sibling siblings",
        "son": "son sons",
        "daughter": "daughter daughters",
        "child": "child children kid kids",
        "wife": "wife",
        "husband": "husband",
        "girlfriend": "girlfriend",
        "boyfriend": "boyfriend",
        "aunt": "aunt aunts auntie",
        "uncle": "uncle uncles",
        "cousin": "cousin cousins",
        "nephew": "nephew nephews",
        "niece": "niece nieces",
        "grandmother": "grandmother grandma granny nana",
        "grandfather": "grandfather grandpa granddad",
        "grandparent": "grandparents",
        "grandchild": "grandchild grandchildren",
        "grandson": "grandson grandsons",
        "granddaughter": "granddaughter granddaughters",
        "neighbour": "neighbour neighbours neighbor neighbors",
        "colleague": "colleague colleagues coworker coworkers",
        "manager": "manager boss",
        "landlord": "landlord landlady",
        "flatmate": "flatmate flatmates roommate roommates housemate",
        "apprentice": "apprentice apprentices",
    }.items()
    for word in spellings.split()
}
_KINDS = {"child": {"son", "daughter"}, "parent": {"mother", "father"}, "sibling": {"brother", "sister"}}
"""What counts as a relative of that kind too."""
_WHOSE = re.compile(rf"(?i)\b(?:my|our)\s+(?:[a-z]+\s+)?({'|'.join(_RELATIVES)})\b")
_MINE = re.compile(
    r"(?i)\b(?:i|me|my|mine|myself|we|us|our|ours|i['’]\w+|we['’]\w+|remind|(?:you|we) (?:remember|know|recall|talked|said))\b"
)
_HOW_TO = re.compile(
    r"(?i)^how (?:do|can|could|should|would) (?:i|we|you) (?!(?:like|prefer|want|feel|usually|normally)\b)"
)
_ENGLISH = re.compile(r"(?i)\b(?:the|what|how|who|when|where|why|which|does|did|write|tell|explain|give)\b")


@dataclass(frozen=True, slots=True)
class Question:
    """What of a message the gate looks at. general: nothing in it is about the user, as in "how do I ..."; names: unknown."""

    terms: frozenset[str]
    relatives: frozenset[str]
    general: bool
    names: tuple[str, ...]

    @property
    def of_oneself(self) -> bool:
        """Whether it is about the user alone: nobody else is named who would have to be told apart."""
        return not (self.relatives or self.names or self.general)


def read(message: str, known: Iterable[str]) -> Question:
    """known: the texts that a name of the message may stand in."""
    names = [name for name in proper_names(message) if not message.startswith(name) or " " not in message]
    spoken = {stem(word) for text in known for word in words(text)} if names else set()
    return Question(
        frozenset(terms(message)),
        frozenset(_RELATIVES[word.casefold()] for word in _WHOSE.findall(message)),
        (bool(_ENGLISH.search(message)) and not _MINE.search(message)) or bool(_HOW_TO.search(message)),
        tuple(name for name in names if not spoken & {stem(word) for word in words(name)}),
    )


def score(question: Question, cosine: float, text: str, about: Callable[[], str], *, lesson: bool = False) -> float:
    """How much a text has to do with a message: above GATE it is worth bringing up (about -0.9 to 1.6).

    about: all that is known of what the text is about, for the relatives in it. lesson: it is about the world.
    """
    common = len(question.terms & set(terms(text))) / max(1, min(LONG, len(question.terms)))
    found = cosine + WORDS * min(1.0, common)
    if question.relatives:
        found += KIN if question.relatives <= relatives(f"{text} {about()}") else -OTHERS
    if question.general:
        found -= GENERAL / 2 if lesson else GENERAL
    return found - (UNKNOWN if question.names else 0.0)


def relatives(text: str) -> set[str]:
    """The relatives that a text names, and the kinds they are of: a son is a child."""
    named = {_RELATIVES[word] for word in fold(text).split() if word in _RELATIVES}
    return named | {kind for kind, members in _KINDS.items() if members & named}
