"""Cutting Markdown into segments, and relative dates: pure functions."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.chat.cutting import PROSE_LIMIT, Cutter, Segment, growing, only_words, segments
from desktop.chat.markdown import code_html, plain, prose_html
from desktop.sidebar.difference import difference
from desktop.theme import DARK, LIGHT
from desktop.words import breakable, local, now, relative

LINES = st.lists(
    st.sampled_from(["text", "", "```", "```python", "~~~", "- item", "    indented", "| a | b |", "x" * 700]),
    max_size=30,
)


@given(LINES)
def test_growing_text_never_changes_a_segment_before_the_last(lines: list[str]) -> None:
    text = "\n".join(lines)
    for cut in range(0, len(text), 37):
        earlier, later = segments(text[:cut]), segments(text)
        whole = earlier[:-1]
        assert later[: len(whole)] == whole


@settings(deadline=None)  # the first call imports what it needs
@given(st.text())
def test_any_text_can_be_cut_and_rendered(text: str) -> None:
    for segment in segments(text):
        if segment.code:
            code_html(segment.text, segment.language, LIGHT)
        else:
            prose_html(segment.text)


def test_a_fence_is_code_with_its_language() -> None:
    assert segments("a\n\n```python\nx = 1\n```\nb") == [Segment("a"), Segment("x = 1", True, "python"), Segment("b")]


def test_a_fence_that_has_not_ended_is_open() -> None:
    assert segments("```js\nlet") == [Segment("let", True, "js", open=True)]


def test_a_longer_fence_holds_a_shorter_one() -> None:
    assert segments("````md\n```\nx\n```\n````") == [Segment("```\nx\n```", True, "md")]


def test_long_prose_is_cut_between_paragraphs_only() -> None:
    text = "\n\n".join(["word " * 100] * 8)
    cut = segments(text)
    assert len(cut) > 1
    assert all(len(segment.text) > PROSE_LIMIT for segment in cut[:-1])
    assert "".join("".join(segment.text.split()) for segment in cut) == "".join(text.split())


def test_a_numbered_list_is_never_cut() -> None:
    text = "\n\n".join(f"{n}. {'word ' * 60}" for n in range(1, 12))
    assert len(segments(text)) == 1


def test_raw_html_is_escaped() -> None:
    assert "<script" not in prose_html("<script>alert(1)</script>")
    assert "<b>" not in code_html("<b>", "nosuchlanguage", DARK)


def test_maths_is_kept_from_markdown() -> None:
    for maths in ("$a*b*c$", r"\(a*b*c\)", r"\[ a*b*c \]", "$$a*b*c$$", "$$\na*b*c\n$$"):
        assert "<i>a</i>*<i>b</i>*<i>c</i>" in prose_html(f"Take {maths} here." if "\n" not in maths else maths)
    assert "<i>x</i>&lt;<i>y</i>" in prose_html("If $x<y$ holds")


def test_prices_are_no_maths() -> None:
    assert "<code>$x_i$</code>" in prose_html("It costs $5 or $10, and `$x_i$` is code.")
    assert "<em>really</em>" in prose_html("It costs $5, *really* $6, or $7 and *up*.")


def test_a_picture_is_named_and_linked_and_never_loaded() -> None:
    shown = prose_html("![a chart](https://tracker.example/x.png)")
    assert "<img" not in shown
    assert "[picture: a chart]" in shown


def test_while_it_grows_the_last_paragraph_stands_alone_and_lists_and_tables_stay_whole() -> None:
    assert [s.text for s in growing("One\n\nTwo\n\nThree")] == ["One\n\nTwo", "Three"]
    assert len(growing("Intro:\n\n1. a\n\n2. b\n\n3. c")) == 1
    assert [s.text for s in growing("One\n\n```\nx")] == ["One", "x"]


@settings(deadline=None)
@given(LINES, st.integers(1, 40))
def test_text_that_is_cut_piece_by_piece_is_cut_as_the_whole_is(lines: list[str], size: int) -> None:
    text, cutter = "\n".join(lines), Cutter()
    for at in range(0, len(text), size):
        assert cutter.append(text[at : at + size]) == growing(text[: at + size])
    assert cutter.text == text


def test_only_words_that_change_no_mark_are_simply_added() -> None:
    assert only_words("A line of an answer", " that goes on")
    assert only_words("A **bold** line of it", ", with 2 more words")
    for shown, more in (
        ("A line of **an answer", "** here"),
        ("A line of an answer", "\nwith another"),
        ("1", ". begins a list here"),
        ("A line of **bold**", " words"),
        ("| a | cell of a table", " more"),
        ("    indented code it is", " more"),
    ):
        assert not only_words(shown, more)


@given(LINES)
def test_what_grows_is_the_same_text_as_what_is_complete(lines: list[str]) -> None:
    text = "\n".join(lines)
    grown, whole = growing(text), segments(text)
    assert "".join("".join(s.text.split()) for s in grown) == "".join("".join(s.text.split()) for s in whole)


def test_the_words_are_found_without_the_marks() -> None:
    assert plain("**bo**ld and `code` and [a link](https://x.y)") == "bold and code and a link"


def test_a_difference_marks_only_the_words_that_differ_and_escapes_them() -> None:
    before, after = difference("Works at <Old> Inc", "Works at New Inc", LIGHT)
    assert before.startswith("Works at <s")
    assert "&lt;Old&gt;" in before
    assert after.endswith("</b> Inc")


def test_dates_are_said_as_people_say_them() -> None:
    noon = now().replace(hour=12, minute=0)
    assert relative(noon, noon + timedelta(seconds=20)) == "just now"
    assert relative(noon, noon + timedelta(minutes=5)) == "5 min ago"
    assert relative(noon, noon + timedelta(days=1)) == "Yesterday"
    assert relative(noon, noon + timedelta(days=3)) == local(noon).strftime("%a")
    assert relative(datetime(2025, 3, 4, 12), datetime(2026, 3, 4, 12)) == "4 Mar 2025"
    assert relative(None) == ""


def test_long_words_may_break_and_short_ones_stay() -> None:
    assert breakable("plain words") == "plain words"
    assert "\u200b" in breakable("x" * 60)
