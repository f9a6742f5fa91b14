"""What the user says back: a question for what is known of something, a wish to forget it, and a judgement of an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.database import Database
from engine.errors import InvalidInput
from engine.events import Changed
from engine.item import Item, Origin, Source, State
from engine.keeper import Keeper, new_item
from engine.language.names import fold, mentions
from engine.language.text import shorten, terms

LIKELY = 0.42
"""Least strength of a search hit that counts as a match; recall's own gate."""
DOUBTED = 0.9
"""Confidence of a lesson from a judgement: below 1.0, so that a lesson the user said no to is not offered again."""


def about(topic: str, items: Sequence[Item], ranked: Iterable[tuple[str, float]]) -> list[Item]:
    """The items about a topic, best first: of the thing that is so called, that name it, then those near it in meaning.

    ranked: (id, strength) of a search for it. Without a topic: all items.
    """
    if not topic:
        return list(items)
    called = [i for i in items if i.subject and i.subject not in ("user", "session") and mentions(topic, i.subject)]
    naming = [i for i in items if fold(topic) and mentions(f"{i.text} {i.data.get('title', '')}", topic)]
    words = set(terms(topic))
    holding = [i for i in items if words and words <= set(terms(f"{i.subject} {i.text}"))]
    scores = {item_id: score for item_id, score in ranked if score >= LIKELY}
    near = sorted((i for i in items if i.id in scores), key=lambda i: -scores[i.id])
    return list({item.id: item for item in (*called, *naming, *holding, *near)}.values())


def judged(
    database: Database, keeper: Keeper, turn_id: str, good: bool, reason: str, *, lessons: bool
) -> Changed | None:
    """Note a thumb up or down at an answer; with a reason against it, propose a lesson for next time.

    lessons: whether learned_knowledge is on. None when nothing was proposed. Raises NotFound, and InvalidInput for a turn
    that is no answer.
    """
    turn = database.conversation.turn(turn_id)
    if turn.role != "assistant":
        raise InvalidInput("Only an answer can be judged. Choose one of the assistant's messages.")
    reason = " ".join(reason.split())
    database.conversation.update_turn(turn_id, data={"feedback": {"good": good, "reason": reason}})
    if good or not reason or not lessons:
        return None
    item = new_item(
        "learned_knowledge",
        "insight",
        f"Next time: {reason}",
        user_id=turn.user_id,
        data={"title": shorten(f"Next time: {reason}", 50), "context": "How to answer"},
        source=Source(turn.chat_id, turn.id),
        origin=Origin.WRITTEN,
        confidence=DOUBTED,
        state=State.PROPOSED,
    )
    kept = keeper.keep([(item, "")], action="feedback", by="user")
    return Changed(kept.act, "feedback", kept.proposed) if kept.act else None
