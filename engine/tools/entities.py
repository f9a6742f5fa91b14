"""The tools for people, places, projects and things. A name that may mean two of them changes nothing until it is qualified."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.entities.graph import UNCLEAR, Entity, Graph, fold
from engine.errors import InvalidInput
from engine.item import Item
from engine.language.names import canonical_type, mentions, split_type
from engine.stores import Draft, Store
from engine.tools.functions import Function
from engine.tools.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Named:
    """A name that the agent used: as the thing is known, as it was spelled here, and its type as data.

    What is written goes under the spelling: the keeper puts it on the entity and keeps a new spelling as an alias, as it
    does with what is heard.
    """

    name: str
    spelled: str
    data: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """The same for one thing, whatever its spelling."""
        return fold(self.name), self.data.get("type", "")


def entities(notebook: Notebook, store: Store) -> list[tuple[str, Function]]:
    """remember_about, link_entities, search_entities, forget_about."""

    def remember_about(name: str, fact: str, entity_type: str = "") -> str:
        """Note one fact or event about a person, pet, company, project, place or product that the user spoke of."""
        about = identify(notebook, store.name, name, entity_type)
        draft = Draft("fact", _about(about, _filled(fact)), about.spelled, data=about.data)
        return notebook.add(draft, store.name)

    def link_entities(name: str, relation: str, other: str) -> str:
        """Note how two people or things are related, as in: "Ana", "works for", "Siemens"."""
        start, target = identify(notebook, store.name, name), identify(notebook, store.name, other)
        if start.key == target.key:
            raise InvalidInput("A thing cannot be linked to itself. Nothing was saved.")
        words = " ".join(_filled(relation).replace("_", " ").split())
        its = {"other_type": target.data["type"]} if target.data else {}
        edge = {**start.data, "relation": words, "other": target.name, **its}
        text = f"{start.name} {words} {target.name}"
        return notebook.add(Draft("relationship", text, start.spelled, data=edge), store.name)

    def search_entities(query: str) -> str:
        """Look up what is known about a person, place, project or thing, or which of them have to do with the query."""
        named = [item for entity in _known(notebook, store.name, query) for item in _items(entity)]
        return notebook.listed(store.name, named) if named else notebook.search(store.name, query)

    def forget_about(name: str, id_or_text: str) -> str:
        """Forget one thing that is noted about a person or thing; only when the user asks for it."""
        about = identify(notebook, store.name, name)
        known = _known(notebook, store.name, name, about.data.get("type", ""))
        if not known:
            raise InvalidInput(f"Nothing is noted about {about.name}.")
        return notebook.forget(notebook.one(store.name, id_or_text, _items(known[0])))

    return [
        ("add", remember_about),
        ("add", link_entities),
        ("search", search_entities),
        ("delete", forget_about),
    ]


def identify(notebook: Notebook, store: str, name: str, entity_type: str = "") -> Named:
    """What the agent means by a name. Raises InvalidInput when it is blank or means several things."""
    prefix, bare = split_type(_filled(name))
    kind = canonical_type(entity_type) or prefix
    known = _known(notebook, store, name, kind)
    if len(known) > 1:
        qualified = " or ".join(entity.qualified for entity in known)
        raise InvalidInput(f"{bare} may be {qualified}. Nothing was changed. Say which one, in that form.")
    called, kind = (known[0].name, kind or known[0].type) if known else (bare, kind)
    return Named(called, bare, {"type": kind} if kind else {})


def _known(notebook: Notebook, store: str, name: str, kind: str = "") -> list[Entity]:
    """The entities that a name means; what nobody has said the kind of only when nothing else bears it."""
    found = Graph(notebook.active(store)).candidates(name, kind)
    return [entity for entity in found if entity.type != UNCLEAR] or found


def _about(about: Named, fact: str) -> str:
    """A fact that says whom it is about: a model leaves the name to the other argument."""
    if mentions(fact, about.name) or mentions(fact, about.spelled):
        return fact
    return f"{about.name} {fact}" if fact[0].islower() else f"{about.name}: {fact}"


def _items(entity: Entity) -> list[Item]:
    return [*entity.items, *entity.incoming]


def _filled(text: str) -> str:
    if not text.strip():
        raise InvalidInput("An argument is blank. Nothing was changed.")
    return text.strip()
