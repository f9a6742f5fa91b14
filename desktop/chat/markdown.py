"""Markdown of an answer turned into HTML and highlighted code. Raw HTML in an answer is shown as text, never interpreted."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]
from pygments.token import Comment, Keyword, Name, Number, Operator, String, _TokenType  # type: ignore[import-untyped]
from pygments.util import ClassNotFound  # type: ignore[import-untyped]

from desktop.chat.maths import keep_maths
from desktop.theme import Palette, with_letters
from desktop.tongue import tr

_PARSER = keep_maths(MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"]))


def plain(markdown: str) -> str:
    """The words of an answer without the marks, near enough to what is shown to search in: 2 MB in some 60 ms."""
    return _MARKS.sub(lambda found: found.group(1) or "", markdown)


_MARKS = re.compile(
    r"!?\[([^\]\n]*)\]\([^)\n]*\)|\*+|~~|`+[a-z]*(?=\n)|`|^#{1,6} |^ {0,3}> ?|\\(?=[\\`*_{}\[\]#+.!|-])", re.MULTILINE
)


def _picture(_self: Any, tokens: Sequence[Token], place: int, _options: Any, _env: Mapping[str, Any]) -> str:
    """A picture is named and linked, never loaded: fetching it would tell its server that the answer is being read."""
    address = html.escape(str(tokens[place].attrGet("src") or ""))
    said = tr("[picture: {name}]").format(name=html.escape(tokens[place].content) or address)
    return f'<a href="{address}">{said}</a>'


_PARSER.add_render_rule("image", _picture)


def prose_html(markdown: str) -> str:
    """HTML of a prose segment, for a QTextDocument with `prose_style`."""
    return str(_PARSER.render(markdown)).rstrip()


@lru_cache(maxsize=4)
def prose_style(palette: Palette, share: float = 1.0) -> str:
    """The style sheet of a QTextDocument: the small part of CSS that Qt's rich text knows. share: of the letters' usual size."""
    return with_letters(_STYLE.format(**asdict(palette)), share)


_STYLE = """
p {{ margin-top: 0px; margin-bottom: 10px; line-height: 135%; }}
li {{ margin-bottom: 4px; line-height: 135%; }}
li p {{ margin-bottom: 2px; }}
ul, ol {{ margin-top: 0px; margin-bottom: 10px; }}
h1, h2, h3, h4, h5, h6 {{ margin-top: 12px; margin-bottom: 6px; font-weight: 600; }}
h1 {{ font-size: 15pt; }}
h2 {{ font-size: 13pt; }}
h3 {{ font-size: 11.5pt; }}
h4, h5, h6 {{ font-size: 10.5pt; }}
a {{ color: {accent}; text-decoration: underline; }}
code {{ background-color: {code}; color: {code_text}; font-family: "DejaVu Sans Mono", monospace; font-size: 9.5pt; }}
pre {{ background-color: {code}; color: {code_text}; }}
blockquote {{ color: {muted}; margin-left: 12px; }}
table {{ border-collapse: collapse; margin-bottom: 10px; }}
th {{ background-color: {panel}; padding: 5px 10px; border: 1px solid {border}; font-weight: 600; text-align: left; }}
td {{ padding: 5px 10px; border: 1px solid {border}; }}
hr {{ background-color: {border}; }}
"""


def code_html(code: str, language: str, palette: Palette) -> str:
    """HTML of a code block, highlighted when the language is known."""
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False) if language else None
    except ClassNotFound:
        lexer = None
    if lexer is None:
        return f"<pre>{html.escape(code)}</pre>"
    spans = (_span(kind, value, palette) for kind, value in lexer.get_tokens(code))
    return f"<pre>{''.join(spans)}</pre>"


def _span(kind: _TokenType, value: str, palette: Palette) -> str:
    for family, colour in (
        (Comment, palette.code_comment),
        (Keyword, palette.code_keyword),
        (Operator.Word, palette.code_keyword),
        (String, palette.code_string),
        (Number, palette.code_number),
        (Name.Function, palette.code_name),
        (Name.Class, palette.code_name),
        (Name.Builtin, palette.code_name),
        (Name.Tag, palette.code_keyword),
        (Name.Attribute, palette.code_name),
    ):
        if kind in family:
            return f'<span style="color:{colour}">{html.escape(value)}</span>'
    return html.escape(value)
