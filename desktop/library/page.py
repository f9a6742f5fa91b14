"""The models page: every model with its verdict, files of one's own, the folder they lie in, and a server on the network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from desktop.below import message_of
from desktop.compose import SERVER, SERVER_SETTING
from desktop.library.card import ModelCard
from desktop.library.librarian import Librarian
from desktop.library.server_form import ServerForm
from desktop.library.shelf import Entry, Pace, recommended, size, speed_words
from desktop.pages import MiddlePage
from desktop.tongue import tr
from desktop.widgets import button, column, frame, label, row
from desktop.words import breakable
from models.catalogue import models_folder
from models.errors import KeepwiseError
from models.remote import Offered, offered
from models.wire import Server, server_at

AskFile = Callable[[], str]


class ModelsPage(MiddlePage):
    """Shows what the librarian knows and passes on what is pressed."""

    leaves = Signal(object)
    """A server was chosen: what is written leaves this computer from now on."""

    def __init__(self, librarian: Librarian) -> None:
        super().__init__(tr("Models"))
        self._librarian = librarian
        self.cards: dict[str, ModelCard] = {}
        self.setAcceptDrops(True)
        self._build()
        librarian.shelved.connect(self._shelved)
        librarian.moved.connect(self._moved)
        librarian.failed.connect(self._failed)
        librarian.measured.connect(self._measured)
        librarian.switched.connect(lambda _: librarian.reload())

    def _build(self) -> None:
        self.machine = label("", "lead", wrap=True)
        self.body.addWidget(self.machine)
        self._build_offer()
        self.list = column(gap=8)
        self.body.addLayout(self.list)
        self.body.addSpacing(8)
        files = row(gap=8)
        files.addWidget(label(tr("Files of your own"), "section"))
        files.addStretch(1)
        self.add_file = button(tr("Add a model file…"), self.choose_file)
        files.addWidget(self.add_file)
        self.body.addLayout(files)
        self.body.addWidget(label(tr("Any chat model in GGUF format. You can also drop the file here."), "caption"))
        self.body.addSpacing(8)
        place = row(gap=8)
        self.folder = label("", "caption", wrap=True, selectable=True)
        place.addWidget(self.folder, 1)
        self.move_button = button(tr("Move the models…"), self._choose_folder)
        place.addWidget(self.move_button)
        self.body.addLayout(place)
        self.moving = label("", "caption", wrap=True)
        self.moving.hide()
        self.body.addWidget(self.moving)
        self.body.addSpacing(8)
        self.body.addWidget(label(tr("A server on your network"), "section"))
        self.server = ServerForm()
        self.server.wanted.connect(self._look)
        self.server.chosen.connect(self._use_server)
        self.body.addWidget(self.server)
        self.body.addStretch(1)

    def _build_offer(self) -> None:
        """Copy or link, asked in the page for a file that was chosen or dropped."""
        self.offer = frame("question")
        inside = column(self.offer, margins=(16, 12, 12, 12), gap=8)
        self.offered_words = label("", wrap=True)
        inside.addWidget(self.offered_words)
        line = row(gap=8)
        self.copy_button = button(tr("Copy it in"), lambda: self._take(link=False), role="primary")
        self.link_button = button(tr("Use it where it lies"), lambda: self._take(link=True))
        line.addWidget(self.copy_button)
        line.addWidget(self.link_button)
        line.addWidget(button(tr("Cancel"), self.offer.hide, role="quiet", name=tr("Do not add the file")))
        line.addStretch(1)
        inside.addLayout(line)
        self.offer.hide()
        self.body.addWidget(self.offer)
        self._offered: Path | None = None

    # Files

    def offer_file(self, path: str | Path) -> None:
        """Ask whether to copy a file or to use it where it lies."""
        self._offered = Path(path)
        there = self._offered.stat().st_size if self._offered.is_file() else 0
        self.offered_words.setText(
            breakable(
                tr(
                    "Add {name} ({size})? A copy stays when the original goes; used where it lies it takes "
                    "no further room."
                ).format(name=self._offered.name, size=size(there))
            )
        )
        self.offer.show()
        self.copy_button.setFocus()

    def choose_file(self) -> None:
        """Ask for a file."""
        path, _ = QFileDialog.getOpenFileName(self, tr("Add a model file"), str(Path.home()), tr("Models (*.gguf)"))
        if path:
            self.offer_file(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files(event.mimeData().urls())
        if files:
            event.acceptProposedAction()
            self.offer_file(files[0])

    def _take(self, *, link: bool) -> None:
        self.offer.hide()
        if self._offered is not None:
            self._librarian.take_in(self._offered, link=link)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Where shall the models lie?"), str(models_folder()))
        if chosen:
            self._librarian.move(Path(chosen) / "models" if any(Path(chosen).iterdir()) else Path(chosen))

    # The list

    def _shelved(self, shelf: list[Entry]) -> None:
        best = recommended(shelf)
        names = {entry.name for entry in shelf}
        for name in [name for name in self.cards if name not in names]:
            self.cards.pop(name).deleteLater()
        for place, entry in enumerate(shelf):
            card = self.cards.get(entry.name)
            if card is None:
                card = self.cards[entry.name] = ModelCard(entry)
                card.asked.connect(self._asked)
                self.list.insertWidget(place, card)
            problem = self._librarian.problems.get(entry.name, "")
            card.show_entry(entry, state=self._state(entry.name), recommended=entry.name == best, problem=problem)
        found = next((entry.fit for entry in shelf if entry.fit is not None), None)
        if found is not None:
            where = tr("With a model of this list nothing you write leaves this computer.")
            if self._librarian.current == SERVER:
                where = tr("Now a server answers: what you write leaves this computer until you choose another model.")
            self.machine.setText(
                tr("This computer has {total} of memory, {free} of it free now. {where}").format(
                    total=size(found.total), free=size(found.free), where=where
                )
            )
        self.folder.setText(breakable(tr("The models lie in {path}").format(path=models_folder()), 40))
        self.moving.setVisible(self._librarian.errands.running("move"))

    def _state(self, name: str) -> str:
        if self._librarian.errands.running(name):
            return "fetching"
        if name == self._librarian.starting:
            return "starting"
        return "current" if name == self._librarian.current else ""

    def _asked(self, act: str, name: str) -> None:
        librarian = self._librarian
        acts: dict[str, Callable[[str], object]] = {
            "use": librarian.use,
            "download": librarian.download,
            "pause": librarian.pause,
            "discard": librarian.discard,
            "delete": self._delete,
            "measure": self._measure,
        }
        acts[act](name)
        librarian.reload()

    def _delete(self, name: str) -> None:
        if name == SERVER:
            self._librarian.forget_server()
        else:
            self._librarian.delete(name)

    def _measure(self, name: str) -> None:
        self.cards[name].progress.setText(tr("Writing for five seconds…"))
        self.cards[name].progress.show()
        self._librarian.measure()

    def _measured(self, name: str, speed: float) -> None:
        if name in self.cards and speed > 0:
            self.cards[name].progress.setText(tr("It writes {how}.").format(how=speed_words(speed)))
            self.cards[name].progress.show()

    def _moved(self, name: str, pace: Pace) -> None:
        if name == "move" or name not in self.cards:
            self.moving.setText(pace.words())
            self.moving.show()
        else:
            self.cards[name].show_pace(pace)

    def _failed(self, name: str, error: Exception) -> None:
        if name not in self.cards:
            self.moving.setText(breakable(message_of(error)))
            self.moving.show()
        self._librarian.reload()

    # A server

    def _look(self, address: str, key: str) -> None:
        def work(_: object) -> tuple[Server, list[Offered]]:
            server = server_at(address, key)
            return server, offered(server)

        def failed(error: Exception) -> None:
            self.server.show_problem(
                message_of(error) if isinstance(error, KeepwiseError) else tr("It failed: {error}").format(error=error)
            )

        self._librarian.errands.start("server", work, lambda found: self.server.show_offered(*found), failed)

    def _use_server(self, settings: dict[str, Any]) -> None:
        librarian = self._librarian
        librarian.app.database.set_setting(SERVER_SETTING, settings)
        librarian.use(SERVER)
        self.leaves.emit(settings)


def _files(urls: list[QUrl]) -> list[str]:
    paths = [url.toLocalFile() for url in urls]
    return [path for path in paths if path.lower().endswith(".gguf")]
