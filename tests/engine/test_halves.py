"""A note that says two things loses only the one that is over."""

from __future__ import annotations

import pytest

from engine import LearningMachine
from engine.clock import now
from engine.halves import other_half
from engine.keeper import new_item

TEA = "I drink tea in the morning and coffee in the evening."


def left(text: str, over: str, subject: str = "user") -> str:
    store = "user_memory" if subject == "user" else "entity_memory"
    half = other_half(new_item(store, "memory", text, user_id="u1", subject=subject), over, now())
    return half.text if half is not None else ""


@pytest.mark.parametrize(
    ("text", "over", "kept"),
    [
        (TEA, "I don't drink coffee in the evening any more", "I drink tea in the morning."),
        (TEA, "No tea in the morning from now on", "I … coffee in the evening."),
        ("I live in Porto and work as a tram driver.", "I don't work as a tram driver any more", "I live in Porto."),
        ("I have a dog called Rex and a cat called Mia.", "My dog Rex died", "I … a cat called Mia."),
        (
            "No calls before ten; works late at the bakery.",
            "Calls before ten are fine again",
            "Works late at the bakery.",
        ),
    ],
)
def test_the_half_that_nobody_spoke_of_stays_in_its_own_words(text: str, over: str, kept: str) -> None:
    assert left(text, over) == kept


def test_the_half_about_an_entity_keeps_its_name() -> None:
    said = "My sister Ana moved to Lisbon, she no longer lives in Porto."
    assert left("My sister Ana lives in Porto and plays the cello.", said, "Ana") == "My sister Ana … plays the cello."


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("I love bread and butter.", "I can't eat bread any more"),
        (TEA, "I drink neither tea in the morning nor coffee in the evening now"),
        (TEA, "I sold my car"),
        ("No calls before ten; works late at the bakery.", "Calls are fine again since the bakery closed"),
        ("I prefer concise answers.", "I don't prefer concise answers any more"),
        ("I run, swim and climb and dive in summer.", "I don't swim any more"),
    ],
)
def test_what_cannot_be_told_apart_goes_as_a_whole(text: str, over: str) -> None:
    assert left(text, over) == ""


def test_a_correction_in_the_chat_keeps_the_other_half_and_its_undo_brings_the_whole_note_back(
    machine: LearningMachine,
) -> None:
    machine.process([{"role": "user", "content": TEA}, {"role": "assistant", "content": "Fine."}], "u1", "s1")
    said = "I don't drink coffee in the evening any more."
    machine.process([{"role": "user", "content": said}, {"role": "assistant", "content": "I see."}], "u1", "s1")
    texts = [item.text for item in machine.items("user_memory", user_id="u1")]
    assert "I drink tea in the morning." in texts
    assert not any("coffee in the evening" in text and "tea" in text for text in texts)
    machine.undo()
    assert [item.text for item in machine.items("user_memory", user_id="u1")] == [TEA]
