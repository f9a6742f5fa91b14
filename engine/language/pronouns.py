"""Whom "she", "he" and "they" at the beginning of a sentence stand for: a note must say it, for it will stand alone. Pure.

Only what is certain is taken: the one person that fits, of whom the nearest sentence before it speaks, or else the one name
there that is no place's.
"""

from __future__ import annotations

import re

from engine.language.names import proper_names

_SHE = (
    "mother mum mom mama sister daughter wife girlfriend aunt auntie grandmother grandma gran granny nan niece fiancée "
    "stepmother stepsister stepdaughter granddaughter landlady bride"
).split()
_HE = (
    "father dad papa brother son husband boyfriend uncle grandfather grandpa grandad granddad nephew stepfather stepbrother "
    "stepson grandson landlord groom"
).split()
_EITHER = (
    "partner friend boss manager colleague neighbour neighbor cousin flatmate roommate teacher doctor vet coach agent client "
    "student tutor fiancé assistant accountant lawyer therapist dentist baby child kid"
).split()
_IN_LAW = r"(?:[ -]in[ -]law)?"
_KIN = re.compile(
    rf"\b(?i:(?:my|our)\s+(?:(?:older|younger|elder|little|big|best|old|new|eldest|youngest|great|co)[ -])*)"
    rf"(?P<kin>(?i:{'|'.join([*_SHE, *_HE, *_EITHER])}){_IN_LAW})\b(?:,?\s+(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w-]+)?))?"
)
_FIRST = re.compile(
    r"^\W*(?:(?:and|but|so|oh|then|also|anyway|well)\b[\s,]*)*(?P<name>[A-ZÀ-Þ][\w'’-]*\w(?:\s+[A-ZÀ-Þ][\w-]+)?)"
    r"(?P<of>\s+(?:from|in|at|next|over)\s+(?:the\s+)?[a-z]\w+)?(?=,|\s+(?:is|was|has|had|will|can|got|lives?|works?|[a-z]{3,}(?:s|ed))\b|['’]s\b)"
)
_APPOSED = re.compile(r", (?:an?|the|my|our) \w+")
_AT_A_PLACE = re.compile(
    r"(?i)\b(?:in|near|around|via|(?P<whose>at|from)|(?:going|flying|driving|flew|drove|sailed|moved?|moving|travel\w*|trip|trains?|bus(?:es)?|went|back|over"
    r"|headed|heading|down|up) to)\s+(?:the\s+)?$"
)
"""What stands before the name of a place: "over from Linz", "flying to Kumasi"."""
_SEVERAL = re.compile(
    r"(?i)\b(?:my|our|the|both|two|three|four|five|six|some|all|many|those|these|\d+)\s+(?:\w+\s+)?(?!boss\b|news\b|address\b"
    r"|business\b|glass\b|class\b|gas\b|bus\b)\w{2,}(?<![su])s\b|\b(?:kids|children|people|folks|parents|guys|everyone)\b"
)
"""Words for several, whom "they" may mean as well as the one that is named."""
_LEAD = re.compile(
    r"^(?P<lead>(?:(?:and|but|so|also|oh)\b[\s,]*)*)(?P<word>she|he|her|his|they)(?P<rest>(?:['’](?:s|d|ll))?\s+)(?=\w)",
    re.I,
)
_AFTER_HER = re.compile(r"(?i)(?:and|or|to|in|at|on|for|with|is|was|has)\b")
_SENTENCE = re.compile(r"[^.!?\n]+")
REACH = 240
"""Characters before a sentence that are looked at."""


def stands_for(text: str, before: str) -> tuple[str, str]:
    """(whom the pronoun at the beginning of `text` stands for, the text with it in its place); ("", text) when that is not
    certain. before: the message up to the text."""
    found = _LEAD.match(text)
    if found is None:
        return "", text
    word = found["word"].casefold()
    owns = word in ("her", "his")
    if owns and (found["rest"].strip() or _AFTER_HER.match(text, found.end())):
        return "", text
    who = _named(before[-REACH:]) if word == "they" else _person(before[-REACH:], she=word in ("she", "her"))
    if not who:
        return "", text
    put = f"{who[:1].upper()}{who[1:]}" + ("'s " if owns else found["rest"])
    return who, put + text[found.end() :]


def _person(before: str, *, she: bool) -> str:
    """The one person who fits in the nearest sentence that speaks of any; "" for none or several."""
    for sentence in reversed(_SENTENCE.findall(before)):
        people = _people(sentence) or [(name, "") for name in _names(sentence)]
        if people:
            fitting = [who for who, gender in people if gender in ("", "she" if she else "he")]
            return fitting[0] if len(fitting) == 1 else ""
    return ""


def _named(before: str) -> str:
    """The one name of the last sentence, when that speaks of nobody else: "they" are a firm, a shop, a club."""
    last = next(reversed(_SENTENCE.findall(before.rstrip())), "")
    names = [] if _SEVERAL.search(last) or _people(last) else _names(last, firms=True)
    return names[0] if len(names) == 1 else ""


def _names(sentence: str, *, firms: bool = False) -> list[str]:
    """The names in a sentence that are no place's; firms: "at" and "from" may stand before a firm's."""
    found = [(name, _AT_A_PLACE.search(sentence[: sentence.find(name)])) for name in proper_names(sentence)]
    return [name for name, place in found if place is None or (firms and place["whose"])]


def _people(sentence: str) -> list[tuple[str, str]]:
    """(who, "she", "he" or "") of those a sentence speaks of: relatives, and a name that is its subject."""
    found: dict[str, str] = {}
    for kin in _KIN.finditer(sentence):
        word = re.split(r"[ -]", kin["kin"].casefold())[0]
        found[kin.group()] = "she" if word in _SHE else "he" if word in _HE else ""
    first = _FIRST.match(sentence)
    named = first and (first["of"] or first["name"] in proper_names(sentence) or _APPOSED.match(sentence, first.end()))
    if first and named and not any(first["name"] in who for who in found):
        found[first["name"]] = ""
    return list(found.items())
