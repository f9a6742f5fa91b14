"""Time: what was known then and what was true then, dates in the user's time zone, and looking back at decisions."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from engine import LearningMachine
from engine.clock import now, to_utc
from engine.errors import AccessRefused, InvalidInput
from engine.item import Item, State


def backdated(machine: LearningMachine, item: Item, **times: datetime) -> Item:
    """The item as if it had been recorded at another time."""
    aged = replace(item, **times)  # type: ignore[arg-type]
    machine.db.items.record("test", [(item, aged)], by="test")
    return aged


def decide(
    machine: LearningMachine, text: str = "Take the ferry since the tunnel costs twice as much", **data: str
) -> Item:
    """A decision of u1."""
    return machine.write("decision_log", text, "u1", **data).items[0]


def test_what_was_known_then_and_what_was_true_then_are_two_questions(machine: LearningMachine) -> None:
    """C2."""
    moved = datetime(2024, 3, 1, 12)
    told = [{"role": "user", "content": "I moved to Lisbon today."}, {"role": "assistant", "content": "How nice."}]
    items = machine.process(told, "u1", "s1", at=moved)
    assert {item.valid_from for item in items} == {to_utc(moved)}
    assert all(item.created_at and item.created_at > datetime(2025, 1, 1) for item in items)
    assert machine.as_of(date(2024, 6, 1), "u1") == []
    assert {item.id for item in machine.true_at(date(2024, 6, 1), "u1")} == {item.id for item in items}
    assert machine.true_at(date(2024, 2, 1), "u1") == []
    assert {item.id for item in machine.as_of(datetime.now(), "u1")} == {item.id for item in items}


def test_a_replaced_value_was_true_until_the_new_one_came(machine: LearningMachine) -> None:
    """C2."""
    for day, name in ((datetime(2023, 1, 1, 12), "Call me Alex."), (datetime(2024, 1, 1, 12), "Call me Sasha.")):
        machine.process(
            [{"role": "user", "content": name}, {"role": "assistant", "content": "Ok."}], "u1", "s1", at=day
        )
    held = {
        day: [i.data["value"] for i in machine.true_at(day, "u1") if i.key == "preferred_name"]
        for day in (date(2022, 6, 1), date(2023, 6, 1), date(2024, 6, 1))
    }
    assert list(held.values()) == [[], ["Alex"], ["Sasha"]]


def test_as_of_tells_what_was_recorded_then_whatever_came_later(machine: LearningMachine) -> None:
    """C2."""
    item = machine.write("user_memory", "Likes tea", "u1").items[0]
    kept = machine.write("user_memory", "Rows on the lake", "u1").items[0]
    moment = machine.history(kept.id)[-1].at
    machine.edit(item.id, "Likes coffee")
    machine.forget(kept.id)
    machine.undo()
    machine.undo()
    machine.forget(item.id)
    known = machine.as_of(moment.replace(tzinfo=UTC), "u1")
    assert {i.text for i in known} == {"Likes tea", "Rows on the lake"}
    assert machine.as_of(datetime.now().date() - timedelta(days=2), "u1") == []


@pytest.mark.parametrize(
    ("zone", "utc", "expected"),
    [
        ("Pacific/Auckland", "2026-03-15T11:30:00+00:00", "2026-03-13"),  # Monday 00:30 there, Sunday in UTC
        ("America/Los_Angeles", "2026-03-14T05:30:00+00:00", "2026-03-06"),  # still Friday the 13th there
        ("UTC", "2026-03-15T11:30:00+00:00", "2026-03-13"),
    ],
)
def test_a_relative_date_is_kept_as_the_day_it_was_for_the_user(
    path: Path, python: str, project: Path, zone: str, utc: str, expected: str
) -> None:
    """C7."""
    script = f"""
import json
from datetime import datetime
from engine import Database, LearningMachine
from models import open_embedder
from models.fake import FakeChat
from tests.engine.conftest import ALL, answer_or_write
with Database({str(path)!r}) as db:
    machine = LearningMachine(db, model=FakeChat(answer_or_write), embedder=open_embedder(), **ALL)
    said = "Last Friday I started working at a bakery in Hull."
    items = machine.process([{{"role": "user", "content": said}}, {{"role": "assistant", "content": "Nice."}}], "u1", "s1",
                            at=datetime.fromisoformat({utc!r}))
    print(json.dumps([item.text for item in items]))
"""
    environment = {**os.environ, "TZ": zone}
    done = subprocess.run(
        [python, "-c", script], cwd=project, env=environment, capture_output=True, text=True, check=True
    )
    texts = json.loads(done.stdout)
    assert any(expected in text for text in texts), texts


def test_a_decision_is_due_when_its_date_for_looking_back_has_come(machine: LearningMachine) -> None:
    """C16."""
    decision = decide(machine, review_on="2031-05-04")
    assert machine.due("u1", at=datetime(2031, 5, 3, 12)) == []
    assert [item.id for item in machine.due("u1", at=datetime(2031, 5, 4, 12))] == [decision.id]
    machine.record_outcome(decision.id, "The ferry was late twice", "mixed", user_id="u1")
    assert machine.due("u1", at=datetime(2031, 5, 4, 12)) == []


def test_a_decision_without_a_date_is_due_after_a_month_and_an_odd_date_counts_as_none(
    machine: LearningMachine,
) -> None:
    """C16."""
    plain, odd = decide(machine), decide(machine, "Rent a van", review_on="some day")
    assert machine.due("u1", at=datetime.now() + timedelta(days=20)) == []
    due = machine.due("u1", at=datetime.now() + timedelta(days=32))
    assert {item.id for item in due} == {plain.id, odd.id}
    assert machine.due("u1", at=datetime.now() + timedelta(days=8), after=timedelta(days=7)) != []


def test_a_plan_past_its_date_is_due_and_a_past_event_is_not(machine: LearningMachine) -> None:
    """C16."""
    plan = machine.write("user_memory", "Visits Oslo in the week of 2031-05-05", "u1").items[0]
    machine.write("user_memory", "Broke an arm in May (2011-05)", "u1")
    assert machine.due("u1", at=datetime(2031, 5, 11, 12)) == []
    assert [item.id for item in machine.due("u1", at=datetime(2031, 5, 12, 12))] == [plan.id]


def test_another_users_decisions_are_never_due_here(machine: LearningMachine) -> None:
    """B11."""
    decide(machine)
    assert machine.due("u2", at=datetime.now() + timedelta(days=99)) == []
    with pytest.raises(AccessRefused):
        machine.due("")


def test_an_outcome_is_a_new_revision_and_the_old_one_stays(machine: LearningMachine) -> None:
    """A26."""
    decision = decide(machine)
    machine.record_outcome(decision.id, "Cheaper, but slow", "mixed", user_id="u1")
    machine.record_outcome(decision.id, "We took it again", "good", user_id="u1")
    told = machine.item(decision.id)
    assert (told.text, told.origin) == (decision.text, decision.origin)
    assert (told.data["outcome"], told.data["outcome_quality"]) == ("We took it again", "good")
    outcomes = [r.after.data.get("outcome") for r in machine.history(decision.id) if r.after]
    assert outcomes == [None, "Cheaper, but slow", "We took it again"]
    assert machine.search("cheaper took again", user_id="u1")[0].id == decision.id
    machine.undo()
    machine.undo()
    assert machine.item(decision.id).data == decision.data


def test_only_the_owner_says_how_a_decision_turned_out(machine: LearningMachine) -> None:
    """A26."""
    decision = decide(machine)
    with pytest.raises(AccessRefused, match="another user"):
        machine.record_outcome(decision.id, "Went well", user_id="u2")
    other = machine.write("user_memory", "Likes tea", "u1").items[0]
    for item_id, outcome in ((other.id, "Went well"), (decision.id, "  ")):
        with pytest.raises(InvalidInput):
            machine.record_outcome(item_id, outcome, user_id="u1")
    assert machine.item(decision.id) == decision


def test_text_and_type_filters_of_decisions_compose(machine: LearningMachine) -> None:
    """A26."""
    ferry = decide(machine, type="Travel", context="Trip to Bergen")
    train = decide(machine, "Take the train", type="travel")
    tool = decide(machine, "Use DuckDB for the ferry timetable", type="technical")
    assert {i.id for i in machine.decisions("u1", "ferry")} == {ferry.id, tool.id}
    assert {i.id for i in machine.decisions("u1", of_type="travel")} == {ferry.id, train.id}
    assert [i.id for i in machine.decisions("u1", "FERRY", "travel")] == [ferry.id]
    assert [i.id for i in machine.decisions("u1", "bergen")] == [ferry.id]
    assert machine.decisions("u2", "ferry") == []
    machine.forget(ferry.id)
    assert ferry.id not in {i.id for i in machine.decisions("u1")}


def test_a_decision_of_an_old_session_is_recalled_in_a_new_one(machine: LearningMachine) -> None:
    """A26."""
    decide(machine)
    recalled = machine.build_context("Did we choose the ferry or the tunnel?", "u1", "another session")
    assert [item.store for item in recalled.items] == ["decision_log"]


def test_a_time_in_another_zone_and_a_day_are_understood(machine: LearningMachine) -> None:
    item = machine.write("user_memory", "Likes tea", "u1").items[0]
    assert [i.id for i in machine.as_of(datetime.now().date(), "u1")] == [item.id]
    assert machine.item(item.id).state is State.ACTIVE
    assert machine.as_of(now() - timedelta(days=2), "u1") == []
