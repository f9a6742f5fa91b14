"""Step two of learning: one grammar-constrained call words what was chosen, for all stores together.

The grammar demands one entry a chosen sentence, so there is no empty list to fall back on. A wording that the sentence does
not support, or that loses its names, numbers or negation, is dropped for the user's own words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine.decide import LONGEST, Exchange
from engine.language.names import mentions, proper_names
from engine.language.text import numbers, overlap, terms
from engine.stop import Stop
from engine.stores import Chosen, Draft, Store
from models.protocols import ChatModel, Message, Text, Timings

WRITER = 1_000_000_000
"""Weights below which a model chooses but does not write: a 0.5B model mislabels and invents."""

UNCOVERED = 2
"""Terms beyond the profile's values from which on the sentence is kept as a memory too."""
_FORMS = frozenset(
    terms(
        "my name is called call everyone says live lives based work works born years old hi hello hey way though also"
    )
)


@dataclass(frozen=True, slots=True)
class Written:
    """What learning made of one exchange: drafts with the sentence each rests on, what the call cost, and how many of the
    entries that were asked for could not be read."""

    drafts: tuple[tuple[Chosen, Draft], ...] = ()
    timings: Timings | None = None
    malformed: int = 0


def write(
    model: ChatModel | None,
    stores: Mapping[str, Store],
    chosen: Sequence[Chosen],
    exchange: Exchange,
    guidance: Mapping[str, str],
    stop: Stop | None = None,
) -> Written:
    """Word what was chosen: one call for all stores together, or the user's own sentences for small models.

    guidance: store -> what to capture there, in place of the store's own line. Raises what the model raises, and
    Interrupted after `stop`; then nothing was learned.
    """
    if model is None or model.parameters < WRITER:
        return Written(tuple(pair for c in chosen for pair in _plain(stores, c)))
    messages, schema = _messages(stores, chosen, exchange, guidance), _schema(stores, chosen)
    reply, timings = _ask(model, messages, schema, len(chosen), stop or Stop())
    drafts: list[tuple[Chosen, Draft]] = []
    for number, c in enumerate(chosen, 1):
        read = stores[c.store].read(reply.get(str(number), {}), c)
        good = [draft for draft in read if _supported(draft, c, exchange)]
        drafts += [(c, draft) for draft in good] if good and _complete(good, c) else _plain(stores, c, good)
    return Written(tuple(drafts), timings, sum(str(number) not in reply for number in range(1, len(chosen) + 1)))


def _plain(stores: Mapping[str, Store], chosen: Chosen, written: Sequence[Draft] = ()) -> list[tuple[Chosen, Draft]]:
    """The user's own words. What a profile's fields do not cover goes to the store that takes it otherwise."""
    store = stores[chosen.store]
    drafts = [_bounded(draft) for draft in store.plain(chosen)]
    if store.slots and not store.joins:
        keys = {draft.key for draft in drafts}
        drafts += [draft for draft in written if draft.key not in keys]
    pairs = [(chosen, draft) for draft in drafts]
    other = stores.get(store.otherwise)
    if other is not None and (not drafts or (store.slots and len(_uncovered(drafts, chosen)) >= UNCOVERED)):
        instead = replace(chosen, store=other.name)
        pairs += [(instead, _bounded(draft)) for draft in other.plain(instead)]
    return pairs


def _uncovered(drafts: Sequence[Draft], chosen: Chosen) -> set[str]:
    """Terms of the sentence that no value of the drafts holds."""
    held = {term for draft in drafts for term in terms(f"{draft.text} {draft.data.get('value', '')}")}
    return set(terms(chosen.quote)) - held - _FORMS


def _bounded(draft: Draft) -> Draft:
    """The draft with at most LONGEST words, cut at the last clause that fits."""
    parts = draft.text.split()
    if len(parts) <= LONGEST:
        return draft
    cut = " ".join(parts[:LONGEST])
    end = max(cut.rfind(mark) for mark in (",", ";", ".", " - "))
    text = cut[:end] if end > len(cut) // 2 else cut
    return Draft(draft.kind, text + "…", draft.subject, draft.key, draft.data, draft.valid_from)


def _supported(draft: Draft, chosen: Chosen, exchange: Exchange) -> bool:
    """Whether the draft says nothing that the user's message does not: its words, numbers and names come from there."""
    body = " ".join([draft.text, *(str(v) for v in draft.data.values() if isinstance(v, str))])
    ground = f"{chosen.text} {chosen.quote} {exchange.user}"
    if draft.key and draft.data.get("value"):
        return True  # the profile has checked its values against the sentence itself
    if not numbers(draft.text) <= numbers(ground):
        return False
    if any(not mentions(ground, name) for name in proper_names(draft.text)):
        return False
    return overlap(body, ground) >= 0.6 and len(draft.text.split()) <= LONGEST


def _complete(drafts: Sequence[Draft], chosen: Chosen) -> bool:
    """Whether the drafts keep what the sentence is about: its numbers, names, negation, and most of its words."""
    body = " ".join(f"{d.subject} {d.text} {' '.join(str(v) for v in d.data.values())}" for d in drafts)
    if drafts[0].key and drafts[0].data.get("value"):
        return len(_uncovered(drafts, chosen)) < UNCOVERED
    if not numbers(chosen.text) <= numbers(body):
        return False
    if any(not mentions(body, name) for name in proper_names(chosen.quote)):
        return False
    if _negated(chosen.text) != _negated(body):
        return False
    return overlap(chosen.text, body) >= 0.5


def _negated(text: str) -> bool:
    return bool(
        re.search(
            r"(?i)\b(?:not|no|never|none|without|nobody|nothing|neither|nor|cannot)\b|n['’]t\b|\bavoid|\bdislike|\bhate",
            text,
        )
    )


def _schema(stores: Mapping[str, Store], chosen: Sequence[Chosen]) -> dict[str, Any]:
    """One required entry a chosen sentence, in order: the grammar leaves no room for the empty list."""
    properties = {str(n): stores[c.store].schema() for n, c in enumerate(chosen, 1)}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _messages(
    stores: Mapping[str, Store], chosen: Sequence[Chosen], exchange: Exchange, guidance: Mapping[str, str]
) -> list[Message]:
    """A fixed prefix (rules and examples, the same at every call, so it stays warm) and then this exchange."""
    numbered = "\n".join(f"{n}. [{stores[c.store].title}] {c.text}" for n, c in enumerate(chosen, 1))
    message = " ".join(exchange.user.split())[:800]
    return [*_prefix(stores, guidance), {"role": "user", "content": f"Message: {message}\nSentences:\n{numbered}"}]


def _prefix(stores: Mapping[str, Store], guidance: Mapping[str, str]) -> list[Message]:
    return [{"role": "system", "content": _rules(stores, guidance)}, *_examples(stores)]


def warm(model: ChatModel, stores: Mapping[str, Store], guidance: Mapping[str, str], stop: Stop) -> None:
    """Have the model read the fixed prefix ahead of time: some 600 tokens, 6.7 s on two cores, once."""
    if model.parameters >= WRITER and stores:
        for _ in stop.stream(model, _prefix(stores, guidance), max_tokens=0, lane="learn"):
            pass


def _rules(stores: Mapping[str, Store], guidance: Mapping[str, str]) -> str:
    lines = [f"[{store.title}] {guidance.get(name) or f'{store.captures}.'}" for name, store in stores.items()]
    return (
        "You file notes about a person from the person's own sentences. For each numbered sentence write one entry of the "
        "kind named in brackets, as JSON. Keep every name, number, date and every 'not'. Short third person without "
        "'the user'. Only what the sentence says; nothing added, nothing guessed.\nKinds:\n" + "\n".join(lines)
    )


def _examples(stores: Mapping[str, Store]) -> list[Message]:
    """Two worked answers, of whatever stores are on. Their content is checked never to be learned: see `_supported`."""
    shown: list[tuple[str, str, Any]] = [
        (
            "user_profile",
            "I'm Wanjiru Kamau, a tram driver.",
            [{"field": "name", "value": "Wanjiru Kamau"}, {"field": "role", "value": "tram driver"}],
        ),
        (
            "user_memory",
            "I can't stand coriander so leave it out of everything",
            {"memory": "Can't stand coriander; leave it out of everything"},
        ),
        (
            "entity_memory",
            "our neighbour Otieno sold his boat on Sunday (2025-03-02)",
            {
                "name": "Otieno",
                "type": "person",
                "kind": "event",
                "text": "Otieno, a neighbour, sold his boat on 2025-03-02",
            },
        ),
        (
            "learned_knowledge",
            "oil the hinge before winter or it seizes",
            {"title": "Oil hinges before winter", "learning": "Oil the hinge before winter, or it seizes"},
        ),
        (
            "decision_log",
            "we're taking the ferry, the tunnel costs twice as much",
            {"decision": "Take the ferry, not the tunnel", "reasoning": "The tunnel costs twice as much"},
        ),
        (
            "session_context",
            "the kitchen list is finished, next is the bathroom",
            {"text": "Kitchen list finished; bathroom is next"},
        ),
    ]
    on = [(stores[name].title, sentence, entry) for name, sentence, entry in shown if name in stores]
    messages: list[Message] = []
    for part in (on[:3], on[3:]):
        if part:
            numbered = "\n".join(f"{n}. [{title}] {sentence}" for n, (title, sentence, _) in enumerate(part, 1))
            whole = " ".join(sentence for _, sentence, _ in part)
            reply = {str(n): entry for n, (_, _, entry) in enumerate(part, 1)}
            messages.append({"role": "user", "content": f"Message: {whole}\nSentences:\n{numbered}"})
            messages.append({"role": "assistant", "content": json.dumps(reply, ensure_ascii=False)})
    return messages


def _ask(
    model: ChatModel, messages: Sequence[Message], schema: Mapping[str, Any], entries: int, stop: Stop
) -> tuple[Mapping[str, Any], Timings]:
    """The one call. A reply that is no JSON object (cut off, say) counts as empty: the user's own words stand in."""
    parts, timings, reason = [], Timings(), ""
    for piece in stop.stream(model, messages, schema=schema, max_tokens=60 + 110 * entries, lane="learn"):
        if isinstance(piece, Text):
            parts.append(piece.text)
        timings, reason = getattr(piece, "timings", timings), getattr(piece, "reason", reason)
    if reason == "interrupted":
        raise Interrupted
    try:
        reply = json.loads("".join(parts))
    except ValueError:
        return {}, timings
    return (reply if isinstance(reply, dict) else {}), timings


class Interrupted(Exception):
    """The call was ended from outside; the exchange stays "not yet learned"."""
