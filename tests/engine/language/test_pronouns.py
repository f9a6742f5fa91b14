"""Whom "she" and "he" at the beginning of a note stand for: a note stands alone later."""

from __future__ import annotations

import pytest

from engine.language.pronouns import stands_for


@pytest.mark.parametrize(
    ("before", "text", "whole"),
    [
        ("We spent the weekend with my aunt Rosalind. ", "She breeds budgies", "My aunt Rosalind breeds budgies"),
        ("My father in law visits in May, ", "he is deaf in one ear", "My father in law is deaf in one ear"),
        ("Ignatius, a baker, moved in upstairs. ", "He's up at three", "Ignatius's up at three"),
        (
            "I have a niece. my niece Ada starts school. ",
            "her teacher is Mr Oduya",
            "My niece Ada's teacher is Mr Oduya",
        ),
        ("my brother Tom and my sister Eve came. ", "he hates fish", "My brother Tom hates fish"),
        ("Can you word a card for Odalys's farewell on Friday? ", "She's my tutor", "Odalys's my tutor"),
        ("Bram from the depot turns 50 and I bake. ", "He can't have nuts", "Bram can't have nuts"),
        ("order at Tuulikki Oy in Oulu please. ", "they close on Mondays", "Tuulikki Oy close on Mondays"),
        ("My uncle sails. Rain all week. ", "and he'll sell the boat", "My uncle'll sell the boat"),
    ],
)
def test_the_one_person_who_fits_is_named(before: str, text: str, whole: str) -> None:
    assert stands_for(text, before)[1] == whole


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("My brother Tom and my father live in Leeds. ", "he hates fish"),
        ("my daughter Eve turned six. ", "he is eight"),
        ("I moved to Berlin. ", "she starts in May"),
        ("", "She breeds budgies"),
        ("my mum came. ", "Her and me went shopping"),
        ("my mum came. ", "Sheila breeds budgies"),
        ("My cat sleeps. ", "It is old"),
        ("We went to Leeds with the kids. ", "they loved it"),
        ("We flew to Leeds. ", "they lost my bag"),
        ("Ana and Bo came. ", "they like cake"),
    ],
)
def test_where_it_is_not_certain_the_words_stay(before: str, text: str) -> None:
    assert stands_for(text, before) == ("", text)
