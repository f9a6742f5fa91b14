"""The keys of the window's own acts; the rooms and panes bind those of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.window import MainWindow


def bind_keys(window: MainWindow) -> None:
    """Bind the acts of a window to the keys in force, and let its parts name them in their tooltips."""
    for name, act in (
        ("new_chat", window.conversation.new_chat),
        ("search_chats", window.search_chats),
        ("write", window.conversation.focus),
        ("find", window.conversation.find_bar.open),
        ("filter", window.search_memory),
        ("review", lambda: window.review_item(None)),
        ("learning", window.toggle_learning),
        ("sidebar", window.toggle_sidebar),
        ("theme", window.toggle_theme),
        ("undo", window.chats.acts.steps.undo),
        ("sheet", window.sheet.toggle),
    ):
        window.keys.bind(name, window, act)
    window.keys.changed.connect(lambda: show_keys(window))
    show_keys(window)


def show_keys(window: MainWindow) -> None:
    """Let every part that names keys name those in force."""
    for part in (window.header, window.chats, window.status, window.memory.filters):
        part.show_keys(window.keys)
