"""The settings view: sections of rows, a search over all of them, and nothing to save or confirm but what cannot come back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QLineEdit, QWidget

from desktop.keys import Keys
from desktop.motion import SETTING as MOTION
from desktop.pages import MiddlePage
from desktop.settings import options
from desktop.settings.around import AroundSection
from desktop.settings.key_rows import KeySection
from desktop.settings.lock_form import LockForm
from desktop.settings.preferences import Preferences
from desktop.settings.rows import Choice, Section, Words, buttons
from desktop.settings.safety import Safety
from desktop.settings.safety_section import SafetySection
from desktop.tongue import tr, tr_later
from desktop.widgets import SearchField, button, column, frame, label, row
from desktop.words import MODES, STORES, breakable, mode_words, store_words, within
from engine import Database
from engine.consent import ALLOWED
from engine.language.private import SENSITIVE

ERASING = tr_later("Export them first if you may want them again. Unless backups are off, one more is made before.")
LOCK_PLAIN = tr_later(
    "Hides the window until you type the passphrase. It encrypts nothing: who can read your files can still read the memory "
    "file. Encrypt that above."
)
LOCK_ENCRYPTED = tr_later(
    "Hides the window until you type the passphrase of the memory file. The file itself is always encrypted on the disk."
)


class SettingsPage(MiddlePage):
    """Shows the preferences and passes on what is changed."""

    models_wanted = Signal()
    lock_wanted = Signal()
    folder_chosen = Signal(object)

    def __init__(
        self, preferences: Preferences, keeper: Safety, database: Database, keys: Keys, around: AroundSection
    ) -> None:
        super().__init__(tr("Settings"))
        self._preferences, self._keeper, self._database = preferences, keeper, database
        self._keys, self.around = keys, around
        self.fields: dict[str, Choice | Words] = {}
        self.search = SearchField(tr("Search the settings"), tr("Search the settings"))
        self.search.textChanged.connect(self._searched)
        self.body.addWidget(self.search)
        builders = (
            self._assistant,
            self._look,
            lambda: around,
            self._learning,
            self._model,
            self._memory,
            self._safety,
            self._privacy,
            self._hotkeys,
        )
        self.sections = [build() for build in builders]
        for section in self.sections:
            self.body.addWidget(section)
        self.nothing = label(tr("No setting matches."), "empty")
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
        self.place.about.setText(
            breakable(tr("Memories, chats, backups and the log lie in {home}").format(home=preferences.home), 40)
        )
        self.around.refresh()
        self.lock.refresh(dict(preferences.get("lock")), encrypted=self._database.encrypted)
        self.about_lock.setText(tr(LOCK_ENCRYPTED) if self._database.encrypted else tr(LOCK_PLAIN))
        self.safety.refresh()

    # Sections

    def _assistant(self) -> Section:
        section = Section(tr("Assistant"))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Your name"))
        self.name.setFixedWidth(220)
        self.name.editingFinished.connect(self._named)
        section.add(tr("Your name"), tr("What the assistant calls you. It is a field of your profile."), self.name)
        title, example = (
            tr("Instructions to the assistant"),
            tr("For example: answer briefly, and explain technical words."),
        )
        about = tr("How it should answer, in your words. They hold for chats that begin from now on.")
        changed = tr("Instructions changed")
        self._add(section, "instructions", title, about, Words(title, example, 4), changed, wide=True)
        return section

    def _look(self) -> Section:
        section = Section(tr("Look"))
        offer = partial(self._offer, section)
        offer("theme", tr("Theme"), tr("Light or dark."), options.themes(), tr("Theme changed"))
        about = tr("In the whole window.")
        offer("font_percent", tr("Size of letters"), about, options.sizes(), tr("Size of letters changed"))
        about = tr("Reduced: nothing lights up and goes out again, menus do not fade, the cursor does not blink.")
        offer(MOTION, tr("Motion"), about, options.motions(), tr("Motion changed"))
        about = tr("Of the window. What the assistant answers in is up to you: write to it in your language.")
        offer("language", tr("Language"), about, options.languages(), tr("Language changed"))
        return section

    def _hotkeys(self) -> Section:
        self.keys = KeySection(self._keys, self._preferences)
        return self.keys

    def _learning(self) -> Section:
        section = Section(tr("Learning"))
        modes = options.modes()
        for store in STORES:
            words = store_words(store)
            field = self.fields[f"mode {store}"] = Choice(tr("Learning into {title}").format(title=words.title), modes)
            field.picked.connect(partial(self._mode, store))
            section.add(words.title, words.empty, field)
        how = " ".join(f"{name}: {about}" for name, about in map(mode_words, MODES))
        section.add(tr("What the modes mean"), how)
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        self.boxes = {category: QCheckBox(options.matter_name(category)) for category in SENSITIVE}
        for place, (category, check) in enumerate(self.boxes.items()):
            check.setAccessibleName(tr("Save without asking: {matter}").format(matter=options.matter_name(category)))
            check.toggled.connect(partial(self._allow, category))
            grid.addWidget(check, place // 3, place % 3)
        about = tr("These matters are only suggested, never saved silently, unless you tick them.")
        section.add(tr("Sensitive matters"), about, box, wide=True)
        return section

    def _model(self) -> Section:
        section = Section(tr("Model"))
        section.add(
            tr("Models"),
            tr("Choose, fetch, add or delete the models."),
            button(tr("Show the models"), self.models_wanted.emit),
        )
        about = tr("How much of a chat it can read at once. More needs more memory. The model starts again at once.")
        offer = partial(self._offer, section)
        offer("context", tr("Context"), about, options.contexts(), tr("Context changed"))
        about = tr("Processor cores it computes with. Fewer leave more to other programs.")
        offer("threads", tr("Threads"), about, options.threads(), tr("Threads changed"))
        about = tr("Exact gives the same answer every time; lively chooses its words more freely.")
        offer("temperature", tr("Answers"), about, options.warmths(), tr("Answers changed"))
        return section

    def _memory(self) -> Section:
        section = Section(tr("Your data"))
        opened = button(tr("Open"), self._open_folder, name=tr("Open the data folder"))
        moved = button(tr("Move…"), self._move)
        self.place = section.add(tr("Data folder"), "", buttons(opened, moved))
        out, into = button(tr("Export…"), self.export), button(tr("Import…"), self._import)
        about = tr("What was learned, as JSON or Markdown. Import also reads exports of ChatGPT and Claude.")
        section.add(tr("Export and import"), about, buttons(out, into))
        question = self._confirm()
        self.forget = button(tr("Forget everything…"), question.show, role="danger")
        section.add(tr("Forget everything"), tr("Erases all memories and chats. This cannot be undone."), self.forget)
        section.add_widget(question)
        return section

    def _confirm(self) -> QWidget:
        """The one question of the settings, because nothing brings this back."""
        self.confirm = frame("question")
        layout = column(self.confirm, margins=(16, 12, 12, 12), gap=8)
        layout.addWidget(label(tr("Erase all memories and chats for good?"), "strong"))
        layout.addWidget(label(tr(ERASING), wrap=True))
        self.backups_too = QCheckBox(tr("Make no backup, and delete all backups too: nothing stays"))
        self.backups_too.setAccessibleName(self.backups_too.text())
        layout.addWidget(self.backups_too)
        line = row(gap=8)
        self.sure = button(tr("Erase everything"), self._forget, role="danger")
        line.addWidget(button(tr("Export first…"), self.export, role="primary"))
        line.addWidget(self.sure)
        line.addWidget(button(tr("Cancel"), self.confirm.hide, role="quiet", name=tr("Do not erase")))
        line.addStretch(1)
        layout.addLayout(line)
        self.confirm.hide()
        return self.confirm

    def _safety(self) -> Section:
        self.safety = SafetySection(self._database, self._keeper, self._preferences, self._add)
        self.safety.encryption.export_wanted.connect(self.export)
        return self.safety

    def _privacy(self) -> Section:
        section = Section(tr("Screen lock"))
        self.lock = LockForm(lambda: dict(self._preferences.get("lock")))
        self.lock.wanted.connect(lambda value, words: self._preferences.put("lock", value, words))
        self.lock.now.connect(self.lock_wanted)
        self.about_lock = section.add(tr("Lock"), "", self.lock, wide=True).about
        return section

    def _offer(self, section: Section, name: str, title: str, about: str, offered: options.Options, words: str) -> None:
        self._add(section, name, title, about, Choice(title, offered), words)

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
        known = next(known for known in MODES if known == mode)
        words = within(mode_words(known)[0])
        self._preferences.put_mode(store, known, f"{store_words(store).title}: {words}")

    def _allow(self, category: str, allowed: bool) -> None:
        before = [one for one in self._preferences.get(ALLOWED) if one != category]
        words = tr("{matter} is saved without asking") if allowed else tr("{matter} is asked about")
        words = words.format(matter=options.matter_name(category))
        self._preferences.put(ALLOWED, [*before, category] if allowed else before, words)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._preferences.home)))

    def _move(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Where shall your data lie?"), str(self._preferences.home))
        if chosen:
            self.folder_chosen.emit(Path(chosen))

    def export(self) -> None:
        """Ask for a file and write what was learned to it."""
        path, _ = QFileDialog.getSaveFileName(self, tr("Export"), "keepwise.json", tr("JSON (*.json);;Markdown (*.md)"))
        if path:
            self._preferences.export_to(Path(path))

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Import"), "", tr("Exports (*.json *.zip *.db *.sqlite);;All files (*)")
        )
        if path:
            self._preferences.import_from(Path(path))

    def _forget(self) -> None:
        self.confirm.hide()
        self._preferences.forget_everything(backups_too=self.backups_too.isChecked())
