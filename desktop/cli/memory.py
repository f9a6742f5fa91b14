"""`keepwise memory ...`: what was learned, to see, take along, check and forget, without a language model."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import fields as fields_of
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.cli.output import note, print_json, print_table, printable, progress, stdout
from desktop.cli.place import USER, DatabaseOption, JsonOption, UserOption, opened

if TYPE_CHECKING:
    from desktop.compose import App
    from engine import Item
    from engine.item import Revision

app = typer.Typer(help="See, export, import, check and forget what was learned.", no_args_is_help=True)

StoreOption = Annotated[str, typer.Option("--store", metavar="STORE", help="Only this store.")]
StateOption = Annotated[
    str, typer.Option("--state", metavar="STATE", help="active, proposed, superseded, rejected, forgotten or all.")
]
EveryoneOption = Annotated[
    bool, typer.Option("--all-users", help="Of all users, each with their own; --user is ignored.")
]


@app.command("list")
def list_items(
    context: typer.Context,
    store: StoreOption = "",
    state: StateOption = "active",
    user: UserOption = USER,
    db: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what was learned, by store, with the words it rests on."""
    check_store(store)
    wanted = checked_state(state)
    with memories(context, db, user) as app:
        items = app.learning.items(store=store or None, state=wanted, user_id=user)
    if as_json:
        print_json(items)
        return
    for name in sorted({item.store for item in items}):
        rows = [row(item) for item in items if item.store == name]
        print_table(("id", "state", "what", "rests on"), rows, title=f"{name} ({len(rows)})")
        stdout().print()
    if not items:
        note("Nothing here.")


@app.command("show")
def show(
    context: typer.Context,
    item_id: Annotated[str, typer.Argument(metavar="ID")],
    user: UserOption = USER,
    db: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one item whole, with everything that ever happened to it."""
    with memories(context, db, user) as app:
        item, history = app.learning.item(item_id), app.learning.history(item_id)
    if as_json:
        print_json({"item": item, "history": history})
        return
    print_table(("field", "value"), fields(item))
    stdout().print()
    print_table(("when", "who", "what", "text"), [event(revision) for revision in history], title="history")


@app.command("export")
def export(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A .json or .md file, made new.", dir_okay=False)],
    history: Annotated[
        bool, typer.Option("--history", help="Items in every state, their history and all chats: a full backup.")
    ] = False,
    everyone: EveryoneOption = False,
    user: UserOption = USER,
    db: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write what was learned into one file: JSON to import elsewhere, or Markdown to read."""
    with memories(context, db, user) as app, progress("exporting") as advance:
        count = app.learning.export(path, None if everyone else user, history=history, progress=advance)
    if as_json:
        print_json({"path": path, "items": count, "history": history})
    else:
        note(f"Exported {count} items to {path}.")


@app.command("import")
def import_(
    context: typer.Context,
    path: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            exists=True,
            help="An export of Keepwise, a data export of ChatGPT or Claude (zip or JSON), mem0's history.db, or an SQLite "
            "database of Agno.",
        ),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be imported.")] = False,
    everyone: EveryoneOption = False,
    user: UserOption = USER,
    db: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take memories in from a file; what comes from another assistant waits as a suggestion."""
    with memories(context, db, user) as app, progress("importing") as advance:
        owner = None if everyone else user
        report = app.learning.import_(path, owner, dry_run=dry_run, progress=advance)
    if as_json:
        act = report.changed.act if report.changed else None
        whole = {field.name: getattr(report, field.name) for field in fields_of(report) if field.name != "changed"}
        print_json({**whole, "total": report.total, "act": act})
        return
    rows = [(kind, *map(str, (c.found, c.new, c.known, c.skipped))) for kind, c in report.kinds.items()]
    print_table(("what", "found", "new", "known", "skipped"), rows, title=f"{path.name} ({report.format})")
    for reason, count in report.reasons.items():
        note(f"{count} skipped: {reason}.")
    for one in report.notes:
        note(one)
    done = "would be imported" if dry_run else "imported"
    waiting = sum(item.state == "proposed" for item in report.items)
    stdout().print(f"{len(report.items)} items {done}" + (f", {waiting} of them as suggestions." if waiting else "."))


@app.command("check")
def check(
    context: typer.Context, user: UserOption = USER, db: DatabaseOption = None, as_json: JsonOption = False
) -> None:
    """Read the whole memory file once and name what does not fit together; exit code 1 when something does not."""
    with memories(context, db, user) as app, progress("reading the memory file"):
        problems = app.database.check()
    if as_json:
        print_json({"path": app.database.path, "problems": problems})
    else:
        stdout().print(printable("\n".join(problems) or f"{app.database.path}: all is well."))
    if problems:
        raise typer.Exit(1)


@app.command("forget")
def forget(
    context: typer.Context,
    item_id: Annotated[list[str] | None, typer.Option("--id", metavar="ID", help="This item; may be repeated.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Everything of this user.")] = False,
    store: StoreOption = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before forgetting everything.")] = False,
    user: UserOption = USER,
    db: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Forget items: they are in no answer, search or export any more. `--all` asks first."""
    if bool(item_id) == everything:
        raise typer.BadParameter("say either --id ID or --all")
    check_store(store)
    with memories(context, db, user) as app:
        ids = list(item_id or []) or [item.id for item in known(app, store, user)]
        if everything and not yes and not confirmed(len(ids)):
            raise typer.Exit(1)
        forgotten = each(app, ids, app.learning.forget)
    if as_json:
        print_json({"forgotten": forgotten})
    else:
        stdout().print(f"{len(forgotten)} items forgotten.")


def memories(context: typer.Context, db: Path | None, user: str) -> App:
    """The memory file without a language model."""
    return opened(context, database=db, user_id=user, with_model=False)


def known(app: App, store: str, user: str) -> list[Item]:
    """What is active or proposed."""
    states = ("active", "proposed")
    return [item for state in states for item in app.learning.items(store=store or None, state=state, user_id=user)]


def each(app: App, ids: Sequence[str], act: Callable[[str], object]) -> list[str]:
    """Do the act on each item, with a progress bar; all of them or none."""
    with progress("forgetting", total=len(ids)) as advance, app.database.transaction():
        for done, item_id in enumerate(ids, 1):
            act(item_id)
            advance(done)
    return list(ids)


def confirmed(count: int) -> bool:
    """Ask before everything is forgotten; where nobody can answer, the answer is no."""
    if not sys.stdin.isatty():
        note("Nothing was forgotten: add --yes to forget everything.")
        return False
    note("`keepwise memory export PATH` keeps a copy.")
    return typer.confirm(f"Forget all {count} items?", err=True)


def check_store(store: str) -> None:
    """Raises typer.BadParameter when there is no such store."""
    from desktop.compose import STORES

    if store and store not in STORES:
        raise typer.BadParameter(f"there is no store {store!r}; there are {', '.join(STORES)}")


def checked_state(state: str) -> str | None:
    """The state that `--state` names; None for all of them. Raises typer.BadParameter."""
    from engine.item import State

    if state != "all" and state not in tuple(State):
        raise typer.BadParameter(f"there is no state {state!r}; there are {', '.join(State)} and all")
    return None if state == "all" else state


def row(item: Item) -> tuple[str, ...]:
    """One line of the list."""
    return item.id, str(item.state), item.text, item.quote or str(item.origin)


def fields(item: Item) -> list[tuple[str, str]]:
    """Name and value of each field that holds something."""
    values = ((field.name, getattr(item, field.name)) for field in fields_of(item))
    return [(name, str(value)) for name, value in values if value not in ("", None, {})]


def event(revision: Revision) -> tuple[str, ...]:
    """One line of an item's history."""
    after = revision.after or revision.before
    return f"{revision.at:%Y-%m-%d %H:%M}", revision.by, revision.action, after.text if after else ""
