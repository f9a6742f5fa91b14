"""`keepwise models ...`: which models are offered, and fetching, checking and removing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from desktop.cli.output import Advance, note, print_json, print_table, progress, stdout
from desktop.cli.place import JsonOption

if TYPE_CHECKING:
    from models.fetch import OnProgress, Progress, Status

app = typer.Typer(help="List, fetch, check and remove models.", no_args_is_help=True)

Names = Annotated[list[str], typer.Argument(metavar="NAME...", help="Names of `keepwise models list`.")]


@app.command("list")
def list_models(as_json: JsonOption = False) -> None:
    """List the models on offer, and which of them are on this computer."""
    from models.catalogue import models_folder
    from models.fetch import list_models as statuses

    found = statuses()
    if as_json:
        print_json({"folder": models_folder(), "models": [plain(status) for status in found]})
        return
    rows = [(one.entry.name, one.entry.title, size(one.entry.download_bytes), state(one)) for one in found]
    print_table(("name", "model", "size", "here"), rows)
    note(f"Models lie in {models_folder()}.")


@app.command("pull")
def pull(names: Names, as_json: JsonOption = False) -> None:
    """Fetch models; an interrupted fetch goes on where it was, and what is there already costs nothing."""
    from models.catalogue import entry
    from models.fetch import fetch, installed

    for name in names:
        entry(name)
    fetched = {}
    for name in names:
        if not installed(name):
            note(f"Fetching {name}: {size(entry(name).download_bytes)}")
            with progress(name, total=entry(name).download_bytes, unit="bytes") as advance:
                fetch(name, progress=shown(advance))
            note(f"{name} is ready.")
        fetched[name] = fetch(name)
    if as_json:
        print_json(fetched)


@app.command("verify")
def verify(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...")] = None, as_json: JsonOption = False
) -> None:
    """Check every byte of these models (of all that are here); exit code 1 when one is not what it should be."""
    from models.fetch import list_models as statuses
    from models.fetch import verify as whole

    chosen = names or [one.entry.name for one in statuses() if one.installed]
    results = {}
    for name in chosen:
        with progress(name, unit="bytes") as advance:
            results[name] = whole(name, progress=shown(advance))
    if as_json:
        print_json(results)
    else:
        print_table(
            ("name", "bytes"), [(name, "as they should be" if good else "ALTERED") for name, good in results.items()]
        )
    if not all(results.values()):
        raise typer.Exit(1)


@app.command("remove")
def remove(names: Names, as_json: JsonOption = False) -> None:
    """Delete models from this computer; they can be fetched again."""
    from models.catalogue import entry
    from models.fetch import remove as delete

    for name in names:
        entry(name)
    freed = {name: delete(name) for name in names}
    if as_json:
        print_json(freed)
    else:
        stdout().print(f"{size(sum(freed.values()))} freed.")


def shown(advance: Advance) -> OnProgress:
    """Progress of a fetch as the movement of a bar."""

    def show(step: Progress) -> None:
        doing = f"checking {step.name}" if step.stage == "verify" else step.name
        advance(step.done_bytes, step.total_bytes, doing)

    return show


def state(status: Status) -> str:
    """Whether the model is here, in a word or two."""
    if status.installed:
        return "yes"
    return f"{size(status.partial_bytes)} of it" if status.partial_bytes else "no"


def plain(status: Status) -> dict[str, object]:
    """One model as JSON: what it is, and what of it is here."""
    return {
        "name": status.entry.name,
        "title": status.entry.title,
        "purpose": status.entry.purpose,
        "licence": status.entry.licence,
        "parameters": status.entry.parameters,
        "download_bytes": status.entry.download_bytes,
        "installed": status.installed,
        "folder": status.folder,
        "bytes": status.bytes,
    }


def size(count: int) -> str:
    """Bytes in megabytes, for people."""
    return f"{count / 1e6:,.0f} MB"
