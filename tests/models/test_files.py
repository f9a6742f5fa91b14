"""Model files that are missing, cut short or something else: each is said in one plain line, before any loading."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from models import ChatModel, ModelError, ModelMissing, open_chat, open_embedder
from models.catalogue import entries, entry, models_folder
from models.gguf import read_header


def toy_gguf(*, weights: bytes = bytes(64), shape: tuple[int, ...] = (4, 4), kind: int = 0, version: int = 3) -> bytes:
    """A model file with one tensor (of 16 32-bit weights, unless told otherwise)."""

    def text(value: str) -> bytes:
        return struct.pack("<Q", len(value)) + value.encode()

    words = b"".join(text(f"word {number}") for number in range(100))
    pairs = [
        text("general.architecture") + struct.pack("<I", 8) + text("toy"),
        text("toy.context_length") + struct.pack("<II", 4, 512),
        text("toy.numbers") + struct.pack("<IIQ", 9, 4, 3) + struct.pack("<3I", 1, 2, 3),
        text("toy.many") + struct.pack("<IIQ", 9, 4, 100) + bytes(400),
        text("tokenizer.ggml.tokens") + struct.pack("<IIQ", 9, 8, 100) + words,
    ]
    tensor = text("w") + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, kind, 0)
    head = b"GGUF" + struct.pack("<IQQ", version, 1, len(pairs)) + b"".join(pairs) + tensor
    return head + bytes(-len(head) % 32) + weights


def write(folder: Path, data: bytes) -> Path:
    path = folder / "toy.gguf"
    path.write_bytes(data)
    return path


def test_the_head_of_a_model_tells_its_size_and_context(tmp_path: Path) -> None:
    header = read_header(write(tmp_path, toy_gguf()))
    assert (header.architecture, header.parameters, header.context) == ("toy", 16, 512)
    assert header.metadata["toy.numbers"] == [1, 2, 3]
    assert header.metadata["tokenizer.ggml.tokens"] == []


def test_a_context_is_at_most_what_the_model_was_trained_for(tmp_path: Path) -> None:
    path = write(tmp_path, toy_gguf())
    assert open_chat(path).context == 512
    assert open_chat(path, context=100).context == 100
    assert open_chat(path, context=100_000).context == 512


def test_a_model_is_a_chat_model(tmp_path: Path) -> None:
    model = open_chat(write(tmp_path, toy_gguf()))
    assert isinstance(model, ChatModel)
    assert (model.name, model.parameters) == ("toy", 16)


def test_an_unknown_kind_of_weights_is_not_refused(tmp_path: Path) -> None:
    assert read_header(write(tmp_path, toy_gguf(kind=999))).parameters == 16


@pytest.mark.parametrize("missing", [1, 40, 64])
def test_a_model_that_ends_before_its_weights_do_is_not_complete(tmp_path: Path, missing: int) -> None:
    with pytest.raises(ModelError, match=r"toy.gguf is not complete: it has .* Fetch it again"):
        open_chat(write(tmp_path, toy_gguf()[:-missing]))


def test_a_model_that_ends_anywhere_in_its_head_is_damaged(tmp_path: Path) -> None:
    whole = toy_gguf(weights=b"")
    for length in range(4, len(whole) - 40, 7):
        with pytest.raises(ModelError, match=r"is damaged|is not complete"):
            read_header(write(tmp_path, whole[:length]))


@pytest.mark.parametrize("data", [b"", b"GGU", b"Dear diary, today I was no model.", b"PK\x03\x04 a zip"])
def test_any_other_file_is_no_model(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ModelError, match="is not a model file in GGUF format"):
        open_chat(write(tmp_path, data))


def test_a_version_of_the_format_from_the_future_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="GGUF version 9"):
        open_chat(write(tmp_path, toy_gguf(version=9)))


def test_a_folder_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="neither a file nor a name"):
        open_chat(tmp_path)


@pytest.mark.model
def test_what_llama_cpp_refuses_is_said_in_one_line(tmp_path: Path) -> None:
    model = open_chat(write(tmp_path, toy_gguf()))
    with pytest.raises(
        ModelError, match=r"toy.gguf could not be loaded: .*unknown model architecture: 'toy'"
    ) as caught:
        model.count("x")
    assert "\n" not in str(caught.value)
    model.close()


@pytest.mark.model
def test_a_real_model_cut_in_half_is_not_complete(tmp_path: Path, tiny_file: Path) -> None:
    with tiny_file.open("rb") as file:
        half = file.read(tiny_file.stat().st_size // 2)
    with pytest.raises(ModelError, match="is not complete"):
        open_chat(write(tmp_path, half))


@pytest.mark.parametrize("name", ["starter", "small", "tiny"])
def test_a_model_that_is_not_here_is_told_with_the_way_to_get_it(store: Path, name: str) -> None:
    with pytest.raises(ModelMissing, match=f"keepwise models pull {name}"):
        open_chat(name)


def test_a_half_fetched_model_is_not_used(store: Path) -> None:
    (store / "tiny").mkdir(parents=True)
    (store / "tiny" / "model.gguf").write_bytes(b"GGUF")
    with pytest.raises(ModelMissing, match="keepwise models pull tiny"):
        open_chat("tiny")


def test_a_missing_embedder_is_told_with_the_way_to_get_it(store: Path) -> None:
    with pytest.raises(ModelMissing, match="keepwise models pull embedder"):
        open_embedder()


def test_models_lie_in_the_data_folder_of_the_user(monkeypatch: pytest.MonkeyPatch, own_home: Path) -> None:
    monkeypatch.delenv("KEEPWISE_MODELS")
    assert models_folder().is_relative_to(own_home)
    assert models_folder().name == "models"


def test_every_entry_of_the_catalogue_can_be_fetched_and_held_against_a_sum() -> None:
    for one in entries():
        assert one.licence, one.name
        assert one.download_bytes > 0
        for file in one.files:
            assert file.sources, one.name
            kinds = {type(source).__name__ for source in file.sources}
            assert file.sha256 or kinds <= {"HubSource", "TextSource"}, one.name
            assert file.sha256 is None or len(file.sha256) == 64


def test_an_unknown_entry_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(ModelMissing, match="There are: starter, small, tiny, embedder"):
        entry("gigantic")
