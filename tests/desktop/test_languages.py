"""The window in German and Arabic: nothing stays in English, it is mirrored where it is read from right to left, and the
language changes while it is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.below import said
from desktop.chat.message import QuestionView
from desktop.compose import Settings, put_together
from desktop.library.shelf import speed_words
from desktop.mirror import runs_right_to_left
from desktop.stage import Stage
from desktop.theme import mirrored
from desktop.tongue import language, number, speak, tr, tr_n
from desktop.words import day, relative
from engine import Database
from models.fake import FakeChat, FakeEmbedder
from tests.desktop.world import TINY, World
from tests.test_translations import catalogue, messages

SAME = {"Keepwise"}


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The language is German, and English again afterwards."""
    speak(qapp, "de")
    yield
    speak(qapp, "en")


@pytest.fixture
def arabic(qapp: QApplication) -> Iterator[None]:
    """The language is Arabic, and English again afterwards."""
    speak(qapp, "ar")
    yield
    speak(qapp, "en")


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    """A window in English that can be made anew, with a chat."""
    with Database(tmp_path / "memory.duckdb") as database:
        model = FakeChat(lambda *_: "I see.", name="scripted", parameters=TINY)
        made = Stage(put_together(Settings(home=tmp_path), database, model, FakeEmbedder()))
        made.window.show()
        qtbot.waitUntil(lambda: bool(made.window.memory.memory.modes))
        yield made
        made.window.close()
        speak(qapp, "en")


def english(code: str) -> set[str]:
    """The texts that must not be shown in this language: those whose translation differs, without their placeholders."""
    known = messages(catalogue(code))
    told = {source: one.findtext("translation") or "" for (source, _), one in known.items() if not one.get("numerus")}
    return {source for source, there in told.items() if "{" not in source and source != there and len(source) > 1}


def shown(window: QWidget) -> Iterator[str]:
    """Every text that a window shows or says of itself."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()


def untranslated(window: QWidget, code: str) -> set[str]:
    return set(shown(window)) & english(code)


def left(world: World, widget: QWidget) -> int:
    return widget.mapTo(world.window, QPoint(0, 0)).x()


@pytest.mark.usefixtures("german")
def test_in_german_no_text_of_the_catalogue_is_shown_in_english(world: World) -> None:
    world.write("Spielt sonntags Fagott.")
    world.propose("Der Bericht ist am Freitag fällig.", confidence=0.8)
    world.say("Ich mag kurze Antworten.", "Gut.")
    assert untranslated(world.window, "de") == set()
    assert tr("Memories") in set(shown(world.memory))
    world.memory.inbox.open(None)
    world.desk()
    assert untranslated(world.window, "de") == set()
    world.window.rooms.show_settings()
    world.window.rooms.show_models()
    world.desk()
    assert untranslated(world.window, "de") == set()


@pytest.mark.usefixtures("arabic")
def test_in_arabic_the_window_is_mirrored_and_speaks_arabic(world: World) -> None:
    world.propose()
    world.memory.inbox.open(None)
    world.desk()
    assert untranslated(world.window, "ar") == set()
    assert left(world, world.memory) < left(world, world.conversation) < left(world, world.chats)
    header = world.window.header
    assert left(world, header.sidebar) < left(world, header.learning) < left(world, header.title)
    assert left(world, world.composer.action) < left(world, world.composer.editor)


@pytest.mark.usefixtures("arabic")
def test_a_message_of_the_user_stands_on_the_other_side(world: World) -> None:
    world.say("short", "An answer in English.")
    question = next(view for view in world.transcript.views if isinstance(view, QuestionView))
    middle = question.body.mapTo(world.transcript, question.body.rect().center()).x()
    assert middle < world.transcript.width() // 2


@pytest.mark.parametrize(
    ("text", "backwards"), [("שלום Keepwise", True), ("12 نقطة", True), ("Hello سلام", False), ("12", False)]
)
def test_a_text_has_the_direction_of_its_first_letter(text: str, backwards: bool) -> None:
    assert runs_right_to_left(text) is backwards


def test_a_message_in_hebrew_is_laid_out_from_the_right_in_an_english_window(world: World) -> None:
    world.say("שלום", "Hello.")
    question = next(view for view in world.transcript.views if isinstance(view, QuestionView))
    block = question.body.document().firstBlock()
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft
    assert world.window.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.usefixtures("german")
def test_german_dates_and_numbers() -> None:
    assert day(datetime(2026, 11, 27, 12)) == "27. November 2026"
    assert relative(datetime(2026, 3, 5, 12), datetime(2026, 11, 27, 12)) == "5. März"
    assert number(1234) == "1.234"
    assert tr_n("{n} suggestions", "{n} suggestion", 1) == "1 Vorschlag"
    assert tr_n("{n} suggestions", "{n} suggestion", 2000) == "2.000 Vorschläge"


@pytest.mark.usefixtures("arabic")
def test_arabic_has_six_forms_and_its_own_digits() -> None:
    forms = [tr_n("{n} suggestions", "{n} suggestion", n) for n in (0, 1, 2, 3, 11, 100)]
    assert len({form.translate({ord(digit): None for digit in "٠١٢٣٤٥٦٧٨٩"}) for form in forms}) == 6
    assert "٣" in forms[3]
    assert "٢٠٢٦" in day(datetime(2026, 11, 27, 12))


@pytest.mark.usefixtures("german")
def test_what_the_engine_says_is_translated_with_its_values() -> None:
    assert said("Learning waits until you are done.") == "Das Lernen wartet, bis du fertig bist."
    assert said("notes.txt holds no text.") == "notes.txt enthält keinen Text."
    assert said("A failure that nobody listed.") == "A failure that nobody listed."


def test_the_language_changes_at_once_and_back_again(stage: Stage, qtbot: QtBot) -> None:
    first = stage.window
    first.conversation.composer.set_text("half a thought")
    first.rooms.show_settings()
    first.rooms.preferences.put("language", "ar", "Language changed")
    qtbot.waitUntil(lambda: stage.window is not first and bool(stage.window.memory.memory.modes))
    assert language() == "ar"
    assert stage.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert stage.window.rooms.pages.current == "settings"
    qtbot.waitUntil(lambda: stage.window.conversation.composer.text() == "half a thought")
    second = stage.window
    second.toast.button.click()
    qtbot.waitUntil(lambda: stage.window is not second and language() == "en")
    assert cast("QApplication", QApplication.instance()).layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_language_waits_for_the_next_start_while_something_is_going_on(stage: Stage, qtbot: QtBot) -> None:
    window = stage.window
    window.rooms.librarian.errands.start(
        "move", lambda ticket: ticket.cancelled.wait(5), lambda _: None, lambda _: None
    )
    window.rooms.preferences.put("language", "de", "Language changed")
    qtbot.waitUntil(lambda: "next start" in window.toast.words.accessibleName())
    assert stage.window is window
    assert language() == "en"


def test_a_mirrored_style_sheet_swaps_the_sides_and_nothing_else() -> None:
    sheet = "A { padding: 1px 2px 3px 4px; border-left: 3px solid red; } B { padding: 4px 8px; font-size: 9pt; }"
    wanted = "A { padding: 1px 4px 3px 2px; border-right: 3px solid red; } B { padding: 4px 8px; font-size: 9pt; }"
    assert mirrored(sheet) == wanted


def test_speed_is_told_in_words() -> None:
    assert speed_words(16) == "about 12 words a second"
    assert speed_words(1) == "less than a word a second"
    assert speed_words(1.4) == "about 1 word a second"
