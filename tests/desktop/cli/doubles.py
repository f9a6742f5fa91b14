"""What the tests of the command line share: how a command ended, and a composition with a scripted model."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from desktop.compose import App, Compose, Settings, open_database, put_together
from engine import KeepwiseError
from models.fake import FakeChat, FakeEmbedder


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Stdout as the one JSON document it must be."""
        return json.loads(self.out)


Command: TypeAlias = Callable[..., Outcome]


def scripted(script: Sequence[str] = ("Good morning.",), problem: KeepwiseError | None = None) -> Compose:
    """A composition whose model says `script`; with a `problem` there is no model, and that is why."""

    def compose(settings: Settings) -> App:
        model = FakeChat(list(script)) if settings.with_model and problem is None else None
        problems = () if problem is None else (problem,)
        return put_together(settings, open_database(settings), model, FakeEmbedder(), problems)

    return compose
