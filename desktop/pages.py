"""Pages that take the conversation's place in the middle pane (models, settings, the first run), one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.theme import scaled
from desktop.tongue import tr
from desktop.widgets import IconButton, Page, column, label, row

if TYPE_CHECKING:
    from desktop.window import MainWindow

WIDEST = 760


class MiddlePage(QFrame):
    """A scrolled page with a title and a cross. Put widgets into `body`; Escape and the cross say `left()`."""

    left = Signal()

    def __init__(self, title: str, *, closable: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "middle")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer = column(self)
        self.head = row(margins=(24, 16, 12, 8), gap=12)
        self.head.addWidget(label(title, "hero", wrap=True), 1)
        self.cross = IconButton("close", tr("Close “{title}” (Esc)").format(title=title))
        self.cross.clicked.connect(self.left)
        if not closable:  # nothing is shown here: without a parent it would be a window of its own
            self.cross.hide()
        self.head.addWidget(self.cross)
        outer.addLayout(self.head)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = Page("page")
        side = row(page, margins=(24, 4, 24, 24))
        inner = QWidget()
        side.addWidget(inner, 1)
        self._inner = inner
        self.body = column(inner, gap=10)
        self._fit()
        self.area.setWidget(page)
        outer.addWidget(self.area, 1)
        self._closable = closable

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self._inner.setMaximumWidth(scaled(WIDEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._closable:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Pages(QObject):
    """Shows one page in place of the conversation, or the conversation. A page is made when it is first asked for."""

    changed = Signal(str)
    """The name of the page that is shown now, "" for the conversation."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        middle = window.conversation.parentWidget()
        assert middle is not None, "the conversation stands in the middle pane"
        self._layout = cast("QVBoxLayout", middle.layout())
        self._makers: dict[str, Callable[[], MiddlePage]] = {}
        self._pages: dict[str, MiddlePage] = {}
        self.current = ""
        window.conversation.opened.connect(lambda _: self.back())
        window.review.page.installEventFilter(self)

    def add(self, name: str, make: Callable[[], MiddlePage]) -> None:
        """Name a page and what makes it: the settings alone would be a third of the time in which a window opens."""
        self._makers[name] = make

    def page(self, name: str) -> MiddlePage:
        """The page of that name, made and placed now if this is the first time."""
        if name not in self._pages:
            page = self._pages[name] = self._makers[name]()
            page.hide()
            page.left.connect(self.back)
            self._layout.insertWidget(self._layout.indexOf(self._window.conversation), page, 1)
        return self._pages[name]

    def show(self, name: str) -> None:
        """Show a page; the conversation waits behind it."""
        if name:
            self.page(name)
            self._window.review.close()
        for other, page in self._pages.items():
            page.setVisible(other == name)
        self._window.conversation.setVisible(not name)
        if name:
            self._pages[name].setFocus(Qt.FocusReason.OtherFocusReason)
        if name != self.current:
            self.current = name
            place = self._pages[name].area if name else self._window.conversation.transcript
            self._window.toast.stand_over(place)
            self.changed.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self.current:  # the list of reviewing takes the same place
            self._pages[self.current].hide()
            self.current = ""
            self.changed.emit("")
        return super().eventFilter(watched, event)

    def back(self) -> None:
        """Show the conversation again."""
        if self.current:
            self.show("")
            self._window.conversation.focus()

    def toggle(self, name: str) -> None:
        """Show a page, or leave it."""
        if self.current == name:
            self.back()
        else:
            self.show(name)
