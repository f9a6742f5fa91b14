"""What the user sees and does with what was learned: list, write, edit, forget, undo, export.

A part of LearningMachine, kept apart from the life of a turn. Every act is undoable and announced as `Changed`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine import transfer
from engine.config import StoreConfig
from engine.database import Database
from engine.errors import AccessRefused, InvalidInput
from engine.events import Changed
from engine.item import Item, Origin, Revision, State
from engine.keeper import Keeper
from engine.language.names import fold
from engine.pupil import Pupil
from engine.scope import namespace_of, shared_of
from engine.stores import Store
from models.protocols import Embedder


class Acts:
    """The acts of a machine on its items.

    Those that take an id take a `user_id` too: on whose behalf; another than the owner is refused (AccessRefused). Without
    one, the caller is whoever may see the whole file.
    """

    db: Database
    embedder: Embedder | None
    stores: Mapping[str, Store]
    _configs: Mapping[str, StoreConfig | None]
    _keeper: Keeper
    _pupil: Pupil

    def items(
        self,
        store: str | None = None,
        state: str | None = "active",
        user_id: str | None = None,
        session_id: str | None = None,
    ) -> list[Item]:
        """Items that match all that is given, the newest first. state None: whatever their state."""
        if store is not None and store not in self.stores:
            raise InvalidInput(f"There is no store {store!r}. Stores: {', '.join(self.stores)}.")
        return self.db.items.find(store=store, state=state, user_id=user_id, session_id=session_id)

    def seen(self, user_id: str, store: str | None = None) -> list[Item]:
        """The active items that a user sees, the newest first: their own private ones, and what is shared in the
        namespaces that the configs of this machine name."""
        seen = self.db.items.seen(user_of(user_id), self.shared)
        return [item for item in seen if store in (None, item.store)]

    @property
    def shared(self) -> dict[str, str]:
        """The shared namespace of each store that has one."""
        return shared_of(self._configs)

    def item(self, item_id: str, *, user_id: str | int | None = None) -> Item:
        """One item, whatever its state. Raises NotFound."""
        item = self.db.items.get(item_id)
        refuse_others([item], user_id)
        return item

    def write(self, store: str, text: str, user_id: str = "", session_id: str = "", **data: Any) -> Changed:
        """An item written by hand; it replaces what fills the same slot. For the profile, `key` names the field."""
        if store not in self.stores:
            raise InvalidInput(f"There is no store {store!r}. Stores: {', '.join(self.stores)}.")
        if not text.strip():
            raise InvalidInput("The text is empty. Write something first.")
        item = self._pupil.written_item(store, text.strip(), user_of(user_id), session_id, data)
        item = self._correcting(item, fold(str(data.get("title", ""))))
        kept = self._keeper.keep([(replace(item, origin=Origin.WRITTEN), "")], action="write", by="user")
        if not kept.act:
            raise InvalidInput("That is known already.")
        return Changed(kept.act, "write", kept.learned)

    def _correcting(self, item: Item, title: str) -> Item:
        """What is written under the title of an active item is its correction, and replaces it."""
        named = (i for i in self.seen(item.user_id, item.store) if fold(str(i.data.get("title", ""))) == title)
        old = next(named, None) if title else None
        return item if old is None or old.text == item.text else replace(item, replaces=old.id)

    def edit(self, item_id: str, text: str | None = None, *, user_id: Any = None, **data: Any) -> Changed:
        """Change an item's wording, or values of its data; a profile field by `value` or `text`."""
        self.item(item_id, user_id=user_id)
        return self._keeper.edit(item_id, text, data)

    def forget(self, item_id: str, *, user_id: str | int | None = None) -> Changed:
        """Take an item out of everything that is recalled, searched and exported; undo brings it back."""
        self.item(item_id, user_id=user_id)
        return self._keeper.set_state(item_id, State.FORGOTTEN, "forget")

    def undo(self, act: int | None = None) -> Changed | None:
        """Take back the last act not yet taken back, or the one given. None when there is nothing to undo."""
        return self._keeper.undo(act)

    def history(self, item_id: str, *, user_id: str | int | None = None) -> list[Revision]:
        """All revisions of an item, oldest first."""
        revisions = self.db.items.history(item_id)
        refuse_others([item for one in revisions for item in (one.before, one.after) if item is not None], user_id)
        return revisions

    def export(
        self,
        path: str | Path,
        user_id: str | None = None,
        *,
        history: bool = False,
        progress: transfer.Progress | None = None,
    ) -> int:
        """Write the active items to a JSON file, or to Markdown by its ending. Returns the number of items.

        user_id: only this user's. history: items in every state, what was done to them, chats and turns: a full backup.
        """
        return transfer.export(self.db, Path(path), _named(user_id), history=history, progress=progress)

    def import_(
        self,
        path: str | Path,
        user_id: str | None = None,
        *,
        dry_run: bool = False,
        progress: transfer.Progress | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> transfer.Report:
        """Read an export of Keepwise, ChatGPT or Claude, or a database of mem0 or Agno, as one act.

        What is here already is left alone; what another assistant kept waits as a proposal. user_id: whose it becomes;
        None keeps the owners that the file names. dry_run: only tell what would happen. progress: called with how much
        is done, of how much, and what is being done, in the calling thread. stopped: may be set from any thread; once it
        says yes, nothing is imported. Raises InvalidInput.
        """
        memory = transfer.Memory(
            self.db,
            self._keeper.indexer,
            self.embedder,
            self.stores,
            on={name: store for name, store in self.stores.items() if self._configs[name] is not None},
            namespaces={name: namespace_of(config) for name, config in self._configs.items()},
        )
        return transfer.import_(
            memory, Path(path), _named(user_id), dry_run=dry_run, progress=progress, stopped=stopped
        )


def user_of(user_id: str | int | None) -> str:
    """The user as text (123 and "123" are one user). Raises AccessRefused without one: everything here is private."""
    user = str(user_id).strip() if user_id is not None else ""
    if not user:
        raise AccessRefused("Whose memory? Pass user_id: without a user nothing private is read or written.")
    return user


def refuse_others(items: Sequence[Item], user_id: str | int | None) -> None:
    """Raises AccessRefused when one of the items belongs to another user than the one who asks, if one does."""
    if user_id is not None and any(item.user_id != user_of(user_id) for item in items):
        raise AccessRefused("This belongs to another user; only its owner can see or change it.")


def _named(user_id: str | int | None) -> str | None:
    """The user as text; None for all."""
    return None if user_id is None else user_of(user_id)
