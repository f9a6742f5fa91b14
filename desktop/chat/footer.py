"""Everything below one answer: what one can do with it, what it was given, what it did to the memory, how it ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.chat.chips import Chip
from desktop.chat.hub import Hub
from desktop.chat.judging import Thumbs
from desktop.chat.used import UsedMemories
from desktop.chat.versions import VersionArrows
from desktop.tongue import decimal, number, tr, tr_later, tr_n
from desktop.widgets import IconButton, button, clear, column, label, row
from engine.events import RecalledItem
from engine.item import Item, State
from models.protocols import Timings

_NOTES = {"stopped": tr_later("Stopped"), "failed": tr_later("Incomplete"), "streaming": tr_later("Incomplete")}


class _Quiet(QLabel):
    """A caption that is painted only while the answer is pointed at."""

    def __init__(self, host: QWidget) -> None:
        super().__init__()
        self._host = host
        self.setProperty("role", "caption")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._host.underMouse():
            super().paintEvent(event)


class ChipRow(QWidget):
    """Acts, "Used N memories", the note how it ended with the next step, and the chips."""

    def __init__(self, turn_id: str, hub: Hub, copy: Callable[[], None], host: QWidget) -> None:
        super().__init__()
        self.turn_id, self._hub = turn_id, hub
        self._used: UsedMemories | None = None
        self._given: tuple[RecalledItem, ...] = ()
        self._irrelevant: tuple[str, ...] = ()
        self._chips: dict[str, Chip] = {}
        self._layout = column(self, gap=6)
        self.copy_button = IconButton("copy", tr("Copy answer"))
        self.copy_button.setProperty("role", "flush")
        self.copy_button.clicked.connect(copy)
        self.thumbs = Thumbs(turn_id, hub)
        self.again = IconButton("refresh", tr("Answer again"))
        self.again.clicked.connect(lambda: hub.again.emit(self.turn_id))
        self.arrows = VersionArrows(hub, "answer")
        self.used_button = button("", self.toggle_used, role="quiet", name=tr("Used memories"))
        self.note = label("", "caption")
        self.resume = button(tr("Continue"), lambda: hub.resume.emit(self.turn_id), role="link")
        self.speed = _Quiet(host)
        self._build()

    def _build(self) -> None:
        line = row(gap=2)
        self._layout.addLayout(line)
        parts = (self.copy_button, self.thumbs, self.again, self.arrows, self.used_button)
        for part in (*parts, self.note, self.resume):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.speed)
        self._layout.addWidget(self.thumbs.reason)
        self._details = column(gap=6)
        self._layout.addLayout(self._details)
        self._column = column(gap=6)
        self._layout.addLayout(self._column)
        for part in (self.used_button, self.resume):
            part.hide()

    @property
    def chips(self) -> list[Chip]:
        """The chips, oldest first."""
        return list(self._chips.values())

    @property
    def used(self) -> UsedMemories | None:
        """What the model was given, once it was opened."""
        return self._used

    def show_turn(self, turn_id: str, versions: Sequence[str]) -> None:
        """The turn below which this stands, and all its versions."""
        self.turn_id = self.thumbs.turn_id = turn_id
        self.arrows.show_versions(versions, turn_id)

    def show_used(self, used: Sequence[RecalledItem], irrelevant: Sequence[str] = ()) -> None:
        """Offer what the model was given; nothing when that was nothing."""
        clear(self._details)
        self._used, self._given, self._irrelevant = None, tuple(used), tuple(irrelevant)
        self.used_button.setVisible(bool(used))
        self.used_button.setText(tr_n("Used {n} memories", "Used {n} memory", len(used)))
        self.used_button.setAccessibleName(self.used_button.text())

    def toggle_used(self) -> None:
        """Open or close what the model was given."""
        if self._used is not None:
            self._used.setVisible(self._used.isHidden())
        elif self._given:
            self._used = UsedMemories(self.turn_id, self._given, self._hub, self._irrelevant)
            self._details.addWidget(self._used)
            for one in self._used.rows:
                self._hub.fetch.emit(one.used.id, one.show_item)

    def show_item(self, item: Item) -> None:
        """Add a chip for the item, or bring the one that is there up to date."""
        if item.id in self._chips:
            self._chips[item.id].show_item(item)
        elif item.state in (State.ACTIVE, State.PROPOSED):
            self._chips[item.id] = Chip(item, self._hub)
            self._column.addWidget(self._chips[item.id])

    def refresh(self, item: Item) -> None:
        """Bring everything that shows the item up to date; nothing new appears."""
        if item.id in self._chips:
            self._chips[item.id].show_item(item)
        if self._used is not None:
            self._used.show_item(item)

    def show_end(self, state: str, *, last: bool, empty: bool) -> None:
        """How the answer ended, with the next step. last: whether the chat ends with it, so that it can go on."""
        self.note.setText(tr(_NOTES.get(state, "")))
        self.note.setVisible(bool(self.note.text()))
        self.resume.setText(tr("Try again") if empty else tr("Continue"))
        self.resume.setAccessibleName(tr("Try to answer again") if empty else tr("Continue the answer"))
        self.resume.setVisible(state in _NOTES and last)
        self.copy_button.setVisible(not empty)
        self.thumbs.setVisible(not empty)
        self.again.setVisible(not empty or not last)

    def show_timings(self, timings: Timings) -> None:
        """How fast it came, for who points at the answer."""
        speed = timings.tokens_per_second
        words = (
            tr_n(
                "{n} tokens · {speed} tokens/s",
                "{n} token · {speed} tokens/s",
                timings.generated_tokens,
                speed=decimal(speed),
            )
            if speed
            else ""
        )
        self.speed.setText(words)
        self.speed.setToolTip(
            tr(
                "{prompt_tokens} tokens read ({cached_tokens} of them warm) in {prefill_seconds} s, "
                "{generated_tokens} written in {generate_seconds} s"
            ).format(
                prompt_tokens=number(timings.prompt_tokens),
                cached_tokens=number(timings.cached_tokens),
                prefill_seconds=decimal(timings.prefill_seconds),
                generated_tokens=number(timings.generated_tokens),
                generate_seconds=decimal(timings.generate_seconds),
            )
            if words
            else ""
        )
