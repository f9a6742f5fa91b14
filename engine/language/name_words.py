"""Proper names in running text, by their capital letters: "Maria da Silva", "J. R. Ewing", "University of Leeds"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽА-ЯЁІЇЄΑ-Ω"
_WORD = re.compile(
    rf"[{_UPPER}]\.(?:[{_UPPER}]\.)*(?![^\W\d_])"  # initials: J. or J.R.R.
    rf"|[{_UPPER}][\w]*(?:[-'’&/][\w]+)*(?:[+#]+)?"  # Anna, O'Brien, Anne-Marie, AC/DC, ZB-7, C++
    rf"|[a-z]{{1,3}}[{_UPPER}]\w+"  # iPhone, eBay, macOS
    rf"|[\u4e00-\u9fff]{{1,4}}(?=[ \t][{_UPPER}])"  # 李 Ming
)
_PARTICLE = (
    r"(?:de|de la|de los|del|della|di|da|do|dos|du|van|van der|van den|van de|von|von der|zu|af|bin|ibn|al|el"
    r"|of|of the|the)"
)
_LINK = re.compile(rf"[ \t]+(?:(?P<particle>{_PARTICLE})[ \t]+)?$|^-$")
_SENTENCE_END = re.compile(r"(?:^|[.!?…:\n]|\.\.)[\s\"'“”‘’«»„()\[\]*>•–-]*$|\n\s*(?:\d+[.)])\s*$")
_TITLE = re.compile(r"(?:^|\s)(?:Dr|Mr|Mrs|Ms|Prof|St|Sr|Jr|Mt|Rev|Hon|Capt|Lt|Sgt|Col|Gen|[A-Z])\.\s*$")
_SUFFIX = re.compile(r"['’]s?$")
_NUMBER = re.compile(r"[ \t](\d{1,4}[A-Za-z]?)\b(?![.,:/]\d|%|\s*(?:am|pm|years?|days?|weeks?|months?|times?)\b)")
_SPEAKS_OF_A_NAME = re.compile(
    r"\s+(?:lives?|works?|said|says|told|loves?|likes?|hates?|wants?|moved|called|thinks|asked|and I\b|studies"
    r"|plays|turn(?:s|ed)|is (?:(?:my|our|his|her|their|a|an|the) (?!favou?rite)|\d)|was (?:my|our|born)|has an? "
    r"|and [A-Z])"
    r"|['’]s\s",
)
_ODD = re.compile(r"\d|[a-z][A-Z]|^[A-Z]{2,}$|[-/'’][A-Z]|[+#]$|\.")

_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays "
    "saturdays sundays"
)
_MONTHS = "january february march april may june july august september october november december"
_LANGUAGES = (
    "english german french spanish italian portuguese dutch polish czech russian ukrainian turkish greek arabic "
    "hebrew hindi chinese mandarin cantonese japanese korean vietnamese thai swedish norwegian danish finnish "
    "hungarian romanian latin american british european african asian indian irish scottish welsh canadian "
    "australian mexican"
)
_CHAT = (
    "i i'm i've i'll i'd im ive ok okay lol lmao omg btw fyi imo imho tbh idk irl afaik asap eta diy tv pc ai faq "
    "pdf url usb ps tldr wtf nvm brb thx pls plz haha hmm wow yay oh ah hey hi hello am pm vs ceo cto hr usd eur "
    "gbp pin iban q1 q2 q3 q4 birthday christmas xmas easter inc ltd llc gmbh"
)
_KIN = "mum mom mommy mummy dad daddy mama papa grandma grandpa granny nana gran sir madam dear mr mrs ms dr prof"
_STARTERS = (
    "a an the this that these those my our your his her its their i you he she it we they who what when where why "
    "how which whose there here and but or so because since while although though if unless until after before "
    "during as at in on of for from to by with without about into over under between through also just only even "
    "still already again now then today tomorrow yesterday tonight next last first second third finally lately "
    "recently usually always never sometimes often maybe perhaps actually honestly basically anyway however yes "
    "no not yeah yep nope please thanks thank sorry good great nice cool fine sure well right really very too "
    "more most much many some any all both each every other another one two three four five six seven eight nine "
    "ten is are was were be been am do does did have has had can could will would shall should may might must "
    "let's lets let don't dont can't isn't won't write make give tell show explain help draft list find translate "
    "summarise summarize suggest create check fix rewrite recommend plan describe compare calculate convert add "
    "put turn polish remember note call use keep stop start try go come get take look see think know want need "
    "like love hate prefer send read say ask answer reply remind forget delete save happy merry best dear regards "
    "cheers sincerely love subject re fwd morning afternoon evening night breakfast lunch dinner work school home "
    "everyone everybody someone nobody people friends family something nothing everything got going been having "
    "being doing using moving living working planning thinking looking trying half once twice instead except "
    "given assuming suppose imagine pretend whenever whatever whoever"
)
_NEVER = frozenset(f"{_DAYS} {_MONTHS} {_LANGUAGES} {_CHAT} {_KIN}".split())
_TRAILING = frozenset(f"{_DAYS} {_CHAT}".split())  # "Anna Friday"; but "Aunt May" is a name
_COMMON = frozenset(_STARTERS.split())
_LOWER_SHARE = 0.5  # a text with fewer lower-case letters is shouted: its capitals mean nothing


def proper_names(text: str) -> list[str]:
    """The names in `text` as written, in order, each once: capitalised words, joined across particles and initials.

    A sentence's first word is a name only when it is found again, leads a longer name, or stands like a name ("Anna
    lives in ..."). Weekdays, months, languages, chat abbreviations and kinship words alone are none;
    a shouted text has none.
    """
    letters = [char for char in text if char.isalpha()]
    if sum(char.islower() for char in letters) < _LOWER_SHARE * len(letters) and len(letters) > 12:
        return []
    names = (name for run in _runs(text) for name in _name(text, run))
    return list(dict.fromkeys(names))


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Capitalised words that belong together: only blanks, or a particle, between them."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if match.start() and (text[match.start() - 1].isalnum() or text[match.start() - 1] in "@_/#"):
            continue
        if run and (_SUFFIX.search(run[-1].group()) or not _LINK.match(text[run[-1].end() : match.start()])):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _name(text: str, run: list[re.Match[str]]) -> Iterator[str]:
    while run and _is_no_name(text, run):
        run = run[1:]
    while len(run) > 1 and _plain(run[-1].group()) in _TRAILING:
        run = run[:-1]
    if not run or (len(run) == 1 and _plain(run[0].group()) in _NEVER):
        return
    number = _NUMBER.match(text, run[-1].end())
    end = number.end() if number and not _SUFFIX.search(run[-1].group()) else run[-1].end()
    name = _SUFFIX.sub("", text[run[0].start() : end])
    if len(name) > 1 or (name and name not in "AIO" and not _opens(text, run[0].start())):
        yield name


def _is_no_name(text: str, run: list[re.Match[str]]) -> bool:
    """Whether the first word of a run is capitalised for another reason than being a name."""
    first, plain = run[0], _plain(run[0].group())
    if plain in _NEVER:
        return len(run) == 1 or plain not in _KIN.split()
    if not _opens(text, first.start()):
        return False
    if plain in _COMMON:
        return True
    word = _SUFFIX.sub("", first.group())
    again = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text[first.end() :])
    return not (len(run) > 1 or again or _ODD.search(word) or _SPEAKS_OF_A_NAME.match(text, first.start() + len(word)))


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation begins here; "Dr." and "J." end none."""
    before = text[max(0, start - 40) : start]
    if start and _TITLE.search(before):
        return False
    return bool(_SENTENCE_END.search(before)) or before.rstrip(" ").endswith(('"', "“", "„", "«"))


def _plain(word: str) -> str:
    return word.replace("’", "'").casefold().rstrip(".").removesuffix("'s")
