"""Changing the keys: a field for each act of the window, applied at once; keys that are taken are refused in one sentence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget

from desktop.keys import ACTIONS, IN_PLACE, SETTING, Action, Keys
from desktop.settings.preferences import Preferences
from desktop.settings.rows import Section, SettingRow
from desktop.tongue import tr
from desktop.widgets import IconButton, button, restyle, row


class KeyField(QWidget):
    """The keys of one act. Says `chosen(keys)`, and `first_wanted()` for those of the beginning."""

    chosen = Signal(object)
    first_wanted = Signal()

    def __init__(self, action: Action) -> None:
        super().__init__()
        self._shown = QKeySequence()
        layout = row(self, gap=4)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.edit.setFixedWidth(190)
        self.edit.setAccessibleName(tr("Keys: {action}").format(action=action.title))
        line = self.edit.findChild(QLineEdit)
        if line is not None:
            line.setPlaceholderText(tr("No keys"))
            line.setAccessibleName(self.edit.accessibleName())
        self.edit.editingFinished.connect(self._finished)
        self.first = IconButton("undo", tr("The keys of the beginning: {action}").format(action=action.title))
        self.first.clicked.connect(lambda _=False: self.first_wanted.emit())
        kept = self.first.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.first.setSizePolicy(kept)
        layout.addWidget(self.edit)
        layout.addWidget(self.first)

    def show_keys(self, keys: QKeySequence, *, changed: bool) -> None:
        """Show what is in force, without saying so. changed: it is not what it was at first."""
        self._shown = keys
        self.edit.setKeySequence(keys)
        self.first.setVisible(changed)

    def _finished(self) -> None:
        if self.edit.keySequence() != self._shown:
            self.chosen.emit(self.edit.keySequence())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.edit.setFixedWidth(190 * self.fontInfo().pointSize() // 10)


class KeySection(Section):
    """The section of the settings with all keys."""

    def __init__(self, keys: Keys, preferences: Preferences) -> None:
        super().__init__(tr("Keys"))
        self._keys, self._preferences = keys, preferences
        self.all_first = button(tr("All as at first"), self._reset)
        about = tr("Press the keys that shall do it. They hold at once, and in the sheet of keys and the tooltips too.")
        self.add(tr("Change the keys"), about, self.all_first)
        self.fields: dict[str, KeyField] = {}
        self.said: dict[str, SettingRow] = {}
        for action in ACTIONS:
            field = self.fields[action.name] = KeyField(action)
            field.chosen.connect(partial(self._choose, action))
            field.first_wanted.connect(partial(self._first, action))
            self.said[action.name] = self.add(action.title, "", field)
        fixed = "\n".join(f"{tr(words)}: {tr(shown)}" for words, shown in IN_PLACE)
        self.add(tr("Keys that stay as they are"), fixed)
        keys.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is in force."""
        chosen = self._keys.chosen
        for name, field in self.fields.items():
            field.show_keys(self._keys.of(name), changed=name in chosen)
            self.said[name].tell("")
        self.all_first.setEnabled(bool(chosen))

    def _choose(self, action: Action, keys: QKeySequence) -> None:
        refusal = self._keys.refusal(action.name, keys)
        if refusal:
            self.refresh()
            self.said[action.name].tell(refusal)
            restyle(self.said[action.name].about, "bad", True)
            return
        written = keys.toString(QKeySequence.SequenceFormat.PortableText)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        words = tr("{action}: {keys}") if shown else tr("{action}: no keys any more")
        told = words.format(action=action.title, keys=shown)
        self._preferences.put(SETTING, self._keys.with_keys(action.name, written), told)

    def _first(self, action: Action) -> None:
        first = QKeySequence(action.default, QKeySequence.SequenceFormat.PortableText)
        self._choose(action, first)

    def _reset(self) -> None:
        self._preferences.put(SETTING, {}, tr("All keys as at first"))
