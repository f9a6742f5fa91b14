"""The window's own test: it opens the window, uses it as a person would, and takes pictures of its states.

It runs where the window runs, also in a frozen bundle and without a display (QT_QPA_PLATFORM=offscreen). Each area lists
its steps in a module of its own; `runner` goes through them.
"""

from desktop.selftest.runner import run
from desktop.selftest.session import Check

__all__ = ["Check", "run"]
