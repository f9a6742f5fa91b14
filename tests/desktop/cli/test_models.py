"""`keepwise models` without the network: an empty folder, and a model that lies there already."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.cli.doubles import Command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KEEPWISE_MODELS", str(tmp_path))
    return tmp_path


def test_the_list_says_what_is_here_and_where(keepwise: Command, folder: Path) -> None:
    document = keepwise("models", "list", "--json").document
    assert document["folder"] == str(folder)
    assert not any(model["installed"] for model in document["models"])
    assert "starter" in keepwise("models", "list").out


@pytest.mark.parametrize("command", ["pull", "remove", "verify"])
def test_an_unknown_model_is_refused_with_those_there_are(keepwise: Command, folder: Path, command: str) -> None:
    outcome = keepwise("models", command, "nonsense")
    assert outcome.code == 1
    assert "starter" in outcome.err


def test_an_altered_model_fails_the_check(keepwise: Command, folder: Path) -> None:
    sizes = {
        model["name"]: model["download_bytes"] for model in keepwise("models", "list", "--json").document["models"]
    }
    (folder / "tiny").mkdir()
    with (folder / "tiny" / "model.gguf").open("wb") as file:
        file.truncate(sizes["tiny"])
    outcome = keepwise("models", "verify", "tiny", "--json")
    assert outcome.code == 1
    assert outcome.document == {"tiny": False}


def test_a_removed_model_is_gone_and_what_it_took_is_told(keepwise: Command, folder: Path) -> None:
    (folder / "tiny").mkdir()
    (folder / "tiny" / "model.gguf").write_bytes(b"x" * 1000)
    assert keepwise("models", "remove", "tiny", "--json").document == {"tiny": 1000}
    assert not (folder / "tiny").exists()
