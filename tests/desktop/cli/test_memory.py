"""`keepwise memory`: what was learned, listed, shown, taken along and forgotten, without a language model."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.compose import Settings
from engine import Database
from tests.desktop.cli.doubles import Command


def test_the_list_shows_each_item_under_its_store(keepwise: Command, remembered: str) -> None:
    outcome = keepwise("memory", "list")
    assert outcome.code == 0
    assert "user_memory (1)" in outcome.out
    assert remembered in outcome.out
    assert "Prefers tea to coffee." in outcome.out


def test_the_list_is_narrowed_by_store_state_and_user(keepwise: Command, remembered: str) -> None:
    assert [item["id"] for item in keepwise("memory", "list", "--store", "user_memory", "--json").document] == [
        remembered
    ]
    assert keepwise("memory", "list", "--store", "decision_log", "--json").document == []
    assert keepwise("memory", "list", "--state", "proposed", "--json").document == []
    assert keepwise("memory", "list", "--user", "somebody", "--json").document == []


def test_an_unknown_store_is_refused_with_those_there_are(keepwise: Command) -> None:
    outcome = keepwise("memory", "list", "--store", "diary")
    assert outcome.code == 2
    assert "user_memory" in outcome.err


def test_an_item_is_shown_with_its_history(keepwise: Command, remembered: str) -> None:
    document = keepwise("memory", "show", remembered, "--json").document
    assert document["item"]["text"] == "Prefers tea to coffee."
    assert len(document["history"]) == 1
    assert "Prefers tea to coffee." in keepwise("memory", "show", remembered).out


def test_an_item_that_is_not_there_is_one_line(keepwise: Command) -> None:
    outcome = keepwise("memory", "show", "nothing")
    assert outcome.code == 1
    assert outcome.err.startswith("keepwise: Not found: ")


def test_an_export_imported_into_an_empty_file_gives_the_same_items(
    keepwise: Command, remembered: str, tmp_path: Path
) -> None:
    assert keepwise("memory", "export", tmp_path / "out.json").code == 0
    imported = keepwise("memory", "import", tmp_path / "out.json", "--db", tmp_path / "new.duckdb", "--json").document
    listed = keepwise("memory", "list", "--db", tmp_path / "new.duckdb", "--json").document
    assert [item["id"] for item in imported["items"]] == [item["id"] for item in listed] == [remembered]
    assert imported["kinds"] == {"user_memory": {"found": 1, "new": 1, "known": 0, "skipped": 0}}


def test_a_dry_run_of_an_import_says_what_it_would_do_and_does_nothing(
    keepwise: Command, remembered: str, tmp_path: Path
) -> None:
    keepwise("memory", "export", tmp_path / "out.json")
    new = ("--db", tmp_path / "new.duckdb")
    outcome = keepwise("memory", "import", tmp_path / "out.json", "--dry-run", *new)
    assert outcome.code == 0
    assert "1 items would be imported." in outcome.out
    assert keepwise("memory", "list", *new, "--json").document == []


def test_a_file_that_is_no_export_is_one_line_that_says_what_to_choose(keepwise: Command, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir", encoding="utf-8")
    outcome = keepwise("memory", "import", tmp_path / "letter.txt")
    assert outcome.code == 1
    assert outcome.err.startswith("keepwise: ")
    assert "ChatGPT" in outcome.err


def test_an_export_that_cannot_be_written_is_reported(keepwise: Command, remembered: str, tmp_path: Path) -> None:
    outcome = keepwise("memory", "export", tmp_path / "no" / "such" / "folder.json")
    assert outcome.code == 1
    assert outcome.err.startswith("keepwise: ")


def test_a_forgotten_item_is_out_of_the_list(keepwise: Command, remembered: str) -> None:
    assert keepwise("memory", "forget", "--id", remembered, "--json").document == {"forgotten": [remembered]}
    assert keepwise("memory", "list", "--json").document == []
    assert [item["id"] for item in keepwise("memory", "list", "--state", "forgotten", "--json").document] == [
        remembered
    ]


def test_one_wrong_id_among_several_forgets_nothing(keepwise: Command, remembered: str) -> None:
    assert keepwise("memory", "forget", "--id", remembered, "--id", "nothing").code == 1
    assert len(keepwise("memory", "list", "--json").document) == 1


def test_everything_is_forgotten_only_with_a_yes(keepwise: Command, remembered: str) -> None:
    assert keepwise("memory", "forget", "--all").code == 1
    assert len(keepwise("memory", "list", "--json").document) == 1
    assert keepwise("memory", "forget", "--all", "--yes").code == 0
    assert keepwise("memory", "list", "--json").document == []


def test_a_sound_memory_file_is_said_to_be_sound(keepwise: Command, remembered: str) -> None:
    outcome = keepwise("memory", "check", "--json")
    assert outcome.code == 0
    assert outcome.document["problems"] == []


def test_an_encrypted_file_is_opened_with_the_passphrase_of_the_environment_only(
    keepwise: Command, remembered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Database(Settings().database_path) as database:
        database.encrypt("copper lantern")
    refused = keepwise("memory", "list")
    assert refused.code == 1
    assert "KEEPWISE_PASSPHRASE" in refused.err
    monkeypatch.setenv("KEEPWISE_PASSPHRASE", "wrong")
    assert "does not open" in keepwise("memory", "list").err
    monkeypatch.setenv("KEEPWISE_PASSPHRASE", "copper lantern")
    assert remembered in keepwise("memory", "list").out
    assert "all is well" in keepwise("memory", "check").out


def test_the_passphrase_of_the_environment_does_no_harm_to_a_plain_file(
    keepwise: Command, remembered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEEPWISE_PASSPHRASE", "copper lantern")
    assert remembered in keepwise("memory", "list").out
