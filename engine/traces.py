"""Where something that is to be erased can have left a trace in text, and how it is cut out. Pure.

What was learned rests on a sentence of the user's, is sent to the model, and comes back in answers in other words. So
beside the exact words, a sentence goes that says nearly the same, and in answers that knew of it also what echoes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine.item import Item
from engine.language.names import mentions
from engine.language.sentences import sentences
from engine.language.text import numbers, terms

MARK = "[erased]"
SAYS = 0.8
"""Share of a statement's terms from which on a sentence says it again; ECHOES: in an answer that was given it."""
ECHOES = 0.5
_WORDS = 3
"""Fewest words of a text that is cut out wherever it stands; shorter ones ("thing", "Alex") only with their sentence."""
_DIGITS = 3
"""Fewest digits of a number that gives a statement away by itself."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What to look for. ids: of the erased items; turns: that they rest on; exact: texts, the longest first;
    statements: the terms of each wording; values: profile values and long numbers; rare: terms of a wording that are found
    nowhere else; names: whose every mention goes."""

    ids: frozenset[str]
    turns: frozenset[str]
    exact: tuple[str, ...]
    statements: tuple[frozenset[str], ...]
    values: frozenset[str]
    rare: frozenset[str]
    names: tuple[str, ...]

    @classmethod
    def of(cls, versions: Iterable[Item], names: Sequence[str] = (), common: frozenset[str] = frozenset()) -> Traces:
        """The traces of items, given as all their versions. common: terms that the user uses elsewhere too."""
        items = list(versions)
        texts = {text for item in items for text in (item.text, item.quote, *_texts(item.data)) if text}
        worded = {text for item in items for text in (item.text, item.quote) if text}
        values = {str(item.data["value"]) for item in items if item.key and item.data.get("value")}
        long = {number for text in worded for number in numbers(text) if len(number) >= _DIGITS}
        statements = {frozenset(terms(text)) for text in worded} - {frozenset()}
        return cls(
            ids=frozenset(item.id for item in items),
            turns=frozenset(item.source.turn_id for item in items if item.source.turn_id),
            exact=tuple(sorted((t for t in texts if len(t.split()) >= _WORDS), key=len, reverse=True)),
            statements=tuple(statements),
            values=frozenset(values | long),
            rare=frozenset().union(*statements) - common,
            names=tuple(name for name in names if name.strip()),
        )

    @classmethod
    def of_ids(cls, ids: Iterable[str]) -> Traces:
        """Only ids, for rows that go as a whole."""
        return replace(cls.of(()), ids=frozenset(ids))

    def says(self, sentence: str) -> bool:
        """Whether a sentence states what is erased, or speaks of a name that goes."""
        if any(mentions(sentence, name) for name in self.names):
            return True
        held = set(terms(sentence))
        return any(
            len(held & statement) >= SAYS * len(statement) and (len(statement) > 1 or len(held) <= _WORDS)
            for statement in self.statements
        )

    def echoes(self, sentence: str) -> bool:
        """Whether a sentence gives away what is erased, in a text that was written knowing it."""
        held = set(terms(sentence))
        return (
            self.says(sentence)
            or any(len(held & statement) >= ECHOES * len(statement) for statement in self.statements)
            or any(mentions(sentence, value) for value in self.values)
            or not self.rare.isdisjoint(held)
        )

    def cut(self, text: str, *, knowing: bool = False) -> str:
        """The text with MARK in the place of what goes. knowing: it was written by someone who knew."""
        whole = text
        for exact in self.exact:
            whole = whole.replace(exact, MARK)
        tells = self.echoes if knowing else self.says
        parts, position = [], 0
        for start, end in sentences(whole, 0, len(whole)):
            if whole[start:end].strip(" .") != MARK and tells(whole[start:end]):
                parts += [whole[position:start], MARK]
                position = end
        return "".join([*parts, whole[position:]])

    def cut_data(self, value: Any, *, knowing: bool = False) -> Any:
        """Any JSON value without what goes: its texts cut, and entries of erased items and of their turns left out."""
        gone = self.ids | self.turns
        if isinstance(value, str):
            return self.cut(value, knowing=knowing)
        if isinstance(value, Mapping):
            return {key: self.cut_data(v, knowing=knowing) for key, v in value.items() if key not in gone}
        if isinstance(value, (list, tuple)):
            return [self.cut_data(v, knowing=knowing) for v in value if _id(v) not in gone]
        return value

    def known_in(self, value: Any) -> bool:
        """Whether a turn's data tells that something erased was given to the model there, or learned."""
        gone = self.ids | self.turns
        if isinstance(value, Mapping):
            return any(key in gone or self.known_in(v) for key, v in value.items())
        if isinstance(value, (list, tuple)):
            return any(self.known_in(v) for v in value)
        return isinstance(value, str) and (value in gone or any(exact in value for exact in self.exact))

    def cut_item(self, item: Item) -> Item:
        """Another item without the evidence it shares with an erased one; of a conversation's notes, without its lines."""
        quote = self.cut(item.quote)
        cleaned = replace(
            item,
            quote="" if quote.strip(" .") == MARK else quote,
            superseded_by="" if item.superseded_by in self.ids else item.superseded_by,
            replaces="" if item.replaces in self.ids else item.replaces,
        )
        if item.store != "session_context":
            return cleaned
        lines = [line for line in item.text.splitlines() if self.cut(line) == line] or [MARK]
        return replace(cleaned, text="\n".join(lines), data={**item.data, "lines": lines})


def _id(value: Any) -> Any:
    """The id by which an entry of a list is known: itself, or what it says under "id"."""
    found = value.get("id") if isinstance(value, Mapping) else value
    return found if isinstance(found, str) else None


def _texts(data: Mapping[str, Any]) -> Iterable[str]:
    for value in data.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, (list, tuple)):
            yield from (part for part in value if isinstance(part, str))
