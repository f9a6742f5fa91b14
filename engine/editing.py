"""What an edit by hand makes of an item: its new words, and the values of its data that follow from them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from engine.entities.attach import reworded
from engine.errors import InvalidInput
from engine.item import Item, Origin
from engine.reconcile import ENTITIES


def edited(item: Item, text: str | None, data: Mapping[str, Any], at: datetime) -> Item:
    """The item in these words and with these values, as one that was written by hand. Raises InvalidInput without words."""
    after = _reworded(item, text, data)
    if not after.text.strip():
        raise InvalidInput("The text is empty. Write something, or forget the item instead.")
    return replace(after, origin=Origin.WRITTEN, updated_at=at)


def _reworded(item: Item, text: str | None, data: Mapping[str, Any]) -> Item:
    values = {**item.data, **data}
    if item.store == "user_profile":
        return _revalued(item, data.get("value", text if text is not None else item.data.get("value", "")), values)
    if item.store == ENTITIES:
        return reworded(item, text, data)
    new_text = item.text if text is None else text.strip()
    if text is not None and "lines" in values:
        values["lines"] = new_text.splitlines()
    if text is not None and "decision" in values and "decision" not in data:
        values |= {"decision": new_text, "reasoning": ""}
    return replace(item, text=new_text, data=values)


def _revalued(item: Item, given: object, values: Mapping[str, Any]) -> Item:
    """A profile field: the text follows from the value; a field of several values keeps several."""
    label = item.text.split(":", 1)[0]
    value = ", ".join(map(str, given)) if isinstance(given, (list, tuple)) else str(given)
    value = value.strip().removeprefix(f"{label}:").strip()
    many = [part.strip() for part in value.split(",") if part.strip()]
    kept = many if isinstance(item.data.get("value"), list) else value
    return replace(item, text=f"{label}: {value}" if value else "", data={**values, "value": kept})
