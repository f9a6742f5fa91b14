"""Where a command runs: the parts it opens, the options that commands share, and whether there is a display."""

from __future__ import annotations

import getpass
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from desktop.compose import App, Settings
    from engine.errors import PassphraseNeeded

USER = "me"
"""The user of this computer; equals `desktop.compose.DEFAULT_USER`, which is too heavy to import for `--help`."""

VARIABLE = "KEEPWISE_PASSPHRASE"
"""The variable of the environment that holds the passphrase of an encrypted memory file. Never an argument: other users of a
computer see the arguments of all programs."""

UserOption = Annotated[str, typer.Option("--user", metavar="ID", help="Whose memories.")]
DatabaseOption = Annotated[Path | None, typer.Option("--db", metavar="PATH", help="The memory file.", dir_okay=False)]
ModelOption = Annotated[
    str, typer.Option("--model", metavar="NAME|PATH", help="A model of `keepwise models list` or a GGUF file.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout.")]


def opened(context: typer.Context, *, ask: bool = True, **choices: Any) -> App:
    """The parts, put together as `choices` (fields of `desktop.compose.Settings`) say; use as a context manager.

    ask: on a terminal, ask for the passphrase of an encrypted memory file when VARIABLE does not give it.
    """
    from desktop.compose import open_app
    from engine.errors import PassphraseNeeded, WrongPassphrase

    settings = settings_of(**choices)
    compose = context.obj or open_app
    app: App
    for left in (2, 1, 0):
        try:
            app = compose(settings)
            break
        except PassphraseNeeded as problem:
            if not ask or not sys.stdin.isatty() or (isinstance(problem, WrongPassphrase) and not left):
                raise _told(problem, ask) from problem
            settings = replace(settings, passphrase=getpass.getpass(f"Passphrase of {settings.database_path}: "))
    return app


def settings_of(**choices: Any) -> Settings:
    """What to open: the choices, and the passphrase of the environment. The log is begun."""
    from desktop.compose import Settings
    from desktop.home import start_log

    settings = Settings(**{"passphrase": os.environ.get(VARIABLE, "")} | choices)
    start_log(settings.home)
    return settings


def _told(problem: PassphraseNeeded, ask: bool) -> PassphraseNeeded:
    """The error, with where a command takes the passphrase from."""
    from engine.errors import WrongPassphrase

    if not ask or isinstance(problem, WrongPassphrase):
        return problem
    return type(problem)(
        f"{problem.message} A command takes it from {VARIABLE} in the environment, or asks on a terminal."
    )


def has_display() -> bool:
    """Whether a window can be opened: always but on a Linux without X11 or Wayland (offscreen counts as a display)."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)
