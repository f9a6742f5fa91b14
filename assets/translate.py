"""Brings the catalogues of assets/translations up to date with the code, and compiles them; `make translations`.

Qt's own tools do both: lupdate finds the texts (all in one context without a name), lrelease makes the .qm files that
the window reads. What is new stands in the .ts files as unfinished, to be translated there, by hand or in Qt Linguist.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
BIN = Path(sysconfig.get_path("scripts"))
ALIASES = ("tr+=tr_n", "QT_TR_NOOP+=tr_later")
"""Our functions and the ones of Qt they stand for: (text), (plural, singular, number), (text to be shown later)."""


def main() -> None:
    """Update both catalogues and compile them."""
    catalogues = sorted(FOLDER.glob("*.ts"))
    update(catalogues)
    for catalogue in catalogues:
        release(catalogue, catalogue.with_suffix(".qm"))


def sources() -> list[Path]:
    """The files whose texts are shown in the window; the command line stays English."""
    return [path for path in sorted((ROOT / "desktop").rglob("*.py")) if "cli" not in path.parts]


def update(catalogues: Iterable[Path]) -> None:
    """Let the catalogues hold exactly the texts of the code."""
    aliases = [part for alias in ALIASES for part in ("-tr-function-alias", alias)]
    files = [str(path.relative_to(ROOT)) for path in sources()]
    targets = [str(catalogue) for catalogue in catalogues]
    options = ("-locations", "none", "-no-obsolete", "-sort-messages", "-disable-heuristic", "similartext", "-silent")
    run("pyside6-lupdate", *options, *aliases, *files, "-ts", *targets)


def release(catalogue: Path, target: Path) -> None:
    """Compile one catalogue."""
    run("pyside6-lrelease", "-silent", str(catalogue), "-qm", str(target))


def run(tool: str, *arguments: str) -> None:
    """Run a tool of Qt Linguist, which PySide6 brings along."""
    done = subprocess.run([str(BIN / tool), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"keepwise: {tool} failed: {done.stderr or done.stdout}")


if __name__ == "__main__":
    main()
