"""Consent: whether something may be saved at once, or waits for the human's word. One rule for learning and for tools."""

from __future__ import annotations

from collections.abc import Sequence

from engine.config import LearningMode, StoreConfig
from engine.database import Database
from engine.language.alike import differ
from engine.language.explicit import asked_to_remember
from engine.language.names import mentions, proper_names
from engine.language.segments import secrets, segment, sensitive
from engine.language.text import numbers, overlap, terms
from models.protocols import Embedder

CERTAIN = 0.6
"""Confidence below which a statement is proposed instead of saved, whatever the mode."""
ALLOWED = "sensitive_allowed"
"""Setting: the sensitive categories that the user allowed to be saved without asking."""
PAUSED = "Learning is paused. Resume it to have this remembered."
TEMPORARY = "This chat is temporary: nothing of it is kept. Keep the chat to have it remembered."
MEANT = 0.55
"""Least cosine to one of the user's sentences at which other words count as the same said."""
SAVING = (LearningMode.ALWAYS, LearningMode.AGENTIC)
"""The modes that save without asking."""
WISHED = 0.6
"""Share of a note's terms that what the user asked to be remembered must hold, for the note to be that wish."""
_OWN = ("said", "question", "request")
_THE_USER = frozenset(terms("user users person"))


def saves_at_once(database: Database, config: StoreConfig | None, text: str, confidence: float = 1.0) -> bool:
    """Whether the mode lets it be saved: ALWAYS and AGENTIC, when certain and not sensitive; PROPOSE and HITL ask first."""
    if config is None or config.mode not in SAVING:
        return False
    return confidence >= CERTAIN and not needs_consent(database, text)


def needs_consent(database: Database, text: str) -> str:
    """The sensitive category of a text that the user has not allowed; "" when it may be saved."""
    category = sensitive(text)
    return "" if category in database.setting(ALLOWED, []) else category


def asked_for(text: str, message: str) -> bool:
    """Whether a note is what the message asks in so many words to be remembered; that is not asked about again."""
    return any(overlap(text, asked.text) >= WISHED and not secrets(asked.text) for asked in asked_to_remember(message))


def said_by_user(text: str, messages: Sequence[str], known: Sequence[str], embedder: Embedder | None) -> bool:
    """Whether a statement rests on what the user said in these messages, not on what was quoted, pasted or made up.

    Its names and numbers must be there (or in what is known); its words too, or its meaning in one of the sentences.
    """
    sentences = [piece.text for message in messages for piece in segment(message) if piece.kind in _OWN]
    ground = " ".join([*sentences, *known])
    if not numbers(text) <= numbers(ground) or any(not mentions(ground, name) for name in proper_names(text)):
        return False
    content = " ".join(word for word in terms(text) if word not in _THE_USER)
    if any(overlap(content, sentence) >= 0.5 for sentence in (*sentences, " ".join(sentences))):
        return bool(sentences)
    if embedder is None or not sentences:
        return False
    vectors = embedder.embed([text, *sentences])
    near = [s for s, vector in zip(sentences, vectors[1:], strict=True) if float(vectors[0] @ vector) >= MEANT]
    return any(not differ(text, sentence, adding=True) for sentence in near)
