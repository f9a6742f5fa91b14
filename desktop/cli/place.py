"""Where a command runs: the parts it opens, the options that commands share, and whether there is a display."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from desktop.compose import App

USER = "me"
"""The user of this computer; equals `desktop.compose.DEFAULT_USER`, which is too heavy to import for `--help`."""

UserOption = Annotated[str, typer.Option("--user", metavar="ID", help="Whose memories.")]
DatabaseOption = Annotated[Path | None, typer.Option("--db", metavar="PATH", help="The memory file.", dir_okay=False)]
ModelOption = Annotated[
    str, typer.Option("--model", metavar="NAME|PATH", help="A model of `keepwise models list` or a GGUF file.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout.")]


def opened(context: typer.Context, **choices: Any) -> App:
    """The parts, put together as `choices` (fields of `desktop.compose.Settings`) say; use as a context manager."""
    from desktop.compose import Settings, open_app
    from desktop.home import start_log

    settings = Settings(**choices)
    start_log(settings.home)
    compose = context.obj or open_app
    app: App = compose(settings)
    return app


def has_display() -> bool:
    """Whether a window can be opened: always but on a Linux without X11 or Wayland (offscreen counts as a display)."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)
