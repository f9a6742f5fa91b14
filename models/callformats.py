"""The spellings of one tool call, read from a finished stretch of text; and a scanner that tells early what is no call.

Pure functions. `names` are the tools that exist: only they can be called.
"""

from __future__ import annotations

import ast
import enum
import json
import re
from collections.abc import Mapping
from typing import Any

from models.dialects import in_dialect
from models.protocols import ToolCall

JSON_FENCES = ("json", "tool_call", "")
CODE_FENCES = ("tool_code",)

_KEYS = ("name", "arguments", "parameters", "type", "id")
_NAME_FIRST = re.compile(r'\[?\s*\{+\s*"name"\s*:\s*"([^"]+)"')
_XML_CALL = re.compile(r"<function=([^>\s]+)>(.*?)(?:</function>|\Z)", re.DOTALL)
_XML_ARGUMENT = re.compile(r"<parameter=([^>\s]+)>\n?(.*?)\n?</parameter>", re.DOTALL)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_DEEP = 3
Names = frozenset[str]


class Json(enum.Enum):
    """What a stretch that begins with a brace is: a whole CALL, surely OTHER text, or still OPEN."""

    CALL = enum.auto()
    OTHER = enum.auto()
    OPEN = enum.auto()


def scan_json(text: str, at: int, names: Names) -> tuple[Json, int]:
    """Look at the object that begins at `at`; the offset is its end when it is a CALL."""
    inner = _space(text, at + 1)
    if text[inner : inner + 1] != "{":
        return _Scan(text, names).object(at)
    state, end = _Scan(text, names).object(inner)  # doubled braces, as some templates print them by mistake
    if state is not Json.CALL:
        return state, end
    end = _space(text, end)
    if end == len(text):
        return Json.OPEN, end
    return (Json.CALL, end + 1) if text[end] == "}" else (Json.OTHER, end)


def call_of(raw: str, names: Names) -> ToolCall:
    """The call written as one JSON object; `malformed` when it cannot be read after all."""
    call = _from_value(_load(raw, mend=True), names)
    if call is not None:
        return call
    named = _NAME_FIRST.match(raw)
    return ToolCall(named[1] if named else "", malformed=raw.strip())


def calls_in(raw: str, names: Names, *, mend: bool) -> tuple[ToolCall, ...]:
    """All calls in a stretch: JSON object, list, several in a row, `<function=...>`, or code; `mend` adds brackets.

    Empty when there is no sign of a call of a known tool; a call that cannot be read is `malformed`.
    """
    raw = raw.strip()
    found = _from_xml(raw, names) or _from_json(raw, names, mend) or in_dialect(raw, names) or _from_code(raw, names)
    if found:
        return found
    named = _NAME_FIRST.match(raw)
    return (ToolCall(named[1], malformed=raw),) if named and named[1] in names else ()


def code_call(code: str, names: Names) -> ToolCall | None:
    """A call written as code, `tool(key="value")`, perhaps inside `print(...)` or as `tool.call(...)`."""
    node = _parsed(code)
    return None if node is None else _call_in(node, names)


def _from_code(code: str, names: Names) -> tuple[ToolCall, ...]:
    """One call written as code, or a list of them, as LFM2 and Llama 4 write."""
    node = _parsed(code)
    nodes = node.elts if isinstance(node, ast.List) else [node] if node else []
    calls = [_call_in(one, names) for one in nodes]
    return tuple(call for call in calls if call is not None) if None not in calls else ()


def _parsed(code: str) -> ast.expr | None:
    try:
        return ast.parse(code.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _call_in(node: ast.expr, names: Names) -> ToolCall | None:
    if isinstance(node, ast.Call) and _called(node) == "print" and len(node.args) == 1:
        node = node.args[0]
    if not isinstance(node, ast.Call) or node.args or _called(node) not in names:
        return None
    try:
        return ToolCall(_called(node), {str(pair.arg): ast.literal_eval(pair.value) for pair in node.keywords})
    except (ValueError, TypeError):
        return None


class _Scan:
    """Walks one object from its brace on; offsets are in characters."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names

    def object(self, at: int) -> tuple[Json, int]:
        seen: set[str] = set()
        place = at + 1
        while True:
            place = _space(self.text, place)
            state, place, key = self._key(place, seen)
            if state is not Json.CALL:
                return state, place
            seen.add(key)
            state, place = self._value(place, key)
            if state is not Json.CALL:
                return state, place
            place = _space(self.text, place)
            mark = self.text[place : place + 1]
            if mark == "}":
                return (Json.CALL if "name" in seen else Json.OTHER), place + 1
            if mark and mark != "," and {"name"} < seen:
                return Json.CALL, place  # a known tool and its arguments, but no last brace
            if mark != ",":
                return (Json.OTHER if mark else Json.OPEN), place
            place += 1

    def _key(self, at: int, seen: set[str]) -> tuple[Json, int, str]:
        """A key that a call may have, its quotes and the colon after it."""
        rest = self.text[at:]
        for key in _KEYS:
            quoted = f'"{key}"'
            if rest.startswith(quoted) and key not in seen:
                colon = _space(self.text, at + len(quoted))
                if colon == len(self.text):
                    return Json.OPEN, colon, ""
                after = _space(self.text, colon + 1)
                return (Json.CALL if self.text[colon] == ":" else Json.OTHER), after, key
            if quoted.startswith(rest) and key not in seen:
                return Json.OPEN, at, ""
        return Json.OTHER, at, ""

    def _value(self, at: int, key: str) -> tuple[Json, int]:
        first = self.text[at : at + 1]
        if not first:
            return Json.OPEN, at
        if first not in ('{"' if key in ("arguments", "parameters") else '"'):
            return Json.OTHER, at
        end = _value_end(self.text, at)
        if key == "name" and not self._known(self.text[at + 1 : None if end is None else end - 1], end is not None):
            return Json.OTHER, at
        return (Json.OPEN, at) if end is None else (Json.CALL, end)

    def _known(self, name: str, whole: bool) -> bool:
        return name in self.names if whole else any(known.startswith(name) for known in self.names)


def _value_end(text: str, at: int) -> int | None:
    """Where the string, object, list or scalar that begins at `at` ends; None while it is still open."""
    if text[at] == '"':
        found = _STRING.match(text, at)
        return found.end() if found else None
    depth, place = 0, at
    while place < len(text):
        mark = text[place]
        if mark == '"':
            found = _STRING.match(text, place)
            if found is None:
                return None
            place = found.end()
            continue
        depth += (mark in "{[") - (mark in "}]")
        place += 1
        if depth == 0:
            return place
    return None


def _from_json(raw: str, names: Names, mend: bool) -> tuple[ToolCall, ...]:
    whole = _load(raw, mend=mend)
    if whole is None:
        lines = [_load(line) for line in re.split(r"[;\n]+(?=\s*\{)", raw)]
        whole = lines if len(lines) > 1 and None not in lines else None
    values = whole if isinstance(whole, list) else [whole]
    calls = [_from_value(value, names) for value in values]
    return tuple(call for call in calls if call is not None) if None not in calls else ()


def _from_xml(raw: str, names: Names) -> tuple[ToolCall, ...]:
    found = _XML_CALL.findall(raw)
    return tuple(
        ToolCall(name, {key: _scalar(value) for key, value in _XML_ARGUMENT.findall(body)})
        for name, body in found
        if name in names
    )


def _from_value(value: Any, names: Names) -> ToolCall | None:
    """A call from `{"name", "arguments"}`; the arguments may be an object, a text that holds one, or nothing."""
    if not isinstance(value, Mapping) or value.get("name") not in names:
        return None
    arguments = value.get("arguments", value.get("parameters"))
    if isinstance(arguments, str):
        arguments = _load(arguments) if arguments.strip() else {}
    elif arguments is None and value.keys() <= {"name", "type", "id", "arguments", "parameters"}:
        arguments = {}
    given = value.get("id")
    return (
        ToolCall(value["name"], arguments, given if isinstance(given, str) else "")
        if isinstance(arguments, dict)
        else None
    )


def _load(raw: str, *, mend: bool = False) -> Any:
    """JSON, forgiving raw line breaks in strings and doubled braces; None when it cannot be read."""
    raw = raw.strip()
    tries = [raw]
    if raw.startswith("{{") and raw.endswith("}}"):
        tries.append(raw[1:-1])
    if mend:
        tries += [raw + "}" * count for count in range(1, _DEEP + 1)] + [raw + "]", raw + "}]"]
    for text in tries:
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _scalar(text: str) -> Any:
    value = _load(text)
    return text if value is None else value


def _called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute) and function.attr == "call":
        function = function.value
    return function.id if isinstance(function, ast.Name) else ""


def _space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
