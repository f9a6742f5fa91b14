"""The same conversation of ten exchanges through Agno 3.1.10 and through Keepwise, with the same model file.

    python -m tests.evals.compare_agno.compare [--model starter] [--json PATH] [--environment FOLDER] [--only SIDE]

Run it from the project's folder, on a machine that has nothing else to do, with the model and the embedder fetched
(`keepwise models pull starter`). Agno and a llama-server get an environment of their own (made once, some 400 MB, deleted
by hand); they are no dependency of Keepwise. The sides run one after the other, never together.

Seconds depend on the builds of llama.cpp too: Keepwise builds it for the processor at hand, the package that ships the
server is built for any (AVX2). Tokens and facts do not depend on that.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

from models.catalogue import folder_of
from models.llama import default_threads
from tests.evals.compare_agno.keepwise_side import held

PACKAGES = (
    "agno==3.1.10",
    "openai==3.57.0",
    "sqlalchemy[asyncio]==2.1.9",
    "qdrant-client==1.20.0",
    "fastembed==0.9.1",
    "xllamacpp==2026.10.11549",  # the server of llama.cpp, built
)


def main() -> None:
    """Run what was asked for and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", default="starter", help="a name of the catalogue")
    parser.add_argument("--json", type=Path, metavar="PATH", help="write everything there")
    parser.add_argument("--environment", type=Path, default=Path(tempfile.gettempdir()) / "keepwise-compare-agno")
    parser.add_argument("--only", choices=("agno", "keepwise"))
    asked = parser.parse_args()
    threads = default_threads()
    found: dict[str, Any] = {"model": asked.model, "threads": threads, "load before": os.getloadavg()}
    if asked.only != "agno":
        found["keepwise"] = held(asked.model, threads)
    if asked.only != "keepwise":
        found["agno"] = through_agno(environment(asked.environment), asked.model, threads)
    found["load after"] = os.getloadavg()
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
    print_sides({side: found[side]["summary"] for side in ("agno", "keepwise") if side in found})


def environment(folder: Path) -> Path:
    """The Python of an environment with Agno and a server, made when it is not there."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    ready = folder / "ready"
    if not ready.is_file() or ready.read_text(encoding="utf-8") != "\n".join(PACKAGES):
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        ready.write_text("\n".join(PACKAGES), encoding="utf-8")
    return python


def through_agno(python: Path, model: str, threads: int) -> dict[str, Any]:
    """The other side, in a process and an environment of its own."""
    project = Path(__file__).resolve().parents[3]
    files = [str(folder_of(model) / "model.gguf"), str(folder_of("embedder"))]
    surroundings = {**os.environ, "AGNO_TELEMETRY": "false", "HF_HUB_OFFLINE": "1", "GOMP_SPINCOUNT": "1000"}
    done = subprocess.run(
        [str(python), "-m", "tests.evals.compare_agno.agno_side", *files, str(threads)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=surroundings,
        cwd=project,
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def print_sides(sides: dict[str, dict[str, Any]]) -> None:
    """One line a figure, one column a side; lists as their length, what they hold below."""
    names = list(next(iter(sides.values())))
    print(f"{'':34}" + "".join(f"{side:>12}" for side in sides))
    for name in names:
        cells = [summary[name] for summary in sides.values()]
        print(f"{name:34}" + "".join(f"{len(cell) if isinstance(cell, list) else cell!s:>12}" for cell in cells))
    for side, summary in sides.items():
        for name in ("right", "wrong", "missing", "proposed"):
            print(f"{side} {name}: {'; '.join(summary[name]) or '-'}", file=sys.stderr)


if __name__ == "__main__":
    main()
