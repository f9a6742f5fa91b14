"""The history of an item as people read it: who changed what, when and why, old beside new. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.tongue import tr, tr_later
from desktop.words import quoted
from engine.item import Item, Origin, Revision, State

_DONE = {
    "write": tr_later("Written"),
    "edit": tr_later("Changed"),
    "accept": tr_later("Accepted"),
    "propose": tr_later("Suggested"),
    "reject": tr_later("Rejected"),
    "forget": tr_later("Forgotten"),
    "restore": tr_later("Restored"),
    "undo": tr_later("Taken back"),
    "import": tr_later("Imported"),
    "pin": tr_later("Pinned"),
    "unpin": tr_later("No longer pinned"),
    "move": tr_later("Moved"),
    "outcome": tr_later("Outcome noted"),
    "merge": tr_later("Merged"),
    "unmerge": tr_later("Taken apart"),
    "rename": tr_later("Renamed"),
    "describe": tr_later("Described"),
    "learn": tr_later("Learned"),
    "summarise": tr_later("Summed up"),
}
_BY = {"user": tr_later("by you"), "agent": tr_later("by the assistant"), "learning": tr_later("from what you said")}
_BY_ANOTHER = tr_later("by {name}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a history. before and after: wordings, equal where only something else changed; restorable: whether
    this value is an older one, that can be brought back by (item, revision)."""

    at: datetime
    did: str
    by: str
    why: str
    before: str
    after: str
    item_id: str
    revision: int
    restorable: bool


def entries(revisions: Sequence[Revision], current: Item) -> list[Entry]:
    """The newest first. The end of a value and the beginning of the one that replaced it are one line."""
    ended = {(r.act, r.after.superseded_by): r.before for r in revisions if r.after is not None and _was_replaced(r)}
    told = [r for r in revisions if not _was_replaced(r)]
    return [_entry(r, r.before or ended.get((r.act, r.item_id)), current) for r in reversed(told)]


def _entry(revision: Revision, before: Item | None, current: Item) -> Entry:
    after = revision.after
    old, new = (item.text if item is not None else "" for item in (before, after))
    older = after is not None and after.state is State.ACTIVE and new != current.text
    did = tr(_DONE.get(revision.action, revision.action.capitalize()))
    by = tr(_BY.get(revision.by, _BY_ANOTHER)).format(name=revision.by)
    why = quoted(after.quote) if after is not None and after.quote and revision.before is None else ""
    if after is not None and after.origin is Origin.IMPORTED and not revision.before:
        did = tr("Imported")
    return Entry(revision.at, did, by, why, old, new, revision.item_id, revision.id, older)


def _was_replaced(revision: Revision) -> bool:
    """Whether this is only the end of a value that another took the place of."""
    before, after = revision.before, revision.after
    ended = after is not None and after.state is State.SUPERSEDED and bool(after.superseded_by)
    return ended and before is not None and before.state is not State.SUPERSEDED
