"""Formulas in LaTeX as text that can be read: signs instead of commands, raised and lowered letters, fractions on one line.

Nothing is lost: a command that is not known stays as it was written, and so does a formula whose brackets do not match.
"""

from __future__ import annotations

import html
import re

from desktop.chat.symbols import ACCENTS, DOUBLE, GREEK, NAMES, NOTHING, SIGNS, SPACES

_SIGN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|[^\\]", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ATOM = re.compile(r"√?(?:\d+(?:[.,]\d+)?|\w\W?|∞|)′*|[(\[][^()\[\]]*[)\]]")
_ROWS, _CELLS = ";\u2003", "\u2002"
_BRACKETS = {
    "pmatrix": "()", "bmatrix": "[]", "Bmatrix": "{}", "vmatrix": "||", "Vmatrix": "‖‖", "matrix": "  ", "array": "  ",
    "cases": "{ ", "smallmatrix": "  ",
}  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LINES = frozenset("aligned align align* gather gather* gathered equation equation* split eqnarray multline".split())
_FONTS = {"mathbf": "b", "boldsymbol": "b", "bm": "b", "textbf": "b", "textit": "i", "emph": "i"}
_WORDS = frozenset("text textrm mathrm operatorname mathsf mathtt mathcal mathfrak mathit mbox textnormal".split())


class Broken(ValueError):  # what happened: its brackets do not match
    """The formula cannot be read."""


def formula_html(source: str) -> str:
    """HTML of a formula without its dollars. Raises Broken."""
    reader = _Reader(source)
    shown = reader.row(frozenset())
    return re.sub(r"  +", " ", shown).strip()


class _Reader:
    """Goes through the signs of a formula."""

    def __init__(self, source: str) -> None:
        self._signs = _SIGN.findall(source)
        self._at = self._steps = 0

    def row(self, ends: frozenset[str]) -> str:
        """All up to one of `ends`, which is taken too; up to the end of the formula when there are none."""
        shown: list[str] = []
        while self._at < len(self._signs):
            sign = self._take()
            if sign in ends:
                return "".join(shown)
            if sign == "}":
                raise Broken("a bracket too many")
            shown.append(self._one(sign))
        if ends:
            raise Broken("a bracket is missing")
        return "".join(shown)

    def _take(self) -> str:
        if self._at >= len(self._signs):
            raise Broken("it ends too early")
        self._at += 1
        return str(self._signs[self._at - 1])

    def _next(self) -> str:
        return str(self._signs[self._at]) if self._at < len(self._signs) else ""

    def _one(self, sign: str) -> str:
        if sign == "{":
            return self.row(frozenset("}"))
        if sign in "^_":
            return self._moved("sup" if sign == "^" else "sub")
        if sign.startswith("\\"):
            return self._command(sign[1:])
        if sign.isspace() or sign == "~":
            return " "
        if sign.isascii() and sign.isalpha():
            return f"<i>{sign}</i>"
        return {"-": "−", "'": "′", "&": " "}.get(sign) or html.escape(sign)

    def _moved(self, kind: str) -> str:
        """Raised or lowered; Qt knows one step only, so that what is raised within that is written after a ^."""
        self._steps += 1
        inner = self._argument()
        self._steps -= 1
        if not self._steps:
            return f"<{kind}>{inner}</{kind}>"
        raised = inner.translate(_RAISED) if kind == "sup" and inner.isdecimal() else ""
        return raised or ("^" if kind == "sup" else "_") + _held(inner)

    def _argument(self) -> str:
        while self._next().isspace():
            self._at += 1
        return self._one(self._take())

    def _raw(self) -> str:
        """What stands in brackets, word for word."""
        while self._next().isspace():
            self._at += 1
        if self._next() != "{":
            return self._take()
        begin, depth = self._at + 1, 0
        while self._at < len(self._signs):
            depth += {"{": 1, "}": -1}.get(self._take(), 0)
            if not depth:
                return "".join(self._signs[begin : self._at - 1])
        raise Broken("a bracket is missing")

    def _command(self, name: str) -> str:
        known = GREEK.get(name) or SIGNS.get(name) or (name if name in NAMES else "")
        if known:
            after = " " if name in NAMES and self._next().lstrip("\\")[:1].isalnum() else ""
            return html.escape(known) + after
        if name in SPACES:
            return SPACES[name]
        if name in NOTHING:
            return self._delimiter(name)
        if name == "\\":
            return "<br>"
        if name == "begin":
            return self._environment(self._raw())
        if not name.isalpha():
            return html.escape(name)
        return self._of_arguments(name)

    def _delimiter(self, name: str) -> str:
        if name in ("left", "right") and self._next() == ".":
            self._at += 1
        return ""

    def _of_arguments(self, name: str) -> str:
        if name in ("frac", "dfrac", "tfrac", "cfrac"):
            above, below = self._argument(), self._argument()
            return f"{_held(above)}/{_held(below)}"
        if name == "sqrt":
            return self._root()
        if name in ("binom", "dbinom", "tbinom"):
            return f"C({self._argument()}, {self._argument()})"
        if name in ACCENTS:
            return _accented(self._argument(), ACCENTS[name])
        if name == "mathbb":
            return "".join(DOUBLE.get(letter, html.escape(letter)) for letter in self._raw())
        if name in _FONTS:
            return f"<{_FONTS[name]}>{self._argument()}</{_FONTS[name]}>"
        if name in _WORDS:
            return html.escape(self._raw())
        if name in ("boxed", "tag"):
            return f"[{self._argument()}]"
        return self._unknown(name)

    def _unknown(self, name: str) -> str:
        """As it was written, with what it is given."""
        shown = f"\\{html.escape(name)}"
        while self._next() == "{":
            shown += f"{{{html.escape(self._raw())}}}"
        return shown if not self._next().isalpha() else f"{shown} "

    def _root(self) -> str:
        degree = ""
        if self._next() == "[":
            self._at += 1
            degree = f"<sup>{self.row(frozenset(']'))}</sup>"
        return f"{degree}√{_held(self._argument())}"

    def _environment(self, name: str) -> str:
        if name == "array":
            self._raw()  # where its columns stand
        begin = self._at
        depth = 1
        while depth:
            sign = self._take()
            depth += {"\\begin": 1, "\\end": -1}.get(sign, 0)
        inner = "".join(self._signs[begin : self._at - 1])
        if self._raw() != name:
            raise Broken("it ends as something else")
        rows = [[formula_html(cell) for cell in _apart(row, "&")] for row in _apart(inner, r"\\") if row.strip()]
        if name in _LINES:
            return "<br>".join(" ".join(cells) for cells in rows)
        if name not in _BRACKETS:
            return html.escape(f"\\begin{{{name}}}{inner}\\end{{{name}}}")
        opening, closing = tuple(_BRACKETS[name])
        return f"{opening}{_ROWS.join(_CELLS.join(cells) for cells in rows)}{closing}".strip()


def _apart(source: str, mark: str) -> list[str]:
    """The parts between marks that stand in no brackets and in no environment of their own."""
    parts, depth = [""], 0
    for sign in _SIGN.findall(source):
        depth += {"{": 1, "\\begin": 1, "}": -1, "\\end": -1}.get(sign, 0)
        if sign == mark and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _held(shown: str) -> str:
    """In brackets, unless it is one number, one letter, or in brackets already."""
    words = html.unescape(_TAG.sub("", shown)).strip()
    return shown.strip() if _ATOM.fullmatch(words) else f"({shown.strip()})"


def _accented(shown: str, sign: str) -> str:
    """The sign over each letter; over something in brackets when that is more than letters."""
    words = html.unescape(_TAG.sub("", shown)).strip()
    return "".join(letter + sign for letter in words) if words.isalnum() else f"({shown}){sign}"
