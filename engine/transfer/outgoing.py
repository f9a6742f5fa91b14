"""Export: JSON that comes back exactly, or Markdown for reading. The file appears whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from engine.clock import now
from engine.database import Database
from engine.database.rows import item_to_dict
from engine.errors import InvalidInput
from engine.item import Item, State
from engine.transfer.files import FORMAT
from engine.transfer.markdown import markdown
from engine.transfer.native import VERSION, act_to_dict, chat_to_dict
from engine.transfer.report import Progress


def export(
    database: Database, path: Path, user_id: str | None, *, history: bool = False, progress: Progress | None = None
) -> int:
    """Write what is known to `path`: Markdown for ".md", else JSON. Returns the number of items.

    Without history only what is active, so that nothing proposed, rejected or forgotten leaves; with it items in all
    states, what was done to them, and all chats that are not deleted. Raises InvalidInput when the file cannot be written.
    """
    path = path.expanduser()
    with database.transaction():
        items = database.items.find(state=None if history else State.ACTIVE, user_id=user_id)
        readable = path.suffix.lower() in (".md", ".markdown")
        lines = (markdown if readable else _json)(database, items, user_id, history)
        _write(path, lines, progress or (lambda done, total, what: None))
    return len(items)


def _write(path: Path, lines: Iterable[str], tell: Progress) -> None:
    """Write beside the file first: a full disk does not cost the export of yesterday."""
    part = path.with_name(f"{path.name}.part")
    try:
        try:
            with part.open("w", encoding="utf-8", newline="\n") as file:
                for number, line in enumerate(lines, 1):
                    file.write(line)
                    if number % 100 == 0:
                        tell(number, 0, "writing")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise InvalidInput(f"Could not write {path}: {error.strerror}. Choose another place.") from error


def _json(database: Database, items: Sequence[Item], user_id: str | None, history: bool) -> Iterator[str]:
    """The document in pieces: one item, chat or act at a time."""
    head = {"format": FORMAT, "version": VERSION, "written": now().isoformat(), "history": history}
    yield json.dumps(head, indent=1)[:-2]
    yield from _list("items", (item_to_dict(item) for item in items))
    if history:
        chats = database.archive.chats(user_id)
        yield from _list("chats", (chat_to_dict(chat, database.turns(chat.id, versions=True)) for chat in chats))
        yield from _list("log", (act_to_dict(act) for act in database.archive.log(user_id)))
    yield "\n}\n"


def _list(name: str, values: Iterable[object]) -> Iterator[str]:
    yield f',\n "{name}": ['
    for number, value in enumerate(values):
        yield ("," if number else "") + "\n  " + json.dumps(value, ensure_ascii=False, default=str)
    yield "\n ]"
