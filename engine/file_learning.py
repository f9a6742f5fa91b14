"""Learning from a file, only ever because the user asks for it, and only as proposals.

A file is decided on like a message, sentence by sentence, and without a model call: its own sentences are the wording. A
sentence is proposed as what the user said of themselves; whether it is, only the user knows, so all of it waits in the inbox.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from engine.attachments import attached
from engine.errors import InvalidInput, LearningUnavailable
from engine.head import Head
from engine.item import Item, Turn
from engine.keeper import Keeper
from engine.stores import Store
from engine.transfer.proposals import READ, Decider
from models.protocols import Embedder

MOST = 40
"""Proposals of one file at most: more than that nobody looks through."""


def offered_by_file(
    turn: Turn, name: str, stores: Mapping[str, Store], embedder: Embedder | None, keeper: Keeper
) -> list[Item]:
    """Propose what the file `name` of that turn says, as one act. Returns the new proposals."""
    file = next((one for one in attached(turn.data) if one.name == name), None)
    if file is None:
        raise InvalidInput(f"No file {name!r} hangs on that message.")
    if embedder is None:
        raise LearningUnavailable("Learning from a file needs the embedder. Run: keepwise models pull embedder")
    kinds = {key: store for key, store in stores.items() if store.scope != "session"}
    decider = Decider(Head.load(), embedder, kinds, {})
    found = [
        (replace(item, data={**item.data, "file": name}), correction)
        for part in _chunks(file.text)
        for item, correction in decider.proposals([replace(turn, text=part)], 0)
    ]
    return list(keeper.keep(found[:MOST], action="learn from file", by="user").proposed) if found else []


def _chunks(text: str) -> Iterator[str]:
    """The text in stretches that are considered at once, cut between paragraphs where there are any."""
    while text:
        end = (
            len(text) if len(text) <= READ else max(text.rfind("\n", 1, READ), text.rfind(". ", 1, READ) + 1, 0) or READ
        )
        yield text[:end]
        text = text[end:]
