"""Where the files that are not code live: one helper, so that a source tree and a frozen bundle find the same ones."""

from __future__ import annotations

import sys
from pathlib import Path


def asset(*parts: str) -> Path:
    """Path of a file under `assets/`, e.g. `asset("icons", "plus.svg")`.

    A PyInstaller bundle unpacks its data beside the program and names the folder in `sys._MEIPASS`.
    """
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root.joinpath("assets", *parts)
