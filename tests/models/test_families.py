"""Every family of models through the same code: real llama.cpp in its child process, on tiny files of random weights."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models import Done, Message, ModelError, Piece, Prefill, Text
from models.llama import LlamaChat
from tests.models.families import CANNOT_GO_BACK, CONTEXT, FAMILIES, write
from tests.models.toys import said

RULES = "You file notes about a person. Write one entry a sentence, and nothing that was not said. " * 3
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"note": {"type": "string", "maxLength": 12}, "kind": {"enum": ["fact", "wish"]}},
    "required": ["note", "kind"],
}


@pytest.fixture(scope="module", params=FAMILIES)
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LlamaChat]:
    path = write(tmp_path_factory.mktemp("family") / f"{request.param}.gguf", request.param)
    chat = LlamaChat(path, name=request.param, context=CONTEXT, threads=1)
    chat.count("start the child now")
    yield chat
    chat.close()


def talk(*contents: str) -> list[Message]:
    roles = ("user", "assistant")
    turns = [{"role": roles[number % 2], "content": content} for number, content in enumerate(contents)]
    return [{"role": "system", "content": RULES}, *turns]


def pieces(model: LlamaChat, messages: list[Message], lane: str, most: int = 8, **options: Any) -> list[Piece]:
    return list(model.stream(messages, lane=lane, max_tokens=most, **options))


def cost(heard: list[Piece]) -> tuple[int, int]:
    """Tokens of the prompt, and those of them that were warm."""
    assert isinstance(heard[-1], Done)
    return heard[-1].timings.prompt_tokens, heard[-1].timings.cached_tokens


def test_it_streams_and_is_told_its_cost(model: LlamaChat) -> None:
    heard = pieces(model, talk("Hello"), "streams")
    assert isinstance(heard[0], Prefill)
    assert isinstance(heard[-1], Done)
    assert heard[-1].timings.generated_tokens in range(9)


def test_an_answer_with_a_schema_is_json(model: LlamaChat) -> None:
    for number in range(3):
        answer = json.loads(said(pieces(model, talk(f"Note this: {number}"), "json", 120, schema=SCHEMA)))
        assert list(answer) == ["note", "kind"]
        assert answer["kind"] in ("fact", "wish")


def test_a_warm_lane_answers_what_a_cold_one_would(model: LlamaChat) -> None:
    turns = ["I like tea.", "Noted.", "And my sister Ana likes cake.", "Noted too.", "What does Ana like?"]
    for end in (1, 3, 5):
        warm = pieces(model, talk(*turns[:end]), "warm")
    cold = pieces(model, talk(*turns), f"cold {model.name}")
    assert said(warm) == said(cold)
    assert cost(cold)[1] == 0
    assert cost(warm)[1] > len(RULES)


def test_a_lane_goes_back_to_the_end_of_its_fixed_prefix(model: LlamaChat) -> None:
    examples = talk("An example", "Its entry")
    pieces(model, examples, "learn", 0)
    for sentence in ("I like tea.", "Ana lives in Lisbon.", "We meet on Monday."):
        heard = pieces(model, [*examples, {"role": "user", "content": sentence}], "learn", 4)
        total, warm = cost(heard)
        assert total - warm < len(sentence) + 40


def test_a_lane_that_was_not_read_ahead_finds_its_prefix_by_itself(model: LlamaChat) -> None:
    for number, sentence in enumerate(("I like tea.", "Ana lives in Lisbon.", "We meet on Monday.")):
        total, warm = cost(pieces(model, talk(sentence), "found", 4))
        if number == 2:
            assert total - warm < len(sentence) + 40


def test_lanes_that_take_turns_do_not_mix(model: LlamaChat) -> None:
    alone = said(pieces(model, talk("What is the time?"), "one", 12))
    for _ in range(2):
        pieces(model, talk("Something else altogether."), "two", 12)
        assert said(pieces(model, talk("What is the time?"), "one", 12)) == alone


def test_it_is_stopped_while_it_reads_and_answers_right_afterwards(model: LlamaChat) -> None:
    asked = talk("Tea. " * 220)
    pieces(model, talk("Tea. " * 5), "stopped")
    heard: list[Piece] = []
    for piece in model.stream(asked, max_tokens=8, lane="stopped"):
        if not heard:
            model.interrupt()
        heard.append(piece)
    assert isinstance(heard[-1], Done)
    assert heard[-1].reason == "interrupted"
    assert not any(isinstance(piece, Text) for piece in heard)
    again = pieces(model, talk("Tea. " * 5), "stopped")
    assert said(again) == said(pieces(model, talk("Tea. " * 5), f"not stopped {model.name}"))


def test_only_recurrent_states_cost_more_than_the_new_words_at_a_retry(model: LlamaChat) -> None:
    pieces(model, talk("Once more."), "retry")
    total, warm = cost(pieces(model, talk("Once more."), "retry"))
    assert total - warm == 1 or (model.name in CANNOT_GO_BACK and total - warm < 30)


def test_a_file_of_an_unknown_architecture_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "odd.gguf", "llama")
    path.write_bytes(path.read_bytes().replace(b"llama", b"lxama"))
    chat = LlamaChat(path, name="odd", context=CONTEXT, threads=1)
    try:
        with pytest.raises(ModelError, match="could not be loaded"):
            chat.count("x")
    finally:
        chat.close()
