"""The tools for people, places, projects and things. A name that may mean two of them changes nothing until it is qualified."""

from __future__ import annotations

from engine.entities.graph import UNCLEAR, Entity, Graph, fold
from engine.errors import InvalidInput
from engine.item import Item
from engine.language.names import canonical_type, mentions, split_type
from engine.stores import Draft, Store
from engine.tools.functions import Function
from engine.tools.notebook import Notebook


def entities(notebook: Notebook, store: Store) -> list[tuple[str, Function]]:
    """remember_about, link_entities, search_entities, forget_about."""

    def remember_about(name: str, fact: str, entity_type: str = "") -> str:
        """Note one fact or event about a person, pet, company, project, place or product that the user spoke of."""
        subject, data = identify(notebook, store.name, name, entity_type)
        return notebook.add(Draft("fact", _about(subject, _filled(fact)), subject, data=data), store.name)

    def link_entities(name: str, relation: str, other: str) -> str:
        """Note how two people or things are related, as in: "Ana", "works for", "Siemens"."""
        subject, data = identify(notebook, store.name, name)
        target, its = identify(notebook, store.name, other)
        if (fold(subject), data.get("type")) == (fold(target), its.get("type")):
            raise InvalidInput("A thing cannot be linked to itself. Nothing was saved.")
        words = " ".join(_filled(relation).replace("_", " ").split())
        edge = {**data, "relation": words, "other": target, **({"other_type": its["type"]} if its else {})}
        return notebook.add(Draft("relationship", f"{subject} {words} {target}", subject, data=edge), store.name)

    def search_entities(query: str) -> str:
        """Look up what is known about a person, place, project or thing, or which of them have to do with the query."""
        named = [item for entity in _known(notebook, store.name, query) for item in _items(entity)]
        return notebook.listed(store.name, named) if named else notebook.search(store.name, query)

    def forget_about(name: str, id_or_text: str) -> str:
        """Forget one thing that is noted about a person or thing; only when the user asks for it."""
        subject, data = identify(notebook, store.name, name)
        known = _known(notebook, store.name, name, data.get("type", ""))
        if not known:
            raise InvalidInput(f"Nothing is noted about {subject}.")
        return notebook.forget(notebook.one(store.name, id_or_text, _items(known[0])))

    return [
        ("add", remember_about),
        ("add", link_entities),
        ("search", search_entities),
        ("delete", forget_about),
    ]


def identify(notebook: Notebook, store: str, name: str, entity_type: str = "") -> tuple[str, dict[str, str]]:
    """The name as it is known, and its type as data. Raises InvalidInput when it is blank or means several things."""
    prefix, bare = split_type(_filled(name))
    kind = canonical_type(entity_type) or prefix
    known = _known(notebook, store, name, kind)
    if len(known) > 1:
        qualified = " or ".join(entity.qualified for entity in known)
        raise InvalidInput(f"{bare} may be {qualified}. Nothing was changed. Say which one, in that form.")
    spelling, kind = (known[0].name, kind or known[0].type) if known else (bare, kind)
    return spelling, {"type": kind} if kind else {}


def _known(notebook: Notebook, store: str, name: str, kind: str = "") -> list[Entity]:
    """The entities that a name means; what nobody has said the kind of only when nothing else bears it."""
    found = Graph(notebook.active(store)).candidates(name, kind)
    return [entity for entity in found if entity.type != UNCLEAR] or found


def _about(subject: str, fact: str) -> str:
    """A fact that says whom it is about: a model leaves the name to the other argument."""
    if mentions(fact, subject):
        return fact
    return f"{subject} {fact}" if fact[0].islower() else f"{subject}: {fact}"


def _items(entity: Entity) -> list[Item]:
    return [*entity.items, *entity.incoming]


def _filled(text: str) -> str:
    if not text.strip():
        raise InvalidInput("An argument is blank. Nothing was changed.")
    return text.strip()
