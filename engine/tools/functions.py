"""Tools: a tool is a plain function; its signature and docstring are the schema that the model sees."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_type_hints

from engine.errors import KeepwiseError
from engine.events import ToolUsed
from models.protocols import Tool

Function = Callable[..., Any]

_TYPES: Mapping[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def tool_of(function: Function) -> Tool:
    """The tool of a function: its first paragraph as the description, its parameters as a JSON schema."""
    hints = get_type_hints(function)
    parameters = inspect.signature(function).parameters
    properties = {name: _schema(hints.get(name, str)) for name in parameters}
    required = [name for name, parameter in parameters.items() if parameter.default is inspect.Parameter.empty]
    description = inspect.getdoc(function) or function.__name__
    return Tool(
        function.__name__,
        " ".join(description.split("\n\n")[0].split()),
        {"type": "object", "properties": properties, "required": required},
    )


def _schema(hint: Any) -> dict[str, Any]:
    if getattr(hint, "__origin__", None) in (list, Sequence):
        return {"type": "array", "items": _schema(hint.__args__[0])}
    return {"type": _TYPES.get(hint, "string")}


def call(functions: Mapping[str, Function], name: str, arguments: Mapping[str, Any]) -> tuple[str, bool]:
    """Run a tool. Returns what to tell the model, and whether it failed; a wrong call is told, never raised."""
    function = functions.get(name)
    if function is None:
        return f"There is no tool {name!r}. Tools: {', '.join(functions) or 'none'}.", True
    try:
        bound = inspect.signature(function).bind(**arguments)
    except TypeError as error:
        return f"Wrong arguments for {name}: {error}.", True
    try:
        return str(function(*bound.args, **bound.kwargs)), False
    except KeepwiseError as error:
        return error.message, True
    except Exception as error:  # noqa: BLE001 - a tool is foreign code: whatever it raises is told to the model, and shown as failed
        return f"{name} failed: {error}", True


def summary(used: Sequence[ToolUsed]) -> str:
    """An answer from what the tools said, for a model that called tools and then said nothing."""
    results = [without_ids(one.result) for one in used if not one.failed]
    news = [result for result in results if not result.startswith("Known already")]
    return "\n".join(dict.fromkeys(news or results)) or f"I could not do that. {used[-1].result}"


def without_ids(text: str) -> str:
    """What a tool said, for people and for models that would repeat the ids to them."""
    return re.sub(r"\s*\[[0-9a-f]{12}\]", "", text)
