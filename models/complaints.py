"""What a model server complains of, and what fails on the way to it, in one line that names what to do."""

from __future__ import annotations

import json
import re

from models.errors import ContextOverflow, ModelError
from models.wire import Server

_OVERFLOW = re.compile(r"(?i)context (?:length|size|window)|exceed_context|maximum context|too many tokens")


def unreachable(server: Server, error: Exception, *, began: bool = False) -> ModelError:
    """What failed between here and a server, and what to do."""
    if began:
        return ModelError(
            f"The connection to {server.host} broke in the middle of the answer. What had come is kept; "
            "send the message again."
        )
    return ModelError(
        f"The server at {server.address} cannot be used: {_plain(error)}. Check that it runs and that the address is right, "
        "or choose a model on this computer.",
        title="The server does not answer",
    )


def _plain(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it does not answer"
    if isinstance(error, OSError):
        return (error.strerror or str(error) or type(error).__name__).lower()
    return "what it says is not what a model server says"


def refusal(server: Server, status: int, said: str, model: str) -> ModelError:
    """An answer with another status than 200."""
    reasons = {
        401: "It wants a key, or another one: write it in the settings.",
        403: "It refuses this key: check it in the settings.",
        404: f"It has no model {model!r} at this address: choose one that it lists." if model else "Check the address.",
    }
    if 300 <= status < 400:
        reason = "It sends to another address, which is not followed: type the right one yourself."
    else:
        reason = reasons.get(status) or _complaint(said) or "Look at what it says there."
    return ModelError(f"The server at {server.address} answered {status}. {reason}", title="The server refused")


def _complaint(said: str) -> str:
    """The sentence in an error's body, in one line."""
    try:
        found = json.loads(said)
        inner = found.get("error", found) if isinstance(found, dict) else found
        text = inner.get("message") or inner.get("detail") if isinstance(inner, dict) else inner
    except ValueError:
        text = said
    return " ".join(str(text or "").split())[:300]


def overflow(said: str, limit: int) -> ContextOverflow | None:
    """The complaint that a prompt is too long, with the numbers it names; None when it is another one."""
    if not _OVERFLOW.search(said):
        return None
    numbers = [int(number) for number in re.findall(r"\d{3,}", said)]
    needed, holds = max(numbers, default=limit + 1), min((n for n in numbers if n >= 256), default=limit)
    return ContextOverflow(
        f"The server's model cannot read so much at once ({_complaint(said)}). Begin a new chat or send less.",
        needed=needed,
        limit=holds,
    )
