"""What an import found and did, per kind, and the tally it is counted with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from engine.events import Changed
from engine.item import Item

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called with how much is done, of how much, and what is being done."""


class Stopped(Exception):
    """Ends an import that was cancelled."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one kind: `found` in the file = `new` + `known` here already + `skipped`."""

    found: int = 0
    new: int = 0
    known: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, or with dry_run would do.

    format: "keepwise", "chatgpt", "claude", "mem0" or "agno". kinds: the name of a store, "chat" or "turn" -> counts.
    reasons: why something was skipped -> how often. notes: what the person should know besides.
    items: what was written (or would be). changed: the act, for undo; None when nothing was written.
    stopped: it was cancelled, and nothing was written.
    """

    format: str
    kinds: Mapping[str, Counts]
    reasons: Mapping[str, int]
    notes: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    changed: Changed | None = None
    dry_run: bool = False
    stopped: bool = False

    @property
    def total(self) -> Counts:
        """The counts of all kinds together."""
        all_kinds = self.kinds.values()
        return Counts(
            sum(c.found for c in all_kinds),
            sum(c.new for c in all_kinds),
            sum(c.known for c in all_kinds),
            sum(c.skipped for c in all_kinds),
        )


@dataclass(slots=True)
class Tally:
    """Counts while an import runs."""

    notes: list[str] = field(default_factory=list)
    _new: Counter[str] = field(default_factory=Counter)
    _known: Counter[str] = field(default_factory=Counter)
    _skipped: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def new(self, kind: str, count: int = 1) -> None:
        """So many are new."""
        self._new[kind] += count

    def known(self, kind: str, count: int = 1) -> None:
        """So many are here already."""
        self._known[kind] += count

    def skip(self, kind: str, reason: str, count: int = 1) -> None:
        """So many are left out, for this reason."""
        self._skipped[kind][reason] += count

    def report(
        self, file_format: str, items: Sequence[Item] = (), changed: Changed | None = None, *, dry_run: bool = False
    ) -> Report:
        """The counts as a value."""
        kinds = {}
        for kind in sorted({*self._new, *self._known, *self._skipped}):
            new, known, skipped = self._new[kind], self._known[kind], self._skipped[kind].total()
            if new + known + skipped:
                kinds[kind] = Counts(new + known + skipped, new, known, skipped)
        reasons: Counter[str] = sum(self._skipped.values(), Counter())
        return Report(file_format, kinds, dict(reasons), tuple(self.notes), tuple(items), changed, dry_run)
