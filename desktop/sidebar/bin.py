"""The bin: what was forgotten, to be restored or forgotten for good. Only the latter is asked about: it has no undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel

from desktop.sidebar.shapes import about, sentence
from desktop.sidebar.subpage import SubPage
from desktop.tongue import number, tr, tr_later, tr_n
from desktop.widgets import button, clear, column, frame, label, row
from desktop.words import breakable, relative, store_words
from engine.erasing import Erased
from engine.item import Item

if TYPE_CHECKING:
    from desktop.sidebar.panel import MemoryPanel

PAGE = 30
WARNING = tr_later(
    "This cannot be undone. The sentences it was learned from are cut out of your chats as well, "
    "so that nothing of it stays in the memory file."
)


class BinPage(SubPage):
    """Lists what was forgotten, the latest first."""

    def __init__(self, panel: MemoryPanel) -> None:
        super().__init__(tr("Bin"))
        self._panel, self._acts = panel, panel.acts
        self._items: Sequence[Item] = ()
        self._limit = PAGE
        self.chosen: dict[str, None] = {}
        self.hint = label(
            tr("What you forget waits here, out of every answer, until you restore it or empty the bin."),
            "hint",
            wrap=True,
        )
        self.fixed.addWidget(self.hint)
        line = row(gap=6)
        self.restore = button(tr("Restore"), self._restore, name=tr("Restore what is ticked"))
        self.erase = button(
            tr("Forget for good"), self._ask_chosen, role="danger", name=tr("Forget what is ticked for good")
        )
        self.empty = button(tr("Empty bin"), self._ask_all, role="link")
        for part in (self.restore, self.erase):
            line.addWidget(part)
        line.addStretch(1)
        self.head.addWidget(self.empty)
        self.fixed.addLayout(line)
        self.question = Question()
        self.fixed.addWidget(self.question)
        panel.loaded.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """Read the bin again."""
        self._acts.bin(self._show)

    @property
    def items(self) -> Sequence[Item]:
        """What is in the bin."""
        return self._items

    def _show(self, items: list[Item]) -> None:
        ended = sorted(items, key=lambda item: str(item.updated_at), reverse=True)
        self._items = [item for item in ended if item.kind != "entity" or item.data.get("description")]
        there = {item.id for item in items}
        self.chosen = {one: None for one in self.chosen if one in there}
        self._draw()

    def _draw(self) -> None:
        clear(self.content)
        for item in self._items[: self._limit]:
            self.content.addWidget(self._row(item))
        if not self._items:
            self.content.addWidget(label(tr("The bin is empty."), "empty"))
        if len(self._items) > self._limit:
            self.content.addWidget(
                button(
                    tr("Show more ({left} left)").format(left=number(len(self._items) - self._limit)),
                    self._more,
                    role="quiet",
                )
            )
        self._enable()

    def _row(self, item: Item) -> QFrame:
        box = frame("card")
        line = row(box, margins=(10, 8, 10, 8), gap=10)
        tick = QCheckBox()
        tick.setAccessibleName(tr("{text}, forgotten {when}").format(text=item.text, when=relative(item.updated_at)))
        tick.setChecked(item.id in self.chosen)
        tick.toggled.connect(partial(self._tick, item.id))
        line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        words.addWidget(_plain(sentence(item)))
        told = (
            store_words(item.store).title,
            about(item),
            tr("forgotten {when}").format(when=relative(item.updated_at)),
        )
        words.addWidget(label(" · ".join(part for part in told if part), "caption", wrap=True))
        line.addLayout(words, 1)
        return box

    def _more(self) -> None:
        self._limit += PAGE
        self._draw()

    def _tick(self, item_id: str, ticked: bool) -> None:
        if ticked:
            self.chosen[item_id] = None
        else:
            self.chosen.pop(item_id, None)
        self._enable()

    def _enable(self) -> None:
        for part in (self.restore, self.erase):
            part.setEnabled(bool(self.chosen))
            part.setVisible(bool(self._items))
        self.empty.setVisible(bool(self._items))

    def _restore(self) -> None:
        self._acts.restore(list(self.chosen))

    def _ask_chosen(self) -> None:
        self._ask(list(self.chosen))

    def _ask_all(self) -> None:
        self._ask([item.id for item in self._items])

    def _ask(self, ids: list[str]) -> None:
        words = tr_n("Forget {n} items for good?", "Forget {n} item for good?", len(ids))
        self.question.ask(words, tr(WARNING), tr("Forget for good"), lambda: self._acts.erase(ids, self._erased))

    def _erased(self, erased: Erased) -> None:
        self.hint.setText(tr_n("{n} items forgotten for good.", "{n} item forgotten for good.", erased.items))
        self._panel.reload()


class Question(QFrame):
    """Asks once before what cannot be undone, in its place and not over everything."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "sure")
        self._act: Callable[[], object] = lambda: None
        layout = column(self, margins=(12, 10, 12, 10), gap=8)
        self.words = label("", "strong", wrap=True)
        self.why = label("", "caption", wrap=True)
        layout.addWidget(self.words)
        layout.addWidget(self.why)
        line = row(gap=6)
        self.no = button(tr("Cancel"), self.hide)
        self.yes = button("", self._go, role="danger", name=tr("Forget for good"))
        line.addWidget(self.no)
        line.addWidget(self.yes)
        line.addStretch(1)
        layout.addLayout(line)
        self.hide()

    def ask(self, words: str, why: str, yes: str, act: Callable[[], object]) -> None:
        """Show the question; `act()` follows when the answer is yes."""
        self._act = act
        self.words.setText(words)
        self.why.setText(why)
        self.yes.setText(yes)
        self.yes.setAccessibleName(f"{yes}. {words} {why}")
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        self.hide()
        self._act()


def _plain(text: str) -> QLabel:
    return label(breakable(text), wrap=True)
