"""The words of the window that depend on data: names of stores and modes, dates, where an item comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from engine.config import LearningMode
from engine.item import Item, Origin


@dataclass(frozen=True, slots=True)
class StoreWords:
    """How one store is called, what will come into it, and an example for the field of a new item."""

    title: str
    one: str
    empty: str
    example: str


STORES: dict[str, StoreWords] = {
    "user_profile": StoreWords(
        "About you", "field", "Your name, home, role and language come here, one line each.", "Lisbon"
    ),
    "user_memory": StoreWords("Memories", "memory", "What you like, do and plan comes here.", "Prefers short answers."),
    "session_context": StoreWords(
        "This chat",
        "note on this chat",
        "The goal, the plan and the progress of the open chat come here.",
        "Plan a trip",
    ),
    "entity_memory": StoreWords(
        "People & things", "fact", "People, places and projects come here, each with a page.", "Works at the harbour."
    ),
    "learned_knowledge": StoreWords(
        "Knowledge", "insight", "Lessons worth using again come here.", "Rebase before a review, not after."
    ),
    "decision_log": StoreWords(
        "Decisions", "decision", "What you decided and why comes here. Later I ask how it turned out.", "Use DuckDB"
    ),
}

MODES: dict[LearningMode | None, tuple[str, str]] = {
    LearningMode.ALWAYS: ("Save by itself", "What you say is saved after each answer. You can undo it."),
    LearningMode.PROPOSE: ("Ask me first", "Suggested to you, saved only when you accept."),
    LearningMode.HITL: ("Ask in the chat", "The chat waits and asks before each save."),
    LearningMode.AGENTIC: ("Assistant decides", "Saved when the assistant chooses to note it."),
    None: ("Off", "Nothing new is learned here."),
}

ORIGINS: dict[Origin, str] = {
    Origin.SAID: "You said this",
    Origin.INFERRED: "Concluded from what you said",
    Origin.AGENT: "Noted by the assistant",
    Origin.WRITTEN: "You wrote this",
    Origin.IMPORTED: "Imported",
}


def store_words(store: str) -> StoreWords:
    """Words of a store; one that the window does not know yet is called by its own name."""
    title = store.replace("_", " ").capitalize()
    return STORES.get(store) or StoreWords(title, title.lower(), f"{title} comes here.", "")


def now() -> datetime:
    """This moment as the engine keeps time: naive UTC."""
    return datetime.now(UTC).replace(tzinfo=None)


def local(at: datetime) -> datetime:
    """A naive UTC time in this computer's zone."""
    return at.replace(tzinfo=UTC).astimezone()


def relative(at: datetime | None, today: datetime | None = None) -> str:
    """A date as people say it: "just now", "5 min ago", "14:03", "Yesterday", "Tue", "12 Nov", "12 Nov 2025"."""
    if at is None:
        return ""
    current = today or now()
    seconds = (current - at).total_seconds()
    if seconds < 60:
        return "just now"
    if seconds < 3600:
        return f"{int(seconds // 60)} min ago"
    then, this = local(at), local(current)
    days = (this.date() - then.date()).days
    if days == 0:
        return then.strftime("%H:%M")
    if days == 1:
        return "Yesterday"
    if days < 7:
        return then.strftime("%a")
    return f"{then.day} {then:%b}" if then.year == this.year else f"{then.day} {then:%b %Y}"


def day(at: datetime | None) -> str:
    """A day without its time: "12 November 2026"."""
    return "" if at is None else f"{local(at).day} {local(at):%B %Y}"


def full_date(at: datetime | None) -> str:
    """Day and minute, for details and tooltips: "12 November 2026, 14:03"."""
    return "" if at is None else f"{local(at).day} {local(at):%B %Y, %H:%M}"


def usage(item: Item) -> str:
    """How often an item was given to the model: "not used yet", "used 3 times, last on 12 Nov"."""
    if not item.uses:
        return "not used yet"
    times = "used once" if item.uses == 1 else f"used {item.uses:,} times"
    return f"{times}, last {_when(item.last_used_at)}" if item.last_used_at else times


def _when(at: datetime) -> str:
    """`relative` within a sentence: "just now", "yesterday", "at 14:03", "on 12 Nov"."""
    said = relative(at)
    if said == "just now" or said.endswith("ago"):
        return said
    return said.lower() if said == "Yesterday" else f"at {said}" if ":" in said else f"on {said}"


def sureness(item: Item) -> str:
    """How sure learning was, in plain words; "" for what was said, written or confirmed."""
    if item.confidence >= 1:
        return ""
    return "quite sure" if item.confidence >= 0.85 else "fairly sure" if item.confidence >= 0.7 else "not quite sure"


def origin_words(item: Item) -> str:
    """Where an item comes from in three words; for an import the application, when the item names it."""
    app = str(item.data.get("imported_from") or "")
    return f"Imported from {app}" if app and item.origin is Origin.IMPORTED else ORIGINS[item.origin]


def provenance(item: Item) -> str:
    """One honest sentence on where an item comes from."""
    day = full_date(item.created_at)
    if item.origin is Origin.WRITTEN:
        return f"You wrote this here by hand on {day}. No conversation is behind it."
    if item.origin is Origin.IMPORTED:
        return f"Imported on {day}. No conversation on this computer is behind it."
    if item.origin is Origin.AGENT:
        return f"The assistant noted this itself on {day}; these are its own words."
    if not item.source.turn_id:
        return f"Learned on {day}. The message it came from is not known."
    if item.origin is Origin.INFERRED:
        return f"Inferred from what you wrote on {day}."
    return f"You wrote this on {day}."


def plural(count: int, one: str, many: str = "") -> str:
    """`plural(2, "suggestion")` is "2 suggestions"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def breakable(text: str, longest: int = 28) -> str:
    """`text` with places to break inside words longer than `longest` (links, paths), so that no card grows too wide."""
    return " ".join(
        word if len(word) <= longest else "\u200b".join(word[i : i + longest] for i in range(0, len(word), longest))
        for word in text.split(" ")
    )
