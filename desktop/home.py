"""The user's data folder and the log in it. Light, because every command needs it, failing ones too."""

from __future__ import annotations

import logging
import os
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs


def home_folder() -> Path:
    """The folder of everything that is the user's: memory file, log, backups. KEEPWISE_HOME names another one, else the file
    that moving the folder has written."""
    named = os.environ.get("KEEPWISE_HOME")
    pointer = home_pointer()
    if not named and pointer.is_file():
        named = pointer.read_text(encoding="utf-8").strip()
    return Path(named or platformdirs.user_data_dir("keepwise", appauthor=False)).expanduser()


def home_pointer() -> Path:
    """The small file that names the folder which the data were moved to."""
    return Path(platformdirs.user_config_dir("keepwise", appauthor=False)) / "data-folder"


def start_log(home: Path) -> None:
    """Log to `keepwise.log` in the data folder, three files of 1 MB at most: what went wrong, never what was said."""
    home.mkdir(parents=True, exist_ok=True)
    log = RotatingFileHandler(home / "keepwise.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True)
    log.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[log])


def log_defect(error: Exception) -> None:
    """Log where an unexpected error happened; not its text, which may hold what the user wrote."""
    start_log(home_folder())
    place = "".join(traceback.format_tb(error.__traceback__))
    logging.getLogger("keepwise").error("unexpected %s\n%s", type(error).__name__, place)
