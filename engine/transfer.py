"""Export and import: JSON that comes back exactly, and Markdown for reading."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.clock import now
from engine.database import Database
from engine.database.rows import item_from_dict, item_to_dict
from engine.errors import InvalidInput
from engine.events import Changed
from engine.item import Item, State

FORMAT = "keepwise-memory"
VERSION = 1


def export(database: Database, path: Path, user_id: str | None) -> int:
    """Write the active items and the chats to `path` (".md" for Markdown, JSON otherwise). Returns the number of items."""
    items = database.items.find(state=State.ACTIVE, user_id=user_id)
    users = {user_id} if user_id is not None else {item.user_id for item in items}
    text = _markdown(items) if path.suffix.lower() in (".md", ".markdown") else _json(database, items, users)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InvalidInput(f"Could not write {path}: {error.strerror}. Choose another place.") from error
    return len(items)


def _json(database: Database, items: list[Item], users: set[str]) -> str:
    chats = [chat for user in sorted(users) for chat in database.chats(user)]
    document = {
        "format": FORMAT,
        "version": VERSION,
        "written": now().isoformat(),
        "items": [item_to_dict(item) for item in items],
        "chats": [{**asdict(chat), "turns": [asdict(turn) for turn in database.turns(chat.id)]} for chat in chats],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, default=str) + "\n"


def _markdown(items: list[Item]) -> str:
    lines = ["# What Keepwise has learned", ""]
    for store in dict.fromkeys(item.store for item in items):
        lines += [f"## {store.replace('_', ' ').capitalize()}", ""]
        for item in (i for i in items if i.store == store):
            quote = f' (you said: "{item.quote}")' if item.quote else ""
            lines.append(f"- {item.text}{quote}")
        lines.append("")
    return "\n".join(lines) + "\n"


def import_(database: Database, path: Path, user_id: str | None, stores: set[str]) -> Changed | None:
    """Read what `export` wrote: items that are not here yet, as one act. `user_id`: import them as that user's."""
    document = _document(path)
    try:
        items = [item_from_dict(plain) for plain in document["items"]]
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidInput(f"{path} is damaged or incomplete ({error}). Nothing was imported.") from error
    known = {item.id for item in database.items.find(ids=[item.id for item in items])}
    fresh = [_owned(item, user_id) for item in items if item.id not in known and item.store in stores]
    if not fresh:
        return None
    return database.items.record("import", [(None, item) for item in reversed(fresh)], by="user", why=path.name)


def _owned(item: Item, user_id: str | None) -> Item:
    return item if user_id is None else item_from_dict({**item_to_dict(item), "user_id": user_id})


def _document(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InvalidInput(f"Could not read {path}: {error.strerror}. Check the name of the file.") from error
    except ValueError as error:
        raise InvalidInput(f"{path} is not a JSON file. Choose a file that `keepwise memory export` wrote.") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InvalidInput(f"{path} is not an export of Keepwise. Choose a file that `keepwise memory export` wrote.")
    if document.get("version", 0) > VERSION:
        raise InvalidInput(f"{path} was written by a newer Keepwise. Update Keepwise first.")
    return document
