"""What every command prints with: one JSON document on stdout, a table, a progress bar, one line for an error.

Results go to stdout; progress, notes and errors to stderr, so that `--json` and pipes stay clean.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from models.errors import KeepwiseError


class Advance(Protocol):
    """Tells a progress bar how far the work is; `total` may become known late."""

    def __call__(self, done: int, total: int | None = None, what: str = "") -> None:
        """Move the bar to `done`; a new `total` or description replaces the old one."""
        ...


def stdout() -> Console:
    """Where results go. Made anew each time, so that it follows a replaced sys.stdout."""
    return Console(file=sys.stdout, highlight=False, soft_wrap=not sys.stdout.isatty())


def stderr() -> Console:
    """Where progress and notes go."""
    return Console(file=sys.stderr, highlight=False)


def print_json(document: object) -> None:
    """Print exactly one JSON document on stdout; dataclasses become objects, times ISO strings."""
    sys.stdout.write(json.dumps(document, default=plain, ensure_ascii=False, indent=2) + "\n")


def plain(value: object) -> Any:
    """The JSON form of what json does not know: dataclasses, times, paths, mappings and tuples."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if hasattr(value, "items"):
        return dict(value.items())
    return list(value) if hasattr(value, "__iter__") else str(value)


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str = "") -> None:
    """Print rows as a table without markup of their own: stored text may hold brackets."""
    table = Table(title=title or None, box=None, header_style="bold", title_justify="left", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(printable(cell) for cell in row))
    stdout().print(table)


def printable(text: str) -> str:
    """The text with markup and terminal control characters made harmless: memories may come from anywhere."""
    from rich.markup import escape

    return escape(
        "".join(char if char.isprintable() or char in "\n\t" else "\N{REPLACEMENT CHARACTER}" for char in text)
    )


def error_line(error: KeepwiseError) -> str:
    """An error as one line: the title, then the message that says what to do."""
    return " ".join(f"keepwise: {error.title}: {error.message}".split())


def note(text: str) -> None:
    """One quiet line on stderr."""
    stderr().print(printable(text), style="dim")


@contextmanager
def progress(what: str, total: int | None = None, *, unit: str = "") -> Iterator[Advance]:
    """Show a progress bar on stderr while the block runs; `unit` "bytes" counts megabytes. The block calls the yielded
    function with how much is done.

    Without a terminal the bar is silent, so that logs hold no control characters.
    """
    middle = [DownloadColumn()] if unit == "bytes" else [TaskProgressColumn()]
    columns = (TextColumn("{task.description}"), BarColumn(), *middle, TimeRemainingColumn())
    with Progress(*columns, console=stderr(), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(what, total=total)

        def advance(done: int, total: int | None = None, what: str = "") -> None:
            """Move the bar to `done`; a new `total` or description replaces the old one."""
            changes: dict[str, Any] = {"completed": done}
            if total is not None:
                changes["total"] = total
            if what:
                changes["description"] = what
            bar.update(task, **changes)

        yield advance
