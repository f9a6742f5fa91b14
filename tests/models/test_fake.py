"""The doubles keep the contract of the real ones."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from models import ChatModel, ContextOverflow, Done, Embedder, ModelCrashed, Piece, Prefill, Text, Tool, ToolCall
from models.fake import FakeChat, FakeEmbedder
from tests.models.toys import said

HI = [{"role": "user", "content": "hello there"}]


def test_the_doubles_are_what_they_stand_for() -> None:
    assert isinstance(FakeChat(), ChatModel)
    assert isinstance(FakeEmbedder(), Embedder)


def test_a_text_of_the_script_is_said_word_by_word() -> None:
    pieces = list(FakeChat(["Hi,  dear\nfriend "]).stream(HI))
    assert pieces[0] == Prefill(2, 2)
    assert len(pieces) == 5
    assert said(pieces) == "Hi,  dear\nfriend "
    assert isinstance(pieces[-1], Done)
    assert pieces[-1].reason == "stop"


def test_answers_come_in_order_and_the_last_again() -> None:
    model = FakeChat(["one", "two"])
    assert [said(model.stream(HI)) for _ in range(3)] == ["one", "two", "two"]


def test_pieces_of_the_script_come_as_they_are() -> None:
    call = ToolCall("remember", {"text": "tea"})
    pieces = list(FakeChat([[Text("Noted. "), call]]).stream(HI))
    assert pieces[1:3] == [Text("Noted. "), call]
    assert isinstance(pieces[-1], Done)
    assert pieces[-1].reason == "tool"


def test_a_function_may_answer() -> None:
    model = FakeChat(lambda messages, tools, schema: f"{messages[-1]['content']} {len(tools)} {schema}")
    assert said(model.stream(HI, tools=[Tool("a", "", {})], schema={"const": 1})) == "hello there 1 {'const': 1}"


def test_what_it_was_asked_is_recorded() -> None:
    model = FakeChat()
    list(model.stream(HI, lane="learn", max_tokens=7))
    assert (model.calls[0].messages, model.calls[0].lane, model.calls[0].max_tokens) == (tuple(HI), "learn", 7)


def test_reading_ahead_says_nothing_and_uses_up_no_answer() -> None:
    model = FakeChat(["one", "two"])
    assert said(model.stream(HI, max_tokens=0)) == ""
    assert said(model.stream(HI)) == "one"


def test_an_answer_is_cut_at_the_tokens_it_may_have() -> None:
    pieces = list(FakeChat(["one two three"]).stream(HI, max_tokens=2))
    assert said(pieces) == "one two "
    assert isinstance(pieces[-1], Done)
    assert pieces[-1].reason == "length"


def test_an_interrupt_ends_a_stream_that_waits_at_its_gate() -> None:
    model = FakeChat(["one two"], gate=threading.Event())
    pieces: list[Piece] = []
    stream = model.stream(HI)
    pieces.append(next(stream))
    thread = threading.Thread(target=lambda: pieces.extend(stream))
    thread.start()
    model.interrupt()
    thread.join()
    assert isinstance(pieces[-1], Done)
    assert pieces[-1].reason == "interrupted"
    assert said(pieces) == ""


def test_a_gate_that_opens_lets_the_answer_through() -> None:
    gate = threading.Event()
    stream = FakeChat(["one two"], gate=gate).stream(HI)
    assert isinstance(stream, Iterator)
    next(stream)
    gate.set()
    assert said(list(stream)) == "one two"


def test_an_interrupt_without_a_stream_does_nothing() -> None:
    model = FakeChat(["one two"])
    model.interrupt()
    assert said(model.stream(HI)) == "one two"


def test_an_error_is_raised_while_it_is_set() -> None:
    model = FakeChat(["fine"], error=ModelCrashed("gone"))
    with pytest.raises(ModelCrashed, match="gone"):
        list(model.stream(HI))
    model.error = None
    assert said(model.stream(HI)) == "fine"


def test_too_many_words_overflow_the_context() -> None:
    with pytest.raises(ContextOverflow) as caught:
        list(FakeChat(context=2).stream(HI))
    assert (caught.value.needed, caught.value.limit) == (2, 2)


def test_texts_that_share_words_are_near() -> None:
    tea, also_tea, engine = FakeEmbedder().embed(["I like green tea", "Green tea, I like", "broken engine"])
    assert tea @ also_tea == pytest.approx(1)
    assert tea @ engine == pytest.approx(0)


def test_every_row_has_length_one_even_that_of_nothing() -> None:
    vectors = FakeEmbedder(32).embed(["", "!?", "one two"])
    assert vectors.shape == (3, 32)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
