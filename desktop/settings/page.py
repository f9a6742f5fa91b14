"""The settings view: sections of rows, a search over all of them, and nothing to save or confirm but what cannot come back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QLineEdit, QWidget

from desktop.pages import MiddlePage
from desktop.settings.lock_form import LockForm
from desktop.settings.preferences import Preferences
from desktop.settings.rows import Choice, Section, Words, buttons
from desktop.settings.safekeeping import backups
from desktop.widgets import SearchField, button, column, frame, label, row
from desktop.words import MODES, STORES, breakable, plural
from engine.consent import ALLOWED
from engine.language.private import SENSITIVE
from models.fit import this_machine

SIZES = tuple((percent, f"{percent} %") for percent in (100, 110, 125, 150, 175, 200))
CONTEXTS = ((0, "As the model likes"), *((size, f"{size:,} tokens") for size in (2048, 4096, 8192, 16384, 32768)))
WARMTHS = ((0.0, "Exact"), (0.4, "Balanced"), (0.8, "Lively"))
THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))
LANGUAGES = (("system", "As the system"), ("en", "English"))


class SettingsPage(MiddlePage):
    """Shows the preferences and passes on what is changed."""

    models_wanted = Signal()
    keys_wanted = Signal()
    lock_wanted = Signal()
    folder_chosen = Signal(object)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__("Settings")
        self._preferences = preferences
        self.fields: dict[str, Choice | Words] = {}
        self.search = SearchField("Search the settings", "Search the settings")
        self.search.textChanged.connect(self._searched)
        self.body.addWidget(self.search)
        builders = (self._assistant, self._look, self._learning, self._model, self._memory, self._privacy)
        self.sections = [build() for build in builders]
        for section in self.sections:
            self.body.addWidget(section)
        self.nothing = label("No setting matches.", "empty")
        self.nothing.hide()
        self.body.addWidget(self.nothing)
        self.body.addStretch(1)
        preferences.changed.connect(lambda *_: self.refresh())

    def refresh(self) -> None:
        """Show what is chosen now."""
        preferences = self._preferences
        for name, field in self.fields.items():
            if not name.startswith("mode "):
                field.show_value(preferences.get(name))
        for store, mode in preferences.modes().items():
            if f"mode {store}" in self.fields:
                self.fields[f"mode {store}"].show_value(mode)
        allowed = preferences.get(ALLOWED)
        for category, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(category in allowed)
            box.blockSignals(False)
        if not self.name.hasFocus():
            self.name.setText(preferences.name())
        self.place.about.setText(breakable(f"Memories, chats, backups and the log lie in {preferences.home}", 40))
        self.lock.refresh(dict(preferences.get("lock")))
        self._list_backups()

    # Sections

    def _assistant(self) -> Section:
        section = Section("Assistant")
        self.name = QLineEdit()
        self.name.setAccessibleName("Your name")
        self.name.setFixedWidth(220)
        self.name.editingFinished.connect(self._named)
        section.add("Your name", "What the assistant calls you. It is a field of your profile.", self.name)
        self._add(
            section,
            "instructions",
            "Instructions to the assistant",
            "How it should answer, in your words. They hold for chats that begin from now on.",
            Words("Instructions to the assistant", "For example: answer briefly, and explain technical words.", 4),
            "Instructions changed",
            wide=True,
        )
        return section

    def _look(self) -> Section:
        section = Section("Look")
        self._add(section, "theme", "Theme", "Light or dark.", Choice("Theme", THEMES), "Theme changed")
        size = Choice("Size of letters", SIZES)
        self._add(section, "font_percent", "Size of letters", "In the whole window.", size, "Size of letters changed")
        about = "Of the window. More languages come with later versions."
        self._add(section, "language", "Language", about, Choice("Language", LANGUAGES), "Language changed")
        keys = button("Show the keys", self.keys_wanted.emit)
        section.add("Keyboard", "Every act has a key. Ctrl+/ shows them at any time.", keys)
        return section

    def _learning(self) -> Section:
        section = Section("Learning")
        modes = [(mode, words) for mode, (words, _) in MODES.items()]
        for store, words in STORES.items():
            field = self.fields[f"mode {store}"] = Choice(f"Learning into {words.title}", modes)
            field.picked.connect(partial(self._mode, store))
            section.add(words.title, words.empty, field)
        how = " ".join(f"{name}: {about}" for name, about in MODES.values())
        section.add("What the modes mean", how)
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        self.boxes = {category: QCheckBox(category.capitalize()) for category in SENSITIVE}
        for place, (category, check) in enumerate(self.boxes.items()):
            check.setAccessibleName(f"Save without asking: {category}")
            check.toggled.connect(partial(self._allow, category))
            grid.addWidget(check, place // 3, place % 3)
        about = "These matters are only suggested, never saved silently, unless you tick them."
        section.add("Sensitive matters", about, box, wide=True)
        return section

    def _model(self) -> Section:
        section = Section("Model")
        section.add(
            "Models", "Choose, fetch, add or delete the models.", button("Show the models", self.models_wanted.emit)
        )
        about = "How much of a chat it can read at once. More needs more memory. The model starts again at once."
        self._add(section, "context", "Context", about, Choice("Context", CONTEXTS), "Context changed")
        about = "Processor cores it computes with. Fewer leave more to other programs."
        cores = [(count, plural(count, "core")) for count in range(1, this_machine().cores + 1)]
        threads = Choice("Threads", [(0, "As many as fit"), *cores])
        self._add(section, "threads", "Threads", about, threads, "Threads changed")
        about = "Exact gives the same answer every time; lively chooses its words more freely."
        self._add(section, "temperature", "Answers", about, Choice("Answers", WARMTHS), "Answers changed")
        return section

    def _memory(self) -> Section:
        section = Section("Your data")
        opened, moved = button("Open", self._open_folder, name="Open the data folder"), button("Move…", self._move)
        self.place = section.add("Data folder", "", buttons(opened, moved))
        about = "A copy of all memories and chats, with the date. The oldest are dropped."
        self.back_up = button("Back up now", self._back_up)
        section.add("Backup", about, self.back_up)
        kept = Choice("Backups to keep", [(count, str(count)) for count in (1, 3, 5, 10, 20, 50)])
        self._add(
            section, "backups_kept", "Backups to keep", "How many copies stay.", kept, "Number of backups changed"
        )
        self.copies = Choice("Backup to go back to", ())
        self.go_back = button("Go back to it", self._restore)
        about = "Everything is as it was then. What is there now is copied first, so this can be undone."
        section.add("Restore", about, buttons(self.copies, self.go_back))
        out, into = button("Export…", self.export), button("Import…", self._import)
        about = "What was learned, as JSON or Markdown. Import also reads exports of ChatGPT and Claude."
        section.add("Export and import", about, buttons(out, into))
        question = self._confirm()
        self.forget = button("Forget everything…", question.show, role="danger")
        section.add("Forget everything", "Erases all memories and chats. This cannot be undone.", self.forget)
        section.add_widget(question)
        return section

    def _confirm(self) -> QWidget:
        """The one question of the settings, because nothing brings this back."""
        self.confirm = frame("question")
        layout = column(self.confirm, margins=(16, 12, 12, 12), gap=8)
        layout.addWidget(label("Erase all memories and chats for good?", "strong"))
        layout.addWidget(label("Export them first if you may want them again. Backups are not touched.", wrap=True))
        line = row(gap=8)
        self.sure = button("Erase everything", self._forget, role="danger")
        line.addWidget(button("Export first…", self.export, role="primary"))
        line.addWidget(self.sure)
        line.addWidget(button("Cancel", self.confirm.hide, role="quiet", name="Do not erase"))
        line.addStretch(1)
        layout.addLayout(line)
        self.confirm.hide()
        return self.confirm

    def _privacy(self) -> Section:
        section = Section("Screen lock")
        self.lock = LockForm(lambda: dict(self._preferences.get("lock")))
        self.lock.wanted.connect(lambda value, words: self._preferences.put("lock", value, words))
        self.lock.now.connect(self.lock_wanted)
        section.add(
            "Lock",
            "Hides the window until you type the passphrase. It does not encrypt the memory file: who can read your files can "
            "still read it. Use the encryption of your disk for that.",
            self.lock,
            wide=True,
        )
        return section

    def _add(
        self,
        section: Section,
        name: str,
        title: str,
        about: str,
        field: Choice | Words,
        words: str,
        *,
        wide: bool = False,
    ) -> None:
        self.fields[name] = field
        field.picked.connect(lambda value: self._preferences.put(name, value, words))
        section.add(title, about, field, wide=wide)

    # Acts

    def _searched(self, words: str) -> None:
        found = [section.search(words) for section in self.sections]
        self.nothing.setVisible(not any(found))

    def _named(self) -> None:
        name = self.name.text().strip()
        if name and name != self._preferences.name():
            self._preferences.put_name(name)

    def _mode(self, store: str, mode: object) -> None:
        words, _ = next(shown for known, shown in MODES.items() if known == mode)
        known = next(known for known in MODES if known == mode)
        self._preferences.put_mode(store, known, f"{STORES[store].title}: {words.lower()}")

    def _allow(self, category: str, allowed: bool) -> None:
        before = [one for one in self._preferences.get(ALLOWED) if one != category]
        words = (
            f"{category.capitalize()} is saved without asking" if allowed else f"{category.capitalize()} is asked about"
        )
        self._preferences.put(ALLOWED, [*before, category] if allowed else before, words)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._preferences.home)))

    def _move(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Where shall your data lie?", str(self._preferences.home))
        if chosen:
            self.folder_chosen.emit(Path(chosen))

    def _back_up(self) -> None:
        self._preferences.back_up()
        self._preferences.soon(self._list_backups)

    def _list_backups(self) -> None:
        found = backups(self._preferences.home)
        self.copies.offer([(path, path.stem.removeprefix("memory-")) for path in found])
        self.go_back.setEnabled(bool(found))
        self.copies.setVisible(bool(found))
        self.go_back.setText("Go back to it" if found else "No backup yet")

    def _restore(self) -> None:
        chosen = self.copies.value()
        if isinstance(chosen, Path):
            self._preferences.restore(chosen)

    def export(self) -> None:
        """Ask for a file and write what was learned to it."""
        path, _ = QFileDialog.getSaveFileName(self, "Export", "keepwise.json", "JSON (*.json);;Markdown (*.md)")
        if path:
            self._preferences.export_to(Path(path))

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Import", "", "Exports (*.json *.zip *.db *.sqlite);;All files (*)")
        if path:
            self._preferences.import_from(Path(path))

    def _forget(self) -> None:
        self.confirm.hide()
        self._preferences.forget_everything()
