"""Reading a chat at the desk: its turns, what hangs on them, their versions, and from where on the model is sent it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.chat.message import Shown
from engine import Database
from engine.item import Turn
from engine.prompt import left_out
from engine.versions import versions


@dataclass(frozen=True, slots=True)
class Reading:
    """A chat as it is shown. left_out: how many of the first messages are no longer sent to the model."""

    shown: list[Shown]
    left_out: int = 0


def read_chat(database: Database, chat_id: str) -> Reading:
    """The turns of a chat, each answer with the items that were learned or proposed from it: three queries in all."""
    every = database.turns(chat_id, versions=True)
    turns = [turn for turn in every if turn.role in ("user", "assistant") and not turn.data.get("hidden")]
    ids = {turn.id: _items(turn) for turn in turns}
    wanted = [item_id for listed in ids.values() for item_id in listed]
    items = {item.id: item for item in database.items.find(ids=wanted)} if wanted else {}
    several = versions(every)
    shown = [
        Shown(turn, tuple(items[one] for one in ids[turn.id] if one in items), several.get(turn.id, ()))
        for turn in turns
    ]
    return Reading(shown, left_out(turns))


def _items(turn: Turn) -> list[str]:
    return list(dict.fromkeys((*turn.data.get("learned", ()), *turn.data.get("proposed", ()))))
