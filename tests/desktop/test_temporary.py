"""The temporary chat, as it is used: it leaves nothing, unless it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.drafts import SETTING
from tests.desktop.test_message_acts import change, question
from tests.desktop.world import World

SECRETS = (b"Quenilda", b"kumquat", b"Plumbago", b"zarzuela")


def begin(world: World) -> str:
    before = world.conversation.chat_id
    world.press(Qt.Key.Key_N, world.window, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    world.until(lambda: world.window.temporary.here and world.conversation.chat_id != before)
    world.desk()
    return world.conversation.chat_id


def bytes_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def left(world: World, folder: Path) -> list[bytes]:
    world.close()
    kept = bytes_in(folder)
    return [secret for secret in SECRETS if secret in kept]


def offered(world: World, words: str) -> QPushButton:
    world.until(lambda: any(isinstance(b, QPushButton) and b.text() == words for b in world.window.toast.offered))
    return next(b for b in world.window.toast.offered if isinstance(b, QPushButton) and b.text() == words)


def test_a_temporary_chat_leaves_no_byte_in_the_file_when_the_window_is_closed(world: World, tmp_path: Path) -> None:
    """C8."""
    world.write("Likes tea.")
    begin(world)
    world.say("Remember that my sister Quenilda loves kumquats.", "Plumbago it is.")
    world.type("An unsent zarzuela")
    world.conversation.drafts.save()
    world.desk()
    assert world.answer().markdown == "Plumbago it is."
    assert world.database.chats("me") == []
    assert [item.text for item in world.learning.items(user_id="me")] == ["Likes tea."]
    assert world.database.setting(SETTING, {}) == {}
    assert left(world, tmp_path) == []


def test_it_says_all_the_time_that_nothing_is_kept(world: World) -> None:
    begin(world)
    assert world.window.temporary.bar.isVisible()
    assert world.window.temporary.bar.accessibleName() == "Temporary chat: nothing is kept or learned"
    assert world.window.header.title.full() == "Temporary chat"
    assert world.window.header.learning.isHidden()
    world.say("Hello")
    assert world.window.temporary.bar.isVisible()
    assert world.window.header.title.full() == "Temporary chat"
    world.conversation.new_chat()
    assert world.window.temporary.bar.isHidden()
    assert not world.window.header.learning.isHidden()
    assert world.window.header.title.full() == "New chat"


def test_it_ends_when_another_chat_is_opened_and_then_nothing_is_left(world: World, tmp_path: Path) -> None:
    """C8."""
    begin(world)
    world.say("My sister Quenilda loves kumquats.", "Plumbago it is.")
    world.conversation.new_chat()
    world.until(offered(world, "Keep it").isVisible)
    begin(world)
    world.idle()
    assert world.questions() == []
    assert left(world, tmp_path) == []


def test_it_can_be_kept_while_it_is_open_and_is_learned_from_then(world: World) -> None:
    """C8."""
    chat_id = begin(world)
    world.say("Remember that I prefer short answers.", "Plumbago it is.")
    world.window.temporary.bar.keep.click()
    world.until(world.window.temporary.bar.isHidden)
    assert [chat.id for chat in world.database.chats("me")] == [chat_id]
    world.until(lambda: len(world.learning.items(user_id="me")) == 1)
    world.say("Go on")
    assert [turn.text for turn in world.database.turns(chat_id)][::2] == [
        "Remember that I prefer short answers.",
        "Go on",
    ]
    world.until(lambda: world.window.header.title.full() == "I prefer short answers")


def test_it_can_still_be_kept_from_the_toast_after_one_left_it(world: World) -> None:
    chat_id = begin(world)
    world.say("About boats", "The rudder steers.")
    world.conversation.new_chat()
    offered(world, "Keep it").click()
    world.until(lambda: world.questions() == ["About boats"])
    assert world.conversation.chat_id == chat_id
    assert world.window.temporary.bar.isHidden()
    assert [chat.title for chat in world.database.chats("me")] == ["About boats"]


def test_leaving_it_while_it_answers_ends_the_answer(world: World, tmp_path: Path) -> None:
    begin(world)
    world.answers.append(world.held("Plumbago ", "it is."))
    world.send("My sister Quenilda loves kumquats.")
    world.until(lambda: "Plumbago" in world.answer().markdown)
    world.conversation.new_chat()
    world.until(lambda: world.window.bridge.live is None)
    world.gate.set()
    world.idle()
    assert world.conversation.banner.isHidden()
    world.say("An ordinary question", "An answer.")
    assert world.answer().markdown == "An answer."
    assert left(world, tmp_path) == []


def test_an_empty_one_has_nothing_to_keep(world: World) -> None:
    begin(world)
    world.window.temporary.bar.keep.click()
    assert world.window.toast.words.full() == "There is nothing to keep yet"
    world.window.temporary.bar.end.click()
    assert world.window.bridge.aside is None
    assert world.conversation.chat_id == ""


def test_without_a_model_it_says_what_is_missing(world_without_model: World) -> None:
    world_without_model.window.temporary.start()
    assert "model" in world_without_model.window.toast.words.full()


def test_other_versions_and_thumbs_stay_in_it(world: World, tmp_path: Path) -> None:
    """C8."""
    chat_id = begin(world)
    world.say("My sister Quenilda", "Plumbago it is.")
    change(world, question(world), "My sister loves kumquats", "A zarzuela, then.")
    world.until(lambda: question(world).arrows.place.text() == "2 of 2")
    question(world).arrows.back.click()
    world.until(lambda: world.questions() == ["My sister Quenilda"])
    world.answers.append("Plumbago again.")
    world.transcript.hub.again.emit(world.answer().turn_id)
    world.until(lambda: world.answer().markdown == "Plumbago again." and world.answer().finished)
    world.idle()
    world.transcript.hub.judge.emit(world.answer().turn_id, False, "Not Plumbago")
    world.desk()
    aside = world.window.bridge.aside
    assert aside is not None
    assert aside.learning.db.turns(chat_id)[-1].data["feedback"]["reason"] == "Not Plumbago"
    assert len(aside.learning.db.turns(chat_id, versions=True)) == 5
    assert world.learning.items(None, None, "me") == []
    assert world.conversation.banner.isHidden()
    assert left(world, tmp_path) == []


def test_an_answer_of_it_that_was_stopped_goes_on_in_it(world: World) -> None:
    chat_id = begin(world)
    world.answers.append(world.held("Plumbago ", "it is."))
    world.send("Which flower?")
    world.until(lambda: "Plumbago" in world.answer().markdown)
    world.window.bridge.stop()
    world.gate.set()
    world.idle()
    world.answers.append("after all.")
    world.transcript.hub.resume.emit(world.answer().turn_id)
    world.until(lambda: world.answer().markdown.endswith("after all.") and world.answer().finished)
    aside = world.window.bridge.aside
    assert aside is not None
    assert aside.learning.db.turns(chat_id)[-1].text.endswith("after all.")
    assert world.database.chats("me") == []
