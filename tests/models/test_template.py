"""Prompts: the model's own template where it serves, and plain words where it does not."""

from __future__ import annotations

import pytest

from models.template import ChatTemplate
from models.thoughts import closing_of, opens_thought

SYSTEM = {"role": "system", "content": "Be brief."}
USER = {"role": "user", "content": "Hi"}
ANSWER = {"role": "assistant", "content": "Hello"}
TOOL = {"name": "remember", "description": "Save a fact.", "parameters": {"type": "object", "properties": {}}}
CALLING = {
    "role": "assistant",
    "content": "",
    "tool_calls": [{"id": "c1", "name": "remember", "arguments": {"a": "<é>"}}],
}
RESULT = {"role": "tool", "name": "remember", "tool_call_id": "c1", "content": "saved"}

WITH_TOOLS = """{%- if tools %}TOOLS {% for tool in tools %}{{ tool | tojson }}{% endfor %}
{% endif %}
{%- for message in messages %}
{%- if message.tool_calls %}<CALL {{ message.tool_calls[0].function.arguments | tojson }}>
{%- elif message.role == 'tool' %}<RESULT {{ message.content }}>
{%- else %}<{{ message.role }} {{ message.content }}>{% endif %}
{%- endfor %}{% if add_generation_prompt %}<assistant {% endif %}"""
NO_SYSTEM = """{%- for message in messages %}
{%- if message.role == 'system' %}{{ raise_exception('no system here') }}{% endif %}
{%- if (message.role == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('roles must alternate') }}{% endif %}
{{- bos_token if loop.first }}<{{ message.role }}>{{ message.content | trim }}{% endfor %}"""


def test_without_a_template_the_prompt_is_chatml() -> None:
    prompt = ChatTemplate("").render([SYSTEM, USER])
    assert prompt == (
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n"
    )


@pytest.mark.parametrize(
    "source", ["{% for x %}", "{{ nonsense.of.it }}", "{{ 1 / 0 }}", "says nothing of the messages"]
)
def test_a_template_that_does_not_work_is_replaced_by_chatml(source: str) -> None:
    assert ChatTemplate(source).render([USER]) == ChatTemplate("").render([USER])


def test_a_template_cannot_reach_out_of_its_sandbox() -> None:
    source = "{{ messages.__class__.__mro__[1].__subclasses__() }}{{ messages[0].content }}"
    assert ChatTemplate(source).render([USER]) == ChatTemplate("").render([USER])


def test_tools_calls_and_results_go_through_a_template_that_knows_them() -> None:
    prompt = ChatTemplate(WITH_TOOLS).render([SYSTEM, USER, CALLING, RESULT], [TOOL])
    assert '"function": {"name": "remember"' in prompt
    assert '<CALL {"a": "<é>"}><RESULT saved><assistant ' in prompt


def test_a_template_that_knows_no_tools_gets_them_in_the_system_message() -> None:
    prompt = ChatTemplate("").render([SYSTEM, USER, CALLING, RESULT], [TOOL])
    assert "Be brief.\n\nYou can use these tools:\n- remember: Save a fact." in prompt
    assert '<|im_start|>assistant\n{"name": "remember", "arguments": {"a": "<é>"}}<|im_end|>' in prompt
    assert "<|im_start|>user\nResult of remember:\nsaved<|im_end|>" in prompt


def test_tools_without_a_system_message_get_one() -> None:
    assert ChatTemplate("").render([USER], [TOOL]).startswith("<|im_start|>system\nYou can use these tools:")


def test_a_template_that_refuses_a_system_message_gets_it_with_the_first_question() -> None:
    prompt = ChatTemplate(NO_SYSTEM, bos="<s>").render([SYSTEM, USER, ANSWER])
    assert prompt == "<s><user>Be brief.\n\nHi<assistant>Hello"


def test_neighbours_of_one_role_are_joined_where_roles_must_alternate() -> None:
    prompt = ChatTemplate(NO_SYSTEM).render([USER, USER, ANSWER, ANSWER, USER])
    assert prompt == "<user>Hi\n\nHi<assistant>Hello\n\nHello<user>Hi"


@pytest.mark.parametrize("source", ["", WITH_TOOLS, NO_SYSTEM])
def test_a_longer_conversation_begins_with_the_prompt_of_the_shorter_one(source: str) -> None:
    template = ChatTemplate(source)
    shorter = template.render([SYSTEM, USER], [TOOL], answer=False)
    assert template.render([SYSTEM, USER, ANSWER, USER], [TOOL]).startswith(shorter)


def test_a_prompt_that_leaves_the_model_thinking_is_noticed() -> None:
    assert opens_thought("<|im_start|>assistant\n<think>\n")
    assert not opens_thought("<|im_start|>assistant\n<think>\n\n</think>\n\n")


LATE_SYSTEM = """{{ bos_token }}{% for m in messages if m.role != 'system' %}
{%- if m.role == 'user' %}[INST]{% if loop.last and messages[0].role == 'system' %}{{ messages[0].content }}

{% endif %}{{ m.content }}[/INST]{% else %}{{ m.content }}{{ eos_token }}{% endif %}{% endfor %}"""
EOS_AT_THE_END = """{% for m in messages %}<|{{ m.role }}|>
{{ m.content }}<|end|>
{% endfor %}{% if add_generation_prompt %}<|assistant|>
{% else %}{{ eos_token }}{% endif %}"""
MARKED = """{{ bos_token }}{% for m in messages %}<|im_start|>{{ m.role }}
{% if m.role == 'assistant' %}{% generation %}{{ m.content }}<|im_end|>
{% endgeneration %}{% else %}{{ m.content }}<|im_end|>
{% endif %}{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant
{% endif %}"""
SWITCHED = """{% for m in messages %}<|im_start|>{{ m.role }}
{{ m.content }}<|im_end|>
{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant
{% if enable_thinking is defined and not enable_thinking %}<think>

</think>

{% endif %}{% endif %}"""
CHANNELS = """{% for m in messages %}<|start|>{{ m.role }}
{%- if m.role == 'assistant' %}<|channel|>final{% endif %}<|message|>{{ m.content }}<|end|>{% endfor %}
{%- if add_generation_prompt %}<|start|>assistant{% endif %}"""
FIRST_TURN = """{{ bos_token }}{% set first = '' %}{% if messages[0].role == 'system' %}
{%- set first = messages[0].content + '

' %}{% set messages = messages[1:] %}{% endif %}{% for m in messages %}
{%- if (m.role == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('roles must alternate') }}{% endif %}
{{- '<start_of_turn>' + ('model' if m.role == 'assistant' else m.role) + '
' + (first if loop.first else '') + m.content | trim + '<end_of_turn>
' }}{% endfor %}{% if add_generation_prompt %}<start_of_turn>model
{% endif %}"""
SHAPES = {
    "mistral": LATE_SYSTEM,
    "phi": EOS_AT_THE_END,
    "lfm": MARKED,
    "qwen": SWITCHED,
    "gpt-oss": CHANNELS,
    "gemma": FIRST_TURN,
}


@pytest.mark.parametrize("source", SHAPES.values(), ids=SHAPES)
def test_each_family_keeps_its_own_template_and_says_all_that_was_said(source: str) -> None:
    prompt = ChatTemplate(source, bos="<s>", eos="</s>").render([SYSTEM, USER, ANSWER, USER])
    assert prompt != ChatTemplate("").render([SYSTEM, USER, ANSWER, USER])
    for text in ("Be brief.", "Hi", "Hello"):
        assert text in prompt


@pytest.mark.parametrize("source", SHAPES.values(), ids=SHAPES)
def test_in_each_family_a_longer_conversation_begins_as_the_shorter_one_does(source: str) -> None:
    template = ChatTemplate(source, bos="<s>", eos="</s>")
    longer = template.render([SYSTEM, USER, ANSWER, USER, ANSWER, USER])
    assert longer.startswith(template.render([SYSTEM, USER], answer=False))
    assert longer.startswith(template.render([SYSTEM, USER, ANSWER, USER], answer=False))


@pytest.mark.parametrize("source", SHAPES.values(), ids=SHAPES)
def test_in_each_family_a_tool_its_call_and_its_result_are_said_even_without_a_place_for_them(source: str) -> None:
    prompt = ChatTemplate(source, bos="<s>", eos="</s>").render([SYSTEM, USER, CALLING, RESULT, USER], [TOOL])
    for text in ("Be brief.", "remember: Save a fact.", '{"a": "<é>"}', "saved"):
        assert text in prompt


def test_the_header_of_an_answer_is_known_where_the_model_would_write_it_itself() -> None:
    template = ChatTemplate(CHANNELS)
    assert template.answer_opens(template.render([SYSTEM, USER])) == "<|channel|>final<|message|>"
    for plain in (SWITCHED, FIRST_TURN, ""):
        template = ChatTemplate(plain)
        assert template.answer_opens(template.render([SYSTEM, USER])) == ""


@pytest.mark.parametrize(
    ("prompt", "close"),
    [
        ("<think>\n", "</think>"),
        ("[THINK]", "[/THINK]"),
        ("<|channel>thought\n", "<channel|>"),
        ("<mm:think>", "</mm:think>"),
    ],
)
def test_a_thought_that_a_prompt_opens_can_be_closed_with_its_own_mark(prompt: str, close: str) -> None:
    assert opens_thought(prompt)
    assert closing_of(prompt) == close
