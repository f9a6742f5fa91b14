"""A model on another computer: streaming, tools, schemas, refusals, breaks, and ending an answer."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator

import pytest

from models import ContextOverflow, Done, Message, ModelError, Piece, Text, Thought, Tool, ToolCall
from models.remote import CONTEXT, Offered, RemoteChat, offered, weights_in
from models.wire import server_at
from tests.models.servers import Body, Double, served, words
from tests.models.toys import said

HELLO = [{"role": "user", "content": "Hello"}]
TOOL = Tool("add_note", "Notes something.", {"type": "object", "properties": {"text": {"type": "string"}}})
SCHEMA = {"type": "object", "properties": {"1": {"type": "string"}}}


@pytest.fixture
def double() -> Iterator[Double]:
    with served() as made:
        yield made


def done(pieces: list[Piece]) -> Done:
    last = pieces[-1]
    assert isinstance(last, Done)
    return last


def calls(pieces: list[Piece]) -> list[ToolCall]:
    return [piece for piece in pieces if isinstance(piece, ToolCall)]


def test_an_answer_streams_with_what_it_cost(double: Double) -> None:
    double.answers = [words("Good morning to you")]
    double.usage = {"prompt_tokens": 12, "completion_tokens": 5}
    model = RemoteChat(double.server, "toy-3b")
    pieces = list(model.stream(HELLO))
    assert said(pieces) == "Good morning to you"
    assert (done(pieces).reason, done(pieces).timings.context_used) == ("stop", 17)
    assert double.asked[0]["messages"] == HELLO
    assert (model.name, model.parameters, model.context) == (
        f"toy-3b on {double.server.host}",
        3_000_000_000,
        CONTEXT,
    )


def test_a_server_that_does_not_stream_is_understood(double: Double) -> None:
    double.answers, double.plain = [[{"content": "All at once"}]], True
    assert said(RemoteChat(double.server, "toy").stream(HELLO)) == "All at once"


def test_an_answer_cut_off_at_the_limit_says_so(double: Double) -> None:
    double.answers, double.reason = [words("Once upon")], "length"
    assert done(list(RemoteChat(double.server, "toy").stream(HELLO, max_tokens=2))).reason == "length"


def test_a_tool_call_comes_in_pieces_and_is_put_together(double: Double) -> None:
    parts = [
        {"tool_calls": [{"index": 0, "id": "a1", "function": {"name": "add_note", "arguments": ""}}]},
        {"tool_calls": [{"index": 0, "function": {"arguments": '{"text": "likes'}}]},
        {"tool_calls": [{"index": 0, "function": {"arguments": ' tea"}'}}]},
    ]
    double.answers, double.reason = [parts], "tool_calls"
    pieces = list(RemoteChat(double.server, "toy").stream(HELLO, tools=[TOOL]))
    assert calls(pieces) == [ToolCall("add_note", {"text": "likes tea"}, "a1")]
    assert done(pieces).reason == "tool"
    assert double.asked[0]["tools"][0]["function"]["name"] == "add_note"


def test_a_tool_call_that_cannot_be_read_is_malformed_and_not_lost(double: Double) -> None:
    double.answers = [[{"tool_calls": [{"index": 0, "function": {"name": "add_note", "arguments": '{"text": '}}]}]]
    (call,) = calls(list(RemoteChat(double.server, "toy").stream(HELLO, tools=[TOOL])))
    assert "add_note" in call.malformed


def test_a_call_printed_as_prose_is_a_call_and_its_invented_result_is_left_out(double: Double) -> None:
    double.answers = [words('{"name": "add_note", "arguments": {"text": "tea"}}\nResult: it worked.')]
    pieces = list(RemoteChat(double.server, "toy").stream(HELLO, tools=[TOOL]))
    assert calls(pieces)[0].arguments == {"text": "tea"}
    assert "worked" not in said(pieces)


def test_earlier_calls_are_sent_as_the_interface_spells_them(double: Double) -> None:
    double.answers = [words("Noted.")]
    history: list[Message] = [
        *HELLO,
        {
            "role": "assistant",
            "content": "",
            "tool_calls": [{"id": "a1", "name": "add_note", "arguments": {"text": "é"}}],
        },
        {"role": "tool", "name": "add_note", "tool_call_id": "a1", "content": "Saved"},
    ]
    list(RemoteChat(double.server, "toy").stream(history))
    _, call, result = double.asked[0]["messages"]
    assert json.loads(call["tool_calls"][0]["function"]["arguments"]) == {"text": "é"}
    assert result == {"role": "tool", "content": "Saved", "tool_call_id": "a1"}


def test_a_thought_is_no_part_of_the_answer(double: Double) -> None:
    double.answers = [[{"reasoning_content": "Let me see."}, {"content": "Yes."}]]
    pieces = list(RemoteChat(double.server, "toy").stream(HELLO))
    assert said(pieces) == "Yes."
    assert Thought("Let me see.") in pieces


def test_a_schema_is_asked_for_as_the_interface_wants_it(double: Double) -> None:
    double.answers = [words('{"1": "tea"}')]
    assert said(RemoteChat(double.server, "toy").stream(HELLO, schema=SCHEMA)) == '{"1": "tea"}'
    assert double.asked[0]["response_format"]["json_schema"]["schema"] == SCHEMA


def test_a_server_that_refuses_schemas_is_asked_in_words_and_not_refused_twice(double: Double) -> None:
    double.refuse = lambda body: (400, '{"error": "response_format?"}') if "response_format" in body else None
    double.answers = [words('Here it is:\n```json\n{"1": "tea"}\n```'), words('{"1": "milk"}')]
    model = RemoteChat(double.server, "toy")
    assert json.loads(said(model.stream(HELLO, schema=SCHEMA))) == {"1": "tea"}
    assert "fits this schema" in double.asked[-1]["messages"][-1]["content"]
    before = len(double.asked)
    assert json.loads(said(model.stream(HELLO, schema=SCHEMA))) == {"1": "milk"}
    assert len(double.asked) == before + 1


def test_a_schema_of_a_text_gives_that_text_as_json(double: Double) -> None:
    double.answers = [words('Say "yes"\nnow')]
    assert (
        json.loads(said(RemoteChat(double.server, "toy").stream(HELLO, schema={"type": "string"}))) == 'Say "yes"\nnow'
    )


def test_an_interrupt_closes_the_connection_in_the_middle_of_an_answer(double: Double) -> None:
    double.answers, double.hold_after = [words("one two three four")], 2
    model = RemoteChat(double.server, "toy")
    stream = model.stream(HELLO)
    begun = [next(stream), next(stream)]
    assert double.waiting.wait(5)
    model.interrupt()
    rest = list(stream)
    assert done(rest).reason == "interrupted"
    assert said(begun + rest).startswith("one")


def test_an_interrupt_is_heard_while_the_server_is_still_silent(double: Double) -> None:
    double.answers, double.hold_after = [words("never")], 0
    model = RemoteChat(double.server, "toy")

    def give_up() -> None:
        double.waiting.wait(5)
        model.interrupt()

    threading.Thread(target=give_up).start()
    assert done(list(model.stream(HELLO))).reason == "interrupted"


def test_an_interrupt_without_a_stream_does_nothing(double: Double) -> None:
    double.answers = [words("Still here")]
    model = RemoteChat(double.server, "toy")
    model.interrupt()
    assert said(model.stream(HELLO)) == "Still here"


def test_a_connection_that_breaks_is_told_and_what_had_come_was_given(double: Double) -> None:
    double.answers, double.break_after = [words("one two three")], 2
    got: list[Piece] = []
    with pytest.raises(ModelError, match="broke in the middle of the answer"):
        got.extend(iter_into(got, RemoteChat(double.server, "toy").stream(HELLO)))
    assert said(got).strip() == "one two"


def iter_into(kept: list[Piece], pieces: Iterator[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        kept.append(piece)
        yield from ()


def test_a_server_that_falls_silent_is_given_up_after_its_patience(double: Double) -> None:
    double.answers, double.hold_after = [words("one two")], 0
    with pytest.raises(ModelError, match="does not answer"):
        list(RemoteChat(double.server, "toy", patience=0.2).stream(HELLO))


def test_a_failure_reported_in_the_stream_is_an_error_in_words(double: Double) -> None:
    double.refuse = lambda body: (200, json.dumps({"error": {"message": "out of memory"}}))
    with pytest.raises(ModelError, match="out of memory"):
        list(RemoteChat(double.server, "toy").stream(HELLO))


@pytest.mark.parametrize(
    ("status", "text", "words_of_it"),
    [
        (401, "{}", "wants a key"),
        (404, "{}", "no model 'toy'"),
        (500, '{"error": {"message": "GPU on fire"}}', "GPU on fire"),
        (503, "Loading model", "Loading model"),
    ],
)
def test_a_refusal_says_what_to_do(double: Double, status: int, text: str, words_of_it: str) -> None:
    double.refuse = lambda body: (status, text)
    with pytest.raises(ModelError, match=words_of_it) as caught:
        list(RemoteChat(double.server, "toy").stream(HELLO))
    assert "\n" not in caught.value.message


def test_a_prompt_that_is_too_long_is_the_overflow_that_the_engine_knows(double: Double) -> None:
    complaint = {"error": {"message": "request (9000 tokens) exceeds the available context size (4096 tokens)"}}
    double.refuse = lambda body: (400, json.dumps(complaint))
    with pytest.raises(ContextOverflow) as caught:
        list(RemoteChat(double.server, "toy").stream(HELLO, schema=SCHEMA))
    assert (caught.value.needed, caught.value.limit) == (9000, 4096)
    assert len(double.asked) == 1


def test_a_server_that_is_not_there_is_told_in_one_line_with_its_address() -> None:
    with pytest.raises(ModelError, match=r"http://127.0.0.1:1/v1 cannot be used: connection refused"):
        list(RemoteChat(server_at("127.0.0.1:1"), "toy").stream(HELLO))


def test_the_models_of_a_server_are_listed_with_what_it_knows_of_them(double: Double) -> None:
    double.models = (200, {"data": [{"id": "a", "max_model_len": 4096}, {"id": "b", "meta": {"n_params": 7}}]})
    assert offered(double.server) == [Offered("a", 4096), Offered("b", 0, 7)]


@pytest.mark.parametrize("models", [(200, {"hello": 1}), (200, "x"), (401, {}), (302, {})])
def test_what_is_no_model_server_is_told(double: Double, models: tuple[int, Body]) -> None:
    double.models = models
    with pytest.raises(ModelError):
        offered(double.server)


def test_tokens_are_counted_by_the_server_or_estimated(double: Double) -> None:
    double.tokens = 3
    assert RemoteChat(double.server, "toy").count("a text of words") == 3
    double.tokens = None
    assert RemoteChat(double.server, "toy").count("x" * 35) == 11


def test_reading_ahead_sends_nothing(double: Double) -> None:
    assert done(list(RemoteChat(double.server, "toy").stream(HELLO, max_tokens=0))).reason == "stop"
    assert double.asked == []


def test_a_key_travels_as_a_bearer_token_and_only_when_there_is_one(double: Double) -> None:
    double.answers = [words("a"), words("b")]
    list(RemoteChat(server_at(double.address, "secret"), "toy").stream(HELLO))
    list(RemoteChat(double.server, "toy").stream(HELLO))
    assert double.headers[0]["Authorization"] == "Bearer secret"
    assert "Authorization" not in double.headers[1]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("192.168.1.5:11434", "http://192.168.1.5:11434/v1"),
        (" https://box.local/api/v1/ ", "https://box.local/api/v1"),
        ("http://[::1]:8080", "http://[::1]:8080/v1"),
    ],
)
def test_an_address_is_completed(typed: str, address: str) -> None:
    assert server_at(typed).address == address


@pytest.mark.parametrize(
    "typed", ["", "ftp://box", "http://", "a b", "http://box:port", "http://me:pw@box", "http://b?x=1"]
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(ModelError):
        server_at(typed)


def test_the_size_of_a_model_is_read_from_its_name() -> None:
    assert [weights_in(name) for name in ("qwen2.5:7b", "SmolLM2-135M-Instruct", "mistral")] == [7e9, 135e6, 7e9]


def test_a_closed_model_says_so(double: Double) -> None:
    model = RemoteChat(double.server, "toy")
    model.close()
    with pytest.raises(ModelError, match="closed"):
        list(model.stream(HELLO))


def test_an_answer_is_text_pieces(double: Double) -> None:
    double.answers = [words("a b")]
    assert [piece for piece in RemoteChat(double.server, "toy").stream(HELLO) if isinstance(piece, Text)]
