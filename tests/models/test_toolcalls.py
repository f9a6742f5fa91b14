"""Tool calls in every spelling, prose that only looks like one, and indifference to how the text was cut."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.protocols import Text, Thought, ToolCall
from models.toolcalls import AnswerParser, AnswerPiece

NAMES = ("remember", "search")
CALL = '{"name": "remember", "arguments": {"text": "I like {tea}"}}'
REMEMBERED = ToolCall("remember", {"text": "I like {tea}"}, "call1")


def parse(chunks: Sequence[str], names: Sequence[str] = NAMES, *, ended_by_itself: bool = True) -> list[AnswerPiece]:
    """All pieces of an answer that comes in these chunks, neighbouring texts joined."""
    parser = AnswerParser(names)
    pieces = [piece for chunk in chunks for piece in parser.feed(chunk)]
    return joined([*pieces, *parser.finish(ended_by_itself=ended_by_itself)])


def joined(pieces: Sequence[AnswerPiece]) -> list[AnswerPiece]:
    result: list[AnswerPiece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if isinstance(piece, Text) and isinstance(last, Text):
            result[-1] = Text(last.text + piece.text)
        elif isinstance(piece, Thought) and isinstance(last, Thought):
            result[-1] = Thought(last.text + piece.text)
        else:
            result.append(piece)
    return result


SPELLINGS = {
    "bare": CALL,
    "bare with parameters": CALL.replace("arguments", "parameters"),
    "arguments first": '{"arguments": {"text": "I like {tea}"}, "name": "remember"}',
    "with a type": CALL.replace('{"name"', '{"type": "function", "name"'),
    "arguments as text": json.dumps({"name": "remember", "arguments": '{"text": "I like {tea}"}'}),
    "doubled braces": "{" + CALL + "}",
    "list": f"[{CALL}]",
    "tags": f"<tool_call>\n{CALL}\n</tool_call>",
    "tags never closed": f"<tool_call>\n{CALL}",
    "tags with doubled braces": "<tool_call>\n{" + CALL + "}\n</tool_call>",
    "tags without the last brace": f"<tool_call>\n{CALL[:-1]}\n</tool_call>"[: -len("\n</tool_call>")],
    "functions in tags": "<tool_call>\n<function=remember>\n<parameter=text>\nI like {tea}\n</parameter>\n</function>\n"
    "</tool_call>",
    "python tag": f"<|python_tag|>{CALL}",
    "code behind the python tag": '<|python_tag|>remember.call(text="I like {tea}")',
    "marked list": f"[TOOL_CALLS][{CALL}]",
    "json fence": f"```json\n{CALL}\n```",
    "plain fence": f"```\n{CALL}\n```",
    "fence never closed": f"```json\n{CALL}\n",
    "fenced without the last brace": f"```json\n{CALL[:-1]}\n```",
    "code fence": '```tool_code\nremember(text="I like {tea}")\n```',
    "printed code": '```tool_code\nprint(remember(text="I like {tea}"))\n```',
    "bare without the last brace": CALL[:-1],
    "tags of Phi and Granite": f"<|tool_call|>[{CALL}]<|/tool_call|>",
    "a list of code in tags": '<|tool_call_start|>[remember(text="I like {tea}")]<|tool_call_end|>',
    "Gemma's own": '<|tool_call>call:remember{text:<|"|>I like {tea}<|"|>}<tool_call|>',
    "Mistral's name and arguments": '[TOOL_CALLS]remember[ARGS]{"text": "I like {tea}"}',
    "raw line break between": CALL.replace(", ", ",\n"),
}


@pytest.mark.parametrize("raw", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_a_call_is_found_in_every_spelling_however_it_is_cut(raw: str) -> None:
    assert parse([raw]) == [REMEMBERED]
    assert parse(list(raw)) == [REMEMBERED]


@pytest.mark.parametrize("raw", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_prose_before_a_call_is_shown_and_the_call_is_not(raw: str) -> None:
    assert parse(list(f"Let me note that. {raw}")) == [Text("Let me note that. "), REMEMBERED]


def test_several_calls_come_in_order_with_ids_of_their_own() -> None:
    raw = f'<tool_call>{CALL}</tool_call>\n<tool_call>{{"name": "search", "arguments": {{}}}}</tool_call>'
    assert parse(list(raw)) == [REMEMBERED, ToolCall("search", {}, "call2")]


def test_a_tool_without_arguments_can_be_called_by_its_name_alone() -> None:
    assert parse(['{"name": "search"}']) == [ToolCall("search", {}, "call1")]


def test_the_id_that_the_model_gave_is_kept() -> None:
    assert parse(['{"id": "a7", "name": "search", "arguments": {}}']) == [ToolCall("search", {}, "a7")]


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "Alex", "age": 3}',
        '{"name": "forget", "arguments": {}}',
        '{"name": "remember", "price": 3}',
        '```json\n{"name": "Alex"}\n```',
        "```python\nremember(text='x')\n```",
        "int main() { return 0; }",
        "[1, 2] and [a](b) and {x}",
        "a <tool is not a tag, nor is `<tool_` at the end <tool_",
        "ends with ``",
        "{",
        '{"name": "rem',
        "``` ```json ````",
    ],
)
def test_what_is_no_call_stays_text(text: str) -> None:
    assert parse([text]) == [Text(text)]
    assert parse(list(text)) == [Text(text)]


def test_without_tools_even_a_tagged_call_is_text() -> None:
    raw = f"<tool_call>{CALL}</tool_call>"
    assert parse(list(raw), names=()) == [Text(raw)]


def test_other_json_is_shown_as_soon_as_it_can_be_no_call() -> None:
    parser = AnswerParser(NAMES)
    assert parser.feed('{"na') == []
    assert joined(parser.feed('{"x')) == [Text('{"na{"x')]
    assert parser.feed('{"name": "re') == []
    assert joined(parser.feed("d")) == [Text('{"name": "red')]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("<tool_call>remember tea, please</tool_call>", ""),
        ('<tool_call>{"name": "remember", "arguments": {"text": tea}}</tool_call>', "remember"),
        ('{"name": "remember", "arguments": {"text": tea}}', "remember"),
        ('```tool_code\nremember("tea", 3\n```', ""),
    ],
)
def test_a_call_that_cannot_be_read_is_malformed_and_never_text(raw: str, name: str) -> None:
    (call,) = parse(list(raw))
    assert isinstance(call, ToolCall)
    assert call.name == name
    assert call.malformed
    assert not call.arguments


def test_a_call_that_was_cut_off_is_not_completed() -> None:
    raw = '{"name": "remember", "arguments": {"text": "a", "count": 12'
    assert parse([raw]) == [ToolCall("remember", {"text": "a", "count": 12}, "call1")]
    assert parse([raw], ended_by_itself=False) == [ToolCall("remember", {}, "call1", malformed=raw)]


def test_thoughts_are_kept_apart_from_the_answer() -> None:
    assert parse(list("<think>\nhm, tea?\n</think>\n\nYes.")) == [Thought("\nhm, tea?\n"), Text("Yes.")]


def test_a_thought_that_the_prompt_has_opened_ends_at_its_tag() -> None:
    parser = AnswerParser(NAMES)
    parser.begin_thought()
    pieces = [piece for letter in "hm</think>Yes" for piece in parser.feed(letter)]
    assert joined([*pieces, *parser.finish()]) == [Thought("hm"), Text("Yes")]


THINKING = {
    "tags": "<think>hm, tea?</think>Yes.",
    "brackets": "[THINK]hm, tea?[/THINK]Yes.",
    "gemma": "<|channel>thought\nhm, tea?<channel|>Yes.",
    "command": "<|START_THINKING|>hm, tea?<|END_THINKING|><|START_RESPONSE|>Yes.",
    "channels": "<|channel|>analysis<|message|>hm, tea?<|end|><|start|>assistant<|channel|>final<|message|>Yes.",
    "another's tag at the end": "<think>hm, tea?</thinking>\n\nYes.",
    "a thought after a thought": "<think>hm, </think>\n<think>tea?</think>\nYes.",
}


@pytest.mark.parametrize("raw", THINKING.values(), ids=THINKING)
@pytest.mark.parametrize("names", [NAMES, ()])
def test_the_reasoning_of_each_family_is_kept_apart_however_it_is_cut(raw: str, names: tuple[str, ...]) -> None:
    for chunks in ([raw], list(raw)):
        found = parse(chunks, names)
        assert "".join(piece.text for piece in found if isinstance(piece, Thought)).strip() == "hm, tea?"
        assert [piece for piece in found if not isinstance(piece, Thought)] == [Text("Yes.")]


@pytest.mark.parametrize("raw", THINKING.values(), ids=THINKING)
def test_reasoning_that_was_cut_off_is_never_text(raw: str) -> None:
    cut = raw[: raw.index("tea")]
    assert not [piece for piece in parse(list(cut), ended_by_itself=False) if isinstance(piece, Text)]


def test_a_closing_tag_without_its_opening_is_not_part_of_the_answer() -> None:
    assert parse(list("</think>\n\nYes.")) == [Text("Yes.")]


def test_in_channels_a_tool_is_called_by_the_header_and_a_word_before_it_is_shown() -> None:
    raw = (
        "<|channel|>analysis<|message|>note it<|end|><|start|>assistant<|channel|>commentary<|message|>Noting.<|end|>"
        '<|start|>assistant<|channel|>commentary to=functions.remember <|constrain|>json<|message|>{"text": "I like {tea}"}'
    )
    for chunks in ([raw], list(raw)):
        assert parse(chunks) == [Thought("note it"), Text("Noting."), REMEMBERED]


def test_in_channels_a_call_that_cannot_be_read_is_malformed() -> None:
    (call,) = parse(["<|start|>assistant to=functions.remember<|channel|>commentary json<|message|>tea, please"])
    assert isinstance(call, ToolCall)
    assert (call.name, bool(call.malformed)) == ("remember", True)


def test_a_thought_tag_in_the_middle_of_an_answer_is_text() -> None:
    assert parse(list("The tag <think> opens a thought.")) == [Text("The tag <think> opens a thought.")]


def test_a_plain_parser_shows_everything() -> None:
    parser = AnswerParser(NAMES, plain=True)
    assert parser.feed(CALL) == [Text(CALL)]


ALPHABET = st.sampled_from(
    [
        *'{}[]":, \n`<>/a1',
        "```",
        "```json\n",
        "name",
        '"name"',
        '"name": "',
        "remember",
        "arguments",
        "<tool",
        "TOOL_",
        "é",
    ]
)
PROSE = st.lists(ALPHABET, max_size=40).map("".join)


def cuts(text: str) -> st.SearchStrategy[list[str]]:
    places = st.lists(st.integers(0, len(text)), max_size=8).map(sorted)
    return places.map(lambda at: [text[a:b] for a, b in zip([0, *at], [*at, len(text)], strict=True)])


@given(st.data(), PROSE)
def test_text_without_calls_comes_out_as_it_went_in(data: st.DataObject, text: str) -> None:
    names = ("unheard_of",)
    chunks = data.draw(cuts(text))
    if "<tool_call>" not in text and "[TOOL_CALLS]" not in text:
        assert parse(chunks, names) == ([Text(text)] if text else [])


@given(st.data(), PROSE, st.sampled_from(sorted(SPELLINGS.values())), PROSE)
def test_however_an_answer_is_cut_its_pieces_are_the_same(
    data: st.DataObject, before: str, call: str, after: str
) -> None:
    text = before + call + after
    assert parse(data.draw(cuts(text))) == parse([text])
