"""The blocks of an answer, one below the other: of a growing answer only the block that grew is measured and moved.

A layout asks every one of its widgets again whenever one of them grows: 140 times an update in an answer of 20 KB.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.chat.blocks import FlatText, Prose
from desktop.chat.code import CodeBlock

GAP = 10
Block = Prose | CodeBlock


class Stack(QWidget):
    """Holds blocks by their place. Each says `grown` when its height may be another."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[Block] = []
        self._spare: list[Prose] = []
        """Prose that was taken back into what stands before it, for the next: making one costs more than filling it."""
        self._heights: dict[int, list[int]] = {}
        """For a width, the height of each block; -1 when it is to be measured. Layouts also ask for widths they only consider."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def __len__(self) -> int:
        return len(self._blocks)

    def __getitem__(self, place: int) -> Block:
        return self._blocks[place]

    def append(self, kind: type[Prose | CodeBlock]) -> None:
        """Add a block at the end. It is made as a child of the stack: given to it later, it would be styled twice."""
        if kind is Prose and self._spare:
            block: Block = self._spare.pop()
        else:
            block = kind(self)
            block.grown.connect(partial(self._grew, block))
        self._blocks.append(block)
        for heights in self._heights.values():
            heights.append(-1)
        block.show()
        self.updateGeometry()

    def drop_last(self) -> None:
        """Take the last block away."""
        for heights in self._heights.values():
            heights.pop()
        block = self._blocks.pop()
        block.hide()
        if isinstance(block, Prose):
            self._spare.append(block)
        else:
            block.deleteLater()
        self.updateGeometry()

    def drop_spare(self) -> None:
        """The answer is complete: what is not needed any more goes."""
        while self._spare:
            self._spare.pop().deleteLater()

    def texts(self) -> list[FlatText]:
        """The texts, in order."""
        return [block if isinstance(block, Prose) else block.text for block in self._blocks]

    def heightForWidth(self, width: int) -> int:
        heights = self._measured(width)
        return max(sum(heights) + GAP * (len(heights) - 1), 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _grew(self, block: Block) -> None:
        """Mostly it is the last one."""
        place = len(self._blocks) - 1
        while place >= 0 and self._blocks[place] is not block:
            place -= 1
        if place >= 0:
            for heights in self._heights.values():
                heights[place] = -1
            self.updateGeometry()

    def _measured(self, width: int) -> list[int]:
        if width not in self._heights:
            if len(self._heights) > 2:
                self._heights.clear()
            self._heights[width] = [-1] * len(self._blocks)
        heights = self._heights[width]
        for place in [place for place, height in enumerate(heights) if height < 0]:
            block = self._blocks[place]
            if (
                width == self.width() != block.width()
            ):  # else its text would be laid out once here and once when it is shown
                block.resize(width, block.height())
            heights[place] = block.heightForWidth(width)
        return heights

    def _arrange(self) -> None:
        top, width = 0, self.width()
        for block, height in zip(self._blocks, self._measured(width), strict=True):
            if block.y() != top or block.width() != width or block.height() != height:
                block.setGeometry(0, top, width, height)
            top += height + GAP
