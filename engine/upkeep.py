"""Upkeep: what was known when, what is to be looked back at, tidying up, and forgetting for good.

A part of LearningMachine beside the acts on items. All but erasing can be undone.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import numpy as np

from engine import curation, looking_back
from engine.acts import user_of
from engine.clock import now, to_utc
from engine.curation import Limits, Report, Suggestion
from engine.erasing import Erased, Eraser
from engine.errors import AccessRefused, InvalidInput
from engine.events import Changed
from engine.item import Item, State
from engine.shelf import Shelf
from engine.verdicts import Verdicts
from models.errors import ModelError
from models.protocols import ChatModel

BIN = timedelta(days=30)
"""How long what was forgotten stays in the bin: as long as people need to miss something."""

LANES = ("chat", "learn")
"""The warm prompts that a model keeps for this engine."""


class Upkeep(Shelf, Verdicts):
    """The acts of a machine on all that it knows."""

    model: ChatModel | None

    def as_of(self, moment: date, user_id: str | None = None) -> list[Item]:
        """What was known at `moment`: active then, as it was recorded then. A day without a time counts to its end."""
        return self.db.items.known_at(_moment(moment), user_id)

    def true_at(self, moment: date, user_id: str | None = None) -> list[Item]:
        """What was true in the world at `moment` as far as is known today; also what was only told later, or has ended since."""
        at = _moment(moment)
        known = [i for state in (State.ACTIVE, State.SUPERSEDED) for i in self.items(None, state, user_id)]
        return [i for i in known if (i.valid_from or at) <= at and (i.valid_to is None or at < i.valid_to)]

    def decisions(self, user_id: str, text: str = "", of_type: str = "") -> list[Item]:
        """The decisions that hold, newest first: with all words of `text`, and of the type, when given."""
        held = self.items(looking_back.DECISIONS, user_id=user_of(user_id))
        return looking_back.matching(held, text, of_type)

    def due(self, user_id: str, at: datetime | None = None, after: timedelta = looking_back.REVIEW_AFTER) -> list[Item]:
        """What is to be looked back at: decisions without an outcome whose `review_on` has come (or that are older than
        `after`, when they name none), then plans whose date has passed."""
        return looking_back.due(self.items(user_id=user_of(user_id)), to_utc(at), after)

    def record_outcome(
        self, item_id: str, outcome: str, quality: str = "", user_id: str | int | None = None
    ) -> Changed:
        """How a decision turned out, as a new revision of it. user_id: on whose behalf; another than its owner is refused."""
        with self.db.transaction():
            item = self.db.items.get(item_id)
            owner = None if user_id is None else user_of(user_id)
            told = looking_back.with_outcome(item, outcome, quality, owner, now())
            return self._keeper.commit("outcome", [(item, told)])

    def curate(
        self,
        user_id: str,
        *,
        older_than: timedelta | float | None = None,
        keep: int | None = None,
        unused_for: timedelta | float | None = None,
        dry_run: bool = False,
        at: datetime | None = None,
    ) -> Report:
        """Look for what could go or be put together; changes nothing. Spans of time: numbers are days; keep: items a store.

        The suggestions wait in `suggestions` until they are applied or dismissed; with dry_run they are only returned.
        """
        old, unused = (None if given is None else curation.span(given) for given in (older_than, unused_for))
        limits = Limits(old, unused, keep)
        items = self.items(user_id=user_of(user_id))
        name = self.embedder.name if self.embedder is not None else ""
        ids, vectors = self.db.index.vectors(user_id, name) if name else ([], np.zeros((0, 0), np.float32))
        found = curation.curate(items, ids, vectors, limits, to_utc(at))
        dismissed = self.db.setting(f"dismissed:{user_id}", [])
        report = replace(found, suggestions=tuple(s for s in found.suggestions if s.key not in dismissed))
        if not dry_run:
            self.db.set_setting(f"suggestions:{user_id}", [s.plain() for s in report.suggestions])
        return report

    def suggestions(self, user_id: str) -> list[Suggestion]:
        """What the last curation suggested and still can be done."""
        kept = [Suggestion.read(plain) for plain in self.db.setting(f"suggestions:{user_of(user_id)}", [])]
        active = {item.id for item in self.items(user_id=user_id)} if kept else set()
        dismissed = self.db.setting(f"dismissed:{user_id}", [])
        return [s for s in kept if active.issuperset(s.items) and s.key not in dismissed]

    def apply(self, suggestion: Suggestion) -> Changed:
        """Carry out a suggestion as one act. Raises InvalidInput when its items have changed since."""
        with self.db.transaction():
            items = self.db.items.find(ids=suggestion.items)
            return self._keeper.commit(suggestion.kind, curation.changes(suggestion, items, now()))

    def dismiss(self, suggestion: Suggestion, user_id: str) -> None:
        """Say no to a suggestion: it is not made again, until `undismiss`."""
        kept = self.db.setting(f"dismissed:{user_of(user_id)}", [])
        self.db.set_setting(f"dismissed:{user_id}", list(dict.fromkeys([*kept, suggestion.key])))

    def undismiss(self, suggestion: Suggestion, user_id: str) -> None:
        """Take back that no: the suggestion may be made again."""
        kept = self.db.setting(f"dismissed:{user_of(user_id)}", [])
        self.db.set_setting(f"dismissed:{user_id}", [key for key in kept if key != suggestion.key])

    def delete_chat(self, chat_id: str, with_items: bool = False, *, user_id: str | int | None = None) -> Changed:
        """Take a chat out of every list; with_items: also forget what was learned there. One act, which undo takes back."""
        with self.db.transaction():
            chat, moment = self.db.conversation.existing_chat(chat_id), now()
            if user_id is not None and chat.user_id != user_of(user_id):
                raise AccessRefused("This chat belongs to another user; only its owner can delete it.")
            learned = [i for i in self.items(None, None, chat.user_id) if with_items and i.source.chat_id == chat_id]
            shown = [i for i in learned if i.state in (State.ACTIVE, State.PROPOSED)]
            ended = [replace(i, state=State.FORGOTTEN, updated_at=moment, valid_to=i.valid_to or moment) for i in shown]
            pairs = list(zip(shown, ended, strict=True))
            return self._keeper.commit("delete chat", pairs, deleted_chats=[chat_id])

    def erase(self, item_id: str | Sequence[str], *, user_id: str | int | None = None) -> Erased:
        """Forget items for good, with their older values, the sentences they rest on and every other trace. No undo."""
        ids = [item_id] if isinstance(item_id, str) else item_id
        for one in ids:
            self.item(one, user_id=user_id)
        return self._cold(self._eraser().items(ids))

    def erase_about(self, name: str, user_id: str) -> Erased:
        """Forget a person or thing for good: what is known of it, and every sentence of the chats that names it. No undo."""
        if not name.strip():
            raise InvalidInput("Whom or what? Give a name.")
        return self._cold(self._eraser().about(name.strip(), user_of(user_id)))

    def erase_user(self, user_id: str) -> Erased:
        """Forget everything about a user for good: items, chats and the log of them. No undo."""
        return self._cold(self._eraser().user(user_of(user_id)))

    def empty_bin(self, older_than: timedelta | float = BIN, user_id: str | None = None) -> Erased:
        """Erase what was forgotten, and the chats that were deleted, longer ago than that (a number counts days). No undo."""
        return self._cold(self._eraser().bin(now() - curation.span(older_than), user_id))

    def _eraser(self) -> Eraser:
        return Eraser(self.db, self._keeper)

    def _cold(self, erased: Erased) -> Erased:
        """Let the model read something else on each lane, so that nothing erased stays in its warm prompts."""
        if self.model is not None:
            with suppress(ModelError):  # a model that is down keeps nothing
                for lane in LANES:
                    list(self.model.stream([{"role": "user", "content": "-"}], max_tokens=0, lane=lane))
        return erased


def _moment(moment: date) -> datetime:
    """Naive UTC; a day means its end, in the user's own time zone."""
    return to_utc(moment if isinstance(moment, datetime) else datetime.combine(moment, time.max))
