"""Forgetting for good: one item, a person, everything of a user, or what has lain in the bin. There is no undo of it.

The rows go in one transaction, which also notes that the file must be rebuilt; then it is rebuilt (engine/database/compaction).
A crash in between is made up for at the next start. Text sent to the model is dropped from the chats that held it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from engine.database import Database
from engine.database.database import COMPACTION_DUE
from engine.item import Item, State, Turn
from engine.keeper import Keeper
from engine.language.names import mentions
from engine.language.text import normalise, shorten, terms
from engine.language.titles import title_of
from engine.traces import MARK, Traces

SNAPSHOTS = ("sent", "system", "shown", "summary", "steps", "last")
"""What a turn keeps of the prompt it was sent with; without it the chat's next prompt is made anew."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What is gone: numbers of items and of turns that were cut or removed, and the chats whose warm prompts must be
    dropped from the model (its cached state still holds their text)."""

    items: int = 0
    turns: int = 0
    chats: tuple[str, ...] = ()

    def __add__(self, other: Erased) -> Erased:
        """Both together."""
        chats = tuple(dict.fromkeys((*self.chats, *other.chats)))
        return Erased(self.items + other.items, self.turns + other.turns, chats)


class Eraser:
    """Erases in one database."""

    def __init__(self, database: Database, keeper: Keeper) -> None:
        self._database = database
        self._keeper = keeper
        self._rows = database.erasure

    def items(self, ids: Sequence[str]) -> Erased:
        """Erase items with their older values, their sentences, and every trace of them. Raises NotFound."""
        done = Erased()
        with self._database.transaction():
            items = [self._database.items.get(item_id) for item_id in ids]
            for user_id in sorted({item.user_id for item in items}):
                done += self._erase(user_id, {item.id for item in items if item.user_id == user_id})
            self._close(done)
        self._database.compact()
        return done

    def about(self, name: str, user_id: str) -> Erased:
        """Erase a person or thing: each item that names it, and every sentence of the user's chats that does."""
        with self._database.transaction():
            named = {item.id for item in self._rows.versions(user_id) if _names(item, name)}
            done = self._erase(user_id, named, [name])
            self._close(done)
        self._database.compact()
        return done

    def user(self, user_id: str) -> Erased:
        """Erase everything of a user: items, chats, turns, and the log of them."""
        with self._database.transaction():
            ids = {item.id for item in self._rows.versions(user_id)}
            chats = list(self._rows.titles(user_id))
            turns = self._rows.turns(user_id)
            done = Erased(len(ids), len(turns), tuple(chats))
            self._rows.rewrite_settings(Traces.of_ids({*ids, *chats}).cut_data)
            self._rows.delete_chats(chats)
            self._rows.delete_items(sorted(ids))
            self._rows.forget_settings(user_id)
            self._close(done)
        self._database.compact()
        return done

    def bin(self, before: datetime, user_id: str | None) -> Erased:
        """Erase what was forgotten, and the chats that were deleted, before a time (naive UTC)."""
        done = Erased()
        with self._database.transaction():
            forgotten = self._database.items.find(state=State.FORGOTTEN, user_id=user_id)
            old = [item for item in forgotten if item.updated_at is not None and item.updated_at < before]
            for owner in sorted({item.user_id for item in old}):
                done += self._erase(owner, {item.id for item in old if item.user_id == owner})
            chats = self._rows.deleted_chats(before, user_id)
            self._rows.delete_chats(chats)
            done += Erased(chats=tuple(chats))
            if done == Erased():
                return done
            self._close(done)
        self._database.compact()
        return done

    def _erase(self, user_id: str, ids: set[str], names: Sequence[str] = ()) -> Erased:
        versions = self._rows.versions(user_id)
        ids = _with_older_values(ids, self._database.items.find(user_id=user_id), versions)
        erased = [item for item in versions if item.id in ids]
        traces = Traces.of(erased, names, self._elsewhere(user_id, erased, versions))
        others = {i.id for i in versions if i.id not in ids and traces.cut_item(i) != i}
        self._rows.delete_items(sorted(ids))
        self._keeper.index(self._rows.rewrite_items(traces.cut_item, sorted(others)))
        turns, chats = self._cut_turns(user_id, traces)
        self._rows.rewrite_reasons(traces.cut)
        self._rows.rewrite_settings(traces.cut_data)
        return Erased(len(ids), turns, chats)

    def _elsewhere(self, user_id: str, erased: Sequence[Item], versions: Sequence[Item]) -> frozenset[str]:
        """The terms that the user uses apart from what is erased: these give nothing away."""
        ids, sources = {item.id for item in erased}, {item.source.turn_id for item in erased}
        texts = [item.text for item in versions if item.id not in ids and item.source.turn_id not in sources]
        texts += [t.text for t in self._rows.turns(user_id) if t.role == "user" and t.id not in sources]
        return frozenset(term for text in texts for term in terms(text))

    def _cut_turns(self, user_id: str, traces: Traces) -> tuple[int, tuple[str, ...]]:
        """Cut what goes out of all turns. Returns how many turns lost words, and the chats that had been given it."""
        turns = self._rows.turns(user_id)
        knowing = {t.chat_id for t in turns if t.id in traces.turns or traces.known_in(t.data)}
        cut = {turn.id: _cut(turn, traces, knows=turn.chat_id in knowing) for turn in turns}
        worded = [turn for turn in turns if cut[turn.id].text != turn.text]
        touched = {turn.chat_id for turn in turns if cut[turn.id] != turn} | knowing
        for turn in turns:
            after = cut[turn.id]
            if turn.chat_id in touched:
                after = replace(after, data={k: v for k, v in after.data.items() if k not in SNAPSHOTS})
            if after != turn:
                self._rows.rewrite_turn(after)
        self._retitle(user_id, worded, cut, traces)
        self._index_again(turns, cut, {turn.id for turn in worded})
        return len(worded), tuple(sorted(touched))

    def _retitle(self, user_id: str, worded: Iterable[Turn], cut: dict[str, Turn], traces: Traces) -> None:
        """A chat is named after its first message: the name goes the way of the words."""
        originals = {turn.chat_id: turn for turn in reversed(list(worded)) if turn.role == "user"}
        for chat_id, title in self._rows.titles(user_id).items():
            turn = originals.get(chat_id)
            if turn is not None and title == title_of([turn.text]):
                new = title_of([cut[turn.id].text.replace(MARK, "")])
            elif turn is not None and " ".join(turn.text.split()).startswith(title.rstrip("…")):
                new = shorten(cut[turn.id].text.replace(MARK, ""), 48)
            else:
                new = traces.cut(title, knowing=turn is not None).replace(MARK, "").strip()
            if new != title:
                self._rows.retitle(chat_id, new)

    def _index_again(self, turns: Sequence[Turn], cut: dict[str, Turn], worded: set[str]) -> None:
        """The index of a turn also holds the turn before it, so both the turns that changed and those after them."""
        indexed = self._rows.indexed("turn")
        for before, turn in zip([None, *turns], turns, strict=False):
            follows = before is not None and before.chat_id == turn.chat_id
            changed = turn.id in worded or (follows and before is not None and before.id in worded)
            if turn.id not in indexed or not changed:
                continue
            if cut[turn.id].text.replace(MARK, "").strip(" .\n"):
                said = f"{before.role}: {cut[before.id].text}" if follows and before is not None else ""
                self._keeper.index_turn(cut[turn.id], said)
            else:
                self._rows.unindex([turn.id])

    def _close(self, done: Erased) -> None:
        self._database.set_setting(COMPACTION_DUE, True)
        self._rows.announce(done.chats)


def _cut(turn: Turn, traces: Traces, *, knows: bool) -> Turn:
    """A turn without what goes: strictly in the turn it was said in and in answers that knew of it."""
    strictly = turn.id in traces.turns or (knows and turn.role != "user")
    kept = {key: value for key, value in turn.data.items() if key not in SNAPSHOTS}
    cleaned = {**turn.data, **traces.cut_data(kept, knowing=strictly)}
    return replace(turn, text=traces.cut(turn.text, knowing=strictly), data=cleaned)


def _with_older_values(ids: set[str], current: Sequence[Item], versions: Sequence[Item]) -> set[str]:
    """The ids with those of the values they replaced, and of the same text that is no longer (or not yet) shown."""
    gone, now = set(ids), {item.id: item for item in current}
    same = {(item.store, normalise(item.text)) for item in versions if item.id in ids}
    hidden = [item for item in versions if item.id not in now or now[item.id].state is not State.ACTIVE]
    while True:
        more = {i.id for i in hidden if i.superseded_by in gone or (i.store, normalise(i.text)) in same} - gone
        if not more:
            return gone
        gone |= more


def _names(item: Item, name: str) -> bool:
    values = json.dumps(dict(item.data), ensure_ascii=False, default=str)  # aliases and merged names stand in lists
    return mentions(f"{item.text}\n{item.subject}\n{values}", name)
