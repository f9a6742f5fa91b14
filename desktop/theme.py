"""The look: two palettes, and the style sheet filled with one of them.

A palette is plain data, so that a test can compute the contrast of every pair that meets on the screen. Which one is
in force is read back from the application's own QPalette: no widget needs to be handed a theme.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.assets import asset
from desktop.mirror import is_mirrored

POINTS = 10.0
FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Cantarell", "Ubuntu", "Noto Sans", "DejaVu Sans")
"""Letters of the window, the first of them that this computer has."""
"""Size of the letters at 100 per cent, as assets/style has it."""
_INDICATOR, _PIXELS = re.compile(r"::(?:indicator|down-arrow|drop-down)[^{]*{[^}]*}"), re.compile(r"(\d+)px")
_POINTS = re.compile(r"(font-size: )([\d.]+)pt")
_FOUR = re.compile(r"(padding|margin): ([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;]+);")
_SIDES = re.compile(r"border-left:")
CHOICES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of the window, as `#rrggbb`."""

    name: str
    window: str
    panel: str
    surface: str
    hover: str
    border: str
    strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_text: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    aside: str
    bubble: str
    flash: str
    mark: str
    toast: str
    on_toast: str
    toast_link: str
    code: str
    code_text: str
    code_keyword: str
    code_string: str
    code_number: str
    code_comment: str
    code_name: str


LIGHT = Palette(
    name="light",
    window="#faf9f6",
    panel="#f1efea",
    surface="#ffffff",
    hover="#e7e4dd",
    border="#dedad1",
    strong="#8b8779",
    text="#1e2226",
    muted="#5c6067",
    accent="#0f6b63",
    accent_hover="#0b5750",
    on_accent="#ffffff",
    accent_soft="#dcefeb",
    accent_text="#0b554e",
    danger="#ab2b22",
    danger_soft="#fbe9e6",
    warning="#7a4b00",
    warning_soft="#fbf0d8",
    aside="#ece8f3",
    bubble="#e4ebe8",
    flash="#fff1c2",
    mark="#ffdf7e",
    toast="#22272b",
    on_toast="#f4f3ef",
    toast_link="#7fdccb",
    code="#f4f2ed",
    code_text="#24292e",
    code_keyword="#8a2f8c",
    code_string="#1a6a3a",
    code_number="#9a4600",
    code_comment="#6a6a60",
    code_name="#1f55a8",
)

DARK = Palette(
    name="dark",
    window="#16191c",
    panel="#1c2024",
    surface="#23282d",
    hover="#2d3339",
    border="#343b42",
    strong="#79838d",
    text="#e9ebec",
    muted="#a5adb4",
    accent="#5cc9b8",
    accent_hover="#79d9ca",
    on_accent="#06211d",
    accent_soft="#17393a",
    accent_text="#8fe0d2",
    danger="#ff9a8f",
    danger_soft="#3d2120",
    warning="#f2c26b",
    warning_soft="#3a2f18",
    aside="#211c2c",
    bubble="#28353a",
    flash="#4a4120",
    mark="#6b5a1a",
    toast="#eceae5",
    on_toast="#1b1f22",
    toast_link="#0b5d55",
    code="#1b1f23",
    code_text="#dfe3e6",
    code_keyword="#d6a5e8",
    code_string="#93d6a4",
    code_number="#f0b27a",
    code_comment="#98a1a8",
    code_name="#92c1ff",
)

PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, paper, 4.5) for ink in ("text", "muted") for paper in ("window", "panel", "surface", "hover")),
    *((ink, paper, 4.5) for ink in ("accent", "danger") for paper in ("window", "panel", "surface")),
    *((ink, "aside", 4.5) for ink in ("text", "muted", "accent")),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("accent_text", "accent_soft", 4.5),
    ("text", "accent_soft", 4.5),
    ("muted", "accent_soft", 4.5),
    ("danger", "danger_soft", 4.5),
    ("text", "danger_soft", 4.5),
    ("muted", "danger_soft", 4.5),
    ("warning", "warning_soft", 4.5),
    ("text", "warning_soft", 4.5),
    ("muted", "warning_soft", 4.5),
    ("accent", "warning_soft", 4.5),
    ("danger", "warning_soft", 4.5),
    ("accent", "accent_soft", 4.5),
    ("text", "bubble", 4.5),
    ("muted", "bubble", 4.5),
    ("text", "flash", 4.5),
    ("text", "mark", 4.5),
    ("on_toast", "toast", 4.5),
    ("toast_link", "toast", 4.5),
    *((ink, "code", 4.5) for ink in ("muted", "code_text", "code_keyword", "code_string", "code_number")),
    *((ink, "code", 4.5) for ink in ("code_comment", "code_name")),
    *(("strong", paper, 3.0) for paper in ("window", "panel", "surface")),
)
"""(foreground, background, least contrast): 4.5 for text and 3.0 for the edge of a field, after WCAG 2.2 AA."""


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours `#rrggbb`, from 1.0 to 21.0, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colours() -> Palette:
    """The palette in force, told apart by the lightness of the application's window colour."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def scaled(pixels: float) -> int:
    """A length that goes with the letters: `pixels` at their usual size, twice that at 200 per cent."""
    return round(pixels * QGuiApplication.font().pointSizeF() / POINTS)


def look() -> tuple[str, int]:
    """What a drawing depends on: the name of the palette in force and the share of the letters. Ask it on StyleChange.

    A widget hears of one change of the theme up to seven times, for itself and for each widget above it.
    """
    return colours().name, scaled(100)


def style_sheet(palette: Palette, percent: int = 100) -> str:
    """The style sheet of assets/style with the colours of `palette` and letters of `percent` of their size."""
    template = asset("style", "keepwise.qss").read_text(encoding="utf-8")
    names = {"icons": asset("icons").as_posix(), **asdict(palette)}
    filled = Template(template).substitute(names)
    boxes = _INDICATOR.sub(lambda rule: _PIXELS.sub(lambda n: f"{int(n[1]) * percent // 100}px", rule[0]), filled)
    return with_letters(boxes, percent / 100)


def with_letters(sheet: str, share: float) -> str:
    """A style sheet with letters of that share of their size."""
    if share == 1:
        return sheet
    return _POINTS.sub(lambda found: f"{found[1]}{float(found[2]) * share:.1f}pt", sheet)


def mirrored(sheet: str) -> str:
    """A style sheet for a window that is laid out from right to left. What Qt mirrors by itself stays as it is."""
    return _SIDES.sub("border-right:", _FOUR.sub(r"\1: \2 \5 \4 \3;", sheet))


class Theme(QObject):
    """Applies "system", "light" or "dark" to the application, and follows the system while that is chosen."""

    changed = Signal(str)
    scaled = Signal()
    """Letters of another size are shown."""

    def __init__(self, app: QApplication, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent or app)
        self._app = app
        self.choice = choice if choice in CHOICES else "system"
        self.percent = 100
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    def choose(self, choice: str) -> None:
        """Take another of `CHOICES`."""
        self.choice = choice
        self._apply()
        self.changed.emit(choice)

    def scale(self, percent: int) -> None:
        """Show letters at this share of their size, from 100 to 200 per cent."""
        self.show_as(self.choice, percent)

    def show_as(self, choice: str, percent: int) -> None:
        """Take both at once: each time the style sheet is read anew costs some 0.1 s in a full window."""
        before, self.percent = self.percent, min(max(percent, 100), 200)
        self.choose(choice)
        if self.percent != before:
            self.scaled.emit()

    def toggle(self) -> None:
        """From light to dark or back, whatever the system says."""
        self.choose("light" if colours() is DARK else "dark")

    def _system_changed(self) -> None:
        if self.choice == "system":
            self._apply()

    def _apply(self) -> None:
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        palette = {"light": LIGHT, "dark": DARK}.get(self.choice, DARK if dark else LIGHT)
        font = self._app.font()
        font.setFamilies(FAMILIES)
        font.setPointSizeF(POINTS * self.percent / 100)
        if font != self._app.font():
            self._app.setFont(font)
        shades = _qt_palette(palette)
        if shades != self._app.palette():
            self._app.setPalette(shades)
        sheet = style_sheet(palette, self.percent)
        sheet = mirrored(sheet) if is_mirrored() else sheet
        if sheet != self._app.styleSheet():  # the same again would cost 1.3 s of a full window
            self._app.setStyleSheet(sheet)


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    result = QPalette()
    for colour_role, colour in (
        (role.Window, palette.window),
        (role.WindowText, palette.text),
        (role.Base, palette.surface),
        (role.AlternateBase, palette.panel),
        (role.Text, palette.text),
        (role.Button, palette.surface),
        (role.ButtonText, palette.text),
        (role.PlaceholderText, palette.muted),
        (role.ToolTipBase, palette.toast),
        (role.ToolTipText, palette.on_toast),
        (role.Highlight, palette.accent),
        (role.HighlightedText, palette.on_accent),
        (role.Link, palette.accent),
        (role.Mid, palette.border),
        (role.Accent, palette.accent),
    ):
        result.setColor(colour_role, QColor(colour))
    return result
