"""Import: one act, whatever the format, that undo takes back with all it brought.

A file is read twice: first whole, to check it and to decide what in it is worth keeping; then, in one transaction, to write.
So a damaged file changes nothing, memory holds one conversation at a time, and the database is locked only while it is
written. What is searched by (`Keeper.index_turn`, some 40 ms a turn) comes after the commit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.database import Database
from engine.errors import AccessRefused, LearningUnavailable
from engine.events import Changed
from engine.head import Head
from engine.item import Chat, Item, State, Turn
from engine.keeper import Keeper
from engine.stores import Store
from engine.transfer.agno import read_agno
from engine.transfer.conversations import conversations
from engine.transfer.files import File, Format, contents, opened, reading, recognise
from engine.transfer.foreign import Conversation, Left, Note, Owners, stable_id
from engine.transfer.intake import Intake
from engine.transfer.mem0 import NOTE, read_mem0
from engine.transfer.native import ChatOf, Value, values
from engine.transfer.proposals import Decider, Here, batches, noted, sift
from engine.transfer.report import Progress, Report, Tally
from models.protocols import Embedder


@dataclass(frozen=True, slots=True)
class Memory:
    """What an import writes to. stores: all there are; on: those that learn; namespaces: of each store."""

    database: Database
    keeper: Keeper
    embedder: Embedder | None
    stores: Mapping[str, Store]
    on: Mapping[str, Store]
    namespaces: Mapping[str, str]


def import_(
    memory: Memory, path: Path, user_id: str | None, *, dry_run: bool = False, progress: Progress | None = None
) -> Report:
    """Import a file of any format that `files.recognise` knows; with dry_run only tell what would happen.

    user_id: whose it becomes; None keeps the owners that the file names. Raises InvalidInput when the file is unknown,
    damaged or mixes users, AccessRefused when nobody is named, LearningUnavailable for conversations without an embedder.
    """
    file = recognise(path)
    tell = progress or (lambda done, total, what: None)
    run = _Import(memory, file, user_id, dry_run, tell)
    if file.format is Format.KEEPWISE:
        return run.native()
    if file.format in (Format.MEM0, Format.AGNO):
        return run.notes()
    return run.conversations()


class _Import:
    """One import, while it runs."""

    def __init__(self, memory: Memory, file: File, user_id: str | None, dry_run: bool, tell: Progress) -> None:
        self._memory = memory
        self._database = memory.database
        self._file = file
        self._user = user_id
        self._dry = dry_run
        self._tell = tell
        self._tally = Tally()

    def native(self) -> Report:
        """An export of Keepwise: everything as it was."""
        items, users = [], set()
        for value in self._values("reading"):
            if isinstance(value, Item):
                items.append(value)
                users.add(value.user_id)
            elif isinstance(value, ChatOf):
                users.add(value.chat.user_id)
        owners = Owners(users, self._user)
        with self._database.transaction():
            fresh = self._fresh(items, owners)
            ids = {item.id for item in fresh}
            intake = Intake(self._database.archive, self._tally, dry=self._dry)
            log: list[int] = []
            for value in self._values("writing"):
                if isinstance(value, ChatOf):
                    self._restore(value, owners, intake)
                elif not isinstance(value, Item) and not self._dry:
                    kept = tuple((t, self._own(b), self._own(a)) for t, b, a in value.revisions if t in ids)
                    log += self._database.archive.add_log([replace(value, revisions=kept)]) if kept else []
            changed = self._record(fresh[::-1], intake, log)
        return self._done(fresh, intake, changed)

    def conversations(self) -> Report:
        """Conversations of another assistant: chats and turns as evidence, and what they hold as proposals."""
        user = self._named()
        decider, candidates = self._decider(), []
        survey = Intake(self._database.archive, Tally(), dry=True, append=True)
        for conversation in self._conversations("reading"):
            chat, turns = self._chat(conversation, user)
            missing = {turn.id for turn in survey.take(chat, turns)}
            for place, turn in enumerate(turns):
                if turn.role == "user" and turn.id in missing:
                    candidates += decider.proposals(turns, place)
        with self._database.transaction():
            intake = Intake(self._database.archive, self._tally, dry=self._dry, append=True)
            for conversation in self._conversations("writing"):
                chat, turns = self._chat(conversation, user)
                intake.take(chat, turns)
            fresh = self._sifted(candidates)
            changed = self._record(fresh, intake)
        return self._done(fresh, intake, changed)

    def notes(self) -> Report:
        """What another assistant remembered: proposals."""
        with opened(self._file.path) as database:
            found = list(read_mem0(database) if self._file.format is Format.MEM0 else read_agno(database))
        notes = [one for one in found if isinstance(one, Note)]
        for left in found:
            if isinstance(left, Left):
                self._tally.skip(left.kind, left.reason)
        if self._file.format is Format.MEM0:
            self._named()
            self._tally.notes.append(NOTE)
        owners = Owners((note.owner for note in notes), self._user)
        candidates = []
        for note in notes:
            user, why = owners.of(note.owner)
            if user and note.store in self._memory.on:
                item = noted(note, user, str(self._file.format))
                candidates.append(replace(item, namespace=self._memory.namespaces.get(note.store, "user")))
            else:
                self._tally.skip(note.store, why or "this store is off")
        with self._database.transaction():
            fresh = self._sifted(candidates)
            intake = Intake(self._database.archive, self._tally, dry=self._dry)
            changed = self._record(fresh, intake)
        return self._done(fresh, intake, changed)

    def _values(self, what: str) -> Iterator[Value]:
        with reading(self._file.path):
            yield from values(contents(self._file, self._heard(what)))

    def _conversations(self, what: str) -> Iterator[Conversation]:
        yield from conversations(self._file.format, contents(self._file, self._heard(what)))

    def _heard(self, what: str) -> Callable[[int], None]:
        return lambda done: self._tell(done, self._file.size, what)

    def _named(self) -> str:
        if not self._user:
            raise AccessRefused("Whose memory? Pass user_id: the file does not say whose it is.")
        return self._user

    def _decider(self) -> Decider:
        if self._memory.embedder is None:
            raise LearningUnavailable(
                "Conversations are read with the embedder, which is not there. Fetch it with `keepwise models pull embedder`; "
                "nothing was imported."
            )
        stores = {name: store for name, store in self._memory.on.items() if store.scope != "session"}
        return Decider(Head.load(), self._memory.embedder, stores, self._memory.namespaces)

    def _fresh(self, items: Sequence[Item], owners: Owners) -> list[Item]:
        """The items that are not here, as they will be; one that would push another out of its slot waits as a proposal."""
        here = Here(self._database, self._memory.stores)
        known = {item.id: item.user_id for item in self._database.items.find(ids=[item.id for item in items])}
        fresh = []
        for item in items:
            user, why = owners.of(item.user_id)
            if item.store not in self._memory.stores:
                why = f"there is no store {item.store!r} here"
            elif user and known.get(item.id, user) != user:
                user, why = "", owners.ANOTHER
            if why:
                self._tally.skip(item.store, why)
                continue
            mine = replace(item, user_id=user)
            active = mine.state is State.ACTIVE
            if item.id in known or (active and here.state(mine) is State.ACTIVE):
                self._tally.known(item.store)
                continue
            holder = here.holder(mine) if active else None
            fresh.append(replace(mine, state=State.PROPOSED, replaces=holder.id) if holder else mine)
            self._tally.new(item.store)
        return fresh

    def _own(self, item: Item | None) -> Item | None:
        return replace(item, user_id=self._user) if item is not None and self._user else item

    def _restore(self, value: ChatOf, owners: Owners, intake: Intake) -> None:
        user, why = owners.of(value.chat.user_id)
        if why:
            self._tally.skip("chat", why)
            return
        intake.take(replace(value.chat, user_id=user), [replace(turn, user_id=user) for turn in value.turns])

    def _chat(self, conversation: Conversation, user: str) -> tuple[Chat, list[Turn]]:
        """The conversation as a chat of the user, with ids that are the same each time."""
        name = str(self._file.format)
        chat_id = stable_id(name, user, conversation.ref)
        chat = Chat(chat_id, user, conversation.title, conversation.created_at, conversation.updated_at)
        turns: dict[str, Turn] = {}
        for place, message in enumerate(conversation.messages, 1):
            turn_id = stable_id(chat_id, message.ref)
            if turn_id in turns:
                turn_id = stable_id(chat_id, message.ref, str(place))
            turns[turn_id] = Turn(
                *(turn_id, chat_id, user, place, message.role, message.text, message.at),
                learned=message.role == "user",
                ref=message.ref,
            )
        return chat, list(turns.values())

    def _sifted(self, candidates: Sequence[Item]) -> list[Item]:
        here = Here(self._database, self._memory.stores)
        return sift(candidates, self._database, here, self._memory.embedder, self._tally)

    def _record(self, items: Sequence[Item], intake: Intake, log: Sequence[int] = ()) -> Changed | None:
        if self._dry or not (items or intake.added):
            return None
        changes = [(None, item) for item in items]
        changed = self._database.items.record(
            "import", changes, by="user", why=self._file.path.name, chats=list(intake.added)
        )
        self._database.archive.belongs(changed.act, log, intake.added)
        return changed

    def _done(self, items: Sequence[Item], intake: Intake, changed: Changed | None) -> Report:
        if changed is not None:
            for batch in batches(changed.items):
                self._memory.keeper.index(batch)
            self._index(intake)
        return self._tally.report(str(self._file.format), items, changed, dry_run=self._dry)

    def _index(self, intake: Intake) -> None:
        """Make the new turns of the user findable, chat by chat, so that others may write in between."""
        total = sum(len(turns) for _, turns in intake.added.values())
        done = 0
        for chat_id, (_, added) in intake.added.items():
            with self._database.transaction():
                before, new = "", set(added)
                for turn in self._database.turns(chat_id):
                    if turn.id in new and turn.role == "user":
                        self._memory.keeper.index_turn(turn, before)
                    before = f"{turn.name}: {turn.text}"
            done += len(added)
            self._tell(done, total, "indexing")
