"""Opening the window from a terminal, a menu or a key of the desktop: a second start hands over to the program that runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.cli.place import USER, DatabaseOption, ModelOption, UserOption, has_display, opened, settings_of
from models.errors import KeepwiseError

if TYPE_CHECKING:
    from desktop.compose import App

STARTING_S = 3.0
"""How long to wait for a program that has the memory file open already and does not listen yet."""


def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="Asked at once; without one, the window waits for it.")] = "",
    user: UserOption = USER,
    db: DatabaseOption = None,
    model: ModelOption = "",
) -> None:
    """Open the quick ask: one line to type, the answer below. For a key of your own in the desktop's settings."""
    if not has_display():
        raise no_display()
    raise typer.Exit(open_window(context, user, db, model, ask=True, question=question))


def no_display() -> KeepwiseError:
    """Why the quick ask cannot be opened."""
    return KeepwiseError("The quick ask is a window, and there is no display here. Use: keepwise chat --once TEXT")


def open_window(
    context: typer.Context, user: str, db: Path | None, model: str, *, ask: bool = False, question: str = ""
) -> int:
    """The window; a model that was named is the one it opens with from now on."""
    from desktop.compose import MODEL_SETTING, Settings
    from desktop.instance import address, hand_over, order
    from engine.errors import DatabaseBusy

    first = order(ask=ask, question=question)
    where = address(Settings(database=db).database_path, user)
    if hand_over(where, first):
        return 0
    try:
        opening = _entered(context, user, db, model)
    except DatabaseBusy as error:
        if hand_over(where, first, patience=STARTING_S):
            return 0
        show(error)
        raise
    except KeepwiseError as error:
        show(error)
        raise
    if opening is None:
        return 0
    with opening as parts:
        from desktop.app import run_window

        if model:
            parts.database.set_setting(MODEL_SETTING, model)
        return run_window(parts, user_id=user, first=first)


def _entered(context: typer.Context, user: str, db: Path | None, model: str) -> App | None:
    """The parts on the memory file, unlocked or repaired by hand where it needs that; None when that was left."""
    from desktop.app import through_door
    from desktop.opening.door import opens_by_hand

    try:
        return opened(context, ask=False, user_id=user, database=db, model=model)
    except KeepwiseError as problem:
        if not opens_by_hand(problem):
            raise
        return through_door(settings_of(user_id=user, database=db, model=model), problem)


def show(error: KeepwiseError) -> None:
    """A dialog, because whoever starts Keepwise from a menu sees no terminal."""
    from PySide6.QtWidgets import QMessageBox

    from desktop.app import application

    if application().platformName() != "offscreen":
        QMessageBox.critical(None, error.title, error.message)
