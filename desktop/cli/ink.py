"""Streamed Markdown on a terminal: bold, code and headings in colour as the characters come, and nothing harmful.

A live re-rendering would flicker and lose the scroll-back, so this is one pass without looking ahead. Away from a
terminal the text stays as the model wrote it, less its control characters.
"""

from __future__ import annotations

BOLD, CODE, DIM, PLAIN = "\x1b[1m", "\x1b[36m", "\x1b[2m", "\x1b[0m"


def harmless(text: str) -> str:
    """The text without control characters: an escape sequence could rewrite what is on the screen."""
    return "".join(char for char in text if char.isprintable() or char in "\n\t")


class Ink:
    """Turns stretches of Markdown into stretches for a terminal. `colours` False only takes control characters out."""

    def __init__(self, colours: bool) -> None:
        self._colours = colours
        self._held = ""
        self._line_start = True
        self._fence = self._code = self._bold = self._heading = False

    def write(self, text: str) -> str:
        """What to print for this stretch; up to two characters of it are kept back when they may begin a marker."""
        if not self._colours:
            return harmless(text)
        text, self._held = self._held + harmless(text), ""
        for marker in ("``", "`", "*"):
            if text.endswith(marker) and not text.endswith(("```", "**")):
                text, self._held = text[: -len(marker)], marker
                break
        return self._inked(text)

    def end(self) -> str:
        """What was kept back, and the colours switched off."""
        rest, self._held = self._held, ""
        return rest + (PLAIN if self._colours else "")

    def _inked(self, text: str) -> str:
        out, at = [], 0
        while at < len(text):
            width = self._marker(text, at)
            out.append(self._toggle(text[at : at + width]))
            self._line_start = text[at + width - 1] == "\n"
            at += width
        return "".join(out)

    def _marker(self, text: str, at: int) -> int:
        """Length of the marker at this place, or 1 for a plain character."""
        if self._line_start and text.startswith("```", at):
            return 3
        if text.startswith("**", at) and not self._fence and not self._code:
            return 2
        return 1

    def _toggle(self, piece: str) -> str:
        """Switch what this piece switches; the markers themselves are shown only around blocks of code."""
        if piece == "```":
            self._fence = not self._fence
            return (DIM + piece + CODE) if self._fence else (DIM + piece)
        if piece == "\n":
            self._heading = False
            return PLAIN + "\n" + self._style()
        if self._fence:
            return piece
        if piece == "**":
            self._bold = not self._bold
            return PLAIN + self._style()
        if piece == "`":
            self._code = not self._code
            return PLAIN + self._style()
        if piece == "#" and self._line_start:
            self._heading = True
            return self._style() + piece
        return piece

    def _style(self) -> str:
        """The escape sequences of what is switched on now."""
        if self._fence or self._code:
            return CODE
        return BOLD if self._bold or self._heading else ""
