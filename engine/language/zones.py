"""Stretches of a message that are not the user's own words: code, quotations, text pasted in to be worked on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias

from engine.language.kinds import Kind, is_question, is_request

Zone: TypeAlias = tuple[int, int, Kind]

_FENCE = re.compile(r"(```+).*?(?:\1|\Z)|^(~~~+).*?(?:^\2|\Z)", re.M | re.S)
_TRACE = re.compile(
    r"^Traceback \(most recent call last\):.*?(?:^\w[\w.]*(?:Error|Exception|Interrupt|Warning)\b[^\n]*"
    r"|\Z)",
    re.M | re.S,
)
_CODE_SURE = re.compile(
    r"\s*(?:(?:async )?def \w+\(.*|class \w+[(:].*:|#include\b.*|>>> .*|\$ \w+.*|at [\w.$<>]+\(.*\)|"
    r"File \".*\", line \d+.*|</?[a-z][\w-]*(?: [^<>]*)?>.*|(?:const|let|var) \w+ ?=.*|import [\w.]+(?: as \w+)?|"
    r"from [\w.]+ import .+|(?:\w+\.)*\w*(?:Error|Exception): .*|SELECT .+ FROM .+|(?:public|private|static) .*[{;]|"
    r"function \w*\(.*)$"
)
_CODE_LIKE = re.compile(
    r".*[{}]\s*$|(?!(?:[^\W\d_]+[,'’]? ){3}).*;\s*$|[ \t]*[\w.\[\]]+ ?[-+*/]?= ?[^=\s].*$|[ \t]*(?:return|if|for|while"
    r"|else|elif|try"
    r"|except)\b.*[:{;]?$|(?: {4}|\t)\S.*"
)
_LOG = re.compile(
    r"\s*(?:\[?\d\d:\d\d:\d\d\S*\]?\s+(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b.*"
    r"|\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*\]?\s.*|\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|"
    r"CRITICAL)\]?[:\s].*|[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d .*|\d{1,3}(?:\.\d{1,3}){3} .*)$"
)
_SPEAKER = re.compile(r"\s*(?:\[[^\]]*\d:\d\d[^\]]*\]\s*|\d{1,2}:\d\d\s+)?([A-Z][\w.' -]{0,24}?)\s*:\s+\S")
_PRICED = re.compile(r"\d[\dO]*[.,][\dO?]{1,3}\b|[€$£¥]|\d ?(?:x|kg|g|ml|l|pcs?|stk)\b", re.I)
_QUOTED_LINE = re.compile(r"[ \t]*>(?!>>)")
_MARKS = re.compile(
    r"“[^“”]{1,2000}”|„[^“”„]{1,2000}[“”]|«[^«»]{1,2000}»|(?<![\w\"])\"(?=\S)[^\"]{1,2000}(?<=\S)\"(?!\w)"
    r"|(?<!\w)'(?=\S)(?:[^'\n]|(?<=\w)'(?=\w)){1,600}(?<=\S)'(?!\w)|(?<!\w)‘(?:[^‘’\n]|(?<=\w)’(?=\w)){1,600}’(?!\w)"
)
_TITLE_OF = re.compile(
    r"\b(?:called|named|titled|entitled|nicknamed|book|novel|song|film|movie|show|series|album|game|band"
    r"|podcast|company|project|"
    r"restaurant|caf[eé]|school|shop|channel|app|brand|team|title)\s*(?:is\s*)?[,:]?\s*$",
    re.I,
)
_VERB = (
    r"(?:summari[sz]e|translate|proof-?read|rewrite|re-?phrase|paraphrase|polish|reply|respond|answer|explain|"
    r"correct|fix|edit|improve|shorten|simplify|review|check|analy[sz]e|classify|extract|convert|reformat|clean up|"
    r"tidy up|turn|critique|debug|comment|grade|tl;?dr|summary|transcribe|expand|sum up|look|read|have a look|"
    r"take a look"
    r"|what do you think|feedback|thoughts|continue|carry (?:(?:this|it) )?on|keep going|go on|pick (?:this|it) up|extend|finish)"
)
_OPENING = (
    r"(?:^|(?<=[.!?\n,]))[ \t]*(?:(?:please|pls|plz|can you|could you|would you|will you|hey|hi|hello|ok|and"
    r"|then|also|now|just|help me)[, ]+){0,6}"
)
_OBJECT = (
    r"\s+(?:\w+\s+){0,3}?(?:this|these|the|that|my|it|to|into|for|in|as|of|on|at|a|an|following|below)\b[^\n:]{0,80}"
)
_ALONE = (
    r"(?:summari[sz]e|translate|proof-?read|rewrite|re-?phrase|paraphrase|polish|explain|edit|improve|shorten"
    r"|simplify|tl;?dr"
    r"|analy[sz]e|convert|transcribe|debug)"
)
_THE_TEXT = r"\s+(?:\w+\s+){0,2}?(?:this|these|(?:the )?following|the \w+ below|below)\b[^\n:]{0,60}"
_INSTRUCTION = re.compile(rf"{_OPENING}(?:{_VERB}{_OBJECT}|{_ALONE}):(?!\S)[ \t]*", re.I | re.M)
_LOOSE = re.compile(rf"{_OPENING}{_VERB}{_THE_TEXT}[.!]?[ \t]*\n\s*(?=\S)", re.I | re.M)
_THIS_TEXT = re.compile(
    r"\b(?:my\s+(?:essay|e-?mail|message|cv|text|draft|code|letter|article|abstract|paragraph|tweet|post|poem|caption)"
    r"|(?:this|the following)\s+(?:\w+\s+)?(?:sentence|text|e-?mail|message|paragraph|line|note|tweet|review|post|"
    r"essay|letter|article|abstract|code|snippet|error|log|draft|output|table|data|list|passage|quote|joke|poem"
    r"|caption))\b[^:\n.!]{0,60}:(?!\S)[ \t]*"
    r"|\b(?:is this (?:correct|right|ok|good)|does this (?:sound|read|look)\b[^:\n]{0,30}"
    r"|what does this (?:say|mean))[^:\n]{0,20}:[ \t]*",
    re.I,
)
_NO_PASTE = re.compile(r"\b(?:remember|note|check this out|keep in mind|always|never|from now on)\b", re.I)
_ABOVE = re.compile(
    rf"{_OPENING}(?:{_VERB}|make)\b[^\n]{{0,60}}\b(?:this|the above|that|it|above|these)\b[^\n]{{0,60}}\Z"
    rf"|^\^+[^\n]*\Z|^tl;?dr\??\Z",
    re.I,
)
_OWN_AGAIN = re.compile(
    r"\n[ \t]*\n+(?=[ \t]*(?:btw\b|by the way\b|for context\b|oh and\b|unrelated\b|also,|anyway\b|fyi\b|some context\b|"
    r"(?:please |pls )?(?:keep it|make it|and make|don['’]?t change)\b))",
    re.I,
)
_DEAR = re.compile(
    r"^[ \t]*(?P<dear>Dear|To whom|Sehr geehrte\w*|Liebe\w*|Cher|Chère|Estimad[oa])\b[^\n]{0,60}[,:!]?[ \t]*$", re.M
)
_HEADER = re.compile(
    r"^[ \t]*(?:From|Subject|Sent|Von|Betreff|De|Objet|Asunto): \S.*(?:\n[ \t]*(?:To|Cc|Date|Subject|Sent|From"
    r"|An|Betreff): ?.*)+",
    re.M,
)
_SIGNED = re.compile(
    r"^[ \t]*(?:(?:Best|Kind|Warm(?:est)?|With kind) (?:regards|wishes)|Regards|Yours (?:sincerely|truly|faithfully)|"
    r"Sincerely(?: yours)?|Mit freundlichen Grüßen|Viele Grüße|Cordialement|Bien à vous|Un saludo|"
    r"Saludos(?: cordiales)?"
    r"|Atentamente)[ \t]*[,.!]?[ \t]*"
    r"(?:\n{1,2}[ \t]*[^\n]{1,40}(?=\n|\Z))?",
    re.M | re.I,
)
_GREETED = re.compile(
    r"^[ \t]*(?:Hi|Hello|Hey|Hallo|Bonjour|Hola|Good (?:morning|afternoon))\b[^\n.?]{0,40}[,!][ \t]*$", re.M | re.I
)
_TO_MACHINES = re.compile(
    r"<!--.*?(?:-->|\Z)|\[\s*(?:assistant|ai|system|llm|model|chatbot|note to (?:the |all |any )?(?:ai|llm|assistant"
    r"|model)s?)\b[^\]]*"
    r"(?:\]|\Z)|^\W*(?:system (?:prompt|note|message)|note to (?:the |all |any )?(?:ai|llm|language model"
    r"|assistant)s?[^:\n]{0,30}):[^\n]*",
    re.S | re.I | re.M,
)
_HEADED = re.compile(r"[^\n]*[:?]+[ \t]*\n[ \t]*\n")
_POINTED = re.compile(r"(?<=\S)[ \t]*>>>+[ \t]*(?=\S)")
_POINTED_BACK = re.compile(r"<<<+")
_POINTS_BELOW = re.compile(
    r"(?i)\b(?:this|these|below|following|says?|said|wrote|reads?|texts?|e-?mail|letter|page|message|post|article"
    r"|recipe|log|error"
    r"|copied|pasted)\b"
)
_OF_ONESELF = re.compile(
    r"(?i)\b(?:about (?:me|myself|us)|my (?:details|facts|file|data|preferences|rules|situation|set-?up|week|plans?|goals?|news)"
    r"|for (?:the|your|my) (?:record|file|notes)|(?:we|i)(?:['’]ve)? decided|to know)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:i|i['’]\w+|im|ive|my|me|mine|we|our|us)\b", re.I)
_SMALL = frozenset("a an the of and in on for to at by with from or as de la von der des du".split())
_BLOCK = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")  # a paragraph
_WORDS = re.compile(r"\w+")


def zones(message: str) -> list[Zone]:
    """Where the message is "code", "pasted" or "quoted", in order; a paste takes in what lies inside it."""
    taken: list[Zone] = []
    for finder in (_to_machines, _pointed, _code, _lines_of, _pasted, _below, _letters, _heaps, _quotations):
        for start, end, kind in finder(message):
            if start < end and all(end <= low or high <= start for low, high, _ in taken):
                taken.append((start, end, kind))
            elif kind == "pasted":  # a block around code or a quotation takes it in
                inside = [zone for zone in taken if start <= zone[0] and zone[1] <= end]
                if all(zone in inside or zone[1] <= start or zone[0] >= end for zone in taken):
                    taken = [zone for zone in taken if zone not in inside] + [(start, end, kind)]
    return sorted(taken)


def _code(message: str) -> Iterator[Zone]:
    for pattern in (_FENCE, _TRACE):
        for match in pattern.finditer(message):
            yield match.start(), match.end(), "code"
    for run in _line_runs(message, lambda line: bool(_CODE_SURE.match(line) or _CODE_LIKE.match(line))):
        sure = any(_CODE_SURE.match(line) for _, line in run)
        like = sum(bool(re.search(r"[{};=()<>\[\]]", line)) for _, line in run)
        if sure or (like >= 2 and like * 2 > len(run)):
            yield run[0][0], run[-1][0] + len(run[-1][1]), "code"


def _lines_of(message: str) -> Iterator[Zone]:
    """Logs, tables, receipts, transcripts and lines that begin with ">"."""
    for run in _line_runs(message, lambda line: bool(_QUOTED_LINE.match(line))):
        yield run[0][0], run[-1][0] + len(run[-1][1]), "quoted"
    for run in _line_runs(message, lambda line: bool(_LOG.match(line))):
        yield run[0][0], run[-1][0] + len(run[-1][1]), "pasted"
    for run in _line_runs(message, lambda line: _cells(line) > 1):
        if len(run) >= 3 and len({_cells(line) for _, line in run}) == 1:
            yield run[0][0], run[-1][0] + len(run[-1][1]), "pasted"
    for run in _line_runs(message, _printed):
        if len(run) >= 3 and sum(bool(_PRICED.search(line)) for _, line in run) >= 2:
            yield run[0][0], run[-1][0] + len(run[-1][1]), "pasted"
    for run in _line_runs(message, lambda line: bool(_SPEAKER.match(line))):
        speakers = Counter(match[1] for _, line in run if (match := _SPEAKER.match(line)))
        if len(run) >= 3 and len(speakers) > 1 and max(speakers.values()) > 1:
            yield run[0][0], run[-1][0] + len(run[-1][1]), "pasted"


def _to_machines(message: str) -> Iterator[Zone]:
    """What speaks to programs in place of the user: comments of a page, "[assistant: remember ...]"."""
    for match in _TO_MACHINES.finditer(message):
        yield match.start(), match.end(), "pasted"


def _pointed(message: str) -> Iterator[Zone]:
    """What stands behind ">>>" within a line, up to "<<<": "shorten to 20 words >>> Dear residents, ..."."""
    opening = _POINTED.search(message)
    if opening:
        closing = _POINTED_BACK.search(message, opening.end())
        yield opening.end(), closing.end() if closing else _paste_end(message, opening.end()), "pasted"


def _below(message: str) -> Iterator[Zone]:
    """A block under a question or a task, after an empty line: "is this ok for her?" and a recipe, "carry this on:" and a story.

    Under a question only a block that does not speak of the user; what one tells of oneself has a heading of its own kind.
    """
    for match in _HEADED.finditer(message):
        head, start = match.group().strip(), match.end()
        own = _FIRST_PERSON.search(message, start)
        points = _POINTS_BELOW.search(head) or is_request(head) or is_question(head)
        told = _NO_PASTE.search(head) or _OF_ONESELF.search(head)
        if (
            message[start:].strip()
            and not told
            and ((head.endswith(":") and points) or (head.endswith("?") and not own))
        ):
            yield start, _paste_end(message, start), "pasted"
            return


def _pasted(message: str) -> Iterator[Zone]:
    """What follows "translate this: ...", or stands above "summarise the above"."""
    for pattern in (_INSTRUCTION, _THIS_TEXT, _LOOSE):
        for match in pattern.finditer(message):
            start = match.end()
            if _NO_PASTE.search(match.group()) or not message[start:].strip():
                continue
            yield start, _paste_end(message, start), "pasted"
            return
    blocks = [(m.start(), m.end()) for m in _BLOCK.finditer(message)]
    if len(blocks) > 1 and _ABOVE.match(message[slice(*blocks[-1])].strip()):
        start, end = blocks[0][0], blocks[-2][1]
        if end - start > 160 or message.count("\n", start, end) > 1:
            yield start, end, "pasted"


def _paste_end(message: str, start: int) -> int:
    """Up to the closing mark when the paste is quoted, else up to a paragraph in which the user speaks again."""
    begin = start + len(message[start:]) - len(message[start:].lstrip())
    if message[begin] in "\"“„«'‘" and (quoted := _MARKS.match(message, begin)):
        return quoted.end()
    again = _OWN_AGAIN.search(message, start)
    return again.start() if again else len(message)


def _letters(message: str) -> Iterator[Zone]:
    """E-mail: from "Dear ..." or its headers to the closing formula and the name below."""
    for header in _HEADER.finditer(message):
        yield header.start(), _paste_end(message, header.end() - 1), "pasted"
    for opening in (_DEAR, _GREETED):
        for greeting in opening.finditer(message):
            closing = _SIGNED.search(message, greeting.end())
            if closing:
                yield greeting.start(), closing.end(), "pasted"
    for closing in _SIGNED.finditer(message):
        block = message.rfind("\n\n", 0, max(0, message.rfind("\n\n", 0, closing.start())))
        yield (block + 2 if block >= 0 else 0), closing.end(), "pasted"


def _heaps(message: str) -> Iterator[Zone]:
    """Blocks of over 1,200 characters or 12 lines with fewer than 2 first-person words in a hundred."""
    for match in _BLOCK.finditer(message):
        block = match.group()
        long = len(block) > 1200 or (block.count("\n") >= 12 and len(block) > 500)
        if long and len(_FIRST_PERSON.findall(block)) < 0.02 * len(_WORDS.findall(block)):
            yield match.start(), match.end(), "pasted"


def _quotations(message: str) -> Iterator[Zone]:
    """Quotation marks around more than three words, titles and names excepted."""
    for match in _MARKS.finditer(message):
        words = match.group().split()
        bare = [word.strip("\"“”„«»'‘’.,!?") for word in words]
        titled = (
            bare[0][:1].isupper() and all(word[:1].isupper() or word in _SMALL for word in bare) and len(words) <= 8
        )
        if len(words) > 3 and not titled and not _TITLE_OF.search(message[max(0, match.start() - 30) : match.start()]):
            closed = re.compile(r"[.,;:!]*").match(message, match.end())
            yield match.start(), closed.end() if closed else match.end(), "quoted"


def _cells(line: str) -> int:
    """Cells of a table row; 1 for prose, whose commas are followed by blanks."""
    if line.strip().startswith("|") and line.count("|") >= 3:
        return 99
    if "\t" in line.strip():
        return 1 + line.strip().count("\t")
    return 1 + max(len(re.findall(rf"\{mark}(?!\s|$)", line)) if f"{mark} " not in line else 0 for mark in ",;|")


def _printed(line: str) -> bool:
    """Whether a line comes from a till or a form: nearly all capitals and figures."""
    signs = [char for char in line if not char.isspace()]
    small = sum(char.islower() for char in signs)
    return len(signs) > 3 and small < 0.2 * len(signs)


def _line_runs(message: str, belongs: Callable[[str], bool]) -> Iterator[list[tuple[int, str]]]:
    """Runs of lines that belong together, each line with where it starts; blank lines end a run."""
    run: list[tuple[int, str]] = []
    position = 0
    for line in message.split("\n"):
        if line.strip() and belongs(line):
            run.append((position, line))
        elif run:
            yield run
            run = []
        position += len(line) + 1
    if run:
        yield run
