"""A changed day keeps the month of the note that it changes: "they pushed it to the 21st" of a recital on 14 November is the
21st of November, though the next 21st after the message is one of October. Pure.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace

from engine.item import Item

_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?"
)
_BARE = re.compile(rf"(?i)\b(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?(?:{_MONTHS})\b)")
_NAMED = re.compile(rf"(?i)\b(?:{_MONTHS}|(?:this|next) (?:month|week))\b|\b\d{{4}}-\d\d\b")
_DATE = re.compile(r"\b(?P<month>\d{4}-\d\d)-(?P<day>\d\d)\b")


def redated(new: Item, replaced: Sequence[Item]) -> Item:
    """The new item with the month of what it replaces, when its sentence names a day alone and the old note has one date."""
    bare = _BARE.search(new.quote)
    if bare is None or _NAMED.search(new.quote):
        return new
    months = {date["month"] for old in replaced for date in _DATE.finditer(old.text)}
    day = int(bare["day"])
    if len(months) != 1:
        return new
    month = months.pop()
    if not 1 <= day <= monthrange(int(month[:4]), int(month[5:]))[1]:
        return new
    text = _DATE.sub(lambda date: f"{month}-{day:02}" if int(date["day"]) == day else date[0], new.text)
    return replace(new, text=text)
