"""The temporary chat: how it is begun, shown, kept and ended. The engine keeps it apart (`engine.temporary`)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.aside import Aside, make_aside
from desktop.review.announce import announce
from desktop.tongue import tr, tr_later
from desktop.welcome import temporary_welcome
from desktop.widgets import IconLabel, button, label, restyle, row
from engine.events import Changed

if TYPE_CHECKING:
    from desktop.window import MainWindow

PROMISE = tr_later("Temporary chat: nothing is kept or learned")
LAST_CALL_MS = 12_000
"""How long a temporary chat that was left can still be kept: a little longer than the toast that offers it."""


class TemporaryBar(QFrame):
    """Stands above a temporary chat as long as it is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "aside")
        self.setAccessibleName(tr(PROMISE))
        layout = row(self, margins=(24, 6, 12, 6), gap=10)
        layout.addWidget(IconLabel("temporary"))
        layout.addWidget(label(tr(PROMISE), "strong", wrap=True), 1)
        self.keep = button(tr("Keep this chat"), lambda: None)
        self.end = button(tr("End"), lambda: None, role="quiet", name=tr("End the temporary chat"))
        layout.addWidget(self.keep)
        layout.addWidget(self.end)
        self.hide()


class TemporaryChats(QObject):
    """At most one temporary chat at a time. It ends when another chat is opened or the window is closed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bridge, self._conversation = window.bridge, window.conversation
        self._starting = False
        self.bar = TemporaryBar()
        self.bar.keep.clicked.connect(lambda _=False: self.keep())
        self.bar.end.clicked.connect(lambda _=False: self._conversation.new_chat())
        middle = self._conversation.layout()
        if isinstance(middle, QVBoxLayout):
            middle.insertWidget(0, self.bar)
        self._last_call = QTimer(self)
        self._last_call.setSingleShot(True)
        self._last_call.setInterval(LAST_CALL_MS)
        self._last_call.timeout.connect(self._end)
        window.chats.temporary_wanted.connect(self.start)
        window.keys.bind("temporary_chat", window, self.start)
        self._conversation.opened.connect(self._opened)

    @property
    def here(self) -> bool:
        """Whether the temporary chat is the one that is shown."""
        aside = self._bridge.aside
        return aside is not None and aside.chat_id == self._conversation.chat_id

    def start(self) -> None:
        """Begin one; one that is open ends."""
        agent = self._bridge.agent
        if agent is None:
            self._window.toast.show_words(tr("A temporary chat needs a language model too"))
        elif not self._starting:
            self._starting = True
            learning, user = self._bridge.learning, self._bridge.user_id
            self._bridge.run(lambda: make_aside(learning, agent.model, user), self._made, self._not_made)

    def keep(self) -> None:
        """Make an ordinary chat of it, which is learned from."""
        aside = self._bridge.aside
        if aside is None:
            self._window.toast.show_words(tr("That chat is gone"))
        elif not aside.learning.db.turns(aside.chat_id):
            self._window.toast.show_words(tr("There is nothing to keep yet"))
        else:
            self._bridge.run(partial(aside.learning.keep, aside.chat_id), partial(self._kept, aside))

    def _made(self, aside: Aside) -> None:
        self._starting = False
        self._end()
        self._bridge.aside = aside
        self._conversation.drafts.unsaved.add(aside.chat_id)
        self._conversation.open(aside.chat_id, lambda: self._conversation.transcript.show_empty(temporary_welcome()))
        self._conversation.focus()

    def _not_made(self, error: Exception) -> None:
        self._starting = False
        self._bridge.failed.emit(error)

    def _kept(self, aside: Aside, _changed: Changed) -> None:
        shown = self.here
        self._conversation.drafts.unsaved.discard(aside.chat_id)
        self._end()
        if shown:
            self._tint(False)
        else:
            self._conversation.open(aside.chat_id)
        self._bridge.learn_soon()
        self._window.toast.show_words(tr("Kept. It is an ordinary chat now, and Keepwise learns from it"))

    def _opened(self, _chat_id: str) -> None:
        """Another chat is shown, or the temporary one."""
        aside, was = self._bridge.aside, not self.bar.isHidden()
        self._tint(self.here)
        if self.here:
            self._last_call.stop()
        elif was and aside is not None:
            self._leave(aside)

    def _leave(self, aside: Aside) -> None:
        self._stop(aside)
        if aside.learning.db.turns(aside.chat_id):
            self._last_call.start()
            self._window.toast.show_offers(tr("The temporary chat has ended"), None, [(tr("Keep it"), self.keep)])
        else:
            self._end()

    def _end(self) -> None:
        """Let go of it: from now on nothing of it is left."""
        self._last_call.stop()
        aside = self._bridge.aside
        if aside is not None:
            self._stop(aside)
            self._bridge.aside = None
            self._conversation.drafts.keep(aside.chat_id, "")
            self._bridge.after_talk(aside.learning.close)

    def _stop(self, aside: Aside) -> None:
        live = self._bridge.live
        if live is not None and live.chat_id == aside.chat_id:
            self._bridge.stop()

    def _tint(self, on: bool) -> None:
        self.bar.setVisible(on)
        self._window.header.learning.setVisible(not on)
        page: QWidget | None = self._conversation.transcript.widget()
        for part in (self._window.header, self._conversation, page):
            if part is not None:
                restyle(part, "temporary", on)
        if on:
            announce(self.bar, tr(PROMISE), again=True)
            self._window.header.title.set_full(tr("Temporary chat"))
