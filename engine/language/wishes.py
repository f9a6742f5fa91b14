"""Standing wishes on how to answer, by what they are about: of the language, the length, the shape or the units of answers
only one wish can hold at a time. Pure.

"From now on answer in German" shares no word with "always reply in English", and nothing in it says that something is over.
"""

from __future__ import annotations

import re

_LANGUAGES = (
    r"english|german|french|spanish|italian|portuguese|dutch|polish|turkish|arabic|russian|chinese|japanese|korean|hindi|swedish"
    r"|danish|norwegian|finnish|greek|czech|hungarian|ukrainian|vietnamese|thai|englisch|deutsch|französisch|spanisch|italienisch"
    r"|anglais|allemand|français|espagnol|inglés|alemán|francés|español|inglese|tedesco|francese|italiano|spagnolo|inglês|alemão"
    r"|português|engels|duits|frans|nederlands"
)
_WRITE = (
    r"(?<!\bi )(?<!\bwe )(?<!\bto )(?<!\bthey )(?:answer|repl(?:y|ies)|respon(?:d|ses?)|write|speak|talk|explain|antwort\w*"
    r"|schreib\w*|sprich|sprechen|erklär\w*|répond\w*|écri[st]\w*|parle[sz]?|respond\w*|contest\w*|escrib\w*|habl[ae]\w*"
    r"|rispond\w*|scriv\w*|parla\w*|escrev\w*|fal[ae]\w*|antwoord\w*|schrijf|praat)"
)
_LENGTHS = (
    r"(?:short\w*|brief\w*|concise\w*|long\w*|detail\w*|in depth|thorough\w*|kurz\w*|knapp\w*|ausführlich\w*|court\w*"
    r"|bref|brève\w*"
    r"|brièvement|détaill\w*|breve\w*|cort[oa]s?|detallad\w*|kort\w*|uitgebreid\w*)"
)
_ANSWERS = r"(?:answers?|replies|responses|explanations?)"
_SHAPES = (
    r"\b(?:bullets?|bullet points?|plain (?:sentences|text|prose)|full sentences|whole sentences|in prose|(?:normal"
    r"|proper|whole|full|plain) paragraphs"
    r"|numbered lists?|markdown"
    r"|(?:as|in) (?:a )?(?:tables?|lists?|paragraphs?)|headings?|stichpunkt\w*|aufzählung\w*|ganze\w* sätze\w*)\b"
)
_UNITS = r"\b(?:use|in|only|always) (?:metric|imperial|celsius|fahrenheit|kilomet(?:er|re)s|miles)\b"
_KINDS = {
    "language": rf"\b{_WRITE}\b[^.!?\n]{{0,40}}?\b(?:in|auf|en|em|au)\s+(?:\w+ )?(?:{_LANGUAGES})\b",
    "length": rf"\b{_WRITE}\b[^.!?\n]{{0,50}}?\b{_LENGTHS}\b|\b{_LENGTHS} {_ANSWERS}\b|\bkeep (?:it|your \w+) {_LENGTHS}\b",
    "shape": _SHAPES,
    "units": _UNITS,
}
_PATTERNS = tuple((name, re.compile(f"(?i){pattern}")) for name, pattern in _KINDS.items())
_STANDS = re.compile(
    r"(?i)\b(?:always|from (?:now|here) on|in future|going forward|please|pls|every time|prefer|keep|use|answer|reply"
    r"|replies|respond\w*"
    r"|explain|immer|ab jetzt|künftig|bitte|toujours|désormais|siempre|sempre|d['’]ora in poi|altijd|voortaan|enough with)\b"
)
_ONLY_SOMETIMES = re.compile(
    r"(?i)(?<!even )(?<!auch )(?<!même )\b(?:when(?:ever)?|if|unless|except|for (?:my|the|work|code|emails?)|at work"
    r"|in emails?|about|wenn"
    r"|falls|bei|quand|pour|cuando|quando|als|bij)\b"
)


def about(text: str) -> frozenset[str]:
    """What a standing wish is about: "language", "length", "shape", "units"; nothing for other texts and for what is wished
    only for some cases."""
    if not _STANDS.search(text) or _ONLY_SOMETIMES.search(text):
        return frozenset()
    return frozenset(name for name, pattern in _PATTERNS if pattern.search(text))
