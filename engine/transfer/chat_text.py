"""One chat as a document: Markdown, plain text or JSON. Pure functions; for taking a conversation along, not for a backup."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from engine.clock import to_local
from engine.item import Chat, Turn

WHO = {"user": "You", "assistant": "Keepwise"}


def as_markdown(chat: Chat, turns: Sequence[Turn]) -> str:
    """A heading, then each message below the name of who said it."""
    parts = [f"# {chat.title or 'Chat'}", f"*{to_local(chat.created_at):%d %B %Y, %H:%M}*"]
    for turn in _said(turns):
        parts += [f"## {WHO[turn.role]}", *(f"*File: {name}*" for name in _files(turn)), turn.text.strip()]
    return "\n\n".join(parts) + "\n"


def as_text(chat: Chat, turns: Sequence[Turn]) -> str:
    """The messages with their times, without markup of our own."""
    parts = [chat.title or "Chat"]
    for turn in _said(turns):
        files = "".join(f"[File: {name}]\n" for name in _files(turn))
        parts.append(f"{WHO[turn.role]}, {to_local(turn.created_at):%Y-%m-%d %H:%M}\n{files}{turn.text.strip()}")
    return "\n\n".join(parts) + "\n"


def as_json(chat: Chat, turns: Sequence[Turn]) -> str:
    """One object with the messages as `{"role", "content", "created_at"}`, times in ISO 8601 (UTC)."""
    messages = [
        {
            "role": turn.role,
            "content": turn.text,
            "created_at": f"{turn.created_at.isoformat()}Z",
            **({"files": names} if (names := _files(turn)) else {}),
        }
        for turn in _said(turns)
    ]
    plain = {"title": chat.title, "created_at": f"{chat.created_at.isoformat()}Z", "messages": messages}
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Chat, Sequence[Turn]], str]] = {"md": as_markdown, "txt": as_text, "json": as_json}
"""By the ending of the file."""


def _said(turns: Sequence[Turn]) -> list[Turn]:
    return [turn for turn in turns if turn.role in WHO and turn.text.strip()]


def _files(turn: Turn) -> list[str]:
    return [str(file.get("name", "")) for file in turn.data.get("attachments", ())]
