"""Step one of learning: decide, sentence by sentence and without the model, what is worth learning and where it belongs.

Measured with a 1.5B model: asked to list what is worth remembering it returns nothing (recall .15); with the empty list
forbidden, on exchanges that hold something, precision .82 and recall .69. So the decision is a trained head's (5 ms), the
model only words it (engine/wording.py). A chosen sentence is its own evidence: its quote is exact by construction.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from engine.head import Head, Verdict
from engine.language.dates import annotate
from engine.language.explicit import Asked, asked_to_remember
from engine.language.phatic import is_phatic
from engine.language.pronouns import stands_for
from engine.language.segments import Segment, kept_out, off_record, secrets, segment
from engine.language.slips import mended
from engine.stores import Chosen, Store
from models.protocols import Embedder

LEAST = {"said": 0.38, "question": 0.7, "request": 0.65, "standing": 0.38}
"""Least probability that a sentence is worth learning, by its kind; quoted, pasted, fictional, hypothetical text and code
never are. On unseen themes .4 gives precision .83 and recall .90, .5 .86 and .87; below CERTAIN it is only proposed. On the
385 exchanges that others wrote .45 (and .7 for requests) finds .01 to .03 less."""
STANDING = re.compile(
    r"(?i)\b(?:from (?:here|now|today|this point) on(?:wards?)?|from now on|in (?:the )?future|going forward|always|every time"
    r"|by default|for good|k[uü]nftig|ab (?:jetzt|sofort)|in zukunft|immer|de ahora en adelante|siempre|dor[ée]navant"
    r"|d[ée]sormais|toujours|d'ora in poi|sempre|de agora em diante|daqui (?:para|pra) a? ?frente|voortaan|altijd)\b"
    r"|以后|今后|从现在起|これから|今後|いつも|अब से|आगे से|हमेशा"
)
"""A request that holds from now on is a wish like any that is said, though it has the form of a request or a question."""
_OF_NOTES = re.compile(
    r"(?i)\b(?:update|change|correct|fix|amend|adjust|replace)\b.{0,20}\b(?:your|the|my|that) (?:notes?|memory|memories)\b"
)
WANTED = 0.2
"""Least probability in a message that asks for a note to be changed: what it says besides is to be kept."""
CORRECTION = 0.6
"""Least probability that a sentence corrects or ends something: on unseen themes (two folds of five) precision .59 and recall
.70; it ends only what is near to it as well."""
MOST = 6
"""Sentences a message that are learned at most: at 40 tokens each a call stays under ten seconds on two cores."""
LONGEST = 40
"""Words of an item at most; longer sentences are cut at a clause."""

UNSURE = 0.4
"""Probability of the likeliest store below which what the user asked to be remembered goes to the memories."""


_FIRST_WORDS = r"(?i)\W*(?:(?:please|ok|okay|so|and|but|well|actually|oh|now)\b[, ]*)*"
_TAKES_BACK = re.compile(
    rf"{_FIRST_WORDS}(?:(?:forget|scrap|drop|ditch|bin|cancel|strike|undo) (?:the|my|our|that|those|these|what i|about)"
    r"|enough (?:with|of) (?:the|my|your|these|those)|i take (?:it|that|this|what i said) back)\b"
)
"""Words that take something back, whatever the head thinks of so short a sentence."""
_SLIP = re.compile(
    r"(?i)\b(?:brain (?:fart|fog)|i (?:always |keep )?mix(?:ed|ing)? (?:those|them|these|the) (?:two |up)|my (?:bad|mistake)\b"
    r"|misspoke|misremembered|i should(?:['’]ve| have) (?:said|told)|i told you wrong|slip of the (?:tongue|pen))"
)
"""Words with which one takes back what one said oneself."""
_ONLY_TAKES_BACK = re.compile(_TAKES_BACK.pattern + r"(?:[^,;:–—]|:(?=\d))*$")
"""The same with nothing new behind it: it ends something, and is not worth keeping by itself."""
_NEXT = re.compile(
    r"(?i)\W*(?:\d{1,2}[.)]|[-*•]|(?:first|second|third|last|next)(?:ly)?\b|(?:and )?(?:also|another)\b|plus\b"
    r"|same (?:with|for)\b)"
)
"""How something begins that is told beside what was told before: no reason of it."""
_CHANGED = re.compile(
    r"(?i)\b(?:moved|changed|postponed|re-?scheduled|pushed (?:back|forward)|brought forward|put (?:off|back)|shifted|delayed)\b"
)
_VALUE_FIRST = re.compile(
    r"(?i)^(?:it['’]?s |its |to |now |from |on |at |(?:the )?new (?:date|time|day|place) (?:is )?)*"
    r"(?:\d[\d:.]*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august"
    r"|september|october|november"
    r"|december|noon|tomorrow|next \w+)\b"
)
"""What begins with a new value, and does not say of what: "june 18 now, 2pm" after "they moved my ceremony"."""
_LEADING = re.compile(r"(?i)^(?:(?:and|but|so|also|oh|plus|anyway)\b[, ]+)+(?=\S)")
"""What ties a clause to the one before it, and says nothing when the clause stands alone."""


_GREETING = re.compile(
    r"(?i)^(?:(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|hallo|guten (?:morgen|tag|abend)|servus"
    r"|hola|buenos d[ií]as|buenas(?: tardes| noches)?|bonjour|bonsoir|salut|ciao|buongiorno|ol[áa]|bom dia|boa tarde"
    r"|hoi|goedemorgen|cze[śs][ćc]"
    r"|dzie[ńn] dobry)(?: (?:there|all|everyone|again|keepwise))?\b[\s,.!–-]*)+(?=\S)"
)
"""A greeting hides from the head what follows it: "Hello, I'm Peter." is worth learning at .41, "I'm Peter." at .75."""


_ELIDED = re.compile(
    r"(?i)(?:(?:can['’]?t|cannot) (?:stand|eat|drink|bear)|hate|dislike|love|adore|prefer)(?= \w)(?! (?:it|that|this|how|to"
    r"|when|you|your)\b)"
)
"""Without its "I" a taste hides from the head too: "can't stand coriander" is worth learning at .34, with it at .82."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is learned from: the user's message, the reply, and the reply before it. `said_at` is the user's wall clock;
    `acting`: the user plays a role when the message begins."""

    user_id: str
    session_id: str
    turn_id: str
    answer_id: str
    ref: str
    user: str
    assistant: str
    before: str
    said_at: datetime
    acting: bool = False


def decide(
    exchange: Exchange,
    head: Head,
    embedder: Embedder,
    stores: Mapping[str, Store],
    left: Collection[str] = (),
) -> list[Chosen]:
    """The sentences worth learning, each for one store; none for trivial, fictional, quoted or pasted text.

    What the user asks to be remembered is not judged. left: stores left to the agent, which get that alone.
    """
    asked = [one for one in asked_to_remember(exchange.user) if not secrets(one.text)]
    pieces = [] if off_record(exchange.user) else _judged(exchange, asked)
    if not stores or not (pieces or asked):
        return []
    sentences = [*(one.text for one in asked), *(as_judged(piece.text) for piece in pieces)]
    verdicts = head.judge(sentences, exchange.user, exchange.before, embedder)
    found = [
        (one.start, _wished(one, verdict, stores, exchange.said_at))
        for one, verdict in zip(asked, verdicts, strict=False)
    ]
    chosen_of = [
        _choose(piece, verdict, stores, exchange) for piece, verdict in zip(pieces, verdicts[len(asked) :], strict=True)
    ]
    for place, (piece, chosen) in enumerate(zip(pieces, chosen_of, strict=True)):
        if found and piece.text and found[-1][1].quote.endswith(piece.text) and found[-1][0] < piece.start:
            continue
        if chosen is not None and chosen.store not in left and not _ONLY_TAKES_BACK.match(piece.text):
            rest = pieces[place + 1] if place + 1 < len(pieces) else None
            whole = _introduced(pieces[place - 1], chosen, exchange) if place else chosen
            if whole is not chosen:
                found = [one for one in found if one[1].quote != pieces[place - 1].text]
            found.append((piece.start, _completed(whole, rest, exchange, stores) if rest else whole))
    joined = _joined([chosen for _, chosen in sorted(found, key=lambda one: one[0])], exchange.user, stores)
    judged = sorted((c for c in joined if not c.explicit), key=lambda c: -c.confidence)[:MOST]
    kept = [chosen for chosen in joined if chosen.explicit or chosen in judged]
    over = " ".join(s for s, v in zip(sentences, verdicts, strict=True) if _corrects(v) or _goes_back(s))
    return [replace(chosen, correction=True, correcting=over) for chosen in kept] if over else kept


def as_judged(text: str) -> str:
    """The text without its greeting, unless that is all there is, and with the "I" that was left out."""
    rest = _GREETING.sub("", text)
    whole = rest if len(rest.split()) > 1 else text
    return f"I {whole}" if _ELIDED.match(whole) else whole


def _goes_back(sentence: str) -> bool:
    return bool(_TAKES_BACK.match(sentence) or _SLIP.search(sentence))


def _corrects(verdict: Verdict) -> bool:
    """Whether a sentence corrects something; then its neighbours carry the new value as often as it does itself."""
    return verdict.correction >= CORRECTION and verdict.letters["N"] < 1 - LEAST["said"]


def _judged(exchange: Exchange, asked: Sequence[Asked]) -> list[Segment]:
    """The user's own sentences that the head judges: no secrets, no mere phrases, and not what is remembered anyway."""
    return [
        piece
        for piece in segment(exchange.user, acting=exchange.acting)
        if piece.kind in LEAST
        and not is_phatic(piece.text)
        and not secrets(piece.text)
        and not kept_out(piece.text)
        and not any(one.start <= piece.start < one.end for one in asked)
    ]


def _joined(found: Sequence[Chosen], message: str, stores: Mapping[str, Store]) -> list[Chosen]:
    """Neighbouring sentences of a store that joins become one: what was decided, and why, is one item."""
    joined: list[Chosen] = []
    for chosen in found:
        last = next((c for c in reversed(joined) if c.store == chosen.store), None)
        whole = _span(message, last.quote, chosen.quote) if last and stores[chosen.store].joins else ""
        if last is None or not whole or len(whole.split()) > LONGEST or _NEXT.match(chosen.quote):
            joined.append(chosen)
            continue
        joined[joined.index(last)] = replace(
            last,
            text=f"{last.text} {chosen.text}",
            quote=whole,
            confidence=max(last.confidence, chosen.confidence),
            correction=last.correction or chosen.correction,
            correcting=last.correcting or chosen.correcting,
            explicit=last.explicit or chosen.explicit,
        )
    return joined


def _completed(chosen: Chosen, rest: Segment, exchange: Exchange, stores: Mapping[str, Store]) -> Chosen:
    """A correction with the rest of its sentence, where its store joins: "we changed our mind about X, it's Y now"."""
    whole = _span(exchange.user, chosen.quote, rest.text) if chosen.quote.endswith(",") else ""
    if not (whole and chosen.correction and stores[chosen.store].joins) or len(whole.split()) > LONGEST:
        return chosen
    return replace(chosen, text=annotate(_LEADING.sub("", whole).rstrip(" ,;:"), exchange.said_at), quote=whole)


def _introduced(first: Segment, chosen: Chosen, exchange: Exchange) -> Chosen:
    """A new value with the sentence before it, which says of what it is the value: "they moved my exam. friday now"."""
    whole = _span(exchange.user, first.text, chosen.quote)
    lacks = _CHANGED.search(first.text) and not re.search(r"\d", first.text) and _VALUE_FIRST.match(chosen.quote)
    if not (whole and lacks) or len(whole.split()) > LONGEST:
        return chosen
    return replace(chosen, text=annotate(_LEADING.sub("", whole).rstrip(" ,;:"), exchange.said_at), quote=whole)


def _span(message: str, first: str, second: str) -> str:
    """The message from the beginning of one quote to the end of the next, when nothing else stands between them."""
    start = message.find(first)
    end = message.find(second, start + len(first))
    between = message[start + len(first) : end] if 0 <= start < end else "-"
    return "" if between.strip() else message[start : end + len(second)]


def _likely(text: str, verdict: Verdict, stores: Mapping[str, Store]) -> dict[str, float]:
    return {name: max(verdict.letters.get(s.letter, 0.0), s.claims(text)) for name, s in stores.items()}


def _choose(piece: Segment, verdict: Verdict, stores: Mapping[str, Store], exchange: Exchange) -> Chosen | None:
    """The sentence for its likeliest store, or None when it is not worth learning."""
    likely = _likely(piece.text, verdict, stores)
    worth = max(1 - verdict.letters["N"], *likely.values())
    best = max(likely, key=lambda name: likely[name])
    if worth < _least(piece, exchange):
        return None
    if best == "session_context" and piece.kind == "question":
        return None  # "what did I want to finish today?" asks for the goal, and sets none
    who, text = stands_for(_LEADING.sub("", mended(piece.text)).rstrip(" ,;:"), exchange.user[: piece.start])
    return Chosen(
        store=best,
        text=annotate(text, exchange.said_at),
        quote=piece.text,
        said_at=exchange.said_at,
        about=who,
        confidence=round(worth, 3),
        correction=verdict.correction >= CORRECTION,
        correcting=piece.text if verdict.correction >= CORRECTION else "",
    )


def _least(piece: Segment, exchange: Exchange) -> float:
    """The least probability that a sentence must have to be learned."""
    if piece.kind == "said" and _OF_NOTES.search(exchange.user):
        return WANTED
    return LEAST["standing" if STANDING.search(piece.text) else piece.kind]


def _wished(asked: Asked, verdict: Verdict, stores: Mapping[str, Store], said_at: datetime) -> Chosen:
    """What the user asked to be remembered, for its likeliest store, or the memories when that is unclear."""
    likely = _likely(asked.text, verdict, stores)
    best = max(likely, key=lambda name: likely[name])
    return Chosen(
        store="user_memory" if likely[best] < UNSURE and "user_memory" in stores else best,
        text=annotate(asked.text, said_at),
        quote=asked.quote,
        said_at=said_at,
        correction=verdict.correction >= CORRECTION,
        correcting=asked.quote if verdict.correction >= CORRECTION else "",
        explicit=True,
    )
