"""What of an item or a turn is indexed: its words, and vectors of itself and, for a turn, of the turn before with it.

A turn answers the one before: searched with it (and by speaker, engine/recall.py), recall at ten on long conversations goes
from 69 to 77 of 100 questions. Many are indexed at once: embedded before the database is locked, and written in one go.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias, TypeVar

from engine.database import Database
from engine.database.index import Document, Part, digest, vector_text
from engine.item import Item, Turn
from engine.language.text import terms
from engine.scope import PRIVATE, key_of
from engine.traces import MARK
from models.protocols import Embedder

LONGEST = 20_000
"""Characters of a text whose words are indexed; the embedder reads about the first 1,000 anyway."""
BATCH = 64
"""Documents that are embedded and written at once; 700 at once took 600 MB."""

Said: TypeAlias = tuple[Turn, str]
"""A turn, and the text of the turn before it ("" for the first)."""
One = TypeVar("One")


class Indexer:
    """Keeps the index of one database; it is derived, so it can be made again at any time."""

    def __init__(self, database: Database, embedder: Embedder | None) -> None:
        self._database = database
        self._index = database.index
        self._embedder = embedder
        self._name = embedder.name if embedder is not None else ""

    def items(self, items: Sequence[Item], ready: Sequence[Document] = ()) -> None:
        """Index items as they are now; unchanged ones cost nothing. ready: what `of_items` gave for some of them before."""
        latest = {item.id: item for item in items}  # an act may change an item twice
        known = self._index.digests(list(latest), self._name) if items else {}
        fresh = [item for item in latest.values() if known.get(item.id) != digest(_indexed_for(item))]
        made = {document.owner: document for document in ready}
        fit = {item.id for item in fresh if item.id in made and made[item.id].text == _indexed_for(item)}
        self.add([*(made[key] for key in fit), *self.of_items([item for item in fresh if item.id not in fit])])

    def turns(self, turns: Sequence[Said]) -> None:
        """Index turns, each with its date and speaker, and with the turn before it."""
        self.add(self.of_turns(turns))

    def missing(self, limit: int) -> int:
        """Index turns that an end at the wrong moment, or a time without the embedder, left out. Returns how many, at most
        `limit`, were."""
        found = self._database.conversation.turns_of(self._index.missing_turns(self._name, MARK, limit))
        before = self._database.archive.before([turn.id for turn in found])
        for batch in batches([(turn, before.get(turn.id, "")) for turn in found]):
            self.turns(batch)
        return len(found)

    def of_items(self, items: Sequence[Item]) -> list[Document]:
        """What is to be indexed of items; computes their vectors and touches no database."""
        vectors = self._vectors([item.text for item in items])
        found = []
        for item, vector in zip(items, vectors, strict=True):
            parts = {"self": Part(terms(indexed(item)[:LONGEST]), vector)}
            found.append(Document(item.id, "item", key_of(item), parts, _indexed_for(item), self._name))
        return found

    def of_turns(self, turns: Sequence[Said]) -> list[Document]:
        """What is to be indexed of turns; computes their vectors and touches no database."""
        said = [f"{turn.name}: {turn.text}" if turn.name else turn.text for turn, _ in turns]
        paired = [f"{before[:400]} {own}" if before else "" for own, (_, before) in zip(said, turns, strict=True)]
        vectors = iter(self._vectors([text for pair in zip(said, paired, strict=True) for text in pair if text]))
        found = []
        for (turn, _), own, pair in zip(turns, said, paired, strict=True):
            alone = next(vectors) if own else ""
            parts = {"self": Part(terms(f"{turn.created_at:%d %B %Y} {own}"[:LONGEST]), alone)}
            if pair:
                parts["pair"] = Part(terms(pair[:LONGEST]), next(vectors))
            found.append(Document(turn.id, "turn", turn.user_id, parts, own, self._name, turn.name))
        return found

    def add(self, documents: Sequence[Document]) -> None:
        """Write what `of_items` or `of_turns` gave."""
        for batch in batches(documents):
            self._index.add(batch)

    def near(self, item: Item) -> dict[str, float]:
        """Cosine of the items nearest to a new one, by id, among those that its owner and those who share it see."""
        return self.similar(item.text, [item.user_id, key_of(item)])

    def similar(self, text: str, users: Sequence[str]) -> dict[str, float]:
        """Cosine of the nearest items to a text, by id, among those indexed under `users` (keys of `engine.scope`); empty
        without an embedder."""
        if self._embedder is None:
            return {}
        vector = self._embedder.embed([text])[0]
        matches = self._index.search(users, [], vector, self._embedder.name, kind="item")
        return {match.owner: match.cosines.get("self", 0.0) for match in matches}

    def _vectors(self, texts: Sequence[str]) -> list[str]:
        """The vector of each text; the short ones are embedded with short ones, for a batch takes as long as its longest."""
        found = [""] * len(texts)
        if self._embedder is None:
            return found
        for batch in batches(sorted(range(len(texts)), key=lambda place: len(texts[place]))):
            rows = self._embedder.embed([texts[place][:2000] for place in batch])
            for row, place in enumerate(batch):
                found[place] = vector_text(rows, row)
        return found


def batches(values: Sequence[One]) -> Iterator[Sequence[One]]:
    """The values, BATCH at a time."""
    for start in range(0, len(values), BATCH):
        yield values[start : start + BATCH]


def indexed(item: Item) -> str:
    """The text by which an item is found: its values, never the names of its fields."""
    values = " ".join(str(value) for value in item.data.values() if isinstance(value, str) and value not in item.text)
    subject = item.subject if item.subject != "user" else ""
    return " ".join(part for part in (subject, item.text, values, item.quote) if part)


def _indexed_for(item: Item) -> str:
    """What the fingerprint of an item is taken of: its text, and of a shared one by whom it is found."""
    return indexed(item) if item.namespace == PRIVATE else f"{key_of(item)} {indexed(item)}"
