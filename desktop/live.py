"""The answer that is being written, as one value that follows the events of its turn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from engine.attachments import Attachment
from engine.events import Asked, Event, Prefill, Recalled, RecalledItem, Started


@dataclass(frozen=True, slots=True)
class Live:
    """The answer that is being written, as far as it came: what a transcript needs to take it up in the middle."""

    chat_id: str
    message: str
    user_turn: str = ""
    answer_turn: str = ""
    text: str = ""
    recalled: tuple[RecalledItem, ...] = ()
    prefill: Prefill | None = None
    asked: Asked | None = field(default=None)
    files: tuple[Attachment, ...] = ()
    again: bool = False
    """Whether the message stands in the chat already: another answer to it, or one that goes on."""


def moved(live: Live, event: Event) -> Live:
    """`live` after one more event."""
    if isinstance(event, Started):
        return replace(live, user_turn=event.user_turn, answer_turn=event.answer_turn)
    if isinstance(event, Recalled):
        return replace(live, recalled=event.items)
    if isinstance(event, Prefill):
        return replace(live, prefill=event)
    if isinstance(event, Asked):
        return replace(live, asked=event)
    return live
