"""Grammars from schemas: what they allow, told by a small matcher of our own, and what they refuse to promise."""

from __future__ import annotations

import json
from typing import Any

import pytest

from models.grammar import grammar_of
from tests.models.gbnf import matches

THING: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 5},
        "age": {"type": "integer", "minimum": 0, "maximum": 12},
        "note": {"type": "string"},
    },
    "required": ["name", "age"],
}


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        (THING, '{"name": "Tom","age": 3}'),
        (THING, '{"name":"Tom", "age":12, "note":"a \\"b\\" é"}'),
        ({"const": 'a"b\\c\né'}, json.dumps('a"b\\c\né', ensure_ascii=False)),
        ({"enum": ["x", 3, None, True]}, "null"),
        ({"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 2}, "[1, -2]"),
        ({"type": "array", "items": {"type": "integer"}, "maxItems": 2}, "[]"),
        ({"type": "array", "items": {"type": "null"}, "maxItems": 0}, "[]"),
        ({"type": "array", "prefixItems": [{"const": 1}, {"const": "a"}]}, '[1,"a"]'),
        ({"type": ["string", "null"], "maxLength": 2}, "null"),
        ({"type": "number", "minimum": 0, "maximum": 1}, "0.75"),
        ({"type": "number"}, "-12.5"),
        ({"anyOf": [{"const": "a"}, {"type": "boolean"}]}, "false"),
        ({}, '{"any": [1, "thing"]}'),
        ({"$ref": "#/$defs/t", "$defs": {"t": {"type": "array", "items": {"$ref": "#/$defs/t"}}}}, "[[],[[]]]"),
        ({"type": "object", "properties": {"a": {"const": 1}, "b": {"const": 2}}}, '{"b": 2}'),
        ({"type": "object", "properties": {"a": {"const": 1}, "b": {"const": 2}}}, "{}"),
    ],
)
def test_a_grammar_allows_what_its_schema_allows(schema: dict[str, Any], text: str) -> None:
    assert matches(grammar_of(schema), text)
    json.loads(text)


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        (THING, '{"age": 3, "name": "Tom"}'),
        (THING, '{"name": "Tom"}'),
        (THING, '{"name": "", "age": 3}'),
        (THING, '{"name": "Thomas", "age": 3}'),
        (THING, '{"name": "Tom", "age": 13}'),
        (THING, '{"name": "Tom", "age": 3, "more": 1}'),
        (THING, '{"name": "Tom", "age": 3,}'),
        ({"type": "string"}, '"a\nb"'),
        ({"type": "string"}, '"\\ud83d"'),
        ({"enum": ["x"]}, '"y"'),
        ({"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 2}, "[]"),
        ({"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 2}, "[1,2,3]"),
        ({"type": "integer"}, "007"),
        ({"type": "number", "minimum": 0, "maximum": 1}, "1.5"),
    ],
)
def test_a_grammar_refuses_what_its_schema_forbids(schema: dict[str, Any], text: str) -> None:
    assert not matches(grammar_of(schema), text)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "pattern": "^a$"},
        {"type": "integer", "minimum": 0},
        {"type": "number", "minimum": 3, "maximum": 4},
        {"type": "colour"},
        {"type": "object", "properties": {"a": {"type": "array", "uniqueItems": True}}},
        {"$ref": "elsewhere.json"},
    ],
)
def test_what_cannot_be_enforced_is_refused_rather_than_ignored(schema: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        grammar_of(schema)
