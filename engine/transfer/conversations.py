"""Conversations of ChatGPT's and Claude's data exports.

ChatGPT keeps a tree: `mapping` holds nodes with `parent`, `current_node` is where the conversation stands, and the way up from
there is what was said. Claude keeps a list of `chat_messages`, in newer exports each with its `parent_message_uuid`; beside
it stands what it remembers of the person. Hidden, tool and system messages and attachments are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from engine.clock import now
from engine.language.sentences import sentences
from engine.stores import Draft
from engine.transfer.files import Format
from engine.transfer.foreign import Conversation, Left, Message, Note, moment, stable_id, text_of

_MARKS = re.compile("\ue200.*?\ue201|[\ue200-\ue206]")
"""ChatGPT's citations, between characters of private use."""


def conversations(file_format: Format, pieces: Iterable[tuple[str, Any]]) -> Iterator[Conversation | Left]:
    """The conversations of an export; one without a message of the user has no messages. What is no conversation is none;
    one that cannot be read is left."""
    read = _chatgpt if file_format is Format.CHATGPT else _claude
    alone: dict[str, Any] = {}
    for key, value in pieces:
        if key in ("", "conversations") and isinstance(value, dict):
            yield _read(read, value)
        elif key == "chat_messages":
            alone.setdefault(key, []).append(value)
        elif key:
            alone[key] = value
    if "mapping" in alone or "chat_messages" in alone:
        yield _read(read, alone)


def _read(read: Callable[[Mapping[str, Any]], Conversation], plain: Mapping[str, Any]) -> Conversation | Left:
    try:
        return _whole(read(plain))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return Left("chat", "it is damaged")


def _whole(conversation: Conversation) -> Conversation:
    """The conversation with neighbouring answers as one, or without messages when the user said nothing."""
    messages: list[Message] = []
    for message in conversation.messages:
        last = messages[-1] if messages else None
        if last is not None and last.role == message.role == "assistant":
            messages[-1] = Message(last.ref, last.role, f"{last.text}\n\n{message.text}", last.at)
        else:
            messages.append(message)
    said = any(message.role == "user" for message in messages)
    first = conversation.title or next((" ".join(m.text.split())[:60] for m in messages if m.role == "user"), "")
    created, updated = conversation.created_at, conversation.updated_at
    return Conversation(conversation.ref, first, created, updated, tuple(messages) if said else ())


def _chatgpt(plain: Mapping[str, Any]) -> Conversation:
    created = moment(plain.get("create_time")) or now()
    ref = text_of(plain, "conversation_id") or text_of(plain, "id") or f"{text_of(plain, 'title')} {created}"
    path = _path(plain.get("mapping"), plain.get("current_node"))
    messages = tuple(m for node, message in path if (m := _spoken(node, message, created)) is not None)
    return Conversation(ref, text_of(plain, "title"), created, moment(plain.get("update_time")) or created, messages)


def _path(mapping: Any, current: Any) -> list[tuple[str, Mapping[str, Any]]]:
    """(node, message) from the root to where the conversation stands; without `current_node`, to its latest message."""
    nodes = {key: node for key, node in mapping.items() if isinstance(node, dict)} if isinstance(mapping, dict) else {}
    if not isinstance(current, str) or current not in nodes:
        current = max(nodes, key=lambda key: _time(nodes[key]), default=None)
    path: list[tuple[str, Mapping[str, Any]]] = []
    walked: set[str] = set()
    while isinstance(current, str) and current in nodes and current not in walked:
        walked.add(current)
        message = nodes[current].get("message")
        if isinstance(message, dict):
            path.append((current, message))
        current = nodes[current].get("parent")
    return path[::-1]


def _time(node: Mapping[str, Any]) -> datetime:
    message = node.get("message")
    return (moment(message.get("create_time")) if isinstance(message, dict) else None) or datetime.min


def _spoken(node: str, message: Mapping[str, Any], created: datetime) -> Message | None:
    """What the user or the assistant said to the other; None for all else."""
    author, content, metadata = (_mapping(message.get(name)) for name in ("author", "content", "metadata"))
    role = author.get("role")
    hidden = metadata.get("is_visually_hidden_from_conversation") or metadata.get("is_user_system_message")
    if role not in ("user", "assistant") or hidden or message.get("recipient", "all") != "all":
        return None
    if content.get("content_type", "text") not in ("text", "multimodal_text"):
        return None
    parts = content.get("parts")
    texts = [_part(part) for part in parts] if isinstance(parts, list) else []
    text = _MARKS.sub("", "\n".join(part for part in texts if part)).strip()
    ref = text_of(message, "id") or node
    return Message(ref, str(role), text, moment(message.get("create_time")) or created) if text else None


def _part(part: Any) -> str:
    """A part's text: words that were written, or spoken and written down; pictures have none."""
    if isinstance(part, str):
        return part
    return text_of(part, "text") if isinstance(part, dict) else ""


def _claude(plain: Mapping[str, Any]) -> Conversation:
    created = moment(plain.get("created_at")) or now()
    ref = text_of(plain, "uuid") or f"{text_of(plain, 'name')} {created}"
    found = plain.get("chat_messages")
    rows = [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
    rows = _branch(rows, text_of(plain, "current_leaf_message_uuid"))
    messages = []
    for number, row in enumerate(rows):
        role = {"human": "user", "assistant": "assistant"}.get(text_of(row, "sender"))
        text = _blocks(row.get("content")) or text_of(row, "text")
        if role and text:
            messages.append(
                Message(text_of(row, "uuid") or str(number), role, text, moment(row.get("created_at")) or created)
            )
    updated = moment(plain.get("updated_at")) or created
    return Conversation(ref, text_of(plain, "name"), created, updated, tuple(messages))


def _branch(rows: list[dict[str, Any]], leaf: str) -> list[dict[str, Any]]:
    """The messages on the way to where the conversation stands, by default the last one; all, when none has a parent."""
    by_id = {text_of(row, "uuid"): row for row in rows}
    parents = [text_of(row, "parent_message_uuid") for row in rows]
    if not by_id.keys() & set(parents) or len(set(parents)) == len(parents):
        return rows
    current, path = leaf if leaf in by_id else text_of(rows[-1], "uuid"), list[dict[str, Any]]()
    while current in by_id and by_id[current] not in path:
        path.append(by_id[current])
        current = text_of(by_id[current], "parent_message_uuid")
    return path[::-1]


def remembered_by_claude(pieces: Iterable[tuple[str, Any]]) -> Iterator[Note | Left]:
    """What Claude remembers of the person, sentence by sentence; what it keeps of single projects is left."""
    for key, value in pieces:
        whole = {key: value} if key else _mapping(value)
        for line in text_of(whole, "conversations_memory").splitlines():
            plain = line.strip().lstrip("#-*• ").replace("**", "").strip()
            for start, end in sentences(plain, 0, len(plain)) if plain.endswith((".", "!", "?")) else ():
                text = plain[start:end]
                yield Note(stable_id(text), "user_memory", Draft("memory", text, subject="user"))
        for _ in _mapping(whole.get("project_memories")):
            yield Left("user_memory", "it belongs to a project there")


def _blocks(content: Any) -> str:
    """The text blocks of a message; thinking, tool use and tool results are left out."""
    blocks = content if isinstance(content, list) else []
    texts = [text_of(block, "text") for block in blocks if isinstance(block, dict) and block.get("type") == "text"]
    return "\n\n".join(text for text in texts if text)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
