"""`keepwise self-test`: does this installation work here? Every part once, on a memory file of its own, in seconds.

Meant for a bundle on a machine that its makers have never seen: each check says in one line what it
proved or why it failed.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.output import note, printable, progress

LIBRARIES = ("PySide6.QtWidgets", "duckdb", "numpy", "fastembed", "onnxruntime", "tokenizers", "jinja2", "pygments")
SMALLEST_FIRST = ("tiny", "small", "starter")


def self_test(
    screenshots: Annotated[
        Path | None,
        typer.Option("--screenshots", metavar="DIR", help="Save pictures of the window here.", file_okay=False),
    ] = None,
) -> None:
    """Check that this installation works; exit code 1 when something does not."""
    failed = 0
    steps = list(checks(screenshots))
    for done, (name, check) in enumerate(steps):
        with progress(name, total=len(steps)) as advance:
            advance(done)
            problem, told = attempted(check)
        failed += bool(problem)
        sys.stdout.write(f"{'FAILED' if problem else 'ok':7}{name}: {printable(problem or told)}\n")
        sys.stdout.flush()
    if failed:
        note(f"{failed} of {len(steps)} checks failed.")
        raise typer.Exit(1)


def checks(screenshots: Path | None) -> Iterator[tuple[str, Callable[[], str]]]:
    """The checks in order: what is lowest first, so that the first failure is the cause."""
    yield "libraries", libraries
    yield "data", data
    yield "memory", memory
    yield "encryption", encryption
    yield "conversation", conversation
    yield "embedder", embedder
    yield "model", model
    yield "window", lambda: window(screenshots)


def attempted(check: Callable[[], str]) -> tuple[str, str]:
    """What went wrong, and what the check told; one of them is empty."""
    try:
        return "", check()
    except Exception as error:  # noqa: BLE001  # whatever it is, it is what the test is for
        return f"{type(error).__name__}: {' '.join(str(error).split())}", ""


def libraries() -> str:
    """Every library that is loaded by our code can be."""
    for name in LIBRARIES:
        importlib.import_module(name)
    return f"{len(LIBRARIES)} load"


def data() -> str:
    """The files beside the code are there and can be read."""
    from desktop.assets import asset
    from models.catalogue import entries

    missing = [name for name in ("style", "icons", "evals") if not asset(name).is_dir()]
    if missing:
        raise FileNotFoundError(f"missing under assets: {', '.join(missing)}")
    return f"{len(entries())} models on offer, styles and icons"


def memory() -> str:
    """What is written is found again after closing, is forgotten, and comes back with undo."""
    from desktop.compose import Settings, put_together
    from engine import Database
    from models.fake import FakeEmbedder

    with tempfile.TemporaryDirectory() as folder:
        settings, path = Settings(home=Path(folder)), Path(folder) / "memory.duckdb"
        with Database(path) as database:
            learning = put_together(settings, database, None, FakeEmbedder()).learning
            item = learning.write("user_memory", "Prefers tea to coffee.", user_id="test").items[0]
        with Database(path) as database:
            learning = put_together(settings, database, None, FakeEmbedder()).learning
            found = [hit.id for hit in learning.search("tea", user_id="test")]
            learning.forget(item.id)
            forgotten = not learning.items(user_id="test")
            learning.undo()
            back = bool(learning.items(user_id="test"))
            problems = database.check()
    held = {"found": item.id in found, "forgotten": forgotten, "undone": back, "sound": not problems}
    expect(all(held.values()), f"{held} {problems}")
    return "written, found, forgotten, undone"


def encryption() -> str:
    """A memory file is encrypted, is refused without its passphrase, and opens with it."""
    from engine import Database
    from engine.errors import PassphraseNeeded

    with tempfile.TemporaryDirectory() as folder:
        path, words = Path(folder) / "memory.duckdb", "copper lantern"
        with Database(path) as database:
            database.create_chat("test", "Tea with lemon", "test")
            database.encrypt(words)
        try:
            Database(path).close()
            refused = False
        except PassphraseNeeded:
            refused = True
        with Database(path, passphrase=words) as database:
            found = [chat.title for chat in database.chats("test")]
        plain = b"Tea with lemon" in path.read_bytes()
    expect(refused and found == ["Tea with lemon"] and not plain, f"refused: {refused}, found: {found}, plain: {plain}")
    return "locked, refused, unlocked"


def conversation() -> str:
    """A scripted model answers, and the answer is in the memory file."""
    from desktop.compose import Settings, put_together
    from engine import Database
    from engine.events import Finished
    from models.fake import FakeChat, FakeEmbedder

    with tempfile.TemporaryDirectory() as folder, Database(Path(folder) / "memory.duckdb") as database:
        app = put_together(Settings(home=Path(folder)), database, FakeChat(["Good morning."]), FakeEmbedder())
        assert app.agent is not None
        events = list(app.agent.run("Hello", user_id="test", session_id="test"))
        saved = [turn.text for turn in database.turns("test")]
    expect(any(isinstance(event, Finished) for event in events), f"events: {events}")
    expect(saved == ["Hello", "Good morning."], f"saved: {saved}")
    return "answered and saved"


def embedder() -> str:
    """The embedder, when it was fetched or came with the bundle, tells near from far."""
    from desktop.compose import ready_embedder
    from models import ModelMissing

    try:
        model = ready_embedder()
    except ModelMissing:
        return "not fetched (keepwise models pull embedder)"
    tea, drink, car = model.embed(["a cup of tea", "something hot to drink", "the car needs new tyres"])
    expect(float(tea @ drink) > float(tea @ car), "tea is nearer to a car than to a drink")
    return f"{model.name}, {model.dimensions} dimensions"


def model() -> str:
    """The child process starts; with the smallest model that was fetched it also says something."""
    from models import open_chat
    from models.catalogue import is_installed
    from models.protocols import Done

    names = [name for name in SMALLEST_FIRST if is_installed(name)]
    if not names:
        return child_alone()
    chat = open_chat(names[0], context=512)
    try:
        pieces = list(chat.stream([{"role": "user", "content": "Hello"}], max_tokens=4))
    finally:
        chat.close()
    done = pieces[-1]
    expect(isinstance(done, Done) and done.timings.generated_tokens > 0, f"pieces: {pieces}")
    return f"{names[0]} speaks from its own process"


def child_alone() -> str:
    """Without any model: the child process starts, loads the runtime, and refuses a model that is not there."""
    from models.child import Child

    child = Child()
    try:
        with child.request("load", path="/nonexistent.gguf", context=64, threads=1) as (_, answers):
            answer = child.read(answers)
    finally:
        child.close()
    expect("error" in answer, f"answer: {answer}")
    return "no model fetched; the process of the model starts"


def window(screenshots: Path | None) -> str:
    """The window opens, is used, and closes."""
    from desktop.selftest import run

    results = run(screenshots)
    expect(
        all(good for _, good, _ in results), "; ".join(f"{name}: {seen}" for name, good, seen in results if not good)
    )
    return ", ".join(name for name, _, _ in results)


def expect(fact: bool, otherwise: str) -> None:
    """Raises RuntimeError with what was seen instead."""
    if not fact:
        raise RuntimeError(otherwise)
