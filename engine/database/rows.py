"""Items, chats and turns as rows and as JSON: the one place that knows the order of the columns."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime
from typing import Any

from engine.database.connection import Row
from engine.item import Chat, Item, Origin, Source, State, Turn

ITEM_COLUMNS = (
    "id, store, kind, text, subject, key, data, state, user_id, session_id, namespace, agent_id, chat_id, turn_id, ref, "
    "quote, origin, confidence, valid_from, valid_to, superseded_by, replaces, created_at, updated_at, last_used_at, uses"
)
TURN_COLUMNS = "id, chat_id, user_id, position, role, text, created_at, state, learned, name, ref, data"
CHAT_COLUMNS = "id, user_id, title, created_at, updated_at, pinned, archived"

_TIMES = ("valid_from", "valid_to", "created_at", "updated_at", "last_used_at")


def item_of(row: Row) -> Item:
    """An item from a row of ITEM_COLUMNS."""
    return Item(
        id=row[0],
        store=row[1],
        kind=row[2],
        text=row[3],
        subject=row[4],
        key=row[5],
        data=json.loads(row[6]),
        state=State(row[7]),
        user_id=row[8],
        session_id=row[9],
        namespace=row[10],
        agent_id=row[11],
        source=Source(row[12], row[13], row[14]),
        quote=row[15],
        origin=Origin(row[16]),
        confidence=row[17],
        valid_from=row[18],
        valid_to=row[19],
        superseded_by=row[20],
        replaces=row[21],
        created_at=row[22],
        updated_at=row[23],
        last_used_at=row[24],
        uses=row[25],
    )


def values_of(item: Item) -> list[Any]:
    """The values of an item in the order of ITEM_COLUMNS."""
    return [
        *(item.id, item.store, item.kind, item.text, item.subject, item.key),
        json.dumps(dict(item.data), ensure_ascii=False, default=str),
        *(str(item.state), item.user_id, item.session_id, item.namespace, item.agent_id),
        *(item.source.chat_id, item.source.turn_id, item.source.ref, item.quote, str(item.origin), item.confidence),
        *(item.valid_from, item.valid_to, item.superseded_by, item.replaces),
        *(item.created_at, item.updated_at, item.last_used_at, item.uses),
    ]


def item_to_json(item: Item | None) -> str | None:
    """One JSON object with all fields of an item, times in ISO 8601; None stays None."""
    return None if item is None else json.dumps(item_to_dict(item), ensure_ascii=False)


def item_to_dict(item: Item) -> dict[str, Any]:
    """All fields of an item as plain values."""
    plain = {f.name: getattr(item, f.name) for f in fields(item)}
    plain["source"] = {"chat_id": item.source.chat_id, "turn_id": item.source.turn_id, "ref": item.source.ref}
    plain["data"] = json.loads(json.dumps(dict(item.data), default=str))
    for name in _TIMES:
        plain[name] = plain[name].isoformat() if plain[name] else None
    return plain | {"state": str(item.state), "origin": str(item.origin)}


def item_from_dict(plain: dict[str, Any]) -> Item:
    """The inverse of `item_to_dict`. Raises KeyError, TypeError or ValueError on anything else."""
    values = dict(plain)
    values["source"] = Source(**values.get("source", {}))
    values["state"], values["origin"] = State(values["state"]), Origin(values["origin"])
    for name in _TIMES:
        values[name] = datetime.fromisoformat(values[name]) if values.get(name) else None
    return Item(**values)


def item_from_json(text: str | None) -> Item | None:
    """The inverse of `item_to_json`."""
    return None if text is None else item_from_dict(json.loads(text))


def turn_of(row: Row) -> Turn:
    """A turn from a row of TURN_COLUMNS."""
    return Turn(*(*row[:11], json.loads(row[11])))


def chat_of(row: Row) -> Chat:
    """A chat from a row of CHAT_COLUMNS and its number of turns."""
    return Chat(*row)
