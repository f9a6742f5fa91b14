"""The language of the window: texts are written in English in the code and looked up here as they are shown.

The catalogues are assets/translations/keepwise_<language>.ts, compiled by Qt's own tools (`make translations`) into
the .qm files beside them. Which language is in force is kept by Qt alone: as the translators that are installed.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.assets import asset

LANGUAGES: Mapping[str, str] = {"en": "English", "de": "Deutsch", "ar": "العربية"}
"""The languages of the window by their code, each called by its own name."""
SYSTEM = "system"
SOURCE = "en"
_OURS = "keepwise"


def tr(text: str) -> str:
    """`text` in the language of the window; as it is in English, without a translation, and without an application.

    Placeholders are filled afterwards: `tr("Saved {name}").format(name=name)`. Only a literal is found for the catalogue.
    """
    return QCoreApplication.translate("", text) if text else ""


def tr_n(many: str, one: str, n: int, **values: object) -> str:
    """A text that depends on a number, filled: `tr_n("{n} memories", "{n} memory", count)`.

    Each language has its own forms (Arabic six). `n` is written as the language writes numbers; `values` are the other
    placeholders.
    """
    found = QCoreApplication.translate("", many, one, n)
    return (one if found == many and n == 1 else found).format(n=number(n), **values)


def tr_later(text: str) -> str:
    """Marks a text for the catalogue that is kept in English and given to `tr` when it is shown."""
    return text


def language() -> str:
    """The code of the language in force, such as "de"."""
    return QCoreApplication.translate("", "en", "code of the language, such as de")


def locale() -> QLocale:
    """How the language in force writes numbers and dates; in the country of the system where it is spoken there."""
    code, system = language(), QLocale.system()
    if code == SOURCE:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    wanted = QLocale(code)
    return QLocale(system.name()) if system.language() == wanted.language() else wanted


def number(value: int) -> str:
    """A whole number with its thousands apart: "1,234", in German "1.234"."""
    return locale().toString(value)


def decimal(value: float, digits: int = 1) -> str:
    """A number with so many digits behind the point."""
    return locale().toString(value, "f", digits)


def spoken(choice: str) -> str:
    """The code of the language for a choice of the settings: `SYSTEM`, or one of `LANGUAGES`; English for any other."""
    code = QLocale.system().name().partition("_")[0] if choice == SYSTEM else choice
    return code if code in LANGUAGES else SOURCE


def speak(app: QApplication, choice: str) -> None:
    """Speak the chosen language from now on, Qt's own menus too, and lay out the window in its direction.

    Texts that are shown already stay as they are: a window is made anew for another language.
    """
    for old in app.findChildren(QTranslator, _OURS):
        app.removeTranslator(old)
        old.deleteLater()
    code = spoken(choice)
    if code != SOURCE:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for path in (f"{folder}/qtbase_{code}.qm", str(asset("translations", f"keepwise_{code}.qm"))):
            translator = QTranslator(app)
            translator.setObjectName(_OURS)
            if translator.load(path):
                app.installTranslator(translator)
    app.setLayoutDirection(locale().textDirection())
