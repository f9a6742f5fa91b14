"""session_context: what this conversation is about, its goal, plan and progress; each update builds on the last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from engine.item import Item
from engine.language.text import same_text, shorten
from engine.stores.base import Chosen, Draft, Store, closed, said, text_field

SLOTS = ("summary", "goal", "plan", "progress")
KEPT = 6
"""Lines kept of a plan or of the progress; with 120 characters each some 200 tokens."""

_DONE = re.compile(
    r"(?i)\b(done|finished|complete[d]?|ready|already|went|sent|written|booked|fixed|ticked|over|through|so far)\b"
)
_GOAL = re.compile(
    r"(?i)\b(goal|aim|want out of|at the end|by the end|objective|working on|today is|finish|need to get)\b"
)


class SessionContext(Store):
    """Slots of one conversation. Plan and progress grow line by line; goal and summary are replaced."""

    name = "session_context"
    title = "This conversation"
    letter = "S"
    scope = "session"
    slots = True
    pinned = True
    columns = {"key": "VARCHAR", "text": "VARCHAR", "session_id": "VARCHAR", "quote": "VARCHAR"}
    captures = "goal, plan and progress of the present conversation"

    def __init__(self, planning: bool = True) -> None:
        self.keys = SLOTS if planning else SLOTS[:1]

    def schema(self) -> Mapping[str, Any]:
        return closed({"text": text_field(140)})

    def read(self, entry: Mapping[str, Any], chosen: Chosen) -> list[Draft]:
        text = said(entry, "text")
        return [self.draft(self.part(chosen.text), text)] if text else []

    def plain(self, chosen: Chosen) -> list[Draft]:
        return [self.draft(self.part(chosen.text), chosen.text)]

    def part(self, sentence: str) -> str:
        """The slot of a sentence, by its words: a 1.5B model called open points goals, and they replaced the goal."""
        part = "goal" if _GOAL.search(sentence) else "progress" if _DONE.search(sentence) else "plan"
        return part if part in self.keys else self.keys[0]

    def draft(self, part: str, text: str) -> Draft:
        """One slot's new content; plan and progress as a list of one line."""
        lines = [shorten(text, 140)]
        return Draft("slot", "\n".join(lines), subject="session", key=part, data={"lines": lines})

    def merge(self, old: Item, draft: Draft) -> Draft:
        if draft.key not in ("plan", "progress"):
            return draft
        before = [str(line) for line in old.data.get("lines", [old.text])]
        fresh = [line for line in draft.data["lines"] if not any(same_text(line, known) for known in before)]
        lines = (before + fresh)[-KEPT:]
        return Draft("slot", "\n".join(lines), draft.subject, draft.key, {"lines": lines}, draft.valid_from)

    def render(self, items: Sequence[Item]) -> list[str]:
        order = {key: n for n, key in enumerate(SLOTS)}
        ranked = sorted(items, key=lambda item: order.get(item.key, len(order)))
        return [f"- {item.key.capitalize()}: {'; '.join(item.text.splitlines())}" for item in ranked]
