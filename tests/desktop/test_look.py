"""The look: contrast, names for screen readers, files that are found."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.assets import asset
from desktop.chat.markdown import code_html, prose_style
from desktop.icons import icon
from desktop.theme import DARK, LIGHT, PAIRS, Palette, contrast, style_sheet
from tests.desktop.world import World

INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]} on {pair[1]}")
def test_every_pair_of_colours_that_meet_can_be_read(palette: Palette, pair: tuple[str, str, float]) -> None:
    ink, paper, least = pair
    assert contrast(getattr(palette, ink), getattr(palette, paper)) >= least


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_the_style_sheet_can_be_read(palette: Palette) -> None:
    unread = [
        f"{selector}: {ink} on {paper} {contrast(getattr(palette, ink), getattr(palette, paper)):.2f}"
        for selector, ink, paper, least in pairs_of_the_sheet()
        if contrast(getattr(palette, ink), getattr(palette, paper)) < least
    ]
    assert unread == []


PAPERS = ("window", "panel", "surface", "aside")
"""What may lie under a widget that is transparent."""
Rules = list[tuple[str, dict[str, str]]]


def rules() -> Rules:
    """(selector, properties) of the style sheet, in order."""
    sheet = re.sub(r"/\*.*?\*/", "", asset("style", "keepwise.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    found: Rules = []
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", sheet):
        properties = dict(part.split(":", 1) for part in body.split(";") if ":" in part)
        found += [(one.strip(), {k.strip(): v.strip() for k, v in properties.items()}) for one in selectors.split(",")]
    return found


def entry(value: str) -> str:
    """The entry of the palette that a value names."""
    named = re.search(r"\$(\w+)", value)
    return named[1] if named is not None else ""


def pairs_of_the_sheet() -> list[tuple[str, str, str, float]]:
    """(selector, ink, paper, least contrast): of text in every state but disabled, and of the edge that shows the keyboard."""
    at_rest: dict[str, dict[str, str]] = {}
    for selector, properties in rules():
        if ":" not in selector:
            at_rest[selector] = at_rest.get(selector, {}) | properties
    found: list[tuple[str, str, str, float]] = []
    for selector, own in rules():
        base = at_rest.get(re.sub(r"::?[\w-]+", "", selector), {})
        drawn = (base if ":" in selector else {}) | own | ({} if ":" in selector else base)
        ink, paper = entry(drawn.get("color", "")), entry(drawn.get("background", ""))
        edge = entry(own.get("border", own.get("border-color", own.get("border-bottom", ""))))
        under = ("toast",) if 'role="toast"' in selector else (paper,) if paper else PAPERS
        if ink and "disabled" not in selector:
            found += [(selector, ink, one, 4.5) for one in under]
        if edge and ":focus" in selector:
            beside = ("toast",) if 'role="toast"' in selector else PAPERS
            found += [(selector, edge, one, 3.0) for one in beside]
        if selector.startswith("QScrollBar") and ":handle" in selector and paper:
            found += [(selector, paper, one, 3.0) for one in ("window", "panel", "surface")]
        if paper and "selection-background-color" in own:
            found.append((selector, entry(own["selection-color"]), entry(own["selection-background-color"]), 4.5))
    return found


def test_the_sheet_is_read_with_all_its_pairs() -> None:
    found = {(ink, paper) for _, ink, paper, _ in pairs_of_the_sheet()}
    assert {
        ("on_accent", "accent_hover"),
        ("toast_link", "toast"),
        ("muted", "aside"),
        ("warning", "warning_soft"),
    } <= found


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_hole_and_no_colour_of_its_own(palette: Palette) -> None:
    own = {value.lower() for value in dataclasses.asdict(palette).values() if value.startswith("#")}
    for sheet in (style_sheet(palette), prose_style(palette), code_html("x = 1  # y", "python", palette)):
        assert "$" not in sheet
        assert set(re.findall(r"#[0-9a-f]{6}\b", sheet.lower())) <= own


def test_every_drawing_of_the_style_sheet_is_there() -> None:
    for palette in (LIGHT, DARK):
        for path in re.findall(r"url\(([^)]+)\)", style_sheet(palette)):
            assert asset("icons", path.rsplit("/", 1)[-1]).is_file()


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    for file in asset("icons").glob("*.svg"):
        assert not icon(file.stem, "#123456").pixmap(20, 20).isNull()


def test_assets_are_found_in_a_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys._MEIPASS", "/bundle", raising=False)
    assert asset("icons", "plus.svg").as_posix() == "/bundle/assets/icons/plus.svg"


def nameless(window: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for kind in INTERACTIVE
        for widget in window.findChildren(kind)
        if not widget.accessibleName() and not foreign(widget)
    ]


def foreign(widget: QWidget) -> bool:
    """Whether Qt made the widget itself: the cross and the glass inside of a line, what a scroll bar is made of."""
    return isinstance(widget.parent(), QLineEdit)


def test_everything_one_can_use_has_a_name_for_screen_readers(world: World) -> None:
    world.propose("One.")
    world.memory.inbox.open()
    world.say("Remember that I prefer short answers.", "See:\n\n```python\nx\n```")
    world.until(lambda: bool(world.memory.sections["user_memory"].cards))
    world.memory.sections["user_memory"].cards[0].edit()
    for section in world.memory.sections.values():
        section.add()
    assert nameless(world.window) == []


def test_the_empty_window_and_the_one_without_a_model_have_names_too(world_without_model: World) -> None:
    assert nameless(world_without_model.window) == []


class _Watch(QObject):
    """Notes each window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_no_part_of_the_window_flashes_up_as_a_window_of_its_own(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    watch = _Watch()
    qapp.installEventFilter(watch)
    world = World(qtbot, tmp_path)
    qtbot.addWidget(world.window)
    rooms = world.window.rooms
    for page in ("settings", "models", "first"):
        rooms.pages.show(page)
    rooms.pages.back()
    world.propose()
    world.window.review.open()
    world.say("My name is Alex.")
    qapp.removeEventFilter(watch)
    assert [part for part in watch.shown if part is not world.window] == []
    world.close()


def test_switching_the_theme_changes_the_colours_and_is_kept(world: World) -> None:
    world.window.theme.choose("light")
    world.window.header.theme.click()
    world.desk()
    assert world.window.theme.choice == "dark"
    assert world.database.setting("theme") == "dark"
    assert world.window.header.theme.accessibleName() == "Light theme"
    assert QApplication.palette().window().color().name() == DARK.window


def test_the_sidebar_hides_and_comes_back(world: World) -> None:
    world.window.toggle_sidebar()
    assert world.memory.isHidden()
    world.window.toggle_sidebar()
    assert not world.memory.isHidden()


def test_the_sheet_of_shortcuts_opens_and_closes(world: World) -> None:
    sheet = world.window.sheet
    sheet.toggle()
    assert sheet.isVisible()
    sheet.toggle()
    assert not sheet.isVisible()


def test_in_a_narrow_window_chats_or_memories_stand_beside_the_chat_and_nothing_is_cut_off(world: World) -> None:
    window = world.window
    world.say("Hello", "A short answer.")
    window.resize(window.minimumSize())
    world.until(world.memory.isHidden)
    assert world.chats.isVisible()
    window.toggle_sidebar()
    assert (world.memory.isVisible(), world.chats.isVisible()) == (True, False)
    world.desk()
    for part in (world.composer.action, world.memory.filter, window.header.sidebar, world.answer()):
        right = part.mapTo(window, part.rect().topRight()).x()
        assert right < window.width()
    window.resize(1200, 700)
    world.until(lambda: world.memory.isVisible() and world.chats.isVisible())
