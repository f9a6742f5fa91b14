"""Steering: which tool calls a message asks for, when the model that speaks is too small to see that by itself.

A 1.5B model in AGENTIC mode claims "Saved: ..." and calls nothing (measured: in nine of ten exchanges). So the words of the
message and the trained head say that a call is due and of which kind; a grammar lets the model write nothing but such a call,
and an old note is chosen from a list instead of being spelled. What it notes, and how, is the model's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine.item import Item
from engine.language.text import overlap
from engine.stores import Chosen, Store
from engine.tools import Function, Toolbox, tool_of
from models.protocols import ToolCall

STEADY = 3_000_000_000
"""Weights from which on a model is left to decide by itself when to call a tool."""
MOST = 3
"""Calls that one message asks for at most: each takes one to three seconds on two cores."""
CHOICES = 8
"""Old notes that a call may choose from, the likeliest ones."""
LONGEST = 240
"""Characters of an argument at most."""
SAID = frozenset({"text", "new_text", "fact", "learning", "decision", "goal", "plan", "progress"})
"""Parameters that say again what the user said."""
SUPPORTED = 0.6
"""Share of the terms of such an argument that the user's words must hold."""
OLD = frozenset({"id_or_text", "title_or_id", "decision_id_or_text"})
"""Parameters that name an old note."""
_KEPT = frozenset({"reasoning"})
"""Optional parameters that a small model fills with sense; others it fills with the first words at hand."""

_NOTES = r"(?:notes?|memor(?:y|ies)|noted|saved|stored|remembered|recorded|written down|kept|know about)"
_FORGET = re.compile(rf"(?i)\b(?:forget|delete|remove|erase|drop|discard)\b.*\b(?:{_NOTES}|about|that)\b")
_BEGINS = re.compile(
    r"(?i)\W*(?:(?:please|now|and|also|can you|could you|ok|okay)[, ]+)*(?:forget|delete|remove|erase|drop|discard)\b"
)
_SEARCH = re.compile(
    rf"(?i)\b(?:look (?:it |that |this )?up|search|check|find|show|list|read)\b.*\b{_NOTES}\b|\blook up\b"
    rf"|\bwhat (?:have|had|did|do) you\b.*\b(?:{_NOTES}|note|save|store|keep|record)\b"
)
_OUTCOME = re.compile(
    r"(?i)\b(?:turned|worked|panned) out\b|\b(?:the|that|its|this) (?:outcome|result)\b.*\b(?:record|note|log|is|was)\b"
    r"|\b(?:record|note|log)\b.*\b(?:outcome|result)\b|\bpaid off\b|\b(?:right|wrong|good|bad) (?:call|decision|choice)\b"
)
_CHANGE = re.compile(
    r"(?i)\b(?:update|change|correct|fix|amend|adjust|replace)\b.*\b(?:notes?|memory|memories|that|it)\b"
)
_KEEP = re.compile(
    r"(?i)(?:^|[.,;:!?]\s*|\b(?:please|and|you) )(?:note|save|log|record|remember)(?! (?:when|how|if|what|who|where)\b)\b"
    r"|\b(?:note|save|log|record|write|jot|keep|store) (?:that|this|it|them)\b"
)
_NAMED = {
    "learned_knowledge": re.compile(r"(?i)\b(?:lesson|learning|trick|how-to|rule of thumb|insight)\b"),
    "decision_log": re.compile(r"(?i)\bdeci(?:ded|sion|de)\b"),
    "session_context": re.compile(r"(?i)\b(?:goal|plan|progress|agenda|next step|first step)\b"),
}

_INSIDE = re.compile(r'(?:[^"\\]|\\.)*')
_LEADING = re.compile(
    r"(?i)^\W*(?:(?:please|also|and|now|can you|could you)[, ]+)*(?:note|save|log|record|remember|keep|store|write down|jot down)"
    r"(?: (?:that|this|down))?(?: (?:lesson|decision|goal|plan))?\s*[:,]?\s+"
)

Pair = tuple[Store, Function]
Find = Callable[[str, str], Sequence[Item]]
"""(store, or "" for all; message) -> its active items, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Due:
    """One call that is due: the schema of what may be called, and the user's words that are to be noted (may be empty)."""

    schema: Mapping[str, Any]
    words: str = ""


def due(message: str, chosen: Sequence[Chosen], box: Toolbox, find: Find) -> list[Due]:
    """The calls that a message asks for, in order; none when it asks for none.

    chosen: the sentences of the message that are worth noting in the stores of `box`.
    """
    asked = _asked(message, chosen, box, find)
    if asked:
        return _calls([(asked, "")], message, find)
    old = find("", message) if _CHANGE.search(message) else ()
    if old and (changing := [pair for pair in _noting(box, old[0].store) if _changes(pair)]):
        return _calls([(changing, chosen[0].quote if chosen else "")], message, find)
    wanted = [
        (pairs, one.quote) for one in chosen[:MOST] for pairs in _fitting(box, _store(one, message), one, message, find)
    ]
    if not wanted and _KEEP.search(message):
        wanted = [([pair for pair in _noting(box, "") if not _old(pair)], "")]
    return _calls(wanted[:MOST], message, find)


def grounded(call: ToolCall, words: str) -> ToolCall:
    """The call with the user's own words in the place of what they do not support: a 1.5B model copies from the notes."""
    if not words:
        return call
    bare = _LEADING.sub("", words).strip(" .")
    given = {
        name: bare if name in SAID and overlap(str(value), words) < SUPPORTED else value
        for name, value in call.arguments.items()
    }
    return replace(call, arguments=given)


def hint(calls: Sequence[Due]) -> str:
    """What is said to the model with the message, so that it notes the user's words and not those of the notes."""
    words = [call.words for call in calls if call.words]
    return f"(Note with your tools: {' / '.join(words)})" if words else ""


def _asked(message: str, chosen: Sequence[Chosen], box: Toolbox, find: Find) -> list[Pair]:
    """The functions of what the message asks to be done with old notes: to forget, to look up, to add how it turned out."""
    if _FORGET.search(message) and (not chosen or _BEGINS.match(message)):
        meant = find("", message)
        return box.of("delete", meant[0].store if meant else "")
    if _OUTCOME.search(message):
        return [pair for pair in box.of("update") if _name(pair) == "record_outcome"]
    return box.of("search") if _SEARCH.search(message) else []


SPEECH: Mapping[str, Any] = {"type": "string"}
"""The schema of an answer in words: within it a model cannot go on calling tools."""


class Speech:
    """Reads a JSON string as it comes."""

    def __init__(self) -> None:
        self._held = ""
        self._begun = False

    def feed(self, raw: str) -> str:
        """The text that is certain after `raw` has been added."""
        self._held += raw
        if not self._begun:
            self._begun, self._held = self._held.startswith('"'), self._held.removeprefix('"')
        found = _INSIDE.match(self._held) if self._begun else None
        if found is None:
            return ""
        self._held = self._held[found.end() :]
        return re.sub(r"\\(.)", lambda one: {"n": "\n", "t": "\t"}.get(one[1], one[1]), found[0])


def read(raw: str, number: int) -> ToolCall:
    """The call that a model wrote under such a schema; malformed when it was cut off."""
    try:
        call = json.loads(raw)
        return ToolCall(str(call["name"]), dict(call["arguments"]), f"due{number}")
    except (ValueError, KeyError, TypeError):
        return ToolCall("", id=f"due{number}", malformed=raw)


def _name(pair: Pair) -> str:
    return pair[1].__name__


def _store(chosen: Chosen, message: str) -> str:
    """The sentence's store; what the message itself calls a lesson, a decision or a goal is one."""
    named = [store for store, pattern in _NAMED.items() if pattern.search(message)]
    return named[0] if len(named) == 1 else chosen.store


def _noting(box: Toolbox, store: str) -> list[Pair]:
    return [*box.of("add", store), *box.of("update", store)]


def _changes(pair: Pair) -> bool:
    return _old(pair) and _name(pair) != "record_outcome"


def _fitting(box: Toolbox, store: str, one: Chosen, message: str, find: Find) -> list[list[Pair]]:
    """The functions for one sentence: those that change a note when it corrects one that is there, else those that add; of a
    profile, as many calls as the sentence fills fields."""
    noting = _noting(box, store)
    changing = [pair for pair in noting if _changes(pair)]
    if one.correction and any(find(of.name, message) for of, _ in changing):
        return [changing]
    adding = [pair for pair in noting if not _old(pair)]
    if not adding or not adding[0][0].slots or adding[0][0].joins:
        return [adding]
    keys = [draft.key for draft in adding[0][0].plain(one)]
    return [[pair for pair in adding if _name(pair) == f"set_{key}"] or adding for key in keys] or [adding]


def _old(pair: Pair) -> bool:
    """Whether a function is about an old note."""
    return bool(OLD & set(tool_of(pair[1]).parameters["properties"]))


def _calls(wanted: Sequence[tuple[Sequence[Pair], str]], message: str, find: Find) -> list[Due]:
    calls = [([one for pair in pairs if (one := _schema(*pair, message, find))], words) for pairs, words in wanted]
    return [Due({"anyOf": each}, words) for each, words in calls if each]


def _schema(store: Store, function: Function, message: str, find: Find) -> Mapping[str, Any] | None:
    """The schema of a call of one function; None when it needs an old note and there is none."""
    tool = tool_of(function)
    named: Mapping[str, Any] = tool.parameters["properties"]
    old = find(store.name, message)[:CHOICES] if OLD & set(named) else []
    if OLD & set(named) and not old:
        return None
    properties: dict[str, Any] = {}
    for name, kind in named.items():
        if name in OLD:
            properties[name] = _one_of(item.text for item in old)
        elif name == "name" and old:
            properties[name] = _one_of(item.subject for item in old)
        elif name == "field":
            properties[name] = _one_of(getattr(store, "fields", ()))
        elif name in tool.parameters["required"] or name in _KEPT:
            properties[name] = {**kind, "minLength": 1, "maxLength": LONGEST} if kind["type"] == "string" else kind
    return _object({"name": {"const": tool.name}, "arguments": _object(properties)})


def _one_of(values: Iterable[str]) -> dict[str, Any]:
    return {"enum": list(dict.fromkeys(values))}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "required": list(properties)}
