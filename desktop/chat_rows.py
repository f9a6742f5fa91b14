"""What stands in the left pane, row by row: headings, folders and chats. Plain values and the rules that arrange them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop.tongue import tr, tr_later, tr_n
from desktop.words import local, now, relative
from engine.database.folders import Folder
from engine.item import Chat, Found

UNTITLED = tr_later("New chat")
GROUPS = ((0, tr_later("Today")), (1, tr_later("Yesterday")), (7, tr_later("Previous 7 days")))
"""(days ago at most, heading)."""
OLDER = tr_later("Older")
BEFORE, AFTER = 16, 90
"""Characters of a snippet around the hit: the hit must stand within what the pane shows of one line."""


def title_shown(chat: Chat | None) -> str:
    """What a chat is called; a chat without a title, or none yet, is a new chat."""
    return (chat.title if chat is not None else "") or tr(UNTITLED)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A hit with the words around it, and the message it is in."""

    turn_id: str
    before: str
    hit: str
    after: str

    @property
    def text(self) -> str:
        """All of it."""
        return f"{self.before}{self.hit}{self.after}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a chat, a folder, or else a heading. inside: in a folder. under: the second line, for a search."""

    chat: Chat | None = None
    folder: Folder | None = None
    heading: str = ""
    inside: bool = False
    under: str = ""
    snippet: Snippet | None = None

    @property
    def title(self) -> str:
        """The words of the row."""
        if self.chat is not None:
            return title_shown(self.chat)
        return self.folder.name if self.folder is not None else self.heading

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        if self.folder is not None:
            state = tr("closed") if self.folder.closed else tr("open")
            return tr_n(
                "Folder {name}, {n} chats, {state}",
                "Folder {name}, {n} chat, {state}",
                len(self.folder.chats),
                name=self.folder.name,
                state=state,
            )
        if self.chat is None:
            return self.heading
        pinned = tr(", pinned") if self.chat.pinned else ""
        said = f", {self.snippet.text}" if self.snippet is not None else ""
        return f"{self.title}, {relative(self.chat.updated_at)}{pinned}{said}"


@dataclass(frozen=True, slots=True)
class Listing:
    """All that the pane knows of a user's chats."""

    chats: Sequence[Chat] = ()
    archived: Sequence[Chat] = ()
    folders: Sequence[Folder] = ()

    def folder_of(self, chat_id: str) -> Folder | None:
        """The folder that a chat is in."""
        return next((folder for folder in self.folders if chat_id in folder.chats), None)


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched for, and what was found in messages: chat id -> the hit."""

    words: str = ""
    hits: Mapping[str, Found] = field(default_factory=dict)


def rows_of(listing: Listing, today: datetime | None = None) -> list[Row]:
    """The chats as they stand without a search: pinned ones, folders, then the others by day."""
    known = {chat.id: chat for chat in listing.chats}
    rows: list[Row] = []
    pinned = [chat for chat in listing.chats if chat.pinned]
    if pinned:
        rows += [Row(heading=tr("Pinned")), *(Row(chat) for chat in pinned)]
    placed = {chat.id for chat in pinned}
    if listing.folders:
        rows.append(Row(heading=tr("Folders")))
    for folder in listing.folders:
        inside = [chat for chat in listing.chats if chat.id in folder.chats]
        shown = Folder(folder.id, folder.name, folder.closed, tuple(chat.id for chat in inside))
        rows.append(Row(folder=shown))
        rows += [Row(chat, inside=True) for chat in inside if not (folder.closed or chat.id in placed)]
    placed.update(chat_id for folder in listing.folders for chat_id in folder.chats if chat_id in known)
    return rows + by_day([chat for chat in listing.chats if chat.id not in placed], today)


def archived_rows(listing: Listing) -> list[Row]:
    """The chats that were put away, the latest first."""
    latest = sorted(listing.archived, key=lambda chat: chat.updated_at, reverse=True)
    return [Row(heading=tr("Archived")), *(Row(chat) for chat in latest)]


def by_day(chats: Sequence[Chat], today: datetime | None = None) -> list[Row]:
    """Chats, the latest first, below the headings of their days."""
    this = local(today or now()).date()
    rows: list[Row] = []
    heading = ""
    for chat in sorted(chats, key=lambda chat: chat.updated_at, reverse=True):
        days = (this - local(chat.updated_at).date()).days
        group = next((name for most, name in GROUPS if days <= most), OLDER)
        if group != heading:
            rows.append(Row(heading=tr(group)))
            heading = group
        rows.append(Row(chat))
    return rows


def found_rows(listing: Listing, search: Search) -> list[Row]:
    """The chats that a search finds: by their titles first, then by what was said in them; archived ones are marked."""
    wanted = plain(search.words).split()
    every = [(chat, "") for chat in listing.chats] + [(chat, tr("Archived · ")) for chat in listing.archived]
    titled: list[Row] = []
    said: list[Row] = []
    for chat, mark in every:
        hit = search.hits.get(chat.id)
        in_title = all(word in plain(title_shown(chat)) for word in wanted)
        if not in_title and hit is None:
            continue
        snippet = snippet_of(hit, wanted, BEFORE - len(mark)) if hit is not None else None
        row = Row(chat, under=mark + ("" if snippet else relative(chat.updated_at)), snippet=snippet)
        (titled if in_title else said).append(row)
    return titled + said


def snippet_of(found: Found, wanted: Sequence[str], room: int = BEFORE) -> Snippet:
    """The first of the words in the message, with what stands around it, on one line."""
    text = " ".join(found.text.split())
    folded = plain(text)
    places = [(folded.find(word), word) for word in wanted if word in folded]
    start, word = min(places, default=(0, ""))
    if len(folded) != len(text):  # a letter that is several without its accent: the places do not agree
        start, word = 0, ""
    begin = max(0, start - room)
    if begin:
        begin = text.find(" ", begin, start) + 1 or begin
    end = start + len(word)
    before = ("…" if begin else "") + text[begin:start]
    after = text[end : end + AFTER] + ("…" if len(text) > end + AFTER else "")
    return Snippet(found.turn_id, before, text[start:end], after)


def plain(text: str) -> str:
    """Lower case and without accents, as the search compares."""
    parts = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))
