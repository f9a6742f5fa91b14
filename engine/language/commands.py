"""Two commands that the user types in the chat: "what do you know about X?" and "forget X". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_LEAD = r"^\W*(?:(?:and|so|ok|okay|hey|hi|please|pls|now|well)[,! ]+)*"
_ASK = r"(?:(?:can|could|will|would) you |i(?:['’]d like| want) you to )?(?:please |pls )?"
_KNOW = re.compile(
    rf"(?i){_LEAD}(?:"
    r"what (?:else )?(?:do|did) you (?:still |already |even )?(?:know|remember|recall|have)(?: \w+)? (?:about|of|on)"
    r"|what have you (?:learned|learnt|stored|saved|noted|remembered|kept) (?:about|of|on)"
    r"|what is (?:stored|saved|known|remembered) (?:about|of|on)"
    r"|do you (?:know|remember|have) (?:anything|something) (?:about|of|on)"
    rf"|{_ASK}(?:tell|show|list)(?: me)? (?:everything|all|what)(?: that)? you (?:know|remember|have)(?: \w+)? (?:about|of|on)"
    r")\s+(?P<topic>.+?)\s*[?.!]*$"
)
_FORGET = re.compile(
    rf"(?i){_LEAD}{_ASK}(?:"
    r"forget(?! (?:it|that|this|me not|the above|your (?:rules|instructions)|(?:all |the )?(?:previous|prior) instructions)\W*$)"
    r"(?: (?:about|everything (?:that )?(?:you know )?about|everything (?:that )?you know (?:about|of)"
    r"|all about|what you know (?:about|of)"
    r"|what i (?:said|told you) about|(?:the )?(?:fact )?that))?"
    r"|(?:delete|remove|erase) (?:everything|all|what)(?: (?:that )?you (?:know|have|remember))? (?:about|of|on)"
    r"|(?:delete|remove|erase) (?:the |your |my )?(?:memory|memories|notes?|facts?) (?:about|of|on|that)"
    r")\s+(?P<topic>.+?)(?:\s+(?:from|in) (?:your |the )?(?:memory|memories|notes))?(?: please)?\s*[.!]*$"
)
LONGEST_TOPIC = 12
"""Words of a topic at most; "forget the old recipe, it should be ..." is a correction, and is learned."""
_MORE = re.compile(
    r"(?i)[.;:!?]\s+\S|\s[-–—]\s|,\s*(?:it|its|it['’]s|use|we|i|i['’]m|they|he|she|that|this|make|take|let|instead|just|go|the)\b"
    r"|\b(?:instead|should be|rather)\b"
)
_ALL = re.compile(r"(?i)^(?:me|myself|us|everything|all|all of (?:it|this)|everything (?:about me|you know)|who i am)$")


@dataclass(frozen=True, slots=True)
class Command:
    """What is asked for, and about what; `topic` is "" when it is everything."""

    kind: Literal["know", "forget"]
    topic: str


def command_in(message: str) -> Command | None:
    """The command that the whole message is, or None: what is said beside other things is no command."""
    text = " ".join(message.split())
    for kind, pattern in (("know", _KNOW), ("forget", _FORGET)):
        found = pattern.match(text) if len(text) <= 200 else None
        if found:
            topic = found["topic"].strip(" \"'“”„«»‘’")
            if _MORE.search(topic) or len(topic.split()) > LONGEST_TOPIC:
                return None
            return Command("know" if kind == "know" else "forget", "" if _ALL.match(topic) else topic)
    return None
