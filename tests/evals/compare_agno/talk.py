"""The conversation of the comparison, what is to be known after it, and how what was stored is judged against that.

Plain Python without Keepwise or Agno: both sides import it, each in its own environment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

MESSAGES = (
    "Hi, I'm Tamsin Okell. I run a small bakery and I live in Whitby.",
    "How long can sourdough rest in the fridge before baking?",
    "Good to know. I'm allergic to walnuts, so never suggest a recipe with them.",
    "My brother Joss drives our delivery van, and his daughter Effie starts school in September.",
    "ok great, thank you!",
    "We decided to stay closed on Mondays because hardly anyone comes in then.",
    "I found out that a pinch of salt in the starter slows it down on hot days.",
    "By the way, I moved last week: I live in Scarborough now, not in Whitby.",
    "Please keep your answers short, I read them on my phone between two batches.",
    "What did I tell you about Joss, and on which day are we closed?",
)
"""Ten turns: facts of several kinds, an update (8), turns that hold nothing (2, 5), a question about what was said (10)."""

ASKED_BACK = ("Joss", "van", "Monday")
"""Words that the last answer must hold."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One fact. `terms`: patterns that one stored text must all match; `never`: one that makes it wrong."""

    name: str
    terms: tuple[str, ...]
    never: str = ""


GOLD = (
    Gold("name", (r"tamsin",)),
    Gold("bakery", (r"bak(?:ery|er|ing)",)),
    Gold("home", (r"scarborough",), r"\b(?:lives?|living|home|based|location)\b[^.,;]{0,20}whitby"),
    Gold("walnuts", (r"walnut", r"allerg|avoid|never|no ")),
    Gold("brother", (r"joss", r"brother|van|deliver|driv")),
    Gold("niece", (r"effie", r"school|september|daughter|niece")),
    Gold("mondays", (r"monday", r"clos|not open|shut")),
    Gold("salt", (r"salt", r"slow|starter|hot")),
    Gold("short", (r"short|brief|concise",)),
)
ALSO = (r"\bvan\b", r"phone|batch", r"moved|move", r"sourdough|ferment")
"""What else was said and may be stored without being right or wrong."""

_TOOL_JSON = re.compile(r'"(?:name|function|tool)"\s*:\s*"[a-z_]+"|</?tool_call>|^\s*[\[{]\s*"')


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: seconds until it was answered and until all its learning was done, and what the model had to do for it.

    prompt: tokens that were sent; read: those of them that were not already warm; made: tokens that were generated.
    """

    answer: str
    answered: float
    done: float
    calls: int
    prompt: int
    read: int
    made: int


def judged(stored: Sequence[str]) -> dict[str, Any]:
    """Facts right, wrong and missing, judged by their terms. A stored text without any known fact is wrong too."""
    texts = [" ".join(text.lower().split()) for text in stored]
    right = [gold.name for gold in GOLD if any(_holds(gold, text) for text in texts)]
    wrong = [text for text in texts if not _good(text)]
    missing = [gold.name for gold in GOLD if gold.name not in right]
    return {"right": right, "wrong": wrong, "missing": missing}


def summary(turns: Sequence[Turn], stored: Sequence[str], proposed: Sequence[str] = ()) -> dict[str, Any]:
    """All figures of one side. `proposed`: what waits for the user's word, and counts as missing until then."""
    done = sorted(turn.done for turn in turns)
    answered = sorted(turn.answered for turn in turns)
    said = turns[-1].answer.lower()
    return {
        "seconds": round(sum(done), 1),
        "seconds a turn (median)": round(done[len(done) // 2], 1),
        "seconds to the answer (median)": round(answered[len(answered) // 2], 1),
        "model calls": sum(turn.calls for turn in turns),
        "prompt tokens": sum(turn.prompt for turn in turns),
        "prompt tokens read": sum(turn.read for turn in turns),
        "generated tokens": sum(turn.made for turn in turns),
        "answers that are tool JSON": sum(bool(_TOOL_JSON.search(turn.answer)) for turn in turns),
        "empty answers": sum(not turn.answer.strip() for turn in turns),
        "last answer right": all(word.lower() in said for word in ASKED_BACK),
        **judged(stored),
        "proposed": [gold.name for gold in GOLD if any(_holds(gold, text.lower()) for text in proposed)],
    }


def _holds(gold: Gold, text: str) -> bool:
    return all(re.search(term, text) for term in gold.terms) and not (gold.never and re.search(gold.never, text))


def _good(text: str) -> bool:
    if any(gold.never and re.search(gold.never, text) and not _holds(gold, text) for gold in GOLD):
        return "not" in text
    return any(_holds(gold, text) for gold in GOLD) or any(re.search(pattern, text) for pattern in ALSO)
