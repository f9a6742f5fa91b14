"""The tools for what is worth knowing again: lessons, decisions, and whatever a further store keeps."""

from __future__ import annotations

from engine.clock import now
from engine.errors import InvalidInput
from engine.language.names import fold
from engine.language.text import shorten
from engine.looking_back import with_outcome
from engine.stores import DecisionLog, Draft, Store
from engine.tools.functions import Function
from engine.tools.notebook import Notebook, filled
from engine.tools.user import drafted


def knowledge(notebook: Notebook, store: Store) -> list[tuple[str, Function]]:
    """save_learning, search_learnings, update_learning, delete_learning."""

    def save_learning(title: str, learning: str, context: str = "", tags: str = "") -> str:
        """Note a lesson, rule or how-to that will be useful again, under a short title; tags are separated by commas."""
        text = _needed(learning)
        named = title.strip() or shorten(text, 50)
        same = [item for item in notebook.active(store.name) if fold(str(item.data.get("title", ""))) == fold(named)]
        before = dict(same[0].data) if same else {}
        data = {**before, "title": named, **filled(context=context.strip(), tags=_tags(tags))}
        return notebook.add(Draft("insight", text, data=data), store.name, replaces=same[0].id if same else "")

    def search_learnings(query: str) -> str:
        """Look up lessons, rules and how-tos that were noted before."""
        return notebook.search(store.name, query)

    def update_learning(title_or_id: str, learning: str, context: str = "", tags: str = "") -> str:
        """Put a noted lesson right; what is left blank stays as it is."""
        old = notebook.one(store.name, title_or_id)
        data = {**old.data, **filled(context=context.strip(), tags=_tags(tags))}
        return notebook.add(Draft("insight", learning.strip() or old.text, data=data), store.name, replaces=old.id)

    def delete_learning(title_or_id: str) -> str:
        """Forget a noted lesson; only when the user asks for it."""
        return notebook.forget(notebook.one(store.name, title_or_id))

    return [
        ("add", save_learning),
        ("search", search_learnings),
        ("update", update_learning),
        ("delete", delete_learning),
    ]


def decisions(notebook: Notebook, store: Store) -> list[tuple[str, Function]]:
    """log_decision, search_decisions, record_outcome."""
    assert isinstance(store, DecisionLog)

    def log_decision(decision: str, reasoning: str = "", alternatives: str = "", context: str = "") -> str:
        """Note a decision that was taken, why, what else was considered, and in what situation."""
        draft = store.draft(_needed(decision), reasoning.strip())
        data = {**draft.data, **filled(alternatives=alternatives.strip(), context=context.strip())}
        return notebook.add(Draft(draft.kind, draft.text, data=data), store.name)

    def search_decisions(query: str) -> str:
        """Look up decisions that were taken before, with their reasons and how they turned out."""
        return notebook.search(store.name, query)

    def record_outcome(decision_id_or_text: str, outcome: str, quality: str = "") -> str:
        """Note how a decision turned out; quality is good, mixed or bad."""
        decision = notebook.one(store.name, decision_id_or_text)
        return notebook.change(decision, with_outcome(decision, outcome, quality, notebook.user_id, now()))

    return [("add", log_decision), ("search", search_decisions), ("update", record_outcome)]


def generic(notebook: Notebook, store: Store) -> list[tuple[str, Function]]:
    """add_, search_ and delete_ with the store's name, for a store that has no tools of its own."""

    def add(text: str) -> str:
        return notebook.add(drafted(store, text), store.name)

    def search(query: str) -> str:
        return notebook.search(store.name, query)

    def delete(id_or_text: str) -> str:
        return notebook.forget(notebook.one(store.name, id_or_text))

    words = {"add": "Note one of", "search": "Look up", "delete": "Forget one of, only when the user asks for it,"}
    pairs: list[tuple[str, Function]] = [("add", add), ("search", search), ("delete", delete)]
    for operation, function in pairs:
        function.__name__ = f"{operation}_{store.name}"
        function.__doc__ = f"{words[operation]} {store.captures or store.title}."
    return pairs


def _tags(tags: str) -> list[str]:
    return [tag.strip() for tag in tags.split(",") if tag.strip()]


def _needed(text: str) -> str:
    if not text.strip():
        raise InvalidInput("The text is blank. Nothing was saved.")
    return text.strip()
