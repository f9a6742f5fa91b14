"""The person's own model files: taken in by copying or by naming where they lie, set aside and brought back, moved elsewhere.

A copied file lies in `own/` of the models folder; for a linked one there is a small file `NAME.link` that names its path.
What is deleted is set aside in `.deleted/` first, so that it can come back until the window empties that.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from models.catalogue import folder_of, folder_pointer, models_folder, names
from models.errors import KeepwiseError, ModelError
from models.gguf import Header, read_header

_CHUNK = 1 << 22
_LINK = ".link"
_SPARE_BYTES = 200_000_000

Tell = Callable[[int, int], None]
"""Told the bytes that are done and their total; may raise to cancel, which leaves everything usable."""


class FileTrouble(KeepwiseError):
    """A model file could not be copied, moved or deleted; what was there before still is."""

    title = "The files could not be changed"


@dataclass(frozen=True, slots=True)
class OwnModel:
    """A model of the person's own: `path` is the GGUF itself, `linked` when it lies elsewhere; `bytes` is 0 when it is gone."""

    name: str
    path: Path
    linked: bool
    bytes: int


def own_models() -> list[OwnModel]:
    """The own models, by name; none while their folder is just being moved away."""
    folder = folder_of("own")
    try:
        found = [_own(path) for path in folder.iterdir() if path.suffix in (".gguf", _LINK)]
    except FileNotFoundError:
        return []
    return sorted(found, key=lambda one: one.name)


def own_model(name: str) -> OwnModel | None:
    """The own model of this name, or None."""
    return next((one for one in own_models() if one.name == name), None)


def import_file(path: Path, *, link: bool, tell: Tell = lambda done, total: None) -> OwnModel:
    """Take a GGUF file in: `link` leaves it where it is. Raises ModelError when it is no whole model, FileTrouble."""
    inspect(path)
    name = _free_name(path.stem)
    folder = folder_of("own")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if link:
            entry = folder / f"{name}{_LINK}"
            entry.write_text(str(path.resolve()), encoding="utf-8")
            return _own(entry)
        target = folder / f"{name}.gguf"
        _require_room(folder, path.stat().st_size)
        _copy(path, target, tell, 0, path.stat().st_size)
        return _own(target)
    except OSError as error:
        raise FileTrouble(
            f"{path.name} could not be taken in: {error.strerror or error}. Nothing was changed."
        ) from error


def inspect(path: Path) -> Header:
    """The head of a file that somebody wants to use. Raises ModelError in one line when it is no whole chat model."""
    if path.suffix.lower() != ".gguf":
        raise ModelError(f"{path.name} is not a model file: choose one whose name ends in .gguf.")
    header = read_header(path)
    if header.parameters == 0 or header.architecture in ("", "clip", "bert", "nomic-bert"):
        raise ModelError(f"{path.name} holds no language model that can chat. Choose a model file made for chat.")
    return header


def set_aside(name: str) -> Path:
    """Take a model (of the catalogue or an own one) away so that it can be brought back; gives where it lies. FileTrouble."""
    one = own_model(name) if name not in names() else None
    source = folder_of(name) if one is None else _entry(one)
    kept = models_folder() / ".deleted" / source.name
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        _delete(kept)
        source.replace(kept)
    except OSError as error:
        raise FileTrouble(f"{name} could not be deleted: {error.strerror or error}.") from error
    return kept


def bring_back(kept: Path) -> None:
    """Undo `set_aside`. Raises FileTrouble."""
    home = models_folder() if kept.name in names() else folder_of("own")
    try:
        kept.replace(home / kept.name)
    except OSError as error:
        raise FileTrouble(f"{kept.name} could not be brought back: {error.strerror or error}.") from error


def empty_aside() -> int:
    """Delete for good what was set aside; gives the bytes that this frees."""
    folder = models_folder() / ".deleted"
    freed = sum(path.stat().st_size for path in _files(folder))
    _delete(folder)
    return freed


def move_models(target: Path, tell: Tell = lambda done, total: None) -> None:
    """Move all models to another folder and use them there. Interrupted, all are used where they were; the next try goes on.

    Each file is copied whole before the folder is switched in one step, and only then are the old ones deleted.
    Raises FileTrouble, and what `tell` raises.
    """
    source = models_folder().resolve()
    target = target.expanduser().resolve()
    if os.environ.get("KEEPWISE_MODELS"):
        raise FileTrouble("The models folder is set by the variable KEEPWISE_MODELS. Change it there.")
    if target == source or source in target.parents or target in source.parents:
        raise FileTrouble("Choose a folder that is neither this one, nor inside it, nor around it.")
    try:
        _move(source, target, tell)
    except OSError as error:
        raise FileTrouble(
            f"The models could not be moved: {error.strerror or error}. They are still used in {source}."
        ) from error


def _move(source: Path, target: Path, tell: Tell) -> None:
    target.mkdir(parents=True, exist_ok=True)
    files = list(_files(source))
    total, done = sum(path.stat().st_size for path in files), 0
    missing = [path for path in files if not _same(path, target / path.relative_to(source))]
    _require_room(target, sum(path.stat().st_size for path in missing))
    for path in files:
        size = path.stat().st_size
        if path in missing:
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            _copy(path, copy, tell, done, total)
        done += size
        tell(done, total)
    pointer = folder_pointer()
    pointer.parent.mkdir(parents=True, exist_ok=True)
    fresh = pointer.with_name(pointer.name + ".new")
    fresh.write_text(str(target), encoding="utf-8")
    fresh.replace(pointer)
    _delete(source)


def _copy(source: Path, target: Path, tell: Tell, before: int, total: int) -> None:
    """Copy beside the place, then move there in one step: half a file is never taken for a model."""
    part = target.with_name(target.name + ".copying")
    try:
        with source.open("rb") as reading, part.open("wb") as writing:
            while chunk := reading.read(_CHUNK):
                writing.write(chunk)
                tell(before + writing.tell(), total)
            writing.flush()
            os.fsync(writing.fileno())
        shutil.copystat(source, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _same(one: Path, other: Path) -> bool:
    """Whether a copy is there already: same length and same time, which only a finished copy has."""
    if not other.is_file():
        return False
    a, b = one.stat(), other.stat()
    return a.st_size == b.st_size and int(a.st_mtime) == int(b.st_mtime)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


def _own(path: Path) -> OwnModel:
    linked = path.suffix == _LINK
    model = Path(path.read_text(encoding="utf-8").strip()) if linked else path
    return OwnModel(path.stem, model, linked, model.stat().st_size if model.is_file() else 0)


def _entry(one: OwnModel) -> Path:
    return folder_of("own") / f"{one.name}{_LINK}" if one.linked else one.path


def _free_name(wanted: str) -> str:
    """A name that neither the catalogue nor another own model has."""
    base = re.sub(r"[^\w.+-]+", "-", wanted).strip("-.") or "model"
    taken = {*names(), "own", *(one.name for one in own_models())}
    return next(name for name in (base, *(f"{base}-{number}" for number in range(2, 1000))) if name not in taken)


def _require_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed + _SPARE_BYTES:
        raise FileTrouble(
            f"There is not enough room in {folder}: {(needed + _SPARE_BYTES) / 1e9:.1f} GB are needed, {free / 1e9:.1f} GB "
            "are free.",
            title="The disk is too full",
        )


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
