"""What confirms the assistant's last statement, and what only begins as if it did."""

from __future__ import annotations

import pytest

from engine.language.confirmation import confirmed

GUESS = "Let me see. It sounds like you keep goats in Connemara."
OWN = "I keep goats in Connemara."


@pytest.mark.parametrize(
    "message",
    [
        "That's right!",
        "exactly, five of them",
        "Yes, spot on.",
        "I do, since May",
        "true. now the fence",
        "you got it",
        "quite so",
    ],
)
def test_words_that_say_so_make_the_statement_the_users_own(message: str) -> None:
    found = confirmed(message, GUESS)
    assert found is not None
    assert found[1] == OWN


@pytest.mark.parametrize(
    "message",
    [
        "So the goats are gone, a neighbour took them.",
        "I have a donkey as well.",
        "I am a vet in Clifden.",
        "It is late, good night.",
        "she is the new vet",
        "right then, what about the fence",
        "exactly not",
    ],
)
def test_a_message_that_only_begins_like_a_confirmation_confirms_nothing(message: str) -> None:
    assert confirmed(message, GUESS) is None
