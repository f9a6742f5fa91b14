"""Import: one act, whatever the format, that undo takes back with all it brought.

A file is read twice: first whole, to check it and to decide what in it is worth keeping; then to write. Chats are staged where
nobody sees them (engine/transfer/staging.py), a batch at a time; one last, short transaction compares with what is here, makes
the chats visible, and writes the items, the index and the act. So a damaged file, an error, a cancelled import or an ended
process leaves nothing behind, memory holds one conversation at a time, and nobody waits long for the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.database import Database
from engine.database.archive import Logged
from engine.database.index import Document
from engine.errors import AccessRefused, LearningUnavailable
from engine.head import Head
from engine.indexing import Indexer, batches
from engine.item import Chat, Item, State, Turn
from engine.stores import Store
from engine.transfer.agno import read_agno
from engine.transfer.conversations import conversations, remembered_by_claude
from engine.transfer.files import File, Format, contents, opened, reading, recognise, remembered
from engine.transfer.foreign import Conversation, Left, Note, Owners, stable_id
from engine.transfer.here import Here
from engine.transfer.intake import Intake
from engine.transfer.mem0 import NOTE, read_mem0
from engine.transfer.native import ChatOf, Value, values
from engine.transfer.proposals import Decider, Offer, noted, sift
from engine.transfer.report import Progress, Report, Stopped, Tally
from engine.transfer.staging import Staging
from models.protocols import Embedder


@dataclass(frozen=True, slots=True)
class Memory:
    """What an import writes to. stores: all there are; on: those that learn; namespaces: of each store."""

    database: Database
    indexer: Indexer
    embedder: Embedder | None
    stores: Mapping[str, Store]
    on: Mapping[str, Store]
    namespaces: Mapping[str, str]


def import_(
    memory: Memory,
    path: Path,
    user_id: str | None,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Report:
    """Import a file of any format that `files.recognise` knows; with dry_run only tell what would happen.

    user_id: whose it becomes; None keeps the owners that the file names. stopped: asked again and again; once it says yes,
    nothing is imported and the report says so. Raises InvalidInput when the file is unknown, damaged or mixes users,
    AccessRefused when nobody is named, LearningUnavailable for conversations without an embedder.
    """
    file = recognise(path)

    def tell(done: int, total: int, what: str) -> None:
        if stopped():
            raise Stopped
        if progress is not None:
            progress(done, total, what)

    try:
        return _Import(memory, file, user_id, dry_run, tell).whole()
    except Stopped:
        return Report(str(file.format), {}, {}, dry_run=dry_run, stopped=True)


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
        self._staging: Staging | None = None
        self._done = 0

    def whole(self) -> Report:
        """The import, as its format asks for it; what was staged and not made visible goes again."""
        reads = {Format.KEEPWISE: self.native, Format.MEM0: self.notes, Format.AGNO: self.notes}
        try:
            return reads.get(self._file.format, self.conversations)()
        finally:
            if self._staging is not None:
                self._staging.discard()

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
        intake, log = self._intake(append=False), []
        for value in self._values("writing"):
            if isinstance(value, ChatOf):
                self._restore(value, owners, intake)
            elif isinstance(value, Logged):
                log.append(value)
        return self._write(intake, items, lambda: self._fresh(items, owners)[::-1], log)

    def conversations(self) -> Report:
        """Conversations of another assistant: chats and turns as evidence, and what they hold as proposals."""
        user = self._named()
        decider, offers = self._decider(), []
        survey = Intake(self._database.archive, Tally(), None, spoken_only=True)
        for conversation in self._conversations("reading"):
            chat, turns = self._chat(conversation, user)
            missing = {turn.id for turn in survey.take(chat, turns)}
            for place, turn in enumerate(turns):
                if turn.role == "user" and turn.id in missing:
                    self._tell(self._done, self._file.size, "reading")
                    offers += decider.proposals(turns, place)
        for found in remembered_by_claude(remembered(self._file)):
            offers += self._offered(found, user)
        intake = self._intake(append=True)
        for conversation in self._conversations("writing", self._tally):
            intake.take(*self._chat(conversation, user))
        return self._write(intake, [item for item, _ in offers], lambda: self._sifted(offers))

    def notes(self) -> Report:
        """What another assistant remembered: proposals."""
        with opened(self._file.path) as database:
            found = list(read_mem0(database) if self._file.format is Format.MEM0 else read_agno(database))
        notes = [one for one in found if isinstance(one, Note)]
        if self._file.format is Format.MEM0:
            self._named()
            self._tally.notes.append(NOTE)
        owners = Owners((note.owner for note in notes), self._user)
        offers: list[Offer] = []
        for one in found:
            offers += self._offered(one, *owners.of(one.owner if isinstance(one, Note) else ""))
        return self._write(self._intake(append=True), [item for item, _ in offers], lambda: self._sifted(offers))

    def _offered(self, found: Note | Left, user: str, why: str = "") -> list[Offer]:
        """What was remembered elsewhere as a proposal of the user; none, and told, when it is not taken."""
        if isinstance(found, Left):
            self._tally.skip(found.kind, found.reason)
        elif not user or found.store not in self._memory.on:
            self._tally.skip(found.store, why or "this store is off")
        else:
            item = noted(found, user, str(self._file.format))
            return [(replace(item, namespace=self._memory.namespaces.get(found.store, "user")), "")]
        return []

    def _write(
        self, intake: Intake, items: Sequence[Item], choose: Callable[[], list[Item]], log: Sequence[Logged] = ()
    ) -> Report:
        """The one transaction of the import. items: all that may be written; choose: which of them, as they will be."""
        ready: list[Document] = []
        if self._staging is not None:
            self._staging.prepare()
            known = self._known(items)
            for batch in batches([item for item in items if item.id not in known]):
                self._tell(len(ready), len(items), "indexing")
                ready += self._memory.indexer.of_items(batch)
            self._tell(len(items), len(items), "indexing")
        with self._database.transaction():
            fresh = choose()
            if self._staging is None or not (fresh or intake.added):
                return self._tally.report(str(self._file.format), fresh, dry_run=self._dry)
            self._staging.reveal()
            numbers = self._log(log, {item.id for item in fresh})
            changed = self._database.items.record(
                "import",
                [(None, item) for item in fresh],
                by="user",
                why=self._file.path.name,
                chats=list(intake.added),
            )
            self._database.archive.belongs(changed.act, numbers, intake.added)
            self._memory.indexer.items(changed.items, ready)
        return self._tally.report(str(self._file.format), fresh, changed)

    def _intake(self, *, append: bool) -> Intake:
        """Takes chats in; in a dry run it only counts."""
        if not self._dry:
            self._staging = Staging(self._database, self._memory.indexer, append)
        return Intake(self._database.archive, self._tally, self._staging, spoken_only=append)

    def _log(self, log: Sequence[Logged], ids: set[str]) -> list[int]:
        """Bring along the lines of the log that tell of these items. Returns their numbers here."""
        kept = [
            replace(act, revisions=tuple((t, self._own(b), self._own(a)) for t, b, a in act.revisions if t in ids))
            for act in log
        ]
        return self._database.archive.add_log([act for act in kept if act.revisions])

    def _known(self, items: Sequence[Item]) -> dict[str, str]:
        """Whose those of these items are that are here already, whatever their state."""
        return {item.id: item.user_id for item in self._database.items.find(ids=[item.id for item in items])}

    def _values(self, what: str) -> Iterator[Value]:
        with reading(self._file.path):
            yield from values(contents(self._file, self._heard(what)))

    def _conversations(self, what: str, tally: Tally | None = None) -> Iterator[Conversation]:
        """The conversations of the file; what of it is damaged is told to `tally`."""
        for found in conversations(self._file.format, contents(self._file, self._heard(what))):
            if isinstance(found, Conversation):
                yield found
            elif tally is not None:
                tally.skip(found.kind, found.reason)

    def _heard(self, what: str) -> Callable[[int], None]:
        def heard(done: int) -> None:
            self._done = done
            self._tell(done, self._file.size, what)

        return heard

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
        here, known = self._here(), self._known(items)
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
            mine = here.renamed(mine) if active else mine
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

    def _here(self) -> Here:
        return Here(self._database, self._memory.stores, self._memory.embedder)

    def _sifted(self, offers: Sequence[Offer]) -> list[Item]:
        return sift(offers, set(self._known([item for item, _ in offers])), self._here(), self._tally)
