"""Recall: what is brought to mind for a message, without a model call.

The profile and standing instructions are always there (they are in the prompt's prefix). The rest competes: keywords and
vectors over items and over earlier user turns, fused into one score; a gate lets nothing pass by default, and a budget bounds it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import islice

from engine import gate, relevance
from engine.database import Database
from engine.entities.graph import Graph
from engine.events import Recalled, RecalledItem
from engine.indexing import indexed
from engine.item import Hit, Item, Turn
from engine.language.alike import slip_of
from engine.language.names import fold, proper_names
from engine.language.text import terms
from engine.prompt import asks_for_all, asks_of_the_user, fence
from engine.ranking import POOL, Scored, again, fuse
from engine.scope import keys_of
from engine.stores import Store
from models.protocols import Embedder

BUDGET = 600
"""Tokens that recalled text may take of a prompt; about 25 items."""


class Recall:
    """Searches one database with one embedder. Reads only."""

    def __init__(
        self,
        database: Database,
        embedder: Embedder | None,
        on: Callable[[], Mapping[str, Store]],
        shared: Callable[[], Mapping[str, str]],
    ) -> None:
        self._database = database
        self._embedder = embedder
        self._on = on
        self._shared = shared

    def search(self, query: str, user_id: str, limit: int, at: datetime | None = None) -> list[Hit]:
        """The best items and turns, best first."""
        ranked = self._ranked(query, user_id)
        pool = ranked if at is not None else ranked[: max(POOL, 2 * limit)]
        items, turns = self._found(pool, user_id)
        known = [scored for scored in pool if scored.match.owner in items or scored.match.owner in turns]
        hits = (self._hit(scored, items, turns, at) for scored in again(known, query, turns))
        return list(islice((hit for hit in hits if hit is not None), limit))

    def items(self, query: str, user_id: str) -> list[tuple[Item, float]]:
        """The active items that a search finds, best first, each with its strength (what the gate asks)."""
        ranked = self._ranked(query, user_id, "item")
        items, _ = self._found(ranked, user_id)
        return [(items[s.match.owner], s.strength) for s in ranked if s.match.owner in items]

    def _found(self, ranked: Sequence[Scored], user_id: str) -> tuple[dict[str, Item], dict[str, Turn]]:
        """The active items and the turns of chats that are not deleted among the matches, by id: two queries in all."""
        ids = {kind: [s.match.owner for s in ranked if s.match.kind == kind] for kind in ("item", "turn")}
        items = self._database.items.seen(user_id, self._shared(), ids["item"]) if ids["item"] else []
        turns = self._database.conversation.turns_of(ids["turn"]) if ids["turn"] else []
        return {item.id: item for item in items}, {turn.id: turn for turn in turns}

    def _ranked(self, query: str, user_id: str, kind: str | None = None) -> list[Scored]:
        embedder = self._embedder
        vector = embedder.embed([query])[0] if embedder is not None and query.strip() else None
        name = embedder.name if embedder is not None else ""
        return fuse(
            self._database.index.search(keys_of(user_id, self._shared()), terms(query), vector, name, kind=kind), query
        )

    def _hit(
        self, scored: Scored, items: Mapping[str, Item], turns: Mapping[str, Turn], at: datetime | None
    ) -> Hit | None:
        turn, item = turns.get(scored.match.owner), items.get(scored.match.owner)
        if turn is not None and not _later(turn.created_at, at):
            return Hit("turn", turn.id, turn.ref, turn.text, scored.rank, scored.why)
        if item is not None and item.store in self._on() and not _later(item.created_at, at):
            return Hit("item", item.id, item.source.ref, item.text, scored.rank, scored.why)
        return None

    def recall(
        self,
        message: str,
        user_id: str,
        session_id: str,
        *,
        shown: Sequence[str],
        skip_turns: Callable[[Turn], bool],
        count: Callable[[str], int],
        unsent: int = 0,
    ) -> Recalled:
        """What the model is given for this message. shown: ids that the prompt's prefix holds already; unsent: position up to
        which the turns of this session are no longer in it."""
        chosen = self._items(message, user_id, session_id, set(shown))
        used = {item.source.turn_id for item, _, _ in chosen}

        def skip(turn: Turn) -> bool:
            seen = turn.chat_id == session_id and turn.position > unsent
            return seen or turn.id in used or turn.role != "user" or skip_turns(turn)

        chosen += self._turns(message, user_id, skip)
        return self._within_budget(chosen, count)

    def _items(self, message: str, user_id: str, session_id: str, shown: set[str]) -> list[tuple[Item, float, str]]:
        active = {
            item.id: item
            for item in self._database.items.seen(user_id, self._shared())
            if item.store in self._on()
            and item.id not in shown
            and (item.store != "session_context" or item.session_id == session_id)
        }
        graph = Graph(active.values())
        message = _spelled(message, graph)
        spoken = {item.id: entity.name for entity in graph.spoken_of(message) for item in entity.known}
        for key in graph.hidden():
            del active[key]
        if asks_for_all(message):
            return [
                (item, 1.0, "you asked what is known") for item in active.values() if item.store != "session_context"
            ]
        ranked = {s.match.owner: s for s in self._ranked(message, user_id, "item")} if active else {}
        question, worth = self._gate(message, active, ranked)
        wanted = self._wanted(message, user_id)
        found: list[tuple[Item, float, str]] = []
        likely: list[tuple[Item, float, str]] = []
        for item in active.values():
            if item.id in spoken:
                scored = ranked.get(item.id)
                score, why = 1.0 + (scored.strength if scored else 0.0), f"{spoken[item.id]} is named"
            elif item.id in ranked:
                score, why = worth(item), ranked[item.id].why
            else:
                continue
            score *= wanted(item)
            (found if score >= gate.GATE else likely).append((item, score, why))
        if not found and question.of_oneself and asks_of_the_user(message):
            likely = sorted((entry for entry in likely if entry[1] >= gate.LIKELY), key=lambda entry: -entry[1])
            return likely[: gate.FEW]
        return sorted(found, key=lambda entry: -entry[1])

    def _gate(
        self, message: str, active: Mapping[str, Item], ranked: Mapping[str, Scored]
    ) -> tuple[gate.Question, Callable[[Item], float]]:
        """The message as the gate reads it, and what it says of an item for it."""
        worded = [indexed(active[key]) for key, s in ranked.items() if key in active and s.match.keywords]
        question = gate.read(message, worded)
        kin: dict[str, str] = {}
        for item in active.values() if question.relatives else ():
            kin[fold(item.subject)] = f"{kin.get(fold(item.subject), '')} {item.text} {item.data.get('role') or ''}"

        def worth(item: Item) -> float:
            cosine = ranked[item.id].match.cosines.get("self", 0.0)
            about = lambda: kin.get(fold(item.subject), "") if item.subject not in ("", "user") else ""  # noqa: E731
            return gate.score(question, cosine, indexed(item), about, lesson=item.store == "learned_knowledge")

        return question, worth

    def _wanted(self, message: str, user_id: str) -> Callable[[Item], float]:
        """The share of its score that an item keeps: less where the user said it was not relevant for a like message."""
        marks = relevance.marks(self._database, user_id)
        turns = self._ranked(message, user_id, "turn") if marks else []
        alike = {scored.match.owner: scored.match.cosines.get("self", 0.0) for scored in turns}
        return lambda item: relevance.share(marks.get(item.id, ()), alike)

    def _turns(self, message: str, user_id: str, skip: Callable[[Turn], bool]) -> list[tuple[Item, float, str]]:
        """At most two earlier turns, not in the prompt, that say something no item says; word for word."""
        found: list[tuple[Item, float, str]] = []
        likely = self._ranked(message, user_id, "turn")[:8]
        _, turns = self._found(likely, user_id)
        question = gate.read(message, (turn.text for turn in turns.values()))
        for scored in likely:
            turn = turns.get(scored.match.owner)
            if (
                turn is None
                or gate.score(question, scored.match.cosines.get("self", 0.0), turn.text, str) < gate.TURN_GATE
                or len(found) == 2
                or skip(turn)
            ):
                continue
            text = f'on {turn.created_at:%Y-%m-%d} the user wrote: "{turn.text[:300]}"'
            found.append((Item(turn.id, "turn", "turn", text, created_at=turn.created_at), scored.strength, scored.why))
        return found

    def _within_budget(self, chosen: Sequence[tuple[Item, float, str]], count: Callable[[str], int]) -> Recalled:
        kept: list[RecalledItem] = []
        spent = 0
        for item, score, why in chosen:
            store = self._on().get(item.store)
            line = store.render([item])[0] if store is not None else f"- {item.text}"
            tokens = count(line)
            if spent + tokens > BUDGET:
                break
            spent += tokens
            kept.append(RecalledItem(item.id, item.store, line.removeprefix("- "), round(score, 3), tokens, why))
        return Recalled(fence([f"- {entry.text}" for entry in kept]), tuple(kept)) if kept else Recalled()


def _spelled(message: str, graph: Graph) -> str:
    """The message with slips in names put right."""
    named = proper_names(message)
    known = [name for entity in graph for name in (entity.name, *entity.aliases)] if named else []
    for name in named:
        message = message.replace(name, slip_of(name, known) or name)
    return message


def _later(moment: datetime | None, than: datetime | None) -> bool:
    return than is not None and moment is not None and moment > than
