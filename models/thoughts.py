"""Where a thinking model's reasoning ends and its answer begins, in the marks of each family.

Most models think between two tags at the beginning of the answer; some in a channel of its own, with a header before each
message. The reader of an answer is told what stands at its beginning, and where a thought closes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAGS = ("think", "thinking", "thought", "reasoning", "seed:think", "mm:think")
_PAIRS = {
    **{f"<{tag}>": tuple(f"</{close}>" for close in _TAGS) for tag in _TAGS},  # small models close with another's tag
    "[THINK]": ("[/THINK]",),
    "<|START_THINKING|>": ("<|END_THINKING|>",),
    "<|channel>thought": ("<channel|>",),
}
CLOSES = tuple(dict.fromkeys(close for closes in _PAIRS.values() for close in closes))
"""Every mark that may end a thought."""

END = "<|end|>"
"""Ends one message of a model that writes several (gpt-oss)."""
_CHANNEL, _MESSAGE = "<|channel|>", "<|message|>"
_NOISE = ("</think>", "<channel|>", "<|START_RESPONSE|>")
_ROLE = re.compile(r"<\|start\|>assistant([^<]*)")
_HEADER = re.compile(r"<\|channel\|>\s*(\w*)([^<]*)(?:<\|constrain\|>([^<]*))?<\|message\|>")
_RECIPIENT = re.compile(r"to=(?:functions\.)?(\w+)")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands at the beginning: its length; the marks that will close it when it is a thought; whether messages follow one
    another from here on; and the tool that is called by what follows."""

    length: int
    closes: tuple[str, ...] = ()
    channels: bool = False
    tool: str = ""


def opening(text: str, *, final: bool) -> Opening | None:
    """What `text` begins with, spaces apart; an Opening of length 0 is the answer itself; None while more is needed to tell."""
    begun = text.lstrip()
    space = len(text) - len(begun)
    for mark, closes in _PAIRS.items():
        if begun.startswith(mark):
            return Opening(space + len(mark), closes)
    for mark in _NOISE:
        if begun.startswith(mark):
            return Opening(space + len(mark))
    if begun.startswith((_CHANNEL, "<|start|>assistant")):
        return _message(begun, space, final)
    marks = (*_PAIRS, *_NOISE, _CHANNEL, "<|start|>assistant")
    return None if not final and any(mark.startswith(begun) for mark in marks) else Opening(0)


def opens_thought(prompt: str) -> bool:
    """Whether the prompt leaves the model inside a thought, so that the answer begins with reasoning."""
    return prompt.rstrip().endswith(tuple(_PAIRS))


def closing_of(prompt: str) -> str:
    """The mark that closes the thought in which a prompt ends."""
    opened = next(mark for mark in _PAIRS if prompt.rstrip().endswith(mark))
    own = opened.replace("<", "</", 1)
    closes = _PAIRS[opened]
    return own if own in closes else closes[0]


def _message(begun: str, space: int, final: bool) -> Opening | None:
    """The header of one message: who is spoken to, in which channel."""
    role = _ROLE.match(begun)
    header = _HEADER.match(begun, role.end() if role else 0)
    if header is None:
        if not final and len(begun) < _LONGEST:
            return None
        return Opening(space + (role.end() if role else len(_CHANNEL)), channels=True)
    called = _RECIPIENT.search(f"{role[1] if role else ''} {header[2]}")
    closes = (END,) if header[1] == "analysis" and not called else ()
    return Opening(space + header.end(), closes, channels=True, tool=called[1] if called else "")
