"""Maths in an answer is kept from Markdown, which would eat the backslashes of \\( \\) and read a_b*c* as emphasis.

It is shown as `desktop.chat.formula` reads it; what cannot be read stays as it was written.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from desktop.chat.formula import Broken, formula_html

_INLINE = re.compile(
    r"\$\$.+?\$\$"
    r"|\\\(.+?\\\)"
    r"|\\\[.+?\\\]"
    r"|\$(?=[^\s$])(?:[^$`\n\\]|\\.)*?(?<=[^\s\\])\$(?!\d)",
    re.DOTALL,
)
_FENCES = {"$$": "$$", "\\[": "\\]"}
"""What a block of maths begins and ends with."""


def keep_maths(parser: MarkdownIt) -> MarkdownIt:
    """Let the parser find maths before anything else does."""
    parser.inline.ruler.before("escape", "maths", _inline)
    parser.block.ruler.before("fence", "maths_block", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.add_render_rule("maths", _shown)
    parser.add_render_rule("maths_block", lambda *given: f'<p style="margin-left: 24px">{_shown(*given)}</p>\n')
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


def _shown(_self: Any, tokens: Sequence[Token], place: int, _options: Any, _env: Mapping[str, Any]) -> str:
    source = tokens[place].content.strip()
    begin = 1 if source.startswith("$") and not source.startswith("$$") else 2
    try:
        return formula_html(source[begin:-begin].strip())
    except Broken:
        return html.escape(source).replace("\n", "<br>")
