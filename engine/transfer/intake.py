"""Taking in chats and turns: what is missing here is added, what is here is left alone, what was deleted stays deleted."""

from __future__ import annotations

from collections.abc import Sequence

from engine.database.archive import Archive
from engine.item import Chat, Turn
from engine.transfer.foreign import Owners
from engine.transfer.report import Tally
from engine.transfer.staging import Staging


class Intake:
    """Adds chats to the database (without `staging` only counts). added: chat id -> (whether the chat is new, its new turns).

    spoken_only: for conversations from elsewhere: a chat in which nothing was said is left out.
    """

    def __init__(self, archive: Archive, tally: Tally, staging: Staging | None, *, spoken_only: bool = False) -> None:
        self.added: dict[str, tuple[bool, list[str]]] = {}
        self._archive = archive
        self._tally = tally
        self._staging = staging
        self._spoken_only = spoken_only
        self._taken: set[str] = set()

    def take(self, chat: Chat, turns: Sequence[Turn]) -> list[Turn]:
        """Add what is missing of the chat. Returns the turns that were."""
        if not turns and self._spoken_only:
            self._tally.skip("chat", "nothing was said in it")
            return []
        kept = None if chat.id in self.added else self._archive.kept([chat.id]).get(chat.id)
        new = chat.id not in self.added and (kept is None or kept.taken_back)
        if kept is not None and not new and (kept.gone or kept.user_id != chat.user_id):
            self._tally.skip("chat", "you deleted it here" if kept.gone else Owners.ANOTHER)
            return []
        here = self._archive.turn_ids([turn.id for turn in turns]) | self._taken
        missing = [turn for turn in turns if turn.id not in here]
        self._count(new, len(missing), len(turns))
        if new or missing:
            self._taken |= {turn.id for turn in missing}
            self.added.setdefault(chat.id, (new, []))[1].extend(turn.id for turn in missing)
            if self._staging is not None:
                self._staging.put(chat, missing, _said(turns, missing), new=new)
        return missing

    def _count(self, new: bool, missing: int, turns: int) -> None:
        (self._tally.new if new else self._tally.known)("chat")
        self._tally.new("turn", missing)
        self._tally.known("turn", turns - missing)


def _said(turns: Sequence[Turn], missing: Sequence[Turn]) -> list[tuple[Turn, str]]:
    """The user's turns among the missing ones, with who spoke before and what."""
    new = {turn.id for turn in missing}
    said = [""] + [f"{turn.name or turn.role}: {turn.text}" for turn in turns]
    return [(turn, before) for turn, before in zip(turns, said, strict=False) if turn.id in new and turn.role == "user"]
