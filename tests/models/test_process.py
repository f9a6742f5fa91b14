"""The floor is light to import, and its child process follows its parent."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import psutil
import pytest


def test_importing_the_models_loads_no_runtime(python: str, project: Path) -> None:
    code = "import sys, models, models.fake, models.fetch; print([m for m in sys.argv[1:] if m in sys.modules])"
    heavy = ["llama_cpp", "fastembed", "onnxruntime", "huggingface_hub", "jinja2"]
    told = subprocess.run([python, "-c", code, *heavy], cwd=project, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.model
def test_the_child_goes_when_its_parent_is_killed(python: str, project: Path, tiny_file: Path) -> None:
    code = (
        "import sys, models\n"
        "model = models.open_chat(sys.argv[1], context=256)\n"
        "model.count('x'); print(model.process_id, flush=True); sys.stdin.read()"
    )
    parent = subprocess.Popen(
        [python, "-c", code, str(tiny_file)], cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
    child.wait(10)
    assert not child.is_running()


@pytest.mark.model
def test_a_folder_named_models_where_the_user_stands_is_not_ours(
    python: str, project: Path, tiny_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "__init__.py").write_text("raise SystemExit('the wrong models')")
    code = f"import sys; sys.path.insert(0, {json.dumps(str(project))}); import models\n"
    code += (
        f"model = models.open_chat({json.dumps(str(tiny_file))}, context=256); print(model.count('x')); model.close()"
    )
    told = subprocess.run([python, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "1"
