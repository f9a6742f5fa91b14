"""The list of all suggestions, in the middle of the window: tick many, and answer them in one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QHBoxLayout, QListView, QPushButton, QWidget

from desktop.below import heading_of, message_of
from desktop.bridge import Bridge
from desktop.notices import Banner
from desktop.review import entries as act
from desktop.review.entries import Back, Entry, Section, read_entries
from desktop.review.rows import EntryDelegate, EntryModel, EntryRole
from desktop.tongue import tr, tr_n
from desktop.widgets import ElidedLabel, IconButton, button, column, label, row
from desktop.words import ORIGINS, store_words


class EntryView(QListView):
    """The list. Space ticks, Ctrl+A ticks all; other keys are said by `pressed_key(key)`."""

    pressed_key = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("All suggestions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.matches(QKeySequence.StandardKey.SelectAll) and isinstance(model, EntryModel):
            model.tick_all(len(model.chosen) < len(model.entries))
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            model.setData(self.currentIndex(), None, Qt.ItemDataRole.CheckStateRole)
        elif event.key() in KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.pressed_key.emit(event.key())
        else:
            super().keyPressEvent(event)


KEYS = (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_L, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class ReviewPage(QFrame):
    """`closed()`, `one_wanted(item)`: a suggestion is to be shown as a card; `offered(words, Back)`: for a toast."""

    closed = Signal()
    one_wanted = Signal(object)
    offered = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setProperty("role", "middle")
        self._bridge = bridge
        self._all: list[Entry] = []
        self._later: set[str] = set()
        self.model = EntryModel()
        self._build()
        self.model.ticked.connect(self._show_chosen)
        bridge.failed.connect(self._failed)
        self.hide()

    def _build(self) -> None:
        layout = column(self, margins=(24, 12, 24, 12), gap=10)
        self.banner = Banner()
        head = row()
        self.title = label(tr("Review all"), "title")
        head.addWidget(self.title, 1)
        shut = IconButton("close", tr("Close the list (Esc)"))
        shut.clicked.connect(self.closed)
        head.addWidget(shut)
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addLayout(self._filters())
        self.view = EntryView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(EntryDelegate(self.view))
        self.view.pressed_key.connect(self._key)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.view.doubleClicked.connect(lambda index: self._one(index.data(EntryRole)))
        self.body = QWidget()
        inner = column(self.body)
        inner.addWidget(self.view)
        self.empty = label("", "empty", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self.empty)
        layout.addWidget(self.body, 1)
        self.bulk = self._bulk()
        layout.addWidget(self.bulk)

    def _filters(self) -> QHBoxLayout:
        line = row(gap=8)
        self.stores, self.origins = QComboBox(), QComboBox()
        for choice, name in ((self.stores, tr("Show only one store")), (self.origins, tr("Show only one origin"))):
            choice.setAccessibleName(name)
            choice.view().setAccessibleName(name)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.currentIndexChanged.connect(lambda _: self._show())
            line.addWidget(choice)
        line.addStretch(1)
        self.all = button(
            tr("Select all"), lambda: self.model.tick_all(True), role="link", name=tr("Select all that are shown")
        )
        self.none = button(tr("Select none"), lambda: self.model.tick_all(False), role="link")
        line.addWidget(self.all)
        line.addWidget(self.none)
        return line

    def _bulk(self) -> QWidget:
        box = QWidget()
        outer = column(box, gap=8)
        line = row(gap=6)
        self.accept = self._act(tr("Accept"), "A", self.accept_chosen, "primary")
        self.reject = self._act(tr("Reject"), "R", self.reject_chosen, "danger")
        self.later = self._act(tr("Later"), "L", self.leave_chosen, "plain")
        self.count = ElidedLabel("", "caption")
        for part in (self.accept, self.reject, self.later, self.count):
            line.addWidget(part, int(part is self.count))
        outer.addLayout(line)
        hint = tr("Space ticks · Ctrl+A ticks all · Enter shows one as a card · Esc closes")
        outer.addWidget(label(hint, "hint", wrap=True))
        return box

    def _act(self, words: str, key: str, then: Callable[[], object], role: str) -> QPushButton:
        return button(f"{words} ({key})", then, role=role, name=_ticked(words, key))

    # What others ask of it

    def open(self) -> None:
        """Show the list with all that waits, and look for what could be tidied up."""
        self._later.clear()
        self.banner.hide()
        self.show()
        self._read(look=True)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read the list again."""
        self._read(look=False)

    def _read(self, *, look: bool) -> None:
        learning, user = self._bridge.learning, self._bridge.user_id
        self._bridge.run(lambda: read_entries(learning, user, look=look), self._take)

    def accept_chosen(self) -> None:
        """Save the suggestions that are ticked (else the one of the row), and tidy up so."""
        chosen = [entry for entry in self._chosen() if entry.section is not Section.RULES]
        learning = self._bridge.learning
        self._do(chosen, lambda: act.accept(learning, chosen), act.accepted_words(chosen))

    def reject_chosen(self) -> None:
        """Say no to what is ticked (else to the row): it is not suggested again. A rule is taken back."""
        chosen, learning, user = self._chosen(), self._bridge.learning, self._bridge.user_id
        self._do(chosen, lambda: act.reject(learning, chosen, user), act.rejected_words(chosen))

    def leave_chosen(self) -> None:
        """Put what is ticked (else the row) out of sight until the list is opened again."""
        self._later |= {entry.key for entry in self._chosen()}
        self._show()

    # What is shown

    def _chosen(self) -> list[Entry]:
        entry = self.view.currentIndex().data(EntryRole)
        return self.model.chosen or ([entry] if entry is not None else [])

    def _do(self, chosen: Sequence[Entry], work: Callable[[], Back], words: str) -> None:
        if chosen:
            self.banner.hide()
            self.count.set_full(tr("One moment…"))
            self._bridge.run(work, lambda undo: self._done(words, undo))

    def _done(self, words: str, undo: Back) -> None:
        self.reload()
        self.offered.emit(words, undo)

    def _failed(self, error: Exception) -> None:
        if self.isVisible():
            self.banner.show_error(heading_of(error), message_of(error))
            self.reload()

    def _take(self, entries: list[Entry]) -> None:
        self._all = entries
        stores = dict.fromkeys(entry.store for entry in entries if entry.store)
        origins = dict.fromkeys(entry.origin for entry in entries if entry.origin is not None)
        _offer(self.stores, tr("All stores"), [(store_words(name).title, name) for name in stores])
        _offer(self.origins, tr("Any origin"), [(tr(ORIGINS[origin]), origin.value) for origin in origins])
        self._show()

    def _show(self) -> None:
        store, origin = self.stores.currentData(), self.origins.currentData()
        shown = [
            entry
            for entry in self._all
            if entry.key not in self._later
            and (not store or entry.store == store)
            and (not origin or entry.origin == origin)
        ]
        place, entry = self.view.currentIndex().row(), self.view.currentIndex().data(EntryRole)
        self.model.show_entries(shown)
        again = self.model.row_of(entry.key) if entry is not None else -1
        self.view.setCurrentIndex(self.model.index(again if again >= 0 else self.model.nearest(max(place, 0))))
        self.view.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        filtered = bool(store or origin or self._later)
        self.empty.setText(
            tr("Nothing else waits here.") if filtered else tr("Nothing waits for you. New suggestions come here.")
        )

    def _show_chosen(self) -> None:
        ticked, waiting = self.model.chosen, sum(entry.section is Section.WAITING for entry in self._all)
        rules = all(entry.section is Section.RULES for entry in self._chosen())
        self.title.setText(
            tr_n("Review all · {n} suggestions", "Review all · {n} suggestion", waiting)
            if waiting
            else tr("Review all")
        )
        self.count.set_full(
            tr_n("{n} ticked", "{n} ticked", len(ticked)) if ticked else tr("Nothing is ticked: for the marked row")
        )
        self.bulk.setVisible(bool(self.model.entries))
        self.accept.setVisible(not rules)
        self.later.setVisible(not rules)
        words = tr("Take back") if rules else tr("Reject")
        self.reject.setText(f"{words} (R)")
        self.reject.setAccessibleName(_ticked(words, "R"))
        self.all.setEnabled(bool(self.model.entries))
        self.none.setEnabled(bool(ticked))

    def _key(self, key: int) -> None:
        if key == Qt.Key.Key_A:
            self.accept_chosen()
        elif key == Qt.Key.Key_R:
            self.reject_chosen()
        elif key == Qt.Key.Key_L:
            self.leave_chosen()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            self._one(self.view.currentIndex().data(EntryRole))

    def _one(self, entry: Entry | None) -> None:
        if entry is not None and entry.section is Section.WAITING:
            self.one_wanted.emit(entry.item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _ticked(words: str, key: str) -> str:
    """A button's name for who does not see what is ticked."""
    return tr("{act} what is ticked ({key})").format(act=words, key=key)


def _offer(choice: QComboBox, every: str, wanted: Sequence[tuple[str, str]]) -> None:
    """Offer these besides all; what was chosen stays chosen while it is there."""
    entries = [(every, ""), *wanted]
    if [(choice.itemText(n), choice.itemData(n)) for n in range(choice.count())] == entries:
        return
    chosen = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for words, value in entries:
        choice.addItem(words, value)
    choice.setCurrentIndex(max(choice.findData(chosen), 0))
    choice.blockSignals(False)
