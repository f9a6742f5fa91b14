"""People and things: the list, the page of each, its drawing, and what can be done there."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.sidebar.entity_forms import AboutForm, FactForm, NameForm
from desktop.sidebar.entity_page import EntityPage
from desktop.sidebar.entity_tile import EntityTile
from engine.entities.book import Entities
from tests.desktop.world import World, child


def book(world: World) -> Entities:
    return world.learning.entities("me")


def fill(world: World) -> None:
    entities = book(world)
    entities.describe("Sarah Chen", "designs bridges", "person", ["Sally"])
    entities.remember("Sarah Chen", "city: Lisbon")
    entities.remember("Sarah Chen", "city: Porto")
    entities.remember("Sarah Chen", "opened the bridge", on=date(2026, 3, 12))
    entities.link("Sarah Chen", "leads", "Harbor")
    entities.link("Ben", "manages", "Sarah Chen")
    world.until(lambda: len(world.memory.memory.entities) == 3 and bool(world.memory.memory.entities))


def tiles(world: World) -> list[EntityTile]:
    return [tile for tile in world.memory.sections["entity_memory"].tiles if isinstance(tile, EntityTile)]


def names(world: World) -> list[str]:
    return [tile.entity.name for tile in tiles(world)]


def page(world: World, name: str = "Sarah Chen") -> EntityPage:
    tile = next(tile for tile in tiles(world) if tile.entity.name == name)
    tile.setFocus()
    world.press(Qt.Key.Key_Return, tile)
    shown = world.memory.page
    assert isinstance(shown, EntityPage)
    world.desk()
    return shown


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_the_list_tells_name_type_and_how_much_is_known(world: World) -> None:
    fill(world)
    sarah = next(tile for tile in tiles(world) if tile.entity.name == "Sarah Chen")
    assert sarah.name.full() == "Sarah Chen"
    assert sarah.about.full() == "Person · 4 things known · designs bridges"
    assert sarah.accessibleName().startswith("Sarah Chen. Person")


def test_an_entity_is_found_by_what_is_said_of_it(world: World) -> None:
    fill(world)
    world.memory.filter.setText("opened the bridge")
    assert names(world) == ["Sarah Chen"]
    world.memory.filter.setText("sally")
    assert names(world) == ["Sarah Chen"]


def test_the_page_tells_all_with_the_past_folded(world: World) -> None:
    fill(world)
    shown = page(world)
    world.until(lambda: "Show what was true before (1)" in [b.text() for b in shown.findChildren(QPushButton)])
    world.until(lambda: "Sarah Chen leads Harbor" in said(shown))
    words = said(shown)
    for part in ("designs bridges", "Also called Sally", "city: Porto", "On 12 March 2026", "Sarah Chen leads Harbor"):
        assert part in words
    assert "city: Lisbon" not in words
    shown.past_button.click()
    world.until(lambda: "city: Lisbon" in said(shown))
    child(shown, QPushButton, "Restore: city: Lisbon").click()
    world.until(lambda: {i.text for i in book(world).page("Sarah Chen").facts} == {"city: Lisbon"})


def test_the_nodes_of_the_drawing_lead_to_the_others_by_keyboard(world: World) -> None:
    fill(world)
    shown = page(world)
    node = next(node for node in shown.graph.nodes if node.text() == "Harbor")
    assert node.accessibleName() == "Sarah Chen leads Harbor. Open Harbor"
    assert node.focusPolicy() & Qt.FocusPolicy.TabFocus
    node.setFocus()
    world.press(Qt.Key.Key_Space, node)
    assert isinstance(world.memory.page, EntityPage)
    assert world.memory.page.entity.name == "Harbor"


def test_escape_leads_back_to_the_row_one_came_from(world: World) -> None:
    fill(world)
    shown = page(world)
    world.press(Qt.Key.Key_Escape, shown)
    assert world.memory.page is None
    assert next(tile for tile in tiles(world) if tile.entity.name == "Sarah Chen").hasFocus()


def test_renaming_keeps_the_page_open_under_the_new_name(world: World) -> None:
    fill(world)
    shown = page(world)
    shown.rename()
    form = shown.form
    assert isinstance(form, NameForm)
    form.name.setText("Sarah Okafor")
    form.save()
    world.until(lambda: shown.title.full() == "Sarah Okafor")
    world.until(lambda: "Also called Sally, Sarah Chen" in said(shown))
    assert shown.form is None


def test_what_is_told_in_the_forms_is_kept(world: World) -> None:
    fill(world)
    shown = page(world)
    shown.describe()
    assert isinstance(shown.form, AboutForm)
    shown.form.words.setText("builds bridges")
    shown.form.save()
    shown.add_fact()
    fact = shown.form
    assert isinstance(fact, FactForm)
    fact.text.setText("gave a talk")
    fact.second.setText("in spring")
    fact.save()
    assert fact.problem.text() == "Write the day as 2027-01-31."
    fact.second.setText("2026-05-01")
    fact.save()
    shown.link()
    assert isinstance(shown.form, FactForm)
    shown.form.text.setText("plays with")
    shown.form.second.setText("Ana")
    shown.form.save()
    world.until(lambda: "Sarah Chen plays with Ana" in said(shown))
    world.until(lambda: "builds bridges" in said(shown) and "On 1 May 2026" in said(shown))


def test_what_is_known_already_is_said_and_not_added(world: World) -> None:
    fill(world)
    shown = page(world)
    shown.add_fact()
    assert isinstance(shown.form, FactForm)
    shown.form.text.setText("city: Porto")
    shown.form.save()
    world.until(lambda: world.window.toast.words.full() == "That is known already")


def test_merging_and_taking_apart_from_the_page(world: World) -> None:
    fill(world)
    book(world).remember("Sally C", "sings", type="person")
    world.until(lambda: "Sally C" in names(world))
    shown = page(world)
    shown.merge(next(e for e in world.memory.memory.entities if e.name == "Sally C"))
    world.until(lambda: "sings" in said(shown) and "Sally C" not in names(world))
    menu = shown.menu()
    next(action for action in menu.actions() if action.text() == "Take Sally C apart again").trigger()
    menu.deleteLater()
    world.until(lambda: "sings" not in said(shown) and "Sally C" in names(world))


def test_archiving_puts_it_last_and_bringing_back_undoes_that(world: World) -> None:
    fill(world)
    shown = page(world)
    shown.archive()
    world.until(lambda: shown.entity.archived)
    assert names(world)[-1] == "Sarah Chen"
    world.until(lambda: "Archived" in said(shown))
    shown.archive()
    world.until(lambda: not shown.entity.archived)


def test_forgetting_all_of_it_is_one_act_and_closes_the_page(world: World) -> None:
    fill(world)
    page(world).forget()
    world.until(lambda: world.memory.page is None)
    assert "Sarah Chen" not in names(world)
    world.until(world.window.toast.isVisible)
    world.window.toast.button.click()
    world.until(lambda: "Sarah Chen" in names(world))


def test_a_fact_is_edited_and_forgotten_on_the_page(world: World) -> None:
    fill(world)
    shown = page(world)
    world.press(Qt.Key.Key_Delete, next(c for c in shown.cards if c.item.text == "city: Porto"))
    world.until(lambda: "city: Porto" not in said(shown))


def test_a_pinned_entity_comes_first(world: World) -> None:
    fill(world)
    last = tiles(world)[-1]
    name = last.entity.name
    world.press(Qt.Key.Key_P, last)
    world.until(lambda: names(world)[0] == name)
    assert tiles(world)[0].pin.isVisible()
