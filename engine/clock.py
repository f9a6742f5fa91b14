"""Times: stored as naive UTC (DuckDB's TIMESTAMPTZ would need pytz), understood in the user's own time zone."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The present, naive UTC."""
    return datetime.now(UTC).replace(tzinfo=None)


def to_utc(at: datetime | None) -> datetime:
    """Naive UTC of `at`. A naive `at` is read as local time, None as now."""
    return now() if at is None else at.astimezone(UTC).replace(tzinfo=None)


def to_local(at: datetime) -> datetime:
    """The user's wall clock (naive) of a naive UTC time: what "yesterday" in a message refers to."""
    return at.replace(tzinfo=UTC).astimezone().replace(tzinfo=None)
