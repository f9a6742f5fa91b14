"""The language of the window: what is said without a translation."""

from __future__ import annotations

import subprocess

import pytest

from desktop.tongue import LANGUAGES, SOURCE, number, spoken, tr, tr_n


def test_without_a_translation_the_text_is_said_as_it_is_written() -> None:
    assert tr("No such text {name}") == "No such text {name}"
    assert tr("") == ""


@pytest.mark.parametrize(("count", "said"), [(0, "0 things"), (1, "1 thing"), (2, "2 things"), (1234, "1,234 things")])
def test_english_tells_one_from_many(count: int, said: str) -> None:
    assert tr_n("{n} things", "{n} thing", count) == said
    assert tr_n("{n} of {all} things", "{n} of {all} thing", count, all=9).endswith(said.partition(" ")[2])


def test_a_language_that_is_not_there_is_english() -> None:
    assert {spoken(code) for code in LANGUAGES} == set(LANGUAGES)
    assert spoken("tlh") == spoken("") == SOURCE


def test_texts_are_there_before_any_application(python: str) -> None:
    code = (
        "from desktop.tongue import number, tr, tr_n; print(tr('Undo'), tr_n('{n} acts', '{n} act', 1), number(1234))"
    )
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[0] == f"Undo 1 act {number(1234)}"
