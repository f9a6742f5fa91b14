"""The notebook: how the agent's tools read and write the items of one user in one chat. Every write is one act.

The mode of a store holds for its tools too: under PROPOSE and HITL a call makes a proposal. So does a statement about the
user that rests on nothing the user said, and what is sensitive: a model that invents, or obeys a pasted page, saves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.config import LearningMode, StoreConfig
from engine.consent import SAVING, asked_for, said_by_user, saves_at_once
from engine.database import Database
from engine.errors import InvalidInput
from engine.item import Item, Origin, Source, State, Turn
from engine.keeper import Keeper, new_item
from engine.language.names import fold
from engine.language.text import normalise, terms
from engine.scope import namespace_of, shared_of
from engine.stores import Draft, Store
from models.protocols import Embedder

WRITES = 8
"""Most writes of the agent in one turn: a model that loops must not fill the memory."""
TRUSTED = 0.9
"""Confidence of what the agent noted; below 1.0, so that what the user rejected before is not offered again."""
EARLIER = 8
"""User turns of the chat that a statement may rest on."""
_NOT_ABOUT_THE_USER = ("session_context", "learned_knowledge", "decision_log")


@dataclass(frozen=True, slots=True)
class Reach:
    """What a notebook works with; the parts of one machine. `configs` is read at each call: a mode may change in mid-chat."""

    database: Database
    keeper: Keeper
    stores: Mapping[str, Store]
    configs: Mapping[str, StoreConfig | None]
    embedder: Embedder | None
    search: Callable[[str, str, str], list[Item]]
    """(query, store, user) -> active items of the store, best first."""
    refusal: Callable[[], str]
    """Why nothing is noted now, for people; "" when it is."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One item that was written in a turn, with its act (0 while nothing saved it) and what else happened by it."""

    item: Item
    act: int = 0
    notices: tuple[str, ...] = ()


class Notebook:
    """Reads and writes for the agent. `noted`: what was written since it was last emptied."""

    def __init__(
        self, reach: Reach, user_id: str, session_id: str, agent_id: str = "keepwise", writes: int = WRITES
    ) -> None:
        self.reach = reach
        self.user_id = user_id
        self.session_id = session_id
        self.agent_id = agent_id
        self.noted: list[Noted] = []
        self._writes = writes
        self._written = 0
        self._turn_id = ""

    def add(self, draft: Draft, store: str, *, replaces: str = "") -> str:
        """Write one item; `replaces` names the one it supersedes. Returns what to tell the model."""
        turns = self._user_turns()
        item = self._item(draft, store, turns[-1] if turns else None, replaces)
        self._may_write(store, item.source.turn_id)
        state = State.ACTIVE if self._saves(item, turns) else State.PROPOSED
        kept = self.reach.keeper.keep([(replace(item, state=state), "")], action="note", by="agent")
        self._count([*kept.learned, *kept.proposed], kept.act, kept.notices)
        if kept.repeated:
            waits = kept.repeated[0].state is State.PROPOSED
            return f"{'Suggested to the user' if waits else 'Known'} already: {line(kept.repeated[0])}"
        if kept.learned:
            return " ".join([f"Saved: {line(kept.learned[0])}", *kept.notices])
        if kept.proposed:
            return f"Suggested to the user, not saved yet: {line(kept.proposed[0])}"
        return "The user said no to this before. Nothing was saved."

    def change(self, before: Item, after: Item) -> str:
        """Add to an item in place, as with the outcome of a decision; where the mode asks, as a proposal that replaces it."""
        config = self.reach.configs[before.store]
        if config is None or config.mode not in (LearningMode.ALWAYS, LearningMode.AGENTIC):
            draft = Draft(after.kind, after.text, after.subject, after.key, after.data)
            return self.add(draft, before.store, replaces=before.id)
        self._may_write(before.store, self._present_id())
        with self.reach.database.transaction():
            changed = self.reach.keeper.commit("note", [(before, after)], by="agent")
        self._count([after], changed.act)
        return f"Saved: {line(after)}"

    def forget(self, item: Item) -> str:
        """Take an item out of the memory, undoably; where the mode asks, only the user does."""
        config = self.reach.configs[item.store]
        self._may_write(item.store, self._present_id())
        if config is None or config.mode in (LearningMode.PROPOSE, LearningMode.HITL):
            raise InvalidInput(f"Only the user removes things here. Ask the user to press Forget on: {line(item)}")
        self.reach.keeper.set_state(item.id, State.FORGOTTEN, "forget", by="agent")
        self._written += 1
        return f"Forgotten: {line(item)}"

    def active(self, store: str) -> list[Item]:
        """The active items of a store that the user sees, newest first; of the session's slots, those of this chat."""
        own = self.reach.stores[store].scope == "session"
        return [i for i in self._seen() if i.store == store and (not own or i.session_id == self.session_id)]

    def _seen(self) -> list[Item]:
        return self.reach.database.items.seen(self.user_id, shared_of(self.reach.configs))

    def search(self, store: str, query: str) -> str:
        """What a store holds on a query, best first, and how much more there is. Raises what the search raises."""
        found = self.reach.search(query, store, self.user_id) if query.strip() else self.active(store)
        return self.listed(store, found) if found else "Nothing is known about this."

    def listed(self, store: str, found: list[Item]) -> str:
        """Items as lines, at most as many as the store's config allows; what is left out is counted."""
        config = self.reach.configs[store]
        limit = config.limit if config else 0
        more = f"\n({limit} of {len(found)})" if len(found) > limit else ""
        return "\n".join(f"- {line(item)}" for item in found[:limit]) + more

    def one(self, store: str, wanted: str, among: Iterable[Item] | None = None) -> Item:
        """The one active item with this id, title or text. Raises InvalidInput with the choices when it is not exactly one."""
        items = list(self.active(store) if among is None else among)
        wanted = wanted.strip().strip("[]").removeprefix("id").strip(" :")
        found = [item for item in items if item.id == wanted] or _matching(items, wanted)
        if len(found) == 1:
            return found[0]
        listed = "\n".join(f"- {line(item)}" for item in (found or items)[:10])
        if found:
            raise InvalidInput(f"Several match; nothing was changed. Say which, by its id:\n{listed}")
        raise InvalidInput(f"Nothing matches {wanted!r}. There is:\n{listed}" if listed else "Nothing is stored there.")

    def _may_write(self, store: str, turn_id: str) -> None:
        refusal = self.reach.refusal()
        if refusal:
            raise InvalidInput(f"{refusal} Nothing was saved. Tell the user.")
        config = self.reach.configs[store]
        if config is None or not config.has_tools:
            raise InvalidInput(f"{self.reach.stores[store].title} cannot be written by tools now. Nothing was saved.")
        if turn_id != self._turn_id:
            self._turn_id, self._written = turn_id, 0
        if self._written >= self._writes:
            raise InvalidInput(f"At most {self._writes} writes a turn. Nothing was saved. Answer the user now.")

    def _count(self, items: Iterable[Item], act: int, notices: tuple[str, ...] = ()) -> None:
        fresh = [Noted(item, act, notices) for item in items]
        self._written += len(fresh)
        self.noted += fresh

    def _item(self, draft: Draft, store: str, turn: Turn | None, replaces: str) -> Item:
        return new_item(
            store,
            draft.kind,
            draft.text,
            user_id=self.user_id,
            session_id=self.session_id if self.reach.stores[store].scope == "session" else "",
            namespace=namespace_of(self.reach.configs[store]),
            agent_id=self.agent_id,
            subject=draft.subject,
            key=draft.key,
            data=dict(draft.data),
            source=Source(self.session_id, turn.id if turn else "", turn.ref if turn else ""),
            quote=turn.text if turn else "",
            origin=Origin.AGENT,
            confidence=TRUSTED,
            replaces=replaces,
        )

    def _saves(self, item: Item, turns: list[Turn]) -> bool:
        """Whether the mode lets it be saved, and what it says of the user rests on the user's words."""
        config = self.reach.configs[item.store]
        wished = bool(turns) and asked_for(item.text, turns[-1].text) and config is not None and config.mode in SAVING
        if not wished and not saves_at_once(self.reach.database, config, item.text, item.confidence):
            return False
        if not turns or item.store in _NOT_ABOUT_THE_USER:
            return True
        known = [known.text for known in self._seen()]
        spoken = _value(item)
        return said_by_user(spoken, [turn.text for turn in turns], known, self.reach.embedder)

    def _user_turns(self) -> list[Turn]:
        """The last user turns of this chat, in order; none when it is another user's."""
        turns = [turn for turn in self.reach.database.turns(self.session_id) if turn.role == "user"]
        return [turn for turn in turns[-EARLIER:] if turn.user_id == self.user_id]

    def _present_id(self) -> str:
        turns = self._user_turns()
        return turns[-1].id if turns else ""


def line(item: Item) -> str:
    """An item as a tool tells it: its text and its id."""
    title = str(item.data.get("title") or "") if item.store == "learned_knowledge" else ""
    outcome = f" Outcome: {item.data['outcome']}" if item.data.get("outcome") else ""
    named = f"{title}: {item.text}" if title and title not in item.text else item.text
    return f"{' / '.join(named.splitlines())}{outcome} [{item.id}]"


def outcome(noted: Noted) -> str:
    """What the model is told of an item that the human was asked about."""
    if noted.item.state is State.ACTIVE:
        return " ".join([f"The user agreed. Saved: {line(noted.item)}", *noted.notices])
    if noted.item.state is State.REJECTED:
        return "The user said no. Nothing was saved."
    return f"The user has not decided yet. Not saved: {line(noted.item)}"


def filled(**values: Any) -> dict[str, Any]:
    """The values that are not blank: a blank optional argument leaves what is stored untouched."""
    return {name: value for name, value in values.items() if str(value or "").strip()}


def _matching(items: list[Item], wanted: str) -> list[Item]:
    """Items with this title or text; without one, those that hold all its words."""
    same = [
        i for i in items if wanted and (fold(str(i.data.get("title", ""))) == fold(wanted) or _same(i.text, wanted))
    ]
    words = set(terms(wanted))
    return same or [i for i in items if words and words <= set(terms(f"{i.data.get('title', '')} {i.text}"))]


def _same(one: str, other: str) -> bool:
    return normalise(one) == normalise(other)


def _value(item: Item) -> str:
    """What a statement says, without the label of its field."""
    value = item.data.get("value", item.text)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
