"""`keepwise` as a process of its own: the model's child, Ctrl+C, a closed pipe, and one real model."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.compose import App, Settings, put_together
from engine import Database
from models.fake import FakeChat, FakeEmbedder
from tests.desktop.cli.doubles import Command


def process(python: str, project: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run `keepwise` in a fresh process."""
    command = [python, "-m", "desktop.main", *arguments]
    return subprocess.run(command, cwd=project, input=stdin, capture_output=True, text=True, check=False)


def test_the_childs_end_of_input_is_its_end(python: str, project: Path) -> None:
    done = process(python, project, "--model-worker")
    assert done.returncode == 0
    assert done.stdout == ""


def test_a_reader_that_leaves_early_causes_no_complaint(python: str, project: Path) -> None:
    line = f"{python} -m desktop.main models list --json | head -1"
    done = subprocess.run(["bash", "-c", line], cwd=project, capture_output=True, text=True, check=False)
    assert done.stdout == "{\n"
    assert done.stderr == ""


@pytest.mark.model
def test_a_real_model_answers_once(python: str, project: Path) -> None:
    done = process(python, project, "chat", "--model", "tiny", "--once", "Say hello.")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.fixture
def heard_interrupts() -> Iterator[None]:
    """Ctrl+C as in a terminal: a shell that starts the tests in the background has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard_interrupts")
def test_ctrl_c_stops_the_answer_and_keeps_what_was_said(keepwise: Command) -> None:
    model, begun = FakeChat(["Once upon a time"], gate=threading.Event()), threading.Event()

    def compose(settings: Settings) -> App:
        database = Database(settings.database_path)
        app = put_together(settings, database, model, FakeEmbedder())
        begun.set()
        return app

    def press() -> None:
        begun.wait()
        while not model.calls:
            begun.wait(0.01)
        os.kill(os.getpid(), signal.SIGINT)

    finger = threading.Thread(target=press)
    finger.start()
    outcome = keepwise("chat", "--session", "s1", "--once", "A story, please.", compose=compose)
    finger.join()
    assert outcome.code == 0
    assert "(stopped)" in outcome.out
    with Database(Settings().database_path) as database:
        assert [turn.state for turn in database.turns("s1")] == ["complete", "stopped"]
