"""Recall's search: the vectors held in memory follow every write, undo and erasure, from any thread; and how hits are ranked."""

from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import Agent, Database, LearningMachine
from engine.database.index import Document, Index, Match, Part
from engine.errors import KeepwiseError
from engine.item import Turn
from engine.ranking import again, asks_for_several, fuse
from models import Embedder
from tests.engine.conftest import talk

OWLS = "Collects porcelain owls"


def found(machine: LearningMachine, query: str, user: str = "u1") -> list[str]:
    return [hit.text for hit in machine.search(query, user_id=user)]


def cosines(machine: LearningMachine, query: str, user: str = "u1") -> dict[str, float]:
    """The cosine of each item of a user by what the index holds in memory."""
    assert machine.embedder is not None
    vector = machine.embedder.embed([query])[0]
    matches = machine.db.index.search([user], [], vector, machine.embedder.name)
    return {match.owner: match.cosines["self"] for match in matches}


def test_what_is_written_is_found_by_the_next_search(machine: LearningMachine) -> None:
    machine.write("user_memory", "Plays chess on Sundays", "u1")
    assert OWLS not in found(machine, "ceramic birds")
    machine.write("user_memory", OWLS, "u1")
    assert found(machine, "ceramic birds")[0] == OWLS


def test_an_edited_item_is_found_by_its_new_words_and_no_longer_by_its_old(machine: LearningMachine) -> None:
    item = machine.write("user_memory", OWLS, "u1").items[0]
    before = cosines(machine, OWLS)[item.id]
    machine.edit(item.id, "Repairs old motorcycles")
    after = cosines(machine, OWLS)[item.id]
    machine.undo()
    again_before = cosines(machine, OWLS)[item.id]
    assert (before > 0.99, after < 0.5, again_before > 0.99) == (True, True, True)


def test_the_cosines_of_memory_are_those_of_the_tables(machine: LearningMachine, embedder: Embedder) -> None:
    for text in (OWLS, "Plays chess on Sundays", "Repairs old motorcycles"):
        machine.write("user_memory", text, "u1")
    held = cosines(machine, "board games")
    vector = embedder.embed(["board games"])[0]
    sql = ("SELECT owner, array_inner_product(vector, [{}]::FLOAT[384]) FROM vectors ORDER BY owner").format(
        ",".join(map(str, vector))
    )
    assert {owner: pytest.approx(cosine, abs=1e-4) for owner, cosine in machine.db.query(sql)} == held


def test_what_a_failed_transaction_wrote_is_not_held(machine: LearningMachine) -> None:
    machine.write("user_memory", "Plays chess on Sundays", "u1")
    kept = cosines(machine, OWLS)
    meanwhile = []

    def failing() -> None:
        with machine.db.transaction():
            machine.write("user_memory", OWLS, "u1")
            meanwhile.append(len(cosines(machine, OWLS)))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert meanwhile == [2]
    assert cosines(machine, OWLS) == kept


def test_an_erased_vector_is_neither_found_nor_held(machine: LearningMachine) -> None:
    """B15."""
    item = machine.write("user_memory", OWLS, "u1").items[0]
    machine.write("user_memory", "Plays chess on Sundays", "u1")
    assert item.id in cosines(machine, OWLS)
    (held,) = machine.db.index.held._held.values()
    assert "owl" in held.postings
    machine.erase(item.id)
    assert item.id not in str(held)
    assert [bool(row.any()) for row in held.vectors] == [False, True]
    assert set(held.postings).isdisjoint(["owl", "porcelain"])
    assert item.id not in cosines(machine, OWLS)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_memory_and_tables_find_the_same_with_the_same_weights(data: st.DataObject) -> None:
    """Documents of two users come, change and go; then words and cosines are asked for over one user or both."""
    vectors = {f"[{','.join(['1' if place == axis else '0' for place in range(384)])}]" for axis in range(3)}
    part = st.builds(Part, st.lists(st.sampled_from("abcde"), min_size=1, max_size=6), st.sampled_from(sorted(vectors)))
    document = st.builds(
        lambda number, of_kind, user, parts, embedder: Document(
            f"{user}{of_kind}{number}", of_kind, user, parts, "", embedder, f"speaker {number}"
        ),
        st.integers(0, 4),
        st.sampled_from(["item", "turn"]),
        st.sampled_from(["u1", "u2"]),
        st.fixed_dictionaries({"self": part}, optional={"pair": part}),
        st.sampled_from(["one", "another"]),
    )
    asked = st.tuples(
        st.sampled_from([["u1"], ["u1", "u2"]]),
        st.lists(st.sampled_from("abcxy"), min_size=1),
        st.sampled_from([None, "item", "turn"]),
    )
    step = st.one_of(
        st.lists(document, max_size=4, unique_by=lambda one: one.owner),
        st.sampled_from(
            [f"{user}{of_kind}{number}" for user in ("u1", "u2") for of_kind in ("item", "turn") for number in range(5)]
        ),
        asked,
    )
    query = np.array([0.5, 0.25, 0.125, *[0.0] * 381], np.float32)
    with Database(":memory:") as database:
        index = database.index
        tables = Index(index._connection)
        tables.held.bound = -1
        for act in data.draw(st.lists(step, max_size=8)):
            if isinstance(act, list):
                index.add(act)
            elif isinstance(act, str):
                index.remove([act])
            else:
                users, words, kind = act
                found = [
                    {match.owner: match for match in one.search(users, words, query, "one", kind=kind)}
                    for one in (index, tables)
                ]
                assert found[0].keys() == found[1].keys()
                for owner, match in found[0].items():
                    assert (match.kind, match.speaker) == (found[1][owner].kind, found[1][owner].speaker)
                    assert match.keywords == pytest.approx(found[1][owner].keywords, rel=1e-4)
                    assert match.cosines == pytest.approx(found[1][owner].cosines, abs=1e-5)


def test_turns_that_an_undone_import_brought_are_no_longer_held(
    machine: LearningMachine, embedder: Embedder, tmp_path: Path
) -> None:
    with Database(":memory:") as other:
        source = LearningMachine(other, embedder=embedder, user_memory=True)
        source.process([{"role": "user", "content": OWLS}], user_id="u1", session_id="a", learn=False)
        source.export(tmp_path / "all.json", history=True)
    machine.import_(tmp_path / "all.json")
    assert found(machine, OWLS) == [OWLS]
    machine.undo()
    assert found(machine, OWLS) == []
    assert cosines(machine, OWLS) == {}


def test_one_users_vectors_are_not_in_anothers_matrix(machine: LearningMachine) -> None:
    """B11."""
    machine.write("user_memory", OWLS, "u1")
    machine.write("user_memory", OWLS, "u2")
    assert len(cosines(machine, OWLS, "u1")) == len(cosines(machine, OWLS, "u2")) == 1
    assert set(cosines(machine, OWLS, "u1")).isdisjoint(cosines(machine, OWLS, "u2"))


def test_memory_is_bounded_and_a_user_with_more_is_searched_in_the_tables(
    machine: LearningMachine,
) -> None:
    texts = (OWLS, "Plays chess on Sundays", "Repairs old motorcycles", "Sings in a choir")
    for user in ("u1", "u2"):
        for text in texts[: 4 if user == "u1" else 2]:
            machine.write("user_memory", text, user)
    full = cosines(machine, OWLS)
    machine.db.index.held.bound = 3
    assert cosines(machine, OWLS, "u2") != {}
    assert cosines(machine, OWLS) == pytest.approx(full, abs=1e-4)
    assert [user for user, _ in machine.db.index.held._held] == ["u2"]


def test_threads_that_write_and_search_see_whole_states_only(machine: LearningMachine) -> None:
    errors: list[BaseException] = []

    def write(number: int) -> None:
        try:
            for n in range(5):
                item = machine.write("user_memory", f"Owns lamp number {number}{n} of the series", "u1").items[0]
                assert any(item.text == text for text in found(machine, item.text))
                if n % 2:
                    machine.erase(item.id)
                    assert not any(item.text == text for text in found(machine, item.text))
        except BaseException as error:  # noqa: BLE001
            errors.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(cosines(machine, "lamp")) == 12


def test_a_search_after_the_file_is_closed_raises(machine: LearningMachine) -> None:
    """A17."""
    machine.write("user_memory", OWLS, "u1")
    found(machine, OWLS)
    machine.db.close()
    with pytest.raises(KeepwiseError):
        machine.search("something new", user_id="u1")


@pytest.mark.parametrize(
    ("query", "several"),
    [
        ("What books has Ana read?", True),
        ("How many times did we go sailing?", True),
        ("Which cities have both of them visited?", True),
        ("What kind of tea do I like?", True),
        ("When does the choir meet?", False),
        ("Where does Ana live?", False),
        ("What is my sister's name?", False),
    ],
)
def test_a_question_for_several_things_is_told_from_one_for_a_single_thing(query: str, *, several: bool) -> None:
    assert asks_for_several(query) is several


def turn(key: str, chat: str, text: str) -> Turn:
    return Turn(key, chat, "u1", 1, "user", text, datetime(2026, 1, 1))


def match(key: str, cosine: float) -> Match:
    return Match(key, "turn", "", {}, {"self": cosine})


def ranked(query: str, *entries: tuple[str, str, str, float]) -> str:
    """The keys in the order of the second look, of (key, chat, text, cosine)."""
    turns = {key: turn(key, chat, text) for key, chat, text, _ in entries}
    pool = fuse([match(key, cosine) for key, _, _, cosine in entries], query)
    return "".join(scored.match.owner for scored in again(pool, query, turns))


def test_a_turn_among_others_on_the_matter_comes_before_a_stray_one() -> None:
    near = [
        ("a", "1", "The boat leaks.", 0.5),
        ("b", "1", "The boat is red.", 0.49),
        ("c", "1", "The boat sank.", 0.48),
    ]
    assert ranked("Where is the boat?", *near, ("d", "2", "The boat show.", 0.51), ("e", "3", "Tea.", 0.1))[0] == "a"


def test_who_tells_of_themselves_comes_before_who_asks() -> None:
    assert ranked("Is there a boat?", ("a", "1", "Is there a boat?", 0.5), ("b", "2", "I bought a boat.", 0.5)) == "ba"


def test_what_is_asked_for_several_things_is_taken_from_several_chats() -> None:
    entries = [("a", "1", "I read Emma.", 0.5), ("b", "1", "I read Ulysses.", 0.49), ("c", "2", "I read Dune.", 0.485)]
    assert ranked("What books did I read?", *entries) == "acb"


def test_what_was_filed_for_its_own_chat_only_may_be_quoted_in_another(agent: Agent, machine: LearningMachine) -> None:
    talk(agent, "The goal of this chat: pack the green suitcase for the ferry to Bornholm by tonight.", "packing")
    assert [item.store for item in machine.items(user_id="u1", session_id="packing")] == ["session_context"]
    assert "green suitcase" in machine.build_context("Which suitcase did I pack for Bornholm?", "u1", "later").text
