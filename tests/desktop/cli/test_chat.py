"""`keepwise chat` with a scripted model: once, piped, resumed, with modes, and without a model."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.compose import Compose, Settings, put_together
from engine import Database
from engine.item import State
from models.fake import FakeEmbedder
from tests.desktop.cli.doubles import Command, scripted


def said(session: str) -> list[str]:
    with Database(Settings().database_path) as database:
        return [turn.text for turn in database.turns(session)]


def test_once_answers_on_stdout_and_ends(keepwise: Command) -> None:
    outcome = keepwise("chat", "--once", "Hello")
    assert outcome.code == 0
    assert outcome.out.startswith("Good morning.")


def test_piped_lines_are_answered_one_after_the_other(keepwise: Command) -> None:
    outcome = keepwise("chat", stdin="Hello\n\nAnd you?\n", compose=scripted(["First answer.", "Second answer."]))
    assert outcome.code == 0
    assert outcome.out.index("First answer.") < outcome.out.index("Second answer.")


def test_a_session_goes_on_where_it_was(keepwise: Command) -> None:
    keepwise("chat", "--session", "s1", "--once", "Hello")
    keepwise("chat", "--session", "s1", "--once", "Still there?")
    assert said("s1") == ["Hello", "Good morning.", "Still there?", "Good morning."]


def test_without_a_model_it_says_which_command_fetches_one(keepwise: Command, no_model: Compose) -> None:
    outcome = keepwise("chat", "--once", "Hello", compose=no_model)
    assert outcome.code == 1
    assert outcome.err == ("keepwise: The model is not on this computer: Fetch it with: keepwise models pull starter\n")


@pytest.mark.parametrize("mode", ["user_memory", "user_memory=sometimes", "memories=always", "=off"])
def test_a_mode_that_is_none_is_refused_with_those_there_are(keepwise: Command, mode: str) -> None:
    outcome = keepwise("chat", "--mode", mode, "--once", "Hello")
    assert outcome.code == 2
    assert "user_profile" in outcome.err
    assert "propose" in outcome.err


def test_modes_reach_the_stores(keepwise: Command) -> None:
    seen = []

    def watching(settings: Settings) -> Any:
        app = scripted()(settings)
        seen.append(app.learning.modes)
        return app

    keepwise("chat", "--mode", "user_memory=propose", "--mode", "decision_log=off", "--once", "Hello", compose=watching)
    assert seen[0]["user_memory"] == "propose"
    assert seen[0]["decision_log"] is None
    assert seen[0]["user_profile"] == "always"


def test_quit_leaves_and_an_unknown_command_lists_what_there_is(keepwise: Command) -> None:
    outcome = keepwise("chat", stdin="/what\n/quit\nHello\n")
    assert outcome.code == 0
    assert "/undo" in outcome.err
    assert "Good morning." not in outcome.out


def test_escape_sequences_of_a_model_do_not_reach_the_terminal(keepwise: Command) -> None:
    outcome = keepwise("chat", "--once", "Hello", compose=scripted(["Well\x1b[2J done."]))
    assert "\x1b" not in outcome.out


def test_a_failed_answer_is_one_line_on_stderr_and_exit_code_1(keepwise: Command) -> None:
    outcome = keepwise("chat", "--once", "")
    assert outcome.code == 1
    assert outcome.err.startswith("keepwise: ")
    assert len(outcome.err.splitlines()) == 1


def test_accepting_says_that_something_archived_is_back(keepwise: Command) -> None:
    """A11."""
    settings = Settings()
    with Database(settings.database_path) as database:
        learning = put_together(settings, database, None, FakeEmbedder()).learning
        book = learning.entities(settings.user_id)
        item = book.remember("Ana", "plays the cello").learned[0]
        book.remember("Ana", "lives in Lisbon")
        book.archive("Ana")
        database.items.record("propose", [(item, replace(item, state=State.PROPOSED))], by="test")
    outcome = keepwise("chat", stdin=f"/accept {item.id}\n")
    assert "Remembered. Ana was archived; it is back." in outcome.err
