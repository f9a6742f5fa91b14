"""The files that `keepwise eval` reads: every fault is told in one line that says where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.cli.evaluate import CasesUnreadable, checked, packaged, read_cases


def test_lines_and_an_array_are_both_read_and_empty_lines_passed_over(tmp_path: Path) -> None:
    lines, array = tmp_path / "a.jsonl", tmp_path / "b.json"
    lines.write_text('\ufeff{"id": "one"}\n\n{"id": "two"}\n', encoding="utf-8")
    array.write_text('[{"id": "one"}, {"id": "two"}]', encoding="utf-8")
    assert read_cases(lines, None) == read_cases(array, None) == [{"id": "one"}, {"id": "two"}]
    assert read_cases(lines, 1) == [{"id": "one"}]


@pytest.mark.parametrize("name", ["learning.jsonl", "recall.jsonl", "gate.jsonl"])
def test_the_sets_of_our_own_are_there(name: str) -> None:
    assert all(case["id"] for case in read_cases(packaged(name), None))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"id": "one"}\n{"id": ', "line 2 of cases.jsonl is no JSON"),
        (b'{"id": "one"}\n\n5\n', "line 3 of cases.jsonl is no case"),
        (b'[{"id": "one"}, "two"]', "entry 2 of cases.jsonl is no case"),
        (b'[{"id": "one"}', "cases.jsonl is no JSON"),
        (b"\n \n", "cases.jsonl holds no cases"),
        (b"[]", "cases.jsonl holds no cases"),
        (b"\xff\xfe\x00", "cases.jsonl is no text"),
    ],
)
def test_a_bad_file_is_told_with_its_place(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_bytes(content)
    with pytest.raises(CasesUnreadable, match=told):
        read_cases(path, None)


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ({"id": "x"}, "case 'x' has no field 'date'"),
        ({"date": "yesterday"}, "case '\\?' cannot be used: Invalid isoformat"),
    ],
)
def test_a_bad_case_is_told_by_its_name(tmp_path: Path, case: dict[str, Any], told: str) -> None:
    def score(parts: object, one: dict[str, Any], path: Path) -> object:
        from datetime import datetime

        return datetime.fromisoformat(one["date"])

    with pytest.raises(CasesUnreadable, match=told):
        checked(score, None, case, tmp_path)
