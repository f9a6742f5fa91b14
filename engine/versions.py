"""Versions: a message is changed or an answer made anew, the conversation goes on from there, and the old one stays.

A chat is a tree of turns. A turn follows the one before it by position unless its data says otherwise ("after": an id, or ""
for the beginning). One branch is shown; the turns of all others are marked "hidden" in their data, so that branches travel
with exports and need no columns. Prompts, learning and recall see only what is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from engine.attachments import Attachment, attached, plain
from engine.clock import now
from engine.database import Database
from engine.database.conversation import AFTER, HIDDEN
from engine.database.items import Change
from engine.errors import InvalidInput
from engine.events import Changed
from engine.item import Item, Origin, State, Turn
from engine.keeper import Keeper
from engine.reconcile import fills_slot, in_slot
from engine.stores import Store

TAKEN_BACK = "taken_back"
"""In the data of a hidden message: the act that took back what it had taught, and the items it touched."""


def parents(turns: Sequence[Turn]) -> dict[str, str]:
    """The turn that each turn of a chat follows, by id; "" for the beginning. turns: all, in order of position."""
    ids, before, found = {turn.id for turn in turns}, "", {}
    for turn in turns:
        after = str(turn.data.get(AFTER, before))
        found[turn.id] = after if after in ids or not after else before
        before = turn.id
    return found


def versions(turns: Sequence[Turn]) -> dict[str, tuple[str, ...]]:
    """For each shown turn that has other versions: the ids of all of them, the oldest first. turns: all of a chat."""
    after = parents(turns)
    groups: dict[tuple[str, str], list[Turn]] = {}
    for turn in turns:
        groups.setdefault((after[turn.id], turn.role), []).append(turn)
    several = [group for group in groups.values() if len(group) > 1]
    return {t.id: tuple(one.id for one in group) for group in several for t in group if not t.data.get(HIDDEN)}


def branch(turns: Sequence[Turn], turn_id: str) -> list[str]:
    """The ids of the branch through a turn: what led to it, then at each fork what was said last."""
    after = parents(turns)
    path = _lead(after, turn_id)
    newest = {after[turn.id]: turn.id for turn in turns}
    while path[-1] in newest:
        path.append(newest[path[-1]])
    return path


def _lead(after: Mapping[str, str], turn_id: str) -> list[str]:
    """The ids from the beginning of a chat up to a turn; none for ""."""
    path: list[str] = []
    while turn_id:
        path.append(turn_id)
        turn_id = after[turn_id]
    return path[::-1]


class Versions:
    """Shows one branch of a chat, and keeps what was learned in step with what is shown."""

    def __init__(self, database: Database, keeper: Keeper, stores: Mapping[str, Store]) -> None:
        self._database = database
        self._keeper = keeper
        self._stores = stores

    def say_instead(
        self, turn_id: str, text: str, attachments: Sequence[Attachment] = ()
    ) -> tuple[Turn, list[Turn], Changed | None]:
        """Put a new message in the place of one of the user's, with the old one's files where none are given. Returns its
        turn, the turns before it, and the act that took back what only the old message had taught. Call within a
        transaction."""
        old = self._spoken(turn_id, "user")
        turns = self._database.turns(old.chat_id, versions=True)
        after = parents(turns)[turn_id]
        self._show(turns, _lead(parents(turns), after))
        data = {AFTER: after, **plain(attachments or attached(old.data))}
        new = self._database.conversation.add_turn(old.chat_id, "user", text, data=data)
        before = [turn for turn in self._database.turns(old.chat_id) if turn.id != new.id]
        return new, before, self._settle(old, new)

    def answer_again(self, turn_id: str) -> tuple[Turn, list[Turn], Turn]:
        """Begin another answer in the place of one. Returns the question, the turns before it, and the new answer's turn,
        which takes over what was learned with the question. Call within a transaction."""
        old = self._spoken(turn_id, "assistant")
        turns = self._database.turns(old.chat_id, versions=True)
        question = parents(turns)[turn_id]
        asked = next((turn for turn in turns if turn.id == question and turn.role == "user"), None)
        if asked is None:
            raise InvalidInput("There is no message that this answers.")
        self._show(turns, _lead(parents(turns), question))
        kept = {key: old.data[key] for key in ("learned", "proposed", "act") if key in old.data}
        data = {AFTER: question, **kept}
        new = self._database.conversation.add_turn(old.chat_id, "assistant", "", state="streaming", data=data)
        shown = self._database.turns(old.chat_id)
        return asked, [turn for turn in shown if turn.position < asked.position and turn.id != new.id], new

    def go_on(self, turn_id: str) -> tuple[Turn, list[Turn], Turn]:
        """Take up the last answer of a chat that was stopped. Returns the question, the turns before it, and the answer."""
        answer = self._spoken(turn_id, "assistant")
        turns = self._database.turns(answer.chat_id)
        asked = turns[-2] if len(turns) > 1 and turns[-1].id == turn_id else None
        if asked is None or asked.role != "user":
            raise InvalidInput("Only the last answer of a chat can go on.")
        self._database.conversation.update_turn(turn_id, state="streaming")
        return asked, turns[:-2], answer

    def choose(self, turn_id: str) -> Changed | None:
        """Show the branch that goes through a turn. What only the message left behind had taught is taken back, and what
        was taken back with the one that returns comes back, as one act; None when nothing learned is touched."""
        with self._database.transaction():
            turn = self._database.conversation.turn(turn_id)
            turns = self._database.turns(turn.chat_id, versions=True)
            shown = [one.id for one in turns if not one.data.get(HIDDEN)]
            path = branch(turns, turn_id)
            self._show(turns, path)
            by_id = {one.id: one for one in turns}
            left = next((by_id[one] for one in shown if one not in path), None)
            come = next((by_id[one] for one in path if one not in shown), None)
            if left is None or come is None or left.role != "user" or come.role != "user":
                return None
            return self._settle(left, come)

    def _spoken(self, turn_id: str, role: str) -> Turn:
        turn = self._database.conversation.turn(turn_id)
        if turn.role != role:
            raise InvalidInput("Only your own messages can be changed, and only answers made anew.")
        return turn

    def _show(self, turns: Sequence[Turn], path: Sequence[str]) -> None:
        kept = set(path)
        hide = [turn.id for turn in turns if turn.id not in kept and not turn.data.get(HIDDEN)]
        reveal = [turn.id for turn in turns if turn.id in kept and turn.data.get(HIDDEN)]
        self._database.conversation.mark_hidden(hide, True)
        self._database.conversation.mark_hidden(reveal, False)

    def _settle(self, left: Turn, come: Turn) -> Changed | None:
        """Take back what rests on the message that is left, and bring back what rested on the one that comes."""
        taken = self._taken(left, come, now())
        back = [pair for pair in self._returning(come) if not _ids([pair]) & _ids(taken)]
        touched = _ids(taken) | _ids(back)
        back = [(old, new) for old, new in back if new and not self._contested(new, touched)]
        if not taken and not back:
            return None
        changed = self._keeper.commit("change message", [*taken, *back])
        note = {"act": changed.act, "items": sorted(_ids(taken))}
        self._database.conversation.update_turn(left.id, data={TAKEN_BACK: note})
        return changed

    def _taken(self, left: Turn, come: Turn, moment: datetime) -> list[Change]:
        """What the message that is left taught and nothing else did; what the other says as well only moves to it."""
        changes: list[Change] = []
        said = _plain("\n".join([come.text, *(file.text for file in attached(come.data))]))
        items = self._database.items.find(user_id=left.user_id)
        for item in items:
            if item.source.turn_id != left.id or item.origin is Origin.WRITTEN:
                continue
            if item.state not in (State.ACTIVE, State.PROPOSED):
                continue
            if item.quote and _plain(item.quote) in said:
                changes.append((item, replace(item, source=replace(item.source, turn_id=come.id, ref=come.ref))))
            elif not self._database.conversation.says_also(left, item.quote):
                ended = item.valid_to or moment
                changes.append((item, replace(item, state=State.FORGOTTEN, updated_at=moment, valid_to=ended)))
                changes += [(old, _current(old, moment)) for old in items if _replaced_by(old, item)]
        return changes

    def _returning(self, come: Turn) -> list[Change]:
        """What was taken back when the message was hidden, as it was then, unless it was touched since."""
        note = come.data.get(TAKEN_BACK) or {}
        changes: list[Change] = []
        for item in self._database.items.find(ids=list(note.get("items", ()))):
            last = self._database.items.history(item.id)[-1]
            if last.act == note["act"] and last.before is not None:
                before = replace(last.before, uses=item.uses, last_used_at=item.last_used_at, updated_at=now())
                changes.append((item, before))
        return changes

    def _contested(self, item: Item, touched: set[str]) -> bool:
        """Whether its slot holds another value by now."""
        store = self._stores.get(item.store)
        if item.state is not State.ACTIVE or store is None or not fills_slot(item, store):
            return False
        held = self._database.items.find(store=item.store, state=State.ACTIVE, user_id=item.user_id)
        return any(one.id not in touched and in_slot(one, item) for one in held)


def _replaced_by(old: Item, new: Item) -> bool:
    return old.state is State.SUPERSEDED and old.superseded_by == new.id


def _current(old: Item, moment: datetime) -> Item:
    return replace(old, state=State.ACTIVE, superseded_by="", valid_to=None, updated_at=moment)


def _ids(changes: Sequence[Change]) -> set[str]:
    return {before.id for before, _ in changes if before is not None}


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
