"""What was given to the model with one message: exactly that, with score, cost and reason, and what to do about each item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from desktop.chat.hub import Hub
from desktop.flow import Flow
from desktop.sidebar.editor import ItemEditor
from desktop.tongue import decimal, tr, tr_later, tr_n
from desktop.widgets import button, column, label, restyle
from desktop.words import store_words
from engine.events import RecalledItem
from engine.item import Item, State

_PLACES = {
    "turns": tr_later("Earlier message"),
    "turn": tr_later("Earlier message"),
    "always": tr_later("Always given"),
}
"""What a model is given that is in no store."""
_SINCE = {
    State.FORGOTTEN: tr_later("Forgotten since"),
    State.SUPERSEDED: tr_later("Replaced since"),
    State.REJECTED: tr_later("Rejected since"),
    State.PROPOSED: tr_later("Waits for your word"),
}


class UsedRow(QFrame):
    """One item as it was sent."""

    def __init__(self, turn_id: str, used: RecalledItem, hub: Hub, *, relevant: bool) -> None:
        super().__init__()
        self.used, self._turn_id, self._hub = used, turn_id, hub
        self.relevant = relevant
        self._editor: ItemEditor | None = None
        layout = column(self, gap=2)
        self.words = label(used.text, wrap=True, selectable=True)
        layout.addWidget(self.words)
        layout.addWidget(label(details(used), "caption", wrap=True))
        self.since = label("", "caption", wrap=True)
        self.since.hide()
        layout.addWidget(self.since)
        self._acts = Flow(gap=14)
        layout.addLayout(self._acts)
        self._layout = layout
        self.matter = button("", self._toggle, role="inline")
        self._fill()

    @property
    def editor(self) -> ItemEditor | None:
        """The form, while the item is corrected."""
        return self._editor

    def show_item(self, item: Item | None) -> None:
        """What became of the item since it was sent; None: it is not known any more."""
        if item is None:
            return
        words = tr(_SINCE.get(item.state, ""))
        if item.state is State.ACTIVE and item.text not in self.used.text:
            words = tr("Now: {text}").format(text=item.text)
        self.since.setText(words)
        self.since.setVisible(bool(words))
        restyle(self, "look", "gone" if item.state is not State.ACTIVE else "")

    def correct(self) -> None:
        """Open the item as it is now in a form."""
        self._hub.fetch.emit(self.used.id, self._edit)

    def _fill(self) -> None:
        about, item_id = f": {self.used.text}", self.used.id
        if self.used.store in ("turns", "turn"):
            self._add(tr("Show message"), lambda: self._hub.source.emit(item_id), about)
        else:
            self._add(tr("Correct"), self.correct, about)
            self._add(tr("Forget"), lambda: self._hub.forget.emit(item_id, self.used.text), about)
            if self.used.store != "always":
                self._acts.addWidget(self.matter)
                self._show_matter()
            self._add(tr("Show in list"), lambda: self._hub.manage.emit(item_id), about)

    def _add(self, words: str, act: object, about: str) -> None:
        assert callable(act)
        self._acts.addWidget(button(words, act, role="inline", name=words + about))

    def _toggle(self) -> None:
        self.relevant = not self.relevant
        self._show_matter()
        self._hub.relevant.emit(self._turn_id, self.used.id, self.relevant)

    def _show_matter(self) -> None:
        self.matter.setText(tr("Not relevant") if self.relevant else tr("Marked not relevant · undo"))
        self.matter.setAccessibleName(f"{self.matter.text()}: {self.used.text}")
        self.matter.setToolTip(tr("It will rank lower for messages like this one. Nothing is forgotten."))

    def _edit(self, item: Item | None) -> None:
        if item is None or item.state is not State.ACTIVE:
            self.since.setText(tr("It is not there any more"))
            self.since.show()
        elif self._editor is None:
            self._editor = ItemEditor(item.store, item)
            self._editor.saved.connect(lambda text, data: self._save(item.id, text, data))
            self._editor.cancelled.connect(self._close)
            self._layout.addWidget(self._editor)
            self._editor.focus()

    def _save(self, item_id: str, text: str, data: object) -> None:
        self._close()
        self._hub.correct.emit(item_id, text, data)

    def _close(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None


class UsedMemories(QFrame):
    """All that was sent with one message."""

    def __init__(self, turn_id: str, used: Sequence[RecalledItem], hub: Hub, irrelevant: Sequence[str] = ()) -> None:
        super().__init__()
        self.setProperty("role", "used")
        self.setAccessibleName(tr("Memories sent with your message"))
        layout = column(self, margins=(14, 10, 14, 12), gap=12)
        tokens = sum(item.tokens for item in used)
        sent = tr_n(
            "Sent with your message: {n} tokens of memory", "Sent with your message: {n} token of memory", tokens
        )
        layout.addWidget(label(sent, "caption", wrap=True))
        self.rows = [UsedRow(turn_id, item, hub, relevant=item.id not in irrelevant) for item in used]
        for one in self.rows:
            layout.addWidget(one)

    def show_item(self, item: Item) -> None:
        """What became of an item since."""
        for one in self.rows:
            if one.used.id == item.id:
                one.show_item(item)


def details(used: RecalledItem) -> str:
    """Where it is kept, how well it matched, what it cost, and why it was chosen."""
    always = used.store == "always"
    store = tr(_PLACES.get(used.store, "")) or store_words(used.store).title
    parts = [
        store,
        *([] if always else [tr("score {score}").format(score=decimal(used.score, 2))]),
        tr_n("{n} tokens", "{n} token", used.tokens),
    ]
    return " · ".join(parts) + (f" · {used.why}" if used.why and not always else "")
