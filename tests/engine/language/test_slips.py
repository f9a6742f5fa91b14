"""What is put right or passed on in the same message, and what was dictated in one breath."""

from __future__ import annotations

from datetime import datetime

import pytest

from engine.decide import LONGEST
from engine.language.dates import annotate
from engine.language.kinds import is_question
from engine.language.segments import segment
from engine.language.sentences import MOST_WORDS
from engine.language.slips import mended


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("i am a bakre *baker in Ghent", "i am a baker in Ghent"),
        ("no peanutes *PEANUTS for me", "no peanuts for me"),
        ("i live in Osol by the harbour *Oslo", "i live in Oslo by the harbour"),
        ("this is *very* good", "this is *very* good"),
        ("2 * x *y", "2 * x *y"),
        ("I like *tea", "I like *tea"),
        ("* milk", "* milk"),
    ],
)
def test_a_starred_word_takes_the_place_of_the_slip(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    ("said", "dated"),
    [
        ("the audit is a week tomorrow", "the audit is a week tomorrow (2026-03-19)"),
        ("i gave up sugar two weeks ago yesterday", "i gave up sugar two weeks ago yesterday (2026-02-24)"),
        ("we left two days ago, tomorrow we fly", "we left two days ago (2026-03-09), tomorrow (2026-03-12) we fly"),
    ],
)
def test_a_distance_from_tomorrow_or_yesterday_is_counted_from_there(said: str, dated: str) -> None:
    assert annotate(said, datetime(2026, 3, 11, 9)) == dated


@pytest.mark.parametrize(
    "text",
    [
        "my aunt asks how long jam keeps",
        "The neighbour wants to know whether we mind",
        "my boss is asking if rye would do",
    ],
)
def test_somebody_elses_question_is_a_question(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text", ["my aunt asks for jam every year", "I wonder at her patience", "she asked us to dinner"]
)
def test_asking_for_something_is_none(text: str) -> None:
    assert not is_question(text)


def test_what_stands_behind_pointed_brackets_is_material() -> None:
    message = "make this shorter >>> Dear members, I am your new treasurer. <<< i only joined in May"
    kinds = {piece.kind: piece.text for piece in segment(message)}
    assert kinds["pasted"] == "Dear members, I am your new treasurer. <<<"
    assert kinds["said"] == "i only joined in May"


def test_a_dictated_breath_is_cut_where_the_next_begins() -> None:
    message = (
        "well so i took over the mill from my uncle in spring and the wheel needs new paddles before winter um my brother "
        "Ansgar does the flour deliveries on tuesdays and i keep the books in the evenings which i hate and we close the "
        "whole of january because the race freezes over"
    )
    assert len(message.split()) > MOST_WORDS == LONGEST
    cut = [piece.text for piece in segment(message)]
    assert len(cut) > 2
    assert "".join("".join(cut).split()) == "".join(message.split())
    assert any(piece.startswith("and we close") for piece in cut)


def test_a_sentence_that_a_note_can_hold_is_not_cut_at_its_breaths() -> None:
    message = "i took over the mill from my uncle and my brother Ansgar does the flour deliveries on tuesdays now"
    assert [piece.text for piece in segment(message)] == [
        "i took over the mill from my uncle",
        "and my brother Ansgar does the flour deliveries on tuesdays now",
    ]
