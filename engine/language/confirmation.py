"""Confirming: "yes, exactly" makes the assistant's last statement or question about the user the user's own. Pure.

Only what the confirmation can mean is taken: the last sentence of the reply that speaks of the user, and no offer
("shall I ...?"), no choice ("tea or coffee?") and no open question ("where do you live?").
"""

from __future__ import annotations

import re

from engine.language.segments import segment

_YES = r"(?:yes|yep|yeah|yup|ja|oui|si|sí|of course|sure|indeed)"
_SO = (
    r"(?:(?:(?:that['’]?s|that is|you['’]?re|you are|it is|quite|very|all) ?)?"
    r"(?:exactly(?: right)?|precisely|correct|spot on|bang on)|(?:spot|bang) on"
    r"|(?:that['’]?s|that is|you['’]?re|you are|it is|quite|very) (?:right|true|so|it)|you(?:['’]ve)? got (?:it|that)"
    r"|(?:right|true|i (?:do|am|did|have|was)|(?:she|he|it|they) (?:is|are|does|do))(?=\W*$|\s*[,.!;:–—-])"
    r"|absolutely|definitely|you guessed (?:it|right)|you got (?:it|that)(?: right)?)"
)
"""What says more than yes. "So the car is gone", "I have a dog" and "it is late" begin like it and confirm nothing."""
_OH = r"(?:(?:ha(?:ha)*|lol|oh|ah|wow|hm+|well|omg)\b[\s,.!]*)*"
_WEAK = re.compile(rf"(?i)^\W*{_OH}{_YES}\b[\s,.!]*")
_STRONG = re.compile(rf"(?i)^\W*{_OH}(?:{_YES}[\s,.!]+)*{_SO}\b(?=\W|$)[\s,.!]*")
_BUT = re.compile(r"(?i)^(?:but|except|not|only|almost|though|however|no)\b")
_OFFER = re.compile(
    r"(?i)\b(?:would|could|can|should|shall|may|might|will) (?:you|i|we)\b|\b(?:want|like|need|let) me\b"
    r"|\bdo you (?:want|need)\b|\bhelp\b|\bany (?:questions?|other)\b|\bif you\b|\blet me know\b|\bdoes (?:that|this)\b"
    r"|\bis (?:that|this|there)\b|\banything else\b"
)
_OPEN = re.compile(r"(?i)^(?:and |so |but )?(?:what|where|when|who|whom|whose|why|how|which)\b")
_YOU = re.compile(r"(?i)\b(?:you|your|yours|yourself|you['’](?:re|ve|d|ll))\b")
_LEAD = re.compile(
    r"(?i)^(?:(?:so|ah|oh|okay|ok|right|great|got it|i see|and|then|well|in other words|just to (?:check|confirm)"
    r"|if i understand(?: you)? (?:correctly|right)|it (?:sounds|seems|looks) like"
    r"|you (?:said|told me|mean|mentioned)(?: that)?"
    r"|(?:i (?:understand|assume|guess|suppose|bet|take it)|i['’]?m guessing|i['’]?d guess|my guess is)(?: that)?"
    r"|that means|am i right that|is it (?:right|true|correct) that)\b[,:! ]*)+"
)
_TAG = re.compile(
    r"(?i)[,–—-]*\s*\b(?:right|correct|is that (?:right|correct|so)|isn['’]?t it|aren['’]?t you|don['’]?t you|yes|no)\s*\?$"
)
_INVERTED = (
    (re.compile(r"(?i)^are you (?!sure\b|okay\b|ready\b|there\b)"), "I am "),
    (re.compile(r"(?i)^were you "), "I was "),
    (re.compile(r"(?i)^do you "), "I "),
    (re.compile(r"(?i)^have you "), "I have "),
    (
        re.compile(
            r"(?i)^(is|are|was|were) your ((?:favou?rite |older |younger |elder |best |new |first |last |full )*[\w'’-]+) "
        ),
        r"my \2 \1 ",
    ),
)
_FIRST_PERSON = (
    (r"\byou(?:['’]re| are)\b", "I am"),
    (r"\byou(?:['’]ve| have)\b", "I have"),
    (r"\byou were\b", "I was"),
    (r"\byou['’]d\b", "I would"),
    (r"\byou['’]ll\b", "I will"),
    (r"\byours\b", "mine"),
    (r"\byourself\b", "myself"),
    (r"\byour\b", "my"),
    (r"\b(for|to|with|of|from|about|at|on|by|suits?|calls?|helps?|makes?|gives?) you\b", r"\1 me"),
    (r"\byou\b", "I"),
)


def confirmed(message: str, reply: str) -> tuple[str, str, int] | None:
    """(the sentence of `reply` that `message` confirms, the same said by the user, length of the confirmation), or None."""
    length, strong = _confirmation(message)
    if not length or not reply.strip():
        return None
    sentences = [piece.text for piece in segment(reply) if piece.kind in ("said", "question", "request")]
    about = sentences[::-1] if strong else sentences[-1:]
    for sentence in about:
        own = as_own(sentence) if strong or sentence.rstrip().endswith("?") else ""
        if own:
            return sentence, own, length
        if sentence.rstrip().endswith("?") and _YOU.search(sentence):
            return None  # the answer is to this question, which is an offer, a choice or an open one
    return None


def as_own(sentence: str) -> str:
    """A statement or yes-no question about the user as the user's own statement; "" when it cannot be one."""
    asked = sentence.rstrip().endswith("?")
    text = _LEAD.sub("", _TAG.sub("", sentence.strip()), count=1).rstrip("?!. ")
    if not _YOU.search(text) or _OFFER.search(text) or _OPEN.match(text) or (asked and re.search(r"(?i)\bor\b", text)):
        return ""
    for pattern, own in _INVERTED:
        if pattern.match(text):
            text = pattern.sub(own, text[:1].lower() + text[1:], count=1)
            break
    for pattern_text, own in _FIRST_PERSON:
        text = re.sub(rf"(?i){pattern_text}", own, text)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _confirmation(message: str) -> tuple[int, bool]:
    """How long the confirmation at the beginning of a message is (0: none), and whether it says more than yes."""
    strong = _STRONG.match(message)
    found = strong or _WEAK.match(message)
    if found is None or _BUT.match(message[found.end() :]):
        return 0, False
    rest = message[found.end() :].strip()
    if rest and not strong and found.group().rstrip()[-1:] not in ",.!":
        return 0, False  # "yes please", "sure thing", "yeah right"
    return found.end(), strong is not None
