"""The toolbox: which functions the agent gets, and the guidance that goes with them into a chat's fixed prompt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from engine.config import StoreConfig
from engine.stores import Store
from engine.tools import entities, records, user
from engine.tools.functions import Function
from engine.tools.notebook import Notebook

Kit = Callable[[Notebook, Store], list[tuple[str, Function]]]
"""(notebook, store) -> (operation, function) pairs; the operation is "add", "update", "delete" or "search"."""

_KITS: Mapping[str, Kit] = {
    "user_profile": user.profile,
    "user_memory": user.memory,
    "session_context": user.session,
    "entity_memory": entities.entities,
    "learned_knowledge": records.knowledge,
    "decision_log": records.decisions,
}
INTRODUCTION = (
    "You keep notes with tools. When the user tells you something that lasts, call the fitting tool, then answer as usual. "
    "Note only what the user said, in few words; never what you guess, and nothing twice. Do not speak of the tools."
)


class Toolbox:
    """The tools of the stores that have some, for one user in one chat. `functions` in a fixed order; empty without such."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook
        self._kits = list(self._offered())
        self.functions: list[Function] = [function for _, pairs in self._kits for _, function in pairs]

    def guidance(self) -> str:
        """What the system message says about the tools; "" without tools."""
        lines = [
            f"- {store.title} ({', '.join(f.__name__ for _, f in pairs)}): {store.captures}."
            for store, pairs in self._kits
        ]
        return "\n".join([INTRODUCTION, *lines]) if lines else ""

    @property
    def stores(self) -> list[str]:
        """The names of the stores that have tools here."""
        return [store.name for store, _ in self._kits]

    def of(self, operation: str, store: str = "") -> list[tuple[Store, Function]]:
        """The functions of that operation ("add", "update", "delete" or "search"), of one store or of all."""
        return [
            (kind, function)
            for kind, pairs in self._kits
            for named, function in pairs
            if named == operation and store in ("", kind.name)
        ]

    def _offered(self) -> Iterator[tuple[Store, list[tuple[str, Function]]]]:
        reach = self.notebook.reach
        for name, store in reach.stores.items():
            config = reach.configs[name]
            if config is not None and config.has_tools:
                pairs = _KITS.get(name, records.generic)(self.notebook, store)
                enabled = [(operation, function) for operation, function in pairs if _enabled(config, operation)]
                if enabled:
                    yield store, enabled


def _enabled(config: StoreConfig, operation: str) -> bool:
    return bool(getattr(config, f"enable_{operation}"))
