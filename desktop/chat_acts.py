"""What is done to chats and folders from the left pane: menus, and acts that a toast takes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.bridge import Bridge
from desktop.chat_export import copy_as_markdown, export
from desktop.chat_rows import Row, title_shown
from desktop.icons import icon
from desktop.steps import Steps
from desktop.theme import colours
from desktop.tongue import tr, tr_n
from engine.database.folders import Folder
from engine.events import Changed, Event, Finished
from engine.item import Chat, State
from engine.language.titles import title_of

if TYPE_CHECKING:
    from desktop.chats import ChatPane

T = TypeVar("T")
NAMING = 4
"""Messages after which a chat keeps the title that it has."""
Offer = tuple[str, Callable[[], object]]
"""Words of a button in a toast, and what it does."""


class ChatActs(QObject):
    """Acts of one pane. `told(words, act or None, offers)` is for a toast."""

    told = Signal(str, object, object)

    def __init__(self, pane: ChatPane, bridge: Bridge) -> None:
        super().__init__(pane)
        self._pane, self._bridge = pane, bridge
        self.steps = Steps(bridge)
        bridge.happened.connect(self._happened)

    # Menus

    def menu_of(self, row: Row) -> QMenu:
        """The menu of one row."""
        menu = QMenu(self._pane)
        menu.aboutToHide.connect(menu.deleteLater)
        if row.folder is not None:
            self._add(menu, tr("Rename"), "edit", partial(self._pane.edit, row.folder.id))
            self._add(menu, tr("Delete folder, keep its chats"), "trash", partial(self.delete_folder, row.folder))
        elif row.chat is not None:
            self._fill(menu, row.chat)
        return menu

    def _fill(self, menu: QMenu, chat: Chat) -> None:
        self._add(menu, tr("Rename"), "edit", partial(self._pane.edit, chat.id))
        if not chat.archived:
            self._add(menu, tr("Unpin") if chat.pinned else tr("Pin"), "pin", partial(self.pin, chat))
            self._add_folders(menu.addMenu(icon("folder", colours().muted), tr("Move to")), chat)
        self._add_exports(menu.addMenu(icon("download", colours().muted), tr("Export")), chat)
        words = tr("Restore from archive") if chat.archived else tr("Archive")
        self._add(menu, words, "archive", partial(self.archive, chat, not chat.archived))
        menu.addSeparator()
        self._add(menu, tr("Delete"), "trash", partial(self.delete, chat))

    def _add_folders(self, menu: QMenu, chat: Chat) -> None:
        inside = self._pane.listing.folder_of(chat.id)
        for folder in self._pane.listing.folders:
            action = self._add(menu, folder.name.replace("&", "&&"), "folder", partial(self.move, chat.id, folder.id))
            action.setEnabled(inside is None or inside.id != folder.id)
        if inside is not None:
            self._add(menu, tr("No folder"), "close", partial(self.move, chat.id, ""))
        menu.addSeparator()
        self._add(menu, tr("New folder…"), "folder-plus", partial(self.new_folder, chat.id))

    def _add_exports(self, menu: QMenu, chat: Chat) -> None:
        for words, kind in ((tr("Markdown…"), "md"), (tr("Plain text…"), "txt"), (tr("JSON…"), "json")):
            menu.addAction(words).triggered.connect(partial(self._export, chat, kind))
        self._add(menu, tr("Copy as Markdown"), "copy", partial(copy_as_markdown, self._bridge, chat, self._say))

    @staticmethod
    def _add(menu: QMenu, words: str, drawing: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(icon(drawing, colours().muted), words)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _export(self, chat: Chat, kind: str, _checked: bool = False) -> None:
        export(self._pane, self._bridge, chat, kind, self._say)

    # Chats

    def delete_row(self, row: Row) -> None:
        """Delete what a row shows."""
        if row.chat is not None:
            self.delete(row.chat)
        elif row.folder is not None:
            self.delete_folder(row.folder)

    def delete(self, chat: Chat) -> None:
        """Take the chat out of the list; the toast brings it back, or forgets what was learned there too."""
        learning = self._bridge.learning

        def work() -> tuple[Changed, int]:
            with learning.db.transaction():
                found = [item for item in learning.items(None, None, chat.user_id) if item.source.chat_id == chat.id]
                shown = [item for item in found if item.state in (State.ACTIVE, State.PROPOSED)]
                return learning.delete_chat(chat.id), len(shown)

        self._bridge.run(work, partial(self._deleted, chat))

    def _deleted(self, chat: Chat, result: tuple[Changed, int]) -> None:
        changed, learned = result
        words = tr_n("Also forget {n} things learned there", "Also forget {n} thing learned there", learned)
        offers: list[Offer] = [(words, partial(self._forget_too, chat, changed.act))] if learned else []
        self._gone(chat, changed, tr("Deleted “{title}”").format(title=title_shown(chat)), offers)

    def _forget_too(self, chat: Chat, act: int) -> None:
        """Delete again, with what was learned there: one act, so that one Undo brings all of it back."""
        learning = self._bridge.learning

        def work() -> Changed:
            with learning.db.transaction():
                learning.undo(act)
                return learning.delete_chat(chat.id, with_items=True)

        def done(changed: Changed) -> None:
            words = tr_n(
                "Deleted “{title}” and forgot {n} things learned there",
                "Deleted “{title}” and forgot {n} thing learned there",
                len(changed.items),
                title=title_shown(chat),
            )
            self._gone(chat, changed, words, [])

        self._bridge.run(work, done)

    def _gone(self, chat: Chat, changed: Changed, words: str, offers: list[Offer]) -> None:
        self._bridge.acted.emit(words, changed)
        if offers:
            self.told.emit(words, changed.act, offers)

    def rename(self, chat: Chat, title: str) -> None:
        """Give a chat another title."""
        self._do(lambda: self._bridge.database.rename_chat(chat.id, title))

    def _happened(self, chat_id: str, event: Event) -> None:
        """An answer has ended: a chat that is called after a greeting may have got something to be called after."""
        if not isinstance(event, Finished):
            return
        database = self._bridge.database

        def work() -> bool:
            chat = database.chat(chat_id)
            said = [turn.text for turn in database.turns(chat_id) if turn.role == "user"][:NAMING]
            if chat is None or chat.title not in [title_of(said[:count]) for count in range(1, len(said) + 1)]:
                return False
            new = title_of(said)
            return new != chat.title and database.conversation.retitle_chat(chat_id, chat.title, new)

        self._bridge.run(work, lambda renamed: self._pane.reload() if renamed else None)

    def pin(self, chat: Chat) -> None:
        """Keep a chat on top of the list, or no longer."""
        self._do(lambda: self._bridge.database.pin_chat(chat.id, not chat.pinned))

    def archive(self, chat: Chat, archived: bool) -> None:
        """Put a chat away, or take it out again."""
        conversation = self._bridge.database.conversation
        words = (tr("Archived “{title}”") if archived else tr("Restored “{title}”")).format(title=title_shown(chat))
        back = partial(conversation.archive_chat, chat.id, not archived)
        self._do(lambda: conversation.archive_chat(chat.id, archived), lambda _: self._done(words, back))

    # Folders

    def new_folder(self, chat_id: str = "") -> None:
        """Make a folder, with a chat in it if one is given, and let its name be typed."""
        folders, user = self._bridge.database.folders, self._bridge.user_id

        def work() -> Folder:
            folder = folders.create(user, tr("New folder"))
            if chat_id:
                folders.move(user, chat_id, folder.id)
            return folder

        self._do(work, lambda folder: self._pane.edit(folder.id))

    def rename_folder(self, folder: Folder, name: str) -> None:
        """Give a folder another name."""
        self._do(lambda: self._bridge.database.folders.rename(self._bridge.user_id, folder.id, name))

    def fold(self, folder: Folder, closed: bool) -> None:
        """Show only the name of a folder, or its chats too."""
        self._do(lambda: self._bridge.database.folders.fold(self._bridge.user_id, folder.id, closed))

    def delete_folder(self, folder: Folder) -> None:
        """Take a folder away; its chats stay. The toast brings it back."""
        folders, user = self._bridge.database.folders, self._bridge.user_id

        def deleted(gone: Folder) -> None:
            words = tr("Deleted the folder “{name}”; its chats are still here").format(name=gone.name)
            self._done(words, partial(folders.restore, user, gone))

        self._do(lambda: folders.delete(user, folder.id), deleted)

    def move(self, chat_id: str, folder_id: str) -> None:
        """Put a chat into a folder, or with "" into none."""
        folders, user = self._bridge.database.folders, self._bridge.user_id
        name = next((folder.name for folder in self._pane.listing.folders if folder.id == folder_id), "")

        def moved(before: str) -> None:
            if before != folder_id:
                words = tr("Moved to “{name}”").format(name=name) if name else tr("Taken out of its folder")
                self._done(words, partial(folders.move, user, chat_id, before))

        self._do(lambda: folders.move(user, chat_id, folder_id), moved)

    def _do(self, work: Callable[[], T], then: Callable[[T], object] | None = None) -> None:
        """Work at the desk, then show the list as it is."""

        def done(result: T) -> None:
            self._pane.reload()
            if then is not None:
                then(result)

        self._bridge.run(work, done)

    def _done(self, words: str, back: Callable[[], object]) -> None:
        """Tell what was done; the toast takes it back, and so does undoing later on."""

        def undo() -> None:
            self._do(back, lambda _: self._say(tr("Taken back: {what}").format(what=words)))

        self._say(words, [(tr("Undo"), self.steps.add(undo))])

    def _say(self, words: str, offers: list[Offer] | None = None) -> None:
        self.told.emit(words, None, offers or [])
