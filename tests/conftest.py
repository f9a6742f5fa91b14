"""What every test gets: a home of its own, no network, no display, and a failure when it leaves a thread behind."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import psutil
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ.setdefault(
    "OPENBLAS_NUM_THREADS", "1"
)  # as the application does: its threads spin, and on busy cores starve
# Real models are fetched once, into the real user's data folder: named before each test gets a home of its own.
os.environ.setdefault("KEEPWISE_MODELS", str(Path(platformdirs.user_data_dir("keepwise", appauthor=False)) / "models"))

PATIENCE = 5.0
"""Seconds in which what was told to end must have ended. Waited for only when something is still there."""


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder: nothing of the real user's is read or written."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("KEEPWISE_HOME", str(home / "keepwise"))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail the test that leaves a thread or a child process running. Those of wider fixtures were there before."""
    threads, children = set(threading.enumerate()), set(psutil.Process().children(recursive=True))
    yield
    left = [thread for thread in threading.enumerate() if thread not in threads and not_foreign(thread)]
    for thread in left:
        thread.join(PATIENCE)
    started = [child for child in psutil.Process().children(recursive=True) if child not in children]
    _, alive = psutil.wait_procs(started, timeout=PATIENCE)
    names = [thread.name for thread in left if thread.is_alive()] + [f"process {child.pid}" for child in alive]
    if names:
        pytest.fail(f"left running: {', '.join(names)}")


def not_foreign(thread: threading.Thread) -> bool:
    """Whether Python started this thread; Qt's own are only seen by Python, and end with Qt."""
    return type(thread).__name__ != "_DummyThread"


@pytest.fixture
def project() -> Path:
    """The folder of the project."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def python() -> str:
    """The interpreter that runs the tests, for tests of a fresh process."""
    return sys.executable
