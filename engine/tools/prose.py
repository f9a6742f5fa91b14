"""Tool calls that a model wrote as prose: a line `add_memory("Likes tea")` in the answer is carried out, not shown."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Mapping
from typing import Any

from engine.tools.functions import Function
from models.protocols import ToolCall

_LINE = re.compile(r"^[\s>*`-]*(?:print\()?(?P<call>(?P<name>[a-z_][a-z0-9_]*)\(.*\))\)?[`\s.;]*$")


def calls_in_prose(text: str, functions: Mapping[str, Function]) -> tuple[list[ToolCall], str]:
    """The calls of known tools that stand on a line of their own, and the text without those lines.

    Arguments must be literals; a call that cannot be read is malformed. Calls within a sentence are only talked about.
    """
    calls: list[ToolCall] = []
    kept: list[str] = []
    for line in text.splitlines():
        found = _LINE.match(line)
        if found and found["name"] in functions:
            calls.append(_read(found["call"], functions[found["name"]], f"prose{len(calls) + 1}"))
        else:
            kept.append(line)
    return calls, ("\n".join(kept).strip() if calls else text)


def _read(source: str, function: Function, call_id: str) -> ToolCall:
    try:
        node = ast.parse(source, mode="eval").body
        assert isinstance(node, ast.Call)
        values = [ast.literal_eval(value) for value in node.args]
        named: dict[str, Any] = {str(word.arg): ast.literal_eval(word.value) for word in node.keywords}
        bound = inspect.signature(function).bind(*values, **named)
    except (SyntaxError, ValueError, TypeError, AssertionError):
        return ToolCall(function.__name__, id=call_id, malformed=source)
    return ToolCall(function.__name__, dict(bound.arguments), call_id)
