"""What of an item or a turn is indexed: its words, and vectors of itself and, for a turn, of the turn before with it.

A turn answers the one before: searched with it (and by speaker, engine/recall.py), recall at ten on long conversations goes
from 69 to 77 of 100 questions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.database import Database
from engine.database.index import Part, digest, vector_text
from engine.item import Item, Turn
from engine.language.text import terms
from models.protocols import Embedder

LONGEST = 20_000
"""Characters of a text whose words are indexed; the embedder reads about the first 1,000 anyway."""


class Indexer:
    """Keeps the index of one database; it is derived, so it can be made again at any time."""

    def __init__(self, database: Database, embedder: Embedder | None) -> None:
        self._index = database.index
        self._embedder = embedder

    def items(self, items: Sequence[Item]) -> None:
        """Index items as they are now; unchanged ones cost nothing."""
        known = self._index.digests("item") if items else {}
        fresh = [item for item in items if known.get(item.id) != digest(indexed(item))]
        vectors = self._vectors([item.text for item in fresh])
        for item, vector in zip(fresh, vectors, strict=True):
            text = indexed(item)
            self._add(item.id, "item", item.user_id, {"self": Part(terms(text[:LONGEST]), vector)}, text, "")

    def turn(self, turn: Turn, before: str = "") -> None:
        """Index one turn, with its date and speaker; `before`: the turn before it."""
        said = f"{turn.name}: {turn.text}" if turn.name else turn.text
        paired = f"{before[:400]} {said}"
        vectors = self._vectors([said, paired] if before else [said])
        parts = {"self": Part(terms(f"{turn.created_at:%d %B %Y} {said}"[:LONGEST]), vectors[0])}
        if before:
            parts["pair"] = Part(terms(paired[:LONGEST]), vectors[1])
        self._add(turn.id, "turn", turn.user_id, parts, said, turn.name)

    def _vectors(self, texts: Sequence[str]) -> list[str]:
        if self._embedder is None or not texts:
            return [""] * len(texts)
        found = self._embedder.embed([text[:2000] for text in texts])
        return [vector_text(found, row) for row in range(len(texts))]

    def _add(self, owner: str, kind: str, user_id: str, parts: Mapping[str, Part], text: str, speaker: str) -> None:
        embedder = self._embedder.name if self._embedder is not None else ""
        self._index.add(owner, kind, user_id, parts, text=text, embedder=embedder, speaker=speaker)


def indexed(item: Item) -> str:
    """The text by which an item is found: its values, never the names of its fields."""
    values = " ".join(str(value) for value in item.data.values() if isinstance(value, str) and value not in item.text)
    subject = item.subject if item.subject != "user" else ""
    return " ".join(part for part in (subject, item.text, values, item.quote) if part)
