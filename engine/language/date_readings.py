"""What each kind of date expression means: one function reads one kind of match, against the day of the message.

Conventions. Weeks begin on Monday. A period is dated by its first day, a weekend by its Saturday. "Last Friday" is the
most recent one strictly before the message; "this Friday" the one of this week; "next Friday" the one of next week (in
German, French and Spanish the coming one); "Friday" alone the coming one, or after a past verb the last one. N days or
weeks are exact to the day, N months or years to the month or year. An impossible reading (31 February) is no date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from engine.language.date_tense import direction, follows_past_verb, is_birth, is_habit
from engine.language.date_words import ENGLISH, Language

Precision: TypeAlias = Literal["day", "week", "month", "year"]
_PERIODS = {"quarter": "quarter", "weekend": "weekend", "quartal": "quarter", "wochenende": "weekend"}
ORDINALS = {
    word: day
    for day, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
_VAGUE = "couple"
_STEADY = {"today", "tonight", "heute", "aujourd'hui", "hoy"}


@dataclass(frozen=True, slots=True)
class Reader:
    """The text in hand, the day it was written on, and how it is to be read."""

    text: str
    day: date
    language: Language
    day_first: bool

    def direction(self, match: re.Match[str]) -> int:
        """-1 for the past, +1 for the future, by the words around the match."""
        return direction(self.text, start_of(match), match.end(), self.language)


Reading: TypeAlias = tuple[date, Precision] | tuple[date, Precision, bool] | None
Read: TypeAlias = Callable[[Reader, re.Match[str]], Reading]


def start_of(match: re.Match[str]) -> int:
    """Where the expression itself begins: after the preposition that the pattern needed to see ("in" May)."""
    lead = match.groupdict().get("lead")
    return match.start() + len(lead) + 1 if lead else match.start()


def shift(day: date, count: int, unit: str) -> date:
    """`count` units after `day` (before, when negative); a month that is too short gives its last day."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def monday(day: date) -> date:
    """The Monday of the week of `day`."""
    return shift(day, -day.weekday(), "day") if day.toordinal() > day.weekday() else day


def named_day(reader: Reader, match: re.Match[str]) -> Reading:
    """ "Tomorrow", "übermorgen", "last night"."""
    word = " ".join(match["day"].casefold().split())
    before = reader.text[max(0, match.start() - 14) : match.start()].casefold()
    if (
        word not in _STEADY
        and re.search(rf"\b(?:{reader.language.repeats})\s+$", before)
        and reader.language is not ENGLISH
    ):
        return None  # "jeden Morgen", "por la mañana": the part of the day, not tomorrow
    return shift(reader.day, reader.language.days[word], "day"), "day"


def offset(reader: Reader, match: re.Match[str], sign: int) -> Reading:
    """ "In three weeks" (sign +1), "two days ago" (-1). Not a length of time, nor a guess ("in a week or two")."""
    number, (unit, factor) = match["n"].casefold(), reader.language.units[match["u"].casefold()]
    if re.search(
        r"(?:[0-9.,]\s?-\s?|\b(?:or|oder|ou|o|twice|once|times|every)\s+)$",
        reader.text[: match.start()][-12:],
        re.I,
    ):
        return None
    if re.match(r"\s(?:or|oder|ou|o|and a half|and half)\b", reader.text[match.end() :], re.I):
        return None  # "in a day or two"
    bare = re.fullmatch(r"in\s\S.*", match.group(), re.I) and not match.group().casefold().endswith("time")
    if sign > 0 and bare and follows_past_verb(reader.text, match.start(), reader.language):
        return None  # "finished it in three days": how long it took
    count = int(number) if number.isdecimal() else reader.language.numbers[" ".join(number.split())]
    exact = match.groupdict().get("exact")
    precision: Precision = "month" if unit == "month" else "year" if unit == "year" else "day"
    if _VAGUE in number and unit == "week":
        precision = "week"
    return shift(reader.day, sign * factor * count, unit), "day" if exact else precision


def relative(reader: Reader, match: re.Match[str], sign: int) -> Reading:
    """ "This", "next" and "last" (sign 0, +1, -1) with a weekday, a month or a period."""
    word, language = match["w"].casefold(), reader.language
    if word in language.weekdays:
        return _relative_weekday(reader, match, language.weekdays[word], sign)
    if word in language.months:
        return _relative_month(reader.day, language.months[word], sign), "month"
    if re.search(r"\bthe\s+$", reader.text[: match.start()][-6:], re.I) and sign:
        return None  # "over the last year" is a length of time
    unit = language.units[word][0] if word in language.units else _PERIODS[word]
    return None if unit == "day" else period(reader.day, unit, sign)


def period(day: date, unit: str, count: int) -> tuple[date, Precision]:
    """The week, weekend, month, quarter or year that lies `count` after the one of `day`, by its first day."""
    if unit == "weekend":
        return shift(monday(day), 7 * count + 5, "day"), "day"
    if unit == "week":
        return shift(monday(day), count, "week"), "week"
    if unit == "quarter":
        return shift(date(day.year, day.month - (day.month - 1) % 3, 1), 3 * count, "month"), "month"
    return (
        (shift(day.replace(day=1), count, "month"), "month")
        if unit == "month"
        else (date(day.year + count, 1, 1), "year")
    )


def _relative_weekday(reader: Reader, match: re.Match[str], weekday: int, sign: int) -> Reading:
    if re.match(
        r"\s(?:nights|mornings|evenings|afternoons|of\b(?! (?:this|next|last)))", reader.text[match.end() :], re.I
    ):
        return None
    this = shift(monday(reader.day), weekday, "day")
    if sign < 0:
        return shift(this, -7 if this >= reader.day else 0, "day"), "day"
    if sign > 0:
        soon = reader.language.next_is_coming or match.groupdict().get("coming")
        return shift(this, 7 if not soon or this <= reader.day else 0, "day"), "day"
    way = reader.direction(match)
    late, early = way > 0 and this < reader.day, way < 0 and this > reader.day
    return shift(this, 7 if late else -7 if early else 0, "day"), "day"


def _relative_month(day: date, month: int, sign: int) -> date:
    if sign == 0:
        return date(day.year, month, 1)
    return date(day.year + sign * ((month <= day.month) if sign > 0 else (month >= day.month)), month, 1)


def weekday(reader: Reader, match: re.Match[str]) -> Reading:
    """A weekday alone: the coming one, or after a past verb the last one. Not a habit, nor "Good Friday"."""
    word, before = match["wd"].casefold(), reader.text[: match.start()][-24:]
    after = reader.text[match.end() : match.end() + 30]
    short = reader.language is ENGLISH and not word.endswith("day")
    if short and not re.search(r"\b(?:on|by|until|till|since|for)\s+$", before, re.I):
        return None
    habit = rf"(?:\b(?:{reader.language.repeats})|\w+day (?:to|through)|\w+day ?-)\s*$"
    follow = (
        r"(?: (?:nights|mornings|evenings|afternoons|is \w+ (?:day|night))\b|s\b"
        r"|\s(?:to|through)\s\w+days?\b|\s?-\s?\w+day)"
    )
    if (
        re.search(habit, before, re.I)
        or re.match(follow, after, re.I)
        or is_habit(reader.text, match.start(), match.end())
    ):
        return None
    return next_weekday(reader.day, reader.language.weekdays[word], reader.direction(match)), "day"


def next_weekday(day: date, weekday: int, way: int) -> date:
    """The nearest such weekday strictly after (way +1) or strictly before (way -1) `day`."""
    distance = (weekday - day.weekday()) % 7 if way > 0 else (day.weekday() - weekday) % 7
    return shift(day, way * (distance or 7), "day")


def day_of_month(reader: Reader, match: re.Match[str]) -> Reading:
    """ "9 March 2026", or without a year the nearest in the direction of the tense; no guess at a year of birth."""
    month, number = reader.language.months[match["m"].casefold()], match["d"].casefold()
    day = int(number) if number.isdecimal() else ORDINALS[number]
    group = match.groupdict()
    if group.get("y"):
        return date(int(group["y"]), month, day), "day", True
    if _is_verb(reader, match):
        return None
    if group.get("ry"):
        return date(reader.day.year + {"last": -1, "this": 0, "next": 1}[group["ry"].casefold()], month, day), "day"
    if is_birth(reader.text, match.start(), match.end()):
        return None
    return yearless(reader.day, month, day, reader.direction(match)), "day"


def _is_verb(reader: Reader, match: re.Match[str]) -> bool:
    """ "Only 2 may enter", "he may 9 times"."""
    if match["m"] not in ("may", "march") or re.search(r"(?:st|nd|rd|th|of)\b", match.group()):
        return False
    if match.group()[0].isdigit():
        return bool(re.match(r"\s+[a-z]", reader.text[match.end() :]))
    return bool(re.search(r"\b(?:i|you|he|she|it|we|they|who|that|which)\s+$", reader.text[: match.start()][-8:], re.I))


def yearless(day: date, month: int, number: int, way: int) -> date:
    """The nearest such day of the year from `day` on (way +1) or up to it (-1); a leap day may be eight years away."""
    for years in range(9):
        try:
            candidate = date(day.year + way * years, month, number)
        except ValueError:
            continue
        if (candidate - day).days * way >= 0:
            return candidate
    raise ValueError(f"no such day: {number}.{month}.")


def month(reader: Reader, match: re.Match[str]) -> Reading:
    """ "In May", "March 2026", "May last year"."""
    group, month = match.groupdict(), reader.language.months[match["m"].casefold()]
    if group.get("y"):
        return date(int(group["y"]), month, 1), "month", True
    if group.get("ry"):
        return date(reader.day.year + {"last": -1, "this": 0, "next": 1}[group["ry"].casefold()], month, 1), "month"
    if is_habit(reader.text, match.start(), match.end()) or is_birth(reader.text, match.start(), match.end()):
        return None
    if re.search(r"[0-9](?:st|nd|rd|th)?\s$", reader.text[: start_of(match)].removesuffix("of ")):
        return None  # "the 30th of February"
    way = reader.direction(match)
    behind = month < reader.day.month if way > 0 else month > reader.day.month
    return date(reader.day.year + way * behind, month, 1), "month"


def numeric(reader: Reader, match: re.Match[str]) -> Reading:
    """09/03/2026 or 9.3.26, day or month first as the reader says, unless only the other way is possible."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 2000 if year < 100 else 0
    day, month = (first, second) if reader.day_first else (second, first)
    if month > 12:
        day, month = month, day
    return date(year, month, day), "day", True


def iso(reader: Reader, match: re.Match[str]) -> Reading:
    """2026-03-09, or as `annotate` writes them: (week of 2026-03-09), (2026-03)."""
    if not match.groupdict().get("d"):
        return date(int(match["y"]), int(match["b"]), 1), "month", True
    week = reader.text[: match.start()][-8:].casefold() == "week of "
    return date(int(match["y"]), int(match["b"]), int(match["d"])), "week" if week else "day", True


def year(reader: Reader, match: re.Match[str]) -> Reading:
    """ "In 2019"."""
    return date(int(match["y"]), 1, 1), "year", True


def german_numeric(reader: Reader, match: re.Match[str]) -> Reading:
    """ "Am 9.3." without a year."""
    return yearless(reader.day, int(match["b"]), int(match["d"]), reader.direction(match)), "day"
