"""Standing wishes by what they are about: of two about the same side of the answers only the later can hold."""

from __future__ import annotations

import pytest

from engine.language.wishes import about


@pytest.mark.parametrize(
    ("one", "other", "side"),
    [
        ("Always reply in French, please", "from now on write to me in Dutch", "language"),
        ("antworte mir immer auf Spanisch", "please answer in English again", "language"),
        ("Keep your answers brief.", "please give me long answers from here on", "length"),
        ("use bullet points, always", "whole paragraphs please, no lists: in prose", "shape"),
        ("use metric please", "always in miles, please", "units"),
    ],
)
def test_two_wishes_about_one_side_are_told(one: str, other: str, side: str) -> None:
    assert side in about(one) & about(other)


@pytest.mark.parametrize(
    "text",
    [
        "I write in English at work",
        "My sister speaks German",
        "keep it short when I ask about code",
        "answer in French if my mother writes",
        "I keep a list of birds",
        "I drove 300 miles",
        "I love long walks",
    ],
)
def test_what_is_no_wish_or_holds_only_sometimes_is_about_nothing(text: str) -> None:
    assert about(text) == frozenset()
