"""Every key of the window in one place: what it does, in words, and which keys do it. Sheet, tooltips and settings read it.

Keys that do something anywhere in the window can be changed; those that only mean something where the keyboard stands
(arrows in a list, Enter in a field) are as everywhere else, and only told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.tongue import tr, tr_later

SETTING = "keys"
"""The database setting: name of an action -> its keys, only where they are others than at first; "" for none."""
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_OF_TEXT = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)


@dataclass(frozen=True, slots=True)
class Action:
    """Something that keys do anywhere in the window. `default`: as `QKeySequence` writes it on every system; "" for none."""

    name: str
    words: str
    default: str

    @property
    def title(self) -> str:
        """Its words in the language of the window."""
        return tr(self.words)


ACTIONS = (
    Action("quick_ask", tr_later("Quick ask"), "Ctrl+J"),
    Action("new_chat", tr_later("New chat"), "Ctrl+N"),
    Action("temporary_chat", tr_later("Temporary chat"), "Ctrl+Shift+N"),
    Action("search_chats", tr_later("Search chats"), "Ctrl+K"),
    Action("write", tr_later("Write a message"), "Ctrl+L"),
    Action("find", tr_later("Find in this chat"), "Ctrl+F"),
    Action("filter", tr_later("Search what was learned"), "Ctrl+Shift+F"),
    Action("review", tr_later("Review suggestions"), "Ctrl+I"),
    Action("review_all", tr_later("All suggestions as a list"), "Ctrl+Shift+I"),
    Action("learning", tr_later("Pause or resume learning"), "Ctrl+Shift+P"),
    Action("sidebar", tr_later("Show or hide what was learned"), "Ctrl+B"),
    Action("models", tr_later("Models"), "Ctrl+M"),
    Action("settings", tr_later("Settings"), "Ctrl+,"),
    Action("theme", tr_later("Light or dark"), ""),
    Action("lock", tr_later("Lock the window"), "Ctrl+Shift+L"),
    Action("undo", tr_later("Take back the last act"), "Ctrl+Z"),
    Action("sheet", tr_later("Show the keys"), "Ctrl+/"),
    Action("quit", tr_later("Quit"), "Ctrl+Q"),
)
IN_PLACE = (
    (tr_later("Send · new line"), tr_later("Enter · Shift+Enter")),
    (tr_later("Stop the answer"), tr_later("Esc")),
    (tr_later("Change the last message"), tr_later("↑ in the empty field")),
    (tr_later("Find: next · previous"), tr_later("Enter · Shift+Enter")),
    (tr_later("From message to message · its menu"), tr_later("↑ · ↓ · Menu")),
    (tr_later("Rename · delete the chosen chat"), tr_later("F2 · Del")),
    (tr_later("Accept · reject · later"), "→ · ← · ↓"),
    (tr_later("Edit · keep both · never suggest"), "E · B · N"),
    (tr_later("Save · leave a form"), "Ctrl+Enter · Esc"),
    (tr_later("Quick ask: open in the window · copy"), "Ctrl+Enter · Ctrl+Shift+C"),
)
"""(words, keys as they are shown): what keys mean where the keyboard stands."""


class Keys(QObject):
    """The keys that are in force. What is bound here follows when they change."""

    changed = Signal()

    def __init__(self, chosen: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen: dict[str, str] = {}
        self._bound: list[tuple[str, QShortcut]] = []
        self.use(chosen)

    @property
    def chosen(self) -> dict[str, str]:
        """The keys that are others than at first, by action."""
        return dict(self._chosen)

    @property
    def bound(self) -> set[str]:
        """The actions that do something."""
        return {name for name, _ in self._bound}

    def use(self, chosen: Mapping[str, str]) -> None:
        """Put keys in force: those at first, but for `chosen`. An action that is not known (any more) is passed over."""
        first = {action.name: action.default for action in ACTIONS}
        self._chosen = {name: keys for name, keys in chosen.items() if first.get(name, keys) != keys}
        for name, shortcut in self._bound:
            shortcut.setKey(self.of(name))
        self.changed.emit()

    def with_keys(self, name: str, keys: str) -> dict[str, str]:
        """What would be chosen if these keys did that."""
        return {**self._chosen, name: keys} if keys != action_of(name).default else self.without(name)

    def without(self, name: str) -> dict[str, str]:
        """What would be chosen if that were done by the keys of the beginning again."""
        return {other: keys for other, keys in self._chosen.items() if other != name}

    def of(self, name: str) -> QKeySequence:
        """The keys of an action."""
        return QKeySequence(self._chosen.get(name, action_of(name).default), QKeySequence.SequenceFormat.PortableText)

    def shown(self, name: str) -> str:
        """The keys of an action as this system writes them; "" for none."""
        return self.of(name).toString(QKeySequence.SequenceFormat.NativeText)

    def hint(self, words: str, name: str) -> str:
        """Words for a tooltip, with the keys that do the same."""
        return f"{words} ({self.shown(name)})" if self.shown(name) else words

    def bind(self, name: str, window: QWidget, act: Callable[[], object]) -> None:
        """Let the keys of an action do `act` anywhere in a window."""
        shortcut = QShortcut(self.of(name), window)
        shortcut.activated.connect(act)
        self._bound.append((name, shortcut))

    def refusal(self, name: str, keys: QKeySequence) -> str:
        """Why an action cannot have these keys, in one sentence; "" when it can."""
        if keys.isEmpty():
            return ""
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        taken = next((one for one in ACTIONS if one.name != name and self.of(one.name) == keys), None)
        if taken is not None:
            return tr("{keys} is taken by “{action}”. Choose others, or change those first.").format(
                keys=shown, action=taken.title
            )
        if any(keys in QKeySequence.keyBindings(standard) for standard in _OF_TEXT):
            return tr("{keys} is needed for text (copy, cut, paste, select all). Choose others.").format(keys=shown)
        if _types(keys):
            return tr(
                "{keys} alone is needed for writing and moving. Take Ctrl or Alt with it, or a function key."
            ).format(keys=shown)
        return ""


def action_of(name: str) -> Action:
    """The action of that name."""
    return next(action for action in ACTIONS if action.name == name)


def _types(keys: QKeySequence) -> bool:
    """Whether the first of the keys does something in any field: letters, Enter, Esc, Tab, arrows."""
    first = cast("Sequence[QKeyCombination]", keys)[0]  # Qt's annotations do not know that it is one
    function = Qt.Key.Key_F1 <= first.key() <= Qt.Key.Key_F35 and first.key() != Qt.Key.Key_F2
    return not (first.keyboardModifiers() & _MODIFIERS or function)
