"""Sentences and clauses of chat, as spans. Robust against lower case, missing full stops, ellipses, lists and emoji.

A sentence is cut further only where both sides stand alone, with a subject and a finite verb of their own; a reason
stays with its claim ("because", "since" and "so that" never part), for a claim without its reason is half learned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from engine.language.kinds import is_question, is_request

Span: TypeAlias = tuple[int, int]

_EMOJI = r"[\U0001F300-\U0001FAFF\u2600-\u27BF\u2764]\uFE0F?(?:\u200D?[\U0001F300-\U0001FAFF\u2600-\u27BF]\uFE0F?)*"
_SMILEY = r"(?:[:;=]-?[)(DPp/|]|<3|xD|\^\^)"
_END = re.compile(
    r"(?P<dots>\.{2,}|…+)(?=[\s\"'”’)\]]|$)"
    r"|(?P<stop>[.!?]+)(?=[\s\"'”’»)\]*_]|$)"
    r"|(?P<glued>[!?]+)(?=[^\W\d_])"
    r"|[。！？।]+"
    rf"|(?P<face>(?:{_EMOJI}[ ]?)+|(?<=\s){_SMILEY})(?=\s|$)"
)
_CLOSERS = re.compile(rf"[\"'”’»)\]*_]*(?:[ ]?(?:{_EMOJI}|{_SMILEY}))*")
_HARD = frozenset("dr mr mrs ms prof vs e.g i.e eg ie approx cf resp z.b d.h u.a bzw ca m mme mlle mt ft fig".split())
_SOFT = frozenset(
    "st no etc inc ltd co corp jr sr a.m p.m am pm dept est min sec hr hrs ave rd blvd jan feb mar apr jun jul "
    "aug sep sept "
    "oct nov dec mon tue tues wed thu thur thurs fri sat sun nr usw gen col capt lt sgt rev hon rep sen".split()
)
_STARTER = re.compile(
    r"\s*(?:i|i['’]?m|i['’]?ve|i['’]?ll|i['’]?d|he|she|it|its|we|they|the|this|that|these|those|my|our|his|her"
    r"|there|what|when|"
    r"where|how|why|who|please|can|could|do|does|is|are|you)\b",
    re.I,
)
_MONTH = re.compile(
    r"\s+(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zäöüé]*\b|\s+(?:stock|klasse|geburtstag)",
    re.I,
)
_LAST_WORD = re.compile(r"(?<![^\s(\[\"'“‘«„])[^\s(\[\"'“‘«„]+$")
_BULLET = re.compile(r"[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]+")
_REACH = 300  # characters of a clause that are read
_WORD = re.compile(r"[\w'’]+")

_ADVERB = (
    r"(?:also|really|just|now|still|never|always|often|usually|only|even|already|actually|probably|\w+ly|both|all|then)"
)
_BE = (
    r"am|is|are|was|were|isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t|has|have|had|hasn['’]?t|haven['’]?t|hadn['’]?t|"
    r"do|does|did|don['’]?t|doesn['’]?t|didn['’]?t|will|won['’]?t|would|wouldn['’]?t|can|can['’]?t|cannot|could|"
    r"couldn['’]?t|should|shouldn['’]?t|shall|may|might|must|gets?|got|goes|went|comes?|came|lives?|works?|likes?|"
    r"loves?|hates?|wants?|needs?|says|said|made|took|gave|knows?|knew|thinks?|thought|found|left|met|bought|ate|"
    r"drank|runs?|ran|keeps?|kept|makes?|takes?|costs?|starts?|ends?|begins|began|became|becomes|turns?|seems?|"
    r"plays?|teaches|taught|studies|sleeps?|slept|speaks?|spoke|wrote|writes|told|prefers?|owns?|drives?|drove|"
    r"helps?|moves?|uses?|means?|feels?|felt|looks?|eats?|opens?|closes|broke"
    r"|fell|grew|won|lost|"
    r"fed|read|sold|hid|rang|sang|drew|flew|threw|paid|built|sent|spent|cut|put|let|hurt|chose"
)
_PRONOUN = (
    r"(?:i|we|you|they|he|she|it|this|that|there|everyone|nobody|someone|everything|nothing)(?:['’](?:m|ve|re"
    r"|s|ll|d))\b"
    r"|(?:im|ive|ill|theyre|youre|hes|shes|its|thats|theres|dont|weve|theyve)\b"
    rf"|(?:i|we|you|they)\s+(?:{_ADVERB}\s+)*(?!and\b|or\b|but\b|in\b|of\b|at\b|with\b|to\b|too\b|alone\b)[a-z]"
    rf"|(?:he|she|it|this|that|there|everyone|nobody|someone|everything|nothing)\s+(?:{_ADVERB}\s+)*(?:{_BE}"
    rf"|[a-z]{{3,}}(?:s|ed))\b"
)
_NOUN = (
    r"(?:(?i:my|our|his|her|their|the|a|an|your|this|that|these|those|both|all|most|some|one|two|three)\s+"
    r"|(?=[A-ZÀ-Þ]))"
    rf"(?:[\w'’&-]+\s+){{0,4}}?[\w'’&-]+\s+(?i:{_ADVERB}\s+)*(?i:(?:{_BE}|[a-z]{{2,}}ed)\b)"
)
_SUBJECT_VERB = re.compile(rf"(?i:{_PRONOUN})|{_NOUN}")
_LEAD_IN = re.compile(
    r"[\s,;:–—-]*(?:(?:and|but|so|or|yet|also|then|plus|oh|ok|okay|well|yes|no|yeah|hey|hi|btw|by the way|anyway|"
    r"actually|today|yesterday|tomorrow|tonight|now|currently|recently|lately|unfortunately|luckily|sadly|honestly|"
    r"basically|(?:on|last|next|this|since)\s+\w+|in\s+(?:the\s+)?\w+)\b[\s,]*+){0,6}",
    re.I,
)
_DEPENDENT = re.compile(
    r"[\s,]*(?:and\s+|but\s+|so\s+)?(?:if|when|while|although|though|unless|once|whenever|because|since|as"
    r"|before|after|until|"
    r"that|which|who|whose|where|whether|even if|not only|suppose|imagine|say|had|were)\b",
    re.I,
)
_JOINT = re.compile(
    r"(?P<mark>;|\s[-–—]{1,2}(?=\s)|—)\s*|,?\s+(?=(?P<but>but|yet)\s)|,\s*(?=(?P<and>and|plus|oh and)\s)"
    r"|,\s*(?=(?P<so>so)\s)"
    r"|\s(?=(?P<bare>and\s+(?:i|i['’]\w+|im|ive|we|we['’]\w+|my|our|he|she|they)\b))|,?\s(?=(?P<reason>because"
    r"|cause|cos|cuz|since|as)\s)|,\s*(?P<comma>)(?=\S)",
    re.I,
)
_BREATH = re.compile(
    r",\s+|\s+(?=(?:and|but|so|oh|um|uh|also|then|plus|i|im|i['’]m|ive|i['’]ve|we|weve|we['’]ve|he['’]?s|she['’]?s|theyre"
    r"|its|it['’]s)\s)",
    re.I,
)
_HANGS = re.compile(
    r"(?i)\b(?:so|and|but|or|um|uh|oh|also|then|plus|what|that|who|which|when|where|how|if|because|as|than|like)$"
)
_BREATHED = re.compile(r"(?i)(?:(?:and|but|so|oh|um|uh|also|then|plus)\s+)*")
MOST_WORDS, BREATH_WORDS = 40, 4
"""Words of a clause above which it is cut at its breaths (a note holds no more), and the least words on both sides."""
_DECIDES = re.compile(
    r"\b(?:decid|chose|chosen|choos|pick|switch|going with|go with|went with|settl|opt(?:ed|ing)|will use|use)", re.I
)
_CONJUNCTION = re.compile(
    r"^\s*(?:and|but|yet|so|plus|oh and|because|cause|cos|cuz|since|as)\b[\s,]*(?:then\b\s*)?", re.I
)
_OF_ONESELF = re.compile(r"(?:i|i['’](?:m|ve|d|ll)|im|ive|my|we|we['’](?:re|ve)|our|it['’]?s for (?:my|our))\b", re.I)
_OF_ANOTHER = re.compile(r"(?:he|she|it|they)\b", re.I)
_ELLIPTIC = re.compile(
    r"(?:is|are|was|were|has|had|does|can|will)\s+(?!you\b|u\b|i\b|we\b|it\b|there\b|he\b|she\b|they\b)\w", re.I
)
"""A verb whose subject stands before the comma: "she's our mare, has Cushing's"; no question, though it looks like one."""
_RELATIVE = re.compile(r"(?:who|whose|whom|which|where|when)\b", re.I)
_FILLER = re.compile(r"(?:.*\b)?(?:i (?:mean|think|guess|suppose|hope|know)|you (?:know|see))", re.I)
_REFERS_BACK = re.compile(
    r"(?:he|she|it|its|they|this|that|these|those|his|her|their|one of|both|all of|the (?:other|first|second"
    r"|rest))\b(?! for my)",
    re.I,
)
_GIVEN = re.compile(
    r"^\s*(?:(?:and|but|so|ok|hey|hi)\b[\s,]*)*(?:since|as|because|given(?: that)?|now that|seeing as"
    r"|seeing that|considering)\s+",
    re.I,
)
_TAG = re.compile(
    r",\s*(?:right|correct|no|yes|ok|okay|eh|huh|isn['’]?t \w+|doesn['’]?t \w+|don['’]?t \w+|didn['’]?t \w+"
    r"|aren['’]?t \w+|true)\s*\?+\s*$",
    re.I,
)
_AUXILIARY_END = re.compile(
    r"\b(?:can|can['’]?t|do|don['’]?t|did|didn['’]?t|will|won['’]?t|is|isn['’]?t|was|wasn['’]?t|not|too)[.!]*$", re.I
)


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of text[start:end] in order, without the blanks at their edges; together they hold all the rest."""
    for low, high in _lines(text, start, end):
        begin = low
        for match in _END.finditer(text, low, high):
            if match.start() < begin or not _ends(text, begin, match, high):
                continue
            closed = _CLOSERS.match(text, match.end(), high)
            stop = closed.end() if closed else match.end()
            yield from _trimmed(text, begin, stop)
            begin = stop
        yield from _trimmed(text, begin, high)


def stands_alone(text: str) -> bool:
    """Whether a clause has a subject and a finite verb of its own and hangs on no conjunction."""
    if _DEPENDENT.match(text):
        return False
    lead = _LEAD_IN.match(text)
    return bool(_SUBJECT_VERB.match(text, lead.end() if lead else 0) or _SUBJECT_VERB.match(text.lstrip()))


def clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """One sentence in the clauses that can stand alone, each with its conjunction ("but I hate it")."""
    whole = text[start:end]
    if _TAG.search(whole) or _DEPENDENT.match(whole):
        yield from _asked_apart(text, start, end)
        return
    begin = start
    for match in _JOINT.finditer(text, start, end):
        left = text[begin : min(match.end(), begin + _REACH)]
        right = text[match.end() : min(end, match.end() + _REACH)]
        kind = next(
            (name for name in ("but", "and", "so", "bare", "reason", "comma") if match.group(name) is not None), "mark"
        )
        if _parts(left.rstrip(" ,;-–—"), right, kind):
            yield from _breaths(text, begin, match.end())
            begin = match.end()
    yield from _breaths(text, begin, end)


def _breaths(text: str, start: int, end: int) -> Iterator[Span]:
    """A clause that is longer than a note may be, as dictated ones are, in the breaths that it was spoken in."""
    if len(_WORD.findall(text, start, end)) <= MOST_WORDS:
        yield from _trimmed(text, start, end)
        return
    begin = start
    for match in _BREATH.finditer(text, start, end):
        left, right = text[begin : match.start()], text[match.end() : min(end, match.end() + _REACH)]
        right = _BREATHED.sub("", right, count=1)
        long = min(len(_WORD.findall(left)), len(_WORD.findall(right))) >= BREATH_WORDS
        if (
            long
            and not _HANGS.search(left)
            and not _DEPENDENT.match(right)
            and (_OF_ONESELF.match(right) or stands_alone(right))
        ):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, end)


def _asked_apart(text: str, start: int, end: int) -> Iterator[Span]:
    """ "Since I'm vegan, what can I cook?": the reason is a statement, the rest a question."""
    for match in _JOINT.finditer(text, start, end):
        left, right = text[start : match.start()], text[match.end() : min(end, match.end() + _REACH)]
        claim = _GIVEN.sub("", left)
        if claim != left and (is_question(right) or is_request(right)) and stands_alone(claim):
            yield from _trimmed(text, start, match.end())
            yield from _trimmed(text, match.end(), end)
            return
    yield from _trimmed(text, start, end)


def _parts(left: str, right: str, kind: str) -> bool:
    """Whether both sides of a joint stand alone, so that cutting there loses nothing.

    A task or question gives away what it tells of the user ("suggest a film, I love horror", "... because I'm vegan").
    """
    bare = _CONJUNCTION.sub("", right)
    if (
        _ELLIPTIC.match(bare)
        and not right.rstrip().endswith("?")
        and _OF_ANOTHER.match(_LEAD_IN.sub("", left, count=1))
    ):
        return False
    asked = _asks(left)
    if kind in ("comma", "reason"):
        told = (asked or _splices(left, kind)) and bool(_OF_ONESELF.match(bare)) and stands_alone(bare)
        relative = _RELATIVE.match(bare) and not right.rstrip().endswith("?")
        return told or (kind == "comma" and not relative and stands_alone(left) and _asks(bare))
    if len(_WORD.findall(left)) < 2 or not (asked or stands_alone(left)) or _REFERS_BACK.match(bare):
        return False
    if _asks(bare):
        return kind != "bare"
    if len(_WORD.findall(right)) < 4 or _AUXILIARY_END.search(right):
        return False
    if kind == "so" and (_DECIDES.search(right) or re.match(r"so\s+that\b", right, re.I)):
        return False
    conditional = kind == "but" and re.match(r"if\b.{6,}", bare, re.I | re.S)
    return bool(conditional or stands_alone(bare))


def _splices(left: str, kind: str) -> bool:
    """ "I'm 34, I live in Porto": two statements with nothing but a comma between."""
    return (
        kind == "comma"
        and bool(_OF_ONESELF.match(_LEAD_IN.sub("", left, count=1)))
        and stands_alone(left)
        and not _FILLER.fullmatch(left.strip())
    )


def _asks(text: str) -> bool:
    """A question or a task by its first words; a question mark behind a statement does not count here."""
    return is_question(text.rstrip("?!. ")) or is_request(text)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Lines, softly wrapped ones joined: a small letter goes on with a line that is long, or ends with a comma."""
    begin = start
    for match in re.finditer(r"\s*\n\s*", text[start:end]):
        low, high = start + match.start(), start + match.end()
        line = text[text.rfind("\n", begin, low) + 1 or begin : low]
        wrapped = "\n" not in match.group().replace("\n", "", 1) and high < end and text[high].islower()
        if wrapped and (line.endswith(",") or (len(line) >= 50 and line[-1:] not in ".!?:;…")):
            continue
        yield begin, low
        begin = high
    yield begin, end


def _ends(text: str, begin: int, match: re.Match[str], high: int) -> bool:
    """Whether a sentence ends at this punctuation."""
    rest = text[match.end() : min(high, match.end() + 80)]
    if match["dots"] or match["face"]:
        after = rest.lstrip()
        return not after or not after[0].islower() or stands_alone(after) or _asks(after)
    last = _LAST_WORD.search(text, max(begin, match.start() - 30), match.start())
    word = last.group().casefold().strip("*_") if last else ""
    if match["glued"]:
        return not re.search(r"[/@=]|www", word)
    if match["stop"] != ".":
        return True
    if word.isdecimal():
        return not (_BULLET.fullmatch(text[text.rfind("\n", 0, begin) + 1 : match.end()] + " ") or _MONTH.match(rest))
    if word == "no":
        return not re.match(r"\s*\d", rest)
    if word in _HARD:
        return False
    if word in _SOFT or (last and re.fullmatch(r"[^\W\d_](?:\.[^\W\d_])*", last.group()) and last.group() != "I"):
        return not rest.strip() or bool(_STARTER.match(rest))
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        low = start + len(piece) - len(piece.lstrip())
        yield low, low + len(piece.strip())
