"""What the user asks in so many words to be remembered: "remember this: ...", "I'm vegan, please remember that". Pure.

Only the user's own command counts: none within a quotation, pasted text, code or fiction. What is asked for is taken as it
stands and never judged again; so a question ("remember when ...?") and a bare "remember that" must not pass for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.language.segments import Segment, segment
from engine.language.text import words

_LEAD = r"^(?:(?:and|also|oh|ok|okay|so|hey|hi|yes|please|pls|btw|by the way)[,: ]+)*"
_VERB = (
    r"(?:(?:always |also )?remember(?! (?:when|how|if|whether|what|who|where|me)\b)|note(?= this| that|:| down)"
    r"|make a note(?: of| that)?|take (?:a )?note(?: of| that)?|keep in mind|bear in mind"
    r"|don['’]?t (?:you )?(?:ever )?forget|do not forget"
    r"|memori[sz]e|save(?= this| that|:)(?! (?:file|document|code|table|list)))"
)
_MARK = re.compile(
    rf"(?i){_LEAD}(?P<ask>(?:can|could|will|would) you |i(?:['’]d like| want| need) you to )?(?:please |pls )?{_VERB}"
    r"(?: (?:this|that|the following|down)(?: (?:for me|about me|please|too|one|fact|for later|down))*"
    r"(?=\s*[:,–—-]|\s+that\b|$))?"
    r"(?P<colon>\s*[:–—]|\s+-)?[\s,]*(?:that\s+)?"
)
_TRAILING = re.compile(
    r"(?i)(?:^|[,;.–—-]\s*|\b(?:and|so|but) )(?:please |pls )?(?:remember|note|keep in mind|don['’]?t forget|memori[sz]e)"
    r"\s+(?:that|this|it)(?: (?:for (?:me|later|next time)|please|about me|too))*\s*[.!]*$"
)
_EDGES = " \t\n-*•\"'“”„«»‘’"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to remember: its exact stretch of the message (quote, message[start:end]) and what is to be remembered."""

    text: str
    quote: str
    start: int
    end: int


def asked_to_remember(message: str) -> list[Asked]:
    """All that the message asks to be remembered, in order; a list or paragraph after "remember this:" piece by piece."""
    pieces = segment(message)
    found: list[Asked] = []
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        mark = _MARK.match(piece.text) if piece.kind in ("said", "request", "question") else None
        trailing = _TRAILING.search(piece.text) if piece.kind == "said" else None
        if mark and not (trailing and trailing.start() == 0):
            rest = _rest_of_paragraph(message, pieces, place) if mark["colon"] else []
            found += [*_own(piece, mark), *(_whole(other) for other in rest if _says(other.text))]
            place += 1 + len(rest)
            continue
        if trailing:
            found += _before(pieces, place, trailing)
        place += 1
    return found


def _own(piece: Segment, mark: re.Match[str]) -> Iterator[Asked]:
    """What stands in the command's own sentence; a question only when it asks to do so ("can you remember that ...?")."""
    told = piece.text[mark.end() :].strip()
    if mark["ask"]:
        told = told.rstrip("? ")
    if told.lower().startswith("to "):
        told = f"Remember {told}"
    if _says(told) and not told.endswith(("?", ":")):
        yield Asked(told.strip(_EDGES) or told, piece.text, piece.start, piece.end)


def _rest_of_paragraph(message: str, pieces: list[Segment], place: int) -> list[Segment]:
    """What follows "remember this:" up to the next empty line, quoted text included: the user points at it."""
    rest: list[Segment] = []
    end = pieces[place].end
    for piece in pieces[place + 1 :]:
        if "\n\n" in message[end : piece.start].replace("\r", "").replace(" ", "") and (
            rest or _ends_told(pieces[place])
        ):
            break
        if piece.kind == "question":
            break
        rest.append(piece)
        end = piece.end
    return rest


def _ends_told(piece: Segment) -> bool:
    return not piece.text.rstrip().endswith(":")


def _before(pieces: list[Segment], place: int, trailing: re.Match[str]) -> Iterator[Asked]:
    """ "I'm vegan, remember that." and "I'm vegan. Remember that.": what stands before is meant."""
    piece = pieces[place]
    told = piece.text[: trailing.start()].strip(" ,;")
    if _says(told):
        yield Asked(told, piece.text, piece.start, piece.end)
    elif place and pieces[place - 1].kind == "said" and not told:
        yield _whole(pieces[place - 1])


def _whole(piece: Segment) -> Asked:
    return Asked(piece.text.strip(_EDGES), piece.text, piece.start, piece.end)


def _says(text: str) -> bool:
    """Whether there is something in it: two words, or one that is no pronoun."""
    found = words(text)
    return len(found) >= 2 or (len(found) == 1 and found[0].lower() not in ("this", "that", "it", "me", "you"))
