"""When two spellings are one name, whether a text speaks of it, and which names a text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.language.names import canonical_type, fold, mentions, proper_names, split_type

LETTERS = st.text(alphabet="abcXYZ éüñÅß李京Жи+#/.-'’_& 1", max_size=20)
ANY = st.one_of(st.text(max_size=40), LETTERS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sarah Chen", "sarah  chen"),
        ("Muñoz", "Munoz"),
        ("O'Brien", "O’Brien"),
        ("Anne-Marie", "Anne Marie"),
        ("J. R. R. Tolkien", "J R R Tolkien"),
        ("Łódź", "Lodz"),
        ("Strasse", "Straße"),
        ("Johnson & Johnson", "Johnson and Johnson"),
        ("ＡＣＭＥ", "acme"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C", "C++"),
        ("C", "C#"),
        ("C++", "C#"),
        ("Anna Müller", "Anna Möller"),
        ("李 Ming", "Ming"),
        ("李明", "李"),
        ("AC/DC", "AC"),
        ("GPT-3.5", "GPT-35"),
        ("й", "и"),
    ],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_name_of_punctuation_alone_is_kept() -> None:
    assert fold("!!!") == "!!!"
    assert fold("  ") == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Al is here", "Al"),
        ("I saw Muñoz yesterday", "Munoz"),
        ("i saw munoz yesterday", "Muñoz"),
        ("Ana's cat ran off", "Ana"),
        ("we ate at McDonald's", "McDonald's"),
        ("I write C++, mostly", "C++"),
        ("AC/DC are loud", "ac/dc"),
        ("ask Ann/Bob about it", "Ann"),
        ("我爱北京", "北京"),
        ("Will came too", "Will"),
        ("is sarah\nchen in?", "Sarah Chen"),
    ],
)
def test_a_text_mentions_a_name_whatever_its_spelling(text: str, name: str) -> None:
    assert mentions(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("always", "Al"),
        ("I write C++", "C"),
        ("I write C# now", "C"),
        ("AC/DC are loud", "AC"),
        ("i will come", "Will"),
        ("Anna Möller", "Anna Müller"),
        ("anything", ""),
        ("", "Al"),
    ],
)
def test_a_part_of_a_word_is_no_mention(text: str, name: str) -> None:
    assert not mentions(text, name)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("project/Harbor", ("project", "Harbor")),
        ("people/Al", ("person", "Al")),
        ("Companies / Acme", ("company", "Acme")),
        ("person/AC/DC", ("person", "AC/DC")),
        ("AC/DC", ("", "AC/DC")),
        ("project/", ("", "project/")),
        ("Harbor", ("", "Harbor")),
    ],
)
def test_only_a_known_type_before_the_slash_qualifies_a_name(name: str, parts: tuple[str, str]) -> None:
    assert split_type(name) == parts


def test_types_have_one_word_each() -> None:
    assert canonical_type("people") == canonical_type("Person") == "person"
    assert canonical_type("organization") == canonical_type("organisations") == "organisation"
    assert canonical_type(" Recipe ") == "recipe"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "I met Anna Müller and Maria da Silva at the University of Leeds on Friday",
            ["Anna Müller", "Maria da Silva", "University of Leeds"],
        ),
        ("Ludwig van Beethoven knew J. R. Ewing", ["Ludwig van Beethoven", "J. R. Ewing"]),
        ("the ZB-7 by Acme beats the RTX 4090 and my iPhone 15", ["ZB-7", "Acme", "RTX 4090", "iPhone 15"]),
        ("Anna lives in Rome. Dinner was great. Yesterday Bob came.", ["Anna", "Rome", "Bob"]),
        ("I speak Spanish in May, and love AC/DC and C++", ["AC/DC", "C++"]),
        ("Anna's brother met Tom's dog Rex and Aunt May", ["Anna", "Tom", "Rex", "Aunt May"]),
        ("my neighbour 李 Ming moved to Łódź", ["李 Ming", "Łódź"]),
        ("Tilda is fine. My cat Tilda is old", ["Tilda"]),
        ("Write me a poem. Thanks. What a day", []),
        ("I LOVE THIS SO MUCH I COULD CRY", []),
        ("ok btw I'm fine, lol", []),
        ("", []),
    ],
)
def test_the_names_of_a_text_are_found_by_their_capitals(text: str, names: list[str]) -> None:
    assert proper_names(text) == names


@given(ANY)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(alphabet=st.characters(max_codepoint=0x17F), max_size=30))
def test_folding_forgets_case(name: str) -> None:
    assert fold(name.casefold()) == fold(name)


@given(ANY, ANY)
def test_being_one_name_holds_both_ways(one: str, other: str) -> None:
    assert (fold(one) == fold(other)) == (fold(other) == fold(one))
    if fold(one) == fold(other):
        assert mentions(one, other) == mentions(other, one) or any(char.isupper() for char in one + other)


@given(st.sampled_from(["Sarah Chen", "C++", "AC/DC", "Muñoz", "北京", "ZB-7"]), st.sampled_from(["", "i know ", "( "]))
def test_every_name_is_mentioned_by_a_text_that_holds_it(name: str, before: str) -> None:
    assert mentions(f"{before}{name}, yes", name)


@given(ANY)
def test_names_are_taken_from_the_text_as_they_stand(text: str) -> None:
    found = proper_names(text)
    assert all(name in text for name in found)
    assert len(found) == len(set(found))
