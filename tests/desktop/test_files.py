"""Files for a message, from the drop to the answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFrame

from desktop.chat.files import FileChip, size_of
from desktop.chat.message import QuestionView
from engine.attachments import attached
from tests.desktop.test_message_acts import change
from tests.desktop.world import World
from tests.engine.test_documents import pdf


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(world: World, data: QMimeData) -> bool:
    """Drop onto the window; whether it was taken."""
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, none)
    enter.ignore()
    QApplication.sendEvent(world.window, enter)
    if enter.isAccepted():
        assert any(
            zone.isVisible() for zone in world.conversation.findChildren(QFrame) if zone.property("role") == "dropzone"
        )
        QApplication.sendEvent(world.window, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
    return enter.isAccepted()


def waiting(world: World) -> list[FileChip]:
    return [one.chip for one in world.window.files.waiting if not one.chip.isHidden()]


def read(world: World) -> None:
    world.until(lambda: bool(waiting(world)) and not any("Reading" in chip.detail.full() for chip in waiting(world)))


def question(world: World) -> QuestionView:
    return next(view for view in reversed(world.transcript.views) if isinstance(view, QuestionView))


def test_a_dropped_file_is_read_into_the_turn_and_found_again(world: World, tmp_path: Path) -> None:
    """C6."""
    notes = tmp_path / "notes.txt"
    notes.write_text("The harbour opens at seven. Remember that I hate kumquats.", encoding="utf-8")
    assert drop(world, urls(notes))
    read(world)
    (chip,) = waiting(world)
    assert (chip.name.full(), chip.detail.full()) == ("notes.txt", "58 bytes")
    world.say("When does it open?", "At seven.")
    assert waiting(world) == []
    sent = str(world.model.calls[0].messages[-1]["content"])
    assert "The harbour opens at seven." in sent
    assert sent.index('<file name="notes.txt">') < sent.index("</file>") < sent.index("When does it open?")
    assert [shown.name.full() for shown in question(world).files.chips] == ["notes.txt"]
    assert world.learning.items(None, None, "me") == []
    chat_id = world.conversation.chat_id
    world.conversation.new_chat()
    world.conversation.open(chat_id)
    world.until(lambda: world.questions() == ["When does it open?"])
    assert [shown.name.full() for shown in question(world).files.chips] == ["notes.txt"]


def test_a_pdf_says_its_pages_and_what_did_not_fit(world: World, tmp_path: Path) -> None:
    book = tmp_path / "book.pdf"
    book.write_bytes(pdf(*[f"Page {n} " + "word " * 998 for n in range(10)]))
    world.window.files.add([book])
    read(world)
    assert waiting(world)[0].detail.full().endswith("first 4 of 10 pages")
    world.say("What is on the first page?")
    assert attached(world.turns()[0].data)[0].read == 4


def test_a_file_is_removed_before_it_is_sent(world: World, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("The harbour opens at seven.", encoding="utf-8")
    world.window.files.add([notes])
    read(world)
    waiting(world)[0].button.click()
    assert waiting(world) == []
    world.say("Hello")
    assert "harbour" not in str(world.model.calls[0].messages)


def test_files_wait_in_the_chat_where_they_were_attached(world: World, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("The harbour opens at seven.", encoding="utf-8")
    world.say("Hello")
    first = world.conversation.chat_id
    world.window.files.add([notes])
    read(world)
    world.conversation.new_chat()
    assert waiting(world) == []
    world.say("Something else")
    assert "harbour" not in str(world.model.calls[-1].messages)
    world.conversation.open(first)
    world.until(lambda: len(waiting(world)) == 1)


def test_nothing_is_sent_while_a_file_is_still_read(world: World, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("The harbour opens at seven.", encoding="utf-8")
    world.window.files.add([notes])
    world.composer.set_text("When?")
    world.press(Qt.Key.Key_Return, world.composer.editor)
    assert world.composer.text() == "When?"
    assert "still being read" in world.window.toast.words.full()
    read(world)
    world.press(Qt.Key.Key_Return, world.composer.editor)
    world.until(lambda: world.questions() == ["When?"])
    world.until(lambda: world.answer().finished)
    assert "harbour" in str(world.model.calls[0].messages)


def test_what_cannot_be_read_says_so_on_its_chip_and_is_not_sent(world: World, tmp_path: Path) -> None:
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    world.window.files.add([picture])
    world.until(lambda: "no images" in waiting(world)[0].detail.full())
    world.say("What is this?")
    assert attached(world.turns()[0].data) == []


def test_files_and_pictures_are_pasted(world: World, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("The harbour opens at seven.", encoding="utf-8")
    QGuiApplication.clipboard().setMimeData(urls(notes))
    world.composer.editor.paste()
    read(world)
    assert world.composer.text() == ""
    QGuiApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    world.composer.editor.paste()
    assert "no images" in world.window.toast.words.full()
    QGuiApplication.clipboard().setText("only words")
    world.composer.editor.paste()
    assert world.composer.text() == "only words"
    assert len(waiting(world)) == 1


def test_a_model_file_is_handed_over_and_not_read(world: World, tmp_path: Path) -> None:
    model = tmp_path / "Small.GGUF"
    model.write_bytes(b"GGUF")
    told: list[Path] = []
    world.window.model_dropped.connect(told.append)
    assert drop(world, urls(model))
    assert told == [model]
    assert waiting(world) == []


def test_words_that_are_dropped_are_not_a_file(world: World) -> None:
    data = QMimeData()
    data.setText("only words")
    assert not drop(world, data)


def test_a_file_is_learned_from_when_one_asks_for_it(world: World, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Remember that I like quiet harbours.", encoding="utf-8")
    world.window.files.add([letter])
    read(world)
    world.say("What is it about?")
    chip = question(world).files
    menu = chip.menu_of(attached(world.turns()[0].data)[0])
    menu.actions()[0].trigger()
    world.until(lambda: "1 suggestion from letter.txt" in world.window.toast.words.full())
    world.until(lambda: len(world.memory.memory.proposals) == 1)


def test_sizes_are_said_as_people_read_them() -> None:
    assert [size_of(size) for size in (1, 640, 12_345, 1_234_567)] == ["1 byte", "640 bytes", "12 KB", "1.2 MB"]


def test_a_changed_message_takes_its_files_along(world: World, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("The harbour opens at seven.", encoding="utf-8")
    world.window.files.add([notes])
    read(world)
    world.say("When does it open?", "At seven.")
    change(world, question(world), "When does the harbour open?", "At seven sharp.")
    assert [shown.name.full() for shown in question(world).files.chips] == ["notes.txt"]
    assert "opens at seven" in str(world.model.calls[-1].messages[-1]["content"])
    world.answers.append("Seven.")
    world.transcript.hub.again.emit(world.answer().turn_id)
    world.until(lambda: world.answer().markdown == "Seven." and world.answer().finished)
    assert "opens at seven" in str(world.model.calls[-1].messages[-1]["content"])
    assert [shown.name.full() for shown in question(world).files.chips] == ["notes.txt"]
