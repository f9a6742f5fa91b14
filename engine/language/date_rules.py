"""The patterns of date expressions, filled with a language's words, and the search that runs them all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from engine.language import date_readings as read
from engine.language.date_english import ENGLISH_PATTERNS
from engine.language.date_readings import Precision, Read, Reader
from engine.language.date_words import ENGLISH, GERMAN, Language

_PERIODS = ("quarter", "weekend", "quartal", "wochenende")
_NUMERIC = r"(?<![-/])(?P<a>[0-9]{1,2})(?P<sep>[/.-])(?P<b>[0-9]{1,2})(?P=sep)(?P<y>(?:19|20)[0-9]{2})(?![-/0-9])"
_NUMERIC_SHORT = r"(?<![-/])(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})/(?P<y>[0-9]{2})(?![-/0-9])"
_ISO = re.compile(r"(?<![\w/-])(?P<y>[0-9]{4})(?P<sep>[/-])(?P<b>[0-9]{2})(?P=sep)(?P<d>[0-9]{2})(?![0-9/-])")
_ISO_MONTH = re.compile(r"(?<=\()(?P<y>[0-9]{4})-(?P<b>[0-9]{2})(?=\))")
_ISO_YEAR = re.compile(r"(?<=\()(?P<y>(?:19|20)[0-9]{2})(?=\))")
_YEAR = (
    r"(?P<lead>in|since|until|by|back in|seit|bis|en|depuis|desde) {y}(?![-/.:,][0-9])"
    r"(?! (?:steps|people|words|miles|metres|meters|seconds|minutes|hours|days|euros|dollars|pounds|calories)\b)"
)
_GERMAN_SHORT = r"(?P<lead>am|bis|ab|vom|zum) (?P<d>[0-9]{1,2})\.(?P<b>[0-9]{1,2})\."
_ANCHORED = (
    r"(?P<n>[0-9]{1,3}|%s) (?P<u>%s) (?P<way>from|after|before|on) (?:the )?",
    r"the (?P<u>day|week) (?P<way>after|before) (?:the )?",
    r"(?P<n>[0-9]{1,3}|%s) (?P<u>%s) (?P<way>ago )?(?P<at>tomorrow|yesterday)",
)


@dataclass(frozen=True, slots=True)
class Found:
    """One reading: text[start:end] means `date`. `complete` when the text itself names the year."""

    start: int
    end: int
    date: date
    precision: Precision
    complete: bool = False


def find(reader: Reader) -> list[Found]:
    """Every reading of every rule, overlapping ones included; the caller keeps the longest."""
    found = [one for pattern, reading in _rules(reader.language) for one in _matches(reader, pattern, reading)]
    return found + list(_anchored(reader, found)) if reader.language is ENGLISH else found


def _matches(reader: Reader, pattern: re.Pattern[str], reading: Read) -> Iterator[Found]:
    for match in pattern.finditer(reader.text):
        try:
            result = reading(reader, match)
        except (KeyError, ValueError, OverflowError):  # 31 February, the year 12000, or a look-alike letter
            continue
        if result:
            yield Found(read.start_of(match), match.end(), result[0], result[1], len(result) == 3)


def _anchored(reader: Reader, found: list[Found]) -> Iterator[Found]:
    """ "Three weeks on Saturday", "a week tomorrow", "two days before the 9th of March": a distance from another date."""
    anchors = {one.start: one for one in found if one.precision == "day"}
    for template in _ANCHORED:
        filled = template % (words(ENGLISH.numbers), words(ENGLISH.units)) if "%" in template else template
        for match in compiled(filled, ENGLISH).finditer(reader.text):
            at = match.start("at") if "at" in match.groupdict() else match.end()
            anchor = anchors.get(at) or anchors.get(match.start() + match.group().casefold().rfind("the "))
            if anchor and anchor.end > at and (day := _distance(anchor.date, match)):
                yield Found(match.start(), anchor.end, day, "day", anchor.complete)


def _distance(day: date, match: re.Match[str]) -> date | None:
    unit, factor = ENGLISH.units[match["u"].casefold()]
    way = (match["way"] or match["at"]).casefold().strip()
    if way == "on" and unit != "week":
        return None
    number = (match.groupdict().get("n") or "one").casefold()
    count = int(number) if number.isdecimal() else ENGLISH.numbers.get(" ".join(number.split()), 0)
    try:
        return read.shift(day, factor * count * (-1 if way in ("before", "ago", "yesterday") else 1), unit)
    except (ValueError, OverflowError):
        return None


def words(table: Iterable[str]) -> str:
    """An alternation of words, longest first, any white space between the parts."""
    ordered = sorted(table, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def compiled(pattern: str, language: Language) -> re.Pattern[str]:
    """A pattern with its gaps filled from the language's tables (see `engine.date_words`)."""
    periods = {*language.weekdays, *language.months, *language.units, *_PERIODS}
    gaps = {
        "{n}": rf"(?P<n>[0-9]{{1,3}}|{words(language.numbers)})",
        "{u}": rf"(?P<u>{words(language.units)})\b",
        "{w}": rf"(?P<w>{words(periods)})\b",
        "{wd}": rf"(?P<wd>{words(language.weekdays)})\b",
        "{d}": r"(?P<d>[0-9]{1,2})",
        "{m}": rf"(?P<m>{words(language.months)})\b",
        "{y}": r"(?P<y>(?:19|20)[0-9]{2})\b",
    }
    pattern = pattern.replace(" ", r"\s+")
    for gap, filling in gaps.items():
        pattern = pattern.replace(gap, filling)
    return re.compile(rf"(?<![\w.]){pattern}(?!\w)" if not pattern.endswith(")?") else rf"(?<![\w.]){pattern}", re.I)


@cache
def _rules(language: Language) -> tuple[tuple[re.Pattern[str], Read], ...]:
    table = [*_general(language), *(ENGLISH_PATTERNS if language is ENGLISH else ())]
    if language is GERMAN:
        table.append((_GERMAN_SHORT, read.german_numeric))
    return (
        *((compiled(pattern, language), reading) for pattern, reading in table),
        (_ISO, read.iso),
        (_ISO_MONTH, read.iso),
        (_ISO_YEAR, read.year),
    )


def _general(language: Language) -> Iterator[tuple[str, Read]]:
    ahead, back = partial(read.offset, sign=1), partial(read.offset, sign=-1)
    this, following, last = (partial(read.relative, sign=sign) for sign in (0, 1, -1))
    day = rf"(?:(?:{words(language.weekdays)})\b[,.]? (?:(?:on )?the |le |den )?)?"
    yield f"(?P<day>{words(language.days)})", read.named_day
    yield from ((pattern, ahead) for pattern in language.ahead)
    yield from ((pattern, back) for pattern in language.ago)
    yield from ((pattern, this) for pattern in language.this)
    yield from ((pattern, following) for pattern in language.next)
    yield from ((pattern, last) for pattern in language.last)
    yield "{wd}", read.weekday
    yield from ((day + pattern, read.day_of_month) for pattern in language.day_month)
    yield "{m},?(?: of| de| del)? {y}", read.month
    yield from ((pattern, read.month) for pattern in language.month)
    yield from ((pattern, read.numeric) for pattern in (_NUMERIC, _NUMERIC_SHORT))
    yield _YEAR, read.year
