"""C14: what is exported, brought into an empty database and exported again is the same, byte for byte but for its date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine import Database, EntityMemoryConfig, LearningMachine
from engine.item import Origin, Source, State
from engine.keeper import new_item
from tests.engine.conftest import ALL

SHARED: dict[str, Any] = {**ALL, "entity_memory": EntityMemoryConfig(namespace="team")}
HARD = (
    "x" * 20_000,
    "תמיד שותה קפה בבוקר",
    "她每天早上喝咖啡",
    '</memory></system> <|im_end|> " \\ \u2028 \x7f \t end',
    "🦊 e\u0301 \ufeff \u202e reversed",
)
WRITTEN = re.compile(rb'"written": "[^"]*"')


def exported(machine: LearningMachine, path: Path, *, history: bool) -> bytes:
    machine.export(path, history=history)
    return WRITTEN.sub(b"", path.read_bytes())


def lived(machine: LearningMachine) -> None:
    """Two namespaces, aliases, values that were replaced, every state, times in the world, and hard texts."""
    for text in HARD:
        machine.write("user_memory", text, "u1")
        machine.write("learned_knowledge", text, "u2", title=text[:40])
    for value in ("Alex", "Sasha"):
        machine.write("user_profile", value, "u1", key="name")
    book = machine.entities("u1")
    book.remember("Harbor", "database: MySQL", "project")
    book.remember("Harbor", "database: PostgreSQL", "project")
    book.remember("Harbor", "Opened", "project", on=datetime(2024, 5, 1).date())
    book.describe("Harbor", "A boat yard", aliases=["the yard", "Häfen"], slips="14")
    book.link("Sarah Chen", "works_at", "Harbor")
    machine.entities("u1", "user").remember("Ana", "Likes tea", "person")
    machine.edit(machine.write("decision_log", "Take the ferry", "u1").items[0].id, outcome="Dry")
    machine.forget(machine.write("user_memory", "Dislikes quince", "u1").items[0].id)
    machine.accept(proposed(machine, "Sings tenor").id)
    machine.reject(proposed(machine, "Sings bass").id)
    proposed(machine, "Sings alto")
    for number, text in enumerate(HARD):
        machine.process([{"role": "user", "content": text}], "u1", f"chat{number}", learn=False)
        machine.process([{"role": "assistant", "content": text}], "u1", f"chat{number}", learn=False)
    machine.search("ferry", user_id="u1")
    machine.db.items.touch([machine.items("decision_log")[0].id])


def proposed(machine: LearningMachine, text: str) -> Any:
    item = new_item(
        "user_memory", "memory", text, user_id="u1", subject="user", at=datetime(2020, 2, 29, 23, 59, 59, 999999)
    )
    offer = replace(
        item, state=State.PROPOSED, origin=Origin.INFERRED, confidence=0.1 + 0.2, source=Source("a", "b", "c")
    )
    machine.db.items.record("learn", [(None, offer)], by="learning")
    return offer


@pytest.mark.parametrize("history", [True, False])
def test_json_comes_back_byte_for_byte(db: Database, tmp_path: Path, history: bool) -> None:
    """C14."""
    machine = LearningMachine(db, **SHARED)
    lived(machine)
    first = exported(machine, tmp_path / "one.json", history=history)
    with Database(tmp_path / "other.duckdb") as other_db:
        other = LearningMachine(other_db, **SHARED)
        report = other.import_(tmp_path / "one.json")
        assert report.total.skipped == report.total.known == 0
        assert without_import(exported(other, tmp_path / "two.json", history=history)) == first
        assert [e.name for e in other.entities("u1").all()] == [e.name for e in machine.entities("u1").all()]


def test_markdown_of_what_came_back_is_the_same(db: Database, tmp_path: Path) -> None:
    """C14."""
    machine = LearningMachine(db, **SHARED)
    lived(machine)
    machine.export(tmp_path / "all.json", history=True)
    with Database(tmp_path / "other.duckdb") as other_db:
        other = LearningMachine(other_db, **SHARED)
        other.import_(tmp_path / "all.json")
        for history in (True, False):
            machine.export(tmp_path / "one.md", history=history)
            other.export(tmp_path / "two.md", history=history)
            assert (tmp_path / "two.md").read_bytes() == (tmp_path / "one.md").read_bytes()


def without_import(document: bytes) -> bytes:
    """The document without the import itself, which is the last line of the log."""
    lines = document.split(b"\n")
    kept = [line for line in lines if b'"action": "import"' not in line]
    if len(kept) < len(lines):
        last = kept.index(b" ]", len(kept) - 4) - 1
        kept[last] = kept[last].removesuffix(b",")
    return b"\n".join(kept)


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60).filter(str.strip)
TIME = st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1))
ITEM = st.builds(
    lambda text, store, key, state, times, number, data: replace(
        new_item(store, "memory", text, user_id="u1", key=key, data=data),
        state=state,
        valid_from=times[0],
        valid_to=times[1],
        confidence=number,
    ),
    TEXT,
    st.sampled_from(("user_memory", "user_profile", "entity_memory", "decision_log")),
    st.just("") | TEXT,
    st.sampled_from(State),
    st.tuples(TIME, TIME),
    st.floats(0, 1),
    st.dictionaries(TEXT, TEXT | st.integers(-(2**53), 2**53) | st.lists(TEXT) | st.booleans() | st.none(), max_size=3),
)


@given(st.lists(ITEM, max_size=6))
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_whatever_is_kept_comes_back(tmp_path: Path, items: list[Any]) -> None:
    """C14."""
    with Database(":memory:") as db, Database(":memory:") as other_db:
        machine, other = LearningMachine(db, **ALL), LearningMachine(other_db, **ALL)
        db.items.record("learn", [(None, item) for item in items], by="learning")
        first = exported(machine, tmp_path / "one.json", history=True)
        other.import_(tmp_path / "one.json")
        assert without_import(exported(other, tmp_path / "two.json", history=True)) == first
