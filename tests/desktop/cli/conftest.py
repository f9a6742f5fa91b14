"""The command line as tests use it: in this process, with a scripted model, on a memory file of their own."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from desktop.cli.app import run
from desktop.compose import Compose, Settings, put_together
from engine import Database
from models import ModelMissing
from models.fake import FakeEmbedder
from tests.desktop.cli.doubles import Command, Outcome, scripted


@pytest.fixture
def keepwise(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run `keepwise ...` and give how it ended; `stdin` is piped in."""

    def command(*arguments: str | Path, stdin: str = "", compose: Compose | None = None) -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = run([str(one) for one in arguments], compose or scripted())
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return command


@pytest.fixture
def no_model() -> Compose:
    """A composition on a computer without a model."""
    return scripted(problem=ModelMissing("Fetch it with: keepwise models pull starter"))


@pytest.fixture
def remembered(own_home: Path) -> str:
    """The id of one memory of the user that `keepwise` finds."""
    settings = Settings()
    with Database(settings.database_path) as database:
        learning = put_together(settings, database, None, FakeEmbedder()).learning
        return learning.write("user_memory", "Prefers tea to coffee.", user_id=settings.user_id).items[0].id
