"""From messages to the one prompt text a model was trained on: its own chat template, or ChatML when it has none.

The template inside a model file is a small program (Jinja) by a stranger: it runs in a sandbox. Templates differ in
what they know: some refuse a system message, most small ones know no tools, some demand that user and assistant
alternate. What a template does not know is said in plain words inside the messages it does know.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import jinja2
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

CHATML = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
Turn = dict[str, Any]
_ANSWER = {"role": "assistant", "content": "xyzzy"}
_END_OF_PROMPT = 12
_FAILURES = (jinja2.TemplateError, TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError)
"""What a template by a stranger may raise when it does not know the messages."""


class _Generation(Extension):
    """`{% generation %}` marks what a model is trained to say; a prompt is the same with and without the marks."""

    tags = {"generation"}  # noqa: RUF012  as the base class has it

    def parse(self, parser: Parser) -> list[jinja2.nodes.Node]:
        """What stands between the marks."""
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


class ChatTemplate:
    """Renders prompts for one model. `source` is its Jinja template (may be empty), bos and eos its marker texts."""

    def __init__(self, source: str, *, bos: str = "", eos: str = "") -> None:
        self._globals = {"bos_token": bos, "eos_token": eos, "enable_thinking": False}
        self._chatml = _compile(CHATML)
        self._template = self._usable(source)
        self.knows_tools = self._template is not self._chatml and "tools" in source
        self._strict_tools = "tool_calls" in source
        user, system = {"role": "user", "content": "u"}, {"role": "system", "content": "s"}
        self._takes_system = self._works([system, user]) and (self._grows([system, user]) or not self._grows([user]))
        self._alternates = not self._works([{"role": "user", "content": "u"}, {"role": "user", "content": "v"}])

    def render(
        self, messages: Sequence[Mapping[str, Any]], tools: Sequence[Mapping[str, Any]] = (), *, answer: bool = True
    ) -> str:
        """The prompt text; `answer` ends it where the assistant's answer begins, else it ends where all later ones still agree.

        Falls back to the plain form, and then to ChatML, when the template fails on these messages.
        """
        native = self.knows_tools and self._strict_tools
        ways: list[Callable[[], str]] = [lambda: self._plain(self._template, messages, tools, answer)]
        if native:
            ways.insert(0, lambda: self._native(messages, tools, answer))
        for way in ways:
            try:
                return way()
            except _FAILURES:
                continue
        return self._plain(self._chatml, messages, tools, answer)

    def _native(self, messages: Sequence[Mapping[str, Any]], tools: Sequence[Mapping[str, Any]], answer: bool) -> str:
        turns = self._fitted([_with_calls(message) for message in messages])
        described = [{"type": "function", "function": dict(tool)} for tool in tools]
        return self._run(self._template, turns, described or None, answer)

    def _plain(
        self,
        template: jinja2.Template,
        messages: Sequence[Mapping[str, Any]],
        tools: Sequence[Mapping[str, Any]],
        answer: bool,
    ) -> str:
        turns = [_in_words(message) for message in messages]
        if tools:
            turns = _with_system(turns, describe_tools(tools))
        return self._run(template, self._fitted(turns), None, answer)

    def _fitted(self, turns: list[Turn]) -> list[Turn]:
        if not self._takes_system:
            turns = _without_system(turns)
        return _merged(turns) if self._alternates else turns

    def answer_opens(self, prompt: str) -> str:
        """What the template writes between the end of such a prompt and an answer: the header of a channel, in some families."""
        try:
            asked = self._run(self._template, [{"role": "user", "content": "u"}], None, True)
            told = self._run(self._template, [{"role": "user", "content": "u"}, _ANSWER], None, False)
        except _FAILURES:
            return ""
        header, found, _ = told.removeprefix(asked).partition(_ANSWER["content"])
        return header if found and told.startswith(asked) and prompt.endswith(asked[-_END_OF_PROMPT:]) else ""

    def _run(self, template: jinja2.Template, turns: list[Turn], tools: list[Any] | None, answer: bool) -> str:
        text = template.render(messages=turns, tools=tools, add_generation_prompt=True, **self._globals)
        if answer:
            return text
        told = template.render(messages=turns, tools=tools, add_generation_prompt=False, **self._globals)
        if turns and turns[-1]["role"] == "assistant":
            return told
        return text[: next((i for i, (a, b) in enumerate(zip(text, told, strict=False)) if a != b), len(told))]

    def _usable(self, source: str) -> jinja2.Template:
        try:
            template = _compile(source)
            text = self._run(template, [{"role": "user", "content": "xyzzy"}], None, True)
        except _FAILURES:
            return self._chatml
        return template if "xyzzy" in text else self._chatml

    def _works(self, turns: list[Turn]) -> bool:
        try:
            text = self._run(self._template, turns, None, True)
        except _FAILURES:
            return False
        return all(turn["content"] in text for turn in turns)

    def _grows(self, turns: list[Turn]) -> bool:
        """Whether a longer conversation begins as the shorter one does: some put the system message before the last question,
        so that each turn would be read from the start."""
        later = [*turns, _ANSWER, {"role": "user", "content": "v"}]
        try:
            shorter = self._run(self._template, turns, None, False)
            return self._run(self._template, later, None, True).startswith(shorter)
        except _FAILURES:
            return False


def describe_tools(tools: Sequence[Mapping[str, Any]]) -> str:
    """The tools in plain words, for templates that know none."""
    each = [f"- {tool['name']}: {tool['description']} Arguments: {_json(tool['parameters'])}" for tool in tools]
    how = (
        'When a tool is needed, answer with one JSON object and nothing else: {"name": <tool>, "arguments": {...}}. '
        "Otherwise answer in plain text."
    )
    return "\n".join(["You can use these tools:", *each, how])


def _compile(source: str) -> jinja2.Template:
    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols", _Generation]
    )
    environment.filters["tojson"] = _json
    environment.globals["raise_exception"] = _refuse
    environment.globals["strftime_now"] = lambda form: datetime.datetime.now().strftime(form)
    return environment.from_string(source)


def _json(value: Any, indent: int | None = None, **_: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _refuse(reason: str) -> str:
    raise jinja2.TemplateError(reason)


def _with_calls(message: Mapping[str, Any]) -> Turn:
    turn = {**message, "content": message.get("content") or ""}
    if calls := message.get("tool_calls"):
        turn["tool_calls"] = [
            {
                "id": call.get("id") or f"call{number:05d}",
                "type": "function",
                "function": {"name": call["name"], "arguments": call["arguments"]},
            }
            for number, call in enumerate(calls)
        ]
    return turn


def _in_words(message: Mapping[str, Any]) -> Turn:
    content = message.get("content") or ""
    if message["role"] == "tool":
        return {"role": "user", "content": f"Result of {message.get('name', 'the tool')}:\n{content}"}
    calls = [_json({"name": call["name"], "arguments": call["arguments"]}) for call in message.get("tool_calls") or ()]
    return {"role": message["role"], "content": "\n".join(part for part in (content, *calls) if part)}


def _with_system(turns: list[Turn], text: str) -> list[Turn]:
    if turns and turns[0]["role"] == "system":
        return [{"role": "system", "content": f"{turns[0]['content']}\n\n{text}"}, *turns[1:]]
    return [{"role": "system", "content": text}, *turns]


def _without_system(turns: list[Turn]) -> list[Turn]:
    """System messages folded into the user message that follows them."""
    folded: list[Turn] = []
    waiting: list[str] = []
    for turn in turns:
        if turn["role"] == "system":
            waiting.append(turn["content"])
        elif waiting and turn["role"] == "user":
            folded.append({**turn, "content": "\n\n".join([*waiting, turn["content"]])})
            waiting = []
        else:
            folded.append(turn)
    return [*folded, {"role": "user", "content": "\n\n".join(waiting)}] if waiting else folded


def _merged(turns: list[Turn]) -> list[Turn]:
    """Neighbours of one role joined, for templates that demand alternation."""
    merged: list[Turn] = []
    for turn in turns:
        last = merged[-1] if merged else None
        if last and last["role"] == turn["role"] and turn["role"] != "tool" and "tool_calls" not in last:
            merged[-1] = {**last, **turn, "content": f"{last['content']}\n\n{turn['content']}"}
        else:
            merged.append(turn)
    return merged
