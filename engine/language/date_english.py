"""Date expressions that only English has: "Friday week", "the 30th", "end of next month", "the week after next"."""

from __future__ import annotations

import re
from datetime import date

from engine.language.date_readings import (
    ORDINALS,
    Read,
    Reader,
    Reading,
    day_of_month,
    monday,
    month,
    next_weekday,
    period,
    shift,
)
from engine.language.date_tense import is_habit

_TURN = {"last": -1, "this": 0, "next": 1, "the": 0}
_LEAD = re.compile(r"\b(?:on|by|until|till|til|from|since|before|after|through|around|not)\s+$", re.I)
_LOOSE_LEAD = re.compile(r"(?:\b(?:is|was|to|for|due|it's|starts|ends|starting|moved)\s+|^|[,.:(]\s*)$", re.I)
_FOLLOW = re.compile(
    r"\s*(?:$|[.,;:!?)(\n-]|(?:and|or|at|in|for|with|to|is|was|we|i|he|she|they|it|by|because|so|but|if|when|until|till|before|"
    r"after|of (?:the|this|next|last) month|morning|afternoon|evening|works?|suits?|instead|too|please)\b)",
    re.I,
)


def friday_week(reader: Reader, match: re.Match[str]) -> Reading:
    """The weekday a week after the coming one."""
    weekday = reader.language.weekdays[match["wd"].casefold()]
    return shift(next_weekday(reader.day, weekday, 1), 7, "day"), "day"


def weekday_of_week(reader: Reader, match: re.Match[str]) -> Reading:
    """ "Tuesday next week", "last week on Tuesday"."""
    week = shift(monday(reader.day), _TURN[match["rel"].casefold()], "week")
    return shift(week, reader.language.weekdays[match["wd"].casefold()], "day"), "day"


def second_next(reader: Reader, match: re.Match[str]) -> Reading:
    """ "The week after next", "the Friday before last"."""
    word, sign = match["w"].casefold(), 1 if "next" in match.group().casefold() else -1
    if word in reader.language.weekdays:
        this = shift(monday(reader.day), reader.language.weekdays[word], "day")
        return (
            (shift(this, 14, "day"), "day")
            if sign > 0
            else (shift(this, -7 if this < reader.day else -14, "day"), "day")
        )
    unit = reader.language.units[word][0] if word in reader.language.units else word
    return None if unit == "day" else period(reader.day, unit, 2 * sign)


def the_nth(reader: Reader, match: re.Match[str]) -> Reading:
    """ "On the 30th": the next such day in the direction of the tense. "The 2nd time" is no date."""
    number, rel = int(match["d"]), match.groupdict().get("rel")
    if rel and rel.casefold() != "the":
        return period(reader.day, "month", _TURN[rel.casefold()])[0].replace(day=number), "day"
    before, after = reader.text[: match.start()][-16:], reader.text[match.end() : match.end() + 20]
    sure = match.groupdict().get("wd") or rel or _LEAD.search(before) or (number > 3 and _LOOSE_LEAD.search(before))
    if not sure or not _FOLLOW.match(after) or is_habit(reader.text, match.start(), match.end()):
        return None
    return _nearest(reader.day, number, reader.direction(match)), "day"


def _nearest(day: date, number: int, way: int) -> date:
    first = day.replace(day=1)
    for months in range(4):
        start = shift(first, way * months, "month")
        candidate = shift(start, number - 1, "day")
        if candidate.month == start.month and (candidate - day).days * way >= 0:
            return candidate
    raise ValueError(f"no such day: {number}")


def edge(reader: Reader, match: re.Match[str]) -> Reading:
    """The end of a month or year is its last day; a beginning or middle is only as exact as its period."""
    unit = match["unit"].casefold()
    first, precision = period(reader.day, unit, _TURN[match["rel"].casefold()])
    if match["edge"].casefold() != "end" or unit == "week":
        return first, precision
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    return shift(shift(first, months, "month"), -1, "day"), "day"


def the_weekend(reader: Reader, match: re.Match[str]) -> Reading:
    """ "Over the weekend": after a past verb the last Saturday up to today, else the coming one or today."""
    saturday = shift(monday(reader.day), 5, "day")
    if reader.direction(match) < 0:
        return shift(saturday, -7 if saturday > reader.day else 0, "day"), "day"
    return shift(saturday, 7 if saturday < reader.day else 0, "day"), "day"


_YEAR_OF = "(?: of)? (?P<ry>last|this|next) year"
ENGLISH_PATTERNS: tuple[tuple[str, Read], ...] = (
    ("{wd} week", friday_week),
    ("{wd}(?: of)? (?P<rel>this|next|last) week", weekday_of_week),
    ("(?P<rel>this|next|last) week(?: on)? {wd}", weekday_of_week),
    ("(?:the )?{w} (?:after next|before last)", second_next),
    ("(?:{wd},? )?the {d}(?:st|nd|rd|th)(?: of (?P<rel>the|this|next|last) month)?", the_nth),
    ("(?P<rel>this|next|last) month on the {d}(?:st|nd|rd|th)", the_nth),
    (f"(?:the )?(?P<d>{'|'.join(ORDINALS)}) of {{m}}(?:,? {{y}})?", day_of_month),
    ("(?P<edge>end|start|beginning|middle) of (?P<rel>the|this|next|last) (?P<unit>week|month|quarter|year)", edge),
    ("(?P<lead>over|at|on|for|during) the weekend", the_weekend),
    ("{m}" + _YEAR_OF, month),
    ("(?:the )?{d}(?:st|nd|rd|th)?(?: of)? {m}" + _YEAR_OF, day_of_month),
    ("{m} (?:the )?{d}(?:st|nd|rd|th)?" + _YEAR_OF, day_of_month),
)
