"""Relative dates become absolute, against the time of the message they stand in and never against today.

"Last Friday I ..." is worthless when it is read a year later; what is learned carries the date it means. Nothing vague
is ever resolved ("soon", "one day", "until summer"), nor what happens again and again ("every Friday", "on Mondays").
What each kind of expression means is said in `engine.date_readings`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from engine.language.date_clock import time_near
from engine.language.date_readings import Precision, Reader, monday
from engine.language.date_rules import Found, find
from engine.language.date_words import language_of

__all__ = ["Dated", "Precision", "absolute", "annotate", "resolve"]

_PLAIN = str.maketrans("’‘ʼ–—−", "'''---")  # one character for one, so that spans hold
_ALREADY = re.compile(r"(?:'s)?\s?\((?:week of )?[0-9]{4}(?:-[0-9]{2}){0,2}\)")
_POSSESSIVE = re.compile(r"'s\b")
_RANGE = re.compile(r"\s*(?:(?:at )?\S{1,7})?\s*(?:to|until|till|through|-|bis|au|hasta|and)\s*(?:the\s+)?", re.I)
_TODAY = re.compile(r"today|tonight|this \w+|later today|heute.*|aujourd.*|ce .*|hoy|esta .*", re.I)
_FINENESS: dict[Precision, int] = {"day": 0, "week": 1, "month": 2, "year": 3}


@dataclass(frozen=True, slots=True)
class Dated:
    """One date expression: message[start:end] == text. `date` is the day itself, else the first day of the period meant
    ("week": its Monday) or the day that far away ("three months ago").

    time: a clock time that stands beside it. complete: the text itself names the year, so it needs no date beside it.
    """

    start: int
    end: int
    text: str
    date: dt.date
    precision: Precision
    time: dt.time | None = None
    complete: bool = False

    @property
    def label(self) -> str:
        """The date as it is written behind a relative expression: 2026-03-09, week of 2026-03-09, 2026-03 or 2026."""
        if self.precision == "week":
            return f"week of {monday(self.date).isoformat()}"
        return self.date.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]


def resolve(text: str, at: dt.datetime, *, day_first: bool = True) -> list[Dated]:
    """Every date expression of `text` in order, none overlapping, resolved against the calendar day of `at`.

    03/09/2026 is 3 September, or 9 March when not `day_first`; where one reading is impossible the other is taken.
    An expression that `annotate` has already dated is left out, its date is in. Never raises.
    """
    plain = text.translate(_PLAIN)
    reader = Reader(plain, at.date(), language_of(plain), day_first)
    taken: list[Found] = []
    for found in sorted(find(reader), key=lambda one: (one.start - one.end, one.start)):
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(found)
    fresh = [one for one in taken if one.complete or not _ALREADY.match(plain, one.end)]
    return [_dated(text, one) for one in sorted(fresh, key=lambda one: one.start)]


def annotate(text: str, at: dt.datetime, *, day_first: bool = True) -> str:
    """`text` with each expression that does not name its year followed by its date: "in May (2026-05)"."""
    parts, position = [], 0
    for dated in resolve(text, at, day_first=day_first):
        if dated.complete:
            continue
        possessive = _POSSESSIVE.match(text.translate(_PLAIN), dated.end)
        end = possessive.end() if possessive else dated.end
        parts += [text[position:end], f" ({dated.label})"]
        position = end
    return "".join([*parts, text[position:]])


def absolute(text: str, at: dt.datetime, *, day_first: bool = True) -> dt.date | None:
    """The one date that a statement is about, or None when there is none or several stand side by side.

    The most precise expressions count (a day before a week before a month before a year); "today" yields to any other
    day, for it mostly dates the telling ("today we decided to move on 9 March"). Of a range ("from the 3rd to the 7th")
    it is the beginning.
    """
    found = resolve(text, at, day_first=day_first)
    if not found:
        return None
    finest = min(_FINENESS[one.precision] for one in found)
    finest_ones = [one for one in found if _FINENESS[one.precision] == finest]
    main = [one for one in finest_ones if not _TODAY.fullmatch(one.text)] or finest_ones
    if len(main) == 2 and main[0].date < main[1].date and _RANGE.fullmatch(text[main[0].end : main[1].start]):
        return main[0].date
    return main[0].date if len({one.date for one in main}) == 1 else None


def _dated(text: str, found: Found) -> Dated:
    clock = time_near(text.translate(_PLAIN), found.start, found.end) if found.precision == "day" else None
    return Dated(
        found.start, found.end, text[found.start : found.end], found.date, found.precision, clock, found.complete
    )
