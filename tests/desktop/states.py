"""The main states of the window, for tests that look at every widget of it: each puts a world into one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.words import STORES
from tests.desktop.world import World

RICH = "Use **this**:\n\n```python\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAnd $x_i$."


def chat(world: World) -> None:
    """An answer with code, a chip, what was used, and the find bar."""
    world.say("Remember that I prefer short answers.", RICH)
    world.say("How do I prefer answers? What do you remember about me?")
    world.answer().chips.toggle_used()
    world.conversation.find_bar.open()
    world.desk()


def sidebar(world: World) -> None:
    """Something in each store, with a form in each."""
    world.say("Remember that I prefer short answers.")
    for store in ("user_profile", "user_memory", "learned_knowledge", "decision_log"):
        world.write("Something of it.", store, **({"key": "home"} if store == "user_profile" else {}))
    book = world.learning.entities("me")
    book.remember("Sarah Chen", "prefers to be written to in the morning")
    book.link("Sarah Chen", "leads", "Harbor")
    world.until(lambda: len(world.memory.memory.entities) == 2)
    for store in STORES:
        world.memory.sections[store].add()
    world.memory.sections["user_memory"].cards[0].edit()


def person(world: World) -> None:
    """The page of a person."""
    sidebar(world)
    memory = world.memory
    memory.asking.open_entity(next(one for one in memory.memory.entities if one.name == "Sarah Chen"))
    world.desk()


def past_and_bin(world: World) -> None:
    """The bin with something in it."""
    world.learning.forget(world.write("Likes tea.").id)
    world.memory.asking.open_bin()
    world.desk()


def deck(world: World) -> None:
    """A suggestion as a card."""
    world.propose("Due on Friday.")
    world.propose("Opens in May.")
    world.memory.inbox.open()


def review(world: World) -> None:
    """All suggestions as a list."""
    world.propose("Due on Friday.")
    world.window.review.open()
    world.until(lambda: bool(world.window.review.page.model.entries))


def settings(world: World) -> None:
    """The settings."""
    world.window.rooms.show_settings()


def models(world: World) -> None:
    """The models."""
    world.window.rooms.show_models()
    world.until(lambda: len(world.window.rooms.models.cards) > 2)


def first_run(world: World) -> None:
    """The choice of a first model."""
    rooms = world.window.rooms
    rooms.librarian.reload()
    rooms.pages.show("first")
    world.until(lambda: len(rooms.first.choices) > 2)
    rooms.first.go(1)


def temporary(world: World) -> None:
    """A temporary chat."""
    world.window.temporary.start()
    world.until(lambda: world.window.temporary.here)


def notices(world: World) -> None:
    """A banner, a notice, a toast and the sheet of keys."""
    world.conversation.show_error(ValueError("It is not there."), [("Retry", lambda: None)])
    world.window.rooms.notice.show_notice("A better model is here now.", [("Switch to it", lambda: None)])
    world.window.toast.show_words("Forgotten: Likes tea.", 1)
    world.window.sheet.toggle()


STATES: Mapping[str, Callable[[World], None]] = {
    one.__name__: one
    for one in (
        chat, sidebar, person, past_and_bin, deck, review, settings, models, first_run, temporary, notices,
    )
}  # fmt: skip
