"""The words of the window that depend on data: names of stores and modes, dates, where an item comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from PySide6.QtCore import QDate, QDateTime, QTime

from desktop.tongue import SOURCE, language, locale, tr, tr_later, tr_n
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
        tr_later("About you"),
        tr_later("field"),
        tr_later("Your name, home, role and language come here, one line each."),
        tr_later("Lisbon"),
    ),
    "user_memory": StoreWords(
        tr_later("Memories"),
        tr_later("memory"),
        tr_later("What you like, do and plan comes here."),
        tr_later("Prefers short answers."),
    ),
    "session_context": StoreWords(
        tr_later("This chat"),
        tr_later("note on this chat"),
        tr_later("The goal, the plan and the progress of the open chat come here."),
        tr_later("Plan a trip"),
    ),
    "entity_memory": StoreWords(
        tr_later("People & things"),
        tr_later("fact"),
        tr_later("People, places and projects come here, each with a page."),
        tr_later("Works at the harbour."),
    ),
    "learned_knowledge": StoreWords(
        tr_later("Knowledge"),
        tr_later("insight"),
        tr_later("Lessons worth using again come here."),
        tr_later("Rebase before a review, not after."),
    ),
    "decision_log": StoreWords(
        tr_later("Decisions"),
        tr_later("decision"),
        tr_later("What you decided and why comes here. Later I ask how it turned out."),
        tr_later("Use DuckDB"),
    ),
}

MODES: dict[LearningMode | None, tuple[str, str]] = {
    LearningMode.ALWAYS: (
        tr_later("Save by itself"),
        tr_later("What you say is saved after each answer. You can undo it."),
    ),
    LearningMode.PROPOSE: (tr_later("Ask me first"), tr_later("Suggested to you, saved only when you accept.")),
    LearningMode.HITL: (tr_later("Ask in the chat"), tr_later("The chat waits and asks before each save.")),
    LearningMode.AGENTIC: (tr_later("Assistant decides"), tr_later("Saved when the assistant chooses to note it.")),
    None: (tr_later("Off"), tr_later("Nothing new is learned here.")),
}

ORIGINS: dict[Origin, str] = {
    Origin.SAID: tr_later("You said this"),
    Origin.INFERRED: tr_later("Concluded from what you said"),
    Origin.AGENT: tr_later("Noted by the assistant"),
    Origin.WRITTEN: tr_later("You wrote this"),
    Origin.IMPORTED: tr_later("Imported"),
}


_TIME = "HH:mm"


def store_words(store: str) -> StoreWords:
    """Words of a store; one that the window does not know yet is called by its own name."""
    known = STORES.get(store)
    if known is not None:
        return StoreWords(tr(known.title), tr(known.one), tr(known.empty), tr(known.example))
    title = store.replace("_", " ").capitalize()
    return StoreWords(title, title.lower(), tr("{title} comes here.").format(title=title), "")


def mode_words(mode: LearningMode | None) -> tuple[str, str]:
    """What a way to learn is called, and what it means."""
    name, meaning = next(words for known, words in MODES.items() if known == mode)
    return tr(name), tr(meaning)


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
    recent = _recent(at, current)
    then, this = local(at), local(current)
    days = (this.date() - then.date()).days
    if recent or days == 0:
        return recent or _dated(then, _TIME)
    if days == 1:
        return tr("Yesterday")
    if days < 7:
        return _dated(then, "ddd")
    return _dated(then, tr("d MMM") if then.year == this.year else tr("d MMM yyyy"))


def _recent(at: datetime, current: datetime) -> str:
    """Within the last hour "just now" or "5 min ago"; "" before that."""
    seconds = (current - at).total_seconds()
    if seconds < 60:
        return tr("just now")
    return tr_n("{n} min ago", "{n} min ago", int(seconds // 60)) if seconds < 3600 else ""


def day(at: datetime | None) -> str:
    """A day without its time: "12 November 2026"."""
    return "" if at is None else _dated(local(at), tr("d MMMM yyyy"))


def full_date(at: datetime | None) -> str:
    """Day and minute, for details and tooltips: "12 November 2026, 14:03"."""
    return "" if at is None else _dated(local(at), tr("d MMMM yyyy, HH:mm"))


def calendar_day(at: date) -> str:
    """A day of the calendar, whatever the zone: "12 November 2026"."""
    return locale().toString(QDate(at.year, at.month, at.day), tr("d MMMM yyyy"))


def _dated(at: datetime, pattern: str) -> str:
    """A local time by one of Qt's patterns, in the words and digits of the language."""
    return locale().toString(QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute)), pattern)


def usage(item: Item) -> str:
    """How often an item was given to the model: "not used yet", "used 3 times, last on 12 Nov"."""
    if not item.uses:
        return tr("not used yet")
    times = tr_n("used {n} times", "used once", item.uses)
    if item.last_used_at is None:
        return times
    return tr("{times}, last {when}").format(times=times, when=_when(item.last_used_at))


def _when(at: datetime) -> str:
    """`relative` within a sentence: "just now", "yesterday", "at 14:03", "on 12 Nov"."""
    current = now()
    days = (local(current).date() - local(at).date()).days
    if recent := _recent(at, current):
        return recent
    if days == 1:
        return tr("yesterday")
    return (tr("at {when}") if days == 0 else tr("on {when}")).format(when=relative(at, current))


def sureness(item: Item) -> str:
    """How sure learning was, in plain words; "" for what was said, written or confirmed."""
    if item.confidence >= 1:
        return ""
    if item.confidence >= 0.85:
        return tr("quite sure")
    return tr("fairly sure") if item.confidence >= 0.7 else tr("not quite sure")


def origin_words(item: Item) -> str:
    """Where an item comes from in three words; for an import the application, when the item names it."""
    app = str(item.data.get("imported_from") or "")
    named = app and item.origin is Origin.IMPORTED
    return tr("Imported from {app}").format(app=app) if named else tr(ORIGINS[item.origin])


def provenance(item: Item) -> str:
    """One honest sentence on where an item comes from."""
    day = full_date(item.created_at)
    if item.origin is Origin.WRITTEN:
        return tr("You wrote this here by hand on {day}. No conversation is behind it.").format(day=day)
    if item.origin is Origin.IMPORTED:
        return tr("Imported on {day}. No conversation on this computer is behind it.").format(day=day)
    if item.origin is Origin.AGENT:
        return tr("The assistant noted this itself on {day}; these are its own words.").format(day=day)
    if not item.source.turn_id:
        return tr("Learned on {day}. The message it came from is not known.").format(day=day)
    if item.origin is Origin.INFERRED:
        return tr("Inferred from what you wrote on {day}.").format(day=day)
    return tr("You wrote this on {day}.").format(day=day)


def begun(words: str) -> str:
    """`words` as the beginning of a sentence: with a capital, the rest as it is."""
    return words[:1].upper() + words[1:]


def within(words: str) -> str:
    """`words` inside a sentence: with a small letter in English; other languages begin with nouns that stay as they are."""
    return words[:1].lower() + words[1:] if language() == SOURCE else words


def listed(parts: Iterable[str]) -> str:
    """Parts of a sentence one after the other: "3 accepted, 1 edited"."""
    return tr(", ").join(parts)


def quoted(text: str) -> str:
    """`text` between the quotation marks of the language."""
    return tr("“{text}”").format(text=text)


def breakable(text: str, longest: int = 28) -> str:
    """`text` with places to break inside words longer than `longest` (links, paths), so that no card grows too wide."""
    return " ".join(
        word if len(word) <= longest else "\u200b".join(word[i : i + longest] for i in range(0, len(word), longest))
        for word in text.split(" ")
    )
