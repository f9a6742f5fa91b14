"""A JSON schema as a GBNF grammar, so that a model can only write JSON of that shape.

llama-cpp-python has a converter, but a constant with a quote or a backslash breaks its grammar, its strings may hold
raw line breaks and lone surrogates (no valid JSON), and it passes over what it does not know. This one keeps to a
subset, writes compact JSON in the order of the schema, and raises on every keyword it cannot enforce.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

Schema = Mapping[str, Any]

MAX_RANGE = 1000
"""Integers between two bounds are listed one by one, up to this many."""

_NOTES = frozenset(
    {"title", "description", "default", "examples", "$schema", "$id", "$defs", "definitions", "$comment", "deprecated"}
)
_KNOWN = {
    "object": {"properties", "required", "additionalProperties"},
    "array": {"items", "minItems", "maxItems", "prefixItems"},
    "string": {"minLength", "maxLength"},
    "integer": {"minimum", "maximum"},
    "number": {"minimum", "maximum"},
    "boolean": set[str](),
    "null": set[str](),
}
_BASE = r"""
gap ::= " "?
char ::= [^"\\\x00-\x1F\x7F] | "\\" ["\\/nt]
string ::= "\"" char* "\""
integer ::= "-"? ("0" | [1-9] [0-9]{0,15})
number ::= integer ("." [0-9]{1,15})?
unit ::= "0" ("." [0-9]{1,4})? | "1" (".0")?
boolean ::= "true" | "false"
null ::= "null"
value ::= object | array | string | number | boolean | null
object ::= "{" (string ":" gap value ("," gap string ":" gap value)*)? "}"
array ::= "[" (value ("," gap value)*)? "]"
"""


def grammar_of(schema: Schema) -> str:
    """GBNF text whose `root` is this schema. Raises ValueError, naming the keyword, when it cannot be enforced."""
    return _Converter(schema).text()


class _Converter:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._rules: dict[str, str] = {}
        self._references: dict[str, str] = {}

    def text(self) -> str:
        root = self._rule(self._schema)
        rules = "\n".join(f"{name} ::= {body}" for name, body in self._rules.items())
        return f"root ::= {root}\n{rules}{_BASE}"

    def _rule(self, schema: Schema) -> str:
        """The expression for one schema: a name or a literal, safe to stand in any sequence."""
        if "$ref" in schema:
            return self._reference(schema["$ref"])
        if "const" in schema:
            return _literal(schema["const"])
        if "enum" in schema:
            return self._name(_either([_literal(value) for value in schema["enum"]]))
        for union in ("anyOf", "oneOf"):
            if union in schema:
                return self._name(_either([self._rule(branch) for branch in schema[union]]))
        kind = schema.get("type", "object" if "properties" in schema else "array" if "items" in schema else None)
        if isinstance(kind, list):
            return self._name(_either([self._rule({**_only(schema, one), "type": one}) for one in kind]))
        return self._typed(kind, schema)

    def _typed(self, kind: str | None, schema: Schema) -> str:
        if kind is None and not schema.keys() - _NOTES:
            return "value"
        known = _KNOWN.get(kind or "")
        if known is None:
            raise ValueError(f"a schema of type {kind!r} cannot be enforced")
        if unknown := schema.keys() - known - _NOTES - {"type"}:
            raise ValueError(f"the schema keyword {min(unknown)!r} cannot be enforced")
        if kind == "object":
            return self._object(schema)
        if kind == "array":
            return self._array(schema)
        return self._string(schema) if kind == "string" else self._number(str(kind), schema)

    def _reference(self, target: str) -> str:
        if target not in self._references:
            found: Any = self._schema
            for step in target.removeprefix("#/").split("/"):
                if not target.startswith("#/") or step not in found:
                    raise ValueError(f"the schema reference {target!r} cannot be followed")
                found = found[step]
            name = self._references[target] = f"ref{len(self._references)}"
            self._rules[name] = self._rule(found)
        return self._references[target]

    def _object(self, schema: Schema) -> str:
        properties: Mapping[str, Schema] = schema.get("properties", {})
        if not properties:
            return "object" if schema.get("additionalProperties", True) else '"{}"'
        required = set(schema.get("required", ()))
        pairs = [(f'{_literal(key)} ":" gap {self._rule(part)}', key in required) for key, part in properties.items()]
        return self._name(f'"{{" {self._members(pairs)} "}}"')

    def _members(self, pairs: Sequence[tuple[str, bool]]) -> str:
        """Pairs in order, optional ones left out at will; a comma stands only after a pair that is there.

        `rest` is what may follow once a pair stands, `fresh` what may follow while none does.
        """
        rest, fresh = '""', '""'
        for pair, needed in reversed(pairs):
            begun = self._name(f"{pair} {rest}")
            fresh = begun if needed else self._name(_either([begun, fresh]))
            following = f'"," gap {begun}'
            rest = self._name(following if needed else _either([following, rest]))
        return fresh

    def _array(self, schema: Schema) -> str:
        if "prefixItems" in schema:
            items = ' "," gap '.join(self._rule(part) for part in schema["prefixItems"])
            return self._name(f'"[" {items} "]"')
        item = self._rule(schema.get("items", {}))
        least, most = schema.get("minItems", 0), schema.get("maxItems")
        if most == 0:
            return '"[]"'
        more = f'("," gap {item}){{{max(least - 1, 0)},{"" if most is None else most - 1}}}'
        filled = f"{item} {more}"
        return self._name(f'"[" {filled if least else f"({filled})?"} "]"')

    def _string(self, schema: Schema) -> str:
        least, most = schema.get("minLength", 0), schema.get("maxLength")
        if not least and most is None:
            return "string"
        return self._name(rf'"\"" char{{{least},{"" if most is None else most}}} "\""')

    def _number(self, kind: str, schema: Schema) -> str:
        least, most = schema.get("minimum"), schema.get("maximum")
        if least is None and most is None:
            return kind
        if kind == "number" and (least, most) == (0, 1):
            return "unit"
        if kind != "integer" or least is None or most is None or most - least > MAX_RANGE:
            raise ValueError(f"bounds {least} to {most} of a {kind} cannot be enforced")
        return self._name(_either([f'"{value}"' for value in range(int(least), int(most) + 1)]))

    def _name(self, body: str) -> str:
        name = f"r{len(self._rules)}"
        self._rules[name] = body
        return name


def _either(bodies: Sequence[str]) -> str:
    return " | ".join(bodies)


def _only(schema: Schema, kind: str) -> dict[str, Any]:
    """The keywords of a schema of several types that speak about this one."""
    foreign = set[str]().union(*_KNOWN.values()) - _KNOWN.get(kind, set())
    return {key: value for key, value in schema.items() if key not in foreign}


def _literal(value: Any) -> str:
    """A JSON value as a quoted terminal: backslash, quote and what is not printable ASCII are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ": "))
    escaped = re.sub(r'[\\"]', lambda found: "\\" + found[0], text)
    return '"' + re.sub(r"[^ -~]", lambda found: f"\\U{ord(found[0]):08X}", escaped) + '"'
