"""What all commands have in common: help, exit codes, errors as one line, JSON as one document."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from desktop.cli.app import guarded
from engine import KeepwiseError
from tests.desktop.cli.doubles import Command

COMMANDS = [
    "",
    "chat",
    "models list",
    "models pull",
    "models verify",
    "models remove",
    "memory list",
    "memory show",
    "memory export",
    "memory import",
    "memory check",
    "memory forget",
    "bench",
    "eval learning",
    "eval recall",
    "self-test",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(keepwise: Command, command: str) -> None:
    outcome = keepwise(*command.split(), "--help")
    assert outcome.code == 0
    assert f"keepwise {command}".strip() in outcome.out
    assert outcome.err == ""


@pytest.mark.parametrize(
    "arguments", ["nonsense", "chat --nonsense", "memory list --state lost", "memory forget", "eval"]
)
def test_what_is_not_understood_is_one_line_and_exit_code_2(keepwise: Command, arguments: str) -> None:
    outcome = keepwise(*arguments.split())
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) <= 1


def test_an_error_is_one_line_with_its_title_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> None:
        raise KeepwiseError("Close the other\none first.", title="The file is in use")

    assert guarded(fails) == 1
    assert capsys.readouterr().err == "keepwise: The file is in use: Close the other one first.\n"


def test_a_defect_is_one_line_too_and_its_place_is_in_the_log_without_its_words(
    capsys: pytest.CaptureFixture[str], own_home: Path, python: str
) -> None:
    code = "from desktop.cli.app import guarded; raise SystemExit(guarded(lambda: {}['my secret']))"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("keepwise: unexpected error: KeyError")
    assert len(done.stderr.splitlines()) == 1
    log = (own_home / "keepwise" / "keepwise.log").read_text(encoding="utf-8")
    assert "KeyError" in log
    assert "secret" not in log


def test_ctrl_c_ends_a_command_with_exit_code_1_and_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    assert guarded(interrupted) == 1
    assert capsys.readouterr().err == "keepwise: stopped\n"


@pytest.mark.parametrize("arguments", ["models list", "memory list", "memory check", "eval recall --limit 1"])
def test_json_is_exactly_one_document_on_stdout(keepwise: Command, arguments: str) -> None:
    outcome = keepwise(*arguments.split(), "--json")
    assert outcome.code == 0
    assert outcome.document is not None
    assert outcome.err == ""


def test_the_version_is_told(keepwise: Command) -> None:
    assert keepwise("--version").out.startswith("keepwise ")


def test_without_a_display_the_window_becomes_a_conversation_and_says_so(
    keepwise: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    outcome = keepwise(stdin="Hello\n")
    assert outcome.code == 0
    assert "no display" in outcome.err
    assert "Good morning." in outcome.out


def test_a_memory_file_that_is_none_is_refused_and_left_alone(keepwise: Command, tmp_path: Path) -> None:
    path = tmp_path / "notes.duckdb"
    path.write_text("not a database")
    outcome = keepwise("memory", "list", "--db", path)
    assert outcome.code == 1
    assert outcome.err.startswith("keepwise: The memory file could not be read")
    assert path.read_text() == "not a database"
