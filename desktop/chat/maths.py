"""Maths in an answer stays as it was written: Markdown would eat the backslashes of \\( \\) and read a_b*c* as emphasis."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_INLINE = re.compile(
    r"\$\$.+?\$\$"
    r"|\\\(.+?\\\)"
    r"|\\\[.+?\\\]"
    r"|\$(?=[^\s$])(?:[^$\n\\]|\\.)*?(?<=[^\s\\])\$(?!\d)",
    re.DOTALL,
)
_FENCES = {"$$": "$$", "\\[": "\\]"}
"""What a block of maths begins and ends with."""


def keep_maths(parser: MarkdownIt) -> MarkdownIt:
    """Let the parser pass maths through, word for word."""
    parser.inline.ruler.before("escape", "maths", _inline)
    parser.block.ruler.before("fence", "maths_block", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.add_render_rule("maths", _literal)
    parser.add_render_rule("maths_block", lambda *given: f"<p>{_literal(*given)}</p>\n")
    return parser


def _inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "$\\":
        return False
    found = _INLINE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("maths", "", 0).content = found.group()
    state.pos = found.end()
    return True


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines from one that begins with a fence to the one that ends it; unfinished while the answer still comes."""
    lines = [state.src[state.bMarks[n] + state.tShift[n] : state.eMarks[n]] for n in range(start, end)]
    closing = next((close for begin, close in _FENCES.items() if lines[0].startswith(begin)), "")
    if not closing or closing in lines[0][2:]:
        return False
    last = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip().endswith(closing)), None)
    if last is None:
        return False
    if not silent:
        token = state.push("maths_block", "", 0)
        token.content = "\n".join(lines[: last + 1])
        token.map = [start, start + last + 1]
    state.line = start + last + 1
    return True


def _literal(_self: Any, tokens: Sequence[Token], place: int, _options: Any, _env: Mapping[str, Any]) -> str:
    return html.escape(tokens[place].content).replace("\n", "<br>")
