"""Streamed Markdown on a terminal: whatever the stretches, the result is the same, and nothing harmful passes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.cli.ink import BOLD, CODE, PLAIN, Ink

ESCAPES = re.compile(r"\x1b\[\d*m")


def inked(*stretches: str, colours: bool = True) -> str:
    ink = Ink(colours)
    return "".join(ink.write(stretch) for stretch in stretches) + ink.end()


def test_bold_and_code_are_coloured_and_lose_their_markers() -> None:
    assert BOLD + "so" in inked("**so** it is")
    assert CODE + "x = 1" in inked("see `x = 1` there")
    assert ESCAPES.sub("", inked("**so** `it` is")) == "so it is"


def test_a_block_of_code_keeps_its_text_as_it_is() -> None:
    assert ESCAPES.sub("", inked("```python\na ** b `c`\n```\nend")) == "```python\na ** b `c`\n```\nend"


def test_away_from_a_terminal_the_text_stays_as_it_was_written() -> None:
    assert inked("**so** `it` is", colours=False) == "**so** `it` is"


@given(some.text(alphabet="ab*`#\n _"), some.integers(0, 30))
def test_it_does_not_matter_where_the_stretches_are_cut(text: str, at: int) -> None:
    assert visible(inked(text[:at], text[at:])) == visible(inked(text))


@pytest.mark.parametrize("colours", [True, False])
@given(text=some.text())
def test_no_control_character_of_the_model_passes(colours: bool, text: str) -> None:
    shown = ESCAPES.sub("", inked(text, colours=colours))
    assert all(char.isprintable() or char in "\n\t" for char in shown)


def test_the_colours_are_switched_off_at_the_end() -> None:
    assert inked("**never closed").endswith(PLAIN)


def visible(text: str) -> str:
    return ESCAPES.sub("", text)
