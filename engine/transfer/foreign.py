"""What other assistants kept, in one shape: conversations and notes. Readers give these; nothing here knows a format."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from engine.errors import InvalidInput
from engine.stores import Draft


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation; role "user" or "assistant", `at` naive UTC."""

    ref: str
    role: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation, as it went at last: the branches that were left are not part of it."""

    ref: str
    title: str
    created_at: datetime
    updated_at: datetime
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that another assistant remembered. owner: whose it is there, "" when it does not say."""

    ref: str
    store: str
    draft: Draft
    at: datetime | None = None
    owner: str = ""
    session_id: str = ""
    agent_id: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """Something in the file that is not taken, and why."""

    kind: str
    reason: str


class Owners:
    """Whose the things of a file become here.

    Without a forced user each keeps the owner it has. With one, the file's things of that user are taken; a file that knows
    one other user only is taken as the forced user's; what several others own is refused, because it would be mixed up.
    """

    ANOTHER = "it belongs to another user"
    NOBODY = "it belongs to no user; name one"

    def __init__(self, found: Iterable[str], forced: str | None) -> None:
        users = sorted({user for user in found if user})
        self._forced = forced
        self._taken = {forced, ""} if forced in users or not users else {users[0], ""}
        if forced is not None and forced not in users and len(users) > 1:
            raise InvalidInput(
                f"The file holds what belongs to several users ({', '.join(users[:5])}{', ...' if len(users) > 5 else ''}), "
                f"and {forced!r} is none of them. Import it without naming a user, or as one of them."
            )

    def of(self, owner: str) -> tuple[str, str]:
        """(the user here, ""), or ("", why it is not taken)."""
        if self._forced is None:
            return (owner, "") if owner else ("", self.NOBODY)
        return (self._forced, "") if owner in self._taken else ("", self.ANOTHER)


def stable_id(*parts: str) -> str:
    """An id of 12 characters that is the same each time the same thing is imported."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()


def moment(value: Any) -> datetime | None:
    """Naive UTC from seconds since 1970, or from ISO 8601 (without a zone: UTC); None for anything else."""
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC).replace(tzinfo=None)
        if isinstance(value, str) and value:
            at = datetime.fromisoformat(value)
            return at.astimezone(UTC).replace(tzinfo=None) if at.tzinfo else at
    except (ValueError, OverflowError, OSError):
        return None
    return None


def text_of(values: Mapping[str, Any], name: str) -> str:
    """The text under `name`, stripped; "" when there is none."""
    value = values.get(name)
    return value.strip() if isinstance(value, str) else ""


def texts_of(value: Any) -> list[str]:
    """The texts of a list; of a single text, that one."""
    values = value if isinstance(value, list) else [value]
    return [one.strip() for one in values if isinstance(one, str) and one.strip()]
