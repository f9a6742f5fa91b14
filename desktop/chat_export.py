"""Taking one chat out of Keepwise: into a file that the user chooses, or onto the clipboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.bridge import Bridge
from desktop.chat_rows import UNTITLED, title_shown
from desktop.tongue import tr, tr_later
from engine.errors import KeepwiseError
from engine.item import Chat
from engine.transfer.chat_text import FORMATS

Told = Callable[[str], object]
FILTERS = {"md": tr_later("Markdown (*.md)"), "txt": tr_later("Plain text (*.txt)"), "json": tr_later("JSON (*.json)")}


class NotWritten(KeepwiseError):
    """The file could not be written."""

    title = tr_later("The chat was not exported")


def export(parent: QWidget, bridge: Bridge, chat: Chat, kind: str, told: Told) -> QFileDialog:
    """Ask where to, then write the chat as `kind` ("md", "txt" or "json"); `told(words)` when it is there."""
    dialog = QFileDialog(parent, tr("Export chat"), str(Path.home() / file_name(chat, kind)), tr(FILTERS[kind]))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kind)
    dialog.finished.connect(dialog.deleteLater)
    dialog.fileSelected.connect(lambda path: write(bridge, chat, kind, Path(path), told))
    dialog.open()
    return dialog


def write(bridge: Bridge, chat: Chat, kind: str, path: Path, told: Told) -> None:
    """Write the chat to that file, at the desk."""

    def work() -> None:
        text = FORMATS[kind](chat, bridge.database.turns(chat.id))
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise NotWritten(
                tr("{name}: {reason}. Choose another place.").format(name=path.name, reason=error.strerror or error)
            ) from error

    bridge.run(work, lambda _: told(tr("Exported to {name}").format(name=path.name)))


def copy_as_markdown(bridge: Bridge, chat: Chat, told: Told) -> None:
    """Put the chat on the clipboard."""

    def copy(text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        told(tr("Copied as Markdown"))

    bridge.run(lambda: FORMATS["md"](chat, bridge.database.turns(chat.id)), copy)


def file_name(chat: Chat, kind: str) -> str:
    """A name that every file system takes."""
    plain = re.sub(r"[^\w\- ]+", " ", title_shown(chat))
    return f"{' '.join(plain.split())[:60].strip() or tr(UNTITLED)}.{kind}"
