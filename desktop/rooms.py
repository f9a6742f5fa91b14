"""The rooms beside the conversation (models, first run, settings) and how they are reached from the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject

from desktop.below import heading_of, message_of
from desktop.compose import SERVER, App, Settings
from desktop.keys import SETTING as KEYS
from desktop.library.first import FirstRun
from desktop.library.librarian import Librarian
from desktop.library.page import ModelsPage
from desktop.notice_bar import NoticeBar
from desktop.pages import Pages
from desktop.settings.around import AroundSection
from desktop.settings.cover import Cover
from desktop.settings.lock import Lock
from desktop.settings.page import SettingsPage
from desktop.settings.preferences import Preferences
from desktop.settings.safekeeping import opens
from desktop.settings.safety import ENCRYPTION, Safety
from desktop.tongue import number, tr
from desktop.words import within
from desktop.work_line import WorkLine
from engine.events import Event, Recalled
from engine.item import State
from engine.transfer import Report
from models.remote import RemoteChat

if TYPE_CHECKING:
    from desktop.window import MainWindow

WELCOMED = "welcomed"
"""Setting: the first run is done or was skipped."""


class Rooms(QObject):
    """Wires the rooms to one window. `app` is what was composed; a window made from parts alone gets one around them."""

    def __init__(self, window: MainWindow, app: App | None) -> None:
        super().__init__(window)
        bridge = window.bridge
        self._window, self._bridge = window, bridge
        model = bridge.learning.model if bridge.agent is not None else None
        self.app = app or App(
            Settings(home=Path(bridge.database.path).parent),
            bridge.database,
            bridge.learning,
            model,
            agent=bridge.agent,
        )
        self.librarian = Librarian(self.app, bridge)
        self.pages = Pages(window)
        self.notice = NoticeBar()
        self.work = WorkLine(window, self.librarian)
        self.preferences = Preferences(bridge, self.librarian, window.theme)
        self.lock = Lock(window)
        self.safety = Safety(bridge, self.librarian.errands, self.preferences)
        self.cover = Cover(window, self.safety.progress)
        self.pages.add("models", self._make_models)
        self.pages.add("first", self._make_first)
        self.pages.add("settings", self._make_settings)
        window.conversation.layout().insertWidget(0, self.notice)  # type: ignore[union-attr]
        self._connect()
        self._show_model()
        self.preferences.restore_look()
        self._set_lock()
        self.librarian.reload()
        if app is not None and app.model is None and not bridge.database.setting(WELCOMED, False):
            self.pages.show("first")

    @property
    def models(self) -> ModelsPage:
        """The page of the models."""
        return cast("ModelsPage", self.pages.page("models"))

    @property
    def first(self) -> FirstRun:
        """The page of the first run."""
        return cast("FirstRun", self.pages.page("first"))

    @property
    def settings(self) -> SettingsPage:
        """The page of the settings."""
        return cast("SettingsPage", self.pages.page("settings"))

    def _make_models(self) -> ModelsPage:
        page = ModelsPage(self.librarian)
        page.leaves.connect(self._leaves)
        self.librarian.reload()
        return page

    def _make_first(self) -> FirstRun:
        page = FirstRun(self.librarian)
        page.finished.connect(self._welcomed)
        page.own_wanted.connect(self._own)
        self.librarian.reload()
        return page

    def _make_settings(self) -> SettingsPage:
        window = self._window
        around = AroundSection(window.keys, self.preferences, window.portal, tray=window.has_tray)
        page = SettingsPage(self.preferences, self.safety, self._bridge.database, window.keys, around)
        page.models_wanted.connect(self.show_models)
        page.lock_wanted.connect(self.lock.shut)
        page.folder_chosen.connect(lambda path: self.preferences.move_home(path, self._moved_home))
        page.refresh()
        return page

    def _connect(self) -> None:
        window, librarian = self._window, self.librarian
        window.status.models_wanted.connect(self.show_models)
        window.header.models_wanted.connect(self.show_models)
        window.conversation.models_wanted.connect(self.show_models)
        window.keys.bind("models", window, self.show_models)
        librarian.said.connect(self._say)
        librarian.switched.connect(self._switched)
        librarian.failed.connect(self._failed)
        librarian.gave_way.connect(self._gave_way)
        librarian.fetched.connect(self._fetched)
        self._bridge.happened.connect(self._event)
        for part in (window, window.conversation):
            dropped = getattr(part, "model_dropped", None)
            if dropped is not None:
                dropped.connect(self._dropped)
        window.closed.connect(librarian.close)
        self._connect_settings()

    def _connect_settings(self) -> None:
        window, preferences = self._window, self.preferences
        window.header.settings_wanted.connect(self.show_settings)
        window.keys.bind("settings", window, self.show_settings)
        window.keys.bind("lock", window, self.lock.shut)
        preferences.said.connect(self._say)
        preferences.failed.connect(window.conversation.show_error)
        preferences.failed.connect(lambda _: self.pages.back())
        preferences.exchanged.connect(self._exchanged)
        preferences.changed.connect(self._changed)
        self.safety.rebuilding.connect(self.cover.say)
        window.closed.connect(self.safety.close)
        preferences.imported.connect(self._imported)

    def _say(self, words: str, back: Callable[[], object] | int | None) -> None:
        """A toast; `back` is an act to take back, or what takes it back."""
        if callable(back):
            self._window.toast.show_step(words, tr("Undo"), back)
        else:
            self._window.toast.show_words(words, back)

    def show_models(self) -> None:
        """Show the models, or leave them."""
        self.librarian.reload()
        self.pages.toggle("models")

    def show_settings(self) -> None:
        """Show the settings, or leave them."""
        self.settings.refresh()
        self.pages.toggle("settings")

    def _changed(self, name: str, value: Any) -> None:
        if name in ("lock", ENCRYPTION):
            self._set_lock()
        elif name == KEYS:
            self._window.keys.use(value)
        elif name.startswith("mode "):
            self._window.memory.reload()

    def _set_lock(self) -> None:
        kept, database = dict(self.preferences.get("lock")), self._bridge.database
        seal = str(kept.get("seal", ""))
        own = partial(opens, seal=seal) if seal else None
        self.lock.set_up(database.is_passphrase if database.encrypted else own, int(kept.get("minutes", 0)))

    def _imported(self, report: Report) -> None:
        """Say what an import brought, with a way back and one to its suggestions."""
        if report.stopped:
            self._window.toast.show_words(tr("The import was stopped; nothing of it was kept"))
            return
        total, act = report.total, report.changed.act if report.changed is not None else None
        words = tr("{new} new, {known} known already, {skipped} left out")
        told = words.format(new=number(total.new), known=number(total.known), skipped=number(total.skipped))
        waits = any(item.state is State.PROPOSED for item in report.items)
        self._window.toast.show_offers(told, act, [(tr("Review"), self._review)] if waits else [])
        self._window.chats.reload()

    def _review(self) -> None:
        self.pages.back()
        self._window.review.open()

    def _exchanged(self) -> None:
        window = self._window
        page = self.pages.current
        window.chats.reload()
        window.memory.reload()
        window.conversation.new_chat()
        window.keys.use(self.preferences.get(KEYS))
        window.presence.exchanged()
        self.pages.show(page)
        if page == "settings":
            self.settings.refresh()

    def _moved_home(self, old: Path, new: Path) -> None:
        self.pages.back()
        self.notice.show_notice(
            tr("Your data lie in {new} now. The old ones in {old} are still there.").format(new=new, old=old),
            [
                (tr("Delete the old ones"), lambda: self.preferences.drop_old(old)),
                (tr("Go back"), lambda: self.preferences.move_back(old, new)),
            ],
        )

    def _dropped(self, path: str | Path) -> None:
        self.pages.show("models")
        self.models.offer_file(path)

    def _own(self) -> None:
        self._done()
        self.pages.show("models")
        self.models.choose_file()

    def _welcomed(self, _: bool) -> None:
        self._done()
        self.pages.back()

    def _done(self) -> None:
        self._bridge.run(lambda: self._bridge.database.set_setting(WELCOMED, True))

    # What the librarian says

    def _switched(self, name: str) -> None:
        window, composer = self._window, self._window.conversation.composer
        self._show_model()
        composer.set_ready(True, tr("Write a message"))
        window.presence.quick.conversation.composer.set_ready(True, tr("Ask anything"))
        if not window.conversation.chat_id:
            page = self.pages.current
            window.conversation.new_chat()
            self.pages.show(page)
        if name != SERVER and self.pages.current != "first":
            window.toast.show_words(tr("{title} answers from now on").format(title=self.librarian.title(name)))

    def _show_model(self) -> None:
        model = self.app.model
        self._window.status.show_model(model.name if model else "", model.context if model else 0)
        self._window.header.show_remote(self.remote_host)

    @property
    def remote_host(self) -> str:
        """The server that answers; "" while a model on this computer does."""
        model = self.app.model
        return model.server.host if isinstance(model, RemoteChat) else ""

    def _failed(self, name: str, error: Exception) -> None:
        if self.pages.current:
            return
        speaks = self.librarian.title(self.librarian.current)
        message = message_of(error)
        if speaks:
            message = tr("{error} {speaks} goes on answering.").format(error=message, speaks=speaks)
        self._window.conversation.banner.show_error(
            f"{self.librarian.title(name)}: {within(heading_of(error))}", message, [(tr("Models"), self.show_models)]
        )

    def _gave_way(self, gone: str, back: str) -> None:
        """The banner of the crash stays, with its Retry; why another model will answer is said above it."""
        words = tr("{new} stopped in its first answer, so {old} speaks again. Your message is still there.")
        told = words.format(new=self.librarian.title(gone), old=self.librarian.title(back))
        self.notice.show_notice(told, [(tr("Models"), self.show_models)])

    def _fetched(self, name: str) -> None:
        if self.librarian.current and self.librarian.current != name and self.pages.current != "models":
            title = self.librarian.title(name)
            self.notice.show_notice(
                tr("{title} is here now.").format(title=title), [(tr("Switch to it"), lambda: self.librarian.use(name))]
            )

    def _leaves(self, server: dict[str, Any]) -> None:
        words = tr("From now on what you write is sent to {address} and leaves this computer.").format(
            address=server["address"]
        )
        self.notice.show_notice(words, [(tr("Back to a model here"), self.show_models)])

    def _event(self, _: str, event: Event) -> None:
        if isinstance(event, Recalled) and event.cost is not None:
            self._window.status.show_cost(event.cost)
