""" "What do you know about X?" and "forget X", typed in the chat: the items themselves beside the answer, with ticks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QFrame

from desktop.bridge import Bridge
from desktop.sidebar.panel import MemoryPanel
from desktop.sidebar.shapes import about, sentence
from desktop.sidebar.subpage import SubPage
from desktop.tongue import tr, tr_n
from desktop.widgets import button, clear, column, frame, label, row
from desktop.words import breakable, origin_words, relative, store_words
from engine.events import Event, Started
from engine.item import Item
from engine.language.commands import Command, command_in

SHOWN = 100
"""Matches that get a row at most; the button forgets what is ticked, and what is ticked can be seen."""


class Matches(QObject):
    """Listens for the two commands, and opens the page of what they are about."""

    def __init__(self, bridge: Bridge, panel: MemoryPanel, show: Callable[[], object]) -> None:
        super().__init__(panel)
        self._bridge, self._panel, self._show = bridge, panel, show
        bridge.happened.connect(self._happened)

    def _happened(self, _chat_id: str, event: Event) -> None:
        live = self._bridge.live
        command = command_in(live.message) if isinstance(event, Started) and live is not None else None
        if live is None or command is None or (command.kind == "know" and not command.topic):
            return
        text, learning, user = live.message, self._bridge.learning, self._bridge.user_id
        self._bridge.run(lambda: learning.matches(text, user), partial(self._open, command))

    def _open(self, command: Command, items: list[Item]) -> None:
        if items or command.kind == "forget":
            self._show()
            self._panel.open_page(MatchesPage(self._panel, command, items), take_keyboard=False)


class MatchesPage(SubPage):
    """The matches with ticks: all of them ticked when they are to be forgotten; nothing happens before the button."""

    def __init__(self, panel: MemoryPanel, command: Command, items: Sequence[Item]) -> None:
        forget = command.kind == "forget"
        topic = command.topic or tr("you")
        super().__init__(
            tr("Forget {topic}?").format(topic=topic) if forget else tr("What I know about {topic}").format(topic=topic)
        )
        self._panel = panel
        self._items = list(items[:SHOWN])
        self._found = len(items)
        self.ticked: dict[str, None] = dict.fromkeys(item.id for item in self._items) if forget else {}
        self.hint = label("", "hint", wrap=True)
        self.fixed.addWidget(self.hint)
        line = row(gap=6)
        self.forget = button("", self._forget, role="danger")
        self.everything = button("", self._all, role="link")
        line.addWidget(self.forget)
        line.addWidget(self.everything)
        line.addStretch(1)
        self.fixed.addLayout(line)
        panel.loaded.connect(self._refresh)  # a method of its own, so that a page which is gone is asked no more
        self._draw()

    def _refresh(self) -> None:
        """Show what is left of the matches, as it is now."""
        there = {item.id: item for item in self._panel.memory.items}
        now = [there[item.id] for item in self._items if item.id in there]
        if now != self._items:
            self._items = now
            self.ticked = {one: None for one in self.ticked if one in there}
            self._draw()

    def _draw(self) -> None:
        clear(self.content)
        self.boxes: list[QCheckBox] = []
        for item in self._items:
            self.content.addWidget(self._row(item))
        self._count()

    def _row(self, item: Item) -> QFrame:
        box = frame("card")
        line = row(box, margins=(10, 8, 10, 8), gap=10)
        tick = QCheckBox()
        tick.setAccessibleName(item.text)
        tick.setChecked(item.id in self.ticked)
        tick.toggled.connect(partial(self._tick, item.id))
        self.boxes.append(tick)
        line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        words.addWidget(label(breakable(sentence(item)), wrap=True))
        told = (store_words(item.store).title, about(item), origin_words(item), relative(item.updated_at))
        words.addWidget(label(" · ".join(part for part in told if part), "caption", wrap=True))
        if item.source.turn_id:
            jump = button(tr("Show in chat"), partial(self._panel.jumped.emit, item), role="inline")
            jump.setAccessibleName(tr("Show in chat: {text}").format(text=item.text))
            words.addWidget(jump, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(words, 1)
        return box

    def _tick(self, item_id: str, ticked: bool) -> None:
        if ticked:
            self.ticked[item_id] = None
        else:
            self.ticked.pop(item_id, None)
        self._count()

    def _count(self) -> None:
        count, there = len(self.ticked), len(self._items)
        self.hint.setText(
            tr_n(
                "{n} items found. Tick what is to be forgotten; it can be undone.",
                "{n} item found. Tick what is to be forgotten; it can be undone.",
                there,
            )
            if there
            else (tr("Nothing is left of it.") if self._found else tr("Nothing is known of it."))
        )
        self.forget.setText(tr_n("Forget {n} items", "Forget {n} item", count) if count else tr("Forget"))
        self.forget.setAccessibleName(
            tr_n("Forget the {n} items that are ticked", "Forget the {n} item that are ticked", count)
        )
        self.forget.setEnabled(bool(count))
        self.everything.setText(tr("Tick none") if there and count == there else tr("Tick all"))
        self.forget.setVisible(bool(there))
        self.everything.setVisible(bool(there))

    def _all(self) -> None:
        wanted = len(self.ticked) < len(self._items)
        for box in self.boxes:
            box.setChecked(wanted)

    def _forget(self) -> None:
        ids = [item.id for item in self._items if item.id in self.ticked]
        words = (
            next(item.text for item in self._items if item.id == ids[0])
            if len(ids) == 1
            else tr_n("{n} items", "{n} item", len(ids))
        )
        self._panel.acts.forget(ids, words)
