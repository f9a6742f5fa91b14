"""What prepares a fresh machine: it needs nothing but Python, and it builds for other machines too."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def ground(project: Path) -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("ground", project / "assets" / "packaging" / "ground.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_imports_only_the_standard_library(project: Path) -> None:
    tree = ast.parse((project / "assets" / "packaging" / "ground.py").read_text(encoding="utf-8"))
    plain = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    parts = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert {name.partition(".")[0] for name in plain + parts} <= sys.stdlib_module_names


def test_llama_cpp_is_built_for_any_processor_and_other_wishes_are_kept(
    ground: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CMAKE_ARGS", "-DGGML_BLAS=ON")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    settings = ground.build_settings()
    assert settings["CMAKE_ARGS"].split() == ["-DGGML_BLAS=ON", "-DGGML_NATIVE=OFF"]
    assert "SOURCE_DATE_EPOCH" not in settings


def test_the_constraints_hold_in_build_environments_too(ground: ModuleType, project: Path) -> None:
    settings = ground.build_settings()
    assert settings["PIP_CONSTRAINT"] == settings["PIP_BUILD_CONSTRAINT"] == str(project / "constraints.txt")


def test_every_goal_names_an_extra_that_exists_and_models_on_offer(ground: ModuleType, project: Path) -> None:
    import tomllib

    from models.catalogue import names

    extras = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for extra, models in ground.GOALS.values():
        assert extra.strip("[]") in {"", *extras}
        assert set(models) <= set(names())


def test_every_goal_of_the_makefile_is_one_that_is_prepared(ground: ModuleType, project: Path) -> None:
    text = (project / "Makefile").read_text(encoding="utf-8")
    used = {line.split("$(GROUND)")[1].split()[0] for line in text.splitlines() if "$(GROUND)" in line}
    assert used == set(ground.GOALS)
