"""Phrases that keep a conversation going are no notes; a word that says something makes a sentence one that is judged."""

from __future__ import annotations

import pytest

from engine import LearningMachine
from engine.language.phatic import is_phatic


@pytest.mark.parametrize(
    "said",
    [
        "Good to know",
        "Good to know, thanks!",
        "No worries.",
        "I see",
        "Oh, I see.",
        "Let's move on",
        "Fair enough, sounds like a plan",
        "OK, got it – thank you so much",
        "That makes sense. Thanks",
        "Alles klar, danke",
        "Gut zu wissen",
        "C'est bon à savoir, merci beaucoup",
        "Bueno saberlo, gracias",
        "Va bene, grazie mille",
        "Tudo bem, obrigada!",
        "Geen probleem, bedankt",
    ],
)
def test_a_phrase_that_only_keeps_the_conversation_going_is_told(said: str) -> None:
    assert is_phatic(said)


@pytest.mark.parametrize(
    "said",
    [
        "No worries, I'm vegan anyway",
        "I see a dentist every May",
        "Thanks to Ana I play the cello",
        "Good to know that the shop closes at six",
        "Welcome to my kitchen",
        "Let's move to Porto",
        "Vegan",
        "No nuts",
        "",
        "42",
    ],
)
def test_what_says_something_is_none(said: str) -> None:
    assert not is_phatic(said)


def test_such_phrases_leave_no_note_and_what_is_said_beside_them_does(machine: LearningMachine) -> None:
    def hear(said: str) -> list[str]:
        machine.process([{"role": "user", "content": said}, {"role": "assistant", "content": "Fine."}], "u1", "s1")
        return [item.text for item in machine.items("user_memory", user_id="u1")]

    assert hear("Good to know, no worries!") == []
    assert hear("Alles klar, danke") == []
    assert hear("Good to know. I play the cello on Sundays.") == ["I play the cello on Sundays."]
