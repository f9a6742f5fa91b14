"""The commands of `keepwise`, and the one place where an error becomes a line on stderr and an exit code.

0: done. 1: it could not be done. 2: the command was not understood. Each command's module is imported when it runs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from desktop.cli import bench, chat, evaluate, memory, selftest
from desktop.cli import models as model_commands
from desktop.cli.output import error_line, note
from desktop.cli.place import USER, DatabaseOption, ModelOption, UserOption, has_display
from desktop.cli.window import ask as ask_command
from desktop.cli.window import no_display, open_window
from desktop.home import log_defect
from models.errors import KeepwiseError

if TYPE_CHECKING:
    from desktop.compose import Compose

DONE, FAILED, NOT_UNDERSTOOD = 0, 1, 2

app = typer.Typer(
    name="keepwise",
    help="An assistant that runs on your own computer and learns from the conversation. Without a command: the window.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("chat")(chat.chat)
app.command("ask")(ask_command)
app.add_typer(model_commands.app, name="models")
app.add_typer(memory.app, name="memory")
app.command("bench")(bench.bench)
app.add_typer(evaluate.app, name="eval")
app.command("self-test")(selftest.self_test)


@app.callback(invoke_without_command=True)
def window(
    context: typer.Context,
    user: UserOption = USER,
    db: DatabaseOption = None,
    model: ModelOption = "",
    ask: Annotated[bool, typer.Option("--ask", help="Open the quick ask, as `keepwise ask` does.")] = False,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Open the window when no command is given."""
    if show_version:
        typer.echo(f"keepwise {installed_version()}")
    elif context.invoked_subcommand is None and has_display():
        raise typer.Exit(open_window(context, user, db, model, ask=ask))
    elif context.invoked_subcommand is None and ask:
        raise no_display()
    elif context.invoked_subcommand is None:
        note("There is no display here, so this is the conversation in the terminal.")
        chat.chat(context, user=user, db=db, model=model)


def installed_version() -> str:
    """The version of the distribution; "0" in a source tree that was never installed."""
    try:
        return version("keepwise")
    except PackageNotFoundError:
        return "0"


def run(arguments: Sequence[str], compose: Compose | None = None) -> int:
    """Run one command line and return its exit code. `compose` replaces `desktop.compose.open_app` (tests)."""
    return guarded(lambda: app(args=list(arguments), prog_name="keepwise", standalone_mode=False, obj=compose))


def guarded(command: Callable[[], object]) -> int:
    """Turn every way to end into an exit code, and every error into one line on stderr."""
    try:
        result = command()
    except typer.Exit as end:
        return end.exit_code
    except TyperException as misuse:
        message = one_line(misuse)  # empty when a group without a command has shown its help
        return fail(f"keepwise: {message} (see --help)", NOT_UNDERSTOOD) if message else NOT_UNDERSTOOD
    except KeepwiseError as error:
        return fail(error_line(error), FAILED)
    except (KeyboardInterrupt, typer.Abort):
        return fail("keepwise: stopped", FAILED)
    except BrokenPipeError:
        sys.stdout = None  # the reader left: nothing more to say, and no complaint at exit
        return FAILED
    except Exception as error:  # noqa: BLE001  # the seam: a defect must not show as a traceback
        log_defect(error)
        return fail(f"keepwise: unexpected error: {type(error).__name__}: {one_line(error)}", FAILED)
    return result if isinstance(result, int) else DONE


def one_line(error: Exception) -> str:
    """The message of an error without line breaks."""
    text = error.format_message() if hasattr(error, "format_message") else str(error)
    return " ".join(text.split()).rstrip(".")


def fail(line: str, code: int) -> int:
    """Say why on stderr."""
    sys.stderr.write(line + "\n")
    return code
