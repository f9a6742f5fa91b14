"""A changed day keeps the month of the note that it changes: "they pushed it to the 21st" of a recital on 14 November is the
21st of November, though the next 21st after the message is one of October.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace

from engine.clock import now
from engine.item import Item
from engine.language.dates import resolve

_BARE = re.compile(r"(?i)(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)")
_DATE = re.compile(r"\b(?P<month>\d{4}-\d\d)-(?P<day>\d\d)\b")


def redated(new: Item, replaced: Sequence[Item]) -> Item:
    """The new item with the month of what it replaces, when its sentence names a day alone and the old notes are of one month."""
    named = resolve(new.quote, new.valid_from or now()) if replaced else []
    bare = _BARE.fullmatch(named[0].text) if len(named) == 1 else None
    months = {date["month"] for old in replaced for date in _DATE.finditer(old.text)}
    if bare is None or len(months) != 1:
        return new
    month, day = months.pop(), int(bare["day"])
    if not 1 <= day <= monthrange(int(month[:4]), int(month[5:]))[1]:
        return new
    text = _DATE.sub(lambda date: f"{month}-{day:02}" if int(date["day"]) == day else date[0], new.text)
    return replace(new, text=text)
