"""The application around the window: errors that nobody caught, Ctrl+C in the terminal, and the event loop."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.assets import asset
from desktop.compose import App, Settings, assemble
from desktop.instance import Instance, Order, address
from desktop.opening.door import Door
from desktop.portal import Portal
from desktop.stage import Stage
from desktop.tongue import SYSTEM, speak
from desktop.warming import SETTLE_MS, settle
from desktop.window import MainWindow
from engine import KeepwiseError

log = logging.getLogger(__name__)

_SIGNAL_MS = 300
"""How often Python may look for Ctrl+C: Qt's loop gives it no turn of its own."""


def run_window(parts: App, *, user_id: str = "me", first: Order | None = None) -> int:
    """Open the window on composed parts and stay until it is closed; the exit code. The caller closes the parts.

    first: what to show; later starts of the program hand over theirs.
    """
    app = application()
    app.setQuitOnLastWindowClosed(False)  # it may be hidden in the tray; `ended` ends the program
    portal = Portal(app)
    stage = Stage(parts, user_id=user_id, portal=portal)
    stage.ended.connect(app.quit)
    instance = _listen(stage, user_id)
    previous = sys.excepthook
    sys.excepthook = _hook(stage)
    interrupts = QTimer(app)
    interrupts.timeout.connect(lambda: None)
    interrupts.start(_SIGNAL_MS)
    before = signal.signal(signal.SIGINT, lambda *_: stage.window.presence.quit())
    _show(stage.window, first or Order())
    portal.start()
    QTimer.singleShot(SETTLE_MS, settle)
    try:
        return app.exec()
    finally:
        instance.close()
        portal.close()
        interrupts.stop()
        signal.signal(signal.SIGINT, before)
        sys.excepthook = previous
        stage.window.bridge.close()


def through_door(settings: Settings, problem: KeepwiseError) -> App | None:
    """Have a person unlock or repair the memory file; None when the door was closed. Raises what nobody can do about."""
    app = application()
    speak(app, SYSTEM)  # the language of the settings is in the file
    door = Door(settings.database_path, problem)
    door.left.connect(app.quit)
    door.show()
    if door.database is None and door.problem is None:
        app.exec()
    if door.problem is not None:
        raise door.problem
    return assemble(settings, door.database) if door.database is not None else None


def _show(window: MainWindow, first: Order) -> None:
    """Show the window, and the quick ask over it if that was wanted; where closing leaves it in the tray, only that."""
    if not (first.ask and window.presence.stays):
        window.show()
    if first.ask:
        window.presence.take(first)


def _listen(stage: Stage, user_id: str) -> Instance:
    """Hear of later starts, also after the memory file was moved."""
    instance = Instance(stage)

    def take(order: Order) -> None:
        stage.window.presence.take(order)

    def listen() -> None:
        where = address(Path(stage.window.bridge.database.path), user_id)
        if not instance.listen(where):
            log.warning("cannot listen for other starts at %s", where)

    instance.wanted.connect(take)
    stage.exchanged.connect(listen)
    listen()
    return instance


def application() -> QApplication:
    """The QApplication of this process, made when there is none yet."""
    app = cast("QApplication | None", QApplication.instance()) or QApplication(sys.argv[:1])
    app.setApplicationName("Keepwise")
    app.setDesktopFileName("keepwise")
    app.setWindowIcon(QIcon(str(asset("icons", "keepwise.svg"))))
    return app


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def _hook(stage: Stage) -> Hook:
    """PySide prints the exception of a slot and goes on: here it is logged and shown too."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("not caught", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            stage.window.conversation.show_error(error)

    return caught
