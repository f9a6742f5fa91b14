"""How the gate is scored: of what answers a question, the share that is brought up; of questions that nothing known answers,
the share for which anything was. What is always given (profile, standing wishes) does not count.

A case is one made-up user: {"id", "items": [{"id", "store", "text"}...], "turns": [{"id", "session", "at", "speaker",
"text"}...], "qa": [{"question", "evidence": [id...]}...]}; an item of "entity_memory" has "subject" and "type" too. Evidence is
empty where nothing that is known answers the question.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.cli.scoring import share
from desktop.compose import App, put_together
from engine import Database, LearningMachine

CHAT = "asking"
"""The chat that the questions are asked in: a new one, so that earlier turns are fair game."""


@dataclass(frozen=True, slots=True)
class Gated:
    """One question. kept: the share of its evidence that was brought up, None where there is none; brought: how much was."""

    case: str
    question: str
    kept: float | None
    brought: int
    seconds: float


def gate_case(parts: App, case: Mapping[str, Any], path: Path) -> list[Gated]:
    """Write down one user's memory in a file of its own, then ask."""
    with Database(path) as database:
        learning = put_together(parts.settings, database, None, parts.embedder).learning
        known = _written(learning, case)
        return [_asked(learning, case["id"], question, known) for question in case["qa"]]


def gate_summary(rows: Sequence[Gated]) -> dict[str, Any]:
    """The two shares over all cases and by case, how much is brought up for a question, and the time it takes."""
    cases = list(dict.fromkeys(row.case for row in rows))
    return {
        **_gated(rows),
        "brought_mean": round(statistics.mean(row.brought for row in rows), 2),
        "recall_ms_median": round(1000 * statistics.median(row.seconds for row in rows), 2),
        "by_case": {case: _gated([row for row in rows if row.case == case]) for case in cases},
    }


def _gated(rows: Sequence[Gated]) -> dict[str, Any]:
    kept = [row.kept for row in rows if row.kept is not None]
    idle = [row for row in rows if row.kept is None]
    return {
        "questions": len(rows),
        "hits_kept": round(statistics.mean(kept), 3) if kept else None,
        "false_injection": share(sum(row.brought > 0 for row in idle), len(idle)),
    }


def _written(learning: LearningMachine, case: Mapping[str, Any]) -> dict[str, str]:
    """Our ids of what the case calls by its own."""
    known = {}
    for item in case.get("items", []):
        if item["store"] == "entity_memory":
            kept = learning.entities(case["id"]).remember(item["subject"], item["text"], item.get("type", "")).learned
        else:
            kept = learning.write(item["store"], item["text"], case["id"]).items
        known[kept[0].id] = item["id"]
    for turn in case.get("turns", []):
        said = {"role": "user", "content": turn["text"], "name": turn["speaker"], "id": turn["id"]}
        session, at = f"s{turn['session']}", datetime.fromisoformat(turn["at"])
        learning.process([said], user_id=case["id"], session_id=session, at=at, learn=False)
        known[learning.db.turns(session)[-1].id] = turn["id"]
    return known


def _asked(learning: LearningMachine, user: str, question: Mapping[str, Any], known: Mapping[str, str]) -> Gated:
    start = time.perf_counter()
    recalled = learning.build_context(question["question"], user, CHAT)
    seconds = time.perf_counter() - start
    brought, evidence = {known.get(entry.id, entry.id) for entry in recalled.items}, set(question["evidence"])
    kept = len(evidence & brought) / len(evidence) if evidence else None
    return Gated(user, question["question"], kept, len(brought), seconds)
