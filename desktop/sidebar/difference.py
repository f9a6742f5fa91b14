"""Old to new, word by word: what goes is struck out, what comes is bold."""

from __future__ import annotations

import html
from difflib import SequenceMatcher

from desktop.theme import Palette


def difference(old: str, new: str, palette: Palette) -> tuple[str, str]:
    """Both texts as escaped HTML, with the words that differ marked in each."""
    before, after = old.split(), new.split()
    left: list[str] = []
    right: list[str] = []
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = html.escape(" ".join(before[i:j])), html.escape(" ".join(after[k:m]))
        if kind == "equal":
            left.append(gone)
            right.append(come)
            continue
        if gone:
            left.append(f'<s style="color:{palette.danger}">{gone}</s>')
        if come:
            right.append(f'<b style="color:{palette.accent}">{come}</b>')
    return " ".join(left), " ".join(right)
