"""Learning in two steps: decide, sentence by sentence and without the model; then one call that writes what was chosen.

Measured with a 1.5B model: asked to list what is worth remembering it returns nothing (recall .15); with the empty list
forbidden, on exchanges that hold something, precision .82 and recall .69. So the decision is a trained head's, the model
only words it. Each chosen sentence is its own evidence: the quote is exact by construction, and a statement that the
sentence does not support, or that loses its names, numbers or negation, is dropped for the user's own words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from engine.head import Head, Verdict
from engine.language.dates import annotate
from engine.language.names import mentions, proper_names
from engine.language.segments import Segment, off_record, secrets, segment
from engine.language.text import numbers, overlap, terms, words
from engine.stores import Chosen, Draft, Store
from models.protocols import ChatModel, Embedder, Message, Text, Timings

LEAST = {"said": 0.45, "question": 0.7, "request": 0.7}
"""Least probability that a sentence is worth learning, by its kind; quoted, pasted, fictional, hypothetical text and code
never are. On unseen themes .4 gives precision .84 and recall .95, .5 .87 and .91; below CERTAIN it is only proposed."""
MOST = 6
"""Sentences a message that are learned at most: at 40 tokens each a call stays under ten seconds on two cores."""
LONGEST = 40
"""Words of an item at most; longer sentences are cut at a clause."""
WRITER = 1_000_000_000
"""Weights below which a model chooses but does not write: a 0.5B model mislabels and invents."""

UNCOVERED = 2
"""Terms beyond the profile's values from which on the sentence is kept as a memory too."""
_FORMS = frozenset(
    terms(
        "my name is called call everyone says live lives based work works born years old hi hello hey way though also"
    )
)

_REMEMBER = re.compile(
    r"(?i)^(?:(?:and|also|oh|ok|so|hey|please|pls|btw|by the way)[,: ]+)*(?:please |pls |can you |could you )?"
    r"(?:remember(?: this| that)?|note(?: this| that)?|make a note(?: that)?|keep in mind(?: that)?|don'?t forget(?: that)?)\b[:, ]*(?:that )?"
)
_YES = re.compile(r"(?i)^(?:yes|yep|yeah|exactly|correct|right|spot on|that's right|true|indeed)\b")


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is learned from: the user's message, the reply, and the reply before it. `said_at` is the user's wall clock."""

    user_id: str
    session_id: str
    turn_id: str
    answer_id: str
    ref: str
    user: str
    assistant: str
    before: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Written:
    """What learning made of one exchange: drafts with the sentence each rests on, and what the call cost."""

    drafts: tuple[tuple[Chosen, Draft], ...] = ()
    timings: Timings | None = None


def decide(exchange: Exchange, head: Head, embedder: Embedder, stores: Mapping[str, Store]) -> list[Chosen]:
    """The sentences worth learning, each for one store; none for trivial, fictional, quoted or pasted text."""
    if off_record(exchange.user):
        return []
    pieces = [piece for piece in segment(exchange.user) if piece.kind in LEAST and not secrets(piece.text)]
    if not pieces:
        return []
    verdicts = head.judge([piece.text for piece in pieces], exchange.user, exchange.before, embedder)
    found = [
        chosen
        for piece, verdict in zip(pieces, verdicts, strict=True)
        for chosen in _choose(piece, verdict, stores, exchange.said_at)
    ]
    joined = _joined(found, exchange.user, stores)
    return sorted(joined, key=lambda c: -c.confidence)[:MOST] if len(joined) > MOST else joined


def _joined(found: Sequence[Chosen], message: str, stores: Mapping[str, Store]) -> list[Chosen]:
    """Neighbouring sentences of a store that joins become one: what was decided, and why, is one item."""
    joined: list[Chosen] = []
    for chosen in found:
        last = next((c for c in reversed(joined) if c.store == chosen.store), None)
        whole = _span(message, last.quote, chosen.quote) if last and stores[chosen.store].joins else ""
        if last is None or not whole or len(whole.split()) > LONGEST:
            joined.append(chosen)
            continue
        joined[joined.index(last)] = replace(
            last,
            text=f"{last.text} {chosen.text}",
            quote=whole,
            confidence=max(last.confidence, chosen.confidence),
            correction=last.correction or chosen.correction,
            explicit=last.explicit or chosen.explicit,
        )
    return joined


def _span(message: str, first: str, second: str) -> str:
    """The message from the beginning of one quote to the end of the next, when nothing else stands between them."""
    start = message.find(first)
    end = message.find(second, start + len(first))
    between = message[start + len(first) : end] if 0 <= start < end else "-"
    return "" if between.strip() else message[start : end + len(second)]


def _choose(piece: Segment, verdict: Verdict, stores: Mapping[str, Store], said_at: datetime) -> list[Chosen]:
    """The sentence for its likeliest store, or nothing. An explicit "remember ..." is carried out; it is not judged again."""
    asked = _REMEMBER.match(piece.text)
    told = piece.text[asked.end() :].strip() if asked else ""
    explicit = len(words(told)) >= 2 and not told.endswith("?")
    likely = {name: max(verdict.letters.get(s.letter, 0.0), s.claims(piece.text)) for name, s in stores.items()}
    worth = max(1 - verdict.letters["N"], *likely.values()) if likely else 0.0
    if not likely or (worth < LEAST[piece.kind] and not explicit):
        return []
    text = annotate(told if explicit else piece.text, said_at)
    chosen = Chosen(
        store=max(likely, key=lambda name: likely[name]),
        text=text,
        quote=piece.text,
        said_at=said_at,
        confidence=1.0 if explicit else round(worth, 3),
        correction=verdict.correction >= 0.5,
        explicit=explicit,
    )
    return [chosen]


def write(
    model: ChatModel | None,
    stores: Mapping[str, Store],
    chosen: Sequence[Chosen],
    exchange: Exchange,
    guidance: Mapping[str, str],
) -> Written:
    """Word what was chosen: one call for all stores together, or the user's own sentences for small models.

    guidance: store -> what the user's config adds for it. Raises what the model raises; then nothing was learned.
    """
    if model is None or model.parameters < WRITER:
        return Written(tuple(pair for c in chosen for pair in _plain(stores, c)))
    reply, timings = _ask(model, _messages(stores, chosen, exchange, guidance), _schema(stores, chosen), len(chosen))
    drafts: list[tuple[Chosen, Draft]] = []
    for number, c in enumerate(chosen, 1):
        read = stores[c.store].read(reply.get(str(number), {}), c)
        good = [draft for draft in read if _supported(draft, c, exchange)]
        drafts += [(c, draft) for draft in good] if good and _complete(good, c) else _plain(stores, c, good)
    return Written(tuple(drafts), timings)


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
        return overlap(str(draft.data["value"]), chosen.quote) >= 0.5
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
    return [
        {"role": "system", "content": _rules(stores, guidance)},
        *_examples(stores),
        {"role": "user", "content": f"Message: {message}\nSentences:\n{numbered}"},
    ]


def _rules(stores: Mapping[str, Store], guidance: Mapping[str, str]) -> str:
    lines = [f"[{store.title}] {store.captures}. {guidance.get(name, '')}".rstrip() for name, store in stores.items()]
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
            {"part": "progress", "text": "Kitchen list finished; bathroom is next"},
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
    model: ChatModel, messages: Sequence[Message], schema: Mapping[str, Any], entries: int
) -> tuple[Mapping[str, Any], Timings]:
    """The one call. A reply that is no JSON object (cut off, say) counts as empty: the user's own words stand in."""
    parts, timings, reason = [], Timings(), ""
    for piece in model.stream(messages, schema=schema, max_tokens=60 + 110 * entries, lane="learn"):
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


def confirms(message: str) -> bool:
    """Whether the message says yes to what the assistant said before."""
    return bool(_YES.match(message.strip())) and bool(terms(message))
