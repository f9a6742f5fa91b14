"""Keepwise's own JSON: how chats and the log are spelled, and reading the pieces back into values, each checked.

The document: {"format", "version", "written", "history", "items": [...]}; with history also "chats", each with its "turns", and
"log": acts with what they did to the items. Items are spelled as in the log of the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any, TypeAlias

from engine.database.archive import Logged, plain_turn
from engine.database.rows import item_from_dict, item_to_dict
from engine.errors import InvalidInput
from engine.item import Chat, Item, Turn

VERSION = 1


@dataclass(frozen=True, slots=True)
class ChatOf:
    """A chat with its turns."""

    chat: Chat
    turns: tuple[Turn, ...]


Value: TypeAlias = Item | ChatOf | Logged


def chat_to_dict(chat: Chat, turns: Iterable[Turn]) -> dict[str, Any]:
    """A chat and its turns as plain values, times in ISO 8601."""
    times = {"created_at": chat.created_at.isoformat(), "updated_at": chat.updated_at.isoformat()}
    return {**asdict(chat), **times, "turns": [plain_turn(turn) for turn in turns]}


def act_to_dict(act: Logged) -> dict[str, Any]:
    """A line of the log as plain values."""
    revisions = [
        {"target": target, "before": _plain(before), "after": _plain(after)} for target, before, after in act.revisions
    ]
    return {"at": act.at.isoformat(), "by": act.by, "action": act.action, "why": act.why, "revisions": revisions}


def values(pieces: Iterable[tuple[str, Any]]) -> Iterator[Value]:
    """The values of a document. Raises ValueError for what is not as it was written, InvalidInput for a newer version."""
    for key, piece in pieces:
        if key == "version" and isinstance(piece, int) and piece > VERSION:
            raise InvalidInput("The file was written by a newer Keepwise. Update Keepwise first; nothing was imported.")
        if key in _READ:
            try:
                yield _READ[key](piece)
            except (KeyError, TypeError, AttributeError) as error:
                raise ValueError(f"one of its {key} is not as it was written: {error}") from error


def _item(plain: Mapping[str, Any]) -> Item:
    item = item_from_dict(dict(plain))
    _check(item, ("id", "store", "kind", "text", "user_id"))
    _number(item.confidence, int | float)
    _number(item.uses, int)
    if item.created_at is None or item.updated_at is None:
        raise TypeError("a time is missing")
    return replace(
        item,
        valid_from=_utc(item.valid_from),
        valid_to=_utc(item.valid_to),
        created_at=_utc(item.created_at),
        updated_at=_utc(item.updated_at),
        last_used_at=_utc(item.last_used_at),
    )


def _chat(plain: Mapping[str, Any]) -> ChatOf:
    given = dict(plain)
    turns = tuple(_turn(turn) for turn in given.pop("turns"))
    chat = Chat(**{**given, "created_at": _time(given["created_at"]), "updated_at": _time(given["updated_at"])})
    _check(chat, ("id", "user_id"))
    if any(turn.chat_id != chat.id or turn.user_id != chat.user_id for turn in turns):
        raise TypeError("a turn belongs to another chat")
    return ChatOf(chat, turns)


def _turn(plain: Mapping[str, Any]) -> Turn:
    turn = Turn(**{**plain, "created_at": _time(plain["created_at"])})
    _check(turn, ("id", "chat_id", "user_id", "role"))
    _number(turn.position, int)
    _number(turn.learned, bool)
    return replace(turn, state="stopped") if turn.state == "streaming" else turn


def _act(plain: Mapping[str, Any]) -> Logged:
    revisions = tuple((str(one["target"]), _maybe(one["before"]), _maybe(one["after"])) for one in plain["revisions"])
    by, action, why = (str(plain[name]) for name in ("by", "action", "why"))
    return Logged(0, _time(plain["at"]), by, action, why, revisions)


_READ: Mapping[str, Any] = {"items": _item, "chats": _chat, "log": _act}


def _maybe(plain: Mapping[str, Any] | None) -> Item | None:
    return None if plain is None else _item(plain)


def _plain(item: Item | None) -> dict[str, Any] | None:
    return None if item is None else item_to_dict(item)


def _check(value: Item | Chat | Turn, needed: tuple[str, ...]) -> None:
    """Texts are texts, data is a mapping, and what names things is there and holds no spaces."""
    for field in fields(value):
        held = getattr(value, field.name)
        if field.type == "str" and not isinstance(held, str):
            raise TypeError(f"{field.name} is no text")
        if field.name == "data" and not isinstance(held, Mapping):
            raise TypeError("data is no object")
    for name in needed:
        held = getattr(value, name)
        if not held.strip() or (name in ("id", "chat_id") and len(held.split()) != 1):
            raise TypeError(f"{name} is empty or no name")


def _number(value: object, of: Any) -> None:
    if not isinstance(value, of):
        raise TypeError(f"{value!r} is no number")


def _time(text: str) -> datetime:
    at = _utc(datetime.fromisoformat(text))
    assert at is not None
    return at


def _utc(at: datetime | None) -> datetime | None:
    return at.astimezone(UTC).replace(tzinfo=None) if at is not None and at.tzinfo else at
