"""What the desktop tells and gives by its portal, on a real session bus with a portal of the tests: motion, and a key."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, new_signal
from jeepney.io.threading import open_dbus_connection
from pytestqt.qtbot import QtBot

from desktop import motion
from desktop.portal import PATH, QUICK_ASK, SETTINGS, SHORTCUTS, Portal, State
from desktop.presence import DESKTOP_KEY
from tests.desktop.portal_double import PortalDouble
from tests.desktop.world import World

pytestmark = pytest.mark.qt_log_ignore("does not support")
APPEARANCE, GNOME = "org.freedesktop.appearance", "org.gnome.desktop.interface"
Make = Callable[..., PortalDouble]
Open = Callable[[], World]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a session bus that nobody else knows."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("there is no dbus-daemon here")
    daemon = subprocess.Popen(
        [program, "--session", "--nofork", "--nopidfile", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def double(bus: str) -> Iterator[Make]:
    made: list[PortalDouble] = []

    def make(*args: Any, **options: Any) -> PortalDouble:
        made.append(PortalDouble(bus, *args, **options))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def portal(qtbot: QtBot, double: Make) -> Iterator[Portal]:
    """The window's side, not yet started; it goes before the bus does."""
    made = Portal()
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, portal: Portal) -> Iterator[Open]:
    """Opens a window that hears the portal, and has begun to."""
    made: list[World] = []

    def make() -> World:
        made.append(World(qtbot, tmp_path, portal=portal))
        qtbot.addWidget(made[-1].window)
        with qtbot.waitSignal(portal.changed):
            portal.start()
        return made[-1]

    yield make
    for world in made:
        world.close()
    motion.follow(None)


def turn(world: World, wanted: bool) -> None:
    world.window.rooms.settings.around.key.picked.emit(wanted)
    world.desk()


def about(world: World) -> str:
    return world.window.rooms.settings.around.quick.about.text()


def test_less_motion_is_followed_from_the_start_and_when_it_changes(double: Make, opened: Open) -> None:
    desktop = double({APPEARANCE: {"reduced-motion": ("u", 1)}})
    world = opened()
    assert motion.still()
    desktop.change(APPEARANCE, "reduced-motion", "u", 0)
    world.until(lambda: not motion.still())


def test_who_chose_how_much_moves_is_not_overruled_by_the_desktop(double: Make, opened: Open) -> None:
    desktop = double()
    world = opened()
    fields = world.window.rooms.settings.fields
    fields[motion.SETTING].picked.emit(motion.ALL)
    world.desk()
    desktop.change(APPEARANCE, "reduced-motion", "u", 1)
    world.until(lambda: world.window.portal is not None and world.window.portal.state.less_motion is True)
    assert not motion.still()
    fields[motion.SETTING].picked.emit(motion.SYSTEM)
    world.desk()
    assert motion.still()


def test_a_desktop_that_only_tells_whether_it_has_animations_is_understood(
    double: Make, portal: Portal, qtbot: QtBot
) -> None:
    double({GNOME: {"enable-animations": ("b", False)}}, offers=False)
    with qtbot.waitSignal(portal.changed):
        portal.start()
    assert portal.state == State(less_motion=True, offers_key=False, key=None)


def test_the_key_of_the_desktop_opens_the_quick_ask_from_anywhere(double: Make, opened: Open) -> None:
    desktop = double()
    world = opened()
    quick = world.window.presence.quick
    assert "BindShortcuts" not in desktop.asked
    turn(world, True)
    world.until(lambda: "everywhere by Ctrl+Alt+Space" in about(world))
    assert [(name, told["description"][1]) for name, told in desktop.wanted] == [(QUICK_ASK, "Quick ask")]
    assert not quick.isVisible()
    desktop.press()
    world.until(quick.isVisible)
    desktop.turn_to("Ctrl+F9")
    world.until(lambda: "everywhere by Ctrl+F9" in about(world))


def test_the_key_is_given_back_when_it_is_turned_off_and_by_undo_asked_for_again(double: Make, opened: Open) -> None:
    desktop = double()
    world = opened()
    turn(world, True)
    world.until(lambda: "everywhere by" in about(world))
    turn(world, False)
    world.until(lambda: "Close" in desktop.asked)
    world.until(lambda: "it asks you which" in about(world))
    world.window.toast.button.click()
    world.until(lambda: desktop.asked.count("BindShortcuts") == 2)
    world.until(lambda: "everywhere by" in about(world))


def test_who_wanted_the_key_has_it_again_at_the_next_start(double: Make, opened: Open, tmp_path: Path) -> None:
    desktop = double()
    world = opened()
    turn(world, True)
    world.until(lambda: "everywhere by" in about(world))
    assert world.database.setting(DESKTOP_KEY) is True
    later = Portal()
    world.window.portal = later
    later.changed.connect(world.window.presence._heard)
    later.start()
    world.until(lambda: later.state.key == "Ctrl+Alt+Space")
    later.close()
    assert desktop.asked.count("BindShortcuts") == 2


def test_a_user_who_gives_no_key_is_told_so_once_and_the_switch_is_off(double: Make, opened: Open) -> None:
    desktop = double(trigger=None)
    world = opened()
    turn(world, True)
    world.until(lambda: world.window.toast.words.full() == "Your desktop gave no key to the quick ask")
    assert world.database.setting(DESKTOP_KEY) is False
    assert "it asks you which" in about(world)
    assert desktop.asked.count("BindShortcuts") == 1


def test_what_others_say_on_the_bus_is_not_the_desktops_word(double: Make, opened: Open, bus: str) -> None:
    desktop = double()
    world = opened()
    turn(world, True)
    world.until(lambda: "everywhere by" in about(world))
    with open_dbus_connection(bus) as other:
        session = "/org/freedesktop/portal/desktop/session/double/one"
        pressed: tuple[str, tuple[Any, ...]] = ("osta{sv}", (session, QUICK_ASK, 1, {}))
        other.send(new_signal(DBusAddress(PATH, interface=SHORTCUTS), "Activated", *pressed))
        motionless = ("ssv", (APPEARANCE, "reduced-motion", ("u", 1)))
        other.send(new_signal(DBusAddress(PATH, interface=SETTINGS), "SettingChanged", *motionless))
    desktop.turn_to("F9")
    world.until(lambda: "everywhere by F9" in about(world))
    assert not world.window.presence.quick.isVisible()
    assert not motion.still()


def test_where_the_desktop_gives_no_keys_the_command_is_told(double: Make, opened: Open) -> None:
    double({APPEARANCE: {"reduced-motion": ("u", 0)}}, offers=False)
    world = opened()
    around = world.window.rooms.settings.around
    assert "keyboard settings" in about(world)
    assert (around.key.isHidden(), around.copied.isHidden()) == (True, False)


def test_without_a_bus_or_a_portal_nothing_happens(qtbot: QtBot, bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for address in (bus, "unix:path=/nowhere", ""):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        alone = Portal()
        alone.start()
        alone._thread.join(10)
        assert not alone._thread.is_alive()
        assert alone.state == State()
        alone.close()


def test_a_desktop_that_goes_leaves_the_window_as_it_was(double: Make, opened: Open) -> None:
    desktop = double()
    world = opened()
    turn(world, True)
    world.until(lambda: "everywhere by" in about(world))
    desktop.close()
    turn(world, False)
    assert world.database.setting(DESKTOP_KEY) is False
