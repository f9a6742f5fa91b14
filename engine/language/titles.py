"""Titles of chats, by words alone: what a first message is about, without what it is dressed in.

A title that a model writes would cost a 1.5B model some seconds in which it cannot answer; this costs nothing, says
nothing that was not said, and stands when the chat appears.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.language.text import shorten, terms, words

LIMIT = 48
"""Most characters of a title: what fits the list of chats."""
ENOUGH = 2
"""Words that carry meaning, from which on a message names its chat; "Hi there!" has none."""

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_DRESS = re.compile(
    r"(?i)^(?:(?:hi|hello|hey|good (?:morning|evening|afternoon)|thanks|thank you|please|ok(?:ay)?|so|well|and|also|now)\b"
    r"(?: there| you| keepwise)?[\s,.!:–-]*"
    r"|(?:can|could|would|will) you (?:please |kindly )?(?:help me (?:to |with )?|tell me (?:about )?|show me |explain to me )?"
    r"|(?:please )?(?:help me (?:to |with )?|tell me (?:about )?|show me |remind me )"
    r"|i(?:'d| would) like (?:you )?to |i (?:want|need) (?:you )?to |i(?:'m| am) (?:trying|looking|going) to |let(?:'s| us) "
    r"|(?:do you know|i wonder|i was wondering|any idea) (?:if |whether )?"
    r"|how (?:do|can|could|would|should) (?:i|we|you|one) |what(?:'s| is| are) (?:the (?:best )?(?:way|ways) to )?"
    r"|what(?:'s| is) |(?:is|are) there |(?:remember|note|keep in mind) (?:this: |that )?)"
)
_CODE = re.compile(r"(?s)```.*?(?:```|\Z)")
_END = re.compile(r"[\s.,;:!?…–-]+$")


def title_of(messages: Sequence[str], limit: int = LIMIT) -> str:
    """A short title from the user's messages so far: of the first that is about something, else of the first."""
    named = [title for message in messages if len(set(terms(title := _title(message, limit)))) >= ENOUGH]
    return (named or [_title(message, limit) for message in messages[:1]] or [""])[0]


def _title(message: str, limit: int) -> str:
    prose = _CODE.sub(" ", message).strip() or message.strip()
    sentences = [sentence for sentence in _SENTENCE.split(prose) if words(sentence)]
    asked = [sentence for sentence in sentences[:4] if sentence.endswith("?")]
    full = [bare for sentence in (*asked, *sentences) if len(set(terms(bare := _bare(sentence)))) >= ENOUGH]
    best = (full or [_bare(sentence) for sentence in sentences] or [message])[0]
    first = best.split(maxsplit=1)[:1]
    return shorten(best[:1].upper() + best[1:] if first and first[0].isalpha() else best, limit)


def _bare(sentence: str) -> str:
    """The sentence without its greeting, its request and its end; whole when nothing would be left."""
    rest = sentence.strip()
    while (found := _DRESS.match(rest)) is not None and found.end() > 0 and words(rest[found.end() :]):
        rest = rest[found.end() :].lstrip()
    return _END.sub("", rest) or sentence.strip()
