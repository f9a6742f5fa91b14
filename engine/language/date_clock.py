"""Clock times beside a date: "tomorrow at half ten", "3pm on Friday", "um 15 Uhr", "à 15h30", "a las 9"."""

from __future__ import annotations

import re
from datetime import time

_HOURS = {
    word: hour
    for hour, words in enumerate(
        "one|eins two|zwei three|drei four|vier five|fünf six|sechs seven|sieben eight|acht nine|neun "
        "ten|zehn eleven|elf twelve|zwölf".split(),
        start=1,
    )
    for word in words.split("|")
}
_HOUR = "(?:[0-9]{1,2}|" + "|".join(_HOURS) + ")"
_HALF_DAY = r"(?:\s?(?P<half>[ap])\.?m\b\.?)"
_FORMS = (
    (
        r"(?P<fraction>half(?: past)?|quarter past|quarter to|halb|viertel nach|viertel vor) "
        rf"(?P<of>{_HOUR})\b{_HALF_DAY}?"
    ),
    rf"(?P<h1>[0-9]{{1,2}})[:.](?P<m1>[0-5][0-9])(?![0-9.:]){_HALF_DAY.replace('half', 'half1')}?(?: Uhr\b)?",
    rf"(?P<h2>{_HOUR}){_HALF_DAY.replace('half', 'half2')}",
    r"(?P<h3>[0-9]{1,2})(?:h| h| Uhr\b)(?P<m3>[0-5][0-9])?(?!\w)",
    rf"(?P<h4>{_HOUR}) o'?clock",
    r"(?P<word>noon|midday|midnight|mittags|mitternacht|midi|minuit|mediodía|medianoche)\b",
    (
        rf"(?<=\bat )(?P<h5>{_HOUR})\b"
        r"(?![:.,]?[0-9]|['%]|(?:st|nd|rd|th)\b|\s(?:am|pm|years?|people|months?|weeks?|percent)\b)"
    ),
    r"(?<=\ba las )(?P<h6>[0-9]{1,2})\b(?![:.][0-9])",
)
_TIME = "(?:" + "|".join(_FORMS) + ")"
_PART = r"(?:in the |at )?(?P<part>morning|afternoon|evening|night)"
_LINK = r"(?:at |around |about |by |from |um |à |a las |@ ?)*"
_AFTER = re.compile(rf"\)?,?\s?(?:{_PART})?,?\s?{_LINK}{_TIME}(?:\s{_PART.replace('part', 'part2')})?", re.I)
_BEFORE = re.compile(rf"(?<![\w:.]){_TIME}(?:\s{_PART})?,?\s(?:on |am |le |el )?(?:the )?$", re.I)
_NAMED = {"midnight": 0, "mitternacht": 0, "minuit": 0, "medianoche": 0}
_AFTERNOON = range(1, 7)
_LATE = re.compile(r"evening|afternoon|night|abend|soir|noche|tarde|anoche", re.I)


def time_near(text: str, start: int, end: int) -> time | None:
    """The clock time that stands right after, or else right before, the date text[start:end]; None when there is none.

    An hour without am or pm is read as it stands, except in the afternoon or evening ("tonight at 9" is 21:00) and from
    one to six ("at 3"), which nobody means at night.
    """
    match = _AFTER.match(text, end, min(len(text), end + 60))
    offset = max(0, start - 40)
    match = match or _BEFORE.search(text[offset:start])
    return _read(match, late=bool(_LATE.search(text, start, end))) if match else None


def _read(match: re.Match[str], *, late: bool) -> time | None:
    part = match.groupdict()
    hour, minute = _hour_and_minute(part)
    half = (part["half"] or part["half1"] or part["half2"] or "").casefold()
    late = late or bool(_LATE.search(part["part"] or part.get("part2") or ""))
    if (half == "p" or (late and not half)) and 0 < hour < 12:
        hour += 12
    if not half and hour in _AFTERNOON and not (part["h1"] or part["h3"]):
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return time(hour, minute) if 0 <= hour < 24 else None


def _hour_and_minute(part: dict[str, str | None]) -> tuple[int, int]:
    if word := part["word"]:
        return _NAMED.get(word.casefold(), 12), 0
    if fraction := part["fraction"]:
        return _fraction(fraction.casefold(), _number(part["of"] or ""))
    hour = next(value for key in ("h1", "h2", "h3", "h4", "h5", "h6") if (value := part[key]))
    return _number(hour), int(part["m1"] or part["m3"] or 0)


def _fraction(fraction: str, hour: int) -> tuple[int, int]:
    """ "half ten" is 10:30 in English, "halb zehn" 9:30 in German."""
    if fraction in ("quarter to", "viertel vor", "halb"):
        hour = hour - 1 if hour > 1 else 12
        return hour, 30 if fraction == "halb" else 45
    return hour, 15 if fraction.startswith(("quarter", "viertel")) else 30


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _HOURS.get(word.casefold(), -1)
