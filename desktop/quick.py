"""Quick ask: a small window over everything with one line to type into and the answer below it.

It is a conversation as in the main window, of the same widgets and on the same bridge, laid out the other way round. What is
asked here is a chat like any other, and learned from. Questions that follow soon belong to the same chat; later ones begin
a new one, because a model reads a long chat again before its first word (1,500 tokens take it ten seconds).
"""

from __future__ import annotations

import time
from typing import cast

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.bridge import Bridge
from desktop.chat.answer import AnswerView
from desktop.conversation import Conversation
from desktop.drafts import Drafts
from desktop.tongue import tr
from desktop.widgets import button, column, label, row
from engine.language.titles import title_of

WIDTH, TALLEST = 660, 420
"""Pixels: of the window, and of the answer before it scrolls."""
SOON_S = 30 * 60
"""Seconds within which a question belongs to the chat of the one before."""
DRAFT = "quick_draft"


class QuickConversation(Conversation):
    """A conversation whose field stands above, and which waits when another chat is answered just now."""

    source_wanted = Signal(str, str)
    """(chat id, turn id): go to that message, in the main window."""

    def __init__(self, bridge: Bridge) -> None:
        self.waiting = False
        super().__init__(bridge, Drafts(bridge, DRAFT), whole=False)
        self.named = lambda text: tr("Quick ask: {title}").format(title=title_of([text]))
        layout = cast("QVBoxLayout", self.layout())
        layout.insertWidget(0, self.composer)
        self.composer.attach.hide()
        self.composer.editor.setAccessibleName(tr("Quick question"))
        if bridge.agent is not None:
            self.composer.set_ready(True, tr("Ask anything"))
        self.transcript.hide()
        self._show_activity()

    def send(self, text: str) -> None:
        """Ask; after the answer that is being written in another chat, if there is one."""
        self.waiting = self._bridge.agent is not None and not self._bridge.can_send
        if not self.waiting:
            self.transcript.show()
            super().send(text)
        self._show_activity()

    def go_to(self, chat_id: str, turn_id: str) -> None:
        """Messages are gone to in the main window."""
        self.source_wanted.emit(chat_id, turn_id)

    def stop(self) -> None:
        """Stop the answer of this chat, and ask nothing any more that waits."""
        self.waiting = False
        live = self._bridge.live
        if live is not None and live.chat_id == self.chat_id:
            self._bridge.stop()

    def _show_welcome(self) -> None:
        self.transcript.hide()

    def _show_activity(self) -> None:
        live, answering = self._bridge.live, self._bridge.state == "answering"
        if answering and (live is None or live.chat_id != self.chat_id):
            words = tr("It is asked as soon as the other answer is there") if self.waiting else ""
            self.composer.set_answering(False, words or tr("Another chat is being answered; Enter asks afterwards"))
        else:
            self.composer.set_answering(
                answering, tr("Esc stops and closes") if answering else tr("Enter asks · Esc closes")
            )
            if self.waiting and not answering:
                self.waiting = False
                self.composer.editor.send.emit()


class QuickAsk(QFrame):
    """The window. Says `open_wanted(chat id)`; `locked` forbids to show it."""

    open_wanted = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(None, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setWindowTitle(tr("Quick ask"))
        self.setProperty("role", "quick")
        self._bridge, self._asked = bridge, 0.0
        self._build()
        opens = self.open_in_window
        for keys, act in (("Ctrl+Return", opens), ("Ctrl+Enter", opens), ("Ctrl+Shift+C", self.copy)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.conversation.composer.send.connect(lambda _: self._note())
        self.conversation.transcript.moved.connect(self._fit)
        self.conversation.drafts.load(self.conversation.show_draft)

    def _build(self) -> None:
        layout = column(self, margins=(1, 12, 1, 8), gap=0)
        self.conversation = QuickConversation(self._bridge)
        layout.addWidget(self.conversation, 1)
        line = row(margins=(24, 0, 24, 0), gap=8)
        self.remote = label("", "caption")
        self.copy_button = button(tr("Copy"), self.copy, role="quiet", name=tr("Copy the answer (Ctrl+Shift+C)"))
        self.copy_button.setToolTip(self.copy_button.accessibleName())
        words = tr("Open in Keepwise (Ctrl+Enter)")
        self.open_button = button(tr("Open in Keepwise"), self.open_in_window, role="quiet", name=words)
        self.open_button.setToolTip(words)
        self.close_button = button(tr("Close"), self.leave, role="quiet", name=tr("Close (Esc)"))
        line.addWidget(self.remote, 1)
        for part in (self.copy_button, self.open_button, self.close_button):
            line.addWidget(part)
        layout.addLayout(line)

    @property
    def answer(self) -> AnswerView | None:
        """The last answer."""
        return self.conversation.transcript.last_answer() if self.conversation.chat_id else None

    def come(self, question: str = "") -> None:
        """Show the window with the keyboard in its field, on the screen where the pointer is; ask `question` at once."""
        if time.monotonic() - self._asked > SOON_S and self.conversation.chat_id and self._bridge.live is None:
            self.conversation.new_chat()
        if not self.isVisible():
            self.conversation.banner.hide()
            self._fit()
            self._place()
        self.show()
        self.activateWindow()
        self.conversation.focus()
        if question.strip():
            self.conversation.composer.set_text(question.strip())
            self.conversation.composer.editor.send.emit()

    def leave(self) -> None:
        """Close the window; the answer that is being written here is stopped, what was said is kept."""
        self.conversation.stop()
        self.conversation.drafts.save()
        self.hide()

    def open_in_window(self) -> None:
        """Go on in the main window; what is being written goes on too."""
        self.hide()
        self.open_wanted.emit(self.conversation.chat_id)

    def copy(self) -> None:
        """Put the answer on the clipboard, as Markdown."""
        if self.answer is not None and self.answer.markdown:
            self.answer.copy()

    def show_remote(self, host: str) -> None:
        """Say where what is asked is sent; `host` is empty when it stays on this computer."""
        self.remote.setText(tr("Leaves this computer: sent to {host}").format(host=host) if host else "")

    def _note(self) -> None:
        self._asked = time.monotonic()
        self._fit()

    def _fit(self) -> None:
        """As tall as what is said, up to a limit. While one answer is shown it only grows."""
        pane = self.conversation
        shown = not pane.transcript.isHidden()
        page = pane.transcript.widget()
        text = min(max(page.height(), 80), TALLEST) if shown and page is not None else 0
        pane.transcript.setFixedHeight(text)
        self.copy_button.setVisible(shown)
        layout = self.layout()
        if layout is not None:
            tall = layout.totalHeightForWidth(WIDTH) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
            self.setFixedSize(WIDTH, tall)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _place(self) -> None:
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        self.move(area.center() - QPoint(WIDTH // 2, area.height() // 4))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
