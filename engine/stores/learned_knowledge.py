"""learned_knowledge: reusable insights: a lesson, a rule, a how-to that the user found out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.language.text import shorten
from engine.stores.base import Chosen, Draft, Store, closed, said, text_field


class LearnedKnowledge(Store):
    """Titled insights, found by meaning."""

    name = "learned_knowledge"
    title = "Knowledge"
    letter = "K"
    scope = "namespace"
    joins = True
    columns = {"title": "VARCHAR", "text": "VARCHAR", "context": "VARCHAR", "quote": "VARCHAR", "namespace": "VARCHAR"}
    captures = "lessons, rules and how-tos that the user found out and that are useful again"

    def schema(self) -> Mapping[str, Any]:
        return closed({"title": text_field(50), "learning": text_field(220)})

    def read(self, entry: Mapping[str, Any], chosen: Chosen) -> list[Draft]:
        title, learning = said(entry, "title"), said(entry, "learning")
        return [Draft("insight", learning, data={"title": title or shorten(learning, 50)})] if learning else []

    def plain(self, chosen: Chosen) -> list[Draft]:
        return [Draft("insight", chosen.text, data={"title": shorten(chosen.text, 50)})]
