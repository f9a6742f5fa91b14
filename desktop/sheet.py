"""The sheet of keyboard shortcuts, over the window, by Ctrl+/."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from desktop.mirror import apart, end
from desktop.theme import scaled
from desktop.tongue import tr, tr_later
from desktop.widgets import IconButton, Page, column, label, row

KEYS = (
    (tr_later("New chat · temporary chat"), "Ctrl+N · Ctrl+Shift+N"),
    (tr_later("Search chats"), "Ctrl+K"),
    (tr_later("Write a message"), "Ctrl+L"),
    (tr_later("Send · new line"), tr_later("Enter · Shift+Enter")),
    (tr_later("Stop the answer"), tr_later("Esc")),
    (tr_later("Change the last message"), tr_later("↑ in the empty field")),
    (tr_later("Find in this chat · next · previous"), "Ctrl+F · Enter · Shift+Enter"),
    (tr_later("From message to message · its menu"), tr_later("↑ · ↓ · Menu")),
    (tr_later("Rename · delete the chosen chat"), tr_later("F2 · Del")),
    (tr_later("Filter what was learned"), "Ctrl+Shift+F"),
    (tr_later("Review suggestions"), "Ctrl+I"),
    (tr_later("All suggestions as a list"), "Ctrl+Shift+I"),
    (tr_later("Accept · reject · later"), "→ · ← · ↓"),
    (tr_later("Edit · keep both · never suggest"), "E · B · N"),
    (tr_later("Save · leave a form"), "Ctrl+Enter · Esc"),
    (tr_later("Show or hide the sidebar"), "Ctrl+B"),
    (tr_later("Models · settings"), "Ctrl+M · Ctrl+,"),
    (tr_later("Lock the window"), "Ctrl+Shift+L"),
    (tr_later("Take back the last act"), "Ctrl+Z"),
    (tr_later("This sheet"), "Ctrl+/"),
)


def named(keys: str) -> str:
    """Keys as they are called in the language of the window."""
    for name in (tr_later("Ctrl"), tr_later("Shift"), tr_later("Enter")):
        keys = keys.replace(name, tr(name))
    return keys


class ShortcutSheet(QFrame):
    """A panel in the middle of the window; any Escape closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setProperty("role", "sheet")
        self.setAccessibleName(tr("Keyboard shortcuts"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = column(self, margins=(24, 16, 24, 24), gap=12)
        head = row()
        head.addWidget(label(tr("Keyboard"), "title"))
        head.addStretch(1)
        shut = IconButton("close", tr("Close the keyboard sheet"))
        shut.clicked.connect(self.hide)
        head.addWidget(shut)
        layout.addLayout(head)
        page = Page("sheet")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(32)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(8)
        for place, (meaning, keys) in enumerate(KEYS):
            grid.addWidget(label(tr(meaning), wrap=True), place, 0)
            shown = " · ".join(map(apart, named(tr(keys)).split(" · ")))
            grid.addWidget(label(shown, "key"), place, 1, end())
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Keyboard shortcuts"))
        self.area.setWidget(page)
        self._page = page
        layout.addWidget(self.area)
        self.hide()

    def toggle(self) -> None:
        """Show or hide the sheet."""
        if self.isVisible():
            self.hide()
            return
        self.show()
        self.place()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Stand in the middle of the window, no larger than it."""
        area = self._around.rect()
        wide = min(scaled(500), area.width() - 16)
        inside = self._page.layout()
        tall = inside.heightForWidth(wide - 48) if inside is not None else 0
        self.resize(wide, min(tall + scaled(40) + 56, area.height() - 16))
        self.move((area.width() - self.width()) // 2, (area.height() - self.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
