"""Files for a message: attached, pasted or dropped, read at the desk, and handed to the turn that is sent.

What does not fit beside the conversation is cut, and the chip says so. Pictures and what cannot be read are refused in one
line that stays on the chip until it is dismissed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from desktop.chat.composer import is_file
from desktop.chat.files import FileChip, detail_of
from desktop.tongue import number, tr, tr_n
from desktop.widgets import column, frame, label
from engine.attachments import Attachment, fit
from engine.documents import NO_IMAGES, Cancelled, read_document
from engine.errors import KeepwiseError
from engine.item import Item

if TYPE_CHECKING:
    from desktop.window import MainWindow

MODEL = ".gguf"
MOST = 10
"""Files of one message."""


_DRAGGING = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


@dataclass(eq=False)
class _Waiting:
    """A file that waits to be sent. file: None while it is read, or when it cannot be."""

    chat_id: str
    name: str
    chip: FileChip
    file: Attachment | None = None
    failed: bool = False
    stopped: list[bool] = field(default_factory=list)


class Files(QObject):
    """The files of the message that is being written, for each chat."""

    _progress = Signal(object, int, int)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._bridge, self._conversation = window, window.bridge, window.conversation
        self._composer = window.conversation.composer
        self.waiting: list[_Waiting] = []
        self._progress.connect(
            lambda one, done, total: one.chip.show_detail(
                tr("Reading page {done} of {total}…").format(done=number(done), total=number(total))
            )
        )
        self._conversation.take_files = self._take
        self._conversation.may_send = self._may_send
        self._conversation.opened.connect(lambda _: self._show())
        self._conversation.started.connect(lambda _: self._show())
        self._conversation.transcript.hub.learn_from.connect(self.learn_from)
        self._composer.attach.clicked.connect(lambda _=False: self.choose())
        self._composer.editor.files_pasted.connect(self._dropped)
        self._zone = _drop_zone(self._conversation)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def choose(self) -> QFileDialog:
        """Let the user choose files."""
        dialog = QFileDialog(self._window, tr("Attach files"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.finished.connect(dialog.deleteLater)
        dialog.filesSelected.connect(lambda paths: self.add([Path(path) for path in paths]))
        dialog.open()
        return dialog

    def add(self, paths: Sequence[Path]) -> None:
        """Read files for the next message. A model file is not read: it is handed over by `model_dropped`."""
        for path in paths:
            if path.suffix.lower() == MODEL:
                self._window.model_dropped.emit(path)
            elif self._bridge.agent is None:
                self._window.toast.show_words(tr("Files are read by a language model, and there is none yet"))
            elif len(self._here()) >= MOST:
                self._window.toast.show_words(tr("At most {most} files go with one message").format(most=number(MOST)))
            else:
                self._read(path)
        self._conversation.focus()

    def learn_from(self, turn_id: str, name: str) -> None:
        """Propose what a file that was sent says."""
        if self._bridge.aside is not None and self._window.temporary.here:
            self._window.toast.show_words(tr("Nothing is learned in a temporary chat. Keep the chat first"))
            return

        def told(found: list[Item]) -> None:
            words = tr_n(
                "{n} suggestions from {name}: review them in the inbox",
                "{n} suggestion from {name}: review them in the inbox",
                len(found),
                name=name,
            )
            self._window.toast.show_words(
                words if found else tr("Nothing to learn was found in {name}").format(name=name)
            )

        self._window.toast.show_words(tr("Reading {name} for what is worth learning…").format(name=name))
        self._bridge.run(lambda: self._bridge.learning.learn_from_file(turn_id, name), told)

    # Reading

    def _read(self, path: Path) -> None:
        chip = FileChip(path.name, tr("Reading…"), "close", tr("Remove {name}").format(name=path.name))
        one = _Waiting(self._conversation.chat_id, path.name, chip)
        chip.button.clicked.connect(partial(self._remove, one))
        self.waiting.append(one)
        self._composer.tray.addWidget(chip)
        self._show()
        self._bridge.run(partial(self._work, one, path), partial(self._ready, one), partial(self._refused, one))

    def _work(self, one: _Waiting, path: Path) -> Attachment:
        """At the desk: the text of the file, as much of it as the model can be given beside the other files."""
        model = self._bridge.learning.model
        document = read_document(
            path, lambda: bool(one.stopped), lambda done, total: self._progress.emit(one, done, total)
        )
        attachment = Attachment(document.name, "", document.size, document.pages)
        if model is None:
            return fit(attachment, document.parts, 2_000, lambda text: len(text) // 4 + 1)
        others = sum(model.count(other.file.text) for other in self._here(one.chat_id) if other.file is not None)
        return fit(attachment, document.parts, max(0, model.context // 2 - others), model.count)

    def _ready(self, one: _Waiting, attachment: Attachment) -> None:
        if one.stopped:
            return
        if attachment.text.strip():
            one.file = attachment
            one.chip.show_detail(detail_of(attachment))
        else:
            self._refused(
                one, KeepwiseError(tr("There is no room for it beside the other files. Send it in the next message."))
            )
        self._show()

    def _refused(self, one: _Waiting, error: Exception) -> None:
        if isinstance(error, Cancelled) or one.stopped:
            return
        one.failed = True
        one.chip.show_detail(str(error).removeprefix(f"{one.name} ").removeprefix(f"{one.name}: "), "danger")
        self._show()

    def _remove(self, one: _Waiting, _checked: bool = False) -> None:
        one.stopped.append(True)
        if one in self.waiting:
            self.waiting.remove(one)
            self._composer.tray.removeWidget(one.chip)
            one.chip.hide()
            one.chip.deleteLater()
        self._show()
        self._conversation.focus()

    # Sending

    def _here(self, chat_id: str | None = None) -> list[_Waiting]:
        wanted = self._conversation.chat_id if chat_id is None else chat_id
        return [one for one in self.waiting if one.chat_id == wanted]

    def _may_send(self) -> bool:
        """Not while a file is still read: it would be missing from the message."""
        reading = any(one.file is None and not one.failed for one in self._here())
        if reading:
            self._window.toast.show_words(tr("A file is still being read. Send when it is there, or remove it"))
        return not reading

    def _take(self, written_in: str) -> tuple[Attachment, ...]:
        """The files of the message that is sent now; their chips go. written_in: the chat when it was written."""
        mine = self._here(written_in)
        for one in mine:
            self._remove(one)
        return tuple(one.file for one in mine if one.file is not None)

    def _show(self) -> None:
        here = self._here()
        for one in self.waiting:
            one.chip.setVisible(one in here)
        self._composer.tray.setContentsMargins(12, 10 if here else 0, 8, 0)

    # Dropping

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self._zone.hide()
        if kind not in _DRAGGING or not isinstance(event, QDropEvent) or not is_file(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if kind == QEvent.Type.DragEnter:
            self._zone.setGeometry(self._conversation.rect().adjusted(16, 16, -16, -16))
            self._zone.show()
            self._zone.raise_()
        elif kind == QEvent.Type.Drop:
            self._dropped(event.mimeData())
        return True

    def _dropped(self, data: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.add(paths)
        else:
            self._window.toast.show_words(NO_IMAGES)


def _drop_zone(over: QWidget) -> QFrame:
    """What is laid over the chat while a file is dragged above the window."""
    zone = frame("dropzone")
    zone.setParent(over)
    zone.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    words = label(tr("Drop files to read them in this chat"), "title")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column(zone).addWidget(words)
    zone.hide()
    return zone
