"""A matcher for the GBNF that `models.grammar` writes, by way of regular expressions: slow, short, and not llama.cpp's.

Recursive rules are unrolled a few levels deep, which is enough for the texts of the tests.
"""

from __future__ import annotations

import re

_DEPTH = 9
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(\[(?:[^\]\\]|\\.)*\])|([a-z][a-z0-9]*)|(\{\d+,?\d*\})|([()|*+?])|(\s+)')
_UNICODE = re.compile(r"\\U([0-9A-F]{8})")


def matches(grammar: str, text: str) -> bool:
    """Whether the grammar's root produces the whole text."""
    rules = dict(line.split(" ::= ", 1) for line in grammar.splitlines() if line)
    return re.fullmatch(_expression(rules, "root", _DEPTH), text) is not None


def _expression(rules: dict[str, str], name: str, depth: int) -> str:
    if depth == 0:
        return r"(?!)"
    parts, place, body = [], 0, rules[name]
    while place < len(body):
        found = _TOKEN.match(body, place)
        assert found, f"{name}: cannot read {body[place:]!r}"
        literal, characters, rule, times, mark, _ = found.groups()
        place = found.end()
        if literal is not None:
            parts.append(f"(?:{re.escape(_plain(literal))})")
        elif rule is not None:
            parts.append(f"(?:{_expression(rules, rule, depth - 1)})")
        else:
            parts.append(characters or times or (mark or "").replace("(", "(?:"))
    return "".join(parts)


def _plain(literal: str) -> str:
    written = _UNICODE.sub(lambda found: chr(int(found[1], 16)), literal)
    return re.sub(r"\\(.)", r"\1", written)
