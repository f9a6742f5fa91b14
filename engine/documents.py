"""Reading files for a turn: text, Markdown, code, CSV, JSON, HTML (as text) and PDF (its text, page by page).

What cannot be read gives one clear line. Nothing is fetched, run or written; a PDF is read by pypdf, a pure library.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from engine.errors import KeepwiseError

MOST = 20_000_000
"""Bytes of a text file that are read: a model reads less than a hundredth of that."""
PDF_MOST = 200_000_000
MOST_PAGES = 400
"""Pages of a PDF that are read; no context holds more."""
IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".svg", ".ico"}
OFFICE = {".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".odt", ".ods", ".odp", ".pages", ".rtf", ".epub"}
NO_TEXT = "is not text. Text, Markdown, code, CSV, JSON, HTML and PDF files can be attached."
NO_IMAGES = "This model reads text only, no images. Describe what the picture shows."
Progress = Callable[[int, int], object]
"""Told how much of how much is read."""


class Unreadable(KeepwiseError):
    """A file cannot be read as text; the message says why and what to do."""

    title = "The file was not attached"


class Cancelled(KeepwiseError):
    """Reading was ended by the user."""

    title = "Cancelled"


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text. size: in bytes; parts: pages of a PDF, else paragraphs; pages: 0 where a file has none."""

    name: str
    size: int
    parts: tuple[str, ...]
    pages: int = 0


def read_document(
    path: Path, stopped: Callable[[], bool] = lambda: False, progress: Progress = lambda done, total: None
) -> Document:
    """Read a file. Raises Unreadable, and Cancelled when `stopped()` says so."""
    ending = path.suffix.lower()
    if ending in IMAGES:
        raise Unreadable(f"{path.name}: {NO_IMAGES}")
    if ending in OFFICE:
        raise Unreadable(f"{path.name} cannot be read directly. Save it as PDF or plain text and attach that.")
    try:
        if not path.is_file():
            raise Unreadable(f"{path.name} is no file. Attach the files that are in it one by one.")
        size = path.stat().st_size
        with path.open("rb") as file:
            pdf = file.read(5) == b"%PDF-"
        if pdf:
            return _pdf(path, size, stopped, progress)
        return _text(path, size, ending, stopped)
    except OSError as error:
        raise Unreadable(f"{path.name} could not be opened: {error.strerror or error}.") from error


def _text(path: Path, size: int, ending: str, stopped: Callable[[], bool]) -> Document:
    if size > MOST:
        raise Unreadable(
            f"{path.name} has {size / 1e6:,.0f} MB; text of up to {MOST / 1e6:.0f} MB is read. Attach the part that matters."
        )
    text = decoded(path.read_bytes(), path.name)
    if stopped():
        raise Cancelled(path.name)
    if ending in (".html", ".htm", ".xhtml"):
        text = text_of_html(text)
    parts = tuple(part for part in text.replace("\r\n", "\n").replace("\r", "\n").split("\n\n") if part.strip())
    if not parts:
        raise Unreadable(f"{path.name} holds no text.")
    return Document(path.name, size, parts)


def decoded(raw: bytes, name: str) -> str:
    """The text of these bytes: UTF-8, UTF-16 and UTF-32 by their marks, else the western one. Raises Unreadable for others."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    head = raw[:65_536]
    if b"\x00" in head:
        even, odd = head[::2].count(0), head[1::2].count(0)
        if max(even, odd) < 0.6 * len(head) / 2 or min(even, odd) > 0.05 * len(head) / 2:
            raise Unreadable(f"{name} {NO_TEXT}")
        return raw.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        odd_ones = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
        if odd_ones > 0.01 * len(head):
            raise Unreadable(f"{name} {NO_TEXT}") from None
        return raw.decode("cp1252", errors="replace")


class _Words(HTMLParser):
    """Collects what a page says, without scripts and styles."""

    SILENT = ("script", "style", "template", "noscript")
    BREAKS = (
        "p",
        "div",
        "section",
        "article",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "table",
        "blockquote",
        "pre",
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to be silent, or begin another line."""
        self._silent += tag in self.SILENT
        if tag in self.BREAKS:
            self.words.append("\n\n")
        elif tag in ("br", "tr", "li"):
            self.words.append("\n- " if tag == "li" else "\n")
        elif tag in ("td", "th"):
            self.words.append(" | ")

    def handle_endtag(self, tag: str) -> None:
        """Speak again, or end a paragraph."""
        if tag in self.SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in self.BREAKS:
            self.words.append("\n\n")

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if not self._silent:
            self.words.append(re.sub(r"\s+", " ", data))


def text_of_html(page: str) -> str:
    """What a page says, in paragraphs."""
    reader = _Words()
    reader.feed(page)
    reader.close()
    lines = [line.strip() for line in "".join(reader.words).splitlines()]
    paragraphs = "\n".join(lines).split("\n\n")
    return "\n\n".join(part.strip() for part in paragraphs if part.strip())


def _pdf(path: Path, size: int, stopped: Callable[[], bool], progress: Progress) -> Document:
    if size > PDF_MOST:
        raise Unreadable(f"{path.name} has {size / 1e6:,.0f} MB; a PDF of up to {PDF_MOST / 1e6:.0f} MB is read.")
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of each small flaw of a file
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(f"{path.name} is locked by a password. Save a copy without one and attach that.")
        total = len(reader.pages)
        pages = tuple(_pages(reader, min(total, MOST_PAGES), stopped, progress))
    except KeepwiseError:
        raise
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        ImportError,
    ) as error:
        raise Unreadable(f"{path.name} is damaged or of a kind of PDF that cannot be read.") from error
    if not any(page.strip() for page in pages):
        raise Unreadable(
            f"{path.name} holds only pictures of pages (a scan), no text. Run text recognition on it first."
        )
    return Document(path.name, size, pages, total)


def _pages(reader: object, count: int, stopped: Callable[[], bool], progress: Progress) -> Iterator[str]:
    for number in range(count):
        if stopped():
            raise Cancelled(f"page {number + 1}")
        yield reader.pages[number].extract_text()  # type: ignore[attr-defined]
        progress(number + 1, count)
