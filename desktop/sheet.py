"""The sheet of keyboard shortcuts, over the window, by Ctrl+/."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop.widgets import IconButton, column, label, row

KEYS = (
    ("New chat · temporary chat", "Ctrl+N · Ctrl+Shift+N"),
    ("Search chats", "Ctrl+K"),
    ("Write a message", "Ctrl+L"),
    ("Send · new line", "Enter · Shift+Enter"),
    ("Stop the answer", "Esc"),
    ("Change the last message", "↑ in the empty field"),
    ("Find in this chat · next · previous", "Ctrl+F · Enter · Shift+Enter"),
    ("From message to message · its menu", "↑ · ↓ · Menu"),
    ("Rename · delete the chosen chat", "F2 · Del"),
    ("Filter what was learned", "Ctrl+Shift+F"),
    ("Review suggestions", "Ctrl+I"),
    ("All suggestions as a list", "Ctrl+Shift+I"),
    ("Accept · reject · later", "→ · ← · ↓"),
    ("Edit · keep both · never suggest", "E · B · N"),
    ("Save · leave a form", "Ctrl+Enter · Esc"),
    ("Show or hide the sidebar", "Ctrl+B"),
    ("Models · settings", "Ctrl+M · Ctrl+,"),
    ("Lock the window", "Ctrl+Shift+L"),
    ("Take back the last act", "Ctrl+Z"),
    ("This sheet", "Ctrl+/"),
)


class ShortcutSheet(QFrame):
    """A panel in the middle of the window; any Escape closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setProperty("role", "sheet")
        self.setAccessibleName("Keyboard shortcuts")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = column(self, margins=(24, 16, 24, 24), gap=12)
        head = row()
        head.addWidget(label("Keyboard", "title"))
        head.addStretch(1)
        shut = IconButton("close", "Close the keyboard sheet")
        shut.clicked.connect(self.hide)
        head.addWidget(shut)
        layout.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        for place, (meaning, keys) in enumerate(KEYS):
            grid.addWidget(label(meaning), place, 0)
            grid.addWidget(label(keys, "key"), place, 1, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(grid)
        self.hide()

    def toggle(self) -> None:
        """Show or hide the sheet."""
        if self.isVisible():
            self.hide()
            return
        self.adjustSize()
        area = self._around.rect()
        self.move((area.width() - self.width()) // 2, (area.height() - self.height()) // 2)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
