"""The real embedder, from files on this computer."""

from __future__ import annotations

import socket
import threading
from typing import Any

import numpy as np
import pytest

from models import Embedder, ModelError, ModelMissing, open_embedder
from models.catalogue import folder_of
from models.embedder import MiniLM

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    try:
        return open_embedder()
    except ModelMissing as error:
        pytest.fail(str(error))


def test_each_text_gives_one_row_of_length_one(embedder: Embedder) -> None:
    vectors = embedder.embed(["a cat", "", "long " * 1000])
    assert vectors.shape == (3, embedder.dimensions)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_text_gives_no_row(embedder: Embedder) -> None:
    assert embedder.embed([]).shape == (0, 384)


def test_what_means_the_same_is_near(embedder: Embedder) -> None:
    tea, also_tea, engine = embedder.embed(["I love green tea.", "Green tea is my favourite.", "The engine is broken."])
    assert tea @ also_tea > 0.7 > tea @ engine


def test_a_text_has_the_same_vector_alone_and_among_others(embedder: Embedder) -> None:
    fresh = open_embedder()
    texts = [f"Note number {number} is about {'tea ' * number}" for number in range(20)]
    together = embedder.embed(texts)
    alone = np.vstack([fresh.embed([text]) for text in reversed(texts)])[::-1]
    assert np.all(np.sum(together * alone, axis=1) > 0.98)


def test_repeated_texts_come_from_memory_in_the_order_asked(embedder: Embedder) -> None:
    first = embedder.embed(["a", "b"])
    again = embedder.embed(["b", "a", "b"])
    assert np.array_equal(again, first[[1, 0, 1]])


def test_the_caller_may_change_what_it_was_given(embedder: Embedder) -> None:
    before = embedder.embed(["mine"])
    kept = before.copy()
    before[:] = 0
    assert np.array_equal(embedder.embed(["mine"]), kept)


def test_threads_can_share_it(embedder: Embedder) -> None:
    results: dict[int, Any] = {}
    threads = [
        threading.Thread(target=lambda n=number: results.update({n: embedder.embed([f"text {n}", "shared"])}))
        for number in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(np.array_equal(result[1], results[0][1]) for result in results.values())


def test_it_never_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the embedder wanted the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert open_embedder().embed(["offline"]).shape == (1, 384)


def test_damaged_weights_are_said_in_one_line(tmp_path: Any) -> None:
    for path in folder_of("embedder").iterdir():
        (tmp_path / path.name).write_bytes(b"damaged" if path.suffix == ".onnx" else path.read_bytes())
    with pytest.raises(ModelError, match="The embedder could not be used"):
        MiniLM(tmp_path).embed(["x"])
