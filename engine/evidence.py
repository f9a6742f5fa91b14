"""Evidence: exchanges as they are recorded, word for word, and what an answer's turn tells of what was learned with it.

Only user and assistant messages are kept; system, developer and tool messages and tool calls never reach learning.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from engine.clock import to_local
from engine.database import Database
from engine.decide import Exchange
from engine.errors import InvalidInput
from engine.item import Item, Turn
from engine.keeper import Keeper
from engine.language.fiction import still_acting


def record(
    database: Database,
    keeper: Keeper,
    messages: Sequence[Mapping[str, Any]],
    user_id: str,
    session_id: str,
    at: datetime,
    *,
    learned: bool,
) -> Exchange | None:
    """Keep the last exchange of `messages` as turns, unless the chat ends with them already. None without a user turn."""
    spoken = [m for m in messages if m.get("role") in ("user", "assistant") and str(m.get("content") or "").strip()]
    start = max((n for n, m in enumerate(spoken) if m["role"] == "user"), default=None)
    if start is None:
        return None
    last, conversation = spoken[start:], database.conversation
    with database.transaction():
        if conversation.chat(session_id) is None:
            conversation.create_chat(user_id, "", session_id, at)
        elif conversation.existing_chat(session_id).user_id != user_id:
            raise InvalidInput(f"The session {session_id!r} belongs to another user. Choose another session id.")
        turns = conversation.turns(session_id)
        known = [(t.role, t.text) for t in turns[-len(last) :]] == [(m["role"], m["content"]) for m in last]
        if not known:
            for m in last:
                _add(database, keeper, m, session_id, at, learned, turns)
            turns = conversation.turns(session_id)
    return exchange_of(turns, next(t for t in reversed(turns) if t.role == "user"))


def _add(
    database: Database,
    keeper: Keeper,
    m: Mapping[str, Any],
    session_id: str,
    at: datetime,
    learned: bool,
    before: Sequence[Turn],
) -> None:
    turn = database.conversation.add_turn(
        session_id,
        str(m["role"]),
        str(m["content"]),
        at=at,
        learned=learned,
        name=str(m.get("name") or ""),
        ref=str(m.get("id") or ""),
    )
    if turn.role == "user":
        keeper.index_turn(turn, f"{before[-1].name}: {before[-1].text}" if before else "")


def exchange_of(turns: Sequence[Turn], user_turn: Turn) -> Exchange:
    """The exchange that `user_turn` opens, from the turns of its chat."""
    earlier = [t for t in turns if t.position < user_turn.position and t.role == "assistant"]
    later = [t for t in turns if t.position > user_turn.position]
    answer = later[0] if later and later[0].role == "assistant" else None
    return Exchange(
        user_id=user_turn.user_id,
        session_id=user_turn.chat_id,
        turn_id=user_turn.id,
        answer_id=answer.id if answer else "",
        ref=user_turn.ref,
        user=user_turn.text,
        assistant=answer.text if answer else "",
        before=earlier[-1].text if earlier else "",
        said_at=to_local(user_turn.created_at),
        acting=still_acting([t.text for t in turns if t.position < user_turn.position and t.role == "user"]),
    )


def attach(
    database: Database, answer_id: str, learned: Sequence[Item], proposed: Sequence[Item], act: int, malformed: int = 0
) -> None:
    """Add to an answer's turn what was learned with it, so that its chips can be drawn again, and what could not be read."""
    if not answer_id or not (learned or proposed or malformed):
        return
    data = database.conversation.turn(answer_id).data
    more: dict[str, Any] = {
        "learned": [*data.get("learned", ()), *(item.id for item in learned)],
        "proposed": [*data.get("proposed", ()), *(item.id for item in proposed)],
        "act": act or data.get("act", 0),
        "malformed": int(data.get("malformed", 0)) + malformed,
    }
    database.conversation.update_turn(answer_id, data={name: value for name, value in more.items() if value})
