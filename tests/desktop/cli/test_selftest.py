"""`keepwise self-test`: every check passes here, and one that fails says why."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from desktop.cli.selftest import attempted, checks, expect
from models.errors import KeepwiseError

LIGHT = [(name, check) for name, check in checks(None) if name not in ("model", "window")]


@pytest.mark.parametrize(("name", "check"), LIGHT, ids=[name for name, _ in LIGHT])
def test_a_sound_installation_passes_each_check(name: str, check: object) -> None:
    assert callable(check)
    problem, told = attempted(check)
    assert problem == ""
    assert told


def test_a_check_that_fails_says_why_in_one_line() -> None:
    def broken() -> str:
        raise KeepwiseError("The library is\nmissing.")

    def surprised() -> str:
        expect(1 + 1 == 3, "two turns")
        return "never"

    assert attempted(broken) == ("KeepwiseError: The library is missing.", "")
    assert attempted(surprised) == ("RuntimeError: two turns", "")


def test_without_any_model_the_models_process_is_still_tried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KEEPWISE_MODELS", str(tmp_path))
    told = {name: attempted(check) for name, check in checks(None) if name in ("model", "embedder")}
    assert told["model"] == ("", "no model fetched; the process of the model starts")
    assert told["embedder"][0] == ""


@pytest.mark.model
def test_the_whole_command_ends_with_0(python: str, project: Path) -> None:
    command = [python, "-m", "desktop.main", "self-test"]  # its pictures: test_the_window_passes_its_own_test
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_pictures_are_taken_into_the_folder_that_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[Path | None] = []

    def run(screenshots: Path | None) -> list[tuple[str, bool, str]]:
        asked.append(screenshots)
        return [("opening", True, "ok")]

    monkeypatch.setattr("desktop.selftest.run", run)  # the pictures themselves: test_the_window_passes_its_own_test
    told = {name: attempted(check) for name, check in checks(tmp_path) if name == "window"}
    assert told == {"window": ("", "opening")}
    assert asked == [tmp_path]
