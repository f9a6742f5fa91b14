"""Folders of chats: a list that the user keeps, in one setting of theirs.

A setting and not a table: erasing cleans the words of all settings and takes a user's own ones out with the user, and a
list of 2,000 chats in folders is 40 kB of JSON.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from uuid import uuid4

from engine.database.connection import Connection
from engine.errors import InvalidInput, NotFound


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder and the ids of the chats in it. closed: only its name is shown."""

    id: str
    name: str
    closed: bool = False
    chats: tuple[str, ...] = ()


class Folders:
    """Reads and writes the folders of each user. A chat is in one folder or in none."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, user_id: str) -> list[Folder]:
        """The user's folders, by name."""
        row = self._connection.row("SELECT value FROM settings WHERE name = ?", [_name(user_id)])
        found = [Folder(**{**plain, "chats": tuple(plain["chats"])}) for plain in (json.loads(row[0]) if row else ())]
        return sorted(found, key=lambda folder: (folder.name.casefold(), folder.id))

    def create(self, user_id: str, name: str) -> Folder:
        """A new folder. Raises InvalidInput for an empty name."""
        folder = Folder(uuid4().hex[:12], _named(name))
        with self._connection.transaction():
            self._write(user_id, [*self.of(user_id), folder])
        return folder

    def rename(self, user_id: str, folder_id: str, name: str) -> None:
        """Give it another name. Raises NotFound, and InvalidInput for an empty name."""
        self._change(user_id, folder_id, name=_named(name))

    def fold(self, user_id: str, folder_id: str, closed: bool) -> None:
        """Show only its name, or its chats too. Raises NotFound."""
        self._change(user_id, folder_id, closed=closed)

    def delete(self, user_id: str, folder_id: str) -> Folder:
        """Take the folder away; its chats stay, in no folder. Returns it as it was, for `restore`. Raises NotFound."""
        with self._connection.transaction():
            folder = self._get(user_id, folder_id)
            self._write(user_id, [one for one in self.of(user_id) if one.id != folder_id])
        return folder

    def restore(self, user_id: str, folder: Folder) -> None:
        """Bring a deleted folder back, with those of its chats that were not put into another since."""
        with self._connection.transaction():
            others = [one for one in self.of(user_id) if one.id != folder.id]
            elsewhere = {chat for one in others for chat in one.chats}
            back = replace(folder, chats=tuple(chat for chat in folder.chats if chat not in elsewhere))
            self._write(user_id, [*others, back])

    def move(self, user_id: str, chat_id: str, folder_id: str) -> str:
        """Put a chat into a folder, or with "" into none. Returns the id of the folder it was in. Raises NotFound."""
        with self._connection.transaction():
            if folder_id:
                self._get(user_id, folder_id)
            folders = self.of(user_id)
            before = next((folder.id for folder in folders if chat_id in folder.chats), "")
            self._write(user_id, [_placed(folder, chat_id, folder_id) for folder in folders])
        return before

    def _get(self, user_id: str, folder_id: str) -> Folder:
        found = next((folder for folder in self.of(user_id) if folder.id == folder_id), None)
        if found is None:
            raise NotFound(f"There is no folder {folder_id!r} (any more).")
        return found

    def _change(self, user_id: str, folder_id: str, *, name: str | None = None, closed: bool | None = None) -> None:
        with self._connection.transaction():
            old = self._get(user_id, folder_id)
            new = replace(old, name=old.name if name is None else name, closed=old.closed if closed is None else closed)
            self._write(user_id, [new if one.id == folder_id else one for one in self.of(user_id)])

    def _write(self, user_id: str, folders: Sequence[Folder]) -> None:
        value = json.dumps([asdict(folder) for folder in folders], ensure_ascii=False)
        self._connection.run("INSERT OR REPLACE INTO settings VALUES (?, ?)", [_name(user_id), value])


def _placed(folder: Folder, chat_id: str, folder_id: str) -> Folder:
    chats = tuple(chat for chat in folder.chats if chat != chat_id)
    return replace(folder, chats=(*chats, chat_id) if folder.id == folder_id else chats)


def _named(name: str) -> str:
    flat = " ".join(name.split())
    if not flat:
        raise InvalidInput("The folder needs a name.")
    return flat


def _name(user_id: str) -> str:
    return f"folders:{user_id}"
