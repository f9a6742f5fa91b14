"""How an item of each store is spelled: what its card says, and the lines of the form it is written with. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.tongue import tr, tr_later
from engine.item import Item
from engine.stores.entity_memory import TYPES
from engine.stores.user_profile import FIELDS


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a form beside the main text. name: of the value; after: below the text; once: only for a new item."""

    name: str
    title: str
    example: str = ""
    choices: tuple[str, ...] = ()
    needed: bool = False
    once: bool = False
    after: bool = False
    fixed: bool = False


FIELD_NAMES = (
    *(tr_later("Name"), tr_later("Preferred name"), tr_later("Pronouns"), tr_later("Home"), tr_later("Origin")),
    *(tr_later("Role"), tr_later("Employer"), tr_later("Language"), tr_later("Timezone"), tr_later("Age")),
    tr_later("Birthday"),
)
TYPE_NAMES = (
    *(tr_later("Person"), tr_later("Pet"), tr_later("Company"), tr_later("Organisation"), tr_later("Project")),
    *(tr_later("Place"), tr_later("Product"), tr_later("Event"), tr_later("Thing")),
)
"""What the engine's fields and types are called, for the catalogue."""
PARTS = (tr_later("Goal"), tr_later("Plan"), tr_later("Progress"), tr_later("Summary"))
FORMS: Mapping[str, tuple[Line, ...]] = {
    "user_profile": (
        Line(
            "key",
            tr_later("Field"),
            tr_later("Name, home, role, language…"),
            FIELD_NAMES,
            needed=True,
            once=True,
        ),
    ),
    "session_context": (Line("key", tr_later("Part"), choices=PARTS, needed=True, once=True, fixed=True),),
    "entity_memory": (
        Line("subject", tr_later("Who or what"), tr_later("Sarah Chen, project Harbor…"), needed=True, once=True),
        Line(
            "type",
            tr_later("Type"),
            tr_later("Person, project, place…"),
            TYPE_NAMES,
            once=True,
        ),
    ),
    "learned_knowledge": (
        Line("title", tr_later("Title"), tr_later("A few words to find it by")),
        Line("tags", tr_later("Tags"), tr_later("Tags, with commas between them"), after=True),
    ),
    "decision_log": (
        Line("reasoning", tr_later("Reasons"), tr_later("Because…"), after=True),
        Line("review_on", tr_later("Look back on"), tr_later("Look back on, as 2027-01-31"), after=True),
    ),
}


def field_label(key: str) -> str:
    """A field's name as people read it: "preferred_name" is "Preferred name"."""
    return tr(key.replace("_", " ").capitalize())


def type_label(kind: str) -> str:
    """A type of entity as people read it; "" for none."""
    return tr(kind.capitalize())


def key_of(name: str, known: Iterable[str]) -> str:
    """The key or type that is called `name` in the language of the window; else `name` as a key."""
    wanted = name.strip().casefold()
    return next((key for key in known if field_label(key).casefold() == wanted), wanted.replace(" ", "_"))


def sentence(item: Item) -> str:
    """What a card says: the value of a profile field, the decision without its reasons, else the item's text."""
    if item.store == "user_profile":
        value = item.data.get("value", item.text)
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    if item.store == "decision_log":
        return str(item.data.get("decision") or item.text)
    if item.store == "session_context" and item.key in ("plan", "progress"):
        return "\n".join(f"• {line}" for line in item.text.splitlines())
    return item.text


def about(item: Item) -> str:
    """What an item is about: its field, or its entity; nothing where that is the user or the chat anyway."""
    if item.key and item.store in ("user_profile", "session_context"):
        return field_label(item.key)
    if item.store not in ("entity_memory", "user_profile", "session_context"):
        return ""
    return "" if item.subject in ("user", "session") else item.subject


def title(item: Item) -> str:
    """The title of an insight, unless it only repeats how the text begins."""
    given = str(item.data.get("title") or "") if item.store == "learned_knowledge" else ""
    return "" if item.text.startswith(given.rstrip("…")) else given


def tags(item: Item) -> list[str]:
    """The tags of an insight."""
    given = item.data.get("tags") or []
    return [str(tag) for tag in given] if isinstance(given, list) else [str(given)]


def reasons(item: Item) -> str:
    """Why a decision was taken; "" when nobody said."""
    return str(item.data.get("reasoning") or "") if item.store == "decision_log" else ""


def outcome(item: Item) -> str:
    """How a decision turned out, with how good that is; "" while nobody said."""
    told, quality = str(item.data.get("outcome") or ""), str(item.data.get("outcome_quality") or "")
    return f"{told} ({tr(quality.capitalize()).lower()})" if told and quality else told


def values(item: Item) -> dict[str, str]:
    """What the lines of a form hold for an item."""
    return {
        "title": str(item.data.get("title") or ""),
        "tags": ", ".join(tags(item)),
        "reasoning": reasons(item),
        "review_on": str(item.data.get("review_on") or "")[:10],
    }


def editable(item: Item) -> str:
    """What the main field of a form holds for an item."""
    return item.text if item.store == "session_context" else sentence(item)


def problem(store: str, text: str, lines: Mapping[str, str]) -> str:
    """What is missing or wrong in a form; "" when it can be saved."""
    if not text:
        return tr("Write something first.")
    missing = [
        line.title for line in FORMS.get(store, ()) if line.needed and line.name in lines and not lines[line.name]
    ]
    if missing:
        return tr("“{name}” is empty.").format(name=tr(missing[0]))
    try:
        date.fromisoformat(lines.get("review_on") or "2000-01-01")
    except ValueError:
        return tr("Write the day as 2027-01-31.")
    return ""


def entry(store: str, item: Item | None, text: str, lines: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """Text and data of a form as `LearningMachine.write` (item None) and `edit` take them."""
    if store == "user_profile":
        return text, {"value": text} if item is not None else {"key": key_of(lines["key"], FIELDS)}
    if store == "session_context":
        told = {} if item is not None else {"subject": "session", "key": key_of(lines["key"], map(str.lower, PARTS))}
        return text, {**told, "lines": text.splitlines()}
    if store == "entity_memory":
        return text, {} if item is not None else _filled(
            {"subject": lines["subject"], "type": key_of(lines["type"], TYPES).replace("_", " ")}
        )
    if store == "learned_knowledge":
        given = [tag.strip().lstrip("#") for tag in lines.get("tags", "").split(",") if tag.strip().lstrip("#")]
        new = _filled({"title": lines.get("title", ""), "tags": given})
        return text, new if item is None else {"title": lines.get("title", ""), "tags": given}
    if store == "decision_log":
        why = lines.get("reasoning", "").strip()
        told = {"decision": text, "reasoning": why, "review_on": lines.get("review_on", "")}
        return f"{text.rstrip('.')}. Reason: {why}" if why else text, told
    return text, {}


def _filled(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value}
