"""Whatever is done in whatever order, alone or from eight threads: nothing is lost, a slot has one value, the log replays to the
same state, and undoing everything leads back to the beginning."""

from __future__ import annotations

import itertools
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine import Database, LearningMachine
from engine.database.rows import item_from_json
from engine.errors import InvalidInput
from engine.item import Item, State
from engine.keeper import new_item

Step: TypeAlias = tuple[str, int, str]
"""What to do, to which of the items there are (counted round), and a text."""

VERBS = (
    "write name",
    "write memory",
    "propose name",
    "propose memory",
    "accept",
    "edit",
    "reject",
    "forget",
    "undo",
    "undo one",
)
TEXTS = ("Alex", "Sasha", "tea", "coffee", "not tea")
STEPS = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 9), st.sampled_from(TEXTS)), min_size=1, max_size=14)
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
"""The machine is shared by the examples on purpose: each ends by undoing all it did."""


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LearningMachine]:
    """A machine without an embedder: what is tested is what the acts do."""
    folder: Path = tmp_path_factory.mktemp("properties")
    with Database(folder / "memory.duckdb") as db:
        yield LearningMachine(db, user_profile=True, user_memory=True)


def do(machine: LearningMachine, step: Step) -> None:
    """Carry out a step; raises InvalidInput when it is refused."""
    verb, number, text = step
    items = machine.items(state=None)
    if verb.startswith("write"):
        profile = verb.endswith("name")
        machine.write("user_profile" if profile else "user_memory", text, "u1", **({"key": "name"} if profile else {}))
    elif verb.startswith("propose"):
        machine._keeper.keep([(proposal(verb, text), "")], action="learn", by="learning")
    elif verb == "undo":
        machine.undo()
    elif verb == "undo one":
        machine.undo(latest(machine) - number)
    elif items:
        chosen = items[number % len(items)].id
        if verb == "edit":
            machine.edit(chosen, f"{text} too")
        else:
            {"accept": machine.accept, "reject": machine.reject, "forget": machine.forget}[verb](chosen)


def proposal(verb: str, text: str) -> Item:
    """A proposal for the profile's name or for a memory."""
    if verb.endswith("name"):
        found = new_item(
            "user_profile", "field", f"Name: {text}", user_id="u1", subject="user", key="name", data={"value": text}
        )
    else:
        found = new_item("user_memory", "memory", text, user_id="u1", subject="user")
    return replace(found, state=State.PROPOSED)


def latest(machine: LearningMachine) -> int:
    """The number of the last act."""
    return int(machine.db.query("SELECT coalesce(max(id), 0) FROM acts")[0][0])


def plain(items: Sequence[Item]) -> dict[str, Item]:
    """Items by id without what a use changes: a use is no act and not in the log."""
    return {item.id: replace(item, uses=0, last_used_at=None) for item in items}


def replayed(machine: LearningMachine) -> dict[str, Item]:
    """The state that the log alone leads to."""
    state: dict[str, Item] = {}
    for target, after in machine.db.query("SELECT target, after FROM revisions ORDER BY id"):
        item = item_from_json(after)
        if item is None:
            state.pop(target)
        else:
            state[target] = item
    return plain(list(state.values()))


def created(machine: LearningMachine) -> set[str]:
    """The ids of all items whose creation stands."""
    rows = machine.db.query(
        "SELECT r.target FROM revisions r JOIN acts a ON a.id = r.act WHERE r.before IS NULL AND a.undoes = 0 "
        "AND a.id NOT IN (SELECT undoes FROM acts)"
    )
    return {row[0] for row in rows}


def holds(machine: LearningMachine) -> None:
    """The invariants."""
    items = machine.items(state=None)
    assert {item.id for item in items} == created(machine)
    assert plain(items) == replayed(machine)
    slots = Counter((item.user_id, item.key) for item in items if item.key and item.state is State.ACTIVE)
    assert max(slots.values(), default=1) == 1
    known = {item.id for item in items}
    assert all(item.superseded_by in known for item in items if item.state is State.SUPERSEDED)
    assert machine.db.check() == []


def undo_everything(machine: LearningMachine) -> None:
    """Take back act by act until nothing is left to take back."""
    while machine.undo() is not None:
        pass


@given(steps=STEPS)
@settings(max_examples=40, deadline=None, database=None, suppress_health_check=QUIET)
def test_any_sequence_of_acts_keeps_everything_and_can_be_undone(machine: LearningMachine, steps: list[Step]) -> None:
    """B14."""
    for step in steps:
        before = plain(machine.items(state=None))
        try:
            do(machine, step)
        except InvalidInput:
            assert plain(machine.items(state=None)) == before
        holds(machine)
    undo_everything(machine)
    assert machine.items(state=None) == []
    holds(machine)


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(VERBS), st.integers(0, 9), st.sampled_from(TEXTS)), min_size=24, max_size=24
    )
)
@settings(max_examples=8, deadline=None, database=None, suppress_health_check=QUIET)
def test_the_same_acts_from_eight_threads_keep_the_same(machine: LearningMachine, steps: list[Step]) -> None:
    """B7."""
    start, failures = threading.Barrier(8), []

    def work(share: Sequence[Step]) -> None:
        start.wait()
        for step in share:
            try:
                do(machine, step)
            except InvalidInput:
                continue
            except BaseException as error:  # noqa: BLE001 - whatever else a thread meets is a failure of the test
                failures.append(error)

    threads = [threading.Thread(target=work, args=(steps[n::8],)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    holds(machine)
    undo_everything(machine)
    assert machine.items(state=None) == []


def test_eight_threads_that_only_write_lose_no_write(machine: LearningMachine) -> None:
    """B7."""

    def work(thread: int) -> None:
        for n in range(10):
            machine.write("user_memory", f"Owns book {thread * 10 + n}", "u1")

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(machine.items("user_memory")) == 80
    holds(machine)
    undo_everything(machine)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))), ids=str)
def test_an_act_is_only_taken_back_while_nothing_newer_rests_on_it(
    machine: LearningMachine, order: tuple[int, ...]
) -> None:
    """B14."""
    first = machine.write("user_profile", "Alex", "u1", key="name")
    acts = [
        first.act,
        machine.forget(first.items[0].id).act,
        machine.write("user_profile", "Sasha", "u1", key="name").act,
    ]
    for number in order:
        with suppress(InvalidInput):
            machine.undo(acts[number])
        holds(machine)
    undo_everything(machine)
    assert machine.items(state=None) == []
