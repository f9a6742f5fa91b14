"""`keepwise chat`: the conversation in a terminal or a pipe.

The agent runs in a thread of its own: Ctrl+C can stop it, and the next message can be typed while it still learns.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any
from uuid import uuid4

import typer

from desktop.cli.output import note
from desktop.cli.place import USER, DatabaseOption, ModelOption, UserOption, opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from engine import LearningMode

MODES = Annotated[
    list[str] | None,
    typer.Option(
        "--mode", metavar="STORE=MODE", help="always, agentic, propose, hitl or off for one store; may be repeated."
    ),
]


def chat(
    context: typer.Context,
    once: Annotated[
        str | None, typer.Option("--once", metavar="TEXT", help="Say this, wait for the learning, leave.")
    ] = None,
    session: Annotated[str, typer.Option("--session", metavar="ID", help="Go on with this conversation.")] = "",
    user: UserOption = USER,
    db: DatabaseOption = None,
    model: ModelOption = "",
    mode: MODES = None,
) -> None:
    """Talk in the terminal. Ctrl+C stops the answer; a second one, or /quit, leaves; /help lists the other commands."""
    choices: dict[str, Any] = {"user_id": user, "database": db, "model": model, "modes": parse_modes(mode or [])}
    with opened(context, **choices) as app:
        from desktop.cli.conversation import Conversation
        from models.remote import RemoteChat

        if isinstance(app.model, RemoteChat):
            note(f"Answers come from {app.model.server.address}: what you write leaves this computer.")
        conversation = Conversation(app, session or uuid4().hex[:12])
        if once is not None:
            answered = conversation.say(once, wait=True)
        else:
            answered = talk(conversation)
    if not answered:
        raise typer.Exit(1)


def talk(conversation: Conversation) -> bool:
    """Say line after line. False when the last answer failed and nobody was there to see it."""
    terminal = sys.stdin.isatty()
    if terminal:
        note(f"Conversation {conversation.session_id} with {conversation.model_name}. /quit leaves, /help tells more.")
    answered = True
    try:
        for line in lines(terminal):
            answered = conversation.command(line) if line.startswith("/") else conversation.say(line, wait=not terminal)
            if conversation.over:
                break
        if terminal:
            conversation.finish()
    finally:
        conversation.leave()
    return answered or terminal


def lines(terminal: bool) -> Iterator[str]:
    """The lines that are typed or piped in, without the blank ones, up to the end of the input or Ctrl+C."""
    while True:
        try:
            line = input("\n> " if terminal else "").strip()
        except (EOFError, KeyboardInterrupt):
            return
        if line:
            yield line


def parse_modes(texts: list[str]) -> Mapping[str, LearningMode | None]:
    """`["user_memory=propose"]` as modes by store. Raises typer.BadParameter naming what would be right."""
    from desktop.compose import STORES
    from engine import LearningMode

    known = {mode.value: mode for mode in LearningMode} | {"off": None}
    modes: dict[str, LearningMode | None] = {}
    for text in texts:
        store, _, mode = text.partition("=")
        if store not in STORES or mode not in known:
            raise typer.BadParameter(f"{text!r}: write STORE=MODE, with {', '.join(STORES)} and {', '.join(known)}")
        modes[store] = known[mode]
    return modes


if TYPE_CHECKING:
    from desktop.cli.conversation import Conversation
