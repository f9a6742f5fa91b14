"""How the evaluations count: what one case gives, and what many cases come to.

A learning case: {"id", "date", "before": [[user, assistant]...], "user", "assistant", "expect": [{"stores", "all"}...],
"ok": [[term...]...], "forbid": [term...], "retire": [[term...]...], "retire_not": [term...]}. A term may hold
alternatives: "fish|trout". A recall case: {"id", "turns": [{"id", "session", "at", "speaker", "text"}...],
"qa": [{"question", "category", "evidence": [turn id...]}...]}.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.compose import App, put_together
from engine import Database, Item, LearningMachine

USER = "eval"
LONGEST = 40
"""Words: an item that is longer is a transcript, not a memory, and counts as wrong."""


@dataclass(frozen=True, slots=True)
class Learned:
    """One learning case: counts, and seconds of its last exchange. `quiet` is None where something may be learned."""

    found: int
    expected: int
    good: int
    new: int
    forbidden: int
    retired: int
    to_retire: int
    quiet: bool | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Found:
    """One question: the share of its evidence among the first 5, 10 and 20 hits, and seconds of the search."""

    category: str
    at5: float
    at10: float
    at20: float
    seconds: float


def learn_case(parts: App, case: dict[str, Any], path: Path) -> Learned:
    """Learn one case in a memory file of its own. Raises the reason when there is no model."""
    model, _ = parts.need_model()
    with Database(path) as database:
        learning = put_together(parts.settings, database, model, parts.embedder).learning
        at, messages = datetime.fromisoformat(case["date"]), []
        for user, assistant in case.get("before", []):
            messages += exchange(user, assistant)
            learning.process(messages, user_id=USER, session_id="s", at=at)
        old = kept(learning)
        start = time.perf_counter()
        learning.process(messages + exchange(case["user"], case["assistant"]), user_id=USER, session_id="s", at=at)
        return judged(case, old, kept(learning), time.perf_counter() - start)


def exchange(user: str, assistant: str) -> list[dict[str, str]]:
    """One message of the user and its answer."""
    return [{"role": "user", "content": user}, {"role": "assistant", "content": assistant}]


def kept(learning: LearningMachine) -> dict[str, Item]:
    """What is learned now, by id; a suggestion counts, because a sensitive matter is rightly asked first."""
    return {item.id: item for state in ("active", "proposed") for item in learning.items(state=state, user_id=USER)}


def judged(case: dict[str, Any], old: dict[str, Item], now: dict[str, Item], seconds: float) -> Learned:
    """Hold what is new against what the case asks for. The session's own notes are judged only when asked for."""
    new = [item for item in now.values() if item.id not in old or item.text != old[item.id].text]
    lasting = [item for item in new if item.store != "session_context"]
    expect, allowed = case.get("expect", []), case.get("ok", [])
    wanted = [one["all"] for one in expect] + allowed
    good = [
        item for item in lasting if len(item.text.split()) <= LONGEST and any(holds(item, terms) for terms in wanted)
    ]
    stale = [terms for terms in case.get("retire", []) if any(outdated(case, item, terms) for item in old.values())]
    return Learned(
        found=sum(any(item.store in one["stores"] and holds(item, one["all"]) for item in new) for one in expect),
        expected=len(expect),
        good=len(good),
        new=len(lasting),
        forbidden=sum(holds(item, [term]) for item in lasting for term in case.get("forbid", [])),
        retired=sum(not any(outdated(case, item, terms) for item in now.values()) for terms in stale),
        to_retire=len(stale),
        quiet=None if wanted else not lasting,
        seconds=seconds,
    )


def outdated(case: dict[str, Any], item: Item, terms: Sequence[str]) -> bool:
    """Whether an item still says what the case makes obsolete."""
    spared = case.get("retire_not") or []
    spared = [spared] if isinstance(spared, str) else spared
    return holds(item, terms) and not any(holds(item, [term]) for term in spared)


def holds(item: Item, terms: Iterable[str]) -> bool:
    """Whether every term (one of its alternatives) stands in the item's text, subject, key or data."""
    data = json.dumps(dict(item.data), ensure_ascii=False, default=str)
    text = f"{item.text} {item.subject} {item.key} {data}".casefold()
    return all(any(choice.strip().casefold() in text for choice in term.split("|")) for term in terms)


def learning_summary(rows: Sequence[Learned]) -> dict[str, Any]:
    """Recall, precision, their harmonic mean, quiet, violations, retired, and the median time."""
    recall = share(sum(row.found for row in rows), sum(row.expected for row in rows))
    precision = share(sum(row.good for row in rows), sum(row.new for row in rows))
    quiet = [row.quiet for row in rows if row.quiet is not None]
    return {
        "cases": len(rows),
        "recall": recall,
        "precision": precision,
        "f1": round(2 * recall * precision / (recall + precision), 3) if recall and precision else 0.0,
        "quiet": share(sum(quiet), len(quiet)),
        "violations": sum(row.forbidden for row in rows),
        "retired": share(sum(row.retired for row in rows), sum(row.to_retire for row in rows)),
        "seconds_median": round(statistics.median(row.seconds for row in rows), 2),
    }


def recall_case(parts: App, case: dict[str, Any], path: Path) -> list[Found]:
    """Record one conversation in a memory file of its own, then ask its questions."""
    with Database(path) as database:
        learning = put_together(parts.settings, database, None, parts.embedder).learning
        for turn in case["turns"]:
            message = {"role": "user", "content": turn["text"], "name": turn["speaker"], "id": turn["id"]}
            at, session = datetime.fromisoformat(turn["at"]), f"s{turn['session']}"
            learning.process([message], user_id=USER, session_id=session, at=at, learn=False)
        return [asked(learning, question) for question in case["qa"] if question["evidence"]]


def asked(learning: LearningMachine, question: dict[str, Any]) -> Found:
    """One question and where its evidence came."""
    start = time.perf_counter()
    hits = learning.search(question["question"], limit=20, user_id=USER)
    seconds = time.perf_counter() - start
    refs, evidence = [hit.ref for hit in hits if hit.kind == "turn"], set(question["evidence"])
    at5, at10, at20 = (len(evidence & set(refs[:first])) / len(evidence) for first in (5, 10, 20))
    return Found(str(question.get("category", "")), at5, at10, at20, seconds)


def recall_summary(rows: Sequence[Found]) -> dict[str, Any]:
    """Recall at 5, 10 and 20, how often all the evidence was among ten, by category too, and the time of a search."""
    categories = sorted({row.category for row in rows})
    return {
        **recalled(rows),
        "search_ms_median": round(1000 * statistics.median(row.seconds for row in rows), 2),
        "by_category": {name: recalled([row for row in rows if row.category == name]) for name in categories},
    }


def recalled(rows: Sequence[Found]) -> dict[str, Any]:
    """The shares of some questions."""
    shares = {f"recall@{first}": [getattr(row, f"at{first}") for row in rows] for first in (5, 10, 20)}
    whole = [row.at10 == 1.0 for row in rows]
    return {
        "questions": len(rows),
        **{name: round(statistics.mean(values), 3) for name, values in shares.items()},
        "all@10": share(sum(whole), len(whole)),
    }


def share(part: int, whole: int) -> float | None:
    """A share of 1 to three places; None of nothing."""
    return round(part / whole, 3) if whole else None
