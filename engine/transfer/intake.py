"""Taking in chats and turns: what is missing here is added, what is here is left alone, what was deleted stays deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.database.archive import Archive
from engine.item import Chat, Turn
from engine.transfer.foreign import Owners
from engine.transfer.report import Tally


class Intake:
    """Adds chats to the database (with `dry` only counts). added: chat id -> (whether the chat is new, ids of its new turns).

    append: for conversations from elsewhere: new turns of a chat that is here go to its end (otherwise to the positions
    that they have), and a chat in which nothing was said is left out.
    """

    def __init__(self, archive: Archive, tally: Tally, *, dry: bool, append: bool = False) -> None:
        self.added: dict[str, tuple[bool, list[str]]] = {}
        self._archive = archive
        self._tally = tally
        self._dry = dry
        self._append = append

    def take(self, chat: Chat, turns: Sequence[Turn]) -> list[Turn]:
        """Add what is missing of the chat. Returns the turns that were."""
        if not turns and self._append:
            self._tally.skip("chat", "nothing was said in it")
            return []
        kept = self._archive.kept([chat.id]).get(chat.id)
        new = kept is None or kept.taken_back
        if kept is not None and not new and (kept.gone or kept.user_id != chat.user_id):
            self._tally.skip("chat", "you deleted it here" if kept.gone else Owners.ANOTHER)
            return []
        here = self._archive.turn_ids([turn.id for turn in turns])
        missing = [turn for turn in turns if turn.id not in here]
        if not new and self._append and missing:
            last = self._archive.last_position(chat.id)
            missing = [replace(turn, position=last + n) for n, turn in enumerate(missing, 1)]
        self._count(new, len(missing), len(turns))
        if new or missing:
            earlier = self.added.get(chat.id, (new, []))
            self.added[chat.id] = (earlier[0], [*earlier[1], *(turn.id for turn in missing)])
            if not self._dry:
                if new:
                    self._archive.add_chat(chat)
                self._archive.add_turns(missing)
        return missing

    def _count(self, new: bool, missing: int, turns: int) -> None:
        (self._tally.new if new else self._tally.known)("chat")
        self._tally.new("turn", missing)
        self._tally.known("turn", turns - missing)
