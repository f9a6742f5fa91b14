"""What a piece of the user's own text is: something said, a question, a request, fiction or a hypothesis.

Decided by surface words, for chat style: no capitals, no question marks, "u" and "pls". Standing instructions ("always
answer briefly", "call me Jo") look like requests but are said: they are what learning is for.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["said", "question", "quoted", "pasted", "code", "request", "fiction", "hypothetical"]

_OPENER = (
    r"[\s\"'“‘(\[*_>•–—-]*(?:\d{1,2}[.)]\s+)?(?:(?:and|but|so|or|ok|okay|hey|hi|hello|hiya|yo|um|umm|hmm|well|btw|"
    r"by the way|also|then|now|oh|right|anyway|anyways|please|pls|plz|quick question|question|just|alright|great|"
    r"thanks|thank you|thx|sorry|sure|cool|yes|no|yeah|again|next|finally|first|lastly|one more thing|in that case|"
    r"instead|maybe|perhaps|honestly|actually)\b[\s,.:!–—-]*+){0,6}"
)
_SUBJECT = (
    r"(?:you|u|ya|i|we|he|she|it|they|there|this|that|these|those|my|your|our|his|her|their|the|anyone|someone"
    r"|people|any|one)"
)
_AUXILIARY = (
    r"(?:can|could|would|will|do|does|did|is|are|am|was|were|should|shall|have|has|may|might|must|isn['’]?t|"
    r"aren['’]?t|doesn['’]?t|don['’]?t|didn['’]?t|wouldn['’]?t|couldn['’]?t|can['’]?t|won['’]?t|shouldn['’]?t|"
    r"haven['’]?t|hasn['’]?t"
    r"|wasn['’]?t|weren['’]?t)"
)
_WH = (
    rf"(?:what|wat|who|whom|whose|where|when|why|how|which)\s+(?:{_AUXILIARY}|['’]s|the (?:hell|heck|fuck)|else)\b"
    r"|(?:whats|wats|whos|wheres|whens|whys|hows|what['’](?:s|re|d|ll)|who['’](?:s|re|d|ll)|where['’](?:s|re"
    r"|d)|when['’]s|why['’](?:s|d)|how['’](?:s|d))\b"
    r"|how\s+(?:much|many|long|often|far|old|big|tall|fast|hot|well|about|come|else|to|hard|late|early|high"
    r"|deep|safe)\b"
    r"|what\s+(?:about|time|kind|sort|type|colou?r|size|year|day|languages?|are|if)\b|which\s+(?:one|of)\b"
    r"|why\s+not\b|what\s+\w+\s+(?:should|would|do|does|is|are|can)\b"
    r"|which\s+\w+\s+(?:should|would|do|does|is|are|can|was)\b|wdyt\b|any\s+(?:\w+\s+)?(?:ideas?|tips?|advice"
    r"|suggestions?|recommendations?|thoughts|chance|reason|news|recs?)\b"
    r"|is it (?:ok|okay|true|possible|safe|worth)\b|(?:i\s+)?wonder(?:ing)?\s+(?:if|what|how|why|whether)\b"
)
_YES_NO = (
    rf"(?:{_AUXILIARY})\s+(?:{_SUBJECT})\b(?!\s+(?:and|or)\b)"
    r"|(?:is|are|was|were|does|did|has|can|could|will|would)\s+(?:an?\s|(?-i:[A-Z])\w+)"
    r"|(?:is|are|does|did)\s+(?!(?:not|so|very|too|just|really|quite|also|still|going|getting|been|being|what"
    r"|how|why|good|\w+ing)\b)"
    r"\w+\s+\w+"
)
_QUESTION_END = re.compile(r"[?？][!?\s\"'”’»)\]*_.]*(?:[^\w\s.,;!]|[:;]-?[)D(P])*\s*$")
_QUESTION_START = re.compile(rf"{_OPENER}(?:{_WH}|{_YES_NO})", re.I)
_PASSED_ON = re.compile(
    rf"{_OPENER}(?:(?:my|our|his|her|the|a)\s+)?(?:[\w'’-]+\s+){{1,3}}?(?:asks?|asked|(?:is|was) asking|wants? to know|wonders?"
    r"|(?:is|was) wondering)\s+(?:me\s+)?(?:if|whether|how|what|why|when|where|which|who)\b",
    re.I,
)
"""Somebody else's question: "my mate asks how long a kidney stone takes"."""
_INVITATION = re.compile(
    rf"{_OPENER}(?:do|have)\s+(?:the|my|your|it|that|this|one|some|any)\b(?!.*\?)"
    rf"|.*\b(?:so|neither|nor)\s+{_AUXILIARY}\s+\w+[.!]*$",
    re.I,
)

_TASK = (
    r"write|make|give|create|list|find|show|tell|explain|translate|summari[sz]e|draft|compose|generate|suggest|"
    r"recommend|help|compare|calculate|compute|convert|plan|design|build|fix|debug|correct|improve|rewrite|rephrase|"
    r"paraphrase|shorten|proofread|polish|check|review|analy[sz]e|describe|define|search|look (?:up|for|at|into)|"
    r"pick|choose|rank|sort|count|outline|brainstorm|name|finish|continue|complete|add|remove|change|update|turn|put|"
    r"reply|respond|answer|teach|quiz|test|walk me|run|set|play|order|book|send|schedule|prepare|code|implement|"
    r"refactor|optimi[sz]e|provide|draw|paint|sing|read|think of|come up with|do|say (?:it|this|that)|invent|"
    r"estimate|simplify|expand|elaborate|clarify|format|organi[sz]e|group|classify|extract|fill|solve|prove|spell|"
    r"pronounce|let['’]?s|share|sketch|mark|sum up|break (?:it|this|that|down)|try again|go on|redo|repeat|tl;?dr|"
    r"lmk|let me know|use|keep going|split|merge|cut|trim"
)
_PERSONA = (
    r"you(?:['’]re| are) (?:now )?an? (?:senior|junior|expert|professional|helpful|world-class|experienced|skilled|"
    r"seasoned|(?:\w+ )?(?:engineer|assistant|editor|writer|teacher|coach|translator|lawyer|expert|developer|analyst"
    r"|tutor|chef))\b"
)
_REQUEST = re.compile(
    rf"{_OPENER}(?:{_TASK}|{_PERSONA})\b(?!\s*(?:is|was|are|were|of|['’]s)\b|\s*[:=]\s*\S)"
    r"|[\s\S]*\b(?:i(?:['’]?d| would) (?:like|love|want) (?:you to|a (?:list|table|summary|poem|story|recipe"
    r"|plan)|some (?:ideas|help|tips|advice|suggestions))"
    r"|i (?:want|need) (?:you to|(?:some |a few |\d+ )?(?:ideas|suggestions|help (?:with|to|writing|finding)"
    r"|advice|tips|names? for)))\b",
    re.I,
)
_STANDING = re.compile(
    rf"{_OPENER}(?:always|never|from now on|going forward|in future|in the future|from here on|remember"
    rf"|don['’]?t forget|keep in mind|"
    r"bear in mind|note(?: that|:| to self)|take note|call me|address me|refer to me|call (?:it|him|her|them|"
    r"yourself)|stop \w+ing|don['’]?t|do not|no more|avoid|for the record|fyi|by default|be (?:more |less |"
    r"very )?(?:brief|concise|short|direct|honest|formal|informal|casual|polite|blunt|nice|kind|strict|specific|"
    r"critical)|keep (?:your|the|all)?\s*(?:answers|replies|responses|it (?:brief|short|concise))|(?:answer|reply|"
    r"respond|speak|talk|write|explain)(?: to me)? (?:always|only|briefly|shortly|concisely)|(?:answer|reply|respond|"
    r"speak|talk)(?: to me)? in \w+|write in (?:british|american|plain|simple|clear"
    r"|german|french|spanish|english|italian|dutch)\b|use (?:metric|imperial|british|american|celsius|fahrenheit|24|"
    r"plain|simple|short|bullet|emojis?|markdown|gender|my |she|he|they)|remind me|(?:make|be) sure (?:to|"
    r"you) (?:always|never)|make a note|prefer)\b"
    r"|.*\bi(?:['’]?d| would)? (?:want|like|need) you to (?:always|never|only)\b"
    r"|.*\b(?:from now on|going forward|in (?:the )?future|from here on|every time|each time|whenever (?:i|you|we)|"
    r"by default|for all (?:your|future)|in all (?:your )?(?:answers|replies|responses))\b"
    rf"|{_OPENER}(?:when(?:ever)?|if) (?:i|you)\b.{{3,60}}\b(?:always|never|please|just|only|don['’]?t)\b",
    re.I,
)

_CONDITION = re.compile(
    r"\bif (?:i|we|you|he|she|they|it|my|our|someone|there|the)\b.{0,80}?\b(?:were|was|had|won|could|lost|got"
    r"|lived|inherited|moved|"
    r"knew|became|owned|didn['’]?t|wasn['’]?t|weren['’]?t|\w{2,}ed|ever \w+)\b",
    re.I | re.S,
)
_WOULD = re.compile(r"(?:\b(?:would|wouldn['’]?t|could|couldn['’]?t|might|id|wouldve)\b|['’]d\b)", re.I)
_SUPPOSING = re.compile(
    rf"{_OPENER}(?:suppose|supposing|assume|assuming|imagine(?! my surprise| that!)|hypothetically|pretend|what if|"
    r"(?:let['’]?s|lets) (?:say|assume|suppose|imagine|pretend)|say (?:i|we|my|you|he|she|someone)\b|"
    r"in (?:an alternate|another) (?:universe|life|world)|for the sake of argument|thought experiment|(?:had|"
    r"were) i\b)"
    r"|.*\b(?:hypothetically(?: speaking)?|in theory|for the sake of argument|as a thought experiment"
    r"|what if (?:i|we|you|he|she|they|my)|"
    r"if (?:only )?i (?:ever )?(?:were|won|inherited|became))\b",
    re.I | re.S,
)
_WHAT_IF = re.compile(rf"{_OPENER}what if\b.*[?？]\W*$", re.I | re.S)
"""A question that is over with its mark: what follows is told as it is."""
_DENIAL = re.compile(
    r"\((?:i|we) (?:have ?n['’]?t|don['’]?t|do not|am not|did ?n['’]?t|never|wo ?n['’]?t"
    r"|ca ?n['’]?t)\b[^)]{0,30}\)|\((?:not that|hypothetical|just an example|not really|not true|jk|just kidding)\b",
    re.I,
)
_BACK_TO_LIFE = re.compile(
    rf"{_OPENER}(?:btw|by the way|in reality|realistically|in (?:the real|real) (?:world|life)|irl|for real|seriously"
    rf"|real talk|out of character"
    rf"|ooc|end of (?:game|scene|story)|"
    r"back to reality|on another note|unrelated|actually,|outside (?:of )?the (?:game|story))\b|.*\b(?:irl"
    r"|in real life|in reality|out of character|for real)\b",
    re.I,
)


def is_question(text: str) -> bool:
    """A question, with or without its mark: "whats the time", "can you ..."; not "what i like is ..."."""
    starts = _QUESTION_START.match(text) and not _INVITATION.match(text)
    return bool(_QUESTION_END.search(text) or starts or _PASSED_ON.match(text))


def is_request(text: str) -> bool:
    """An imperative that asks for work now; a standing instruction about the future is none."""
    return bool(_REQUEST.match(text)) and not is_standing(text)


def is_standing(text: str) -> bool:
    """An instruction that holds from now on: "never use emojis", "remember that ...", "call me Jo"."""
    return bool(_STANDING.match(text))


def is_hypothetical(text: str) -> bool:
    """Unreal by its own words: "if I won the lottery I'd ...", "suppose I had ...", "... (I haven't)"."""
    condition = _CONDITION.search(text)
    unreal = condition and _WOULD.search(text[: condition.start()] + text[condition.end() :])
    return bool(unreal or _SUPPOSING.match(text) or _DENIAL.search(text))


def supposes(text: str) -> bool:
    """Whether it opens a supposition that what follows may go on with ("imagine I run a bakery. I have two ovens.")."""
    return bool(_SUPPOSING.match(text)) and not _CONDITION.search(text) and not _WHAT_IF.match(text)


_NOT_REALLY = re.compile(
    r"(?i)\W*(?:i|we)(?:['’]m|['’]re| am| are|m| do| have|re)?(?: not|n['’]t)(?: (?:actually|really|planning|going"
    r"|moving|leaving|quitting"
    r"|buying|serious(?:ly)?|doing|to|it|that|there))*[\s,.!]*"
)
"""After a supposition: "we're not moving". """


def disclaims(text: str) -> bool:
    """Whether it says of a supposition before it, and nothing else, that it is none of a plan: "we're not moving"."""
    return bool(_NOT_REALLY.fullmatch(text))


def denies(text: str) -> bool:
    """Whether it takes back what stands before it: "(i haven't)"."""
    return bool(re.fullmatch(rf"\s*(?:{_DENIAL.pattern})[^)]*\)?[\s.!]*", text, re.I))


def returns_to_life(text: str) -> bool:
    """Whether the user leaves the story or supposition: "btw", "in real life"."""
    return bool(_BACK_TO_LIFE.match(text))
