"""What the settings offer to choose from, as (value, words) in the language of the window."""

from __future__ import annotations

from typing import TypeAlias

from desktop import motion
from desktop.tongue import LANGUAGES, SYSTEM, number, tr, tr_later, tr_n
from desktop.words import MODES, mode_words
from engine.config import LearningMode
from models.fit import this_machine

Options: TypeAlias = list[tuple[object, str]]

MATTERS = {
    "health": tr_later("Health"),
    "sexuality": tr_later("Sexuality"),
    "religion": tr_later("Religion"),
    "politics": tr_later("Politics"),
    "identity": tr_later("Identity"),
    "money": tr_later("Money"),
    "children": tr_later("Children"),
}
"""What the engine's sensitive matters are called."""


def themes() -> Options:
    """Light or dark."""
    return [("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))]


def motions() -> Options:
    """How much moves in the window."""
    return [(motion.SYSTEM, tr("As the system")), (motion.ALL, tr("As usual")), (motion.LESS, tr("Reduced"))]


def languages() -> Options:
    """The languages of the window, each by its own name: who landed in a foreign one finds the way back."""
    return [(SYSTEM, tr("As the system")), *LANGUAGES.items()]


def sizes() -> Options:
    """Sizes of letters in per cent."""
    return [(size, tr("{part} %").format(part=number(size))) for size in (100, 110, 125, 150, 175, 200)]


def contexts() -> Options:
    """Tokens of a model's context."""
    sized = [(size, tr_n("{n} tokens", "{n} token", size)) for size in (2048, 4096, 8192, 16384, 32768)]
    return [(0, tr("As the model likes")), *sized]


def threads() -> Options:
    """Processor cores of this computer."""
    cores = [(count, tr_n("{n} cores", "{n} core", count)) for count in range(1, this_machine().cores + 1)]
    return [(0, tr("As many as fit")), *cores]


def warmths() -> Options:
    """How freely a model chooses its words, as its temperature."""
    return [(0.0, tr("Exact")), (0.4, tr("Balanced")), (0.8, tr("Lively"))]


def copies() -> Options:
    """How many backups are kept."""
    return [(count, number(count)) for count in (1, 3, 5, 10, 20, 50)]


def modes() -> list[tuple[LearningMode | None, str]]:
    """How a store may learn."""
    return [(mode, mode_words(mode)[0]) for mode in MODES]


def lock_minutes() -> Options:
    """After how many minutes without a sign of life the window locks; 0: never by itself."""
    after = [(minutes, tr_n("After {n} minutes", "After {n} minute", minutes)) for minutes in (1, 5, 15)]
    return [(0, tr("Only by its key")), *after]


def matter_name(matter: str) -> str:
    """A sensitive matter by itself: "Health"."""
    return tr(MATTERS.get(matter, matter.capitalize()))
