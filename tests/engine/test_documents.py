"""Reading files: encodings, formats, and one clear line for what cannot be read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfWriter

from engine.documents import MOST, Cancelled, Unreadable, read_document


def pdf(*pages: str) -> bytes:
    """A tiny PDF with one line of text a page; an empty line makes a page without text."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for text in pages:
        stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET" if text else ""
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        content = len(objects)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(pages)} >>"
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def read(folder: Path, name: str, raw: bytes) -> str:
    (folder / name).write_bytes(raw)
    return "\n\n".join(read_document(folder / name).parts)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"]
)
def test_text_is_read_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    assert (
        read(tmp_path, "a.txt", "Café am Fluß, gleich hinter der Brücke".encode(encoding))
        == "Café am Fluß, gleich hinter der Brücke"
    )


def test_code_and_tables_keep_their_lines(tmp_path: Path) -> None:
    assert read(tmp_path, "a.py", b"def f():\r\n    return 1\r\n") == "def f():\n    return 1\n"
    assert read(tmp_path, "a.csv", b"name;age\nAna;7\n") == "name;age\nAna;7\n"
    assert read(tmp_path, "a.json", b'{"a": [1, 2]}') == '{"a": [1, 2]}'


def test_of_a_web_page_only_what_it_says_is_read(tmp_path: Path) -> None:
    page = (
        b"<html><head><title>T</title><style>p{}</style><script>evil()</script><body><h1>Head</h1>"
        b"<p>One <b>two</b> three<br>four</p><ul><li>a<li>b</ul>"
    )
    assert read(tmp_path, "a.html", page) == "T\n\nHead\n\nOne two three\nfour\n\n- a\n- b"


def test_a_pdf_is_read_page_by_page_with_progress(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("The rudder steers.", "The keel holds."))
    told: list[tuple[int, int]] = []
    document = read_document(tmp_path / "a.pdf", progress=lambda done, total: told.append((done, total)))
    assert document.pages == 2
    assert [part.strip() for part in document.parts] == ["The rudder steers.", "The keel holds."]
    assert told == [(1, 2), (2, 2)]


def test_reading_can_be_ended(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("One", "Two"))
    with pytest.raises(Cancelled):
        read_document(tmp_path / "a.pdf", stopped=lambda: True)


def locked() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("a.png", b"\x89PNG\r\n", "no images"),
        ("a.docx", b"PK\x03\x04", "Save it as PDF"),
        ("a.bin", bytes(range(256)) * 20, "is not text"),
        ("a.exe", b"MZ\x00\x01\x02\x03" * 50, "is not text"),
        ("a.txt", b"", "holds no text"),
        ("a.pdf", b"%PDF-1.4\nbroken", "damaged"),
        ("scan.pdf", pdf("", ""), "a scan"),
        ("locked.pdf", locked(), "password"),
    ],
)
def test_what_cannot_be_read_says_why_in_one_line(tmp_path: Path, name: str, raw: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(Unreadable, match=why) as failed:
        read_document(tmp_path / name)
    assert name in failed.value.message
    assert "\n" not in failed.value.message


def test_a_huge_file_a_folder_and_nothing_are_refused_without_reading(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(5 * MOST)
    for name, why in (("huge.txt", "100 MB"), ("", "no file"), ("missing.txt", "no file")):
        with pytest.raises(Unreadable, match=why):
            read_document(tmp_path / name)
