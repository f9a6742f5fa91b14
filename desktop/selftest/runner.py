"""Goes through all steps of the window's own test, in order."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from desktop.selftest import around, beginning, chat, chat_list, learned, newcomer, people, reviewing, rooms
from desktop.selftest.session import PERCENTS, Check, Session, Step

STEPS: tuple[Step, ...] = (
    *beginning.STEPS,
    *reviewing.STEPS,
    *learned.STEPS,
    *people.STEPS,
    *chat.STEPS,
    *chat_list.STEPS,
    *rooms.STEPS,
    *around.STEPS,
    *rooms.LAST,
)


def run(screenshots: Path | None = None, percents: Sequence[int] = PERCENTS) -> list[Check]:
    """(name, whether it went well, what was seen) of each check, in order; the first failure ends the run.

    screenshots: a folder for pictures of the window in its states: light and dark, with letters of these sizes.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if screenshots is not None:
        screenshots.mkdir(parents=True, exist_ok=True)
    before = set(threading.enumerate())
    results = _through(newcomer.STEPS, screenshots, percents, newcomer=True)
    if all(good for _, good, _ in results):
        results += _through(STEPS, screenshots, percents, newcomer=False)
    left = [t.name for t in threading.enumerate() if t not in before and t.name.startswith("keepwise")]
    results.append(("closing", not left, f"threads left: {left}" if left else "ok"))
    return results


def _through(
    steps: Sequence[Step], screenshots: Path | None, percents: Sequence[int], *, newcomer: bool
) -> list[Check]:
    results: list[Check] = []
    with tempfile.TemporaryDirectory() as folder:
        session = Session(Path(folder), screenshots, newcomer=newcomer, percents=percents)
        try:
            for name, check in steps:
                seen = check(session)
                results.append((name, not seen, seen or "ok"))
                if seen:
                    break
        finally:
            session.close()
    return results
