"""The page of a person, place or thing: what it is, facts with their time, what happened, and what it is linked to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.memory import entities_of
from desktop.sidebar.card import Card
from desktop.sidebar.entity_forms import AboutForm, FactForm, NameForm
from desktop.sidebar.relations import RelationGraph, read_edges
from desktop.sidebar.shapes import type_label
from desktop.sidebar.subpage import SubPage
from desktop.tongue import number, tr, tr_n
from desktop.widgets import IconButton, button, clear, column, label, row
from desktop.words import day
from engine.entities.graph import Entity, fold
from engine.entities.page import Edge, page
from engine.item import Item

if TYPE_CHECKING:
    from desktop.sidebar.panel import MemoryPanel


class EntityPage(SubPage):
    """Follows the entity through renaming and merging; closes when nothing is known of it any more."""

    def __init__(self, panel: MemoryPanel, entity: Entity, open_entity: Callable[[Entity], object]) -> None:
        super().__init__(entity.name)
        self._panel, self._acts, self._open_entity = panel, panel.acts, open_entity
        self.entity = entity
        self._ended: Sequence[Item] = ()
        self._past_open = False
        self.form: QWidget | None = None
        self.more = IconButton("more", tr("More about {name}").format(name=entity.name))
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.head.addWidget(self.more)
        self.more.setVisible(not panel.readonly)
        self._form_place = column()
        self.fixed.addLayout(self._form_place)
        panel.loaded.connect(self._follow)  # ends with the page, as a lambda would not
        self._show()
        self._read_past()

    @property
    def cards(self) -> list[Card]:
        """The cards of facts and events that are shown."""
        return [card for card in self.findChildren(Card) if not card.isHidden()]

    # What is shown

    def _follow(self) -> None:
        """Show the entity as it is now, under its present name."""
        if self._panel.readonly:
            return
        known = {fold(self.entity.name), *map(fold, self.entity.aliases)}
        kinds = (self.entity.type, "")
        entities = self._panel.memory.entities
        same = [e for e in entities if fold(e.name) == fold(self.entity.name) and e.type in kinds]
        ids = {item.id for item in self.entity.known}
        near = [e for e in entities if ids & {i.id for i in (*e.items, e.row) if i} or known & {*map(fold, e.aliases)}]
        found = next(iter((*same, *near)), None)
        if found is None:
            self.closed.emit()
            return
        if found != self.entity:
            self.entity = found
            self.title.set_full(found.name)
            self._show()
        self._read_past()

    def _read_past(self) -> None:
        if not self._panel.readonly:
            self._acts.past_of(self.entity, self._take_past)

    def _take_past(self, ended: list[Item]) -> None:
        if ended != list(self._ended):
            self._ended = ended
            self._show()

    def _show(self) -> None:
        if any(card.editing for card in self.cards):
            return
        clear(self.content)
        entity, shown = self.entity, page(self.entity)
        kind = type_label(entity.type) or tr("No type yet")
        self._words(" · ".join(part for part in (kind, tr("Archived") if entity.archived else "") if part), "overline")
        self._words(entity.description, "")
        also = ", ".join(entity.aliases)
        self._words(tr("Also called {also}").format(also=also) if also else "", "caption")
        properties = dict(entity.data.get("properties") or {})
        self._words("\n".join(f"{name.capitalize()}: {value}" for name, value in properties.items()), "caption")
        self._cards(tr("Facts"), shown.facts, tr("Nothing is known yet."))
        self._past()
        self._cards(tr("What happened"), shown.events, "")
        self._relations(shown.relationships)

    def _words(self, text: str, role: str) -> None:
        if text:
            self.content.addWidget(label(text, role, wrap=True, selectable=True))

    def _heading(self, text: str, count: int) -> None:
        self.content.addWidget(label(f"{text} ({number(count)})" if count else text, "section"))

    def _cards(self, heading: str, items: Sequence[Item], empty: str) -> None:
        if not items and not empty:
            return
        self._heading(heading, len(items))
        if not items:
            self.content.addWidget(label(empty, "empty"))
        for item in items:
            when = tr("On {day}") if item.kind == "event" else tr("Since {day}")
            self._card(item, when.format(day=day(item.valid_from)))

    def _card(self, item: Item, when: str) -> None:
        card = Card(item, self._panel.memory.chats.get(item.source.chat_id, ""))
        card.show_item(item, self._panel.memory.chats.get(item.source.chat_id, ""), readonly=self._panel.readonly)
        card.head.set_full(when)
        card.head.show()
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._panel.asking.listen_to(card)
        self.content.addWidget(card)

    def _past(self) -> None:
        if not self._ended:
            return
        words = tr("Hide what was true before ({n})") if self._past_open else tr("Show what was true before ({n})")
        self.past_button = button(words.format(n=number(len(self._ended))), self._toggle_past, role="quiet")
        self.content.addWidget(self.past_button, 0, Qt.AlignmentFlag.AlignLeft)
        for item in self._ended if self._past_open else ():
            line = row(gap=8)
            line.addWidget(label(item.text, "gone", wrap=True), 1)
            restore = button(tr("Restore"), lambda item=item: self._acts.restore([item.id]), role="inline")  # type: ignore[misc]
            restore.setAccessibleName(tr("Restore: {text}").format(text=item.text))
            line.addWidget(restore, 0, Qt.AlignmentFlag.AlignTop)
            self.content.addLayout(line)
            since, until = day(item.valid_from), day(item.valid_to)
            words = tr("{since} until {until}").format(since=since, until=until) if until else since
            self.content.addWidget(label(words, "caption"))

    def _toggle_past(self) -> None:
        self._past_open = not self._past_open
        self._show()
        self.past_button.show()
        self.past_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _relations(self, edges: Sequence[Edge]) -> None:
        if not edges:
            return
        self._heading(tr("Linked to"), len(edges))
        self.graph = RelationGraph(self.entity.name, edges, self._open)
        self.content.addWidget(self.graph)
        for sentence, edge in read_edges(edges, self.entity.name):
            line = row(gap=8)
            line.addWidget(label(sentence, wrap=True), 1)
            opened = button(
                tr("Open"),
                partial(self._open, edge.other),
                role="inline",
                name=tr("Open {other}").format(other=edge.other),
            )
            line.addWidget(opened)
            if not self._panel.readonly:
                gone = IconButton("trash", tr("Forget: {sentence}").format(sentence=sentence))
                gone.clicked.connect(lambda _=False, edge=edge: self._acts.forget([edge.item.id], edge.item.text))
                line.addWidget(gone)
            self.content.addLayout(line)

    def _open(self, name: str) -> None:
        entities = entities_of(self._panel.items) if self._panel.readonly else self._panel.memory.entities
        found = next((e for e in entities if fold(e.name) == fold(name)), None)
        if found is not None:
            self._open_entity(found)

    # What can be done

    def menu(self) -> QMenu:
        """Rename, describe, add, link, merge, take apart, archive, forget."""
        entity, menu = self.entity, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = entity.qualified
        for words, act in (
            (tr("Add a fact or event"), self.add_fact),
            (tr("Describe"), self.describe),
            (tr("Rename"), self.rename),
            (tr("Link to…"), self.link),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
        merging = menu.addMenu(tr("Merge with"))
        for other in (e for e in self._panel.memory.entities if e != entity):
            words = f"{other.name} ({type_label(other.type)})" if other.type else other.name
            merging.addAction(words).triggered.connect(lambda _=False, other=other: self.merge(other))
        merging.setEnabled(bool(merging.actions()))
        for part in entity.data.get("merged", ()):
            words = tr("Take {name} apart again").format(name=part["name"])
            menu.addAction(words).triggered.connect(partial(self._take_apart, name, str(part["name"])))
        menu.addSeparator()
        menu.addAction(tr("Bring back") if entity.archived else tr("Archive")).triggered.connect(
            lambda _: self.archive()
        )
        menu.addAction(tr("Forget all of it")).triggered.connect(lambda _: self.forget())
        return menu

    def _take_apart(self, name: str, part: str) -> None:
        words = tr("{name} is on its own again").format(name=part)
        self._acts.on_entity(words, lambda book: book.unmerge(name, part))

    def merge(self, other: Entity) -> None:
        """Make another entity a part of this one."""
        this = self.entity.qualified
        self._acts.on_entity(
            tr("{part} is now part of {whole}").format(part=other.name, whole=self.entity.name),
            lambda book: book.merge(this, other.qualified),
        )

    def archive(self) -> None:
        """Take it out of every context, or bring it back."""
        name, archived = self.entity.qualified, self.entity.archived
        words = tr("{name} is back") if archived else tr("{name} is archived")
        self._acts.on_entity(
            words.format(name=self.entity.name), lambda book: book.revive(name) if archived else book.archive(name)
        )

    def forget(self) -> None:
        """Forget everything that is known of it, as one act."""
        ids = list(dict.fromkeys(item.id for item in self.entity.known))
        words = tr_n("{name} ({n} things)", "{name} ({n} thing)", len(ids), name=self.entity.name)
        self._acts.forget(ids, words)

    def rename(self) -> None:
        """Ask for another name."""
        name = self.entity.qualified
        form = NameForm(self.entity.name)
        form.saved.connect(
            lambda new: self._acts.on_entity(
                tr("Renamed to {new}").format(new=new), lambda book: book.rename(name, new)
            )
        )
        self._ask(form)

    def describe(self) -> None:
        """Ask what it is."""
        name = self.entity.qualified
        form = AboutForm(self.entity)
        form.saved.connect(
            lambda words, kind, also: self._acts.on_entity(
                tr("Described"), lambda book: book.describe(name, words, kind, also)
            )
        )
        self._ask(form)

    def add_fact(self) -> None:
        """Ask for a fact, or with a date an event."""
        name = self.entity.qualified
        form = FactForm(tr("What is to be remembered"), dated=True)
        form.saved.connect(
            lambda text, on: self._acts.keep(self.entity.name, lambda book: book.remember(name, text, on=on))
        )
        self._ask(form)

    def link(self) -> None:
        """Ask what it is linked to, and how."""
        name = self.entity.qualified
        form = FactForm(tr("leads, works at, knows…"), second=tr("Whom or what"))
        form.saved.connect(
            lambda words, other: self._acts.keep(self.entity.name, lambda book: book.link(name, words, other))
        )
        self._ask(form)

    def _ask(self, form: AboutForm | FactForm | NameForm) -> None:
        self.end_form()
        self.form = form
        form.ended.connect(self.end_form)
        self._form_place.addWidget(form)
        form.show()
        form.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_form(self) -> None:
        """Close the form that is open."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
