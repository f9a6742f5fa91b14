"""Tool calls in the spelling of single families: Gemma 4, Mistral, and those that write a list of Python calls.

Pure functions over a finished stretch of text; `names` are the tools that exist.
"""

from __future__ import annotations

import json
import re
from typing import Any

from models.protocols import ToolCall

_GEMMA = re.compile(r"call:(\w+)\s*(\{.*\})", re.DOTALL)
_GEMMA_QUOTE = '<|"|>'
_BARE_KEY = re.compile(r"([{,]\s*)([A-Za-z_]\w*)\s*:")
_MISTRAL = re.compile(r"\s*(\w+)(?:\[CALL_ID\]([\w-]+))?(?:\[ARGS\])?\s*(\{.*\})\s*\Z", re.DOTALL)


def in_dialect(raw: str, names: frozenset[str]) -> tuple[ToolCall, ...]:
    """Calls in the spelling of one family; empty when the stretch is no such thing, or names a tool that does not exist."""
    return _gemma(raw, names) or _mistral(raw, names)


def _gemma(raw: str, names: frozenset[str]) -> tuple[ToolCall, ...]:
    """`call:tool{key:<|"|>text<|"|>,count:3}`: keys without quotes, strings between marks of their own."""
    found = _GEMMA.fullmatch(raw.strip())
    if found is None or found[1] not in names:
        return ()
    parts = found[2].split(_GEMMA_QUOTE)
    plain = [
        _BARE_KEY.sub(r'\1"\2":', part) if place % 2 == 0 else json.dumps(part) for place, part in enumerate(parts)
    ]
    arguments = _object("".join(plain))
    return (ToolCall(found[1], arguments),) if arguments is not None else ()


def _mistral(raw: str, names: frozenset[str]) -> tuple[ToolCall, ...]:
    """`tool[ARGS]{...}`, perhaps several with `[TOOL_CALLS]` between them."""
    calls: list[ToolCall] = []
    for part in raw.split("[TOOL_CALLS]"):
        found = _MISTRAL.match(part)
        arguments = _object(found[3]) if found and found[1] in names else None
        if found is None or arguments is None:
            return ()
        calls.append(ToolCall(found[1], arguments, found[2] or ""))
    return tuple(calls)


def _object(text: str) -> dict[str, Any] | None:
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
