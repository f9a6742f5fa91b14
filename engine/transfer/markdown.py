"""The export for reading: what is known, by store, each with the words it rests on; with history also what was, and the chats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.clock import now, to_local
from engine.database import Database
from engine.item import Item, Origin, State

_MARKS = re.compile(r"([\\`*_\[\]<>])")

_TITLES = {
    "user_profile": "About you",
    "user_memory": "Memories",
    "session_context": "Conversations under way",
    "entity_memory": "People and things",
    "learned_knowledge": "Knowledge",
    "decision_log": "Decisions",
}
_STATES = {
    State.ACTIVE: "",
    State.PROPOSED: "Waiting for your word",
    State.SUPERSEDED: "Replaced since",
    State.REJECTED: "Rejected",
    State.FORGOTTEN: "Forgotten",
}
_ORIGINS = {
    Origin.AGENT: "noted by the assistant",
    Origin.WRITTEN: "written by hand",
    Origin.IMPORTED: "imported",
    Origin.INFERRED: "inferred",
}


def markdown(database: Database, items: Sequence[Item], user_id: str | None, history: bool) -> Iterator[str]:
    """The text in pieces."""
    yield f"# What Keepwise has learned\n\n{len(items)} entries, written on {to_local(now()):%Y-%m-%d}.\n"
    users = sorted({item.user_id for item in items})
    for user in users:
        mark = "##"
        if len(users) > 1:
            yield f"\n## {escaped(user)}\n"
            mark = "###"
        for state, title in _STATES.items():
            yield from _state([i for i in items if i.user_id == user and i.state is state], title, mark)
    if history:
        yield from _chats(database, user_id)


def _state(items: Sequence[Item], title: str, mark: str) -> Iterator[str]:
    for store in dict.fromkeys(item.store for item in items):
        name = _TITLES.get(store, store.replace("_", " ").capitalize())
        yield f"\n{mark} {title}: {name}\n\n" if title else f"\n{mark} {name}\n\n"
        chosen = [item for item in items if item.store == store]
        subjects = list(dict.fromkeys(item.subject for item in chosen)) if store == "entity_memory" else [""]
        for subject in subjects:
            if subject:
                yield f"\n**{escaped(subject)}**\n\n"
            yield from (_line(item) for item in chosen if not subject or item.subject == subject)


def _line(item: Item) -> str:
    since = item.valid_from or item.created_at
    when = f"{to_local(since):%Y-%m-%d}" if since else ""
    until = f" to {to_local(item.valid_to):%Y-%m-%d}" if item.valid_to else ""
    facts = [when + until, _ORIGINS.get(item.origin, ""), f"you said: “{escaped(item.quote)}”" if item.quote else ""]
    outcome = item.data.get("outcome")
    ended = f" Outcome: {escaped(str(outcome))}." if outcome else ""
    return f"- {escaped(item.text)}{ended} ({'; '.join(fact for fact in facts if fact)})\n"


def _chats(database: Database, user_id: str | None) -> Iterator[str]:
    chats = database.archive.chats(user_id)
    if chats:
        yield "\n## Chats\n"
    for chat in chats:
        yield f"\n### {escaped(chat.title) or 'Untitled'} ({to_local(chat.created_at):%Y-%m-%d})\n"
        for turn in database.turns(chat.id):
            who = turn.name or {"user": "You", "assistant": "Assistant"}.get(turn.role, turn.role)
            said = "\n".join(f"> {line}" for line in turn.text.splitlines())
            yield f"\n**{escaped(who)}**, {to_local(turn.created_at):%Y-%m-%d %H:%M}\n\n{said}\n"


def escaped(text: str) -> str:
    """The text on one line, with what Markdown would read as marks made plain."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
