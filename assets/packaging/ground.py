#!/usr/bin/env python3
"""Prepares the ground for `make run`, `make test` and `make bundle`: system libraries, the virtual environment, models.

Only the standard library, because it runs before anything is installed. Each step leaves a stamp in .venv, so that
the second `make run` opens the window at once. Usage: ground.py run|test|check|bundle [command to run afterwards...]
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")

# What Qt opens at run time, by the name the loader knows, and the Debian package that holds it.
OFFSCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
    "libgomp.so.1": "libgomp1",
}
ON_A_DISPLAY = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# For each goal, the extra of pyproject.toml that is installed and the models that are fetched.
GOALS: dict[str, tuple[str, tuple[str, ...]]] = {
    "run": ("", ("embedder", "starter")),
    "test": ("[dev]", ("embedder", "tiny", "small", "starter")),
    "check": ("[dev]", ()),
    "bundle": ("[bundle]", ("embedder",)),
}


def say(text: str) -> None:
    """One line of progress on stderr, so that stdout stays the command's own."""
    print(f"keepwise: {text}", file=sys.stderr, flush=True)


def missing_packages(goal: str) -> list[str]:
    """Debian packages that this goal needs and this machine lacks."""
    wanted = dict(OFFSCREEN)
    if goal == "run" and has_display():
        wanted |= ON_A_DISPLAY
    packages = [package for library, package in wanted.items() if not loads(library)]
    if not any(Path("/usr/share/fonts").rglob("*.[to]tf")):
        packages.append("fonts-dejavu-core")
    if find_spec("ensurepip") is None:
        packages.append("python3-venv")
    if not compiled() and not shutil.which("g++") and not shutil.which("clang++"):
        packages.append("g++")
    if not compiled() and not Path(sysconfig.get_paths()["include"], "Python.h").exists():
        packages.append("python3-dev")
    return packages


def has_display() -> bool:
    """Whether a window could be opened here."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    """Whether the loader finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def compiled() -> bool:
    """Whether llama.cpp is built already, so that no compiler is needed any more."""
    return any(VENV.glob("lib/python*/site-packages/llama_cpp/lib"))


def system_libraries(goal: str) -> None:
    """Install what the system lacks when we may, else say in one line how to."""
    if sys.platform != "linux":
        return
    packages = missing_packages(goal)
    if not packages:
        return
    command = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"keepwise: system libraries are missing; please run: sudo {command}")
    say(f"installing system libraries: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in ("apt-get update", command):
        done = subprocess.run(step.split(), env=environment, stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            sys.exit(f"keepwise: `{step}` failed with code {done.returncode}")


def fingerprint() -> str:
    """Changes when what must be installed changes."""
    parts = [(ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    return hashlib.sha256(b"".join(parts)).hexdigest()


def environment(goal: str) -> None:
    """Create .venv and install the project into it with exact versions."""
    extra, _ = GOALS[goal]
    stamp = VENV / f".ground{extra}"
    if stamp.exists() and stamp.read_text() == fingerprint():
        return
    if not (BIN / "python").exists():
        say("creating .venv")
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    say("installing what Keepwise needs" + ("" if compiled() else "; llama.cpp is compiled once, about 4 minutes"))
    pip = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        [*pip, "-c", "constraints.txt", "-e", f".{extra}"], cwd=ROOT, env=build_settings(), check=False
    )
    if done.returncode:
        sys.exit("keepwise: the installation did not succeed; the lines above say why")
    stamp.write_text(fingerprint())


def build_settings() -> dict[str, str]:
    """The environment for pip: exact versions in build environments too, and llama.cpp for any processor with AVX2.

    The default build of llama.cpp is for the processor at hand: its 15,649 AVX-512 instructions end the process on
    another one, and what is tested should be what is shipped. SOURCE_DATE_EPOCH would switch AVX2 off as well.
    """
    settings = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    constraints = str(ROOT / "constraints.txt")
    portable = f"{settings.get('CMAKE_ARGS', '')} -DGGML_NATIVE=OFF".strip()
    return settings | {"PIP_CONSTRAINT": constraints, "PIP_BUILD_CONSTRAINT": constraints, "CMAKE_ARGS": portable}


def models(goal: str) -> None:
    """Fetch the models this goal needs; those that are there already cost nothing."""
    _, names = GOALS[goal]
    if names and subprocess.run([str(BIN / "keepwise"), "models", "pull", *names], cwd=ROOT, check=False).returncode:
        sys.exit("keepwise: the models could not be fetched; the line above says why")


def main() -> None:
    """Run the steps of one goal, then become the command that follows it."""
    if sys.version_info < (3, 11):
        sys.exit("keepwise: Python 3.11 or newer is needed; name one with `make PYTHON=python3.11 ...`")
    goal, command = sys.argv[1], sys.argv[2:]
    system_libraries(goal)
    environment(goal)
    models(goal)
    if command:
        program = str(BIN / command[0])
        os.chdir(ROOT)
        os.execv(program, [program, *command[1:]])


if __name__ == "__main__":
    main()
