"""The catalogues: every text of the window is in them and translated, with the same placeholders, and compiled."""

from __future__ import annotations

import ast
import re
import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

from assets.translate import FOLDER, release, sources, update
from desktop.tongue import LANGUAGES, SOURCE

FORMS = {"de": 2, "ar": 6}
Key = tuple[str, str]


def messages(path: Path) -> dict[Key, ElementTree.Element]:
    """The messages of a catalogue by text and comment."""
    root = ElementTree.parse(path).getroot()
    return {(one.findtext("source") or "", one.findtext("comment") or ""): one for one in root.iter("message")}


def catalogue(code: str) -> Path:
    return FOLDER / f"keepwise_{code}.ts"


def calls() -> Iterator[tuple[str, int, ast.Call]]:
    """Every call of our functions in the code of the window."""
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("tr", "tr_n", "tr_later"):
                yield str(path), node.lineno, node


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


def test_each_language_of_the_window_has_a_catalogue() -> None:
    assert {path.stem.rpartition("_")[2] for path in FOLDER.glob("*.ts")} == {
        code for code in LANGUAGES if code != SOURCE
    }
    assert set(FORMS) == set(LANGUAGES) - {SOURCE}


def test_the_catalogues_hold_exactly_the_texts_of_the_code(tmp_path: Path) -> None:
    copies = [Path(shutil.copy(catalogue(code), tmp_path)) for code in FORMS]
    before = [set(messages(path)) for path in copies]
    update(copies)
    assert [set(messages(path)) for path in copies] == before


def test_qt_finds_every_text_that_python_sees() -> None:
    known = {source for source, _ in messages(catalogue("de"))}
    texts = {
        node.args[0].value: f"{path}:{line}"
        for path, line, node in calls()
        if isinstance(node.args[0], ast.Constant) and node.args[0].value
    }
    assert {text: place for text, place in texts.items() if text not in known} == {}


def test_no_text_is_put_together_before_it_is_looked_up() -> None:
    joined = (ast.JoinedStr, ast.BinOp)
    assert [f"{path}:{line}" for path, line, node in calls() if isinstance(node.args[0], joined)] == []


@pytest.mark.parametrize("code", FORMS)
def test_nothing_is_left_untranslated(code: str) -> None:
    for (source, _), one in messages(catalogue(code)).items():
        translation = one.find("translation")
        assert translation is not None, source
        assert translation.get("type") is None, f"unfinished: {source}"
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        assert all(form.strip() for form in forms) or not source.strip(), source
        assert len(forms) == (FORMS[code] if one.get("numerus") else 1), source


@pytest.mark.parametrize("code", FORMS)
def test_placeholders_are_those_of_the_source(code: str) -> None:
    for (source, _), one in messages(catalogue(code)).items():
        wanted = placeholders(source)
        for form in one.iter("numerusform"):
            assert wanted - {"n"} <= placeholders(form.text or "") <= wanted, f"{source}: {form.text}"
        if not one.get("numerus"):
            assert placeholders(one.findtext("translation") or "") == wanted, source


@pytest.mark.parametrize("code", FORMS)
def test_the_compiled_catalogue_is_that_of_its_source(code: str, tmp_path: Path) -> None:
    release(catalogue(code), tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == catalogue(code).with_suffix(".qm").read_bytes()
