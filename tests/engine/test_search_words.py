"""Finding by words: in scripts without blanks, with marks and endings, with a slip in a name, deep in a long text."""

from __future__ import annotations

import pytest

from engine import LearningMachine
from engine.language.alike import slip_of
from engine.language.text import terms

TEA = {
    "zh": ("我每天早上喝绿茶", "绿茶"),
    "ja": ("私の猫は毎朝鮭を食べます", "鮭を食べる猫"),
    "ko": ("저는 매일 아침 녹차를 마십니다", "녹차"),
    "th": ("ฉันชอบดื่มชาเขียวตอนเช้า", "ชาเขียว"),
    "hi": ("मुझे हर सुबह हरी चाय पसंद है", "हरी चाय"),
    "ar": ("أحب شرب الشاي الأخضر كل صباح", "شاي اخضر"),
    "ru": ("Я пью зелёный чай по утрам", "зеленого чая"),
    "el": ("Πίνω πράσινο τσάι το πρωί", "πράσινου τσαγιού"),
    "fr": ("Je bois du thé à l'érable", "the erable"),
}


@pytest.fixture
def words_only(db: object) -> LearningMachine:
    """A machine without an embedder: words must do it alone."""
    return LearningMachine(db, user_memory=True, entity_memory=True)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", TEA)
def test_words_of_any_script_are_found(words_only: LearningMachine, language: str) -> None:
    for text, _ in TEA.values():
        words_only.write("user_memory", text, "u1")
    said, query = TEA[language]
    assert words_only.search(query, user_id="u1")[0].text == said


def test_a_single_letter_of_a_script_without_blanks_is_a_term() -> None:
    assert terms("猫") == ["猫"]
    assert terms("iPhone用户") == ["iphon", "用户"]


def test_marks_belong_to_their_word() -> None:
    assert len(terms("हिन्दी")) == 1
    assert terms("café") == terms("cafe\u0301") == terms("cafe")


def test_what_stands_late_in_a_long_turn_is_found_by_its_words(machine: LearningMachine) -> None:
    filler = " ".join(f"Then we spoke about matter number {n} of the list." for n in range(120))
    text = f"{filler} And the plumber is called Zdenko Vrabec."
    machine.process([{"role": "user", "content": text}], user_id="u1", session_id="a", learn=False)
    for n in range(5):
        said = [{"role": "user", "content": f"I paid the plumber {n} times."}]
        machine.process(said, user_id="u1", session_id=f"b{n}", learn=False)
    assert machine.search("Zdenko Vrabec", user_id="u1")[0].text == text


def test_a_slip_in_a_name_still_brings_up_what_is_known_of_it(machine: LearningMachine) -> None:
    machine.entities("u1").remember("Annemarie", "plays the harp", "person")
    machine.entities("u1").remember("Tangerine", "goes live in January", "project")
    for message in ("What does Annemaria play?", "What does Anemarie play?", "When is Tangerien going live?"):
        assert len(machine.build_context(message, "u1", "s").items) == 1, message


def test_another_name_is_no_slip(machine: LearningMachine) -> None:
    machine.entities("u1").remember("Maria", "plays the harp", "person")
    machine.entities("u1").remember("Mario", "has a boat", "person")
    for message in ("What does Marta like about it?", "Is Jana there?"):
        assert machine.build_context(message, "u1", "s").items == ()


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("Tangerien", ["Tangerine", "Harbor"], "Tangerine"),
        ("Anemarie", ["Annemarie"], "Annemarie"),
        ("Annemarie", ["Annemarie"], ""),
        ("Ana", ["Ann"], ""),
        ("Marie", ["Maria", "Mario"], ""),
        ("Julian", ["Julia"], ""),
        ("Harvard", ["Harbor"], ""),
    ],
)
def test_a_slip_is_one_letter_of_a_long_name_that_could_be_no_other(written: str, known: list[str], meant: str) -> None:
    assert slip_of(written, known) == meant
