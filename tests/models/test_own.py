"""Own model files: taken in, named, set aside, brought back; the folder of models moved, also when that is interrupted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from models import ModelError, ModelMissing, open_chat
from models.catalogue import models_folder
from models.fit import Machine, fit, memory_for, this_machine
from models.own import (
    FileTrouble,
    bring_back,
    empty_aside,
    import_file,
    move_models,
    own_model,
    own_models,
    set_aside,
)
from tests.models.toys import gguf

GB = 1_000_000_000


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Models in the home of the test, as without any variable."""
    monkeypatch.delenv("KEEPWISE_MODELS")


def test_a_copied_file_is_ours_and_the_original_stays(store: Path, tmp_path: Path) -> None:
    source = gguf(tmp_path / "My model (v2).gguf")
    told: list[tuple[int, int]] = []
    made = import_file(source, link=False, tell=lambda done, total: told.append((done, total)))
    assert (made.name, made.linked, made.bytes) == ("My-model-v2", False, source.stat().st_size)
    assert told[-1] == (made.bytes, made.bytes)
    source.unlink()
    assert own_models() == [made]
    assert open_chat("My-model-v2").name == "My-model-v2"


def test_a_linked_file_stays_where_it_is(store: Path, tmp_path: Path) -> None:
    made = import_file(gguf(tmp_path / "big.gguf"), link=True)
    assert (made.linked, made.path) == (True, tmp_path / "big.gguf")
    made.path.unlink()
    again = own_model("big")
    assert again is not None
    assert again.bytes == 0


def test_a_name_that_is_taken_gets_a_number(store: Path, tmp_path: Path) -> None:
    names = [import_file(gguf(tmp_path / "tiny.gguf"), link=False).name for _ in range(2)]
    assert names == ["tiny-2", "tiny-3"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("notes.txt", b"hello", "ends in .gguf"),
        ("fake.gguf", b"hello world", "not a model file in GGUF format"),
        ("cut.gguf", b"GGUF\3\0\0\0", "damaged"),
    ],
)
def test_what_is_no_model_is_refused_in_a_line(
    store: Path, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ModelError, match=reason) as caught:
        import_file(tmp_path / name, link=False)
    assert "\n" not in caught.value.message
    assert own_models() == []


def test_a_model_for_images_is_no_chat_model(store: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no language model"):
        import_file(gguf(tmp_path / "mmproj.gguf", "clip"), link=True)


def test_a_file_cut_short_is_refused(store: Path, tmp_path: Path) -> None:
    path = gguf(tmp_path / "half.gguf")
    os.truncate(path, path.stat().st_size - 40)
    with pytest.raises(ModelError, match="not complete"):
        import_file(path, link=False)


def test_a_copy_that_is_cancelled_leaves_nothing(store: Path, tmp_path: Path) -> None:
    def cancel(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_file(gguf(tmp_path / "a.gguf"), link=False, tell=cancel)
    assert list((store / "own").iterdir()) == []


def test_what_is_set_aside_comes_back_until_it_is_emptied(store: Path, tmp_path: Path) -> None:
    made = import_file(gguf(tmp_path / "mine.gguf"), link=False)
    kept = set_aside("mine")
    assert own_models() == []
    bring_back(kept)
    assert own_models() == [made]
    set_aside("mine")
    assert empty_aside() == made.bytes
    with pytest.raises(FileTrouble, match="could not be brought back"):
        bring_back(kept)


def test_a_model_of_the_catalogue_is_set_aside_with_its_folder(store: Path) -> None:
    (store / "tiny").mkdir(parents=True)
    (store / "tiny" / "model.gguf").write_bytes(b"12345")
    kept = set_aside("tiny")
    assert not (store / "tiny").exists()
    bring_back(kept)
    assert (store / "tiny" / "model.gguf").read_bytes() == b"12345"


def test_the_folder_moves_with_all_it_holds(moved: None, tmp_path: Path) -> None:
    before = models_folder()
    mine = import_file(gguf(tmp_path / "mine.gguf"), link=False)
    target = tmp_path / "elsewhere"
    move_models(target)
    assert models_folder() == target
    assert not before.exists()
    there = own_model("mine")
    assert there is not None
    assert (there.path, there.bytes) == (target / "own" / "mine.gguf", mine.bytes)


def test_a_move_that_is_interrupted_changes_nothing_and_goes_on_later(moved: None, tmp_path: Path) -> None:
    before, target = models_folder(), tmp_path / "elsewhere"
    for name in ("a", "b"):
        import_file(gguf(tmp_path / f"{name}.gguf"), link=False)

    def cancel(done: int, total: int) -> None:
        if done > total // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        move_models(target, cancel)
    assert models_folder() == before
    assert [one.name for one in own_models()] == ["a", "b"]
    first = (target / "own" / "a.gguf").stat().st_ino
    move_models(target)
    assert [one.name for one in own_models()] == ["a", "b"]
    assert (target / "own" / "a.gguf").stat().st_ino == first


def test_the_folder_does_not_move_into_itself(moved: None) -> None:
    models_folder().mkdir(parents=True)
    with pytest.raises(FileTrouble, match="neither this one"):
        move_models(models_folder() / "inside")


def test_a_folder_that_a_variable_names_is_not_moved(store: Path, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="KEEPWISE_MODELS"):
        move_models(tmp_path / "elsewhere")


def test_a_linked_file_that_is_gone_is_missing_when_it_is_opened(store: Path, tmp_path: Path) -> None:
    import_file(gguf(tmp_path / "gone.gguf"), link=True).path.unlink()
    with pytest.raises((ModelMissing, ModelError), match="gone"):
        open_chat("gone")


@pytest.mark.parametrize(
    ("total", "free", "needed", "size", "verdict"),
    [
        (16, 12, 2, 1.1, "fits"),
        (16, 1.5, 2, 1.1, "tight"),
        (4, 3, 4.5, 2.5, "large"),
        (64, 50, 30, 25, "slow"),
    ],
)
def test_a_verdict_tells_free_memory_from_all_of_it(
    total: float, free: float, needed: float, size: float, verdict: str
) -> None:
    machine = Machine(int(total * GB), int(free * GB), 4)
    found = fit(int(needed * GB), int(size * GB), machine)
    assert found.verdict == verdict
    assert (found.needed, found.free) == (int(needed * GB), int(free * GB))


def test_what_was_measured_counts_more_than_a_guess() -> None:
    machine = Machine(16 * GB, 12 * GB, 8)
    assert fit(2 * GB, GB, machine, speed=3.0).verdict == "slow"
    assert fit(2 * GB, 2 * GB, machine, bandwidth=30e9).tokens_per_second == 15
    assert not fit(2 * GB, GB, machine, bandwidth=30e9).measured
    assert fit(2 * GB, GB, machine, speed=3.0).measured


def test_this_computer_has_memory_and_cores() -> None:
    machine = this_machine()
    assert 0 < machine.free <= machine.total
    assert machine.cores >= 1


def test_the_memory_of_a_file_is_near_what_the_catalogue_measured() -> None:
    assert 1.5 * GB < memory_for(1_117_320_768) < 2.1 * GB
