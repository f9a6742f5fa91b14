"""What the list of all suggestions holds, read at the desk: suggestions, what could be tidied up, and the user's rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from desktop.review.words import kind_words, matter_words
from desktop.sidebar.card import about, sentence
from desktop.tongue import tr, tr_later, tr_n
from desktop.words import listed, origin_words, quoted, relative, sureness
from engine import LearningMachine
from engine.curation import FORGET, Suggestion
from engine.item import Item, Origin

UNUSED = timedelta(days=365)
"""After this long without use an item is suggested to be forgotten: a yearly need is not yet missed."""

Counted = Mapping["Section", Callable[[int], str]]


@dataclass(frozen=True, slots=True)
class Back:
    """What takes an answer of the list back; for the desk. act: the one that answered the suggestions, 0 without any."""

    act: int
    work: Callable[[], object]


class Section(StrEnum):
    """The parts of the list, in their order, by their headings."""

    WAITING = tr_later("Suggestions")
    TIDY = tr_later("Tidy up")
    RULES = tr_later("Your rules")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `item`: the suggestion, or the rejected item of a rule; `tidy`: what would be tidied up;
    `matter`: a sensitive category that is saved without asking."""

    key: str
    section: Section
    title: str
    detail: str
    store: str = ""
    origin: Origin | None = None
    item: Item | None = None
    tidy: Suggestion | None = None
    matter: str = ""


def read_entries(learning: LearningMachine, user_id: str, *, look: bool = False) -> list[Entry]:
    """All rows. look: first look for what could be tidied up, which takes 0.3 s for 2,000 items."""
    if look:
        learning.curate(user_id, unused_for=UNUSED)
    known = {item.id: item for item in learning.items(user_id=user_id)}
    waiting = learning.items(state="proposed", user_id=user_id)
    entries = [_waiting(item, known.get(item.replaces)) for item in waiting]
    entries += [_tidy(tidy, known) for tidy in learning.suggestions(user_id)]
    entries += [_never(learning, item) for item in learning.never_suggested(user_id)]
    entries += [_allowed(matter) for matter in learning.allowed]
    return entries


def _waiting(item: Item, old: Item | None) -> Entry:
    replaces = tr("replaces “{text}”").format(text=sentence(old)) if old is not None else ""
    parts = (kind_words(item), about(item), replaces, origin_words(item), relative(item.created_at), sureness(item))
    detail = " · ".join(part for part in parts if part)
    return Entry(item.id, Section.WAITING, sentence(item), detail, item.store, item.origin, item)


def _tidy(tidy: Suggestion, known: Mapping[str, Item]) -> Entry:
    items = [known[item_id] for item_id in tidy.items]
    gone = listed(quoted(item.text) for item in items if item.id != tidy.keep)
    title = (
        tr("Forget {gone}").format(gone=gone)
        if tidy.kind in FORGET
        else tr("Keep “{text}” instead of {gone}").format(text=known[tidy.keep].text, gone=gone)
    )
    return Entry(f"tidy {tidy.key}", Section.TIDY, title, tidy.reason, items[0].store, items[0].origin, tidy=tidy)


def _never(learning: LearningMachine, item: Item) -> Entry:
    matter = learning.rule_about(item)
    title = (
        tr("Never suggest anything about {matter}").format(matter=matter_words(matter))
        if matter
        else tr("Never suggest “{text}”").format(text=sentence(item))
    )
    since = tr("since {when}").format(when=relative(item.updated_at))
    detail = f"{kind_words(item)} · {since}"
    return Entry(f"never {item.id}", Section.RULES, title, detail, item.store, item.origin, item)


def _allowed(matter: str) -> Entry:
    words = matter_words(matter)
    return Entry(
        f"allow {matter}",
        Section.RULES,
        tr("Save {words} without asking").format(words=words),
        tr("You allowed it"),
        matter=matter,
    )


def accept(learning: LearningMachine, entries: Sequence[Entry]) -> Back:
    """Accept suggestions and tidy up, all or nothing. Returns what takes it back."""
    ids = [entry.item.id for entry in entries if entry.section is Section.WAITING and entry.item is not None]
    with learning.db.transaction():
        acts = [learning.accept_all(ids).act] if ids else []
        acts += [learning.apply(entry.tidy).act for entry in entries if entry.tidy is not None]
    return Back(acts[0] if ids else 0, lambda: learning.undo_all(acts))


def reject(learning: LearningMachine, entries: Sequence[Entry], user_id: str) -> Back:
    """Reject suggestions, dismiss what could be tidied up, and lift rules, all or nothing. Returns what takes it back."""
    ids = [entry.item.id for entry in entries if entry.section is Section.WAITING and entry.item is not None]
    with learning.db.transaction():
        acts = [learning.reject_all(ids).act] if ids else []
        acts += [learning.suggest_again(e.item.id).act for e in entries if e.section is Section.RULES and e.item]
        _settings(learning, entries, user_id, undo=False)

    def take_back() -> None:
        with learning.db.transaction():
            learning.undo_all(acts)
            _settings(learning, entries, user_id, undo=True)

    return Back(acts[0] if ids else 0, take_back)


def _settings(learning: LearningMachine, entries: Sequence[Entry], user_id: str, *, undo: bool) -> None:
    """What is kept as a setting and is no act."""
    for entry in entries:
        if entry.tidy is not None:
            (learning.undismiss if undo else learning.dismiss)(entry.tidy, user_id)
        if entry.matter:
            learning.allow(entry.matter, allowed=undo)


def accepted_words(entries: Sequence[Entry]) -> str:
    """What a toast says: "3 saved, 1 tidied up"."""
    words: Counted = {
        Section.WAITING: lambda n: tr_n("{n} suggestions saved", "{n} suggestion saved", n),
        Section.TIDY: lambda n: tr_n("{n} things tidied up", "{n} thing tidied up", n),
    }
    return _counted(entries, words)


def rejected_words(entries: Sequence[Entry]) -> str:
    """What a toast says: "3 rejected, 1 left as it is"."""
    words: Counted = {
        Section.WAITING: lambda n: tr_n("{n} suggestions rejected", "{n} suggestion rejected", n),
        Section.TIDY: lambda n: tr_n("{n} things left as it is", "{n} thing left as it is", n),
        Section.RULES: lambda n: tr_n("{n} rules taken back", "{n} rule taken back", n),
    }
    return _counted(entries, words)


def _counted(entries: Sequence[Entry], words: Counted) -> str:
    counts = {section: sum(entry.section is section for entry in entries) for section in words}
    return listed(words[section](count) for section, count in counts.items() if count)
