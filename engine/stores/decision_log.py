"""decision_log: decisions with their reasons. Append-only; how a decision turned out is added later."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from engine.item import Item
from engine.language.text import overlap
from engine.stores.base import Chosen, Draft, Store, closed, said, text_field

_DECIDED = re.compile(
    r"(?i)\b(?:we|i)(?:['’]ve| have)? (?:decided|agreed|resolved) (?:to|on|against|that)\b|\bfinal decision\b"
    r"|\b(?:we|i)(?:['’]ve| have)? settled on\b|^\W*on second thoughts?,? (?:we|i|let['’]?s)\b"
)
_SAYS_SO = 0.65
"""How likely a sentence that says outright that something was decided is a decision."""
SAME = 0.8
"""Share of the terms of a reason that the decision holds already, from which on it gives none."""


class DecisionLog(Store):
    """What was decided, why, instead of what, and how it turned out."""

    name = "decision_log"
    title = "Decisions"
    letter = "D"
    joins = True
    columns = {
        "decision": "VARCHAR",
        "reasoning": "VARCHAR",
        "outcome": "VARCHAR",
        "text": "VARCHAR",
        "quote": "VARCHAR",
        "agent_id": "VARCHAR",
    }
    captures = "decisions that were taken, with reasons and alternatives, and how they turned out"

    def schema(self) -> Mapping[str, Any]:
        return closed({"decision": text_field(160), "reasoning": {"type": "string", "maxLength": 160}})

    def read(self, entry: Mapping[str, Any], chosen: Chosen) -> list[Draft]:
        decision, reasoning = said(entry, "decision"), said(entry, "reasoning")
        return [self.draft(decision, reasoning)] if decision else []

    def plain(self, chosen: Chosen) -> list[Draft]:
        return [self.draft(chosen.text, "")]

    def claims(self, sentence: str) -> float:
        """A sentence that says outright that something was decided belongs here."""
        return _SAYS_SO if _DECIDED.search(sentence) else 0.0

    def draft(self, decision: str, reasoning: str) -> Draft:
        """A decision and why it was taken; reasons that only say it again are left out."""
        if overlap(reasoning, decision) >= SAME:
            reasoning = ""
        text = f"{decision.rstrip('.')}. Reason: {reasoning}" if reasoning else decision
        return Draft("decision", text, data={"decision": decision, "reasoning": reasoning})

    def render(self, items: Sequence[Item]) -> list[str]:
        return [f"- Decided{_on(item)}: {item.text}{_outcome(item)}" for item in items]


def _on(item: Item) -> str:
    return f" on {item.created_at:%Y-%m-%d}" if item.created_at else ""


def _outcome(item: Item) -> str:
    outcome = item.data.get("outcome")
    return f" Outcome: {outcome}" if outcome else ""
