"""The fields of a profile as a dataclass describes them: read from it, written as plain data, and made from that again.

A field's description is its metadata ("description"); a field whose type is a list holds several values at once.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a profile. many: it holds a list of values."""

    name: str
    description: str = ""
    many: bool = False


def fields_of(schema: type | None) -> list[Field]:
    """The fields of a schema, in order; none without a schema. Raises InvalidInput when it is no dataclass."""
    if schema is None:
        return []
    if not dataclasses.is_dataclass(schema):
        raise InvalidInput(f"A profile's schema is a dataclass; {schema!r} is none. Put @dataclass on it.")
    try:
        hints: Mapping[str, Any] = typing.get_type_hints(schema)
    except NameError:  # a name of a function's own scope: the annotation stays the text that was written
        hints = {}
    return [
        Field(f.name, str(f.metadata.get("description", "")), _many(hints.get(f.name, f.type)))
        for f in dataclasses.fields(schema)
    ]


def plain_of(schema: type | None) -> list[dict[str, Any]] | None:
    """A schema as plain data, for `schema_of`."""
    return None if schema is None else [dataclasses.asdict(field) for field in fields_of(schema)]


def schema_of(plain: Sequence[Mapping[str, Any]] | None) -> type | None:
    """A schema from plain data: `[{"name", "description", "many"}]`."""
    if plain is None:
        return None
    rows: list[tuple[str, Any, Any]] = [
        (
            str(row["name"]),
            list[str] if row.get("many") else str,
            dataclasses.field(default=None, metadata={"description": str(row.get("description", ""))}),
        )
        for row in plain
    ]
    return dataclasses.make_dataclass("Profile", rows)


def _many(hint: Any) -> bool:
    """Whether a type is a list of values: `list`, `list[str]`, `Sequence[str]`, or one of them or None."""
    if isinstance(hint, str):
        return hint.lower().startswith(("list", "set", "tuple", "sequence"))
    kinds = (hint, typing.get_origin(hint), *(typing.get_origin(part) or part for part in typing.get_args(hint)))
    return any(kind in (list, set, tuple, Sequence) for kind in kinds)
