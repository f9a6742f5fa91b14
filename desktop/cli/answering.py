"""How answers are scored: one made-up user tells things in some chats, then asks about them in new ones.

A case is one user: {"id", "date", "chats": [[message...]...], "questions": [{"ask", "all": [term...]} or {"ask",
"unknown": true}...]}. A term may hold alternatives: "five|5". What waits as a suggestion is accepted, as that user would.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.cli.scoring import exchange, share
from desktop.compose import App, put_together
from engine import Agent, Database, LearningMachine
from engine.events import Finished, Recalled

REPLY = "Thanks for telling me."
"""The assistant's side of the chats in which things are told; learning is scored elsewhere, so nothing is generated here."""
_ADMITS = re.compile(
    r"(?i)\b(?:don['’]?t|do not|doesn['’]?t|does not|didn['’]?t|did not|haven['’]?t|have not|hasn['’]?t|can['’]?t|cannot"
    r"|isn['’]?t|is not|not|no|nothing|never|unknown)\b.{0,40}"
    r"\b(?:know|sure|told|tell|mention\w*|shared?|information|record|notes?|specif\w+|provided|available|say|said|have|recall|"
    r"remember|yet)\b|\bunknown\b"
)


@dataclass(frozen=True, slots=True)
class Answered:
    """One question. right: the expected terms are there, or, for what was never told, that it is not known is admitted.
    recalled: whether the notes that were sent held the terms; None for what was never told."""

    case: str
    question: str
    unknown: bool
    right: bool
    recalled: bool | None
    answer: str
    seconds: float


def answer_case(parts: App, case: Mapping[str, Any], path: Path) -> list[Answered]:
    """Let one user tell everything, then ask each question in a chat of its own."""
    model, _ = parts.need_model()
    with Database(path) as database:
        learning = put_together(parts.settings, database, model, parts.embedder).learning
        _told(learning, case)
        agent = Agent(model, learning)
        return [_asked(agent, case["id"], number, question) for number, question in enumerate(case["questions"])]


def _told(learning: LearningMachine, case: Mapping[str, Any]) -> None:
    start = datetime.fromisoformat(case["date"])
    for day, chat in enumerate(case["chats"]):
        messages: list[dict[str, str]] = []
        for minute, text in enumerate(chat):
            messages += exchange(text, REPLY)
            at = start + timedelta(days=day, minutes=minute)
            learning.process(messages, user_id=case["id"], session_id=f"told{day}", at=at)
        for item in learning.items(state="proposed", user_id=case["id"]):
            learning.accept(item.id)


def _asked(agent: Agent, user: str, number: int, question: Mapping[str, Any]) -> Answered:
    start, text, told = time.perf_counter(), "", ""
    for event in agent.run(question["ask"], user_id=user, session_id=f"asked{number}"):
        if isinstance(event, Recalled):
            told = " ".join(item.text for item in event.items)
        elif isinstance(event, Finished):
            text = event.text
            break
    seconds = time.perf_counter() - start
    unknown = bool(question.get("unknown"))
    right = admits(text) if unknown else holds(text, question["all"])
    recalled = None if unknown else holds(told, question["all"])
    return Answered(user, question["ask"], unknown, right, recalled, text, seconds)


def admits(answer: str) -> bool:
    """Whether an answer says that something is not known."""
    return bool(_ADMITS.search(answer))


def holds(text: str, terms: Sequence[str]) -> bool:
    """Whether every term (one of its alternatives) stands in the text."""
    folded = text.casefold()
    return all(any(choice.strip().casefold() in folded for choice in term.split("|")) for term in terms)


def answer_summary(rows: Sequence[Answered]) -> dict[str, Any]:
    """The shares of right answers and of unknown things that are admitted, by user too, and what went wrong."""
    return {
        **_shares(rows),
        "seconds_median": round(statistics.median(row.seconds for row in rows), 2),
        "by_case": {
            case: _shares([row for row in rows if row.case == case]) for case in dict.fromkeys(r.case for r in rows)
        },
        "wrong": [
            {"question": row.question, "answer": row.answer, "recalled": row.recalled} for row in rows if not row.right
        ],
    }


def _shares(rows: Sequence[Answered]) -> dict[str, Any]:
    known, unknown = [row for row in rows if not row.unknown], [row for row in rows if row.unknown]
    return {
        "questions": len(rows),
        "right": share(sum(row.right for row in known), len(known)),
        "recalled": share(sum(bool(row.recalled) for row in known), len(known)),
        "unknown_admitted": share(sum(row.right for row in unknown), len(unknown)),
    }
