"""`Entities`: one user's people, places, projects and things, to read and to act on by hand. Every act can be undone.

A name that means two entities is refused with both qualified names ("project/Harbor", "company/Harbor"); nothing is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from engine.clock import now
from engine.database import Database
from engine.database.items import Change
from engine.entities import page as pages
from engine.entities.attach import new_row, retyped, with_data
from engine.entities.graph import STORE, Entity, Graph, fold, kind_of, together
from engine.entities.merge import merged, parted, renamed
from engine.entities.page import LISTED, SHOWN, Found, Page
from engine.errors import InvalidInput, NotFound
from engine.events import Changed
from engine.item import Item, Origin, State
from engine.keeper import Keeper, Kept, new_item
from engine.language.names import canonical_type, split_type
from engine.language.text import normalise, shorten, terms


class Entities:
    """The entities that one user sees in one namespace: "user" is private, any other is shared by all who use it.

    Names: as known, an alias, a first name that only one bears, or qualified by type. Raises NotFound for an unknown name,
    InvalidInput for one that is empty or means several.
    """

    def __init__(self, database: Database, keeper: Keeper, user_id: str, namespace: str = "user") -> None:
        self._database = database
        self._keeper = keeper
        self._user = user_id
        self._namespace = namespace

    def all(self, archived: bool = False) -> list[Entity]:
        """The live entities (or the archived ones), the latest touched first."""
        return sorted((e for e in self._graph() if e.archived is archived), key=lambda e: e.touched, reverse=True)

    def get(self, name: str) -> Entity:
        """The entity that the name means, archived or not."""
        return self._one(self._graph(), name)

    def page(self, name: str) -> Page:
        """All that is known of it: facts, events, relationships both ways; `.lines(limit)` for a prompt."""
        return pages.page(self.get(name))

    def past(self, name: str) -> list[Item]:
        """What was said of it and does not hold any more, the latest ended first."""
        entity = self.get(name)
        names = {fold(one) for one in (entity.name, *entity.aliases)}
        ended = [i for i in self._items(State.SUPERSEDED) if i.kind != "entity" and fold(i.subject) in names]
        its = [i for i in ended if kind_of(i) in ("", entity.type) or not entity.type]
        return sorted(its, key=lambda i: i.valid_to or datetime.min, reverse=True)

    def directory(self, limit: int = LISTED) -> list[str]:
        """Names and types of the live entities, at most `limit`, the latest touched first; the rest is counted."""
        return pages.directory(self._graph(), limit)

    def context(self, message: str, limit: int = SHOWN) -> list[str]:
        """Lines for a prompt: the pages of the entities that the message names, or else the directory only."""
        graph = self._graph()
        named = [line for entity in graph.spoken_of(message) for line in pages.page(entity).lines(limit)]
        return named or pages.directory(graph)

    def search(self, query: str, limit: int = 10) -> list[Found]:
        """Entities, archived ones too, by their names and by what is said of them; the one called so first."""
        return pages.search(self._graph(), query, limit)

    def remember(self, name: str, fact: str, type: str = "", on: date | None = None) -> Kept:  # noqa: A002
        """A fact, or with a date an event. "key: value" replaces the value of that key; what is known already is only counted."""
        data = {"type": canonical_type(type), **({"date": on.isoformat()} if on else {})}
        return self._keep("event" if on else "fact", name, _filled(fact, "fact"), data)

    def link(self, name: str, relation: str, other: str) -> Kept:
        """A relationship. What is linked to and not known yet becomes an entity without a type, until somebody describes it."""
        words = " ".join(_filled(relation, "relation").replace("_", " ").split())
        with self._database.transaction():
            start, its = self._meant(name)
            target, kind = self._meant(other)
            if fold(start) == fold(target) and (its == kind or not (its and kind)):
                raise InvalidInput(f"{start} cannot be linked to itself.")
            data = {"relation": words, "other": target, **({"other_type": kind} if kind else {})}
            return self._keep("relationship", name, f"{start} {words} {target}", data)

    def describe(
        self,
        name: str,
        description: str = "",
        type: str = "",  # noqa: A002
        aliases: Sequence[str] = (),
        **properties: str,
    ) -> Changed:
        """Tell what it is. What is left blank stays as it is. "project/Harbor" with another type is given that type."""
        kind = canonical_type(type)
        with self._database.transaction():
            graph, moment = self._graph(), now()
            qualified, bare = split_type(_filled(name, "name"))
            found = self._one_or_none(graph, name, "" if qualified else kind)
            entity = found or Entity(bare, kind or qualified)
            kind = kind or entity.type or qualified
            changes = self._retyped(graph, entity, kind) if kind != entity.type else []
            row = entity.row or new_row(entity, self._user, self._namespace, moment)
            data: dict[str, Any] = {"type": kind, **_not_blank({"description": description})}
            data["aliases"] = self._with_aliases(graph, entity, aliases)
            data["properties"] = {**dict(row.data.get("properties") or {}), **_not_blank(properties)}
            return self._keeper.commit("describe", [(entity.row, self._dated(row, **data)), *changes])

    def rename(self, name: str, new: str) -> Changed:
        """Give it another name; the old one becomes an alias. Raises InvalidInput when another entity is called so."""
        with self._database.transaction():
            graph, moment = self._graph(), now()
            entity, wanted = self._one(graph, name), _filled(new, "name")
            if wanted == entity.name:
                raise InvalidInput(f"It is called {wanted} already.")
            others = [e for e in graph if fold(e.name) == fold(wanted) and e.type == entity.type and e is not entity]
            if others:
                raise InvalidInput(f"{others[0].qualified} is known already. Merge the two, if they are one.")
            row = entity.row or new_row(entity, self._user, self._namespace, moment)
            return self._keeper.commit("rename", renamed(entity, wanted, row, moment))

    def forget(self, name: str, text: str) -> Changed:
        """Forget the one fact, event or relationship that `text` fits. Raises InvalidInput with the list when several do."""
        with self._database.transaction():
            entity = self.get(name)
            known = (*entity.items, *(edge for edge in entity.incoming if edge not in entity.items))
            found = _matching(known, _filled(text, "text"))
            if len(found) != 1:
                raise (InvalidInput if found else NotFound)(_choices(entity, text, found or known, several=bool(found)))
            return self._keeper.set_state(found[0].id, State.FORGOTTEN, "forget")

    def archive(self, name: str) -> Changed:
        """Take it out of context and directory; search finds it, and something new said of it brings it back."""
        return self._set_archived(name, archived=True)

    def revive(self, name: str) -> Changed:
        """Bring an archived entity back."""
        return self._set_archived(name, archived=False)

    def merge(self, name: str, other: str) -> Changed:
        """Make `other` a part of `name`: its facts move, its names become aliases. `unmerge` or undo parts them again."""
        with self._database.transaction():
            graph, moment = self._graph(), now()
            main, part = self._one(graph, name), self._one(graph, other)
            if main == part:
                raise InvalidInput(f"{name} and {other} are one already.")
            row = main.row or new_row(main, self._user, self._namespace, moment)
            return self._keeper.commit("merge", merged(main, part, row, moment))

    def unmerge(self, name: str, other: str) -> Changed:
        """Part what was merged, also after other acts: `other` gets its own items back; what came since stays with `name`."""
        with self._database.transaction():
            main = self.get(name)
            ended = [
                i for i in self._items(State.SUPERSEDED) if main.row is not None and i.superseded_by == main.row.id
            ]
            row = next((i for i in ended if i.kind == "entity" and fold(i.subject) == fold(split_type(other)[1])), None)
            changes = parted(main, split_type(other)[1], now(), row)
            if not changes:
                raise NotFound(f"{other} was not merged into {main.name}.")
            return self._keeper.commit("unmerge", changes)

    def _graph(self) -> Graph:
        return Graph(self._items(State.ACTIVE))

    def _items(self, state: State) -> list[Item]:
        owner = self._user if self._namespace == "user" else None
        mine = Item("", STORE, "", "", user_id=self._user, namespace=self._namespace)
        return [i for i in self._database.items.find(store=STORE, state=state, user_id=owner) if together(i, mine)]

    def _one(self, graph: Graph, name: str) -> Entity:
        entity = self._one_or_none(graph, name)
        if entity is None:
            known = shorten(", ".join(pages.directory(graph)), 200) or "none yet"
            raise NotFound(f"There is no entity {name!r}. Known: {known}.")
        return entity

    def _one_or_none(self, graph: Graph, name: str, kind: str = "") -> Entity | None:
        found = graph.candidates(_filled(name, "name"), kind)
        if len(found) > 1:
            raise InvalidInput(
                f"{name!r} may be {' or '.join(e.qualified for e in found)}. Say which one, in that form."
            )
        return found[0] if found else None

    def _meant(self, name: str) -> tuple[str, str]:
        """Name and type of the entity that a name means, or those it will have."""
        entity = self._one_or_none(self._graph(), name)
        qualified, bare = split_type(name.strip())
        return (entity.name, entity.type or qualified) if entity else (bare, qualified)

    def _keep(self, kind: str, name: str, text: str, data: dict[str, Any]) -> Kept:
        with self._database.transaction():
            self._one_or_none(self._graph(), name, str(data.get("type") or ""))
            item = new_item(
                STORE,
                kind,
                text,
                user_id=self._user,
                namespace=self._namespace,
                subject=name.strip(),
                data={key: value for key, value in data.items() if value},
                origin=Origin.WRITTEN,
            )
            return self._keeper.keep([(item, "")], action=kind if kind != "fact" else "remember", by="user")

    def _set_archived(self, name: str, *, archived: bool) -> Changed:
        with self._database.transaction():
            entity = self.get(name)
            if entity.archived is archived:
                raise InvalidInput(f"{entity.name} is {'archived already' if archived else 'not archived'}.")
            row = entity.row or new_row(entity, self._user, self._namespace, now())
            changed = (entity.row, self._dated(row, archived=archived))
            return self._keeper.commit("archive" if archived else "revive", [changed])

    def _dated(self, row: Item, **data: Any) -> Item:
        return replace(with_data(row, **data), updated_at=now())

    def _retyped(self, graph: Graph, entity: Entity, kind: str) -> list[Change]:
        """The entity's items under another type; its row is written with the rest. Raises InvalidInput when that is taken."""
        if any(e.type == kind and fold(e.name) == fold(entity.name) for e in graph):
            raise InvalidInput(f"{kind}/{entity.name} is known already. Merge the two, if they are one.")
        return [change for change in retyped(entity, kind) if change[0] is not entity.row]

    def _with_aliases(self, graph: Graph, entity: Entity, aliases: Sequence[str]) -> list[str]:
        """The told aliases with new ones. Raises InvalidInput for one that is another entity's name."""
        told = [str(alias) for alias in entity.data.get("aliases", ())]
        for alias in (alias.strip() for alias in aliases if alias.strip()):
            others = [
                e for e in graph if fold(alias) in map(fold, (e.name, *e.aliases)) and e.qualified != entity.qualified
            ]
            if others:
                raise InvalidInput(f"{alias!r} is {others[0].qualified}. Merge the two, if they are one.")
            told += [alias] if alias not in (*told, entity.name) else []
        return told


def _matching(items: Sequence[Item], text: str) -> list[Item]:
    """Items that say exactly this, else those that hold all its words."""
    exact = [item for item in items if normalise(item.text) == normalise(text)]
    return exact or [item for item in items if set(terms(text)) and set(terms(text)) <= set(terms(item.text))]


def _choices(entity: Entity, text: str, items: Sequence[Item], *, several: bool) -> str:
    listed = "\n".join(f"- {item.text}" for item in items[:10]) or "- nothing"
    why = (
        f"{text!r} fits several; none was forgotten" if several else f"Nothing of {entity.name} fits {text!r}. There is"
    )
    return f"{why}:\n{listed}"


def _not_blank(values: dict[str, str]) -> dict[str, str]:
    return {key: value.strip() for key, value in values.items() if value and value.strip()}


def _filled(text: str, what: str) -> str:
    if not text.strip():
        raise InvalidInput(f"The {what} is empty. Nothing was changed.")
    return text.strip()
