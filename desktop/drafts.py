"""Drafts: what was written and not sent, for each chat, kept in the memory file so that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.bridge import Bridge

SETTING = "drafts"
"""The database setting: chat id -> text; "" is the chat that has no message yet."""
_SAVE_MS = 800


class Drafts(QObject):
    """Saved less than a second after the last key, and when the window closes."""

    def __init__(self, bridge: Bridge, setting: str = SETTING) -> None:
        super().__init__()
        self._bridge, self._setting = bridge, setting
        self._texts: dict[str, str] = {}
        self.unsaved: set[str] = set()
        """Chats of which nothing is written down: temporary ones."""
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(_SAVE_MS)
        self._saver.timeout.connect(self.save)

    def of(self, chat_id: str) -> str:
        """The draft of a chat; "" when there is none."""
        return self._texts.get(chat_id, "")

    def keep(self, chat_id: str, text: str) -> None:
        """Take what is written in a chat now."""
        if text != self.of(chat_id):
            self._texts[chat_id] = text
            self._saver.start()

    def load(self, then: Callable[[], object]) -> None:
        """Read the drafts of the last time; what was typed since counts more."""

        def take(kept: dict[str, str]) -> None:
            self._texts = {**kept, **self._texts}
            then()

        self._bridge.run(lambda: dict(self._bridge.database.setting(self._setting, {})), take)

    def save(self) -> None:
        """Write them down."""
        self._saver.stop()
        texts = {chat: text for chat, text in self._texts.items() if text.strip() and chat not in self.unsaved}
        self._bridge.run(lambda: self._bridge.database.set_setting(self._setting, texts))
