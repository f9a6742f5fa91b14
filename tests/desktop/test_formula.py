"""Formulas as text: what is shown for LaTeX, and that nothing of it is lost."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.chat.formula import Broken, formula_html
from desktop.chat.markdown import prose_html


def shown(source: str) -> str:
    """The text of a formula, with what is raised after ^ and what is lowered after _."""
    marked = formula_html(source).replace("<sup>", "^(").replace("</sup>", ")").replace("<sub>", "_(")
    return html.unescape(re.sub("<[^>]+>", "", marked.replace("</sub>", ")").replace("<br>", "\n")))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"x_{1,2} = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}", "x_(1,2) = (−b ± √(b^(2) − 4ac))/(2a)"),
        (r"\bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i", "x̄ = 1/n ∑_(i=1)^(n) x_(i)"),
        (r"\sqrt[3]{x}", "^(3)√x"),
        (r"e^{-x^2} + 2^{n_k}", "e^(−x²) + 2^(n_k)"),
        (r"\alpha_k \to \infty, \sigma^2 \geq 0", "α_(k) → ∞, σ^(2) ≥ 0"),
        (r"\lim_{x \to 0} \frac{\sin x}{x}", "lim_(x → 0) (sin x)/x"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "(a\u2002b;\u2003c\u2002d)"),
        (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", "a = b\nc = d"),
        (r"\left( \frac{a}{b} \right)^2", "( a/b )^(2)"),
        (r"\mathbb{R}^n \text{ for } x < y", "ℝ^(n) for  x < y"),
        (r"\{1, 2\} \neq \emptyset", "{1, 2} ≠ ∅"),
        (r"\foo{a}{b} + \bar{ab}", r"\foo{a}{b} + a̅b̅".replace("̅", "\u0304")),
    ],
)
def test_a_formula_reads_as_text(source: str, text: str) -> None:
    assert " ".join(shown(source).split(" ")) == text.replace("  ", " ")


@pytest.mark.parametrize("source", [r"\frac{a", "a}", r"\begin{pmatrix} a", r"\sqrt[3", "x^", r"\begin{a}x\end{b}"])
def test_a_formula_that_cannot_be_read_stays_as_it_was_written(source: str) -> None:
    with pytest.raises(Broken):
        formula_html(source)
    assert html.escape(f"$${source}$$") in prose_html(f"$${source}$$")


@settings(deadline=None)
@example("x^{a^0}")
@given(st.text(alphabet="abcxyz0123456789+-*/=<>(),.!?^_{}& \\", max_size=40))
def test_no_letter_and_no_number_is_ever_lost(source: str) -> None:
    try:
        text = shown(source)
    except Broken:
        return
    kept = [letter for letter in source if letter.isalnum()]
    plain = unicodedata.normalize("NFKC", text)  # a raised number within what is raised is a letter of its own
    assert [letter for letter in plain if letter.isalnum()] == kept


def test_code_is_no_formula() -> None:
    assert "<code>$x_i$</code>" in prose_html("Take `$x_i$` here.")


def test_what_is_written_in_a_formula_is_never_read_as_html() -> None:
    assert "<b>" not in prose_html("$<b>x</b>$")
    assert "<script" not in prose_html(r"$\text{<script>}$ and $\foo{<script>}$")
