"""A role that the user plays holds over their next messages, until they leave it; a persona of the assistant does not."""

from __future__ import annotations

import pytest

from engine.language.fiction import still_acting
from engine.language.segments import segment

SPY = "Let's do improv! You're a hotel clerk, I'm a spy who has lost her suitcase. You start."


@pytest.mark.parametrize(
    "earlier",
    [
        [SPY],
        [SPY, "Good evening. My name is Olga and I need my key."],
        ["to practise my Dutch: you're a baker in Utrecht, i'm Pia, a tourist in a hurry"],
        ["I'll be the knight, and my quest begins at dawn"],
        [SPY, "Thank you, madam, and my luggage is on its way from Lima."],
        [SPY, "Stop! Thief! That is my suitcase"],
        [SPY, "ok thanks, that was fun", "now let's roleplay a tax audit"],
    ],
)
def test_a_role_goes_on(earlier: list[str]) -> None:
    assert still_acting(earlier)


@pytest.mark.parametrize(
    "earlier",
    [
        [],
        ["Act like a pirate and explain photosynthesis"],
        ["pretend you're a strict editor and mark my essay"],
        ["you're the best, i'm so happy with this"],
        ["I play the piano. Do you play chess?"],
        [SPY, "ok, that was great!"],
        [SPY, "Thanks!"],
        [SPY, "enough now, what shall I cook"],
        [SPY, "Stop. What is the capital of Peru?"],
    ],
)
def test_no_role_or_one_that_was_left(earlier: list[str]) -> None:
    assert not still_acting(earlier)


def test_what_is_said_in_a_role_is_fiction_until_the_user_speaks_as_themselves() -> None:
    in_role = segment("I live in Minsk. My wife expects a child.", acting=True)
    assert {piece.kind for piece in in_role} == {"fiction"}
    mixed = segment("My cello is stolen! By the way, I really do play the cello.", acting=True)
    assert [piece.kind for piece in mixed] == ["fiction", "said"]
    assert [piece.kind for piece in segment("Thanks, that was fun. I live in Graz.", acting=True)][-1] == "said"


def test_a_story_to_be_carried_on_is_not_the_users_own_word() -> None:
    story = "carry this on in the same tone, 150 words:\n\nI buried my sister in March. My boat has no name."
    assert {piece.kind for piece in segment(story)[1:]} == {"pasted"}


def test_the_next_verse_of_a_song_that_is_being_made_is_fiction() -> None:
    asked = "verse three now, the miller still singing: she left Ada, her hands are cold and she drinks"
    assert {piece.kind for piece in segment(asked)} == {"fiction"}
    ordered = "backstory for friday's game, darker please: I was raised by crows in Old Harrow, I only eat salt"
    assert {piece.kind for piece in segment(ordered)} == {"fiction"}
    assert [piece.kind for piece in segment("Chapter two is finished, the references come next.")] == ["said"]
