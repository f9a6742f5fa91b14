"""Tidying up: what is suggested, what never is, and that every suggestion can be carried out, undone and refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from engine import LearningMachine
from engine.clock import now
from engine.errors import AccessRefused, InvalidInput
from engine.item import Item, State
from engine.language.alike import differ

YEAR = timedelta(days=400)


def note(machine: LearningMachine, text: str, store: str = "user_memory", user: str = "u1", **changes: object) -> Item:
    """An item written by hand, then changed in the table as time would have changed it."""
    item = machine.write(store, text, user).items[0]
    if changes:
        aged = replace(item, **changes)  # type: ignore[arg-type]
        machine.db.items.record("test", [(item, aged)], by="test")
        return aged
    return item


def suggested(machine: LearningMachine, kind: str, **limits: object) -> list[set[str]]:
    """The items of each suggestion of a kind."""
    report = machine.curate("u1", **limits)  # type: ignore[arg-type]
    return [set(suggestion.items) for suggestion in report.suggestions if suggestion.kind == kind]


def test_age_count_and_disuse_each_find_what_they_should(machine: LearningMachine) -> None:
    """B2."""
    old = note(machine, "Collects stamps from Malta", created_at=now() - YEAR, last_used_at=now())
    idle = note(machine, "Plays the oboe", last_used_at=now() - timedelta(days=200))
    used = note(machine, "Rows on the lake", uses=9, last_used_at=now())
    assert suggested(machine, "old", older_than=365) == [{old.id}]
    assert suggested(machine, "unused", unused_for=timedelta(days=90)) == [{idle.id}]
    assert suggested(machine, "surplus", keep=1) == [{idle.id}, {old.id}]
    assert used.id not in {
        i for s in machine.curate("u1", older_than=365, keep=1, unused_for=90).suggestions for i in s.items
    }


def test_curation_changes_nothing_and_reports_what_it_looked_at(machine: LearningMachine) -> None:
    """B2."""
    note(machine, "Plays the oboe", created_at=now() - YEAR)
    before = (machine.items(state=None), machine.db.query("SELECT count(*) FROM revisions"))
    report = machine.curate("u1", older_than=30, keep=0, unused_for=0)
    assert (report.looked_at, report.count("old")) == (1, 1)
    assert "400 days" in report.suggestions[0].reason
    assert (machine.items(state=None), machine.db.query("SELECT count(*) FROM revisions")) == before


def test_a_suggestion_is_carried_out_as_one_act_that_undo_takes_back(machine: LearningMachine) -> None:
    """B2, B14."""
    item = note(machine, "Plays the oboe", created_at=now() - YEAR)
    suggestion = machine.curate("u1", older_than=30).suggestions[0]
    changed = machine.apply(suggestion)
    assert [(i.id, i.state) for i in changed.items] == [(item.id, State.FORGOTTEN)]
    assert machine.search("oboe", user_id="u1") == []
    machine.undo()
    assert [i.text for i in machine.items()] == ["Plays the oboe"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Drinks tea in the morning", "drinks tea, in the morning!"),
        ("Vegetarian since 2019", "Has been vegetarian since 2019"),
        ("Gets up early", "Usually gets up early"),
    ],
)
def test_the_same_in_other_words_is_put_together_and_the_count_kept(
    machine: LearningMachine, one: str, other: str
) -> None:
    """B2."""
    first = note(machine, one, uses=2)
    second = note(machine, f"{other} and more")
    machine.db.items.record("test", [(second, replace(second, text=other, uses=3))], by="test")
    machine.edit(second.id, other)
    report = machine.curate("u1")
    assert [(s.kind, set(s.items)) for s in report.suggestions] == [("duplicate", {first.id, second.id})]
    machine.apply(report.suggestions[0])
    left = machine.items()
    assert [item.uses for item in left] == [5]
    gone = machine.item(({first.id, second.id} - {left[0].id}).pop())
    assert (gone.state, gone.superseded_by) == (State.SUPERSEDED, left[0].id)
    machine.undo()
    assert {item.id for item in machine.items()} == {first.id, second.id}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Drinks coffee", "Does not drink coffee"),
        ("Loves cats", "Hates cats"),
        ("Runs 5 km every day", "Runs 15 km every day"),
        ("Has two children", "Has three children"),
        ("Works on Mondays", "Works on Tuesdays"),
        ("Plays chess with Anna Weber", "Plays chess with Nora Weber"),
        ("Sister of Ana Silva is Bea Costa", "Sister of Bea Costa is Ana Silva"),
        ("Likes hot coffee", "Likes cold coffee"),
        ("Gets up early", "Gets up late"),
        ("Owns book 5 of series 5", "Owns book 5 of series 12"),
    ],
)
def test_a_negation_a_number_a_name_or_another_word_makes_another_statement(
    machine: LearningMachine, one: str, other: str
) -> None:
    """B2."""
    first, second = note(machine, one), note(machine, f"{other} indeed")
    machine.edit(second.id, other)
    assert [s for s in machine.curate("u1").suggestions if {first.id, second.id} <= set(s.items)] == []


def test_another_subject_is_another_statement(machine: LearningMachine) -> None:
    """B2."""
    for name in ("Rosa", "Ivo"):
        item = machine.write("entity_memory", f"{name} plays football", "u1", subject=name).items[0]
        machine.db.items.record("test", [(item, replace(item, text="Plays football"))], by="test")
    assert machine.curate("u1").suggestions == ()


def test_a_statement_beside_a_fuller_one_is_a_merge_that_keeps_the_fuller(machine: LearningMachine) -> None:
    """B2."""
    note(machine, "Learns Spanish")
    full = note(machine, "Learns Spanish at the evening school")
    merges = [s for s in machine.curate("u1").suggestions if s.kind == "merge"]
    assert [suggestion.keep for suggestion in merges] == [full.id]
    machine.apply(merges[0])
    assert [item.text for item in machine.items()] == ["Learns Spanish at the evening school"]


def test_a_plan_is_stale_once_its_date_has_passed(machine: LearningMachine) -> None:
    """B2."""
    soon = (now() + timedelta(days=5)).date().isoformat()
    plan = note(machine, f"Flies to Oslo on Friday ({soon})")
    note(machine, "Moved to Hull in May (2011-05)")
    assert suggested(machine, "stale") == []
    assert suggested(machine, "stale", at=datetime.now() + timedelta(days=9)) == [{plan.id}]


def test_the_profile_decisions_and_standing_wishes_are_never_pruned(machine: LearningMachine) -> None:
    """B2."""
    machine.write("user_profile", "Alex", "u1", key="name")
    machine.write("decision_log", "Take the ferry", "u1")
    machine.write("user_memory", "Wants concise answers", "u1")
    far = datetime.now() + timedelta(days=3000)
    assert machine.curate("u1", older_than=1, keep=0, unused_for=1, at=far).suggestions == ()


def test_what_is_used_less_and_less_loses_rank_but_no_data(machine: LearningMachine) -> None:
    """B2."""
    once = note(machine, "Rows on the lake", uses=30, last_used_at=now() - timedelta(days=900))
    note(machine, "Plays the oboe", uses=1, last_used_at=now())
    assert suggested(machine, "surplus", keep=1) == [{once.id}]
    assert len(machine.items()) == 2


def test_suggestions_wait_until_they_are_applied_or_dismissed(machine: LearningMachine) -> None:
    """B2."""
    for text in ("Plays the oboe", "Rows on the lake"):
        note(machine, text, created_at=now() - YEAR)
    assert len(machine.curate("u1", older_than=30, dry_run=True).suggestions) == 2
    assert machine.suggestions("u1") == []
    first, second = machine.curate("u1", older_than=30).suggestions
    machine.apply(first)
    assert machine.suggestions("u1") == [second]
    machine.dismiss(second, "u1")
    assert machine.suggestions("u1") == []
    assert machine.curate("u1", older_than=30).suggestions == ()


def test_a_suggestion_that_no_longer_fits_is_refused(machine: LearningMachine) -> None:
    item = note(machine, "Plays the oboe", created_at=now() - YEAR)
    suggestion = machine.curate("u1", older_than=30).suggestions[0]
    machine.forget(item.id)
    with pytest.raises(InvalidInput, match="changed since"):
        machine.apply(suggestion)


def test_nobody_elses_items_are_looked_at(machine: LearningMachine) -> None:
    """B11."""
    note(machine, "Plays the oboe", user="u2", created_at=now() - YEAR)
    note(machine, "Plays the oboe", created_at=now())
    assert machine.curate("u1", older_than=30).suggestions == ()
    with pytest.raises(AccessRefused):
        machine.curate("")


def test_three_hundred_items_that_differ_in_a_number_are_no_duplicates(machine: LearningMachine) -> None:
    """B2."""
    first = note(machine, "Owns book 0")
    fresh = [replace(first, id=f"b{n}", text=f"Owns book {n}") for n in range(1, 300)]
    machine._keeper.commit("test", [(None, item) for item in fresh])
    assert machine.curate("u1").suggestions == ()


@pytest.mark.parametrize(
    ("one", "other", "adding", "expected"),
    [
        ("Has a dog", "Has a dog named Rex", False, True),
        ("Has a dog", "Has a dog named Rex", True, False),
        ("Has a dog named Rex", "Has a dog named Max", True, True),
        ("Has a dog", "Has no dog", True, True),
        ("Rows", "Rows at the club", True, False),
    ],
)
def test_what_only_adds_is_no_difference_when_it_may_say_more(
    one: str, other: str, adding: bool, expected: bool
) -> None:
    assert differ(one, other, adding=adding) is expected
