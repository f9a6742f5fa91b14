"""Looking back: decisions whose date for it has come, plans whose date has passed, and how a decision turned out.

A decision is append-only: an outcome is a new revision of it, and what stood there before stays in its history. Pure.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from engine.clock import to_local
from engine.errors import AccessRefused, InvalidInput
from engine.item import Item, State
from engine.language.names import fold, mentions
from engine.language.text import terms

DECISIONS = "decision_log"
REVIEW_AFTER = timedelta(days=30)
"""A decision without a date of its own for looking back is asked about after a month: long enough for a first result."""

_NO_PLANS = (DECISIONS, "user_profile", "session_context")
_DATE = re.compile(r"\b(week of )?(\d{4})-(\d{2})(?:-(\d{2}))?\b")


def due(items: Sequence[Item], at: datetime, after: timedelta = REVIEW_AFTER) -> list[Item]:
    """Active decisions without an outcome whose date has come, then plans whose date has passed; the longest ago first.

    at: naive UTC. The date of a decision is `data["review_on"]` (ISO), or `after` its record when it names none.
    """
    active = [item for item in items if item.state is State.ACTIVE]
    today = to_local(at).date()
    decisions = [(day, i) for i in active if (day := _review_day(i, after)) is not None and day <= today]
    plans = [(day, i) for i in active if (day := passed(i, at)) is not None]
    return [item for group in (decisions, plans) for _, item in sorted(group, key=lambda pair: (pair[0], pair[1].id))]


def passed(item: Item, at: datetime) -> date | None:
    """The last day that a plan speaks of, when it lay ahead as it was recorded and is over at `at` (naive UTC).

    Read from the dates that learning writes beside relative ones ("on Friday (2026-03-13)"); None for whatever is no plan.
    """
    recorded = item.valid_from or item.created_at
    last = max((day for found in _DATE.finditer(item.text) if (day := _last_day(found))), default=None)
    if item.store in _NO_PLANS or recorded is None or last is None:
        return None
    return last if to_local(recorded).date() < last < to_local(at).date() else None


def with_outcome(item: Item, outcome: str, quality: str, user_id: str | None, at: datetime) -> Item:
    """The decision with how it turned out. Raises AccessRefused for another user's, InvalidInput for what is no decision."""
    if user_id is not None and item.user_id != user_id:
        raise AccessRefused("This decision belongs to another user; only its owner can say how it turned out.")
    if item.store != DECISIONS or item.state is not State.ACTIVE:
        raise InvalidInput("Only a decision that holds can have an outcome. Choose one of the decisions.")
    if not outcome.strip():
        raise InvalidInput("The outcome is empty. Say in a few words how it turned out.")
    data = {**item.data, "outcome": outcome.strip(), "outcome_at": at.isoformat(timespec="seconds")}
    return replace(item, data=data | ({"outcome_quality": quality.strip()} if quality.strip() else {}), updated_at=at)


def matching(decisions: Sequence[Item], text: str, of_type: str) -> list[Item]:
    """The decisions that hold every word of `text` (a name counts as a whole) and are of the type, when these are given."""
    kept = [d for d in decisions if not of_type or fold(str(d.data.get("type", ""))) == fold(of_type)]
    return [d for d in kept if _holds(d, text)]


def _holds(decision: Item, text: str) -> bool:
    values = " ".join(str(value) for value in decision.data.values() if isinstance(value, (str, list, tuple)))
    whole = f"{decision.text} {values} {decision.quote}"
    return set(terms(text)) <= set(terms(whole)) if terms(text) else not text.strip() or mentions(whole, text)


def _review_day(item: Item, after: timedelta) -> date | None:
    if item.store != DECISIONS or item.data.get("outcome"):
        return None
    try:
        return date.fromisoformat(str(item.data.get("review_on") or "")[:10])
    except ValueError:
        return to_local(item.created_at + after).date() if item.created_at else None


def _last_day(found: re.Match[str]) -> date | None:
    """The last day of the day, week or month that was written; None when there is no such day."""
    year, month = int(found[2]), int(found[3])
    try:
        if found[4]:
            return date(year, month, int(found[4])) + timedelta(days=6 if found[1] else 0)
        return date(year, month, calendar.monthrange(year, month)[1])
    except (ValueError, OverflowError):
        return None
