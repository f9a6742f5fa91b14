"""Relative dates, read on Monday 19 January 2026, 10:00, unless a test says otherwise."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.language.dates import absolute, annotate, resolve

NOW = datetime(2026, 1, 19, 10, 0)

WORDS = (
    "today tomorrow yesterday Friday on next last this week month year the 30th of March in three days ago two a since "
    "until May 9 2026 2026-03-09 03/09/2026 weekend after before at half ten 3pm we went will end going every heute "
    "morgen vor zwei Wochen demain il y a ans mañana hace días . , ; ( ) ' \n"
).split(" ")
CHATTER = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), CHATTER)
TIMES = st.datetimes(min_value=datetime(1, 1, 1), max_value=datetime(9999, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the vet comes today", "2026-01-19"),
        ("see you tonight", "2026-01-19"),
        ("I fly tomorrow", "2026-01-20"),
        ("he rang yesterday", "2026-01-18"),
        ("we sang last night", "2026-01-18"),
        ("I fly the day after tomorrow", "2026-01-21"),
        ("it was the day before yesterday", "2026-01-17"),
        ("in 3 days I leave", "2026-01-22"),
        ("it starts in twenty-one days", "2026-02-09"),
        ("I saw him two weeks ago", "2026-01-05"),
        ("we met a fortnight ago", "2026-01-05"),
        ("in two weeks' time we move", "2026-02-02"),
        ("in two weeks’ time we move", "2026-02-02"),
        ("the vet comes a week from today", "2026-01-26"),
        ("the vet comes a week from tomorrow", "2026-01-27"),
        ("the vet comes a week from Friday", "2026-01-30"),
        ("Friday week we have a party", "2026-01-30"),
        ("my exam is three weeks on Saturday", "2026-02-14"),
        ("we meet two days after the 9th of March", "2026-03-11"),
        ("the day after Friday suits me", "2026-01-24"),
        ("12 days to go counting from today", "2026-01-31"),
        ("my exam is on Friday", "2026-01-23"),
        ("this Friday I fly", "2026-01-23"),
        ("this coming Friday I fly", "2026-01-23"),
        ("next Friday I fly", "2026-01-30"),
        ("last Friday I flew", "2026-01-16"),
        ("last Monday I flew", "2026-01-12"),
        ("the Friday after next", "2026-02-06"),
        ("Tuesday next week", "2026-01-27"),
        ("this weekend we hike", "2026-01-24"),
        ("last weekend we hiked", "2026-01-17"),
        ("over the weekend we hiked", "2026-01-17"),
        ("the deadline is the 30th", "2026-01-30"),
        ("on the 12th I saw the doctor", "2026-01-12"),
        ("on the 12th I will see the doctor", "2026-02-12"),
        ("see me on the 3rd of next month", "2026-02-03"),
        ("Mia will turn four on the 9th of March", "2026-03-09"),
        ("we got married on March 9", "2025-03-09"),
        ("the first of May is free", "2026-05-01"),
        ("Friday, 13 March works", "2026-03-13"),
        ("9 March 2026", "2026-03-09"),
        ("due 2026-03-09", "2026-03-09"),
        ("due 03/09/2026", "2026-09-03"),
        ("due 03/15/2026", "2026-03-15"),
        ("it is due by the end of the month", "2026-01-31"),
        ("it is due at the end of next month", "2026-02-28"),
        ("I have been ill since Thursday", "2026-01-15"),
        ("two years ago today we met", "2024-01-19"),
    ],
)
def test_an_expression_means_the_day_that_a_reader_of_that_monday_would_take(text: str, day: str) -> None:
    assert absolute(text, NOW) == date.fromisoformat(day)
    assert {dated.precision for dated in resolve(text, NOW)} == {"day"}


@pytest.mark.parametrize(
    ("text", "annotated"),
    [
        ("the vet comes a week from today", "the vet comes a week from today (2026-01-26)"),
        ("she turns four on the 9th of March", "she turns four on the 9th of March (2026-03-09)"),
        ("next week I am off", "next week (week of 2026-01-26) I am off"),
        ("last month was wet", "last month (2025-12) was wet"),
        ("in May we go to Crete", "in May (2026-05) we go to Crete"),
        ("in May we went to Crete", "in May (2025-05) we went to Crete"),
        ("we went there in May last year", "we went there in May last year (2025-05)"),
        ("next year I retire", "next year (2027) I retire"),
        ("three months ago I quit", "three months ago (2025-10) I quit"),
        ("a couple of weeks ago I quit", "a couple of weeks ago (week of 2026-01-05) I quit"),
        ("next quarter we hire", "next quarter (2026-04) we hire"),
        ("today's meeting is off", "today's (2026-01-19) meeting is off"),
        ("today’s meeting is off", "today’s (2026-01-19) meeting is off"),
        ("due on 9 March 2026, or in June 2027", "due on 9 March 2026, or in June 2027"),
    ],
)
def test_each_relative_expression_is_followed_by_its_date_as_exact_as_it_is(text: str, annotated: str) -> None:
    assert annotate(text, NOW) == annotated


@pytest.mark.parametrize(
    "text",
    [
        "I'll do it soon, lately I forget these days, one day I won't",
        "I work there until summer",
        "every Friday I swim, and on Mondays I run",
        "I usually swim on Friday",
        "I work Monday to Friday",
        "Friday nights are for pizza",
        "I finished the book in three days",
        "I haven't seen her in 3 years",
        "two or three weeks ago, or in a week or two",
        "I have lived here for 3 years",
        "the last week was hard",
        "the 3rd floor, the 19th century, my 2nd time",
        "I was born on 9 March",
        "Good Friday, Black Friday",
        "only 2 may enter, he may 9 times",
        "version 3.2.1 runs 24/7 at 192.168.1.1, 3/4 full",
        "it is due on the 31st of February",
        "guten Morgen, ich trinke jeden Morgen Kaffee",
        "por la mañana tomo café con mi madre",
        "Ich wohne hier mit meiner Frau und das ist gut",
    ],
)
def test_what_is_vague_or_habitual_or_impossible_is_never_resolved(text: str) -> None:
    assert resolve(text, NOW) == []
    assert annotate(text, NOW) == text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("we had dinner on Friday", "2026-01-16"),
        ("we are having dinner on Friday", "2026-01-23"),
        ("Friday I ate too much", "2026-01-16"),
        ("I was told the exam is on Friday", "2026-01-23"),
        ("the meeting got moved to Thursday", "2026-01-22"),
        ("I met Anna for lunch Thursday", "2026-01-15"),
        ("dinner is booked for Friday", "2026-01-23"),
    ],
)
def test_the_tense_of_the_nearest_verb_tells_last_friday_from_the_coming_one(text: str, day: str) -> None:
    assert absolute(text, NOW) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ich fliege übermorgen nach Rom", ["2026-01-21"]),
        ("Ich war gestern beim Arzt und am Freitag habe ich Yoga", ["2026-01-18", "2026-01-23"]),
        ("Wir ziehen in drei Wochen um", ["2026-02-09"]),
        ("Vor zwei Tagen war ich krank", ["2026-01-17"]),
        ("Am 9. März hat sie Geburtstag", ["2026-03-09"]),
        ("Demain je vais à Paris", ["2026-01-20"]),
        ("On part vendredi prochain, le 9 mars", ["2026-01-23", "2026-03-09"]),
        ("Il y a trois jours j'étais à Lyon", ["2026-01-16"]),
        ("Mañana voy a Madrid", ["2026-01-20"]),
        ("Hace dos semanas fui al médico", ["2026-01-05"]),
        ("El próximo viernes tengo un examen", ["2026-01-23"]),
    ],
)
def test_the_common_words_of_german_french_and_spanish_are_known(text: str, days: list[str]) -> None:
    assert [dated.date.isoformat() for dated in resolve(text, NOW)] == days


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("the dentist tomorrow at half ten", time(10, 30)),
        ("3pm tomorrow", time(15)),
        ("tomorrow at 15:00", time(15)),
        ("in the pub at 9 on Friday", time(9)),
        ("tonight at 8", time(20)),
        ("tomorrow evening at 7", time(19)),
        ("quarter to six on Sunday", time(17, 45)),
        ("Friday at noon", time(12)),
        ("Am Freitag um 15 Uhr habe ich Yoga", time(15)),
        ("tomorrow I sleep", None),
        ("tomorrow 3 people come", None),
    ],
)
def test_a_clock_time_beside_a_date_is_kept_with_it(text: str, clock: time | None) -> None:
    assert [dated.time for dated in resolve(text, NOW)] == [clock]


def test_an_ambiguous_numeric_date_follows_the_readers_habit() -> None:
    assert absolute("due 03/09/2026", NOW) == date(2026, 9, 3)
    assert absolute("due 03/09/2026", NOW, day_first=False) == date(2026, 3, 9)
    assert absolute("due 15/03/2026", NOW, day_first=False) == date(2026, 3, 15)


def test_a_statement_has_one_main_date_or_none() -> None:
    assert absolute("nothing here", NOW) is None
    assert absolute("either Tuesday or Friday", NOW) is None
    assert absolute("today we decided to move on 9 March", NOW) == date(2026, 3, 9)
    assert absolute("last month I booked it for 9 March 2026", NOW) == date(2026, 3, 9)
    assert absolute("we are away from the 23rd to the 27th", NOW) == date(2026, 1, 23)


def test_what_was_annotated_once_keeps_its_date_when_it_is_read_later() -> None:
    once = annotate("the vet comes tomorrow at 3pm, next week I rest", NOW)
    assert annotate(once, NOW + timedelta(days=400)) == once
    later = [(dated.date, dated.precision) for dated in resolve(once, NOW + timedelta(days=400))]
    assert later == [(date(2026, 1, 20), "day"), (date(2026, 1, 26), "week")]


@given(TEXTS, TIMES)
@settings(max_examples=200, deadline=None)
def test_no_text_and_no_time_makes_it_fail_and_spans_are_exact_and_apart(text: str, at: datetime) -> None:
    found = resolve(text, at)
    edges = [edge for dated in found for edge in (dated.start, dated.end)]
    assert edges == sorted(edges)
    assert all(text[dated.start : dated.end] == dated.text != "" for dated in found)
    absolute(text, at)


@given(TEXTS, TIMES)
@settings(max_examples=200, deadline=None)
def test_annotating_only_adds_brackets_with_dates(text: str, at: datetime) -> None:
    expected, annotated = text, annotate(text, at)
    position = 0
    for char in expected:
        position = re.compile(r"(?: \((?:week of )?\d{4}(?:-\d\d){0,2}\))?").match(annotated, position).end()  # type: ignore[union-attr]
        if annotated[position] != char:
            pytest.fail(f"{annotated!r} is not {text!r} with dates")
        position += 1
    assert re.fullmatch(r"(?: \((?:week of )?\d{4}(?:-\d\d){0,2}\))?", annotated[position:])


@given(
    st.sampled_from(["tomorrow", "I went there last Friday", "next week", "in 3 days", "on Friday"]),
    st.integers(0, 5000),
)
def test_what_is_relative_moves_with_the_message(text: str, weeks: int) -> None:
    moved = timedelta(weeks=weeks)
    (here,), (there,) = resolve(text, NOW), resolve(text, NOW + moved)
    assert there.date - here.date == moved


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)), TIMES)
def test_a_full_date_means_the_same_at_any_time(day: date, at: datetime) -> None:
    for spelled in (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"):
        assert [(dated.date, dated.complete) for dated in resolve(f"it is due {spelled}.", at)] == [(day, True)]
