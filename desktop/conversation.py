"""The middle pane: banner, find bar, transcript and composer of one chat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.below import heading_of, message_of
from desktop.branching import Branching
from desktop.bridge import Bridge
from desktop.chat.composer import Composer
from desktop.chat.find import FindBar
from desktop.chat.transcript import Transcript
from desktop.drafts import Drafts
from desktop.memory import item_or_none
from desktop.message_acts import MessageActs
from desktop.notices import Banner, Step
from desktop.reading import Reading, read_chat
from desktop.review.said import Said
from desktop.tongue import tr
from desktop.turn_events import TurnEvents
from desktop.welcome import no_model, welcome
from desktop.widgets import column
from engine import LearningMachine
from engine.attachments import Attachment
from engine.events import Changed, Failed
from engine.item import Chat, Item, State
from engine.language.titles import title_of
from models.errors import ModelCrashed


class Conversation(QFrame):
    """Shows one chat at a time and keeps a draft for each. `chat_id` is "" for a chat that nothing was said in yet.

    whole: whether it tells of what happens in chats that are not shown, too.
    """

    started = Signal(object)
    review_wanted = Signal(object)
    item_wanted = Signal(str)
    models_wanted = Signal()
    opened = Signal(str)
    loaded = Signal(object)

    def __init__(self, bridge: Bridge, drafts: Drafts | None = None, *, whole: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "middle")
        self.chat_id = ""
        self._bridge = bridge
        self.drafts = drafts or Drafts(bridge)
        self.named: Callable[[str], str] = lambda text: title_of([text])
        self.take_files: Callable[[str], tuple[Attachment, ...]] = lambda _: ()
        self.may_send: Callable[[], bool] = lambda: True
        self._loading = 0
        self._build()
        self.events = TurnEvents(bridge, self.transcript, self._shown_chat, self._failed, self._refresh, whole=whole)
        self.acts = MessageActs(bridge, self.transcript.hub, self._shown_chat, self.show_error)
        self.branching = Branching(self, bridge)
        self._connect()
        self._show_welcome()

    def _build(self) -> None:
        layout = column(self)
        self.banner = Banner()
        layout.addWidget(self.banner)
        self.transcript = Transcript()
        self.find_bar = FindBar(self.transcript)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.transcript, 1)
        self.composer = Composer()
        layout.addWidget(self.composer)
        if self._bridge.agent is None:
            self.composer.set_ready(False, tr("There is no language model yet"))

    def _connect(self) -> None:
        hub, bridge = self.transcript.hub, self._bridge
        hub.review.connect(self.review_wanted)
        hub.manage.connect(self.item_wanted)
        hub.allow.connect(self._allow)
        self.acts.source_wanted.connect(self.go_to)
        self.find_bar.closed.connect(self.transcript.setFocus)
        self.composer.send.connect(self.send)
        self.composer.stop.connect(bridge.stop)
        self.composer.editor.up.connect(self.branching.edit_last)
        self.composer.edited.connect(lambda text: self.drafts.keep(self.chat_id, text))
        bridge.activity.connect(lambda _: self._show_activity())
        bridge.changed.connect(self._changed)

    def _shown_chat(self) -> str:
        return self.chat_id

    # Chats

    def new_chat(self) -> None:
        """An empty chat; it is saved with its first message."""
        self._switch("")
        self.transcript.clear()
        self._show_welcome()
        self.opened.emit("")
        self.focus()

    def open(self, chat_id: str, then: Callable[[], object] | None = None) -> None:
        """Show a chat; `then()` follows when its messages are there."""
        if chat_id == self.chat_id and chat_id:
            if then is not None:
                then()
            return
        self._switch(chat_id)
        self.read(then)
        self.opened.emit(chat_id)

    def show_turn(self, turn_id: str, quote: str = "", gone: Callable[[], object] = lambda: None) -> None:
        """Go to a message of this chat, also to one whose place another version took; or say that it is gone."""
        if not self.transcript.show_turn(turn_id, quote):
            self.branching.show_hidden(turn_id, quote, gone)

    def go_to(self, chat_id: str, turn_id: str) -> None:
        """Show a chat at one of its messages."""
        self.open(chat_id, lambda: self.show_turn(turn_id))

    def open_at(self, chat: Chat, turn_id: str, words: str) -> None:
        """Show a chat at one of its messages, with the words marked."""
        self.open(chat.id, lambda: self.show_turn(turn_id, words))

    def focus(self) -> None:
        """Put the keyboard into the field to write in."""
        self.composer.editor.setFocus()

    def _switch(self, chat_id: str) -> None:
        self._loading += 1
        self.events.answer = None
        self.chat_id = chat_id
        self.find_bar.close_bar()
        self.composer.set_text(self.drafts.of(chat_id))
        self._show_activity()

    def read(self, then: Callable[[], object] | None = None, *, keep: bool = False) -> None:
        """Read the chat that is shown again. keep: stay where one is."""
        self._loading += 1
        ticket, chat_id, database = self._loading, self.chat_id, self._bridge.database_of(self.chat_id)

        def show(reading: Reading) -> None:
            if ticket == self._loading:
                self._show_chat(reading, keep)
                self.loaded.emit(reading.shown)
                if then is not None:
                    then()

        self._bridge.run(lambda: read_chat(database, chat_id), show)

    def _show_chat(self, reading: Reading, keep: bool) -> None:
        live = self._bridge.live
        here = live if live is not None and live.chat_id == self.chat_id else None
        self.transcript.show_empty(None)
        self.transcript.open(reading.shown, here, keep=keep, left_out=reading.left_out)
        self.find_bar.forget()
        if here is not None:
            self.events.answer = self.transcript.last_answer()
            if self.events.answer is not None:
                self.events.answer.used = here.recalled

    def _refresh(self) -> None:
        """The answer has ended: take over what the database knows of the chat by now."""
        chat_id, database = self.chat_id, self._bridge.database_of(self.chat_id)

        def take(reading: Reading) -> None:
            if chat_id == self.chat_id:
                self.transcript.update_shown(reading.shown, reading.left_out)
                self.find_bar.forget()

        self._bridge.run(lambda: read_chat(database, chat_id), take)

    def _show_welcome(self) -> None:
        self.transcript.show_empty(
            no_model(self.models_wanted.emit) if self._bridge.agent is None else welcome(self._begin_with)
        )

    def _begin_with(self, text: str) -> None:
        self.composer.set_text(text)
        self.focus()

    def show_draft(self) -> None:
        """Put the chat's draft into the field, unless something is written there already."""
        if not self.composer.text():
            self.composer.set_text(self.drafts.of(self.chat_id))

    # Sending

    def send(self, text: str) -> None:
        """Send a message in the chat that is shown; the first one makes the chat."""
        if not (self._bridge.can_send and self.may_send()):
            return
        self.banner.hide()
        self.composer.set_text("")
        if self.chat_id:
            self._start(self.chat_id, text, self.take_files(self.chat_id))
            return
        bridge = self._bridge
        bridge.run(
            lambda: bridge.database.create_chat(bridge.user_id, self.named(text)),
            lambda chat: self._created(chat, text),
            lambda error: self._not_created(error, text),
        )

    def _created(self, chat: Chat, text: str) -> None:
        if not self.chat_id:
            self._loading += 1
            self.chat_id = chat.id
            self.transcript.clear()
        files = self.take_files("")
        self.started.emit(chat)
        self._start(chat.id, text, files)

    def _not_created(self, error: Exception, text: str) -> None:
        self.composer.set_text(text)
        self.show_error(error)

    def _start(self, chat_id: str, text: str, files: tuple[Attachment, ...]) -> None:
        self._bridge.send(chat_id, text, files)
        self.begin(chat_id)

    def begin(self, chat_id: str) -> None:
        """Show the turn that was just asked for, and follow it."""
        live = self._bridge.live
        if live is not None and chat_id == self.chat_id:
            self.events.answer = self.transcript.begin(live)
            self.transcript.to_end()

    # What goes wrong, and what changes

    def _failed(self, chat_id: str, event: Failed, unfinished: bool) -> None:
        steps: list[Step] = []
        if unfinished and event.turn_id:
            steps.append((tr("Retry"), lambda: self.open(chat_id, lambda: self.branching.resume(event.turn_id))))
        if isinstance(event.error, ModelCrashed):
            steps.append((tr("Restart model"), self._restart))
        self.show_error(event.error, steps)

    def _restart(self) -> None:
        self.composer.hint.set_full(tr("Starting the model again…"))
        self._bridge.restart_model(self._show_activity)

    def show_error(self, error: Exception, steps: list[Step] | None = None) -> None:
        """Show any error as a banner."""
        self.banner.show_error(heading_of(error), message_of(error), steps or [])

    def _changed(self, changed: Changed) -> None:
        self.transcript.refresh(changed.items)
        if changed.action == "undo":
            learning, chips = self._bridge.learning, self.transcript.chip_items()
            self._bridge.run(lambda: [_as_it_is(learning, item) for item in chips], self.transcript.refresh)

    def _allow(self, said: Said) -> None:
        if self.events.answer is not None:
            self.events.answer.ask(None)
            self.events.answer.show_waiting(tr("Thinking…"))
        self._bridge.answer(said)

    def _show_activity(self) -> None:
        answering = self._bridge.state == "answering"
        live = self._bridge.live
        elsewhere = answering and live is not None and live.chat_id != self.chat_id
        hint = tr("Still answering in another chat · Esc stops it") if elsewhere else ""
        self.composer.set_answering(answering, hint or (tr("Esc to stop") if answering else ""))


def _as_it_is(learning: LearningMachine, item: Item) -> Item:
    """The item as it is now; one that an undo took away counts as forgotten."""
    return item_or_none(learning, item.id) or replace(item, state=State.FORGOTTEN)
