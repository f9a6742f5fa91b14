"""The middle pane: banner, transcript and composer of one chat, and how the events of a turn reach them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.bridge import Bridge
from desktop.chat.composer import Composer
from desktop.chat.message import AnswerView, Shown
from desktop.chat.transcript import Transcript
from desktop.drafts import Drafts
from desktop.memory import item_or_none
from desktop.notices import Banner, Step
from desktop.welcome import no_model, welcome
from desktop.widgets import column
from desktop.words import title_from
from engine import Database, LearningMachine
from engine.errors import KeepwiseError
from engine.events import (
    Asked,
    Changed,
    Event,
    Failed,
    Finished,
    Learned,
    Prefill,
    Proposed,
    Recalled,
    Started,
    Text,
    ToolUsed,
)
from engine.item import Chat, Item, State
from models.errors import ModelCrashed


def read_chat(learning: LearningMachine, database: Database, chat_id: str) -> list[Shown]:
    """The turns of a chat, each answer with the items that were learned or proposed from it."""
    shown = []
    for turn in database.turns(chat_id):
        if turn.role in ("user", "assistant"):
            ids = [*turn.data.get("learned", ()), *turn.data.get("proposed", ())]
            items = (item_or_none(learning, item_id) for item_id in dict.fromkeys(ids))
            shown.append(Shown(turn, tuple(item for item in items if item is not None)))
    return shown


class Conversation(QFrame):
    """Shows one chat at a time and keeps a draft for each. `chat_id` is "" for a chat that nothing was said in yet."""

    started = Signal(object)
    review_wanted = Signal(object)
    opened = Signal(str)
    loaded = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setProperty("role", "middle")
        self.chat_id = ""
        self._bridge = bridge
        self._answer: AnswerView | None = None
        self.drafts = Drafts(bridge)
        self._loading = 0
        self._build()
        self.composer.edited.connect(lambda text: self.drafts.keep(self.chat_id, text))
        bridge.happened.connect(self._event)
        bridge.activity.connect(lambda _: self._show_activity())
        bridge.changed.connect(self._changed)
        bridge.failed.connect(self.show_error)

    def _build(self) -> None:
        layout = column(self)
        self.banner = Banner()
        layout.addWidget(self.banner)
        self.transcript = Transcript()
        self.transcript.undo.connect(self._take_back)
        self.transcript.review.connect(self.review_wanted)
        self.transcript.allow.connect(self._allow)
        layout.addWidget(self.transcript, 1)
        self.composer = Composer()
        self.composer.send.connect(self.send)
        self.composer.stop.connect(self._bridge.stop)
        layout.addWidget(self.composer)
        if self._bridge.agent is None:
            self.composer.set_ready(False, "There is no language model yet")
        self._show_welcome()

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
        self._loading += 1
        ticket, bridge = self._loading, self._bridge

        def show(shown: list[Shown]) -> None:
            if ticket == self._loading:
                self._show_chat(shown)
                self.loaded.emit(shown)
                if then is not None:
                    then()

        bridge.run(lambda: read_chat(bridge.learning, bridge.database, chat_id), show)
        self.opened.emit(chat_id)

    def focus(self) -> None:
        """Put the keyboard into the field to write in."""
        self.composer.editor.setFocus()

    def _switch(self, chat_id: str) -> None:
        self._loading += 1
        self._answer = None
        self.chat_id = chat_id
        self.composer.set_text(self.drafts.of(chat_id))
        self._show_activity()

    def _show_chat(self, shown: list[Shown]) -> None:
        live = self._bridge.live
        here = live if live is not None and live.chat_id == self.chat_id else None
        self.transcript.show_empty(None)
        self.transcript.open(shown, here)
        if here is not None:
            self._answer = self.transcript.last_answer()
            if self._answer is not None:
                self._answer.used = here.recalled

    def _show_welcome(self) -> None:
        self.transcript.show_empty(no_model() if self._bridge.agent is None else welcome(self._begin_with))

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
        if not self._bridge.can_send:
            return
        self.banner.hide()
        self.composer.set_text("")
        if self.chat_id:
            self._start(self.chat_id, text)
            return
        bridge = self._bridge
        bridge.run(
            lambda: bridge.database.create_chat(bridge.user_id, title_from(text)),
            lambda chat: self._created(chat, text),
            lambda error: self._not_created(error, text),
        )

    def _created(self, chat: Chat, text: str) -> None:
        if not self.chat_id:
            self._loading += 1
            self.chat_id = chat.id
            self.transcript.clear()
        self.started.emit(chat)
        self._start(chat.id, text)

    def _not_created(self, error: Exception, text: str) -> None:
        self.composer.set_text(text)
        self.show_error(error)

    def _start(self, chat_id: str, text: str) -> None:
        self._bridge.send(chat_id, text)
        live = self._bridge.live
        if live is not None and chat_id == self.chat_id:
            self._answer = self.transcript.begin(live)
            self.transcript.to_end()

    def _again(self, chat_id: str, text: str) -> None:
        self.open(chat_id, lambda: self.send(text))

    # Events of a turn

    def _event(self, chat_id: str, event: Event) -> None:
        if isinstance(event, Failed):
            self._failed(chat_id, event)
        elif isinstance(event, Learned | Proposed):
            self._show_items(chat_id, event.items)
            if isinstance(event, Learned) and event.notices:
                self._bridge.acted.emit(" ".join(event.notices), None if event.items else Changed(event.act, "end"))
        elif chat_id == self.chat_id and self._answer is not None:
            self._progress(self._answer, event)

    def _progress(self, answer: AnswerView, event: Event) -> None:
        if isinstance(event, Text):
            answer.append(event.text)
        elif isinstance(event, Prefill):
            answer.show_waiting(f"Reading… {100 * event.done // max(event.total, 1)} %")
        elif isinstance(event, Started):
            self.transcript.name_turns(event.user_turn, event.answer_turn)
        elif isinstance(event, Recalled):
            answer.used = event.items
        elif isinstance(event, ToolUsed):
            answer.show_waiting(f"Using {event.name.replace('_', ' ')}…")
        elif isinstance(event, Asked):
            answer.ask(event)
        elif isinstance(event, Finished):
            if event.text != answer.markdown:
                answer.show_markdown(event.text)
            answer.finish("stopped" if event.stopped else "complete", answer.used)

    def _show_items(self, chat_id: str, items: tuple[Item, ...]) -> None:
        for item in items:
            answer = self.transcript.answer_of(item)
            if answer is None and chat_id and chat_id == self.chat_id:
                answer = self.transcript.last_answer()
            if answer is not None:
                answer.chips.show_item(item)

    def _failed(self, chat_id: str, event: Failed) -> None:
        answer = self._answer if chat_id == self.chat_id else None
        message = ""
        if answer is not None and not answer.finished:  # afterwards it is learning that failed
            if event.text and event.text != answer.markdown:
                answer.show_markdown(event.text)
            answer.finish("failed", answer.used)
            questions = [view for view in self.transcript.views if hasattr(view, "text")]
            message = str(getattr(questions[-1], "text", "")) if questions else ""
        steps: list[Step] = []
        if message and chat_id:
            steps.append(("Retry", lambda: self._again(chat_id, message)))
        if isinstance(event.error, ModelCrashed):
            steps.append(("Restart model", self._restart))
        self.show_error(event.error, steps)

    def _restart(self) -> None:
        self.composer.hint.set_full("Starting the model again…")
        self._bridge.restart_model(self._show_activity)

    def show_error(self, error: Exception, steps: list[Step] | None = None) -> None:
        """Show any error as a banner."""
        title = error.title if isinstance(error, KeepwiseError) else "Something went wrong"
        self.banner.show_error(title, str(error) or type(error).__name__, steps or [])

    def _changed(self, changed: Changed) -> None:
        self.transcript.refresh(changed.items)
        if changed.action == "undo":
            learning, chips = self._bridge.learning, self.transcript.chip_items()
            self._bridge.run(lambda: [_as_it_is(learning, item) for item in chips], self.transcript.refresh)

    def _take_back(self, item: Item) -> None:
        """Undo what one chip says: its whole act when that wrote nothing else, so that what it replaced returns."""
        learning, user = self._bridge.learning, self._bridge.user_id

        def work() -> Changed | None:
            act = learning.history(item.id)[0].act
            together = [other for other in learning.items(user_id=user) if other.source == item.source]
            alone = not any(learning.history(other.id)[0].act == act for other in together if other.id != item.id)
            return learning.undo(act) if alone else learning.forget(item.id)

        self._bridge.act(f"Forgotten: {item.text}", work)

    def _allow(self, ids: tuple[str, ...]) -> None:
        if self._answer is not None:
            self._answer.ask(None)
            self._answer.show_waiting("Thinking…")
        self._bridge.answer(ids)

    def _show_activity(self) -> None:
        answering = self._bridge.state == "answering"
        live = self._bridge.live
        elsewhere = answering and live is not None and live.chat_id != self.chat_id
        hint = "Still answering in another chat · Esc stops it" if elsewhere else ""
        self.composer.set_answering(answering, hint or ("Esc to stop" if answering else ""))


def _as_it_is(learning: LearningMachine, item: Item) -> Item:
    """The item as it is now; one that an undo took away counts as forgotten."""
    return item_or_none(learning, item.id) or replace(item, state=State.FORGOTTEN)
